"""The month of attendance (考勤): every worker by every day, and the writing of any number of its cells at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from app.domain.attendance import ParsedMark, mark_text
from app.domain.calendar import MonthCalendar
from app.domain.day_sheet import needs_mark
from app.domain.messages.text import Twofold
from app.domain.month_marks import CellChange, MarkChange, RefusedMark, Spell, checked
from app.domain.refusal import Refusal
from app.domain.vocabulary import DayKind, MarkKind, Relation
from app.models.people import Worker
from app.models.queries.month_span import MonthSpan, month_span
from app.models.work import Attendance, DayClose
from app.services.context import Context
from app.services.day_edit import Saved, writing
from app.services.day_lookup import calendar_of, month_locked
from app.services.people import PayTermRow, number_order, pay_terms

_OWN = (
    Attendance.workshop_id == bindparam("key_workshop"),
    Attendance.worker_id == bindparam("key_worker"),
    Attendance.date == bindparam("key_date"),
)
_VALUES: dict[str, Any] = {name: bindparam(f"new_{name}") for name in ("mark", "normal_minutes", "extra_minutes")}
_KEY: dict[str, Any] = {
    "workshop_id": bindparam("key_workshop"),
    "worker_id": bindparam("key_worker"),
    "date": bindparam("key_date"),
}
# Made once: a cell is left often, and putting a statement together costs more than running it.
_INSERT = insert(Attendance).values(**_KEY, **_VALUES)
_NOTE = update(Attendance).where(*_OWN).values(deleted=0, **_VALUES)
_TAKE_AWAY = update(Attendance).where(*_OWN).values(deleted=1)
_WHO = select(Worker.id, Worker.no, Worker.name, Worker.hired_on, Worker.left_on)
_SPELLS = _WHO.where(
    Worker.workshop_id == bindparam("key_workshop"),
    Worker.deleted == 0,
    Worker.id.in_(bindparam("workers", expanding=True)),
)
_STORED = select(
    Attendance.worker_id,
    Attendance.date,
    Attendance.mark,
    Attendance.normal_minutes,
    Attendance.extra_minutes,
    Attendance.deleted,
).where(
    Attendance.workshop_id == bindparam("key_workshop"),
    Attendance.worker_id.in_(bindparam("workers", expanding=True)),
    Attendance.date.between(bindparam("first"), bindparam("last")),
)


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A worker's month. ``marks``, ``inside`` (employed that day) and ``wanted`` have a place for each day of it.

    ``wanted``: a working day up to today inside the employment of who needs marks. ``relations`` are those in force.
    """

    spell: Spell
    marks: tuple[ParsedMark | None, ...]
    inside: tuple[bool, ...]
    wanted: tuple[bool, ...]
    relations: tuple[Relation | None, ...]

    @property
    def worker_id(self) -> int:
        """The worker's id."""
        return self.spell.worker_id


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """A workshop's month of attendance; ``festivals`` and ``closed`` (日结) by day, ``locked`` as on the day sheet."""

    workshop_id: int
    month: str
    calendar: MonthCalendar
    days: tuple[date, ...]
    festivals: tuple[str, ...]
    closed: tuple[bool, ...]
    locked: bool
    today: date
    rows: tuple[MonthRow, ...]


class MarkChanged(NamedTuple):
    """What a cell said and says now, as people write marks; "" is not filled in."""

    worker_id: int
    no: str
    name: str
    day: date
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MarksSaved:
    """What was really changed, in the order of workers and days, and the change to undo."""

    changed: tuple[MarkChanged, ...]
    saved: Saved


class MarksRefusedError(Refusal):
    """Cells that cannot be written, all of them named in ``refused``; nothing of the range was written."""

    def __init__(self, refused: Sequence[RefusedMark]) -> None:
        first = refused[0]
        super().__init__("marks_refused", count=len(refused), first=Twofold(first.text("zh_CN"), first.text("en")))
        self.refused = tuple(refused)

    def text(self, lang: str = "zh_CN") -> str:
        """Of one cell its own words; of several how many, and the first."""
        return self.refused[0].text(lang) if len(self.refused) == 1 else super().text(lang)


def month_sheet(ctx: Context, workshop_id: int, month: str) -> MonthSheet:
    """The month of everybody employed in it, or marked in it, by number; a fixed number of statements.

    Refuses with ``month_unreadable`` and ``calendar_unknown``.
    """
    with ctx.database.read() as session:
        span = month_span(session, workshop_id, month)
        calendar, days = calendar_of(session, workshop_id, span.first), tuple(span.days.values())
        marks = _marks(span)
        people = sorted(_people(span, marks), key=lambda one: (number_order(one.no), one.hired, one.worker_id))
        terms, today = pay_terms(session, workshop_id), ctx.today()
        names = dict(calendar.names)
        return MonthSheet(
            workshop_id=workshop_id,
            month=month,
            calendar=calendar,
            days=days,
            festivals=tuple(names.get(day, "") for day in days),
            closed=_closed(span),
            locked=month_locked(session, workshop_id, month),
            today=today,
            rows=tuple(
                _row(one, marks.get(one.worker_id, {}), terms.get(one.worker_id, ()), calendar, today) for one in people
            ),
        )


