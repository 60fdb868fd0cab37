"""Undo of the day sheet's changes, from the journal."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.refusal import Refusal
from app.models.pay import PayrollEvent, PayrollRun
from app.services.day import day_sheet
from app.services.day_edit import accept_all, close_day, set_mark
from app.services.undo import undo

DAY = date(2026, 10, 21)


def marks(ctx, shop):
    """The day's marks in order."""
    return [row.mark for row in day_sheet(ctx, shop, DAY).rows]


def lock(ctx, shop):
    """A locked run of October."""
    with ctx.database.write("test", "seed") as session:
        figures = {"workers": 0, "gross_fen": 0, "net_fen": 0, "packs": "", "snapshot_hash": ""}
        session.add(PayrollRun(workshop_id=shop, id=1, month="2026-10", kind="regular", **figures))
        session.flush()
        session.add(
            PayrollEvent(workshop_id=shop, id=2, run_id=1, state="locked", user_name="a", occurred_on="2026-10-31")
        )


@pytest.mark.parametrize(("before", "typed"), [("", "√"), ("√", "8+2"), ("√", ""), ("半", "旷")])
def test_a_mark_goes_back_to_what_it_was_and_forth_again(ctx, shop, hire, before, typed):
    worker_id = hire("01")
    set_mark(ctx, shop, DAY, worker_id, before)
    saved = set_mark(ctx, shop, DAY, worker_id, typed).saved
    undone = undo(ctx, saved)
    assert marks(ctx, shop) == [before]
    undo(ctx, undone)
    assert marks(ctx, shop) == [typed]


def test_all_accepted_marks_go_back_at_once(ctx, shop, hire):
    set_mark(ctx, shop, DAY, hire("01"), "旷")
    hire("02")
    hire("03")
    undo(ctx, accept_all(ctx, shop, DAY))
    assert marks(ctx, shop) == ["旷", "", ""]


def test_closing_goes_back(ctx, shop, hire):
    undo(ctx, close_day(ctx, shop, DAY).saved)
    assert day_sheet(ctx, shop, DAY).closed_by is None


def test_what_was_changed_since_stays(ctx, shop, hire):
    worker_id = hire("01")
    saved = set_mark(ctx, shop, DAY, worker_id, "√").saved
    set_mark(ctx, shop, DAY, worker_id, "半")
    with pytest.raises(Refusal) as refusal:
        undo(ctx, saved)
    assert (refusal.value.code, marks(ctx, shop)) == ("undo_gone", ["半"])


def test_only_the_person_who_did_it_undoes_it(ctx, shop, hire):
    saved = set_mark(ctx, shop, DAY, hire("01"), "√").saved
    with pytest.raises(Refusal) as refusal:
        undo(replace(ctx, user="别人"), saved)
    assert (refusal.value.code, marks(ctx, shop)) == ("undo_not_own", ["√"])


def test_a_locked_month_is_not_undone(ctx, shop, hire):
    saved = set_mark(ctx, shop, DAY, hire("01"), "√").saved
    lock(ctx, shop)
    assert day_sheet(ctx, shop, DAY).locked
    with pytest.raises(Refusal) as refusal:
        undo(ctx, saved)
    assert (refusal.value.code, marks(ctx, shop)) == ("undo_locked", ["√"])


def test_changes_of_one_cell_go_back_one_after_another_and_forth_again(ctx, shop, hire):
    worker_id = hire("01")
    done = [set_mark(ctx, shop, DAY, worker_id, mark).saved for mark in ("√", "半", "", "旷")]
    undone, seen = [], []
    while done:
        undone.append(undo(ctx, done.pop()))
        seen += marks(ctx, shop)
    while undone:
        undo(ctx, undone.pop())
        seen += marks(ctx, shop)
    assert seen == ["", "半", "√", "", "√", "半", "", "旷"]
