"""The window made anew in another language, theme and size, over the same open records."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services.context import Context
from app.services.preferences import Preferences
from app.ui.main_window import MainWindow
from app.ui.start import _Shown
from app.ui.tasks import Tasks
from app.ui.theme.style import Look, apply_look
from app.ui.theme.tokens import Theme

MOST_TICKS = 400
"""What does not come within so many ends the event loop: a test that waits for ever holds up all others."""


def test_another_look_makes_the_window_anew(ctx: Context, qapp: QApplication, look: Look) -> None:
    seen: list[tuple[str, str, Theme, int]] = []

    ticks = iter(range(MOST_TICKS))

    def work() -> None:
        if next(ticks, None) is None:
            qapp.quit()
            return
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

    timer = QTimer()
    timer.timeout.connect(work)
    timer.start(50)
    try:
        assert _Shown(qapp, ctx, "zh_CN", None).run(Tasks(), look) == 0
    finally:
        timer.stop()
        apply_look(qapp)
    assert seen == [("工人", "zh_CN", Theme.LIGHT, 14), ("Workers", "en", Theme.DARK, 18)]


def test_ctrl_k_finds_a_tab_of_the_settings(ctx: Context, qapp: QApplication, look: Look) -> None:
    opened: list[str] = []

    ticks = iter(range(MOST_TICKS))

    def work() -> None:
        if next(ticks, None) is None:
            qapp.quit()
            return
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

    timer = QTimer()
    timer.timeout.connect(work)
    timer.start(50)
    try:
        _Shown(qapp, ctx, "zh_CN", None).run(Tasks(), look)
    finally:
        timer.stop()
    assert opened == ["备份"]
