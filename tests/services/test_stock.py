"""Stock: sums against an independent reckoning, moves, history, and the stocktake as one transaction."""

import random
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from app.domain.goods_check import MoveForm
from app.domain.pay_check import FieldRefusal
from app.domain.refusal import Refusal
from app.domain.stock import Count
from app.domain.vocabulary import StockMoveKind
from app.models.goods import Sale, StockMove
from app.services.products import list_products
from app.services.stock import save_move, save_stocktake, stock_history, stocktake_sheet, withdraw_move
from tests.services.goods import move, product, seller

DAY = date(2026, 10, 20)
GOOD = MoveForm(DAY, StockMoveKind.RECEIVED, 5_000, "新做")


@pytest.fixture
def bag(ctx, shop) -> int:
    """A product of which ten lay there at the beginning."""
    return product(ctx, shop)


def stock(ctx, shop: int) -> dict[str, int]:
    return {row.code: row.stock_milli for row in list_products(ctx, shop, "2026-10")}


def stored(ctx, table: type[StockMove] | type[Sale]) -> list:
    with ctx.database.read() as session:
        return list(session.scalars(select(table)))


def test_sums_are_those_of_a_plain_loop(ctx, shop) -> None:
    dice, sell = random.Random(4), seller(ctx, shop)
    goods = [product(ctx, shop, f"P{at}", f"产品{at}", dice.randrange(50) * 500) for at in range(4)]
    opening = {row.product_id: row.level.opening_milli for row in list_products(ctx, shop, "2026-10")}
    kinds = (StockMoveKind.RECEIVED, StockMoveKind.TAKEN, StockMoveKind.LOST)
    for _ in range(60):
        number, month = dice.choice(goods), dice.choice((9, 10))
        if dice.random() < 0.5:
            sell(number, f"2026-{month:02d}-{dice.randrange(1, 21):02d}", dice.randrange(1, 9_000), dice.randrange(900))
        else:
            move(ctx, shop, number, dice.choice(kinds), dice.randrange(1, 9_000), dice.randrange(1, 21), month)
    gone = stored(ctx, StockMove)[0]
    withdraw_move(ctx, shop, gone.product_id, gone.id)
    for row in list_products(ctx, shop, "2026-10"):
        moves = [m for m in stored(ctx, StockMove) if m.product_id == row.product_id and not m.deleted]
        sales = [s for s in stored(ctx, Sale) if s.product_id == row.product_id]
        net = sum(s.quantity_milli - s.returned_milli for s in sales)
        assert row.stock_milli == opening[row.product_id] + sum(m.quantity_milli for m in moves) - net
        now = [m.quantity_milli for m in moves if m.date.startswith("2026-10")]
        sold = sum(s.quantity_milli - s.returned_milli for s in sales if s.date.startswith("2026-10"))
        assert row.level.month_in_milli == sum(q for q in now if q > 0)
        assert row.level.month_out_milli == sold - sum(q for q in now if q < 0)


@pytest.mark.parametrize(
    ("change", "code"),
    [({"kind": None}, "stock_kind_empty"), ({"kind": StockMoveKind.COUNTED}, "stock_kind_empty"),
     ({"day": date(2026, 10, 22)}, "stock_day_future"), ({"quantity_milli": None}, "stock_quantity_empty"),
     ({"note": "a\u202eb"}, "text_unfit_character")],
)  # fmt: skip
def test_a_move_that_is_refused_writes_nothing(ctx, shop, bag, change, code: str) -> None:
    with pytest.raises(FieldRefusal) as refusal:
        save_move(ctx, shop, bag, replace(GOOD, **change))
    assert refusal.value.code == code
    assert stored(ctx, StockMove) == []


def test_a_move_is_corrected_and_withdrawn(ctx, shop, bag) -> None:
    save_move(ctx, shop, bag, GOOD)
    (entry,) = stock_history(ctx, shop, bag)
    save_move(ctx, shop, bag, replace(GOOD, kind=StockMoveKind.LOST, quantity_milli=1_000), entry.entry_id)
    assert stock(ctx, shop) == {"P001": 9_000}
    withdraw_move(ctx, shop, bag, entry.entry_id)
    assert stock(ctx, shop) == {"P001": 10_000}
    with pytest.raises(Refusal) as refusal:
        withdraw_move(ctx, shop, bag, entry.entry_id)
    assert refusal.value.code == "pay_record_missing"


def test_another_products_move_is_not_touched(ctx, shop, bag) -> None:
    other = product(ctx, shop, "P2", "荷包")
    save_move(ctx, shop, bag, GOOD)
    (entry,) = stock_history(ctx, shop, bag)
    with pytest.raises(Refusal):
        save_move(ctx, shop, other, GOOD, entry.entry_id)
    with pytest.raises(Refusal):
        withdraw_move(ctx, shop, other, entry.entry_id)
    assert stock(ctx, shop) == {"P001": 15_000, "P2": 10_000}


