"""Exact money: rounding once, splitting, reading, writing, capitals."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import (
    capitals,
    cell_text,
    decimal_text,
    exact_text,
    half_up,
    parse_yuan,
    price_text,
    scaled,
    split,
    yuan,
)


@pytest.mark.parametrize(("top", "bottom", "rounded"), [(5, 2, 3), (-5, 2, -3), (249, 100, 2), (1, 3, 0), (2, 3, 1)])
def test_halves_go_up(top, bottom, rounded):
    assert half_up(top, bottom) == rounded


@given(st.integers(-(10**15), 10**15), st.integers(1, 10**9))
def test_rounding_is_never_off_by_more_than_half(top, bottom):
    assert abs(half_up(top, bottom) - Fraction(top, bottom)) <= Fraction(1, 2)


def test_a_thousand_yuan_by_the_weights_of_the_rules():
    assert split(100_000, [7_500, 6_000, 4_250]) == [42_253, 33_803, 23_944]


def test_a_tie_goes_to_the_earlier_name():
    assert split(100, [1, 1, 1]) == [34, 33, 33]
    assert split(2, [1, 1, 1, 1]) == [1, 1, 0, 0]


@given(st.integers(0, 10**12), st.lists(st.integers(0, 10**6), min_size=1, max_size=40).filter(any))
def test_parts_make_the_whole(total, weights):
    parts = split(total, weights)
    assert sum(parts) == total
    exact = (Fraction(total * weight, sum(weights)) for weight in weights)
    assert all(abs(part - share) < 1 for part, share in zip(parts, exact, strict=True))


@pytest.mark.parametrize("weights", [[0, 0], [2, -1]])
def test_there_must_be_something_to_share_by(weights):
    with pytest.raises(ValueError, match="weights"):
        split(100, weights)


@pytest.mark.parametrize(
    ("text", "places", "value"),
    [
        ("7.0808", 4, 70_808),
        ("1,234.50", 2, 123_450),
        ("-3", 2, -300),
        ("１２．５", 1, 125),
        (" 2.500 ", 2, 250),
        ("5.", 2, 500),
    ],
)
def test_decimals_are_read_exactly(text, places, value):
    assert scaled(text, places) == value


@pytest.mark.parametrize("text", ["", "1.005", "12,34", "1e3", "¥5", "1.2.3", "--1", "１．００５", "五"])
def test_what_is_no_amount_is_not_guessed(text):
    with pytest.raises(ValueError, match=r".*"):
        parse_yuan(text)


@pytest.mark.parametrize(
    ("cell", "text"), [(0.1, "0.1"), (2.35, "2.35"), (1e-05, "0.00001"), (1e16, "10000000000000000"), (18, "18"),
                       (Decimal("2.50"), "2.50"), (" 7.5 ", "7.5"), (130.1 * 3, "390.29999999999995")]
)  # fmt: skip
def test_a_number_cell_is_its_shortest_decimal(cell, text):
    assert cell_text(cell) == text


@given(st.integers(-(10**13), 10**13))
def test_yuan_reads_back(fen):
    assert parse_yuan(yuan(fen)) == parse_yuan(yuan(fen, grouped=True)) == fen


def test_amounts_prices_and_ratios_as_written():
    assert yuan(123_450, grouped=True) == "1,234.50"
    assert [price_text(e4) for e4 in (125_000, 70_808, 12_720, 1)] == ["12.50", "7.0808", "1.272", "0.0001"]
    assert decimal_text(-1_500, 3) == "-1.5"
    assert [exact_text(810, 60), exact_text(20, 60), exact_text(90, 480), exact_text(-30, 60)] == [
        "13.5", "1/3", "0.1875", "-0.5",
    ]  # fmt: skip


@given(st.integers(0, 10**7), st.sampled_from([60, 480, 1000]))
def test_an_exact_ratio_reads_back(top, bottom):
    assert Fraction(exact_text(top, bottom)) == Fraction(top, bottom)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("1409.50", "壹仟肆佰零玖元伍角"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("107000.53", "壹拾万柒仟元零伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.5", "伍角"),
        ("10", "壹拾元整"),
        ("100000000.01", "壹亿元零壹分"),
        ("100000005", "壹亿零伍元整"),
        ("100005000", "壹亿零伍仟元整"),
        ("20030004", "贰仟零叁万零肆元整"),
        ("100000000000", "壹仟亿元整"),
        ("-12.3", "负壹拾贰元叁角"),
    ],
)
def test_capitals(amount, text):
    assert capitals(parse_yuan(amount)) == text


@given(st.integers(0, 10**14))
def test_no_two_amounts_share_their_capitals(fen):
    assert capitals(fen) != capitals(fen + 1)
    assert "零零" not in capitals(fen)
