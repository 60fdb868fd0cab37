"""The wage ledger (工资支付台账) as a table: its columns, its heading and what stands in its foot (RULES 7)."""

from collections.abc import Sequence

from app.domain.ledger import LedgerData, LedgerRow, LedgerSum, pack_title, pay_words, require_complete, sum_rows
from app.domain.money import capitals, decimal_text, half_up, signed_yuan, yuan
from app.domain.payroll_draft import LineCode
from app.ui.printing.sheet import Paper, Sheet
from app.ui.printing.strokes import DRAFT_NOTE, Align
from app.ui.printing.table import Column, Footing, Heading, Table, chunks
from app.ui.printing.table_paint import table_sheets

HOURS_TITLES = ("正常", "加班", "休息日", "法定")
_PROXY_NOTE = "签名或按手印即确认已足额收到实发金额；由他人代领的，写明代签人姓名及与本人关系。手印只按在纸上。"


def ledger_paper(data: LedgerData) -> Paper:
    """A complete ledger laid out; refuses ``ledger_field_missing``."""
    return Paper(data.title, data.month, data.unit, f"gongfang-ledger-{data.month}", ledger_sheets(data), data.is_draft)


def ledger_sheets(data: LedgerData) -> tuple[Sheet, ...]:
    """The sheets of a complete ledger; refuses ``ledger_field_missing``."""
    require_complete(data)
    return table_sheets(ledger_table(data))


def ledger_table(data: LedgerData) -> Table[LedgerRow]:
    """The table of a ledger, complete or not."""
    net = sum(row.net_fen for row in data.rows)
    what = "实发差额合计" if data.differences else "实发总额"
    return Table(
        heading=ledger_heading(data),
        rows=data.rows,
        columns=lambda tiers: _columns(data, tiers),
        footing=ledger_footing(data),
        summed=sum_rows,
        closing=f"{what}（大写）：人民币{capitals(net)}　　（小写）：¥ {yuan(net, grouped=True)}",
    )


def month_words(month: str) -> str:
    """2026-10 → 2026 年 10 月."""
    year, number = month.split("-")
    return f"{year} 年 {int(number)} 月"


def ledger_heading(data: LedgerData) -> Heading:
    """Title, unit, period and pay date."""
    code = f"　统一社会信用代码：{data.credit_code}" if data.credit_code else ""
    paid = pay_words(data.pay_date, data.paid)
    period = f"工资所属期：{data.first_day.isoformat()} 至 {data.last_day.isoformat()}　{paid}"
    return Heading(f"{data.title}（{month_words(data.month)}）", f"单位：{data.unit}{code}", period, data.is_draft)


def ledger_footing(data: LedgerData) -> Footing:
    """Who signs; the proxy's note, chain, rule packs and check code."""
    code = DRAFT_NOTE if data.is_draft else f"校验码：{data.check_code}"
    packs = "、".join(map(pack_title, data.packs))
    chain = f"记录链：{data.chain_code}" if data.chain_code else ""
    signers = (f"制表：{data.prepared_by}", "审核：", "负责人：", "日期：　　　　年　　月　　日")
    return Footing(signers, ((_PROXY_NOTE, chain), (f"规则包：{packs}", code)))


def amount(fen: int) -> str:
    """An amount of a table: 1,234.50, zero as a dash."""
    return yuan(fen, grouped=True) if fen else "–"


def difference(fen: int) -> str:
    """A difference: +12.00, −12.00, zero as a dash."""
    return signed_yuan(fen) if fen else "–"


def hours(minutes: int) -> str:
    """Minutes as hours with at most two decimals, zero as a dash."""
    return decimal_text(half_up(minutes * 100, 60), 2) if minutes else "–"


def _columns(data: LedgerData, tiers: int) -> list[Column]:
    money = difference if data.differences else amount
    right, centre = Align.RIGHT, Align.CENTRE
    return [
        Column(("编号",), lambda r: (r.no,), align=centre, least=700),
        _name_column(data),
        Column(("身份证号", "手机"), lambda r: (_number(r, "id_number"), _number(r, "phone")), align=centre),
        *_hour_columns(tiers),
        *_item_columns(data, data.earnings, "应发差额（元）" if data.differences else "应发项目（元）", tiers),
        Column(("应发合计",), lambda r: (money(r.gross_fen),), lambda s: (money(s.gross_fen),), align=right),
        *_item_columns(data, data.deductions, "扣款差额（元）" if data.differences else "扣款（元）", tiers),
        Column(("实发金额",), lambda r: (money(r.net_fen),), lambda s: (money(s.net_fen),), align=right),
        Column(("领款人签名或手印",), lambda _: ("",), align=centre, least=2_500, spare=1_500),
        Column(("代签人及关系",), lambda r: (r.proxy,), least=1_700, spare=1_200, wraps=True),
    ]


def _number(row: LedgerRow, name: str) -> str:
    """A worker's ID number or phone; what was blank at the lock and filled in later says so."""
    return f"{getattr(row, name)} 补填" if name in row.added else str(getattr(row, name))


def _name_column(data: LedgerData) -> Column:
    """Names, and under them the days paid where some row's are not the whole month."""
    if not any(row.period for row in data.rows):
        return Column(("姓名",), lambda r: (r.name,), least=1_300, spare=500, wraps=True)
    return Column(
        ("姓名", "工资所属期"), lambda r: (r.name, *filter(None, (r.period,))), least=2_300, spare=500, wraps=True
    )


def _hour_columns(tiers: int) -> list[Column]:
    def column(places: Sequence[int]) -> Column:
        def texts(of: LedgerRow | LedgerSum) -> tuple[str, ...]:
            return tuple(hours(of.minutes[place]) for place in places)

        titles = tuple(HOURS_TITLES[place] for place in places)
        return Column(titles, texts, texts, align=Align.RIGHT, group="工时（小时）", ruled=True)

    return [column(places) for places in chunks(range(len(HOURS_TITLES)), min(tiers, 2))]


def _item_columns(data: LedgerData, codes: Sequence[LineCode], group: str, tiers: int) -> list[Column]:
    money = difference if data.differences else amount

    def column(part: Sequence[LineCode]) -> Column:
        def texts(of: LedgerRow | LedgerSum) -> tuple[str, ...]:
            return tuple(money(of.items.get(code, 0)) for code in part)

        titles = tuple(data.labels[code] for code in part)
        return Column(titles, texts, texts, align=Align.RIGHT, group=group, ruled=True)

    return [column(part) for part in chunks(codes, tiers)]
