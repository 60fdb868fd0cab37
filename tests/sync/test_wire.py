"""The wire: what a journal holds comes out at the other end, in few bytes, and poison costs its own change alone."""

import json
import time
import zlib

import msgspec
import pytest
from sqlalchemy import select, text, update

from app.domain.canonical import CHAIN_START, canonical
from app.domain.refusal import Refusal
from app.models.tables import Attendance, Journal, PieceEntry, Worker
from app.sync import wire
from app.sync.wire.poison import disarm
from tests.sync.conftest import SHOP, found_workshop, note_month, note_pieces

SEED = bytes(range(32))


def journal_rows(database) -> list[wire.JournalRow]:
    columns = [getattr(Journal, name) for name in wire.JournalRow._fields]
    with database.read() as session:
        return [wire.JournalRow(*row) for row in session.execute(select(*columns).order_by(Journal.seq))]


def sealed(rows, before=CHAIN_START) -> wire.SealedBatch:
    groups = wire.group_rows(rows)
    after = wire.Batch(1, groups).chained(before)
    return wire.open_batch(wire.seal(SEED, SHOP, 77, groups, before, after))


def facts(group: wire.ChangeGroup) -> list[tuple]:
    """The journal rows of a group as they would be written at the other end."""
    texts = zip(group.base_texts(), group.key_texts(), group.data_texts(), strict=True)
    fixed = zip(group.seq, group.clock, group.user, group.action, group.at, strict=True)
    return [(seq, clock, base, user, action, at, group.table, key, group.op, data)
            for (seq, clock, user, action, at), (base, key, data) in zip(fixed, texts, strict=True)]  # fmt: skip


@pytest.fixture
def worked(database):
    """A database after some work of every kind: inserts, edits of several groups, a delete and a re-creation."""
    people = found_workshop(database)
    note_month(database, people)
    entries = note_pieces(database, people, 200)
    with database.write("阿依", "edit") as session:
        session.execute(update(Worker).where(Worker.id == people[0]).values(name='\\"\t\x01\x7f/ཀ𠮷', phone="13"))
        session.execute(update(Attendance).where(Attendance.date == "2026-10-03").values(mark="休", normal_minutes=0))
        session.execute(update(PieceEntry).where(PieceEntry.id == entries[3]).values(worker_id=None))
        session.execute(update(PieceEntry).where(PieceEntry.id.in_(entries[4:7])).values(deleted=1))
        session.execute(update(PieceEntry).where(PieceEntry.id == entries[4]).values(deleted=0, good_milli=5))
    return database


def test_every_journal_row_comes_out_as_it_went_in(worked):
    rows = journal_rows(worked)
    batch = sealed(rows).read()
    assert not batch.faults
    assert batch.exact
    assert sorted(row for group in batch.groups for row in facts(group)) == [tuple(row) for row in rows]


def test_chain_is_the_same_however_batches_are_cut(worked):
    rows = journal_rows(worked)
    whole = sealed(rows)
    first = sealed(rows[:150])
    second = sealed(rows[150:], first.after)
    assert whole.read().chained(CHAIN_START) == whole.after == second.after
    assert second.read().chained(first.after) == second.after


def test_chain_is_the_same_where_neighbours_altered_other_columns(database):
    people = found_workshop(database, 2)
    note_month(database, people, 1)
    for worker, values in zip(people, ({"mark": "休"}, {"normal_minutes": 7}), strict=False):
        with database.write("阿依", "edit") as session:
            session.execute(update(Attendance).where(Attendance.worker_id == worker).values(**values))
    rows = journal_rows(database)[-2:]
    (together,) = wire.group_rows(rows)
    assert list(together.old) == ["mark", "normal_minutes"]
    (read,) = wire.read_payload(wire.write_payload([together]), rows[0].seq, 2).groups
    alone = [line for row in rows for group in wire.group_rows([row]) for line in group.canonical()]
    assert together.canonical() == read.canonical() == alone


def test_bytes_of_a_thousand_piece_records(database):
    note_pieces(database, found_workshop(database, 32), 1000)
    assert len(sealed(journal_rows(database)[-1000:]).data) <= 12.5 * 1000


