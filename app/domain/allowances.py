"""Recurring allowances by attendance (全勤奖, 出勤补贴, 每月补贴): agreed by plan, no figure of the law.

Those of a month go with the run that pays the employment's last day; a day's allowance with the run that pays the day.
"""

from collections.abc import Iterable, Iterator

from app.domain.calendar import MonthCalendar, days_by_kind
from app.domain.messages.payroll import TITLES
from app.domain.money import exact_text, half_up, yuan
from app.domain.payroll_draft import Line, LineCode, Unit
from app.domain.payroll_input import Allowance
from app.domain.periods import Hired
from app.domain.rulepack import WorkingTime
from app.domain.vocabulary import AllowanceRule, DayKind, MarkKind, Relation
from app.domain.worktime import DAY_MINUTES, WorkTime

_ON_WAGES = frozenset({Relation.FULL_TIME, Relation.PART_TIME})
_LEAVE = frozenset({MarkKind.UNPAID, MarkKind.ABSENT, MarkKind.SICK})


def in_force(plans: Iterable[Allowance], one: Hired) -> Iterator[Allowance]:
    """The plans for a worker on the last day paid, by name."""
    day, worker_id = one.period.last, one.worker.worker_id
    for plan in sorted(plans, key=lambda row: (row.special, row.name, row.rule, row.amount_fen)):
        theirs = plan.worker_id == worker_id or (plan.worker_id is None and one.terms.relation in _ON_WAGES)
        if theirs and plan.valid_from <= day and (plan.valid_to is None or day <= plan.valid_to):
            yield plan


def allowance_lines(
    plans: Iterable[Allowance], one: Hired, paid: WorkTime, month: WorkTime, calendar: MonthCalendar, rules: WorkingTime
) -> list[Line]:
    """The lines of one worker; ``paid`` is the time this run pays, ``month`` that of the whole employment up to it."""
    found = []
    for plan in in_force(plans, one):
        line = None
        if plan.rule is AllowanceRule.DAY_PRESENT:
            line = _by_day(plan, present(paid))
        elif one.whole and plan.rule is AllowanceRule.MONTH:
            line = _by_month(plan, month, rules.day_divisor_centi)
        elif one.whole and full_attendance(one, month, calendar):
            line = _line(plan, 1, Unit.ITEM, plan.amount_fen, f"全勤,{yuan(plan.amount_fen)}")
        found += [line] if line is not None else []
    return found


def present(time: WorkTime) -> int:
    """Days with any hours; half a day counts as one."""
    return sum(len(mark.days) for mark in time.marks if mark.normal_minutes + mark.extra_minutes)


def full_attendance(one: Hired, month: WorkTime, calendar: MonthCalendar) -> bool:
    """Whether somebody was employed for the whole month without an unpaid day, or part of one, and all filled in.

    Part-time days are short by their nature: there only whole days of leave count.
    """
    if not one.employed.whole_month or month.missing:
        return False
    if one.terms.relation is Relation.PART_TIME:
        working = days_by_kind(calendar)[DayKind.WORKING]
        return not any(mark.kind in _LEAVE and working.intersection(mark.days) for mark in month.marks)
    return not month.unpaid


def _by_day(plan: Allowance, days: int) -> Line | None:
    if not days:
        return None
    amount = plan.amount_fen * days
    return _line(plan, days * DAY_MINUTES, Unit.DAY, amount, f"{yuan(plan.amount_fen)}×{days}={yuan(amount)}")


def _by_month(plan: Allowance, month: WorkTime, divisor_centi: int) -> Line | None:
    """The whole of it, or in a partial month its worked and statutory days ÷ 21.75, at most the whole."""
    if month.whole_month:
        return _line(plan, 1, Unit.MONTH, plan.amount_fen, yuan(plan.amount_fen))
    if not month.paid_span:
        return None
    exact = half_up(plan.amount_fen * month.paid_span * 100, divisor_centi * DAY_MINUTES)
    days = exact_text(month.paid_span, DAY_MINUTES)
    text = f"{yuan(plan.amount_fen)}÷{exact_text(divisor_centi, 100)}×{days}={yuan(exact)}"
    if exact > plan.amount_fen:
        text += f",以{yuan(plan.amount_fen)}为限"
    return _line(plan, month.paid_span, Unit.DAY, min(exact, plan.amount_fen), text)


def _line(plan: Allowance, quantity: int, unit: Unit, amount: int, formula: str) -> Line:
    code = LineCode.SPECIAL_ALLOWANCE if plan.special else LineCode.ALLOWANCE
    label = f"{TITLES[code]} {plan.name}".strip()
    return Line(code, label, quantity, unit, plan.amount_fen * 100, 10_000, amount, formula)
