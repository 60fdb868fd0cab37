"""What was made by months on one lying sheet."""

from app.domain.money import decimal_text, half_up
from app.domain.papers.chart import ChartData, ChartMonth
from app.domain.papers.output import MonthOutput, OutputData
from app.ui.printing.chart_paper import chart_paper
from app.ui.printing.sheet import Paper

TITLE = "各月产量"
NOTE = "产量是计件记录里的合格数；一件产品有几道工序就记几次，返工和报废不算。"


def output_paper(data: OutputData) -> Paper:
    """The months laid out."""
    return chart_paper(output_chart(data))


def output_chart(data: OutputData) -> ChartData:
    """The months with their sum and their picture."""
    entries = sum(one.entries for one in data.months)
    good = sum(one.good_milli for one in data.months)
    return ChartData(
        title=TITLE,
        unit=data.unit,
        day=data.day,
        heads=("月份", "计件记录（条）", "合格（件）"),
        months=tuple(map(_month, data.months)),
        foot=("合计", f"{entries:,}", pieces(good)),
        scale="件",
        column="合格",
        note=NOTE,
        job="output",
    )


def _month(one: MonthOutput) -> ChartMonth:
    text = f"{half_up(one.good_milli, 1000):,}" if one.entries else ""
    cells = (f"{one.entries:,}" if one.entries else "–", pieces(one.good_milli))
    return ChartMonth(one.month, cells, one.good_milli // 10, text)


def pieces(milli: int) -> str:
    """A quantity with thousands apart; a dash for none."""
    if not milli:
        return "–"
    whole, _, part = decimal_text(milli, 3).partition(".")
    return f"{int(whole):,}{'.' if part else ''}{part}"
