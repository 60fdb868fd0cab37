"""Leaving an id that another PC's row took first (``id_taken``, DESIGN 2): our row goes on under a new id.

Runs inside the transaction that applies an answer, once the server holds our insert and the other's is here too. What
was sent stays as it is. New changes, written through the triggers like anybody's, do the rest: our row and children
keyed by it are inserted anew, children that name it are updated, and the old key is *given back*: by a change that
replaces our versions and shows what the others' say, or by a delete mark where there are none.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from app.domain.ids import DEVICE_BITS
from app.domain.merge import INSERT, Change, RowState, merge
from app.models.database import new_ids
from app.sync.journal import versions, write_group
from app.sync.rows import note_conflicts, write_rows
from app.sync.sql import rows, run
from app.sync.wire import Group, TableSpec, read_group, table_specs

MOVED, GIVEN_BACK = "sync.renumber", "sync.give_back"
_DEVICE_MASK = (1 << DEVICE_BITS) - 1
_encode = msgspec.json.Encoder().encode
_read_group = msgspec.json.Decoder(Group).decode
Versions = dict[int, Change]

_BOTH_HERE = """
SELECT o.tbl, o.key, o.clock, p.device, p.seq, p.payload
FROM held_change o JOIN held_change p USING (workshop_id, tbl, key)
WHERE workshop_id = ? AND o.side = 'own' AND o.verdict = 'held' AND o.code = 'id_taken'
AND p.side = 'peer' AND p.verdict = 'waiting' AND p.code = 'id_taken' ORDER BY o.clock
"""


@dataclass(slots=True)
class _Move:
    """Rows that get new ids: table → old → new, and the clock of our insert by (table, key text)."""

    session: Session
    workshop: int
    own: set[int]
    ids: dict[str, dict[int, int]] = field(default_factory=dict)
    inserts: dict[tuple[str, str], int] = field(default_factory=dict)

    def renamed(self, spec: TableSpec, cells: Mapping[str, Any]) -> dict[str, Any]:
        """The cells with the new ids in the places of the old ones; ``id`` is the row's own."""
        holding = _holding(spec)
        return {name: self.ids.get(holding.get(name, ""), {}).get(cell, cell) for name, cell in cells.items()}


def renumber(session: Session, workshop: int) -> int:
    """Move every row of ours whose id the server holds as taken and whose other row is here; answers how many."""
    found = rows(session, _BOTH_HERE, (workshop,))
    if not found:
        return 0
    move = _Move(session, workshop, _own_numbers(session, workshop))
    for tbl, key, clock, device, seq, payload in found:
        _take_other(session, workshop, device, seq, payload)
        run(
            session,
            "DELETE FROM held_change WHERE workshop_id = ? AND side = 'own' AND tbl = ? AND key = ? AND clock = ?",
            (workshop, tbl, key, clock),
        )
        move.inserts[tbl, key] = clock
    for (tbl, key), new in zip(move.inserts, new_ids(session, len(move.inserts)), strict=True):
        move.ids.setdefault(tbl, {})[msgspec.json.decode(key)[0]] = new
    for spec in table_specs().values():  # parents first
        _move_rows(move, spec)
        _move_children(move, spec)
    return len(move.inserts)


def _own_numbers(session: Session, workshop: int) -> set[int]:
    former = rows(session, "SELECT number FROM former_device WHERE workshop_id = ?", (workshop,))
    return {number for (number,) in [*former, *rows(session, "SELECT number FROM device")]}


def _take_other(session: Session, workshop: int, device: int, seq: int, payload: str) -> None:
    """The other's insert into the journal; the clock goes past it."""
    group, _ = read_group(_read_group(payload))
    write_group(session, workshop, device, group)
    place = (workshop, device, seq)
    run(session, "DELETE FROM held_change WHERE workshop_id = ? AND device = ? AND seq = ? AND side = 'peer'", place)
    run(session, "UPDATE counter SET clock = max(clock, ?) WHERE workshop_id = ?", (group.clock[0], workshop))


def _holding(spec: TableSpec) -> dict[str, str]:
    return spec.refs | ({"id": spec.name} if spec.counter_id else {})


def _line(changes: Versions, starts: Iterable[int]) -> Versions:
    """The changes that begin with ``starts``, and those that replace nothing but such changes."""
    line = {clock: changes[clock] for clock in starts}
    for clock in sorted(changes):
        bases = {base for named in changes[clock].base.values() for base in named}
        if bases and bases <= line.keys():
            line[clock] = changes[clock]
    return line


# ---------------------------------------------------------------- the rows


def _move_rows(move: _Move, spec: TableSpec) -> None:
    """The rows whose own id was taken."""
    keys = [key for tbl, key in move.inserts if tbl == spec.name]
    for key, changes in versions(move.session, move.workshop, spec.name, keys).items():
        line = _line(changes, [move.inserts[spec.name, key]])
        _insert(move, spec, key, merge(line.values()))
        _give_back(move, spec, key, changes, line)


def _move_children(move: _Move, spec: TableSpec) -> None:
    """Rows of ours that name a moved row."""
    keyed = {column.name for column in spec.key}
    for column, table in spec.refs.items():
        for old in move.ids.get(table, {}):
            found = _children(move, spec, column, old)
            for key, changes in versions(move.session, move.workshop, spec.name, found).items():
                if column in keyed:
                    _move_key(move, spec, key, changes)
                elif not spec.insert_only and _named_here(move, spec, column, old, changes):
                    _rename_value(move, spec, column, key)


