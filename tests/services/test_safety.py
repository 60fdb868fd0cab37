"""Backups that open on a bare machine, and restores that lose nothing."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress

import pytest
from sqlalchemy import text

from app.domain.refusal import Refusal
from app.models import versions
from app.models.database import new_ids, scalar
from app.models.folder import DataFolder
from app.models.life import life_file
from app.models.opening import create, open_database
from app.models.people import Worker
from app.models.pictures import keep_picture, read_picture
from app.services.context import Context
from app.services.safety import backup, doctor, restore, verify
from tests.fixtures import CHEAP, PASSWORD, USER


@pytest.fixture
def made(tmp_path):
    """A closed data folder with one workshop's row, its backup, and its recovery key."""
    database, recovery_key = create(tmp_path / "made", USER, PASSWORD, cost=CHEAP)
    ctx = Context(database, USER)
    with database.write(USER, "add") as session:
        session.execute(text("INSERT INTO workshop (workshop_id, name, region) VALUES (7, '龙潭', '513431')"))
    (tmp_path / "stick").mkdir()
    row = backup(ctx, tmp_path / "stick" / "book.gfbackup")
    database.close()
    return database.folder, row, recovery_key


def names(folder, password=PASSWORD, user=None):
    database, _ = open_database(folder, user, password)
    with database.read() as session:
        found = list(session.execute(text("SELECT name FROM workshop")).scalars())
    database.close()
    return found


