"""A synced row as the server keeps it: its columns, one clock, and as JSON what one clock cannot say (DESIGN 4).

``merge`` is null while every group has one head and all have the row's clock: nearly always. Else it maps a group to
its heads ``[clock, op, values]`` (values null where the row itself shows them) and ghosts, and ``BORN_UNSEEN`` to true
where the row was made known by a later change before its insert.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from app.domain.canonical import Scalar
from app.domain.merge import DELETE, UPDATE, GroupState, Head, RowState
from app.models.base import groups

BORN_UNSEEN = "!"


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A row's merge state, and whether its insert has been seen."""

    state: RowState
    inserted: bool


def load(table: Table, row: Mapping[str, Any]) -> StoredRow:
    """The state of a row read with all its columns."""
    merge: Mapping[str, Any] = row["merge"] or {}
    states = {}
    for group, columns in groups(table).items():
        shown = tuple(row[column] for column in columns)
        if group in merge:
            heads, ghosts = merge[group]
            states[group] = GroupState(
                tuple(Head(clock, op, shown if values is None else tuple(values)) for clock, op, values in heads),
                frozenset(ghosts),
            )
        else:
            op = DELETE if row["deleted"] else UPDATE
            states[group] = GroupState((Head(row["clock"], op, shown),))
    return StoredRow(RowState(states), BORN_UNSEEN not in merge)


def store(table: Table, stored: StoredRow) -> dict[str, Scalar | dict[str, Any]]:
    """The columns of a row whose groups all have a version to show: values, deleted, clock and merge."""
    state = stored.state
    shown = {group: _shown(state.groups[group]) for group in groups(table)}
    clock = max(head.clock for head in shown.values())
    columns: dict[str, Any] = {"deleted": int(state.deleted), "clock": clock}
    merge: dict[str, Any] = {} if stored.inserted else {BORN_UNSEEN: True}
    for group, names in groups(table).items():
        columns.update(zip(names, shown[group].values, strict=True))
        entry = _exception(state.groups[group], shown[group], clock, state.deleted)
        if entry is not None:
            merge[group] = entry
    columns["merge"] = merge or None
    return columns


def _shown(group: GroupState) -> Head:
    head = group.shown
    if head is None:
        raise ValueError("a group without a version to show")
    return head


def _exception(group: GroupState, shown: Head, clock: int, deleted: bool) -> list[object] | None:
    """What ``merge`` must say of a group; None where the row's one clock says it all."""
    if len(group.heads) == 1 and not group.ghosts and shown.clock == clock and shown.deletes == deleted:
        return None
    heads = [[head.clock, head.op, None if head is shown else list(head.values)] for head in group.heads]
    return [heads, sorted(group.ghosts)]
