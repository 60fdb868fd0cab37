"""Making and opening a database: nobody gets an empty one by mistake, and one window writes."""

import os
import re
import subprocess
import sys

import pytest
from sqlalchemy import insert, text

from app.domain.refusal import Refusal
from app.domain.vocabulary import RoleName
from app.models.database import make_engine, scalar
from app.models.folder import DataFolder, WriterLock
from app.models.journal import triggers_are_current
from app.models.opening import create, open_database
from app.models.workshop import CalendarDay
from tests.fixtures import CHEAP, PASSWORD, USER
from tests.models.rows import add_day


def code_of(action, *args, **kwargs):
    with pytest.raises(Refusal) as refused:
        action(*args, **kwargs)
    assert refused.value.text("zh_CN") != refused.value.text("en")
    return refused.value.code


def snapshot(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_new_database_holds_roles_user_origin_and_device(database):
    with database.read() as session:
        assert set(session.execute(text("SELECT name FROM role")).scalars()) == set(RoleName)
        assert session.execute(text("SELECT name, role, active FROM user")).all() == [(USER, "manager", 1)]
        assert session.execute(text("SELECT o.device = d.number, o.capture FROM origin o, device d")).all() == [(1, 1)]
        assert 1 <= scalar(session, "SELECT number FROM device") < 1 << 20


def test_it_opens_again_by_its_first_user(database, workshop_id):
    database.close()
    again, user = open_database(database.folder, None, PASSWORD)
    with again.read() as session:
        assert (user, scalar(session, "SELECT workshop_id FROM workshop")) == (USER, workshop_id)
    again.close()


def test_the_engine_is_set_as_the_design_says(database):
    with database.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "busy_timeout": 5000,
    }


def test_the_file_is_encrypted(database, workshop_id):
    database.close()
    assert not database.path.read_bytes().startswith(b"SQLite format 3")
    engine = make_engine(database.path, bytes(32))
    with pytest.raises(Exception, match="not a database"), engine.connect() as connection:
        connection.execute(text("SELECT 1 FROM workshop"))
    engine.dispose()


@pytest.mark.parametrize(
    ("user", "password", "code"), [(USER, "falsch", "wrong_password"), ("x", PASSWORD, "unknown_user")]
)
def test_a_wrong_password_leaves_the_folder_as_it_is_and_free(database, user, password, code):
    database.close()
    before = snapshot(database.folder)
    assert code_of(open_database, database.folder, user, password) == code
    assert snapshot(database.folder) | {"writer.lock": b""} == before | {"writer.lock": b""}
    open_database(database.folder, None, PASSWORD)[0].close()


@pytest.mark.parametrize("left", ["gongfang.db", "keys.json", "gongfang.db-wal"])
def test_nothing_is_made_over_what_lies_there(tmp_path, left):
    (tmp_path / left).write_bytes(b"old")
    assert code_of(create, tmp_path, USER, PASSWORD, cost=CHEAP) == "folder_not_empty"
    assert (tmp_path / left).read_bytes() == b"old"


def test_opening_an_empty_folder_makes_nothing(tmp_path):
    assert code_of(open_database, tmp_path, None, PASSWORD) == "no_database"
    assert code_of(open_database, tmp_path / "none", None, PASSWORD) == "no_database"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", ["missing", "emptied"])
def test_a_lost_database_file_is_told_not_replaced(database, damage):
    database.close()
    if damage == "missing":
        database.path.unlink()
    else:
        database.path.write_bytes(b"")
    assert code_of(open_database, database.folder, None, PASSWORD) == "database_lost"
    assert not database.path.exists() or database.path.stat().st_size == 0


@pytest.mark.parametrize("damage", ["first page", "last pages", "plain"])
def test_a_damaged_database_is_told_and_left_as_it_is(filled, damage):
    filled.close()
    content = bytearray(filled.path.read_bytes())
    if damage == "first page":
        content[100] ^= 1
    elif damage == "last pages":
        content = content[:4096]
    else:
        content = bytearray(b"SQLite format 3\0" + bytes(8192))
    filled.path.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        open_database(filled.folder, None, PASSWORD)
    assert refused.value.code == "database_damaged"
    assert re.search(r"另行保留\(SQLite \d+\)。$", refused.value.text())
    assert filled.path.read_bytes() == content


