"""A rectangle of cells on its way through the clipboard: as spreadsheets and tables on the web put it there."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from app.domain.refusal import Refusal

MOST_CHARACTERS = 2_000_000
"""More is no table anybody copied by intention."""


def read_rectangle(text: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a copied rectangle, every row as long as the longest; none for an empty text.

    Columns are divided by tabs; a cell with line breaks stands in quotes. Refuses with ``paste_too_large`` and
    ``paste_unreadable``.
    """
    if len(text) > MOST_CHARACTERS:
        raise Refusal("paste_too_large", most=f"{MOST_CHARACTERS:,}")
    try:
        rows = [*csv.reader(StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), delimiter="\t", strict=False)]
    except csv.Error as error:
        raise Refusal("paste_unreadable") from error
    while rows and not rows[-1]:
        rows.pop()
    width = max((len(row) for row in rows), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def write_rectangle(rows: Iterable[Sequence[str]]) -> str:
    """A rectangle as spreadsheets take it: tabs between columns, line breaks between rows.

    Blanks that would divide a cell become one space.
    """
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
