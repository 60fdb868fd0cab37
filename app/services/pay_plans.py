"""What recurs in a worker's pay: allowances by attendance, for one worker or everybody, and deduction plans."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.money import yuan
from app.domain.pay_balance import Due, repaid
from app.domain.pay_check import accept
from app.domain.plan_check import AllowanceForm, PlanForm, check_allowance, check_plan, locked_notes, taken_notes
from app.domain.plans import due_by
from app.domain.refusal import Refusal
from app.domain.vocabulary import AdjustmentKind, AllowanceRule
from app.models.pay import Adjustment
from app.models.pay_plans import AllowancePlan, DeductionPlan
from app.models.people import Opening
from app.models.queries.pay_balances import locked_months, taken_by_month, taken_by_plans
from app.services.context import Context
from app.services.pay_records import PaySaved, Value, employment_of, own_record, put_by_id
from app.services.people import get_worker

_OPENING = 0
"""The key of an opening's balance among dues; stored rows are never numbered 0."""


@dataclass(frozen=True, slots=True)
class AllowanceRow:
    """A recurring allowance in fen; ``worker_id`` None: everybody's. ``in_force`` as of today."""

    record_id: int
    worker_id: int | None
    name: str
    rule: AllowanceRule
    amount_fen: int
    special: bool
    valid_from: date
    valid_to: date | None
    note: str
    in_force: bool


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A deduction plan in fen with what counted payrolls took of it and what is left."""

    record_id: int
    kind: AdjustmentKind
    item: str
    total_fen: int
    monthly_fen: int
    from_month: str
    note: str
    taken_fen: int

    @property
    def left_fen(self) -> int:
        """What is still to be taken."""
        return self.total_fen - self.taken_fen


# ---------------------------------------------------------------- allowances


def list_allowances(ctx: Context, workshop_id: int, worker_id: int | None = None) -> tuple[AllowanceRow, ...]:
    """Everybody's allowances, and before them a worker's own where one is given; newest first."""
    own = AllowancePlan.worker_id.is_(None) | (AllowancePlan.worker_id == worker_id)
    statement = select(AllowancePlan).where(AllowancePlan.workshop_id == workshop_id, AllowancePlan.deleted == 0, own)
    with ctx.database.read() as session:
        rows = session.scalars(statement.order_by(AllowancePlan.valid_from.desc(), AllowancePlan.id.desc())).all()
    ordered = sorted(rows, key=lambda row: row.worker_id is None)
    return tuple(_allowance(row, ctx.today().isoformat()) for row in ordered)


def save_allowance(
    ctx: Context, workshop_id: int, worker_id: int | None, form: AllowanceForm, record_id: int | None = None
) -> PaySaved:
    """A recurring allowance, new or corrected (``record_id``); ``worker_id`` None: for everybody on wages."""
    with ctx.database.write(ctx.user, "pay.allowance") as session:
        worker = get_worker(session, workshop_id, worker_id) if worker_id is not None else None
        since = form.valid_from.isoformat()[:7] if form.valid_from else "9999"
        if record_id is not None:
            since = min(since, own_record(session, AllowancePlan, workshop_id, record_id, worker_id).valid_from[:7])
        notes = accept(check_allowance(form, employment_of(worker) if worker else None))
        values: dict[str, Value] = {
            "worker_id": worker_id,
            "name": form.name.strip(),
            "rule": form.rule,
            "special": int(form.special),
            "amount_fen": form.amount_fen,
            "valid_from": form.valid_from.isoformat() if form.valid_from else None,
            "valid_to": form.valid_to.isoformat() if form.valid_to else None,
            "note": form.note.strip(),
        }
        put_by_id(session, AllowancePlan, workshop_id, record_id, values)
        until = form.valid_to.isoformat()[:7] if form.valid_to and record_id is None else "9999"
        reached = [m for m in locked_months(session, workshop_id, worker_id) if since <= m <= until]
        return PaySaved((*notes, *locked_notes(reached, "valid_from")))


def withdraw_allowance(ctx: Context, workshop_id: int, worker_id: int | None, record_id: int) -> PaySaved:
    """Take an allowance away as if it had never been; to end one, give it a last day instead."""
    with ctx.database.write(ctx.user, "pay.allowance_withdraw") as session:
        row = own_record(session, AllowancePlan, workshop_id, record_id, worker_id)
        row.deleted = 1
        session.flush()
        reached = [m for m in locked_months(session, workshop_id, worker_id) if m >= row.valid_from[:7]]
        return PaySaved(tuple(locked_notes(reached, "valid_from")))


# ---------------------------------------------------------------- deduction plans


def list_plans(ctx: Context, workshop_id: int, worker_id: int) -> tuple[PlanRow, ...]:
    """A worker's deduction plans, newest first, with what is left of each."""
    with ctx.database.read() as session:
        get_worker(session, workshop_id, worker_id)
        rows = _plans(session, workshop_id, worker_id)
        taken = _taken(session, workshop_id, worker_id, rows)
    made = [_plan(row, taken.get(row.id, 0)) for row in rows]
    return tuple(sorted(made, key=lambda row: (row.from_month, row.record_id), reverse=True))


