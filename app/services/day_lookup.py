"""What the day sheet and its edits look up: who is employed, the calendar, marks, suggestions, locked months."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.attendance import ParsedMark
from app.domain.calendar import LocalDay, MonthCalendar, month_calendar
from app.domain.day_sheet import suggested
from app.domain.vocabulary import DayKind, MarkKind, Relation, RunKind
from app.models.people import Worker
from app.models.queries.runs import run_heads
from app.models.work import Attendance
from app.models.workshop import CalendarDay
from app.services.people import PayTermRow, number_order
from app.services.rule_packs import load_packs

LOOK_BACK = timedelta(days=31)
_NO_WORKING_DAY = (MarkKind.OFF, MarkKind.SWAPPED, MarkKind.EXTRA)


def on_day(column: InstrumentedAttribute[str], day: date) -> ColumnElement[bool]:
    """That a row is of a day, written as a range: without statistics SQLite takes the index on (workshop, date) for a
    range only; for an equality it reads every row of the workshop, and ten years have a million.
    """
    return column.between(day.isoformat(), day.isoformat())


def employed_on(session: Session, workshop_id: int, day: date) -> list[Worker]:
    """Who is employed on a day, by number; the leaving date counts as employed."""
    text = day.isoformat()
    workers = session.scalars(
        select(Worker).where(
            Worker.workshop_id == workshop_id,
            Worker.deleted == 0,
            Worker.hired_on <= text,
            (Worker.left_on.is_(None)) | (Worker.left_on >= text),
        )
    )
    return sorted(workers, key=lambda worker: number_order(worker.no))


def calendar_of(session: Session, workshop_id: int, day: date) -> MonthCalendar:
    """The calendar of a day's month with the workshop's local days."""
    month = day.isoformat()[:7]
    rows = session.scalars(
        select(CalendarDay).where(
            CalendarDay.workshop_id == workshop_id, CalendarDay.deleted == 0, CalendarDay.date.startswith(month)
        )
    )
    local = [LocalDay(date.fromisoformat(row.date), row.name, bool(row.statutory)) for row in rows]
    return month_calendar(month, load_packs(session, workshop_id), local)


def marks_on(session: Session, workshop_id: int, day: date) -> dict[int, ParsedMark]:
    """The marks of a day by worker."""
    rows = session.scalars(
        select(Attendance).where(
            Attendance.workshop_id == workshop_id, on_day(Attendance.date, day), Attendance.deleted == 0
        )
    )
    return {row.worker_id: parsed(row) for row in rows}


def parsed(row: Attendance) -> ParsedMark:
    """A stored mark as the domain has it."""
    return ParsedMark(MarkKind(row.mark), row.normal_minutes, row.extra_minutes)


def suggestions(
    session: Session, workshop_id: int, day: date, kind: DayKind, relations: Mapping[int, Relation | None]
) -> dict[int, ParsedMark]:
    """What to offer each worker for a day: from the calendar and from his last working day within a month."""
    before = _marks_before(session, workshop_id, day) if kind is DayKind.WORKING else {}
    offered = {worker_id: suggested(kind, relation, before.get(worker_id)) for worker_id, relation in relations.items()}
    return {worker_id: mark for worker_id, mark in offered.items() if mark is not None}


def relations_on(
    terms: Mapping[int, Sequence[PayTermRow]], workers: Iterable[Worker], day: date
) -> dict[int, Relation | None]:
    """用工形式 of each worker as in force on a day; None where no terms are."""
    return {
        worker.id: next((row.relation for row in reversed(terms.get(worker.id, ())) if row.valid_from <= day), None)
        for worker in workers
    }


def _marks_before(session: Session, workshop_id: int, day: date) -> dict[int, ParsedMark]:
    """Each worker's mark of his last working day within a month before ``day``."""
    first, last = (day - LOOK_BACK).isoformat(), day.isoformat()
    mine = (
        Attendance.workshop_id == workshop_id,
        Attendance.deleted == 0,
        Attendance.date >= first,
        Attendance.date < last,
        Attendance.mark.not_in(_NO_WORKING_DAY),
    )
    latest = select(Attendance.worker_id, func.max(Attendance.date).label("date")).where(*mine)
    newest = latest.group_by(Attendance.worker_id).subquery()
    rows = session.scalars(
        select(Attendance)
        .join(newest, (Attendance.worker_id == newest.c.worker_id) & (Attendance.date == newest.c.date))
        .where(*mine)
    )
    return {row.worker_id: parsed(row) for row in rows}


def month_locked(session: Session, workshop_id: int, month: str) -> bool:
    """Whether a month's (YYYY-MM) own payroll stands locked, paid or archived; what was settled before it does not."""
    heads = run_heads(session, workshop_id)
    return any(head.month == month and head.kind == RunKind.REGULAR and head.stands for head in heads)
