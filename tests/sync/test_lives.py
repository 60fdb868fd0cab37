"""Lives of a database: restored, copied, or a number used twice; nothing is lost and nothing doubled."""

import shutil

import pytest
from sqlalchemy import func, select, update

from app.models.keys import KeyCost
from app.models.life import CONFIG_VARIABLE
from app.models.local import Device, FormerDevice, Journal
from app.models.opening import open_database
from app.models.tables import PieceEntry, Worker
from app.services.safety import backup, restore
from tests.sync.conftest import Desk, agree, note_pieces


def entries(server):
    return server.sql("SELECT count(*), count(DISTINCT id) FROM piece_entry")[0]


def open_desk(folder, people):
    database, _ = open_database(folder, None, "secret word")
    return Desk(database, people=people)


def test_restore_after_the_rest_was_synced(desk, server, tmp_path):
    desk.sync()
    note_pieces(desk.database, desk.people, 10)
    backup(desk.ctx, tmp_path / "a.backup")
    note_pieces(desk.database, desk.people, 5)
    desk.sync()
    desk.database.close()
    restore(tmp_path / "one", tmp_path / "a.backup", "secret word", cost=KeyCost(64, 1, 1))
    again = open_desk(tmp_path / "one", desk.people)
    note_pieces(again.database, again.people, 3)
    report = again.sync()
    assert (report.sent, report.duplicate, report.pulled) == (3, 0, 5)
    assert report.agreed
    assert entries(server) == (18, 18)
    assert agree(server, again)
    assert again.sync().requests == 1
    again.database.close()


def test_restore_of_work_the_server_never_had(desk, other, server, tmp_path):
    note_pieces(desk.database, desk.people, 10)
    backup(desk.ctx, tmp_path / "a.backup")
    desk.database.close()
    restore(tmp_path / "one", tmp_path / "a.backup", "secret word", cost=KeyCost(64, 1, 1))
    again = open_desk(tmp_path / "one", desk.people)
    note_pieces(again.database, again.people, 3)
    report = again.sync()
    assert (report.sent, report.accepted, report.held) == (13, 13, 0)
    assert entries(server) == (13, 13)
    other.sync()
    assert agree(server, again, other)
    again.database.close()


@pytest.mark.parametrize("first", ["original", "copy"])
def test_copied_folder_working_beside_the_original(desk, server, tmp_path, monkeypatch, first):
    desk.sync()
    entry = note_pieces(desk.database, desk.people, 4)[0]
    desk.database.close()
    shutil.copytree(tmp_path / "one", tmp_path / "copy")
    original = open_desk(tmp_path / "one", desk.people)
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "other config"))
    copy = open_desk(tmp_path / "copy", desk.people)
    for each, phone in ((original, "1"), (copy, "2")):
        note_pieces(each.database, desk.people, 2)
        each.change(update(PieceEntry).where(PieceEntry.id == entry).values(good_milli=int(phone)))
        each.change(update(Worker).where(Worker.id == desk.people[0]).values(phone=phone))
    order = [original, copy] if first == "original" else [copy, original]
    for each in [*order, *order]:
        each.sync()
    assert entries(server) == (8, 8)
    assert agree(server, original, copy)
    assert [each.sync().requests for each in order] == [1, 1]
    for each in order:
        each.database.close()


def test_second_device_joins_with_work_of_its_own_number_kept(other):
    assert other.value(select(func.count()).select_from(FormerDevice)) == [0]


def twin(desk, tmp_path):
    """A copy that, against all rules, writes under the original's number (a machine's snapshot, say)."""
    desk.database.close()
    shutil.copytree(tmp_path / "one", tmp_path / "twin")
    original = open_desk(tmp_path / "one", desk.people)
    number, seed = _device(original)
    copy = open_desk(tmp_path / "twin", desk.people)
    with copy.database.write("", "snapshot", capture=False) as session:
        session.execute(update(Device).values(number=number, seed=seed))
        session.connection().exec_driver_sql(f"UPDATE origin SET device = {number}")
        session.connection().exec_driver_sql("DELETE FROM former_device")
        sent = session.execute(select(func.max(Journal.seq)).where(Journal.device == number)).scalar_one()
        session.connection().exec_driver_sql(f"UPDATE cursor SET sent_seq = {sent}")
        session.connection().exec_driver_sql(f"UPDATE counter SET seq = {sent}")
    return original, copy


def _device(desk):
    with desk.database.read() as session:
        return session.execute(select(Device.number, Device.seed)).one()


def test_fork_gives_a_number_clocks_and_ids_of_its_own(desk, server, tmp_path):
    desk.sync()
    original, copy = twin(desk, tmp_path)
    for each, count in ((original, 3), (copy, 4)):
        with each.database.write("", "same counter", capture=False) as session:
            session.execute(update(Device).values(next_counter=900_000_000))
        note_pieces(each.database, desk.people, count, seed=count)
        each.change(update(Worker).where(Worker.id == desk.people[0]).values(phone=str(count)))
    original.sync()
    report = copy.sync()
    assert report.held == 0
    assert entries(server) == (7, 7)
    original.sync()
    assert _device(copy).number != _device(original).number
    assert agree(server, original, copy)
    for each in (original, copy):
        each.database.close()
