"""The wage certificate of whose wages went into deductions whole: locked is as good as paid, nothing is to be paid."""

import pytest
from sqlalchemy import insert

from app.domain.refusal import Refusal
from app.models.database import new_ids
from app.models.tables import Advance
from app.services import papers_people, payroll_life
from tests.services.paid_workers import MONTH, earn, hire_home_worker


@pytest.fixture
def worker(ctx, shop, hire):
    """A home worker with 100.00 in September and an advance of as much."""
    made = hire_home_worker(hire, ctx, "01", "阿依莫")
    earn(ctx, shop, made, 10_000)
    with ctx.database.write("test", "advance") as session:
        row = {"workshop_id": shop, "id": new_ids(session, 1)[0], "worker_id": made, "date": f"{MONTH}-05"}
        session.execute(insert(Advance).values(row | {"amount_fen": 10_000}))
    return made


def code(ctx, shop):
    with pytest.raises(Refusal) as refused:
        papers_people.certificate(ctx, shop, "01", MONTH)
    return refused.value.code


def test_a_month_whose_net_is_nothing_is_certified_from_its_lock_on(ctx, shop, worker):
    assert code(ctx, shop) == "certificate_nothing_paid"
    run = payroll_life.lock(ctx, shop, MONTH)
    data = papers_people.certificate(ctx, shop, "01", MONTH)
    assert ([one.month for one in data.counted], data.gross_fen, data.paid_fen) == ([MONTH], 10_000, 0)
    payroll_life.reopen(ctx, shop, run.run_id, "漏记一笔")
    earn(ctx, shop, worker, 500)
    assert payroll_life.lock(ctx, shop, MONTH).net_fen == 500
    assert code(ctx, shop) == "certificate_nothing_paid"
