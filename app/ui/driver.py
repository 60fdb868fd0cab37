"""Works the real window by key events through the main job, and leaves a picture of every step.

Log-in, a book imported, a day typed, the payroll looked over, locked, printed and paid, sync. Used where there is
no screen (``dev.py run``) and by the frozen program's own check. Only the file dialogs, which are the system's, are
answered for; everything else is keys.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.domain.refusal import Refusal
from app.services.context import Context
from app.services.papers import PaperKind
from app.services.syncing import Exchange
from app.ui.login import LoginDialog, Opener
from app.ui.main_window import MainWindow, open_window
from app.ui.pages import today_rows
from app.ui.pages.book import BookPage
from app.ui.pages.payroll import PayrollPage
from app.ui.pages.payroll_pay import METHODS
from app.ui.pages.people import PeoplePage
from app.ui.pages.sync import SyncPage
from app.ui.pages.today import PAY_DELAY_MS, TodayPage
from app.ui.shots import HEIGHT, WIDTH, save, settle
from app.ui.start import application_of
from app.ui.tasks import Tasks
from app.ui.theme.style import apply_look
from app.ui.words import Words

_P = TypeVar("_P", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SYNC_SECONDS = 300.0


@dataclass
class Driven:
    """What was done: pictures, the month, its net and what is paid of it in fen, papers' paths and pages, the sync."""

    pictures: list[str] = field(default_factory=list)
    month: str = ""
    workers: int = 0
    net_fen: int = 0
    day: str = ""
    ledger: str = ""
    ledger_pages: int = 0
    slips: str = ""
    slip_pages: int = 0
    paid_fen: int = 0
    check_code: str = ""
    sync: dict[str, object] = field(default_factory=dict)


def drive(
    users: Sequence[str],
    opener: Opener,
    password: str,
    book: Path,
    out: Path,
    lang: str = "zh_CN",
    exchange: Exchange | None = None,
) -> Driven:
    """Do the main job in the real window; pictures, ``ledger.pdf`` and ``driven.json`` in ``out``.

    Raises Refusal where a step is refused: what was done until then stands, as for a person.
    """
    application = application_of()
    Words(application).use(lang)
    look = apply_look(application)
    out.mkdir(parents=True, exist_ok=True)
    tasks, done = Tasks(), Driven()
    context = _log_in(LoginDialog(tasks, users, opener, lang), tasks, password, out, done)
    try:
        window = open_window(context, tasks, look, lang, exchange)
        window.resize(WIDTH, HEIGHT)
        window.show()
        _Work(window, out, done).all(book.absolute())
        window.close()
    finally:
        tasks.close()
        context.database.close()
    (out / "driven.json").write_text(json.dumps(asdict(done), ensure_ascii=False, indent=1), encoding="utf-8")
    return done


def _log_in(dialog: LoginDialog, tasks: Tasks, password: str, out: Path, done: Driven) -> Context:
    """Once with a wrong password, to see it said; then with the right one."""
    dialog.show()
    for typed, name in (("wrong", "01-login-wrong"), (password, "")):
        dialog.password.clear()
        type_text(dialog.password, typed)
        QTest.keyClick(dialog.password, Qt.Key.Key_Return)
        tasks.settle()
        if name:
            done.pictures += [str(path) for path in save(dialog, out / name)]
    if dialog.context is None:
        raise dialog.fault or Refusal("demo_stopped", step="login", reason=dialog.message.text())
    dialog.deleteLater()
    return dialog.context


