"""What is pictured: every page of the window with something on it, its panels, forms and questions, in turn.

Nothing is written to the records: forms stay empty or as they were read, questions are asked and not answered.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from app.domain.messages import render
from app.domain.vocabulary import RunKind
from app.services import day_choice
from app.services.history import Subject
from app.services.papers_other import OtherPaper
from app.ui.main_window import MainWindow
from app.ui.pages.bank_template import open_bank_files
from app.ui.pages.papers import PapersPage
from app.ui.pages.payroll import PayrollPage
from app.ui.pages.payroll_correct import RunDialog
from app.ui.pages.payroll_rows import VIEWS, View
from app.ui.pages.people import PeoplePage
from app.ui.pages.production import MATERIALS, WORKERS, ProductionPage
from app.ui.pages.products import LEVELS, STOCKTAKE, ProductsPage
from app.ui.pages.programme import ProgrammePage
from app.ui.pages.rules import RulesPage
from app.ui.pages.sales import SalesPage
from app.ui.pages.settings import BACKUP, PLACES, SettingsPage
from app.ui.pages.today import TodayPage
from app.ui.pages.worker_pay import TermsTab
from app.ui.tables.view import RowsTable
from app.ui.widgets.ask import AskDialog
from app.ui.widgets.day_question import DayQuestion
from app.ui.widgets.history import WORKER_MORE, show_history
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.unsaved import LeaveDialog
from app.ui.words import translate

Shown = Iterator[tuple[str, QWidget]]


def views(window: MainWindow) -> Shown:
    """Every page with something on it, its panels and dialogs, one after another."""
    desk = window.desk
    noted = day_choice.which_day(desk.ctx, desk.workshop.workshop_id).last_noted or desk.ctx.today()
    yield "10-today", _at_day(window, noted)
    yield from _records(window, noted)
    yield from _people(window)
    yield from _payroll(window, noted.isoformat()[:7])
    yield from _papers(window, noted.isoformat()[:7])
    for at, key in enumerate(("book", "sync")):
        _open(window, key)
        yield f"{40 + 10 * at}-{key}", window
    yield from _rules(window)
    yield from _settings(window)
    yield from _forms(window)


def _at_day(window: MainWindow, day: date) -> QWidget:
    page = _open(window, "today")
    if isinstance(page, TodayPage):
        page.open_day(day)
    window.desk.tasks.settle()
    return window


def _records(window: MainWindow, noted: date) -> Shown:
    """Attendance, products, sales and training as they open, at the month last noted, and with one record open."""
    month = noted.isoformat()[:7]
    for at, key in enumerate(("attendance", "production", "products", "sales", "training"), 1):
        page = _open(window, key)
        page.go_to(Jump(key, at="" if key == "products" else month))
        window.desk.tasks.settle()
        yield f"1{at}-{key}", window
        table = getattr(page, "table", None)
        if isinstance(table, RowsTable) and table.model.rows:
            table.opened.emit(table.model.rows[0])
            window.desk.tasks.settle()
            yield f"1{at}-{key}-opened", window
            page.panel.leave()
    page = _open(window, "training")
    page.go_to(Jump("training", field="heritage"))
    window.desk.tasks.settle()
    yield "16-heritage", window


def _settings(window: MainWindow) -> Shown:
    page = _open(window, "settings")
    for at, name in enumerate(PLACES):
        page.go_to(Jump("settings", field=name))
        window.desk.tasks.settle()
        yield f"7{at}-settings-{name}", window
    window.finder.open()
    window.desk.tasks.settle()
    yield "75-finder", window.finder
    window.finder.reject()


def _people(window: MainWindow) -> Shown:
    page = _open(window, "people")
    yield "20-people", window
    if isinstance(page, PeoplePage) and page.table.model.rows:
        page.table.opened.emit(page.table.model.rows[0])
        window.desk.tasks.settle()
        yield "21-people-panel", window
        yield from _pay_tabs(window, page)
        page.panel.leave()


def _pay_tabs(window: MainWindow, page: PeoplePage) -> Shown:
    """The tabs of the first worker's panel, the form of new pay terms, and the workshop's wage settings."""
    tasks = window.desk.tasks
    if page.worker is not None:
        tabs = ("22-people-terms", "24-people-plans", "25-people-advances", "29-people-documents")
        for at, name in enumerate(tabs, 1):
            page.worker.tabs.buttons[at].setFocus()
            page.worker.turn(at)
            tasks.settle()
            yield name, window
            if isinstance(page.worker.tab, TermsTab):
                page.worker.tab.terms.edit(None)
                yield "23-people-terms-form", window
        page.worker.turn(0)
    page.show_settings()
    if page.settings is not None:
        for at, name in enumerate(("26-wage-settings", "27-wage-everybody", "28-wage-prices")):
            page.settings.turn(at)
            tasks.settle()
            yield name, window


def _payroll(window: MainWindow, month: str) -> Shown:
    page = _open(window, "payroll")
    if not isinstance(page, PayrollPage):
        return
    page.open_month(month)
    window.desk.tasks.settle()
    for at, view in enumerate(VIEWS):
        page.turn(view)
        window.desk.tasks.settle()
        yield f"3{at}-payroll-{view}", window
    page.turn(View.COMPUTE)
    if page.table.model.rows:
        page.table.opened.emit(page.table.model.rows[0])
        window.desk.tasks.settle()
        yield "36-payroll-slip", window
        if page.slip is not None:
            page.slip.lines[0].turn(True)
            yield "36-payroll-slip-opened", window
        page.panel.leave()
    page.turn(View.PRINT)
    page.papers.open_preview()
    window.desk.tasks.settle()
    if page.papers.preview is not None:
        page.papers.preview.draw_all()
        yield "37-payroll-preview", page.papers.preview
        page.papers.preview.close()
    yield from _payroll_dialogs(page)


def _payroll_dialogs(page: PayrollPage) -> Shown:
    """What the shown run offers to do, asked and not done."""
    view = page.view
    if view is None:
        return
    if view.run is None:
        page.lock()
    elif view.run.paid_fen:
        page.acts.run_for(view, RunKind.CORRECTION)
    else:
        page.acts.reopen(view.run)
    page.desk.tasks.settle()
    if page.question is not None:
        yield "38-payroll-asked", page.question
        page.question.reject()
    bank = open_bank_files(page.desk, view.month, page)
    page.desk.tasks.settle()
    yield "38-payroll-bank", bank
    _gone(bank)


def paid_views(window: MainWindow, month: str) -> Shown:
    """The payroll of a month once it is locked and half of it paid. This writes: records to be thrown away."""
    page = _open(window, "payroll")
    if not isinstance(page, PayrollPage):
        return
    tasks = window.desk.tasks
    page.open_month(month)
    tasks.settle()
    page.lock()
    if isinstance(page.question, AskDialog):
        page.question.yes.click()
    tasks.settle()
    page.turn(View.PAY)
    paid = page.pay.table
    paid.tick([row.worker_id for row in paid.model.rows[: len(paid.model.rows) // 2]])
    page.pay.record()
    tasks.settle()
    paid.stand_on(0)
    for view in (View.LOCK, View.PRINT, View.PAY):
        page.turn(view)
        tasks.settle()
        yield f"38-locked-{view}", window
    page.pay.record_return()
    if page.pay.question is not None:
        yield "38-locked-return", page.pay.question
        _gone(page.pay.question)
    if page.view is not None:
        dialog = RunDialog(page.desk, page.view, RunKind.CORRECTION, page)
        dialog.show()
        tasks.settle()
        yield "38-locked-correction", dialog
        _gone(dialog)
    programme = _open(window, "programme")
    if isinstance(programme, ProgrammePage):
        programme.go_to(Jump("programme", at=month))
        programme.turn(1)
        tasks.settle()
        yield "48-locked-months", window


def _papers(window: MainWindow, month: str) -> Shown:
    """Every paper, the attendance sheet as it will be printed, and the programme's three views."""
    page = _open(window, "papers")
    page.go_to(Jump("papers", at=month))
    window.desk.tasks.settle()
    yield "39-papers", window
    if isinstance(page, PapersPage):
        page.show_paper(OtherPaper.ATTENDANCE)
        window.desk.tasks.settle()
        if page.way.preview is not None:
            page.way.preview.draw_all()
            yield "39-papers-preview", page.way.preview
            page.way.preview.close()
    page = _open(window, "programme")
    page.go_to(Jump("programme", at=month))
    window.desk.tasks.settle()
    yield "45-programme", window
    if isinstance(page, ProgrammePage):
        page.open_indicator(page.table.model.rows[0])
        yield "45-programme-opened", window
        page.panel.leave()
        for at, name in enumerate(("46-programme-months", "47-programme-workshops"), 1):
            page.turn(at)
            window.desk.tasks.settle()
            yield name, window


