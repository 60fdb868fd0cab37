"""Horizontal bars with their numbers: what a chart shows on the screen and on paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it stands for, how long it is (any unit, all bars the same), and the number written beside it.

    ``marked`` is drawn in the warning's colour, hatched on paper; the number's text then says why.
    """

    title: str
    value: int
    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class BarsData:
    """A printed chart: its title, the workshop, the day (YYYY-MM-DD), the bars in their order, a note below them."""

    title: str
    unit: str
    day: str
    bars: tuple[Bar, ...]
    note: str = ""
