"""A batch: changes of one device in the order of their seq, packed column by column and compressed.

The JSON is ``{"v": format, "s": schema, "g": [group …]}``; the groups' seqs cover ``first … first + count - 1``
exactly. What cannot be read is named by seq in ``faults`` and blocks nothing else.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import ge
from typing import Any

import msgspec
from msgspec import Raw, Struct

from app.domain.canonical import chain
from app.domain.merge import INSERT, OPERATIONS, UPDATE
from app.models.versions import SCHEMA_VERSION
from app.sync.wire.changes import ChangeGroup
from app.sync.wire.columns import (
    ACTION,
    AT,
    BASE,
    CLOCK,
    SEQ,
    UNREADABLE,
    USER,
    pack,
    unknown_column,
    unpack,
)
from app.sync.wire.poison import SUSPECT, disarm
from app.sync.wire.schema import ColumnSpec, TableSpec, table_specs

FORMAT = 1
MAX_CHANGES = 20_000
MAX_INFLATED = 16 << 20
_MAX_COLUMNS = 200  # of a group; each costs an entry a change, however short it is on the wire
_MAX_KEY_COLUMNS, _MAX_KEY_TEXT, _MAX_TABLE_NAME = 6, 100, 64  # an index of PostgreSQL takes rows of 2,700 bytes
_LEVEL = 6


class Group(Struct, omit_defaults=True):
    """A group of changes on the wire; the field names are kept short, small batches being mostly names."""

    t: str
    o: str
    q: Raw
    c: Raw
    n: int = 1
    k: dict[str, Raw] = {}
    v: dict[str, Raw] = {}
    w: dict[str, Raw] = {}
    b: dict[str, Raw] = {}
    u: Raw = Raw(b'""')
    a: Raw = Raw(b'""')
    m: Raw = Raw(b"0")
    d: Raw = Raw(b"0")


class Payload(Struct, omit_defaults=True):
    """The JSON of a batch."""

    v: int
    s: int
    g: list[Group]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why the change of a seq cannot be taken: ``rejected`` (unreadable) with code and column ("" where not one)."""

    code: str
    column: str


@dataclass(slots=True)
class Batch:
    """What a batch says: its readable changes and, by seq, the faults of the others. ``exact`` is False where something
    had to be disarmed or was lost, so that the hash chain cannot be run again over it.
    """

    schema: int
    groups: list[ChangeGroup]
    faults: dict[int, Fault] = field(default_factory=dict)
    exact: bool = True

    def __len__(self) -> int:
        return sum(map(len, self.groups))

    def chained(self, before: bytes) -> bytes:
        """The hash chain's value after these changes, in the order of their seq."""
        return chain(before, ordered_canonical(self.groups))


def ordered_canonical(groups: Sequence[ChangeGroup]) -> list[bytes]:
    """Canonical bytes of all changes of ``groups``, in the order of their seq."""
    if len(groups) == 1:
        return groups[0].canonical()
    pairs = [pair for group in groups for pair in zip(group.seq, group.canonical(), strict=True)]
    pairs.sort(key=lambda pair: pair[0])
    return [text for _, text in pairs]


class Unreadable(ValueError):  # noqa: N818  an answer about a text, not a fault of the program
    """A batch of which nothing can be read: every change of it is rejected."""


# ---------------------------------------------------------------- writing

_encode = msgspec.json.Encoder().encode


def _raw(values: Sequence[Any], spec: ColumnSpec) -> Raw:
    return Raw(_encode(pack(values, spec)))


def pack_group(group: ChangeGroup) -> Group:
    """A group as it travels, also of a table or with columns this version does not know."""
    table = table_specs().get(group.table)
    known = table.all_columns if table else {}
    spec = {name: known.get(name) or unknown_column(name) for name in (*group.key, *group.new, *group.old)}
    return Group(
        t=group.table,
        o=group.op,
        n=len(group),
        q=_raw(group.seq, SEQ),
        c=_raw(group.clock, CLOCK),
        k={name: _raw(values, spec[name]) for name, values in group.key.items()},
        v={name: _raw(values, spec[name]) for name, values in group.new.items()},
        w={name: _raw(values, spec[name]) for name, values in group.old.items()},
        b={name: _raw(values, BASE) for name, values in group.base.items()},
        u=_raw(group.user, USER),
        a=_raw(group.action, ACTION),
        m=_raw(group.at, AT),
        d=_raw(group.device, AT) if group.device else Raw(b"0"),
    )


def write_payload(groups: Iterable[ChangeGroup], schema: int = SCHEMA_VERSION) -> bytes:
    """The compressed payload of a batch."""
    return zlib.compress(_encode(Payload(FORMAT, schema, [pack_group(group) for group in groups])), _LEVEL)


# ---------------------------------------------------------------- reading

_read_payload = msgspec.json.Decoder(Payload).decode


def inflate(data: bytes, limit: int = MAX_INFLATED) -> bytes:
    """The text of a zlib stream of at most ``limit`` bytes; raises Unreadable for more, less or other bytes."""
    stream = zlib.decompressobj()
    try:
        text = stream.decompress(data, limit)
    except zlib.error as error:
        raise Unreadable(str(error)) from error
    if not stream.eof or stream.unused_data:
        raise Unreadable("compressed data too large, cut or followed by others")
    return text


def read_payload(payload: bytes, first: int, count: int) -> Batch:
    """The changes ``first … first + count - 1`` of a batch; never raises for what a change holds.

    Every seq is either in a group or in ``faults``. A batch of which nothing can be read has only faults.
    """
    try:
        raw, exact = _parsed(inflate(payload))
        groups = within(count, [_checked(each, count) for each in raw.g])
    except (Unreadable, *UNREADABLE):
        return Batch(0, [], _lost(range(first, first + count)), exact=False)
    batch = Batch(raw.s, [], exact=exact)
    wanted = set(range(first, first + count))
    for each in groups:
        _take(batch, each, wanted)
    batch.faults |= _lost(wanted)
    batch.exact = batch.exact and not batch.faults
    return batch


