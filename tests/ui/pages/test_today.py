"""Today: a day typed by keys on the real database; live sums, closing, undo, the question about the date."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from app.domain.refusal import Refusal
from app.models.goods import Process
from app.models.work import PieceEntry
from app.services import day as days
from app.ui.desk import Desk
from app.ui.pages import today_rows as rows
from app.ui.pages.today import TodayPage
from app.ui.tables.columns import Tone

DAY = date(2026, 11, 25)
PIECES = rows.FIRST_ITEM


@pytest.fixture
def page(desk: Desk, qtbot) -> TodayPage:
    made = TodayPage(desk)
    qtbot.addWidget(made)
    made.show()
    made.open_day(DAY)
    desk.tasks.settle()
    return made


@pytest.fixture
def keys(page: TodayPage) -> Callable[..., None]:
    """Stand in a cell and press keys; then wait for the writing."""

    def press(row: int, column: int, *presses: object) -> None:
        page.grid.setCurrentIndex(page.table.model.index(row, column))
        for key in presses:
            if isinstance(key, str):
                QTest.keyClicks(page.grid, key)
            elif isinstance(key, tuple):
                QTest.keyClick(page.grid, *key)
            else:
                QTest.keyClick(page.grid, key)
        page.desk.tasks.settle()

    return press


def stored(page: TodayPage, day: date = DAY) -> dict[str, days.DayRow]:
    sheet = days.day_sheet(page.desk.ctx, page.desk.workshop.workshop_id, day)
    return {row.no: row for row in sheet.rows}


def test_marks_by_key_are_on_disk_when_the_cell_is_left(page, keys) -> None:
    keys(0, rows.MARK_COLUMN, "v", Qt.Key.Key_Return, "a", Qt.Key.Key_Return, "6.5", Qt.Key.Key_Return)
    assert [stored(page)[no].mark for no in ("01", "02", "03")] == ["√", "旷", "6.5"]


def test_plus_hours_are_added_to_the_day(page, keys) -> None:
    keys(0, rows.MARK_COLUMN, "v", Qt.Key.Key_Return)
    keys(0, rows.MARK_COLUMN, "+2", Qt.Key.Key_Return)
    assert stored(page)["01"].mark == "8+2"


def test_enter_accepts_the_suggestion(page, keys) -> None:
    assert rows.mark_shown(page.table.model.rows[0]) == "(√)"
    keys(0, rows.MARK_COLUMN, Qt.Key.Key_Return)
    assert stored(page)["01"].mark == "√"


def test_pieces_are_typed_as_digits_and_summed_at_once(page, keys) -> None:
    keys(1, PIECES, "15", Qt.Key.Key_Return)
    assert stored(page)["02"].cells[0].good_milli == 15_000
    assert page.table.foot.model().index(0, PIECES).data() == "15"
    assert "15" in [figure.value for figure in page.strip.shown]


def test_pay_of_the_day_follows(page, keys, qtbot) -> None:
    keys(1, PIECES, "10", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._pay and page.desk.tasks.idle and not page._pay_timer.isActive(), timeout=5000)
    worker = page.table.model.rows[1]
    assert rows.paid(page._pay, worker).day_fen == 2_350


def test_a_mark_nobody_can_read_is_said_and_not_taken(page, keys, qtbot) -> None:
    with qtbot.waitSignal(page.desk.said) as said:
        keys(0, rows.MARK_COLUMN, "9", Qt.Key.Key_Return)
    assert said.args[0].tone is Tone.BAD
    assert stored(page)["01"].mark == ""
    assert page.table.model.rows[0].mark == ""


def test_ctrl_z_takes_the_last_change_back(page, keys) -> None:
    keys(0, rows.MARK_COLUMN, "v", Qt.Key.Key_Return)
    keys(0, rows.MARK_COLUMN, (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    assert stored(page)["01"].mark == ""


def test_ctrl_d_fills_down(page, keys) -> None:
    keys(0, rows.MARK_COLUMN, "h", Qt.Key.Key_Return)
    keys(0, rows.MARK_COLUMN, (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier))
    assert stored(page)["02"].mark == "半"


def test_ctrl_enter_closes_the_day_and_names_who_is_not_filled_in(page, keys, qtbot) -> None:
    keys(0, rows.MARK_COLUMN, "v", (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    assert page.sheet is not None
    assert page.sheet.closed_by == "阿依"
    assert stored(page)["01"].mark == "√"
    said = " ".join(part.text() for part in page.panel.findChildren(QLabel) if part.isVisible())
    assert "2026-11-25 已日结" in said
    assert "02 吉克秀英、03 ꀋꑳꃀ。未填不算缺勤" in said


def test_f9_accepts_every_suggestion(page, keys) -> None:
    keys(0, rows.MARK_COLUMN, Qt.Key.Key_F9)
    assert [stored(page)[no].mark for no in ("01", "02")] == ["√", "√"]


def test_search_hides_the_others(page) -> None:
    page.search.setText("秀英")
    assert [page.grid.isRowHidden(at) for at in range(4)] == [True, False, True, True]


def test_arrows_change_the_day(page) -> None:
    page._stepper.moved.emit(-1)
    page.desk.tasks.settle()
    assert page.sheet.day == date(2026, 11, 24)
    assert page.table.model.rows[0].mark == "√"


def test_an_impossible_clock_is_asked_about_before_anything_is_typed(desk: Desk, qtbot) -> None:
    desk.ctx = replace(desk.ctx, now=lambda: datetime(2020, 1, 1, 8, 0))  # noqa: DTZ001
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    desk.tasks.settle()
    assert page._ask_day.isVisible()
    assert not page.table.isEnabled()
    QTest.mouseClick(page._ask_day.findChild(object, "this-day"), Qt.MouseButton.LeftButton)
    desk.tasks.settle()
    assert page.day == date(2026, 11, 24)
    assert page.table.isEnabled()


@pytest.mark.parametrize(("text", "milli"), [("12", 12_000), ("", 0), ("0.5", 500), ("１２", 12_000)])
def test_typed_pieces(text: str, milli: int) -> None:
    assert rows.read_pieces(text) == milli


@pytest.mark.parametrize("text", ["-1", "x", "1.2345"])
def test_what_is_no_quantity(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        rows.read_pieces(text)


def test_f2_notes_marks_and_pieces_of_the_last_day_and_goes_on(page, keys) -> None:
    keys(0, rows.MARK_COLUMN, Qt.Key.Key_F2, Qt.Key.Key_F2)
    kept = stored(page)
    assert (kept["01"].mark, kept["02"].mark) == ("√", "√")
    assert [cell.good_milli for cell in kept["02"].cells] == [12_000, 12_000]
    assert page.grid.currentIndex().row() == 2


def test_f2_leaves_what_is_noted_and_gives_no_pieces_to_who_was_away(page, keys) -> None:
    keys(1, PIECES, "5", Qt.Key.Key_Return)
    keys(1, PIECES, Qt.Key.Key_F2)
    assert [cell.good_milli for cell in stored(page)["02"].cells] == [5_000, 12_000]
    keys(2, rows.MARK_COLUMN, "l", Qt.Key.Key_Return)
    keys(2, rows.MARK_COLUMN, Qt.Key.Key_F2)
    assert stored(page)["03"].mark == "假"


def test_filling_down_an_empty_cell_takes_nothing_away(page, keys) -> None:
    keys(1, PIECES, "5", Qt.Key.Key_Return)
    keys(0, PIECES, (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier))
    assert stored(page)["02"].cells[0].good_milli == 5_000


def test_more_than_three_times_the_own_average_is_said_while_typing(page, keys) -> None:
    with page.desk.ctx.database.write("阿依", "test") as session:
        for day in (18, 19, 20):
            session.add(PieceEntry(workshop_id=page.desk.workshop.workshop_id, id=day, date=f"2026-11-{day}",
                                   worker_id=page.table.model.rows[1].worker_id, process_id=911,
                                   good_milli=12_000))  # fmt: skip
    page.refresh()
    page.desk.tasks.settle()
    for typed, warned in (("36", False), ("37", True)):
        keys(1, PIECES, typed, Qt.Key.Key_Return)
        assert ("高于平均 3 倍" in rows.remark(page.table.model.rows[1])) is warned
    keys(1, PIECES, (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    said = " ".join(part.text() for part in page.panel.findChildren(QLabel))
    assert "高于自己平均 3 倍：02 吉克秀英" in said


@pytest.mark.parametrize(
    ("typed", "code"), [("x", "数字"), ("1e12", "数字"), ("99999999999", "1,000,000"), ("-1", "数字")]
)
def test_pieces_nobody_made_are_said_and_not_taken(page, keys, typed: str, code: str) -> None:
    said = []
    page.desk.said.connect(lambda notice: said.append(notice.text))
    keys(1, PIECES, typed, Qt.Key.Key_Return)
    assert any(code in text for text in said)
    assert stored(page)["02"].cells[0].good_milli == 0
    assert page.table.model.rows[1].cells[0].good_milli == 0


def test_a_closed_day_can_be_reopened(page, keys) -> None:
    control = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    keys(0, rows.MARK_COLUMN, control)
    assert "取消" in page.close_button.text()
    assert page.close_button.property("role") != "primary"
    assert page._keys.text().endswith("Ctrl+↵ 取消日结")
    keys(0, rows.MARK_COLUMN, control)
    assert page.sheet.closed_by is None
    assert page.close_button.property("role") == "primary"
    assert page._keys.text().endswith("Ctrl+↵ 日结")


def test_closing_is_said(page, keys) -> None:
    said = []
    page.desk.said.connect(lambda notice: said.append(notice.text))
    keys(0, rows.MARK_COLUMN, Qt.Key.Key_F9)
    keys(0, rows.MARK_COLUMN, (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    assert said[-1].startswith("已日结")


def test_a_process_can_be_added_as_a_column(page, desk: Desk) -> None:
    with desk.ctx.database.write("阿依", "test") as session:
        session.add(Process(workshop_id=desk.workshop.workshop_id, id=913, product_id=901, name="装裱"))
    page.refresh()
    desk.tasks.settle()
    before = len(page.sheet.columns)
    QTest.mouseClick(page.findChild(QPushButton, "add-item"), Qt.MouseButton.LeftButton)
    menu = page.findChild(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    desk.tasks.settle()
    assert len(page.sheet.columns) == before + 1
    assert "装裱" in "".join(column.title for column in page.table.model.columns)


def test_a_locked_month_is_said(page, qtbot) -> None:
    with qtbot.waitSignal(page.desk.said) as said:
        page._show(replace(page.sheet, locked=True))
    assert "锁定" in said.args[0].text


def test_a_write_that_is_refused_is_said_and_the_sheet_read_again(page, qtbot) -> None:
    row = page.table.model.rows[0]
    with qtbot.waitSignal(page.desk.said) as said:
        page.writer.mark(row, "√")
        page.desk.tasks.settle()
        page.writer.refused(Refusal("worker_missing"))
    page.desk.tasks.settle()
    assert said.args[0].text
    assert page.table.model.rows[0].mark == "√"