def snapshot(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refusal_of(action, *args, **kwargs):
    with pytest.raises(Refusal) as refused:
        action(*args, **kwargs)
    assert refused.value.text("zh_CN")
    return refused.value.code


def test_a_backup_is_one_file_that_opens_on_a_bare_machine_by_password(made, tmp_path):
    _, row, _ = made
    assert list(row.path.parent.iterdir()) == [row.path]
    restored = restore(tmp_path / "bare", row.path, PASSWORD)
    assert (restored.aside, restored.workshops, restored.changes) == (None, 1, 1)
    assert names(tmp_path / "bare") == ["龙潭"]


def test_pictures_come_back_with_the_records(context, workshop_id, tmp_path):
    names_of = [keep_picture(context.database, content) for content in (b"page 1" * 400_000, b"page 2")]
    (context.database.folder / "pictures" / "half.new").write_bytes(b"what a power cut left")
    row = backup(context, tmp_path / "book.gfbackup")
    restore(tmp_path / "bare", row.path, PASSWORD)
    found, _ = open_database(tmp_path / "bare", None, PASSWORD)
    assert [read_picture(found, name) for name in names_of] == [b"page 1" * 400_000, b"page 2"]
    assert len(list((tmp_path / "bare" / "pictures").iterdir())) == 2
    found.close()


def test_a_picture_of_other_records_in_the_folder_is_kept_beside(context, workshop_id, tmp_path):
    name = keep_picture(context.database, b"a page of both")
    row = backup(context, tmp_path / "book.gfbackup")
    other, _ = create(tmp_path / "other", USER, PASSWORD, cost=CHEAP)
    keep_picture(other, b"a page of both")
    other.close()
    sealed = (other.folder / "pictures" / name).read_bytes()
    restore(other.folder, row.path, PASSWORD)
    found, _ = open_database(other.folder, None, PASSWORD)
    assert read_picture(found, name) == b"a page of both"
    assert sealed in {file.read_bytes() for file in (other.folder / "pictures").iterdir()}
    found.close()


@pytest.mark.parametrize("pictures", [[["../keys.json", 1]], [["0" * 64]], [[1, 1]], None])
def test_a_header_that_names_no_pictures_is_damaged(made, pictures):
    folder, row, _ = made
    content = row.path.read_bytes()
    start = content.index(b"{")
    length = int.from_bytes(content[start - 4 : start])
    header = json.dumps({**json.loads(content[start : start + length]), "pictures": pictures}).encode()
    sealed = len(header).to_bytes(4) + header + hashlib.sha256(header).digest()
    row.path.write_bytes(content[: start - 4] + sealed + content[start + length + 32 :])
    before = snapshot(folder)
    assert refusal_of(restore, folder, row.path, PASSWORD) == "backup_damaged"
    assert snapshot(folder) == before


def test_a_backup_opens_by_the_recovery_key_and_takes_a_new_password(made, tmp_path):
    _, row, recovery_key = made
    restore(tmp_path / "bare", row.path, "neues Wort", recovery_key=recovery_key.lower(), cost=CHEAP)
    assert names(tmp_path / "bare", "neues Wort") == ["龙潭"]


def test_the_recovery_key_alone_leaves_the_passwords(made, tmp_path):
    _, row, recovery_key = made
    restore(tmp_path / "bare", row.path, recovery_key=recovery_key)
    assert names(tmp_path / "bare") == ["龙潭"]


def test_a_backup_holds_what_is_only_in_the_log(context, workshop_id, tmp_path):
    wal = context.database.path.with_name(context.database.path.name + "-wal")
    assert wal.stat().st_size > 0
    assert backup(context, tmp_path / "b").changes == 1


def test_a_backup_shows_no_plain_text(made):
    content = made[1].path.read_bytes()
    assert "龙潭".encode() not in content
    assert b"SQLite format" not in content


def test_restore_sets_the_present_records_aside_whole(made):
    folder, row, _ = made
    database, _ = open_database(folder, None, PASSWORD)
    with database.write(USER, "rename") as session:
        session.execute(text("UPDATE workshop SET name = '后来'"))
    database.close()
    restored = restore(folder, row.path, PASSWORD)
    assert names(folder) == ["龙潭"]
    assert names(restored.aside) == ["后来"]


@pytest.mark.parametrize("place", ["the same folder", "another folder"])
def test_a_restore_is_a_new_life(made, tmp_path, place):
    folder, row, _ = made
    database, _ = open_database(folder, None, PASSWORD)
    with database.read() as session:
        number = scalar(session, "SELECT number FROM device")
    database.close()
    target = folder if place == "the same folder" else tmp_path / "other"
    restore(target, row.path, PASSWORD)
    database, _ = open_database(target, None, PASSWORD)
    with database.read() as session:
        assert scalar(session, "SELECT number FROM device") != number
        assert session.execute(text("SELECT number, last_seq, settled FROM former_device")).all() == [(number, 1, 0)]
    database.close()


def test_records_of_the_new_life_take_fresh_ids_and_seqs(made):
    folder, row, _ = made
    restore(folder, row.path, PASSWORD)
    database, _ = open_database(folder, None, PASSWORD)
    with database.write(USER, "hire") as session:
        (worker_id,) = new_ids(session, 1)
        session.add(Worker(workshop_id=7, id=worker_id, no="01", name="阿依", hired_on="2026-10-01"))
    with database.read() as session:
        rows = session.execute(text("SELECT device, seq, clock >> 20 FROM journal ORDER BY pos")).all()
        number = scalar(session, "SELECT number FROM device")
    assert [row[1:] for row in rows] == [(1, 1), (1, 2)]
    assert worker_id >> 32 == number == rows[1][0] != rows[0][0]
    database.close()


@pytest.mark.parametrize("cut", [0, 5, 16, 19, 200, -1])
def test_a_truncated_backup_is_refused_and_nothing_touched(made, cut):
    folder, row, _ = made
    row.path.write_bytes(row.path.read_bytes()[:cut])
    before = snapshot(folder)
    assert refusal_of(restore, folder, row.path, PASSWORD) in {"backup_damaged", "not_a_backup"}
    assert snapshot(folder) == before


@pytest.mark.parametrize("place", [3, 17, 40, 1000, 5000, 20000, -1])
def test_one_wrong_byte_is_seen(made, place):
    folder, row, _ = made
    content = bytearray(row.path.read_bytes())
    content[place] ^= 4
    row.path.write_bytes(content)
    before = snapshot(folder)
    assert refusal_of(restore, folder, row.path, PASSWORD) in {"backup_damaged", "not_a_backup"}
    assert snapshot(folder) == before


def test_a_longer_backup_is_refused(made):
    folder, row, _ = made
    with row.path.open("ab") as file:
        file.write(b"x")
    assert refusal_of(restore, folder, row.path, PASSWORD) == "backup_damaged"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"password": "falsch"}, "wrong_password"),
        ({"password": PASSWORD, "user": "nobody"}, "unknown_user"),
        ({}, "password_or_recovery_key"),
        ({"recovery_key": "00000"}, "recovery_key_length"),
    ],
)
def test_wrong_keys_are_told_apart_and_touch_nothing(made, arguments, code):
    folder, row, _ = made
    before = snapshot(folder)
    assert refusal_of(restore, folder, row.path, **arguments) == code
    assert snapshot(folder) == before


