"""Undo from the journal (DESIGN 3): a new change that puts the old values back, never a change erased.

Only one's own changes on this PC, only while nobody has changed the row since, and not in a locked month. Undoing an
undo does it again.
"""

import json
from typing import Any

from sqlalchemy import Table, func, select, update
from sqlalchemy.orm import Session

from app.domain.refusal import Refusal
from app.models.base import key_columns, sync_info, value_columns
from app.models.local import Device, Journal
from app.models.tables import Base
from app.services.context import Context
from app.services.day_edit import Saved
from app.services.day_lookup import month_locked

UNDOABLE = frozenset({"attendance", "piece_entry", "day_close"})


def undo(ctx: Context, saved: Saved) -> Saved:
    """Take a change of the day sheet back, all of it or nothing; returns the change that did so, for doing it again.

    Refuses with ``undo_not_own``, ``undo_gone`` or ``undo_locked``.
    """
    with ctx.database.write(ctx.user, "day.undo") as session:
        entries = _entries(session, saved)
        for entry in entries:
            _check(session, ctx, entry, saved)
        for entry in entries:
            _put_back(session, entry)
        session.flush()
        upto = session.scalars(select(func.coalesce(func.max(Journal.pos), 0))).one()
        return Saved(saved.workshop_id, upto - len(entries), upto)


def _entries(session: Session, saved: Saved) -> list[Journal]:
    """The change's journal rows, newest first."""
    rows = session.scalars(
        select(Journal)
        .where(Journal.workshop_id == saved.workshop_id, Journal.pos > saved.after, Journal.pos <= saved.upto)
        .order_by(Journal.pos.desc())
    )
    return list(rows)


def _check(session: Session, ctx: Context, entry: Journal, saved: Saved) -> None:
    own = session.scalars(select(Device.number)).one()
    if entry.device != own or entry.user != ctx.user or entry.tbl not in UNDOABLE:
        raise Refusal("undo_not_own")
    later = select(func.count()).where(
        Journal.workshop_id == entry.workshop_id,
        Journal.tbl == entry.tbl,
        Journal.key == entry.key,
        Journal.pos > saved.upto,
    )
    if session.scalars(later).one():
        raise Refusal("undo_gone")
    month = _month(session, entry)
    if entry.tbl != "day_close" and month_locked(session, entry.workshop_id, month):
        raise Refusal("undo_locked", month=month)


def _month(session: Session, entry: Journal) -> str:
    """The month the changed row belongs to."""
    table = Base.metadata.tables[entry.tbl]
    date: str = session.execute(
        select(table.c[sync_info(table).month or "date"]).where(*_row(table, entry))
    ).scalar_one()
    return date[:7]


def _put_back(session: Session, entry: Journal) -> None:
    table = Base.metadata.tables[entry.tbl]
    values: dict[str, Any] = {"deleted": int(entry.op in {"i", "c"})}
    if entry.op != "i":
        changed = json.loads(entry.data)
        names = {column.name for column in value_columns(table)}
        values |= {name: pair[0] for name, pair in changed.items() if name in names and isinstance(pair, list)}
    session.execute(update(table).where(*_row(table, entry)).values(values))


def _row(table: Table, entry: Journal) -> list[Any]:
    """The conditions that find the row a journal entry is about."""
    keys = zip(key_columns(table), json.loads(entry.key), strict=True)
    return [table.c.workshop_id == entry.workshop_id, *(column == value for column, value in keys)]