def test_less_than_nothing_is_saved_and_said(ctx, shop, bag) -> None:
    saved = move(ctx, shop, bag, StockMoveKind.TAKEN, 12_000)
    assert [note.kind for note in saved.notes] == ["stock_short_out"]
    assert stock(ctx, shop) == {"P001": -2_000}
    assert move(ctx, shop, bag, StockMoveKind.RECEIVED, 2_000).notes == ()


def test_history_holds_sales_and_what_was_left(ctx, shop, bag) -> None:
    seller(ctx, shop)(bag, "2026-10-09", 3_000, 1_000)
    move(ctx, shop, bag, StockMoveKind.RECEIVED, 5_000, 8)
    save_stocktake(ctx, shop, DAY, [Count(bag, 13_000, 12_000)])
    shown = [(e.day.day, e.kind, e.quantity_milli, e.left_milli, e.is_sale, e.is_typed) for e in
             stock_history(ctx, shop, bag)]  # fmt: skip
    assert shown == [
        (20, "盘点", -1_000, 12_000, False, False),
        (9, "展会", -2_000, 13_000, True, False),
        (8, "入库", 5_000, 15_000, False, True),
    ]


# ---------------------------------------------------------------- stocktake


def test_counts_are_written_as_differences_in_one_act(ctx, shop, bag) -> None:
    other = product(ctx, shop, "P2", "荷包", 0)
    saved = save_stocktake(ctx, shop, DAY, [Count(bag, 10_000, 8_500), Count(other, 0, 0)], "季度盘点")
    assert (saved.counted, saved.differing) == (2, 1)
    assert stock(ctx, shop) == {"P001": 8_500, "P2": 0}
    kept = {row.product_id: (row.kind, row.quantity_milli, row.counted_milli, row.note)
            for row in stored(ctx, StockMove)}  # fmt: skip
    assert kept == {bag: ("盘点", -1_500, 8_500, "季度盘点"), other: ("盘点", 0, 0, "季度盘点")}


def test_a_count_of_an_earlier_day_leaves_what_came_later(ctx, shop, bag) -> None:
    move(ctx, shop, bag, StockMoveKind.RECEIVED, 4_000, 21)
    (row,) = stocktake_sheet(ctx, shop, DAY)
    assert row.book_milli == 10_000
    save_stocktake(ctx, shop, DAY, [Count(bag, 10_000, 7_000)])
    assert stock(ctx, shop) == {"P001": 11_000}


@pytest.mark.parametrize(
    ("counts", "day", "code"),
    [([], DAY, "stocktake_empty"), ([(9_000, 8_000)], DAY, "stocktake_moved"),
     ([(10_000, 8_000), (10_000, 8_000)], DAY, "stocktake_moved"),
     ([(10_000, -1)], DAY, "stock_quantity_negative"), ([(10_000, 10**12)], DAY, "stock_quantity_absurd"),
     ([(10_000, 8_000)], None, "stock_day_empty"), ([(10_000, 8_000)], date(2999, 1, 1), "stock_day_future")],
)  # fmt: skip
def test_a_stocktake_is_written_whole_or_not_at_all(ctx, shop, bag, counts, day, code: str) -> None:
    other = product(ctx, shop, "P2", "荷包", 0)
    given = [Count(other, 0, 1_000), *(Count(bag, *count) for count in counts)] if counts else []
    with pytest.raises(Refusal) as refusal:
        save_stocktake(ctx, shop, day, given)
    assert refusal.value.code == code
    assert stored(ctx, StockMove) == []


def test_a_count_is_withdrawn_and_never_rewritten(ctx, shop, bag) -> None:
    save_stocktake(ctx, shop, DAY, [Count(bag, 10_000, 8_000)])
    (entry,) = stock_history(ctx, shop, bag)
    with pytest.raises(Refusal) as refusal:
        save_move(ctx, shop, bag, GOOD, entry.entry_id)
    assert refusal.value.code == "stock_counted_kept"
    withdraw_move(ctx, shop, bag, entry.entry_id)
    assert stock(ctx, shop) == {"P001": 10_000}


def test_a_corrected_opening_moves_no_count(ctx, shop, bag) -> None:
    """A count is its difference: what is found out later about an earlier day shifts the stock, as sums do."""
    save_stocktake(ctx, shop, DAY, [Count(bag, 10_000, 8_000)])
    move(ctx, shop, bag, StockMoveKind.RECEIVED, 3_000, 8)
    assert stock(ctx, shop) == {"P001": 11_000}
