"""Attendance: a month typed by keys on the real database; its views, menus, headings, jumps."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu

from app.domain.refusal import Refusal
from app.services.day_edit import close_day
from app.ui.pages.attendance import AttendancePage
from app.ui.tables.model import DISPLAY, TOOLTIP
from app.ui.theme.tokens import GRID
from app.ui.widgets.page import Jump
from tests.services.test_undo import lock
from tests.ui.pages.month_marks import (
    BEFORE,
    CONTROL,
    COPY,
    DOWN,
    ENTER,
    FILL_DOWN,
    FILL_RIGHT,
    MONTH,
    PASTE,
    RIGHT,
    SHIFT,
    UNDO,
    shown,
    stored,
)


def test_the_month_is_shown_with_days_and_sums(month_page) -> None:
    assert (month_page.model.days, month_page.model.rowCount(), month_page.model.columnCount()) == (30, 4, 36)
    assert shown(month_page) == stored(month_page) == BEFORE
    assert month_page.model.sum_at(0) == ("2", "16", "–", "–", "–", "16")
    heading = month_page.model.headerData(0, Qt.Orientation.Horizontal, TOOLTIP)
    assert heading.startswith("2026-11-01 星期日 · 休息日")


def test_a_mark_is_on_disk_when_the_cell_is_left(month_page, month_keys) -> None:
    month_keys(0, 2, "v", ENTER, "8+2", DOWN, "h", Qt.Key.Key_Tab)
    assert stored(month_page) == {**BEFORE, ("01", 2): "√", ("02", 2): "8+2", ("03", 2): "半"}
    assert shown(month_page) == stored(month_page)


def test_sums_of_worker_day_and_month_follow(month_page, month_keys) -> None:
    month_keys(0, 2, "8+2", ENTER)
    assert month_page.model.sum_at(0)[:3] == ("3", "24", "2")
    foot = month_page.table.foot_model
    assert [foot.index(line, 1).data() for line in range(4)] == ["1", "10", "–", "2"]
    assert foot.index(0, 30).data() == "3"
    assert [figure.value for figure in month_page.strip.shown][:3] == ["3", "24", "2"]


def test_plus_hours_are_added_to_what_the_cell_says(month_page, month_keys) -> None:
    month_keys(0, 23, "+2", ENTER)
    month_keys(0, 2, "+1.5", ENTER)
    assert (stored(month_page)["01", 23], stored(month_page)["01", 2]) == ("8+2", "8+1.5")


@pytest.mark.parametrize(
    "typed", ["9", "xyz", "加25", "0.01", "=cmd()", "10000000000000", "😀", "√\u202e", "√\u200b", "1899-01-01"]
)
def test_what_is_no_mark_is_said_at_the_cell_which_stays(month_page, month_keys, month_said, typed) -> None:
    month_page.table.stand(0, 22)
    month_page.grid.type_text(typed)
    QTest.keyClick(month_page.grid, ENTER)
    month_page.desk.tasks.settle()
    assert month_page.note.frame.isVisible()
    assert month_page.note.words.text()
    assert month_said
    assert (month_page.grid.currentIndex().row(), month_page.grid.currentIndex().column()) == (0, 22)
    assert shown(month_page) == stored(month_page) == BEFORE
    QTest.keyClick(month_page.grid, DOWN)
    assert not month_page.note.frame.isVisible()


def test_losing_the_focus_says_what_cannot_be_taken_too(month_page, month_said) -> None:
    month_page.table.stand(0, 1)
    QTest.keyClicks(month_page.grid, "9")
    month_page.search.setFocus()
    month_page.desk.tasks.settle()
    assert month_said
    assert stored(month_page) == BEFORE


def test_sums_take_no_typing(month_page, month_keys) -> None:
    month_keys(0, 32, "v", ENTER)
    assert stored(month_page) == BEFORE


def test_a_locked_month_says_so_for_as_long_as_it_is_open(month_page, month_keys) -> None:
    assert not month_page._lasting.isVisible()
    ctx, shop = month_page.desk.ctx, month_page.desk.workshop.workshop_id
    lock(replace(ctx), shop)
    month_page._step(-1)
    month_page.desk.tasks.settle()
    assert "锁定后有变化" in month_page._lasting.text()
    assert month_page._lasting.isVisible()
    month_keys(0, 9, "v", ENTER)
    assert stored(month_page, "2026-10")["01", 9] == "√"
    month_page._step(1)
    month_page.desk.tasks.settle()
    assert not month_page._lasting.isVisible()


def test_closed_days_have_a_tick(month_page, desk) -> None:
    close_day(desk.ctx, desk.workshop.workshop_id, date(2026, 11, 24))
    month_page.refresh()
    desk.tasks.settle()
    assert "已日结" in month_page.model.headerData(23, Qt.Orientation.Horizontal, TOOLTIP)


def test_a_month_nobody_knows_is_said_and_the_present_one_stays(month_page, month_said) -> None:
    month_page.open_month("2999-01")
    month_page.desk.tasks.settle()
    assert month_said
    assert (month_page.month, shown(month_page)) == (MONTH, BEFORE)


def test_alt_arrows_step_the_month(month_page) -> None:
    QTest.mouseClick(month_page._stepper.on, Qt.MouseButton.LeftButton)
    month_page.desk.tasks.settle()
    assert month_page.month == "2026-12"
    assert month_page._stepper.text.text() == "2026-12"


def test_search_leaves_those_found_and_the_days_sums_of_all(month_page, month_keys) -> None:
    month_page.search.setText("秀英")
    assert month_page.model.rowCount() == 1
    assert month_page.table.foot_model.index(0, 22).data() == "1"
    month_keys(0, 2, "v", ENTER)
    assert stored(month_page)["02", 2] == "√"
    month_page.search.clear()
    assert month_page.model.rowCount() == 4


def test_the_heading_is_reached_by_key_and_enter_opens_the_day(month_page, qtbot) -> None:
    month_page.table.stand(0, 4)
    QTest.keyClick(month_page.grid, Qt.Key.Key_Up)
    assert month_page.table.heading.hasFocus()
    QTest.keyClick(month_page.table.heading, RIGHT)
    with qtbot.waitSignal(month_page.jumped) as jumped:
        QTest.keyClick(month_page.table.heading, ENTER)
    assert jumped.args[0] == Jump("today", month_page.model.shown[0], at="2026-11-06")
    QTest.keyClick(month_page.table.heading, DOWN)
    assert month_page.grid.hasFocus()
    assert month_page.grid.currentIndex().column() == 5


def test_ctrl_enter_opens_the_day_at_the_worker(month_page, qtbot) -> None:
    month_page.table.stand(1, 4)
    with qtbot.waitSignal(month_page.jumped) as jumped:
        QTest.keyClick(month_page.grid, ENTER, CONTROL)
    assert jumped.args[0] == Jump("today", month_page.model.shown[1], at="2026-11-05")


def test_menus_of_cell_and_heading_open_the_day(month_page, qtbot) -> None:
    for widget, place in (
        (month_page.grid, month_page.grid.visualRect(month_page.model.index(1, 4)).center()),
        (month_page.table.heading, QPoint(month_page.table.heading.sectionViewportPosition(4) + 5, 5)),
    ):
        widget.customContextMenuRequested.emit(place)
        menu = month_page.findChild(QMenu)
        with qtbot.waitSignal(month_page.jumped) as jumped:
            menu.actions()[0].trigger()
        assert jumped.args[0].at == "2026-11-05"
        menu.close()
        QGuiApplication.sendPostedEvents(menu, QEvent.Type.DeferredDelete)


def test_the_menu_does_what_the_keys_do(month_page) -> None:
    month_page.grid.customContextMenuRequested.emit(month_page.grid.visualRect(month_page.model.index(0, 22)).center())
    menu = month_page.findChild(QMenu)
    clear = next(act for act in menu.actions() if "Delete" in act.text())
    clear.trigger()
    menu.close()
    month_page.desk.tasks.settle()
    assert stored(month_page) == {("01", 24): "√"}


def test_the_heat_map_shows_the_month_and_leads_back(month_page, month_keys) -> None:
    month_keys(0, 2, "8+4", ENTER)
    QTest.keyClick(month_page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert month_page.painted.isVisible()
    square = month_page.painted.map.picture.rows[0].cells[1]
    assert (square.minutes, square.letter) == (720, "+4")
    assert month_page.painted.map.picture.days[0].mark == "休"
    month_page.painted.map.stand(0, 1)
    assert "8+4" in month_page.painted.words.text()
    QTest.keyClick(month_page.painted.map, ENTER)
    assert month_page.grid.isVisible()
    assert month_page.grid.currentIndex().column() == 1


def test_the_first_month_is_todays(desk, qtbot) -> None:
    month_page = AttendancePage(desk)
    qtbot.addWidget(month_page)
    month_page.refresh()
    desk.tasks.settle()
    assert month_page.month == MONTH


def test_a_clock_that_cannot_be_right_opens_the_last_month_noted(desk, qtbot) -> None:
    desk.ctx = replace(desk.ctx, now=lambda: datetime(2020, 1, 1, 8, 0))  # noqa: DTZ001
    month_page = AttendancePage(desk)
    qtbot.addWidget(month_page)
    month_page.refresh()
    desk.tasks.settle()
    assert month_page.month == MONTH


def test_a_jump_stands_at_worker_and_day(month_page) -> None:
    month_page.go_to(Jump("attendance", month_page.model.shown[2], at="2026-11-17"))
    month_page.desk.tasks.settle()
    assert (month_page.grid.currentIndex().row(), month_page.grid.currentIndex().column()) == (2, 16)
    month_page.go_to(Jump("attendance", month_page.model.shown[1], at="2026-11"))
    month_page.desk.tasks.settle()
    assert month_page.grid.currentIndex().row() == 1


def test_a_month_without_people_says_what_to_do(month_page, qtbot) -> None:
    month_page.open_month("2025-01")
    month_page.desk.tasks.settle()
    act = month_page.findChild(QAbstractButton, "go-people")
    assert act.isVisible()
    with qtbot.waitSignal(month_page.jumped) as jumped:
        QTest.mouseClick(act, Qt.MouseButton.LeftButton)
    assert jumped.args[0].page == "people"
    for key in (PASTE, COPY, UNDO, FILL_DOWN, FILL_RIGHT, (ENTER, CONTROL)):
        QTest.keyClick(month_page.grid, *key)
    QTest.keyClick(month_page.grid, Qt.Key.Key_F9)
    month_page.turn(1)
    month_page.desk.tasks.settle()
    assert act.isVisible()


def test_a_write_that_fails_is_said_and_the_month_read_again(month_page, month_said) -> None:
    month_page.edits._failed(Refusal("worker_missing"))
    month_page.desk.tasks.settle()
    assert month_said
    assert shown(month_page) == BEFORE


def test_every_cell_is_told_to_who_hears_the_screen(month_page) -> None:
    spoken = month_page.model.index(0, 22).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "01 阿依莫 2026-11-23 星期一: √"
    assert month_page.model.index(0, 23).data(DISPLAY) == "√"
    assert month_page.grid.accessibleName()
    assert month_page.model.headerData(1, Qt.Orientation.Vertical) == "02 吉克秀英"


def test_leaving_the_page_writes_what_is_typed(month_page) -> None:
    month_page.table.stand(0, 1)
    QTest.keyClicks(month_page.grid, "6")
    month_page.leave()
    month_page.desk.tasks.settle()
    assert stored(month_page)["01", 2] == "6"


@pytest.mark.parametrize("height", range(420, 456, 6))
def test_a_row_cut_at_the_bottom_is_not_drawn(month_page, qtbot, height) -> None:
    month_page.resize(1200, height)
    qtbot.wait(20)
    view = month_page.grid.viewport()
    last = month_page.grid.rowAt(view.height() - 1)
    top = month_page.grid.rowViewportPosition(last) if last >= 0 else view.height()
    picture = view.grab().toImage()
    surface = QColor(month_page.desk.look.colours.surface).rgb()
    below = {picture.pixel(x, y) for x in range(200, 500) for y in range(top, view.height() - 1)}
    cut = last >= 0 and top + month_page.grid.rowHeight(last) - view.height() > GRID
    assert not cut or below <= {surface}


def test_the_month_is_drawn_in_every_state(joined_page, month_keys) -> None:
    month_keys(0, 2, "j8", ENTER, "d", ENTER, "a", ENTER)
    month_keys(0, 2, (DOWN, SHIFT), (RIGHT, SHIFT))
    QTest.keyClicks(joined_page.grid, "8+")
    assert not joined_page.grab().isNull()
    joined_page.table.heading.stand(3)
    assert not joined_page.grab().isNull()


def test_the_menu_shows_who_changed_a_cell(month_page, month_keys) -> None:
    month_keys(0, 23, "h", ENTER)
    month_page.grid.customContextMenuRequested.emit(month_page.grid.visualRect(month_page.model.index(0, 22)).center())
    month_page.findChild(QMenu).actions()[1].trigger()
    month_page.desk.tasks.settle()
    assert "01 阿依莫 2026-11-23" in month_page.panel.title.text()
    words = [part.text() for part in month_page.panel.findChildren(QLabel)]
    assert any("√ → 半" in text for text in words)


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_month_is_kept_as_a_file(month_page, tmp_path, ending) -> None:
    path = tmp_path / f"month.{ending}"
    month_page.choose_export = lambda *_: str(path)
    month_page.grid.customContextMenuRequested.emit(month_page.grid.visualRect(month_page.model.index(0, 22)).center())
    acts = month_page.findChild(QMenu).actions()
    next(act for act in acts if ending.upper() in act.text()).trigger()
    month_page.desk.tasks.settle()
    if ending == "csv":
        text = path.read_text(encoding="utf-8-sig")
        assert text.startswith("编号,姓名,1,2,3,")
        assert "01,阿依莫," in text
    else:
        sheet = load_workbook(path).active
        assert [cell.value for cell in sheet[1]][:3] == ["编号", "姓名", "1"]
        assert sheet.cell(2, 25).value == "√"
