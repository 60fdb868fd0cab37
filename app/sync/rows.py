"""Writing synced rows as merged, and which of their groups have several heads; capture is off in the caller's
transaction.
"""

from typing import Any

import msgspec
from sqlalchemy.orm import Session

from app.domain.merge import RowState
from app.sync.sql import run, run_many
from app.sync.wire import ChangeGroup, TableSpec

_encode = msgspec.json.Encoder().encode


def insert_rows(session: Session, workshop: int, spec: TableSpec, group: ChangeGroup) -> None:
    """Insert rows nobody here knows yet, one statement a group."""
    columns = group.key | group.new
    names = ", ".join(["workshop_id", "deleted", *(f'"{name}"' for name in columns)])
    values = ", ".join([str(int(workshop)), "0", *("?" * len(columns))])
    run_many(
        session,
        f'INSERT INTO "{spec.name}" ({names}) VALUES ({values})',
        zip(*columns.values(), strict=True),
    )


def write_rows(session: Session, workshop: int, spec: TableSpec, states: dict[str, RowState]) -> None:
    """Write what merged rows show, and which of their groups have several heads."""
    if not states:
        return
    names = [column.name for column in spec.key] + [name for names in spec.groups.values() for name in names]
    listed = ", ".join(f'"{name}"' for name in names)
    keys = ", ".join(["workshop_id", *(f'"{column.name}"' for column in spec.key)])
    changed = ", ".join(f'"{name}" = excluded."{name}"' for name in [*names[len(spec.key) :], "deleted"])
    run_many(
        session,
        f'INSERT INTO "{spec.name}" (workshop_id, deleted, {listed}) '
        f"VALUES ({workshop:d}, ?, {', '.join('?' * len(names))}) ON CONFLICT ({keys}) DO UPDATE SET {changed}",
        [_row(spec, key, state) for key, state in states.items() if state.knows(spec.groups)],
    )
    note_conflicts(session, workshop, spec, states)


def _row(spec: TableSpec, key: str, state: RowState) -> list[Any]:
    values = state.values
    cells = [cell for group in spec.groups for cell in values[group]]
    return [int(state.deleted), *msgspec.json.decode(key), *cells]


def note_conflicts(session: Session, workshop: int, spec: TableSpec, states: dict[str, RowState]) -> None:
    """Bring ``conflict`` up to date for merged rows."""
    run(
        session,
        "DELETE FROM conflict WHERE workshop_id = ? AND tbl = ? AND key IN (SELECT value FROM json_each(?))",
        (workshop, spec.name, _encode(list(states)).decode()),
    )
    several = []
    for key, state in states.items():
        for name, group in state.several.items():
            heads = [head.clock for head in group.heads]
            same = list(group.same_as_shown()) if group.in_conflict else heads
            shown = group.shown.clock if group.shown else 0
            spelled = _encode(same if len(same) > 1 else same[0]).decode()
            several.append((workshop, spec.name, key, name, shown, _encode(heads).decode(), spelled))
    if several:
        sql = "INSERT INTO conflict (workshop_id, tbl, key, grp, shown, heads, same) VALUES (?, ?, ?, ?, ?, ?, ?)"
        run_many(session, sql, several)


def write_extra(session: Session, workshop: int, spec: TableSpec, group: ChangeGroup) -> None:
    """Keep columns this version does not know in the rows' ``extra``."""
    unknown = group.unknown()
    if not unknown or not len(group):
        return
    where = " AND ".join(["workshop_id = ?", *(f'"{column.name}" = ?' for column in spec.key)])
    patches = [
        _encode(dict(zip(unknown, cells, strict=True))).decode() for cells in zip(*unknown.values(), strict=True)
    ]
    run_many(
        session,
        f"UPDATE \"{spec.name}\" SET extra = json_patch(coalesce(extra, '{{}}'), ?) WHERE {where}",
        [(patch, workshop, *key) for patch, key in zip(patches, group.keys(), strict=True)],
    )
