"""A device's life: one number is never used by two databases that have gone different ways."""

import json
import shutil
from contextlib import suppress
from datetime import datetime

import pytest
from sqlalchemy import select, update

from app.domain.refusal import Refusal
from app.models import life
from app.models.database import new_ids, scalar
from app.models.folder import DataFolder
from app.models.life import life_file, public_key, start_new_life
from app.models.local import Counter, Cursor, Device, FormerDevice
from app.models.opening import open_database
from tests.fixtures import PASSWORD, USER
from tests.models.rows import add_day, journal

NOW = datetime.fromisoformat("2030-01-01T00:00")
NOW_MINUTES = 2192 * 24 * 60


def device(database) -> Device:
    with database.read() as session:
        row = session.scalars(select(Device)).one()
        session.expunge_all()
    return row


def reopen(database, folder=None, now=None):
    database.close()
    return open_database(folder or database.folder, None, PASSWORD, now=now)[0]


@pytest.fixture
def open_again():
    """Open a folder again; closed at the end."""
    opened = []

    def again(database, folder=None, now=None):
        opened.append(reopen(database, folder, now))
        return opened[-1]

    yield again
    for database in opened:
        database.close()


def test_opening_again_is_the_same_life_with_a_new_word(database, open_again):
    first = device(database)
    second = device(open_again(database))
    assert (second.number, second.seed) == (first.number, first.seed)
    assert second.word != first.word


def test_the_file_holds_the_word_and_neither_key_nor_password(database):
    held = life_file(DataFolder(database.folder)).read_text()
    assert json.loads(held)["word"] == device(database).word
    assert device(database).seed.hex() not in held


def copied(database, tmp_path):
    database.close()
    shutil.copytree(database.folder, tmp_path / "copy")
    return tmp_path / "copy"


def older_put_back(database, tmp_path):
    folder = copied(database, tmp_path)
    reopen(database).close()
    shutil.rmtree(database.folder)
    folder.rename(database.folder)
    return database.folder


def file_lost(database, _tmp_path):
    life_file(DataFolder(database.folder)).unlink()
    return database.folder


def file_damaged(database, _tmp_path):
    life_file(DataFolder(database.folder)).write_text("{")
    return database.folder


def other_user(database, tmp_path):
    shutil.copytree(life.config_folder(), tmp_path / "config")
    life_file(DataFolder(database.folder)).write_text('{"word": "another"}')
    return database.folder


@pytest.mark.parametrize("event", [copied, older_put_back, file_lost, file_damaged, other_user])
def test_a_copy_a_restore_or_another_machine_is_a_new_life(database, workshop_id, tmp_path, open_again, event):
    first, clock = device(database), journal(database)[-1].clock
    folder = event(database, tmp_path)
    again = open_again(database, folder)
    second = device(again)
    assert second.number != first.number
    assert second.seed != first.seed
    with again.read() as session:
        former = session.scalars(select(FormerDevice)).one()
        counter = session.scalars(select(Counter)).one()
        assert scalar(session, "SELECT device FROM origin") == second.number
    assert (former.workshop_id, former.number, former.last_seq, former.settled) == (workshop_id, first.number, 1, 0)
    assert former.public_key == public_key(first.seed)
    assert (counter.seq, counter.clock) == (0, clock)


def test_a_new_life_counts_from_1_and_clocks_go_on(database, workshop_id, tmp_path, open_again):
    before = journal(database)[-1]
    again = open_again(database, copied(database, tmp_path))
    with again.write(USER, "add") as session:
        add_day(session, workshop_id, 1)
    after = journal(again)[-1]
    assert (after.device, after.seq) == (device(again).number, 1)
    assert after.clock >> 20 == (before.clock >> 20) + 1


def test_what_was_sent_is_remembered_with_the_former_number(database, workshop_id, open_again):
    with database.write(USER, "sync") as session:
        session.add(Cursor(workshop_id=workshop_id, server_url="", fingerprint="", join_key="", sent_seq=1))
    again = open_again(database, file_lost(database, None))
    with again.read() as session:
        assert scalar(session, "SELECT sent_seq FROM former_device") == 1
        assert scalar(session, "SELECT sent_seq FROM cursor") == 0


@pytest.mark.parametrize("point", ["after the first file", "after the database"])
def test_a_power_cut_while_words_are_renewed_is_no_new_life(database, open_again, monkeypatch, point):
    first = device(database)
    database.close()
    calls = []
    real = life.write_atomically

    def cut(path, content):
        calls.append(path)
        if point == "after the first file" and len(calls) == 1:
            real(path, content)
            raise KeyboardInterrupt
        if point == "after the database" and len(calls) == 2:
            raise KeyboardInterrupt
        real(path, content)

    monkeypatch.setattr(life, "write_atomically", cut)
    with pytest.raises(KeyboardInterrupt):
        open_database(database.folder, None, PASSWORD)
    monkeypatch.undo()
    assert device(open_again(database)).number == first.number


def test_the_id_counter_jumps_with_the_minutes(database, open_again):
    again = open_again(database, now=NOW)
    assert device(again).next_counter == NOW_MINUTES * 256
    with again.write(USER, "ids") as session:
        ids = new_ids(session, 3)
    number = device(again).number
    assert [row_id - (number << 32) for row_id in ids] == [NOW_MINUTES * 256 + n for n in range(3)]


def test_a_clock_set_back_takes_no_id_twice(database, open_again):
    later = open_again(database, now=NOW)
    with later.write(USER, "ids") as session:
        last = new_ids(session, 5)[-1]
    earlier = open_again(later, now=datetime.fromisoformat("2025-01-01"))
    with earlier.write(USER, "ids") as session:
        assert new_ids(session, 1)[0] == last + 1


def test_ids_of_a_transaction_that_failed_are_given_again(database):
    first = []
    with suppress(ZeroDivisionError), database.write(USER, "ids") as session:
        first.append(new_ids(session, 1)[0])
        raise ZeroDivisionError
    with database.write(USER, "ids") as session:
        assert [new_ids(session, 1)[0]] == first


def test_a_spent_counter_is_refused_and_the_next_opening_is_a_new_life(database, open_again):
    with database.write(USER, "spend") as session:
        session.execute(update(Device).values(next_counter=(1 << 32) - 1))
    with pytest.raises(Refusal) as refused, database.write(USER, "ids") as session:
        new_ids(session, 2)
    assert refused.value.code == "ids_exhausted"
    number = device(database).number
    again = device(open_again(database))
    assert again.number != number
    assert again.next_counter < 1 << 31


def test_a_former_number_is_never_drawn_again(database, monkeypatch):
    former = device(database).number
    draws = iter([former - 1, former - 1, 76])
    monkeypatch.setattr(life.secrets, "randbelow", lambda _limit: next(draws))
    with database.write("", "life") as session:
        assert start_new_life(session, NOW) == 77


def test_each_folder_has_its_own_file(tmp_path):
    one, two = (life_file(DataFolder(tmp_path / name)) for name in ("a", "b"))
    assert one != two
    assert one == life_file(DataFolder(tmp_path / "b" / ".." / "a"))
