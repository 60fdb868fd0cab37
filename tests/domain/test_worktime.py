"""Attendance marks reckoned into hours and days."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.attendance import parse_mark
from app.domain.calendar import month_calendar
from app.domain.payroll_input import Mark
from app.domain.worktime import Employment, employment_in, reckon
from tests.reference.rows import packs

OCTOBER = month_calendar("2026-10", packs())
WHOLE = Employment(date(2026, 10, 1), date(2026, 10, 31), True)
STATUTORY, REST, WORKED_SATURDAY, WORKING = 1, 11, 10, 14


def month(marks, employed=WHOLE):
    """Work time of marks given by day of October."""
    return reckon([mark(text, day) for day, text in marks.items()], OCTOBER, employed)


def mark(text, *days):
    return Mark(1, tuple(date(2026, 10, day) for day in days), *parse_mark(text))


@pytest.mark.parametrize(
    ("day", "mark", "normal", "overtime", "rest", "statutory", "unpaid"),
    [
        (WORKING, "√", 480, 0, 0, 0, 0),
        (WORKING, "半", 240, 0, 0, 0, 240),
        (WORKING, "6.5", 390, 0, 0, 0, 90),
        (WORKING, "4+1", 240, 60, 0, 0, 240),
        (WORKING, "加3", 0, 180, 0, 0, 0),
        (WORKING, "调", 0, 0, 0, 0, 0),
        (WORKING, "假", 0, 0, 0, 0, 480),
        (WORKED_SATURDAY, "8+2", 480, 120, 0, 0, 0),
        (REST, "√", 480, 0, 0, 0, 0),
        (REST, "4+2", 240, 0, 120, 0, 0),
        (REST, "加8", 0, 0, 480, 0, 0),
        (REST, "半", 240, 0, 0, 0, 0),
        (REST, "病", 0, 0, 0, 0, 0),
        (STATUTORY, "√", 0, 0, 0, 480, 0),
        (STATUTORY, "4+2", 0, 0, 0, 360, 0),
        (STATUTORY, "加8", 0, 0, 0, 480, 0),
        (STATUTORY, "旷", 0, 0, 0, 0, 0),
    ],
)
def test_a_mark_counts_by_the_kind_of_its_day(day, mark, normal, overtime, rest, statutory, unpaid):
    time = month({day: mark})
    assert (time.normal, time.overtime, time.rest_day, time.statutory) == (normal, overtime, rest, statutory)
    assert time.unpaid == unpaid


def test_days_that_bear_one_mark_may_come_together():
    apart = {10: "8+1", 11: "8+1", 2: "8+1", 14: "半", 15: "半", 18: "半", 30: "病"}
    together = [mark("8+1", 11, 2, 10), mark("病", 30), mark("半", 18, 14, 15)]
    employed = Employment(date(2026, 10, 2), date(2026, 10, 29), False)
    one, other = month(apart, employed), reckon(together, OCTOBER, employed)
    assert replace(one, marks=()) == replace(other, marks=())


def test_paid_days_count_as_worked_on_working_days_only():
    time = month({WORKING: "带薪", WORKING + 1: "伤", REST: "带薪", WORKING + 2: "√"})
    assert (time.paid_days, time.worked, time.paid_span) == (2, 3 * 480, 6 * 480)


def test_hours_on_a_rest_day_are_not_worked_days():
    assert month({REST: "√"}).worked == 0


def test_working_days_left_empty_are_missing_and_nothing_else():
    time = month({day: "√" for day in range(1, 31) if day not in (9, 10, 11, 12)})
    assert [day.day for day in time.missing] == [9, 10, 12]
    assert time.unpaid == 0


def test_days_outside_the_employment_count_for_nothing():
    time = month(
        {8: "√", 9: "√", 20: "√", 21: "加2", 22: "休"}, Employment(date(2026, 10, 9), date(2026, 10, 20), False)
    )
    assert (time.normal, time.overtime) == (960, 0)
    assert [day.day for day in time.outside] == [8, 21]
    assert time.statutory_days == 0


def test_extra_time_is_told_by_day_and_kind():
    extra = month({14: "8+2", 11: "加4", 2: "√"}).extra_days
    assert [(day.day, str(kind), minutes) for day, kind, minutes in extra] == [
        (2, "法定", 480),
        (11, "休息日", 240),
        (14, "加班", 120),
    ]


@pytest.mark.parametrize(
    ("hired", "left", "span"),
    [
        ("2020-01-01", None, (1, 31, True)),
        ("2026-10-01", "2026-10-31", (1, 31, True)),
        ("2026-10-02", None, (2, 31, False)),
        ("2020-01-01", "2026-10-30", (1, 30, False)),
        ("2026-10-31", "2026-10-31", (31, 31, False)),
        ("2026-11-01", None, None),
        ("2020-01-01", "2026-09-30", None),
    ],
)
def test_the_employed_part_of_the_month_includes_the_leaving_date(hired, left, span):
    found = employment_in(OCTOBER, date.fromisoformat(hired), date.fromisoformat(left) if left else None)
    assert (found and (found.first.day, found.last.day, found.whole_month)) == span
