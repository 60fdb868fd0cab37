"""Each article's guard on both sides of its bound, on whole slips and the check list."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.payroll import compute
from app.domain.payroll_draft import LineCode
from app.domain.payroll_input import Adjustment, YearToDate
from app.domain.vocabulary import AdjustmentKind, MarkKind, Relation
from tests.domain.months import number_of, october, warnings, with_mark, with_terms, with_worker
from tests.domain.test_terms import worked

__all__ = ["october"]  # a fixture
MINIMUM = 187_000


def slip_of(source, no):
    return next(slip for slip in compute(source).slips if slip.no == no)


def bare(october, no):
    """A month with a √ on each working day of a worker, and nothing but time paid."""
    return worked(replace(october, pieces=(), teams=(), adjustments=()), no)


def damaged(source, no, fen):
    row = Adjustment(number_of(source, no), AdjustmentKind.DAMAGE, "x", fen)
    return slip_of(replace(source, adjustments=(row,)), no)


@pytest.mark.parametrize(("rate", "top_up"), [(MINIMUM, 0), (MINIMUM - 1, 1), (MINIMUM + 1, 0)])
def test_the_minimum_wage(october, rate, top_up):
    """Labour Law 48: a whole month at the minimum gets nothing more, a fen below it gets the fen."""
    source = with_terms(bare(october, "08"), "08", rate_fen=rate)
    slip = slip_of(source, "08")
    assert sum(line.amount_fen for line in slip.lines if line.code is LineCode.MINIMUM_TOP_UP) == top_up
    assert slip.gross_fen == max(rate, MINIMUM)


@pytest.mark.parametrize(
    ("rate", "asked", "taken"),
    [
        (260_000, 52_000, 52_000),
        (260_000, 52_001, 52_000),  # 20 % of 2,600
        (233_750, 46_750, 46_750),  # where both bounds meet: 1,870 ÷ 80 %
        (233_749, 46_750, 46_749),  # a fen less: the minimum stays
        (MINIMUM + 1, 2, 1),
        (MINIMUM, 1, 0),
    ],
)
def test_damage_takes_a_fifth_and_leaves_the_minimum(october, rate, asked, taken):
    """1994 wage payment rule 16."""
    slip = damaged(with_terms(bare(october, "08"), "08", rate_fen=rate), "08", asked)
    assert (slip.damage_fen, slip.carried_damage_fen) == (taken, asked - taken)
    assert slip.gross_fen - slip.damage_fen >= MINIMUM


@pytest.mark.parametrize(("asked", "taken"), [(54_720, 54_720), (54_721, 54_720)])
def test_damage_takes_a_fifth_of_part_time_pay(october, asked, taken):
    """18 days of 8 hours at 19.00: 2,736.00."""
    assert damaged(bare(october, "27"), "27", asked).damage_fen == taken


@pytest.mark.parametrize(("minutes", "warned"), [(180, 0), (181, 1)])
def test_three_hours_of_overtime_a_day(october, minutes, warned):
    """Labour Law 41."""
    source = with_mark(bare(october, "08"), "08", 14, MarkKind.WORK, 480, minutes)
    assert len(warnings(source, "overtime_day")) - len(warnings(bare(october, "08"), "overtime_day")) == warned


@pytest.mark.parametrize(("last", "warned"), [(180, False), (181, True)])
def test_thirty_six_hours_of_overtime_a_month(october, last, warned):
    """Labour Law 41: twelve days of three hours."""
    source = bare(october, "08")
    for day in (8, 9, 12, 13, 14, 15, 16, 19, 20, 21, 22):
        source = with_mark(source, "08", day, MarkKind.WORK, 480, 180)
    source = with_mark(source, "08", 23, MarkKind.WORK, 480, last)
    assert (("overtime_month", "08", None) in warnings(source, "overtime_month")) == warned


@pytest.mark.parametrize(
    ("minutes", "day", "week"),
    [(240, False, False), (241, True, False), (288, True, False), (289, True, True)],
)
def test_four_hours_a_day_and_twenty_four_a_week_of_part_time(october, minutes, day, week):
    """Labour Contract Law 68: five days a week of so many minutes."""
    source = bare(october, "27")
    for number in (8, 9, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26, 27, 28, 29, 30):
        source = with_mark(source, "27", number, MarkKind.WORK, minutes)
    source = with_mark(source, "27", 10, MarkKind.OFF)
    assert (("part_time_day", "27", None) in warnings(source, "part_time_day")) == day
    assert (("part_time_week", "27", 12) in warnings(source, "part_time_week")) == week


@pytest.mark.parametrize(("rate", "blocked"), [(1_900, False), (1_899, True)])
def test_the_hourly_minimum(october, rate, blocked):
    """最低工资规定 5."""
    found = [row.kind for row in compute(with_terms(october, "27", rate_fen=rate)).problems]
    assert ("hourly_below_minimum" in found) == blocked


@pytest.mark.parametrize(
    ("income", "tax"),
    [
        (3_600_000, 108_000), (3_600_001, 108_000), (3_600_010, 108_001),
        (14_400_000, 1_188_000), (14_400_010, 1_188_002),
        (30_000_000, 4_308_000), (30_000_010, 4_308_003),
        (42_000_000, 7_308_000), (42_000_010, 7_308_003),
        (66_000_000, 14_508_000), (66_000_010, 14_508_004),
        (96_000_000, 25_008_000), (96_000_010, 25_008_005),
    ],
)  # fmt: skip
def test_the_ends_of_the_tax_bands(october, income, tax):
    """Individual Income Tax Law, first table: so much taxable in the year, this month's 5,000 taken off."""
    source = with_terms(bare(october, "08"), "08", rate_fen=income + 500_000, additional_fen=0)
    source = with_worker(source, "08", opening=YearToDate())
    assert slip_of(source, "08").tax_fen == tax


@pytest.mark.parametrize(
    ("income", "tax"),
    [(80_000, 0), (80_003, 1), (400_000, 64_000), (400_010, 64_002), (2_500_000, 400_000), (2_500_010, 400_002),
     (6_250_000, 1_300_000), (6_250_010, 1_300_003)],
)  # fmt: skip
def test_the_ends_of_the_bands_of_services(october, income, tax):
    """4,000.10 less a fifth is 3,200.08; 62,500 less a fifth 50,000."""
    pay = Adjustment(number_of(october, "03"), AdjustmentKind.ALLOWANCE, "x", income)
    source = replace(october, adjustments=(pay,), pieces=(), teams=())
    slip = slip_of(source, "03")
    assert (slip.relation, slip.tax_fen) == (Relation.SERVICES, tax)


@pytest.mark.parametrize(("day", "count"), [(date(2026, 10, 31), 1), (date(2026, 10, 30), 0)])
def test_a_whole_month_ends_with_its_last_day(october, day, count):
    """RULES 4: a partial month pays days, a whole one the salary."""
    slip = slip_of(with_worker(bare(october, "08"), "08", left=day), "08")
    assert sum(line.formula == "2600.00" for line in slip.lines) == count
