"""Every control of every page, panel and dialog has a name a screen reader can say, and the Tab key comes to it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from app.ui.desk import Desk
from app.ui.main_window import MainWindow, page_entries
from app.ui.shot_views import views
from app.ui.shots import HEIGHT, WIDTH
from app.ui.tables.typing_grid import TypingGrid
from app.ui.tasks import Tasks
from app.ui.words import LANGUAGES, Words
from tests.ui.keys import awake
from tests.ui.leaving import let_go
from tests.ui.test_fits import cut_off

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTabBar, QTextEdit,
)  # fmt: skip
MOST_TABS = 150
"""Many, but an end: the busiest page with its panel has some ninety controls, the side bar and status bar with it."""


@pytest.fixture
def speaking(desk: Desk, qapp: QApplication, qtbot, request: pytest.FixtureRequest) -> MainWindow:
    """The window in a language."""
    lang = getattr(request, "param", "zh_CN")
    Words(qapp).use(lang)
    window = MainWindow(Desk(desk.ctx, desk.workshop, Tasks(), desk.look, lang))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window, before_close_func=let_go)
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.desk.tasks.settle()
    return window


def shown(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """What the pictures show, and the pages they leave out, as they open."""
    for name, widget in views(window):
        QApplication.processEvents()
        yield name, widget
    for entry in page_entries():
        window.open_page(entry.entry.key)
        window.desk.tasks.settle()
        yield entry.entry.key, window


def controls(widget: QWidget) -> list[QWidget]:
    """What a person works in a window: seen, enabled, and no part of another control."""
    found = [part for part in widget.findChildren(QWidget) if works(part) and part.isVisible()]
    return [
        part
        for part in found
        if part.isEnabled() and not any(isinstance(above, CONTROLS) for above in parents(part, widget))
    ]


def works(part: QWidget) -> bool:
    """Whether a person works it: a control of Qt's, or a picture of ours that takes the keyboard."""
    return isinstance(part, CONTROLS) or (takes_tab(part) and not isinstance(part, QScrollArea))


def parents(part: QWidget, top: QWidget) -> Iterator[QWidget]:
    above = part.parentWidget()
    while above is not None and above is not top:
        yield above
        above = above.parentWidget()


def named(part: QWidget) -> str:
    """What a screen reader says of a control."""
    interface = QAccessible.queryAccessibleInterface(part)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else part.accessibleName()


def place(part: QWidget) -> str:
    """Where a control is, for whoever mends it."""
    above = [f"{type(one).__name__}#{one.objectName()}" for one in parents(part, part.window())][:4]
    return " < ".join([f"{type(part).__name__}#{part.objectName()} {part.toolTip()[:20]}", *above])


def takes_tab(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)


def beside(part: QWidget) -> set[QWidget]:
    """The buttons arrows go to from one: of several of which one is chosen Tab comes to that one alone."""
    group = part.group() if isinstance(part, QAbstractButton) else None
    return set(group.buttons()) if group is not None and group.exclusive() else set()


def walked(widget: QWidget) -> set[QWidget]:
    """Where the Tab key comes to, from where the keyboard is, until it is there again."""
    window = widget.window()
    awake(window)
    start = QApplication.focusWidget()
    if start is None or start.window() is not window:
        (widget.focusWidget() or widget.nextInFocusChain()).setFocus()
        start = QApplication.focusWidget()
    met = set()
    for _ in range(MOST_TABS):
        here = QApplication.focusWidget()
        if here is None:
            break
        met.add(here)
        met |= beside(here)
        QTest.keyClick(here, Qt.Key.Key_F6 if isinstance(here, TypingGrid) else Qt.Key.Key_Tab)
        if QApplication.focusWidget() is start:
            return met
    return met


@pytest.mark.parametrize("speaking", LANGUAGES, indirect=True)
def test_every_control_has_a_name_and_tab_comes_to_it_and_no_word_is_cut_off(speaking: MainWindow) -> None:
    """One walk for the three, since it takes its time; Tab's way, the same in either language, in Chinese alone."""
    nameless, missed, cut = {}, {}, {}
    for name, widget in shown(speaking):
        worked = controls(widget)
        cut |= dict.fromkeys(cut_off(widget), name)
        nameless |= {place(part): name for part in worked if not named(part)}
        if speaking.desk.lang == "zh_CN":
            met = walked(widget)
            missed |= {place(part): name for part in worked if takes_tab(part) and part not in met}
    assert nameless == {}, told(nameless)
    assert missed == {}, told(missed)
    assert cut == {}, told(cut)


def told(found: dict[str, str]) -> str:
    return "\n".join(f"{name}: {part}" for part, name in found.items())
