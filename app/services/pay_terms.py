"""Pay terms over time: what a worker is paid by from which day on, and the end of an employment.

Terms are dated: a raise on the 16th is a row of its own, and what was locked before keeps what it was locked with.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.money import yuan
from app.domain.pay_check import Employment, TermForm, accept, check_leaving, check_term, check_withdrawal, gap_notes
from app.domain.plan_check import locked_notes
from app.domain.refusal import Refusal
from app.domain.vocabulary import Basis, Relation
from app.domain.worker_check import FieldNote
from app.models.people import PayTerm, Worker
from app.models.queries.pay_balances import locked_months
from app.models.work import Attendance, PieceEntry, TeamShare
from app.services.context import Context
from app.services.pay_amounts import advances_in
from app.services.pay_records import PaySaved, Value, employment_of, get_record, put
from app.services.people import PayTermRow, get_worker, pay_terms
from app.services.workshop_terms import settings_on


@dataclass(frozen=True, slots=True)
class TermsView:
    """A worker's pay terms, newest first; ``in_force`` is the day those of today began, None where none are."""

    rows: tuple[PayTermRow, ...]
    in_force: date | None
    hired_on: date
    left_on: date | None
    locked: tuple[str, ...]


def list_terms(ctx: Context, workshop_id: int, worker_id: int) -> TermsView:
    """The pay terms of a worker with those in force today marked, and his locked months."""
    with ctx.database.read() as session:
        employment = employment_of(get_worker(session, workshop_id, worker_id))
        rows = tuple(reversed(pay_terms(session, workshop_id, worker_id).get(worker_id, [])))
        now = next((row.valid_from for row in rows if row.valid_from <= ctx.today()), None)
        return TermsView(rows, now, employment.hired, employment.left, locked_months(session, workshop_id, worker_id))


def check_terms(
    ctx: Context, workshop_id: int, worker_id: int, form: TermForm, replaces: date | None = None
) -> tuple[FieldNote, ...]:
    """The notes on pay terms as they stand; ``replaces`` is the day of those being corrected."""
    with ctx.database.read() as session:
        return _notes(session, get_worker(session, workshop_id, worker_id), form, replaces)


def add_term(ctx: Context, workshop_id: int, worker_id: int, form: TermForm) -> PaySaved:
    """Pay terms from a day on; refuses as FieldRefusal what ``check_term`` refuses."""
    return _save(ctx, workshop_id, worker_id, form, None, "pay.term_add")


def correct_term(ctx: Context, workshop_id: int, worker_id: int, valid_from: date, form: TermForm) -> PaySaved:
    """The terms of a day corrected; another day makes a new row and marks the old one deleted."""
    return _save(ctx, workshop_id, worker_id, form, valid_from, "pay.term_correct")


def withdraw_term(ctx: Context, workshop_id: int, worker_id: int, valid_from: date) -> PaySaved:
    """Take pay terms away; refuses ``term_last`` and a change of relation this would leave within a month."""
    with ctx.database.write(ctx.user, "pay.term_withdraw") as session:
        worker = get_worker(session, workshop_id, worker_id)
        row = _stored(session, worker, valid_from)
        terms = _forms(session, worker)
        others = [term for term in terms if term.valid_from != valid_from]
        mine = next(term for term in terms if term.valid_from == valid_from)
        notes = accept(check_withdrawal(mine, others, employment_of(worker)))
        row.deleted = 1
        session.flush()
        return PaySaved((*notes, *_locked(session, worker, [valid_from], "valid_from")))


def end_employment(ctx: Context, workshop_id: int, worker_id: int, left_on: date | None) -> PaySaved:
    """Note a worker's last day (None: still employed); refuses a day before the hiring or before his last records."""
    with ctx.database.write(ctx.user, "pay.leave") as session:
        worker = get_worker(session, workshop_id, worker_id)
        notes = accept(check_leaving(left_on, date.fromisoformat(worker.hired_on)))
        last = _last_record(session, worker) if left_on else ""
        if left_on and last > left_on.isoformat():
            raise Refusal("leaving_records_after", column="left_on", left=left_on, day=last)
        days = [day for day in (left_on, date.fromisoformat(worker.left_on) if worker.left_on else None) if day]
        worker.left_on = left_on.isoformat() if left_on else None
        session.flush()
        owed = _owed_notes(session, worker) if left_on else ()
        return PaySaved((*notes, *owed, *_locked(session, worker, days, "left_on")))


def term_notes(session: Session, worker: Worker, form: TermForm, replaces: date | None) -> tuple[FieldNote, ...]:
    """All notes on a worker's pay terms within a transaction, for whoever writes them."""
    return _notes(session, worker, form, replaces)


