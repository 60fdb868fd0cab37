"""Earnings paid by time, line by line."""

from datetime import date

import pytest

from app.domain.payroll_draft import LineCode
from app.domain.payroll_input import PayTerms, WorkshopTerms
from app.domain.rulepack import payroll_rules
from app.domain.vocabulary import Basis, Relation
from app.domain.wages import PayCase, time_earnings
from app.domain.worktime import WorkTime
from tests.reference.rows import packs

RULES = payroll_rules(packs(), date(2026, 10, 31))
SHOP = WorkshopTerms(187_000, 1_900)
FULL, PART = Relation.FULL_TIME, Relation.PART_TIME


def lines(relation, basis, rate_fen, shop=SHOP, **time):
    """(code, fen, formula) of a month."""
    case = PayCase(PayTerms(date(2020, 1, 1), relation, basis, rate_fen), WorkTime(**time), shop, RULES)
    return [(line.code.value, line.amount_fen, line.formula) for line in time_earnings(case)]


def test_overtime_is_rounded_once():
    assert lines(FULL, Basis.MONTHLY, 260_000, overtime=810)[1:] == [
        ("overtime", 30_259, "2600.00÷174×13.5×150%=302.59")
    ]


def test_a_whole_month_pays_the_salary_less_unpaid_days():
    assert lines(FULL, Basis.MONTHLY, 260_000, unpaid=810) == [
        ("base", 260_000, "2600.00"),
        ("absence", -20_172, "-2600.00÷21.75×1.6875=-201.72"),
    ]


def test_absence_takes_no_more_than_the_salary():
    (_, (code, fen, formula)) = lines(FULL, Basis.MONTHLY, 260_000, unpaid=23 * 480)
    assert (code, fen) == ("absence", -260_000)
    assert formula.endswith("以2600.00为限")


def test_a_partial_month_pays_worked_and_statutory_days():
    assert lines(FULL, Basis.MONTHLY, 260_000, whole_month=False, worked=10 * 480, statutory_days=3, unpaid=480) == [
        ("base", 155_402, "2600.00÷21.75×13=1554.02")
    ]


def test_a_partial_month_pays_no_more_than_the_salary():
    assert lines(FULL, Basis.MONTHLY, 260_000, whole_month=False, worked=22 * 480)[0][1] == 260_000


def test_the_rest_of_a_month_paid_in_parts_pays_no_more_than_is_left_of_the_salary():
    terms = PayTerms(date(2020, 1, 1), FULL, Basis.MONTHLY, 260_000)
    case = PayCase(terms, WorkTime(whole_month=False, worked=10 * 480), SHOP, RULES, left_fen=100_000)
    (line,) = time_earnings(case)
    assert (line.amount_fen, line.formula) == (100_000, "2600.00÷21.75×10=1195.40,以1000.00为限")


@pytest.mark.parametrize(
    ("basis", "rate", "base", "holiday", "leave", "overtime"),
    [(Basis.DAILY, 11_000, 198_000, 33_000, 11_000, 4_125), (Basis.HOURLY, 1_800, 259_200, 43_200, 14_400, 5_400)],
)
def test_day_and_hour_rates_pay_hours_leave_and_statutory_days(basis, rate, base, holiday, leave, overtime):
    paid = lines(FULL, basis, rate, normal=144 * 60, statutory_days=3, paid_days=1, overtime=120)
    assert [row[:2] for row in paid] == [
        ("base", base), ("paid_leave", leave), ("holiday", holiday), ("overtime", overtime),
    ]  # fmt: skip


def test_each_kind_of_overtime_has_its_line_and_factor():
    paid = lines(FULL, Basis.HOURLY, 2_000, overtime=60, rest_day=60, statutory=60)
    assert [row[1] for row in paid] == [3_000, 4_000, 6_000]


def test_piece_workers_leave_is_paid_by_the_minimum():
    assert lines(FULL, Basis.PIECE, 0, statutory_days=3, paid_days=1, overtime=600) == [
        ("paid_leave", 8_598, "1870.00÷21.75×1=85.98"),
        ("holiday", 25_793, "1870.00÷21.75×3=257.93"),
    ]


@pytest.mark.parametrize("basis", [Basis.DAILY, Basis.HOURLY, Basis.PIECE])
def test_statutory_days_are_not_paid_where_the_workshop_does_not(basis):
    shop = WorkshopTerms(187_000, 1_900, pays_holidays=False)
    assert lines(FULL, basis, 2_000, shop, statutory_days=3) == []


def test_sick_days_pay_a_share_of_the_minimum():
    assert lines(FULL, Basis.PIECE, 0, sick_days=1, unpaid=480) == [("sick_pay", 6_878, "1870.00÷21.75×80%×1=68.78")]
    assert lines(PART, Basis.HOURLY, 1_900, sick_days=1, unpaid=480) == []


def test_part_time_hours_have_no_factor_and_leave_four_hours():
    paid = lines(
        PART, Basis.HOURLY, 2_050, normal=55 * 60 + 30, overtime=120, rest_day=240, paid_days=1, statutory_days=3
    )
    assert [row[:2] for row in paid] == [
        ("base", 113_775), ("base", 4_100), ("base", 8_200), (LineCode.PAID_LEAVE, 8_200),
    ]  # fmt: skip


@pytest.mark.parametrize("relation", [Relation.SERVICES, Relation.HOME])
@pytest.mark.parametrize("basis", Basis)
def test_services_and_home_work_are_paid_no_time(relation, basis):
    assert lines(relation, basis, 9_900, normal=9_000, overtime=600, statutory_days=3, paid_days=1, sick_days=1) == []


def test_twenty_minutes_are_no_ending_decimal_and_still_exact():
    assert lines(FULL, Basis.HOURLY, 2_000, normal=20) == [("base", 667, "20.00×1/3=6.67")]
