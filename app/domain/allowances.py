"""Recurring allowances by attendance (全勤奖, 出勤补贴, 每月补贴): agreed by plan, no figure of the law.

Those of a month go with the run that pays the employment's last day; a day's allowance with the run that pays the day.
A plan that begins or ends inside the month pays for its own days, as a rate of wages does (RULES 4): a day's allowance
each day present on which it holds, one of a month by the month's working and statutory days on which it holds. So a
rise on the 16th pays each amount for its half, and what ends with the last working day is paid whole.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.calendar import MonthCalendar, days_by_kind
from app.domain.messages.payroll import TITLES
from app.domain.money import exact_text, half_up, yuan
from app.domain.payroll_draft import Line, LineCode, Unit
from app.domain.payroll_input import Allowance
from app.domain.periods import Hired
from app.domain.rulepack import WorkingTime
from app.domain.terms import paid_days
from app.domain.vocabulary import AllowanceRule, DayKind, MarkKind, Relation
from app.domain.worktime import DAY_MINUTES, Employment, WorkTime, reckon

_ON_WAGES = frozenset({Relation.FULL_TIME, Relation.PART_TIME})
_LEAVE = frozenset({MarkKind.UNPAID, MarkKind.ABSENT, MarkKind.SICK})


def in_force(plans: Iterable[Allowance], one: Hired, calendar: MonthCalendar) -> Iterator[Allowance]:
    """The plans for a worker on some day of the month, by name."""
    for plan in sorted(plans, key=lambda row: (row.special, row.name, row.rule, row.valid_from, row.amount_fen)):
        theirs = plan.worker_id == one.worker.worker_id
        theirs |= plan.worker_id is None and one.terms.relation in _ON_WAGES
        if theirs and plan.valid_from <= calendar.last and (plan.valid_to is None or calendar.first <= plan.valid_to):
            yield plan


def day_lines(plans: Iterable[Allowance], one: Hired, time: WorkTime, calendar: MonthCalendar) -> list[Line]:
    """The allowances of one worker by the day, for the days present in a time."""
    found = []
    for plan in in_force(plans, one, calendar):
        if plan.rule is AllowanceRule.DAY_PRESENT and (days := len(present(plan, time))):
            amount = plan.amount_fen * days
            text = f"{yuan(plan.amount_fen)}×{days}={yuan(amount)}"
            found.append(_line(plan, days * DAY_MINUTES, Unit.DAY, amount, text))
    return found


def month_lines(
    plans: Iterable[Allowance], one: Hired, month: WorkTime, calendar: MonthCalendar, rules: WorkingTime
) -> list[Line]:
    """The allowances of one worker by the month, for the whole employment in it, whose time is ``month``."""
    found = []
    for plan in in_force(plans, one, calendar):
        share = _Share.of(plan, calendar)
        line = None
        if plan.rule is AllowanceRule.MONTH:
            line = _by_month(plan, share, one, month, calendar, rules.day_divisor_centi)
        elif plan.rule is AllowanceRule.FULL_ATTENDANCE and share.days and full_attendance(one, month, calendar):
            text = f"全勤,{share.text}"
            line = _line(plan, 1, Unit.ITEM, share.fen, text)
        found += [line] if line is not None else []
    return found


def present(plan: Allowance, time: WorkTime) -> list[date]:
    """Days with any hours on which a plan holds; half a day counts as one."""
    until = plan.valid_to or date.max
    kept = (mark for mark in time.marks if mark.normal_minutes + mark.extra_minutes)
    return [day for mark in kept for day in mark.days if plan.valid_from <= day <= until]


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


@dataclass(frozen=True, slots=True)
class _Share:
    """What of its amount a plan pays for a whole month: all of it, or by the days it holds of the month's."""

    fen: int
    days: int
    of_days: int
    text: str

    @classmethod
    def of(cls, plan: Allowance, calendar: MonthCalendar) -> "_Share":
        """By the working and statutory days of the month on which the plan holds."""
        held = held_days(plan, calendar.first, calendar.last)
        days = paid_days(calendar, *held)
        of_days = paid_days(calendar, calendar.first, calendar.last)
        if days == of_days:
            return cls(plan.amount_fen, days, of_days, yuan(plan.amount_fen))
        fen = half_up(plan.amount_fen * days, of_days)
        return cls(fen, days, of_days, f"{yuan(plan.amount_fen)}×{days}÷{of_days}={yuan(fen)}")


def held_days(plan: Allowance, first: date, last: date) -> tuple[date, date]:
    """The first and the last of some days on which a plan holds; the first after the last where it holds on none."""
    return max(first, plan.valid_from), last if plan.valid_to is None else min(last, plan.valid_to)


def _by_month(
    plan: Allowance, share: _Share, one: Hired, month: WorkTime, calendar: MonthCalendar, divisor_centi: int
) -> Line | None:
    """The plan's share of the month, or in a partial month its worked and statutory days ÷ 21.75, at most the share."""
    if month.whole_month:
        if share.days == share.of_days:
            return _line(plan, 1, Unit.MONTH, share.fen, share.text)
        return _line(plan, share.days * DAY_MINUTES, Unit.DAY, share.fen, share.text) if share.days else None
    first, last = held_days(plan, one.employed.first, one.employed.last)
    if first > last:
        return None
    span = reckon(month.marks, calendar, Employment(first, last, whole_month=False)).paid_span
    if not span:
        return None
    exact = half_up(plan.amount_fen * span * 100, divisor_centi * DAY_MINUTES)
    text = f"{yuan(plan.amount_fen)}÷{exact_text(divisor_centi, 100)}×{exact_text(span, DAY_MINUTES)}={yuan(exact)}"
    if exact > share.fen:
        text += f",以{yuan(share.fen)}为限"
    return _line(plan, span, Unit.DAY, min(exact, share.fen), text)


def _line(plan: Allowance, quantity: int, unit: Unit, amount: int, formula: str) -> Line:
    code = LineCode.SPECIAL_ALLOWANCE if plan.special else LineCode.ALLOWANCE
    label = f"{TITLES[code]} {plan.name}".strip()
    return Line(code, label, quantity, unit, plan.amount_fen * 100, 10_000, amount, formula)
