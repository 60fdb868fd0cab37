"""Keys nobody meant: whatever is pressed on the day sheet, nothing breaks, and what is shown is what is stored."""

import random
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services import day as days
from app.ui.desk import Desk
from app.ui.pages import today_rows as rows
from app.ui.pages.today import TodayPage

DAY = date(2026, 11, 25)
CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS = (
    *"0123456789vahlbxtdsj+./ -jkaym",
    *[Qt.Key.Key_Return] * 6, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Tab,
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F9,
    *((key, CONTROL) for key in (Qt.Key.Key_D, Qt.Key.Key_V, Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_C,
                                 Qt.Key.Key_Return, Qt.Key.Key_K)),
)  # fmt: skip
TEXTS = ("12", "√\t3\n半\t4", "阿依莫 刺绣 12,锁边 6\n吉克秀英请假", "阿依摸 9\n\x00", "01\t阿依莫\t7", "\n", "9" * 40)
PRESSES = 250


@pytest.fixture
def page(desk: Desk, qtbot) -> TodayPage:
    made = TodayPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open_day(DAY)
    desk.tasks.settle()
    return made


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_random_keys_leave_the_sheet_as_it_is_stored(page: TodayPage, seed: int) -> None:
    chance, written = random.Random(seed), []
    page.desk.changed.connect(written.append)
    for at in range(PRESSES):
        if at % 20 == 0:
            QGuiApplication.clipboard().setText(chance.choice(TEXTS))
            page.grid.setFocus()
        press = chance.choice(KEYS)
        QTest.keyClick(QApplication.focusWidget() or page, *(press if isinstance(press, tuple) else (press,)))
        if at % 7 == 0:
            page.desk.tasks.settle()
    page.grid.commit()
    page.desk.tasks.settle()
    stored = days.day_sheet(page.desk.ctx, page.desk.workshop.workshop_id, DAY, tuple(page._extra))
    shown = {row.worker_id: row for row in page.table.model.rows}
    for row in stored.rows:
        assert (shown[row.worker_id].mark, shown[row.worker_id].cells) == (row.mark, row.cells)
    assert len(written) > PRESSES // 20
    assert rows.live_summary(page.sheet, page.table.model.rows) == stored.summary
