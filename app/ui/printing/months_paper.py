"""Sales by months on one lying sheet."""

from app.domain.money import decimal_text, yuan
from app.domain.papers.chart import ChartData, ChartMonth
from app.domain.papers.months import MonthSales, MonthsData, all_months
from app.ui.printing.chart_paper import chart_paper
from app.ui.printing.sheet import Paper

_TITLES = ("月份", "订单（单）", "卖出（件）", "销售额（元）", "退货（元）", "净额（元）")


def months_paper(data: MonthsData) -> Paper:
    """The months laid out."""
    return chart_paper(_chart(data))


def _chart(data: MonthsData) -> ChartData:
    return ChartData(
        title=data.title,
        unit=data.unit,
        day=data.day,
        heads=_TITLES,
        months=tuple(map(_month, data.months)),
        foot=("合计", *_cells(all_months(data.months))),
        scale="元",
        column="净额",
        upon="退货",
        job="sales",
    )


def _month(one: MonthSales) -> ChartMonth:
    text = f"{(one.net_fen + 50) // 100:,}" if one.orders else ""
    return ChartMonth(one.month, _cells(one), one.net_fen, text, one.returned_fen)


def _cells(one: MonthSales) -> tuple[str, ...]:
    return (
        f"{one.orders:,}" if one.orders else "–",
        decimal_text(one.quantity_milli, 3) if one.quantity_milli else "–",
        *(yuan(fen, grouped=True) if fen else "–" for fen in (one.amount_fen, one.returned_fen, one.net_fen)),
    )
