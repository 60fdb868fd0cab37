"""Workshops of a database: making one, naming them, and the facts of the status bar."""

import json
import secrets
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.identity_number import is_region
from app.domain.ids import ID_LIMIT
from app.domain.plain_text import unfit_character
from app.domain.refusal import Refusal
from app.domain.rulepack import YearNotice
from app.models.local import Conflict, Cursor, HeldChange, Setting
from app.models.queries.pending import pending_changes
from app.models.workshop import Workshop
from app.services.context import Context
from app.services.rule_packs import load_packs

_BATCH_BYTES, _CHANGE_BYTES = 180, 12  # measured: a batch of 1 is about 190 bytes, each further change 7 to 12


@dataclass(frozen=True, slots=True)
class WorkshopRow:
    """A workshop as lists and headings show it; ``shared``: another of the database has its name."""

    workshop_id: int
    name: str
    region: str
    credit_code: str
    project: str
    shared: bool = False

    @property
    def label(self) -> str:
        """The name where workshops stand side by side, with the number where two share it."""
        return f"{self.name} ({self.workshop_id})" if self.shared else self.name


@dataclass(frozen=True, slots=True)
class StatusRow:
    """The status bar of a workshop: own changes not yet received (and about how many bytes), what needs a person.

    ``enrolled`` says whether a server is known; ``rules_until`` is the last day whose calendar is complete.
    """

    workshop: WorkshopRow
    user: str
    pending: int
    pending_bytes: int
    needs_person: int
    enrolled: bool
    synced_at: datetime | None
    backup_at: datetime | None
    rules_until: date | None


def create_workshop(ctx: Context, name: str, region: str, *, again: bool = False) -> WorkshopRow:
    """A new workshop with a number of its own for ever (DESIGN 2); refuses no name, or a region of no province.

    One of the same name and region is refused (``workshop_known``) unless there are to be two (``again``).
    """
    name, region = name.strip(), region.strip()
    if not name:
        raise Refusal("workshop_name_empty")
    if char := unfit_character(name):
        raise Refusal("text_unfit_character", char=char)
    if not is_region(region):
        raise Refusal("workshop_region_wrong", region=region)
    row = Workshop(workshop_id=secrets.randbelow(ID_LIMIT - 1) + 1, name=name, region=region)
    same = [one for one in list_workshops(ctx) if (one.name, one.region) == (name, region)]
    if same and not again:
        raise Refusal("workshop_known", name=name, region=region, workshop_id=same[0].workshop_id)
    with ctx.database.write(ctx.user, "workshop.create") as session:
        session.add(row)
        session.flush()
        return _row(row)


def list_workshops(ctx: Context) -> tuple[WorkshopRow, ...]:
    """The database's workshops by name."""
    with ctx.database.read() as session:
        found = session.scalars(select(Workshop).where(Workshop.deleted == 0).order_by(Workshop.name))
        rows = [_row(row) for row in found]
    named = Counter(row.name for row in rows)
    return tuple(replace(row, shared=named[row.name] > 1) for row in rows)


def choose_workshop(ctx: Context, workshop_id: int | None = None) -> WorkshopRow:
    """The workshop asked for, or the only one; refuses where there is none, no such one, or several to choose from."""
    rows = list_workshops(ctx)
    if workshop_id is not None:
        found = [row for row in rows if row.workshop_id == workshop_id]
        if not found:
            raise Refusal("workshop_missing", workshop_id=workshop_id)
        return found[0]
    if not rows:
        raise Refusal("workshop_none")
    if len(rows) > 1:
        names = "; ".join(f"{row.workshop_id} {row.name}" for row in rows)
        raise Refusal("workshop_several", count=len(rows), names=names)
    return rows[0]


def status(ctx: Context, workshop_id: int) -> StatusRow:
    """What the status bar says of a workshop."""
    workshop = choose_workshop(ctx, workshop_id)
    with ctx.database.read() as session:
        cursor = session.get(Cursor, workshop_id)
        pending = pending_changes(session, workshop_id)
        return StatusRow(
            workshop=workshop,
            user=ctx.user,
            pending=pending,
            pending_bytes=_BATCH_BYTES + _CHANGE_BYTES * pending if pending else 0,
            needs_person=_needs_person(session, workshop_id),
            enrolled=cursor is not None,
            synced_at=_moment(cursor.last_sync_at if cursor else 0),
            backup_at=_moment(_setting(session, "backup_at")),
            rules_until=_rules_until(session, workshop_id),
        )


def _needs_person(session: Session, workshop_id: int) -> int:
    """Own changes held or rejected, and rows whose versions compete by what they say (``Conflict.same``)."""
    held = select(func.count()).where(HeldChange.workshop_id == workshop_id, HeldChange.side == "own")
    agreeing = func.max(func.json_array_length(Conflict.same), 1)
    competing = func.json_array_length(Conflict.heads) > agreeing
    conflicts = select(func.count()).select_from(Conflict).where(Conflict.workshop_id == workshop_id, competing)
    return sum(session.scalar(count) or 0 for count in (held, conflicts))


def _rules_until(session: Session, workshop_id: int) -> date | None:
    years = [p.figures.year for p in load_packs(session, workshop_id) if isinstance(p.figures, YearNotice)]
    return date(max(years), 12, 31) if years else None


def _setting(session: Session, name: str) -> int:
    row = session.get(Setting, name)
    return int(json.loads(row.value)) if row else 0


def _moment(seconds: int) -> datetime | None:
    return datetime.fromtimestamp(seconds) if seconds else None  # noqa: DTZ006  shown beside the PC's own clock


def _row(row: Workshop) -> WorkshopRow:
    return WorkshopRow(row.workshop_id, row.name, row.region, row.credit_code, row.project)
