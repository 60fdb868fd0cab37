"""Comparing both sides' sums of a workshop (DESIGN 5: never "ok" for a batch), without adding up what stands still.

The sums of a table are kept in memory under a signature of its rows' versions (PostgreSQL's ``xmin``), which any write
alters, ours or a stranger's by plain SQL; only a table whose signature changed is read again.
"""

from collections import OrderedDict
from threading import Lock

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from app.models.queries.stats import (
    Bucket,
    Buckets,
    bucket_sums,
    buckets_digest,
    plain_rows,
    stats_select,
)
from app.models.server_tables import SERVER
from app.models.tables import synced_tables
from app.server.log import RowName
from app.sync.wire import Answer, BucketLists, SyncRequest

_KEPT_TABLES = 20_000
_SIGNATURES = " UNION ALL ".join(
    f"SELECT '{table.name}', count(*), coalesce(sum(hashint8(xmin::text::bigint)::bigint), 0)"  # noqa: S608
    f' FROM "{table.name}" WHERE workshop_id = :workshop'
    for table in synced_tables()
)


class SumsCache:
    """Sums of tables by workshop, each with the signature it was added up under; the longest unused are dropped."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, str], tuple[tuple[int, int], dict[str, Bucket]]] = OrderedDict()
        self._lock = Lock()

    def buckets(self, connection: Connection, workshop: int, left_out: set[RowName]) -> Buckets:
        """All buckets of a workshop as the server's tables have them now."""
        signatures = connection.execute(text(_SIGNATURES), {"workshop": workshop}).all()
        affected = {table for table, _ in left_out}
        found = {}
        for table, count, versions in signatures:
            if not count:
                continue
            if table in affected:
                found[table] = _sums(connection, workshop, table, left_out)
            else:
                found[table] = self._sums(connection, workshop, table, (count, int(versions)))
        return {table: sums for table, sums in found.items() if sums}

    def _sums(self, connection: Connection, workshop: int, table: str, signature: tuple[int, int]) -> dict[str, Bucket]:
        with self._lock:
            kept = self._kept.get((workshop, table))
        known = kept[1] if kept is not None and kept[0] == signature else None
        sums = _sums(connection, workshop, table, set()) if known is None else known
        with self._lock:
            self._kept[workshop, table] = (signature, sums)
            self._kept.move_to_end((workshop, table))
            while len(self._kept) > _KEPT_TABLES:
                self._kept.popitem(last=False)
        return sums


def _sums(connection: Connection, workshop: int, table: str, left_out: set[RowName]) -> dict[str, Bucket]:
    own = SERVER.tables[table]
    return bucket_sums(own, plain_rows(Session(connection), stats_select(own, workshop)), left_out)


def compare(
    cache: SumsCache, connection: Connection, request: SyncRequest, answer: Answer, waiting: set[RowName]
) -> None:
    """Compare the request's digest with the server's; where they differ the answer gets digest and buckets."""
    if not request.digest:
        return
    left_out = {(row.table, row.key) for row in request.left_out} | waiting
    buckets = cache.buckets(connection, request.workshop, left_out)
    own = buckets_digest(buckets)
    answer.compared = True
    if own != request.digest:
        answer.digest = own
        answer.buckets = BucketLists({table: {**months} for table, months in buckets.items()})
