"""Undo from the journal (DESIGN 3): a new change that puts the old values back, never a change erased.

Only one's own changes on this PC, only while the row is as the change left it, and not in a month whose wages are
locked. Undoing an undo does it again. What is put back must fit what else is recorded: nobody is taken away whom other
records name, and no number is given twice.
"""

import json
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Table, bindparam, exists, func, select, update
from sqlalchemy.orm import Session, aliased

from app.domain.refusal import Refusal
from app.models.base import key_columns, sync_info, synced_tables, value_columns
from app.models.local import Device, Journal
from app.models.tables import Base
from app.services.context import Context
from app.services.day_edit import Saved
from app.services.day_lookup import month_locked

UNDO, REDO = "day.undo", "day.redo"
"""What the journal calls a change taken back, and one done again (an undo undone)."""
UNDOABLE = frozenset({"attendance", "piece_entry", "day_close"})
"""Tables a day or month is written in."""
_PAID = frozenset({"attendance", "piece_entry", "adjustment", "advance"})
"""Tables whose months a payroll locks."""
_ONCE = {
    "product": (("code",),),
    "process": (("product_id", "name"),),
    "worker": (("no",), ("id_number",)),
    "material": (("name",),),
}
"""Columns that no two rows in force have alike, unless they are empty."""


def undo(ctx: Context, saved: Saved, action: str = UNDO, tables: frozenset[str] = UNDOABLE) -> Saved:
    """Take a change back, all of it or nothing; returns the change that did so, for doing it again.

    ``action`` is what the journal calls it, ``tables`` those it may be a change of. Refuses with ``undo_not_own``,
    ``undo_gone``, ``undo_locked``, ``undo_in_use``, ``undo_without`` or ``undo_taken``. A fixed number of statements
    for each table.
    """
    with ctx.database.write(ctx.user, action) as session:
        entries = entries_of(session, saved)[::-1]  # newest first
        _check(session, ctx, entries, saved, tables)
        restored = [_restored(entry) for entry in entries]
        if len({(entry.tbl, entry.key) for entry in entries}) == len(entries):
            restored.sort(key=itemgetter(0, 1))  # no row was written twice: any order gives the same
        for (tbl, names), alike in groupby(restored, key=itemgetter(0, 1)):
            _put_back(session, tbl, names, [values for _, _, values in alike])
        session.flush()
        _check_fit(session, saved.workshop_id, entries)
        upto = session.scalars(select(func.coalesce(func.max(Journal.pos), 0))).one()
        return Saved(saved.workshop_id, upto - len(entries), upto)


def entries_of(session: Session, saved: Saved) -> list[Journal]:
    """The journal rows of a change, oldest first."""
    rows = session.scalars(
        select(Journal)
        .where(Journal.workshop_id == saved.workshop_id, Journal.pos > saved.after, Journal.pos <= saved.upto)
        .order_by(Journal.pos)
    )
    return list(rows)


def _check(session: Session, ctx: Context, entries: list[Journal], saved: Saved, tables: frozenset[str]) -> None:
    own = session.scalars(select(Device.number)).one()
    if any(entry.device != own or entry.user != ctx.user or entry.tbl not in tables for entry in entries):
        raise Refusal("undo_not_own")
    if _changed_since(session, saved, entries):
        raise Refusal("undo_gone")
    for month in sorted({month for entry in entries if entry.tbl in _PAID for month in _months(session, entry)}):
        if month_locked(session, saved.workshop_id, month):
            raise Refusal("undo_locked", month=month)


def _changed_since(session: Session, saved: Saved, entries: list[Journal]) -> bool:
    """Whether any row of the change is another now than the change left it: what was done since may be undone again."""
    mine, later = aliased(Journal), aliased(Journal)
    same = (later.workshop_id == mine.workshop_id) & (later.tbl == mine.tbl) & (later.key == mine.key)
    newest = (
        select(func.max(later.pos))
        .select_from(mine)
        .join(later, same)
        .where(mine.workshop_id == saved.workshop_id, mine.pos > saved.after, mine.pos <= saved.upto)
        .where(later.pos > saved.upto)
        .group_by(later.tbl, later.key)
    )
    since = session.scalars(select(Journal).where(Journal.pos.in_(newest))).all()
    left = {(entry.tbl, entry.key): entry for entry in reversed(entries)}
    return any(_left(entry) != _left(left[entry.tbl, entry.key]) for entry in since)


def _left(entry: Journal) -> tuple[bool, list[Any]]:
    """What a change left of its row: whether it is deleted, and its values in the journal's order."""
    names = _value_names(entry.tbl)
    data = json.loads(entry.data)
    if isinstance(data, dict):
        data = [data[name][1] if isinstance(data[name], list) else data[name] for name in names if name in data]
    return entry.op == "d", data


def _months(session: Session, entry: Journal) -> set[str]:
    """The months the changed row belongs to and belonged to: a part of its key, or a column."""
    table = Base.metadata.tables[entry.tbl]
    name = sync_info(table).month or "date"
    keys = _keys(table, entry)
    if name in keys:
        return {str(keys[name])[:7]}
    changed = json.loads(entry.data)
    before = changed.get(name) if isinstance(changed, dict) else None
    own = (table.c.workshop_id == entry.workshop_id, *(table.c[key] == value for key, value in keys.items()))
    now: str = session.execute(select(table.c[name]).where(*own)).scalar_one()
    return {now[:7]} | ({str(before[0])[:7]} if isinstance(before, list) else set())


