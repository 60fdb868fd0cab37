"""The tables and figures of the sales page as data."""

from collections.abc import Sequence

from app.domain.messages.text import Counted
from app.domain.money import decimal_text, yuan
from app.domain.papers.months import MonthSales, MonthsData
from app.domain.sales_find import ProductChoice
from app.services.sales_view import DELETED, GroupSums, SaleRow, SaleSums
from app.ui.tables.columns import Align, Column, Tone
from app.ui.terms import term
from app.ui.widgets.columns_paint import ChartColumn
from app.ui.widgets.figures import Figure
from app.ui.words import translate


def columns() -> list[Column[SaleRow]]:
    """The columns of the list."""
    return [
        Column(translate("Sales", "日期"), 96, lambda r: r.day.isoformat(), Align.CENTRE),
        Column(translate("Sales", "渠道"), 116, lambda r: term(r.channel), tip=lambda r: term(r.channel)),
        Column(translate("Sales", "活动"), 140, lambda r: r.event or "–", tip=lambda r: r.event),
        Column(translate("Sales", "产品"), 140, product_text, stretch=True, tip=product_text),
        Column(translate("Sales", "数量"), 76, lambda r: quantity(r.quantity_milli), Align.RIGHT),
        Column(translate("Sales", "单价（元）"), 92, lambda r: money(r.price_fen), Align.RIGHT),
        Column(translate("Sales", "金额（元）"), 104, lambda r: money(r.amount_fen), Align.RIGHT),
        Column(translate("Sales", "退货"), 72, lambda r: quantity(r.returned_milli), Align.RIGHT, tone=_returned_tone),
        Column(translate("Sales", "净额（元）"), 104, lambda r: money(r.net_fen), Align.RIGHT),
        Column(translate("Sales", "订单号"), 160, lambda r: r.order_no or "–", tip=lambda r: r.order_no),
    ]


def totals(sums: SaleSums) -> list[str]:
    """The foot of the list."""
    orders = translate("Sales", "{count} 单").format(count=Counted(sums.orders))
    return [
        *(translate("Sales", "合计"), "", "", orders),
        quantity(sums.quantity_milli),
        "",
        money(sums.amount_fen),
        quantity(sums.returned_milli),
        money(sums.net_fen),
        "",
    ]


def deleted_columns() -> list[Column[SaleRow]]:
    """The list with the reason of the deletion instead of the sums."""
    reason = Column(translate("Sales", "删除原因"), 200, reason_text, tip=reason_text)
    return [*columns()[:6], reason, columns()[-1]]


def group_columns(title: str) -> list[Column[GroupSums]]:
    """Sums by ``title``."""
    return [
        Column(title, 220, lambda g: term(g.name) or translate("Sales", "（没有活动）"), stretch=True),
        Column(translate("Sales", "订单"), 80, lambda g: count(g.sums.orders), Align.RIGHT),
        Column(translate("Sales", "件数"), 100, lambda g: quantity(g.sums.quantity_milli), Align.RIGHT),
        Column(translate("Sales", "金额（元）"), 130, lambda g: money(g.sums.amount_fen), Align.RIGHT),
        Column(translate("Sales", "退货件数"), 100, lambda g: quantity(g.sums.returned_milli), Align.RIGHT),
        Column(translate("Sales", "退货（元）"), 130, lambda g: money(g.sums.returned_fen), Align.RIGHT),
        Column(translate("Sales", "净额（元）"), 130, lambda g: money(g.sums.net_fen), Align.RIGHT),
    ]


def group_totals(sums: SaleSums) -> list[str]:
    """The foot of sums that count every order once."""
    return [
        translate("Sales", "合计"),
        count(sums.orders),
        quantity(sums.quantity_milli),
        money(sums.amount_fen),
        quantity(sums.returned_milli),
        money(sums.returned_fen),
        money(sums.net_fen),
    ]


def month_columns() -> list[Column[GroupSums]]:
    """The months beside their picture: few columns."""
    return [
        Column(translate("Sales", "月份"), 84, lambda g: g.name, Align.CENTRE),
        Column(translate("Sales", "订单"), 64, lambda g: count(g.sums.orders), Align.RIGHT),
        Column(translate("Sales", "件数"), 80, lambda g: quantity(g.sums.quantity_milli), Align.RIGHT),
        Column(translate("Sales", "退货（元）"), 116, lambda g: money(g.sums.returned_fen), Align.RIGHT),
        Column(translate("Sales", "净额（元）"), 120, lambda g: money(g.sums.net_fen), Align.RIGHT, stretch=True),
    ]


