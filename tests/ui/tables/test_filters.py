"""Only rows of certain values: chosen from a menu, said below the table, kept when rows are read again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.ui.tables.columns import Align, Column
from app.ui.tables.filters import MOST_VALUES
from app.ui.tables.order import Order
from app.ui.tables.typing_grid import TypedModel, TypingGrid
from app.ui.tables.view import RowsTable

COLUMNS = [
    Column[tuple[str, str, int]]("名", 80, lambda row: row[0]),
    Column[tuple[str, str, int]]("状态", 90, lambda row: row[1]),
    Column[tuple[str, str, int]]("元", 90, lambda row: str(row[2]), Align.RIGHT, stretch=True),
]
ROWS = [("a", "在职", 1), ("b", "离职", 2), ("c", "在职", 3), ("d", "", 3)]


@pytest.fixture
def table(qtbot, look) -> RowsTable:
    made: RowsTable = RowsTable(look)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.show_rows(COLUMNS, ROWS, ["合计", "", "9"])
    return made


def names(table: RowsTable) -> str:
    return "".join(row[0] for row in table.shown())


def turn(table: RowsTable, at: int, text: str) -> None:
    menu = table.filters.menu(QMenu(table), at)
    assert menu is not None
    next(act for act in menu.actions() if act.text().startswith(text)).trigger()


def test_a_value_is_chosen_another_added_and_both_taken_back(table: RowsTable) -> None:
    turn(table, 1, "在职")
    assert names(table) == "ac"
    assert table.filters.words.text() == "筛选　状态：在职　显示 2 / 4 行，合计是全部的"
    turn(table, 1, "离职")
    assert names(table) == "abc"
    turn(table, 1, "在职")
    turn(table, 1, "离职")
    assert names(table) == "abcd"
    assert not table.filters.isVisible()


def test_columns_are_filtered_together_and_cleared_by_one_button(table: RowsTable) -> None:
    turn(table, 1, "在职")
    turn(table, 2, "3")
    assert names(table) == "c"
    table.filters.clear_button.setFocus()
    QTest.keyClick(table.filters.clear_button, Qt.Key.Key_Space)
    assert names(table) == "abcd"


def test_values_have_their_counts_and_the_blank_a_name(table: RowsTable) -> None:
    menu = table.filters.menu(QMenu(table), 1)
    assert menu is not None
    assert {act.text() for act in menu.actions()} == {"在职　2", "离职　1", "（空）　1"}


def test_a_filter_stays_when_rows_are_read_again_and_sorted(table: RowsTable) -> None:
    turn(table, 1, "在职")
    table.show_rows(COLUMNS, [*ROWS, ("e", "在职", 9)], ["合计", "", "18"])
    assert names(table) == "ace"
    table.sort_by(Order("元", descending=True))
    assert names(table) == "eca"
    assert table.foot.model().index(0, 2).data() == "18"


def test_nobody_stands_on_a_row_that_is_not_seen(table: RowsTable) -> None:
    table.view.setCurrentIndex(table.model.index(1, 0))
    turn(table, 1, "在职")
    assert table.current() is None


def test_a_column_that_is_gone_hides_nothing(table: RowsTable) -> None:
    turn(table, 1, "在职")
    table.show_rows(COLUMNS[:1], ROWS)
    assert names(table) == "abcd"
    assert not table.filters.isVisible()


def test_too_many_values_are_not_offered(table: RowsTable) -> None:
    table.show_rows(COLUMNS, [(str(at), "在职", at) for at in range(MOST_VALUES + 1)])
    assert table.filters.menu(QMenu(table), 0) is None
    assert table.filters.menu(QMenu(table), 1) is None  # one value only: nothing to choose


def test_a_sheet_that_is_typed_into_hides_nobody(qtbot, look) -> None:
    table: RowsTable = RowsTable(look, TypingGrid(), TypedModel(look.colours))
    qtbot.addWidget(table)
    table.show_rows(COLUMNS, ROWS)
    assert table.filters.menu(QMenu(table), 1) is None


def test_the_menu_of_the_present_column_offers_its_values(table: RowsTable) -> None:
    table.view.setCurrentIndex(table.model.index(0, 1))
    titles = [act.text() for act in table.acts.make_menu().actions()]
    assert "筛选“状态”" in titles
