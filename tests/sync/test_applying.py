"""Others' changes into a database: versions of other program versions, parents that come late, repeated deliveries."""

import itertools
import json
from random import Random

import pytest
from sqlalchemy import func, insert, select, text, update

from app.domain.canonical import CHAIN_START
from app.models.local import HeldChange
from app.models.queries.stats import workshop_buckets
from app.models.tables import Attendance, Conflict, Counter, Journal, PieceEntry, Worker
from app.sync import wire
from app.sync.applying import apply_batch, begin, finish, release
from app.sync.journal import chain_at, own_rows
from tests.sync.conftest import SHOP, found_workshop, note_month, note_pieces

SEED = bytes(32)


def device(database):
    with database.read() as session:
        return session.execute(text("SELECT number FROM device")).scalar_one()


def batches(database, size=10_000):
    """All own changes as sealed batches."""
    number, done, before = device(database), 0, CHAIN_START
    while True:
        with database.read() as session:
            rows = own_rows(session, SHOP, number, done, size)
        if not rows:
            return
        groups = wire.group_rows(rows)
        after = wire.Batch(1, groups).chained(before)
        yield wire.open_batch(wire.seal(SEED, SHOP, number, groups, before, after))
        done, before = rows[-1].seq, after


def take(database, sealed, held=(), batch=None):
    """Apply one batch; how many changes were applied."""
    with database.write("", "apply", capture=False) as session:
        intake = begin(session, SHOP)
        apply_batch(intake, sealed, batch or sealed.read(), held)
        finish(intake)
    return intake.applied


def tables(database):
    with database.read() as session:
        return workshop_buckets(session, SHOP)


def every(database, statement):
    with database.read() as session:
        return session.execute(statement).all()


@pytest.fixture
def pair(make_database):
    """A database with work in it, and an empty one."""
    worked, empty = make_database("worked"), make_database("empty")
    people = found_workshop(worked)
    note_month(worked, people, 5)
    entries = note_pieces(worked, people, 30)
    with worked.write("阿依", "edit") as session:
        session.execute(update(PieceEntry).where(PieceEntry.id.in_(entries[:5])).values(good_milli=1))
        session.execute(update(PieceEntry).where(PieceEntry.id == entries[6]).values(deleted=1))
        session.execute(update(Worker).where(Worker.id == people[0]).values(phone="1", bank="2"))
    return worked, empty


@pytest.mark.parametrize("size", [10_000, 7, 1])
def test_everything_arrives_and_a_second_time_nothing(pair, size):
    worked, empty = pair
    for sealed in batches(worked, size):
        take(empty, sealed)
    assert tables(empty) == tables(worked)
    assert sum(take(empty, sealed) for sealed in batches(worked, size)) == 0
    assert tables(empty) == tables(worked)


@pytest.mark.parametrize("seed", range(5))
def test_batches_in_any_order_end_alike(pair, seed):
    worked, empty = pair
    for sealed in Random(seed).sample(parts := list(batches(worked, 3)), len(parts)):
        take(empty, sealed)
    assert tables(empty) == tables(worked)
    assert every(empty, select(HeldChange.seq)) == []


def test_the_journal_comes_out_as_it_was_made(pair):
    worked, empty = pair
    for sealed in batches(worked, 11):
        take(empty, sealed)
    columns = [Journal.device, *(getattr(Journal, name) for name in wire.JournalRow._fields)]
    assert every(empty, select(*columns).order_by(Journal.seq)) == every(worked, select(*columns).order_by(Journal.seq))
    with empty.read() as session, worked.read() as own:
        assert chain_at(session, SHOP, device(worked), 40) == chain_at(own, SHOP, device(worked), 40)


def test_applying_raises_the_clock_and_writes_no_own_change(pair):
    worked, empty = pair
    for sealed in batches(worked):
        take(empty, sealed)
    assert every(empty, select(Counter.clock)) == every(worked, select(Counter.clock))
    assert every(empty, select(Counter.seq)) == [(0,)]


