"""From the log-in to the closed window: what ``python -m app`` shows."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from app.services.workshops import choose_workshop
from app.ui.desk import Desk
from app.ui.login import LoginDialog, Opener
from app.ui.main_window import MainWindow
from app.ui.tasks import Tasks
from app.ui.theme.style import apply_look
from app.ui.words import Words


def run_window(users: Sequence[str], opener: Opener, lang: str) -> None:
    """Ask for the password until ``opener`` gives a context, then show the window until it is closed."""
    application = QApplication(["gongfang"])
    Words(application).use(lang)
    look, tasks = apply_look(application), Tasks()
    login = LoginDialog(tasks, users, opener, lang)
    login.exec()
    ctx = login.context
    if ctx is None:
        tasks.close()
        return
    window = MainWindow(Desk(ctx, choose_workshop(ctx), tasks, look, lang))
    window.show()
    application.exec()
    ctx.database.close()
