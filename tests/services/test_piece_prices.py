"""Piece prices: one for each process, grade and day."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.pay_check import PriceForm
from app.domain.refusal import Refusal
from app.models.goods import Process, Product
from app.services.piece_prices import add_price, list_prices, withdraw_price
from tests.services.locked_runs import lock_slip

PRICE = PriceForm(911, "A", date(2026, 1, 1), 23_500)


@pytest.fixture
def goods(ctx, shop):
    """A product with two processes."""
    with ctx.database.write(ctx.user, "test") as session:
        session.add(Product(workshop_id=shop, id=901, name="彝绣挎包"))
        session.add(Process(workshop_id=shop, id=911, product_id=901, name="刺绣"))
        session.add(Process(workshop_id=shop, id=912, product_id=901, name="锁边"))
    return shop


def test_the_newest_price_begun_is_in_force(ctx, goods):
    for month in (1, 10, 11):
        add_price(ctx, goods, replace(PRICE, valid_from=date(2026, month, 1)))
    add_price(ctx, goods, replace(PRICE, grade="B"))
    view = list_prices(ctx, goods)
    assert [(row.grade, row.valid_from.month, row.in_force) for row in view.rows] == [
        ("A", 11, False),
        ("A", 10, True),
        ("A", 1, False),
        ("B", 1, True),
    ]
    assert [row.process for row in view.processes] == ["刺绣", "锁边"]


@pytest.mark.parametrize(
    ("change", "code"),
    [({}, "price_date_taken"), ({"grade": "B", "price_e4": -1}, "worker_amount_negative"),
     ({"process_id": 913}, "process_missing")],
)  # fmt: skip
def test_what_is_refused(ctx, goods, change, code):
    add_price(ctx, goods, PRICE)
    with pytest.raises(Refusal) as refusal:
        add_price(ctx, goods, replace(PRICE, **change))
    assert refusal.value.code == code
    assert len(list_prices(ctx, goods).rows) == 1


def test_a_withdrawn_price_can_be_set_again(ctx, goods):
    add_price(ctx, goods, PRICE)
    withdraw_price(ctx, goods, 911, "A", PRICE.valid_from)
    assert list_prices(ctx, goods).rows == ()
    with pytest.raises(Refusal):
        withdraw_price(ctx, goods, 911, "A", PRICE.valid_from)
    add_price(ctx, goods, replace(PRICE, price_e4=30_000))
    assert [row.price_e4 for row in list_prices(ctx, goods).rows] == [30_000]


def test_a_locked_month_is_said(ctx, goods, hire):
    lock_slip(ctx, goods, hire("01"), "2026-09")
    assert [note.kind for note in add_price(ctx, goods, PRICE).notes] == ["pay_month_locked"]
    assert add_price(ctx, goods, replace(PRICE, valid_from=date(2026, 10, 1))).notes == ()
