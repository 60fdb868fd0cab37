"""Two PCs that gave one counted id to different rows: both rows live on, one of them under a new id."""

import pytest
from sqlalchemy import insert, select, update

from app.models.local import Conflict, HeldChange
from app.models.tables import Attendance, PieceEntry, TeamShare, Worker
from app.services.syncing import enroll
from app.sync.exchange import CountyExchange
from tests.sync.conftest import SHOP, Desk, agree

TAKEN, ENTRY = 9 << 32 | 77, 9 << 32 | 78


def hire(desk, name, day):
    """A worker under the taken id, with a mark, a piece entry under a taken id too, and a share in it."""
    with desk.database.write("阿依", "hire") as session:
        session.execute(insert(Worker).values(workshop_id=SHOP, id=TAKEN, no=name, name=name, hired_on="2025-03-01"))
        session.execute(
            insert(Attendance),
            [
                {"workshop_id": SHOP, "worker_id": TAKEN, "date": date, "mark": name, "normal_minutes": 480}
                for date in ("2026-10-09", day)
            ],
        )
        session.execute(
            insert(PieceEntry).values(
                workshop_id=SHOP,
                id=ENTRY,
                date=day,
                worker_id=TAKEN,
                process_id=desk.people[-1],
                grade="",
                good_milli=1000,
                rework_milli=0,
                source=name,
            )
        )
        session.execute(
            insert(TeamShare).values(workshop_id=SHOP, entry_id=ENTRY, worker_id=TAKEN, position=1, weight_milli=1000)
        )


def state(desk):
    """By worker's name: marks, entries' sources and how many shares."""
    found = {}
    with desk.database.read() as session:
        for worker in session.execute(select(Worker).where(Worker.no.in_(["甲", "乙"]), Worker.deleted == 0)).scalars():
            mine = [
                session.execute(select(column).where(table.worker_id == worker.id, table.deleted == 0)).scalars().all()
                for column, table in (
                    (Attendance.date, Attendance),
                    (Attendance.mark, Attendance),
                    (PieceEntry.source, PieceEntry),
                )
            ]
            entries = session.execute(select(PieceEntry.id).where(PieceEntry.worker_id == worker.id)).scalars().all()
            shares = select(TeamShare.entry_id).where(TeamShare.worker_id == worker.id, TeamShare.deleted == 0)
            assert session.execute(shares).scalars().all() == entries
            found[worker.name, worker.phone] = [sorted(mine[0]), set(mine[1]), mine[2]]
    return found


def expected(phone=""):
    return {
        ("甲", ""): [["2026-10-09", "2026-10-10"], {"甲"}, ["甲"]],
        ("乙", phone): [["2026-10-09", "2026-10-11"], {"乙"}, ["乙"]],
    }


def settled(server, *desks):
    assert server.sql("SELECT count(*) FROM held_change") == [(0,)]
    assert server.sql("SELECT held FROM workshop_state") == [(0,)]
    for each in desks:
        assert each.value(select(HeldChange.seq)) == []
        assert each.value(select(Conflict.key)) == []
        report = each.sync()
        assert (report.sent, report.requests, report.agreed) == (0, 1, True)
    assert agree(server, *desks)


@pytest.fixture
def both(desk, other):
    other.people = desk.people
    hire(desk, "甲", "2026-10-10")
    hire(other, "乙", "2026-10-11")
    return desk, other


def test_both_rows_and_their_children_live_on(both, server):
    desk, other = both
    desk.sync()
    other.sync()
    desk.sync()
    assert state(desk) == state(other) == expected()
    assert desk.value(select(Worker.name).where(Worker.id == TAKEN)) == ["甲"]
    assert server.sql("SELECT count(DISTINCT id) FROM worker WHERE name IN ('甲', '乙')") == [(2,)]
    settled(server, desk, other)


def test_edits_of_the_row_made_and_sent_before_it_is_known(both, server):
    desk, other = both
    desk.sync()
    other.change(update(Worker).where(Worker.id == TAKEN).values(phone="乙一"))
    other.sync()
    desk.sync()
    assert state(desk) == state(other) == expected("乙一")
    settled(server, desk, other)
    for each, name in ((desk, "甲"), (other, "乙")):
        each.change(update(Worker).where(Worker.name == name).values(phone=f"{name}二"))
    for each in (desk, other, desk):
        each.sync()
    assert {phone for _, phone in state(desk)} == {"甲二", "乙二"}
    settled(server, desk, other)


def test_the_other_row_was_edited_or_deleted_meanwhile(both, server):
    desk, other = both
    desk.change(update(Worker).where(Worker.id == TAKEN).values(deleted=1))
    for each in (desk, other, desk):
        each.sync()
    assert list(state(desk)) == list(state(other)) == [("乙", "")]
    settled(server, desk, other)


def test_the_other_row_comes_in_a_later_answer(both, server, monkeypatch):
    desk, other = both
    desk.sync()
    monkeypatch.setattr("app.sync.engine.ROOM", 1)
    other.exchange = CountyExchange(most_changes=2)
    other.sync()
    desk.sync()
    assert state(desk) == state(other) == expected()
    settled(server, desk, other)


def test_a_third_pc_that_takes_it_batch_by_batch(both, server, make_database, monkeypatch):
    monkeypatch.setattr("app.sync.engine.ROOM", 1)
    desk, other = both
    desk.sync()
    third = Desk(make_database("three"))
    enroll(third.ctx, third.exchange, slip=server.slip())
    other.exchange = CountyExchange(most_changes=3)
    for each in (third, other, third, desk):
        each.sync()
    assert state(third) == expected()
    settled(server, desk, other, third)
