"""Typing piece entries in by themselves (生产): noted, corrected, deleted. Each is one transaction.

An entry takes the identity a book would give it (FORMAT), as the day sheet's do, so that a book imported later meets
it. A locked month is no hindrance: its payroll then shows that records differ since the lock.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.day_sheet import piece_time_kind
from app.domain.messages.text import listing
from app.domain.money import decimal_text
from app.domain.pay_check import FieldRefusal, accept
from app.domain.production_check import QUANTITIES, Maker, PieceForm, check_pieces
from app.domain.refusal import Refusal
from app.domain.vocabulary import MarkKind, TimeKind
from app.domain.worker_check import FieldNote
from app.models.goods import PiecePrice, Process, Product
from app.models.people import Worker
from app.models.work import Attendance, PieceEntry, TeamShare
from app.services.context import Context
from app.services.day_edit import free_row, usual_kind
from app.services.day_lookup import calendar_of, month_locked, on_day
from app.services.production_entries import PieceRow, item_title, one_entry


@dataclass(frozen=True, slots=True)
class PiecesSaved:
    """An entry as it is recorded now, and what was worth saying about it."""

    row: PieceRow
    notes: tuple[FieldNote, ...] = ()


def add_pieces(ctx: Context, workshop_id: int, form: PieceForm) -> PiecesSaved:
    """Note pieces of a worker or a team. Refuses (FieldRefusal) what a book is refused for.

    Worth a word: no price in force, an absence, the same entry twice, a locked month.
    """
    with ctx.database.write(ctx.user, "production.add") as session:
        day, notes = _checked(session, ctx, workshop_id, form)
        item = _item(session, workshop_id, form)
        kind = form.time_kind or _kind(session, workshop_id, form, day)
        nos = ",".join(_numbers(session, workshop_id, form.workers))
        row = free_row(session, workshop_id, (day.isoformat(), nos, *item, form.grade, kind.value))
        again = list(_again_notes(session, row, form, day))
        row.deleted = 0
        _write(session, row, form, day, kind)
        session.flush()
        return PiecesSaved(one_entry(session, workshop_id, row.id), (*notes, *again))


def edit_pieces(ctx: Context, workshop_id: int, entry_id: int, form: PieceForm) -> PiecesSaved:
    """Correct an entry; refuses as ``add_pieces`` does, and ``pieces_missing``. A process left off since may stay."""
    with ctx.database.write(ctx.user, "production.edit") as session:
        row = _get(session, workshop_id, entry_id)
        before = row.date[:7]
        day, notes = _checked(session, ctx, workshop_id, form)
        _item(session, workshop_id, form, row.process_id)
        _write(session, row, form, day, form.time_kind or TimeKind(row.time_kind))
        session.flush()
        if before != day.isoformat()[:7]:
            notes = (*notes, *_locked_notes(session, workshop_id, before))
        return PiecesSaved(one_entry(session, workshop_id, entry_id), notes)


def delete_pieces(ctx: Context, workshop_id: int, entry_id: int) -> PiecesSaved:
    """Mark an entry deleted, a team's shares with it."""
    with ctx.database.write(ctx.user, "production.delete") as session:
        row = _get(session, workshop_id, entry_id)
        shown = one_entry(session, workshop_id, entry_id)
        row.deleted = 1
        for share in _shares(session, row):
            share.deleted = 1
        session.flush()
        return PiecesSaved(shown, tuple(_locked_notes(session, workshop_id, row.date[:7])))


# ------------------------------------------------------------------ below them


def makers_of(session: Session, workshop_id: int, workers: tuple[int, ...]) -> dict[int, Maker]:
    """The recorded workers among those named, with the days of their employment."""
    own = (Worker.workshop_id == workshop_id, Worker.id.in_(workers), Worker.deleted == 0)
    rows = session.execute(select(Worker.id, Worker.name, Worker.hired_on, Worker.left_on).where(*own))
    return {
        row[0]: Maker(row[1], date.fromisoformat(row[2]), date.fromisoformat(row[3]) if row[3] else None)
        for row in rows
    }


def _get(session: Session, workshop_id: int, entry_id: int) -> PieceEntry:
    row = session.get(PieceEntry, (workshop_id, entry_id))
    if row is None or row.deleted:
        raise Refusal("pieces_missing")
    return row


def _checked(session: Session, ctx: Context, workshop_id: int, form: PieceForm) -> tuple[date, tuple[FieldNote, ...]]:
    """The entry's day, and the notes of a form that may be saved."""
    makers = makers_of(session, workshop_id, form.workers)
    notes = accept(check_pieces(form, makers, ctx.today()))
    day = form.day or ctx.today()
    known = [*_price_notes(session, workshop_id, form, day), *_absent_notes(session, workshop_id, form, makers, day)]
    return day, (*notes, *known, *_locked_notes(session, workshop_id, day.isoformat()[:7]))


def _item(session: Session, workshop_id: int, form: PieceForm, known: int | None = None) -> tuple[str, str]:
    """Product and process by name; one that was left off is refused but where the entry has it already."""
    names = session.execute(
        select(Product.name, Process.name)
        .join(Product, (Product.workshop_id == Process.workshop_id) & (Product.id == Process.product_id))
        .where(Process.workshop_id == workshop_id, Process.id == form.process_id)
        .where((Process.deleted == 0) | (Process.id == known))
    ).one_or_none()
    if names is None:
        raise FieldRefusal([FieldNote("process_missing", "item", True)])
    return names[0], names[1]


