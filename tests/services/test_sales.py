"""Sales: typed in, corrected, given back, deleted with a reason; sums against an independent one."""

import random
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy import func, insert, select, update

from app.domain.pay_check import FieldRefusal
from app.domain.refusal import Refusal
from app.domain.sales_check import SaleForm
from app.models.goods import Product, Sale
from app.models.local import Journal
from app.services import sales, sales_view
from app.services.sales_view import DELETED, SumBy

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
BAG, SHAWL = 901, 902
GIVEN = SaleForm(date(2026, 10, 8), "展会", "义乌文博会", BAG, 2000, 12_880, 0, "D100")


@pytest.fixture(autouse=True)
def _goods(ctx, shop):
    with ctx.database.write("阿依", "test") as session:
        session.add(Product(workshop_id=shop, id=BAG, code="P001", name="彝绣挎包", price_fen=12_880))
        session.add(Product(workshop_id=shop, id=SHAWL, code="P002", name="刺绣披毡", price_fen=26_800))


def view(ctx, shop):
    return sales_view.sales_between(ctx, shop, FIRST, LAST)


def refused(fault: pytest.ExceptionInfo[FieldRefusal]) -> tuple[str, str]:
    return fault.value.code, fault.value.notes[0].column


def test_a_sale_is_listed_with_what_it_comes_to(ctx, shop):
    row = sales.add_sale(ctx, shop, GIVEN).row
    assert (row.code, row.amount_fen, row.net_fen) == ("P001", 25_760, 25_760)
    assert view(ctx, shop).rows == (row,)
    assert view(ctx, shop).sums.amount_fen == 25_760


def test_an_order_number_is_taken_once_and_the_refusal_names_the_sale(ctx, shop):
    sales.add_sale(ctx, shop, GIVEN)
    with pytest.raises(FieldRefusal) as fault:
        sales.add_sale(ctx, shop, replace(GIVEN, order_no="Ｄ 100", product_id=SHAWL))
    assert refused(fault) == ("sale_order_taken", "order_no")
    assert all(word in fault.value.text() for word in ("D100", "2026-10-08", "展会", "彝绣挎包", "2 件"))
    assert view(ctx, shop).sums.lines == 1


def test_an_order_number_of_a_deleted_sale_is_free_again(ctx, shop):
    row = sales.add_sale(ctx, shop, GIVEN).row
    sales.delete_sale(ctx, shop, row.sale_id, "重复登记")
    again = sales.add_sale(ctx, shop, GIVEN).row
    assert (again.sale_id, again.source) == (row.sale_id, "")


def test_a_further_product_of_an_order_is_one_order(ctx, shop):
    sales.add_sale(ctx, shop, GIVEN)
    sales.add_sale(ctx, shop, replace(GIVEN, product_id=SHAWL), same_order=True)
    assert (view(ctx, shop).sums.lines, view(ctx, shop).sums.orders) == (2, 1)


@pytest.mark.parametrize(
    ("change", "code"),
    [({"day": date(2026, 10, 9)}, "sale_order_other"), ({"product_id": BAG}, "sale_order_product")],
)
def test_a_further_line_must_belong_to_its_order(ctx, shop, change, code):
    sales.add_sale(ctx, shop, GIVEN)
    with pytest.raises(FieldRefusal) as fault:
        sales.add_sale(ctx, shop, replace(replace(GIVEN, product_id=SHAWL), **change), same_order=True)
    assert fault.value.code == code


def test_two_sales_alike_without_a_number_are_two(ctx, shop):
    ids = {sales.add_sale(ctx, shop, replace(GIVEN, order_no="")).row.sale_id for _ in range(2)}
    assert len(ids) == 2
    assert view(ctx, shop).sums.orders == 2


def test_an_edit_may_keep_its_own_order_number_and_an_old_channel(ctx, shop):
    row = sales.add_sale(ctx, shop, GIVEN).row
    with ctx.database.write("阿依", "test") as session:
        session.get_one(Sale, (shop, row.sale_id)).channel = "集市"
    form = replace(GIVEN, channel="集市", quantity_milli=3500)
    assert sales.edit_sale(ctx, shop, row.sale_id, form).row.amount_fen == 45_080


def test_an_edit_cannot_take_anothers_order_number(ctx, shop):
    sales.add_sale(ctx, shop, GIVEN)
    other = sales.add_sale(ctx, shop, replace(GIVEN, order_no="D101")).row
    with pytest.raises(FieldRefusal) as fault:
        sales.edit_sale(ctx, shop, other.sale_id, GIVEN)
    assert fault.value.code == "sale_order_taken"


