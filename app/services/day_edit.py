"""Typing into the day sheet: each setter is one short transaction, so that a cell is on disk when it is left."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.domain.attendance import MarkError, ParsedMark, mark_text, parse_mark
from app.domain.bounds import MOST_PIECES_MILLI, most_pieces
from app.domain.day_sheet import DaySummary, piece_time_kind
from app.domain.ids import derived_id
from app.domain.refusal import Refusal
from app.domain.vocabulary import TimeKind
from app.models.goods import Process, Product
from app.models.people import Worker
from app.models.work import Attendance, DayClose, PieceEntry
from app.services.context import Context
from app.services.day import sheet_in
from app.services.day_lookup import calendar_of, employed_on, marks_on, on_day, parsed, relations_on, suggestions
from app.services.day_pieces import Item
from app.services.people import get_worker, pay_terms


@dataclass(frozen=True, slots=True)
class Saved:
    """What a change wrote: journal positions ``after`` < pos ≤ ``upto``; give it to ``undo.undo`` to take it back."""

    workshop_id: int
    after: int
    upto: int


@dataclass(frozen=True, slots=True)
class MarkSaved:
    """A mark as noted ("" where it was cleared) and the change to undo."""

    worker_id: int
    mark: str
    saved: Saved


@dataclass(frozen=True, slots=True)
class DayClosed:
    """The day's figures at its closing; ``not_filled`` names are shown, never taken for absent."""

    summary: DaySummary
    not_filled: tuple[str, ...]
    saved: Saved


def set_mark(ctx: Context, workshop_id: int, day: date, worker_id: int, text: str) -> MarkSaved:
    """Note a worker's mark of a day as people write it; "" takes it away again (not filled in).

    Refuses with ``book_mark_…`` what is no mark, and ``day_not_employed``. A locked month is no hindrance: the payroll
    then shows that attendance differs since the lock.
    """
    mark = read_mark(text)
    with writing(ctx, workshop_id, "day.mark") as (session, saved):
        employed_worker(session, workshop_id, worker_id, day)
        put_mark(session, (workshop_id, worker_id, day.isoformat()), mark)
    return MarkSaved(worker_id, mark_text(mark) if mark else "", saved())


def set_pieces(
    ctx: Context,
    workshop_id: int,
    day: date,
    worker_id: int,
    item: Item,
    good_milli: int,
    time_kind: TimeKind | None = None,
) -> Saved:
    """Note a worker's good pieces (1/1000) of an item on a day; 0 takes the entry away.

    ``time_kind`` (时段) is by default that of the day and mark. Refuses ``pieces_negative``, ``pieces_too_many``,
    ``process_missing``, ``day_not_employed``, and ``pieces_several`` where the cell holds more than one entry.
    """
    check_quantity(good_milli)
    with writing(ctx, workshop_id, "day.pieces") as (session, saved):
        worker = employed_worker(session, workshop_id, worker_id, day)
        put_pieces(session, worker, day, item, good_milli, time_kind)
    return saved()


def accept_all(ctx: Context, workshop_id: int, day: date) -> Saved:
    """Turn every suggestion of a day into a mark: only for workers whose day is not filled in."""
    with writing(ctx, workshop_id, "day.accept") as (session, saved):
        kind = calendar_of(session, workshop_id, day).kind(day)
        relations = relations_on(pay_terms(session, workshop_id), employed_on(session, workshop_id, day), day)
        marks = marks_on(session, workshop_id, day)
        for worker_id, mark in suggestions(session, workshop_id, day, kind, relations).items():
            if worker_id not in marks:
                put_mark(session, (workshop_id, worker_id, day.isoformat()), mark)
    return saved()


def close_day(ctx: Context, workshop_id: int, day: date) -> DayClosed:
    """日结: the manager's word that the day is noted in full, with its figures and who is not filled in."""
    with writing(ctx, workshop_id, "day.close") as (session, saved):
        row = session.get(DayClose, (workshop_id, day.isoformat()))
        if row is None:
            session.add(DayClose(workshop_id=workshop_id, date=day.isoformat(), closed_by=ctx.user))
        else:
            row.deleted, row.closed_by = 0, ctx.user
        session.flush()
        sheet = sheet_in(session, workshop_id, day)
    missing = tuple(f"{row.no} {row.name}" for row in sheet.rows if row.needs_mark and not row.mark)
    return DayClosed(sheet.summary, missing, saved())


def reopen_day(ctx: Context, workshop_id: int, day: date) -> Saved:
    """Take 日结 back; nothing happens where the day is not closed."""
    with writing(ctx, workshop_id, "day.reopen") as (session, saved):
        row = session.get(DayClose, (workshop_id, day.isoformat()))
        if row is not None:
            row.deleted = 1
    return saved()


def check_quantity(good_milli: int) -> None:
    """Refuse a quantity of pieces (1/1000) nobody can have made: ``pieces_negative``, ``pieces_too_many``."""
    if good_milli < 0:
        raise Refusal("pieces_negative")
    if good_milli > MOST_PIECES_MILLI:
        raise Refusal("pieces_too_many", most=most_pieces())


