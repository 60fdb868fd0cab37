"""The window made anew in another language, theme and size, over the same open records."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services.context import Context
from app.services.preferences import Preferences
from app.ui.desk import Desk
from app.ui.main_window import MainWindow, PageEntry
from app.ui.side_bar import Entry
from app.ui.start import _load_pages, _Shown
from app.ui.tasks import Tasks
from app.ui.theme.style import Look, apply_look
from app.ui.theme.tokens import Theme
from app.ui.widgets.page import Page
from tests.ui.ticking import ticking


def test_another_look_makes_the_window_anew(ctx: Context, qapp: QApplication, look: Look) -> None:
    seen: list[tuple[str, str, Theme, int]] = []

    def work() -> None:
        window = next((one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()), None)
        if window is None:
            return
        window.desk.tasks.settle()
        desk = window.desk
        seen.append((window.side.buttons["people"].text().strip(), desk.lang, desk.look.theme, desk.look.base_px))
        if len(seen) == 1:
            window.look_chosen.emit(Preferences("en", "dark", 18))
        else:
            window.close()

    try:
        with ticking(work):
            assert _Shown(qapp, ctx, "zh_CN", None).run(Tasks(), look) == 0
    finally:
        apply_look(qapp)
    assert seen == [("工人", "zh_CN", Theme.LIGHT, 14), ("Workers", "en", Theme.DARK, 18)]


def test_ctrl_k_finds_a_tab_of_the_settings(ctx: Context, qapp: QApplication, look: Look) -> None:
    opened: list[str] = []

    def work() -> None:
        window = next((one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()), None)
        if window is None:
            return
        window.desk.tasks.settle()
        QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        window.desk.tasks.settle()
        QTest.keyClicks(window.finder.field, "bf")
        QTest.keyClick(window.finder.field, Qt.Key.Key_Return)
        window.desk.tasks.settle()
        page = window.pages["settings"]
        opened.append(page.tabs.buttons[3].text() if page.tabs.buttons[3].isChecked() else "")
        window.close()

    with ticking(work):
        _Shown(qapp, ctx, "zh_CN", None).run(Tasks(), look)
    assert opened == ["备份"]


def test_the_window_starts_without_pages_and_libraries_nobody_asked_for() -> None:
    heavy = ["openpyxl", "xlsxwriter", "segno", "requests", "app.ui.pages.payroll", "app.ui.pages.sales"]
    code = f"import sys, app.ui.main_window; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_pages_are_loaded_while_the_password_is_typed(qapp: QApplication) -> None:
    loaded: list[str] = []
    tasks = Tasks()
    entries = [Loaded(Entry(key, key, ""), "", loaded) for key in ("one", "two", "three")]
    _load_pages(tasks, entries)
    assert loaded != ["one", "two", "three"]  # a log-in meanwhile waits for one page at most
    tasks.settle()
    assert loaded == ["one", "two", "three"]
    tasks.close()


@dataclass(frozen=True)
class Loaded(PageEntry):
    """A page that says when its module is loaded."""

    done: list[str]

    def load(self) -> Callable[[Desk], Page]:
        self.done.append(self.entry.key)
        return Page
