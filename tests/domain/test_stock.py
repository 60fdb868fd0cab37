"""Stock by the books: sums, the reason for less than nothing, worth, and what was left after each change."""

from dataclasses import dataclass

import pytest

from app.domain.stock import Count, StockLevel, balances, check_count, shortage, value_fen


@dataclass(frozen=True)
class Change:
    quantity_milli: int


def test_stock_is_opening_moves_and_sales() -> None:
    level = StockLevel(5_000, 20_000, 1_500, -500, 12_000, 1_000)
    assert level.stock_milli == 12_000
    assert shortage(level) is None


@pytest.mark.parametrize(
    ("level", "kind", "less"),
    [
        (StockLevel(sold_milli=3_000), "stock_short_never_in", "3"),
        (StockLevel(5_000, 2_000, sold_milli=9_500), "stock_short_sold", "2.5"),
        (StockLevel(5_000, taken_milli=2_000, sold_milli=4_000), "stock_short_out", "1"),
        (StockLevel(5_000, counted_milli=-4_000, sold_milli=2_000), "stock_short_counted", "1"),
    ],
)
def test_why_less_than_nothing_is_there(level: StockLevel, kind: str, less: str) -> None:
    note = shortage(level)
    assert note is not None
    assert (note.kind, note.params["less"], note.blocks) == (kind, less, False)
    for lang in ("zh_CN", "en"):
        assert less in note.text(lang)


def test_what_came_back_is_not_sold() -> None:
    note = shortage(StockLevel(1_000, sold_milli=5_000, returned_milli=2_000))
    assert note is not None
    assert note.params["sold"] == "3"


@pytest.mark.parametrize(
    ("milli", "price", "worth"),
    [(2_500, 1_01, 253), (1, 500, 1), (-3_000, 6_800, 0), (3_000, None, 0), (0, 6_800, 0)],
)
def test_worth_is_rounded_once_and_never_negative(milli: int, price: int | None, worth: int) -> None:
    assert value_fen(milli, price) == worth


def test_what_was_left_is_reckoned_back_from_now() -> None:
    changes = [Change(-2_000), Change(5_000), Change(-1_000)]
    assert [left for _, left in balances(7_000, changes)] == [7_000, 9_000, 4_000]


def test_a_count_says_its_difference() -> None:
    assert Count(1, -2_000, 3_000).difference_milli == 5_000


@pytest.mark.parametrize(
    ("milli", "kind"), [(-1, "stock_quantity_negative"), (10**12, "stock_quantity_absurd"), (0, None)]
)
def test_what_forbids_a_count(milli: int, kind: str | None) -> None:
    note = check_count(milli)
    assert (note.kind if note else None) == kind
