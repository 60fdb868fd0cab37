"""Which runs count for what was taken, and which months are locked: beside reopened and disputed runs."""

import pytest

from app.domain.refusal import Refusal
from app.domain.vocabulary import RunState
from app.models.database import new_ids
from app.models.pay import PayrollEvent
from app.models.people import PayTerm
from app.models.queries.pay_balances import locked_months, taken_by_month, taken_by_plans
from app.services.pay_records import get_record
from tests.services.locked_runs import lock_slip


def reopen(ctx, shop, run_id):
    """Note that a run was reopened."""
    with ctx.database.write(ctx.user, "test") as session:
        session.add(PayrollEvent(workshop_id=shop, id=new_ids(session, 1)[0], run_id=run_id, state=RunState.REOPENED,
                                 user_name=ctx.user, occurred_on="2026-10-01", reason="x"))  # fmt: skip


def advances(ctx, shop, worker_id):
    """What was taken of advances by month."""
    with ctx.database.read() as session:
        return taken_by_month(session, shop, worker_id, "advance_fen")


def locked(ctx, shop, worker_id=None):
    """The locked months."""
    with ctx.database.read() as session:
        return locked_months(session, shop, worker_id)


def test_what_was_taken_is_summed_by_month_and_worker(ctx, shop, hire):
    one, other = hire("01"), hire("02", "吉克")
    for month, fen in (("2026-08", 100), ("2026-09", 200)):
        lock_slip(ctx, shop, one, month, advance_fen=fen)
    assert advances(ctx, shop, one) == {"2026-08": 100, "2026-09": 200}
    assert advances(ctx, shop, other) == {}


def test_a_reopened_run_took_nothing_and_locks_nothing(ctx, shop, hire):
    worker_id = hire("01")
    reopen(ctx, shop, lock_slip(ctx, shop, worker_id, "2026-09", advance_fen=100, plan_fen=50))
    assert advances(ctx, shop, worker_id) == {}
    assert locked(ctx, shop, worker_id) == ()
    with ctx.database.read() as session:
        assert taken_by_plans(session, shop, worker_id) == {}


def test_of_two_disputed_runs_neither_counts_but_the_month_is_locked(ctx, shop, hire):
    worker_id = hire("01")
    for _ in range(2):
        lock_slip(ctx, shop, worker_id, "2026-09", advance_fen=100)
    assert advances(ctx, shop, worker_id) == {}
    assert locked(ctx, shop, worker_id) == ("2026-09",)


def test_a_month_is_locked_for_who_has_a_slip_of_it(ctx, shop, hire):
    one, other = hire("01"), hire("02", "吉克")
    lock_slip(ctx, shop, one, "2026-09")
    lock_slip(ctx, shop, other, "2026-08")
    assert locked(ctx, shop, one) == ("2026-09",)
    assert locked(ctx, shop) == ("2026-08", "2026-09")


def test_a_row_marked_deleted_is_not_there(ctx, shop, hire):
    worker_id = hire("01")
    key = (shop, worker_id, "2025-03-01")
    with ctx.database.write(ctx.user, "test") as session:
        get_record(session, PayTerm, key).deleted = 1
        session.flush()
        with pytest.raises(Refusal) as refusal:
            get_record(session, PayTerm, key)
    assert refusal.value.code == "pay_record_missing"
