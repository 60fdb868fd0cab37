"""The tables, figures and pictures of the programme page as data. No widget."""

from collections.abc import Sequence

from app.domain.messages import render
from app.domain.messages.text import Counted
from app.domain.money import decimal_text, half_up, yuan
from app.domain.papers.incomes import IncomesData
from app.domain.percent import percent_text
from app.domain.programme import Code, Indicator, IndicatorValue, Measured, MonthFigures, Programme, Unit
from app.services.programme import ShopProgramme
from app.ui.pages.sales_rows import quantity
from app.ui.tables.columns import Align, Column, Tone
from app.ui.widgets.columns_paint import ChartColumn
from app.ui.widgets.figures import Figure
from app.ui.words import translate

SHARE_BOUND = 3_000
"""30 % in basis points: a share below it is never written as 30 % (RULES 1)."""
_STRIP = (Code.EMPLOYED, Code.AVERAGE, Code.GROSS, Code.ATTENDANCES, Code.SALES)


# ---------------------------------------------------------------- the indicators of one workshop


def columns(month: str, lang: str) -> list[Column[IndicatorValue]]:
    """What it is, the month's value, the year's, its unit, and which record it lacks."""
    year = f"{month[:4]}-01 – {month}"

    def named(value: IndicatorValue) -> str:
        return definition(value.indicator, lang)

    return [
        Column(translate("Programme", "类别"), 112, lambda v: group(v.indicator, lang), tone=lambda _: Tone.QUIET),
        Column(translate("Programme", "指标"), 216, lambda v: name(v.indicator, lang), tip=named),
        Column(month, 140, lambda v: shown(v.indicator, v.month), Align.RIGHT, tip=named),
        Column(year, 150, year_text, Align.RIGHT, tip=named),
        Column(translate("Programme", "单位"), 76, lambda v: unit_words(v.indicator.unit)),
        Column(
            translate("Programme", "还缺什么记录"),
            260,
            lambda v: lacking(v, lang) or "–",
            tone=lambda v: Tone.WARN if v.lacking else Tone.QUIET,
            tip=lambda v: lacking(v, lang),
            stretch=True,
        ),
    ]


def group(indicator: Indicator, lang: str) -> str:
    """What an indicator is about."""
    return render(f"indicator_group_{indicator.group}", {}, lang)


def name(indicator: Indicator, lang: str) -> str:
    """What an indicator is called."""
    return render(f"indicator_{indicator.code}", {}, lang)


def definition(indicator: Indicator, lang: str) -> str:
    """What an indicator is, in words."""
    return render(f"indicator_{indicator.code}_is", {}, lang)


def lacking(value: IndicatorValue, lang: str) -> str:
    """Which record is missing or left out; nothing where none is."""
    return value.lacking.text(lang) if value.lacking is not None else ""


def shown(indicator: Indicator, measured: Measured) -> str:
    """A value as it is read; a dash for zero, 没有 where the records do not give it."""
    if measured.value is None:
        return translate("Programme", "没有")
    if indicator.unit is Unit.SHARE:
        return percent_text(measured.part, measured.whole, (SHARE_BOUND,))
    if indicator.unit is Unit.FEN:
        return yuan(measured.value, grouped=True) if measured.value else "–"
    if indicator.unit is Unit.PIECES:
        return quantity(measured.value)
    if indicator.unit is Unit.MINUTES:
        return decimal_text(half_up(measured.value * 100, 60), 2) if measured.value else "–"
    return f"{measured.value:,}" if measured.value else "–"


def year_text(value: IndicatorValue) -> str:
    """The year's value; nothing of what is the state of a day."""
    return shown(value.indicator, value.year) if value.indicator.yearly else ""


def reckoned(indicator: Indicator, measured: Measured) -> str:
    """How a share or an average came about; nothing of other values."""
    if not measured.whole:
        return ""
    if indicator.unit is Unit.SHARE:
        return f"{measured.part} ÷ {measured.whole} = {shown(indicator, measured)}"
    return f"{yuan(measured.part, grouped=True)} ÷ {measured.whole} = {shown(indicator, measured)}"