def test_a_second_window_is_refused_and_named(database):
    with pytest.raises(Refusal) as refused:
        open_database(database.folder, None, PASSWORD)
    assert refused.value.code == "folder_in_use"
    assert refused.value.params["folder"] == str(database.folder)


def test_a_second_process_is_refused(database):
    code = (
        "import sys; from pathlib import Path; from app.models.folder import *\n"
        "try: WriterLock(DataFolder(Path(sys.argv[1]))).acquire()\n"
        "except Exception as error: print(error.code, error.params['holder'])"
    )
    run = subprocess.run([sys.executable, "-c", code, str(database.folder)], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["folder_in_use", str(os.getpid())]


def test_the_lock_ends_with_its_process(tmp_path):
    code = (
        "import sys, os; from pathlib import Path; from app.models.folder import *\n"
        "WriterLock(DataFolder(Path(sys.argv[1]))).acquire(); os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == -9
    lock = WriterLock(DataFolder(tmp_path))
    lock.acquire()
    lock.release()


def test_a_reader_runs_beside_and_writes_nothing(database, workshop_id):
    reader, _ = open_database(database.folder, None, PASSWORD, read_only=True)
    with database.write(USER, "add") as session:
        add_day(session, workshop_id, 1)
        with reader.read() as reading:
            assert scalar(reading, "SELECT count(*) FROM calendar_day") == 0
    with reader.read() as reading:
        assert scalar(reading, "SELECT count(*) FROM calendar_day") == 1
    with pytest.raises(Refusal) as refused, reader.write(USER, "add") as session:
        add_day(session, workshop_id, 2)
    assert refused.value.code == "database_read_only"
    reader.close()


def test_triggers_of_another_version_are_made_anew(database):
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_worker_update")
        connection.exec_driver_sql("CREATE TRIGGER old AFTER INSERT ON worker BEGIN SELECT 1; END")
        assert not triggers_are_current(connection)
    database.close()
    again, _ = open_database(database.folder, None, PASSWORD)
    with again.engine.connect() as connection:
        assert triggers_are_current(connection)
    again.close()


def test_capture_left_off_is_on_again_after_opening(database):
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE origin SET capture = 0")
    database.close()
    again, _ = open_database(database.folder, None, PASSWORD)
    with again.read() as session:
        assert scalar(session, "SELECT capture FROM origin") == 1
    again.close()


def test_starting_does_not_import_alembic(database):
    database.close()
    code = (
        "import sys; from pathlib import Path; from app.models.opening import open_database\n"
        "open_database(Path(sys.argv[1]), None, sys.argv[2])[0].close(); print('alembic' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, database.folder, PASSWORD], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "False"


def test_a_full_disk_is_told_and_loses_only_this_step(database, workshop_id):
    """The engine's own limit of pages answers exactly as a full disk does."""
    with database.write(USER, "before") as session:
        add_day(session, workshop_id, 1)
    pages = database.engine.connect().exec_driver_sql("PRAGMA page_count").scalar()
    with database.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Refusal) as refused, database.write(USER, "much") as session:
        add_day(session, workshop_id, 2, "很长" * 100_000)
    assert refused.value.code == "disk_full"
    with database.read() as session:
        assert list(session.execute(text("SELECT date FROM calendar_day")).scalars()) == ["2026-10-01"]


def test_children_may_be_written_before_their_parents(database):
    with database.write(USER, "add") as session:
        session.execute(insert(CalendarDay).values(workshop_id=5, date="2026-10-01", name="x"))
        session.execute(text("INSERT INTO workshop (workshop_id, name, region) VALUES (5, 'n', 'r')"))


def test_an_orphan_is_refused_at_the_commit(database):
    with pytest.raises(Exception, match="FOREIGN KEY"), database.write(USER, "add") as session:
        session.execute(insert(CalendarDay).values(workshop_id=5, date="2026-10-01", name="x"))


def test_a_database_that_cannot_be_finished_leaves_nothing(tmp_path):
    """The second copy of the keys cannot be written: a folder lies in its place."""
    (tmp_path / "keys.copy.json.new").mkdir()
    assert code_of(create, tmp_path, USER, PASSWORD, cost=CHEAP) == "file_is_folder"
    assert {path.name for path in tmp_path.iterdir()} == {"keys.copy.json.new", "writer.lock"}
