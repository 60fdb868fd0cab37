"""Copying and keeping a table: tab-separated, with and without headings, as a file of what is shown."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QVBoxLayout, QWidget

from app.ui.tables.columns import Align, Column
from app.ui.tables.copying import TableContent, content_of
from app.ui.tables.typing_grid import TypedModel, TypingGrid
from app.ui.tables.view import RowsTable


@dataclass(frozen=True)
class Row:
    no: str
    name: str
    paid: str = "–"


COLUMNS = [
    Column[Row]("no", 60, lambda row: row.no),
    Column[Row]("name\nof worker", 80, lambda row: f"({row.name})", plain=lambda row: row.name),
    Column[Row]("paid", 90, lambda row: row.paid, Align.RIGHT, stretch=True),
]
ROWS = [Row("01", "阿依莫", "1,234.50"), Row("02", "吉克\n秀英"), Row("03", "=1+1", "-3")]
TEXT = "01\t阿依莫\t1,234.50\n02\t吉克 秀英\t\n03\t=1+1\t-3"


class Keeper(QWidget):
    """Stands around a table and remembers what it is to keep."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[tuple[TableContent, str]] = []

    def export_table(self, content: TableContent, ending: str) -> None:
        self.kept.append((content, ending))


@pytest.fixture
def table(qtbot, look) -> RowsTable[Row]:
    made: RowsTable[Row] = RowsTable(look)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.show_rows(COLUMNS, ROWS, ["sum", "3", "1,231.50"])
    return made


def copied(widget: QWidget) -> str:
    widget.window().activateWindow()
    widget.setFocus()
    for _ in range(100):
        QApplication.processEvents()
        if QApplication.focusWidget() is widget:
            break
    QGuiApplication.clipboard().setText("before")
    QTest.keyClick(widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


def test_the_row_one_stands_on_is_copied(table: RowsTable[Row]) -> None:
    table.view.setCurrentIndex(table.model.index(0, 1))
    assert copied(table.view) == TEXT.split("\n", maxsplit=1)[0]


def test_several_rows_where_the_page_takes_them(table: RowsTable[Row]) -> None:
    table.take_many()
    table.view.selectAll()
    assert table.selected() == ROWS
    assert copied(table.view) == TEXT


def test_nothing_there_copies_nothing(table: RowsTable[Row]) -> None:
    table.show_rows(COLUMNS, [])
    assert copied(table.view) == "before"


def test_with_headings_the_cell_and_the_whole(table: RowsTable[Row]) -> None:
    table.view.setCurrentIndex(table.model.index(1, 1))
    clipboard = QGuiApplication.clipboard()
    table.acts.copy_headed.trigger()
    assert clipboard.text() == "no\tname of worker\tpaid\n02\t吉克 秀英\t"
    table.acts.copy_cell.trigger()
    assert clipboard.text() == "吉克 秀英"
    table.acts.copy_whole.trigger()
    assert clipboard.text() == f"no\tname of worker\tpaid\n{TEXT}\nsum\t3\t1231.50"


@pytest.fixture
def grid_table(qtbot, look) -> RowsTable[Row]:
    made: RowsTable[Row] = RowsTable(look, TypingGrid(), TypedModel(look.colours))
    qtbot.addWidget(made)
    made.show()
    made.show_rows(COLUMNS, ROWS)
    return made


def test_a_grid_copies_its_cell(grid_table: RowsTable[Row]) -> None:
    grid_table.view.setCurrentIndex(grid_table.model.index(2, 1))
    assert copied(grid_table.view) == "=1+1"


def test_a_grid_copies_a_rectangle_where_cells_are_selected(grid_table: RowsTable[Row]) -> None:
    grid = grid_table.view
    grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
    grid.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
    grid.setCurrentIndex(grid_table.model.index(0, 0))
    QTest.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert copied(grid) == "01\t阿依莫\n02\t吉克 秀英"


def test_numbers_of_a_file_are_numbers_and_text_stays_text() -> None:
    content = content_of(COLUMNS, ROWS, ["sum", "3", "–"])
    assert content.heading == ("no", "name of worker", "paid")
    assert content.rows[0] == ("01", "阿依莫", Decimal("1234.50"))
    assert content.rows[1][2] == ""
    assert content.foot == ("sum", "3", "")


def test_the_menu_key_opens_the_menu(table: RowsTable[Row], qtbot) -> None:
    table.view.setCurrentIndex(table.model.index(0, 0))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(10, 10), table.view.mapToGlobal(QPoint(9, 9)))
    QApplication.sendEvent(table.view.viewport(), event)
    menu = table.acts.menu
    assert menu is not None
    titles = [act.text() for act in menu.actions() if act.text()]
    assert titles == ["复制", "带标题复制", "复制这一格", "复制整表", "按本列排序", "筛选“no”", "显示哪些列"]
    menu.close()
    qtbot.waitUntil(lambda: True)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_pages_own_acts_come_first_and_get_the_row(table: RowsTable[Row]) -> None:
    seen = []
    table.view.setCurrentIndex(QModelIndex())
    table.row_acts.append(("history", seen.append))
    assert not [act for act in table.acts.make_menu().actions() if act.text() == "history"]
    table.view.setCurrentIndex(table.model.index(1, 0))
    first = table.acts.make_menu().actions()[0]
    first.trigger()
    assert (first.text(), seen) == ("history", [ROWS[1]])


def test_a_page_around_keeps_what_is_shown_in_its_order(qtbot, look) -> None:
    keeper = Keeper()
    qtbot.addWidget(keeper)
    table: RowsTable[Row] = RowsTable(look)
    QVBoxLayout(keeper).addWidget(table)
    table.show_rows(COLUMNS, ROWS, ["sum", "3", "1,231.50"])
    table.view.setRowHidden(1, True)
    titles = [act.text() for act in table.acts.make_menu().actions()]
    assert titles[-2:] == ["导出 XLSX…", "导出 CSV…"]
    table.acts.csv.trigger()
    content, ending = keeper.kept[0]
    assert ([row[0] for row in content.rows], ending) == (["01", "03"], "csv")
    assert content.foot == ("sum", "3", Decimal("1231.50"))