def unit_words(unit: Unit) -> str:
    """A unit as people say it."""
    return {
        Unit.PEOPLE: translate("Programme", "人"),
        Unit.TIMES: translate("Programme", "次"),
        Unit.ATTENDANCES: translate("Programme", "人次"),
        Unit.ORDERS: translate("Programme", "单"),
        Unit.FEN: translate("Programme", "元"),
        Unit.PIECES: translate("Programme", "件"),
        Unit.MINUTES: translate("Programme", "学时"),
        Unit.SHARE: translate("Programme", "占比"),
    }[unit]


def figures(found: Programme, lang: str) -> list[Figure]:
    """The strip: five of the month's values."""
    made = []
    for code in _STRIP:
        value = found.value(code)
        unit = unit_words(value.indicator.unit)
        title = translate("Programme", "{name}（{unit}）").format(name=name(value.indicator, lang), unit=unit)
        tone = Tone.WARN if value.month.value is None else Tone.PLAIN
        made.append(Figure(title, shown(value.indicator, value.month), tone))
    return made


# ---------------------------------------------------------------- months


def month_columns() -> list[Column[MonthFigures]]:
    """The months beside their picture."""
    return [
        Column(translate("Programme", "月份"), 80, lambda m: m.month, Align.CENTRE),
        Column(translate("Programme", "在职"), 56, lambda m: _count(m.employed), Align.RIGHT),
        Column(translate("Programme", "发放"), 56, lambda m: _count(m.income.people), Align.RIGHT),
        Column(translate("Programme", "人均（元）"), 92, _average, Align.RIGHT, tone=_average_tone, tip=_income_tip),
        Column(translate("Programme", "产量（件）"), 96, lambda m: quantity(m.made_milli), Align.RIGHT),
        Column(translate("Programme", "销售净额（元）"), 112, lambda m: _money(m.sales_fen), Align.RIGHT, stretch=True),
    ]


def month_totals(months: Sequence[MonthFigures]) -> list[str]:
    """The foot: what may be summed; people and averages may not."""
    made, sold = sum(one.made_milli for one in months), sum(one.sales_fen for one in months)
    return [translate("Programme", "合计"), "", "", "", quantity(made), _money(sold)]


def _average(month: MonthFigures) -> str:
    if month.income.disputed and not month.income.locked:
        return translate("Programme", "争议")
    fen = month.income.average_fen
    return translate("Programme", "未锁定") if fen is None else yuan(fen, grouped=True)


def _average_tone(month: MonthFigures) -> Tone:
    return Tone.PLAIN if month.income.average_fen is not None else Tone.QUIET


def _income_tip(month: MonthFigures) -> str:
    if month.income.average_fen is None:
        return ""
    return f"{yuan(month.income.gross_fen, grouped=True)} ÷ {month.income.people} = {_average(month)}"


def income_chart(months: Sequence[MonthFigures]) -> list[ChartColumn]:
    """Income per worker by month."""
    return [_money_column(one.month, one.income.average_fen) for one in months]


def worker_chart(data: IncomesData, worker_id: int) -> list[ChartColumn]:
    """One worker's income by month; months without a locked payroll are empty."""
    row = next((one for one in data.rows if one.worker_id == worker_id), None)
    fens = row.fens if row is not None else [None] * len(data.months)
    return [_money_column(month.month, fen) for month, fen in zip(data.months, fens, strict=True)]


def output_chart(months: Sequence[MonthFigures]) -> list[ChartColumn]:
    """Output by month; the scale's unit is a piece."""
    return [
        ChartColumn(
            one.month[2:],
            one.made_milli // 10,
            f"{half_up(one.made_milli, 1000):,}" if one.entries else "",
            tip=f"{one.month} {quantity(one.made_milli)}",
        )
        for one in months
    ]


