"""A person's hands on the keyboard: keys go where the focus is and are counted there; no mouse may move."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.desk import Desk
from app.ui.driver import type_text
from app.ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


class Keys(QObject):
    """Types where the focus is and counts what arrives there, Ctrl and Shift too; no mouse may."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.count, self.mouse, self._desk = 0, 0, desk
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.ShortcutOverride and watched is QApplication.focusWidget():
            self.count += 1
        self.mouse += event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
        return False

    def __call__(self, *presses: object) -> int:
        """Press keys, a text letter by letter; answers how many it took."""
        before = self.count
        for press in presses:
            if isinstance(press, str):
                for letter in press:
                    type_text(self.place(), letter)
            elif isinstance(press, tuple):
                QTest.keyClick(self.place(), *press)
            else:
                QTest.keyClick(self.place(), press)
            self._desk.tasks.settle()
        return self.count - before

    def place(self) -> QWidget:
        """Where the keys go now: a menu that is open takes them all, as on a person's screen."""
        place = QApplication.activePopupWidget() or QApplication.focusWidget()
        if place is None or not place.isVisible() or self._is_strange(place):
            awake(QApplication.activeModalWidget() or self._window())
            place = QApplication.focusWidget()
        assert place is not None, "nothing has the keyboard"
        return place

    def _window(self) -> MainWindow:
        return next(one for one in _windows() if one.desk is self._desk)

    def _is_strange(self, place: QWidget) -> bool:
        """Whether a place is in a window that an earlier test left open: when a dialog closes Qt may go there."""
        owner: QWidget | None = place
        while owner is not None and not isinstance(owner, MainWindow):
            owner = owner.parentWidget()
        return owner is not None and owner.desk is not self._desk


def awake(window: QWidget) -> None:
    """Give a window the keyboard, as a desktop does with the one below a dialog that closed (there is none here)."""
    for _ in range(5):
        QApplication.processEvents()
        if window.isActiveWindow() and QApplication.focusWidget() is not None:
            return
        window.activateWindow()


def _windows() -> list[MainWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]


@contextmanager
def keyboard(desk: Desk) -> Iterator[Keys]:
    """Hands on the keyboard; at the end no mouse was used."""
    made = Keys(desk)
    try:
        yield made
    finally:
        QApplication.instance().removeEventFilter(made)
    assert made.mouse == 0
