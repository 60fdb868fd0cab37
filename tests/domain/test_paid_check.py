"""Settled, then staying on: the month's run pays what the settlement lacks, and says which paid days changed."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.payroll import compute
from app.domain.payroll_draft import LineCode
from app.domain.payroll_input import Adjustment, Allowance
from app.domain.vocabulary import AdjustmentKind, AllowanceRule, Basis, MarkKind, PayPeriod, RunKind
from tests.domain.months import number_of, october, with_mark, with_terms, with_worker
from tests.domain.payroll_year import paid
from tests.domain.test_terms import worked

__all__ = ["october"]  # a fixture
HALF, SETTLE, REGULAR, CORRECT = RunKind.FIRST_HALF, RunKind.SETTLEMENT, RunKind.REGULAR, RunKind.CORRECTION
HOUSING = Allowance(None, "住房", AllowanceRule.MONTH, 30_000, date(2026, 1, 1))
NO = "08"  # full-time
CHANGED = "paid_days_changed"


@pytest.fixture(scope="module")
def plain(october):
    """One full-time worker by the month, every working day worked, with housing by the month."""
    source = with_terms(worked(october, NO), NO, basis=Basis.MONTHLY, rate_fen=260_000)
    kept = tuple(worker for worker in source.workers if worker.no == NO)
    return replace(source, workers=kept, pieces=(), teams=(), adjustments=(), advances=(), allowances=(HOUSING,))


def run(source, kind, only=None):
    return compute(replace(source, kind=kind, only=only and frozenset({number_of(source, only)})))


def slip_of(source, kind, only=None, no=NO):
    return next(slip for slip in run(source, kind, only).slips if slip.no == no)


def settled(source, last=9):
    """The month with a settlement up to a day that stands, and the worker who has left."""
    left = with_worker(source, NO, left=date(2026, 10, last))
    return with_worker(left, NO, standing=(paid(SETTLE, slip_of(left, SETTLE, NO)),))


def with_addition(source, fen, kind=AdjustmentKind.ALLOWANCE, no=NO):
    row = Adjustment(number_of(source, no), kind, "餐补", fen)
    return replace(source, adjustments=(*source.adjustments, row))


def changed(source, kind=REGULAR, only=None):
    return [row.params["amount"] for row in run(source, kind, only).warnings if row.kind == CHANGED]


def gross(source):
    return sum(slip.gross_fen for slip in source.workers[0].standing)


@pytest.mark.parametrize(("basis", "rate"), [(Basis.MONTHLY, 260_000), (Basis.MONTHLY, 150_000), (Basis.HOURLY, 800)])
@pytest.mark.parametrize("last", [8, 9, 16, 30])
def test_who_stays_on_after_a_settlement_gets_the_month(plain, last, basis, rate):
    source = with_terms(plain, NO, basis=basis, rate_fen=rate)
    stays = with_worker(settled(source, last), NO, left=None)
    assert gross(stays) + slip_of(stays, REGULAR).gross_fen == slip_of(source, REGULAR).gross_fen
    assert changed(stays) == []


def test_an_addition_typed_after_the_settlement_is_paid_with_the_month(plain):
    stays = with_addition(with_worker(settled(plain), NO, left=None), 50_000)
    assert gross(stays) + slip_of(stays, REGULAR).gross_fen == 260_000 + 30_000 + 50_000
    assert changed(stays) == []


def test_unpaid_days_before_and_after_the_settlement_are_taken_off_once(plain):
    source = with_mark(with_mark(plain, NO, 8, MarkKind.UNPAID), NO, 20, MarkKind.ABSENT)
    stays = with_worker(settled(source), NO, left=None)
    assert gross(stays) + slip_of(stays, REGULAR).gross_fen == slip_of(source, REGULAR).gross_fen
    assert changed(stays) == []
    both = with_worker(stays, NO, standing=(*stays.workers[0].standing, paid(REGULAR, slip_of(stays, REGULAR))))
    assert run(both, CORRECT, NO).slips == ()


def test_the_rest_of_a_monthly_allowance_says_what_was_paid(plain):
    rest = slip_of(with_worker(settled(plain), NO, left=None), REGULAR)
    (line,) = [line for line in rest.lines if line.code is LineCode.ALLOWANCE]
    assert (line.amount_fen, line.formula) == (23_103, "300.00,已付68.97,本次231.03")  # 300 × 5 ÷ 21.75 was paid


def test_an_addition_of_a_settlement_is_not_paid_again(plain):
    source = with_addition(replace(plain, allowances=()), 20_000)
    stays = with_addition(with_worker(settled(source), NO, left=None), 5_000)
    lines = [line.amount_fen for line in slip_of(stays, REGULAR).lines if line.code is LineCode.ALLOWANCE]
    assert lines == [5_000]


@pytest.mark.parametrize(("asked", "taken"), [(2_000, 0), (5_000, 3_000)])
def test_a_deduction_of_a_settlement_is_not_taken_again(plain, asked, taken):
    stands = settled(with_addition(plain, 2_000, AdjustmentKind.OTHER))
    stays = with_addition(with_worker(stands, NO, left=None), asked - 2_000, AdjustmentKind.OTHER)
    assert slip_of(stays, REGULAR).other_fen == taken


def test_what_is_noted_after_the_last_settlement_is_said(plain):
    stands = settled(plain)
    assert changed(stands) == []
    late = with_addition(stands, 3_000)
    assert (run(late, REGULAR).slips, changed(late)) == ((), ["30.00"])


def test_a_deduction_noted_after_the_last_settlement_is_said(plain):
    assert changed(with_addition(settled(plain), 3_000, AdjustmentKind.OTHER)) == ["-30.00"]


def test_a_mark_of_paid_days_changed_is_said(plain):
    stays = with_worker(settled(replace(plain, allowances=())), NO, left=None)
    less = with_mark(stays, NO, 9, MarkKind.UNPAID)
    assert changed(less) == ["-119.54"]  # 2,600 ÷ 21.75


def test_an_addition_taken_out_after_it_was_paid_is_said(plain):
    stands = with_worker(settled(with_addition(plain, 20_000)), NO, left=None)
    assert changed(replace(stands, adjustments=())) == ["-200.00"]


def test_what_a_correction_paid_of_it_is_neither_paid_again_nor_said(plain):
    late = with_addition(settled(plain), 3_000)
    slip = slip_of(replace(late, paid_whole=False), CORRECT, NO)
    assert slip.gross_fen == 3_000
    both = with_worker(late, NO, standing=(*late.workers[0].standing, paid(CORRECT, slip)))
    assert changed(both) == []
    stays = with_worker(both, NO, left=None)
    assert gross(stays) + slip_of(stays, REGULAR).gross_fen == slip_of(with_addition(plain, 3_000), REGULAR).gross_fen


def test_hours_noted_for_a_first_half_that_is_paid_are_said(october):
    source = with_terms(worked(october, "27"), "27", period=PayPeriod.HALF_MONTH)
    first = slip_of(source, HALF, no="27")
    stands = with_worker(source, "27", standing=(paid(HALF, first),))
    assert changed(stands) == []
    rate = next(worker for worker in stands.workers if worker.no == "27").terms[0].rate_fen
    late = with_mark(stands, "27", 10, MarkKind.WORK, 480)
    before = with_mark(stands, "27", 10, MarkKind.WORK, 240)
    (more,), (less,) = changed(late) or ["0"], changed(before) or ["0"]
    assert float(more) - float(less) == pytest.approx(rate * 4 / 100)


def test_a_day_s_allowance_agreed_late_for_paid_days_is_said(october):
    source = with_terms(worked(october, "27"), "27", period=PayPeriod.HALF_MONTH)
    source = replace(source, adjustments=(), allowances=())
    stands = with_worker(source, "27", standing=(paid(HALF, slip_of(source, HALF, no="27")),))
    meals = Allowance(None, "餐补", AllowanceRule.DAY_PRESENT, 1_000, date(2026, 10, 1))
    late = replace(stands, allowances=(meals,))
    assert changed(late) == ["70.00"]
    both = with_addition(late, 50_000, no="27")  # of the same name
    lines = [line.amount_fen for line in slip_of(both, REGULAR, no="27").lines if line.code is LineCode.ALLOWANCE]
    assert (lines, changed(both)) == ([50_000, 11_000], ["70.00"])
