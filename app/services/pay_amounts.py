"""Single amounts in a worker's pay: advances with their instalments, and a month's additions and deductions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.money import yuan
from app.domain.pay_balance import Due, repaid
from app.domain.pay_check import accept
from app.domain.plan_check import (
    AdjustmentForm,
    AdvanceForm,
    check_adjustment,
    check_advance,
    locked_notes,
    taken_notes,
)
from app.domain.refusal import Refusal
from app.domain.vocabulary import AdjustmentKind
from app.models.pay import Adjustment, Advance
from app.models.queries.pay_balances import locked_months, taken_by_month
from app.services.context import Context
from app.services.pay_plans import last_opening
from app.services.pay_records import PaySaved, Value, employment_of, own_record, put_by_id
from app.services.people import get_worker

_OPENING = 0
"""The key of an opening's balance among dues; stored rows are never numbered 0."""


@dataclass(frozen=True, slots=True)
class AdvanceRow:
    """An advance in fen with what counted payrolls took back of it; ``monthly_fen`` 0: due at once."""

    record_id: int
    day: date
    amount_fen: int
    monthly_fen: int
    note: str
    taken_fen: int

    @property
    def left_fen(self) -> int:
        """What is still to be repaid."""
        return self.amount_fen - self.taken_fen


@dataclass(frozen=True, slots=True)
class AdvancesView:
    """A worker's advances, newest first; ``opening_left_fen`` is what is left of the balance an opening brought."""

    rows: tuple[AdvanceRow, ...]
    opening_left_fen: int

    @property
    def left_fen(self) -> int:
        """All that is still to be repaid."""
        return self.opening_left_fen + sum(row.left_fen for row in self.rows)


@dataclass(frozen=True, slots=True)
class AdjustmentRow:
    """An addition or deduction of one month, in fen; ``locked`` where the month's payroll stands."""

    record_id: int
    month: str
    kind: AdjustmentKind
    item: str
    amount_fen: int
    locked: bool


# ---------------------------------------------------------------- advances


def list_advances(ctx: Context, workshop_id: int, worker_id: int) -> AdvancesView:
    """A worker's advances with what is left of each; those an opening covers count as repaid by it."""
    with ctx.database.read() as session:
        get_worker(session, workshop_id, worker_id)
        return advances_in(session, workshop_id, worker_id)


def save_advance(
    ctx: Context, workshop_id: int, worker_id: int, form: AdvanceForm, record_id: int | None = None
) -> PaySaved:
    """An advance paid out, new or corrected; refuses an amount below what was taken back already."""
    with ctx.database.write(ctx.user, "pay.advance") as session:
        employment = employment_of(get_worker(session, workshop_id, worker_id))
        taken = _taken_of(session, workshop_id, worker_id, record_id) if record_id is not None else 0
        notes = accept((*check_advance(form, employment), *taken_notes(form.amount_fen, taken, "amount_fen")))
        day = form.day.isoformat() if form.day else ""
        values: dict[str, Value] = {
            "worker_id": worker_id,
            "date": day,
            "amount_fen": form.amount_fen,
            "monthly_fen": form.monthly_fen or 0,
            "note": form.note.strip(),
        }
        put_by_id(session, Advance, workshop_id, record_id, values)
        reached = [m for m in locked_months(session, workshop_id, worker_id) if m == day[:7]]
        return PaySaved((*notes, *locked_notes(reached, "day", "asked_month_locked")))


def withdraw_advance(ctx: Context, workshop_id: int, worker_id: int, record_id: int) -> PaySaved:
    """Take an advance away; refuses ``plan_taken`` once a payroll has taken something back."""
    with ctx.database.write(ctx.user, "pay.advance_withdraw") as session:
        taken = _taken_of(session, workshop_id, worker_id, record_id)
        if taken:
            raise Refusal("plan_taken", column="amount_fen", taken=yuan(taken))
        own_record(session, Advance, workshop_id, record_id, worker_id).deleted = 1
        return PaySaved()