def _numbers(session: Session, workshop_id: int, workers: tuple[int, ...]) -> list[str]:
    own = (Worker.workshop_id == workshop_id, Worker.id.in_(workers))
    numbers = {row[0]: row[1] for row in session.execute(select(Worker.id, Worker.no).where(*own))}
    return [numbers[worker_id] for worker_id in workers]


def _kind(session: Session, workshop_id: int, form: PieceForm, day: date) -> TimeKind:
    """时段 by default: a worker's by calendar and mark, a team's by the calendar alone."""
    if len(form.workers) == 1:
        return usual_kind(session, workshop_id, form.workers[0], day)
    return piece_time_kind(calendar_of(session, workshop_id, day).kind(day), None)


def _write(session: Session, row: PieceEntry, form: PieceForm, day: date, kind: TimeKind) -> None:
    team = len(form.workers) > 1
    row.date, row.worker_id = day.isoformat(), None if team else form.workers[0]
    row.process_id, row.grade, row.time_kind = form.process_id or 0, form.grade, kind.value
    for name in QUANTITIES:
        setattr(row, name, getattr(form, name) or 0)
    _put_shares(session, row, form.workers if team else (), form.shares)


def _put_shares(session: Session, row: PieceEntry, workers: tuple[int, ...], weights: tuple[int, ...]) -> None:
    """The shares of a team in the order of the names; whoever is no longer of it loses his."""
    known = {share.worker_id: share for share in _shares(session, row, gone=True)}
    for worker_id, share in known.items():
        if worker_id not in workers:
            share.deleted = 1
    for position, (worker_id, weight) in enumerate(zip(workers, weights, strict=False)):
        share = known.get(worker_id) or TeamShare(workshop_id=row.workshop_id, entry_id=row.id, worker_id=worker_id)
        share.deleted, share.position, share.weight_milli = 0, position, weight
        if worker_id not in known:
            session.add(share)


def _shares(session: Session, row: PieceEntry, *, gone: bool = False) -> list[TeamShare]:
    own = (TeamShare.workshop_id == row.workshop_id, TeamShare.entry_id == row.id)
    found = session.scalars(select(TeamShare).where(*own, TeamShare.deleted <= int(gone)))
    return list(found)


# ------------------------------------------------------------------ what is worth a word


def _price_notes(session: Session, workshop_id: int, form: PieceForm, day: date) -> Iterator[FieldNote]:
    price = (
        PiecePrice.workshop_id == workshop_id,
        PiecePrice.process_id == form.process_id,
        PiecePrice.grade == form.grade,
        PiecePrice.valid_from <= day.isoformat(),
        PiecePrice.deleted == 0,
    )
    if not session.scalars(select(func.count()).where(*price)).one():
        yield FieldNote("pieces_no_price", "item", False, {"item": _title(session, workshop_id, form), "day": day})


def _absent_notes(
    session: Session, workshop_id: int, form: PieceForm, makers: dict[int, Maker], day: date
) -> Iterator[FieldNote]:
    """A piece entry on a day marked absent is on the payroll's check list (RULES 4)."""
    marked = session.scalars(
        select(Attendance.worker_id).where(
            Attendance.workshop_id == workshop_id,
            Attendance.date == day.isoformat(),
            Attendance.worker_id.in_(form.workers),
            Attendance.mark == MarkKind.ABSENT.value,
            Attendance.deleted == 0,
        )
    ).all()
    if marked:
        yield FieldNote("pieces_absent", "day", False, {"names": listing(makers[one].name for one in marked)})


def _again_notes(session: Session, row: PieceEntry, form: PieceForm, day: date) -> Iterator[FieldNote]:
    """One worker's second entry of the same item and day is often the first one typed again."""
    if len(form.workers) != 1:
        return
    found = session.scalars(
        select(func.sum(PieceEntry.good_milli)).where(
            PieceEntry.workshop_id == row.workshop_id,
            PieceEntry.deleted == 0,
            on_day(PieceEntry.date, day),
            PieceEntry.worker_id == form.workers[0],
            PieceEntry.process_id == form.process_id,
            PieceEntry.grade == form.grade,
        )
    ).one()
    if found is not None:
        name = session.get_one(Worker, (row.workshop_id, form.workers[0])).name
        params = {"name": name, "day": day, "item": _title(session, row.workshop_id, form)}
        yield FieldNote("pieces_again", "good_milli", False, params | {"quantity": decimal_text(found, 3)})


def _locked_notes(session: Session, workshop_id: int, month: str) -> Iterator[FieldNote]:
    if month_locked(session, workshop_id, month):
        yield FieldNote("pieces_locked", "day", False, {"month": month})


def _title(session: Session, workshop_id: int, form: PieceForm) -> str:
    names = session.execute(
        select(Product.name, Process.name)
        .join(Process, (Product.workshop_id == Process.workshop_id) & (Product.id == Process.product_id))
        .where(Process.workshop_id == workshop_id, Process.id == form.process_id)
    ).one_or_none()
    return item_title(names[0], names[1], form.grade) if names else ""
