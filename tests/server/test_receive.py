"""What becomes of a batch: taken once for ever, judged change by change, nothing answered that is not kept."""

import msgspec
import pytest

from app.server import exchange
from app.sync import wire
from tests.server.conftest import Pc, marks, people, post, sealed_json

WORKER = 1 << 32 | 1


def test_a_batch_arrives_whole(worked, server):
    assert server.sql("SELECT count(*), min(date), max(date), min(clock) > 0 FROM attendance WHERE merge IS NULL") == [
        (31, "2026-10-01", "2026-10-31", True)
    ]
    assert server.sql("SELECT name, no FROM worker ORDER BY no LIMIT 1") == [("阿依1", "01")]


def test_the_same_batch_again_is_known_and_changes_nothing(worked, server):
    sealed = worked.seal([worked.make("attendance", "i", marks(1 << 32 | 2, range(1, 4)))])
    body = worked.request(sealed)
    answers = [wire.read_answer(post(worked.url, wire.SYNC_PATH, body)[1])[0] for _ in range(3)]
    assert [(answer.high, answer.duplicate, answer.fork) for answer in answers] == [
        (39, 0, None),
        (39, 3, None),
        (39, 3, None),
    ]
    assert server.sql("SELECT count(*) FROM attendance") == [(34,)]
    assert server.sql("SELECT count(*) FROM sealed_batch") == [(2,)]


def test_a_batch_cut_anew_gives_only_what_is_new(worked, server):
    before, first = worked.chain, worked.seq + 1
    one = worked.make("attendance", "i", marks(1 << 32 | 2, range(1, 4)))
    worked.sync(one)
    two = worked.make("attendance", "i", marks(1 << 32 | 2, range(4, 6)))
    after = wire.Batch(1, [two]).chained(worked.chain)
    both = wire.seal(worked.seed, worked.workshop, worked.number, [one, two], before, after)
    answer = wire.read_answer(post(worked.url, wire.SYNC_PATH, worked.request(both))[1])[0]
    assert (answer.high, answer.duplicate, answer.verdicts) == (first + 4, 3, [])
    assert server.sql("SELECT count(*) FROM attendance WHERE worker_id = %s", 1 << 32 | 2) == [(5,)]


def test_a_batch_beyond_a_gap_is_not_taken(worked, server):
    worked.seq += 5
    answer, _ = worked.sync(worked.make("attendance", "i", marks(1 << 32 | 2, [1])))
    assert answer.high == 36
    assert server.sql("SELECT count(*) FROM attendance") == [(31,)]


def test_an_edit_of_what_is_shown_is_taken_by_statement(worked, server):
    (clock,) = server.sql("SELECT clock FROM attendance WHERE date = '2026-10-05'")[0]
    answer, _ = worked.sync(worked.make("attendance", "u", marks(WORKER, [5], "休"), base={"row": [clock]}))
    assert answer.verdicts == []
    assert server.sql("SELECT mark, merge, clock > %s FROM attendance WHERE date = '2026-10-05'", clock) == [
        ("休", None, True)
    ]


def test_several_changes_of_one_row_in_one_batch_keep_their_order(worked, server):
    made = worked.make("attendance", "i", marks(1 << 32 | 2, [1]))
    edited = worked.make("attendance", "u", marks(1 << 32 | 2, [1], "休"), base={"row": [made.clock[0]]})
    again = worked.make("attendance", "u", marks(1 << 32 | 2, [1], "病"), base={"row": [edited.clock[0]]})
    worked.sync(made, edited, again)
    assert server.sql("SELECT mark, merge, clock FROM attendance WHERE worker_id = %s", 1 << 32 | 2) == [
        ("病", None, again.clock[0])
    ]


def test_a_delete_mark_and_a_re_creation(worked, server):
    (clock,) = server.sql("SELECT clock FROM attendance WHERE date = '2026-10-05'")[0]
    gone = worked.make("attendance", "d", marks(WORKER, [5]), base={"row": [clock]})
    worked.sync(gone)
    assert server.sql("SELECT deleted FROM attendance WHERE date = '2026-10-05'") == [(1,)]
    worked.sync(worked.make("attendance", "c", marks(WORKER, [5], "病"), base={"row": [gone.clock[0]]}))
    assert server.sql("SELECT deleted, mark FROM attendance WHERE date = '2026-10-05'") == [(0, "病")]


