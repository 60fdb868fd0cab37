"""Slips explained from a real database: drafts, locked months, what was changed since, and beside last month."""

import random
from datetime import date

import pytest
from sqlalchemy import delete, insert

from app.domain.explanation import Source
from app.domain.payroll_draft import LineCode
from app.domain.refusal import Refusal
from app.domain.vocabulary import PayMethod, RunKind
from app.models.local import RunSnapshot
from app.models.tables import Adjustment, DeductionPlan
from app.services import day_edit, explain, payments, payroll, payroll_life
from app.services.importing import import_book
from tests.reference.book_files import save_book
from tests.reference.made_books import lockable, make_book, next_book
from tests.reference.made_terms import type_in, with_terms
from tests.reference.rows import SAMPLES
from tests.services.paid_workers import earn, hire_home_worker

MONTH = "2026-10"


@pytest.fixture
def sample(ctx, shop):
    """The sample month imported."""
    assert import_book(ctx, shop, next(SAMPLES.glob("longtan-2026-10*.xlsx")), MONTH).taken
    return shop


def codes(notes):
    return [note.code for note in notes]


def wrong(story):
    """The figures of a slip whose rows do not count up to them, or that bear a note."""
    found = [figure for figure in story.explanation.figures if not figure.adds_up or figure.notes]
    return [(story.slip.no, figure.title, figure.total, [row.counted for row in figure.rows]) for figure in found]


def made(ctx, shop, folder, seed, month=MONTH):
    """A random book with raises, allowances, plans and instalments typed in beside it."""
    rng = random.Random(f"explain {seed}")
    rows = with_terms(rng, make_book(rng, month, rng.randint(4, 10)), month)
    assert import_book(ctx, shop, save_book(rng, rows, month, folder / f"{month}.xlsx"), month).taken
    type_in(ctx, shop, rows)


@pytest.mark.parametrize("seed", range(6))
def test_each_figure_of_a_random_book_is_its_rows(ctx, shop, tmp_path, seed):
    made(ctx, shop, tmp_path, seed)
    for slip in payroll.compute(ctx, shop, MONTH).slips:
        assert wrong(explain.explain(ctx, shop, MONTH, slip.worker_id)) == []


def test_pieces_are_told_day_by_day(ctx, sample):
    story = explain.explain_shown(ctx, sample, MONTH, "01")
    rows = [row for figure in story.explanation.lines if figure.code is LineCode.PIECE for row in figure.rows]
    assert len(rows) > 4
    assert all(row.source is Source.PIECE and row.day is not None for row in rows)
    assert not story.explanation.notes


def test_who_has_no_slip_is_refused(ctx, sample):
    with pytest.raises(Refusal) as refused:
        explain.explain_shown(ctx, sample, MONTH, "999")
    assert (refused.value.code, refused.value.params) == ("explain_nobody", {"no": "999", "month": MONTH})


# ---------------------------------------------------------------- locked months


@pytest.fixture
def two(ctx, shop, tmp_path):
    """September locked and paid, and October of the same workshop imported; the run of September."""
    rng = random.Random("two months")
    first = lockable(make_book(rng, "2026-09", 8))
    assert import_book(ctx, shop, save_book(rng, first, "2026-09", tmp_path / "9.xlsx"), "2026-09").taken
    run = payroll_life.lock(ctx, shop, "2026-09")
    payments.pay(ctx, shop, run.run_id, method=PayMethod.CASH)
    second = next_book(rng, first, MONTH)
    assert import_book(ctx, shop, save_book(rng, second, MONTH, tmp_path / "10.xlsx"), MONTH).taken
    return run


def test_a_locked_slip_is_explained_by_what_the_lock_kept(ctx, shop, two):
    for slip in payroll.slips(ctx, shop, two.run_id):
        story = explain.explain(ctx, shop, "2026-09", slip.worker_id, two.run_id)
        assert (story.slip, wrong(story), story.compared) == (slip, [], False)
        assert codes(story.explanation.notes)[:1] == ["explain_frozen"]