def sales_chart(months: Sequence[MonthFigures]) -> list[ChartColumn]:
    """Net sales by month, what came back on top."""
    return [
        ChartColumn(
            one.month[2:],
            max(one.sales_fen, 0),
            f"{half_up(one.sales_fen, 100):,}" if one.lines else "",
            one.returned_fen,
            f"{one.month} {_money(one.sales_fen)}",
        )
        for one in months
    ]


def _money_column(month: str, fen: int | None) -> ChartColumn:
    if fen is None:
        return ChartColumn(month[2:], 0, "", tip=translate("Programme", "{month}：没有锁定的工资").format(month=month))
    return ChartColumn(month[2:], max(fen, 0), f"{half_up(fen, 100):,}", tip=f"{month} {yuan(fen, grouped=True)}")


# ---------------------------------------------------------------- all workshops

SHOWN = (Code.EMPLOYED, Code.PAID, Code.GROSS, Code.AVERAGE, Code.PERSONS, Code.ATTENDANCES, Code.OUTPUT, Code.SALES)
"""The indicators of the table of all workshops."""
_WIDTHS = (92, 92, 126, 110, 92, 104, 108, 128)


def _shop_titles() -> tuple[str, ...]:
    return (
        translate("Programme", "在职（人）"),
        translate("Programme", "发放（人）"),
        translate("Programme", "应发（元）"),
        translate("Programme", "人均（元）"),
        translate("Programme", "培训（人）"),
        translate("Programme", "培训（人次）"),
        translate("Programme", "产量（件）"),
        translate("Programme", "销售净额（元）"),
    )


def shop_columns(lang: str) -> list[Column[ShopProgramme]]:
    """A row a workshop, a column an indicator of the month; the definition is its cells' tip."""
    made = [Column(translate("Programme", "工坊"), 180, _label, tip=_label, stretch=True)]
    for code, title, width in zip(SHOWN, _shop_titles(), _WIDTHS, strict=True):
        made.append(_shop_column(code, title, width, lang))
    made.append(
        Column(
            translate("Programme", "还缺（项）"),
            92,
            lambda row: _count(open_points(row)),
            Align.RIGHT,
            tone=lambda row: Tone.WARN if open_points(row) else Tone.PLAIN,
            tip=lambda row: "\n".join(dict.fromkeys(filter(None, (lacking(one, lang) for one in row.figures.values)))),
        )
    )
    return made


def shop_totals(found: Sequence[ShopProgramme]) -> list[str]:
    """The foot: sums over the workshops that have a value, an average of the sums; somebody in two counts in both."""
    cells = [translate("Programme", "{count} 个工坊").format(count=Counted(len(found)))]
    for code in SHOWN:
        values = [one.figures.value(code) for one in found]
        given = [one.month for one in values if one.month.value is not None]
        if not given:
            cells.append(translate("Programme", "没有"))
            continue
        if code is Code.AVERAGE:
            part, whole = sum(one.part for one in given), sum(one.whole for one in given)
            together = Measured(half_up(part, whole) if whole else None, part, whole)
        else:
            together = Measured(sum(one.value or 0 for one in given))
        cells.append(shown(values[0].indicator, together))
    return [*cells, ""]


def open_points(row: ShopProgramme) -> int:
    """How many different records a workshop lacks."""
    return len({(one.lacking.code, *one.lacking.params.items()) for one in row.figures.values if one.lacking})


def _shop_column(code: Code, title: str, width: int, lang: str) -> Column[ShopProgramme]:
    def text(row: ShopProgramme) -> str:
        value = row.figures.value(code)
        return shown(value.indicator, value.month)

    def tone(row: ShopProgramme) -> Tone:
        return Tone.QUIET if row.figures.value(code).month.value is None else Tone.PLAIN

    def tip(row: ShopProgramme) -> str:
        return definition(row.figures.value(code).indicator, lang)

    return Column(title, width, text, Align.RIGHT, tone, tip=tip)


def _label(row: ShopProgramme) -> str:
    return row.workshop.label


def _count(number: int) -> str:
    return f"{number:,}" if number else "–"


def _money(fen: int) -> str:
    return yuan(fen, grouped=True) if fen else "–"
