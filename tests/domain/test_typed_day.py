"""A day as people type it, and what cannot be one."""

from datetime import date

import pytest

from app.domain.typed_day import UnbelievableDayError, read_day, read_form_day

TODAY = date(2026, 10, 21)
EIGHTH = date(2026, 10, 8)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-10-08", "2026-10-8", "2026/10/8", "2026.10.8", "20261008", "2026年10月8日", " 2026 - 10 - 8 "),
        *("10-8", "10/8", "10.8", "10月8日", "10月8号", "8", "08", "8日", "8号"),
        *("２０２６－１０－０８", "１０／８", "８", "10—8", "10。8"),
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert read_day(text, TODAY) == EIGHTH


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(("今天", 21), ("今日", 21), ("today", 21), ("Today", 21), ("昨天", 20), ("昨日", 20), ("yesterday", 20)),
        *(("前天", 19), ("明天", 22), ("tomorrow", 22), ("31", 31)),
    ],
)
def test_words_and_the_end_of_the_month(text: str, day: int) -> None:
    assert read_day(text, TODAY) == date(2026, 10, day)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "=cmd()", "1-2-3", "26-10-8", "2026-10", "-8", "8.5.2", "1e3", "١٢", "8\u202e", "8\x00", "123"],
)
def test_what_is_no_day_is_unread(text: str) -> None:
    with pytest.raises(ValueError) as error:  # noqa: PT011  the plain one
        read_day(text, TODAY)
    assert type(error.value) is ValueError


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        *(("2-30", (2026, 2, 30)), ("2026-02-29", (2026, 2, 29)), ("2026-13-01", (2026, 13, 1))),
        *(("0000-01-01", (0, 1, 1)), ("32", (2026, 10, 32)), ("0", (2026, 10, 0))),
    ],
)
def test_a_day_the_calendar_does_not_have_is_named(text: str, parts: tuple[int, int, int]) -> None:
    with pytest.raises(UnbelievableDayError) as error:
        read_day(text, TODAY)
    assert (error.value.parts, error.value.day) == (parts, None)


@pytest.mark.parametrize("text", ["1899-12-31", "1949-12-31", "2101-01-01", "2999-01-01"])
def test_a_form_takes_no_day_outside_of_a_lifetime(text: str) -> None:
    assert read_day(text, TODAY).isoformat() == text
    with pytest.raises(UnbelievableDayError) as error:
        read_form_day(text, TODAY)
    assert error.value.day == date.fromisoformat(text)


@pytest.mark.parametrize("text", ["1950-01-01", "2100-12-31"])
def test_the_first_and_the_last_day_are_taken(text: str) -> None:
    assert read_form_day(text, TODAY).isoformat() == text


def test_the_year_of_a_leap_day_is_todays() -> None:
    assert read_day("2-29", date(2028, 5, 1)) == date(2028, 2, 29)
