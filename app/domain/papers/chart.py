"""Figures month by month, as a paper: a table of them, and a picture of one of them below it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartMonth:
    """A month (YYYY-MM): its cells behind the month in the table, and its column in the picture.

    ``value`` and ``top`` (hatched, upon it) are hundredths of the scale's unit, ≥ 0; ``text`` stands over the column.
    """

    month: str
    cells: tuple[str, ...]
    value: int
    text: str
    top: int = 0


@dataclass(frozen=True, slots=True)
class ChartData:
    """The paper: title, workshop, the day it was made (YYYY-MM-DD), headings and foot of the table, months by age.

    ``scale`` is the picture's unit, ``column`` and ``upon`` say what is drawn; ``note`` defines the figures.
    """

    title: str
    unit: str
    day: str
    heads: tuple[str, ...]
    months: tuple[ChartMonth, ...]
    foot: tuple[str, ...]
    scale: str
    column: str
    upon: str = ""
    note: str = ""
    job: str = "chart"
