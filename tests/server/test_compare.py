"""Never "ok" for a batch: both sides' sums are compared, and a bucket that differs is mended row by row."""

import pytest

from app.models.base import sync_info
from app.models.queries.stats import bucket_sums, buckets_digest, row_numbers, stats_columns
from app.models.tables import synced_tables
from app.sync import wire
from tests.server.conftest import SHOP, marks, people, shop

WORKER = 1 << 32 | 1


class Book:
    """What a desktop would hold: rows by table, and their sums."""

    def __init__(self, **tables):
        self.tables = tables

    def rows(self, name):
        (table,) = [each for each in synced_tables() if each.name == name]
        names = stats_columns(table)
        return table, [[{"deleted": 0, **row}[column] for column in names] for row in self.tables[name]]

    def buckets(self):
        return {name: bucket_sums(*self.rows(name)) for name in self.tables}

    def digest(self):
        return buckets_digest(self.buckets())

    def mend(self, name, month):
        table, rows = self.rows(name)
        keys = [column.name for column in wire.table_specs()[name].key]
        dated = sync_info(table).month
        kept = [
            (own, row)
            for own, row in zip(self.tables[name], rows, strict=True)
            if dated is None or own[dated][:7] == month
        ]
        numbers = row_numbers(table, [row for _, row in kept])
        texts = [
            "[" + ",".join(f'"{own[key]}"' if isinstance(own[key], str) else str(own[key]) for key in keys) + "]"
            for own, _ in kept
        ]
        return wire.MendBucket(name, month, texts, [f"{number:016x}" for number in numbers])


@pytest.fixture
def book(worked):
    """The book of the PC ``worked``."""
    return Book(workshop=[shop()], worker=people(worked, range(1, 5)), attendance=marks(WORKER, range(1, 32)))


def test_equal_sums_compare_equal_in_few_bytes(worked, book):
    answer, _ = worked.sync(digest=book.digest())
    assert (answer.compared, answer.digest, answer.buckets) == (True, "", None)


def test_one_value_changed_by_sql_makes_exactly_that_bucket_differ(worked, book, server):
    worked.sync(digest=book.digest())
    server.sql("UPDATE attendance SET normal_minutes = 1 WHERE date = '2026-10-05'")
    answer, _ = worked.sync(digest=book.digest())
    own = book.buckets()
    differ = [
        (t, m)
        for t, months in answer.buckets.tables.items()
        for m, sums in months.items()
        if tuple(own[t][m]) != tuple(sums)
    ]
    assert differ == [("attendance", "2026-10")]


def test_it_is_mended_from_the_log(worked, book, server):
    server.sql("UPDATE attendance SET normal_minutes = 1 WHERE date = '2026-10-05'")
    answer, _ = worked.sync(mend=[book.mend("attendance", "2026-10")], digest=book.digest())
    assert (answer.want, answer.relay, answer.compared, answer.digest) == ([], [], True, "")
    assert server.sql("SELECT normal_minutes, merge FROM attendance WHERE date = '2026-10-05'") == [(480, None)]


def test_a_row_deleted_by_sql_comes_back_from_the_log(worked, book, server):
    server.sql("DELETE FROM attendance WHERE date = '2026-10-05'")
    answer, _ = worked.sync(mend=[book.mend("attendance", "2026-10")], digest=book.digest())
    assert (answer.compared, answer.digest) == (True, "")


def test_changes_the_log_lost_are_asked_for_and_taken_from_another_device(worked, book, server):
    lost = worked.make("attendance", "i", marks(WORKER + 1, [1, 2]))
    book.tables["attendance"] = book.tables["attendance"] + marks(WORKER + 1, [1, 2])
    answer, _ = worked.sync(mend=[book.mend("attendance", "2026-10")])
    assert [row.key for row in answer.want] == [f'[{WORKER + 1},"2026-10-01"]', f'[{WORKER + 1},"2026-10-02"]']
    lost.device = [worked.number] * 2
    answer, _ = worked.sync(relay=[wire.pack_group(lost)], digest=book.digest())
    assert (answer.compared, answer.digest) == (True, "")
    assert server.sql("SELECT count(*) FROM relayed_change") == [(2,)]
    answer, _ = worked.sync(lost, digest=book.digest())
    assert (answer.duplicate, answer.verdicts, answer.digest) == (2, [], "")


