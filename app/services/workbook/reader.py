"""Reads a workshop's workbook: file → grids → tables → checked rows. Writes nothing, needs no database."""

import re
from collections import Counter
from pathlib import Path
from typing import TypeVar

from app.domain.refusal import Refusal
from app.services.rule_packs import shipped_packs
from app.services.workbook import grids, rows, sheets
from app.services.workbook.checks import check_book
from app.services.workbook.dates import month_of
from app.services.workbook.findings import Findings
from app.services.workbook.known import Known, typed
from app.services.workbook.problems import Problem
from app.services.workbook.referred import SHEET_NEEDED
from app.services.workbook.tables import Table, read_table

R = TypeVar("R", bound=rows.Row)

_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)
_FIRST, _LAST = "1900-01", "2099-12"


def read_book(path: Path, month: str | None = None, known: Known | None = None) -> rows.Book:
    """A book's good rows, problems and notices.

    ``month`` ("YYYY-MM") is that of the 考勤 sheet; without it, the month most of the dated sheets fall in. ``known``
    is what the database has; without it the book stands alone, with the shipped rule packs. Refusal: no
    workbook, no known sheet, no month.
    """
    _check_month(month)
    findings = Findings()
    found = _known_grids(path, findings)
    tables = {
        sheet.name: read_table(sheet, found[sheet.name], findings)
        for sheet in sheets.SHEETS
        if sheet.name in found and not sheet.days
    }
    chosen = _chosen_month(month, _likely_month(tables), path, findings)
    if (grid := found.get(sheets.ATTENDANCE.name)) is not None:
        tables[sheets.ATTENDANCE.name] = read_table(sheets.ATTENDANCE, grid, findings, chosen)
    check_book(tables, chosen, known or Known(shipped_packs()), findings)
    return _book(tables, chosen, findings)


def _check_month(month: str | None) -> None:
    if month is not None and not _MONTH.fullmatch(month):
        raise Refusal("book_month_given_wrong", month=month)
    if month is not None and not _FIRST <= month <= _LAST:
        raise Refusal("book_month_out_of_range", month=month, first=_FIRST, last=_LAST)


def _chosen_month(given: str | None, likely: str | None, path: Path, findings: Findings) -> str:
    chosen = given or likely
    if chosen is None:
        raise Refusal("book_month_unknown", name=path.name)
    if likely and chosen != likely:
        findings.notice(Problem("", 0, "", "book_month_differs", {"month": chosen, "falls_in": likely}))
    return chosen


def _known_grids(path: Path, findings: Findings) -> dict[str, grids.Grid]:
    """The sheets of FORMAT that the book has; others and missing ones are noted."""
    names = {sheet.name for sheet in sheets.SHEETS}
    found: dict[str, grids.Grid] = {}
    for grid in grids.load(path):
        if not grid.rows or grid.name == sheets.LEGEND_SHEET:
            continue  # a blank sheet says nothing: it is no sheet whose rows are gone
        if grid.name in names and grid.name not in found:
            found[grid.name] = grid
        else:
            findings.notice(Problem(grid.name, 0, "", "book_unknown_sheet", {"sheet": grid.name}))
    if not found:
        raise Refusal("book_no_known_sheet", name=path.name, sheets=" / ".join(sheet.name for sheet in sheets.SHEETS))
    for sheet in sheets.SHEETS:
        if sheet.name not in found:
            findings.notice(Problem(sheet.name, 0, "", "book_absent_sheet", {"sheet": sheet.name}))
    return found


def _likely_month(tables: dict[str, Table]) -> str | None:
    """The month most dated sheets fall in, each by most of its rows; ties go to more rows, then the later month."""
    sheets_for: Counter[str] = Counter()
    rows_for: Counter[str] = Counter()
    for table in tables.values():
        months = Counter(month_of(table, row) for row in table.rows) if table.sheet.dated else Counter()
        if months:
            sheets_for[max(months, key=lambda one: (months[one], one))] += 1
            rows_for.update(months)
    return max(sheets_for, key=lambda one: (sheets_for[one], rows_for[one], one), default=None)


def _book(tables: dict[str, Table], month: str, findings: Findings) -> rows.Book:
    def good(name: str, row_type: type[R]) -> tuple[R, ...]:
        return tuple(row for row in typed(tables.get(name), row_type) if findings.is_good(name, row.row))

    return rows.Book(
        month=month,
        workshop=next(iter(good("工坊", rows.WorkshopRow)), None),
        workers=good("工人", rows.WorkerRow),
        attendance=good("考勤", rows.AttendanceRow),
        prices=good("单价", rows.PriceRow),
        pieces=good("计件", rows.PieceRow),
        adjustments=good("增减", rows.AdjustmentRow),
        advances=good("预支", rows.AdvanceRow),
        products=good("产品", rows.ProductRow),
        sales=good("销售", rows.SaleRow),
        trainings=good("培训", rows.TrainingRow),
        holidays=good("节假日", rows.HolidayRow),
        headings={name: table.titles for name, table in tables.items()},
        incomplete=frozenset(sheet for sheet, _ in findings.bad),
        problems=_in_order(findings.problems),
        notices=_in_order(findings.notices),
    )


def _in_order(found: list[Problem]) -> tuple[Problem, ...]:
    """By sheet and row; a sheet that is not there though rows need it comes before everything it leads to."""
    order = {sheet.name: index for index, sheet in enumerate(sheets.SHEETS)}
    return tuple(sorted(found, key=lambda one: (one.kind != SHEET_NEEDED, order.get(one.sheet, -1), one.row)))
