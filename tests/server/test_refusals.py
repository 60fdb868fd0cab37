"""What must not get in, or down the server: forged, cut, oversize, bombs, poison, garbage."""

import json
import secrets
import struct
import urllib.request
import zlib

import msgspec
import pytest

from app.domain.canonical import CHAIN_START
from app.sync import wire
from tests.server.conftest import SHOP, Pc, marks, post, sealed_json

POISON = {
    "nul": '"a\\u0000b"',
    "lone surrogate": '"\\ud800"',
    "number too large": str(1 << 63),
    "fraction": "1.5",
    "deep": "[" * 5000 + "]" * 5000,
    "object": "{}",
}


def alive(server):
    with urllib.request.urlopen(f"{server.url}/health") as response:
        return json.load(response)["status"]


@pytest.mark.parametrize("body", [b"", b"GFR1", b"x" * 100, b"GFR1" + b"\xff" * 200, b"{}", b"\x00" * 1000])
def test_garbage_is_refused_in_words(server, body):
    status, answer = post(server.url, wire.SYNC_PATH, body)
    assert (status, msgspec.json.decode(answer)["code"]) == (400, "request_unreadable")
    status, answer = post(server.url, wire.ENROLL_PATH, body)
    assert status == 400
    assert alive(server) == "ok"


def test_an_unknown_device_is_refused(server):
    assert Pc(server.url).refused(Pc(server.url).request()) == (403, "device_unknown")


def test_a_revoked_device_is_refused_and_nothing_of_it_taken(worked, server):
    server.sql("UPDATE device SET revoked_at = 1")
    sealed = worked.seal([worked.make("attendance", "i", marks(1 << 32 | 2, [1]))])
    assert worked.refused(worked.request(sealed)) == (403, "device_revoked")
    assert server.sql("SELECT count(*) FROM sealed_batch") == [(1,)]


def test_any_flipped_byte_of_a_request_is_noticed(worked):
    body = bytearray(worked.request(worked.seal([worked.make("attendance", "i", marks(1 << 32 | 2, [1]))])))
    for place in range(0, len(body), 37):
        body[place] ^= 1
        assert worked.refused(bytes(body))[1] in {"signature_wrong", "request_unreadable", "device_unknown"}
        body[place] ^= 1


def test_a_batch_of_another_device_cannot_be_sent_as_ones_own(worked, new_pc):
    second = new_pc()
    sealed = worked.seal([worked.make("attendance", "i", marks(1 << 32 | 2, [1]))])
    assert second.refused(second.request(sealed)) == (403, "signature_wrong")


def test_a_device_of_one_workshop_is_no_device_of_another(worked, server):
    other = Pc(server.url, 9, workshop=SHOP + 1)
    other.enroll(server.code("别处"))
    forged = Pc(server.url, 9, workshop=SHOP)
    assert forged.refused(forged.request()) == (403, "device_unknown")


def test_a_body_larger_than_any_of_ours_is_not_read(server):
    status, answer = post(server.url, wire.SYNC_PATH, b"G" * (wire.MAX_REQUEST + 1))
    assert (status, msgspec.json.decode(answer)["code"]) == (413, "request_too_large")


def test_a_bomb_costs_its_own_batch_only(worked, server):
    bomb = zlib.compress(b"0" * (64 << 20), 9)
    head = struct.pack(">QIQI32s32s", worked.workshop, worked.number, worked.seq + 1, 2, worked.chain, CHAIN_START)
    answer, _ = wire.read_answer(
        post(worked.url, wire.SYNC_PATH, worked.request(wire.sign(worked.seed, b"GFB1", head + bomb)))[1]
    )
    assert [(each.verdict, each.code) for each in answer.verdicts] == [("rejected", "unreadable")] * 2
    header = wire.sign(worked.seed, b"GFR1", struct.pack(">I", len(bomb)) + bomb)
    assert worked.refused(header) == (400, "request_unreadable")
    assert alive(server) == "ok"


