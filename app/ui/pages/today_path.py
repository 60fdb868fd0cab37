"""Where Enter goes among the pieces: along what each worker last made, so that digits and Enter are enough."""

from collections.abc import Callable, Sequence

from app.services.day import DayRow
from app.ui.pages.today_rows import FIRST_ITEM, expected

Place = tuple[int, int]
"""A row and a column of the sheet."""


def path(rows: Sequence[DayRow], hidden: Callable[[int], bool]) -> list[Place]:
    """The cells likely to be typed, line by line."""
    return [
        (line, FIRST_ITEM + at)
        for line, row in enumerate(rows)
        if not hidden(line)
        for at in range(len(row.cells))
        if expected(row, at)
    ]


def onward(rows: Sequence[DayRow], place: Place, hidden: Callable[[int], bool]) -> Place | None:
    """Where Enter goes: from a cell of the path to the next of it, from any other to the next line.

    None where there is nothing more below.
    """
    line, column = place
    known = 0 <= column - FIRST_ITEM < (len(rows[line].cells) if line < len(rows) else 0)
    if known and expected(rows[line], column - FIRST_ITEM):
        return next((cell for cell in path(rows, hidden) if cell > place), None)
    return next(((below, column) for below in range(line + 1, len(rows)) if not hidden(below)), None)
