"""Allowances, deduction plans, advances and a month's amounts as typed in, on both sides of each bound."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.pay_check import Employment
from app.domain.plan_check import (
    AdjustmentForm,
    AdvanceForm,
    AllowanceForm,
    PlanForm,
    check_adjustment,
    check_advance,
    check_allowance,
    check_plan,
    locked_notes,
    taken_notes,
)
from app.domain.vocabulary import AdjustmentKind, AllowanceRule

EMPLOYED = Employment(date(2025, 3, 15), date(2026, 11, 20))
BONUS = AllowanceForm("全勤奖", AllowanceRule.FULL_ATTENDANCE, 20_000, valid_from=date(2026, 11, 1))
PLAN = PlanForm(AdjustmentKind.OTHER, "法院裁决", 90_000, 30_000, "2026-11")
ADVANCE = AdvanceForm(date(2026, 11, 16), 90_000, 30_000)
MEALS = AdjustmentForm("2026-11", AdjustmentKind.ALLOWANCE, "餐补", 5_000)


def blocking(notes) -> list[tuple[str, str]]:
    """Code and field of what refuses."""
    return [(note.kind, note.column) for note in notes if note.blocks]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"name": " "}, [("plan_name_empty", "name")]),
        ({"rule": None}, [("allowance_rule_empty", "rule")]),
        ({"amount_fen": 0}, [("pay_amount_empty", "amount_fen")]),
        ({"amount_fen": None}, [("pay_amount_empty", "amount_fen")]),
        ({"amount_fen": -1}, [("worker_amount_negative", "amount_fen")]),
        ({"amount_fen": 100_000_000}, []),
        ({"amount_fen": 100_000_001}, [("pay_amount_absurd", "amount_fen")]),
        ({"rule": AllowanceRule.DAY_PRESENT, "amount_fen": 50_000}, []),
        ({"rule": AllowanceRule.DAY_PRESENT, "amount_fen": 50_001}, [("pay_amount_absurd", "amount_fen")]),
        ({"valid_from": None}, [("pay_date_empty", "valid_from")]),
        ({"valid_from": date(2025, 3, 14)}, [("pay_before_hired", "valid_from")]),
        ({"valid_from": date(2025, 3, 15)}, []),
        ({"valid_from": date(2026, 11, 20)}, []),
        ({"valid_from": date(2026, 11, 21)}, [("pay_after_left", "valid_from")]),
        ({"valid_to": date(2026, 11, 1)}, []),
        ({"valid_to": date(2026, 10, 31)}, [("allowance_ends_before", "valid_to")]),
    ],
)
def test_an_allowance_of_one_worker(change, found):
    assert blocking(check_allowance(replace(BONUS, **change), EMPLOYED)) == found


def test_an_allowance_for_everybody_has_no_employment_to_lie_in():
    assert [*check_allowance(replace(BONUS, valid_from=date(2020, 1, 1)), None)] == []
    assert blocking(check_allowance(replace(BONUS, valid_from=None), None)) == [("pay_date_empty", "valid_from")]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"kind": None}, [("plan_kind_empty", "kind")]),
        ({"kind": AdjustmentKind.ALLOWANCE}, [("plan_kind_empty", "kind")]),
        ({"item": ""}, [("plan_name_empty", "item")]),
        ({"total_fen": None}, [("pay_amount_empty", "total_fen")]),
        ({"total_fen": -1}, [("worker_amount_negative", "total_fen")]),
        ({"monthly_fen": 0}, [("pay_amount_empty", "monthly_fen")]),
        ({"monthly_fen": -1}, [("worker_amount_negative", "monthly_fen")]),
        ({"monthly_fen": 90_000}, []),
        ({"monthly_fen": 90_001}, [("instalment_above_total", "monthly_fen")]),
        ({"from_month": ""}, [("pay_month_wrong", "from_month")]),
        ({"from_month": "2026-00"}, [("pay_month_wrong", "from_month")]),
        ({"from_month": "2025-03"}, []),
        ({"from_month": "2025-02"}, [("pay_before_hired", "from_month")]),
        ({"from_month": "2026-12"}, [("pay_after_left", "from_month")]),
    ],
)
def test_a_deduction_plan(change, found):
    assert blocking(check_plan(replace(PLAN, **change), EMPLOYED)) == found


@pytest.mark.parametrize(("monthly", "long"), [(2_500, False), (2_499, True)])
def test_a_plan_of_more_than_three_years_is_asked_about(monthly, long):
    kinds = [note.kind for note in check_plan(replace(PLAN, monthly_fen=monthly), EMPLOYED)]
    assert ("instalment_long" in kinds) is long


def test_compensation_is_told_its_cap():
    kinds = [note.kind for note in check_plan(replace(PLAN, kind=AdjustmentKind.DAMAGE), EMPLOYED)]
    assert kinds == ["plan_damage_cap"]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"monthly_fen": None}, []),
        ({"monthly_fen": 90_000}, []),
        ({"monthly_fen": 90_001}, [("instalment_above_advance", "monthly_fen")]),
        ({"monthly_fen": -1}, [("worker_amount_negative", "monthly_fen")]),
        ({"amount_fen": None}, [("pay_amount_empty", "amount_fen")]),
        ({"amount_fen": -1}, [("worker_amount_negative", "amount_fen")]),
        ({"amount_fen": 100_000_001}, [("pay_amount_absurd", "amount_fen")]),
        ({"day": None}, [("pay_date_empty", "day")]),
        ({"day": date(2025, 3, 14)}, [("pay_before_hired", "day")]),
        ({"day": date(2026, 11, 20)}, []),
        ({"day": date(2026, 11, 21)}, [("pay_after_left", "day")]),
    ],
)
def test_an_advance(change, found):
    assert blocking(check_advance(replace(ADVANCE, **change), EMPLOYED)) == found


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"kind": None}, [("adjustment_kind_empty", "kind")]),
        ({"item": ""}, [("plan_name_empty", "item")]),
        ({"amount_fen": -1}, [("worker_amount_negative", "amount_fen")]),
        ({"month": "November"}, [("pay_month_wrong", "month")]),
        ({"month": "2026-12"}, [("pay_after_left", "month")]),
    ],
)
def test_a_months_addition(change, found):
    assert blocking(check_adjustment(replace(MEALS, **change), EMPLOYED)) == found


@pytest.mark.parametrize(("total", "refused"), [(30_000, False), (29_999, True), (None, True)])
def test_a_total_is_not_below_what_was_taken(total, refused):
    assert bool(blocking(taken_notes(total, 30_000, "total_fen"))) is refused


def test_nothing_taken_hinders_nothing():
    assert [*taken_notes(None, 0, "total_fen")] == []


def test_locked_months_are_named_in_order_and_once():
    (note,) = locked_notes(["2026-10", "2026-09", "2026-10"], "month")
    assert "2026-09, 2026-10" in note.text("zh_CN")
    assert [*locked_notes([], "month")] == []
