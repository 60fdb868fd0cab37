"""What each worker earned month by month: a table on lying sheets, and what it comes to a head as a picture behind."""

from functools import partial

from app.domain.money import yuan
from app.domain.papers.chart import ChartData, ChartMonth
from app.domain.papers.incomes import IncomesData, MonthIncome, WorkerIncome, month_totals
from app.ui.printing.chart_paper import chart_sheet
from app.ui.printing.ledger_paper import amount
from app.ui.printing.sheet import Paper
from app.ui.printing.strokes import Align
from app.ui.printing.table import Column, Footing, Heading, Table
from app.ui.printing.table_paint import table_sheets

TITLE, CHART_TITLE = "工人各月收入", "各月人均收入"
NOTE = "收入是已锁定工资的应发合计；人均 = 应发合计 ÷ 当月有应发的人数；争议中的工资未计入。"
_HEADS = ("月份", "发放（人）", "应发合计（元）", "实发合计（元）", "人均应发（元）", "说明")


def incomes_paper(data: IncomesData) -> Paper:
    """A row a worker, then the picture of the averages."""
    sheets = (*table_sheets(_table(data)), chart_sheet(average_chart(data)))
    return Paper(TITLE, data.months[-1].month, data.unit, f"gongfang-incomes-{data.months[-1].month}", sheets)


def average_chart(data: IncomesData) -> ChartData:
    """The average of each month, the months without a locked payroll said so."""
    return ChartData(CHART_TITLE, data.unit, data.day, _HEADS, tuple(map(_month, data.months)), (), "元", "人均应发",
                     note=NOTE, job="income")  # fmt: skip


def _month(one: MonthIncome) -> ChartMonth:
    average = one.average_fen
    cells = (str(one.people or "–"), amount(one.gross_fen), amount(one.net_fen), amount(average or 0), _said(one))
    return ChartMonth(one.month, cells, max(average or 0, 0), f"{(average + 50) // 100:,}" if average else "")


def _said(one: MonthIncome) -> str:
    if one.disputed:
        return "有争议，未计入"
    return "" if one.locked else "没有锁定"


def _table(data: IncomesData) -> Table[WorkerIncome]:
    first, last = data.months[0].month, data.months[-1].month
    count = len(data.months)
    return Table(
        heading=Heading(f"{TITLE}（{first} 至 {last}）", f"单位：{data.unit}", f"单位：元　　{data.day}"),
        rows=data.rows,
        columns=lambda _: _columns(data),
        footing=Footing(("制表：", "审核：", "负责人："), ((NOTE, ""),)),
        summed=lambda rows: month_totals(rows, count),
        covered=2,
        plans=((1, 270), (1, 250), (1, 230), (1, 210), (1, 190)),
        least_row=640,
    )


def _columns(data: IncomesData) -> list[Column]:
    months = [
        Column((one.month,), partial(_cell, at), partial(_sum, at), align=Align.RIGHT)
        for at, one in enumerate(data.months)
    ]
    return [
        Column(("编号",), lambda r: (r.no,), align=Align.CENTRE, least=900),
        Column(("姓名",), lambda r: (r.name,), least=1_800, spare=600, wraps=True),
        *months,
        Column(("合计",), lambda r: (amount(r.total_fen),), partial(_sum, len(data.months)), align=Align.RIGHT),
    ]


def _cell(at: int, row: WorkerIncome) -> tuple[str, ...]:
    fen = row.fens[at]
    return ("" if fen is None else yuan(fen, grouped=True),)


def _sum(at: int, sums: tuple[int, ...]) -> tuple[str, ...]:
    return (amount(sums[at]),)