def put_pieces(
    session: Session, worker: Worker, day: date, item: Item, good_milli: int, time_kind: TimeKind | None = None
) -> None:
    """A worker's good pieces (1/1000) of an item within a transaction; ``time_kind`` by default that of day and mark.

    Refuses ``process_missing``, and ``pieces_several`` where there is more than one entry.
    """
    entries = session.scalars(_entries(worker.workshop_id, day, worker.id, item)).all()
    if len(entries) > 1:
        raise Refusal("pieces_several", day=day, name=worker.name, count=len(entries))
    if entries:
        _change(entries[0], good_milli)
    elif good_milli:
        kind = time_kind or usual_kind(session, worker.workshop_id, worker.id, day)
        _insert(session, worker, day, item, kind, good_milli)
        session.flush()


class _Positions:
    """Journal positions before and after a transaction, known once it has flushed."""

    def __init__(self, workshop_id: int, after: int) -> None:
        self._workshop_id, self._after = workshop_id, after
        self.upto = after

    def __call__(self) -> Saved:
        return Saved(self._workshop_id, self._after, self.upto)


@contextmanager
def writing(ctx: Context, workshop_id: int, action: str) -> Iterator[tuple[Session, _Positions]]:
    """One transaction that tells afterwards which journal rows it wrote."""
    with ctx.database.write(ctx.user, action) as session:
        positions = _Positions(workshop_id, _newest(session))
        yield session, positions
        session.flush()
        positions.upto = _newest(session)


def _newest(session: Session) -> int:
    """The journal's last position; as driver SQL, since a cell is left often: 0.05 instead of 0.4 ms."""
    newest: int = session.connection().exec_driver_sql("SELECT coalesce(max(pos), 0) FROM journal").scalar_one()
    return newest


def read_mark(text: str) -> ParsedMark | None:
    """A mark as people write it; None for "". Refuses with ``book_mark_…`` what is no mark."""
    if not text.strip():
        return None
    try:
        return parse_mark(text)
    except MarkError as error:
        raise Refusal(f"book_{error.code}", value=text) from error


def employed_worker(session: Session, workshop_id: int, worker_id: int, day: date) -> Worker:
    """The worker, employed on that day; refuses with ``worker_missing`` and ``day_not_employed``."""
    worker = get_worker(session, workshop_id, worker_id)
    if not worker.hired_on <= day.isoformat() <= (worker.left_on or "9999"):
        raise Refusal("day_not_employed", name=worker.name, day=day, hired=worker.hired_on)
    return worker


def put_mark(session: Session, key: tuple[int, int, str], mark: ParsedMark | None) -> None:
    """Write a mark under workshop, worker and date within a transaction; None takes it away."""
    row = session.get(Attendance, key)
    if mark is None:
        if row is not None:
            row.deleted = 1
        return
    if row is None:
        row = Attendance(workshop_id=key[0], worker_id=key[1], date=key[2])
        session.add(row)
    row.deleted, row.mark = 0, mark.kind.value
    row.normal_minutes, row.extra_minutes = mark.normal_minutes, mark.extra_minutes


def _entries(workshop_id: int, day: date, worker_id: int, item: Item) -> Select[PieceEntry]:
    return select(PieceEntry).where(
        PieceEntry.workshop_id == workshop_id,
        on_day(PieceEntry.date, day),
        PieceEntry.worker_id == worker_id,
        PieceEntry.process_id == item.process_id,
        PieceEntry.grade == item.grade,
        PieceEntry.deleted == 0,
    )


def _change(entry: PieceEntry, good_milli: int) -> None:
    """A new quantity; an entry that counts nothing any more is marked deleted."""
    entry.good_milli = good_milli
    others = (entry.rework_milli, entry.worker_scrap_milli, entry.material_scrap_milli)
    entry.deleted = int(not good_milli and not any(others))


def usual_kind(session: Session, workshop_id: int, worker_id: int, day: date) -> TimeKind:
    """The 时段 of a worker's pieces of a day, by its calendar and his mark."""
    mark = session.get(Attendance, (workshop_id, worker_id, day.isoformat()))
    known = parsed(mark) if mark is not None and not mark.deleted else None
    return piece_time_kind(calendar_of(session, workshop_id, day).kind(day), known)


def _insert(session: Session, worker: Worker, day: date, item: Item, kind: TimeKind, good_milli: int) -> None:
    """A new entry under the identity a book would give it (FORMAT), so that a book imported later meets it."""
    names = session.execute(
        select(Product.name, Process.name)
        .join(Product, (Product.workshop_id == Process.workshop_id) & (Product.id == Process.product_id))
        .where(Process.workshop_id == worker.workshop_id, Process.id == item.process_id, Process.deleted == 0)
    ).one_or_none()
    if names is None:
        raise Refusal("process_missing")
    identity = (day.isoformat(), worker.no, names[0], names[1], item.grade, kind.value)
    row = free_row(session, worker.workshop_id, identity)
    row.deleted, row.date, row.worker_id = 0, day.isoformat(), worker.id
    row.process_id, row.grade, row.time_kind, row.good_milli = item.process_id, item.grade, kind.value, good_milli
    row.rework_milli = row.worker_scrap_milli = row.material_scrap_milli = 0


def free_row(session: Session, workshop_id: int, identity: tuple[str, ...]) -> PieceEntry:
    """The row of the first occurrence of an identity that holds no entry: a deleted one, or a new one."""
    nth = 1
    while True:
        entry_id = derived_id(workshop_id, "piece_entry", *identity, nth)
        row = session.get(PieceEntry, (workshop_id, entry_id))
        if row is None:
            row = PieceEntry(workshop_id=workshop_id, id=entry_id)
            session.add(row)
            return row
        if row.deleted:
            return row
        nth += 1
