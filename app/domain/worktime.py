"""A worker's month of attendance marks reckoned into hours and days (RULES 4, article 44 of the Labour Law)."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from app.domain.calendar import MonthCalendar, days_by_kind
from app.domain.payroll_input import Mark
from app.domain.vocabulary import DayKind, MarkKind, TimeKind

DAY_MINUTES = 480
_UNPAID = (MarkKind.UNPAID, MarkKind.ABSENT, MarkKind.SICK)  # tuples: members are compared by identity, unhashed
_PAID = (MarkKind.PAID, MarkKind.INJURY)
_HOURS = (MarkKind.WORK, MarkKind.HALF)
_SICK, _WORKING, _STATUTORY = MarkKind.SICK, DayKind.WORKING, DayKind.STATUTORY
_EXTRA_KIND = {
    DayKind.WORKING: TimeKind.OVERTIME,
    DayKind.REST: TimeKind.REST_DAY,
    DayKind.STATUTORY: TimeKind.STATUTORY,
}


@dataclass(frozen=True, slots=True)
class Employment:
    """The part of a month somebody is employed in; both days included (the leaving date is a day of work)."""

    first: date
    last: date
    whole_month: bool


@dataclass(frozen=True, slots=True)
class WorkTime:
    """Hours (minutes) by time kind and days of a month; ``unpaid`` and ``worked`` are minutes of 8-hour days.

    ``worked`` is normal time on working days and paid days; ``extra_days`` the minutes beyond normal time by day and
    kind; ``missing`` the working days not filled in; ``outside`` the days with hours before or after the employment,
    which count for nothing; ``marks`` those that counted.
    """

    normal: int = 0
    overtime: int = 0
    rest_day: int = 0
    statutory: int = 0
    worked: int = 0
    unpaid: int = 0
    paid_days: int = 0
    sick_days: int = 0
    statutory_days: int = 0
    whole_month: bool = True
    missing: tuple[date, ...] = ()
    outside: tuple[date, ...] = ()
    extra_days: tuple[tuple[date, TimeKind, int], ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def paid_span(self) -> int:
        """Worked and statutory days of a partial month, in minutes of 8-hour days."""
        return self.worked + DAY_MINUTES * self.statutory_days


NO_TIME = WorkTime()
"""For 劳务 and 居家承揽, who need no marks."""


def employment_in(calendar: MonthCalendar, hired: date, left: date | None) -> Employment | None:
    """The employed part of the month, or None for who is not employed on any day of it."""
    first = max(hired, calendar.first)
    last = calendar.last if left is None else min(left, calendar.last)
    if first > last:
        return None
    return Employment(first, last, first == calendar.first and last == calendar.last)


def _unpaid(mark: Mark) -> int:
    """The unpaid part of a working day: 假, 旷, 病 whole, 半 half, a number below 8 what is missing to it."""
    if mark.kind in _HOURS:
        return DAY_MINUTES - mark.normal_minutes
    return DAY_MINUTES if mark.kind in _UNPAID else 0


_NONE_WORKED = dict.fromkeys(TimeKind, 0)


@dataclass(slots=True)
class _Tally:
    """Sums over the days of one worker."""

    minutes: dict[TimeKind, int] = field(default_factory=_NONE_WORKED.copy)
    extra_days: list[tuple[date, TimeKind, int]] = field(default_factory=list)
    normal_worked: int = 0
    unpaid: int = 0
    paid_days: int = 0
    sick_days: int = 0

    def add(self, mark: Mark, kind: DayKind, days: AbstractSet[date]) -> None:
        """Count a mark of some days of one kind; on statutory days all hours are statutory."""
        normal, extra = mark.normal_minutes, mark.extra_minutes
        if kind is _STATUTORY:
            normal, extra = 0, normal + extra
        if extra:
            self.minutes[_EXTRA_KIND[kind]] += extra * len(days)
            self.extra_days += [(day, _EXTRA_KIND[kind], extra) for day in days]
        self.minutes[TimeKind.NORMAL] += normal * len(days)
        if kind is _WORKING:
            self._add_working(mark, len(days))

    def _add_working(self, mark: Mark, days: int) -> None:
        """Leave marks count on working days only."""
        self.normal_worked += mark.normal_minutes * days
        self.unpaid += _unpaid(mark) * days
        self.paid_days += days if mark.kind in _PAID else 0
        self.sick_days += days if mark.kind is _SICK else 0


def reckon(marks: Iterable[Mark], calendar: MonthCalendar, employed: Employment) -> WorkTime:
    """Hours and days of one full-time or part-time worker from the marks of the month, at most one a day.

    A working day not filled in is neither worked nor unpaid; an empty rest or statutory day is a day off.
    """
    inside, outside = (tuple(marks), ()) if employed.whole_month else _within(marks, employed)
    kinds, tally = days_by_kind(calendar), _Tally()
    for mark in inside:
        for kind, alike in kinds.items():
            if days := alike.intersection(mark.days):
                tally.add(mark, kind, days)
    span = slice(employed.first.day - 1, employed.last.day)
    empty = kinds[_WORKING].difference(*(mark.days for mark in inside))
    return WorkTime(
        normal=tally.minutes[TimeKind.NORMAL],
        overtime=tally.minutes[TimeKind.OVERTIME],
        rest_day=tally.minutes[TimeKind.REST_DAY],
        statutory=tally.minutes[TimeKind.STATUTORY],
        worked=tally.normal_worked + DAY_MINUTES * tally.paid_days,
        unpaid=tally.unpaid,
        paid_days=tally.paid_days,
        sick_days=tally.sick_days,
        statutory_days=calendar.kinds[span].count(_STATUTORY),
        whole_month=employed.whole_month,
        missing=tuple(sorted(day for day in empty if employed.first <= day <= employed.last)),
        outside=outside,
        extra_days=tuple(sorted(tally.extra_days)),
        marks=inside,
    )


def _within(marks: Iterable[Mark], employed: Employment) -> tuple[tuple[Mark, ...], tuple[date, ...]]:
    """The marks of the days of employment, and the days outside it with hours."""
    inside, outside = [], []
    for mark in marks:
        days = tuple(day for day in mark.days if employed.first <= day <= employed.last)
        inside.append(mark._replace(days=days))
        if mark.normal_minutes + mark.extra_minutes:
            outside += [day for day in mark.days if day not in days]
    return tuple(inside), tuple(sorted(outside))