def test_empty_request_and_answer_are_small():
    header = wire.SyncRequest(SHOP, 345_678, pulled=1234, epoch="a1b2c3d4", digest="0123456789abcdef")
    assert len(wire.write_request(SEED, header)) <= 240
    answer = wire.Answer(high=12345, epoch="a1b2c3d4", now=1_792_000_000, compared=True)
    assert len(wire.write_answer(answer)) <= 120


def test_signature_covers_every_byte(worked):
    data = sealed(journal_rows(worked)[:3]).data
    key = wire.public_key(SEED)
    wire.open_batch(data).check(key)
    for place in range(0, len(data), 7):
        changed = bytearray(data)
        changed[place] ^= 1
        with pytest.raises((wire.Forged, wire.Unreadable)):
            wire.open_batch(bytes(changed)).check(key)


def test_request_comes_back_whole(worked):
    batch = sealed(journal_rows(worked)[:3]).data
    header = wire.SyncRequest(SHOP, 77, left_out=[wire.RowKey("worker", "[1]")])
    data = wire.write_request(SEED, header, batch)
    wire.check_request(data, wire.public_key(SEED))
    assert wire.read_request(data) == (header, batch)
    with pytest.raises(wire.Forged):
        wire.check_request(data[:-1] + bytes([data[-1] ^ 1]), wire.public_key(SEED))


@pytest.mark.parametrize("data", [b"", b"GFR1", b"<html>", b"GFR1" + bytes(80), bytes(200)])
def test_garbage_is_unreadable(data):
    for read in (wire.read_request, wire.read_answer, wire.open_batch):
        with pytest.raises(wire.Unreadable):
            read(data)


def test_answer_comes_back_with_its_batches(worked):
    batch = sealed(journal_rows(worked)[:3]).data
    log = [wire.LogEntry(4, len(batch), [2]), wire.LogEntry(5, 0, [], [(77, 2)]), wire.LogEntry(6, len(batch))]
    answer = wire.Answer(9, "e", 1, log=log, more=True)
    assert wire.read_answer(wire.write_answer(answer, [batch, batch])) == (answer, {4: batch, 6: batch})
    with pytest.raises(wire.Unreadable):
        wire.read_answer(wire.write_answer(answer, [batch]))


def test_bomb_is_not_inflated():
    with pytest.raises(wire.Unreadable):
        wire.inflate(zlib.compress(bytes(50 << 20)))


def test_unclosed_string_costs_no_more_than_its_length():
    text = b'"\\u0000' + b'\\"' * 1_000_000
    began = time.process_time()
    disarm(text)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("field", "value"),
    [("n", 0), ("n", -1), ("n", 10**9), ("o", "x"), ("t", "x" * 65), ("k", {f"k{n}": 1 for n in range(7)})],
)
def test_group_of_a_size_that_cannot_be_is_not_read(field, value):
    group = wire.Group("attendance", "i", msgspec.Raw(b"1"), msgspec.Raw(b"1048577"))
    assert wire.is_bounded(group)
    encoded = msgspec.json.encode({"t": "attendance", "o": "i", "q": 1, "c": 1048577} | {field: value})
    assert not wire.is_bounded(msgspec.json.decode(encoded, type=wire.Group))


def test_wide_group_is_not_read():
    columns = {f"c{n}": msgspec.Raw(b"1") for n in range(201)}
    assert not wire.is_bounded(wire.Group("attendance", "i", msgspec.Raw(b"1"), msgspec.Raw(b"1"), v=columns))


def test_groups_of_more_changes_than_the_batch_has_are_not_read():
    group = {"t": "later", "o": "i", "n": 20_000, "q": {"d": [1], "s": 1}, "c": {"d": [1048577], "s": 1048576}}
    payload = zlib.compress(json.dumps({"v": 1, "s": 1, "g": [group] * 50_000}).encode())
    began = time.process_time()
    batch = wire.read_payload(payload, 1, 20_000)
    assert (len(batch), batch.faults) == (20_000, {})
    assert time.process_time() - began < 10


POISON = {
    "nul": '"a\\u0000"',
    "surrogate": '"\\ud800"',
    "too great": "9223372036854775808",
    "far too great": "1" + "0" * 400,
    "not a whole number": "1.5",
    "exponent": "1e3",
    "truth": "true",
    "deep": "[" * 5000 + "]" * 5000,
    "object": '{"a": {"b": 1}}',
    "broken UTF-8": '"\xff"',
    "nothing": "null",
}


