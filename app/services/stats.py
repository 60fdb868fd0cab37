"""``stats``: sums of every synced table and month, in the shape the server gives too (DESIGN 8)."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.local import HeldChange
from app.models.queries.stats import Buckets, workshop_buckets
from app.models.versions import SCHEMA_VERSION
from app.models.workshop import Workshop
from app.services.context import Context
from app.services.workshops import pending_changes


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A row that waits: its table and key, whose change it is, and why."""

    table: str
    key: str
    device: int
    seq: int
    code: str
    column: str


@dataclass(frozen=True, slots=True)
class WorkshopStats:
    """Sums of a workshop by table and month; rows named in ``held`` are left out, as on the server."""

    workshop_id: int
    schema: int
    tables: Buckets
    held: tuple[HeldRow, ...]
    pending: int


def stats(ctx: Context, workshop_id: int | None = None) -> tuple[WorkshopStats, ...]:
    """Sums of one workshop or of all, read from the tables themselves."""
    with ctx.database.read() as session:
        known = session.scalars(select(Workshop.workshop_id).order_by(Workshop.workshop_id)).all()
        return tuple(_stats(session, each) for each in known if workshop_id in {None, each})


def stats_json(found: tuple[WorkshopStats, ...]) -> dict[str, object]:
    """``{"workshops": {"ID": {"schema", "tables", "held", "pending"}}}``."""
    return {"workshops": {str(one.workshop_id): _json(one) for one in found}}


def _stats(session: Session, workshop_id: int) -> WorkshopStats:
    waiting = session.scalars(
        select(HeldChange).where(HeldChange.workshop_id == workshop_id).order_by(HeldChange.device, HeldChange.seq)
    ).all()
    held = tuple(HeldRow(row.tbl, row.key, row.device, row.seq, row.code, row.column_name) for row in waiting)
    left_out = {(row.table, row.key) for row in held}
    buckets = workshop_buckets(session, workshop_id, left_out)
    return WorkshopStats(workshop_id, SCHEMA_VERSION, buckets, held, pending_changes(session, workshop_id))


def _json(one: WorkshopStats) -> dict[str, object]:
    tables = {table: {month: sums._asdict() for month, sums in months.items()} for table, months in one.tables.items()}
    names = ("table", "key", "device", "seq", "code", "column")
    held = [{name: getattr(row, name) for name in names} for row in one.held]
    return {"schema": one.schema, "tables": tables, "held": held, "pending": one.pending}
