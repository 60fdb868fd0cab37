"""The grid typed into: keys, Enter, erasing, leaving; no editor is ever opened."""

from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.ui.tables.columns import Align, Column
from app.ui.tables.typing_grid import TypedModel, TypingGrid
from app.ui.theme.tokens import LIGHT


@dataclass(frozen=True)
class Row:
    name: str
    mark: str = ""
    pieces: str = ""


@dataclass
class Sheet:
    """A grid with a name, a mark and a piece column, and what was written."""

    grid: TypingGrid
    model: TypedModel
    written: list[tuple[str, str, str]] = field(default_factory=list)

    def stand(self, row: int, column: int) -> None:
        self.grid.setCurrentIndex(self.model.index(row, column))

    def keys(self, *keys: object) -> None:
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(self.grid, key)
            else:
                QTest.keyClick(self.grid, key)


@pytest.fixture
def sheet(qtbot, look):
    grid, model = TypingGrid(), TypedModel(LIGHT)
    made = Sheet(grid, model)

    def writer(column: str):
        def write(row: Row, text: str) -> bool:
            made.written.append((row.name, column, text))
            model.put_row(model.rows.index(row), replace(row, **{column: text}))
            return True

        return write

    grid.setModel(model)
    grid.keys = {1: {"v": "√", "a": "旷"}}
    columns = [
        Column("name", 80, lambda r: r.name),
        Column("mark", 60, lambda r: r.mark, Align.CENTRE, write=writer("mark")),
        Column("pieces", 60, lambda r: r.pieces, Align.RIGHT, write=writer("pieces")),
    ]
    model.show_rows(columns, [Row("a"), Row("b"), Row("c")])
    qtbot.addWidget(grid)
    grid.show()
    grid.setFocus()
    return made


def test_a_key_becomes_its_mark_and_enter_goes_down(sheet: Sheet) -> None:
    sheet.stand(0, 1)
    sheet.keys("v", Qt.Key.Key_Return, "a", Qt.Key.Key_Return)
    assert sheet.written == [("a", "mark", "√"), ("b", "mark", "旷")]
    assert sheet.grid.currentIndex().row() == 2


def test_what_is_typed_shows_at_once_and_is_written_when_left(sheet: Sheet) -> None:
    sheet.stand(0, 2)
    sheet.keys("12.5")
    assert sheet.model.index(0, 2).data() == "12.5▏"
    assert sheet.written == []
    sheet.keys(Qt.Key.Key_Down)
    assert sheet.written == [("a", "pieces", "12.5")]
    assert sheet.model.index(0, 2).data() == "12.5"


@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_Backspace, "1"), (Qt.Key.Key_Delete, "")])
def test_erasing(sheet: Sheet, key: Qt.Key, text: str) -> None:
    sheet.stand(0, 2)
    sheet.keys("12", key, Qt.Key.Key_Return)
    assert sheet.written == [("a", "pieces", text)]


def test_erasing_where_no_cell_is_the_present_one_does_nothing(sheet: Sheet) -> None:
    sheet.grid.setCurrentIndex(QModelIndex())
    sheet.keys(Qt.Key.Key_Backspace, "5", Qt.Key.Key_Return)
    assert sheet.written == []


def test_escape_forgets(sheet: Sheet) -> None:
    sheet.stand(0, 2)
    sheet.keys("12", Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert sheet.written == []


def test_enter_without_typing_accepts(sheet: Sheet) -> None:
    seen = []
    sheet.grid.accepted.connect(lambda index: seen.append((index.row(), index.column())))
    sheet.stand(1, 1)
    sheet.keys(Qt.Key.Key_Return)
    assert seen == [(1, 1)]


def test_letters_are_themselves_in_other_columns_and_read_only_cells_take_none(sheet: Sheet) -> None:
    sheet.stand(0, 0)
    sheet.keys("9", Qt.Key.Key_Return)
    sheet.stand(0, 2)
    sheet.keys("a", Qt.Key.Key_Return)
    assert sheet.written == [("a", "pieces", "a")]


def test_an_input_method_types_chinese_marks(sheet: Sheet) -> None:
    sheet.stand(0, 1)
    event = QInputMethodEvent()
    event.setCommitString("加8")
    QApplication.sendEvent(sheet.grid, event)
    sheet.keys(Qt.Key.Key_Return)
    assert sheet.written == [("a", "mark", "加8")]


def test_tab_skips_what_cannot_be_typed(sheet: Sheet) -> None:
    sheet.stand(0, 2)
    sheet.keys(Qt.Key.Key_Tab)
    assert (sheet.grid.currentIndex().row(), sheet.grid.currentIndex().column()) == (1, 1)


def test_losing_the_focus_writes(sheet: Sheet, qtbot) -> None:
    sheet.stand(0, 2)
    sheet.keys("7")
    other = QLineEdit()
    qtbot.addWidget(other)
    sheet.grid.clearFocus()
    assert sheet.written == [("a", "pieces", "7")]


def test_enter_goes_where_the_page_says_and_stays_where_it_says_nothing(sheet: Sheet) -> None:
    sheet.grid.onward = lambda index: sheet.model.index(index.row() + 1, 1)
    sheet.stand(1, 2)
    sheet.keys("4", Qt.Key.Key_Return)
    assert (sheet.grid.currentIndex().row(), sheet.grid.currentIndex().column()) == (2, 1)
    sheet.keys(Qt.Key.Key_Return)
    assert sheet.grid.currentIndex().row() == 2
    assert sheet.written == [("b", "pieces", "4")]
