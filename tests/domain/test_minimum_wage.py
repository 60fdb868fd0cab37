"""The floor of a full-time month and the top-up to it."""

import re

import pytest

from app.domain.formula_words import formula_words
from app.domain.minimum_wage import counted, floor, top_up
from app.domain.payroll_draft import Line, LineCode, Unit
from app.domain.vocabulary import TimeKind
from app.domain.worktime import WorkTime

MINIMUM, DIVISOR = 187_000, 2_175


def line(code, fen, kind=None):
    return Line(code, "", 1, Unit.ITEM, 0, 10_000, fen, "", kind)


@pytest.mark.parametrize(
    ("time", "fen"),
    [
        (WorkTime(), 187_000),
        (WorkTime(unpaid=480), 178_402),
        (WorkTime(unpaid=22 * 480), 0),
        (WorkTime(whole_month=False, worked=9 * 480, statutory_days=3), 103_172),
        (WorkTime(whole_month=False, worked=22 * 480, statutory_days=3), 187_000),
        (WorkTime(whole_month=False), 0),
    ],
)
def test_the_floor_follows_the_days(time, fen):
    assert floor(MINIMUM, time, DIVISOR)[0] == fen


@pytest.mark.parametrize(
    ("time", "text"),
    [
        (WorkTime(), "1870.00"),
        (WorkTime(unpaid=90), "1870.00×(21.75-缺勤0.1875天)÷21.75=1853.88"),
        (WorkTime(unpaid=480, sick_days=1), "1870.00×(21.75-病假1天)÷21.75=1784.02"),
        (WorkTime(unpaid=720, sick_days=1), "1870.00×(21.75-病假1天-缺勤0.5天)÷21.75=1741.03"),
        (WorkTime(whole_month=False, worked=9 * 480), "1870.00×出勤及带薪9天÷21.75=773.79"),
        (
            WorkTime(whole_month=False, worked=9 * 480, statutory_days=3),
            "1870.00×(出勤及带薪9天+法定假日3天)÷21.75=1031.72",
        ),
    ],
)
def test_the_floor_s_formula_names_its_days(time, text):
    assert floor(MINIMUM, time, DIVISOR)[1] == text
    assert not re.search("[\u4e00-\u9fff]", formula_words(text, "en"))


@pytest.mark.parametrize("code", [LineCode.OVERTIME, LineCode.SPECIAL_ALLOWANCE, LineCode.SICK_PAY])
def test_what_is_paid_for_more_than_normal_work_does_not_count(code):
    assert counted([line(LineCode.BASE, 100), line(code, 50)]) == 100


@pytest.mark.parametrize("code", [LineCode.PIECE, LineCode.TEAM_PIECE])
def test_pieces_count_where_they_were_made_in_normal_time(code):
    assert counted([line(code, 100, TimeKind.NORMAL), line(code, 50, TimeKind.REST_DAY)]) == 100


def test_the_shortfall_is_a_line():
    added = top_up([line(LineCode.ALLOWANCE, 150_000), line(LineCode.OVERTIME, 90_000)], 187_000, "1870.00")
    assert (added.code, added.amount_fen, added.formula) == (
        LineCode.MINIMUM_TOP_UP, 37_000, "1870.00,1870.00-1500.00=370.00",
    )  # fmt: skip


def test_who_reaches_the_floor_gets_none():
    assert top_up([line(LineCode.BASE, 187_000)], 187_000, "") is None
