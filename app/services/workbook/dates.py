"""Dates across a book: days outside an employment, far from the book's month, still to come, or of another month."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from app.domain.calendar import month_ends
from app.domain.vocabulary import MarkKind
from app.services.workbook import rows
from app.services.workbook.findings import Findings
from app.services.workbook.known import Known, references, typed
from app.services.workbook.problems import Problem
from app.services.workbook.tables import Table

FAR_MONTHS = 12
_OFF = frozenset({MarkKind.OFF, MarkKind.SWAPPED})
_SHOWN_DAYS = 6

Spells = Mapping[str, list[tuple[date, date]]]
"""Employments by 编号, first and last day; ``date.max`` for one that goes on."""


def check_dates(tables: dict[str, Table], month: str, known: Known, findings: Findings) -> None:
    """Problems: dates more than a year off, and outside the worker's employment. Notices: other months, days to come.

    Entries dated in another month belong to that month (FORMAT).
    """
    _check_far(tables, month, findings)
    _check_employed(tables, month, _spells(tables, known, findings), findings)
    if known.today is not None:
        _notice_future(tables, month, known.today, findings)
    _notice_other_months(tables, month, findings)


def month_of(table: Table, row: rows.Row) -> str:
    """The month a row of a dated sheet belongs to, "YYYY-MM"."""
    value = getattr(row, table.sheet.dated)
    return f"{value:%Y-%m}" if isinstance(value, date) else str(value)


def listed(days: Iterable[date]) -> str:
    """Days as a message names them, at most the first six."""
    ordered = sorted(set(days))
    shown = ", ".join(day.isoformat() for day in ordered[:_SHOWN_DAYS])
    return shown if len(ordered) <= _SHOWN_DAYS else f"{shown} …"


# ------------------------------------------------------------------ far from the book's month
def _apart(month: str, other: str) -> int:
    return abs((int(month[:4]) - int(other[:4])) * 12 + int(month[5:]) - int(other[5:]))


def _check_far(tables: dict[str, Table], month: str, findings: Findings) -> None:
    """Rows more than a year off, once for each month they are dated in: at its first row, which says how many."""
    for table in tables.values():
        far: dict[str, list[int]] = defaultdict(list)
        for row in table.rows if table.sheet.dated else ():
            if _apart(month, other := month_of(table, row)) > FAR_MONTHS:
                far[other].append(row.row)
        title = next((column.title for column in table.sheet.columns if column.field == table.sheet.dated), "")
        for other, numbers in far.items():
            params = {"other": other, "month": month, "count": len(numbers)}
            findings.problem(table.finding(numbers[0], title, "book_far_month", **params))
            findings.bad |= {(table.sheet.name, number) for number in numbers}


# ------------------------------------------------------------------ employment
def _spells(tables: dict[str, Table], known: Known, findings: Findings) -> Spells:
    """Employments as the book has them, and those recorded before that it does not speak of."""
    found: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for worker in typed(tables.get("工人"), rows.WorkerRow):
        if findings.is_good("工人", worker.row):
            found[worker.no].append((worker.hired, worker.left or date.max))
    here = {no: tuple(spells) for no, spells in found.items()}
    for one in known.workers:
        first = date.fromisoformat(one.hired)
        last = date.fromisoformat(one.left) if one.left else date.max
        if all(last < since or first > until for since, until in here.get(one.no, ())):
            found[one.no].append((first, last))
    return found


def _check_employed(tables: dict[str, Table], month: str, spells: Spells, findings: Findings) -> None:
    """Entries and worked days before the first or after the last day of their worker."""
    for name in ("计件", "预支"):
        if (table := tables.get(name)) is None:
            continue
        for row in table.rows:
            day = getattr(row, "day", None)
            for no in references(row) if isinstance(day, date) and findings.is_good(name, row.row) else ():
                if isinstance(day, date) and no in spells and not _employed(spells[no], day):
                    params = {"no": no, "day": day, "spells": _said(spells[no])}
                    findings.problem(table.finding(row.row, "日期", "book_outside_employment", **params))
    if (table := tables.get("考勤")) is not None:
        _check_marks(table, month, spells, findings)


def _check_marks(table: Table, month: str, spells: Spells, findings: Findings) -> None:
    """Once for each row of 考勤, at its first day outside; a day off there says nothing."""
    first = month_ends(month)[0]
    for row in typed(table, rows.AttendanceRow):
        marked = [first.replace(day=number) for number, mark in row.marks if mark.kind not in _OFF]
        outside = [day for day in marked if row.no in spells and not _employed(spells[row.no], day)]
        if outside and findings.is_good(table.sheet.name, row.row):
            params = {"no": row.no, "days": listed(outside), "count": len(outside), "spells": _said(spells[row.no])}
            findings.problem(table.finding(row.row, str(outside[0].day), "book_marks_outside_employment", **params))


def _employed(spells: list[tuple[date, date]], day: date) -> bool:
    return any(first <= day <= last for first, last in spells)


def _said(spells: list[tuple[date, date]]) -> str:
    """2026-10-05 – 2026-10-20; 2026-11-01 –"""
    return "; ".join(f"{first} –" if last == date.max else f"{first} – {last}" for first, last in sorted(spells))


# ------------------------------------------------------------------ notices
def _notice_future(tables: dict[str, Table], month: str, today: date, findings: Findings) -> None:
    """Attendance and pieces noted for days after today, once a sheet."""
    first = month_ends(month)[0]
    days = {
        "考勤": [
            first.replace(day=number)
            for row in typed(tables.get("考勤"), rows.AttendanceRow)
            for number, _ in row.marks
        ],
        "计件": [row.day for row in typed(tables.get("计件"), rows.PieceRow) if findings.is_good("计件", row.row)],
    }
    for name, found in days.items():
        if coming := [day for day in found if day > today]:
            params = {"count": len(coming), "days": listed(coming), "today": today}
            findings.notice(Problem(name, 0, "", "book_future_days", params))


def _notice_other_months(tables: dict[str, Table], month: str, findings: Findings) -> None:
    for table in tables.values():
        months = Counter(month_of(table, row) for row in table.rows) if table.sheet.dated else Counter()
        for other, count in sorted(months.items()):
            if other != month and _apart(month, other) <= FAR_MONTHS:
                params = {"count": count, "other": other, "month": month}
                findings.notice(Problem(table.sheet.name, 0, "", "book_other_month", params))
