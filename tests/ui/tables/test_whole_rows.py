"""Only whole rows are seen, above the foot and below the heading; what must be read whole has the lines it needs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.tables.columns import Column
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import ROW

COLUMNS = [Column("name", 80, str), Column("fen", 90, str, stretch=True)]
TIBETAN = "བཀྲ་ཤིས"
SLACK = 4
"""Pixels below a row's text, which may be missing."""
REASON = "01 阿依莫 在这段时间没有已锁定并登记发放的工资，不能出具收入证明。请先登记发放。"


@pytest.fixture
def table(qtbot, look) -> RowsTable:
    made: RowsTable = RowsTable(look)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def seen(table: RowsTable) -> list[tuple[int, int]]:
    """Top and bottom of every row of which anything is seen, within the viewport; blanked ones are not seen."""
    QApplication.processEvents()
    view = table.view
    end = view.viewport().height()
    if table._blank.isVisible():
        end = table._blank.y() - view.viewport().y()
    rows = range(len(table.model.rows))
    places = [(view.rowViewportPosition(at), view.rowViewportPosition(at) + view.rowHeight(at)) for at in rows]
    return [(top, bottom) for top, bottom in places if bottom > 0 and top < end]


def all_whole(table: RowsTable) -> bool:
    shown = seen(table)
    height = table.view.viewport().height()
    assert all(top >= 0 and bottom <= height + SLACK for top, bottom in shown), (height, shown)
    return True


@pytest.mark.parametrize("count", [5, 12, 32, 40])
@pytest.mark.parametrize("height", [395, 400, 411, 418, 600])
def test_no_row_is_cut_at_the_start_in_the_middle_or_at_the_end(table: RowsTable, count: int, height: int) -> None:
    table.resize(500, height)
    table.show_rows(COLUMNS, [TIBETAN if at % 7 == 3 else str(at) for at in range(count)], ["sum", "0"])
    QApplication.processEvents()
    bar = table.view.verticalScrollBar()
    for value in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        assert all_whole(table)
    assert seen(table)[-1][1] == table.view.rowViewportPosition(count - 1) + table.view.rowHeight(count - 1)


def test_rows_that_just_fit_are_all_seen(table: RowsTable) -> None:
    table.show_rows(COLUMNS, list(range(4)))
    table.resize(500, 4 * ROW + table.view.horizontalHeader().height() + 2)
    assert len(seen(table)) == 4
    assert not table._blank.isVisible()


def test_the_keyboard_brings_a_blanked_row_whole_into_view(table: RowsTable) -> None:
    table.show_rows(COLUMNS, list(range(40)), ["sum", "0"])
    table.view.setCurrentIndex(table.model.index(0, 0))
    for _ in range(len(seen(table))):
        QTest.keyClick(table.view, Qt.Key.Key_Down)
    at = table.view.currentIndex().row()
    top = table.view.rowViewportPosition(at)
    assert (top, top + table.view.rowHeight(at)) in seen(table)
    assert all_whole(table)


def test_the_table_stays_at_its_end_when_it_becomes_lower(table: RowsTable) -> None:
    table.show_rows(COLUMNS, list(range(40)), ["sum", "0"])
    table.view.verticalScrollBar().setValue(table.view.verticalScrollBar().maximum())
    table.resize(500, 377)
    assert all_whole(table)


def test_a_row_is_as_tall_as_its_text_needs(table: RowsTable) -> None:
    table.show_rows([Column("why", 80, str, stretch=True, wraps=True)], [REASON, "✓"])
    table.resize(300, 400)
    QApplication.processEvents()
    narrow = table.view.rowHeight(0)
    table.resize(900, 400)
    QApplication.processEvents()
    assert narrow > table.view.rowHeight(0) == table.view.rowHeight(1) == ROW