def test_a_recovery_key_of_other_records_is_told_from_a_typo(made, tmp_path):
    folder, row, _ = made
    other, foreign_key = create(tmp_path / "other", USER, PASSWORD, cost=CHEAP)
    other.close()
    assert refusal_of(restore, folder, row.path, recovery_key=foreign_key) == "wrong_recovery_key"


def test_a_folder_in_use_is_not_restored_over(made):
    folder, row, _ = made
    database, _ = open_database(folder, None, PASSWORD)
    assert refusal_of(restore, folder, row.path, PASSWORD) == "folder_in_use"
    database.close()


def test_a_backup_of_a_newer_program_is_refused(made, monkeypatch):
    folder, row, _ = made
    monkeypatch.setattr(versions, "KNOWN", frozenset({"shared_0000"}))
    before = snapshot(folder)
    assert refusal_of(restore, folder, row.path, PASSWORD) == "database_newer"
    assert snapshot(folder) == before


def test_a_file_that_is_no_backup_is_neither_restored_nor_overwritten(made, context, tmp_path):
    folder, _, _ = made
    note = tmp_path / "note.txt"
    note.write_text("keep")
    assert refusal_of(restore, folder, note, PASSWORD) == "not_a_backup"
    assert refusal_of(backup, context, note) == "backup_target"
    assert refusal_of(backup, context, context.database.path) == "file_of_records"
    assert note.read_text() == "keep"


def test_a_missing_file_is_named(tmp_path):
    assert refusal_of(restore, tmp_path / "data", tmp_path / "none", PASSWORD) == "file_missing"


def test_a_second_backup_takes_the_place_of_the_first(context, workshop_id, tmp_path):
    out = tmp_path / "b"
    first = backup(context, out)
    with context.database.write(USER, "edit") as session:
        session.execute(text("UPDATE workshop SET phone = '1'"))
    assert (first.changes, backup(context, out).changes) == (1, 2)


def test_the_time_of_the_last_backup_is_noted(context, tmp_path):
    row = backup(context, tmp_path / "b")
    with context.database.read() as session:
        assert scalar(session, "SELECT value FROM setting WHERE name = 'backup_at'") == str(
            int(row.made_at.timestamp())
        )


def test_a_full_stick_is_told_and_leaves_the_older_backup(context, workshop_id, tmp_path):
    """/dev/full stands for the stick: every write to it fails as on a full disk."""
    out = tmp_path / "b"
    backup(context, out)
    before = out.read_bytes()
    (tmp_path / "b.part").symlink_to("/dev/full")
    assert refusal_of(backup, context, out) == "disk_full"
    assert out.read_bytes() == before
    assert {path.name for path in context.database.folder.iterdir()} & {"backup.tmp"} == set()


@pytest.fixture
def small_disk(tmp_path):
    """A real file system of 2 MiB, where the machine lets us mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if mount is None or subprocess.run([mount, "-t", "tmpfs", "-o", "size=2m", "none", disk], check=False).returncode:
        pytest.skip("mounting a small disk needs rights this run has not")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def filled(disk):
    """Take the disk's last byte."""
    with suppress(OSError), (disk / "filler").open("wb", buffering=0) as filler:
        while filler.write(bytes(4096)):
            pass


def test_a_restore_onto_a_full_disk_leaves_nothing_half_done(made, small_disk):
    _, row, _ = made
    (small_disk / "filler").write_bytes(bytes(1_900_000))
    target = small_disk / "data"
    assert refusal_of(restore, target, row.path, PASSWORD) == "disk_full"
    assert not target.exists()


def test_a_beginning_on_a_disk_without_a_byte_left_is_told_and_leaves_no_folder(small_disk):
    filled(small_disk)
    assert refusal_of(create, small_disk / "data", USER, PASSWORD, cost=CHEAP) == "disk_full"
    assert not (small_disk / "data").exists()


