"""Program and slow reference both held to months worked out by hand: what both misread the same way would show here."""

from datetime import date
from fractions import Fraction

import pytest

from app.domain.payroll import compute
from app.domain.vocabulary import TimeKind
from tests.reference.hand_cases import CASES, DAILY, MONTH, PIECE, SERVICES, Case, book_of
from tests.reference.rows import month_input
from tests.reference.slow_payroll import slow_payroll

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def lines_of(case):
    return {code: int(Fraction(yuan) * 100) for code, yuan in case.lines.items()}


def computed(book):
    """Each slip's figures as the program has them, in the reference's words."""
    draft = compute(month_input(book, MONTH))
    found = []
    for slip in draft.slips:
        codes = {}
        for line in slip.lines:
            codes[line.code.value] = codes.get(line.code.value, 0) + line.amount_fen
        minutes = (slip.normal_minutes, slip.overtime_minutes, slip.rest_day_minutes, slip.statutory_minutes)
        found.append(
            {name: getattr(slip, name) for name in slip.__slots__ if name.endswith("_fen")}
            | {"by_code": {code: fen for code, fen in codes.items() if fen}, "lines": len(slip.lines)}
            | {"hours": tuple(minute / 60 for minute in minutes), "unpaid_days": slip.unpaid_minutes / 480}
            | {"blocked": bool(draft.problems)}
        )
    return found


@each_case
def test_the_program_s_month_is_the_one_worked_out_by_hand(case):
    (slip,) = computed(book_of(case))
    assert slip["by_code"] == lines_of(case)
    assert {name: slip[name] for name in case.more} == case.more


@each_case
def test_the_reference_s_month_is_the_one_worked_out_by_hand(case):
    (slip,) = slow_payroll(book_of(case), MONTH)
    slip["hours"] = tuple(float(slip["hours"][kind.value]) for kind in TimeKind)
    assert slip["by_code"] == lines_of(case)
    expected = {name: value for name, value in case.more.items() if name != "lines"}
    assert {name: slip[name] for name in expected} == expected


def team_book(weights):
    """Three people of whom only the first has a factor of their own; 1,000.00 yuan made on a rest day."""
    book = book_of(Case("", PIECE | {"入职日期": date(2026, 10, 31)}, {}, prices=(("10", date(2025, 1, 1)),)))
    others = (DAILY | {"编号": "02", "入职日期": date(2026, 10, 31)}, SERVICES | {"编号": "03"})
    book["工人"] += [{"姓名": "某人", "入职日期": date(2025, 1, 1)} | row for row in others]
    entry = {"日期": date(2026, 10, 31), "编号": "01,02,03", "产品": "香包", "工序": "填充", "合格": 100}
    book["计件"] = [entry | {"时段": "休息日", "分摊": weights}]
    return book


@pytest.mark.parametrize("paid", [computed, lambda book: slow_payroll(book, MONTH)], ids=["program", "reference"])
@pytest.mark.parametrize(
    ("weights", "amounts"),
    [("7.5:6:4.25", [84_506, 33_803, 23_944]), (None, [66_668, 33_333, 33_333]), ("0:1:2", [0, 33_333, 66_667])],
)
def test_a_team_s_sum_is_split_and_then_takes_each_one_s_factor(paid, weights, amounts):
    assert [slip["by_code"].get("team_piece", 0) for slip in paid(team_book(weights))] == amounts


@pytest.mark.parametrize("paid", [computed, lambda book: slow_payroll(book, MONTH)], ids=["program", "reference"])
@pytest.mark.parametrize(("hired", "left"), [("2026-11-01", None), ("2025-01-01", "2026-09-30")])
def test_who_is_employed_on_no_day_of_the_month_has_no_slip(paid, hired, left):
    terms = DAILY | {"入职日期": hired, "离职日期": left}
    book = book_of(Case("", DAILY, {}))
    book["工人"][0] |= terms
    assert paid(book) == []
