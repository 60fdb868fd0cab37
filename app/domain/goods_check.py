"""What is checked when a person types a product, a process, a stock move or a count: notes at the fields."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.bounds import MOST_PIECES_MILLI, most_pieces
from app.domain.plain_text import tidy
from app.domain.vocabulary import StockMoveKind
from app.domain.worker_check import FieldNote, amount_notes, character_notes

EARLIEST_DAY = date(2000, 1, 1)
LONGEST = {"code": 30, "name": 60, "project": 60, "category": 30, "unit": 10, "note": 200, "process": 60}
"""Letters a text may have, by column: what a label, a table and a workbook still take."""
OUTWARD = frozenset({StockMoveKind.TAKEN, StockMoveKind.LOST})
"""Moves that are typed as a positive quantity and leave the stock."""
TYPED = (StockMoveKind.RECEIVED, StockMoveKind.TAKEN, StockMoveKind.LOST)
"""Moves a person types one by one; a count comes from a stocktake."""


@dataclass(frozen=True, slots=True)
class ProductForm:
    """A product as typed in: price in fen a unit, None where there is none; opening stock in 1/1000 units."""

    code: str = ""
    name: str = ""
    project: str = ""
    category: str = ""
    unit: str = "件"
    price_fen: int | None = None
    opening_stock_milli: int | None = None


@dataclass(frozen=True, slots=True)
class KnownProduct:
    """A product already recorded, as far as another may clash with it."""

    product_id: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class MoveForm:
    """A stock move as typed in; the quantity in 1/1000 units, positive whichever way it goes."""

    day: date | None = None
    kind: StockMoveKind | None = None
    quantity_milli: int | None = None
    note: str = ""


def check_product(form: ProductForm, known: Iterable[KnownProduct]) -> Iterator[FieldNote]:
    """All notes on a product; ``known`` are the workshop's others, the edited one left out."""
    others = tuple(known)
    for column in ("code", "name", "project", "category", "unit"):
        yield from text_notes(getattr(form, column), column)
    yield from _code_notes(form, others)
    yield from _name_notes(form, others)
    if not tidy(form.unit):
        yield FieldNote("product_unit_empty", "unit", True)
    yield from amount_notes(form.price_fen, "price_fen", needed=False)
    yield from quantity_notes(form.opening_stock_milli, "opening_stock_milli", needed=False)


def check_process(name: str, taken: Iterable[str]) -> Iterator[FieldNote]:
    """All notes on a process's name; ``taken`` are the names of the product's other processes."""
    yield from text_notes(name, "process")
    if not tidy(name):
        yield FieldNote("process_name_empty", "process", True)
    elif tidy(name) in set(taken):
        yield FieldNote("process_name_taken", "process", True, {"name": tidy(name)})


def check_move(form: MoveForm, today: date) -> Iterator[FieldNote]:
    """All notes on a stock move."""
    if form.kind not in TYPED:
        yield FieldNote("stock_kind_empty", "kind", True)
    yield from day_notes(form.day, "day", today)
    yield from quantity_notes(form.quantity_milli, "quantity_milli", needed=True)
    yield from text_notes(form.note, "note")


def signed(form: MoveForm) -> int:
    """The move as it is stored: out of stock is negative."""
    quantity = form.quantity_milli or 0
    return -quantity if form.kind in OUTWARD else quantity


def day_notes(day: date | None, column: str, today: date) -> Iterator[FieldNote]:
    """Notes on a day something happened on: missing, not come yet, or older than any record."""
    if day is None:
        yield FieldNote("stock_day_empty", column, True)
    elif day > today:
        yield FieldNote("stock_day_future", column, True, {"day": day, "today": today})
    elif day < EARLIEST_DAY:
        yield FieldNote("stock_day_old", column, True, {"day": day})


def quantity_notes(milli: int | None, column: str, *, needed: bool) -> Iterator[FieldNote]:
    """Notes on a quantity in 1/1000: missing where ``needed`` (0 too), negative, or more than anybody means."""
    if needed and not milli:
        yield FieldNote("stock_quantity_empty", column, True)
    elif (milli or 0) < 0:
        yield FieldNote("stock_quantity_negative", column, True)
    elif (milli or 0) > MOST_PIECES_MILLI:
        yield FieldNote("stock_quantity_absurd", column, True, {"most": most_pieces()})


def text_notes(text: str, column: str) -> Iterator[FieldNote]:
    """Notes on a written text: too long for its column, or a character nobody sees."""
    if len(tidy(text)) > LONGEST[column]:
        yield FieldNote("goods_text_long", column, True, {"length": len(tidy(text)), "most": LONGEST[column]})
    yield from character_notes(text, column)


def _code_notes(form: ProductForm, others: tuple[KnownProduct, ...]) -> Iterator[FieldNote]:
    code = tidy(form.code)
    if not code:
        yield FieldNote("product_code_empty", "code", False)
        return
    taken = next((other for other in others if other.code == code), None)
    if taken is not None:
        yield FieldNote("product_code_taken", "code", True, {"no": code, "name": taken.name})


def _name_notes(form: ProductForm, others: tuple[KnownProduct, ...]) -> Iterator[FieldNote]:
    """A name shared is worth a word: piece sheets know products by it. Without codes the two are one product."""
    name = tidy(form.name)
    if not name:
        yield FieldNote("product_name_empty", "name", True)
        return
    same = [other for other in others if other.name == name]
    if any(not other.code for other in same) and not tidy(form.code):
        yield FieldNote("product_name_taken", "name", True, {"name": name})
    elif same:
        yield FieldNote("product_name_shared", "name", False, {"name": name, "no": same[0].code or "–"})
