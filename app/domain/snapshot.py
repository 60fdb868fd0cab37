"""What a payroll run was computed from, as canonical JSON: every row, the calendar and the figures of the rule packs.

The lock keeps it, so that an old payroll recomputes to the same fen whatever records and packs say later. Frozen rows
are written by the names of their fields, named tuples by their order; rows whose order means nothing are sorted, so
that equal inputs have one hash. A field added later reads as its default from an older snapshot.
"""

import json
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from app.domain.canonical import canonical
from app.domain.payroll_input import Mark, MonthInput, PieceEntry, WorkerInput

FORMAT = 1
_ANY_ORDER = (MonthInput, WorkerInput, Mark, PieceEntry)
"""Rows in whose tuples the order means nothing."""
_Read = Callable[[Any], Any]
_SCALARS = frozenset({int, str, bool, NoneType})
_KEY = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def snapshot_bytes(month: MonthInput) -> bytes:
    """The canonical JSON of all a run is computed from; its SHA-256 is the run's ``inputs_hash``."""
    return canonical({"format": FORMAT, "month": _plain(month)})


def read_snapshot(content: bytes) -> MonthInput:
    """The rows of a snapshot; ValueError where it is none, or of a program newer than this one."""
    try:
        found = json.loads(content)
        if found["format"] != FORMAT:
            raise ValueError(f"format {found['format']}")
        month = _reader(MonthInput)(found["month"])
    except (KeyError, TypeError, UnicodeDecodeError) as fault:
        raise ValueError(f"{type(fault).__name__}: {fault}") from fault
    return cast("MonthInput", month)


# ---------------------------------------------------------------- to plain values


def _plain(value: Any, any_order: bool = False) -> Any:  # noqa: ANN401  whatever a row holds
    if type(value) in _SCALARS:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        loose = isinstance(value, _ANY_ORDER)
        rows = [_plain(each, loose) for each in value]
        return _sorted(rows) if any_order else rows
    if isinstance(value, frozenset):
        return _sorted([_plain(each) for each in value])
    if isinstance(value, Mapping):
        return _sorted([[_plain(key), _plain(each)] for key, each in value.items()])
    loose, kind = isinstance(value, _ANY_ORDER), cast("Hashable", type(value))
    return {name: _plain(getattr(value, name), loose) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401  a frozen dataclass
    return tuple(field.name for field in fields(kind))


def _sorted(rows: list[Any]) -> list[Any]:
    """Rows of one shape in an order of their own; text, by the ten thousand the days of marks, as it is."""
    if len(rows) > 1:
        rows.sort(key=None if isinstance(rows[0], str) else _KEY)
    return rows


# ---------------------------------------------------------------- and back


@cache
def _reader(hint: Any) -> _Read:  # noqa: ANN401  one line a shape
    """How a value of a type is read."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _optional([each for each in inner if each is not NoneType])
    if origin is tuple and inner[-1] is Ellipsis:
        return _many(tuple, _reader(inner[0]))
    if origin is tuple:
        return _fixed([_reader(each) for each in inner])
    if origin is frozenset:
        return _many(frozenset, _reader(inner[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(_reader(inner[0]), _reader(inner[1]))
    if hint is date:
        return date.fromisoformat
    if hint in (int, str, bool):
        return _exactly(hint)
    return cast("_Read", hint) if issubclass(hint, Enum) else _row(hint)


def _exactly(kind: type) -> _Read:
    def read(value: Any) -> Any:  # noqa: ANN401  checked here
        if type(value) is not kind:
            raise TypeError(f"{value!r} is no {kind.__name__}")
        return value

    return read


def _optional(kinds: list[Any]) -> _Read:
    (kind,) = kinds
    inner = _reader(kind)
    return lambda value: None if value is None else inner(value)


def _many(shape: Callable[[Iterable[Any]], Any], inner: _Read) -> _Read:
    return lambda value: shape([inner(each) for each in value])


def _fixed(inner: list[_Read]) -> _Read:
    return lambda value: tuple(read(each) for read, each in zip(inner, value, strict=True))


def _mapping(key: _Read, inner: _Read) -> _Read:
    return lambda value: {key(name): inner(each) for name, each in value}


def _row(kind: Any) -> _Read:  # noqa: ANN401  a frozen dataclass or named tuple
    if is_dataclass(kind):
        return _named(kind)
    hints = get_type_hints(kind)
    readers = [_reader(hints[name]) for name in kind._fields]
    return lambda value: kind(*[read(each) for read, each in zip(readers, value, strict=False)])


def _named(kind: Any) -> _Read:  # noqa: ANN401  a frozen dataclass
    hints = get_type_hints(kind)
    named = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    needed = {field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING}

    def read(value: Any) -> Any:  # noqa: ANN401  checked here
        if value.keys() - named.keys() or needed - value.keys():
            raise ValueError(f"{kind.__name__}: {sorted(value)}")
        return kind(**{name: named[name](each) for name, each in value.items()})

    return read
