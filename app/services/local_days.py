"""The county's layer of the calendar: local festivals (a Yi New Year, say) that people add and remove (RULES 2)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.refusal import Refusal
from app.domain.rulepack import StatutoryDays, pack_on
from app.models.queries.runs import run_heads
from app.models.workshop import CalendarDay
from app.services.context import Context
from app.services.pay_records import put
from app.services.rule_packs import load_packs

MOST_NAME = 20


@dataclass(frozen=True, slots=True)
class LocalDayRow:
    """A local festival: ``statutory`` where it counts threefold; ``locked``: wages of its month are locked already."""

    day: date
    name: str
    statutory: bool
    locked: bool = False


def local_days(ctx: Context, workshop_id: int, year: int | None = None) -> tuple[LocalDayRow, ...]:
    """A workshop's local festivals by date, of one year or all."""
    with ctx.database.read() as session:
        locked = _locked_months(session, workshop_id)
        rows = stored_days(session, workshop_id)
        return tuple(
            LocalDayRow(row.day, row.name, row.statutory, f"{row.day:%Y-%m}" in locked)
            for row in rows
            if year in (None, row.day.year)
        )


def stored_days(session: Session, workshop_id: int) -> tuple[LocalDayRow, ...]:
    """The local festivals as stored, by date."""
    table = CalendarDay
    own = select(table).where(table.workshop_id == workshop_id, table.deleted == 0).order_by(table.date)
    return tuple(
        LocalDayRow(date.fromisoformat(row.date), row.name, bool(row.statutory)) for row in session.scalars(own)
    )


def add_local_day(ctx: Context, workshop_id: int, day: date, name: str, *, statutory: bool) -> LocalDayRow:
    """Add a local festival, or give the one of that date another name or kind.

    ``locked`` in the answer says that wages of the month are locked: they stay, and show "differs since lock". Refuses
    ``local_day_name`` and ``local_day_national`` (two festivals on one date are one day).
    """
    name = name.strip()
    if not name or len(name) > MOST_NAME or not name.isprintable():
        raise Refusal("local_day_name", most=MOST_NAME)
    with ctx.database.write(ctx.user, "calendar.add") as session:
        national = _national(session, workshop_id, day)
        if national:
            raise Refusal("local_day_national", day=day, name=national)
        values: dict[str, str | int | None] = {"name": name, "statutory": int(statutory)}
        put(session, CalendarDay, workshop_id, {"date": day.isoformat()}, {**values})
        return LocalDayRow(day, name, statutory, f"{day:%Y-%m}" in _locked_months(session, workshop_id))


def remove_local_day(ctx: Context, workshop_id: int, day: date) -> LocalDayRow:
    """Take a local festival out of the calendar; refuses ``local_day_missing``. ``locked`` as for adding."""
    with ctx.database.write(ctx.user, "calendar.remove") as session:
        row = session.get(CalendarDay, (workshop_id, day.isoformat()))
        if row is None or row.deleted:
            raise Refusal("local_day_missing", day=day)
        row.deleted = 1
        session.flush()
        locked = f"{day:%Y-%m}" in _locked_months(session, workshop_id)
        return LocalDayRow(day, row.name, bool(row.statutory), locked)


def _national(session: Session, workshop_id: int, day: date) -> str:
    """The national statutory festival of a date, "" where it is none or the year is not known."""
    pack = pack_on(load_packs(session, workshop_id), "statutory_days", day)
    return pack.figures.names.get(day, "") if pack is not None and isinstance(pack.figures, StatutoryDays) else ""


def _locked_months(session: Session, workshop_id: int) -> set[str]:
    return {head.month for head in run_heads(session, workshop_id) if head.stands}