def test_returns_are_noted_partly_and_never_above_what_was_sold(ctx, shop):
    row = sales.add_sale(ctx, shop, GIVEN).row
    assert sales.return_sale(ctx, shop, row.sale_id, 500).row.net_fen == 25_760 - 6_440
    with pytest.raises(FieldRefusal) as fault:
        sales.return_sale(ctx, shop, row.sale_id, 2001)
    assert refused(fault) == ("sale_returned_most", "returned_milli")
    assert view(ctx, shop).sums.returned_milli == 500


def test_a_deleted_sale_leaves_the_sums_and_keeps_its_reason(ctx, shop):
    row = sales.add_sale(ctx, shop, GIVEN).row
    sales.delete_sale(ctx, shop, row.sale_id, " 重复  登记 ")
    assert view(ctx, shop).sums.lines == 0
    (gone,) = sales_view.deleted_sales(ctx, shop, FIRST, LAST)
    assert gone.source == f"{DELETED}重复 登记"
    assert sales.restore_sale(ctx, shop, row.sale_id).row == row
    with pytest.raises(Refusal):
        sales.restore_sale(ctx, shop, row.sale_id)


def test_a_deleted_sale_does_not_come_back_beside_one_of_its_number(ctx, shop):
    row = sales.add_sale(ctx, shop, GIVEN).row
    sales.delete_sale(ctx, shop, row.sale_id, "错")
    sales.add_sale(ctx, shop, replace(GIVEN, event="另一场"))
    with pytest.raises(FieldRefusal) as fault:
        sales.restore_sale(ctx, shop, row.sale_id)
    assert fault.value.code == "sale_order_product"


@pytest.mark.parametrize(
    ("reason", "code"), [("  ", "sale_reason_empty"), ("长" * 101, "sale_text_long"), ("\0", "text_unfit_character")]
)
def test_a_deletion_needs_a_reason_that_can_be_kept(ctx, shop, reason, code):
    row = sales.add_sale(ctx, shop, GIVEN).row
    with pytest.raises(FieldRefusal) as fault:
        sales.delete_sale(ctx, shop, row.sale_id, reason)
    assert fault.value.code == code
    assert view(ctx, shop).sums.lines == 1


@pytest.mark.parametrize("act", ["edit", "return", "delete"])
def test_a_sale_that_is_gone_is_refused(ctx, shop, act):
    calls = {
        "edit": lambda: sales.edit_sale(ctx, shop, 1, GIVEN),
        "return": lambda: sales.return_sale(ctx, shop, 1, 1000),
        "delete": lambda: sales.delete_sale(ctx, shop, 1, "错"),
    }
    with pytest.raises(Refusal) as fault:
        calls[act]()
    assert fault.value.code == "sale_missing"


def test_a_product_that_is_gone_is_refused_at_its_field(ctx, shop):
    with pytest.raises(FieldRefusal) as fault:
        sales.add_sale(ctx, shop, replace(GIVEN, product_id=77))
    assert refused(fault) == ("sale_product_missing", "product_id")


def test_what_is_refused_writes_nothing(ctx, shop):
    with ctx.database.read() as session:
        before = session.scalar(select(func.max(Journal.pos)))
    with pytest.raises(FieldRefusal):
        sales.add_sale(ctx, shop, replace(GIVEN, quantity_milli=10**12 * 1000))
    with ctx.database.read() as session:
        assert session.scalar(select(func.max(Journal.pos))) == before


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [(LAST, FIRST, "sales_span_wrong"), (date(1999, 1, 1), LAST, "sales_span_long")],
)
def test_an_impossible_span_is_refused(ctx, shop, first, last, code):
    with pytest.raises(Refusal) as fault:
        sales_view.sales_between(ctx, shop, first, last)
    assert fault.value.code == code


