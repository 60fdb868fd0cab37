"""Single amounts in a worker's pay: advances with their instalments, and a month's additions and deductions."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
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
from app.models.people import Worker
from app.models.queries.pay_balances import locked_months, overpaid_by_month, taken_by_month
from app.services.context import Context
from app.services.pay_plans import last_opening
from app.services.pay_records import PaySaved, Value, employment_of, own_record, put_by_id
from app.services.people import get_worker

_OPENING, _ADVANCE, _OVERPAID = 0, 1, 2
"""What a debt comes from, in the order of repayment where it is due from one month on."""


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
    """A worker's advances, newest first; ``opening_left_fen`` is what is left of the balance an opening brought.

    ``overpaid_left_fen`` is left of wages a correction found paid too much, ``other_jobs_left_fen`` of all a person
    employed again owes from the other employments.
    """

    rows: tuple[AdvanceRow, ...]
    opening_left_fen: int
    overpaid_left_fen: int = 0
    other_jobs_left_fen: int = 0

    @property
    def left_fen(self) -> int:
        """All that is still to be repaid."""
        rest = self.opening_left_fen + self.overpaid_left_fen + self.other_jobs_left_fen
        return rest + sum(row.left_fen for row in self.rows)


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
    """A worker's advances within a transaction; what a person's other rows owe and repay counts with them."""
    debts = {row: _debts(session, workshop_id, row) for row in _person(session, workshop_id, worker_id)}
    kept = [(row, source, due) for row, debt in debts.items() for source, due in debt.dues]
    dues = [replace(due, key=place) for place, (_, _, due) in enumerate(sorted(kept, key=_order))]
    taken: dict[str, int] = defaultdict(int)
    for debt in debts.values():
        for month, fen in debt.taken.items():
            taken[month] += fen
    paid = repaid(dues, taken)
    found: dict[tuple[int, int], int] = {}
    left: dict[int, int] = defaultdict(int)
    for due, (row, source, own) in zip(dues, sorted(kept, key=_order), strict=True):
        found[source, own.key] = paid[due.key]
        left[source if row == worker_id else -1] += due.total_fen - paid[due.key]
    rows = tuple(_advance(row, found) for row in debts[worker_id].advances)
    return AdvancesView(rows, left[_OPENING], left[_OVERPAID], left[-1])


@dataclass(frozen=True, slots=True)
class _Debts:
    """A row's advances, newest first, all it owes with where that comes from, and what months took of it (fen)."""

    advances: Sequence[Advance]
    dues: tuple[tuple[int, Due], ...]
    taken: dict[str, int]


def _debts(session: Session, workshop_id: int, worker_id: int) -> _Debts:
    own = (Advance.workshop_id == workshop_id, Advance.worker_id == worker_id, Advance.deleted == 0)
    rows = session.scalars(select(Advance).where(*own).order_by(Advance.date.desc(), Advance.id.desc())).all()
    opening = last_opening(session, workshop_id, worker_id)
    since, brought = (opening.before_month, opening.advance_fen) if opening else ("", 0)
    overpaid = {m: fen for m, fen in overpaid_by_month(session, workshop_id, worker_id).items() if m >= since}
    taken = taken_by_month(session, workshop_id, worker_id, "advance_fen")
    return _Debts(
        rows,
        (
            *([(_OPENING, Due(0, since, brought))] if brought else []),
            *((_ADVANCE, _due(row)) for row in rows if row.date[:7] >= since),
            *((_OVERPAID, Due(0, month, fen)) for month, fen in overpaid.items()),
        ),
        {month: fen + overpaid.get(month, 0) for month, fen in taken.items() if month >= since},
    )


def _due(row: Advance) -> Due:
    return Due(row.id, row.date[:7], row.amount_fen, row.monthly_fen)


def _order(one: tuple[int, int, Due]) -> tuple[str, int, int]:
    _, source, due = one
    return due.since, source, due.key


def _person(session: Session, workshop_id: int, worker_id: int) -> list[int]:
    """All rows of a worker's person, by the ID number; the worker alone where there is none."""
    own = (Worker.workshop_id == workshop_id, Worker.deleted == 0)
    number = session.scalar(select(Worker.id_number).where(*own, Worker.id == worker_id))
    rows = session.scalars(select(Worker.id).where(*own, Worker.id_number == number)).all() if number else ()
    return sorted({worker_id, *rows})


def _advance(row: Advance, paid: dict[tuple[int, int], int]) -> AdvanceRow:
    taken = paid.get((_ADVANCE, row.id), row.amount_fen)  # what lies before an opening is within its balance
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