def test_without_what_the_lock_kept_today_s_records_stand_and_it_is_said(ctx, shop, two):
    with ctx.database.write(ctx.user, "test") as session:
        session.execute(delete(RunSnapshot))
    found = []
    for slip in payroll.slips(ctx, shop, two.run_id):
        story = explain.explain(ctx, shop, "2026-09", slip.worker_id, two.run_id)
        assert codes(story.explanation.notes) == ["explain_today"]
        found += [figure for figure in story.explanation.figures if not figure.adds_up]
    assert all(codes(figure.notes) == ["explain_differs"] for figure in found)
    assert found  # an advance and 12.34 of damage came after the lock
    assert {figure.code for figure in found} <= {LineCode.ADVANCE, LineCode.DAMAGE, None}


def test_reasons_are_the_difference_of_both_months_net(ctx, shop, two):
    before = {slip.worker_id: slip.net_fen for slip in payroll.slips(ctx, shop, two.run_id)}
    for slip in payroll.compute(ctx, shop, MONTH).slips:
        story = explain.explain(ctx, shop, MONTH, slip.worker_id)
        assert (story.net_fen, story.last_net_fen) == (slip.net_fen, before.get(slip.worker_id))
        assert sum(one.amount_fen for one in story.reasons) == slip.net_fen - before.get(slip.worker_id, 0)
        assert wrong(story) == []


def test_the_tax_year_stands_by_month(ctx, shop, two):
    paid = {slip.worker_id for slip in payroll.slips(ctx, shop, two.run_id) if slip.tax_basis is not None}
    wages = next(slip for slip in payroll.compute(ctx, shop, MONTH).slips if slip.worker_id in paid)
    story = explain.explain(ctx, shop, MONTH, wages.worker_id)
    labels = [row.label.text() for row in story.explanation.year]
    assert labels[-1] == "本月"
    assert "2026-09" in labels


def test_a_correction_opens_to_what_it_is_the_difference_of(ctx, shop, two):
    slip = next(one for one in payroll.slips(ctx, shop, two.run_id) if one.relation == "全日制" and one.normal_minutes)
    for day in range(1, 31):
        day_edit.set_mark(ctx, shop, date(2026, 9, day), slip.worker_id, "8+1")
    run = payroll_life.lock(ctx, shop, "2026-09", RunKind.CORRECTION, [slip.no], "漏记加班")
    story = explain.explain(ctx, shop, "2026-09", slip.worker_id, run.run_id)
    assert wrong(story) == []
    assert story.net_fen == slip.net_fen + story.slip.net_fen


def test_a_correction_tells_instalments_from_other_deductions(ctx, shop, hire):
    worker = hire_home_worker(hire, ctx, "01", "阿依莫")
    common = {"workshop_id": shop, "worker_id": worker, "kind": "其他扣款"}

    def deducted(number, fen):
        row = common | {"id": number, "month": MONTH, "item": "法院", "amount_fen": fen}
        with ctx.database.write("test", "deduct") as session:
            session.execute(insert(Adjustment).values(row))

    earn(ctx, shop, worker, 100_000, MONTH)
    deducted(1, 2_000)
    plan = {"id": 1, "item": "借款", "total_fen": 30_000, "monthly_fen": 3_000, "from_month": MONTH}
    with ctx.database.write("test", "plan") as session:
        session.execute(insert(DeductionPlan).values(common | plan))
    payroll_life.pay(ctx, shop, payroll_life.lock(ctx, shop, MONTH).run_id, method=PayMethod.CASH)
    earn(ctx, shop, worker, 5_000, MONTH)
    deducted(2, 1_000)
    run = payroll_life.lock(ctx, shop, MONTH, RunKind.CORRECTION, ["01"], "漏记")
    told = explain.explain(ctx, shop, MONTH, worker, run.run_id).explanation.deductions
    (other,) = [figure for figure in told if figure.code is LineCode.OTHER]
    assert [row.counted for row in other.rows] == [3_000, -2_000]


def test_a_month_explained_before_a_locked_later_one_is_its_rows_too(ctx, shop, tmp_path):
    rng = random.Random("out of order")
    first = lockable(make_book(rng, "2026-09", 6))
    assert import_book(ctx, shop, save_book(rng, first, "2026-09", tmp_path / "9.xlsx"), "2026-09").taken
    assert import_book(
        ctx, shop, save_book(rng, next_book(rng, first, MONTH), MONTH, tmp_path / "10.xlsx"), MONTH
    ).taken
    payroll_life.lock(ctx, shop, MONTH)
    for slip in payroll.compute(ctx, shop, "2026-09").slips:
        assert wrong(explain.explain(ctx, shop, "2026-09", slip.worker_id)) == []