def _taken_of(session: Session, workshop_id: int, worker_id: int, record_id: int) -> int:
    own_record(session, Advance, workshop_id, record_id, worker_id)
    rows = advances_in(session, workshop_id, worker_id).rows
    return next(row.taken_fen for row in rows if row.record_id == record_id)


def advances_in(session: Session, workshop_id: int, worker_id: int) -> AdvancesView:
    """A worker's advances within a transaction."""
    own = (Advance.workshop_id == workshop_id, Advance.worker_id == worker_id, Advance.deleted == 0)
    rows = session.scalars(select(Advance).where(*own).order_by(Advance.date.desc(), Advance.id.desc())).all()
    opening = last_opening(session, workshop_id, worker_id)
    since, brought = (opening.before_month, opening.advance_fen) if opening else ("", 0)
    dues = [Due(row.id, row.date[:7], row.amount_fen, row.monthly_fen) for row in rows if row.date[:7] >= since]
    if brought:
        dues.append(Due(_OPENING, since, brought))
    taken = taken_by_month(session, workshop_id, worker_id, "advance_fen") if dues else {}
    paid = repaid(dues, {month: fen for month, fen in taken.items() if month >= since})
    return AdvancesView(tuple(_advance(row, paid) for row in rows), brought - paid.get(_OPENING, 0))


def _advance(row: Advance, paid: dict[int, int]) -> AdvanceRow:
    taken = paid.get(row.id, row.amount_fen)  # what lies before an opening is within its balance
    return AdvanceRow(row.id, date.fromisoformat(row.date), row.amount_fen, row.monthly_fen, row.note, taken)


# ---------------------------------------------------------------- a month's additions and deductions


def list_adjustments(ctx: Context, workshop_id: int, worker_id: int, month: str) -> tuple[AdjustmentRow, ...]:
    """A worker's additions and deductions from a month (YYYY-MM) on, by month."""
    own = (Adjustment.workshop_id == workshop_id, Adjustment.worker_id == worker_id, Adjustment.deleted == 0)
    statement = select(Adjustment).where(*own, Adjustment.month >= month)
    with ctx.database.read() as session:
        get_worker(session, workshop_id, worker_id)
        rows = session.scalars(statement.order_by(Adjustment.month, Adjustment.id)).all()
        locked = locked_months(session, workshop_id, worker_id)
    return _adjustments(rows, locked)


def save_adjustment(
    ctx: Context, workshop_id: int, worker_id: int, form: AdjustmentForm, record_id: int | None = None
) -> PaySaved:
    """An addition or deduction of a month, new or corrected; a locked month stays as it is, which is said."""
    with ctx.database.write(ctx.user, "pay.adjustment") as session:
        employment = employment_of(get_worker(session, workshop_id, worker_id))
        months = {form.month}
        if record_id is not None:
            months.add(own_record(session, Adjustment, workshop_id, record_id, worker_id).month)
        notes = accept(check_adjustment(form, employment))
        values: dict[str, Value] = {
            "worker_id": worker_id,
            "month": form.month,
            "kind": form.kind,
            "item": form.item.strip(),
            "amount_fen": form.amount_fen,
        }
        put_by_id(session, Adjustment, workshop_id, record_id, values)
        reached = months.intersection(locked_months(session, workshop_id, worker_id))
        return PaySaved((*notes, *locked_notes(reached, "month")))


def withdraw_adjustment(ctx: Context, workshop_id: int, worker_id: int, record_id: int) -> PaySaved:
    """Take an addition or deduction away."""
    with ctx.database.write(ctx.user, "pay.adjustment_withdraw") as session:
        row = own_record(session, Adjustment, workshop_id, record_id, worker_id)
        row.deleted = 1
        session.flush()
        reached = {row.month}.intersection(locked_months(session, workshop_id, worker_id))
        return PaySaved(tuple(locked_notes(reached, "month")))


def _adjustments(rows: Sequence[Adjustment], locked: Sequence[str]) -> tuple[AdjustmentRow, ...]:
    return tuple(
        AdjustmentRow(row.id, row.month, AdjustmentKind(row.kind), row.item, row.amount_fen, row.month in locked)
        for row in rows
    )
