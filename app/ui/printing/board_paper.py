"""The public board as a table: numbers, names and amounts by rule, nothing else (RULES 7, 8)."""

from app.domain.money import yuan
from app.domain.papers.board import AmountRule, BoardData, BoardRow
from app.ui.printing.ledger_paper import month_words
from app.ui.printing.sheet import PORTRAIT, Paper
from app.ui.printing.strokes import DRAFT_NOTE, Align
from app.ui.printing.table import Column, Footing, Heading, Table
from app.ui.printing.table_paint import table_sheets


def board_paper(data: BoardData) -> Paper:
    """The board laid out on upright sheets."""
    sheets = table_sheets(board_table(data))
    return Paper(data.title, data.month, data.unit, f"gongfang-board-{data.month}", sheets, data.is_draft)


def board_table(data: BoardData) -> Table[BoardRow]:
    """Name, amounts and room for a worker's objection."""
    count = f"{len(data.rows)} 人"
    contact = f"有异议请在公示期内向工坊提出{f'，电话：{data.phone}' if data.phone else ''}。"
    return Table(
        heading=Heading(f"{data.title}（{month_words(data.month)}）", f"单位：{data.unit}", count, data.is_draft),
        rows=data.rows,
        columns=lambda _: _columns(data.rules.amounts),
        footing=Footing(
            ("公示日期：　　月　　日 至　　月　　日", "负责人：", "（盖章）"),
            ((contact, ""), (DRAFT_NOTE if data.is_draft else "每个人的明细见本人工资条。", "")),
        ),
        closing=_closing(count, *data.sums) if data.sums else "",
        plans=((1, 340), (1, 320), (1, 280)),
        least_row=720,
        form=PORTRAIT,
    )


def _closing(count: str, gross_fen: int, net_fen: int) -> str:
    gross, net = yuan(gross_fen, grouped=True), yuan(net_fen, grouped=True)
    return f"共 {count}　应发合计 {gross} 元　实发合计 {net} 元"


def _columns(rule: AmountRule) -> list[Column]:
    amounts = [
        Column(("应发（元）",), lambda r: (r.gross,), align=Align.RIGHT, least=2_600),
        Column(("扣款（元）",), lambda r: (r.deducted,), align=Align.RIGHT, least=2_400),
        Column(("实发（元）",), lambda r: (r.net,), align=Align.RIGHT, least=2_600),
    ]
    return [
        Column(("编号",), lambda r: (r.no,), align=Align.CENTRE, least=1_400),
        Column(("姓名",), lambda r: (r.name,), least=3_600, spare=4_000, wraps=True),
        *(amounts if rule is not AmountRule.NONE else []),
        Column(("备注",), lambda _: ("",), least=2_400, spare=1_500),
    ]
