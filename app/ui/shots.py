"""A picture of every page at 1366×768 and at 200 %, for the manual and for review; the real window on real records."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.vocabulary import RunKind
from app.services import day_choice
from app.services.context import Context
from app.services.papers_other import OtherPaper
from app.ui.first_run import FirstAnswers, FirstRunDialog
from app.ui.help import HelpWindow
from app.ui.login import LoginDialog
from app.ui.main_window import MainWindow, open_window
from app.ui.pages.papers import PapersPage
from app.ui.pages.payroll import PayrollPage
from app.ui.pages.payroll_rows import VIEWS, View
from app.ui.pages.people import PeoplePage
from app.ui.pages.programme import ProgrammePage
from app.ui.pages.rules import RulesPage
from app.ui.pages.settings import PLACES
from app.ui.pages.today import TodayPage
from app.ui.pages.worker_pay import TermsTab
from app.ui.start import application_of
from app.ui.tables.view import RowsTable
from app.ui.tasks import Tasks
from app.ui.theme.style import Look, apply_look
from app.ui.theme.tokens import Theme
from app.ui.widgets.page import Jump, Page
from app.ui.words import Words

WIDTH, HEIGHT = 1366, 768
SCALES = (1, 2)


def take_shots(context: Context, out: Path, lang: str = "zh_CN") -> list[Path]:
    """Save a picture of every page, panel and dialog into ``out``; the paths. Nothing is written to the records."""
    application = application_of()
    Words(application).use(lang)
    look = apply_look(application)
    out.mkdir(parents=True, exist_ok=True)
    tasks = Tasks()
    login = LoginDialog(tasks, [context.user], _no_opener, lang)
    login.show()
    saved = save(login, out / "00-login")
    login.close()
    login.deleteLater()
    saved += _first_steps(tasks, look, out, lang)
    window = open_window(context, tasks, look, lang)
    window.resize(WIDTH, HEIGHT)
    window.show()
    for name, widget in views(window):
        saved += save(widget, out / name)
    window.close()
    saved += _dark(context, out, lang)
    apply_look(application)
    return saved


def save(widget: QWidget, path: Path) -> list[Path]:
    """The widget's picture at 100 % and 200 %: ``path`` with ``.png`` and ``@2x.png``."""
    settle()
    saved = []
    for scale in SCALES:
        picture = QPixmap(widget.size() * scale)
        picture.setDevicePixelRatio(scale)
        widget.render(picture, QPoint())
        target = path.with_name(f"{path.name}{'' if scale == 1 else f'@{scale}x'}.png")
        if not picture.save(str(target)):
            raise OSError(f"picture not written: {target}")
        saved.append(target)
    return saved


def settle() -> None:
    """Let layouts and paints that are due happen."""
    for _ in range(4):
        QApplication.processEvents()


def views(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
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


def _at_day(window: MainWindow, day: date) -> QWidget:
    page = _open(window, "today")
    if isinstance(page, TodayPage):
        page.open_day(day)
    window.desk.tasks.settle()
    return window


def _records(window: MainWindow, noted: date) -> Iterator[tuple[str, QWidget]]:
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


def _settings(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    page = _open(window, "settings")
    for at, name in enumerate(PLACES):
        page.go_to(Jump("settings", field=name))
        window.desk.tasks.settle()
        yield f"7{at}-settings-{name}", window
    window.finder.open()
    window.desk.tasks.settle()
    yield "75-finder", window.finder
    window.finder.reject()


def _people(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    page = _open(window, "people")
    yield "20-people", window
    if isinstance(page, PeoplePage) and page.table.model.rows:
        page.table.opened.emit(page.table.model.rows[0])
        window.desk.tasks.settle()
        yield "21-people-panel", window
        yield from _pay_tabs(window, page)
        page.panel.leave()


def _pay_tabs(window: MainWindow, page: PeoplePage) -> Iterator[tuple[str, QWidget]]:
    """The tabs of the first worker's panel, the form of new pay terms, and the workshop's wage settings."""
    tasks = window.desk.tasks
    if page.worker is not None:
        for at, name in enumerate(("22-people-terms", "24-people-plans", "25-people-advances"), 1):
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


def _payroll(window: MainWindow, month: str) -> Iterator[tuple[str, QWidget]]:
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


def _payroll_dialogs(page: PayrollPage) -> Iterator[tuple[str, QWidget]]:
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


def _papers(window: MainWindow, month: str) -> Iterator[tuple[str, QWidget]]:
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


def _rules(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
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


def _first_steps(tasks: Tasks, look: Look, out: Path, lang: str) -> list[Path]:
    """The first start as far as nothing is made yet, and the manual."""
    first, manual = FirstRunDialog(tasks, _no_maker, lang, look=look), HelpWindow(lang)
    first.show()
    saved = save(first, out / "01-first-start")
    first.go_on()
    saved += save(first, out / "02-first-workshop")
    manual.show()
    manual.show_chapter("today")
    saved += save(manual, out / "80-manual")
    for shown in (first, manual):
        shown.close()
        shown.deleteLater()
    return saved


def _dark(context: Context, out: Path, lang: str) -> list[Path]:
    """Every page in the dark theme."""
    tasks = Tasks()
    look = apply_look(application_of(), Theme.DARK)
    window = open_window(context, tasks, look, lang)
    window.resize(WIDTH, HEIGHT)
    window.show()
    noted = day_choice.which_day(context, window.desk.workshop.workshop_id).day
    saved = save(_at_day(window, noted), out / "90-dark")
    for key in list(window.side.buttons)[1:]:
        _open(window, key)
        saved += save(window, out / f"91-dark-{key}")
    window.close()
    return saved


def _open(window: MainWindow, key: str) -> Page:
    page = window.open_page(key)
    window.desk.tasks.settle()
    return page


def _no_maker(answers: FirstAnswers) -> tuple[Context, str]:
    raise NotImplementedError(answers.name)


def _no_opener(user: str, password: str) -> Context:
    raise NotImplementedError(user, len(password))
