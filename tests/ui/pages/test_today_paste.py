"""Pasting into the day sheet: a value, a rectangle, a chat message; seen first, taken at once, undone at once."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.models.goods import Process
from app.services import day as days
from app.ui.desk import Desk
from app.ui.pages import today_rows as rows
from app.ui.pages.today import TodayPage

DAY = date(2026, 11, 25)
CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


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


@pytest.fixture
def paste(page: TodayPage) -> Callable[..., None]:
    """Put a text into the clipboard and press Ctrl+V in a cell."""

    def pasted(text: str, row: int = 0, column: int = rows.MARK_COLUMN) -> None:
        QGuiApplication.clipboard().setText(text)
        page.grid.setFocus()
        page.grid.setCurrentIndex(page.table.model.index(row, column))
        press(page, (Qt.Key.Key_V, CONTROL))

    return pasted


def press(page: TodayPage, *keys: object) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), *(key if isinstance(key, tuple) else (key,)))
        page.desk.tasks.settle()


def stored(page: TodayPage) -> dict[str, tuple[str, list[int]]]:
    sheet = days.day_sheet(page.desk.ctx, page.desk.workshop.workshop_id, DAY)
    return {row.no: (row.mark, [cell.good_milli for cell in row.cells]) for row in sheet.rows}


def panel_text(page: TodayPage) -> str:
    if not page.panel.isVisible():
        return ""
    return "\n".join(part.text() for part in page.panel.findChildren(QLabel) if part.isVisible())


def test_a_message_is_seen_first_and_taken_by_enter(page: TodayPage, paste) -> None:
    before = stored(page)
    paste("阿依莫 刺绣 12,锁边 6\n吉克秀英请假")
    assert "将登记 3 处" in panel_text(page)
    assert stored(page) == before
    press(page, ENTER)
    assert stored(page) == before | {"01": ("", [12_000, 6_000]), "02": ("假", [0, 0])}
    assert not page.panel.isVisible()
    assert page.grid.hasFocus()


def test_all_of_it_is_one_deed(page: TodayPage, paste, qtbot) -> None:
    before = stored(page)
    paste("阿依莫 √ 刺绣 12,锁边 6\n吉克秀英请假")
    press(page, ENTER)
    after = stored(page)
    said = []
    page.desk.said.connect(lambda notice: said.append(notice.text))
    press(page, (Qt.Key.Key_Z, CONTROL))
    assert stored(page) == before
    assert any(text.startswith("撤销：粘贴 4 处（阿依莫 出勤 未填 → √ 等）") for text in said)
    press(page, (Qt.Key.Key_Y, CONTROL))
    assert stored(page) == after


def test_escape_takes_nothing(page: TodayPage, paste) -> None:
    before = stored(page)
    paste("阿依莫 刺绣 12")
    press(page, Qt.Key.Key_Escape)
    assert (stored(page), page.panel.isVisible(), page.grid.hasFocus()) == (before, False, True)


def test_what_is_not_understood_is_named_before_and_after(page: TodayPage, paste) -> None:
    paste("阿依莫 刺绣 12\n阿依摸 锁边 6\n吉克秀英 绣花 3")
    named = ("没有叫“阿依摸”的", "不认识“绣花 3”", "2 处没有看懂")
    assert all(words in panel_text(page) for words in named)
    press(page, ENTER)
    assert stored(page)["01"][1] == [12_000, 0]
    assert all(words in panel_text(page) for words in named)
    press(page, ENTER)
    assert not page.panel.isVisible()


def test_nothing_understood_has_nothing_to_take(page: TodayPage, paste) -> None:
    paste("大家辛苦了")
    assert "没有可以登记的内容" in panel_text(page)
    assert not page.findChild(QPushButton, "take-pasted").isEnabled()
    press(page, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_a_rectangle_from_a_spreadsheet_goes_where_one_stands(page: TodayPage, paste) -> None:
    paste("√\t12\t6\n半\t\t3\n6.5\t1\t")
    press(page, ENTER)
    kept = stored(page)
    assert [kept[no] for no in ("01", "02", "03")] == [
        ("√", [12_000, 6_000]), ("半", [0, 3_000]), ("6.5", [1_000, 0]),
    ]  # fmt: skip


def test_a_rectangle_that_has_no_room_names_what_is_left(page: TodayPage, paste) -> None:
    paste("1\n2\n3", row=2, column=rows.FIRST_ITEM + 1)
    assert "第 3 行超出表格" in panel_text(page)
    press(page, ENTER)
    assert [stored(page)[no][1][1] for no in ("03", "04")] == [1_000, 2_000]


def test_hours_on_top_and_bad_values_of_a_rectangle(page: TodayPage, paste) -> None:
    paste("8+2\n9\n半")
    assert "9" in panel_text(page)
    press(page, ENTER)
    assert [stored(page)[no][0] for no in ("01", "02", "03")] == ["8+2", "", "半"]


def test_a_single_value_is_typed(page: TodayPage, paste) -> None:
    paste(" 12 ", column=rows.FIRST_ITEM)
    assert not page.panel.isVisible()
    press(page, ENTER)
    assert stored(page)["01"][1][0] == 12_000


def test_an_item_without_a_column_gets_one(page: TodayPage, paste, desk: Desk) -> None:
    with desk.ctx.database.write("阿依", "test") as session:
        session.add(Process(workshop_id=desk.workshop.workshop_id, id=913, product_id=901, name="装裱"))
    page.refresh()
    desk.tasks.settle()
    paste("阿依莫 装裱 4")
    press(page, ENTER)
    assert [column.process for column in page.sheet.columns] == ["刺绣", "锁边", "装裱"]
    assert stored(page)["01"][1] == [0, 0, 4_000]


def test_a_name_pasted_into_the_line_is_looked_for(page: TodayPage) -> None:
    QGuiApplication.clipboard().setText("吉克秀英")
    press(page, Qt.Key.Key_Slash, (Qt.Key.Key_V, CONTROL))
    assert [row.no for row in page.table.shown()] == ["02"]


def test_a_message_pasted_into_the_line_is_read(page: TodayPage) -> None:
    QGuiApplication.clipboard().setText("吉克秀英请假")
    press(page, Qt.Key.Key_Slash, (Qt.Key.Key_V, CONTROL), ENTER)
    assert stored(page)["02"][0] == "假"


def test_a_heap_of_text_is_refused(page: TodayPage, paste) -> None:
    said = []
    page.desk.said.connect(lambda notice: said.append(notice.text))
    paste("1\t" * 1_100_000)
    assert any("2,000,000" in text for text in said)


@pytest.mark.parametrize("text", ["\x00阿依莫 刺绣 12", "=cmd()", "🙂 12", "阿依莫\u202e 刺绣 999999999999", "\n\n"])
def test_bad_text_changes_nothing(page: TodayPage, paste, text: str) -> None:
    before = stored(page)
    paste(text)
    if page.panel.isVisible():
        press(page, ENTER)
    assert {no: mark for no, (mark, _) in stored(page).items()} == {no: mark for no, (mark, _) in before.items()}
    assert page.isVisible()
