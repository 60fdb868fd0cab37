"""The order of rows: numbers by size, digits in texts by size, blanks last, the third time as the rows came."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.tables.columns import Align, Column
from app.ui.tables.model import DESCRIPTION
from app.ui.tables.order import Order, by, number_in, ordered, turned
from app.ui.tables.typing_grid import TypedModel, TypingGrid
from app.ui.tables.view import RowsTable


@dataclass(frozen=True)
class Row:
    no: str
    paid: str = ""


COLUMNS = [
    Column[Row]("no", 80, lambda row: row.no),
    Column[Row]("paid", 90, lambda row: row.paid, Align.RIGHT, stretch=True),
]
ROWS = [Row("10", "1,234.50"), Row("9", "–"), Row("b2", "-92.19"), Row("b10", "12 *"), Row("", "999.00")]


@pytest.fixture
def table(qtbot, look) -> RowsTable[Row]:
    made: RowsTable[Row] = RowsTable(look)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.show_rows(COLUMNS, ROWS, ["sum", "2,054.31"])
    return made


def numbers(table: RowsTable[Row]) -> list[str]:
    return [row.no for row in table.model.rows]


def click(table: RowsTable[Row], at: int) -> None:
    place = table.heading.sectionViewportPosition(at) + table.heading.sectionSize(at) // 2
    spot = table.heading.rect().center()
    spot.setX(place)
    QTest.mouseClick(table.heading.viewport(), Qt.MouseButton.LeftButton, pos=spot)


@pytest.mark.parametrize(
    ("column", "descending", "expected"),
    [
        (COLUMNS[0], False, ["9", "10", "b2", "b10", ""]),
        (COLUMNS[0], True, ["b10", "b2", "10", "9", ""]),
        (COLUMNS[1], False, ["b2", "9", "b10", "", "10"]),
        (COLUMNS[1], True, ["10", "", "b10", "9", "b2"]),
    ],
)
def test_rows_by_what_a_column_shows(column: Column[Row], descending: bool, expected: list[str]) -> None:
    assert [row.no for row in ordered(ROWS, column, descending=descending)] == expected


def test_a_key_is_what_counts_and_what_lacks_one_comes_last() -> None:
    size = {"a": 3, "b": None, "c": 1}
    column = Column[str]("x", 80, str, key=by(size.get))
    assert ordered(["a", "b", "c"], column, descending=False) == ["c", "a", "b"]
    assert ordered(["a", "b", "c"], column, descending=True) == ["a", "c", "b"]


def test_names_are_sorted_as_they_are_read() -> None:
    column = Column[str]("x", 80, str)
    names = ["张三", "ꀋꑳꃀ", "吉克秀英", "阿依莫", "Tashi", "沙马芝"]
    assert ordered(names, column, descending=False) == ["阿依莫", "吉克秀英", "沙马芝", "Tashi", "张三", "ꀋꑳꃀ"]


@pytest.mark.parametrize("descending", [False, True])
def test_equal_rows_keep_their_order(descending: bool) -> None:
    column = Column[tuple[str, int]]("x", 80, lambda row: row[0])
    rows = [("b", 1), ("a", 2), ("b", 3), ("a", 4)]
    first = "b" if descending else "a"
    assert [row[1] for row in ordered(rows, column, descending=descending) if row[0] == first] == (
        [1, 3] if descending else [2, 4]
    )


@pytest.mark.parametrize(("text", "number"), [("1,234.50", "1234.50"), ("-5", "-5"), ("08:30", None), ("", None)])
def test_numbers_as_they_are_shown(text: str, number: str | None) -> None:
    found = number_in(text)
    assert (None if found is None else str(found)) == number


def test_the_third_time_goes_back() -> None:
    once = turned(None, "a")
    twice = turned(once, "a")
    assert (once, twice, turned(twice, "a")) == (Order("a"), Order("a", descending=True), None)
    assert turned(twice, "b") == Order("b")


def test_a_click_on_a_heading_sorts_and_a_third_one_goes_back(table: RowsTable[Row]) -> None:
    click(table, 0)
    assert numbers(table) == ["9", "10", "b2", "b10", ""]
    assert table.model.headerData(0, Qt.Orientation.Horizontal, DESCRIPTION) == "升序"
    click(table, 0)
    assert numbers(table) == ["b10", "b2", "10", "9", ""]
    assert table.model.headerData(0, Qt.Orientation.Horizontal, DESCRIPTION) == "降序"
    click(table, 0)
    assert numbers(table) == ["10", "9", "b2", "b10", ""]
    assert table.foot.model().index(0, 1).data() == "2,054.31"


def test_a_key_sorts_by_the_column_one_stands_on(table: RowsTable[Row], qtbot) -> None:
    table.view.setCurrentIndex(table.model.index(0, 1))
    with qtbot.waitSignal(table.reordered) as told:
        QTest.keyClick(table.view, Qt.Key.Key_F3)
    assert told.args == [Order("paid")]
    assert numbers(table)[0] == "b2"


def test_the_present_row_stays_and_is_not_told_again(table: RowsTable[Row]) -> None:
    table.view.setCurrentIndex(table.model.index(1, 0))
    told = []
    table.picked.connect(told.append)
    click(table, 1)
    assert table.current() == ROWS[1]
    assert table.view.currentIndex().row() == 1
    click(table, 1)
    assert table.view.currentIndex().row() == 3
    assert told == []


def test_rows_read_again_come_in_the_order_asked_for(table: RowsTable[Row]) -> None:
    click(table, 0)
    table.show_rows(COLUMNS, [Row("3"), Row("1")])
    assert numbers(table) == ["1", "3"]
    table.show_rows([Column[Row]("other", 80, lambda row: row.no)], [Row("3"), Row("1")])
    assert numbers(table) == ["3", "1"]


def test_a_row_put_anew_stays_in_sight_and_in_the_first_order(table: RowsTable[Row]) -> None:
    click(table, 0)
    table.model.put_row(0, Row("99"))
    assert numbers(table)[0] == "99"
    table.sort_by(None)
    assert numbers(table) == ["10", "99", "b2", "b10", ""]


def test_a_table_whose_order_means_something_keeps_it(table: RowsTable[Row]) -> None:
    table.keep_order()
    click(table, 0)
    table.view.setCurrentIndex(table.model.index(0, 0))
    QTest.keyClick(table.view, Qt.Key.Key_F3)
    assert numbers(table) == [row.no for row in ROWS]


def test_the_mark_is_seen(table: RowsTable[Row]) -> None:
    before = table.heading.grab().toImage()
    click(table, 0)
    assert table.heading.grab().toImage() != before


def test_tall_rows_follow_their_names(table: RowsTable[Row]) -> None:
    table.show_rows(COLUMNS, [Row("z"), Row("བཀྲ་ཤིས"), Row("a")])
    click(table, 0)
    QApplication.processEvents()
    heights = {row.no: table.view.rowHeight(at) for at, row in enumerate(table.model.rows)}
    assert heights["བཀྲ་ཤིས"] > heights["a"] == heights["z"]


def test_what_is_being_typed_is_written_before_the_rows_move(qtbot, look) -> None:
    written: list[tuple[str, str]] = []

    def write(row: Row, text: str) -> bool:
        written.append((row.no, text))
        return True

    grid = TypingGrid()
    table: RowsTable[Row] = RowsTable(look, grid, TypedModel(look.colours))
    qtbot.addWidget(table)
    table.show()
    table.show_rows([COLUMNS[0], Column("paid", 90, lambda row: row.paid, write=write)], [Row("b"), Row("a")])
    grid.setCurrentIndex(table.model.index(0, 1))
    grid.setFocus()
    QTest.keyClicks(grid, "7")
    click(table, 0)
    assert written == [("b", "7")]
    assert grid.currentIndex().row() == 1


def test_hidden_rows_stay_hidden(table: RowsTable[Row]) -> None:
    table.view.setRowHidden(2, True)
    click(table, 0)
    assert [row.no for row in table.shown()] == ["9", "10", "b10", ""]
    assert table.model.rowCount(QModelIndex()) == 5
