"""Sealing: the next own changes as one signed batch, kept until the server has answered for all of it."""

from bisect import bisect_right
from itertools import accumulate
from operator import attrgetter

from sqlalchemy.orm import Session

from app.models.database import Database
from app.models.versions import SCHEMA_VERSION
from app.sync.journal import own_rows
from app.sync.sql import rows, run
from app.sync.standing import Standing
from app.sync.wire import Batch, JournalRow, SealedBatch, group_rows, open_batch, seal

LEAST_BYTES, MOST_BYTES = 4 << 10, 64 << 10
MOST_CHANGES = 10_000
_RAW_TO_SEALED = 6  # a journal's text shrinks to about a sixth or less; a batch that grows too large is cut again


def next_batch(database: Database, standing: Standing, most_changes: int = MOST_CHANGES) -> SealedBatch | None:
    """The batch behind the cursor: the one kept from an unanswered request, or a new one, kept before it is sent.

    None where nothing waits. A kept batch larger than the line now bears is cut anew; the changes stay what they are.
    """
    with database.read() as session:
        kept = _kept(session, standing)
        if kept is not None and len(kept.data) <= _allowed(standing):
            return kept
        waiting = own_rows(session, standing.workshop, standing.device, standing.sent_seq, most_changes)
    if not waiting:
        return None
    sealed = _fitting(standing, waiting)
    with database.write("", "sync.seal", capture=False) as session:
        run(session, "DELETE FROM batch WHERE workshop_id = ?", (standing.workshop,))
        run(
            session,
            "INSERT INTO batch (workshop_id, device, first_seq, last_seq, sealed) VALUES (?, ?, ?, ?, ?)",
            (standing.workshop, standing.device, sealed.first, sealed.last, sealed.data),
        )
    return sealed


def _kept(session: Session, standing: Standing) -> SealedBatch | None:
    found = rows(
        session,
        "SELECT sealed FROM batch WHERE workshop_id = ? AND device = ? AND first_seq = ?",
        (standing.workshop, standing.device, standing.sent_seq + 1),
    )
    return open_batch(found[0][0]) if found else None


def _allowed(standing: Standing) -> int:
    return max(LEAST_BYTES, min(standing.batch_bytes, MOST_BYTES)) * 5 // 4


def _fitting(standing: Standing, waiting: list[JournalRow]) -> SealedBatch:
    """As many of the waiting changes as fit the batch size, at least one."""
    count = _first_guess(waiting, standing.batch_bytes * _RAW_TO_SEALED)
    while True:
        sealed = _sealed(standing, waiting[:count])
        if count == 1 or len(sealed.data) <= _allowed(standing):
            return sealed
        count = max(1, count * standing.batch_bytes // len(sealed.data))


def _first_guess(waiting: list[JournalRow], raw_bytes: int) -> int:
    totals = list(accumulate(map(len, map(attrgetter("data"), waiting))))
    return min(bisect_right(totals, raw_bytes) + 1, len(waiting))


def _sealed(standing: Standing, waiting: list[JournalRow]) -> SealedBatch:
    groups = group_rows(waiting)
    after = Batch(SCHEMA_VERSION, groups).chained(standing.chain)
    return open_batch(seal(standing.seed, standing.workshop, standing.device, groups, standing.chain, after))


def resized(batch_bytes: int, *, arrived: bool) -> int:
    """The next batch size in bytes: doubled where a batch arrived, halved where it did not, within 4–64 KB."""
    changed = batch_bytes * 2 if arrived else batch_bytes // 2
    return max(LEAST_BYTES, min(changed, MOST_BYTES))
