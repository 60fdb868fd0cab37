"""Income tax withheld: the examples of the rules, and what must always hold."""

from datetime import date
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.payroll_input import NO_YEAR, YearToDate
from app.domain.rulepack import payroll_rules
from app.domain.tax import services_tax, wage_tax, year_so_far
from app.domain.vocabulary import TaxMethod
from tests.reference.rows import packs

RULES = payroll_rules(packs(), date(2026, 10, 31))
MONTHLY, AT_ONCE = TaxMethod.MONTHLY, TaxMethod.SIXTY_AT_ONCE
FEN = st.integers(0, 200_000_000)


def a_year(incomes, social=0, additional=0, method=MONTHLY):
    """Tax withheld in each month of a year, in yuan."""
    so_far, taxes = NO_YEAR, []
    for income in incomes:
        month = YearToDate(1, income * 100, social * 100, additional * 100)
        tax, _ = wage_tax(so_far, month, method, RULES.wage_tax)
        so_far = year_so_far(so_far, YearToDate(1, income * 100, social * 100, additional * 100, tax))
        taxes.append(tax / 100)
    return taxes


def test_the_year_of_the_rules():
    assert a_year([30_000] * 12, 4_500, 2_000) == [555, 625, *[1_850] * 5, 2_250, *[3_700] * 4]


def test_sixty_thousand_at_once_takes_nothing_until_it_is_used_up():
    assert a_year([10_000] * 8, method=AT_ONCE) == [0] * 6 + [300, 300]


def test_an_excess_is_not_paid_back_within_the_year():
    assert a_year([60_000, 0, 0]) == [2_980, 0, 0]


def test_the_formula_has_every_number():
    so_far = YearToDate(9, 11_750_400, 0, 0, 473_040)
    assert wage_tax(so_far, YearToDate(1, 1_663_103), MONTHLY, RULES.wage_tax) == (
        116_310, "(134135.03-5000.00×10-0.00-0.00)×10%-2520.00-4730.40=1163.10",
    )  # fmt: skip


def test_where_nothing_is_withheld_there_is_no_formula():
    paid_too_much = YearToDate(1, 9_000_000, 0, 0, 900_000)
    assert wage_tax(paid_too_much, YearToDate(1, 100), MONTHLY, RULES.wage_tax) == (0, "")
    assert wage_tax(NO_YEAR, YearToDate(1, 500_000), MONTHLY, RULES.wage_tax) == (0, "")
    assert services_tax(80_000, RULES.services_tax) == (0, "")


@pytest.mark.parametrize(
    ("taxable", "tax"),
    [(36_000, 1_080), (144_000, 11_880), (300_000, 43_080), (420_000, 73_080), (660_000, 145_080), (960_000, 250_080),
     (1_000_000, 268_080)],
)  # fmt: skip
def test_the_ends_of_the_bands(taxable, tax):
    month = YearToDate(1, (taxable + 5_000) * 100)
    assert wage_tax(NO_YEAR, month, MONTHLY, RULES.wage_tax)[0] == tax * 100


@given(st.lists(FEN, min_size=1, max_size=12), st.integers(0, 500_000), st.integers(0, 500_000))
def test_months_never_withhold_less_than_the_year_s_tax_so_far(incomes, social, additional):
    so_far = NO_YEAR
    for total in accumulate(incomes):
        income = total - so_far.income_fen
        month = YearToDate(1, income, social, additional)
        tax, _ = wage_tax(so_far, month, MONTHLY, RULES.wage_tax)
        assert tax >= 0
        so_far = year_so_far(so_far, YearToDate(1, income, social, additional, tax))
    whole = YearToDate(so_far.months, so_far.income_fen, so_far.social_fen, so_far.additional_fen)
    due, _ = wage_tax(NO_YEAR, whole, MONTHLY, RULES.wage_tax)
    assert so_far.withheld_fen >= due - 1


@given(FEN, FEN, st.sampled_from(TaxMethod), st.integers(0, 11), FEN, st.integers(0, 5_000_000))
def test_wage_tax_grows_with_income_and_never_past_it(low, high, method, months, earned, withheld):
    low, high = sorted((low, high))
    so_far = YearToDate(months, earned, 0, 0, withheld)
    less, more = (wage_tax(so_far, YearToDate(1, fen), method, RULES.wage_tax)[0] for fen in (low, high))
    assert 0 <= less <= more <= less + (high - low)


@pytest.mark.parametrize(
    ("gross", "tax"),
    [("800", "0"), ("800.02", "0.00"), ("3000", "440"), ("4000", "640"), ("4000.01", "640"), ("25000", "4000"),
     ("30000", "5200"), ("62500", "13000"), ("100000", "25000")],
)  # fmt: skip
def test_services_by_the_month_s_sum(gross, tax):
    assert services_tax(round(float(gross) * 100), RULES.services_tax)[0] == round(float(tax) * 100)


@given(FEN, FEN)
def test_services_tax_grows_with_income(low, high):
    low, high = sorted((low, high))
    less, more = (services_tax(fen, RULES.services_tax)[0] for fen in (low, high))
    assert 0 <= less <= more
    assert more <= high
