"""Random keys, clicks and texts over the whole window: nothing raises, Qt warns of nothing, the records stay whole.

Seeded, so that a failure comes again. Only the system's file dialogs are answered for (by no file).
"""

import random
import sys
import time

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QFileDialog, QMenu, QWidget
from shiboken6 import isValid

from app.services import safety
from app.ui.desk import Desk
from app.ui.driver import type_text
from app.ui.main_window import MainWindow
from app.ui.tasks import Tasks
from app.ui.widgets.unsaved import Editing

SEEDS = (1, 2, 3)
ACTIONS = 250
HALF_AN_HOUR = 1_800.0
_PAUSE_MS = 1
TEXTS = (
    *("12", "-3", "0", "1e9", "999999999999", "2.5", "+2", "j8", "aym", "阿依", "ꋍꑍ", "བོད", "ئۇيغۇر", "😀"),
    *("=cmd()", "\u202e反", "1899-12-31", "2999-01-01", "2026-11-20", "a" * 300, " ", "'; --", "<b>x</b>", "0.0001"),
)
KEYS = (
    *(Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F9, Qt.Key.Key_Menu, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)
WITH_CONTROL = "0123456789ACDFKRVXYZ"


class Monkey:
    """One act at each tick of a timer, so that it goes on within dialogs that wait."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window, self._random = window, random.Random(seed)
        self.acts: list[str] = []

    def act(self) -> None:
        """Press, click or type something somewhere."""
        place = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._window
        if not isValid(place) or not place.isVisible():
            return
        choose = self._random.choices((self._press, self._control, self._click, self._type), (5, 2, 4, 3))[0]
        choose(place)

    def _press(self, place: QWidget) -> None:
        key = self._random.choice(KEYS)
        self._note(place, key.name)
        QTest.keyClick(place.focusWidget() or place, key)

    def _control(self, place: QWidget) -> None:
        letter = self._random.choice(WITH_CONTROL)
        self._note(place, f"Ctrl+{letter}")
        QTest.keyClick(place.focusWidget() or place, letter, Qt.KeyboardModifier.ControlModifier)

    def _click(self, place: QWidget) -> None:
        parts = [part for part in place.findChildren(QWidget) if part.isVisible() and part.isEnabled()]
        part = self._random.choice(parts) if parts and not isinstance(place, QMenu) else place
        if isinstance(part, QAbstractScrollArea):
            part = part.viewport()
        at = QPoint(self._random.randrange(max(1, part.width())), self._random.randrange(max(1, part.height())))
        self._note(place, f"click {type(part).__name__} {part.objectName()}")
        QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=at)

    def _type(self, place: QWidget) -> None:
        part = place.focusWidget()
        if part is not None:
            text = self._random.choice(TEXTS)
            self._note(place, f"type {text!r}")
            type_text(part, text)

    def _note(self, place: QWidget, words: str) -> None:
        self.acts.append(f"{type(place).__name__}: {words}")


def let_loose(window: MainWindow, seed: int, *, acts: int = sys.maxsize, seconds: float = 60.0) -> Monkey:
    """Some acts, or some seconds of them; what is open at the end is closed without an answer."""
    monkey, loop, until = Monkey(window, seed), QEventLoop(), time.monotonic() + seconds

    def tick() -> None:
        """The next tick is set before the act: one within whose slot a dialog waits would never come again."""
        if loop.property("over"):
            return
        QTimer.singleShot(_PAUSE_MS, loop, tick)
        if len(monkey.acts) < acts and time.monotonic() < until:
            monkey.act()
            return
        waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if isinstance(waiting, QDialog):
            waiting.reject()
        elif waiting is not None:
            waiting.close()
        else:
            loop.setProperty("over", True)
            loop.quit()

    tick()
    loop.exec()
    return monkey


@pytest.fixture
def window(desk: Desk, qtbot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    for name, nothing in (
        ("getOpenFileName", ("", "")),
        ("getSaveFileName", ("", "")),
        ("getOpenFileNames", ([], "")),
        ("getExistingDirectory", ""),
    ):
        monkeypatch.setattr(QFileDialog, name, lambda *_, answer=nothing: answer)
    made = MainWindow(Desk(desk.ctx, desk.workshop, Tasks(), desk.look))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made, before_close_func=lambda one: [part.drop() for part in one.findChildren(Editing)])
    made.show()
    made.desk.tasks.settle()
    return made


def check(window: MainWindow, monkey: Monkey) -> None:
    window.desk.tasks.settle(30.0)
    found = safety.verify(window.desk.ctx)
    assert [one.text() for one in found if not one.good] == [], monkey.acts[-40:]


@pytest.mark.timeout(400)
@pytest.mark.parametrize("seed", SEEDS)
def test_random_acts_raise_nothing(window: MainWindow, seed: int) -> None:
    check(window, let_loose(window, seed, acts=ACTIONS, seconds=120.0))


@pytest.mark.torture
@pytest.mark.timeout(2_400)
def test_half_an_hour_of_random_acts(window: MainWindow) -> None:
    monkey = let_loose(window, 4, seconds=HALF_AN_HOUR)
    check(window, monkey)