def test_two_edits_of_one_row_are_both_kept_as_heads(worked, new_pc, server):
    second = new_pc()
    second.count = worked.count
    (clock,) = server.sql("SELECT clock FROM attendance WHERE date = '2026-10-05'")[0]
    one = worked.make("attendance", "u", marks(WORKER, [5], "休"), base={"row": [clock]})
    two = second.make("attendance", "u", marks(WORKER, [5], "病"), base={"row": [clock]})
    worked.sync(one)
    second.sync(two)
    ((mark, merge),) = server.sql("SELECT mark, merge FROM attendance WHERE date = '2026-10-05'")
    assert mark == "病"
    assert [head[0] for head in merge["row"][0]] == [one.clock[0], two.clock[0]]
    choice = worked.make("attendance", "u", marks(WORKER, [5], "休"), base={"row": [[one.clock[0], two.clock[0]]]})
    choice.clock = [(second.count + 1) << 20 | worked.number]
    worked.sync(choice)
    ((mark, merge),) = server.sql("SELECT mark, merge FROM attendance WHERE date = '2026-10-05'")
    assert mark == "休"
    assert len(merge["row"][0]) == 1


def test_an_edit_of_one_group_leaves_the_others_clock(worked, server):
    ((clock,),) = server.sql("SELECT clock FROM worker WHERE no = '01'")
    made = worked.make(
        "worker", "u", [{"id": WORKER, "phone": "13900000000", "village": "龙潭"}], base={"contact": [clock]}
    )
    worked.sync(made)
    ((phone, name, now, merge),) = server.sql("SELECT phone, name, clock, merge FROM worker WHERE no = '01'")
    assert (phone, name, now) == ("13900000000", "阿依1", made.clock[0])
    assert merge["identity"][0] == [[clock, "u", None]]


def test_a_child_waits_for_its_parent_and_is_released_by_it(worked, new_pc, server):
    second = new_pc()
    second.count = 1000
    (worker,) = people(second, [7])
    early, _ = second.sync(second.make("attendance", "i", marks(worker["id"], [1, 2])))
    assert [(each.verdict, each.code, each.column) for each in early.verdicts] == [
        ("held", "parent_missing", "worker_id")
    ] * 2
    assert server.sql("SELECT held FROM workshop_state") == [(2,)]
    late, _ = second.sync(second.make("worker", "i", [worker]))
    assert late.verdicts == []
    assert [entry.released for entry in late.log] == [[(2, 1), (2, 2)]]
    assert server.sql("SELECT count(*) FROM attendance WHERE worker_id = %s", worker["id"]) == [(2,)]
    assert server.sql("SELECT held FROM workshop_state") == [(0,)]


def test_others_get_a_batch_with_the_seqs_that_wait(worked, new_pc):
    second = new_pc()
    second.count = 1000
    second.sync(
        second.make("attendance", "i", marks(9 << 32 | 9, [1])), second.make("worker", "i", people(second, [7]))
    )
    answer, batches = worked.sync()
    assert [(entry.size > 0, entry.held) for entry in answer.log] == [(True, [1])]
    assert wire.open_batch(next(iter(batches.values()))).device == 2
    assert answer.keys == {"2": wire.public_key(second.seed).hex()}


def test_a_second_insert_of_a_counted_id_is_held(worked, server):
    (row,) = people(worked, [1])
    answer, _ = worked.sync(worked.make("worker", "i", [row | {"name": "另一人"}]))
    assert [(each.code, each.column) for each in answer.verdicts] == [("id_taken", "id")]
    assert server.sql("SELECT name FROM worker WHERE no = '01'") == [("阿依1",)]


def test_what_the_county_writes_a_workshop_may_not(worked, server):
    pack = {
        "id": 1 << 32 | 900,
        "kind": "税",
        "version": "1",
        "valid_from": "2026-01-01",
        "valid_to": None,
        "content": "{}",
    }
    answer, _ = worked.sync(worked.make("rule_pack", "i", [pack]))
    assert [each.code for each in answer.verdicts] == ["not_writer"]
    assert server.sql("SELECT count(*) FROM rule_pack") == [(0,)]


def test_a_clock_that_leaps_is_held_and_raises_nothing(worked, server):
    ((before,),) = server.sql("SELECT clock FROM workshop_state")
    made = worked.make("attendance", "i", marks(1 << 32 | 2, [1]))
    made.clock = [(1 << 40) << 20 | worked.number]
    answer, _ = worked.sync(made)
    assert [each.code for each in answer.verdicts] == ["clock_leap"]
    assert server.sql("SELECT clock FROM workshop_state") == [(before,)]


def test_two_lives_with_one_number_are_told_where_they_part(worked, server):
    twin = Pc(worked.url, worked.number)
    twin.seq, twin.chain, twin.count, twin.epoch = worked.seq, worked.chain, worked.count, worked.epoch
    worked.sync(worked.make("attendance", "i", marks(1 << 32 | 2, range(1, 4))))
    twin.count += 100
    answer, _ = twin.sync(twin.make("attendance", "i", marks(1 << 32 | 3, range(1, 6))))
    assert (answer.fork, answer.high) == (36, 39)
    assert server.sql("SELECT count(*) FROM attendance WHERE worker_id = %s", 1 << 32 | 3) == [(0,)]


