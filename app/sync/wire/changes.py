"""Changes as both ends handle them: groups of one table, operation and set of columns, held column by column.

A journal row (``JournalRow``) becomes part of a ``ChangeGroup`` on the desktop; the server and other desktops get the
same group out of a batch. Nothing here loops over values: columns are built and taken apart by C code.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress, repeat
from operator import ne
from typing import Any, NamedTuple

import msgspec

from app.domain.canonical import Scalar
from app.domain.merge import Change
from app.sync.wire.schema import TableSpec, table_specs

_encode = msgspec.json.Encoder().encode
_encode_lines = msgspec.json.Encoder().encode_lines
Base = int | list[int] | None


def _lines(values: Iterable[object]) -> list[bytes]:
    """The JSON of each value, in one call: a line break never stands unescaped in JSON."""
    return _encode_lines(values).split(b"\n")[:-1]


class JournalRow(NamedTuple):
    """What a change is in the journal (``app.models.local.Journal``), without workshop and device."""

    seq: int
    clock: int
    base: str | None
    user: str
    action: str
    at: int
    tbl: str
    key: str
    op: str
    data: str


@dataclass(slots=True)
class ChangeGroup:
    """Changes of one table, operation and set of columns, column by column; all lists have one entry a change.

    ``base`` has a list for each merge group touched by an update, delete or re-creation (empty for inserts); an entry
    is a clock, several, or None. ``new`` maps each value column to its values, ``old`` those that changed to the values
    before (equal to the new one where a change left it). ``device`` is given only in relayed groups, where it differs
    from change to change.
    """

    table: str
    op: str
    seq: list[int]
    clock: list[int]
    key: dict[str, list[Any]]
    new: dict[str, list[Any]]
    old: dict[str, list[Any]] = field(default_factory=dict)
    base: dict[str, list[Base]] = field(default_factory=dict)
    user: list[str] = field(default_factory=list)
    action: list[str] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    device: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.seq)

    @property
    def spec(self) -> TableSpec | None:
        """The table's description, None for a table this version does not know."""
        return table_specs().get(self.table)

    def columns(self) -> list[list[Any]]:
        """All columns in one fixed order, for taking rows out of the group."""
        fixed: list[list[Any]] = [self.seq, self.clock, self.user, self.action, self.at]
        parts = (*self.key.values(), *self.base.values(), *self.new.values(), *self.old.values())
        return [*fixed, *parts, *([self.device] if self.device else [])]

    def without(self, places: set[int]) -> "ChangeGroup":
        """The group without the changes at ``places``."""
        return self.at_places([place for place in range(len(self)) if place not in places]) if places else self

    def at_places(self, keep: list[int]) -> "ChangeGroup":
        """The group of the changes at the places ``keep`` alone."""

        def kept(values: list[Any]) -> list[Any]:
            return [values[place] for place in keep] if values else values

        def each(columns: dict[str, list[Any]]) -> dict[str, list[Any]]:
            return {name: kept(values) for name, values in columns.items()}

        return ChangeGroup(
            self.table, self.op, kept(self.seq), kept(self.clock), each(self.key), each(self.new), each(self.old),
            each(self.base), kept(self.user), kept(self.action), kept(self.at), kept(self.device),
        )  # fmt: skip

    def keys(self) -> Iterator[tuple[Any, ...]]:
        """The key of each change's row (within its workshop)."""
        return zip(*self.key.values(), strict=True) if self.key else repeat((), len(self))

    def key_texts(self) -> list[str]:
        """The keys as the journal spells them."""
        return [line.decode() for line in _lines(self.keys())]

    def canonical(self) -> list[bytes]:
        """The canonical bytes of each change: what the hash chain runs over, however batches are cut.

        A change names the old values of the columns it altered alone; what others of the group altered is no part of
        it, or the same change would be spelled otherwise in another batch.
        """
        altered = [list(map(ne, old, self.new.get(name, repeat(None)))) for name, old in self.old.items()]
        marks = list(zip(*altered, strict=True))
        if not marks or (all(marks[0]) and marks.count(marks[0]) == len(marks)):
            return _spelled(self)
        piles: dict[tuple[bool, ...], list[int]] = {}
        for place, mark in enumerate(marks):
            piles.setdefault(mark, []).append(place)
        lines = [b""] * len(self)
        for mark, places in piles.items():
            alike = self.at_places(places)
            alike.old = dict(compress(alike.old.items(), mark))
            for place, line in zip(places, _spelled(alike), strict=True):
                lines[place] = line
        return lines

    def changes(self) -> Iterator[Change]:
        """Each change for ``app.domain.merge``; of known tables only (slow path: conflicts, waiting changes)."""
        spec = table_specs()[self.table]
        touched = {
            group: [self.new[name] for name in names]
            for group, names in spec.groups.items()
            if all(name in self.new for name in names)
        }
        for place in range(len(self)):
            values = {group: tuple(column[place] for column in columns) for group, columns in touched.items()}
            base = {group: clocks(column[place]) for group, column in self.base.items()}
            yield Change(self.clock[place], self.op, base, values)

    def data_texts(self) -> list[str]:
        """``journal.data`` of each change, spelled as the triggers do."""
        spec = self.spec
        if self.op == "i":
            names = [name for name in (spec.columns if spec else self.new) if name in self.new]
            columns = [self.new[name] for name in names]
            return [line.decode() for line in _lines(zip(*columns, strict=True))]
        return [_encode(self._pairs(place)).decode() for place in range(len(self))]

    def _pairs(self, place: int) -> dict[str, object]:
        pairs: dict[str, object] = {}
        unknown = self.unknown()
        for name, values in self.new.items():
            if name in unknown:
                continue
            new, old = values[place], self.old.get(name, values)[place]
            pairs[name] = new if old == new else [old, new]
        return pairs

    def unknown(self) -> dict[str, list[Any]]:
        """The value columns this version does not know: they wait in the row's ``extra``, a JSON object."""
        spec = self.spec
        return {} if spec is None else {name: values for name, values in self.new.items() if name not in spec.columns}

    def base_texts(self) -> list[str | None]:
        """``journal.base`` of each change: a clock (or list) for tables of one group, an object for others."""
        if not self.base:
            return [None] * len(self)
        if self.spec is not None and not self.spec.several:
            (column,) = self.base.values()
            return [_encode(clock or 0).decode() for clock in column]
        names = list(self.base)
        rows = zip(*self.base.values(), strict=True)
        return [_encode({name: clock or 0 for name, clock in zip(names, row, strict=True)}).decode() for row in rows]


