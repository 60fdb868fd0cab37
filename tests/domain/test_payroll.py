"""The whole month: the sample to the fen, the slow reference on made-up books, and what always holds."""

import json
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.payroll import by_number, compute
from app.domain.payroll_draft import LineCode
from tests.reference.figures import compared, figures
from tests.reference.made_books import make_book
from tests.reference.rows import MONTH, SAMPLES, month_input, sample
from tests.reference.slow_payroll import slow_payroll

EXPECTED = json.loads((SAMPLES / "longtan-2026-10.expected.json").read_text(encoding="utf-8"))
MONTHS = [f"{year}-{month:02d}" for year in (2025, 2026, 2027) for month in range(1, 13)]


@pytest.fixture(scope="module")
def october():
    return month_input(sample(), MONTH)


# ---------------------------------------------------------------- the sample


@pytest.mark.parametrize("place", range(32))
def test_each_worker_of_the_sample_is_right_to_the_fen(october, place):
    assert figures(compute(october).slips[place]) == EXPECTED["workers"][place]


def test_the_sample_s_totals_and_problems_are_right(october):
    draft = compute(october)
    assert {name: getattr(draft.totals, name) for name in EXPECTED["totals"]} == EXPECTED["totals"]
    assert list(draft.problems) == EXPECTED["problems"]


# ---------------------------------------------------------------- the reference


@pytest.mark.parametrize("month", MONTHS)
def test_made_up_books_agree_with_the_reference(month):
    book = make_book(random.Random(f"gongfang {month}"), month, headcount=9)
    ours, slow = compared(compute(month_input(book, month)), slow_payroll(book, month))
    assert ours == slow


@settings(max_examples=60)
@given(st.randoms(use_true_random=False), st.sampled_from(MONTHS))
def test_any_book_agrees_with_the_reference(rng, month):
    book = make_book(rng, month, headcount=3)
    ours, slow = compared(compute(month_input(book, month)), slow_payroll(book, month))
    assert ours == slow


# ---------------------------------------------------------------- what always holds


@settings(max_examples=40)
@given(st.randoms(use_true_random=False), st.sampled_from(MONTHS))
def test_lines_make_slips_and_slips_make_totals(rng, month):
    draft = compute(month_input(make_book(rng, month, headcount=4), month))
    for slip in draft.slips:
        assert sum(line.amount_fen for line in slip.lines) == slip.gross_fen
        assert slip.gross_fen + sum(line.amount_fen for line in slip.deductions) == slip.net_fen >= 0
    for name in EXPECTED["totals"]:
        assert getattr(draft.totals, name) == sum(getattr(slip, name) for slip in draft.slips)


@settings(max_examples=40)
@given(st.randoms(use_true_random=False), st.sampled_from(MONTHS))
def test_the_order_of_rows_changes_nothing(rng, month):
    source = month_input(make_book(rng, month, headcount=4), month)
    names = ("workers", "marks", "items", "prices", "pieces", "teams", "adjustments", "advances")
    mixed = {name: tuple(rng.sample(getattr(source, name), len(getattr(source, name)))) for name in names}
    assert compute(replace(source, **mixed)) == compute(source)


def test_the_program_computes_without_floats(october):
    for slip in compute(october).slips:
        for line in (*slip.lines, *slip.deductions):
            assert {type(line.quantity), type(line.price_e4), type(line.factor_bp), type(line.amount_fen)} == {int}


# ---------------------------------------------------------------- single rules


def test_who_was_not_employed_in_the_month_has_no_slip(october):
    gone = tuple(replace(worker, left=worker.hired) if worker.no == "02" else worker for worker in october.workers)
    assert "02" not in {slip.no for slip in compute(replace(october, workers=gone)).slips}


def test_records_of_who_is_not_employed_block_the_lock(october):
    gone = tuple(replace(worker, left=worker.hired) if worker.no == "15" else worker for worker in october.workers)
    (problem,) = compute(replace(october, workers=gone)).problems
    assert (problem.kind, problem.no, problem.params) == ("record_without_employment", "15", {"what": "计件"})


def test_a_worker_without_pay_terms_blocks_the_lock(october):
    bare = tuple(replace(worker, terms=()) if worker.no == "18" else worker for worker in october.workers)
    draft = compute(replace(october, workers=bare))
    assert [row.kind for row in draft.problems if row.no == "18"] == ["terms_missing"]
    assert "18" not in {slip.no for slip in draft.slips}


def test_terms_of_next_month_are_not_in_force_yet(october):
    def raised(worker):
        later = replace(worker.terms[0], valid_from=october.calendar.last.replace(month=11, day=1), rate_fen=1)
        return replace(worker, terms=(later, *worker.terms))

    draft = compute(replace(october, workers=tuple(map(raised, october.workers))))
    assert draft.slips == compute(october).slips


def test_the_packs_used_are_named(october):
    stamps = compute(october).packs
    assert [stamp.split()[0] for stamp in stamps[:2]] == ["statutory_days", "calendar"]
    assert len(stamps) == len(set(stamps)) == 6


def test_workers_stand_by_number():
    assert sorted(["10", "9", "A1", "02", "2"], key=by_number) == ["02", "2", "9", "10", "A1"]


def test_earnings_come_in_the_slip_s_order(october):
    order = list(LineCode)
    for slip in compute(october).slips:
        places = [order.index(line.code) for line in slip.lines]
        assert places == sorted(places)
