"""Which day Today opens: today, an earlier one not closed, or a question where the PC's date is doubtful (DESIGN 7)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

import app
from app.domain.calendar import MonthCalendar
from app.domain.day_sheet import needs_mark
from app.domain.vocabulary import DayKind
from app.models.people import Worker
from app.models.work import Attendance, DayClose
from app.services.context import Context
from app.services.day_lookup import LOOK_BACK, calendar_of, relations_on
from app.services.people import pay_terms

RELEASED = date.fromisoformat(app.__released__)


@dataclass(frozen=True, slots=True)
class DayChoice:
    """``day`` is the one to open. Where ``doubt`` is a message code, ask which day it is before anything is typed.

    ``open_days`` are working days of the last month typed in part or not at all, and not closed, oldest first.
    """

    day: date
    doubt: str
    last_noted: date | None
    open_days: tuple[date, ...]


def which_day(ctx: Context, workshop_id: int, released: date = RELEASED) -> DayChoice:
    """The day to open: the oldest not closed, else today by the PC's clock; ``doubt`` where that is implausible."""
    today = ctx.today()
    with ctx.database.read() as session:
        first, last = _noted(session, workshop_id)
        doubt = _doubt(today, last, released)
        days = [] if first is None or doubt else _open_days(session, workshop_id, max(first, today - LOOK_BACK), today)
    return DayChoice(days[0] if days else today, doubt, last, tuple(days))


def _noted(session: Session, workshop_id: int) -> tuple[date | None, date | None]:
    """First and last day with attendance: the ends of the index, not a million rows between them."""
    dates = select(Attendance.date).where(Attendance.workshop_id == workshop_id, Attendance.deleted == 0).limit(1)
    ends = (session.scalar(dates.order_by(order)) for order in (Attendance.date.asc(), Attendance.date.desc()))
    first, last = (None if text is None else date.fromisoformat(text) for text in ends)
    return first, last


def _doubt(today: date, last: date | None, released: date) -> str:
    if today < released:
        return "date_before_release"
    if last is not None and today < last:
        return "date_before_noted"
    if last is not None and today > last + LOOK_BACK:
        return "date_long_after_noted"
    return ""


def _open_days(session: Session, workshop_id: int, first: date, today: date) -> list[date]:
    """Working days from ``first`` to yesterday, not closed, with someone not filled in or marks typed by hand."""
    closed = set(
        session.scalars(
            select(DayClose.date).where(
                DayClose.workshop_id == workshop_id, DayClose.deleted == 0, DayClose.date >= first.isoformat()
            )
        )
    )
    marked, typed = _marks(session, workshop_id, first, today)
    workers = session.scalars(select(Worker).where(Worker.workshop_id == workshop_id, Worker.deleted == 0)).all()
    terms = pay_terms(session, workshop_id)
    calendars: dict[str, MonthCalendar] = {}
    found = []
    for day in (first + timedelta(days=n) for n in range((today - first).days)):
        text = day.isoformat()
        if text[:7] not in calendars:
            calendars[text[:7]] = calendar_of(session, workshop_id, day)
        if text in closed or calendars[text[:7]].kind(day) is not DayKind.WORKING:
            continue
        there = [worker for worker in workers if worker.hired_on <= text <= (worker.left_on or "9999")]
        relations = relations_on(terms, there, day)
        wanted = {worker.id for worker in there if needs_mark(relations[worker.id])}
        if text in typed or wanted - marked[text]:
            found.append(day)
    return found


def _marks(session: Session, workshop_id: int, first: date, today: date) -> tuple[dict[str, set[int]], set[str]]:
    """Who is marked on each day, and the days with marks typed by hand rather than taken from a book."""
    rows = session.execute(
        select(Attendance.date, Attendance.worker_id, Attendance.source).where(
            Attendance.workshop_id == workshop_id,
            Attendance.deleted == 0,
            Attendance.date >= first.isoformat(),
            Attendance.date < today.isoformat(),
        )
    )
    marked: dict[str, set[int]] = defaultdict(set)
    typed: set[str] = set()
    for day, worker_id, source in rows:
        marked[day].add(worker_id)
        if not source:
            typed.add(day)
    return marked, typed
