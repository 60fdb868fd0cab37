"""Random workbooks through the importer into a real database, raises, allowances, plans and instalments typed in beside
them, and each month computed: the slow reference, which shares no code with the program, agrees on every figure.

Five hundred books by `--torture` or `--all`, a dozen in every run.
"""

import random
from dataclasses import replace
from datetime import datetime

import pytest

from app.services import payroll
from app.services.importing import import_book
from tests.reference.book_files import save_book
from tests.reference.figures import compared
from tests.reference.made_books import make_book
from tests.reference.made_terms import SHEETS, take_social_pack, type_in, with_terms
from tests.reference.plain_reader import read_book
from tests.reference.slow_payroll import slow_payroll

MONTHS = [f"{year}-{number:02d}" for year in (2025, 2026) for number in range(1, 13)]
BOOKS, ALWAYS = 500, 12
AFTERWARDS = datetime(2027, 2, 1, 9)  # noqa: DTZ001  local wall time, all months being over


def fuzzed(ctx, shop, folder, seed):
    """A random book of a random month: the program's figures and the reference's, of the same file."""
    ctx = replace(ctx, now=lambda: AFTERWARDS)
    rng = random.Random(f"fuzz {seed}")
    month = rng.choice(MONTHS)
    rows = with_terms(rng, make_book(rng, month, rng.randint(1, 14)), month)
    path = save_book(rng, rows, month, folder / f"{month}.xlsx")
    result = import_book(ctx, shop, path, month)
    assert (result.taken, result.problems, result.kept) == (True, (), ())
    take_social_pack(ctx, folder)
    type_in(ctx, shop, rows)
    book = read_book(path) | {sheet: rows[sheet] for sheet in SHEETS}
    return compared(payroll.compute(ctx, shop, month), slow_payroll(book, month))


@pytest.mark.parametrize(
    "seed", [seed if seed < ALWAYS else pytest.param(seed, marks=pytest.mark.torture) for seed in range(BOOKS)]
)
def test_a_random_book_gives_the_reference_s_month(ctx, shop, tmp_path, seed):
    ours, slow = fuzzed(ctx, shop, tmp_path, seed)
    assert ours == slow
