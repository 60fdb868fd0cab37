"""Changes that no statement takes: conflicts, several heads, missing bases and parents, judged by ``domain.merge``."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec
from psycopg.rows import dict_row

from app.domain.ids import SERVER_DEVICE
from app.domain.merge import INSERT, Change, Surroundings, advance, judge
from app.models.server_tables import SERVER
from app.server.database import Conn
from app.server.rows import StoredRow, load, store
from app.server.statements import read, write
from app.sync.wire import ChangeGroup, TableSpec, pack_group, table_specs

_encode = msgspec.json.Encoder().encode
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A change that waits: who sent it, its row, why (code, column) and, where one is missing, which parent."""

    device: int
    seq: int
    clock: int
    table: str
    key: str
    code: str
    column: str
    waits_for: tuple[str, str] | None
    payload: str


@dataclass(frozen=True, slots=True)
class Item:
    """One change, as its place in a group."""

    device: int
    group: ChangeGroup
    place: int

    @property
    def seq(self) -> int:
        """The change's seq."""
        return self.group.seq[self.place]

    def alone(self) -> ChangeGroup:
        """A group of this change only."""
        whole, place = self.group, self.place

        def picked(columns: dict[str, list[Any]]) -> dict[str, list[Any]]:
            return {name: [values[place]] for name, values in columns.items()}

        return ChangeGroup(
            whole.table, whole.op, [whole.seq[place]], [whole.clock[place]], picked(whole.key), picked(whole.new),
            picked(whole.old), picked(whole.base), [whole.user[place]], [whole.action[place]], [whole.at[place]],
            whole.device[place : place + 1],
        )  # fmt: skip


@dataclass(slots=True)
class _Row:
    stored: StoredRow | None
    extra: str | None
    changed: bool = False


def judge_items(connection: Conn, workshop: int, greatest: int, items: Iterable[Item]) -> list[Held]:
    """Judge changes of one table in the order of their seq, write the rows they alter, answer those that wait."""
    ordered = sorted(items, key=lambda item: (item.device, item.seq))
    spec = table_specs()[ordered[0].group.table]
    singles = [(item, item.alone()) for item in ordered]
    rows = _read_rows(connection, workshop, spec, [key for _, single in singles for key in single.keys()])  # noqa: SIM118
    parents = present_parents(connection, workshop, spec, [single for _, single in singles])
    held = []
    for item, single in singles:
        (key,) = single.keys()
        (change,) = single.changes()
        row = rows.setdefault(key, _Row(None, None))
        missing = missing_parent(spec, single, parents)
        writer = "county" if item.device == SERVER_DEVICE else "workshop"
        around = _surroundings(spec, change, row, greatest, missing, may_write=spec.writer == writer)
        verdict = judge(change, _row_id(spec, key), around)
        if verdict is None:
            _advance(row, change, single)
        else:
            held.append(_held(item, single, verdict, missing))
    changed = {key: (row.stored, row.extra) for key, row in rows.items() if row.changed and row.stored}
    write_rows(connection, workshop, spec, changed)
    return held


def _row_id(spec: TableSpec, key: Key) -> int | None:
    return key[0] if spec.counter_id else None


def _surroundings(
    spec: TableSpec,
    change: Change,
    row: _Row,
    greatest: int,
    missing: tuple[str, str, str] | None,
    *,
    may_write: bool,
) -> Surroundings:
    return Surroundings(
        groups=frozenset(spec.groups),
        insert_only=spec.insert_only,
        may_write=may_write,
        greatest_clock=greatest,
        row_known=row.stored is not None,
        other_insert=change.op == INSERT and row.stored is not None and row.stored.inserted,
        missing_parent=missing[0] if missing else None,
    )


def _advance(row: _Row, change: Change, single: ChangeGroup) -> None:
    before = row.stored
    inserted = change.op == INSERT or (before is not None and before.inserted)
    row.stored = StoredRow(advance(before.state if before else None, change), inserted)
    row.changed = True
    unknown = single.unknown()
    if unknown:
        known: dict[str, Any] = msgspec.json.decode(row.extra) if row.extra else {}
        row.extra = _encode(known | {name: values[0] for name, values in unknown.items()}).decode()


def _held(item: Item, single: ChangeGroup, verdict: tuple[str, str], missing: tuple[str, str, str] | None) -> Held:
    code, column = verdict
    waits_for = missing[1:] if missing and code == "parent_missing" else None
    (key,) = single.key_texts()
    payload = _encode(pack_group(single)).decode()
    return Held(item.device, item.seq, single.clock[0], single.table, key, code, column, waits_for, payload)


# ---------------------------------------------------------------- parents


def present_parents(
    connection: Conn, workshop: int, spec: TableSpec, singles: list[ChangeGroup]
) -> dict[str, set[int]]:
    """Which of the rows referred to are there: parent table → ids (the workshop itself: its own id)."""
    found: dict[str, set[int]] = {}
    for column, table in spec.refs.items():
        asked = {(single.key | single.new)[column][0] for single in singles if column in single.key | single.new}
        rows = connection.execute(
            f'SELECT id FROM "{table}" WHERE workshop_id = %s AND id = ANY(%s)',  # noqa: S608  a name of the metadata
            (workshop, [each for each in asked if each is not None]),
        )
        found.setdefault(table, set()).update(row[0] for row in rows)
    there = connection.execute("SELECT workshop_id FROM workshop WHERE workshop_id = %s", [workshop]).fetchone()
    found["workshop"] = {workshop} if there or spec.name == "workshop" else set()
    return found


def missing_parent(spec: TableSpec, single: ChangeGroup, parents: dict[str, set[int]]) -> tuple[str, str, str] | None:
    """The first parent that is not there: its column, table and key; None where all are."""
    if not parents["workshop"]:
        return "workshop_id", "workshop", "[]"
    columns = single.key | single.new
    for column, table in spec.refs.items():
        named = columns[column][0] if column in columns else None
        if named is not None and named not in parents[table]:
            return column, table, f"[{named}]"
    return None


# ---------------------------------------------------------------- rows


def _read_rows(connection: Conn, workshop: int, spec: TableSpec, keys: list[Key]) -> dict[Key, _Row]:
    statement = read(spec.name)
    columns = zip(*dict.fromkeys(keys), strict=True) if statement.columns else ()
    parameters = {name: _encode(column).decode() for name, column in zip(statement.columns, columns, strict=True)}
    table = SERVER.tables[spec.name]
    with connection.cursor(row_factory=dict_row) as cursor:
        cursor.execute(statement.sql, {"workshop": workshop, **parameters})
        return {tuple(row[name] for name in statement.columns): _Row(load(table, row), row["extra"]) for row in cursor}


def write_rows(connection: Conn, workshop: int, spec: TableSpec, rows: dict[Key, tuple[StoredRow, str | None]]) -> None:
    """Write merged rows (state and ``extra``) of one table; a parent that is missing is the caller's concern."""
    if not rows:
        return
    statement, table = write(spec.name), SERVER.tables[spec.name]
    written = []
    for key, (stored, extra) in rows.items():
        named = dict(zip((column.name for column in spec.key), key, strict=True))
        written.append(named | store(table, stored) | {"extra": extra})
    parameters = {name: _encode([row[name] for row in written]).decode() for name in statement.columns}
    connection.execute(statement.sql, {"workshop": workshop, **parameters})
