"""Every figure of a slip opens to rows that count up to it: the sample month, and months made up at random."""

import random

import pytest

from app.domain.explain import explain_slip
from app.domain.payroll import compute
from tests.reference.made_books import make_book
from tests.reference.rows import MONTH, month_input, sample

MONTHS = [f"{year}-{month:02d}" for year in (2025, 2026) for month in range(1, 13)]


@pytest.fixture(scope="module")
def october():
    return month_input(sample(), MONTH)


def wrong(month):
    """Figures of a month whose rows do not count up to them, or that bear a note."""
    return [
        (slip.no, figure.title or figure.name.code, [row.counted for row in figure.rows], figure.total)
        for slip in compute(month).slips
        for figure in explain_slip(month, slip).figures
        if not figure.adds_up or figure.notes
    ]


@pytest.mark.parametrize("place", range(32))
def test_each_figure_of_the_sample_is_its_rows(october, place):
    slip = compute(october).slips[place]
    told = explain_slip(october, slip)
    assert [figure.title for figure in told.lines] == [line.label for line in slip.lines]
    assert all(figure.adds_up and figure.rows and not figure.notes for figure in told.figures)


@pytest.mark.parametrize("month", MONTHS)
def test_each_figure_of_a_made_up_month_is_its_rows(month):
    assert wrong(month_input(make_book(random.Random(f"explain {month}"), month, headcount=12), month)) == []
