"""Sealing: what is kept is sent again as it is, sizes follow the line, the digest is not added up for nothing."""

import pytest
from sqlalchemy import select, update

from app.models.local import Batch, Cursor
from app.models.tables import Worker
from app.sync import comparing
from app.sync.comparing import keep_digest, own_digest, position
from app.sync.sealing import LEAST_BYTES, MOST_BYTES, next_batch, resized
from app.sync.standing import read_standing
from tests.sync.conftest import SHOP, found_workshop, note_pieces


@pytest.fixture
def enrolled(database):
    """A database with three thousand records and a cursor, but no server."""
    note_pieces(database, found_workshop(database), 3000)
    with database.write("", "enrol", capture=False) as session:
        session.add(Cursor(workshop_id=SHOP, server_url="", fingerprint="", join_key="", batch_bytes=LEAST_BYTES))
    return database


def standing(database):
    with database.read() as session:
        return read_standing(session, SHOP)


def move(database, **values):
    with database.write("", "cursor", capture=False) as session:
        session.execute(update(Cursor).values(**values))


def test_kept_batch_is_sent_again_byte_by_byte(enrolled):
    first = next_batch(enrolled, standing(enrolled))
    assert next_batch(enrolled, standing(enrolled)).data == first.data
    with enrolled.read() as session:
        assert session.execute(select(Batch.sealed)).scalars().all() == [first.data]


def test_batch_keeps_its_size_in_bytes(enrolled):
    sealed = next_batch(enrolled, standing(enrolled))
    assert LEAST_BYTES // 4 < len(sealed.data) <= LEAST_BYTES * 5 // 4


def test_larger_line_takes_all(enrolled):
    move(enrolled, batch_bytes=MOST_BYTES)
    assert next_batch(enrolled, standing(enrolled)).count == 3007


def test_kept_batch_too_large_for_the_line_is_cut_anew(enrolled):
    move(enrolled, batch_bytes=MOST_BYTES)
    large = next_batch(enrolled, standing(enrolled))
    move(enrolled, batch_bytes=LEAST_BYTES)
    assert next_batch(enrolled, standing(enrolled)).count < large.count


def test_next_batch_goes_on_where_the_cursor_stands(enrolled):
    first = next_batch(enrolled, standing(enrolled))
    move(enrolled, sent_seq=first.last, chain=first.after.hex())
    second = next_batch(enrolled, standing(enrolled))
    assert (second.first, second.before) == (first.last + 1, first.after)


def test_nothing_waits_no_batch(enrolled):
    move(enrolled, sent_seq=3007)
    assert next_batch(enrolled, standing(enrolled)) is None


@pytest.mark.parametrize(
    ("size", "arrived", "then"),
    [(16384, True, 32768), (65536, True, 65536), (16384, False, 8192), (4096, False, 4096)],
)
def test_sizes(size, arrived, then):
    assert resized(size, arrived=arrived) == then


def test_digest_is_kept_until_the_journal_grows(enrolled, monkeypatch):
    where = standing(enrolled)
    with enrolled.write("", "keep", capture=False) as session:
        digest = own_digest(session, where)
        keep_digest(session, where, digest, position(session), where.last_sync_at)
    with monkeypatch.context() as patch, enrolled.read() as session:
        patch.setattr(comparing, "own_buckets", lambda *_: pytest.fail("added up again"))
        assert own_digest(session, where) == digest
    with enrolled.write("阿依", "edit") as session:
        session.execute(update(Worker).values(phone="1"))
    with enrolled.read() as session:
        assert own_digest(session, standing(enrolled)) != digest


def test_kept_digest_is_checked_against_the_tables_each_day(enrolled):
    where = standing(enrolled)
    with enrolled.write("", "keep", capture=False) as session:
        keep_digest(session, where, "0" * 16, position(session), where.last_sync_at - 25 * 3600)
    with enrolled.read() as session:
        assert own_digest(session, where) != "0" * 16