@pytest.mark.parametrize("poison", POISON.values(), ids=POISON)
@pytest.mark.parametrize("column", ["v", "k"])
def test_poison_is_refused_change_by_change(worked, server, poison, column):
    group = worked.make("attendance", "i", marks(1 << 32 | 2, [1, 2, 3]))
    worked.seq -= 3
    packed = msgspec.json.decode(msgspec.json.encode(wire.pack_group(group)))
    name, good = ("mark", '"√"') if column == "v" else ("worker_id", str(1 << 32 | 2))
    packed[column][name] = "@@"
    text = msgspec.json.encode({"v": 1, "s": 1, "g": [packed]}).replace(b'"@@"', f"[{good},{poison},{good}]".encode())
    status, data = post(worked.url, wire.SYNC_PATH, worked.request(sealed_json(worked, text)))
    assert status == 200, data
    answer, _ = wire.read_answer(data)
    assert [(each.verdict, each.column) for each in answer.verdicts] == [("rejected", name)]
    assert answer.high == worked.seq + 3
    assert server.sql("SELECT date FROM attendance WHERE worker_id = %s ORDER BY date", 1 << 32 | 2) == [
        ("2026-10-01",), ("2026-10-03",)
    ]  # fmt: skip


@pytest.mark.parametrize("field", ["date", "worker_id"])
def test_a_key_longer_than_an_index_takes_is_refused_alone(worked, server, field):
    rows = marks(1 << 32 | 2, [1, 2])
    rows[0]["date"] += secrets.token_hex(4000)
    group = worked.make("attendance", "i", rows)
    if field != "date":
        group.table, group.key = "of_a_later_version", {"name": group.key["date"]}
    answer, _ = worked.sync(group)
    assert [each.seq for each in answer.verdicts if each.verdict == "rejected"] == [group.seq[0]]
    assert answer.high == worked.seq


@pytest.mark.parametrize(("field", "value"), [("n", 0), ("n", 10**9), ("d", msgspec.Raw(b"-5")), ("o", "x")])
def test_a_relayed_group_that_cannot_be_is_passed_over(worked, server, field, value):
    group = worked.make("attendance", "i", marks(1 << 32 | 2, [1]))
    group.device = [1]
    worked.seq -= 1
    worked.sync(relay=[msgspec.structs.replace(wire.pack_group(group), **{field: value})])
    assert server.sql("SELECT count(*) FROM relayed_change") == [(0,)]


def test_text_that_is_json_but_no_batch_rejects_every_change(worked):
    answer, _ = wire.read_answer(post(worked.url, wire.SYNC_PATH, worked.request(sealed_json(worked, b"[1,2]")))[1])
    assert [each.verdict for each in answer.verdicts] == ["rejected"] * 3


def test_a_chain_that_does_not_fit_its_changes_is_refused(worked, server):
    groups = [worked.make("attendance", "i", marks(1 << 32 | 2, [1]))]
    sealed = wire.seal(worked.seed, worked.workshop, worked.number, groups, worked.chain, bytes(32))
    assert worked.refused(worked.request(sealed)) == (400, "request_unreadable")
    assert server.sql("SELECT high FROM device") == [(36,)]


def test_a_later_protocol_is_told_so(worked):
    assert worked.refused(worked.request(protocol=99)) == (400, "protocol_unknown")


def test_a_database_that_is_away_asks_for_patience(worked, server):
    server.sql("ALTER TABLE device RENAME TO device_away")
    status, _ = worked.refused(worked.request())
    assert status == 500
    server.sql("ALTER TABLE device_away RENAME TO device")
    others = "datname = current_database() AND pid <> pg_backend_pid()"
    server.sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")
    codes = {post(server.url, wire.SYNC_PATH, worked.request())[0] for _ in range(4)}
    assert codes <= {200, 503}
    assert post(server.url, wire.SYNC_PATH, worked.request())[0] == 200
