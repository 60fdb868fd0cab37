"""Working a page whose records are typed in line by line: opened on the small workshop, typed into by keys."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.ui.desk import Desk
from app.ui.widgets.page import Page

P = TypeVar("P", bound=Page)
SIZE = (1218, 740)


def opened(made: P, desk: Desk, qtbot) -> P:
    """The page on the screen, read."""
    qtbot.addWidget(made)
    made.resize(*SIZE)
    made.show()
    made.refresh()
    desk.tasks.settle()
    return made


def typed(field: QLineEdit, text: str, *, enter: bool = True) -> None:
    """What stands in a field is replaced, key by key; Enter follows."""
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    if text.isascii():
        QTest.keyClicks(field, text)
    else:  # as an input method gives them
        written = QInputMethodEvent()
        written.setCommitString(text)
        QApplication.sendEvent(field, written)
    if enter:
        QTest.keyClick(field, Qt.Key.Key_Return)
