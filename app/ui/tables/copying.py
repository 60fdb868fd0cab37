"""What of a table goes elsewhere: cells as tab-separated text for a spreadsheet, the whole as a file."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, TypeVar, runtime_checkable

from PySide6.QtWidgets import QWidget

from app.ui.tables.columns import Align, Column
from app.ui.tables.order import NOTHING, number_in

R = TypeVar("R")
Cell = str | Decimal
_BREAKS = re.compile(r"\s*[\t\n\v\f\r\u2028\u2029]\s*")


@dataclass(frozen=True)
class TableContent:
    """A table as it is shown: headings, rows, the foot (empty where there is none). Numbers are Decimal."""

    heading: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    foot: tuple[Cell, ...] = ()


@runtime_checkable
class Exporter(Protocol):
    """What stands around a table and can keep it as a file: a page."""

    def export_table(self, content: TableContent, ending: str) -> None:
        """Ask where to, and write a file of ``ending`` xlsx or csv."""


def exporter_of(widget: QWidget) -> Exporter | None:
    """The nearest widget around a table that can keep it as a file."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, Exporter):
        around = around.parentWidget()
    return around


def cell_text(column: Column[R], row: R) -> str:
    """A cell on one line, as copied: its value where that is another than what is shown, no dash for nothing."""
    text = _BREAKS.sub(" ", (column.plain or column.text)(row)).strip()
    return "" if text == NOTHING else text


def tabbed(columns: Sequence[Column[R]], rows: Iterable[R], *, heading: bool = False) -> str:
    """Rows as lines of tab-separated cells."""
    lines = ["\t".join(title_text(column) for column in columns)] if heading else []
    lines += ["\t".join(cell_text(column, row) for column in columns) for row in rows]
    return "\n".join(lines)


def content_of(columns: Sequence[Column[R]], rows: Iterable[R], foot: Sequence[str] = ()) -> TableContent:
    """A table for a file: right-aligned numbers are numbers, everything else is text."""
    return TableContent(
        tuple(title_text(column) for column in columns),
        tuple(tuple(_cell(column, cell_text(column, row)) for column in columns) for row in rows),
        tuple(
            _cell(column, "" if text == NOTHING else _BREAKS.sub(" ", text))
            for column, text in zip(columns, foot, strict=False)
        ),
    )


def title_text(column: Column[R]) -> str:
    """A heading on one line."""
    return _BREAKS.sub(" ", column.title)


def _cell(column: Column[R], text: str) -> Cell:
    number = number_in(text) if column.align is Align.RIGHT else None
    return text if number is None else number
