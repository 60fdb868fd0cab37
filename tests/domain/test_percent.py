"""Percentages compared and printed as exact fractions."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.percent import factor_text, meets, parse_percent, percent_text


def test_299_of_1000_fails_thirty_percent():
    assert not meets(299, 1_000, 3_000)
    assert meets(3, 10, 3_000)
    assert not meets(0, 0, 3_000)


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(2_996, 10_000, "29.96%"), (3, 10, "30.0%"), (1, 3, "33.3%"), (0, 0, "–"), (299_999, 10**6, "29.9999%")],
)
def test_print_rounding_never_crosses_thirty_percent(part, whole, text):
    assert percent_text(part, whole, (3_000,)) == text


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 10_000))
def test_what_is_printed_stands_on_the_same_side_of_the_threshold(part, whole, bound):
    shown = parse_fraction(percent_text(part, whole, (bound,)))
    assert (shown >= parse_fraction(f"{bound / 100:.2f}%")) == meets(part, whole, bound)


def parse_fraction(text):
    return Fraction(text[:-1])


def test_percent_text_reads_as_basis_points():
    assert [parse_percent(text) for text in ("150%", "13.5%", "0.25％")] == [15_000, 1_350, 25]
    with pytest.raises(ValueError, match=r"0\.3"):
        parse_percent("0.3")


def test_factors_as_formulas_write_them():
    assert [factor_text(bp) for bp in (15_000, 30_000, 8_050)] == ["150%", "300%", "80.5%"]