def test_an_edit_after_applying_replaces_what_came(pair):
    worked, empty = pair
    for sealed in batches(worked):
        take(empty, sealed)
    with empty.write("阿果", "edit") as session:
        session.execute(update(Worker).where(Worker.no == "01").values(phone="3"))
    for sealed in batches(empty):
        take(worked, sealed)
    assert tables(empty) == tables(worked)
    assert every(worked, select(Conflict.key)) == []


def test_held_by_the_server_waits_until_released(pair):
    worked, empty = pair
    (sealed,) = batches(worked)
    last = sealed.last
    take(empty, sealed, held=[last, last - 1])
    assert tables(empty) != tables(worked)
    assert {verdict for (verdict,) in every(empty, select(HeldChange.verdict))} == {"held"}
    with empty.write("", "release", capture=False) as session:
        intake = begin(session, SHOP)
        release(intake, [(sealed.device, last), (sealed.device, last - 1)])
        finish(intake)
    assert tables(empty) == tables(worked)
    assert every(empty, select(HeldChange.seq)) == []


def test_leaping_clock_waits_and_raises_nothing(pair):
    worked, empty = pair
    with worked.write("", "leap", capture=False) as session:
        session.execute(update(Counter).values(clock=1 << 60))
    with worked.write("阿依", "note") as session:
        session.execute(update(Worker).where(Worker.no == "02").values(phone="9"))
    for sealed in batches(worked):
        take(empty, sealed)
    assert every(empty, select(HeldChange.code)) == [("clock_leap",)]
    assert every(empty, select(Counter.clock))[0][0] < 1 << 30


def test_column_of_a_later_version_waits_in_extra(pair):
    worked, empty = pair
    (sealed,) = batches(worked)
    batch = sealed.read()
    for group in batch.groups:
        if (group.table, group.op) == ("worker", "i"):
            group.new["shoe_size"] = [40] * len(group)
    again = wire.read_payload(wire.write_payload(batch.groups), 1, sealed.count)
    take(empty, sealed, batch=again)
    assert {json.loads(extra)["shoe_size"] for (extra,) in every(empty, select(Worker.extra))} == {40}
    assert tables(empty) == tables(worked)


def test_table_of_a_later_version_waits(pair):
    worked, empty = pair
    (sealed,) = batches(worked)
    batch = sealed.read()
    for group in batch.groups:
        if group.table == "attendance":
            group.table = "attendance_of_tomorrow"
    take(empty, sealed, batch=wire.read_payload(wire.write_payload(batch.groups), 1, sealed.count))
    assert {code for (code,) in every(empty, select(HeldChange.code))} == {"unknown_table"}
    assert every(empty, select(func.count()).select_from(PieceEntry)) == [(30,)]


def test_conflict_rows_say_what_an_edit_replaces(make_database):
    one, two = make_database("one"), make_database("two")
    people = found_workshop(one)
    for sealed in batches(one):
        take(two, sealed)
    row = {"workshop_id": SHOP, "worker_id": people[0], "date": "2026-10-01", "mark": "√"}
    for database, mark in ((one, "√"), (two, "√")):
        with database.write("阿依", "note") as session:
            session.execute(insert(Attendance).values(**row | {"mark": mark}))
    for sealed, to in itertools.chain(((s, one) for s in batches(two)), ((s, two) for s in batches(one))):
        take(to, sealed)
    ((heads, same),) = every(one, select(Conflict.heads, Conflict.same))
    assert json.loads(heads) == json.loads(same)
    with one.write("阿依", "edit") as session:
        session.execute(update(Attendance).values(mark="休"))
    assert every(one, select(Conflict.key)) == []
    base = every(one, select(Journal.base).order_by(Journal.pos.desc()).limit(1))[0][0]
    assert json.loads(base) == json.loads(same)
