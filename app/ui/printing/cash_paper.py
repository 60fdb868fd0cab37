"""The cash list as a table: how many of each note and coin for whom, and what the bank is asked for."""

from app.domain.money import capitals, yuan
from app.domain.papers.cash import NOTE_TITLES, CashData, CashRow, sum_cash
from app.ui.printing.ledger_paper import amount, month_words
from app.ui.printing.sheet import Paper
from app.ui.printing.strokes import DRAFT_NOTE, Align
from app.ui.printing.table import Column, Footing, Heading, Table
from app.ui.printing.table_paint import table_sheets

_NOTE = "当面点清，签名或按手印即确认已足额收到现金；由他人代领的，写明代签人姓名及与本人关系。"


def cash_paper(data: CashData) -> Paper:
    """The cash list laid out."""
    sheets = table_sheets(cash_table(data))
    return Paper(data.title, data.month, data.unit, f"gongfang-cash-{data.month}", sheets, data.is_draft)


def cash_table(data: CashData) -> Table[CashRow]:
    """Amount, notes, coins, signature."""
    whole = sum_cash(data.rows)
    code = DRAFT_NOTE if data.is_draft else f"校验码：{data.check_code}"
    paid = f"　{data.pay_words}" if data.pay_words else ""
    total = f"合计（大写）：人民币{capitals(whole.amount_fen)}　　（小写）：¥ {yuan(whole.amount_fen, grouped=True)}"
    return Table(
        heading=Heading(
            f"{data.title}（{month_words(data.month)}）", f"单位：{data.unit}", f"{data.whom}{paid}", data.is_draft
        ),
        rows=data.rows,
        columns=lambda _: _columns(),
        footing=Footing(
            (f"制表：{data.prepared_by}", "出纳：", "负责人：", "日期：　　　　年　　月　　日"),
            ((_NOTE, ""), ("券别合计即向银行取款的张数。", code)),
        ),
        summed=sum_cash,
        covered=2,
        closing=total,
        plans=((1, 300), (1, 280), (1, 260)),
    )


def _columns() -> list[Column]:
    right, centre = Align.RIGHT, Align.CENTRE

    def note(at: int) -> Column:
        def count(of: CashRow) -> tuple[str, ...]:
            return (str(of.counts[at]) if of.counts[at] else "–",)

        return Column((NOTE_TITLES[at],), count, count, align=right, group="券别（张、枚）", least=1_150)

    def rest(of: CashRow) -> tuple[str, ...]:
        return (yuan(of.rest_fen) if of.rest_fen else "–",)

    def whole(of: CashRow) -> tuple[str, ...]:
        return (amount(of.amount_fen),)

    return [
        Column(("编号",), lambda r: (r.no,), align=centre, least=900),
        Column(("姓名",), lambda r: (r.name,), least=2_200, spare=1_200, wraps=True),
        Column(("金额（元）",), whole, whole, align=right, least=2_000),
        *(note(at) for at in range(len(NOTE_TITLES))),
        Column(("零钱（元）",), rest, rest, align=right, least=1_200),
        Column(("领款人签名或手印",), lambda _: ("",), align=centre, least=3_000, spare=2_500),
        Column(("代签人及关系",), lambda _: ("",), least=2_000, spare=1_000),
    ]