def _restored(entry: Journal) -> tuple[str, tuple[str, ...], dict[str, Any]]:
    """Table, columns and bound values (key columns with ``key_`` before them) that put an entry's row back."""
    table = Base.metadata.tables[entry.tbl]
    values: dict[str, Any] = {"deleted": int(entry.op in {"i", "c"})}
    if entry.op != "i":
        changed = json.loads(entry.data)
        names = _value_names(entry.tbl)
        values |= {name: pair[0] for name, pair in changed.items() if name in names and isinstance(pair, list)}
    bound = {f"new_{name}": value for name, value in values.items()} | {"key_workshop_id": entry.workshop_id}
    return entry.tbl, tuple(sorted(values)), bound | {f"key_{k}": v for k, v in _keys(table, entry).items()}


def _put_back(session: Session, tbl: str, names: tuple[str, ...], rows: list[dict[str, Any]]) -> None:
    """Write old values into rows of one table whose same columns changed."""
    table = Base.metadata.tables[tbl]
    keys = [table.c.workshop_id, *key_columns(table)]
    own = [column == bindparam(f"key_{column.name}") for column in keys]
    session.connection().execute(
        update(table).where(*own).values({name: bindparam(f"new_{name}") for name in names}), rows
    )


# ---------------------------------------------------------------- what is put back fits


def _check_fit(session: Session, workshop_id: int, entries: list[Journal]) -> None:
    """Refuse what would leave a record naming one that is gone, or one number twice."""
    rows: dict[str, set[int]] = {}
    for entry in entries:
        keys = _keys(Base.metadata.tables[entry.tbl], entry)
        if "id" in keys:
            rows.setdefault(entry.tbl, set()).add(keys["id"])
    for tbl, ids in rows.items():
        _check_named(session, workshop_id, tbl, ids)
        _check_once(session, workshop_id, tbl, ids)
    for tbl in {entry.tbl for entry in entries}:
        _check_parents(session, workshop_id, tbl, [entry for entry in entries if entry.tbl == tbl])


def _check_named(session: Session, workshop_id: int, tbl: str, ids: set[int]) -> None:
    """No row in force names one of these rows that is gone now."""
    table = Base.metadata.tables[tbl]
    own = (table.c.workshop_id == workshop_id, table.c.id.in_(ids), table.c.deleted == 1)
    gone = session.scalars(select(table.c.id).where(*own)).all()
    if not gone:
        return
    for child, column in _naming(tbl):
        named = (child.c.workshop_id == workshop_id, child.c[column].in_(gone), child.c.deleted == 0)
        if session.scalar(select(exists().where(*named))):
            raise Refusal("undo_in_use")


def _check_parents(session: Session, workshop_id: int, tbl: str, entries: list[Journal]) -> None:
    """None of these rows that is in force names a row that is gone."""
    table = Base.metadata.tables[tbl]
    first, *_ = _key_names(tbl)
    keys = {_keys(table, entry)[first] for entry in entries}
    own = (table.c.workshop_id == workshop_id, table.c[first].in_(keys), table.c.deleted == 0)
    for column, parent in _named_by(tbl):
        same = (parent.c.workshop_id == table.c.workshop_id) & (parent.c.id == table.c[column])
        joined = select(table.c.workshop_id).join(parent, same).where(*own, parent.c.deleted == 1)
        if session.execute(joined.limit(1)).first() is not None:
            raise Refusal("undo_without")


def _check_once(session: Session, workshop_id: int, tbl: str, ids: set[int]) -> None:
    """Columns that no two rows have alike are not alike now."""
    table = Base.metadata.tables[tbl]
    other = table.alias()
    for names in _ONCE.get(tbl, ()):
        same = [other.c[name] == table.c[name] for name in names]
        alike = (other.c.workshop_id == workshop_id, other.c.deleted == 0, other.c.id != table.c.id, *same)
        own = (table.c.workshop_id == workshop_id, table.c.id.in_(ids), table.c.deleted == 0, table.c[names[-1]] != "")
        if session.execute(select(table.c.id).where(*own, exists().where(*alike)).limit(1)).first() is not None:
            raise Refusal("undo_taken")


@cache
def _naming(tbl: str) -> tuple[tuple[Table, str], ...]:
    """The synced tables that name rows of a table, and by which column."""
    return tuple(
        (child, column) for child in synced_tables() for column, parent in _named_by(child.name) if parent.name == tbl
    )


@cache
def _named_by(tbl: str) -> tuple[tuple[str, Table], ...]:
    """The columns by which a table names rows of others."""
    table = Base.metadata.tables[tbl]
    return tuple(
        (key.parent.name, key.column.table)
        for key in table.foreign_keys
        if key.column.name == "id" and "sync" in key.column.table.info
    )


# ---------------------------------------------------------------- within


def _keys(table: Table, entry: Journal) -> dict[str, Any]:
    """The key columns of the row a journal entry is about, without the workshop."""
    return dict(zip(_key_names(table.name), json.loads(entry.key), strict=True))


@cache
def _key_names(tbl: str) -> tuple[str, ...]:
    return tuple(column.name for column in key_columns(Base.metadata.tables[tbl]))


@cache
def _value_names(tbl: str) -> tuple[str, ...]:
    return tuple(column.name for column in value_columns(Base.metadata.tables[tbl]))
