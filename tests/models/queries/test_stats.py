"""Stats: equal rows give equal sums in any order, one changed value shows in exactly its bucket."""

import hashlib
import json
from random import Random

import pytest
from sqlalchemy import text

from app.models.base import synced_tables
from app.models.queries.stats import bucket_sums, buckets_digest, differing, stats_columns, workshop_buckets
from app.models.tables import Advance, Attendance

ADVANCE, MARK = Advance.__table__, Attendance.__table__


def advance(row_id, day="2026-10-05", fen=10_000, deleted=0):
    named = {
        "id": row_id,
        "date": day,
        "worker_id": 7,
        "amount_fen": fen,
        "note": "¥\n",
        "source": "",
        "monthly_fen": 0,
    }
    return tuple((named | {"deleted": deleted})[name] for name in stats_columns(ADVANCE))


ROWS = [advance(1), advance(2, "2026-11-01", 5), advance(3, fen=1), advance(4, deleted=1)]


def test_rows_and_fen_by_month_leave_out_deleted_ones():
    sums = bucket_sums(ADVANCE, ROWS)
    assert {month: bucket[:2] for month, bucket in sums.items()} == {"2026-10": (2, 10_001), "2026-11": (1, 5)}


def test_hash_is_as_specified():
    named = dict(zip(stats_columns(ADVANCE), ROWS[1], strict=True))
    spelled = json.dumps(named, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert bucket_sums(ADVANCE, [ROWS[1]])["2026-11"].hash == hashlib.sha256(spelled).hexdigest()[:16]


def test_order_is_of_no_matter():
    assert bucket_sums(ADVANCE, Random(3).sample(ROWS, 4)) == bucket_sums(ADVANCE, ROWS)


def test_deleted_row_enters_the_hash():
    assert bucket_sums(ADVANCE, ROWS)["2026-10"].hash != bucket_sums(ADVANCE, ROWS[:3])["2026-10"].hash


def test_left_out_row_enters_nothing():
    left = bucket_sums(ADVANCE, ROWS, {("advance", "[3]"), ("sale", "[1]")})
    assert left == bucket_sums(ADVANCE, [ROWS[0], ROWS[1], ROWS[3]])


def test_one_value_shows_in_its_bucket_alone():
    other = [*ROWS[:2], advance(3, fen=2), ROWS[3]]
    one, two = {"advance": bucket_sums(ADVANCE, ROWS)}, {"advance": bucket_sums(ADVANCE, other)}
    assert differing(one, two) == [("advance", "2026-10")]
    assert buckets_digest(one) != buckets_digest(two)


def test_bucket_that_one_side_lacks_differs():
    assert differing({"sale": {"": (1, 0, "0" * 16)}}, {}) == [("sale", "")]


@pytest.mark.parametrize("table", synced_tables(), ids=str)
def test_every_synced_table_has_its_columns(table):
    columns = stats_columns(table)
    assert "deleted" in columns
    assert not {"workshop_id", "extra"} & set(columns)
    assert columns == sorted(columns)


def test_read_from_the_tables_themselves(database):
    with database.write("阿依", "found") as session:
        session.execute(text("INSERT INTO workshop (workshop_id, name, region) VALUES (5, '龙潭', '513499')"))
    with database.read() as session:
        assert workshop_buckets(session, 5)["workshop"][""].rows == 1
        assert workshop_buckets(session, 6) == {}
