"""What cannot be taken at once: held and rejected changes, missing parents, a restored server, a bad line."""

import pytest
from sqlalchemy import insert, select, text, update

from app.models.local import Cursor, HeldChange
from app.models.tables import PieceEntry, Worker
from app.services.syncing import enroll, sync_state
from app.sync import engine, sealing
from app.sync.exchange import CountyExchange
from app.sync.failures import Declined, NeedsPerson, Unreachable
from app.sync.transport import HttpTransport
from tests.sync.conftest import SHOP, Desk, agree, note_pieces
from tests.sync.test_transport import serving


def break_text(desk, entry, op="i"):
    """A NUL in a text, past the guards, as a fault of the program might leave it."""
    with desk.database.write("", "fault", capture=False) as session:
        session.execute(
            text("UPDATE journal SET data = replace(data, '一等', 'a\\u0000') WHERE key = :key AND op = :op"),
            {"key": f"[{entry}]", "op": op},
        )


def test_poisoned_change_is_rejected_alone_and_a_new_version_replaces_it(desk, other, server):
    with desk.database.write("阿依", "note") as session:
        row = {"workshop_id": SHOP, "date": "2026-10-01", "process_id": desk.people[-1], "worker_id": desk.people[0]}
        ids = [900, 901]
        session.execute(insert(PieceEntry), [row | {"id": row_id, "grade": "一等"} for row_id in ids])
    break_text(desk, 900)
    report = desk.sync()
    assert (report.sent, report.accepted, report.rejected, report.pending) == (2, 1, 1, 0)
    assert report.agreed
    (held,) = sync_state(desk.ctx, SHOP).held
    assert (held.verdict, held.code, held.column, held.own) == ("rejected", "unreadable", "grade", True)
    other.sync()
    assert desk.sync().sent == 0
    desk.change(update(PieceEntry).where(PieceEntry.id == 900).values(grade="二等"))
    assert desk.sync().accepted == 1
    assert sync_state(desk.ctx, SHOP).held == ()
    other.sync()
    assert agree(server, desk, other)


def test_child_that_came_before_its_parent_waits_and_is_taken(desk, other, server, monkeypatch):
    """The server holds what refers to a row it lacks; both ends show it and leave it out of their sums."""
    with desk.database.write("阿依", "hire") as session:
        session.execute(insert(Worker).values(workshop_id=SHOP, id=77, no="77", name="迟到", hired_on="2026-01-01"))
    note_pieces(desk.database, [77, desk.people[-1]], 1)
    with desk.database.write("", "swap", capture=False) as session:
        for seq in ("-seq WHERE seq IN (8, 9)", "17 + seq WHERE seq < 0"):
            session.execute(text(f"UPDATE journal SET seq = {seq}"))
    desk.exchange = CountyExchange(most_changes=1)
    with monkeypatch.context() as patch:
        patch.setattr(engine, "MOST_ROUNDS", 1)
        assert desk.sync().held == 1
    (held,) = sync_state(desk.ctx, SHOP).held
    assert (held.code, held.column) == ("parent_missing", "worker_id")
    other.sync()
    assert [held.code for held in sync_state(other.ctx, SHOP).held] == ["held_by_server"]
    report = desk.sync()
    assert (report.accepted, report.agreed) == (1, True)
    assert other.sync().agreed
    for each in (desk, other):
        assert sync_state(each.ctx, SHOP).held == ()
    assert agree(server, desk, other)


