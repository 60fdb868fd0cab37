"""Processes of a product: added, renamed, left off with their prices, kept while pieces refer to them."""

from datetime import date

import pytest

from app.domain.ids import derived_id
from app.domain.pay_check import FieldRefusal, PriceForm
from app.domain.refusal import Refusal
from app.models.work import PieceEntry
from app.services.piece_prices import add_price, list_prices
from app.services.processes import add_process, leave_off_process, list_processes, product_prices, rename_process
from tests.services.goods import product


@pytest.fixture
def bag(ctx, shop) -> int:
    """A product with one process."""
    number = product(ctx, shop)
    add_process(ctx, shop, number, "刺绣")
    return number


def names(ctx, shop: int, bag: int) -> dict[str, int]:
    return {row.name: row.process_id for row in list_processes(ctx, shop, bag)}


def test_a_process_has_the_identity_a_book_would_give_it(ctx, shop, bag) -> None:
    assert names(ctx, shop, bag) == {"刺绣": derived_id(shop, "process", bag, "刺绣")}


@pytest.mark.parametrize(("name", "code"), [(" 刺绣", "process_name_taken"), (" ", "process_name_empty")])
def test_a_name_missing_or_taken_is_refused(ctx, shop, bag, name: str, code: str) -> None:
    with pytest.raises(FieldRefusal) as refusal:
        add_process(ctx, shop, bag, name)
    assert refusal.value.code == code
    assert list(names(ctx, shop, bag)) == ["刺绣"]


def test_a_renamed_process_keeps_its_number_and_another_may_take_its_name(ctx, shop, bag) -> None:
    number = names(ctx, shop, bag)["刺绣"]
    rename_process(ctx, shop, number, "手工刺绣")
    add_process(ctx, shop, bag, "刺绣")
    found = names(ctx, shop, bag)
    assert found["手工刺绣"] == number
    assert found["刺绣"] != number
    with pytest.raises(FieldRefusal):
        rename_process(ctx, shop, number, "刺绣")


def test_prices_in_force_stand_beside_the_process_and_go_with_it(ctx, shop, bag) -> None:
    number = names(ctx, shop, bag)["刺绣"]
    other = product(ctx, shop, "P2", "荷包")
    add_process(ctx, shop, other, "锁边")
    for since, price in ((date(2026, 1, 1), 20_000), (date(2026, 10, 1), 23_500), (date(2026, 12, 1), 30_000)):
        add_price(ctx, shop, PriceForm(number, "A", since, price))
    assert list_processes(ctx, shop, bag)[0].prices == (("A", 23_500),)
    view = product_prices(ctx, shop, bag)
    assert ([row.price_e4 for row in view.rows], len(view.processes)) == ([30_000, 23_500, 20_000], 1)
    leave_off_process(ctx, shop, number)
    assert list_prices(ctx, shop).rows == ()
    assert names(ctx, shop, bag) == {}


def test_a_process_left_off_comes_back_under_its_name(ctx, shop, bag) -> None:
    number = names(ctx, shop, bag)["刺绣"]
    leave_off_process(ctx, shop, number)
    add_process(ctx, shop, bag, "刺绣")
    assert names(ctx, shop, bag) == {"刺绣": number}
    assert list_processes(ctx, shop, bag)[0].prices == ()


def test_pieces_keep_their_process_and_are_named(ctx, shop, bag) -> None:
    number = names(ctx, shop, bag)["刺绣"]
    with ctx.database.write(ctx.user, "test") as session:
        for at, day in enumerate(("2026-09-30", "2026-10-08")):
            session.add(PieceEntry(workshop_id=shop, id=at + 1, date=day, process_id=number, good_milli=1_000))
    with pytest.raises(Refusal) as refusal:
        leave_off_process(ctx, shop, number)
    assert refusal.value.code == "process_in_use"
    assert all(part in refusal.value.text() for part in ("2026-09-30", "2026-10-08", "2 条"))
    assert list(names(ctx, shop, bag)) == ["刺绣"]


@pytest.mark.parametrize("act", [lambda c, s: rename_process(c, s, 1, "x"), lambda c, s: leave_off_process(c, s, 1)])
def test_a_process_that_is_gone_is_refused(ctx, shop, act) -> None:
    with pytest.raises(Refusal) as refusal:
        act(ctx, shop)
    assert refusal.value.code == "process_missing"
