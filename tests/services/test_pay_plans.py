"""Allowances and deduction plans: written, listed with what is left, withdrawn, beside locked months."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.pay_check import FieldRefusal, OpeningForm
from app.domain.plan_check import AdjustmentForm, AllowanceForm, PlanForm
from app.domain.refusal import Refusal
from app.domain.vocabulary import AdjustmentKind, AllowanceRule
from app.services.openings import save_opening
from app.services.pay_amounts import save_adjustment
from app.services.pay_plans import (
    list_allowances,
    list_plans,
    save_allowance,
    save_plan,
    withdraw_allowance,
    withdraw_plan,
)
from tests.services.locked_runs import lock_slip

BONUS = AllowanceForm("全勤奖", AllowanceRule.FULL_ATTENDANCE, 20_000, valid_from=date(2026, 10, 1))
PLAN = PlanForm(AdjustmentKind.DAMAGE, "摔坏缝纫机", 90_000, 30_000, "2026-09")


def kinds(saved) -> list[str]:
    """Codes of what was said."""
    return [note.kind for note in saved.notes]


def test_an_allowance_of_one_worker_and_one_for_everybody(ctx, shop, hire):
    one, other = hire("01"), hire("02", "吉克")
    save_allowance(ctx, shop, None, replace(BONUS, name="餐补", rule=AllowanceRule.DAY_PRESENT, amount_fen=1_500))
    save_allowance(ctx, shop, one, replace(BONUS, special=True, note="夏季"))
    assert [(row.name, row.worker_id, row.special) for row in list_allowances(ctx, shop, one)] == [
        ("全勤奖", one, True),
        ("餐补", None, False),
    ]
    assert [row.name for row in list_allowances(ctx, shop, other)] == ["餐补"]
    assert [row.name for row in list_allowances(ctx, shop)] == ["餐补"]


@pytest.mark.parametrize(
    ("since", "until", "now"),
    [
        (date(2026, 10, 21), None, True),
        (date(2026, 10, 22), None, False),
        (date(2026, 10, 1), date(2026, 10, 21), True),
        (date(2026, 10, 1), date(2026, 10, 20), False),
    ],
)
def test_an_allowance_is_in_force_within_its_days(ctx, shop, since, until, now):
    save_allowance(ctx, shop, None, replace(BONUS, valid_from=since, valid_to=until))
    (row,) = list_allowances(ctx, shop)
    assert row.in_force is now


def test_an_allowance_is_corrected_and_withdrawn(ctx, shop, hire):
    worker_id = hire("01")
    save_allowance(ctx, shop, worker_id, BONUS)
    (row,) = list_allowances(ctx, shop, worker_id)
    save_allowance(ctx, shop, worker_id, replace(BONUS, amount_fen=25_000), row.record_id)
    assert [each.amount_fen for each in list_allowances(ctx, shop, worker_id)] == [25_000]
    withdraw_allowance(ctx, shop, worker_id, row.record_id)
    assert list_allowances(ctx, shop, worker_id) == ()


def test_everybodys_allowance_is_not_withdrawn_from_one_worker(ctx, shop, hire):
    save_allowance(ctx, shop, None, BONUS)
    (row,) = list_allowances(ctx, shop)
    with pytest.raises(Refusal) as refusal:
        withdraw_allowance(ctx, shop, hire("01"), row.record_id)
    assert refusal.value.code == "pay_record_missing"


def test_a_refused_allowance_names_its_field(ctx, shop, hire):
    with pytest.raises(FieldRefusal) as refusal:
        save_allowance(ctx, shop, hire("01"), replace(BONUS, valid_from=date(2025, 2, 28)))
    assert (refusal.value.code, refusal.value.params["column"]) == ("pay_before_hired", "valid_from")


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (date(2026, 9, 30), None, ["pay_month_locked"]),
        (date(2026, 10, 1), None, []),
        (date(2026, 8, 1), date(2026, 8, 31), []),
    ],
)
def test_an_allowance_that_reaches_a_locked_month_is_said(ctx, shop, hire, since, until, said):
    worker_id = hire("01")
    lock_slip(ctx, shop, worker_id, "2026-09")
    assert kinds(save_allowance(ctx, shop, worker_id, replace(BONUS, valid_from=since, valid_to=until))) == said


def test_what_is_left_of_a_plan(ctx, shop, hire):
    worker_id = hire("01")
    save_plan(ctx, shop, worker_id, PLAN)
    lock_slip(ctx, shop, worker_id, "2026-09", damage_fen=30_000)
    (row,) = list_plans(ctx, shop, worker_id)
    assert (row.taken_fen, row.left_fen) == (30_000, 60_000)


def test_other_deductions_of_a_month_repay_no_plan(ctx, shop, hire):
    worker_id = hire("01")
    save_plan(ctx, shop, worker_id, replace(PLAN, kind=AdjustmentKind.OTHER))
    lock_slip(ctx, shop, worker_id, "2026-09", other_fen=10_000)
    lock_slip(ctx, shop, worker_id, "2026-10", plan_fen=30_000)
    assert [row.taken_fen for row in list_plans(ctx, shop, worker_id)] == [30_000]


def test_single_compensation_is_repaid_beside_the_plan(ctx, shop, hire):
    worker_id = hire("01")
    save_adjustment(ctx, shop, worker_id, AdjustmentForm("2026-09", AdjustmentKind.DAMAGE, "打碎玻璃", 10_000))
    save_plan(ctx, shop, worker_id, PLAN)
    lock_slip(ctx, shop, worker_id, "2026-09", damage_fen=40_000)
    assert [row.taken_fen for row in list_plans(ctx, shop, worker_id)] == [30_000]


@pytest.mark.parametrize("kind", [AdjustmentKind.DAMAGE, AdjustmentKind.OTHER])
def test_instalments_before_an_opening_are_within_its_balance(ctx, shop, hire, kind):
    worker_id = hire("01")
    save_plan(ctx, shop, worker_id, replace(PLAN, kind=kind, from_month="2026-06"))
    save_opening(ctx, shop, worker_id, OpeningForm(2026, "2026-08"))
    taken = {AdjustmentKind.DAMAGE: {"damage_fen": 20_000}, AdjustmentKind.OTHER: {"plan_fen": 20_000}}[kind]
    lock_slip(ctx, shop, worker_id, "2026-08", **taken)
    assert [row.taken_fen for row in list_plans(ctx, shop, worker_id)] == [80_000]


def test_an_openings_balance_is_repaid_beside_the_plan(ctx, shop, hire):
    worker_id = hire("01")
    save_opening(ctx, shop, worker_id, OpeningForm(2026, "2026-07", damage_fen=20_000))
    save_plan(ctx, shop, worker_id, PLAN)
    lock_slip(ctx, shop, worker_id, "2026-07", damage_fen=20_000)
    lock_slip(ctx, shop, worker_id, "2026-09", damage_fen=30_000)
    assert [row.taken_fen for row in list_plans(ctx, shop, worker_id)] == [30_000]


@pytest.mark.parametrize(("total", "taken"), [(30_000, True), (29_999, False)])
def test_a_total_goes_no_lower_than_what_was_taken(ctx, shop, hire, total, taken):
    worker_id = hire("01")
    save_plan(ctx, shop, worker_id, PLAN)
    lock_slip(ctx, shop, worker_id, "2026-09", damage_fen=30_000)
    (row,) = list_plans(ctx, shop, worker_id)
    form = replace(PLAN, total_fen=total, monthly_fen=total)
    if taken:
        save_plan(ctx, shop, worker_id, form, row.record_id)
        assert list_plans(ctx, shop, worker_id)[0].left_fen == 0
    else:
        with pytest.raises(FieldRefusal) as refusal:
            save_plan(ctx, shop, worker_id, form, row.record_id)
        assert refusal.value.code == "plan_below_taken"


def test_a_plan_is_withdrawn_only_before_anything_was_taken(ctx, shop, hire):
    worker_id = hire("01")
    for item in ("甲", "乙"):
        save_plan(ctx, shop, worker_id, replace(PLAN, item=item))
    newest, oldest = list_plans(ctx, shop, worker_id)
    lock_slip(ctx, shop, worker_id, "2026-09", damage_fen=1)
    with pytest.raises(Refusal) as refusal:
        withdraw_plan(ctx, shop, worker_id, oldest.record_id)
    assert refusal.value.code == "plan_taken"
    withdraw_plan(ctx, shop, worker_id, newest.record_id)
    assert [row.item for row in list_plans(ctx, shop, worker_id)] == ["甲"]


@pytest.mark.parametrize(("month", "said"), [("2026-09", True), ("2026-10", False)])
def test_a_plan_from_a_locked_month_begins_with_the_next_wages(ctx, shop, hire, month, said):
    worker_id = hire("01")
    lock_slip(ctx, shop, worker_id, "2026-09")
    saved = save_plan(ctx, shop, worker_id, replace(PLAN, from_month=month))
    assert ("asked_month_locked" in kinds(saved)) is said
