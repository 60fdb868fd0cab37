"""Killed within a lock or a payment: the whole of it is there, or nothing."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.domain.vocabulary import RunState
from app.models.local import Journal, RunSnapshot
from app.models.opening import open_database
from app.models.tables import Payment, PayrollEvent, PayrollRun, SlipLine, SlipRow
from app.services import payroll, payroll_life
from app.services.context import Context
from tests.fixtures import PASSWORD
from tests.services.paid_workers import MONTH, earn, hire_home_worker

ROOT = Path(__file__).parents[2]
LOCKED = (PayrollRun, PayrollEvent, SlipRow, SlipLine, RunSnapshot)


@pytest.fixture
def killed(ctx, shop, hire, database):
    """Run the PC that dies at a point; answers what is left, opened again."""
    earn(ctx, shop, hire_home_worker(hire, ctx, "01", "阿依莫"), 10_000)
    database.close()
    opened = []

    def died(point):
        command = [sys.executable, "-m", "tests.services.lock_worker", str(database.folder), str(shop), point]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert (ended.returncode, ended.stdout) == (-signal.SIGKILL, "reached\n"), ended.stderr
        again, user = open_database(database.folder, None, PASSWORD)
        opened.append(again)
        return Context(again, user)

    yield died
    for each in opened:
        each.close()


def counts(ctx, *tables):
    with ctx.database.read() as session:
        return [session.scalar(select(func.count()).select_from(table)) for table in tables]


def journal_is_gapless(ctx, shop):
    with ctx.database.read() as session:
        last, rows = session.execute(
            select(func.max(Journal.seq), func.count()).where(Journal.workshop_id == shop).group_by(Journal.device)
        ).one()
    return last == rows


@pytest.mark.slow
@pytest.mark.parametrize("point", ["slips", "event"])
def test_half_a_lock_is_no_lock_and_the_month_is_locked_afterwards(killed, shop, point):
    ctx = killed(point)
    assert counts(ctx, *LOCKED) == [0] * len(LOCKED)
    assert journal_is_gapless(ctx, shop)
    assert payroll_life.lock(ctx, shop, MONTH).net_fen == 10_000


@pytest.mark.slow
def test_half_a_payment_is_none(killed, shop):
    ctx = killed("paid")
    assert counts(ctx, Payment) == [0]
    (run,) = payroll.runs(ctx, shop)
    assert (run.state, run.paid_fen) == (RunState.LOCKED, 0)