def test_restored_server_gets_what_it_lost(desk, other, server):
    note_pieces(desk.database, desk.people, 5)
    desk.sync()
    other.sync()
    tables = [row[0] for row in server.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
    kept = {name: server.sql(f'SELECT count(*) FROM "{name}"') for name in tables}
    assert kept["piece_entry"] == [(5,)]
    server.sql("DELETE FROM piece_entry")
    server.sql("DELETE FROM sealed_batch WHERE first_seq > 7")
    server.sql(
        "UPDATE device SET high = 7, chain = (SELECT substring(sealed FROM 125 FOR 32) FROM sealed_batch LIMIT 1)"
    )
    server.sql("UPDATE server_state SET epoch = 'restored'")
    report = desk.sync()
    assert (report.sent, report.accepted) == (5, 5)
    assert other.sync().pulled == 0
    assert agree(server, desk, other)


def test_server_restored_from_before_a_pc_enrolled_knows_it_again(desk, server):
    note_pieces(desk.database, desk.people, 5)
    desk.sync()
    for table in ("piece_entry", "process", "product", "worker", "workshop", "sealed_batch", "device"):
        server.sql(f"DELETE FROM {table}")
    server.sql("UPDATE server_state SET epoch = 'restored'")
    assert desk.sync().agreed
    assert agree(server, desk)


def test_what_one_pc_relays_is_known_when_its_own_device_sends_it(desk, other, server):
    """The server lost a batch; another PC, which had pulled it, is asked for its rows before the first one comes."""
    note_pieces(desk.database, desk.people, 5)
    desk.sync()
    other.sync()
    server.sql("DELETE FROM piece_entry")
    server.sql("DELETE FROM sealed_batch WHERE first_seq > 7")
    server.sql(
        "UPDATE device SET high = 7, chain = (SELECT substring(sealed FROM 125 FOR 32) FROM sealed_batch LIMIT 1)"
        " WHERE high > 7"
    )
    server.sql("UPDATE server_state SET epoch = 'restored'")
    assert other.sync().agreed
    other.change(update(PieceEntry).values(good_milli=1000))
    other.sync()
    report = desk.sync()
    assert (report.sent, report.duplicate, report.held) == (5, 5, 0)
    other.sync()
    assert agree(server, desk, other)
    assert desk.value(select(PieceEntry.good_milli)) == [1000] * 5


def test_what_was_relayed_reaches_a_pc_that_joins_later(desk, other, server, make_database):
    note_pieces(desk.database, desk.people, 5)
    desk.sync()
    other.sync()
    server.sql("DELETE FROM piece_entry")
    server.sql("DELETE FROM sealed_batch WHERE first_seq > 7")
    server.sql(
        "UPDATE device SET high = 7, chain = (SELECT substring(sealed FROM 125 FOR 32) FROM sealed_batch LIMIT 1)"
        " WHERE high > 7"
    )
    server.sql("UPDATE server_state SET epoch = 'restored'")
    assert other.sync().agreed
    assert desk.sync().duplicate == 5
    third = Desk(make_database("three"))
    enroll(third.ctx, third.exchange, slip=server.slip())
    assert third.sync().pulled >= 5
    assert sync_state(third.ctx, SHOP).held == ()
    assert agree(server, desk, other, third)


def test_verdicts_are_known_where_the_answer_was_lost_and_the_batch_cut_anew(desk, server, monkeypatch):
    desk.sync()
    desk.exchange = CountyExchange(most_changes=10_000)
    with desk.database.write("", "line", capture=False) as session:
        session.execute(update(Cursor).values(batch_bytes=sealing.MOST_BYTES))
    last = note_pieces(desk.database, desk.people, 4000)[-1]
    desk.change(update(PieceEntry).where(PieceEntry.id == last).values(source="一等"))
    break_text(desk, last, "u")
    really = HttpTransport.sync

    def lost(transport, body):
        really(transport, body)
        raise Unreachable("server_unreachable", url="", reason="cut")

    with monkeypatch.context() as patch:
        patch.setattr(HttpTransport, "sync", lost)
        with pytest.raises(Unreachable):
            desk.sync()
    with desk.database.write("", "line", capture=False) as session:
        session.execute(update(Cursor).values(batch_bytes=sealing.LEAST_BYTES))
    report = desk.sync()
    assert (report.duplicate, report.rejected, report.agreed) == (4001, 1, True)
    assert [held.code for held in sync_state(desk.ctx, SHOP).held] == ["unreadable"]


def test_bad_line_halves_the_batch_and_a_good_one_doubles_it(desk, server, monkeypatch):
    def cut(self, body):
        raise Unreachable("server_unreachable", url=self.url, reason="cut")

    note_pieces(desk.database, desk.people, 3000)
    size = select(Cursor.batch_bytes)
    before = desk.value(size)[0]
    with monkeypatch.context() as patch:
        patch.setattr(HttpTransport, "sync", cut)
        for _ in range(4):
            with pytest.raises(Unreachable):
                desk.sync()
    assert desk.value(size)[0] == sealing.LEAST_BYTES < before
    report = desk.sync()
    assert report.requests > 2
    assert desk.value(size)[0] > sealing.LEAST_BYTES
    assert agree(server, desk)


@pytest.mark.parametrize("answer", [b"", b"<html>log in</html>", bytes(50), b"\0\0\0\5hello"])
def test_garbage_is_no_answer_and_changes_nothing(desk, answer):
    garbage = serving(lambda _: (200, answer))
    desk.change_server(f"http://127.0.0.1:{garbage.server_address[1]}")
    with pytest.raises(Unreachable) as caught:
        desk.sync()
    garbage.shutdown()
    garbage.server_close()
    assert caught.value.code == "server_garbage"
    assert sync_state(desk.ctx, SHOP).pending == 7


def test_batch_passed_on_with_a_wrong_signature_is_not_taken(desk, other, server):
    note_pieces(desk.database, desk.people, 2)
    desk.sync()
    server.sql("UPDATE sealed_batch SET sealed = overlay(sealed placing '\\x00'::bytea from 200) WHERE first_seq > 7")
    with pytest.raises(NeedsPerson, match="not signed"):
        other.sync()
    assert other.value(select(PieceEntry.id)) == []


def test_revoked_device_needs_a_person(desk, server):
    desk.sync()
    server.sql("UPDATE device SET revoked_at = 1")
    with pytest.raises(NeedsPerson) as caught:
        desk.sync()
    assert caught.value.code == "device_revoked"


def test_protocol_of_tomorrow_is_declined(desk, monkeypatch):
    made = engine.SyncRequest
    monkeypatch.setattr(engine, "SyncRequest", lambda *given, **more: made(*given, **more, protocol=99))
    with pytest.raises(Declined) as caught:
        desk.sync()
    assert caught.value.code == "protocol_unknown"


def test_progress_is_told(desk):
    seen = []
    desk.exchange = CountyExchange(engine.Hooks(progress=lambda sent, waiting: seen.append((sent, waiting))))
    desk.sync()
    assert seen[-1] == (7, 0)


def test_nothing_waits_for_ever_in_an_empty_database(other):
    assert other.value(select(HeldChange.seq)) == []
