"""Starting the window: look, words, log-in; then the records' libraries and the window itself."""

import logging
import os
import sys
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.services.context import Context
from app.ui.first_run import FirstRunDialog, Maker
from app.ui.garbage import CollectBetweenEvents
from app.ui.login import LoginDialog, Opener
from app.ui.tasks import Tasks
from app.ui.theme.style import Look, apply_look
from app.ui.words import Words

if TYPE_CHECKING:
    from app.services.syncing import Exchange

LOG = logging.getLogger(__name__)
_AHEAD_MS = 50  # the log-in is painted by then
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run_window(
    users: Sequence[str],
    opener: Opener,
    lang: str = "zh_CN",
    exchange: Callable[[], "Exchange"] | None = None,
    maker: Maker | None = None,
) -> int:
    """Ask for the password, open the records, show the window until it is closed; the exit code.

    With a ``maker`` there are no records yet: the first start comes in place of the log-in.
    """
    application = application_of()
    words = Words(application)
    words.use(lang)
    look = apply_look(application)
    tasks = Tasks()
    dialog = FirstRunDialog(tasks, maker, lang) if maker else LoginDialog(tasks, users, opener, lang)
    QTimer.singleShot(_AHEAD_MS, dialog, lambda: tasks.run(_load_ahead))
    if not dialog.exec() or dialog.context is None:
        tasks.close()
        return 0
    try:
        return _show(application, dialog.context, tasks, look, lang, exchange)
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


def _load_ahead() -> None:
    """Load the records' libraries and the pages while the password is typed: 1.1 s that nobody waits for then."""
    import app.ui.main_window  # noqa: PLC0415, F401  SQLAlchemy comes with it


def _unforeseen(say: Callable[[Exception], None], fault: BaseException, trace: TracebackType | None) -> None:
    """A fault in the window itself: logged with its place, told in the status bar, and the work goes on."""
    LOG.error("fault in the window", exc_info=(type(fault), fault, trace))
    if isinstance(fault, Exception):
        say(fault)


def _show(
    application: QApplication,
    context: Context,
    tasks: Tasks,
    look: Look,
    lang: str,
    exchange: Callable[[], "Exchange"] | None,
) -> int:
    from app.ui.main_window import open_window  # noqa: PLC0415  pages bring SQLAlchemy, 0.5 s: the log-in comes first

    window = open_window(context, tasks, look, lang, exchange() if exchange else None)
    sys.excepthook = lambda _, fault, trace: _unforeseen(window.desk.say_fault, fault, trace)
    window.show()
    window.desk.sync.start()
    return application.exec()
