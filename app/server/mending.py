"""Mending rows that differ though both sides have the same changes, and changes one side lost (PROTOCOL, "Mending").

The server rebuilds a row from all changes its log has of it; what still differs it asks for, and gives what it has.
"""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.domain.ids import DEVICE_BITS
from app.domain.merge import INSERT, leaps, merge
from app.models.base import key_columns, sync_info
from app.models.queries.stats import key_text, plain_rows, row_numbers, stats_columns, stats_select
from app.models.server_tables import SERVER
from app.server.database import Conn, raw
from app.server.held import release
from app.server.judging import Item, missing_parent, present_parents, write_rows
from app.server.log import RowName, WorkshopState, history, keep_relayed, lock_workshop, write_state
from app.server.rows import StoredRow
from app.sync.wire import (
    MAX_CHANGES,
    Answer,
    ChangeGroup,
    Group,
    MendBucket,
    RowKey,
    SyncRequest,
    is_bounded,
    pack_group,
    read_group,
    table_specs,
    within,
)

MAX_ROWS = 2000
Numbers = dict[RowName, str]
Rebuilt = dict[RowName, list[tuple[int, ChangeGroup]]]


def mend(connection: Connection, request: SyncRequest, answer: Answer) -> None:
    """Take the changes a request relays, rebuild the rows that differ, and ask for and give what still does."""
    if not request.relay and not request.mend:
        return
    state = lock_workshop(raw(connection), request.workshop, request.device)
    taken = _take_relayed(connection, request, _waiting(raw(connection), request.workshop))
    _release_children(raw(connection), state, taken)
    theirs: Numbers = {}
    for bucket in request.mend:
        if bucket.table in table_specs():
            theirs |= {(bucket.table, key): number for key, number in zip(bucket.keys, bucket.numbers, strict=False)}
    ours = _numbers(connection, request.workshop, request.mend)
    different = _different(theirs, ours) - _waiting(raw(connection), request.workshop)
    if not different:
        return
    chosen = set(sorted(different)[:MAX_ROWS])
    changes = rebuild(connection, request.workshop, chosen)
    _release_children(raw(connection), state, changes)
    still = _different(theirs, _numbers(connection, request.workshop, request.mend)) & chosen
    answer.want = [RowKey(*row) for row in sorted(still)]
    answer.relay = [_relay(device, group) for row in sorted(still) for device, group in changes.get(row, [])]


def _release_children(connection: Conn, state: WorkshopState, rebuilt: Rebuilt) -> None:
    """Judge again what waits for rows that mending brought."""
    if state.held and release(connection, state, [group for each in rebuilt.values() for _, group in each]):
        write_state(connection, state)


def rebuild(connection: Connection, workshop: int, rows: set[RowName]) -> Rebuilt:
    """Write rows anew from all changes known of them, and answer those changes; rows nobody signed stay as they are."""
    conn = raw(connection)
    found: Rebuilt = {}
    for device, group in history(conn, workshop, rows):
        for place, key in enumerate(group.key_texts()):
            found.setdefault((group.table, key), []).append((device, Item(device, group, place).alone()))
    specs = table_specs()
    for table in sorted({table for table, _ in found}, key=lambda name: specs[name].place):
        _write_rebuilt(conn, workshop, table, {row: found[row] for row in found if row[0] == table})
    return found


def _write_rebuilt(
    connection: Conn, workshop: int, table: str, found: dict[RowName, list[tuple[int, ChangeGroup]]]
) -> None:
    spec = table_specs()[table]
    parents = present_parents(connection, workshop, spec, [group for changes in found.values() for _, group in changes])
    stored = {}
    for (_, key), changes in found.items():
        if any(missing_parent(spec, group, parents) for _, group in changes):
            continue
        singles = {change.clock: change for _, group in changes for change in group.changes()}
        state = merge(singles.values())
        if state.knows(spec.groups):
            born = any(change.op == INSERT for change in singles.values())
            stored[tuple(msgspec.json.decode(key))] = StoredRow(state, born)
    write_rows(connection, workshop, spec, {key: (row, None) for key, row in stored.items()})


def _numbers(connection: Connection, workshop: int, buckets: Iterable[MendBucket]) -> Numbers:
    """The number (16 hex) of each of the server's rows in the named buckets."""
    found: Numbers = {}
    months: dict[str, set[str]] = {}
    for bucket in buckets:
        if bucket.table in table_specs():
            months.setdefault(bucket.table, set()).add(bucket.month)
    for name, wanted in months.items():
        table = SERVER.tables[name]
        names = stats_columns(table)
        keys = [names.index(column.name) for column in key_columns(table)]
        month = sync_info(table).month
        place = None if month is None else names.index(month)
        rows = [
            row
            for row in plain_rows(Session(connection), stats_select(table, workshop))
            if ("" if place is None else (row[place] or "")[:7]) in wanted
        ]
        for row, number in zip(rows, row_numbers(table, rows), strict=True):
            found[name, key_text(row[at] for at in keys)] = f"{number:016x}"
    return found


def _different(theirs: Numbers, ours: Numbers) -> set[RowName]:
    return {row for row in {*theirs, *ours} if theirs.get(row) != ours.get(row)}


def _relay(device: int, group: ChangeGroup) -> Group:
    group.device = group.device or [device] * len(group)
    return pack_group(group)


def _waiting(connection: Conn, workshop: int) -> set[RowName]:
    """Rows with changes that wait: their changes are not taken by another door."""
    rows = connection.execute("SELECT DISTINCT tbl, key FROM held_change WHERE workshop_id = %s", (workshop,))
    return {(table, key) for table, key in rows}


def _take_relayed(connection: Connection, request: SyncRequest, waiting: set[RowName]) -> Rebuilt:
    """Keep relayed changes the log lacks, and rebuild their rows; answers the changes of those."""
    conn = raw(connection)
    bounded = within(MAX_CHANGES, [packed for packed in request.relay if is_bounded(packed)])
    groups = [
        group for packed in bounded for group, faults in [read_group(packed)] if not faults and _signed_for(group)
    ]
    rows = {(group.table, key) for group in groups if _may_relay(conn, request, group) for key in group.key_texts()}
    rows -= waiting
    if not rows:
        return {}
    known = {(group.table, clock) for _, group in history(conn, request.workshop, rows) for clock in group.clock}
    for one in (Item(0, group, place).alone() for group in groups for place in range(len(group))):
        if (one.table, one.key_texts()[0]) in rows and (one.table, one.clock[0]) not in known:
            keep_relayed(conn, request.workshop, one.device[0], one)
    return rebuild(connection, request.workshop, rows)


def _signed_for(group: ChangeGroup) -> bool:
    """Whether a relayed group names the device of each change."""
    return bool(group.device) and all(0 < number < 1 << DEVICE_BITS for number in group.device)


def _may_relay(connection: Conn, request: SyncRequest, group: ChangeGroup) -> bool:
    """Whether a relayed group obeys the rules any change does (writer, insert-only, no leap of the clock)."""
    spec = table_specs().get(group.table)
    if spec is None or spec.writer != "workshop" or (spec.insert_only and group.op != INSERT):
        return False
    row = connection.execute("SELECT clock FROM workshop_state WHERE workshop_id = %s", (request.workshop,)).fetchone()
    return not leaps(max(group.clock), row[0] if row else 0)