def put_term(session: Session, worker: Worker, form: TermForm) -> None:
    """Write checked pay terms."""
    if form.valid_from is None:
        raise Refusal("pay_date_empty")
    values: dict[str, Value] = {
        "relation": form.relation,
        "basis": form.basis,
        "rate_fen": None if form.basis is Basis.PIECE else form.rate_fen,
        "social_fen": form.social_fen or 0,
        "social_base_fen": form.social_base_fen or 0,
        "additional_fen": form.additional_fen or 0,
        "tax_method": form.tax_method,
        "period": form.period,
    }
    key: dict[str, Value] = {"worker_id": worker.id, "valid_from": form.valid_from.isoformat()}
    put(session, PayTerm, worker.workshop_id, key, values)


def term_form(row: PayTermRow) -> TermForm:
    """Stored terms as the form edits them."""
    return TermForm(
        row.valid_from,
        row.relation,
        row.basis,
        row.rate_fen,
        row.social_fen,
        row.social_base_fen,
        row.additional_fen,
        row.tax_method,
        row.period,
    )


def _save(
    ctx: Context, workshop_id: int, worker_id: int, form: TermForm, replaces: date | None, action: str
) -> PaySaved:
    with ctx.database.write(ctx.user, action) as session:
        worker = get_worker(session, workshop_id, worker_id)
        old = _stored(session, worker, replaces) if replaces else None
        notes = accept(_notes(session, worker, form, replaces))
        if old is not None and replaces != form.valid_from:
            old.deleted = 1
        put_term(session, worker, form)
        days = [day for day in (form.valid_from, replaces) if day]
        return PaySaved((*notes, *_locked(session, worker, days, "valid_from")))


def _notes(session: Session, worker: Worker, form: TermForm, replaces: date | None) -> tuple[FieldNote, ...]:
    others = [term for term in _forms(session, worker) if term.valid_from != replaces]
    employment: Employment = employment_of(worker)
    checked = (*check_term(form, others, employment), *gap_notes([*others, form], employment))
    return (*checked, *_minimum_notes(session, worker, form))


def _minimum_notes(session: Session, worker: Worker, form: TermForm) -> Iterable[FieldNote]:
    """A warning where the rate lies below the workshop's minimum wage of that day."""
    if form.valid_from is None or not form.rate_fen or form.rate_fen < 0:
        return
    settings = settings_on(session, worker.workshop_id, form.valid_from)
    least = None
    if settings is not None and (form.relation, form.basis) == (Relation.PART_TIME, Basis.HOURLY):
        least = settings.hourly_minimum_fen
    elif settings is not None and (form.relation, form.basis) == (Relation.FULL_TIME, Basis.MONTHLY):
        least = settings.monthly_minimum_fen
    if least is not None and form.rate_fen < least:
        yield FieldNote("term_below_minimum", "rate_fen", False, {"minimum": yuan(least, grouped=True)})


def _forms(session: Session, worker: Worker) -> list[TermForm]:
    return [term_form(row) for row in pay_terms(session, worker.workshop_id, worker.id).get(worker.id, [])]


def _stored(session: Session, worker: Worker, valid_from: date) -> PayTerm:
    return get_record(session, PayTerm, (worker.workshop_id, worker.id, valid_from.isoformat()))


def _locked(session: Session, worker: Worker, days: list[date], column: str) -> Iterable[FieldNote]:
    """The notice of locked months from the earliest of the days on."""
    since = min((day.isoformat()[:7] for day in days), default="9999")
    months = locked_months(session, worker.workshop_id, worker.id)
    return locked_notes((month for month in months if month >= since), column)


def _owed_notes(session: Session, worker: Worker) -> Iterable[FieldNote]:
    """What somebody who leaves has not repaid yet."""
    left = advances_in(session, worker.workshop_id, worker.id).left_fen
    if left > 0:
        yield FieldNote("leaving_advance_left", "left_on", False, {"left": yuan(left, grouped=True)})


def _last_record(session: Session, worker: Worker) -> str:
    """The last ISO date with attendance or pieces of a worker; empty where there are none."""
    workshop_id, worker_id = worker.workshop_id, worker.id
    own = (PieceEntry.workshop_id == workshop_id, PieceEntry.deleted == 0)
    shared = (TeamShare.workshop_id == workshop_id, TeamShare.worker_id == worker_id, TeamShare.deleted == 0)
    joined = (TeamShare.workshop_id == PieceEntry.workshop_id) & (TeamShare.entry_id == PieceEntry.id)
    marks = select(func.max(Attendance.date)).where(
        Attendance.workshop_id == workshop_id, Attendance.worker_id == worker_id, Attendance.deleted == 0
    )
    pieces = select(func.max(PieceEntry.date)).where(*own, PieceEntry.worker_id == worker_id)
    teams = select(func.max(PieceEntry.date)).join(TeamShare, joined).where(*own, *shared)
    return max(session.scalar(statement) or "" for statement in (marks, pieces, teams))
