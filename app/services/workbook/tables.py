"""Reads one sheet's grid by its description: headings by name in any order, cells by their column's function."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import datetime
from difflib import get_close_matches
from typing import Any

from app.services.workbook import cells
from app.services.workbook.findings import Findings
from app.services.workbook.grids import Grid, letters, plain_title
from app.services.workbook.problems import BadCell, Problem
from app.services.workbook.rows import Row
from app.services.workbook.sheets import Column, Need, Sheet

HEADING_SEARCH_ROWS = 10  # titles and notes may stand above the headings
_TOTALS = frozenset({"合计", "总计", "小计", "共计"})


@dataclass(slots=True)
class Table:
    """A sheet as read: its good rows so far, every row's values that could be read, and where each column stands."""

    sheet: Sheet
    rows: list[Row] = field(default_factory=list)
    values: dict[int, dict[str, Any]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()

    def finding(self, row: int, column: str, kind: str, **params: object) -> Problem:
        """A finding at a cell of this sheet."""
        place = self.places.get(column, "")
        cell = f"{place}{row}" if place.isalpha() else place
        return Problem(self.sheet.name, row, column, kind, params, cell if row else "")


def read_table(sheet: Sheet, grid: Grid, findings: Findings, month: str = "") -> Table:
    """The rows of a sheet; ``month`` says which days 考勤 may have."""
    table = Table(sheet)
    if sheet.upright:
        _read_upright(table, grid, findings)
        return table
    titles = {column.title for column in sheet.columns} | ({"1", "2", "3"} if sheet.days else set())
    start = _heading_index(grid, titles)
    columns, strays = _columns(table, grid.rows[start], findings, month)
    seen: Counter[tuple[object, ...]] = Counter()
    for number, values in grid.rows[start + 1 :]:
        if _is_total(values):
            findings.notice(Problem(sheet.name, number, "", "book_total_row"))
            continue
        for index, title in strays:
            if index < len(values) and not cells.is_empty(values[index]):
                findings.problem(table.finding(number, title, "book_no_such_day", day=title, month=month))
        _read_row(table, number, _picked(columns, values), findings, seen)
    return table


# ------------------------------------------------------------------ headings
def _heading_index(grid: Grid, titles: set[str]) -> int:
    """The first of the upper rows with two known headings; the very first where none has."""
    for index, (_, values) in enumerate(grid.rows[:HEADING_SEARCH_ROWS]):
        if len({plain_title(value) for value in values if value is not None} & titles) >= 2:
            return index
    return 0


def _columns(
    table: Table, heading: tuple[int, tuple[object, ...]], findings: Findings, month: str
) -> tuple[list[tuple[int, Column]], list[tuple[int, str]]]:
    """Known columns by their index, and day columns the month does not have; what is missing or unknown is noted."""
    sheet, row = table.sheet, heading[0]
    known = {column.title: column for column in sheet.columns} | (_day_columns(month) if sheet.days else {})
    columns, strays, unknown = [], [], []
    for index, value in enumerate(heading[1]):
        if cells.is_empty(value):
            continue
        title = _day_title(value, month) if sheet.days else plain_title(value)
        if title in table.places:
            findings.problem(
                Problem(sheet.name, 0, title, "book_heading_twice", {"column": title}, f"{letters(index)}{row}")
            )
        elif title in known:
            table.places[title] = letters(index)
            columns.append((index, known[title]))
        elif sheet.days and title.isdecimal() and len(title) <= 2:
            table.places[title] = letters(index)
            strays.append((index, title))
        else:
            unknown.append(title)
    table.titles = frozenset(column.title for _, column in columns)
    _report_headings(table, known, unknown, findings)
    return columns, strays


def _report_headings(table: Table, known: dict[str, Column], unknown: list[str], findings: Findings) -> None:
    missing = {title: column for title, column in known.items() if title not in table.titles}
    for title, column in missing.items():
        if column.need:
            findings.problem(Problem(table.sheet.name, 0, title, "book_missing_column", {"column": title}))
        else:
            findings.notice(Problem(table.sheet.name, 0, title, "book_absent_column", {"column": title}))
    for title in unknown:
        like = get_close_matches(title, missing, n=1, cutoff=0.5)
        kind = "book_unknown_column_like" if like else "book_unknown_column"
        params: dict[str, object] = {"column": cells.shown(title)}
        if like:
            params["like"] = like[0]
        findings.notice(Problem(table.sheet.name, 0, cells.shown(title), kind, params))


def _day_columns(month: str) -> dict[str, Column]:
    days = monthrange(int(month[:4]), int(month[5:]))[1]
    return {str(day): Column(str(day), "marks", cells.mark, Need.HEADING) for day in range(1, days + 1)}


def _day_title(value: object, month: str) -> str:
    """A day's heading as its number: 1, "01", "1日", or a date of the month; anything else as it stands."""
    if isinstance(value, datetime):
        return str(value.day) if f"{value:%Y-%m}" == month else f"{value:%Y-%m-%d}"
    title = plain_title(value)
    digits = title.removesuffix("日")
    return str(int(digits)) if digits.isascii() and digits.isdecimal() and len(digits) <= 4 else title


# ------------------------------------------------------------------ rows
def _is_total(values: tuple[object, ...]) -> bool:
    first = next((value for value in values if not cells.is_empty(value)), None)
    return isinstance(first, str) and plain_title(first).rstrip(":") in _TOTALS


def _picked(columns: list[tuple[int, Column]], values: tuple[object, ...]) -> Iterator[tuple[Column, object]]:
    for index, column in columns:
        yield column, values[index] if index < len(values) else None


def _read_row(
    table: Table,
    number: int,
    cells_of_row: Iterator[tuple[Column, object]],
    findings: Findings,
    seen: Counter[tuple[object, ...]],
) -> None:
    """Read every cell, note every bad one; a row without any becomes a frozen row."""
    found: dict[str, Any] = {"marks": []} if table.sheet.days else {}
    sound = True
    for column, value in cells_of_row:
        try:
            _read_cell(column, value, found)
        except BadCell as bad:
            findings.problem(table.finding(number, column.title, bad.kind, **bad.params))
            sound = False
    table.values[number] = found
    keys = _identity(table.sheet, found)
    seen[keys] += 1
    if not sound or not findings.is_good(table.sheet.name, number):
        return
    if table.sheet.days:
        found = {**found, "marks": tuple(found["marks"])}
    _notice_unusual(table, number, found, findings)
    table.rows.append(table.sheet.row_type(row=number, nth=seen[keys], **found))


def _identity(sheet: Sheet, found: dict[str, Any]) -> tuple[object, ...]:
    """What identifies a row but for its occurrence; an empty cell says what its column's default says (时段: 正常)."""
    default = {each.name: each.default for each in fields(sheet.row_type)}
    return tuple(found.get(column.field, default[column.field]) for column in sheet.columns if column.key)


def _read_cell(column: Column, value: object, found: dict[str, Any]) -> None:
    if cells.is_empty(value):
        if column.need is Need.CELL:
            raise BadCell("book_empty_cell")
        return
    cells.guard(value)
    parsed = column.parse(value)
    if column.field == "marks":
        found["marks"].append((int(column.title), parsed))
    else:
        found[column.field] = parsed


def _notice_unusual(table: Table, number: int, found: dict[str, Any], findings: Findings) -> None:
    for column in table.sheet.columns:
        value = found.get(column.field)
        if column.expected and value is not None and value not in column.expected:
            params = {"value": cells.shown(value), "expected": " / ".join(column.expected)}
            findings.notice(table.finding(number, column.title, "book_unusual_value", **params))


# ------------------------------------------------------------------ 工坊
def _read_upright(table: Table, grid: Grid, findings: Findings) -> None:
    """工坊: each row a property's name and value; together they are one row, numbered 0."""
    known = {column.title: column for column in table.sheet.columns}
    found: dict[str, Any] = {}
    for number, values in grid.rows:
        title, value = plain_title(values[0] or ""), values[1] if len(values) > 1 else None
        if title not in known or title in table.places:
            kind = "book_property_twice" if title in table.places else "book_unknown_property"
            note = findings.problem if title in table.places else findings.notice
            note(Problem(table.sheet.name, number, cells.shown(title), kind, {"column": cells.shown(title)}))
            continue
        table.places[title] = f"B{number}"
        try:
            _read_cell(known[title], value, found)
        except BadCell as bad:
            findings.problem(table.finding(number, title, bad.kind, **bad.params))
    table.titles = frozenset(title for title in table.places if known[title].field in found)
    table.rows.append(table.sheet.row_type(row=0, **found))
    _notice_upright(table, found, findings)


def _notice_upright(table: Table, found: dict[str, Any], findings: Findings) -> None:
    for title, place in table.places.items():
        column = table.sheet.column(title)
        value = found.get(column.field)
        if column.expected and value is not None and value not in column.expected:
            params = {"value": cells.shown(value), "expected": " / ".join(column.expected)}
            findings.notice(table.finding(int(place[1:]), title, "book_unusual_value", **params))