def test_records_on_a_disk_without_a_byte_left_are_refused_as_full(small_disk):
    create(small_disk / "data", USER, PASSWORD, cost=CHEAP)[0].close()
    filled(small_disk)
    assert refusal_of(open_database, small_disk / "data", USER, PASSWORD) == "disk_full"


def test_a_backup_whose_copy_finds_no_room_is_refused(small_disk, tmp_path):
    database, _ = create(small_disk / "data", USER, PASSWORD, cost=CHEAP)
    database.engine.dispose()
    ctx = Context(database, USER)
    (small_disk / "filler").write_bytes(bytes(shutil.disk_usage(small_disk).free - 50_000))
    assert refusal_of(backup, ctx, tmp_path / "b") == "disk_full"
    assert not (tmp_path / "b").exists()
    assert not (database.folder / "backup.tmp").exists()
    database.close()


def kinds(findings, *, good):
    return {finding.kind for finding in findings if finding.good is good}


def test_verify_finds_a_sound_database_sound(context, workshop_id):
    findings = verify(context)
    assert kinds(findings, good=True) == {"database_sound", "pictures_sound", "restore_tested", "keys_whole"}
    assert kinds(findings, good=False) == set()
    assert {path.name for path in context.database.folder.iterdir()} & {"verify.tmp", "backup.tmp"} == set()


def test_verify_finds_a_flipped_bit(context, workshop_id):
    context.database.engine.dispose()
    content = bytearray(context.database.path.read_bytes())
    content[len(content) // 2] ^= 1
    context.database.path.write_bytes(content)
    finding = next(finding for finding in verify(context) if finding.kind == "database_damaged")
    words = finding.text("zh_CN").replace(str(context.database.path), "")
    assert re.findall("[A-Za-z]+", words) == []
    assert "与封存时不同" in words


def test_verify_finds_a_damaged_picture(context, workshop_id):
    name = keep_picture(context.database, b"a page")
    file = context.database.folder / "pictures" / name
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    (finding,) = (finding for finding in verify(context) if not finding.good)
    assert (finding.kind, finding.params) == ("picture_damaged", {"file": str(file)})


def test_verify_finds_gaps_lost_triggers_and_bad_copies(context, workshop_id):
    with context.database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_worker_insert")
        connection.exec_driver_sql("UPDATE counter SET seq = 9")
    DataFolder(context.database.folder).keys_copy.write_text("{}")
    assert kinds(verify(context), good=False) == {"journal_gap", "triggers_differ", "keys_copy_bad"}


def test_every_finding_has_words_in_both_languages(context, workshop_id):
    for finding in (*verify(context), *doctor(context.database.folder)):
        assert finding.text("zh_CN")
        assert finding.text("en")


def test_doctor_sees_a_window_and_a_known_life_without_a_password(database):
    assert kinds(doctor(database.folder), good=True) >= {"writer_present", "life_known", "folder_holds", "keys_whole"}
    database.close()
    life_file(DataFolder(database.folder)).unlink()
    assert kinds(doctor(database.folder), good=True) >= {"writer_absent", "life_unknown"}


def test_doctor_sees_a_lost_database_and_refuses_an_empty_folder(database, tmp_path):
    database.close()
    database.path.unlink()
    assert "database_lost" in kinds(doctor(database.folder), good=False)
    assert refusal_of(doctor, tmp_path / "nothing") == "no_database"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX kinds of files")
def test_a_backup_replaces_no_pipe_and_no_folder(context, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    assert refusal_of(backup, context, tmp_path / "pipe") == "file_not_ordinary"
    assert refusal_of(backup, context, tmp_path / "folder") == "file_is_folder"
    assert ((tmp_path / "pipe").is_fifo(), (tmp_path / "folder").is_dir()) == (True, True)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_a_backup_is_written_through_a_link(context, tmp_path):
    (tmp_path / "stick").mkdir()
    (tmp_path / "book").symlink_to("stick/real")
    backup(context, tmp_path / "book")
    assert ((tmp_path / "book").is_symlink(), [file.name for file in (tmp_path / "stick").iterdir()]) == (
        True,
        ["real"],
    )


def test_a_backup_into_a_missing_folder_names_it(context, tmp_path):
    assert refusal_of(backup, context, tmp_path / "no" / "book") == "folder_missing"