def _rules(window: MainWindow) -> Shown:
    page = _open(window, "rules")
    if not isinstance(page, RulesPage):
        return
    yield "60-rules", window
    for line in page.table.model.rows:
        if line.pack is not None and line.pack.pack.kind == "wage_tax":
            page.table.opened.emit(line)
            yield "61-rules-pack", window
            break
    page.turn(1)
    window.desk.tasks.settle()
    yield "62-rules-calendar", window
    page.turn(0)


def _forms(window: MainWindow) -> Shown:
    """Every form as it opens for something new, the tables behind a page's other tabs, what is asked on the way."""
    yield from _goods_forms(window)
    for at, (key, act) in enumerate((("people", "add-worker"), ("training", "add-training"))):
        page = _open(window, key)
        page.go_to(Jump(key))
        press(page, act)
        window.desk.tasks.settle()
        yield f"8{4 + at}-{key}-form", window
        page.panel.leave()
    page = _open(window, "people")
    if isinstance(page, PeoplePage) and page.table.model.rows:
        row = page.table.model.rows[0]
        show_history(page, f"{row.no}　{row.name}", Subject("worker", (row.worker_id,), WORKER_MORE))
        window.desk.tasks.settle()
        yield "86-people-history", window
        page.panel.leave()
    page = _open(window, "today")
    for question in page.findChildren(DayQuestion):
        question.ask(render("date_before_noted", {}, window.desk.lang), window.desk.ctx.today())
        yield "87-today-asked", window
        question.hide()
    leave = LeaveDialog((translate("People", "手机"), translate("People", "银行账号")), window, can_save=True)
    leave.show()
    yield "88-unsaved", leave
    _gone(leave)
    page = _open(window, "settings")
    if isinstance(page, SettingsPage):
        page.turn(BACKUP)
        page.backup.ask_key()
        if page.backup.question is not None:
            yield "89-backup-asked", page.backup.question
            _gone(page.backup.question)