def _spelled(group: ChangeGroup) -> list[bytes]:
    """Canonical bytes of changes that altered the same columns."""
    names = [list(each) for each in (group.key, group.base, group.new, group.old)]
    head = _encode([group.table, group.op, *names])
    return [head + line for line in _lines(zip(*group.columns(), strict=True))]


def clocks(base: Base) -> tuple[int, ...]:
    """The clocks named by one entry of a base column."""
    if isinstance(base, list):
        return tuple(base)
    return (base,) if base else ()


# ---------------------------------------------------------------- from the journal

_lists = msgspec.json.Decoder(list[list[Scalar]]).decode
_objects = msgspec.json.Decoder(list[dict[str, Scalar | list[Scalar]]]).decode
_bases = msgspec.json.Decoder(list[int | list[int] | dict[str, int | list[int]] | None]).decode


def _joined(texts: Iterable[str | None]) -> str:
    return "[" + ",".join(text or "null" for text in texts) + "]"


def group_rows(rows: Sequence[JournalRow]) -> list[ChangeGroup]:
    """Journal rows as groups, parents' tables first; a data array shorter than its table's columns is of an older
    schema and keeps to the columns it has.
    """
    piles: dict[tuple[str, str], list[JournalRow]] = {}
    for row in rows:
        piles.setdefault((row[6], row[8]), []).append(row)
    specs = table_specs()
    groups: list[ChangeGroup] = []
    for (table, op), pile in piles.items():
        groups += _inserts(specs[table], pile) if op == "i" else _updates(specs[table], op, pile)
    return sorted(groups, key=lambda group: specs[group.table].place)


def _split(pile: Sequence[JournalRow], shapes: Sequence[Any]) -> list[list[int]]:
    """Places of the rows of each shape, so that each group's rows have the same columns."""
    if shapes.count(shapes[0]) == len(shapes):
        return [list(range(len(pile)))]
    found: dict[Any, list[int]] = {}
    for place, shape in enumerate(shapes):
        found.setdefault(shape, []).append(place)
    return list(found.values())


def _started(spec: TableSpec, op: str, rows: Sequence[JournalRow]) -> ChangeGroup:
    columns = list(zip(*rows, strict=True))
    keys = list(zip(*_lists(_joined(columns[7])), strict=True))
    key = {column.name: list(values) for column, values in zip(spec.key, keys, strict=True)} if spec.key else {}
    seq, clock, _, user, action, at, *_ = map(list, columns)
    return ChangeGroup(spec.name, op, seq, clock, key, {}, {}, {}, user, action, at)


def _inserts(spec: TableSpec, pile: list[JournalRow]) -> Iterator[ChangeGroup]:
    data = _lists(_joined(row.data for row in pile))
    for places in _split(pile, list(map(len, data))):
        group = _started(spec, "i", [pile[place] for place in places])
        columns = zip(*[data[place] for place in places], strict=True)
        group.new = {name: list(values) for name, values in zip(spec.columns, columns, strict=False)}
        yield group


def _updates(spec: TableSpec, op: str, pile: list[JournalRow]) -> Iterator[ChangeGroup]:
    data = _objects(_joined(row.data for row in pile))
    bases = _bases(_joined(row.base for row in pile))
    for places in _split(pile, list(map(tuple, data))):
        group = _started(spec, op, [pile[place] for place in places])
        objects = [data[place] for place in places]
        for name in objects[0]:
            cells = [each[name] for each in objects]
            group.new[name] = _side(cells, 1)
            if list in map(type, cells):
                group.old[name] = _side(cells, 0)
        group.base = _base_columns(spec, group, [bases[place] for place in places])
        yield group


def _side(cells: list[Any], side: int) -> list[Any]:
    """The old (0) or new (1) values of cells that are ``[old, new]`` where a change touched them."""
    return [cell[side] if type(cell) is list else cell for cell in cells]


def _base_columns(spec: TableSpec, group: ChangeGroup, bases: list[Any]) -> dict[str, list[Base]]:
    if not spec.several:
        return {name: [base or None for base in bases] for name in spec.groups}
    touched = [name for name, names in spec.groups.items() if names[0] in group.new]
    return {name: [(base or {}).get(name) or None for base in bases] for name in touched}
