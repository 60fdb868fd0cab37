"""Whether desktop and server hold the same: the digest each request carries, and the buckets that differ (DESIGN 5)."""

import hashlib

import msgspec
from sqlalchemy.orm import Session

from app.models.queries.stats import Buckets, buckets_digest, differing, workshop_buckets
from app.sync.sql import run, value
from app.sync.standing import Standing
from app.sync.wire import Answer, RowKey

_KEPT_SECONDS = 24 * 3600  # the tables themselves are read again at least once a day


class KeptDigest(msgspec.Struct):
    """A digest with what it depends on: journal position, rows left out; ``at`` seconds of server time."""

    pos: int
    left_out: str
    at: int
    digest: str


def _name(workshop: int) -> str:
    return f"sync.digest.{workshop}"


def _left_out_mark(standing: Standing) -> str:
    return hashlib.sha256(repr(standing.left_out).encode()).hexdigest()[:16]


def own_digest(session: Session, standing: Standing) -> str:
    """16 hex of all buckets here; taken from the last time where the journal has not grown since (10,000 rows cost 0.1
    s, ten years of a workshop several seconds).
    """
    kept = value(session, "SELECT value FROM setting WHERE name = ?", (_name(standing.workshop),))
    if kept is not None:
        last = msgspec.json.decode(kept, type=KeptDigest)
        current = (last.pos, last.left_out) == (position(session), _left_out_mark(standing))
        if current and abs(standing.last_sync_at - last.at) < _KEPT_SECONDS:
            return last.digest
    return buckets_digest(own_buckets(session, standing))


def keep_digest(session: Session, standing: Standing, digest: str, pos: int, server_time: int) -> None:
    """Remember a digest just found equal to the server's, and the journal's position when it was added up."""
    last = KeptDigest(pos, _left_out_mark(standing), server_time, digest)
    run(
        session,
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (_name(standing.workshop), msgspec.json.encode(last).decode()),
    )


def own_buckets(session: Session, standing: Standing) -> Buckets:
    """All buckets here, without the rows that have held or rejected changes."""
    return workshop_buckets(session, standing.workshop, set(standing.left_out))


def position(session: Session) -> int:
    """The journal's last position."""
    return int(value(session, "SELECT max(pos) FROM journal") or 0)


def left_out(standing: Standing) -> list[RowKey]:
    """The rows left out, as a request names them."""
    return [RowKey(table, key) for table, key in standing.left_out]


def buckets_that_differ(session: Session, standing: Standing, answer: Answer) -> list[tuple[str, str]]:
    """The (table, month) pairs whose sums are not those of the answer; [] where the answer compared equal."""
    if answer.buckets is None:
        return []
    return differing(own_buckets(session, standing), answer.buckets.tables)
