"""Taking changes into the synced tables: ``apply_changes`` is the one door to them (DESIGN 5, 6).

The caller holds the workshop's counter row, so nobody else writes this workshop meanwhile. The common case, new rows
and edits of what is shown, is one statement a table (``statements``); whatever that leaves is judged row by row.
"""

from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import msgspec

from app.domain.ids import SERVER_DEVICE
from app.domain.merge import DELETE, INSERT, leaps
from app.server.database import Conn
from app.server.judging import Held, Item, judge_items
from app.server.statements import BASE, CLOCK, Statement, insert, update
from app.sync.wire import ChangeGroup, table_specs

_encode = msgspec.json.Encoder().encode


@dataclass(slots=True)
class Intake:
    """What one call of ``apply_changes`` works on: the workshop, the sending device, the greatest clock known, and
    whether the workshop's own row is known to be there.
    """

    connection: Conn
    workshop: int
    device: int
    greatest: int
    founded: bool = False
    held: list[Held] = field(default_factory=list)


def apply_changes(intake: Intake, groups: list[ChangeGroup]) -> list[Held]:
    """Take ``groups``, whose changes were all never seen before; answers those that have to wait, and why."""
    specs = table_specs()
    tables: dict[str, list[ChangeGroup]] = {}
    for group in groups:
        if group.table in specs:
            tables.setdefault(group.table, []).append(group)
        else:
            intake.held += _unknown_table(intake, group)
    there = intake.founded or _workshop_there(intake)
    for name in sorted(tables, key=lambda name: specs[name].place):
        there = there or (name != "workshop" and _workshop_there(intake))
        _take_table(intake, tables[name], quickly=there or name == "workshop")
    return intake.held


def _workshop_there(intake: Intake) -> bool:
    asked = intake.connection.execute("SELECT 1 FROM workshop WHERE workshop_id = %s", [intake.workshop])
    return asked.fetchone() is not None


def _take_table(intake: Intake, groups: list[ChangeGroup], *, quickly: bool) -> None:
    """Take all changes of one table: by statement, but row by row those whose row has several, and what is left."""
    left: list[Item] = []
    repeated = _repeated_keys(groups)
    for group in groups:
        aside = {place for place, key in enumerate(group.keys()) if key in repeated} if repeated else set()
        places = _take_group(intake, group, aside) if quickly else range(len(group))
        left += (Item(intake.device, group, place) for place in places)
    if left:
        intake.held += judge_items(intake.connection, intake.workshop, intake.greatest, left)


def _repeated_keys(groups: list[ChangeGroup]) -> set[tuple[Any, ...]]:
    """Keys of rows with more than one change."""
    keys = list(chain.from_iterable(group.keys() for group in groups))
    if len(set(keys)) == len(keys):
        return set()
    return {key for key, count in Counter(keys).items() if count > 1}


def _take_group(intake: Intake, group: ChangeGroup, aside: set[int]) -> set[int]:
    """Take a group by one statement but for the places ``aside``; answers all places not taken."""
    statement, unfit = _statement(group) if intake.device != SERVER_DEVICE else (None, set())
    aside = aside | unfit | {place for place, clock in enumerate(group.clock) if leaps(clock, intake.greatest)}
    if statement is None or len(aside) == len(group):
        return set(range(len(group)))
    taken = group.without(aside)
    columns = taken.key | taken.new | {CLOCK: taken.clock, BASE: next(iter(taken.base.values()), [])}
    parameters = {name: _encode(columns[name]).decode() for name in statement.columns}
    cursor = intake.connection.execute(statement.sql, {"workshop": intake.workshop, **parameters}, prepare=True)
    refused = {clock for (clock,) in cursor.fetchall()}
    if not refused:
        return aside
    return aside | {place for place, clock in enumerate(group.clock) if clock in refused}


def _statement(group: ChangeGroup) -> tuple[Statement | None, set[int]]:
    """The statement that takes a group, None where there is none, and the places it does not fit."""
    spec = table_specs()[group.table]
    columns = tuple(group.new)
    fits = spec.writer == "workshop" and not group.unknown() and len(set(group.clock)) == len(group)
    if not fits:
        return None, set()
    if group.op == INSERT:
        return insert(group.table, columns), set()
    if spec.several or spec.insert_only:
        return None, set()
    (base,) = group.base.values()
    single = set(map(type, base)) == {int}
    unfit = set() if single else {place for place, clock in enumerate(base) if type(clock) is not int}
    return update(group.table, columns, group.op == DELETE), unfit


def _unknown_table(intake: Intake, group: ChangeGroup) -> list[Held]:
    keys = group.key_texts()
    return [
        Held(intake.device, seq, clock, group.table, key, "unknown_table", "", None, "")
        for seq, clock, key in zip(group.seq, group.clock, keys, strict=True)
    ]
