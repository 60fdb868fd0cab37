"""How a window on the demonstration's records says so: in its title and in the status bar, all the time."""

from PySide6.QtWidgets import QMainWindow

from app.services.demonstration_mark import is_demonstration
from app.ui.main_window import MainWindow
from app.ui.tables.columns import Tone
from app.ui.widgets.parts import label, tone_label
from app.ui.words import translate


def mark_window(window: MainWindow) -> bool:
    """Mark a window where its records are the demonstration's; whether they are."""
    if not is_demonstration(window.desk.ctx):
        return False
    window.setWindowTitle(translate("Demonstration", "示范 DEMO · 工坊账本"))
    mark_bar(window)
    return True


def mark_bar(window: QMainWindow) -> None:
    """Say in the status bar that these are no real records."""
    shown = label()
    shown.setObjectName("demonstration")
    tone_label(shown, translate("Demonstration", "示范 DEMO：不是真实记录，不上传"), Tone.WARN)
    window.statusBar().addPermanentWidget(shown)
