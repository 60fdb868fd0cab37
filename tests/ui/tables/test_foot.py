"""The foot stands under its columns, whatever the scroll bar takes."""

from app.ui.tables.columns import Column
from app.ui.tables.view import RowsTable


def test_the_foot_follows_the_columns_beside_a_scroll_bar(qtbot, look) -> None:
    table: RowsTable = RowsTable(look)
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.show()
    columns = [Column("a", 80, str), Column("b", 100, str, stretch=True), Column("c", 90, str)]
    table.show_rows(columns, list(range(100)), ["1", "2", "3"])
    qtbot.waitUntil(table.view.verticalScrollBar().isVisible)
    upper, lower = table.view.horizontalHeader(), table.foot.horizontalHeader()
    assert [upper.sectionSize(at) for at in range(3)] == [lower.sectionSize(at) for at in range(3)]
