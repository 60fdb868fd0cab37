"""A month's marks: their sums as the payroll counts them, which cells may be written, what is offered."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.attendance import ParsedMark, mark_text, parse_mark
from app.domain.calendar import MonthCalendar
from app.domain.month_marks import (
    LONGEST_MARK,
    NO_SUMS,
    CellChange,
    MarkChange,
    MarkSums,
    Spell,
    checked,
    mark_sums,
    offered,
    total,
)
from app.domain.payroll_input import Mark
from app.domain.vocabulary import DayKind, Relation
from app.domain.worktime import employment_in, reckon

WORKING, REST, STATUTORY = DayKind.WORKING, DayKind.REST, DayKind.STATUTORY
AYI = Spell(1, "01", "阿依莫", date(2026, 10, 5), date(2026, 10, 20))
MARKS = ("√", "半", "6.5", "8+2", "加3", "休", "调", "假", "旷", "病", "带薪", "伤")


@pytest.mark.parametrize(
    ("text", "kind", "sums"),
    [
        ("√", WORKING, MarkSums(1, 480)),
        ("半", WORKING, MarkSums(1, 240)),
        ("8+2", REST, MarkSums(1, 480, 120)),
        ("√", STATUTORY, MarkSums(1, 0, 480)),
        ("加3", STATUTORY, MarkSums(1, 0, 180)),
        ("休", REST, NO_SUMS),
        ("0", WORKING, NO_SUMS),
        ("病", WORKING, MarkSums(leave=1)),
        ("旷", WORKING, MarkSums(absent=1)),
    ],
)
def test_what_a_mark_comes_to(text, kind, sums) -> None:
    assert mark_sums(parse_mark(text), kind, wanted=True) == sums


def test_nothing_is_not_filled_in_only_where_somebody_must_say_something() -> None:
    assert mark_sums(None, WORKING, wanted=True) == MarkSums(not_filled=1)
    assert mark_sums(None, WORKING, wanted=False) == NO_SUMS


@given(st.lists(st.tuples(st.sampled_from(MARKS), st.sampled_from(list(DayKind))), min_size=28, max_size=31))
def test_hours_are_those_of_the_payroll(month) -> None:
    calendar = MonthCalendar(date(2026, 10, 1), tuple(kind for _, kind in month))
    employed = employment_in(calendar, date(2025, 1, 1), None)
    assert employed is not None
    days = zip(calendar.days(), month, strict=True)
    time = reckon([Mark(1, (day,), *parse_mark(text)) for day, (text, _) in days], calendar, employed)
    sums = total(mark_sums(parse_mark(text), kind, wanted=True) for text, kind in month)
    assert (sums.normal_minutes, sums.extra_minutes) == (time.normal, time.overtime + time.rest_day + time.statutory)


def test_cells_are_read_and_the_last_word_counts() -> None:
    day = date(2026, 10, 6)
    good, bad = checked([MarkChange(1, day, "√"), MarkChange(1, day, " 8＋2 "), MarkChange(1, AYI.hired, "")], {1: AYI})
    assert good == (CellChange(1, day, parse_mark("8+2")), CellChange(1, AYI.hired, None))
    assert bad == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("9", "book_mark_over_8"), ("x", "book_mark_unknown"), ("加25", "book_mark_over_24")),
        *(("0.01", "book_mark_no_minutes"), ("=1+1", "book_mark_unknown"), ("1" * 13, "book_mark_unknown")),
        *(("√\u202e", "book_mark_unknown"), ("√\0", "book_mark_unknown"), ("😀", "book_mark_unknown")),
        ("√" * 100_000, "book_mark_unknown"),
    ],
)
def test_what_is_no_mark_is_named_with_cell_and_reason(text, code) -> None:
    good, (refused,) = checked([MarkChange(1, date(2026, 10, 6), text)], {1: AYI})
    assert (good, refused.kind) == ((), code)
    for lang in ("zh_CN", "en"):
        assert refused.text(lang).startswith("01 阿依莫 10-06: ")
        assert len(refused.text(lang)) < 200
    assert len(refused.value) <= LONGEST_MARK + 1


@pytest.mark.parametrize(("day", "may"), [(4, False), (5, True), (20, True), (21, False)])
def test_nothing_is_put_outside_the_employment(day, may) -> None:
    good, bad = checked([MarkChange(1, date(2026, 10, day), "√")], {1: AYI})
    assert (bool(good), [one.kind for one in bad]) == (may, [] if may else ["mark_not_employed"])


def test_a_mark_outside_the_employment_may_be_taken_away() -> None:
    assert checked([MarkChange(1, date(2026, 10, 30), "")], {1: AYI})[1] == ()


def test_who_is_gone_is_refused() -> None:
    assert [one.kind for one in checked([MarkChange(2, date(2026, 10, 6), "√")], {1: AYI})[1]] == ["worker_missing"]


@pytest.mark.parametrize(
    ("marks", "at", "relation", "text"),
    [
        ("", 0, Relation.FULL_TIME, "√"),
        ("", 2, Relation.FULL_TIME, "休"),
        ("", 3, Relation.FULL_TIME, "休"),
        ("6", 1, Relation.FULL_TIME, "6"),
        ("6 8+2", 4, Relation.FULL_TIME, "√"),
        ("病", 1, Relation.FULL_TIME, "病"),
        ("旷", 1, Relation.FULL_TIME, "√"),
        ("4", 1, Relation.PART_TIME, "4"),
        ("", 1, Relation.PART_TIME, ""),
        ("", 1, Relation.HOME, ""),
        ("5 - 加8", 4, Relation.PART_TIME, "5"),
    ],
)
def test_what_is_offered_for_an_empty_cell(marks, at, relation, text) -> None:
    kinds = (WORKING, WORKING, REST, STATUTORY, WORKING)
    typed = [parse_mark(word) if word != "-" else None for word in marks.split()]
    row: list[ParsedMark | None] = [*typed, *[None] * (5 - len(typed))]
    mark = offered(row, kinds, relation, at)
    assert (mark_text(mark) if mark else "") == text