def month_totals(groups: Sequence[GroupSums]) -> list[str]:
    """The foot of the months."""
    whole = together([group.sums for group in groups])
    return [
        translate("Sales", "合计"),
        count(whole.orders),
        quantity(whole.quantity_milli),
        money(whole.returned_fen),
        money(whole.net_fen),
    ]


def chart_columns(groups: Sequence[GroupSums]) -> list[ChartColumn]:
    """The months as columns: net amounts, what came back on top."""
    made = []
    for group in groups:
        sums = group.sums
        words = translate("Sales", "{month}：{orders} 单，净额 {net} 元，退货 {back} 元").format(
            month=group.name, orders=sums.orders, net=money(sums.net_fen), back=money(sums.returned_fen)
        )
        text = f"{(sums.net_fen + 50) // 100:,}" if sums.lines else ""
        made.append(ChartColumn(group.name[2:], sums.net_fen, text, sums.returned_fen, words))
    return made


def months_paper(unit: str, day: str, groups: Sequence[GroupSums]) -> MonthsData:
    """The months of a workshop as a paper of a day (YYYY-MM-DD)."""
    months = tuple(
        MonthSales(one.name, one.sums.orders, one.sums.quantity_milli, one.sums.amount_fen, one.sums.returned_fen)
        for one in groups
    )
    return MonthsData("各月销售", unit, day, months)


def figures(sums: SaleSums) -> list[Figure]:
    """The strip: orders, pieces, amount, returns, net."""
    return [
        Figure(translate("Sales", "订单（单）"), count(sums.orders)),
        Figure(translate("Sales", "卖出（件）"), quantity(sums.quantity_milli)),
        Figure(translate("Sales", "销售额（元）"), money(sums.amount_fen)),
        Figure(translate("Sales", "退货（元）"), money(sums.returned_fen)),
        Figure(translate("Sales", "净额（元）"), money(sums.net_fen)),
    ]


def sums_of(rows: Sequence[SaleRow]) -> SaleSums:
    """What the lines a search leaves come to."""
    numbers = {row.order_no for row in rows} - {""}
    return SaleSums(
        len(rows),
        len(numbers) + sum(1 for row in rows if not row.order_no),
        sum(row.quantity_milli for row in rows),
        sum(row.amount_fen for row in rows),
        sum(row.returned_milli for row in rows),
        sum(row.returned_fen for row in rows),
    )


def together(sums: Sequence[SaleSums]) -> SaleSums:
    """Several sums as one; an order in two of them counts in both."""
    return SaleSums(
        sum(one.lines for one in sums),
        sum(one.orders for one in sums),
        sum(one.quantity_milli for one in sums),
        sum(one.amount_fen for one in sums),
        sum(one.returned_milli for one in sums),
        sum(one.returned_fen for one in sums),
    )


def product_text(row: SaleRow) -> str:
    """Code and name."""
    return f"{row.code} {row.product}".strip()


def choice_text(product: ProductChoice) -> str:
    """Code and name of a product that may be sold."""
    return f"{product.code} {product.name}".strip()


def searched(row: SaleRow) -> str:
    """What a search looks through, in small letters."""
    return f"{row.code} {row.product} {row.order_no} {row.channel} {term(row.channel)} {row.event} {row.day}".casefold()


def reason_text(row: SaleRow) -> str:
    """Why a sale was deleted."""
    return row.source.removeprefix(DELETED)


def quantity(milli: int) -> str:
    """A quantity; a dash for none."""
    if not milli:
        return "–"
    whole, _, part = decimal_text(milli, 3).partition(".")
    return f"{int(whole):,}.{part}" if part else f"{int(whole):,}"


def money(fen: int) -> str:
    """Yuan; a dash for none."""
    return yuan(fen, grouped=True) if fen else "–"


def count(number: int) -> str:
    """A count; a dash for none."""
    return f"{number:,}" if number else "–"


def _returned_tone(row: SaleRow) -> Tone:
    return Tone.WARN if row.returned_milli else Tone.PLAIN
