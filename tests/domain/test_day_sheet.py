"""What a day nobody filled in is suggested to be, and how a day is summed up."""

import pytest

from app.domain.attendance import ParsedMark, parse_mark
from app.domain.day_sheet import DaySummary, piece_time_kind, suggested, summary
from app.domain.vocabulary import DayKind, MarkKind, Relation, TimeKind

FULL, PART = Relation.FULL_TIME, Relation.PART_TIME


@pytest.mark.parametrize(
    ("relation", "before", "offered"),
    [
        (FULL, None, "√"),
        (FULL, "8+2", "√"),
        (FULL, "6.5", "6.5"),
        (FULL, "半", "√"),
        (FULL, "旷", "√"),
        (FULL, "带薪", "√"),
        (FULL, "病", "病"),
        (FULL, "假", "假"),
        (FULL, "伤", "伤"),
        (PART, "4+1", "4"),
    ],
)
def test_a_working_day_follows_the_last_one(relation, before, offered):
    last = parse_mark(before) if before else None
    assert suggested(DayKind.WORKING, relation, last) == parse_mark(offered)


@pytest.mark.parametrize("relation", [Relation.SERVICES, Relation.HOME, None])
def test_who_needs_no_mark_is_offered_none(relation):
    assert suggested(DayKind.WORKING, relation, None) is None
    assert suggested(DayKind.REST, relation, None) is None


@pytest.mark.parametrize("before", [None, "旷", "半"])
def test_hours_of_part_time_are_not_guessed(before):
    assert suggested(DayKind.WORKING, PART, parse_mark(before) if before else None) is None


@pytest.mark.parametrize("kind", [DayKind.REST, DayKind.STATUTORY])
def test_a_day_off_is_off_whatever_came_before(kind):
    assert suggested(kind, FULL, parse_mark("病")) == ParsedMark(MarkKind.OFF)


@pytest.mark.parametrize(
    ("kind", "mark", "counted"),
    [
        (DayKind.WORKING, None, TimeKind.NORMAL),
        (DayKind.WORKING, "8+2", TimeKind.NORMAL),
        (DayKind.WORKING, "加3", TimeKind.OVERTIME),
        (DayKind.REST, "√", TimeKind.NORMAL),
        (DayKind.REST, "加8", TimeKind.REST_DAY),
        (DayKind.STATUTORY, None, TimeKind.STATUTORY),
        (DayKind.STATUTORY, "√", TimeKind.STATUTORY),
    ],
)
def test_pieces_take_the_time_kind_of_day_and_mark(kind, mark, counted):
    assert piece_time_kind(kind, parse_mark(mark) if mark else None) is counted


def test_every_worker_is_counted_once():
    marks = [parse_mark(text) for text in ("√", "半", "6.5", "加8", "假", "病", "带薪", "伤", "旷", "休", "调")]
    assert summary([*marks, None, None], 5000) == DaySummary(4, 4, 1, 2, 2, 5000)
