"""What workers owe, summed and never stored (DESIGN 4): openings, what was asked and is due, less what runs took.

A record typed in after its month was locked is asked for in the next one. An instalment is due from its month on; of
several owed together only the sum counts, whatever was taken first. A settlement asks for all its month's records, a
first half for the advances up to its last day.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import case, func, select

from app.domain.messages.payroll import OTHER_PLANS
from app.domain.payroll_draft import LineCode
from app.domain.payroll_input import Instalment
from app.domain.periods import HALF_DAY
from app.domain.plans import due_by, later_than, repaid_ahead
from app.domain.vocabulary import AdjustmentKind, RunKind
from app.models.pay import Adjustment, Advance, PayrollRun, SlipLine, SlipRow
from app.models.pay_plans import DeductionPlan
from app.models.queries.month_span import AnyRow, MonthSpan
from app.models.queries.payroll_runs import Reckoned

_Sums = dict[int, int]
_ByMonth = dict[int, dict[str, int]]


def _sums() -> _Sums:
    return defaultdict(int)


@dataclass(frozen=True, slots=True)
class Balances:
    """By worker in fen: what is brought forward and due, and what only later months are asked for."""

    damage: _Sums = field(default_factory=_sums)
    damage_later: _Sums = field(default_factory=_sums)
    advance: _Sums = field(default_factory=_sums)
    advance_later: _Sums = field(default_factory=_sums)
    other_plan: _Sums = field(default_factory=_sums)
    other_later: _Sums = field(default_factory=_sums)


@dataclass(frozen=True, slots=True)
class Debts:
    """All records of debts and what runs took, read once: ``balances`` sums them as a month sees them."""

    openings: Mapping[int, AnyRow]
    damage: list[AnyRow]
    advances: list[AnyRow]
    plans: list[AnyRow]
    taken: list[AnyRow]
    taken_plans: list[AnyRow]
    parts: list[AnyRow]


def load_debts(span: MonthSpan, openings: Mapping[int, AnyRow], runs: Reckoned) -> Debts:
    """Four statements, and two more where there are plans of other deductions, or runs that pay some only."""
    run_ids = list(runs.counted)
    plans = _plans(span)
    by_plan = any(row.kind == AdjustmentKind.OTHER.value for row in plans)
    return Debts(
        openings=openings,
        damage=_asked_damage(span),
        advances=_asked_advances(span),
        plans=plans,
        taken=_taken(span, run_ids) if run_ids else [],
        taken_plans=_taken_plans(span, run_ids) if by_plan and run_ids else [],
        parts=_slips_of_parts(span, runs),
    )


def balances(debts: Debts, month: str, runs: Reckoned, counted: Mapping[int, str]) -> Balances:
    """What is owed when ``month`` begins, by the runs of ``counted`` (run to month).

    Asked for is what belongs to months these runs pay, or to what they pay of a month; older instalments are due up to
    the month, or the latest that those runs pay as a whole.
    """
    found = Balances()
    last = _last(month, runs, counted)
    months = set(counted.values()) & runs.regular
    settled, by_half = (_paid_by(debts, kind, counted) for kind in (RunKind.SETTLEMENT, RunKind.FIRST_HALF))
    for worker_id, opening in debts.openings.items():
        found.damage[worker_id] += opening.damage_fen
        found.advance[worker_id] += opening.advance_fen

    def asked(worker_id: int, when: str, first_half: bool) -> bool:
        """Whether what belongs to a month, or to its first half, was asked for by a run, and is not in the opening."""
        slip = (worker_id, when)
        paid = when in months or slip in settled or (first_half and slip in by_half)
        return paid and _since(debts, worker_id) <= when

    for worker_id, when, fen in debts.damage:
        found.damage[worker_id] += fen if asked(worker_id, when, first_half=False) else 0
    for worker_id, when, first_half, monthly, fen in debts.advances:
        if asked(worker_id, when, first_half):
            due = due_by(fen, monthly, when, last) if monthly > 0 else fen
            found.advance[worker_id] += due
            found.advance_later[worker_id] += fen - due
    _add_plans(debts, found, month, last)
    for run_id, worker_id, damage, advance in debts.taken:
        if run_id in counted and counted[run_id] >= _since(debts, worker_id):
            found.damage[worker_id] -= damage
            found.advance[worker_id] -= advance
    for run_id, worker_id, fen in debts.taken_plans:
        if run_id in counted and counted[run_id] >= _since(debts, worker_id):
            found.other_plan[worker_id] += fen  # a deduction's amount is negative
    return found


def open_balances(debts: Debts, month: str, runs: Reckoned) -> Balances:
    """What is outstanding and due after all counted runs, the given month's own and later ones included."""
    found = balances(debts, month, runs, runs.counted)
    for plan in instalments(debts, month, runs, runs.counted):
        due = found.damage if plan.kind is AdjustmentKind.DAMAGE else found.other_plan
        due[plan.worker_id] += plan.due_fen
        later = found.damage_later if plan.kind is AdjustmentKind.DAMAGE else found.other_later
        later[plan.worker_id] += plan.later_fen
    pairs = (
        (found.damage, found.damage_later),
        (found.advance, found.advance_later),
        (found.other_plan, found.other_later),
    )
    for due, later in pairs:
        for worker_id in list(later):
            due[worker_id], later[worker_id] = repaid_ahead(due[worker_id], later[worker_id])
    return found


