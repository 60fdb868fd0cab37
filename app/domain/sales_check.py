"""What is checked when a sale is typed in, and what a sale line comes to: notes at the fields, some of which refuse.

An order number is one order's: a second line under it is asked for, never typed by accident. Amounts are rounded once
a line, half up (RULES 1).
"""

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.bounds import MOST_FEN, MOST_PIECES_MILLI, most_pieces, most_yuan
from app.domain.messages.terms import term_of
from app.domain.messages.text import listing
from app.domain.money import decimal_text, half_up
from app.domain.plain_text import tidy
from app.domain.worker_check import FieldNote, character_notes

MOST_EVENT_CHARS = 60
MOST_ORDER_CHARS = 60
MOST_REASON_CHARS = 100
AHEAD_DAYS = 31
"""How far after the PC's date a sale may lie: beyond it either of the two dates is wrong (DESIGN 7)."""
FIRST_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class SaleForm:
    """A sale line as typed in: quantities in 1/1000, price in fen a unit, None where nothing is written."""

    day: date | None = None
    channel: str = ""
    event: str = ""
    product_id: int | None = None
    quantity_milli: int | None = None
    price_fen: int | None = None
    returned_milli: int = 0
    order_no: str = ""


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A sale line already recorded under an order number."""

    sale_id: int
    order_no: str
    day: date
    channel: str
    product_id: int
    product: str
    quantity_milli: int


def amount_fen(quantity_milli: int, price_fen: int) -> int:
    """What a quantity comes to in fen, rounded once, half up."""
    return half_up(quantity_milli * price_fen, 1000)


def order_text(text: str) -> str:
    """An order number as it is kept and compared: no blanks, full-width forms folded."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def tidied(form: SaleForm) -> SaleForm:
    """The form as it is kept: blanks in the event put right, none in the order number."""
    return SaleForm(
        form.day,
        form.channel.strip(),
        tidy(form.event),
        form.product_id,
        form.quantity_milli,
        form.price_fen,
        form.returned_milli,
        order_text(form.order_no),
    )


def check_sale(form: SaleForm, channels: Collection[str], today: date) -> Iterator[FieldNote]:
    """All notes on a tidied form; ``channels`` are those that may be chosen."""
    yield from _day_notes(form.day, today)
    yield from channel_notes(form.channel, channels)
    yield from event_notes(form.event)
    if form.product_id is None:
        yield FieldNote("sale_product_empty", "product_id", True)
    yield from _quantity_notes(form.quantity_milli)
    yield from _price_notes(form)
    yield from returned_notes(form.quantity_milli or 0, form.returned_milli)
    yield from order_notes(form.order_no)


def channel_notes(channel: str, channels: Collection[str]) -> Iterator[FieldNote]:
    """Notes on the channel: one of the vocabulary pack."""
    if not channel:
        yield FieldNote("sale_channel_empty", "channel", True)
    elif channel not in channels:
        known = listing(map(term_of, channels))
        yield FieldNote("sale_channel_unknown", "channel", True, {"channel": channel, "known": known})


def event_notes(event: str) -> Iterator[FieldNote]:
    """Notes on the event's name."""
    yield from character_notes(event, "event")
    if len(event) > MOST_EVENT_CHARS:
        yield FieldNote("sale_text_long", "event", True, {"most": MOST_EVENT_CHARS, "length": len(event)})


def order_notes(order_no: str) -> Iterator[FieldNote]:
    """Notes on the order number by itself."""
    yield from character_notes(order_no, "order_no")
    if len(order_no) > MOST_ORDER_CHARS:
        yield FieldNote("sale_text_long", "order_no", True, {"most": MOST_ORDER_CHARS, "length": len(order_no)})


def returned_notes(sold_milli: int, returned_milli: int) -> Iterator[FieldNote]:
    """Never less than nothing, never more than was sold."""
    if returned_milli < 0:
        yield FieldNote("sale_returned_negative", "returned_milli", True)
    elif returned_milli > sold_milli:
        params = {"returned": decimal_text(returned_milli, 3), "sold": decimal_text(sold_milli, 3)}
        yield FieldNote("sale_returned_most", "returned_milli", True, params)


def taken_notes(form: SaleForm, lines: Collection[OrderLine], *, same_order: bool) -> Iterator[FieldNote]:
    """Notes where other ``lines`` bear the form's order number; ``same_order``: this is meant to be a line of it."""
    for line in lines:
        params = {
            "order": line.order_no,
            "day": line.day,
            "channel": term_of(line.channel),
            "product": line.product,
            "quantity": decimal_text(line.quantity_milli, 3),
        }
        if not same_order:
            yield FieldNote("sale_order_taken", "order_no", True, params)
        elif (line.day, line.channel) != (form.day, form.channel):
            yield FieldNote("sale_order_other", "order_no", True, params)
        elif line.product_id == form.product_id:
            yield FieldNote("sale_order_product", "product_id", True, params)
        else:
            continue
        return


def _day_notes(day: date | None, today: date) -> Iterator[FieldNote]:
    if day is None:
        yield FieldNote("sale_day_empty", "day", True)
    elif day < FIRST_DAY:
        yield FieldNote("sale_day_early", "day", True, {"day": day, "first": FIRST_DAY})
    elif day > today + timedelta(days=AHEAD_DAYS):
        yield FieldNote("sale_day_late", "day", True, {"day": day, "today": today, "days": AHEAD_DAYS})


def _quantity_notes(quantity_milli: int | None) -> Iterator[FieldNote]:
    if quantity_milli is None:
        yield FieldNote("sale_quantity_empty", "quantity_milli", True)
    elif quantity_milli <= 0:
        yield FieldNote("sale_quantity_positive", "quantity_milli", True)
    elif quantity_milli > MOST_PIECES_MILLI:
        yield FieldNote("sale_quantity_most", "quantity_milli", True, {"most": most_pieces()})


def _price_notes(form: SaleForm) -> Iterator[FieldNote]:
    price, quantity = form.price_fen, form.quantity_milli or 0
    if price is None:
        yield FieldNote("sale_price_empty", "price_fen", True)
    elif price < 0:
        yield FieldNote("sale_price_negative", "price_fen", True)
    elif price > MOST_FEN:
        yield FieldNote("sale_price_most", "price_fen", True, {"most": most_yuan(MOST_FEN)})
    elif 0 < quantity <= MOST_PIECES_MILLI and amount_fen(quantity, price) > MOST_FEN:
        params = {"amount": most_yuan(amount_fen(quantity, price)), "most": most_yuan(MOST_FEN)}
        yield FieldNote("sale_amount_most", "price_fen", True, params)
