"""A person without a mouse before the real window: pages by Ctrl and a digit, their parts by Tab, fields by typing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from app.services.context import Context
from app.services.workshops import list_workshops
from app.ui.desk import Desk
from app.ui.main_window import MainWindow
from app.ui.tables.typing_grid import TypingGrid
from app.ui.tasks import Tasks
from app.ui.theme.style import Look
from tests.ui.keys import ALT, CONTROL, ENTER, Keys, awake, keyboard
from tests.ui.leaving import let_go

MOST_TABS = 80
TAB, SPACE, DOWN, RIGHT = Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Right
__all__ = ["ALT", "CONTROL", "DOWN", "ENTER", "RIGHT", "SPACE", "TAB", "Clock", "Person", "at_work"]


class Clock:
    """The wall clock of the story."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


class Person:
    """Hands on the keyboard of one open window; nothing of a page is called."""

    def __init__(self, window: MainWindow, keys: Keys) -> None:
        self.window, self.keys = window, keys
        self.said: list[str] = []
        window.desk.said.connect(lambda notice: self.said.append(notice.text))

    def page(self, digit: int) -> None:
        """Ctrl and a digit."""
        self.keys((Qt.Key(Qt.Key.Key_0 + digit), CONTROL))

    def to(self, name: str) -> QWidget:
        """Tab until the part of this object name has the keyboard (F6 out of a grid)."""
        return self.until(lambda here: here.objectName() == name, name)

    def to_table(self) -> QWidget:
        """Tab until a table has the keyboard."""
        return self.until(lambda here: here.metaObject().className() == "QTableView", "a table")

    def until(self, found: object, wanted: str) -> QWidget:
        """Tab until a part is found."""
        passed = []
        for _ in range(MOST_TABS):
            here = self.keys.place()
            if found(here):  # type: ignore[operator]
                return here
            passed.append(f"{type(here).__name__}#{here.objectName()}")
            self.keys(Qt.Key.Key_F6 if isinstance(here, TypingGrid) else TAB)
        raise AssertionError(f"Tab does not come to {wanted}: {passed}")

    def press(self, name: str) -> None:
        """Space on the button of this name."""
        self.to(name)
        self.keys(SPACE)

    def fill(self, **values: str) -> None:
        """Type into fields of a form, in their order: what stands there goes; a choice is gone down to."""
        for name, text in values.items():
            editor = self.to(f"field-{name}")
            if isinstance(editor, QComboBox):
                self.choose(editor, text)
            else:
                self.keys((Qt.Key.Key_A, CONTROL), text)

    def choose(self, box: QComboBox, text: str) -> None:
        """Down to a choice by arrows."""
        self.keys(Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentText() == text:
                return
            self.keys(DOWN)
        raise AssertionError(f"{text} is not offered")

    def pause(self) -> None:
        """A breath, in which what waits for the end of typing is done."""
        QTest.qWait(300)
        self.window.desk.tasks.settle()


@contextmanager
def at_work(ctx: Context, look: Look) -> Iterator[Person]:
    """The program opened on the records, and closed again as at the end of a day."""
    tasks = Tasks()
    desk = Desk(ctx, list_workshops(ctx)[0], tasks, look)
    window = MainWindow(desk)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    window.resize(1366, 768)
    window.show()
    awake(window)
    desk.tasks.settle()
    try:
        with keyboard(desk) as keys:
            yield Person(window, keys)
    finally:
        let_go(window)
        window.close()
        window.deleteLater()
        QApplication.processEvents()