def set_marks(ctx: Context, workshop_id: int, changes: Iterable[MarkChange]) -> MarksSaved:
    """Write any number of cells in one transaction: all are checked first, and one that cannot be refuses them all.

    Raises ``MarksRefusedError`` naming every such cell. A locked month is no hindrance, as with ``day_edit.set_mark``.
    """
    wanted = tuple(changes)
    with writing(ctx, workshop_id, "month.marks") as (session, saved):
        people = _spells(session, workshop_id, {change.worker_id for change in wanted})
        good, bad = checked(wanted, people)
        if bad:
            raise MarksRefusedError(bad)
        changed = _write(session, workshop_id, good, people)
    return MarksSaved(changed, saved())


def _people(span: MonthSpan, marks: Mapping[int, object]) -> list[Spell]:
    """Who is employed on a day of the month, and who is marked without being so."""
    first, last = span.first.isoformat(), span.last.isoformat()
    return [
        _spell(row)
        for row in span.rows(_WHO, Worker)
        if (row.hired_on <= last and (row.left_on or "9999") >= first) or row.id in marks
    ]


def _spells(session: Session, workshop_id: int, worker_ids: set[int]) -> dict[int, Spell]:
    """The workers of a change by id; those that are gone are left out."""
    given = {"key_workshop": workshop_id, "workers": [*worker_ids]}
    return {row.id: _spell(row) for row in session.connection().execute(_SPELLS, given)}


def _spell(row: Any) -> Spell:  # noqa: ANN401  a row
    left = date.fromisoformat(row.left_on) if row.left_on else None
    return Spell(row.id, row.no, row.name, date.fromisoformat(row.hired_on), left)


def _marks(span: MonthSpan) -> dict[int, dict[int, ParsedMark]]:
    """The month's marks by worker and day of the month."""
    table = Attendance
    statement = select(table.worker_id, table.date, table.mark, table.normal_minutes, table.extra_minutes)
    found: dict[int, dict[int, ParsedMark]] = {}
    for worker_id, day, mark, normal, extra in span.dated(statement, table):
        found.setdefault(worker_id, {})[int(day[8:])] = ParsedMark(MarkKind(mark), normal, extra)
    return found


def _closed(span: MonthSpan) -> tuple[bool, ...]:
    closed = {row.date for row in span.dated(select(DayClose.date), DayClose)}
    return tuple(day in closed for day in span.days)


def _row(
    spell: Spell,
    marks: Mapping[int, ParsedMark],
    terms: Sequence[PayTermRow],
    calendar: MonthCalendar,
    today: date,
) -> MonthRow:
    days = calendar.days()
    inside = tuple(spell.covers(day) for day in days)
    relations = tuple(next((r.relation for r in reversed(terms) if r.valid_from <= day), None) for day in days)
    wanted = tuple(
        there and day <= today and kind is DayKind.WORKING and needs_mark(relation)
        for there, day, kind, relation in zip(inside, days, calendar.kinds, relations, strict=True)
    )
    return MonthRow(spell, tuple(marks.get(day.day) for day in days), inside, wanted, relations)


class _Stored(NamedTuple):
    """A row of the table as it is."""

    mark: ParsedMark
    deleted: int


def _write(
    session: Session, workshop_id: int, cells: Sequence[CellChange], people: Mapping[int, Spell]
) -> tuple[MarkChanged, ...]:
    """Insert, change and take away; cells that say already what they should are left alone."""
    stored = _stored(session, workshop_id, cells)
    new: list[dict[str, Any]] = []
    noted: list[dict[str, Any]] = []
    gone: list[dict[str, Any]] = []
    changed = []
    for worker_id, day, mark in cells:
        held = stored.get((worker_id, day.isoformat()))
        before = None if held is None or held.deleted else held.mark
        if before == mark:
            continue
        key = {"key_worker": worker_id, "key_date": day.isoformat()}
        if mark is None:
            gone.append(key)
        elif held is None:
            new.append(key | _values(mark))
        else:
            noted.append(key | _values(mark))
        who = people[worker_id]
        changed.append(MarkChanged(worker_id, who.no, who.name, day, _text(before), _text(mark)))
    _execute(session, workshop_id, new, noted, gone)
    return tuple(sorted(changed, key=lambda one: (number_order(one.no), one.day)))


def _execute(
    session: Session,
    workshop_id: int,
    new: list[dict[str, Any]],
    noted: list[dict[str, Any]],
    gone: list[dict[str, Any]],
) -> None:
    """At most three statements, each for many rows."""
    connection = session.connection()
    for statement, rows in ((_INSERT, new), (_NOTE, noted), (_TAKE_AWAY, gone)):
        if rows:
            connection.execute(statement, [{"key_workshop": workshop_id, **row} for row in rows])


def _stored(session: Session, workshop_id: int, cells: Sequence[CellChange]) -> dict[tuple[int, str], _Stored]:
    """The rows of the cells' workers between their first and last day, those marked deleted too."""
    if not cells:
        return {}
    days = [cell.day.isoformat() for cell in cells]
    given = {
        "key_workshop": workshop_id,
        "workers": [*{cell.worker_id for cell in cells}],
        "first": min(days),
        "last": max(days),
    }
    return {
        (worker_id, day): _Stored(ParsedMark(MarkKind(mark), normal, extra), deleted)
        for worker_id, day, mark, normal, extra, deleted in session.connection().execute(_STORED, given)
    }


def _values(mark: ParsedMark) -> dict[str, Any]:
    return {
        "new_mark": mark.kind.value,
        "new_normal_minutes": mark.normal_minutes,
        "new_extra_minutes": mark.extra_minutes,
    }


def _text(mark: ParsedMark | None) -> str:
    return mark_text(mark) if mark is not None else ""
