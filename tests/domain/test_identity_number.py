"""Identity numbers: shape, date, check digit, sex, age (GB 11643, RULES 8)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import identity_number as ident


@pytest.mark.parametrize("number", ["51349919960720880X", "513499198608101225", "11010519491231002X"])
def test_a_right_number_has_no_fault(number):
    assert ident.fault(number) is None


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("", "id_shape"),
        ("513499960720880", "id_shape"),
        ("51349919960720880A", "id_shape"),
        ("5134991996072088０X", "id_shape"),
        ("513499199613208807", "id_date"),
        ("513499199602308800", "id_date"),
        ("513499199607208801", "id_check"),
    ],
)
def test_a_wrong_number_is_named(number, code):
    assert ident.fault(number) == code


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 999), st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(birth, serial, place, step):
    body = f"513499{birth:%Y%m%d}{serial:03d}"
    number = body + ident.check_character(body)
    assert ident.fault(number) is None
    wrong = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    assert ident.fault(wrong) is not None


def test_lower_case_blanks_and_wide_digits_are_forgiven():
    assert ident.normalise(" ５13499 19960720 880x ") == "51349919960720880X"


@pytest.mark.parametrize(("number", "sex"), [("51349919960720880X", "女"), ("513499200309076170", "男")])
def test_sex_is_the_parity_of_the_17th_digit(number, sex):
    assert ident.sex(number) == sex


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2010, 10, 8), date(2026, 10, 7), 15),
        (date(2010, 10, 8), date(2026, 10, 8), 16),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
    ],
)
def test_age_in_full_years(birth, day, age):
    assert ident.age_on(birth, day) == age


def test_province_and_mask():
    assert ident.province_known("51349919960720880X")
    assert not ident.province_known("99349919960720880X")
    assert ident.masked("51349919960720880X") == "····880X"
    assert ident.masked("") == ""


@pytest.mark.parametrize("code", ["513499", "110101", "441900", "659001", "710100", "810001", "820001"])
def test_a_county_of_a_province_there_is(code):
    assert ident.is_region(code)


@pytest.mark.parametrize("code", ["999999", "000000", "163499", "830101", "910101", "510000", "51349", "51349a", ""])
def test_what_is_no_county(code):
    assert not ident.is_region(code)
