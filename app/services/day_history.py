"""What can be taken back and done again on a day, told from the journal.

A mark or a quantity is one row; what is written together (all accepted, pasted, as before) stands in one row after
another.
"""

import json
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.local import Device, Journal
from app.models.work import PieceEntry
from app.services.context import Context
from app.services.day_batch import AS_BEFORE, PASTED
from app.services.undo import REDO, UNDO, UNDOABLE
from app.services.undo_steps import StepRow, Steps, steps_of

_REMEMBERED = 400
"""Journal rows looked back at: a whole day of a large workshop."""
_TOGETHER = frozenset({"day.accept", PASTED, AS_BEFORE, UNDO, REDO})
_ALONE = frozenset({"day.mark", "day.pieces", "day.close", "day.reopen"})


def history(ctx: Context, workshop_id: int, day: date) -> Steps:
    """What this person did on a day's sheet on this PC lately."""
    with ctx.database.read() as session:
        rows = _own_rows(session, ctx.user, workshop_id, day)
    return steps_of(rows, workshop_id, (UNDO, REDO), _together)


def _own_rows(session: Session, user: str, workshop_id: int, day: date) -> list[StepRow]:
    """The newest rows of the journal that are this person's and this day's, oldest first."""
    own = session.scalars(select(Device.number)).one()
    newest = session.scalars(
        select(Journal).where(Journal.workshop_id == workshop_id).order_by(Journal.pos.desc()).limit(_REMEMBERED)
    )
    mine = [row for row in newest if row.device == own and row.user == user and row.tbl in UNDOABLE]
    ids = [json.loads(row.key)[0] for row in mine if row.tbl == "piece_entry"]
    pieces = select(PieceEntry.id, PieceEntry.worker_id).where(
        PieceEntry.workshop_id == workshop_id, PieceEntry.id.in_(ids), PieceEntry.date == day.isoformat()
    )
    workers = {row.id: row.worker_id or 0 for row in session.execute(pieces)}
    return [found for row in reversed(mine) if (found := _of_day(row, day, workers)) is not None]


def _of_day(row: Journal, day: date, workers: dict[int, int]) -> StepRow | None:
    keys, key = json.loads(row.key), (row.tbl, row.key)
    if row.action not in _TOGETHER | _ALONE:
        return None
    if row.tbl == "piece_entry":
        return StepRow(row.pos, row.action, key, workers[keys[0]]) if keys[0] in workers else None
    worker = keys[0] if row.tbl == "attendance" else 0
    return StepRow(row.pos, row.action, key, worker) if keys[-1] == day.isoformat() else None


def _together(run: Sequence[StepRow], row: StepRow, _: bool) -> bool:
    return row.action in _TOGETHER and (row.action != AS_BEFORE or row.group == run[-1].group)
