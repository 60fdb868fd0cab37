"""Hours the check list points at: overtime, weeks, the day of rest, part-time."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.calendar import month_calendar
from app.domain.hours_check import weeks_of
from app.domain.payroll_input import Mark
from app.domain.vocabulary import MarkKind
from tests.domain.months import number_of, october, warnings, with_mark, with_worker
from tests.reference.rows import packs

__all__ = ["october"]  # a fixture
WORK, EXTRA = MarkKind.WORK, MarkKind.EXTRA


@pytest.mark.parametrize(("minutes", "expected"), [(180, []), (181, [("overtime_day", "11", 14)])])
def test_more_than_three_hours_of_overtime_a_day(october, minutes, expected):
    assert warnings(with_mark(october, "11", 14, MarkKind.WORK, 480, minutes), "overtime_day") == expected


def test_rest_days_have_no_daily_limit(october):
    assert warnings(with_mark(october, "11", 11, MarkKind.EXTRA, 0, 480), "overtime_day") == []


@pytest.mark.parametrize(("minutes", "expected"), [(24 * 60, []), (24 * 60 + 1, [("overtime_month", "11", None)])])
def test_more_than_36_hours_a_month_of_all_kinds(october, minutes, expected):
    assert warnings(with_mark(october, "11", 25, MarkKind.EXTRA, 0, minutes), "overtime_month") == expected


def test_part_time_hours_by_day_and_week(october):
    assert warnings(october, "part_time_week") == [("part_time_week", "02", 12)]
    assert [no for _, no, _ in warnings(october, "part_time_day")] == ["02", "05", "27"]


@pytest.mark.parametrize(
    ("normal", "extra", "expected"),
    [
        (0, 480, []),
        (240, 0, [("week_hours", "13", 12)]),
        (241, 0, [("week_hours_outer", "13", 12)]),
        (480, 0, [("week_hours_outer", "13", 12)]),
    ],
)
def test_normal_hours_on_a_saturday_make_the_week_too_long(october, normal, extra, expected):
    assert warnings(with_mark(october, "13", 17, WORK, normal, extra), "week_hours", "week_hours_outer") == expected


def test_a_day_off_in_the_same_week_makes_up_for_it(october):
    exchanged = with_mark(with_mark(october, "13", 17, WORK, 480), "13", 16, MarkKind.SWAPPED)
    assert warnings(exchanged, "week_hours", "week_hours_outer") == []


def with_week(source, no, *days):
    for day in days:
        source = with_mark(source, no, day, EXTRA, 0, 120)
    return source


def test_seven_days_with_hours_are_a_week_without_rest(october):
    assert warnings(with_week(october, "11", 17), "week_without_rest") == warnings(october, "week_without_rest")
    assert ("week_without_rest", "11", 12) in warnings(with_week(october, "11", 17, 18), "week_without_rest")


@pytest.mark.parametrize(("hired", "warned"), [(date(2025, 1, 1), True), (date(2026, 9, 29), False)])
def test_a_week_begun_in_the_month_before_counts_whole(october, hired, warned):
    source = with_worker(with_week(october, "11", 1, 2, 3, 4), "11", hired=hired)
    september = tuple(date(2026, 9, day) for day in (28, 29, 30))
    source = replace(source, earlier=(Mark(number_of(source, "11"), september, WORK, 480, 0),))
    assert (("week_without_rest", "11", 28) in warnings(source, "week_without_rest")) == warned


def test_hours_of_statutory_days_are_no_normal_ones(october):
    source = october
    for day in (1, 2, 3):
        source = with_mark(source, "11", day, WORK, 480)
    september = tuple(date(2026, 9, day) for day in (28, 29, 30))
    source = replace(source, earlier=(Mark(number_of(source, "11"), september, WORK, 480, 0),))
    assert warnings(source, "week_hours", "week_hours_outer") == []


def test_a_week_the_notice_makes_longer_may_be_as_long(october):
    limits = weeks_of(month_calendar("2026-09", packs()), october.rules.time).limits
    assert (limits[date(2026, 9, 14)], limits[date(2026, 9, 7)]) == (48 * 60, 40 * 60)
    assert min(limits) == date(2026, 8, 31)
