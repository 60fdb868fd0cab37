"""Products: typed in, corrected, refused twice over, pictured, and deleted only where nothing refers to them."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from app.domain.pay_check import FieldRefusal
from app.domain.refusal import Refusal
from app.domain.vocabulary import StockMoveKind
from app.models.goods import Process, Product, Sale
from app.models.work import PieceEntry
from app.services import products
from app.services.products import add_product, edit_product, list_products, product_draft, remove_product
from app.services.workshops import create_workshop
from tests.services.goods import BAG, move, product, seller

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)


def codes(ctx, shop: int) -> list[str]:
    return [row.code for row in list_products(ctx, shop, "2026-10")]


def test_a_product_comes_back_as_it_was_typed(ctx, shop) -> None:
    number = add_product(ctx, shop, replace(BAG, name="  彝绣  挎包 ")).product_id
    draft = product_draft(ctx, shop, number)
    assert draft.form == replace(BAG, name="彝绣 挎包")
    assert "传统美术" in draft.categories
    row = products.product_row(ctx, shop, number)
    assert (row.code, row.stock_milli, row.value_fen) == ("P001", 10_000, 168_000)


def test_the_list_goes_by_code_and_ends_with_those_without(ctx, shop) -> None:
    for code, name in (("P10", "十"), ("", "无"), ("P2", "二")):
        product(ctx, shop, code, name)
    assert codes(ctx, shop) == ["P2", "P10", ""]


@pytest.mark.parametrize(
    ("change", "code"),
    [({"name": "别的"}, "product_code_taken"), ({"code": "P9", "name": ""}, "product_name_empty"),
     ({"code": "P9", "price_fen": -1}, "worker_amount_negative"),
     ({"code": "P9", "opening_stock_milli": 10**12}, "stock_quantity_absurd")],
)  # fmt: skip
def test_what_is_refused_and_nothing_is_saved(ctx, shop, change, code: str) -> None:
    add_product(ctx, shop, BAG)
    with pytest.raises(FieldRefusal) as refusal:
        add_product(ctx, shop, replace(BAG, **change))
    assert refusal.value.code == code
    assert codes(ctx, shop) == ["P001"]


def test_a_product_does_not_clash_with_itself_and_with_another_workshops(ctx, shop) -> None:
    number = add_product(ctx, shop, BAG).product_id
    assert edit_product(ctx, shop, number, replace(BAG, price_fen=None)).notes == ()
    other = create_workshop(ctx, "另一工坊", "513431").workshop_id
    assert add_product(ctx, other, BAG).notes == ()
    with pytest.raises(Refusal) as refusal:
        edit_product(ctx, other, number + 1, BAG)
    assert refusal.value.code == "product_missing"


def test_a_shared_name_is_said_and_saved(ctx, shop) -> None:
    product(ctx, shop, "P1", "挎包")
    saved = add_product(ctx, shop, replace(BAG, code="P2", name="挎包"))
    assert [note.kind for note in saved.notes] == ["product_name_shared"]
    assert len(codes(ctx, shop)) == 2


def test_a_code_once_deleted_can_be_used_again(ctx, shop) -> None:
    number = add_product(ctx, shop, BAG).product_id
    remove_product(ctx, shop, number)
    assert codes(ctx, shop) == []
    assert add_product(ctx, shop, replace(BAG, name="新挎包")).product_id == number
    assert [row.name for row in list_products(ctx, shop, "2026-10")] == ["新挎包"]


def test_another_product_takes_a_code_that_was_changed(ctx, shop) -> None:
    first = add_product(ctx, shop, BAG).product_id
    edit_product(ctx, shop, first, replace(BAG, code="P001-旧"))
    second = add_product(ctx, shop, BAG).product_id
    assert first != second
    assert sorted(codes(ctx, shop)) == ["P001", "P001-旧"]


def test_a_category_no_list_has_can_still_be_chosen(ctx, shop) -> None:
    number = add_product(ctx, shop, replace(BAG, category="手工")).product_id
    assert product_draft(ctx, shop, number).categories[-1] == "手工"
    assert "手工" not in product_draft(ctx, shop).categories


def test_what_refers_to_a_product_keeps_it_and_is_named(ctx, shop) -> None:
    number = product(ctx, shop)
    seller(ctx, shop)(number, "2026-10-01", 1_000)
    move(ctx, shop, number, StockMoveKind.RECEIVED, 5_000)
    with ctx.database.write(ctx.user, "test") as session:
        session.add(Process(workshop_id=shop, id=911, product_id=number, name="刺绣"))
        session.add(PieceEntry(workshop_id=shop, id=1, date="2026-10-08", process_id=911, good_milli=1_000))
    with pytest.raises(Refusal) as refusal:
        remove_product(ctx, shop, number)
    text = refusal.value.text()
    assert all(part in text for part in ("1 道工序", "1 条计件", "1 条销售", "1 条出入库"))
    assert "1 sale" in refusal.value.text("en")
    assert codes(ctx, shop) == ["P001"]


def test_what_was_deleted_refers_no_more(ctx, shop) -> None:
    number = product(ctx, shop)
    seller(ctx, shop)(number, "2026-10-01", 1_000)
    with ctx.database.write(ctx.user, "test") as session:
        session.execute(update(Sale).values(deleted=1))
    remove_product(ctx, shop, number)
    with ctx.database.read() as session:
        assert session.get(Product, (shop, number)).deleted == 1


def test_a_picture_is_kept_and_taken_off(ctx, shop, tmp_path: Path) -> None:
    number = product(ctx, shop)
    file = tmp_path / "bag.png"
    file.write_bytes(PNG)
    name = products.set_picture(ctx, shop, number, file)
    assert products.product_picture(ctx, shop, number) == PNG
    assert products.product_row(ctx, shop, number).picture == name
    products.remove_picture(ctx, shop, number)
    with pytest.raises(Refusal) as refusal:
        products.product_picture(ctx, shop, number)
    assert refusal.value.code == "product_picture_none"


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"%PDF-1.4 %%EOF", "product_picture_kind"), (b"no picture", "picture_unreadable"),
     (PNG[:30], "picture_unreadable"), (b"\x89PNG" + b"x" * (8 << 20), "picture_too_large")],
)  # fmt: skip
def test_what_is_no_picture_is_refused(ctx, shop, tmp_path: Path, content: bytes, code: str) -> None:
    number = product(ctx, shop)
    file = tmp_path / "bag.jpg"
    file.write_bytes(content)
    with pytest.raises(Refusal) as refusal:
        products.set_picture(ctx, shop, number, file)
    assert refusal.value.code == code
    assert products.product_row(ctx, shop, number).picture == ""


def test_a_missing_file_is_named(ctx, shop, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        products.set_picture(ctx, shop, product(ctx, shop), tmp_path / "none.jpg")
    assert "none.jpg" in refusal.value.text()


def test_the_list_costs_the_same_for_many_products(ctx, shop, statements) -> None:
    product(ctx, shop)
    with statements() as few:
        list_products(ctx, shop, "2026-10")
    for at in range(20):
        product(ctx, shop, f"X{at}", f"产品{at}")
    with statements() as many:
        list_products(ctx, shop, "2026-10")
    assert len(many) == len(few)
