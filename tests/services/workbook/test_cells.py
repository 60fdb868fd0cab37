"""Numbers without float: shortest decimals, exact scaling, bounds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.bounds import MOST_PRICE_E4
from app.services.workbook import cells
from app.services.workbook.problems import BadCell


@given(st.integers(0, MOST_PRICE_E4))
def test_a_price_cell_of_four_decimals_comes_back_exactly(e4):
    assert cells.price(e4 / 10_000) == e4


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_money_as_text_or_number_is_the_same_fen(yuan, fen):
    text = f"{yuan}.{fen:02d}"
    assert cells.yuan(text) == cells.yuan(float(text)) == yuan * 100 + fen


@pytest.mark.parametrize("value", [0.1 + 0.2, 26.099999999999998, 1e-7])
def test_noise_of_a_formula_is_refused_with_the_rounded_value(value):
    with pytest.raises(BadCell) as bad:
        cells.yuan(value)
    assert bad.value.kind == "book_too_precise"
    assert Decimal(str(bad.value.params["rounded"])) == round(Decimal(repr(value)), 2)


@pytest.mark.parametrize("value", [float("inf"), float("nan"), "1e5", "1,2,3", "", "12元", object(), True])
def test_what_is_no_number(value):
    with pytest.raises(BadCell) as bad:
        cells.quantity(value)
    assert bad.value.kind == "book_not_number"


@pytest.mark.parametrize(
    ("value", "text"), [(3, "3"), (3.0, "3"), (2.5, "2.5"), (1e15, "1000000000000000"), (" 三 村\n", "三 村")]
)
def test_a_number_in_a_text_column_is_its_digits(value, text):
    assert cells.words()(value) == text


@pytest.mark.parametrize(
    ("value", "char"),
    [("a\0b", "U+0000"), ("\ud800", "U+D800"), ("王\u200b古", "U+200B"), ("古\u202e", "U+202E"), ("\ue000", "U+E000")],
)
def test_text_that_cannot_be_kept_names_its_character(value, char):
    with pytest.raises(BadCell) as bad:
        cells.guard(value)
    assert (bad.value.kind, bad.value.params) == ("book_bad_characters", {"char": char})


def test_rare_characters_and_other_scripts_are_kept():
    for name in ("𠮷𬀩", "ꆈꌠꉙ", "བོད་ཡིག", "ئۇيغۇرچە"):
        cells.guard(name)
        assert cells.words()(name) == name
