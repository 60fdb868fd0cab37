"""What can be taken back on a page is told from the journal alone, and put back only where it fits."""

import random
from dataclasses import replace
from datetime import date

import pytest

from app.domain.goods_check import MoveForm, ProductForm
from app.domain.refusal import Refusal
from app.domain.sales_check import SaleForm
from app.domain.stock import Count
from app.domain.vocabulary import StockMoveKind
from app.models.goods import Product, Sale, StockMove
from app.services import page_deeds, processes, products, sales, stock
from app.services.page_deeds import Scope, page_steps
from tests.services.goods import BAG, product
from tests.services.locked_runs import lock_slip

DAY = date(2026, 10, 20)


def stock_now(ctx, shop):
    """Every product's code, name and stock."""
    return [(row.code, row.name, row.stock_milli) for row in products.list_products(ctx, shop, "2026-10")]


def undo(ctx, shop, scope=Scope.PRODUCTS):
    """Take the newest deed back."""
    return page_deeds.take_back(ctx, shop, scope, page_steps(ctx, shop, scope).done[-1])


def redo(ctx, shop, scope=Scope.PRODUCTS):
    return page_deeds.do_again(ctx, shop, scope, page_steps(ctx, shop, scope).undone[-1])


def refused(ctx, shop, scope=Scope.PRODUCTS):
    with pytest.raises(Refusal) as refusal:
        undo(ctx, shop, scope)
    assert refusal.value.text("en")
    return refusal.value.code


def test_random_deeds_go_back_and_forth_to_every_state_they_went_through(ctx, shop):
    chance = random.Random(7)
    numbers = [product(ctx, shop, f"P{at}", f"挎包{at}") for at in range(3)]
    seen, undone, last = [stock_now(ctx, shop)], [], ""
    for at in range(60):
        act = chance.choice(("move", "count", "edit", "undo", "undo", "redo"))
        act = "move" if act == last == "count" else act  # two in one second could be one
        if act == "undo" and len(seen) > 1:
            undo(ctx, shop)
            undone.append(seen.pop())
        elif act == "redo" and undone:
            redo(ctx, shop)
            seen.append(undone.pop())
        elif act not in {"undo", "redo"}:
            write(ctx, shop, act, numbers, at, chance)
            last = act
            seen.append(stock_now(ctx, shop))
            undone.clear()
        assert stock_now(ctx, shop) == seen[-1]
    steps = page_steps(ctx, shop, Scope.PRODUCTS)
    assert (len(steps.done), len(steps.undone)) == (len(seen) - 1 + len(numbers), len(undone))


def write(ctx, shop, act, numbers, at, chance):
    """Something of one product, or of all."""
    number = chance.choice(numbers)
    if act == "move":
        stock.save_move(ctx, shop, number, MoveForm(DAY, StockMoveKind.RECEIVED, 1_000 + at))
    elif act == "edit":
        products.edit_product(ctx, shop, number, replace(BAG, code=f"P{numbers.index(number)}", name=f"名{at}"))
    else:
        books = {row.product_id: row.stock_milli for row in products.list_products(ctx, shop, "2026-10")}
        stock.save_stocktake(ctx, shop, date(2026, 10, 21), [Count(one, books[one], at * 1_000) for one in numbers])


def test_what_others_name_is_not_taken_away(ctx, shop):
    number = product(ctx, shop)
    with ctx.database.write(ctx.user, "elsewhere") as session:
        session.add(Sale(workshop_id=shop, id=7, date="2026-10-20", channel="展会", product_id=number,
                         quantity_milli=1_000, price_fen=100))  # fmt: skip
    assert refused(ctx, shop) == "undo_in_use"
    assert len(stock_now(ctx, shop)) == 1


def test_a_record_of_what_is_gone_is_not_brought_back(ctx, shop):
    number = product(ctx, shop)
    processes.add_process(ctx, shop, number, "刺绣")
    process = processes.list_processes(ctx, shop, number)[0].process_id
    processes.leave_off_process(ctx, shop, process)
    with ctx.database.write(ctx.user, "elsewhere") as session:
        session.get_one(Product, (shop, number)).deleted = 1
    assert refused(ctx, shop) == "undo_without"


def test_a_number_given_again_since_is_not_given_twice(ctx, shop):
    number = product(ctx, shop)
    products.edit_product(ctx, shop, number, ProductForm("P009", "彝绣挎包"))
    with ctx.database.write(ctx.user, "elsewhere") as session:
        session.add(Product(workshop_id=shop, id=8, code="P001", name="另一个"))
    assert refused(ctx, shop) == "undo_taken"
    assert {row[0] for row in stock_now(ctx, shop)} == {"P001", "P009"}


def test_a_process_comes_back_with_its_prices_and_is_told_by_its_product(ctx, shop):
    number = product(ctx, shop)
    processes.add_process(ctx, shop, number, "刺绣")
    processes.leave_off_process(ctx, shop, processes.list_processes(ctx, shop, number)[0].process_id)
    deed = undo(ctx, shop)
    assert (deed.table, deed.record, deed.more) == ("process", ("彝绣挎包", "刺绣"), 0)
    assert [row.name for row in processes.list_processes(ctx, shop, number)] == ["刺绣"]


def test_wages_locked_leave_sales_free(ctx, shop, hire):
    form = SaleForm(DAY, "展会", "", product(ctx, shop), 1_000, 100, 0, "")
    sales.add_sale(ctx, shop, form)
    lock_slip(ctx, shop, hire("01"), "2026-10")
    assert undo(ctx, shop, Scope.SALES).table == "sale"


def test_another_person_and_another_page_have_their_own(ctx, shop):
    product(ctx, shop)
    assert page_steps(replace(ctx, user="别人"), shop, Scope.PRODUCTS).done == ()
    assert page_steps(ctx, shop, Scope.SALES).done == ()
    assert len(page_steps(ctx, shop, Scope.PRODUCTS).done) == 1


def test_an_order_file_goes_back_whole(ctx, shop, monkeypatch):
    number = product(ctx, shop)
    with ctx.database.write(ctx.user, "import.sales") as session:
        session.add_all(
            Sale(workshop_id=shop, id=at, date="2026-10-20", channel="展会", product_id=number, order_no=f"D{at}",
                 quantity_milli=1_000, price_fen=100)
            for at in range(100, 400)
        )  # fmt: skip
    assert undo(ctx, shop, Scope.SALES).more == 299
    monkeypatch.setattr(page_deeds, "_LOOKED_BACK", 350)
    assert page_steps(ctx, shop, Scope.SALES).undone == ()  # its beginning lies too far back
    monkeypatch.undo()
    redo(ctx, shop, Scope.SALES)
    with ctx.database.read() as session:
        assert session.query(Sale).filter_by(deleted=0).count() == 300


def test_a_count_of_everything_is_one_deed(ctx, shop):
    numbers = [product(ctx, shop, code) for code in ("P1", "P2", "P3")]
    stock.save_stocktake(ctx, shop, DAY, [Count(one, 10_000, 9_000) for one in numbers])
    deed = undo(ctx, shop)
    assert (deed.table, deed.more) == ("stock_move", 2)
    with ctx.database.read() as session:
        assert session.query(StockMove).filter_by(deleted=0).count() == 0
