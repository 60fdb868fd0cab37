"""Recurring allowances: full attendance, days present, a month's; who gets them and when."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.payroll import compute
from app.domain.payroll_draft import LineCode
from app.domain.payroll_input import Allowance
from app.domain.vocabulary import AllowanceRule, MarkKind, PayPeriod, Relation, RunKind
from tests.domain.months import number_of, october, with_mark, with_terms, with_worker
from tests.domain.payroll_year import paid
from tests.domain.test_terms import worked

__all__ = ["october"]  # a fixture
FULL, DAY, MONTH = AllowanceRule.FULL_ATTENDANCE, AllowanceRule.DAY_PRESENT, AllowanceRule.MONTH


def plan(rule, fen=10_000, worker=None, since=date(2026, 1, 1), until=None, special=False):
    return Allowance(worker, "奖", rule, fen, since, until, special)


def lines(source, no, *plans):
    """(code, fen, formula) of the allowances of one worker."""
    slip = next(s for s in compute(replace(source, adjustments=(), allowances=plans)).slips if s.no == no)
    found = [line for line in slip.lines if line.code in (LineCode.ALLOWANCE, LineCode.SPECIAL_ALLOWANCE)]
    return [(line.code.value, line.amount_fen, line.formula) for line in found]


@pytest.fixture(scope="module")
def full(october):
    return worked(october, "08")


def test_full_attendance_is_paid_with_its_reason(full):
    assert lines(full, "08", plan(FULL)) == [("allowance", 10_000, "全勤,100.00")]


@pytest.mark.parametrize(
    ("kind", "normal"),
    [
        (MarkKind.UNPAID, 0),
        (MarkKind.ABSENT, 0),
        (MarkKind.SICK, 0),
        (MarkKind.HALF, 240),
        (MarkKind.WORK, 479),
        (None, 0),
    ],
)
def test_an_unpaid_part_of_a_day_or_an_empty_one_loses_it(full, kind, normal):
    assert lines(with_mark(full, "08", 14, kind, normal), "08", plan(FULL)) == []


@pytest.mark.parametrize(
    ("kind", "normal"), [(MarkKind.PAID, 0), (MarkKind.INJURY, 0), (MarkKind.SWAPPED, 0), (MarkKind.WORK, 480)]
)
def test_paid_leave_and_exchanged_days_do_not(full, kind, normal):
    assert len(lines(with_mark(full, "08", 14, kind, normal), "08", plan(FULL))) == 1


@pytest.mark.parametrize(("hired", "left"), [(date(2026, 10, 2), None), (date(2020, 1, 1), date(2026, 10, 30))])
def test_who_was_not_there_the_whole_month_has_not_attended_it(full, hired, left):
    assert lines(with_worker(full, "08", hired=hired, left=left), "08", plan(FULL)) == []


def test_part_time_days_are_short_by_their_nature(october):
    source = worked(october, "27")
    short = with_mark(source, "27", 14, MarkKind.WORK, 240)
    assert len(lines(short, "27", plan(FULL))) == 1
    assert lines(with_mark(source, "27", 14, MarkKind.SICK), "27", plan(FULL)) == []


def test_days_present_count_any_hours(full):
    source = with_mark(with_mark(full, "08", 14, MarkKind.HALF, 240), "08", 17, MarkKind.EXTRA, 0, 60)
    assert lines(source, "08", plan(DAY, 1_500)) == [("allowance", 28_500, "15.00×19=285.00")]
    assert lines(with_mark(source, "08", 15, MarkKind.PAID), "08", plan(DAY, 1_500))[0][1] == 27_000


def test_a_month_s_allowance_is_whole_or_by_its_days(full):
    assert lines(full, "08", plan(MONTH)) == [("allowance", 10_000, "100.00")]
    partial = with_worker(full, "08", hired=date(2026, 10, 12))
    assert lines(partial, "08", plan(MONTH)) == [("allowance", 6_897, "100.00÷21.75×15=68.97")]


def test_special_ones_are_outside_the_minimum_wage(full):
    assert lines(full, "08", plan(MONTH, special=True))[0][0] == "special_allowance"
    assert [row[0] for row in lines(full, "08", plan(MONTH, special=True), plan(DAY))] == [
        "allowance",
        "special_allowance",
    ]


@pytest.mark.parametrize(("no", "has"), [("08", 1), ("27", 1), ("03", 0), ("01", 0)])
def test_without_a_worker_they_are_for_everybody_on_wages(october, no, has):
    assert len(lines(october, no, plan(MONTH))) == has


def test_one_worker_s_own_are_nobody_else_s(october):
    own = plan(MONTH, worker=number_of(october, "03"))
    assert [len(lines(october, no, own)) for no in ("03", "08")] == [1, 0]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (date(2026, 10, 31), None, []),  # a Saturday: no working day of the month
        (date(2026, 10, 30), None, [(476, "100.00×1÷21=4.76")]),
        (date(2026, 11, 1), None, []),
        (date(2026, 1, 1), date(2026, 9, 30), []),
        (date(2026, 1, 1), date(2026, 10, 30), [(10_000, "100.00")]),
        (date(2026, 1, 1), date(2026, 10, 15), [(4_762, "100.00×10÷21=47.62")]),
    ],
)
def test_one_of_a_month_is_paid_by_the_working_and_statutory_days_it_holds(full, since, until, found):
    assert [row[1:] for row in lines(full, "08", plan(MONTH, since=since, until=until))] == found


def test_a_rise_inside_the_month_pays_each_amount_for_its_days(full):
    rise = plan(MONTH, 10_000, until=date(2026, 10, 15)), plan(MONTH, 12_100, since=date(2026, 10, 16))
    assert [row[1] for row in lines(full, "08", *rise)] == [4_762, 6_338]  # 10 and 11 of 21 days
    rise = plan(DAY, 1_000, until=date(2026, 10, 15)), plan(DAY, 1_500, since=date(2026, 10, 16))
    assert [row[2] for row in lines(full, "08", *rise)] == ["10.00×7=70.00", "15.00×11=165.00"]
    rise = plan(FULL, 10_000, until=date(2026, 10, 15)), plan(FULL, 12_100, since=date(2026, 10, 16))
    assert [row[1:] for row in lines(full, "08", *rise)] == [
        (4_762, "全勤,100.00×10÷21=47.62"),
        (6_338, "全勤,121.00×11÷21=63.38"),
    ]


def test_in_a_partial_month_a_plan_is_paid_by_its_own_worked_days(full):
    partial = with_worker(full, "08", hired=date(2026, 10, 12))
    until = plan(MONTH, until=date(2026, 10, 15))
    assert lines(partial, "08", until) == [("allowance", 1_839, "100.00÷21.75×4=18.39")]
    assert lines(partial, "08", plan(MONTH, until=date(2026, 10, 11))) == []


def test_a_day_s_allowance_goes_with_the_day_and_a_month_s_with_the_last(october):
    source = with_terms(worked(october, "27"), "27", period=PayPeriod.HALF_MONTH)
    source = replace(source, adjustments=(), allowances=(plan(DAY, 1_000), plan(MONTH), plan(FULL, 5_000)))
    (first,) = compute(replace(source, kind=RunKind.FIRST_HALF)).slips
    standing = with_worker(source, "27", standing=(paid(RunKind.FIRST_HALF, first),))
    rest = next(slip for slip in compute(standing).slips if slip.no == "27")
    amounts = [[line.amount_fen for line in slip.lines if line.code is LineCode.ALLOWANCE] for slip in (first, rest)]
    assert [sorted(row) for row in amounts] == [[7_000], [5_000, 10_000, 11_000]]
    assert first.relation is Relation.PART_TIME