class _Work:
    """The job's steps in the open window."""

    def __init__(self, window: MainWindow, out: Path, done: Driven) -> None:
        self.window, self.out, self.done = window, out, done

    def all(self, book: Path) -> None:
        """Every step in the order of a month."""
        self._import(self._page("book", BookPage), book)
        self._type_day(self._page("today", TodayPage))
        self._look_at_people(self._page("people", PeoplePage))
        payroll = self._page("payroll", PayrollPage)
        self._look_over(payroll)
        self._lock(payroll)
        self._print(payroll)
        self._pay(payroll)
        self._sync(self._page("sync", SyncPage))

    def _import(self, page: BookPage, book: Path) -> None:
        page.field.setFocus()
        type_text(page.field, str(book))
        self._key(Qt.Key.Key_Return, page.field)
        self._snap("02-book-checked")
        result = page.result
        if result is None or result.problems:
            raise Refusal("demo_stopped", step="import", reason=page.message.text())
        self._press(page.take_button)
        self.done.month = result.month
        self._snap("03-book-taken")

    def _type_day(self, page: TodayPage) -> None:
        """The first working day after the book's month: marks by key, a suggestion accepted, pieces, the closing."""
        if page.sheet is None:
            self._press(_child(page, "this-day"))
        while page.day.isoformat()[:7] <= self.done.month or (page.sheet and page.sheet.kind.value != "工作日"):
            self._key(Qt.Key.Key_Right, page.grid, ALT)
        self.done.day = page.day.isoformat()
        marked = [at for at, row in enumerate(page.table.model.rows) if row.needs_mark]
        self._stand(page, marked[0], today_rows.MARK_COLUMN)
        for typed in ("v", "h", "6.5", "+2"):
            self._type(page, typed)
        self._key(Qt.Key.Key_F9, page.grid)
        if page.sheet and page.sheet.columns:
            for at, typed in ((0, "12"), (1, "7.5")):
                self._stand(page, at, today_rows.FIRST_ITEM)
                self._type(page, typed)
        QTest.qWait(PAY_DELAY_MS + 100)
        self._snap("04-day-typed")
        self._key(Qt.Key.Key_Return, page.grid, CONTROL)
        self._snap("05-day-closed")

    def _look_at_people(self, page: PeoplePage) -> None:
        page.table.view.setFocus()
        page.table.view.selectRow(0)
        self._key(Qt.Key.Key_Return, page.table.view)
        self._press(_child(page.panel, "reveal-phone"))
        self._snap("06-people")
        page.panel.leave()

    def _look_over(self, page: PayrollPage) -> None:
        while page.month > self.done.month:
            self._key(Qt.Key.Key_Left, page, ALT)
        self._snap("07-payroll")
        self._press(_child(page, "step-1"))
        self._snap("08-payroll-checks")
        self._press(_child(page, "step-2"))
        page.table.view.setFocus()
        page.table.view.selectRow(0)
        self._key(Qt.Key.Key_Return, page.table.view)
        self._snap("09-payroll-slip")
        self._key(Qt.Key.Key_Escape, page.panel)

    def _lock(self, page: PayrollPage) -> None:
        self._press(page.primary)
        if page.question is None:
            raise Refusal("demo_stopped", step="lock", reason=page.message.text())
        self._snap("10-lock-asked", page.question)
        self._key(Qt.Key.Key_Return, page.question)
        if page.view is None or page.view.run is None:
            raise Refusal("demo_stopped", step="lock", reason=page.question.message.text())
        self.done.workers, self.done.net_fen = page.view.run.workers, page.view.run.net_fen
        self.done.check_code = page.view.run.check_code
        self._snap("11-payroll-locked")

    def _print(self, page: PayrollPage) -> None:
        """The ledger and the slips, each looked at and written as PDF."""
        done = self.done
        done.ledger, done.ledger_pages = self._paper(page, PaperKind.LEDGER, "12-ledger")
        done.slips, done.slip_pages = self._paper(page, PaperKind.SLIPS, "13-slips")

    def _paper(self, page: PayrollPage, kind: PaperKind, name: str) -> tuple[str, int]:
        """One paper seen and written: where it lies, and its pages."""
        page.papers.pick(kind)
        self._key(Qt.Key.Key_Return, page.papers.table.view)
        preview = page.papers.preview
        if preview is None:
            raise Refusal("demo_stopped", step="print", reason=page.papers.message.text())
        preview.draw_all()
        self._snap(name, preview)
        path = str(self.out / f"{kind}.pdf")
        preview.choose_file = lambda _: path
        self._press(_child(preview, "save-pdf"))
        self._key(Qt.Key.Key_Escape, preview)
        return path, len(preview.pages)

    def _pay(self, page: PayrollPage) -> None:
        """Everybody with an account by bank, the others in cash."""
        self._press(page.primary)
        self._snap("14-pay")
        for method in METHODS:
            if page.view is None or not page.view.open_rows:
                break
            page.pay.method.setCurrentIndex(METHODS.index(method))
            self._press(_child(page, "tick-open"))
            self._press(page.pay.record_button)
        if page.view is None or page.view.open_rows:
            raise Refusal("demo_stopped", step="pay", reason=page.pay.message.text())
        self.done.paid_fen = sum(row.paid_fen for row in page.view.payments)
        self._snap("15-paid")

    def _sync(self, page: SyncPage) -> None:
        self._snap("16-sync-waiting")
        if page.state is None or not page.state.enrolled:
            return
        self._key(Qt.Key.Key_F5, page.waiting.view)
        self.window.desk.sync.settle(SYNC_SECONDS)
        self._wait()
        if page.fault is not None:
            raise page.fault
        if page.last is None:
            raise Refusal("demo_stopped", step="sync", reason=page.sentence.text())
        self.done.sync = asdict(page.last)
        self._snap("17-sync-done")

    def _page(self, key: str, kind: type[_P]) -> _P:
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        place = list(self.window.side.buttons).index(key)
        if place < 10:
            self._key(Qt.Key(Qt.Key.Key_0 + (place + 1) % 10), self.window, CONTROL)
        else:
            self.window.side.buttons[key].click()  # pages beyond the tenth have no key
        page = self.window.pages[key]
        if not isinstance(page, kind):
            raise TypeError(key)
        return page

    def _stand(self, page: TodayPage, row: int, column: int) -> None:
        page.grid.setFocus()
        page.grid.setCurrentIndex(page.table.model.index(row, column))

    def _type(self, page: TodayPage, text: str) -> None:
        type_text(page.grid, text)
        self._key(Qt.Key.Key_Return, page.grid)

    def _key(
        self, key: Qt.Key, widget: QWidget, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(widget, key, modifier)
        self._wait()

    def _press(self, button: QAbstractButton) -> None:
        button.setFocus()
        self._key(Qt.Key.Key_Space, button)

    def _wait(self) -> None:
        settle()
        self.window.desk.tasks.settle()

    def _snap(self, name: str, widget: QWidget | None = None) -> None:
        self._wait()
        self.done.pictures += [str(path) for path in save(widget or self.window, self.out / name)]


def type_text(widget: QWidget, text: str) -> None:
    """Type into a widget: ASCII by keys, other letters as an input method hands them over (no key has them)."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(widget, letter)
        else:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QApplication.sendEvent(widget, event)


def _child(parent: QWidget, name: str) -> QAbstractButton:
    found = parent.findChild(QAbstractButton, name)
    if isinstance(found, QAbstractButton):
        return found
    raise LookupError(name)
