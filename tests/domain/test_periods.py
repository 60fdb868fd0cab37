"""Which days each kind of run pays, and that a month in parts is the month."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.payroll import compute
from app.domain.payroll_draft import LineCode
from app.domain.payroll_input import Adjustment, Advance, PaidSlip
from app.domain.vocabulary import AdjustmentKind, MarkKind, PayPeriod, Relation, RunKind
from tests.domain.months import number_of, october, problems, warnings, with_mark, with_terms, with_worker
from tests.domain.payroll_year import paid

__all__ = ["october"]  # a fixture
HALF, SETTLE, REGULAR = RunKind.FIRST_HALF, RunKind.SETTLEMENT, RunKind.REGULAR
NO = "27"  # part-time by the hour


def day(number):
    return date(2026, 10, number)


@pytest.fixture(scope="module")
def by_half(october):
    return with_terms(october, NO, period=PayPeriod.HALF_MONTH)


def slips(source, kind, *only):
    chosen = frozenset(number_of(source, no) for no in only) or None
    return {slip.no: slip for slip in compute(replace(source, kind=kind, only=chosen)).slips}


def after(source, no, *standing):
    """The month with slips of one worker that stand."""
    return with_worker(source, no, standing=tuple(paid(kind, slip) for kind, slip in standing))


def both_halves(source):
    first = slips(source, HALF)[NO]
    return first, slips(after(source, NO, (HALF, first)), REGULAR)[NO]


# ---------------------------------------------------------------- half months


def test_the_first_half_pays_the_part_time_workers_settled_by_half_months(october, by_half):
    assert slips(october, HALF) == {}
    (slip,) = slips(by_half, HALF).values()
    assert (slip.no, slip.period_from, slip.period_to) == (NO, day(1), day(15))


def test_nobody_else_is_settled_by_half_months(october):
    assert slips(with_terms(october, "08", period=PayPeriod.HALF_MONTH), HALF) == {}


def test_the_rest_of_the_month_is_the_regular_run_s(by_half):
    whole = slips(by_half, REGULAR)[NO]
    first, second = both_halves(by_half)
    assert (second.period_from, second.period_to) == (day(16), day(31))
    assert first.normal_minutes + second.normal_minutes == whole.normal_minutes
    assert first.gross_fen + second.gross_fen == whole.gross_fen
    assert first.net_fen + second.net_fen == whole.net_fen


def test_the_month_counts_once_in_the_tax_year(by_half):
    rich = with_terms(by_half, NO, rate_fen=50_000, period=PayPeriod.HALF_MONTH, additional_fen=10_000)
    whole = slips(rich, REGULAR)[NO]
    first, second = both_halves(rich)
    assert whole.tax_fen == first.tax_fen + second.tax_fen > 0
    assert (first.tax_basis.additional_fen, second.tax_basis.additional_fen) == (10_000, 0)


def test_a_first_half_not_paid_is_paid_with_the_month_and_said(by_half):
    assert slips(by_half, REGULAR)[NO].period_from is None
    assert warnings(by_half, "half_month_unpaid") == [("half_month_unpaid", NO, None)]
    first = slips(by_half, HALF)[NO]
    assert warnings(after(by_half, NO, (HALF, first)), "half_month_unpaid") == []


def test_what_belongs_to_the_month_goes_with_its_last_day(by_half):
    number = number_of(by_half, NO)
    rows = tuple(Adjustment(number, kind, "x", 1_000) for kind in AdjustmentKind)
    source = replace(by_half, adjustments=rows, advances=(Advance(number, day(15), 500), Advance(number, day(16), 700)))
    first, second = both_halves(source)
    assert {line.code for line in first.lines} == {LineCode.BASE}
    assert (first.other_fen, first.damage_fen, first.advance_fen) == (0, 0, 500)
    assert (second.other_fen, second.damage_fen, second.advance_fen) == (1_000, 1_000, 700)
    assert {LineCode.ALLOWANCE, LineCode.SPECIAL_ALLOWANCE} <= {line.code for line in second.lines}


def test_a_balance_is_taken_once(by_half):
    source = with_worker(by_half, NO, advance_brought_fen=2_000, damage_brought_fen=1_000)
    first, second = both_halves(source)
    assert (first.advance_fen, second.advance_fen, second.carried_advance_fen) == (2_000, 0, 0)
    assert (first.damage_fen, second.damage_fen, second.carried_damage_fen) == (1_000, 0, 0)


def test_a_fixed_social_share_is_taken_once_a_month(by_half):
    source = with_terms(by_half, NO, period=PayPeriod.HALF_MONTH, social_fen=9_000)
    assert [slip.social_fen for slip in both_halves(source)] == [9_000, 0]


def test_an_empty_day_of_the_other_half_blocks_nothing(by_half):
    first = slips(by_half, HALF)[NO]
    late = with_mark(by_half, NO, 29, None)
    assert compute(replace(late, kind=HALF)).problems == ()
    early = with_mark(after(by_half, NO, (HALF, first)), NO, 9, None)
    assert problems(early) == []
    assert problems(after(late, NO, (HALF, first))) == [("day_not_filled", NO, 29)]


@pytest.mark.parametrize(("hired", "left", "has"), [(15, None, True), (16, None, False), (1, 15, False), (1, 16, True)])
def test_who_leaves_by_the_fifteenth_is_settled_at_the_end(by_half, hired, left, has):
    source = with_worker(by_half, NO, hired=day(hired), left=left and day(left))
    assert (NO in slips(source, HALF)) == has


@pytest.mark.parametrize(("hired", "left", "warned"), [(15, None, 1), (16, None, 0), (1, 15, 0), (1, 16, 1)])
def test_who_was_not_there_for_both_halves_has_no_first_half_to_miss(by_half, hired, left, warned):
    source = with_worker(by_half, NO, hired=day(hired), left=left and day(left))
    assert len(warnings(source, "half_month_unpaid")) == warned


# ---------------------------------------------------------------- settlements


def test_a_settlement_pays_who_left_up_to_the_last_day(october):
    slip = slips(october, SETTLE, "09")["09"]
    assert (slip.period_from, slip.period_to) == (day(1), day(21))
    assert slip.gross_fen == slips(october, REGULAR)["09"].gross_fen
    assert list(slips(october, SETTLE)) == ["09"]


def test_who_has_not_left_is_not_settled(october):
    source = replace(october, kind=SETTLE, only=frozenset({number_of(october, "08")}))
    assert compute(source).slips == ()
    assert problems(source) == [("settlement_not_left", "08", None)]


def test_who_is_settled_is_not_paid_by_the_month_s_run(october):
    settled = after(october, "09", (SETTLE, slips(october, SETTLE, "09")["09"]))
    assert "09" not in slips(settled, REGULAR)
    assert problems(settled) == []


def test_who_stays_on_after_a_settlement_gets_the_days_after_it(october):
    slip = slips(october, SETTLE, "09")["09"]
    stays = with_worker(after(october, "09", (SETTLE, slip)), "09", left=None)
    rest = slips(stays, REGULAR)["09"]
    assert (rest.period_from, rest.period_to) == (day(22), day(31))
    assert LineCode.ALLOWANCE not in {line.code for line in rest.lines}


def test_at_a_job_s_end_all_instalments_are_due(october):
    number = number_of(october, "09")
    advance = Advance(number, day(3), 30_000, 1_000)
    source = replace(with_worker(october, "09", advance_later_fen=5_000), advances=(advance,))
    assert slips(source, SETTLE, "09")["09"].advance_fen == 35_000
    stays = with_worker(source, "09", left=None)
    assert slips(stays, REGULAR)["09"].advance_fen == 1_000


def test_services_of_a_month_in_two_slips_are_taxed_by_their_sum(october):
    standing = PaidSlip(SETTLE, Relation.SERVICES, day(1), day(10), gross_fen=200_000, tax_fen=24_000)
    number = number_of(october, "03")
    pay = Adjustment(number, AdjustmentKind.ALLOWANCE, "x", 100_000)
    source = with_worker(replace(october, adjustments=(pay,), pieces=(), teams=()), "03", standing=(standing,))
    slip = slips(replace(source, adjustments=()), REGULAR)["03"]
    assert slip.tax_fen == 0
    plain = slips(replace(source, workers=tuple(replace(w, standing=()) for w in source.workers)), REGULAR)["03"]
    assert (plain.gross_fen, plain.tax_fen) == (100_000, 4_000)


# ---------------------------------------------------------------- several halves, one correction


def test_a_month_paid_in_parts_is_corrected_in_the_same_parts(by_half):
    first, second = both_halves(by_half)
    standing, only = after(by_half, NO, (HALF, first), (REGULAR, second)), frozenset({number_of(by_half, NO)})
    assert slips(standing, RunKind.CORRECTION, NO) == {}
    kinds = [row.kind for row in compute(replace(standing, kind=RunKind.CORRECTION, only=only)).warnings]
    assert kinds.count("part_time_day") == 2  # of the half and of the month: figures differ
    assert kinds.count("account_missing") <= 1
    more = with_mark(standing, NO, 20, MarkKind.WORK, 480)
    slip = slips(more, RunKind.CORRECTION, NO)[NO]
    assert (slip.gross_fen - slip.net_fen, slip.gross_fen * 60) == (0, 1_900 * slip.normal_minutes)
    assert slip.normal_minutes > 0
