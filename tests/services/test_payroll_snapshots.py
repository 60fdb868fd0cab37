"""A locked run computes again to the same fen from what its lock kept, and what was tampered with is found."""

import hashlib
import zlib

import pytest
from sqlalchemy import delete, select, text, update

from app.domain.refusal import Refusal
from app.models.local import RunSnapshot
from app.models.tables import PayrollRun, PiecePrice, SlipRow
from app.services import payroll, payroll_life, payroll_runs
from app.services.payroll_snapshots import Inputs
from tests.reference.rows import MONTH, sample
from tests.reference.stored_book import store_book


@pytest.fixture
def run(ctx, shop):
    """The sample's October, locked."""
    store_book(ctx, shop, sample(), MONTH)
    return payroll_life.lock(ctx, shop, MONTH)


def change(ctx, statement, *, capture=True):
    with ctx.database.write("test", "change", capture=capture) as session:
        session.execute(statement)


def figures(slips):
    return [(slip.no, slip.gross_fen, slip.net_fen, [line.formula for line in slip.lines]) for slip in slips]


def test_prices_and_packs_of_later_change_nothing_of_an_old_payroll(ctx, shop, run, monkeypatch):
    frozen = payroll.slips(ctx, shop, run.run_id)
    change(ctx, update(PiecePrice.__table__).values(price_e4=PiecePrice.price_e4 + 10_000))
    monkeypatch.setattr(payroll_runs, "load_packs", lambda *_: ())
    again = payroll_life.recompute(ctx, shop, run.run_id)
    assert figures(again.slips) == figures(frozen)
    assert again.packs == run.packs


def test_the_run_names_its_inputs_by_their_hash(ctx, shop, run):
    with ctx.database.read() as session:
        named = session.scalar(select(PayrollRun.inputs_hash))
        stored = session.scalar(select(RunSnapshot.content))
    assert hashlib.sha256(zlib.decompress(stored)).hexdigest() == named
    assert len(stored) < 20_000


def test_a_sound_run_is_verified(ctx, shop, run):
    (check,) = payroll_life.verify_runs(ctx, shop)
    assert (check.run_id, check.slips_sound, check.inputs, check.same) == (run.run_id, True, Inputs.KEPT, True)
    assert check.sound


def test_inputs_of_a_run_locked_elsewhere_are_missing_which_is_no_fault(ctx, shop, run):
    change(ctx, delete(RunSnapshot))
    (check,) = payroll_life.verify_runs(ctx, shop)
    assert (check.inputs, check.same, check.sound) == (Inputs.MISSING, None, True)
    with pytest.raises(Refusal) as refusal:
        payroll_life.recompute(ctx, shop, run.run_id)
    assert refusal.value.code == "snapshot_missing"


@pytest.mark.parametrize("content", [b"x", zlib.compress(b"{}")])
def test_damaged_inputs_are_not_computed_from(ctx, shop, run, content):
    change(ctx, update(RunSnapshot).values(content=content))
    (check,) = payroll_life.verify_runs(ctx, shop)
    assert (check.inputs, check.sound) == (Inputs.DAMAGED, False)
    with pytest.raises(Refusal) as refusal:
        payroll_life.recompute(ctx, shop, run.run_id)
    assert refusal.value.code == "snapshot_damaged"


def test_a_slip_changed_past_the_guards_is_found(ctx, shop, run):
    change(ctx, update(SlipRow).where(SlipRow.no == "08").values(net_fen=SlipRow.net_fen + 1), capture=False)
    (check,) = payroll_life.verify_runs(ctx, shop)
    assert (check.slips_sound, check.same, check.sound) == (False, True, False)


def test_what_fails_after_the_slips_leaves_nothing(ctx, shop, run):
    payroll_life.reopen(ctx, shop, run.run_id, "x")
    guard = "CREATE TRIGGER stop BEFORE INSERT ON slip_line BEGIN SELECT RAISE(ABORT, 'stopped'); END"
    change(ctx, text(guard))
    with pytest.raises(Exception, match="stopped"):
        payroll_life.lock(ctx, shop, MONTH)
    change(ctx, text("DROP TRIGGER stop"))
    assert [row.run_id for row in payroll.runs(ctx, shop)] == [run.run_id]
    with ctx.database.read() as session:
        assert session.scalars(select(RunSnapshot.run_id)).all() == [run.run_id]
