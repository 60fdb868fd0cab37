"""Attendance by ranges: filled, copied, pasted, taken back and done again; nothing is ever written half."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.services.day_edit import set_mark
from app.ui.tables.model import TOOLTIP
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
    REDO,
    RIGHT,
    SHIFT,
    UNDO,
    shown,
    stored,
)


@pytest.mark.parametrize(("key", "mark"), [("v", "√"), ("a", "旷"), ("d", "带薪"), (" ", "√")])
def test_one_key_fills_a_range(month_page, month_keys, key, mark) -> None:
    month_keys(0, 2, (DOWN, SHIFT), (RIGHT, SHIFT), key)
    filled = {(no, day): mark for no in ("01", "02") for day in (2, 3)}
    assert stored(month_page) == shown(month_page) == {**BEFORE, **filled}


def test_longer_marks_fill_a_range_by_enter(month_page, month_keys) -> None:
    month_keys(0, 23, (RIGHT, SHIFT), (RIGHT, SHIFT), "6.5", ENTER)
    assert stored(month_page) == {("01", day): "6.5" for day in (23, 24, 25)}
    month_keys(0, 23, (RIGHT, SHIFT), "+2", ENTER)
    assert stored(month_page) == {("01", 23): "6.5+2", ("01", 24): "6.5+2", ("01", 25): "6.5"}


def test_delete_empties_a_range_and_a_cell(month_page, month_keys) -> None:
    month_keys(0, 23, (RIGHT, SHIFT), Qt.Key.Key_Delete)
    assert stored(month_page) == {}
    month_keys(0, 2, "v", ENTER)
    month_keys(0, 2, Qt.Key.Key_Delete, ENTER)
    assert stored(month_page) == {}


def test_a_bad_text_for_a_range_is_refused_for_all_of_it(month_page, month_keys) -> None:
    month_keys(0, 2, (DOWN, SHIFT), "9", ENTER)
    assert stored(month_page) == shown(month_page) == BEFORE
    assert month_page.panel.isVisible()
    assert "2" in month_page.panel.title.text()


def test_filling_down_and_right(month_page, month_keys) -> None:
    month_keys(0, 23, FILL_DOWN)
    assert stored(month_page) == {**BEFORE, ("02", 23): "√"}
    assert month_page.grid.currentIndex().row() == 1
    month_keys(0, 24, (DOWN, SHIFT), (DOWN, SHIFT), FILL_DOWN)
    assert [stored(month_page)[no, 24] for no in ("01", "02", "03")] == ["√"] * 3
    month_keys(0, 24, FILL_RIGHT)
    month_keys(1, 24, (DOWN, SHIFT), (RIGHT, SHIFT), (RIGHT, SHIFT), FILL_RIGHT)
    assert stored(month_page)["01", 25] == "√"
    assert [stored(month_page)["03", day] for day in (25, 26)] == ["√", "√"]


def test_filling_at_the_edge_does_nothing(month_page, month_keys) -> None:
    month_keys(3, 30, FILL_DOWN, FILL_RIGHT)
    assert stored(month_page) == BEFORE


def test_f9_fills_the_empty_cells_as_the_calendar_has_them(month_page, month_keys) -> None:
    month_keys(0, 20, (DOWN, SHIFT), *[(RIGHT, SHIFT)] * 3, Qt.Key.Key_F9)
    assert [stored(month_page)["02", day] for day in (20, 21, 22, 23)] == ["√", "休", "休", "√"]
    assert stored(month_page)["01", 23] == "√"


def test_the_whole_month_is_filled_and_taken_back_by_three_keys(month_page, month_keys, month_said) -> None:
    month_keys(0, 1, (Qt.Key.Key_A, CONTROL), Qt.Key.Key_F9)
    assert {no for no, _ in stored(month_page)} == {"01", "02", "03"}
    assert len([place for place in stored(month_page) if place[0] == "01"]) == 30
    month_keys(0, 1, UNDO)
    assert stored(month_page) == shown(month_page) == BEFORE
    assert month_said[-1].startswith("已撤销: ")
    assert "格" in month_said[-1]


def test_nothing_to_fill_is_said(month_page, month_keys, month_said) -> None:
    month_keys(0, 23, Qt.Key.Key_F9)
    assert any("没有可以填的空格" in text for text in month_said)


def test_undo_and_redo_say_what_and_go_there(month_page, month_keys, month_said) -> None:
    month_keys(0, 23, "h", ENTER)
    month_keys(0, 2, "v", ENTER)
    assert "01 阿依莫 11-02: 空 → √" in month_page.back.toolTip()
    month_keys(3, 9, UNDO, UNDO)
    assert stored(month_page) == shown(month_page) == BEFORE
    assert month_said[-1] == "已撤销: 01 阿依莫 11-23: √ → 半"
    assert (month_page.grid.currentIndex().row(), month_page.grid.currentIndex().column()) == (0, 22)
    month_keys(3, 9, REDO, (Qt.Key.Key_Z, CONTROL | SHIFT))
    assert stored(month_page) == shown(month_page) == {**BEFORE, ("01", 23): "半", ("01", 2): "√"}
    assert month_said[-1].startswith("已重做")
    month_keys(3, 9, REDO)
    assert "没有可以重做" in month_said[-1]


def test_undo_takes_back_what_is_still_being_typed(month_page) -> None:
    month_page.table.stand(0, 1)
    QTest.keyClicks(month_page.grid, "v")
    QTest.keyClick(month_page.grid, *UNDO)
    month_page.desk.tasks.settle()
    assert stored(month_page) == shown(month_page) == BEFORE


def test_a_new_mark_ends_redo(month_page, month_keys, month_said) -> None:
    month_keys(0, 2, "v", ENTER)
    month_keys(0, 2, UNDO, "h", ENTER)
    month_keys(0, 2, REDO)
    assert stored(month_page)["01", 2] == "半"


def test_undo_in_another_month_opens_it(month_page, month_keys) -> None:
    month_keys(0, 2, "v", ENTER)
    month_page._stepper.moved.emit(-1)
    month_page.desk.tasks.settle()
    assert month_page.month == "2026-10"
    month_keys(0, 1, UNDO)
    assert month_page.month == MONTH
    assert shown(month_page) == stored(month_page) == BEFORE


def test_undo_of_what_was_changed_elsewhere_is_refused(month_page, month_keys, month_said) -> None:
    month_keys(0, 2, "v", ENTER)
    month_page.desk.tasks.settle()
    worker_id = month_page.model.shown[0]
    set_mark(month_page.desk.ctx, month_page.desk.workshop.workshop_id, date(2026, 11, 2), worker_id, "病")
    month_keys(0, 9, UNDO)
    assert "后来又改过" in month_said[-1]
    assert shown(month_page) == stored(month_page) == {**BEFORE, ("01", 2): "病"}


def test_a_rectangle_is_copied_and_pasted(month_page, month_keys) -> None:
    month_keys(0, 23, (RIGHT, SHIFT), (RIGHT, SHIFT), (DOWN, SHIFT), COPY)
    assert QGuiApplication.clipboard().text() == "√\t√\t\n\t\t"
    month_keys(1, 2, PASTE)
    assert stored(month_page) == shown(month_page) == {**BEFORE, ("02", 2): "√", ("02", 3): "√"}


def test_one_copied_cell_fills_the_selection(month_page, month_keys) -> None:
    QGuiApplication.clipboard().setText("假\r\n")
    month_keys(0, 2, (RIGHT, SHIFT), (DOWN, SHIFT), PASTE)
    assert {mark for place, mark in stored(month_page).items() if place not in BEFORE} == {"假"}
    assert len(stored(month_page)) == 6


def test_pasting_replaces_and_an_empty_cell_takes_away(month_page, month_keys) -> None:
    QGuiApplication.clipboard().setText("\t8+2\n")
    month_keys(0, 23, PASTE)
    assert stored(month_page) == {("01", 24): "8+2"}


def test_a_paste_with_bad_cells_names_them_all_and_writes_nothing(month_page, month_keys) -> None:
    QGuiApplication.clipboard().setText("√\t9\n=1+1\t√")
    month_keys(0, 2, PASTE)
    assert stored(month_page) == shown(month_page) == BEFORE
    links = [part for part in month_page.panel.findChildren(QAbstractButton) if part.text().startswith("0")]
    assert [link.text() for link in links] == ["01 阿依莫 11-03", "02 吉克秀英 11-02"]
    QTest.keyClick(links[1], Qt.Key.Key_Space)
    assert (month_page.grid.currentIndex().row(), month_page.grid.currentIndex().column()) == (1, 1)
    assert month_page.note.frame.isVisible()


def test_many_bad_cells_are_counted(month_page, month_keys) -> None:
    QGuiApplication.clipboard().setText("\n".join(["\t".join(["x"] * 30)] * 4))
    month_keys(0, 1, PASTE)
    assert month_page.panel.title.text() == "没有写入：120 格不能填"
    assert stored(month_page) == BEFORE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("√\n" * 5, "放得下 4 行"),
        ("\t".join("√" * 31), "放得下 4 行 29 列"),
        ("", "没有文字"),
        ("x" * 2_000_001, "不像是一张表"),
    ],
)
def test_what_does_not_fit_is_not_pasted(month_page, month_keys, month_said, text, words) -> None:
    QGuiApplication.clipboard().setText(text)
    month_keys(0, 2, PASTE)
    assert words in month_said[-1]
    assert stored(month_page) == BEFORE


def test_pasting_into_the_sums_is_refused(month_page, month_said) -> None:
    month_page.table.stand(0, 31)
    QTest.keyClick(month_page.grid, *PASTE)
    month_page.desk.tasks.settle()
    assert "某一天" in month_said[-1]


def test_days_outside_the_employment_are_greyed_and_refused(joined_page, month_keys, month_said) -> None:
    assert "不在职" in joined_page.model.index(1, 8).data(TOOLTIP)
    month_keys(1, 9, "v", ENTER)
    assert joined_page.note.frame.isVisible()
    assert "2026-11-10" in joined_page.note.words.text()
    assert stored(joined_page) == BEFORE


def test_filling_leaves_out_days_outside_the_employment_and_says_so(joined_page, month_keys, month_said) -> None:
    month_keys(1, 9, (RIGHT, SHIFT), (RIGHT, SHIFT), "v")
    assert stored(joined_page) == {**BEFORE, ("02", 10): "√", ("02", 11): "√"}
    assert any("1 格不在职" in text for text in month_said)


def test_a_paste_onto_days_outside_the_employment_is_refused(joined_page, month_keys) -> None:
    QGuiApplication.clipboard().setText("√\t√")
    month_keys(1, 9, PASTE)
    assert stored(joined_page) == BEFORE
    assert joined_page.note.frame.isVisible()


def test_undo_in_a_locked_month_is_refused_and_may_come_right(month_page, month_keys, month_said) -> None:
    month_page._step(-1)
    month_page.desk.tasks.settle()
    month_keys(0, 9, "v", ENTER)
    lock(month_page.desk.ctx, month_page.desk.workshop.workshop_id)
    month_keys(0, 9, UNDO)
    assert "已锁定" in month_said[-1]
    assert stored(month_page, "2026-10") == {("01", 9): "√"}
    assert len(month_page.edits.done) == 1
