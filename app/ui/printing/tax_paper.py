"""The tax list as tables: wages, then services, as the withholding client is told of them."""

from app.domain.money import yuan
from app.domain.papers.tax_list import ID_CARD, SERVICES_ITEM, TaxData, TaxRow, TaxSum, period_words, sum_tax
from app.ui.printing.ledger_paper import amount, month_words
from app.ui.printing.sheet import Paper
from app.ui.printing.strokes import DRAFT_NOTE, Align
from app.ui.printing.table import Column, Footing, Heading, Table
from app.ui.printing.table_paint import table_sheets

TITLE = "个人所得税扣缴申报清单"
WAGES_ITEM = "正常工资薪金"
_NOTE = "累计数、专项附加扣除由扣缴端按其采集的信息计算；本表的本月扣除和税额供核对。"


def tax_paper(data: TaxData) -> Paper:
    """Wages on their sheets, services on theirs."""
    parts = [(WAGES_ITEM, data.wages), (SERVICES_ITEM, data.services)]
    filled = [(item, rows) for item, rows in parts if rows] or [parts[0]]
    sheets = tuple(sheet for item, rows in filled for sheet in table_sheets(_table(data, item, rows)))
    return Paper(TITLE, data.month, data.unit, f"gongfang-tax-{data.month}", sheets, data.is_draft)


def _table(data: TaxData, item: str, rows: tuple[TaxRow, ...]) -> Table[TaxRow]:
    code = f"　纳税人识别号：{data.credit_code}" if data.credit_code else ""
    tax = sum_tax(rows).tax_fen
    period, others = period_words(data, is_wage=item == WAGES_ITEM)
    return Table(
        heading=Heading(
            f"{TITLE}（{month_words(data.month)}）",
            f"扣缴义务人：{data.unit}{code}",
            f"所得项目：{item}",
            data.is_draft,
        ),
        rows=rows,
        columns=lambda _: _columns(item),
        footing=Footing(
            (f"制表：{data.prepared_by}", "办税人员：", "负责人：", "日期：　　　　年　　月　　日"),
            ((_NOTE, others), (period, DRAFT_NOTE if data.is_draft else "")),
        ),
        summed=sum_tax,
        closing=f"应扣缴税额合计：¥ {yuan(tax, grouped=True)}",
        plans=((1, 300), (1, 280)),
        least_row=640,
    )


def _columns(item: str) -> list[Column]:
    right = Align.RIGHT

    def money(title: str, pick: str) -> Column:
        def text(of: TaxRow | TaxSum) -> tuple[str, ...]:
            return (amount(getattr(of, pick)),)

        return Column((title,), text, text, align=right, least=2_600)

    wages = [money("社会保险等（元）", "social_fen"), money("本月专项附加扣除（元）", "additional_fen")]
    return [
        Column(("工号",), lambda r: (r.no,), align=Align.CENTRE, least=1_000),
        Column(("姓名",), lambda r: (r.name,), least=2_600, spare=2_000, wraps=True),
        Column(("证件类型",), lambda _: (ID_CARD,), align=Align.CENTRE),
        Column(("证件号码",), lambda r: (r.id_number,), align=Align.CENTRE, least=3_800),
        money("本期收入（元）", "income_fen"),
        *(wages if item == WAGES_ITEM else []),
        money("本期扣缴税额（元）", "tax_fen"),
    ]
