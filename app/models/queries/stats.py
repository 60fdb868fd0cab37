"""Sums of every table and month: how two sides know that they hold the same, and where they do not (DESIGN 8).

One shared function over rows of either engine: ``bucket_sums``. A row's number is the first 8 bytes of SHA-256 of its
canonical JSON (key and value columns and the delete mark, sorted; no workshop, clocks or ``extra``); a bucket's hash is
the sum mod 2**64. Rows marked deleted enter the hash, not rows or fen; rows named in ``left_out`` enter nothing.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, cast

import msgspec
from sqlalchemy import Select, Table, select
from sqlalchemy.orm import Session

from app.domain.canonical import bucket_hash, digest
from app.models.base import key_columns, sync_info, synced_tables, value_columns

UNDATED = ""


class Bucket(NamedTuple):
    """A table's month: rows that are not deleted, the sum of their fen columns, 16 hex over all rows."""

    rows: int
    fen: int
    hash: str


Buckets = dict[str, dict[str, Bucket]]
LeftOut = Collection[tuple[str, str]]

_encode = msgspec.json.Encoder().encode


def stats_columns(table: Table) -> list[str]:
    """The columns of a table that ``bucket_sums`` wants of each row, in this order (sorted by name)."""
    synced = [*key_columns(table), *value_columns(table), table.c.deleted]
    return sorted(str(column.name) for column in synced)


def stats_select(table: Table, workshop_id: int) -> Select[Any]:
    """The rows of a workshop as ``bucket_sums`` wants them, for either engine."""
    return select(*(table.c[name] for name in stats_columns(table))).where(table.c.workshop_id == workshop_id)


def key_text(key: Iterable[object]) -> str:
    """A row's key as journal, wire and ``left_out`` spell it: the JSON array of its key columns."""
    return _encode(list(key)).decode()


def row_numbers(table: Table, rows: Iterable[Sequence[Any]]) -> list[int]:
    """The number of each row (columns as ``stats_columns`` orders them)."""
    row_type = _row_type(tuple(stats_columns(table)))
    sha, whole = hashlib.sha256, int.from_bytes
    return [whole(sha(_encode(row_type(*row))).digest()[:8]) for row in rows]


@cache
def _row_type(names: tuple[str, ...]) -> Callable[..., object]:
    """A struct of these columns: encoded in half the time of a dict, to the same bytes."""
    return msgspec.defstruct("Row", names)


def bucket_sums(table: Table, rows: Iterable[Sequence[Any]], left_out: LeftOut = ()) -> dict[str, Bucket]:
    """Month → bucket of one table's rows, given with the columns and order of ``stats_columns``.

    ``left_out`` holds pairs (table, key text) of rows that enter nothing; those of other tables are ignored.
    """
    kept = without_left_out(table, rows, left_out)
    names = stats_columns(table)
    info = sync_info(table)
    fen = [names.index(name) for name in info.fen]
    deleted = names.index("deleted")
    month = None if info.month is None else names.index(info.month)
    piles: dict[str, list[tuple[int, Sequence[Any]]]] = {}
    for row, number in zip(kept, row_numbers(table, kept), strict=True):
        name = UNDATED if month is None else (row[month] or UNDATED)[:7]
        piles.setdefault(name, []).append((number, row))
    return {name: _bucket(pile, deleted, fen) for name, pile in sorted(piles.items())}


def _bucket(pile: list[tuple[int, Sequence[Any]]], deleted: int, fen: list[int]) -> Bucket:
    living = [row for _, row in pile if not row[deleted]]
    total = sum(row[place] or 0 for place in fen for row in living)
    return Bucket(len(living), total, bucket_hash(number for number, _ in pile))


def without_left_out(table: Table, rows: Iterable[Sequence[Any]], left_out: LeftOut) -> list[Sequence[Any]]:
    """The rows whose keys are not in ``left_out``."""
    keys = {key for name, key in left_out if name == table.name}
    listed = list(rows)
    if not keys:
        return listed
    names = stats_columns(table)
    places = [names.index(str(column.name)) for column in key_columns(table)]
    return [row for row in listed if key_text(row[place] for place in places) not in keys]


def workshop_buckets(session: Session, workshop_id: int, left_out: LeftOut = ()) -> Buckets:
    """All buckets of a workshop, read from this side's own tables; tables without rows are left out."""
    found: Buckets = {}
    for table in synced_tables():
        rows = plain_rows(session, stats_select(table, workshop_id))
        if buckets := bucket_sums(table, rows, left_out):
            found[str(table.name)] = buckets
    return found


def plain_rows(session: Session, statement: Select[Any]) -> list[Sequence[Any]]:
    """The rows of a statement as the driver's tuples: half the time of SQLAlchemy's (10,000 rows: 60 ms less)."""
    compiled = statement.compile(session.get_bind().engine, compile_kwargs={"literal_binds": True})
    cursor = session.connection().connection.cursor()
    try:
        cursor.execute(str(compiled))
        return cast("list[Sequence[Any]]", cursor.fetchall())
    finally:
        cursor.close()


def buckets_digest(buckets: Mapping[str, Mapping[str, tuple[int, int, str]]]) -> str:
    """16 hex over all buckets: what a sync request carries."""
    return digest(buckets)


def differing(
    one: Mapping[str, Mapping[str, tuple[int, int, str]]], other: Mapping[str, Mapping[str, tuple[int, int, str]]]
) -> list[tuple[str, str]]:
    """The (table, month) pairs in which two sides differ; a bucket one side lacks differs."""
    return sorted(
        (table, month)
        for table in {*one, *other}
        for month in {*one.get(table, {}), *other.get(table, {})}
        if tuple(one.get(table, {}).get(month, ())) != tuple(other.get(table, {}).get(month, ()))
    )
