"""Lives of a database: restored, copied, or a number used twice; nothing is lost and nothing doubled."""

import shutil

import pytest
from sqlalchemy import func, insert, select, update

from app.models.folder import CONFIG_VARIABLE
from app.models.keys import KeyCost
from app.models.local import Cursor, Device, FormerDevice, HeldChange, Journal
from app.models.opening import open_database
from app.models.tables import CalendarDay, PieceEntry, Worker, Workshop
from app.services.safety import backup, restore
from app.services.syncing import enroll, sync_now
from app.sync import lives
from tests.fixtures import PASSWORD
from tests.sync.conftest import NOW, SHOP, Desk, agree, note_pieces


def entries(server):
    return server.sql("SELECT count(*), count(DISTINCT id) FROM piece_entry")[0]


def open_desk(folder, people):
    database, _ = open_database(folder, None, PASSWORD)
    return Desk(database, people=people)


def test_restore_after_the_rest_was_synced(desk, server, tmp_path):
    desk.sync()
    note_pieces(desk.database, desk.people, 10)
    backup(desk.ctx, tmp_path / "a.backup")
    note_pieces(desk.database, desk.people, 5)
    desk.sync()
    desk.database.close()
    restore(tmp_path / "one", tmp_path / "a.backup", PASSWORD, cost=KeyCost(64, 1, 1))
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
    restore(tmp_path / "one", tmp_path / "a.backup", PASSWORD, cost=KeyCost(64, 1, 1))
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


@pytest.fixture
def put_back(desk, tmp_path):
    """Puts the whole disk back to the moment before ``later`` worked and synced: database and words agree."""
    folders = ("one", "config")

    def copy(away: str, back: str) -> None:
        for name in folders:
            shutil.rmtree(tmp_path / f"{back}{name}", ignore_errors=True)
            shutil.copytree(tmp_path / f"{away}{name}", tmp_path / f"{back}{name}")

    def back(later):
        desk.database.close()
        copy("", "image of ")
        between = open_desk(tmp_path / "one", desk.people)
        later(between)
        between.database.close()
        copy("image of ", "")
        again = open_desk(tmp_path / "one", desk.people)
        opened.append(again.database)
        return again

    opened = []
    yield back
    for database in opened:
        database.close()


def worked_on(count):
    def later(desk):
        note_pieces(desk.database, desk.people, count, seed=1)
        desk.sync()

    return later


def test_disk_put_back_to_an_earlier_day_is_noticed_before_anything_is_typed(desk, server, put_back):
    desk.sync()
    again = put_back(worked_on(5))
    report = again.sync()
    assert (report.pulled, report.agreed) == (5, True)
    note_pieces(again.database, again.people, 3, seed=2)
    assert again.sync().accepted == 3
    assert entries(server) == (8, 8)
    assert agree(server, again)


@pytest.mark.parametrize("batch_bytes", [4096, 65536])
def test_disk_put_back_with_work_both_lives_have_and_work_of_each(desk, server, put_back, batch_bytes):
    desk.sync()
    note_pieces(desk.database, desk.people, 3000)
    again = put_back(worked_on(50))
    note_pieces(again.database, again.people, 30, seed=2)
    with again.database.write("", "line", capture=False) as session:
        session.execute(update(Cursor).values(batch_bytes=batch_bytes))
    assert again.sync().agreed
    assert entries(server) == (3080, 3080)
    assert agree(server, again)


def test_disk_put_back_under_two_workshops(desk, server, put_back):
    second = SHOP + 1
    with desk.database.write("阿依", "found") as session:
        session.execute(insert(Workshop).values(workshop_id=second, name="二坊", region="513499"))
    enroll(desk.ctx, desk.exchange, slip=server.slip("二坊"), workshop_id=second)
    days = iter(range(1, 28))

    def rest(desk, count):
        with desk.database.write("阿依", "calendar") as session:
            rows = [{"workshop_id": second, "date": f"2026-10-{next(days):02}", "name": "火把节"} for _ in range(count)]
            session.execute(insert(CalendarDay), rows)

    def both(desk):
        for each in (SHOP, second):
            sync_now(desk.ctx, desk.exchange, each)

    def later(desk):
        note_pieces(desk.database, desk.people, 5, seed=1)
        rest(desk, 3)
        both(desk)

    both(desk)
    again = put_back(later)
    note_pieces(again.database, again.people, 2, seed=2)
    rest(again, 2)
    both(again)
    assert entries(server) == (7, 7)
    assert server.sql("SELECT count(*) FROM calendar_day WHERE workshop_id = %s", second) == [(5,)]
    assert len(again.value(select(CalendarDay.date))) == 5


def test_leaving_a_number_keeps_what_the_server_holds_of_it(desk, server):
    desk.sync()
    with desk.database.write("", "held", capture=False) as session:
        number = session.execute(select(Device.number)).scalar_one()
        plain = {"clock": 1, "verdict": "held", "tbl": "worker", "key": "[1]", "column_name": "", "message": ""}
        plain |= {"workshop_id": SHOP, "device": number, "side": "own", "code": "parent_missing"}
        session.execute(insert(HeldChange), [plain | {"seq": 3}, plain | {"seq": 6}])
        lives.leave_forked(session, NOW, SHOP, 5)
    assert desk.value(select(HeldChange.seq)) == [3]


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