def _children(move: _Move, spec: TableSpec, column: str, old: int) -> list[str]:
    """Keys of the living rows with ``old`` in ``column``, but for those that were given back."""
    listed = ", ".join(f'"{each.name}"' for each in spec.key)
    found = rows(
        move.session,
        f'SELECT {listed} FROM "{spec.name}" WHERE workshop_id = ? AND "{column}" = ? AND deleted = 0',
        (move.workshop, old),
    )
    sql = "SELECT DISTINCT key FROM journal WHERE workshop_id = ? AND tbl = ? AND action = ?"
    done = {key for (key,) in rows(move.session, sql, (move.workshop, spec.name, GIVEN_BACK))}
    done |= {key for tbl, key in move.inserts if tbl == spec.name}
    return [key for key in (_encode(cells).decode() for cells in found) if key not in done]


def _made_here(move: _Move, clock: int) -> bool:
    return clock & _DEVICE_MASK in move.own


def _named_here(move: _Move, spec: TableSpec, column: str, old: int, changes: Versions) -> bool:
    """Whether the first change that named the id in this column was made here, and so means our row."""
    group = spec.group_of[column]
    place = spec.groups[group].index(column)
    naming = [
        clock for clock, change in changes.items() if group in change.values and change.values[group][place] == old
    ]
    return bool(naming) and _made_here(move, min(naming))


def _move_key(move: _Move, spec: TableSpec, key: str, changes: Versions) -> None:
    starts = [clock for clock, change in changes.items() if change.op == INSERT and _made_here(move, clock)]
    line = _line(changes, starts)
    state = merge(line.values())
    if not starts or state.deleted:
        return
    _insert(move, spec, key, state)
    if not spec.insert_only:  # what is locked cannot be withdrawn
        _give_back(move, spec, key, changes, line)


def _rename_value(move: _Move, spec: TableSpec, column: str, key: str) -> None:
    (shown,) = rows(
        move.session, f'SELECT "{column}" FROM "{spec.name}" WHERE {_where(spec)}', (move.workshop, *_cells(key))
    )
    new = move.renamed(spec, {column: shown[0]})[column]
    with _journaled(move, spec, key, MOVED):
        sql = f'UPDATE "{spec.name}" SET "{column}" = ? WHERE {_where(spec)}'
        run(move.session, sql, (new, move.workshop, *_cells(key)))


def _insert(move: _Move, spec: TableSpec, key: str, state: RowState) -> None:
    """Our row under its new key, deleted again where it was."""
    names = [column.name for column in spec.key]
    new_key = move.renamed(spec, dict(zip(names, _cells(key), strict=True)))
    shown = state.values
    cells = {
        name: cell for group, columns in spec.groups.items() for name, cell in zip(columns, shown[group], strict=True)
    }
    row = new_key | move.renamed(spec, cells)
    listed = ", ".join(f'"{name}"' for name in row)
    with _journaled(move, spec, key, MOVED):
        marks = ", ".join("?" * len(row))
        sql = f'INSERT INTO "{spec.name}" (workshop_id, deleted, {listed}) VALUES (?, 0, {marks})'
        run(move.session, sql, (move.workshop, *row.values()))
        if state.deleted:
            _mark(move, spec, list(new_key.values()))


def _give_back(move: _Move, spec: TableSpec, key: str, changes: Versions, line: Versions) -> None:
    """The old key shows what is not ours, for everybody who got any of ours; a delete mark where nothing else is."""
    rest = {clock: change for clock, change in changes.items() if clock not in line}
    theirs, whole = merge(rest.values()), merge(changes.values())
    if not theirs.knows(spec.groups):
        with _journaled(move, spec, key, GIVEN_BACK):
            _mark(move, spec, _cells(key))
        return
    write_rows(move.session, move.workshop, spec, {key: theirs})
    if spec.insert_only:  # ours was never taken, and no change may follow
        return
    note_conflicts(move.session, move.workshop, spec, {key: whole})
    replaced = {
        group: [h.clock for h in state.heads if h.clock in line or h.clock in theirs.groups[group].same_as_shown()]
        for group, state in whole.groups.items()
    }
    if theirs.deleted:  # so that the change written is a delete mark
        sql = f'UPDATE "{spec.name}" SET deleted = 0 WHERE {_where(spec)}'
        run(move.session, sql, (move.workshop, *_cells(key)))
    base = _encode(replaced if spec.several else next(iter(replaced.values()))).decode()
    with _journaled(move, spec, key, GIVEN_BACK, base):
        sql = f'UPDATE "{spec.name}" SET deleted = ? WHERE {_where(spec)}'
        run(move.session, sql, (int(theirs.deleted), move.workshop, *_cells(key)))


def _mark(move: _Move, spec: TableSpec, cells: list[Any]) -> None:
    run(move.session, f'UPDATE "{spec.name}" SET deleted = 1 WHERE {_where(spec)}', (move.workshop, *cells))


def _cells(key: str) -> list[Any]:
    cells: list[Any] = msgspec.json.decode(key)
    return cells


def _where(spec: TableSpec) -> str:
    return " AND ".join(["workshop_id = ?", *(f'"{column.name}" = ?' for column in spec.key)])


@contextmanager
def _journaled(move: _Move, spec: TableSpec, key: str, action: str, base: str | None = None) -> Iterator[None]:
    """Within the block the triggers journal what is written, in the name of who made our row."""
    sql = "SELECT user, device FROM journal WHERE workshop_id = ? AND tbl = ? AND key = ? ORDER BY clock"
    made = [user for user, device in rows(move.session, sql, (move.workshop, spec.name, key)) if device in move.own]
    before = rows(move.session, 'SELECT "user", action, capture, base FROM origin')[0]
    act = 'UPDATE origin SET "user" = ?, action = ?, capture = ?, base = ?'
    run(move.session, act, (made[0] if made else before[0], action, 1, base))
    yield
    run(move.session, act, before)
