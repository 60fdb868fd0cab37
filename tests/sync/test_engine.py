"""The engine against a real county server over HTTP: what is sent arrives once, others' work comes down, both agree."""

import threading
from random import Random

from sqlalchemy import insert, select, update

from app.models.tables import Attendance, Conflict, PieceEntry, Worker
from app.services.syncing import enroll, sync_state
from app.sync.exchange import CountyExchange
from tests.sync.conftest import SHOP, Desk, agree, note_month, note_pieces


def test_first_sync_sends_all_and_the_second_nothing(desk, server):
    note_month(desk.database, desk.people)
    note_pieces(desk.database, desk.people, 2500)
    report = desk.sync()
    assert (report.sent, report.accepted, report.pending, report.held) == (2631, 2631, 0, 0)
    assert report.agreed
    assert agree(server, desk)
    again = desk.sync()
    assert (again.sent, again.requests) == (0, 1)
    assert again.bytes_up <= 600
    assert again.bytes_down <= 400
    assert again.agreed


def test_second_device_pulls_everything(desk, other, server):
    note_pieces(desk.database, desk.people, 300)
    assert desk.sync().sent == 300
    report = other.sync()
    assert report.pulled == 300
    assert report.agreed
    assert agree(server, desk, other)


def test_edits_travel_both_ways(desk, other, server):
    worker = desk.people[0]
    desk.change(update(Worker).where(Worker.id == worker).values(phone="1"))
    other.change(update(Worker).where(Worker.id == worker).values(bank="农商行"))
    for each in (desk, other, desk):
        each.sync()
    assert agree(server, desk, other)
    for each in (desk, other):
        assert each.value(select(Worker.phone).where(Worker.id == worker)) == ["1"]
        assert each.value(select(Worker.bank).where(Worker.id == worker)) == ["农商行"]
        assert each.value(select(Conflict.key)) == []


def test_concurrent_edits_of_a_group_are_a_conflict_until_chosen(desk, other, server):
    worker = desk.people[0]
    desk.change(update(Worker).where(Worker.id == worker).values(phone="1"))
    other.change(update(Worker).where(Worker.id == worker).values(phone="2"))
    for each in (desk, other, desk):
        each.sync()
    assert agree(server, desk, other)
    assert desk.value(select(Conflict.grp)) == other.value(select(Conflict.grp)) == ["contact"]


def test_delete_against_an_edit_leaves_the_edit(desk, other, server):
    (entry,) = note_pieces(desk.database, desk.people, 1)
    desk.sync()
    other.sync()
    desk.change(update(PieceEntry).where(PieceEntry.id == entry).values(deleted=1))
    other.change(update(PieceEntry).where(PieceEntry.id == entry).values(good_milli=7))
    for each in (desk, other, desk):
        each.sync()
    assert agree(server, desk, other)
    assert desk.value(select(PieceEntry.deleted)) == other.value(select(PieceEntry.deleted)) == [0]


def test_both_delete_and_one_recreates(desk, other, server):
    (entry,) = note_pieces(desk.database, desk.people, 1)
    desk.sync()
    other.sync()
    for each in (desk, other):
        each.change(update(PieceEntry).where(PieceEntry.id == entry).values(deleted=1))
    for each in (desk, other, desk):
        each.sync()
    other.change(update(PieceEntry).where(PieceEntry.id == entry).values(deleted=0, good_milli=9))
    for each in (other, desk):
        each.sync()
    assert agree(server, desk, other)
    assert desk.value(select(PieceEntry.good_milli)) == [9]
    assert desk.value(select(Conflict.key)) == []


def test_same_natural_key_twice_with_equal_values_asks_nobody(desk, other, server):
    row = {"workshop_id": SHOP, "worker_id": desk.people[0], "date": "2026-10-01", "mark": "√", "normal_minutes": 480}
    for each in (desk, other):
        each.change(insert(Attendance).values(**row))
    for each in (desk, other, desk):
        each.sync()
    assert agree(server, desk, other)
    desk.change(update(Attendance).values(mark="休", normal_minutes=0))
    for each in (desk, other):
        each.sync()
    assert agree(server, desk, other)
    assert other.value(select(Attendance.mark)) == ["休"]
    assert other.value(select(Conflict.key)) == []


def test_random_work_on_three_devices_ends_equal(desk, other, make_database, server):
    third = Desk(make_database("three"), CountyExchange())
    enroll(third.ctx, third.exchange, slip=server.slip())
    third.sync()
    desks, random = [desk, other, third], Random(11)
    for _ in range(60):
        each = random.choice(desks)
        _random_step(each, random, desk.people)
    for each in desks * 2:
        each.sync()
    assert agree(server, *desks)
    heads = [sorted(each.value(select(Conflict.heads))) for each in desks]
    assert heads[0] == heads[1] == heads[2]


def _random_step(desk, random, people):
    kind = random.randrange(6)
    day = f"2026-10-{random.randrange(1, 6):02}"
    where = (Attendance.worker_id == people[0], Attendance.date == day)
    there = desk.value(select(Attendance.deleted).where(*where))
    if kind == 0:
        desk.sync()
    elif kind == 1:
        values = {random.choice(["phone", "bank", "name"]): str(random.randrange(4))}
        desk.change(update(Worker).where(Worker.id == random.choice(people[:-1])).values(**values))
    elif not there:
        row = {"workshop_id": SHOP, "worker_id": people[0], "date": day, "mark": random.choice("√休")}
        desk.change(insert(Attendance).values(**row))
    elif there == [1]:
        desk.change(update(Attendance).where(*where).values(deleted=0, mark="半"))
    elif kind == 2:
        desk.change(update(Attendance).where(*where).values(deleted=1))
    else:
        desk.change(update(Attendance).where(*where).values(mark=random.choice("√休假")))


def test_value_changed_at_the_server_is_found_and_mended(desk, server):
    note_pieces(desk.database, desk.people, 50)
    desk.sync()
    server.sql("UPDATE piece_entry SET good_milli = good_milli + 1 WHERE date < '2026-10-03'")
    assert not agree(server, desk)
    report = desk.sync()
    assert report.agreed
    assert report.requests <= 4
    assert agree(server, desk)


def test_state_names_what_waits(desk):
    state = sync_state(desk.ctx, SHOP)
    assert state.pending == 7
    assert state.pending_by_table == {"process": 1, "product": 1, "worker": 4, "workshop": 1}
    desk.sync()
    assert sync_state(desk.ctx, SHOP).pending == 0


def test_typing_goes_on_while_sync_runs(desk, other, server):
    """The day sheet writes single records in between: none is lost, none doubled, and both sides agree at the end."""
    done = threading.Event()

    def type_in():
        for turn in range(40):
            note_pieces(desk.database, desk.people, 1, seed=turn)
        done.set()

    typing = threading.Thread(target=type_in)
    typing.start()
    while not done.is_set():
        assert not desk.sync().differs
    typing.join()
    assert desk.sync().agreed
    other.sync()
    assert server.sql("SELECT count(*) FROM piece_entry") == [(40,)]
    assert agree(server, desk, other)
