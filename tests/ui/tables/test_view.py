"""The table: rows, totals, what is shown when empty, and which row is meant."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from app.ui.tables.columns import Align, Column, Tone, amount_tone
from app.ui.tables.model import ALIGNMENT, FOREGROUND, RowsModel
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import LIGHT, ROW
from app.ui.widgets.parts import empty_state

COLUMNS = [
    Column("name", 80, lambda r: r[0]),
    Column("fen", 90, lambda r: str(r[1]), Align.RIGHT, lambda r: amount_tone(r[1]), stretch=True),
]


@pytest.fixture
def table(qtbot, look) -> RowsTable:
    made: RowsTable = RowsTable(look)
    qtbot.addWidget(made)
    made.when_empty(empty_state("nothing yet"))
    made.show()
    return made


def test_rows_and_totals_are_shown(table: RowsTable) -> None:
    table.show_rows(COLUMNS, [("a", 5), ("b", -7)], ["sum", "-2"])
    assert table.model.index(1, 1).data() == "-7"
    assert table.foot.model().index(0, 1).data() == "-2"
    assert table.foot.isVisible()


def test_negative_amounts_are_in_cinnabar_and_numbers_right(table: RowsTable) -> None:
    table.show_rows(COLUMNS, [("b", -7)])
    index = table.model.index(0, 1)
    assert index.data(FOREGROUND) == QColor(LIGHT.bad)
    assert index.data(ALIGNMENT) & Qt.AlignmentFlag.AlignRight


def test_an_empty_table_says_what_belongs_here(table: RowsTable) -> None:
    table.show_rows(COLUMNS, [])
    assert not table.view.isVisible()
    table.show_rows(COLUMNS, [("a", 5)])
    assert table.view.isVisible()


def test_enter_opens_the_row_one_stands_on(table: RowsTable, qtbot) -> None:
    table.show_rows(COLUMNS, [("a", 5), ("b", 2**53 - 1)])
    table.view.setCurrentIndex(table.model.index(1, 0))
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [("b", 2**53 - 1)]
    assert table.current() == ("b", 2**53 - 1)


def test_the_place_is_kept_when_rows_are_read_again(table: RowsTable) -> None:
    table.show_rows(COLUMNS, [("a", 5), ("b", 6)])
    table.view.setCurrentIndex(table.model.index(1, 0))
    table.show_rows(COLUMNS, [("a", 5), ("b", 8)])
    assert table.current() == ("b", 8)


def test_tall_scripts_get_tall_rows(table: RowsTable) -> None:
    table.show_rows(COLUMNS, [("བཀྲ་ཤིས", 5), ("b", 6)])
    assert table.view.rowHeight(0) > table.view.rowHeight(1) == ROW


def test_read_only_cells_take_nothing(qtbot) -> None:
    model: RowsModel = RowsModel(LIGHT)
    model.show_rows(COLUMNS, [("a", 5)])
    assert not model.setData(model.index(0, 0), "x")
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_every_tone_is_a_token() -> None:
    assert all(hasattr(LIGHT, tone.value) for tone in Tone)


@pytest.mark.parametrize(("window", "fits"), [(900, True), (460, False)])
def test_a_column_is_as_wide_as_its_texts_where_the_stretching_one_can_spare_it(
    table: RowsTable, window: int, fits: bool
) -> None:
    text = "what a paper is for, in a sentence of many words"
    columns = [
        Column("for", 120, lambda r: r[0], wraps=True, fits=True),
        Column("why", 300, lambda r: str(r[1]), stretch=True, wraps=True),
    ]
    table.resize(window, 300)
    table.show_rows(columns, [(text, 5)])
    table.view.viewport().resize(window, 300)
    room = table.view.columnWidth(0) - table.view.fontMetrics().horizontalAdvance(text)
    assert (room > 0, table.view.rowHeight(0) == ROW) == (fits, fits)
    assert table.view.columnWidth(1) >= 300 or not fits