def _goods_forms(window: MainWindow) -> Shown:
    """Production, products and sales: sums and materials, the form, levels, stocktake and labels, an order file."""
    tasks = window.desk.tasks
    page = _open(window, "production")
    if isinstance(page, ProductionPage):
        for at, name in ((WORKERS, "workers"), (MATERIALS, "materials")):
            page.turn(at)
            tasks.settle()
            yield f"81-production-{name}", window
    page = _open(window, "products")
    if isinstance(page, ProductsPage):
        for at, name in ((LEVELS, "levels"), (STOCKTAKE, "stocktake")):
            page.turn(at)
            tasks.settle()
            yield f"82-products-{name}", window
        page.turn(0)
        page.edit(None)
        tasks.settle()
        yield "82-products-form", window
        page.panel.leave()
        page.show_labels(page.table.model.rows[:3])
        yield "82-products-labels", window
        page.panel.leave()
    page = _open(window, "sales")
    if isinstance(page, SalesPage):
        page.turn(1)
        tasks.settle()
        yield "83-sales-channels", window
        page.show_file()
        yield "83-sales-file", window
        with TemporaryDirectory() as folder:
            page.file.open_file(_orders(Path(folder)))
            tasks.settle()
            yield "83-sales-file-opened", window
        page.show_file(False)
        tasks.settle()


def _orders(folder: Path) -> Path:
    """A platform's order file as it is handed out, of nobody's orders."""
    lines = ("订单编号,付款时间,商家编码,数量,实付金额,退款金额", "T1001,2026-10-08 14:22:05,P001,2,257.60,",
             "T1002,2026-10-09 09:03:41,P002,1,128.80,128.80")  # fmt: skip
    file = folder / "orders.csv"
    file.write_bytes("\r\n".join((*lines, "")).encode("gb18030"))
    return file


def press(place: QWidget, name: str) -> None:
    """Press a button by its name."""
    for found in place.findChildren(QPushButton, name):
        found.click()


def _gone(dialog: QDialog) -> None:
    dialog.reject()
    dialog.deleteLater()


def _open(window: MainWindow, key: str) -> Page:
    page = window.open_page(key)
    window.desk.tasks.settle()
    return page
