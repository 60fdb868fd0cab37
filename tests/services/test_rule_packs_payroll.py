"""A pack from July on changes July, and nothing before it: a locked June stays, and recomputes to the same fen."""

from datetime import date
from fractions import Fraction
from math import floor

import pytest
from sqlalchemy import insert, update

from app.domain.calendar import month_calendar
from app.domain.payroll_draft import LineCode
from app.domain.vocabulary import DayKind, PayMethod, RunKind
from app.models.tables import Attendance, Worker, WorkshopTerms
from app.services import payroll, payroll_life
from app.services.local_days import local_days, save_local_day
from app.services.rule_packs import add_pack, shipped_packs, trust_signer
from app.sync.wire import SignerKey, public_key, write_signed_pack, write_signer_key
from tests.pack_files import july_tax
from tests.services.paid_workers import earn
from tests.services.recompute import differs_since_lock

SEED = bytes(range(32))


def marks(shop, worker, month):
    calendar = month_calendar(month, shipped_packs())
    return [
        {"workshop_id": shop, "worker_id": worker, "date": day.isoformat(), "mark": "√", "normal_minutes": 480,
         "extra_minutes": 0, "source": ""}
        for day in calendar.days()
        if calendar.kind(day) is DayKind.WORKING
    ]  # fmt: skip


@pytest.fixture
def worker(ctx, shop, hire):
    """One worker at 8,000 a month who was there all June and July."""
    made = hire("01", rate_fen=800_000, hired_on=date(2026, 6, 1))
    with ctx.database.write("test", "fill") as session:
        session.add(WorkshopTerms(workshop_id=shop, valid_from="2026-01-01", monthly_minimum_fen=187_000))
        session.execute(insert(Attendance), marks(shop, made, "2026-06") + marks(shop, made, "2026-07"))
    return made


@pytest.fixture
def take(ctx, tmp_path):
    """Takes a pack from a file signed by a trusted county."""

    def taken(text):
        key, pack = tmp_path / "key.json", tmp_path / "pack.json"
        key.write_text(write_signer_key(SignerKey(public_key(SEED).hex(), "县")), encoding="utf-8")
        pack.write_text(write_signed_pack(SEED, text), encoding="utf-8")
        trust_signer(ctx, key)
        add_pack(ctx, pack)

    return taken


def tax(slip):
    return -sum(line.amount_fen for line in slip.deductions if line.code is LineCode.TAX)


def test_a_pack_from_july_leaves_june_as_it_was_locked(ctx, shop, worker, take):
    run = payroll_life.lock(ctx, shop, "2026-06")
    frozen = payroll.slips(ctx, shop, run.run_id)
    july = payroll.compute(ctx, shop, "2026-07")
    take(july_tax())
    assert payroll.slips(ctx, shop, run.run_id) == frozen
    assert not differs_since_lock(ctx, shop, run.run_id)
    (slip,) = payroll.compute(ctx, shop, "2026-07").slips
    assert [tax(frozen[0]), tax(july.slips[0])] == [9_000, 9_000]  # (8,000 - 5,000) × 3 %
    assert tax(slip) == 21_000  # (16,000 - 2 × 3,000) × 3 % - 90
    assert any(stamp.startswith("wage_tax 2026.7") for stamp in payroll.compute(ctx, shop, "2026-07").packs)
    assert all(stamp.startswith("wage_tax 2019.1") for stamp in run.packs if stamp.startswith("wage_tax"))


def owed(deductions, incomes):
    """Cumulative withholding in the first band worked out month by month: what the year owes after each, in fen."""
    year = Fraction(0)
    for place, deduction in enumerate(deductions, 1):
        year = max(year, Fraction(3, 100) * (sum(incomes[:place]) - deduction * place))
        yield floor(year + Fraction(1, 2))


def test_a_tax_table_from_the_middle_of_july_is_all_julys_and_none_of_junes(ctx, shop, worker, take):
    payroll_life.pay(ctx, shop, payroll_life.lock(ctx, shop, "2026-06").run_id, method=PayMethod.CASH)
    take(july_tax("2026-07-17"))
    run = payroll_life.lock(ctx, shop, "2026-07")
    payroll_life.pay(ctx, shop, run.run_id, method=PayMethod.CASH)
    june, july = owed((500_000, 300_000), (800_000, 800_000))
    assert [tax(slip) for one in payroll.runs(ctx, shop) for slip in payroll.slips(ctx, shop, one.run_id)] == [
        june,
        july - june,
    ]
    assert [stamp.split()[1] for stamp in run.packs if stamp.startswith("wage_tax")] == ["2026.7"]
    earn(ctx, shop, worker, 12_345, "2026-06")
    (slip,) = payroll.compute(ctx, shop, "2026-06", RunKind.CORRECTION, [worker]).slips
    assert tax(slip) == [*owed((500_000, 300_000), (812_345, 800_000))][-1] - july


def test_who_left_before_a_tax_table_of_the_same_month_is_taxed_by_it(ctx, shop, worker, take):
    take(july_tax("2026-07-17"))
    with ctx.database.write("test", "leave") as session:
        session.execute(update(Worker).values(left_on="2026-07-09", hired_on="2026-07-01"))
    earn(ctx, shop, worker, 400_000, "2026-07")
    (slip,) = payroll.compute(ctx, shop, "2026-07", RunKind.SETTLEMENT, [worker]).slips
    assert slip.gross_fen > 500_000
    assert tax(slip) == floor(Fraction(3, 100) * max(0, slip.gross_fen - 300_000) + Fraction(1, 2))


def test_a_pack_that_reaches_back_is_shown_beside_the_lock(ctx, shop, worker, take):
    run = payroll_life.lock(ctx, shop, "2026-06")
    frozen = payroll.slips(ctx, shop, run.run_id)
    take(july_tax().replace("2026-07-01", "2026-06-01"))
    assert payroll.slips(ctx, shop, run.run_id) == frozen
    assert differs_since_lock(ctx, shop, run.run_id)


def test_a_festival_in_a_locked_month_is_taken_with_a_notice(ctx, shop, worker):
    run = payroll_life.lock(ctx, shop, "2026-06")
    (note,) = save_local_day(ctx, shop, date(2026, 6, 24), "火把节", statutory=True).notes
    assert (note.kind, note.blocks, note.params["months"]) == ("local_day_locked", False, "2026-06")
    assert [row.locked for row in local_days(ctx, shop)] == [True]
    assert differs_since_lock(ctx, shop, run.run_id)
    assert save_local_day(ctx, shop, date(2026, 7, 24), "赶集", statutory=False).notes == ()
