"""Answers the question before a form is left by real keys, as a person without a mouse does."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import isValid

from app.ui.widgets.unsaved import Editing, LeaveDialog

GO_ON = (Qt.Key.Key_Return,)
"""What Enter does at once: the button that goes on typing has the keyboard."""
SAVE = (Qt.Key.Key_Backtab, Qt.Key.Key_Space)
DROP = (Qt.Key.Key_Tab, Qt.Key.Key_Space)


@contextmanager
def answered(*keys: Qt.Key) -> Iterator[list[str]]:
    """Presses the keys in every question that comes up within; the list gets what each said."""
    said: list[str] = []
    timer = QTimer()

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, LeaveDialog) and dialog.isVisible():
            said.append(dialog.findChildren(QLabel)[1].text())
            for key in keys:
                QTest.keyClick(dialog.focusWidget() or dialog, key)

    timer.timeout.connect(answer)
    timer.start(5)
    yield said
    timer.stop()


def let_go(widget: QWidget) -> None:
    """Drop at the end of a test whatever was left unsaved: nobody is there to answer."""
    for part in widget.findChildren(Editing) if isValid(widget) else ():
        part.drop()


def close_dropping(dialog: QWidget) -> None:
    """Close a dialog at the end of a test, whatever was left unsaved in it."""
    with answered(*DROP):
        dialog.close()
