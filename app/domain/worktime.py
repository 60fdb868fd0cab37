"""A worker's month of attendance marks reckoned into hours and days (RULES 4, article 44 of the Labour Law)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.calendar import MonthCalendar
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
    which count for nothing; ``marks`` those that counted, by date.
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


def _minutes(mark: Mark, kind: DayKind) -> tuple[int, int]:
    """Normal minutes and minutes beyond them: on a statutory day all hours are statutory."""
    if kind is _STATUTORY:
        return 0, mark.normal_minutes + mark.extra_minutes
    return mark.normal_minutes, mark.extra_minutes


def _unpaid(mark: Mark) -> int:
    """The unpaid part of a working day: 假, 旷, 病 whole, 半 half, a number below 8 what is missing to it."""
    if mark.kind in _HOURS:
        return DAY_MINUTES - mark.normal_minutes
    return DAY_MINUTES if mark.kind in _UNPAID else 0


@dataclass(slots=True)
class _Tally:
    """Sums over the marks of one worker."""

    minutes: dict[TimeKind, int]
    extra_days: list[tuple[date, TimeKind, int]]
    normal: int = 0
    normal_worked: int = 0
    unpaid: int = 0
    paid_days: int = 0
    sick_days: int = 0

    def add(self, mark: Mark, kind: DayKind) -> None:
        """Count one mark of a day of this kind; leave marks count on working days only."""
        normal, extra = _minutes(mark, kind)
        self.normal += normal
        if extra:
            self.minutes[_EXTRA_KIND[kind]] += extra
            self.extra_days.append((mark.day, _EXTRA_KIND[kind], extra))
        if kind is _WORKING:
            self.normal_worked += normal
            if normal != DAY_MINUTES:
                self.unpaid += _unpaid(mark)
                self.paid_days += mark.kind in _PAID
                self.sick_days += mark.kind is _SICK


def reckon(marks: Iterable[Mark], calendar: MonthCalendar, employed: Employment) -> WorkTime:
    """Hours and days of one full-time or part-time worker from the month's marks, at most one a day.

    A working day not filled in is neither worked nor unpaid; an empty rest or statutory day is a day off.
    """
    by_day = {mark.day: mark for mark in marks}
    inside = [by_day[day] for day in sorted(by_day) if employed.first <= day <= employed.last]
    tally = _Tally(dict.fromkeys(TimeKind, 0), [])
    for mark in inside:
        tally.add(mark, calendar.kinds[mark.day.day - 1])
    span = range(employed.first.day - 1, employed.last.day)
    return WorkTime(
        normal=tally.normal,
        overtime=tally.minutes[TimeKind.OVERTIME],
        rest_day=tally.minutes[TimeKind.REST_DAY],
        statutory=tally.minutes[TimeKind.STATUTORY],
        worked=tally.normal_worked + DAY_MINUTES * tally.paid_days,
        unpaid=tally.unpaid,
        paid_days=tally.paid_days,
        sick_days=tally.sick_days,
        statutory_days=sum(calendar.kinds[place] is _STATUTORY for place in span),
        whole_month=employed.whole_month,
        missing=_missing(by_day, calendar, span),
        outside=_outside(by_day, employed),
        extra_days=tuple(tally.extra_days),
        marks=tuple(inside),
    )


def _missing(by_day: dict[date, Mark], calendar: MonthCalendar, span: range) -> tuple[date, ...]:
    """Working days of the employment without a mark."""
    filled = {day.day - 1 for day in by_day}
    places = [place for place in span if calendar.kinds[place] is _WORKING and place not in filled]
    return tuple(calendar.first.replace(day=place + 1) for place in places)


def _outside(by_day: dict[date, Mark], employed: Employment) -> tuple[date, ...]:
    """Days with hours outside the employment."""
    hours = (day for day, mark in by_day.items() if mark.normal_minutes + mark.extra_minutes)
    return tuple(sorted(day for day in hours if not employed.first <= day <= employed.last))