def _lost(seqs: Iterable[int]) -> dict[int, Fault]:
    return dict.fromkeys(sorted(seqs), Fault("unreadable", ""))


def _parsed(text: bytes) -> tuple[Payload, bool]:
    try:
        quick = None if SUSPECT in text else _read_payload(text)
    except UNREADABLE:
        quick = None
    payload = quick or _read_payload(disarm(text))
    if payload.v != FORMAT:
        raise Unreadable(f"batch format {payload.v}")
    return payload, quick is not None


def _checked(group: Group, count: int) -> Group:
    if not is_bounded(group, count):
        raise Unreadable("a group of a size or operation that cannot be")
    return group


def is_bounded(raw: Group, most: int = MAX_CHANGES) -> bool:
    """Whether a group has an operation there is, 1 … ``most`` changes and no more columns than a table may have: a few
    bytes can say any number, and reading costs memory for each.
    """
    columns = sum(map(len, (raw.k, raw.v, raw.w, raw.b)))
    named = len(raw.t) <= _MAX_TABLE_NAME and len(raw.k) <= _MAX_KEY_COLUMNS
    return raw.o in OPERATIONS and 1 <= raw.n <= min(most, MAX_CHANGES) and columns <= _MAX_COLUMNS and named


def within(count: int, groups: list[Group]) -> list[Group]:
    """The first of bounded groups that hold together no more than ``count`` changes; what lies behind is not read."""
    totals = accumulate(group.n for group in groups)
    return [group for group, total in zip(groups, totals, strict=True) if total <= count]


def _take(batch: Batch, raw: Group, wanted: set[int]) -> None:
    """Read one group into ``batch``; the seqs it covers are taken out of ``wanted``."""
    group, faults = read_group(raw)
    seqs, places = set(), {}
    for place, seq in enumerate(group.seq):
        if seq not in wanted or seq in seqs:
            places[place] = Fault("unreadable", "seq")
        else:
            seqs.add(seq)
            if place in faults:
                places[place] = batch.faults[seq] = faults[place]
    wanted -= seqs
    batch.exact = batch.exact and not places
    kept = group.without(set(places))
    if len(kept):
        batch.groups.append(kept)


def read_group(raw: Group) -> tuple[ChangeGroup, dict[int, Fault]]:
    """A group and, by place, what is wrong with some of its changes."""
    faults: dict[int, Fault] = {}
    table = table_specs().get(raw.t)
    specs = table.all_columns if table else {}

    def column(text: Raw, spec: ColumnSpec) -> list[Any]:
        values, bad = unpack(text, raw.n, spec)
        for place in bad:
            faults.setdefault(place, Fault("unreadable", spec.name))
        return values

    def each(columns: dict[str, Raw]) -> dict[str, list[Any]]:
        return {name: column(text, specs.get(name) or unknown_column(name)) for name, text in columns.items()}

    group = ChangeGroup(
        raw.t, raw.o, column(raw.q, SEQ), column(raw.c, CLOCK), each(raw.k), each(raw.v), each(raw.w),
        {name: column(text, BASE) for name, text in raw.b.items()},
        column(raw.u, USER), column(raw.a, ACTION), column(raw.m, AT),
        [] if bytes(raw.d) == b"0" else column(raw.d, AT),
    )  # fmt: skip
    _judge_shape(group, table, faults)
    return group, faults


def _judge_shape(group: ChangeGroup, table: TableSpec | None, faults: dict[int, Fault]) -> None:
    """Columns that do not fit the table, or a base not before its clock, are faults of every, or of that change."""
    specs = table.all_columns if table else {}
    for name, texts in (group.key | group.new).items():
        if name in group.key or (name in specs and specs[name].date):
            for place in _too_long(texts):
                faults.setdefault(place, Fault("unreadable", name))
    wrong = "" if table is None else _misshapen(group, table)
    if wrong:
        for place in range(len(group)):
            faults.setdefault(place, Fault("misshapen", wrong))
    for name, column in group.base.items():
        for place in _not_before(column, group.clock):
            faults.setdefault(place, Fault("misshapen", name))


def _too_long(column: list[Any]) -> list[int]:
    """Places of texts too long for an index (keys and dates are in one)."""
    if str not in set(map(type, column)):
        return []
    return [place for place, text in enumerate(column) if isinstance(text, str) and len(text) > _MAX_KEY_TEXT]


def _not_before(column: list[Any], clock: list[int]) -> list[int]:
    """Places of bases not before their clock; one by one only where one is empty, of several heads or unreadable."""
    try:
        quick = not any(map(ge, column, clock))
    except TypeError:
        quick = False
    if quick:
        return []
    return [
        place
        for place, (base, own) in enumerate(zip(column, clock, strict=True))
        if own and max(base if isinstance(base, list) else [base or 0], default=0) >= own
    ]


def _misshapen(group: ChangeGroup, table: TableSpec) -> str:
    """The first column or merge group that a change of this operation lacks or must not have, or ""."""
    if list(group.key) != [column.name for column in table.key]:
        return "key"
    named, every = set(group.base), set(table.groups)
    touched = named & every if group.op == UPDATE else every
    if named != (set() if group.op == INSERT else touched):
        return "base"
    wanted = {column for name in touched for column in table.groups[name]}
    given = group.new.keys() & table.columns.keys()
    return min(wanted ^ given, default="")
