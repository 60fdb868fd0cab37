"""Instalments: what is due by a month."""

import pytest

from app.domain.plans import due_by, later_than, months_begun, repaid_ahead


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [("2026-03", "2026-03", 1), ("2026-03", "2026-02", 0), ("2025-11", "2026-02", 4), ("2026-03", "2020-01", 0)],
)
def test_months_begun_count_both_ends(since, until, count):
    assert months_begun(since, until) == count


@pytest.mark.parametrize(
    ("month", "due", "before"),
    [("2026-02", 0, 0), ("2026-03", 400, 0), ("2026-04", 800, 400), ("2026-05", 1_000, 800), ("2027-01", 1_000, 1_000)],
)
def test_a_debt_of_1000_by_400_a_month(month, due, before):
    assert due_by(1_000, 400, "2026-03", month) == due
    assert due_by(1_000, 400, "2026-03", month, inclusive=False) == before


def test_without_instalments_all_is_due_at_once():
    assert due_by(1_000, 0, "2026-03", "2026-03") == 1_000
    assert due_by(1_000, 0, "2026-03", "2026-02") == 0


def test_what_falls_due_between_two_months():
    assert later_than(1_000, 400, "2026-03", "2026-03", "2026-05") == 600
    assert later_than(1_000, 400, "2026-03", "2026-05", "2026-05") == 0


@pytest.mark.parametrize(
    ("due", "later", "left"), [(-30, 50, (0, 20)), (-30, 20, (-10, 0)), (10, 20, (10, 20)), (-5, 0, (-5, 0))]
)
def test_what_was_repaid_ahead_comes_off_the_later_instalments(due, later, left):
    assert repaid_ahead(due, later) == left