def save_plan(ctx: Context, workshop_id: int, worker_id: int, form: PlanForm, record_id: int | None = None) -> PaySaved:
    """A deduction plan, new or corrected; refuses a total below what was taken of it already."""
    with ctx.database.write(ctx.user, "pay.plan") as session:
        employment = employment_of(get_worker(session, workshop_id, worker_id))
        taken = _taken_of(session, workshop_id, worker_id, record_id) if record_id is not None else 0
        notes = accept((*check_plan(form, employment), *taken_notes(form.total_fen, taken, "total_fen")))
        values: dict[str, Value] = {
            "worker_id": worker_id,
            "kind": form.kind,
            "item": form.item.strip(),
            "total_fen": form.total_fen,
            "monthly_fen": form.monthly_fen,
            "from_month": form.from_month,
            "note": form.note.strip(),
        }
        put_by_id(session, DeductionPlan, workshop_id, record_id, values)
        reached = [m for m in locked_months(session, workshop_id, worker_id) if m >= form.from_month]
        return PaySaved((*notes, *locked_notes(reached, "from_month", "asked_month_locked")))


def withdraw_plan(ctx: Context, workshop_id: int, worker_id: int, record_id: int) -> PaySaved:
    """Take a plan away; refuses ``plan_taken`` once a payroll has taken something of it."""
    with ctx.database.write(ctx.user, "pay.plan_withdraw") as session:
        taken = _taken_of(session, workshop_id, worker_id, record_id)
        if taken:
            raise Refusal("plan_taken", column="total_fen", taken=yuan(taken))
        own_record(session, DeductionPlan, workshop_id, record_id, worker_id).deleted = 1
        return PaySaved()


def _taken_of(session: Session, workshop_id: int, worker_id: int, record_id: int) -> int:
    own_record(session, DeductionPlan, workshop_id, record_id, worker_id)
    return _taken(session, workshop_id, worker_id, _plans(session, workshop_id, worker_id)).get(record_id, 0)


def _taken(session: Session, workshop_id: int, worker_id: int, plans: Sequence[DeductionPlan]) -> dict[int, int]:
    """What was taken of each plan, with the instalments an opening covers."""
    opening = last_opening(session, workshop_id, worker_id)
    since = opening.before_month if opening else ""
    covered = {row.id: _covered(row, since) for row in plans}
    kinds: dict[AdjustmentKind, list[Due]] = {AdjustmentKind.DAMAGE: [], AdjustmentKind.OTHER: []}
    for row in plans:
        due = Due(row.id, max(row.from_month, since), row.total_fen - covered[row.id], row.monthly_fen)
        kinds[AdjustmentKind(row.kind)].append(due)
    found: dict[int, int] = {}
    if damage := kinds[AdjustmentKind.DAMAGE]:
        damage += _single_damage(session, workshop_id, worker_id, since)
        damage += [Due(_OPENING, since, opening.damage_fen)] if opening else []
        found |= repaid(damage, _since(taken_by_month(session, workshop_id, worker_id, "damage_fen"), since))
    if other := kinds[AdjustmentKind.OTHER]:
        found |= repaid(other, _since(taken_by_plans(session, workshop_id, worker_id), since))
    return {row.id: covered[row.id] + found[row.id] for row in plans}


def _covered(row: DeductionPlan, since: str) -> int:
    """The instalments that fell due before an opening: they are within its balance."""
    return due_by(row.total_fen, row.monthly_fen, row.from_month, since, inclusive=False) if since else 0


def _single_damage(session: Session, workshop_id: int, worker_id: int, since: str) -> list[Due]:
    """Compensation asked of single months, which a month's deduction pays beside the plans."""
    own = (Adjustment.workshop_id == workshop_id, Adjustment.worker_id == worker_id, Adjustment.deleted == 0)
    rows = session.scalars(
        select(Adjustment).where(*own, Adjustment.kind == AdjustmentKind.DAMAGE.value, Adjustment.month >= since)
    )
    return [Due(row.id, row.month, row.amount_fen) for row in rows]


def _since(taken: dict[str, int], month: str) -> dict[str, int]:
    return {when: fen for when, fen in taken.items() if when >= month}


def last_opening(session: Session, workshop_id: int, worker_id: int) -> Opening | None:
    """A worker's last opening: balances of advances and compensation begin with it."""
    own = (Opening.workshop_id == workshop_id, Opening.worker_id == worker_id, Opening.deleted == 0)
    return session.scalars(select(Opening).where(*own).order_by(Opening.before_month.desc()).limit(1)).first()


def _plans(session: Session, workshop_id: int, worker_id: int) -> Sequence[DeductionPlan]:
    own = (DeductionPlan.workshop_id == workshop_id, DeductionPlan.worker_id == worker_id, DeductionPlan.deleted == 0)
    return session.scalars(select(DeductionPlan).where(*own)).all()


def _plan(row: DeductionPlan, taken: int) -> PlanRow:
    amounts = (row.total_fen, row.monthly_fen, row.from_month)
    return PlanRow(row.id, AdjustmentKind(row.kind), row.item, *amounts, row.note, taken)


def _allowance(row: AllowancePlan, today: str) -> AllowanceRow:
    return AllowanceRow(
        record_id=row.id,
        worker_id=row.worker_id,
        name=row.name,
        rule=AllowanceRule(row.rule),
        amount_fen=row.amount_fen,
        special=bool(row.special),
        valid_from=date.fromisoformat(row.valid_from),
        valid_to=date.fromisoformat(row.valid_to) if row.valid_to else None,
        note=row.note,
        in_force=row.valid_from <= today and (row.valid_to is None or row.valid_to >= today),
    )
