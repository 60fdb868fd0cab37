"""Exchange with the county as people see it: enrol, sync now, what waits, and the sums both sides compare.

The exchange itself is handed in (``app.sync.exchange.CountyExchange``), since services know of sync only its wire.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.messages import CATALOGUE, render
from app.domain.refusal import Refusal
from app.domain.sync_report import SyncReport
from app.models.database import Database
from app.models.local import Cursor, HeldChange
from app.models.queries.pending import pending_by_table
from app.models.queries.stats import workshop_buckets
from app.models.versions import SCHEMA_VERSION
from app.models.workshop import Workshop
from app.services.context import Context
from app.services.demonstration_mark import refuse_demonstration
from app.sync.wire import EnrollAnswer, Slip, read_slip

_BATCH_BYTES, _CHANGE_BYTES = 180, 12  # measured: a batch of 1 is about 250 bytes, each further change 1 to 12

_HELD_NAMES = ("table", "key", "device", "seq", "code", "column")


class Exchange(Protocol):
    """What does the exchange; both raise Refusal (see ``app.sync.failures`` for the kinds)."""

    def enroll(self, database: Database, slip: Slip, workshop: int, now: datetime) -> EnrollAnswer:
        """Register this database for a workshop (0: the one the slip's place is bound to)."""

    def sync(self, database: Database, workshop: int) -> SyncReport:
        """One sync of a workshop."""


@dataclass(frozen=True, slots=True)
class EnrolmentRow:
    """A workshop's enrolment; ``joined``: it is another PC's workshop, pulled by the next sync; ``again``: it stood."""

    workshop_id: int
    place: str
    region: str
    server_url: str
    joined: bool
    again: bool = False


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A change that waits or was refused: its row, the field, why (``text`` in the user's language)."""

    table: str
    key: str
    column: str
    verdict: str
    own: bool
    code: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class SyncState:
    """What waits in a workshop: own changes by table and about how many bytes, what is held, when it last synced."""

    workshop_id: int
    enrolled: bool
    server_url: str
    pending: int
    pending_by_table: dict[str, int]
    pending_bytes: int
    held: tuple[HeldRow, ...]
    last_sync_at: int
    pause_until: int


def enroll(
    ctx: Context,
    exchange: Exchange,
    *,
    slip: str = "",
    server: str = "",
    code: str = "",
    fingerprint: str = "",
    workshop_id: int | None = None,
) -> EnrolmentRow:
    """Enrol by a slip's text, or by server address and code. Refuses what the slip, the server or the line refuse.

    The workshop is ``workshop_id``, else the only one here without a server; where there is none, the slip's place is
    joined and its workshop added beside the others. Refuses ``demonstration_no_sync`` where the records are made up.
    """
    refuse_demonstration(ctx)
    target = read_slip(slip) if slip else Slip(server.strip(), code.strip(), fingerprint.strip())
    if not target.url or not target.code:
        raise Refusal("slip_unreadable")
    workshop = _workshop_to_enrol(ctx, workshop_id)
    before = enrolled_workshops(ctx)
    answer = exchange.enroll(ctx.database, target, workshop, ctx.now())
    again = answer.workshop in before
    joined = answer.workshop != workshop and not again
    return EnrolmentRow(answer.workshop, answer.place, answer.region, target.url, joined, again)


def _workshop_to_enrol(ctx: Context, workshop_id: int | None) -> int:
    if workshop_id is not None:
        return workshop_id
    with ctx.database.read() as session:
        known = select(Cursor.workshop_id)
        found = session.scalars(select(Workshop.workshop_id).where(Workshop.workshop_id.not_in(known))).all()
    if len(found) > 1:
        raise Refusal("enroll_which_workshop", count=len(found))
    return found[0] if found else 0


def enrolled_workshops(ctx: Context) -> tuple[int, ...]:
    """The workshops that have a server, joined ones not yet pulled too."""
    with ctx.database.read() as session:
        return tuple(session.scalars(select(Cursor.workshop_id).order_by(Cursor.workshop_id)))


def sync_now(ctx: Context, exchange: Exchange, workshop_id: int | None = None) -> SyncReport:
    """Sync a workshop, the only enrolled one where none is named. Refuses ``not_enrolled`` and failures on the way."""
    refuse_demonstration(ctx)
    if workshop_id is None:
        enrolled = enrolled_workshops(ctx)
        if not enrolled:
            raise Refusal("not_enrolled")
        if len(enrolled) > 1:
            raise Refusal("sync_which_workshop", count=len(enrolled))
        workshop_id = enrolled[0]
    return exchange.sync(ctx.database, workshop_id)


def sync_state(ctx: Context, workshop_id: int) -> SyncState:
    """What waits in a workshop, for the page and ``sync --state``."""
    with ctx.database.read() as session:
        cursor = session.get(Cursor, workshop_id)
        by_table = pending_by_table(session, workshop_id)
        pending = sum(by_table.values())
        return SyncState(
            workshop_id=workshop_id,
            enrolled=cursor is not None,
            server_url=cursor.server_url if cursor else "",
            pending=pending,
            pending_by_table=by_table,
            pending_bytes=_BATCH_BYTES + _CHANGE_BYTES * pending if pending else 0,
            held=_held(session, workshop_id),
            last_sync_at=cursor.last_sync_at if cursor else 0,
            pause_until=cursor.pause_until if cursor else 0,
        )


def _held(session: Session, workshop_id: int) -> tuple[HeldRow, ...]:
    found = session.scalars(select(HeldChange).where(HeldChange.workshop_id == workshop_id).order_by(HeldChange.clock))
    return tuple(
        HeldRow(
            each.tbl, each.key, each.column_name, each.verdict, each.side == "own", each.code,
            _words(each, "zh_CN"), _words(each, "en"),
        )
        for each in found
    )  # fmt: skip


def _words(held: HeldChange, lang: str) -> str:
    """Plain words for why a change waits: ours, else the server's own."""
    code = f"held_{held.code}"
    if code in CATALOGUE:
        return render(code, {"column": held.column_name}, lang)
    return held.message or held.code


def stats(ctx: Context, workshop_id: int | None = None) -> dict[str, object]:
    """Sums of every table and month of each workshop (or one), in the shape of DESIGN 8, the same as the server's.

    ``{"workshops": {"ID": {"schema", "tables": {table: {month: {"rows", "fen", "hash"}}}, "held", "pending"}}}``.
    """
    with ctx.database.read() as session:
        ids = session.scalars(select(Workshop.workshop_id).order_by(Workshop.workshop_id)).all()
        wanted = [each for each in ids if workshop_id in (None, each)]
        return {"workshops": {str(each): _workshop_stats(session, each) for each in wanted}}


def _workshop_stats(session: Session, workshop_id: int) -> dict[str, object]:
    columns = (HeldChange.tbl, HeldChange.key, HeldChange.device, HeldChange.seq, HeldChange.code)
    held = session.execute(
        select(*columns, HeldChange.column_name)
        .where(HeldChange.workshop_id == workshop_id)
        .order_by(HeldChange.device, HeldChange.seq)
    ).all()
    buckets = workshop_buckets(session, workshop_id, {(each.tbl, each.key) for each in held})
    return {
        "schema": SCHEMA_VERSION,
        "tables": {
            table: {month: bucket._asdict() for month, bucket in months.items()} for table, months in buckets.items()
        },
        "held": [dict(zip(_HELD_NAMES, each, strict=True)) for each in held],
        "pending": sum(pending_by_table(session, workshop_id).values()),
    }
