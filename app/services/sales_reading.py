"""Takes a platform's order file apart: XLSX by the workbook's guarded reader, CSV in UTF-8 or GB18030, into one table.

The same caps hold for both: a file of sane size, 20,000 rows, 100 columns.
"""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from app.domain.refusal import Refusal
from app.domain.sales_file import recognise
from app.services.workbook import grids
from app.services.workbook.cells import is_empty
from app.services.workbook.safety import MAX_FILE_BYTES

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_HEADING_ROWS = 15
"""Platforms write a few lines of their own above the headings."""
_DELIMITERS = (",", "\t", ";")

Cells = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class FileTable:
    """A file's headings and filled rows, each with its number in the file; ``digest`` is the file's SHA-256."""

    name: str
    digest: str
    headings: tuple[str, ...]
    rows: tuple[tuple[int, Cells], ...] = field(repr=False)


def read_file(path: Path) -> FileTable:
    """The table of a file: of several sheets the one whose headings are known best.

    Refuses what is no table, damaged, a bomb, too big, in an unknown encoding, empty, or changed while it was read.
    """
    body = _bytes(path)
    digest = hashlib.sha256(body).hexdigest()
    if body.startswith((b"PK", _OLE)):
        tables = [grid.rows for grid in grids.load(path)]
        if hashlib.sha256(_bytes(path)).hexdigest() != digest:
            raise Refusal("sale_file_changed", name=path.name)
    else:
        tables = [_csv_rows(body, path.name)]
    best = max((_headed(rows) for rows in tables), key=lambda one: (one[0], len(one[2])), default=(0, (), []))
    _, headings, rows = best
    if not rows:
        raise Refusal("sale_file_empty", name=path.name)
    return FileTable(path.name, digest, headings, tuple(rows))


def _headed(rows: Sequence[tuple[int, Cells]]) -> tuple[int, tuple[str, ...], list[tuple[int, Cells]]]:
    """How many headings are known, the headings, and the rows below them."""
    if not rows:
        return 0, (), []
    known = [len(recognise(_titles(cells))) for _, cells in rows[:_HEADING_ROWS]]
    at = max(range(len(known)), key=lambda place: (known[place], -place))
    return known[at], _distinct(_titles(rows[at][1])), list(rows[at + 1 :])


def _titles(cells: Cells) -> tuple[str, ...]:
    return tuple("" if is_empty(cell) else " ".join(str(cell).split()) for cell in cells)


def _distinct(titles: Iterable[str]) -> tuple[str, ...]:
    """Headings that stand twice are told apart by a number; columns without one are nobody's."""
    seen: dict[str, int] = {}
    found = []
    for title in titles:
        seen[title] = seen.get(title, 0) + 1
        found.append(f"{title} ({seen[title]})" if title and seen[title] > 1 else title)
    while found and not found[-1]:
        found.pop()
    return tuple(found)


# ------------------------------------------------------------------ CSV


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise Refusal("sale_file_not_found", name=path.name)
    try:
        with path.open("rb") as source:
            body = source.read(MAX_FILE_BYTES + 1)
            size = path.stat().st_size
    except OSError as error:
        raise Refusal("book_unreadable", name=path.name) from error
    if len(body) > MAX_FILE_BYTES:
        raise Refusal("book_too_big", name=path.name, megabytes=size >> 20, limit=MAX_FILE_BYTES >> 20)
    if not body.strip():
        raise Refusal("sale_file_empty", name=path.name)
    return body


def _csv_rows(body: bytes, name: str) -> list[tuple[int, Cells]]:
    text = _decoded(body, name)
    if text.lstrip().startswith("<"):
        raise Refusal("sale_file_html", name=name)
    limit = grids.MAX_ROWS + _HEADING_ROWS
    rows = list(islice(_filled(text, name), limit + 1))
    if len(rows) > limit:
        raise Refusal("book_too_many_rows", name=name, sheet="CSV", limit=grids.MAX_ROWS)
    return rows


def _decoded(body: bytes, name: str) -> str:
    """Text by its mark, as UTF-8, or as GB18030; NUL is in no text of either."""
    for codec in ("utf-8-sig", "gb18030"):
        try:
            text = body.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refusal("sale_file_encoding", name=name)


def _filled(text: str, name: str) -> Iterator[tuple[int, Cells]]:
    """The lines that say something; a number in the file's own counting of lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, tuple(cells[: grids.MAX_COLUMNS])
    except csv.Error as error:
        raise Refusal("sale_file_damaged", name=name, row=reader.line_num) from error


def _delimiter(text: str) -> str:
    """What divides the heading line: the one that stands there most."""
    head = "\n".join(text.splitlines()[:_HEADING_ROWS])
    return max(_DELIMITERS, key=head.count)
