"""Attendance marks: every form of FORMAT, and every way to get one wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.attendance import MarkError, ParsedMark, mark_text, parse_mark
from app.domain.vocabulary import MarkKind


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("√", ParsedMark(MarkKind.WORK, 480)),
        ("半", ParsedMark(MarkKind.HALF, 240)),
        ("6.5", ParsedMark(MarkKind.WORK, 390)),
        ("8", ParsedMark(MarkKind.WORK, 480)),
        ("0", ParsedMark(MarkKind.WORK, 0)),
        ("8+2", ParsedMark(MarkKind.WORK, 480, 120)),
        ("4+1.5", ParsedMark(MarkKind.WORK, 240, 90)),
        ("８ ＋ ２", ParsedMark(MarkKind.WORK, 480, 120)),
        ("加8", ParsedMark(MarkKind.EXTRA, 0, 480)),
        ("加 10.5", ParsedMark(MarkKind.EXTRA, 0, 630)),
        ("休", ParsedMark(MarkKind.OFF)),
        ("调", ParsedMark(MarkKind.SWAPPED)),
        ("假", ParsedMark(MarkKind.UNPAID)),
        ("旷", ParsedMark(MarkKind.ABSENT)),
        ("病", ParsedMark(MarkKind.SICK)),
        ("带薪", ParsedMark(MarkKind.PAID)),
        ("伤", ParsedMark(MarkKind.INJURY)),
        ("0.05", ParsedMark(MarkKind.WORK, 3)),
    ],
)
def test_a_mark_says_its_minutes(text, mark):
    assert parse_mark(text) == mark


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "mark_unknown"),
        ("✓", "mark_unknown"),
        ("-1", "mark_unknown"),
        ("8+", "mark_unknown"),
        ("加", "mark_unknown"),
        ("8.5", "mark_over_8"),
        ("9+1", "mark_over_8"),
        ("8+17", "mark_over_24"),
        ("加25", "mark_over_24"),
        ("6.333", "mark_no_minutes"),
        ("加0.33", "mark_no_minutes"),
    ],
)
def test_a_wrong_mark_is_named(text, code):
    with pytest.raises(MarkError) as raised:
        parse_mark(text)
    assert raised.value.code == code


@given(st.integers(0, 160), st.integers(0, 320))
def test_hours_read_back(normal, extra):
    mark = ParsedMark(MarkKind.WORK, normal * 3, extra * 3)
    assert parse_mark(mark_text(mark)) == mark


@pytest.mark.parametrize("kind", [kind for kind in MarkKind if kind is not MarkKind.EXTRA])
def test_plain_marks_read_back(kind):
    assert mark_text(parse_mark(kind.value)) == kind.value


def test_extra_reads_back():
    assert mark_text(parse_mark("加4.5")) == "加4.5"
