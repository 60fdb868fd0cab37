"""A month beside the last: who is new, who is gone, and a change of 30 % or more marked, on both sides of the bound."""

import pytest

from app.domain.vocabulary import RunKind
from app.services import payroll, payroll_life
from app.services.payroll_compare import changed_much
from tests.services.paid_workers import MONTH, earn, hire_home_worker

NEXT = "2026-10"


@pytest.fixture
def people(ctx, shop, hire):
    """Two workers with 100.00 each in September, locked."""
    ids = [hire_home_worker(hire, ctx, "01", "阿依莫"), hire_home_worker(hire, ctx, "02", "吉克秀英")]
    for worker_id in ids:
        earn(ctx, shop, worker_id, 10_000)
    payroll_life.lock(ctx, shop, MONTH)
    return ids


def beside(ctx, shop, month=NEXT):
    return {row.no: (row.net_fen, row.last_net_fen, row.marked) for row in payroll_life.compare(ctx, shop, month)}


@pytest.mark.parametrize(("fen", "much"), [(12_999, False), (13_000, True), (7_000, True), (7_001, False)])
def test_the_check_list_and_the_comparison_mark_alike(ctx, shop, people, fen, much):
    earn(ctx, shop, people[0], fen, NEXT)
    earn(ctx, shop, people[1], 10_000, NEXT)
    found = [row.no for row in payroll.compute(ctx, shop, NEXT).warnings if row.kind == "gross_changed"]
    assert found == (["01"] if much else [])
    assert beside(ctx, shop)["01"][2] is much


@pytest.mark.parametrize(
    ("now", "last", "much"),
    [
        (12_999, 10_000, False),
        (13_000, 10_000, True),
        (7_001, 10_000, False),
        (7_000, 10_000, True),
        (1, 0, True),
        (0, 0, False),
        (2_997, 9_990, True),
        (12_996, 9_997, False),
    ],
)
def test_thirty_percent_is_compared_exactly(now, last, much):
    assert changed_much(now, last) is much


def test_a_draft_stands_beside_the_locked_month(ctx, shop, people):
    earn(ctx, shop, people[0], 12_999, NEXT)
    earn(ctx, shop, people[1], 13_000, NEXT)
    assert beside(ctx, shop) == {
        "01": (12_999, 10_000, False),
        "02": (13_000, 10_000, True),
        "": (25_999, 20_000, False),
    }


def test_who_is_new_has_no_last_month(ctx, shop, people, hire):
    earn(ctx, shop, hire_home_worker(hire, ctx, "03", "新来的"), 5_000, NEXT)
    assert beside(ctx, shop)["03"] == (5_000, None, False)


def test_without_a_locked_month_before_there_is_nothing_to_compare(ctx, shop, people):
    assert beside(ctx, shop, MONTH)[""] == (20_000, None, False)


def test_a_correction_counts_with_its_month(ctx, shop, people):
    run = payroll_life.month_runs(ctx, shop, MONTH).runs[0]
    payroll_life.pay(ctx, shop, run.run_id)
    earn(ctx, shop, people[0], 500)
    payroll_life.lock(ctx, shop, MONTH, RunKind.CORRECTION, ["01"], "漏记")
    assert beside(ctx, shop, MONTH)["01"] == (10_500, None, False)
    assert beside(ctx, shop)["01"][1] == 10_500