@pytest.mark.parametrize("poison", POISON.values(), ids=POISON)
@pytest.mark.parametrize("column", ["grade", "good_milli", "process_id"])
def test_poison_costs_its_own_change_alone(database, poison, column):
    note_pieces(database, found_workshop(database), 50)
    rows = journal_rows(database)[-50:]
    groups = wire.group_rows(rows)
    groups[0].new[column][7] = "\ufffdPOISON"
    if isinstance(groups[0].new[column][0], int):
        groups[0].new[column][8] = groups[0].new[column][7]
        groups[0].new[column][8] = 4
    listed = msgspec.json.decode(zlib.decompress(wire.write_payload(groups)))
    text = json.dumps(listed, ensure_ascii=False).replace('"\ufffdPOISON"', poison)
    encoded = text.encode("latin-1" if poison == '"\xff"' else "utf-8") if "\xff" not in poison else _broken(text)
    batch = wire.read_payload(zlib.compress(encoded), rows[0].seq, 50)
    assert batch.faults == {rows[7].seq: wire.Fault("unreadable", column)}
    assert len(batch) == 49
    assert not batch.exact


def _broken(text: str) -> bytes:
    return text.replace('"\xff"', '"?BROKEN?"').encode().replace(b"?BROKEN?", b"\xff")


def test_ids_stay_below_two_to_the_53(database):
    note_pieces(database, found_workshop(database), 3)
    groups = wire.group_rows(journal_rows(database)[-3:])
    groups[0].new["worker_id"] = [1 << 53, 5, 6]
    batch = wire.read_payload(wire.write_payload(groups), groups[0].seq[0], 3)
    assert batch.faults == {groups[0].seq[0]: wire.Fault("unreadable", "worker_id")}


def test_wholly_unreadable_batch_has_only_faults():
    batch = wire.read_payload(zlib.compress(b"no json"), 5, 3)
    assert list(batch.faults) == [5, 6, 7]
    assert not batch.groups


def test_change_lacking_a_column_of_its_group_is_misshapen(worked):
    (group,) = wire.group_rows([row for row in journal_rows(worked) if row.tbl == "worker" and row.op == "u"])
    del group.new["phone"]
    batch = wire.read_payload(wire.write_payload([group]), group.seq[0], 1)
    assert batch.faults == {group.seq[0]: wire.Fault("misshapen", "phone")}


def test_base_not_before_its_clock_is_misshapen(worked):
    (group,) = wire.group_rows([row for row in journal_rows(worked) if row.tbl == "worker" and row.op == "u"])
    group.base["identity"] = [group.clock[0]]
    batch = wire.read_payload(wire.write_payload([group]), group.seq[0], 1)
    assert batch.faults == {group.seq[0]: wire.Fault("misshapen", "identity")}


def test_several_heads_travel(worked):
    (group,) = wire.group_rows([row for row in journal_rows(worked) if row.tbl == "piece_entry" and row.op == "c"])
    group.base["row"] = [[3, 4]]
    batch = wire.read_payload(wire.write_payload([group]), group.seq[0], 1)
    assert batch.groups[0].base == {"row": [[3, 4]]}
    assert next(batch.groups[0].changes()).base == {"row": (3, 4)}


def test_fast_and_plain_spelling_agree():
    awkward = ["", '"\\/', "".join(map(chr, range(1, 0x250))), "ཀ𠮷\u2028", 2**62, -1, None, {"b": 1, "a": 2}]
    assert msgspec.json.Encoder(order="sorted").encode(awkward) == canonical(awkward)


def test_database_spells_keys_as_the_wire_does(database):
    awkward = "".join(map(chr, range(1, 0x250))) + "ཀ𠮷\u2028"
    with database.read() as session:
        spelled = session.execute(text("SELECT json_array(:text, 5)"), {"text": awkward}).scalar_one()
    assert spelled == msgspec.json.encode([awkward, 5]).decode()


def test_slip_read_back_and_typed_wrong():
    slip = wire.Slip("https://县.example:8443", "AB12-CD34", "f" * 64, "e" * 64)
    text = wire.write_slip(slip)
    assert wire.read_slip(text[:20] + " \n" + text[20:]) == slip
    with pytest.raises(Refusal):
        wire.read_slip(text.replace("GF1.W", "GF1.X"))
