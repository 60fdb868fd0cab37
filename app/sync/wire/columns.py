"""Columns of values as they travel: folded where equal, as differences where they progress, plain lists otherwise.

A packed column is a bare value (all are equal to it), a list (one value each), or an object: ``{"d": [first, difference
…]}`` integers, ``{"d": [first], "s": step}`` an even progression, either with ``"t": 1`` where the integers are ISO
dates counted in days from 2020-01-01. Reading believes nothing: a column is decoded with one typed decoder, and only
where that fails element by element, so that one bad value costs its own change alone.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import accumulate
from operator import sub
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Raw, Struct

from app.sync.wire.schema import ColumnSpec

INT_MAX = (1 << 63) - 1
ID_MAX = (1 << 53) - 1
UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OverflowError)  # all a bad text can raise
_DAY_ZERO = date(2020, 1, 1).toordinal()
_PROGRESSIVE = 2  # worth differences where at least every second value is new
_Id = Annotated[int, Meta(ge=0, le=ID_MAX)]
_Int = Annotated[int, Meta(ge=-INT_MAX - 1, le=INT_MAX)]
_Clock = Annotated[int, Meta(ge=1, le=INT_MAX)]
_TYPES: dict[str, Any] = {"id": _Id, "int": _Int, "text": str, "clock": _Clock, "any": int | str | None}

SEQ = ColumnSpec("seq", "clock", nullable=False, date=False)
CLOCK = ColumnSpec("clock", "clock", nullable=False, date=False)
BASE = ColumnSpec("base", "base", nullable=True, date=False)
AT = ColumnSpec("at", "int", nullable=False, date=False)
USER = ColumnSpec("user", "text", nullable=False, date=False)
ACTION = ColumnSpec("action", "text", nullable=False, date=False)
_BOUNDS = dict.fromkeys(("int", "any"), (-INT_MAX - 1, INT_MAX)) | dict.fromkeys(("clock", "base"), (1, INT_MAX))
_BOUNDS["id"] = (0, ID_MAX)
_TYPES["base"] = _Clock | list[_Clock]

T = TypeVar("T")


class Progression(Struct, omit_defaults=True, forbid_unknown_fields=True):
    """Integers as differences; ``s`` an even step, ``t`` 1 for dates."""

    d: list[_Int]
    s: _Int | None = None
    t: int = 0


def unknown_column(name: str) -> ColumnSpec:
    """A column this version does not know: any scalar, kept aside in ``extra``."""
    return ColumnSpec(name, "any", nullable=True, date=False)


# ---------------------------------------------------------------- packing


@lru_cache(maxsize=8192)
def _days(day: str) -> int:
    value = date.fromisoformat(day)
    if value.isoformat() != day:
        raise ValueError(day)
    return value.toordinal() - _DAY_ZERO


def pack(values: Sequence[Any], spec: ColumnSpec) -> object:
    """A column, at least one value, in the shortest of its forms."""
    first = values[0]
    if not isinstance(first, list) and values.count(first) == len(values):
        return first
    try:
        if spec.date:
            return _progression(list(map(_days, values)), 1)
        return _progression(values, 0) if _progresses(values, spec) else values
    except (TypeError, ValueError):  # an empty value, a list of heads, a text that is no date among them
        return values


def _progresses(values: Sequence[Any], spec: ColumnSpec) -> bool:
    """Whether differences are likely shorter than the values."""
    if len(values) == 1:
        return False
    if spec.kind == "id":
        return len(set(values)) * _PROGRESSIVE > len(values)
    return spec.kind in ("clock", "base") or spec.name == "at"


def _progression(values: Sequence[int], dates: int) -> Progression:
    steps = list(map(sub, values[1:], values))
    if steps.count(steps[0]) == len(steps):
        return Progression([values[0]], steps[0], dates)
    return Progression([values[0], *steps], None, dates)


# ---------------------------------------------------------------- reading


@lru_cache(maxsize=8192)
def _day(days: int) -> str:
    return date.fromordinal(days + _DAY_ZERO).isoformat()


@cache
def _decoder(kind: str, nullable: bool, listed: bool) -> Callable[[bytes | Raw], Any]:
    inner = _TYPES[kind] | None if nullable else _TYPES[kind]
    return msgspec.json.Decoder(list[inner] if listed else inner).decode  # type: ignore[valid-type]


_raw_list = msgspec.json.Decoder(list[Raw]).decode
_read_progression = msgspec.json.Decoder(Progression).decode


def unpack(packed: Raw, count: int, spec: ColumnSpec) -> tuple[list[Any], set[int]]:
    """The ``count`` values of a column and the places of those that cannot be read (there None stands).

    A column that cannot be read at all, or is of another length, is bad in every place.
    """
    text = bytes(packed)
    try:
        values, bad = _unpacked(text, count, spec)
    except (*UNREADABLE, ValueError):
        return [None] * count, set(range(count))
    if len(values) != count:
        return [None] * count, set(range(count))
    return values, bad


def _unpacked(text: bytes, count: int, spec: ColumnSpec) -> tuple[list[Any], set[int]]:
    if text[:1] == b"{":
        return _progressed(_read_progression(text), count, spec)
    if text[:1] != b"[":
        return [_decoder(spec.kind, spec.nullable, False)(text)] * count, set()
    try:
        return _decoder(spec.kind, spec.nullable, True)(text), set()
    except UNREADABLE:
        return _one_by_one(_raw_list(text), _decoder(spec.kind, spec.nullable, False))


def _one_by_one(parts: Sequence[Raw], decode: Callable[[Raw], Any]) -> tuple[list[Any], set[int]]:
    values: list[Any] = []
    bad: set[int] = set()
    for place, part in enumerate(parts):
        try:
            values.append(decode(part))
        except UNREADABLE:
            values.append(None)
            bad.add(place)
    return values, bad


def _progressed(form: Progression, count: int, spec: ColumnSpec) -> tuple[list[Any], set[int]]:
    if form.s is None:
        values = list(accumulate(form.d))
    else:
        (first,) = form.d
        values = [first + form.s * place for place in range(count)]
    if bool(form.t) is not (spec.kind == "text"):
        raise ValueError(spec.name)
    if form.t:
        return list(map(_day, values)), set()
    least, most = _BOUNDS[spec.kind]
    if min(values, default=least) >= least and max(values, default=most) <= most:
        return values, set()
    bad = {place for place, value in enumerate(values) if not least <= value <= most}
    return [None if place in bad else value for place, value in enumerate(values)], bad
