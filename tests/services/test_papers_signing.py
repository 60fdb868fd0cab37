"""Codes of slips against real records: ours, changed, given up, forged, of an unknown device, of another workshop."""

import pytest
from sqlalchemy import insert, select, text, update

from app.domain.papers.slip_code import SlipVerdict, read_slip_text, slip_text
from app.domain.refusal import Refusal
from app.models.local import Device, FormerDevice, Peer
from app.services import papers, payroll_life
from app.services.papers import Wanted
from app.services.papers_signing import verify_slip
from app.sync.wire.seal import public_key
from tests.services.paid_workers import MONTH, earn, hire_home_worker

SEED = bytes(range(32))


@pytest.fixture
def worker(ctx, shop, hire):
    worker_id = hire_home_worker(hire, ctx, "01", "阿依莫")
    earn(ctx, shop, worker_id, 140_950)
    return worker_id


@pytest.fixture
def run(ctx, shop, worker):
    return payroll_life.lock(ctx, shop, MONTH)


@pytest.fixture
def scanned(ctx, shop, run, worker):
    """What a phone reads from the worker's slip."""
    return " ".join(papers.slips(ctx, shop, Wanted(MONTH)).codes[worker])


def sql(ctx, statement, **values):
    with ctx.database.write("test", "change", capture=False) as session:
        session.execute(statement, values)


def test_a_locked_slip_is_valid_and_shows_readably(ctx, scanned):
    found = verify_slip(ctx, scanned)
    assert (found.verdict, found.month, found.no, found.name) == (SlipVerdict.VALID, MONTH, "01", "阿依莫")
    assert scanned.startswith(f"龙潭彝绣工坊 {MONTH} 编号01 实发")


def test_later_edits_of_a_worker_change_nothing(ctx, shop, scanned, worker):
    earn(ctx, shop, worker, 5_000)
    assert verify_slip(ctx, scanned).verdict is SlipVerdict.VALID


def test_a_slip_tampered_with_in_the_records_is_found(ctx, scanned):
    with ctx.database.write("test", "tamper", capture=False) as session:
        triggers = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'slip'"))
        for (name,) in triggers.all():
            session.execute(text(f'DROP TRIGGER "{name}"'))
        session.execute(text("UPDATE slip SET net_fen = net_fen + 100"))
    assert verify_slip(ctx, scanned).verdict is SlipVerdict.CHANGED


def test_a_reopened_runs_slip_is_replaced(ctx, shop, run, scanned):
    payroll_life.reopen(ctx, shop, run.run_id, "漏了一天")
    assert verify_slip(ctx, scanned).verdict is SlipVerdict.REPLACED


@pytest.mark.parametrize("change", [lambda s: s.replace("编号01", "编号02"), lambda s: s[:-9] + "A" + s[-8:]])
def test_an_edited_text_is_forged(ctx, scanned, change):
    edited = change(scanned)
    assert edited == scanned or verify_slip(ctx, edited).verdict is SlipVerdict.FORGED
    assert edited != scanned


def test_a_device_nobody_knows(ctx, scanned):
    sql(ctx, update(Device).values(number=77, seed=SEED))
    assert verify_slip(ctx, scanned).verdict is SlipVerdict.UNKNOWN_SIGNER


@pytest.mark.parametrize("table", [FormerDevice, Peer])
def test_an_earlier_life_and_another_pc_of_the_workshop_are_known(ctx, shop, scanned, table):
    with ctx.database.read() as session:
        number, seed = session.execute(select(Device.number, Device.seed)).one()
    key = {"workshop_id": shop, "public_key": public_key(seed).hex()}
    row = (
        {"number": number, "last_seq": 1, "sent_seq": 0, "ended_at": 0} if table is FormerDevice else {"device": number}
    )
    sql(ctx, insert(table).values(**key, **row))
    sql(ctx, update(Device).values(number=77, seed=SEED))
    assert verify_slip(ctx, scanned).verdict is SlipVerdict.VALID


def test_a_run_this_pc_does_not_have(ctx, shop, worker, scanned):
    with ctx.database.write("test", "lose", capture=False) as session:
        for table in ("slip_line", "slip", "payroll_event", "payroll_run"):
            named = session.execute(text(f"SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='{table}'"))
            for (name,) in named.all():
                session.execute(text(f'DROP TRIGGER "{name}"'))
            session.execute(text(f"DELETE FROM {table}"))
    assert verify_slip(ctx, scanned).verdict is SlipVerdict.MISSING


def test_another_workshops_slip(ctx, shop, scanned):
    words, claim, signature = read_slip_text(scanned)
    other = type(claim)(claim.workshop_id ^ 1, claim.run_id, claim.worker_id, claim.device, claim.digest)
    assert verify_slip(ctx, slip_text(words, other, signature)).verdict is SlipVerdict.NOT_OURS


def test_any_other_text_is_refused(ctx):
    with pytest.raises(Refusal) as refused:
        verify_slip(ctx, "https://example.org")
    assert refused.value.code == "slip_code_unreadable"
