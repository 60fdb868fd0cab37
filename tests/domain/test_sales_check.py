"""What no sale can be, at its field; the product a file means."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.sales_check import SaleForm, amount_fen, check_sale, tidied
from app.domain.sales_find import ProductChoice, named

TODAY = date(2026, 10, 21)
CHANNELS = ("展会", "直播")
GIVEN = SaleForm(date(2026, 10, 8), "展会", "文博会", 901, 2000, 12_880, 0, "D1")
GOODS = (
    ProductChoice(1, "P001", "彝绣挎包", "件", 12_880),
    ProductChoice(2, "P002", "刺绣披毡", "件", None),
    ProductChoice(3, "", "香包", "个", 6_800),
)


def found(**change: object) -> list[tuple[str, str]]:
    form = tidied(replace(GIVEN, **change))  # type: ignore[arg-type]
    return [(note.kind, note.column) for note in check_sale(form, CHANNELS, TODAY) if note.blocks]


def test_a_good_sale_has_no_notes() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("change", "kind", "column"),
    [
        ({"day": None}, "sale_day_empty", "day"),
        ({"day": date(1899, 12, 31)}, "sale_day_early", "day"),
        ({"day": date(2999, 1, 1)}, "sale_day_late", "day"),
        ({"day": date(2026, 11, 22)}, "sale_day_late", "day"),
        ({"channel": ""}, "sale_channel_empty", "channel"),
        ({"channel": "集市"}, "sale_channel_unknown", "channel"),
        ({"event": "字" * 61}, "sale_text_long", "event"),
        ({"event": "文\u202e博会"}, "text_unfit_character", "event"),
        ({"product_id": None}, "sale_product_empty", "product_id"),
        ({"quantity_milli": None}, "sale_quantity_empty", "quantity_milli"),
        ({"quantity_milli": 0}, "sale_quantity_positive", "quantity_milli"),
        ({"quantity_milli": 10**15}, "sale_quantity_most", "quantity_milli"),
        ({"price_fen": None}, "sale_price_empty", "price_fen"),
        ({"price_fen": -1}, "sale_price_negative", "price_fen"),
        ({"price_fen": 10**14}, "sale_price_most", "price_fen"),
        ({"quantity_milli": 10_000_000, "price_fen": 10_001}, "sale_amount_most", "price_fen"),
        ({"returned_milli": -1}, "sale_returned_negative", "returned_milli"),
        ({"returned_milli": 2001}, "sale_returned_most", "returned_milli"),
        ({"order_no": "D" * 61}, "sale_text_long", "order_no"),
        ({"order_no": "D\0001"}, "text_unfit_character", "order_no"),
    ],
)
def test_what_no_sale_can_be_is_said_at_its_field(change: dict[str, object], kind: str, column: str) -> None:
    assert found(**change) == [(kind, column)]


def test_a_day_31_days_ahead_is_taken() -> None:
    assert found(day=date(2026, 11, 21)) == []


def test_the_bound_of_a_lines_amount_is_included() -> None:
    assert found(quantity_milli=10_000_000, price_fen=10_000) == []


def test_blanks_and_full_width_forms_of_an_order_number_are_folded() -> None:
    assert tidied(replace(GIVEN, order_no=" Ｄ 1\t")).order_no == "D1"


@pytest.mark.parametrize(("milli", "fen", "amount"), [(1500, 333, 500), (1, 500, 1), (1, 499, 0), (2000, 0, 0)])
def test_a_line_is_rounded_once_half_up(milli: int, fen: int, amount: int) -> None:
    assert amount_fen(milli, fen) == amount


def test_a_file_names_a_product_by_its_whole_code_or_name() -> None:
    assert [one.product_id for one in named(GOODS, " p001 ")] == [1]
    assert [one.product_id for one in named(GOODS, "香包")] == [3]
    assert named(GOODS, "包") == ()
