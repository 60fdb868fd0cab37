"""Cells drawn by hand look as the style sheet draws them."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QStyledItemDelegate

from app.ui.tables.columns import Align, Column, Tone
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import LIGHT

Row = tuple[str, str, str]
ROWS: list[Row] = [("01", "阿依莫", "12"), ("02", "ئۇيغۇر قىز", "-7.00"), ("03", "很长很长很长很长很长的名字", "–")]
COLUMNS: list[Column[Row]] = [
    Column("no", 60, lambda row: row[0], Align.CENTRE),
    Column("name", 120, lambda row: row[1]),
    Column("sum", 90, lambda row: row[2], Align.RIGHT, lambda row: Tone.BAD if row[2][0] == "-" else Tone.PLAIN),
]


@pytest.fixture
def table(qtbot: Any, look: Any) -> RowsTable[Row]:
    made: RowsTable[Row] = RowsTable(look)
    qtbot.addWidget(made)
    made.resize(320, 260)
    made.show_rows(COLUMNS, ROWS)
    made.show()
    return made


def picture(table: RowsTable[Row]) -> QImage:
    return table.view.viewport().grab().toImage()


def cell(table: RowsTable[Row], row: int, column: int) -> QImage:
    return picture(table).copy(table.view.visualRect(table.model.index(row, column)))


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def ink(image: QImage, ground: str) -> QRect:
    """The smallest rectangle around all that stands out from the ground."""
    clear = QColor(ground)
    points = [
        QPoint(x, y)
        for x in range(image.width() - 1)  # the grid's line stands right and below
        for y in range(image.height() - 1)
        if abs(image.pixelColor(x, y).lightness() - clear.lightness()) > 60
    ]
    left, right = min(p.x() for p in points), max(p.x() for p in points)
    return QRect(QPoint(left, min(p.y() for p in points)), QPoint(right, max(p.y() for p in points)))


@pytest.mark.parametrize("column", range(3))
@pytest.mark.parametrize("row", range(2))
def test_texts_stand_where_the_style_sheet_puts_them(table: RowsTable[Row], row: int, column: int) -> None:
    drawn = ink(cell(table, row, column), LIGHT.surface)
    table.view.setItemDelegate(QStyledItemDelegate(table.view))
    styled = ink(cell(table, row, column), LIGHT.surface)
    assert max(abs(a - b) for a, b in zip(drawn.getCoords(), styled.getCoords(), strict=True)) <= 1


def test_a_text_has_the_colour_of_its_tone(table: RowsTable[Row]) -> None:
    assert QColor(LIGHT.bad).name() in colours(cell(table, 1, 2))
    assert QColor(LIGHT.bad).name() not in colours(cell(table, 0, 2))


def test_a_long_text_ends_inside_its_cell(table: RowsTable[Row]) -> None:
    drawn = ink(cell(table, 2, 1), LIGHT.surface)
    assert drawn.right() < COLUMNS[1].width - 4


def test_the_row_one_stands_on_is_tinted_and_its_cell_framed(table: RowsTable[Row]) -> None:
    table.activateWindow()
    table.view.setFocus()
    table.view.setCurrentIndex(table.model.index(1, 0))
    assert QColor(LIGHT.tint).name() in colours(cell(table, 1, 2))
    assert QColor(LIGHT.accent).name() in colours(cell(table, 1, 0))
    assert QColor(LIGHT.tint).name() not in colours(cell(table, 0, 2))


def test_a_box_to_tick_is_drawn_before_its_text(table: RowsTable[Row]) -> None:
    table.show_rows([replace(COLUMNS[0], ticked=lambda row: row[0] == "01"), *COLUMNS[1:]], ROWS)
    assert QColor(LIGHT.accent).name() in colours(cell(table, 0, 0))
    assert QColor(LIGHT.accent).name() not in colours(cell(table, 1, 0))
