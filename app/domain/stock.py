"""Stock of a product: what lies there by the books, why it may be less than nothing, what it is worth.

Quantities are integers of 1/1000 unit. Nothing is stored as a balance: opening + moves − sold + returned.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from app.domain.bounds import MOST_PIECES_MILLI, most_pieces
from app.domain.money import decimal_text, half_up
from app.domain.worker_check import FieldNote


@dataclass(frozen=True, slots=True)
class StockLevel:
    """Where a product's stock comes from; ``taken_milli`` (领用 and 报损) and ``sold_milli`` are positive.

    ``counted_milli`` is the sum of what stocktakes added or took away; ``month_…`` are parts of one month.
    """

    opening_milli: int = 0
    received_milli: int = 0
    taken_milli: int = 0
    counted_milli: int = 0
    sold_milli: int = 0
    returned_milli: int = 0
    month_in_milli: int = 0
    month_out_milli: int = 0

    @property
    def stock_milli(self) -> int:
        """What lies there by the books."""
        into = self.opening_milli + self.received_milli + self.returned_milli
        return into - self.taken_milli - self.sold_milli + self.counted_milli


def shortage(level: StockLevel) -> FieldNote | None:
    """Why the books say that less than nothing is there; None where they do not."""
    if level.stock_milli >= 0:
        return None
    into = level.opening_milli + level.received_milli
    sold = level.sold_milli - level.returned_milli
    params = {
        "less": decimal_text(-level.stock_milli, 3),
        "into": decimal_text(into, 3),
        "sold": decimal_text(sold, 3),
        "taken": decimal_text(level.taken_milli, 3),
        "counted": decimal_text(level.counted_milli, 3),
    }
    kind = "stock_short_counted"
    if not level.counted_milli:
        kind = "stock_short_never_in" if not into else "stock_short_sold" if sold > into else "stock_short_out"
    return FieldNote(kind, "quantity_milli", False, params)


def value_fen(stock_milli: int, price_fen: int | None) -> int:
    """What a stock is worth at its selling price, in fen; nothing where there is none or no price."""
    return half_up(max(stock_milli, 0) * (price_fen or 0), 1000)


class Moved(Protocol):
    """Anything that changed a stock."""

    @property
    def quantity_milli(self) -> int:
        """By how much, out of stock negative."""


M = TypeVar("M", bound=Moved)


def balances(stock_milli: int, newest_first: Iterable[M]) -> Iterator[tuple[M, int]]:
    """Each entry with what lay there after it, reckoned back from what lies there now."""
    left = stock_milli
    for entry in newest_first:
        yield entry, left
        left -= entry.quantity_milli


@dataclass(frozen=True, slots=True)
class Count:
    """盘点: what was counted of a product, and what the books said when it was shown beside it; 1/1000 units."""

    product_id: int
    book_milli: int
    counted_milli: int

    @property
    def difference_milli(self) -> int:
        """What the stocktake adds to the books or takes away."""
        return self.counted_milli - self.book_milli


def check_count(milli: int) -> FieldNote | None:
    """What forbids a counted quantity: less than nothing, or more than anybody means."""
    if milli < 0:
        return FieldNote("stock_quantity_negative", "counted_milli", True)
    if milli > MOST_PIECES_MILLI:
        return FieldNote("stock_quantity_absurd", "counted_milli", True, {"most": most_pieces()})
    return None