def test_a_change_known_under_another_number_of_the_database_is_a_duplicate(worked, new_pc, server):
    sent = worked.make("attendance", "i", marks(1 << 32 | 2, range(1, 4)))
    worked.sync(sent)
    restored = new_pc()
    again = restored.make("attendance", "i", marks(1 << 32 | 2, range(1, 4)))
    fresh = restored.make("attendance", "i", marks(1 << 32 | 2, [4]))
    again.clock, fresh.clock = sent.clock, [sent.clock[-1] + (1 << 20)]
    answer, _ = restored.sync(again, fresh)
    assert (answer.high, answer.duplicate, answer.verdicts) == (4, 3, [])
    lost = worked.make("attendance", "i", marks(1 << 32 | 2, [4]))
    assert lost.clock == fresh.clock
    answer, _ = worked.sync(lost)
    assert answer.duplicate == 1
    assert server.sql("SELECT count(*) FROM attendance WHERE merge IS NOT NULL") == [(0,)]


def test_a_change_that_comes_by_two_numbers_at_once_is_known_to_the_second(worked, new_pc, monkeypatch):
    """The other number's batch commits after this one's device was read, before its workshop was locked."""
    copy = new_pc()
    lost = worked.make("worker", "i", people(worked, [7]))
    again = [copy.make("worker", "i", people(worked, [7]))]
    again[0].clock = lost.clock
    read = exchange.device_of

    def late(connection, workshop, number):
        found = read(connection, workshop, number)
        if again:
            copy.sync(again.pop())
        return found

    monkeypatch.setattr(exchange, "device_of", late)
    answer, _ = worked.sync(lost)
    assert (answer.duplicate, answer.verdicts) == (1, [])


@pytest.mark.parametrize("orphan", [False, True])
def test_a_second_copy_goes_to_others_unless_the_first_is_held(worked, new_pc, orphan):
    restored, third = new_pc(), new_pc()
    made = worked.make("attendance", "i", marks(1 << 32 | (99 if orphan else 2), [1]))
    worked.sync(made)
    again = restored.make("attendance", "i", marks(1 << 32 | (99 if orphan else 2), [1]))
    again.clock = made.clock
    restored.sync(again)
    answer, _ = third.sync()
    (copied,) = [entry for entry in answer.log if entry.number == 3]
    assert copied.held == ([1] if orphan else [])


def test_a_column_of_a_later_version_waits_in_the_row(worked, server):
    made = worked.make("attendance", "i", marks(1 << 32 | 2, [1]))
    payload = wire.pack_group(made)
    payload.v = payload.v | {"weather": msgspec.Raw(b'"\xe9\x9b\xa8"')}
    (read, faults) = wire.read_group(payload)
    assert (faults, read.unknown()) == ({}, {"weather": ["雨"]})
    sealed = sealed_json(worked, msgspec.json.encode({"v": 1, "s": 2, "g": [payload]}), 1, [read])
    answer = wire.read_answer(post(worked.url, wire.SYNC_PATH, worked.request(sealed))[1])[0]
    assert answer.verdicts == []
    assert server.sql("SELECT mark, extra FROM attendance WHERE worker_id = %s", 1 << 32 | 2) == [
        ("√", '{"weather":"雨"}')
    ]


def test_an_edit_of_part_of_a_row_nobody_sent_waits_for_it(worked, server):
    late = people(worked, [9])[0]
    edit = worked.make(
        "worker",
        "u",
        [{"id": late["id"], "phone": "139", "village": ""}],
        base={"contact": [worked.clock() + (5 << 20)]},
    )
    edit.clock = [edit.clock[0] + (9 << 20)]
    answer, _ = worked.sync(edit)
    assert [(each.verdict, each.code) for each in answer.verdicts] == [("held", "row_missing")]
    answer, _ = worked.sync(worked.make("worker", "i", [late]))
    assert [entry.released for entry in answer.log] == [[(1, edit.seq[0])]]
    assert server.sql("SELECT phone, name FROM worker WHERE no = '09'") == [("139", "阿依9")]


@pytest.mark.parametrize("table", ["mystery"])
def test_a_table_of_a_later_version_is_logged_and_held(worked, server, table, monkeypatch):
    spec = wire.table_specs()["day_close"]
    monkeypatch.setitem(wire.table_specs(), table, spec)
    made = worked.make(table, "i", [{"date": "2026-10-01", "closed_by": "阿依"}])
    sealed = worked.seal([made])
    monkeypatch.delitem(wire.table_specs(), table)
    answer = wire.read_answer(post(worked.url, wire.SYNC_PATH, worked.request(sealed))[1])[0]
    assert [(each.verdict, each.code) for each in answer.verdicts] == [("held", "unknown_table")]
    assert server.sql("SELECT count(*) FROM sealed_batch") == [(2,)]
