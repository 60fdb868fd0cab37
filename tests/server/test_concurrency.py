"""Several at once: no batch is lost between two cursors, no seq taken twice, whoever comes first."""

import threading
from concurrent.futures import ThreadPoolExecutor

from app.server.database import raw
from app.server.log import lock_workshop
from app.sync import wire
from tests.server.conftest import SHOP, marks, people, post


def test_two_devices_pushing_at_once_both_arrive(worked, new_pc, server):
    pcs = [worked, *(new_pc() for _ in range(3))]

    def push(pc):
        for day in range(1, 11):
            pc.sync(
                pc.make("worker", "i", people(pc, [100 + day])),
                pc.make("attendance", "i", marks(pc.number << 32 | (100 + day), range(1, 20))),
            )
        return pc.seq

    with ThreadPoolExecutor(4) as pool:
        sent = sum(pool.map(push, pcs))
    assert server.sql("SELECT sum(high) FROM device") == [(sent,)]
    assert server.sql("SELECT count(*), max(number) FROM sealed_batch") == [(41, 41)]
    assert server.sql("SELECT count(*) FROM attendance") == [(31 + 4 * 10 * 19,)]


def test_the_same_batch_sent_twice_at_once_is_taken_once(worked, server):
    body = worked.request(worked.seal([worked.make("attendance", "i", marks(1 << 32 | 2, range(1, 20)))]))
    with ThreadPoolExecutor(4) as pool:
        answers = [
            wire.read_answer(data)[0]
            for _, data in pool.map(lambda _: post(worked.url, wire.SYNC_PATH, body), range(4))
        ]
    assert sorted(answer.duplicate for answer in answers) == [0, 19, 19, 19]
    assert {answer.high for answer in answers} == {worked.seq}
    assert server.sql("SELECT count(*) FROM attendance WHERE worker_id = %s", 1 << 32 | 2) == [(19,)]


def test_a_transaction_held_open_while_another_commits_costs_no_pull_its_row(worked, new_pc, server):
    """With numbers from a sequence, or by time, the reader's cursor would pass the batch that commits late."""
    late, early, reader = new_pc(), new_pc(), new_pc()
    reader.sync()
    sealed = late.seal([late.make("worker", "i", people(late, [500]))])
    entered, go_on = threading.Event(), threading.Event()

    def hold_open():
        with server.database.transaction() as connection:
            state = lock_workshop(raw(connection), SHOP, late.number)
            opened = wire.open_batch(sealed)
            raw(connection).execute(
                "INSERT INTO sealed_batch (workshop_id, number, device, first_seq, last_seq, first_clock, last_clock,"
                " sealed, received_at) VALUES (%s, %s, %s, 1, 1, 1, 1, %s, 0)",
                (SHOP, state.next_number(), late.number, opened.data),
            )
            raw(connection).execute("UPDATE workshop_state SET last_batch = %s", [state.last_batch])
            entered.set()
            go_on.wait(20)

    with ThreadPoolExecutor(2) as pool:
        held = pool.submit(hold_open)
        entered.wait(20)
        quick = pool.submit(early.sync, early.make("worker", "i", people(early, [600])))
        first, _ = reader.sync()
        assert [entry for entry in first.log if entry.size] == []
        go_on.set()
        held.result(20)
        quick.result(20)
    answer, batches = reader.sync()
    assert sorted(wire.open_batch(data).device for data in batches.values()) == [late.number, early.number]
    assert [entry.number for entry in answer.log] == [2, 3]


def test_other_workshops_do_not_wait(worked, server):
    other = type(worked)(worked.url, 50, workshop=SHOP + 1)
    other.enroll(server.code("别处"))
    with server.database.transaction() as connection:
        lock_workshop(raw(connection), SHOP, worked.number)
        answer, _ = other.sync()
    assert answer.high == 0


def test_a_long_log_comes_in_parts_and_whole(worked, new_pc):
    for day in range(1, 13):
        worked.sync(worked.make("attendance", "i", marks(1 << 32 | 2, [day])))
    reader = new_pc()
    got, rounds, more = [], 0, True
    while more:
        answer, batches = reader.sync(room=1500)
        got += [wire.open_batch(data).first for data in batches.values()]
        more, rounds = answer.more, rounds + 1
    assert len(got) == 13
    assert got == sorted(got)
    assert rounds > 2
    assert reader.sync()[0].log == []


def test_after_a_restore_the_log_is_read_again_from_its_start(worked, new_pc, server):
    reader = new_pc()
    assert len(reader.sync()[1]) == 1
    assert len(reader.sync()[1]) == 0
    server.sql("UPDATE server_state SET epoch = 'another'")
    answer, batches = reader.sync()
    assert answer.epoch == "another"
    assert len(batches) == 1
