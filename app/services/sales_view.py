"""Sales as they are looked at: the lines of a month or a span, and what they come to; sums are made by the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from app.domain.rulepack import Vocabulary, figures_on
from app.domain.sales_check import amount_fen
from app.domain.sales_find import ProductChoice
from app.models.goods import Product, Sale
from app.services.context import Context
from app.services.rule_packs import load_packs
from app.services.spans import check_span, within

MOST_ROWS = 5_000
"""Lines listed at once, the newest; the sums are of all."""
DELETED = "删除："
"""What ``source`` of a deleted sale begins with; the reason follows."""
_EVENT_YEARS = 3


@dataclass(frozen=True, slots=True)
class SaleRow:
    """A sale line: quantities in 1/1000, price in fen a unit."""

    sale_id: int
    day: date
    channel: str
    event: str
    product_id: int
    code: str
    product: str
    unit: str
    quantity_milli: int
    price_fen: int
    returned_milli: int
    order_no: str
    source: str

    @property
    def amount_fen(self) -> int:
        """What was sold, in fen."""
        return amount_fen(self.quantity_milli, self.price_fen)

    @property
    def returned_fen(self) -> int:
        """What came back, in fen."""
        return amount_fen(self.returned_milli, self.price_fen)

    @property
    def net_fen(self) -> int:
        """Sold less returned, in fen."""
        return self.amount_fen - self.returned_fen


@dataclass(frozen=True, slots=True)
class SaleSums:
    """What lines come to: orders (lines without a number are one each), quantities in 1/1000, amounts in fen."""

    lines: int = 0
    orders: int = 0
    quantity_milli: int = 0
    amount_fen: int = 0
    returned_milli: int = 0
    returned_fen: int = 0

    @property
    def net_fen(self) -> int:
        """Sold less returned, in fen."""
        return self.amount_fen - self.returned_fen


@dataclass(frozen=True, slots=True)
class SalesView:
    """The lines of a span, newest first, at most MOST_ROWS; ``sums`` are of all of them."""

    first: date
    last: date
    rows: tuple[SaleRow, ...]
    sums: SaleSums

    @property
    def whole(self) -> bool:
        """Whether every line is listed."""
        return len(self.rows) == self.sums.lines


class SumBy(StrEnum):
    """What sales are summed by."""

    CHANNEL = "channel"
    EVENT = "event"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class GroupSums:
    """The sums of one channel, event ("" for none), product or month."""

    name: str
    sums: SaleSums


@dataclass(frozen=True, slots=True)
class SaleChoices:
    """What may be chosen when a sale is typed in; ``events`` are earlier ones, the newest first."""

    channels: tuple[str, ...]
    events: tuple[str, ...]
    products: tuple[ProductChoice, ...]


def sales_between(ctx: Context, workshop_id: int, first: date, last: date) -> SalesView:
    """The sales from ``first`` to ``last``; refuses ``sales_span_wrong`` and ``sales_span_long``. Two statements."""
    check_span(first, last)
    with ctx.database.read() as session:
        query = sale_lines(workshop_id).where(*within(Sale, workshop_id, first, last))
        rows = session.execute(query.order_by(Sale.date.desc(), Sale.id.desc()).limit(MOST_ROWS))
        return SalesView(first, last, tuple(map(sale_row, rows)), _sums(session, workshop_id, first, last))


def span_sums(ctx: Context, workshop_id: int, first: date, last: date) -> SaleSums:
    """What the sales from ``first`` to ``last`` come to, an order number of two months once; refuses a wrong span."""
    check_span(first, last)
    with ctx.database.read() as session:
        return _sums(session, workshop_id, first, last)


def deleted_sales(ctx: Context, workshop_id: int, first: date, last: date) -> tuple[SaleRow, ...]:
    """The sales of a span that a person deleted, newest first; ``source`` says why."""
    check_span(first, last)
    with ctx.database.read() as session:
        gone = within(Sale, workshop_id, first, last, deleted=1)
        query = sale_lines(workshop_id, deleted=1).where(*gone, Sale.source.startswith(DELETED))
        rows = session.execute(query.order_by(Sale.date.desc(), Sale.id.desc()).limit(MOST_ROWS))
        return tuple(map(sale_row, rows))


def sums_by(ctx: Context, workshop_id: int, first: date, last: date, by: SumBy) -> tuple[GroupSums, ...]:
    """What each channel, event or product came to in a span, the greatest net amount first; one statement."""
    check_span(first, last)
    product = Product.code + " " + Product.name
    name = {SumBy.CHANNEL: Sale.channel, SumBy.EVENT: Sale.event, SumBy.PRODUCT: product}[by]
    key = Sale.product_id if by is SumBy.PRODUCT else name
    with ctx.database.read() as session:
        query = select(name, *_figures()).where(*within(Sale, workshop_id, first, last)).group_by(key)
        if by is SumBy.PRODUCT:
            query = query.join(Product, (Product.workshop_id == Sale.workshop_id) & (Product.id == Sale.product_id))
        found = [GroupSums(str(row[0]).strip(), _sums_of(row[1:])) for row in session.execute(query)]
    return tuple(sorted(found, key=lambda one: (-one.sums.net_fen, one.name)))


def month_sums(ctx: Context, workshop_id: int, last_month: str, months: int = 12) -> tuple[GroupSums, ...]:
    """The months (YYYY-MM) up to ``last_month``, oldest first, those without sales too; one statement."""
    year, number = int(last_month[:4]), int(last_month[5:])
    places = [year * 12 + number - 1 - back for back in reversed(range(months))]
    names = [f"{place // 12}-{place % 12 + 1:02d}" for place in places]
    month = func.substr(Sale.date, 1, 7)
    with ctx.database.read() as session:
        query = (
            select(month, *_figures())
            .where(
                Sale.workshop_id == workshop_id,
                Sale.deleted == 0,
                Sale.date >= f"{names[0]}-01",
                Sale.date <= f"{names[-1]}-31",
            )
            .group_by(month)
        )
        found = {row[0]: _sums_of(row[1:]) for row in session.execute(query)}
    return tuple(GroupSums(name, found.get(name, SaleSums())) for name in names)


def sale_choices(ctx: Context, workshop_id: int) -> SaleChoices:
    """Channels of the vocabulary pack, earlier events, products by code."""
    today = ctx.today()
    with ctx.database.read() as session:
        since = f"{today.year - _EVENT_YEARS}-01-01"
        events = session.execute(
            select(Sale.event, func.max(Sale.date))
            .where(Sale.workshop_id == workshop_id, Sale.deleted == 0, Sale.date >= since, Sale.event != "")
            .group_by(Sale.event)
            .order_by(func.max(Sale.date).desc())
        )
        return SaleChoices(
            channels_in(session, workshop_id, today),
            tuple(event for event, _ in events),
            products_in(session, workshop_id),
        )


def channels_in(session: Session, workshop_id: int, today: date) -> tuple[str, ...]:
    """The channels of the vocabulary pack in force."""
    words, _ = figures_on(load_packs(session, workshop_id), "vocabulary", today, Vocabulary)
    return tuple(words.lists.get("sales_channels", ()))


def products_in(session: Session, workshop_id: int) -> tuple[ProductChoice, ...]:
    """The products of a workshop, by code."""
    rows = session.execute(
        select(Product.id, Product.code, Product.name, Product.unit, Product.price_fen)
        .where(Product.workshop_id == workshop_id, Product.deleted == 0)
        .order_by(Product.code, Product.name)
    )
    return tuple(ProductChoice(*row) for row in rows)


def _figures() -> tuple[ColumnElement[int], ...]:
    """The columns of SaleSums; each line rounded by itself, half up, as ``amount_fen`` does."""
    sold, back = ((one * Sale.price_fen + 500) // 1000 for one in (Sale.quantity_milli, Sale.returned_milli))
    numbered = func.count(func.distinct(case((Sale.order_no != "", Sale.order_no))))
    bare = func.coalesce(func.sum(case((Sale.order_no == "", 1), else_=0)), 0)
    sums = (func.coalesce(func.sum(one), 0) for one in (Sale.quantity_milli, sold, Sale.returned_milli, back))
    return (func.count(), numbered + bare, *sums)


def _sums(session: Session, workshop_id: int, first: date, last: date) -> SaleSums:
    return _sums_of(session.execute(select(*_figures()).where(*within(Sale, workshop_id, first, last))).one())


def sale_lines(workshop_id: int, *, deleted: int = 0) -> Select[*tuple[Any, ...]]:
    """The lines of a workshop as ``sale_row`` reads them, in no order."""
    return (
        select(
            Sale.id,
            Sale.date,
            Sale.channel,
            Sale.event,
            Sale.product_id,
            Product.code,
            Product.name,
            Product.unit,
            Sale.quantity_milli,
            Sale.price_fen,
            Sale.returned_milli,
            Sale.order_no,
            Sale.source,
        )
        .join(Product, (Product.workshop_id == Sale.workshop_id) & (Product.id == Sale.product_id))
        .where(Sale.workshop_id == workshop_id, Sale.deleted == deleted)
    )


def sale_row(values: Sequence[Any]) -> SaleRow:
    """A row of ``sale_lines``."""
    return SaleRow(values[0], date.fromisoformat(values[1]), *values[2:])


def one_sale(session: Session, workshop_id: int, sale_id: int) -> SaleRow:
    """A recorded sale, within a transaction."""
    return sale_row(session.execute(sale_lines(workshop_id).where(Sale.id == sale_id)).one())


def _sums_of(values: Sequence[int]) -> SaleSums:
    lines, orders, quantity, sold, returned, back = values
    return SaleSums(lines, orders, quantity, sold, returned, back)
