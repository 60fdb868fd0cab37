"""Takes a workbook file apart into plain grids of values; the only user of the spreadsheet library's reader."""

import unicodedata
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Protocol, cast
from xml.etree import ElementTree

from app.domain.refusal import Refusal
from app.services.workbook import safety
from app.services.workbook.cells import UNCOMPUTED, is_empty

MAX_ROWS = 20_000  # filled rows a sheet; a workshop of 200 writes 6,000 piece entries a month
MAX_COLUMNS = 100
LAST_SHEET_ROW = 1_048_576

# What a spreadsheet library throws at a file that is a sound zip but no sound workbook: it checks little by itself.
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, ElementTree.ParseError, OSError, EOFError, RecursionError, MemoryError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError, OverflowError, AssertionError),
)


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet's filled rows: pairs of the sheet's row number and the values of its columns from A on."""

    name: str
    rows: list[tuple[int, tuple[object, ...]]] = field(repr=False)


class _Worksheet(Protocol):
    """What is used of the library's read-only sheet, whose stubs are wrong about it."""

    title: str
    _worksheet_path: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, max_col: int, values_only: bool) -> Iterator[tuple[object, ...]]: ...


def load(path: Path) -> list[Grid]:
    """The sheets of a book in order; Refusal for a file that is no workbook of sane size (see :mod:`safety`)."""
    scanned = safety.check(path)
    # 0.1 to 0.2 s at start-up for everybody against once where a book is read
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library warns of styles and dates; a bad date is reported as a cell
            book = load_workbook(BytesIO(scanned.body), read_only=True, data_only=True, keep_links=False)
            return [_grid(sheet, scanned, path.name) for sheet in cast("list[_Worksheet]", book.worksheets)]
    except _UNREADABLE as error:
        raise Refusal("book_damaged", name=path.name) from error


def plain_title(title: object) -> str:
    """A sheet's name or a heading without blanks, in half-width forms; a whole number as its digits."""
    if isinstance(title, float) and title.is_integer():
        title = int(title)
    return "".join(unicodedata.normalize("NFKC", str(title)).split())


def letters(index: int) -> str:
    """The spreadsheet's name of a column by its index from 0: A, B … Z, AA …"""
    name, index = "", index + 1
    while index:
        index, digit = divmod(index - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def _grid(sheet: _Worksheet, scanned: safety.Scanned, name: str) -> Grid:
    # The library keeps the name of the sheet's file to itself, and cannot say "a formula without a value" otherwise.
    uncomputed = scanned.uncomputed.get(sheet._worksheet_path.lstrip("/"), frozenset())  # noqa: SLF001
    sheet.reset_dimensions()  # the size a file states may be smaller than what it holds
    found = list(islice(_filled(sheet, uncomputed), MAX_ROWS + 1))
    if len(found) > MAX_ROWS:
        raise Refusal("book_too_many_rows", name=name, sheet=sheet.title, limit=MAX_ROWS)
    return Grid(plain_title(sheet.title), found)


def _filled(sheet: _Worksheet, uncomputed: frozenset[str]) -> Iterator[tuple[int, tuple[object, ...]]]:
    numbered = enumerate(sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True), 1)
    for number, values in islice(numbered, LAST_SHEET_ROW):
        row = values
        if not uncomputed and row.count(None) == len(row):
            continue  # a million blank rows below the last one are common, and must cost next to nothing
        if uncomputed:
            row = tuple(
                UNCOMPUTED if value is None and f"{letters(index)}{number}" in uncomputed else value
                for index, value in enumerate(values)
            )
        if not all(map(is_empty, row)):
            yield number, row
