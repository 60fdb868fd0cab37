"""A payroll on two PCs and at the county: its state is the last event by the clock of the changes, whatever date a PC
shows, and the chain it was locked under is the one the server keeps.
"""

import pytest
from sqlalchemy import insert, text

from app.domain.vocabulary import RunState
from app.models.database import new_ids
from app.models.tables import PayrollEvent, PayrollRun
from app.services import payroll
from app.services.chain_head import chain_head
from app.sync.journal import chain_at
from tests.sync.conftest import SHOP, note_month, note_pieces

RUN = {"workshop_id": SHOP, "month": "2026-10", "workers": 1, "gross_fen": 1, "net_fen": 1, "packs": ""}


@pytest.fixture
def run_id(desk, other):
    """A locked run that both PCs have."""
    with desk.database.write("阿依", "lock") as session:
        (number,) = new_ids(session, 1)
        session.execute(insert(PayrollRun).values(RUN | {"id": number, "snapshot_hash": "0" * 64}))
    note(desk, number, RunState.LOCKED, "2026-11-02")
    desk.sync()
    other.sync()
    return number


def note(desk, run_id, state, day):
    """An event of the run as a PC writes it whose date is ``day``."""
    with desk.database.write("阿依", "event") as session:
        (number,) = new_ids(session, 1)
        row = {"workshop_id": SHOP, "id": number, "run_id": run_id, "state": state.value, "user_name": "阿依"}
        session.execute(insert(PayrollEvent).values(row | {"occurred_on": day}))


def heads(desk, server):
    """The chain's head by the service, run from the first change, and as the server has it."""
    with desk.database.read() as session:
        device, seq, value = chain_head(session, SHOP).split(":")
        again = chain_at(session, SHOP, int(device), int(seq)).hex()
    with server.database.transaction() as connection:
        row = text("SELECT encode(chain, 'hex') FROM device WHERE workshop_id = :shop AND device = :device")
        return value, again, connection.scalar(row, {"shop": SHOP, "device": int(device)})


def test_the_chain_s_head_is_the_one_the_server_keeps(desk, server):
    note_month(desk.database, desk.people)
    desk.sync()
    value, again, kept = heads(desk, server)
    assert value == again == kept
    note_pieces(desk.database, desk.people, 50)
    value, again, kept = heads(desk, server)
    assert value == again != kept


def states(*desks):
    return [run.state for desk in desks for run in payroll.runs(desk.ctx, SHOP)]


def test_a_later_event_counts_though_its_pc_is_a_year_behind(desk, other, run_id):
    note(other, run_id, RunState.VOIDED, "2025-11-01")
    other.sync()
    desk.sync()
    assert states(desk, other) == [RunState.VOIDED, RunState.VOIDED]
    note(desk, run_id, RunState.LOCKED, "2024-01-01")
    desk.sync()
    other.sync()
    assert states(desk, other) == [RunState.LOCKED, RunState.LOCKED]


def test_events_of_one_moment_are_ordered_alike_on_both(desk, other, run_id):
    note(desk, run_id, RunState.PAID, "2026-11-09")
    note(other, run_id, RunState.REOPENED, "2026-11-03")
    for each in (desk, other, desk):
        each.sync()
    one, two = states(desk, other)
    assert one == two