def some_sales(ctx, shop, count=300):
    """Random lines of three months, half of them in orders; each as (month, channel, event, product, …)."""
    chance = random.Random(11)
    with ctx.database.write("阿依", "test") as session:
        made = [
            {
                "workshop_id": shop,
                "id": at + 1,
                "date": f"2026-{chance.choice(('08', '09', '10'))}-{chance.randint(1, 30):02d}",
                "channel": chance.choice(("展会", "直播", "景区")),
                "event": chance.choice(("", "购物节")),
                "product_id": chance.choice((BAG, SHAWL)),
                "quantity_milli": (sold := chance.randint(1, 9999)),
                "price_fen": chance.randint(0, 99_999),
                "returned_milli": chance.choice((0, 0, chance.randint(0, sold))),
                "order_no": chance.choice(("", f"D{chance.randint(1, 90)}")),
            }
            for at in range(count)
        ]
        session.execute(insert(Sale), made)
        session.execute(update(Sale).where(Sale.id % 10 == 0).values(deleted=1))
    return [one for one in made if one["id"] % 10]


def by_hand(lines):
    """Orders, pieces, amount, returned pieces and amount with exact fractions."""

    def fen(milli, price):
        return int(Fraction(milli * price, 1000) + Fraction(1, 2))

    orders = len({one["order_no"] for one in lines} - {""}) + sum(not one["order_no"] for one in lines)
    return (
        len(lines),
        orders,
        sum(one["quantity_milli"] for one in lines),
        sum(fen(one["quantity_milli"], one["price_fen"]) for one in lines),
        sum(one["returned_milli"] for one in lines),
        sum(fen(one["returned_milli"], one["price_fen"]) for one in lines),
    )


def figures(sums):
    return (
        sums.lines,
        sums.orders,
        sums.quantity_milli,
        sums.amount_fen,
        sums.returned_milli,
        sums.returned_fen,
    )


def test_the_sums_of_a_span_agree_with_the_hand(ctx, shop):
    lines = [one for one in some_sales(ctx, shop) if one["date"].startswith("2026-10")]
    assert figures(view(ctx, shop).sums) == by_hand(lines)
    assert sum(row.net_fen for row in view(ctx, shop).rows) == view(ctx, shop).sums.net_fen


@pytest.mark.parametrize(("by", "column"), [(SumBy.CHANNEL, "channel"), (SumBy.EVENT, "event")])
def test_each_group_agrees_with_the_hand(ctx, shop, by, column):
    lines = [one for one in some_sales(ctx, shop) if one["date"].startswith("2026-10")]
    found = {one.name: figures(one.sums) for one in sales_view.sums_by(ctx, shop, FIRST, LAST, by)}
    assert found == {
        name: by_hand([one for one in lines if one[column] == name]) for name in {one[column] for one in lines}
    }


def test_products_are_summed_under_code_and_name(ctx, shop):
    lines = [one for one in some_sales(ctx, shop) if one["date"].startswith("2026-10")]
    found = {one.name: figures(one.sums) for one in sales_view.sums_by(ctx, shop, FIRST, LAST, SumBy.PRODUCT)}
    assert found == {
        "P001 彝绣挎包": by_hand([one for one in lines if one["product_id"] == BAG]),
        "P002 刺绣披毡": by_hand([one for one in lines if one["product_id"] == SHAWL]),
    }


def test_twelve_months_are_listed_those_without_sales_too(ctx, shop):
    lines = some_sales(ctx, shop)
    months = sales_view.month_sums(ctx, shop, "2026-10")
    assert [one.name for one in months][::11] == ["2025-11", "2026-10"]
    assert figures(months[9].sums) == by_hand([one for one in lines if one["date"].startswith("2026-08")])
    assert months[0].sums.lines == 0


def test_more_lines_than_are_listed_are_still_summed(ctx, shop, monkeypatch):
    monkeypatch.setattr(sales_view, "MOST_ROWS", 5)
    some_sales(ctx, shop)
    found = view(ctx, shop)
    assert len(found.rows) == 5
    assert not found.whole
    assert found.sums.lines > 5


def test_a_month_takes_two_statements_however_many_lines(ctx, shop, statements):
    some_sales(ctx, shop)
    with statements() as sent:
        view(ctx, shop)
    assert len([one for one in sent if one.startswith("SELECT")]) == 2


def test_the_choices_are_the_packs_channels_the_earlier_events_and_the_products(ctx, shop):
    sales.add_sale(ctx, shop, replace(GIVEN, event="县赶集", order_no="", day=date(2026, 10, 1)))
    sales.add_sale(ctx, shop, GIVEN)
    choices = sales_view.sale_choices(ctx, shop)
    assert choices.channels[0] == "线下门店"
    assert choices.events == ("义乌文博会", "县赶集")
    assert [one.code for one in choices.products] == ["P001", "P002"]
