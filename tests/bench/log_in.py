"""A process that logs in as a person does: `python -m tests.bench.log_in FOLDER`; prints one number.

The seconds from Enter behind the password to the main window's first paint, the libraries loaded while the password
was typed.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.models.opening import open_database
from app.services.context import Context
from app.ui.login import LoginDialog
from app.ui.start import application_of, run_window
from tests.bench.workshop import PASSWORD, USER

_TYPED_AFTER_MS = 5000
"""When the password stands there in full: a sentence's length at a slow hand's pace."""


class Watch(QObject):
    """Types the password and waits for the window."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.entered = self.painted = 0.0
        application.installEventFilter(self)
        QTimer.singleShot(_TYPED_AFTER_MS, self, self._enter)

    def _enter(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, LoginDialog):
            raise TypeError(dialog)
        QTest.keyClicks(dialog.password, PASSWORD)
        self.entered = time.perf_counter()
        QTest.keyClick(dialog.password, Qt.Key.Key_Return)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if event.type() == QEvent.Type.Paint and not self.painted and type(watched).__name__ == "MainWindow":
            self.painted = time.perf_counter()
            QTimer.singleShot(0, watched, watched.close)  # type: ignore[attr-defined]
        return False


def main(folder: Path) -> int:
    """Log in and print; 0."""
    watch = Watch(application_of())
    run_window([USER], lambda user, password: Context(*open_database(folder, user, password)))
    print(watch.painted - watch.entered)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
