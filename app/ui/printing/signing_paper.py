"""A sheet to sign on: number, name, a cell high enough for a thumb, day and remarks; what for is written in by hand."""

from app.domain.papers.signing import SigningData, SignLine
from app.ui.printing.ledger_paper import month_words
from app.ui.printing.sheet import PORTRAIT, Paper
from app.ui.printing.strokes import Align
from app.ui.printing.table import Column, Footing, Heading, Table
from app.ui.printing.table_paint import table_sheets

TITLE = "签名表"


def signing_paper(data: SigningData) -> Paper:
    """The lines laid out on upright sheets."""
    sheets = table_sheets(_table(data))
    return Paper(TITLE, data.month, data.unit, f"gongfang-signing-{data.month}", sheets)


def _table(data: SigningData) -> Table[SignLine]:
    named = any(row.no for row in data.rows)
    period = f"（{month_words(data.month)}）" if named else ""
    return Table(
        heading=Heading(f"{TITLE}{period}", f"单位：{data.unit}", "事由：　　　　　　　　　　　　　　　"),
        rows=data.rows,
        columns=lambda _: _columns(),
        footing=Footing(
            ("制表：", "负责人：", "日期：　　　　年　　月　　日"),
            (("由他人代签的，在备注里写明代签人姓名及与本人关系。手印只按在纸上。", ""),),
        ),
        plans=((1, 320), (1, 300), (1, 280)),
        least_row=960,
        form=PORTRAIT,
    )


def _columns() -> list[Column]:
    return [
        Column(("序号",), lambda r: (str(r.place),), align=Align.CENTRE, least=1_000),
        Column(("编号",), lambda r: (r.no,), align=Align.CENTRE, least=1_300),
        Column(("姓名",), lambda r: (r.name,), least=3_200, spare=600, wraps=True),
        Column(("签名或手印",), lambda _: ("",), align=Align.CENTRE, least=4_600, spare=1_200),
        Column(("日期",), lambda _: ("",), align=Align.CENTRE, least=2_400),
        Column(("备注",), lambda _: ("",), least=3_000, spare=1_200),
    ]
