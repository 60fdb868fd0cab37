"""Openings: a mid-year start, one a year, never over a locked month."""

from dataclasses import replace

import pytest

from app.domain.pay_check import FieldRefusal, OpeningForm
from app.domain.refusal import Refusal
from app.services.openings import list_openings, save_opening, withdraw_opening
from tests.services.locked_runs import lock_slip

JULY = OpeningForm(2026, "2026-07", 6, 1_800_000, 240_000, 0, 5_000, 50_000, 10_000)


def code(act) -> tuple[str, object]:
    """Code and field of a refusal."""
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value.code, refusal.value.params.get("column")


def test_an_opening_is_kept_and_corrected(ctx, shop, hire):
    worker_id = hire("01")
    save_opening(ctx, shop, worker_id, JULY)
    save_opening(ctx, shop, worker_id, replace(JULY, withheld_fen=6_000), 2026)
    (row,) = list_openings(ctx, shop, worker_id)
    assert (row.before_month, row.months, row.withheld_fen, row.damage_fen) == ("2026-07", 6, 6_000, 10_000)


def test_a_second_opening_of_a_year_is_refused(ctx, shop, hire):
    worker_id = hire("01")
    save_opening(ctx, shop, worker_id, JULY)
    assert code(lambda: save_opening(ctx, shop, worker_id, JULY)) == ("opening_taken", "year")


def test_the_year_itself_can_be_corrected(ctx, shop, hire):
    worker_id = hire("01")
    save_opening(ctx, shop, worker_id, JULY)
    save_opening(ctx, shop, worker_id, replace(JULY, year=2025, before_month="2025-07"), 2026)
    assert [row.year for row in list_openings(ctx, shop, worker_id)] == [2025]


def test_an_opening_that_covers_a_locked_month_is_refused(ctx, shop, hire):
    worker_id = hire("01")
    lock_slip(ctx, shop, worker_id, "2026-06")
    with pytest.raises(FieldRefusal) as refusal:
        save_opening(ctx, shop, worker_id, JULY)
    assert (refusal.value.code, refusal.value.params["month"]) == ("opening_covers_locked", "2026-06")
    saved = save_opening(ctx, shop, worker_id, replace(JULY, before_month="2026-06", months=5))
    assert [note.kind for note in saved.notes] == ["pay_month_locked"]


def test_another_workers_locked_month_does_not_hinder(ctx, shop, hire):
    one, other = hire("01"), hire("02", "吉克")
    lock_slip(ctx, shop, other, "2026-06")
    assert save_opening(ctx, shop, one, JULY).notes == ()


def test_an_opening_is_withdrawn_and_typed_in_again(ctx, shop, hire):
    worker_id = hire("01")
    save_opening(ctx, shop, worker_id, JULY)
    withdraw_opening(ctx, shop, worker_id, 2026)
    assert list_openings(ctx, shop, worker_id) == ()
    assert code(lambda: withdraw_opening(ctx, shop, worker_id, 2026))[0] == "pay_record_missing"
    save_opening(ctx, shop, worker_id, replace(JULY, damage_fen=None))
    assert list_openings(ctx, shop, worker_id)[0].damage_fen == 0
