"""What is checked of products, processes and moves: what blocks, what is only worth a word."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.goods_check import KnownProduct, MoveForm, ProductForm, check_move, check_process, check_product, signed
from app.domain.vocabulary import StockMoveKind

TODAY = date(2026, 10, 21)
GOOD = ProductForm("P002", "香包", "彝族刺绣", "传统美术", "件", 6_800, 59_000)
KNOWN = (KnownProduct(1, "P001", "彝绣挎包"), KnownProduct(2, "", "荷包"))
MOVE = MoveForm(TODAY, StockMoveKind.LOST, 2_500, "受潮")


def kinds(form: ProductForm) -> list[tuple[str, str, bool]]:
    return [(note.kind, note.column, note.blocks) for note in check_product(form, KNOWN)]


def test_a_good_product_has_no_notes() -> None:
    assert kinds(GOOD) == []


@pytest.mark.parametrize(
    ("change", "kind", "column", "blocks"),
    [
        ({"code": " P001 "}, "product_code_taken", "code", True),
        ({"code": ""}, "product_code_empty", "code", False),
        ({"code": "P" * 31}, "goods_text_long", "code", True),
        ({"name": " "}, "product_name_empty", "name", True),
        ({"name": "彝绣挎包"}, "product_name_shared", "name", False),
        ({"name": "香\u200b包"}, "text_unfit_character", "name", True),
        ({"name": "香\x00包"}, "text_unfit_character", "name", True),
        ({"project": "\u202e彝族刺绣"}, "text_unfit_character", "project", True),
        ({"unit": ""}, "product_unit_empty", "unit", True),
        ({"price_fen": -1}, "worker_amount_negative", "price_fen", True),
        ({"price_fen": 10**14}, "pay_amount_absurd", "price_fen", True),
        ({"opening_stock_milli": -1}, "stock_quantity_negative", "opening_stock_milli", True),
        ({"opening_stock_milli": 10**15}, "stock_quantity_absurd", "opening_stock_milli", True),
    ],
)
def test_what_is_said_of_a_product(change, kind: str, column: str, blocks: bool) -> None:
    assert kinds(replace(GOOD, **change)) == [(kind, column, blocks)]


def test_two_products_without_a_code_cannot_share_a_name() -> None:
    assert ("product_name_taken", "name", True) in kinds(replace(GOOD, code="", name="荷包"))


@pytest.mark.parametrize("name", ["=cmd()", "😀", "ꀋꑳ", "བཀྲ་ཤིས"])
def test_unusual_names_are_names(name: str) -> None:
    assert kinds(replace(GOOD, name=name)) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [("", "process_name_empty"), (" 刺绣 ", "process_name_taken"), ("x" * 61, "goods_text_long")],
)
def test_what_is_said_of_a_process(name: str, kind: str) -> None:
    assert [note.kind for note in check_process(name, ["刺绣"])] == [kind]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"kind": None}, "stock_kind_empty"),
        ({"kind": StockMoveKind.COUNTED}, "stock_kind_empty"),
        ({"day": None}, "stock_day_empty"),
        ({"day": date(2026, 10, 22)}, "stock_day_future"),
        ({"day": date(2999, 1, 1)}, "stock_day_future"),
        ({"day": date(1899, 12, 30)}, "stock_day_old"),
        ({"quantity_milli": 0}, "stock_quantity_empty"),
        ({"quantity_milli": -1}, "stock_quantity_negative"),
        ({"quantity_milli": 10**12}, "stock_quantity_absurd"),
        ({"note": "字" * 201}, "goods_text_long"),
    ],
)
def test_what_is_said_of_a_move(change, kind: str) -> None:
    assert [note.kind for note in check_move(replace(MOVE, **change), TODAY)] == [kind]


@pytest.mark.parametrize(
    ("kind", "stored"),
    [(StockMoveKind.RECEIVED, 2_500), (StockMoveKind.TAKEN, -2_500), (StockMoveKind.LOST, -2_500)],
)
def test_what_goes_out_is_stored_negative(kind: StockMoveKind, stored: int) -> None:
    assert list(check_move(replace(MOVE, kind=kind), TODAY)) == []
    assert signed(replace(MOVE, kind=kind)) == stored