def _last(month: str, runs: Reckoned, counted: Mapping[int, str]) -> str:
    """The month, or the latest that counted runs pay as a whole: of later ones paid in part nothing is due for all."""
    return max([month, *(one for one in counted.values() if one in runs.regular)])


def _paid_by(debts: Debts, kind: RunKind, counted: Mapping[int, str]) -> set[tuple[int, str]]:
    """Worker and month of the slips of counted runs of a kind."""
    return {(row.worker_id, counted[row.run_id]) for row in debts.parts if row.run_id in counted and row.kind == kind}


def _since(debts: Debts, worker_id: int) -> str:
    opening = debts.openings.get(worker_id)
    return opening.before_month if opening is not None else ""


def _add_plans(debts: Debts, found: Balances, month: str, last: str) -> None:
    """The instalments of earlier months, and of later ones up to the last locked one; this month's own are apart."""
    for plan in debts.plans:
        since = _since(debts, plan.worker_id)
        before = due_by(plan.total_fen, plan.monthly_fen, plan.from_month, month, inclusive=False)
        before += later_than(plan.total_fen, plan.monthly_fen, plan.from_month, month, last)
        if since:
            covered = due_by(plan.total_fen, plan.monthly_fen, plan.from_month, since, inclusive=False)
            before = max(0, before - covered)
        due = found.damage if plan.kind == AdjustmentKind.DAMAGE.value else found.other_plan
        due[plan.worker_id] += before


def instalments(debts: Debts, month: str, runs: Reckoned, counted: Mapping[int, str]) -> tuple[Instalment, ...]:
    """What each plan asks of a month, and of the months after it that no run has asked for yet."""
    last = _last(month, runs, counted)
    found = []
    for plan in debts.plans:
        terms = (plan.total_fen, plan.monthly_fen, plan.from_month)
        due = due_by(*terms, month) - due_by(*terms, month, inclusive=False)
        later = plan.total_fen - due_by(*terms, last)
        if due or later:
            found.append(Instalment(plan.worker_id, AdjustmentKind(plan.kind), plan.item, due, later))
    return tuple(found)


def _plans(span: MonthSpan) -> list[AnyRow]:
    table = DeductionPlan
    columns = (table.worker_id, table.kind, table.item, table.total_fen, table.monthly_fen, table.from_month)
    return span.rows(select(*columns).order_by(table.from_month, table.id), table)


def _taken(span: MonthSpan, run_ids: list[int]) -> list[AnyRow]:
    """What counted runs took of damage and advances."""
    statement = select(SlipRow.run_id, SlipRow.worker_id, SlipRow.damage_fen, SlipRow.advance_fen)
    some = (SlipRow.damage_fen != 0) | (SlipRow.advance_fen != 0)
    return span.rows(statement.where(SlipRow.run_id.in_(run_ids), some), SlipRow)


def _taken_plans(span: MonthSpan, run_ids: list[int]) -> list[AnyRow]:
    """What counted runs took by plans of other deductions, as negative amounts."""
    line = SlipLine
    statement = select(line.run_id, line.worker_id, line.amount_fen).where(
        line.run_id.in_(run_ids), line.code == LineCode.OTHER.value, line.label == OTHER_PLANS
    )
    return span.rows(statement, line)


def _slips_of_parts(span: MonthSpan, runs: Reckoned) -> list[AnyRow]:
    """Worker, run and kind of the slips of settlements and first halves in months not paid as a whole yet."""
    parts = runs.parts
    if not parts:
        return []
    statement = (
        select(SlipRow.worker_id, SlipRow.run_id, PayrollRun.kind)
        .join(PayrollRun, (PayrollRun.workshop_id == SlipRow.workshop_id) & (PayrollRun.id == SlipRow.run_id))
        .where(SlipRow.run_id.in_(parts))
    )
    return span.rows(statement, SlipRow)


def _asked_damage(span: MonthSpan) -> list[AnyRow]:
    statement = (
        select(Adjustment.worker_id, Adjustment.month, func.sum(Adjustment.amount_fen))
        .where(Adjustment.kind == AdjustmentKind.DAMAGE.value)
        .group_by(Adjustment.worker_id, Adjustment.month)
    )
    return span.rows(statement, Adjustment)


def _asked_advances(span: MonthSpan) -> list[AnyRow]:
    """Advances by worker, month and whether its first half ends after them; those with instalments one by one."""
    month, one = func.substr(Advance.date, 1, 7), case((Advance.monthly_fen > 0, Advance.id), else_=0)
    first_half = func.substr(Advance.date, 9, 2) <= f"{HALF_DAY:02}"
    sums = (func.max(Advance.monthly_fen), func.sum(Advance.amount_fen))
    statement = select(Advance.worker_id, month, first_half, *sums)
    return span.rows(statement.group_by(Advance.worker_id, month, first_half, one), Advance)
