"""A month that has not begun, or in which nobody earned anything, is not locked; the check list says it before."""

from datetime import date

import pytest

from app.domain.checklist import not_begun
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind
from app.services import payroll_life
from tests.services.paid_workers import MONTH, earn, hire_home_worker

COMING = "2026-11"


@pytest.fixture
def worker(ctx, shop, hire):
    return hire_home_worker(hire, ctx, "01", "阿依莫")


def refused(ctx, shop, month, kind=RunKind.REGULAR):
    with pytest.raises(Refusal) as found:
        payroll_life.lock(ctx, shop, month, kind)
    return found.value


def test_a_month_to_come_is_not_locked_and_the_check_list_says_so(ctx, shop, worker):
    earn(ctx, shop, worker, 10_000, COMING)
    (found,) = payroll_life.draft(ctx, shop, COMING).problems
    assert found.kind == "month_not_begun"
    assert ("2026-11-01" in found.text(), "2026-10-21" in found.text("en")) == (True, True)
    refusal = refused(ctx, shop, COMING)
    assert (refusal.code, refusal.params["first"]) == ("payroll_has_problems", found)


def test_a_month_that_pays_nobody_is_not_locked(ctx, shop, worker):
    assert refused(ctx, shop, MONTH).code == "payroll_pays_nothing"
    earn(ctx, shop, worker, 1)
    assert payroll_life.lock(ctx, shop, MONTH).gross_fen == 1


@pytest.mark.parametrize(
    ("kind", "today", "says"),
    [
        (RunKind.REGULAR, date(2026, 10, 31), True),
        (RunKind.REGULAR, date(2026, 11, 1), False),
        (RunKind.FIRST_HALF, date(2026, 10, 31), True),
        (RunKind.SETTLEMENT, date(2026, 10, 31), False),
    ],
)
def test_a_month_begins_on_its_first_day(kind, today, says):
    assert bool([*not_begun(COMING, kind, today)]) is says
