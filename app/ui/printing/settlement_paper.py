"""The settlement sheets as tables: 加工费结算单 for home work, 劳务费结算单 for services (RULES 7)."""

from collections.abc import Callable, Sequence

from app.domain.ledger import pay_words
from app.domain.money import capitals, yuan
from app.domain.papers.settlement import (
    SHEET_TITLES,
    SettlementData,
    SettlementRow,
    SettlementSum,
    Work,
    sum_settlement,
)
from app.domain.papers.source import Source
from app.domain.vocabulary import Relation
from app.ui.printing.ledger_paper import amount, difference, month_words
from app.ui.printing.sheet import Paper
from app.ui.printing.strokes import DRAFT_NOTE, Align
from app.ui.printing.table import Column, Footing, Heading, Table
from app.ui.printing.table_paint import table_sheets

_NOTES = {
    Relation.HOME: "承揽加工费，不属于工资；按交付合格数量和约定单价结算。签名或按手印即确认数量、单价和实付金额无误。",
    Relation.SERVICES: "劳务报酬，不属于工资；由支付单位代扣个人所得税。签名或按手印即确认实付金额无误。",
}


def settlement_paper(data: SettlementData) -> Paper:
    """All sheets of a run, one relation after the other."""
    source = data.source
    sheets = tuple(
        sheet for relation, rows in data.sheets for sheet in table_sheets(settlement_table(source, relation, rows))
    )
    title = SHEET_TITLES[data.sheets[0][0]] if len(data.sheets) == 1 else "加工费、劳务费结算单"
    return Paper(title, source.month, source.unit, f"gongfang-settlement-{source.month}", sheets, source.is_draft)


def settlement_table(source: Source, relation: Relation, rows: tuple[SettlementRow, ...]) -> Table[SettlementRow]:
    """One relation's sheet."""
    net = sum_settlement(rows).net_fen
    title = f"{source.titled(SHEET_TITLES[relation])}（{month_words(source.month)}）"
    paid = f"　{words}" if (words := pay_words(source.pay_date, source.paid)) else ""
    period = f"结算期：{source.first_day.isoformat()} 至 {source.last_day.isoformat()}{paid}"
    code = DRAFT_NOTE if source.is_draft else f"校验码：{source.check_code}"
    return Table(
        heading=Heading(title, f"单位：{source.unit}", period, source.is_draft),
        rows=rows,
        columns=lambda _: _columns(relation, differences=source.differences),
        footing=Footing(
            (f"制表：{source.prepared_by}", "审核：", "负责人：", "日期：　　　　年　　月　　日"),
            ((_NOTES[relation], ""), ("", code)),
        ),
        summed=lambda some: sum_settlement(tuple(some)),
        sum_title=_sum_title,
        covered=7,
        closing=f"实付总额（大写）：人民币{capitals(net)}　　（小写）：¥ {yuan(net, grouped=True)}",
        plans=((1, 300), (1, 280), (1, 260)),
    )


def _sum_title(rows: Sequence[SettlementRow], total: bool) -> str:
    return f"{'总计' if total else '本页小计'}（{sum(row.is_last for row in rows)} 人）"


def _columns(relation: Relation, *, differences: bool) -> list[Column]:
    right, centre = Align.RIGHT, Align.CENTRE
    money = difference if differences else amount

    def last(row: SettlementRow, fen: int) -> tuple[str, ...]:
        return (money(fen),) if row.is_last else ("见续行",)

    def printed(row: SettlementRow, text: Callable[[Work], str], *, how: bool = False) -> tuple[str, ...]:
        """The lines of a column: one a work, a second one under it where its reckoning stands there."""
        both = ((text(work) or " ", f"　{work.how}" if how else " ")[: work.lines] for work in row.works)
        return tuple(line for lines in both for line in lines)

    def name(row: SettlementRow) -> tuple[str, ...]:
        return (row.name,) if row.part == 1 else (f"{row.name}（续）",)

    def total(pick: str) -> Column:
        titles = {"gross_fen": "应付合计", "tax_fen": "代扣个税", "other_fen": "其他扣款", "net_fen": "实付金额"}

        def sums(of: SettlementSum) -> tuple[str, ...]:
            return (money(getattr(of, pick)),)

        return Column((titles[pick],), lambda r: last(r, getattr(r, pick)), sums, align=right)

    what = "加工项目（品名 工序 等级）" if relation is Relation.HOME else "项目"
    return [
        Column(("编号",), lambda r: (r.no,), align=centre, least=700),
        Column(("姓名",), name, least=1_300, spare=500, wraps=True),
        Column(("身份证号", "手机"), lambda r: (r.id_number, r.phone), align=centre),
        Column((what,), lambda r: printed(r, lambda work: work.item, how=True), least=3_000, spare=4_000),
        Column(("数量",), lambda r: printed(r, lambda work: work.quantity), align=right),
        Column(("单价（元）",), lambda r: printed(r, lambda work: work.price), align=right),
        Column(("金额（元）",), lambda r: printed(r, lambda work: money(work.amount_fen)), align=right),
        *(total(pick) for pick in ("gross_fen", "tax_fen", "other_fen", "net_fen")),
        Column(("收款人签名或手印",), lambda _: ("",), align=centre, least=2_500, spare=1_200),
    ]
