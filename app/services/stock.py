"""Stock: what came in or went out other than by sale, its history, and the stocktake (盘点) of all products at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.goods_check import MoveForm, check_move, day_notes, signed, text_notes
from app.domain.money import decimal_text
from app.domain.pay_check import accept
from app.domain.plain_text import tidy
from app.domain.refusal import Refusal
from app.domain.stock import Count, balances, check_count, shortage
from app.domain.vocabulary import StockMoveKind
from app.domain.worker_check import FieldNote
from app.models.database import new_ids
from app.models.goods import Product, StockMove
from app.models.queries.stock import SALE, stock_entries, stock_levels
from app.services.context import Context
from app.services.pay_records import PaySaved, Value, get_record, put_by_id
from app.services.products import get_product, rows_in

MOST_ENTRIES = 200


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One change of a product's stock and what lay there after it, in 1/1000 units; out is negative.

    ``kind`` is a StockMoveKind's word, or a sale's channel where ``is_sale``.
    """

    entry_id: int
    is_sale: bool
    day: date
    kind: str
    quantity_milli: int
    left_milli: int
    counted_milli: int | None
    note: str

    @property
    def is_typed(self) -> bool:
        """Whether it was typed as a move by itself, and can be corrected so."""
        return not self.is_sale and self.kind != StockMoveKind.COUNTED


@dataclass(frozen=True, slots=True)
class StocktakeRow:
    """A product on the stocktake's sheet with its book figure at the end of the day counted."""

    product_id: int
    code: str
    name: str
    unit: str
    price_fen: int | None
    book_milli: int


@dataclass(frozen=True, slots=True)
class StocktakeSaved:
    """How many products were counted and how many differed from the books."""

    counted: int
    differing: int


def stock_history(ctx: Context, workshop_id: int, product_id: int) -> tuple[EntryRow, ...]:
    """A product's newest MOST_ENTRIES changes, newest first, sales among them, each with what was left then."""
    with ctx.database.read() as session:
        get_product(session, workshop_id, product_id)
        level = stock_levels(session, workshop_id, _month(ctx), product_id=product_id)[product_id]
        entries = stock_entries(session, workshop_id, product_id, MOST_ENTRIES)
    return tuple(
        EntryRow(
            one.entry_id, one.source == SALE, date.fromisoformat(one.date), one.kind, one.quantity_milli, left,
            one.counted_milli, one.note,
        )
        for one, left in balances(level.stock_milli, entries)
    )  # fmt: skip


def save_move(ctx: Context, workshop_id: int, product_id: int, form: MoveForm, entry_id: int | None = None) -> PaySaved:
    """What came in, was taken or lost, new or corrected (``entry_id``); warns where the books then say less than
    nothing. Refuses with FieldRefusal what ``check_move`` blocks, ``stock_counted_kept`` for a count.
    """
    with ctx.database.write(ctx.user, "stock.move") as session:
        get_product(session, workshop_id, product_id)
        notes = accept(check_move(form, ctx.today()))
        if entry_id is not None and _move(session, workshop_id, product_id, entry_id).kind == StockMoveKind.COUNTED:
            raise Refusal("stock_counted_kept")
        day, kind = form.day or ctx.today(), form.kind or StockMoveKind.RECEIVED
        values: dict[str, Value] = {"date": day.isoformat(), "product_id": product_id, "kind": kind.value}
        values |= {"quantity_milli": signed(form), "note": tidy(form.note)}
        put_by_id(session, StockMove, workshop_id, entry_id, values)
        return PaySaved((*notes, *_short(ctx, session, workshop_id, product_id)))


def withdraw_move(ctx: Context, workshop_id: int, product_id: int, entry_id: int) -> PaySaved:
    """Take a move or a count away by its delete mark."""
    with ctx.database.write(ctx.user, "stock.withdraw") as session:
        _move(session, workshop_id, product_id, entry_id).deleted = 1
        session.flush()
        return PaySaved(_short(ctx, session, workshop_id, product_id))


# ---------------------------------------------------------------- stocktake


def stocktake_sheet(ctx: Context, workshop_id: int, day: date) -> tuple[StocktakeRow, ...]:
    """Every product with what the books say lay there at the end of a day."""
    with ctx.database.read() as session:
        rows = rows_in(session, workshop_id, _month(ctx), upto=day.isoformat())
    return tuple(
        StocktakeRow(row.product_id, row.code, row.name, row.unit, row.price_fen, row.stock_milli) for row in rows
    )


def save_stocktake(
    ctx: Context, workshop_id: int, day: date | None, counts: Sequence[Count], note: str = ""
) -> StocktakeSaved:
    """Write the counts of a day in one transaction, each as its difference with what was counted beside it.

    A count that agrees is kept too: it says that somebody looked. Refuses ``stocktake_empty``, ``stocktake_moved``
    where a book figure is no longer the one shown (a product counted twice too), and what is no quantity or day;
    nothing is written then.
    """
    with ctx.database.write(ctx.user, "stock.count") as session:
        accept([*day_notes(day, "day", ctx.today()), *text_notes(note, "note"), *_count_notes(counts)])
        if not counts:
            raise Refusal("stocktake_empty")
        text = (day or ctx.today()).isoformat()
        books = {key: each.stock_milli for key, each in stock_levels(session, workshop_id, _month(ctx), text).items()}
        for count, number in zip(counts, new_ids(session, len(counts)), strict=True):
            product = get_product(session, workshop_id, count.product_id)
            _require_shown(product, count, books[count.product_id])
            books[count.product_id] = count.counted_milli
            move = StockMove(workshop_id=workshop_id, id=number, date=text, product_id=count.product_id)
            move.kind, move.quantity_milli = StockMoveKind.COUNTED.value, count.difference_milli
            move.counted_milli, move.note = count.counted_milli, tidy(note)
            session.add(move)
    return StocktakeSaved(len(counts), sum(1 for count in counts if count.difference_milli))


def _require_shown(product: Product, count: Count, book_milli: int) -> None:
    if book_milli != count.book_milli:
        shown, now = decimal_text(count.book_milli, 3), decimal_text(book_milli, 3)
        raise Refusal("stocktake_moved", name=product.name, shown=shown, now=now)


def _count_notes(counts: Sequence[Count]) -> list[FieldNote]:
    return [note for count in counts if (note := check_count(count.counted_milli)) is not None]


def _move(session: Session, workshop_id: int, product_id: int, entry_id: int) -> StockMove:
    row = get_record(session, StockMove, (workshop_id, entry_id))
    if row.product_id != product_id:
        raise Refusal("pay_record_missing")
    return row


def _short(ctx: Context, session: Session, workshop_id: int, product_id: int) -> tuple[FieldNote, ...]:
    """The warning where the books now say less than nothing."""
    level = stock_levels(session, workshop_id, _month(ctx), product_id=product_id)[product_id]
    note = shortage(level)
    return () if note is None else (note,)


def _month(ctx: Context) -> str:
    return ctx.today().isoformat()[:7]
