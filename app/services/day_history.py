"""What can be taken back and done again on a day, told from the journal: also after the program was closed or killed.

The journal holds no transactions; those of a day are found again by their names: a mark or a quantity is one row, what
is written together (all accepted, pasted, as before) stands in one row after another.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.local import Device, Journal
from app.models.work import PieceEntry
from app.services.context import Context
from app.services.day_batch import AS_BEFORE, PASTED
from app.services.day_edit import Saved
from app.services.deeds import Step
from app.services.undo import REDO, UNDO, UNDOABLE

_REMEMBERED = 400
"""Journal rows looked back at: a whole day of a large workshop."""
_TOGETHER = frozenset({"day.accept", PASTED, AS_BEFORE, UNDO, REDO})
_ALONE = frozenset({"day.mark", "day.pieces", "day.close", "day.reopen"})


@dataclass(frozen=True, slots=True)
class History:
    """Deeds of a day that can be taken back, and those that can be done again; newest last."""

    done: tuple[Step, ...]
    undone: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A journal row of the day by this person on this PC; ``key`` names what it changed, ``worker`` is whose it is."""

    pos: int
    action: str
    key: tuple[str, str]
    worker: int


_Told = tuple[Step, frozenset[tuple[str, str]]]
"""A step and the keys of what it changed."""


def history(ctx: Context, workshop_id: int, day: date) -> History:
    """What this person did on a day's sheet on this PC lately."""
    with ctx.database.read() as session:
        rows = _own_rows(session, ctx.user, workshop_id, day)
    done: list[_Told] = []
    undone: list[_Told] = []
    for run in _runs(rows):
        if run[0].action == UNDO:
            _move(run, done, undone, workshop_id)
        elif run[0].action == REDO:
            _move(run, undone, done, workshop_id)
        else:
            saved = Saved(workshop_id, run[0].pos - 1, run[-1].pos)
            done.append((Step(saved, saved), _keys(run)))
            undone.clear()
    return History(tuple(step for step, _ in done), tuple(step for step, _ in undone))


def _own_rows(session: Session, user: str, workshop_id: int, day: date) -> list[_Row]:
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


def _of_day(row: Journal, day: date, workers: dict[int, int]) -> _Row | None:
    keys, key = json.loads(row.key), (row.tbl, row.key)
    if row.action not in _TOGETHER | _ALONE:
        return None
    if row.tbl == "piece_entry":
        return _Row(row.pos, row.action, key, workers[keys[0]]) if keys[0] in workers else None
    worker = keys[0] if row.tbl == "attendance" else 0
    return _Row(row.pos, row.action, key, worker) if keys[-1] == day.isoformat() else None


def _runs(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    """Rows written together."""
    run: list[_Row] = []
    for row in rows:
        if run and not _goes_on(run[-1], row):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _goes_on(last: _Row, row: _Row) -> bool:
    together = row.action == last.action and row.action in _TOGETHER and row.pos == last.pos + 1
    return together and (row.action != AS_BEFORE or row.worker == last.worker)


def _move(run: Sequence[_Row], source: list[_Told], target: list[_Told], workshop_id: int) -> None:
    """Go through steps back or forth as a run of rows took them; rows of what another page took back are left out."""
    left = list(run)
    while left and source:
        step, keys = source[-1]
        count = step.saved.upto - step.saved.after
        if len(left) < count or _keys(left[:count]) != keys:
            left.pop(0)
            continue
        source.pop()
        target.append((Step(Saved(workshop_id, left[0].pos - 1, left[count - 1].pos), step.origin), keys))
        left = left[count:]


def _keys(rows: Iterable[_Row]) -> frozenset[tuple[str, str]]:
    return frozenset(row.key for row in rows)
