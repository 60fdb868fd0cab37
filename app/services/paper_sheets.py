"""Papers of no payroll as spreadsheets: the same figures, to be worked on."""

from decimal import Decimal

from app.domain.papers.attendance import AttendanceData, cell_text
from app.domain.papers.incomes import IncomesData, month_totals
from app.services.spreadsheets import table_sheet


def incomes_sheet(data: IncomesData) -> bytes:
    """A row a worker, a column a month, in yuan; months nobody was paid in are empty."""
    heads = ["编号", "姓名", *(one.month for one in data.months), "合计"]
    rows: list[list[str | Decimal]] = [
        [row.no, row.name, *("" if fen is None else _yuan(fen) for fen in row.fens), _yuan(row.total_fen)]
        for row in data.rows
    ]
    foot: list[str | Decimal] = ["合计", "", *map(_yuan, month_totals(data.rows, len(data.months)))]
    return table_sheet("工人各月收入", [[*heads], *rows], foot)


def attendance_sheet(data: AttendanceData) -> bytes:
    """A row a worker, a column a day with the mark as people write it, then the sums; hours with decimals."""
    heads = ["编号", "姓名", *(str(day.number) for day in data.days), "出勤天", "工时", "加班", "请假天", "旷工天"]
    rows: list[list[str | Decimal]] = []
    for row in data.rows:
        sums = data.sums(row)
        hours = (Decimal(minutes) / 60 for minutes in (sums.normal_minutes, sums.extra_minutes))
        counts = (Decimal(sums.present), *(round(one, 2) for one in hours), Decimal(sums.leave), Decimal(sums.absent))
        rows.append([row.no, row.name, *map(cell_text, row.marks), *counts])
    return table_sheet("考勤表", [[*heads], *rows])


def _yuan(fen: int) -> Decimal:
    return Decimal(fen).scaleb(-2)