def test_what_waits_for_a_row_is_taken_when_mending_brings_it(worked, new_pc, server):
    lost = worked.make("worker", "i", people(worked, [77]))
    worked.seq -= 1
    other = new_pc()
    child = other.make("attendance", "i", marks(WORKER + 76, [1]))
    assert other.sync(child)[0].verdicts[0].code == "parent_missing"
    lost.device = [worked.number]
    worked.sync()
    worked.sync(relay=[wire.pack_group(lost)])
    answer, _ = other.sync()
    assert [each.released for each in answer.log if each.released] == [[(other.number, 1)]]
    assert server.sql("SELECT count(*) FROM held_change") == [(0,)]
    assert server.sql("SELECT held FROM workshop_state") == [(0,)]


def test_rows_the_other_side_lost_are_given_with_their_changes(worked, book):
    kept = book.tables["attendance"]
    book.tables["attendance"] = kept[1:]
    answer, _ = worked.sync(mend=[book.mend("attendance", "2026-10")])
    (relayed,) = [wire.read_group(raw)[0] for raw in answer.relay]
    assert (relayed.key["date"], relayed.op, relayed.device) == (["2026-10-01"], "i", [1])


def test_what_waits_is_not_let_in_by_mending(worked, book, server):
    stolen = people(worked, [1])[0] | {"name": "另一人"}
    again = worked.make("worker", "i", [stolen])
    assert worked.sync(again)[0].verdicts[0].code == "id_taken"
    again.device = [1]
    worked.sync(relay=[wire.pack_group(again)])
    assert server.sql("SELECT name FROM worker WHERE no = '01'") == [("阿依1",)]


@pytest.mark.parametrize("table", ["rule_pack", "payroll_event"])
def test_relaying_obeys_the_rules_of_the_table(worked, server, table):
    spec = wire.table_specs()[table]
    row = {
        name: None if column.nullable else 1 if column.kind != "text" else ""
        for name, column in spec.all_columns.items()
    }
    base = {name: [5] for name in spec.groups}
    made = worked.make(table, "u", [row], base=base)
    made.device = [1]
    worked.sync(relay=[wire.pack_group(made)])
    assert server.sql("SELECT count(*) FROM relayed_change") == [(0,)]


def test_rows_left_out_enter_nothing(worked, book, server):
    server.sql("UPDATE attendance SET normal_minutes = 1 WHERE date = '2026-10-05'")
    book.tables["attendance"] = [row for row in book.tables["attendance"] if row["date"] != "2026-10-05"]
    left_out = [wire.RowKey("attendance", f'[{WORKER},"2026-10-05"]')]
    assert worked.sync(digest=book.digest(), left_out=left_out)[0].digest == ""
    assert worked.sync(digest=book.digest())[0].digest != ""


def test_under_a_new_epoch_the_pc_sends_again_before_anything_is_compared(worked, server):
    server.sql("UPDATE server_state SET epoch = 'restored'")
    assert not worked.sync(digest="0" * 16)[0].compared
    assert worked.sync(digest="0" * 16)[0].compared


def test_nothing_is_compared_while_others_batches_are_on_their_way(worked, new_pc, book):
    second = new_pc()
    answer, batches = second.sync(digest=book.digest())
    assert (answer.compared, len(batches)) == (False, 1)
    assert second.sync(digest=book.digest())[0].compared


def test_nothing_new_costs_few_bytes(worked, book):
    body = worked.request(digest=book.digest())
    answer, _ = worked.sync(digest=book.digest())
    assert len(body) <= 250
    assert len(wire.write_answer(answer)) <= 120
    assert SHOP > 2**42
