"""Rectangles on the clipboard, as spreadsheets write and read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.rectangle import MOST_CHARACTERS, read_rectangle, write_rectangle
from app.domain.refusal import Refusal


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", ()),
        ("√", (("√",),)),
        ("√\t半\r\n假\t\r\n", (("√", "半"), ("假", ""))),
        ("a\rb\n", (("a",), ("b",))),
        ("a\n\nb\n\n\n", (("a",), ("",), ("b",))),
        ("a\tb\nc", (("a", "b"), ("c", ""))),
        ("\t\n\t\n", (("", ""), ("", ""))),
        ('"two\nlines"\t8', (("two\nlines", "8"),)),
    ],
)
def test_a_copied_rectangle(text, cells) -> None:
    assert read_rectangle(text) == cells


@pytest.mark.parametrize(
    ("text", "code"),
    [("x" * (MOST_CHARACTERS + 1), "paste_too_large"), ("x" * 200_000, "paste_unreadable")],
)
def test_what_is_no_table(text, code) -> None:
    with pytest.raises(Refusal) as refusal:
        read_rectangle(text)
    assert refusal.value.code == code


@given(st.lists(st.lists(st.sampled_from(["√", "8+2", "带薪", "x"]), min_size=3, max_size=3), min_size=1))
def test_what_is_written_is_read_back(rows) -> None:
    assert [list(row) for row in read_rectangle(write_rectangle(rows))] == rows


def test_a_cell_cannot_break_the_rectangle() -> None:
    assert write_rectangle([["a\tb", "c\nd"]]) == "a b\tc d"
