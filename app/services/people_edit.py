"""Typing a worker in or correcting one, with the checks of RULES 8; changed pay terms get a date of their own."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import identity_number
from app.domain.pay_check import TermForm, accept
from app.domain.plain_text import tidy
from app.domain.refusal import Refusal
from app.domain.rulepack import WorkingAge, figures_on
from app.domain.vocabulary import PayPeriod
from app.domain.worker_check import FieldNote, Known, WorkerForm, check
from app.models.database import new_ids
from app.models.people import HouseholdStatus, Worker
from app.services.context import Context
from app.services.pay_records import put
from app.services.pay_terms import put_term, term_notes
from app.services.people import REVEALABLE, PayTermRow, WorkerRow, detail_in, get_worker
from app.services.rule_packs import load_packs

_PLAIN = ("no", "name", "sex", "nation", "village", "bank", "inheritor_level", "mentor_no")
_TERMS = ("relation", "basis", "rate_fen", "social_fen", "additional_fen", "tax_method")


@dataclass(frozen=True, slots=True)
class WorkerSaved:
    """A saved worker and what was worth a warning."""

    row: WorkerRow
    notes: tuple[FieldNote, ...]


def worker_form(ctx: Context, workshop_id: int, worker_id: int) -> WorkerForm:
    """A worker's record as the form edits it; ID number, phone and account stay empty (= unchanged, see ``reveal``)."""
    with ctx.database.read() as session:
        row = detail_in(session, get_worker(session, workshop_id, worker_id), ctx.today()).row
    form = WorkerForm(**{name: getattr(row, name) for name in (*_PLAIN, "hired_on", "left_on")})
    if row.terms is not None:
        form = replace(form, **{name: getattr(row.terms, name) for name in _TERMS})
    if row.household is not None:
        form = replace(form, household_base=row.household.base, monitoring=row.household.monitoring)
    return form


def check_worker(
    ctx: Context, workshop_id: int, form: WorkerForm, worker_id: int | None = None
) -> tuple[FieldNote, ...]:
    """The notes on a form as it stands, for its fields while typing; ``worker_id`` where a worker is edited."""
    with ctx.database.read() as session:
        if worker_id is not None:
            form = _filled(form, get_worker(session, workshop_id, worker_id))
        return _notes(session, workshop_id, form, worker_id, ctx.today())


def add_worker(ctx: Context, workshop_id: int, form: WorkerForm) -> WorkerSaved:
    """A new worker with pay terms and household status; refuses what RULES 8 refuses and returns its warnings."""
    with ctx.database.write(ctx.user, "people.add") as session:
        notes = _accepted(_notes(session, workshop_id, form, None, ctx.today()))
        worker = Worker(workshop_id=workshop_id, id=new_ids(session, 1)[0])
        _write(worker, form)
        session.add(worker)
        session.flush()
        _put_dated(session, worker, form, form.terms_from or _given(form.hired_on))
        return _saved(session, worker, notes, ctx.today())


def edit_worker(ctx: Context, workshop_id: int, worker_id: int, form: WorkerForm) -> WorkerSaved:
    """A worker's record corrected; an empty ID number, phone or account leaves the old one.

    Changed pay terms or household status hold from ``form.terms_from`` (default: the first of this month, or the
    hiring date if later); earlier months keep what they had.
    """
    with ctx.database.write(ctx.user, "people.edit") as session:
        worker = get_worker(session, workshop_id, worker_id)
        notes = _accepted(_notes(session, workshop_id, _filled(form, worker), worker_id, ctx.today()))
        _write(worker, form)
        hired = _given(form.hired_on)
        known = detail_in(session, worker, hired)
        since = hired if not known.row.terms else max(ctx.today().replace(day=1), hired)
        _put_dated(session, worker, form, form.terms_from or since, shown=detail_in(session, worker, ctx.today()).row)
        return _saved(session, worker, notes, ctx.today())


def _filled(form: WorkerForm, worker: Worker) -> WorkerForm:
    """The form with the worker's own numbers where it leaves them empty."""
    return replace(form, **{name: getattr(form, name) or getattr(worker, name) for name in REVEALABLE})


def _accepted(notes: tuple[FieldNote, ...]) -> tuple[FieldNote, ...]:
    for note in notes:
        if note.blocks:
            raise Refusal(note.kind, **note.params)
    return notes


def _notes(
    session: Session, workshop_id: int, form: WorkerForm, worker_id: int | None, today: date
) -> tuple[FieldNote, ...]:
    ages, _ = figures_on(load_packs(session, workshop_id), "working_age", today, WorkingAge)
    workers = session.scalars(select(Worker).where(Worker.workshop_id == workshop_id, Worker.deleted == 0))
    hired = (form.hired_on or today).isoformat()
    known = [
        Known(row.id, row.no, row.name, row.id_number, present=row.left_on is None or row.left_on >= hired)
        for row in workers
        if row.id != worker_id
    ]
    return check(form, known, ages, today)


def _given(hired_on: date | None) -> date:
    """The hiring date of a checked form."""
    if hired_on is None:
        raise Refusal("worker_hired_empty")
    return hired_on


def _write(worker: Worker, form: WorkerForm) -> None:
    for name in _PLAIN:
        setattr(worker, name, tidy(getattr(form, name)))
    for name in REVEALABLE:
        if getattr(form, name):
            setattr(worker, name, getattr(form, name).strip())
    worker.id_number = identity_number.normalise(worker.id_number or "")
    if worker.id_number and not worker.sex:
        worker.sex = identity_number.sex(worker.id_number)
    worker.hired_on = _given(form.hired_on).isoformat()
    worker.left_on = form.left_on.isoformat() if form.left_on else None


def _put_dated(session: Session, worker: Worker, form: WorkerForm, since: date, shown: WorkerRow | None = None) -> None:
    """Pay terms and household status from a day on, each only where it differs from what the form was ``shown`` with
    (default: what is in force on that day); pay terms are checked like those typed in by themselves.
    """
    now = shown or detail_in(session, worker, since).row
    wanted = {name: getattr(form, name) for name in _TERMS}
    if now.terms is None or any(getattr(now.terms, name) != value for name, value in wanted.items()):
        terms = _terms(form, since, now.terms)
        accept(term_notes(session, worker, terms, since))
        put_term(session, worker, terms)
    household = {"base": form.household_base, "monitoring": form.monitoring}
    held = {"base": now.household.base, "monitoring": now.household.monitoring} if now.household else None
    if household != (held or {"base": "", "monitoring": ""}):
        put(session, HouseholdStatus, worker.workshop_id, {"worker_id": worker.id, "valid_from": since.isoformat()},
            {**household})  # fmt: skip


def _terms(form: WorkerForm, since: date, held: PayTermRow | None) -> TermForm:
    """The form's pay terms; what it does not show stays as it is, but for a base it replaces by an amount."""
    period = held.period if held and form.relation is held.relation else PayPeriod.MONTH
    base = held.social_base_fen if held and not form.social_fen else 0
    return TermForm(
        since,
        form.relation,
        form.basis,
        form.rate_fen,
        form.social_fen,
        base,
        form.additional_fen,
        form.tax_method,
        period,
    )


def _saved(session: Session, worker: Worker, notes: tuple[FieldNote, ...], today: date) -> WorkerSaved:
    return WorkerSaved(detail_in(session, worker, today).row, notes)
