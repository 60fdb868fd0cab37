"""Tables as data: a column is a title, a width, what it shows, and how it is written."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

R = TypeVar("R")


class Align(StrEnum):
    """Text left, numbers right, dates and marks centred (LOOK)."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class Tone(StrEnum):
    """The token a text is coloured with; never the only sign: a word goes with it."""

    PLAIN = "text"
    QUIET = "secondary"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    ACCENT = "accent"


def _plain(_: object) -> Tone:
    return Tone.PLAIN


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column of rows of type ``R``; ``width`` in pixels, ``stretch`` takes what is left.

    ``wraps`` makes the row as tall as the text needs: for what must be read whole. ``fits`` first makes the column as
    wide as its texts, as far as the stretching column keeps its own ``width``.
    ``write`` makes it editable: it gets the row and the typed text, and says whether it was taken. ``ticked`` draws a
    box before the text, ticked or not; None for a row without one.

    ``key`` is what rows are sorted by (None for a blank, which comes last); without it numbers and texts go as they
    are shown. ``plain`` is the value as text where the shown text is more or less than it: what is copied and exported.
    """

    title: str
    width: int
    text: Callable[[R], str]
    align: Align = Align.LEFT
    tone: Callable[[R], Tone] = _plain
    tip: Callable[[R], str] | None = None
    write: Callable[[R, str], bool] | None = None
    stretch: bool = False
    ticked: Callable[[R], bool | None] | None = None
    wraps: bool = False
    key: Callable[[R], Any] | None = None
    plain: Callable[[R], str] | None = None
    fits: bool = False


def amount_tone(fen: int) -> Tone:
    """Negative amounts stand in cinnabar beside their minus."""
    return Tone.BAD if fen < 0 else Tone.PLAIN
