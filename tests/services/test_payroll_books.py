"""Whole books through the importer into a real database, and the month computed: against the sample's answer, and
against the slow reference, which reads the same file by itself.
"""

import json
import random
from datetime import datetime

import pytest

from app.services import payroll, payroll_life
from app.services.context import Context
from app.services.importing import import_book
from tests.reference.book_files import save_book
from tests.reference.figures import compared, figures
from tests.reference.made_books import lockable, make_book, next_book
from tests.reference.plain_reader import read_book
from tests.reference.rows import MONTH, SAMPLES
from tests.reference.slow_payroll import slow_payroll
from tests.reference.slow_year import slow_months

EXPECTED = json.loads((SAMPLES / "longtan-2026-10.expected.json").read_text(encoding="utf-8"))
MONTHS = ("2025-01", "2025-05", "2025-10", "2026-01", "2026-02", "2026-04", "2026-05", "2026-06", "2026-09", "2026-10",
          "2027-02", "2028-02")  # fmt: skip
"""Among them months rich in statutory days, a leap February, and years whose notice is not out."""
YEARS = (("2026-10", "2026-11", "2026-12", "2027-01", "2027-02"), ("2025-11", "2026-01", "2026-03"))
"""Months in a row, over the year's end and with gaps."""


@pytest.fixture
def ctx(database):
    """After the last of the months: none is locked before it begins."""
    return Context(database, "阿依", now=lambda: datetime(2031, 1, 2, 18, 30))  # noqa: DTZ001  local wall time


def taken(ctx, shop, path, month):
    """Import a book without problems."""
    result = import_book(ctx, shop, path, month)
    assert (result.taken, result.problems, result.kept) == (True, (), ())


def test_the_sample_s_book_gives_the_expected_month(ctx, shop):
    taken(ctx, shop, SAMPLES / "longtan-2026-10.xlsx", None)
    draft = payroll.compute(ctx, shop, MONTH)
    assert [figures(slip) for slip in draft.slips] == EXPECTED["workers"]
    assert {name: getattr(draft.totals, name) for name in EXPECTED["totals"]} == EXPECTED["totals"]
    assert list(draft.problems) == EXPECTED["problems"]


def made_month(ctx, shop, folder, seed, month, headcount):
    """A made-up book as a file, imported and computed, beside the reference's month of the same file."""
    rng = random.Random(f"{seed} {month}")
    path = save_book(rng, make_book(rng, month, headcount), month, folder / f"{month}.xlsx")
    taken(ctx, shop, path, month)
    return compared(payroll.compute(ctx, shop, month), slow_payroll(read_book(path), month))


@pytest.mark.parametrize("month", MONTHS)
def test_a_made_up_book_gives_the_reference_s_month(ctx, shop, tmp_path, month):
    ours, slow = made_month(ctx, shop, tmp_path, "gongfang", month, 12)
    assert ours == slow


def made_months(ctx, shop, folder, seed, months, headcount):
    """Books that follow one another, each imported, computed and locked before the next comes, beside the reference."""
    rng, books, ours = random.Random(f"{seed} {months[0]}"), [], []
    rows = lockable(make_book(rng, months[0], headcount))
    for month in months:
        rows = rows if month == months[0] else next_book(rng, rows, month)
        path = save_book(rng, rows, month, folder / f"{month}.xlsx")
        books.append((month, read_book(path)))
        taken(ctx, shop, path, month)
        ours.append(payroll.compute(ctx, shop, month))
        payroll_life.lock(ctx, shop, month)
    return [compared(draft, slow) for draft, slow in zip(ours, slow_months(books), strict=True)]


@pytest.mark.parametrize("months", YEARS, ids=" ".join)
def test_months_locked_one_after_the_other_give_the_reference_s(ctx, shop, tmp_path, months):
    for ours, slow in made_months(ctx, shop, tmp_path, "gongfang", months, 8):
        assert ours == slow


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(30))
def test_any_two_years_of_months_give_the_reference_s(ctx, shop, tmp_path, seed):
    months = tuple(f"{year}-{number:02d}" for year in (2026, 2027) for number in range(1, 13))[seed % 12 :]
    for ours, slow in made_months(ctx, shop, tmp_path, seed, months[:15], 12):
        assert ours == slow


@pytest.mark.torture
@pytest.mark.parametrize("month", [f"{year}-{number:02d}" for year in range(2025, 2031) for number in range(1, 13)])
@pytest.mark.parametrize("seed", range(5))
def test_any_made_up_book_gives_the_reference_s_month(ctx, shop, tmp_path, month, seed):
    ours, slow = made_month(ctx, shop, tmp_path, seed, month, 25)
    assert ours == slow
