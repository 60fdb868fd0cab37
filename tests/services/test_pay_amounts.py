"""Advances in instalments and a month's additions and deductions."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.pay_check import FieldRefusal, OpeningForm
from app.domain.plan_check import AdjustmentForm, AdvanceForm
from app.domain.refusal import Refusal
from app.domain.vocabulary import AdjustmentKind
from app.services.openings import save_opening
from app.services.pay_amounts import (
    list_adjustments,
    list_advances,
    save_adjustment,
    save_advance,
    withdraw_adjustment,
    withdraw_advance,
)
from tests.services.locked_runs import lock_slip

ADVANCE = AdvanceForm(date(2026, 9, 16), 90_000, 30_000, "盖房")
MEALS = AdjustmentForm("2026-10", AdjustmentKind.ALLOWANCE, "餐补", 5_000)


def kinds(saved) -> list[str]:
    """Codes of what was said."""
    return [note.kind for note in saved.notes]


def test_an_advance_in_three_instalments(ctx, shop, hire):
    worker_id = hire("01")
    save_advance(ctx, shop, worker_id, ADVANCE)
    left = [list_advances(ctx, shop, worker_id).left_fen]
    for month in ("2026-09", "2026-10", "2026-11"):
        lock_slip(ctx, shop, worker_id, month, advance_fen=30_000)
        left.append(list_advances(ctx, shop, worker_id).left_fen)
    assert left == [90_000, 60_000, 30_000, 0]


def test_an_openings_balance_is_left_beside_later_advances(ctx, shop, hire):
    worker_id = hire("01")
    save_advance(ctx, shop, worker_id, replace(ADVANCE, day=date(2026, 6, 1)))
    save_advance(ctx, shop, worker_id, ADVANCE)
    save_opening(ctx, shop, worker_id, OpeningForm(2026, "2026-07", advance_fen=50_000))
    lock_slip(ctx, shop, worker_id, "2026-07", advance_fen=20_000)
    view = list_advances(ctx, shop, worker_id)
    assert [row.left_fen for row in view.rows] == [90_000, 0]
    assert (view.opening_left_fen, view.left_fen) == (30_000, 120_000)


def test_an_advance_is_corrected_and_withdrawn_before_any_of_it_was_taken(ctx, shop, hire):
    worker_id = hire("01")
    save_advance(ctx, shop, worker_id, ADVANCE)
    (row,) = list_advances(ctx, shop, worker_id).rows
    save_advance(ctx, shop, worker_id, replace(ADVANCE, monthly_fen=None), row.record_id)
    assert [each.monthly_fen for each in list_advances(ctx, shop, worker_id).rows] == [0]
    withdraw_advance(ctx, shop, worker_id, row.record_id)
    assert list_advances(ctx, shop, worker_id).rows == ()


def test_an_advance_partly_repaid_stays(ctx, shop, hire):
    worker_id = hire("01")
    save_advance(ctx, shop, worker_id, ADVANCE)
    lock_slip(ctx, shop, worker_id, "2026-09", advance_fen=30_000)
    (row,) = list_advances(ctx, shop, worker_id).rows
    with pytest.raises(Refusal) as refusal:
        withdraw_advance(ctx, shop, worker_id, row.record_id)
    assert (refusal.value.code, refusal.value.params["taken"]) == ("plan_taken", "300.00")
    save_advance(ctx, shop, worker_id, replace(ADVANCE, amount_fen=30_000), row.record_id)
    with pytest.raises(FieldRefusal) as below:
        save_advance(ctx, shop, worker_id, replace(ADVANCE, amount_fen=29_999, monthly_fen=None), row.record_id)
    assert (below.value.code, below.value.params["column"]) == ("plan_below_taken", "amount_fen")


def test_another_workers_advance_is_not_touched(ctx, shop, hire):
    one, other = hire("01"), hire("02", "吉克")
    save_advance(ctx, shop, one, ADVANCE)
    (row,) = list_advances(ctx, shop, one).rows
    for act in (lambda: withdraw_advance(ctx, shop, other, row.record_id),
                lambda: save_advance(ctx, shop, other, ADVANCE, row.record_id)):  # fmt: skip
        with pytest.raises(Refusal) as refusal:
            act()
        assert refusal.value.code == "pay_record_missing"


@pytest.mark.parametrize(("day", "said"), [(date(2026, 8, 31), ["asked_month_locked"]), (date(2026, 9, 1), [])])
def test_an_advance_of_a_locked_month_is_taken_next_time(ctx, shop, hire, day, said):
    worker_id = hire("01")
    lock_slip(ctx, shop, worker_id, "2026-08")
    assert kinds(save_advance(ctx, shop, worker_id, replace(ADVANCE, day=day))) == said


def test_a_months_amounts_are_listed_from_that_month_on(ctx, shop, hire):
    worker_id = hire("01")
    for month in ("2026-09", "2026-11", "2026-10"):
        save_adjustment(ctx, shop, worker_id, replace(MEALS, month=month))
    rows = list_adjustments(ctx, shop, worker_id, "2026-10")
    assert [(row.month, row.locked) for row in rows] == [("2026-10", False), ("2026-11", False)]


def test_an_amount_is_corrected_and_withdrawn(ctx, shop, hire):
    worker_id = hire("01")
    save_adjustment(ctx, shop, worker_id, MEALS)
    (row,) = list_adjustments(ctx, shop, worker_id, "2026-10")
    save_adjustment(ctx, shop, worker_id, replace(MEALS, item="油补", amount_fen=6_000), row.record_id)
    assert [(r.item, r.amount_fen) for r in list_adjustments(ctx, shop, worker_id, "2026-10")] == [("油补", 6_000)]
    withdraw_adjustment(ctx, shop, worker_id, row.record_id)
    assert list_adjustments(ctx, shop, worker_id, "2026-10") == ()


def test_moving_an_amount_out_of_a_locked_month_is_said(ctx, shop, hire):
    worker_id = hire("01")
    save_adjustment(ctx, shop, worker_id, MEALS)
    lock_slip(ctx, shop, worker_id, "2026-10")
    (row,) = list_adjustments(ctx, shop, worker_id, "2026-10")
    assert row.locked
    assert kinds(save_adjustment(ctx, shop, worker_id, replace(MEALS, month="2026-11"), row.record_id)) == [
        "pay_month_locked"
    ]
    assert withdraw_adjustment(ctx, shop, worker_id, row.record_id).notes == ()


@pytest.mark.parametrize(
    ("change", "found"),
    [({"amount_fen": -1}, ("worker_amount_negative", "amount_fen")), ({"item": ""}, ("plan_name_empty", "item"))],
)
def test_a_refused_amount_names_its_field(ctx, shop, hire, change, found):
    with pytest.raises(FieldRefusal) as refusal:
        save_adjustment(ctx, shop, hire("01"), replace(MEALS, **change))
    assert (refusal.value.code, refusal.value.params["column"]) == found
