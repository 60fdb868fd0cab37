"""The county's layer of the calendar: local festivals (a Yi New Year, say) that people add and remove (RULES 2)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.messages.terms import festival_of
from app.domain.plan_check import locked_notes
from app.domain.refusal import Refusal
from app.domain.rulepack import StatutoryDays, pack_on
from app.models.queries.pay_balances import locked_months
from app.models.workshop import CalendarDay
from app.services.context import Context
from app.services.pay_records import PaySaved, get_record, put
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
        locked = locked_months(session, workshop_id)
        return tuple(
            LocalDayRow(row.day, row.name, row.statutory, f"{row.day:%Y-%m}" in locked)
            for row in stored_days(session, workshop_id)
            if year in (None, row.day.year)
        )


def stored_days(session: Session, workshop_id: int) -> tuple[LocalDayRow, ...]:
    """The local festivals as stored, by date."""
    table = CalendarDay
    own = select(table).where(table.workshop_id == workshop_id, table.deleted == 0).order_by(table.date)
    return tuple(
        LocalDayRow(date.fromisoformat(row.date), row.name, bool(row.statutory)) for row in session.scalars(own)
    )


def save_local_day(
    ctx: Context, workshop_id: int, day: date | None, name: str, *, statutory: bool, replaces: date | None = None
) -> PaySaved:
    """A local festival on a date; ``replaces`` is the date of the one corrected.

    A note says where wages of the month are locked already: they stay, and show "differs since lock". Refuses
    ``local_day_name``, ``local_day_date``, ``local_day_taken`` and ``local_day_national`` (two festivals on one date
    are one day).
    """
    with ctx.database.write(ctx.user, "calendar.save") as session:
        if day is None:
            raise Refusal("local_day_date", column="day")
        name = name.strip()
        if not name or len(name) > MOST_NAME or not name.isprintable():
            raise Refusal("local_day_name", column="name", most=MOST_NAME)
        _free(session, workshop_id, day, replaces)
        if replaces is not None and replaces != day:
            get_record(session, CalendarDay, (workshop_id, replaces.isoformat())).deleted = 1
        put(session, CalendarDay, workshop_id, {"date": day.isoformat()}, {"name": name, "statutory": int(statutory)})
        return _saved(session, workshop_id, {day, replaces or day})


def remove_local_day(ctx: Context, workshop_id: int, day: date) -> PaySaved:
    """Take a local festival out of the calendar; refuses ``pay_record_missing``. Notes as for saving."""
    with ctx.database.write(ctx.user, "calendar.remove") as session:
        get_record(session, CalendarDay, (workshop_id, day.isoformat())).deleted = 1
        session.flush()
        return _saved(session, workshop_id, {day})


def _free(session: Session, workshop_id: int, day: date, replaces: date | None) -> None:
    national = _national(session, workshop_id, day)
    if national:
        raise Refusal("local_day_national", column="day", day=day, name=festival_of(national))
    taken = session.get(CalendarDay, (workshop_id, day.isoformat()))
    if taken is not None and not taken.deleted and day != replaces:
        raise Refusal("local_day_taken", column="day", day=day, name=taken.name)


def _national(session: Session, workshop_id: int, day: date) -> str:
    """The national statutory festival of a date, "" where it is none or the year is not known."""
    pack = pack_on(load_packs(session, workshop_id), "statutory_days", day)
    return pack.figures.names.get(day, "") if pack is not None and isinstance(pack.figures, StatutoryDays) else ""


def _saved(session: Session, workshop_id: int, days: set[date]) -> PaySaved:
    months = {f"{day:%Y-%m}" for day in days} & set(locked_months(session, workshop_id))
    return PaySaved(tuple(locked_notes(months, "day", "local_day_locked")))
