"""The payroll against a real encrypted database: computed, locked, read back, and what follows in the next month."""

import json

import pytest
from sqlalchemy import event, insert, select, update

from app.domain.payroll import compute as compute_month
from app.domain.payroll_draft import LineCode
from app.domain.payroll_json import check_code, draft_json
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunState
from app.models.local import Journal
from app.models.tables import (
    Advance,
    Attendance,
    Opening,
    PayrollEvent,
    PayrollRun,
    PiecePrice,
    SlipLine,
    Worker,
    WorkshopTerms,
)
from app.services import papers, payroll, payroll_life
from app.services.papers import Wanted
from app.services.payroll_runs import load_input
from app.sync.journal import chain_at
from tests.reference.rows import MONTH, SAMPLES, month_input, sample
from tests.reference.stored_book import store_book
from tests.services.recompute import differs_since_lock

EXPECTED = json.loads((SAMPLES / "longtan-2026-10.expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def book():
    return sample()


@pytest.fixture
def ids(ctx, shop, book):
    """The sample's workers in the database, by number."""
    return store_book(ctx, shop, book, MONTH)


def change(ctx, statement, *rows):
    with ctx.database.write("test", "change") as session:
        session.execute(statement, *rows)


def by_no(slips):
    return {slip.no: slip for slip in slips}


def test_the_sample_from_the_database_is_right_to_the_fen(ctx, shop, ids):
    draft = draft_json(payroll.compute(ctx, shop, MONTH))
    for worker, expected in zip(draft["workers"], EXPECTED["workers"], strict=True):
        codes = {}
        for line in worker["lines"]:
            codes[line["code"]] = codes.get(line["code"], 0) + line["amount_fen"]
        assert {name: (worker | {"by_code": codes})[name] for name in expected} == expected
    assert draft["totals"] == EXPECTED["totals"]
    assert draft["problems"] == []


def test_database_and_workbook_give_one_draft(ctx, shop, ids, book):
    stored, read = payroll.compute(ctx, shop, MONTH), compute_month(month_input(book, MONTH))
    coming, *rest = stored.warnings  # what only the clock knows: it is the 21st
    assert coming.kind == "month_not_over"
    assert [slip.lines for slip in stored.slips] == [slip.lines for slip in read.slips]
    assert [row.text() for row in rest] == [row.text() for row in read.warnings]


def test_a_locked_run_reads_back_as_it_was_computed(ctx, shop, ids):
    draft = payroll.compute(ctx, shop, MONTH)
    run = payroll_life.lock(ctx, shop, MONTH)
    frozen = payroll.slips(ctx, shop, run.run_id)
    for kept, slip in zip(frozen, draft.slips, strict=True):
        assert (kept.gross_fen, kept.net_fen, kept.tax_basis) == (slip.gross_fen, slip.net_fen, slip.tax_basis)
        assert [(line.formula, line.quantity, line.price_e4, line.factor_bp) for line in kept.lines] == [
            (line.formula, line.quantity, line.price_e4, line.factor_bp) for line in slip.lines
        ]
        assert [line.amount_fen for line in kept.deductions] == [line.amount_fen for line in slip.deductions]


def test_the_run_says_who_locked_what_by_which_rules(ctx, shop, ids):
    run = payroll_life.lock(ctx, shop, MONTH)
    assert (run.month, run.workers, run.net_fen) == (MONTH, 32, EXPECTED["totals"]["net_fen"])
    assert (run.state, run.by, run.on) == (RunState.LOCKED, ctx.user, ctx.today())
    assert [stamp.split()[0] for stamp in run.packs] == [
        "statutory_days", "calendar", "working_time", "wage_guards", "wage_tax", "services_tax",
    ]  # fmt: skip
    assert payroll.locked_run(ctx, shop, MONTH) == run
    assert payroll.runs(ctx, shop) == (run,)


def test_the_run_keeps_the_chain_of_all_that_was_written_before_it(ctx, shop, ids):
    run = payroll_life.lock(ctx, shop, MONTH)
    with ctx.database.read() as session:
        stored = session.scalar(select(PayrollRun.chain_head))
        device, seq, value = stored.split(":")
        first = session.scalar(select(Journal.seq).where(Journal.action == "payroll.lock").order_by(Journal.seq))
        assert int(seq) == first - 1
        assert bytes.fromhex(value) == chain_at(session, shop, int(device), int(seq))
    assert run.chain_code == f"{device}·{seq} {check_code(value)}"
    assert papers.ledger(ctx, shop, Wanted(MONTH)).chain_code == run.chain_code


def test_a_draft_s_ledger_names_no_chain(ctx, shop, ids):
    assert papers.ledger(ctx, shop, Wanted(MONTH)).chain_code == ""


def test_a_month_is_locked_once(ctx, shop, ids):
    payroll_life.lock(ctx, shop, MONTH)
    with pytest.raises(Refusal) as refusal:
        payroll_life.lock(ctx, shop, MONTH)
    assert refusal.value.code == "payroll_locked"


def test_a_voided_run_makes_room_for_another(ctx, shop, ids):
    run = payroll_life.lock(ctx, shop, MONTH)
    void(ctx, shop, run.run_id)
    assert payroll.locked_run(ctx, shop, MONTH) is None
    assert payroll_life.lock(ctx, shop, MONTH).run_id != run.run_id


def void(ctx, shop, run_id):
    row = {"workshop_id": shop, "id": run_id + 10**9, "run_id": run_id, "state": "voided", "user_name": "x"}
    change(ctx, insert(PayrollEvent.__table__), [row | {"occurred_on": "2026-11-30"}])


def test_a_day_not_filled_in_blocks_the_lock(ctx, shop, ids):
    gone = (Attendance.worker_id == ids["08"], Attendance.date == "2026-10-14")
    change(ctx, update(Attendance.__table__).where(*gone).values(deleted=1))
    (problem,) = payroll.compute(ctx, shop, MONTH).problems
    assert (problem.kind, problem.no, problem.day.isoformat()) == ("day_not_filled", "08", "2026-10-14")
    with pytest.raises(Refusal, match="08 海嫫"):
        payroll_life.lock(ctx, shop, MONTH)


def test_a_piece_without_a_price_blocks_the_lock(ctx, shop, ids):
    change(ctx, update(PiecePrice.__table__).where(PiecePrice.price_e4 == 23_500).values(deleted=1))
    kinds = {row.kind for row in payroll.compute(ctx, shop, MONTH).problems}
    assert kinds == {"piece_without_price"}
    with pytest.raises(Refusal) as refusal:
        payroll_life.lock(ctx, shop, MONTH)
    assert refusal.value.code == "payroll_has_problems"


def test_nobody_employed_is_nothing_to_lock(ctx, shop):
    with pytest.raises(Refusal) as refusal:
        payroll_life.lock(ctx, shop, MONTH)
    assert refusal.value.code == "payroll_empty"


def test_locked_amounts_stay_when_a_price_changes(ctx, shop, ids):
    run = payroll_life.lock(ctx, shop, MONTH)
    before = payroll.slips(ctx, shop, run.run_id)
    assert not differs_since_lock(ctx, shop, run.run_id)
    change(ctx, update(PiecePrice.__table__).values(price_e4=PiecePrice.price_e4 + 10_000))
    assert payroll.slips(ctx, shop, run.run_id) == before
    assert differs_since_lock(ctx, shop, run.run_id)


def test_the_ledger_of_a_run_is_whole_and_bears_its_code(ctx, shop, ids):
    draft = papers.ledger(ctx, shop, Wanted(MONTH))
    run = payroll_life.lock(ctx, shop, MONTH)
    locked = papers.ledger(ctx, shop, Wanted(MONTH))
    assert draft.is_draft
    assert (locked.check_code, locked.pay_date.isoformat(), locked.unit) == (
        run.check_code,
        "2026-11-10",
        "龙潭彝绣工坊",
    )
    assert locked.rows == draft.rows
    assert sum(row.net_fen for row in locked.rows) == run.net_fen


def test_without_a_pay_day_the_ledger_has_no_pay_date(ctx, shop, ids):
    change(ctx, update(WorkshopTerms.__table__).values(pay_day=None))
    assert papers.ledger(ctx, shop, Wanted(MONTH)).pay_date is None


@pytest.mark.parametrize("read", [payroll.slips, differs_since_lock])
def test_a_run_nobody_locked_is_said_to_be_missing(ctx, shop, read):
    with pytest.raises(Refusal) as refusal:
        read(ctx, shop, 4711)
    assert refusal.value.code == "payroll_run_missing"


# ---------------------------------------------------------------- the month after


def test_the_next_month_carries_balances_and_the_year_on(ctx, shop, ids):
    october = by_no(payroll.slips(ctx, shop, payroll_life.lock(ctx, shop, MONTH).run_id))
    source = inputs(ctx, shop, "2026-11")
    worker = source["28"]
    assert worker.advance_brought_fen == october["28"].carried_advance_fen == 334_962
    assert source["10"].damage_brought_fen == october["10"].carried_damage_fen == 55_636
    assert (source["16"].opening.months, source["16"].locked.months) == (9, 1)
    assert source["16"].locked.withheld_fen == october["16"].tax_fen
    assert source["16"].last_gross_fen == october["16"].gross_fen
    assert source["01"].locked.months == 0  # services have no year


def inputs(ctx, shop, month):
    with ctx.database.read() as session:
        return {worker.no: worker for worker in load_input(session, shop, month).workers}


def test_a_locked_month_that_an_opening_covers_counts_once_and_blocks(ctx, shop, ids):
    payroll_life.lock(ctx, shop, MONTH)
    change(ctx, update(Opening.__table__).where(Opening.worker_id == ids["16"]).values(before_month="2026-11"))
    worker = inputs(ctx, shop, "2026-11")["16"]
    assert (worker.opening.months, worker.locked.months, worker.covered) == (9, 0, MONTH)
    covered = {row.no for row in payroll.compute(ctx, shop, "2026-11").problems if row.kind == "opening_overlaps"}
    assert covered == {"16"}


def test_the_days_of_the_month_s_first_week_before_it_are_looked_at(ctx, shop, ids):
    days = [{"workshop_id": shop, "worker_id": ids["08"], "date": f"2026-09-{day}"} for day in (27, 28, 29, 30)]
    change(ctx, insert(Attendance.__table__), [row | {"mark": "√", "normal_minutes": 480} for row in days])
    with ctx.database.read() as session:
        (mark,) = load_input(session, shop, MONTH).earlier
    assert (mark.worker_id, sorted(day.day for day in mark.days)) == (ids["08"], [28, 29, 30])


def test_an_advance_noted_after_the_lock_is_taken_next_month(ctx, shop, ids):
    payroll_life.lock(ctx, shop, MONTH)
    late = {"workshop_id": shop, "id": 7, "date": "2026-10-30", "worker_id": ids["08"], "amount_fen": 5_000}
    change(ctx, insert(Advance.__table__), [late])
    assert inputs(ctx, shop, "2026-11")["08"].advance_brought_fen == 5_000


def test_months_of_another_year_are_not_this_year_s(ctx, shop, ids):
    payroll_life.lock(ctx, shop, MONTH)
    worker = inputs(ctx, shop, "2027-01")["16"]
    assert (worker.opening.months, worker.locked.months) == (0, 0)


def test_two_locked_runs_of_a_month_count_nowhere(ctx, shop, ids):
    run = payroll_life.lock(ctx, shop, MONTH)
    twin = {"workshop_id": shop, "id": run.run_id + 10**8, "month": MONTH, "workers": 1, "gross_fen": 1, "net_fen": 1}
    change(ctx, insert(PayrollRun.__table__), [twin | {"packs": "", "snapshot_hash": ""}])
    locked = {"workshop_id": shop, "id": run.run_id + 10**8 + 1, "run_id": twin["id"], "state": "locked"}
    change(ctx, insert(PayrollEvent.__table__), [locked | {"user_name": "x", "occurred_on": "2026-11-02"}])
    assert all(row.disputed for row in payroll.runs(ctx, shop))
    assert inputs(ctx, shop, "2026-11")["16"].locked.months == 0
    assert "month_disputed" in {row.kind for row in payroll.compute(ctx, shop, "2026-11").problems}


# ---------------------------------------------------------------- size


def test_statements_do_not_grow_with_the_headcount(ctx, shop, ids):
    seen = []
    event.listen(ctx.database.engine, "after_cursor_execute", lambda *_: seen.append(_[2]))
    payroll.compute(ctx, shop, MONTH)
    whole = len(seen)
    change(ctx, update(Worker.__table__).where(Worker.no > "04").values(deleted=1))
    seen.clear()
    payroll.compute(ctx, shop, MONTH)
    assert len(seen) == whole < 60


def test_every_line_is_stored_with_its_formula(ctx, shop, ids):
    run = payroll_life.lock(ctx, shop, MONTH)
    with ctx.database.read() as session:
        rows = session.query(SlipLine.code, SlipLine.formula).filter(SlipLine.run_id == run.run_id).all()
    assert {row.code for row in rows} <= set(LineCode)
    assert all(row.formula for row in rows)


def test_days_still_to_come_are_said_in_the_draft_and_hinder_no_lock(ctx, shop, ids):
    (found,) = (row for row in payroll_life.draft(ctx, shop, MONTH).warnings if row.kind == "month_not_over")
    assert found.params["left"] == 10
    assert payroll_life.lock(ctx, shop, MONTH).state == "locked"
