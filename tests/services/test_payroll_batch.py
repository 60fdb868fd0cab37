"""An official's workshops in one go: each has its own result, and none stops the others."""

import pytest

from app.services import payroll, payroll_batch, payroll_life
from app.services.payroll_batch import Outcome
from app.services.workshops import create_workshop
from tests.services.paid_workers import MONTH, earn, hire_home_worker


@pytest.fixture
def shops(ctx, shop, hire):
    """One workshop ready, one without workers, and one whose month has a problem."""
    worker_id = hire_home_worker(hire, ctx, "01", "阿依莫")
    earn(ctx, shop, worker_id, 10_000)
    empty = create_workshop(ctx, "二坊", "513499").workshop_id
    return shop, empty


def outcomes(results):
    return {result.workshop.name: result.outcome for result in results}


def test_looking_writes_nothing(ctx, shops):
    assert outcomes(payroll_batch.check_all(ctx, MONTH)) == {"龙潭彝绣工坊": Outcome.READY, "二坊": Outcome.EMPTY}
    assert payroll.runs(ctx, shops[0]) == ()


def test_what_can_be_locked_is_and_the_rest_says_why(ctx, shops, hire):
    hire("02", "吉克秀英")  # no attendance: a problem
    assert outcomes(payroll_batch.lock_all(ctx, MONTH))["龙潭彝绣工坊"] is Outcome.PROBLEMS
    result = payroll_batch.check_all(ctx, MONTH)[-1]
    assert {row.kind for row in result.problems} >= {"day_not_filled"}


def test_a_locked_workshop_is_left_alone_the_second_time(ctx, shops):
    (_, first) = payroll_batch.lock_all(ctx, MONTH)
    assert (first.outcome, first.net_fen, first.run.workers) == (Outcome.LOCKED, 10_000, 1)
    (_, again) = payroll_batch.lock_all(ctx, MONTH)
    assert (again.outcome, again.run) == (Outcome.LOCKED_BEFORE, first.run)
    assert payroll_life.month_runs(ctx, shops[0], MONTH).runs == (first.run,)


def test_a_month_nobody_can_compute_is_refused_workshop_by_workshop(ctx, shops):
    results = payroll_batch.lock_all(ctx, "1999-01")
    assert {(result.outcome, result.refusal.code) for result in results} == {(Outcome.REFUSED, "calendar_unknown")}
