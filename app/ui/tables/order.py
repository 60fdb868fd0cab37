"""The order of a table's rows: by the value of a column where it names one, else by what it shows, read as people do.

Numbers go by size, 9 before 10 within a text, and what is blank comes last, whichever way the rest goes.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from app.domain.pinyin import order_key as reading_key
from app.services.readings import readings
from app.ui.tables.columns import Align, Column

R = TypeVar("R")
_NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?", re.ASCII)
_LEADING = re.compile(r"([+-]?\d[\d,]*(?:\.\d+)?)[ %].*", re.ASCII)
_PARTS = re.compile(r"(\d+)", re.ASCII)
NOTHING = "–"
"""How an amount of zero is shown (LOOK)."""


@dataclass(frozen=True, slots=True)
class Order:
    """Rows by the column of a title, ``descending`` or not."""

    title: str
    descending: bool = False


def turned(order: Order | None, title: str) -> Order | None:
    """The order after a person asks for a column: up, down, and the third time as the rows came."""
    if order is None or order.title != title:
        return Order(title)
    return None if order.descending else Order(title, descending=True)


def ordered(rows: Sequence[R], column: Column[R], *, descending: bool) -> list[R]:
    """The rows by a column; equal ones stay in the order they came in, either way."""
    keyed = [(order_key(column, row), row) for row in rows]
    there = [pair for pair in keyed if pair[0] is not None]
    there.sort(key=_first, reverse=descending)
    return [row for _, row in there] + [row for key, row in keyed if key is None]


def _first(pair: tuple[Any, object]) -> Any:  # noqa: ANN401  keys of one column are of one type
    return pair[0]


def order_key(column: Column[R], row: R) -> Any:  # noqa: ANN401  whatever the column is sorted by
    """What a row is sorted by in a column; None for a blank."""
    if column.key is not None:
        return column.key(row)
    text = (column.plain or column.text)(row).strip()
    if column.align is Align.RIGHT:
        text = "0" if text == NOTHING else _LEADING.sub(r"\1", text)
    return shown_key(text) if text and text != NOTHING else None


def shown_key(text: str) -> tuple[int, Decimal, tuple[tuple[int, int, Any], ...]]:
    """A text as people sort it: numbers first and by size, then texts as they are read, digits in them by size."""
    number = number_in(text)
    if number is not None:
        return (0, number, ())
    parts = _PARTS.split(text)
    return (
        1,
        Decimal(0),
        tuple((0, int(part), ()) if part.isdecimal() else (1, 0, _read(part)) for part in parts if part),
    )


def _read(text: str) -> Any:  # noqa: ANN401  only compared with its like
    """What a text without digits is sorted by: its characters' readings; ASCII needs none."""
    return tuple((letter, letter) for letter in text.casefold()) if text.isascii() else reading_key(text, readings())


def number_in(text: str) -> Decimal | None:
    """A shown number without its thousands commas: 1,234.50; None where the text is something else."""
    return Decimal(text.replace(",", "")) if _NUMBER.fullmatch(text) else None


def by(value: Callable[[R], Any]) -> Callable[[R], Any]:
    """A column's ``key`` from a value that may be lacking or empty, which then comes last."""

    def key(row: R) -> Any:  # noqa: ANN401  the column's own type
        found = value(row)
        return None if found is None or found == "" else found

    return key
