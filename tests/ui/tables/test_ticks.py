"""Rows chosen by ticks: Space and a click turn them, rows without a box stay out, ticks on rows that are gone go."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.tables.columns import Column
from app.ui.tables.model import TICK
from app.ui.tables.ticks import TickTable
from app.ui.theme.style import Look


@dataclass(frozen=True)
class Row:
    """A row with a key, which may have no box."""

    key: int
    free: bool = True


ROWS = (Row(1), Row(2, free=False), Row(2**53 - 1))
COLUMNS = [Column[Row]("key", 80, lambda row: str(row.key)), Column[Row]("other", 80, lambda _: "")]


@pytest.fixture
def table(look: Look, qtbot) -> TickTable[Row]:
    made: TickTable[Row] = TickTable(look, lambda row: row.key, lambda row: row.free)
    qtbot.addWidget(made)
    made.show()
    made.show_rows(COLUMNS, ROWS)
    return made


def stand(table: TickTable[Row], at: int) -> None:
    table.view.setCurrentIndex(table.model.index(at, 1))


def test_space_turns_the_row_the_keyboard_stands_on(table: TickTable[Row]) -> None:
    stand(table, 2)
    QTest.keyClick(table.view, Qt.Key.Key_Space)
    assert table.chosen() == [ROWS[2]]
    QTest.keyClick(table.view, Qt.Key.Key_Space)
    assert table.chosen() == []


def test_a_click_on_the_box_turns_it_and_elsewhere_does_not(table: TickTable[Row]) -> None:
    for column, ticked in ((1, False), (0, True)):
        place = table.view.visualRect(table.model.index(0, column)).center()
        QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert (ROWS[0] in table.chosen()) is ticked


def test_a_row_without_a_box_is_never_chosen(table: TickTable[Row]) -> None:
    stand(table, 1)
    QTest.keyClick(table.view, Qt.Key.Key_Space)
    table.tick(row.key for row in ROWS)
    assert table.chosen() == [ROWS[0], ROWS[2]]
    assert table.model.data(table.model.index(1, 0), TICK) is None


def test_the_box_is_drawn_as_it_stands(table: TickTable[Row]) -> None:
    table.tick([1])
    states = [table.model.data(table.model.index(at, 0), TICK) for at in (0, 2)]
    assert states == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]


def test_ticks_of_rows_that_are_gone_go(table: TickTable[Row]) -> None:
    table.tick([1, 2**53 - 1])
    table.show_rows(COLUMNS, [Row(1), Row(2**53 - 1, free=False)])
    assert table.ticked == {1}


def test_a_change_is_told(table: TickTable[Row], qtbot) -> None:
    with qtbot.waitSignal(table.ticks_changed):
        table.tick([1])
