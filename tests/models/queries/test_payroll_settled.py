"""Who was settled and corrected and stays on after all: the month's run pays what is left of the month, once."""

import pytest
from sqlalchemy import update

from app.domain.payroll import compute
from app.domain.vocabulary import PayMethod, RunKind
from app.models.tables import Attendance, PayTerm, Worker
from app.services import payroll, payroll_life
from tests.models.queries.test_payroll_months import adjustment, change, lock, lock_and_pay, month_of, slip_of, worker
from tests.services.conftest import ctx, hire, shop

__all__ = ["ctx", "hire", "shop", "worker"]  # fixtures


def days_of(worker, first, last, **values):
    table = Attendance.__table__
    return update(table).where(table.c.worker_id == worker, table.c.date.between(first, last)).values(values)


@pytest.mark.parametrize("noted", ["more", "overpaid", "days taken off"])
def test_who_stays_on_after_a_settlement_and_its_correction_is_paid_the_month_once(ctx, shop, worker, noted):
    change(ctx, update(PayTerm.__table__).values(social_fen=30_000, additional_fen=100_000))
    clean = slip_of(ctx, shop, "2026-03", worker)
    change(ctx, update(Worker).where(Worker.id == worker).values(left_on="2026-03-12"))
    payroll_life.pay(ctx, shop, lock(ctx, shop, "2026-03", RunKind.SETTLEMENT, [worker]).run_id, method=PayMethod.CASH)
    if noted == "days taken off":
        change(ctx, update(Worker).where(Worker.id == worker).values(left_on="2026-03-10"))
    elif noted == "overpaid":
        change(ctx, days_of(worker, "2026-03-02", "2026-03-12", mark="假", normal_minutes=0))
    else:
        change(ctx, adjustment(shop, worker, 100_000))
    lock(ctx, shop, "2026-03", RunKind.CORRECTION, [worker])
    if noted == "overpaid":
        change(ctx, days_of(worker, "2026-03-02", "2026-03-12", mark="√", normal_minutes=480))
    change(ctx, update(Worker).where(Worker.id == worker).values(left_on=None))
    lock_and_pay(ctx, shop, "2026-03")
    if compute(month_of(ctx, shop, "2026-03", kind=RunKind.CORRECTION, only=[worker])).slips:
        assert noted in {"overpaid", "days taken off"}  # which the check list says before the lock
        lock(ctx, shop, "2026-03", RunKind.CORRECTION, [worker])
    slips = [slip for run in payroll.runs(ctx, shop) for slip in payroll.slips(ctx, shop, run.run_id)]
    more = {"more": 100_000}.get(noted, 0)
    assert sum(slip.gross_fen for slip in slips) == clean.gross_fen + more
    assert sum(slip.social_fen for slip in slips) == 30_000
    assert sum(slip.tax_fen for slip in slips) == clean.tax_fen + more * 3 // 100
    assert sum(slip.advance_fen for slip in slips) == 0
