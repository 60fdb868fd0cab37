"""Hours against the law, for the check list: overtime (Labour Law 41), the week and its day of rest (36, 38; State
Council's hours of 1995), part-time hours (Labour Contract Law 68). All warn, naming worker and date; none blocks.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.calendar import MonthCalendar
from app.domain.checklist import Case, finding, listed
from app.domain.money import exact_text
from app.domain.payroll_draft import Finding
from app.domain.rulepack import WorkingTime
from app.domain.vocabulary import DayKind, Relation, TimeKind
from app.domain.worktime import DAY_MINUTES


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks a month touches, Monday to Sunday, from the Monday before its first day to its last day.

    ``mondays`` by day; ``statutory`` the days whose hours are no normal ones; ``limits`` the normal minutes a week may
    have, by its Monday: 40 hours, or what the yearly notice makes of it where it moves a working day into the week.
    """

    mondays: Mapping[date, date]
    statutory: AbstractSet[date]
    limits: Mapping[date, int]


class _Week(NamedTuple):
    """One worker's week: normal minutes, all minutes, and on how many days there were any."""

    normal: int
    total: int
    days: int


def weeks_of(calendar: MonthCalendar, rules: WorkingTime) -> Weeks:
    """The weeks of a month, made once for all its workers."""
    kinds = dict(zip(calendar.lead_days(), calendar.lead, strict=True)) | dict(
        zip(calendar.days(), calendar.kinds, strict=True)
    )
    mondays = {day: day - timedelta(days=day.weekday()) for day in kinds}
    worked: dict[date, int] = defaultdict(int)
    for day, kind in kinds.items():
        worked[mondays[day]] += DAY_MINUTES if kind is DayKind.WORKING else 0
    statutory = frozenset(day for day, kind in kinds.items() if kind is DayKind.STATUTORY)
    return Weeks(mondays, statutory, {monday: max(rules.week_limit, minutes) for monday, minutes in worked.items()})


def hours_warnings(case: Case, rules: WorkingTime, weeks: Weeks) -> Iterator[Finding]:
    """What is doubtful about one worker's hours; nothing for 劳务 and 居家承揽."""
    if case.time.outside:
        days = case.time.outside
        yield finding("mark_outside_employment", case.worker, days[0], days=listed(days))
    if case.terms.relation is Relation.FULL_TIME:
        yield from _overtime(case, rules)
        yield from _full_weeks(case, rules, weeks)
    elif case.terms.relation is Relation.PART_TIME:
        yield from _part_time(case, rules, weeks)


def _hours(minutes: int) -> str:
    return exact_text(minutes, 60)


def _overtime(case: Case, rules: WorkingTime) -> Iterator[Finding]:
    for day, kind, minutes in case.hours.extra_days:
        if kind is TimeKind.OVERTIME and minutes > rules.overtime_day_limit:
            limit = _hours(rules.overtime_day_limit)
            yield finding("overtime_day", case.worker, day, hours=_hours(minutes), limit=limit)
    total = case.hours.overtime + case.hours.rest_day + case.hours.statutory
    if total > rules.overtime_month_limit:
        limit = _hours(rules.overtime_month_limit)
        yield finding("overtime_month", case.worker, hours=_hours(total), limit=limit)


def _weeks(case: Case, weeks: Weeks) -> list[tuple[date, _Week]]:
    """A worker's weeks by Monday; the last one as far as it lies in the month, the first one whole."""
    found = {monday: [0, 0, 0] for monday in weeks.limits}
    for mark in (*case.earlier, *case.hours.marks):
        normal, minutes = mark.normal_minutes, mark.normal_minutes + mark.extra_minutes
        for day in mark.days if minutes else ():
            if day >= case.worker.hired:
                week = found[weeks.mondays[day]]
                week[0] += 0 if day in weeks.statutory else normal
                week[1] += minutes
                week[2] += 1
    return [(monday, _Week(*sums)) for monday, sums in found.items()]


def _full_weeks(case: Case, rules: WorkingTime, weeks: Weeks) -> Iterator[Finding]:
    """At most 40 normal hours a week, 44 the Labour Law's outer figure, and a day without hours in each."""
    for monday, week in _weeks(case, weeks):
        usual = weeks.limits[monday]
        if week.normal > max(usual, rules.week_outer_limit):
            limit = _hours(rules.week_outer_limit)
            yield finding("week_hours_outer", case.worker, monday, hours=_hours(week.normal), limit=limit)
        elif week.normal > usual:
            yield finding("week_hours", case.worker, monday, hours=_hours(week.normal), limit=_hours(usual))
        if week.days == 7:
            yield finding("week_without_rest", case.worker, monday)


def _part_time(case: Case, rules: WorkingTime, weeks: Weeks) -> Iterator[Finding]:
    """The average over the month's days worked, and each week."""
    marks = [(mark.normal_minutes + mark.extra_minutes, len(mark.days)) for mark in case.hours.marks]
    total = sum(minutes * days for minutes, days in marks)
    worked = sum(days for minutes, days in marks if minutes)
    if total > rules.part_time_day * worked:
        limit = _hours(rules.part_time_day)
        yield finding("part_time_day", case.worker, hours=f"{total / worked / 60:.2f}", limit=limit)
    for monday, week in _weeks(case, weeks):
        if week.total > rules.part_time_week_limit:
            limit = _hours(rules.part_time_week_limit)
            yield finding("part_time_week", case.worker, monday, hours=_hours(week.total), limit=limit)
