"""Mending a bucket that differs: rows are exchanged with all their changes and merged as ever (PROTOCOL.md "Mending").

Nobody's value wins by being newer on a clock: each side rebuilds the rows that differ from the set of changes it has,
and gets those it lacks.
"""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Table
from sqlalchemy.orm import Session

from app.domain.merge import merge
from app.models.base import Base, sync_info
from app.models.queries.stats import UNDATED, key_text, plain_rows, row_numbers, stats_columns, stats_select
from app.models.queries.stats import without_left_out as left_in
from app.sync.applying import Intake, apply_group
from app.sync.journal import versions
from app.sync.rows import write_rows
from app.sync.sql import rows
from app.sync.standing import Standing
from app.sync.wire import (
    MAX_CHANGES,
    Answer,
    ChangeGroup,
    Group,
    JournalRow,
    MendBucket,
    RowKey,
    group_rows,
    is_bounded,
    pack_group,
    read_group,
    table_specs,
    within,
)

MOST_ROWS = 20_000  # a request's worth; further buckets wait for the next round
_encode = msgspec.json.Encoder().encode


def describe(session: Session, standing: Standing, buckets: Iterable[tuple[str, str]]) -> list[MendBucket]:
    """The rows of buckets that differ: keys and numbers, as many buckets as fit a request."""
    described: list[MendBucket] = []
    total = 0
    for table_name, month in buckets:
        table = Base.metadata.tables.get(table_name)
        if table is None or (described and total > MOST_ROWS):
            continue
        bucket = _bucket(session, standing, table, month)
        total += len(bucket.keys)
        described.append(bucket)
    return described


def _bucket(session: Session, standing: Standing, table: Table, month: str) -> MendBucket:
    names = stats_columns(table)
    found = left_in(table, plain_rows(session, stats_select(table, standing.workshop)), standing.left_out)
    dated = sync_info(table).month
    if dated is not None:
        place = names.index(dated)
        found = [row for row in found if (row[place] or UNDATED)[:7] == month]
    places = [names.index(column.name) for column in table_specs()[table.name].key]
    keys = [key_text(row[place] for place in places) for row in found]
    return MendBucket(str(table.name), month, keys, [f"{number:016x}" for number in row_numbers(table, found)])


def relay(session: Session, standing: Standing, wanted: Iterable[RowKey]) -> list[Group]:
    """All changes known here of the rows the server asks for, each with the device that made it."""
    groups: list[Group] = []
    for row in wanted:
        if row.table in table_specs():
            groups += [pack_group(group) for group in _history(session, standing.workshop, row)]
    return groups


def _history(session: Session, workshop: int, row: RowKey) -> list[ChangeGroup]:
    columns = ", ".join(JournalRow._fields)
    found = rows(
        session,
        f"SELECT device, {columns} FROM journal WHERE workshop_id = ? AND tbl = ? AND key = ? ORDER BY clock",
        (workshop, row.table, row.key),
    )
    groups = []
    for device, *change in found:
        for group in group_rows([JournalRow._make(change)]):
            group.device = [device]
            groups.append(group)
    return groups


def take_in(intake: Intake, standing: Standing, answer: Answer) -> None:
    """Add the changes the server relayed, then rebuild every row it named from the journal."""
    named: dict[str, set[str]] = {}
    for raw in within(MAX_CHANGES, [each for each in answer.relay if is_bounded(each)]):
        group, faults = read_group(raw)
        sound = group.without(set(faults))
        if sound.table in table_specs() and sound.device:
            named.setdefault(sound.table, set()).update(sound.key_texts())
            apply_group(intake, 0, sound)
    for row in answer.want:
        named.setdefault(row.table, set()).add(row.key)
    for table, keys in named.items():
        spec = table_specs().get(table)
        if spec is not None:
            known = versions(intake.session, standing.workshop, table, keys)
            write_rows(
                intake.session,
                standing.workshop,
                spec,
                {key: merge(changes.values()) for key, changes in known.items()},
            )
