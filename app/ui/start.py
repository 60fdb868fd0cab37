"""Starting the window: look, words, log-in; then the records' libraries and the window itself."""

import logging
import os
import sys
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from app.services.context import Context
from app.services.preferences import Preferences, read_preferences
from app.ui.garbage import CollectBetweenEvents
from app.ui.login import LoginDialog, Opener
from app.ui.tasks import Tasks
from app.ui.theme.style import Look, apply_look
from app.ui.theme.tokens import Theme
from app.ui.words import Words

if TYPE_CHECKING:
    from app.services.syncing import Exchange
    from app.ui.first_run import FirstRunDialog, Maker
    from app.ui.first_workshop import Founder
    from app.ui.main_window import PageEntry

LOG = logging.getLogger(__name__)
_AHEAD_MS = 50  # the log-in is painted by then
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run_window(
    users: Sequence[str],
    opener: Opener,
    lang: str = "zh_CN",
    exchange: Callable[[], "Exchange"] | None = None,
    maker: "Maker | None" = None,
    demonstration: Callable[[], Context] | None = None,
    founder: "Founder | None" = None,
) -> int:
    """Ask for the password, open the records, show the window until it is closed; the exit code.

    With a ``maker`` there are no records yet: the first start comes in place of the log-in. ``demonstration`` opens
    made-up records where a person only wants to look, ``founder`` makes the workshop of records that hold none.
    """
    application = application_of()
    chosen = read_preferences()
    Words(application).use(lang)
    look = apply_look(application, Theme(chosen.theme), chosen.base_px)
    tasks = Tasks()
    dialog = (
        _first_run(tasks, maker, lang, look, demonstration)
        if maker
        else LoginDialog(tasks, users, opener, lang, demonstration=demonstration)
    )
    QTimer.singleShot(_AHEAD_MS, dialog, lambda: tasks.run(_load_window, lambda left: _load_pages(tasks, left)))
    if not dialog.exec() or dialog.context is None:
        tasks.close()
        return 0
    try:
        if founder is not None and not _has_workshop(tasks, dialog.context, founder, dialog.lang):
            return 0
        return _Shown(application, dialog.context, dialog.lang, exchange() if exchange else None).run(tasks, look)
    finally:
        tasks.close()
        dialog.context.database.close()


def application_of() -> QApplication:
    """The process's application, made if there is none."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    screenless = sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _SCREENS)
    made = QApplication([*sys.argv[:1], *(["-platform", "offscreen"] if screenless else [])])
    CollectBetweenEvents(made)
    return made


def _first_run(
    tasks: Tasks, maker: "Maker", lang: str, look: Look, demonstration: Callable[[], Context] | None
) -> "FirstRunDialog":
    from app.ui.first_run import FirstRunDialog  # noqa: PLC0415  0.1 s, once in the life of the records

    return FirstRunDialog(tasks, maker, lang, look=look, demonstration=demonstration)


def _load_window() -> list["PageEntry"]:
    """Load the records' libraries and the window while the password is typed, 1.1 s; the pages that are left."""
    from app.ui.main_window import page_entries  # noqa: PLC0415  SQLAlchemy comes with it

    return list(page_entries())


def _load_pages(tasks: Tasks, left: "list[PageEntry]") -> None:
    """Load the pages, one after the other, so that whoever logs in meanwhile waits for one at most."""
    if left:
        tasks.run(left[0].load, lambda _: _load_pages(tasks, left[1:]))


def _has_workshop(tasks: Tasks, context: Context, founder: "Founder", lang: str) -> bool:
    """Whether there is a workshop to open, asked for where the first start was cut off before it was made."""
    from app.services.workshops import list_workshops  # noqa: PLC0415  SQLAlchemy, 0.5 s: loaded by now

    if list_workshops(context):
        return True
    from app.ui.first_workshop import FirstWorkshopDialog  # noqa: PLC0415  as above

    return FirstWorkshopDialog(tasks, context, founder, lang).exec() == QDialog.DialogCode.Accepted


def _unforeseen(say: Callable[[Exception], None], fault: BaseException, trace: TracebackType | None) -> None:
    """A fault in the window itself: logged with its place, told in the status bar, and the work goes on."""
    LOG.error("fault in the window", exc_info=(type(fault), fault, trace))
    if isinstance(fault, Exception):
        say(fault)


class _Shown:
    """The window over the open records, made anew where another language, theme or size of letters is chosen."""

    def __init__(self, application: QApplication, context: Context, lang: str, exchange: "Exchange | None") -> None:
        self._application, self._context, self._exchange = application, context, exchange
        self._lang = lang
        self._chosen: Preferences | None = None

    def run(self, tasks: Tasks, look: Look) -> int:
        """Show the window until it is closed for good; the exit code."""
        code = self._show(tasks, look)
        while self._chosen is not None:
            chosen, self._chosen = self._chosen, None
            self._lang = chosen.lang
            Words(self._application).use(chosen.lang)
            code = self._show(Tasks(), apply_look(self._application, Theme(chosen.theme), chosen.base_px))
        return code

    def _show(self, tasks: Tasks, look: Look) -> int:
        from app.ui.demonstration import mark_window  # noqa: PLC0415  pages bring SQLAlchemy, 0.5 s: log-in comes first
        from app.ui.main_window import open_window  # noqa: PLC0415  as above

        window = open_window(self._context, tasks, look, self._lang, self._exchange)
        mark_window(window)
        desk = window.desk
        sys.excepthook = lambda _, fault, trace: _unforeseen(desk.say_fault, fault, trace)

        def anew(chosen: Preferences) -> None:
            self._chosen = chosen
            if not window.close():  # something typed is not saved, and its person goes on with it
                self._chosen = None

        window.look_chosen.connect(anew)
        window.show()
        desk.sync.start()
        return self._application.exec()
