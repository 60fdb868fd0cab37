"""Several marks and pieces of a day in one transaction: what was pasted, and a worker's line as on the day before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.day_sheet import piece_time_kind
from app.services.context import Context
from app.services.day_edit import Saved, check_quantity, employed_worker, put_mark, put_pieces, read_mark, writing
from app.services.day_lookup import calendar_of, marks_on
from app.services.day_pieces import Item

PASTED, AS_BEFORE = "day.paste", "day.before"


@dataclass(frozen=True, slots=True)
class DayNote:
    """What is to be noted of a worker: a mark as people write it (None: none), pieces (1/1000) by item."""

    worker_id: int
    mark: str | None = None
    pieces: tuple[tuple[Item, int], ...] = ()


def note_day(ctx: Context, workshop_id: int, day: date, notes: Sequence[DayNote], action: str = PASTED) -> Saved:
    """Note all of it or nothing. ``action`` is what the journal calls it: ``PASTED`` or ``AS_BEFORE``.

    Refuses what ``set_mark`` and ``set_pieces`` refuse.
    """
    marks = [(note.worker_id, read_mark(note.mark)) for note in notes if note.mark is not None]
    for note in notes:
        for _, good_milli in note.pieces:
            check_quantity(good_milli)
    with writing(ctx, workshop_id, action) as (session, saved):
        workers = {note.worker_id: employed_worker(session, workshop_id, note.worker_id, day) for note in notes}
        for worker_id, mark in marks:
            put_mark(session, (workshop_id, worker_id, day.isoformat()), mark)
        session.flush()
        kind, noted = calendar_of(session, workshop_id, day).kind(day), marks_on(session, workshop_id, day)
        for note in notes:
            time_kind = piece_time_kind(kind, noted.get(note.worker_id))
            for item, good_milli in note.pieces:
                put_pieces(session, workers[note.worker_id], day, item, good_milli, time_kind)
    return saved()
