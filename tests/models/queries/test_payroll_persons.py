"""People employed again: one tax year over several rows with one ID number."""

from datetime import date

import pytest
from sqlalchemy import insert, update

from app.domain.payroll import compute
from app.domain.vocabulary import PayMethod, RunKind
from app.models.tables import Attendance, Opening, PayTerm, Worker
from app.services import payroll, payroll_life
from tests.models.queries.test_payroll_months import (
    MONTHS,
    adjustment,
    change,
    lock,
    lock_and_pay,
    marks,
    month_of,
    worker,
    worker_of,
    year_tax,
)
from tests.services.conftest import ctx, hire, shop
from tests.services.paid_workers import earn

__all__ = ["ctx", "hire", "shop", "worker"]  # fixtures


@pytest.fixture
def again(ctx, shop, hire, worker):
    """Employ the worker again from a day on: another row with the same ID number."""

    def hired(left, day):
        change(ctx, update(Worker.__table__).values(left_on=left))
        made = hire("02", rate_fen=800_000, hired_on=day)
        change(ctx, *(insert(Attendance.__table__).values(row) for m in MONTHS for row in marks(shop, made, m)))
        change(ctx, update(Worker.__table__).values(id_number="51343119900101001X"))
        return made

    return hired


def test_the_tax_year_of_who_is_employed_again_is_one(ctx, shop, worker, again):
    lock_and_pay(ctx, shop, "2026-03")
    made = again("2026-03-31", date(2026, 4, 1))
    assert worker_of(ctx, shop, "2026-04", made).locked.months == 1
    earn(ctx, shop, made, 3_300_000, "2026-04")
    for month in MONTHS[1:]:
        lock_and_pay(ctx, shop, month)
    assert year_tax(ctx, shop) == (3 * 800_000 + 3_300_000 - 3 * 500_000) * 10 // 100 - 252_000
    change(ctx, adjustment(shop, worker, 100_000, number=2))  # of the first row's month
    run = lock(ctx, shop, "2026-03", RunKind.CORRECTION, [worker])
    assert payroll.slips(ctx, shop, run.run_id)[0].tax_fen == 10_000
    assert compute(month_of(ctx, shop, "2026-05", kind=RunKind.CORRECTION, only=[made])).slips == ()


def test_two_employments_of_a_month_are_one_month_of_the_tax_year(ctx, shop, worker, again):
    made = again("2026-03-12", date(2026, 3, 16))
    earn(ctx, shop, worker, 1_000_000, "2026-03")
    change(ctx, update(PayTerm.__table__).values(additional_fen=50_000))
    lock(ctx, shop, "2026-03", RunKind.SETTLEMENT, [worker])
    payroll_life.pay(ctx, shop, lock(ctx, shop, "2026-03").run_id, method=PayMethod.CASH)
    income = sum(slip.gross_fen for run in payroll.runs(ctx, shop) for slip in payroll.slips(ctx, shop, run.run_id))
    assert year_tax(ctx, shop) == ((income - 550_000) * 3 + 50) // 100
    year = worker_of(ctx, shop, "2026-04", made).locked
    assert (year.months, year.income_fen, year.additional_fen) == (1, income, 50_000)
    for one in (worker, made):
        assert compute(month_of(ctx, shop, "2026-03", kind=RunKind.CORRECTION, only=[one])).slips == ()


@pytest.mark.parametrize("row", ["first", "second"])
def test_an_opening_of_either_employment_begins_the_year(ctx, shop, worker, again, row):
    lock_and_pay(ctx, shop, "2026-03")
    made = again("2026-03-31", date(2026, 4, 1))
    whose, before = (worker, "2026-03") if row == "first" else (made, "2026-04")
    opening = {"workshop_id": shop, "worker_id": whose, "year": 2026, "before_month": before, "months": 2}
    change(ctx, insert(Opening.__table__).values(opening | {"income_fen": 1_600_000, "withheld_fen": 18_000}))
    second = worker_of(ctx, shop, "2026-04", made)
    assert (second.opening.months, second.locked.months) == ((2, 1) if row == "first" else (2, 0))
    assert "opening_overlaps" not in {found.kind for found in compute(month_of(ctx, shop, "2026-04")).problems}
