"""Why this month differs from last: plain words, largest first, always exactly the difference of net."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.differences import Circumstances, together, why_different
from app.domain.payroll import compute
from app.domain.payroll_draft import Line, LineCode, Slip, Unit
from app.domain.vocabulary import Basis, Relation
from tests.reference.made_books import make_book, next_book
from tests.reference.rows import month_input


def slip(*lines, deductions=(), **more):
    """A slip of some lines; sums follow from them."""
    gross = sum(line.amount_fen for line in lines)
    minutes = dict.fromkeys(("normal_minutes", "overtime_minutes", "rest_day_minutes", "statutory_minutes"), 0)
    taken = dict.fromkeys(("social_fen", "tax_fen", "other_fen", "damage_fen", "advance_fen"), 0)
    kept = dict.fromkeys(("carried_damage_fen", "carried_advance_fen", "unpaid_minutes"), 0)
    net = gross + sum(line.amount_fen for line in deductions)
    who = {"worker_id": 1, "no": "01", "name": "阿依莫", "relation": Relation.FULL_TIME}
    sums = {"lines": lines, "deductions": tuple(deductions), "gross_fen": gross, "net_fen": net}
    return Slip(**(who | minutes | taken | kept | sums | more))


def line(code, label, quantity, unit, price_e4, fen, formula=""):
    return Line(code, label, quantity, unit, price_e4, 10_000, fen, formula)


def made(count, price_e4=125_000, label="计件工资 挎包·刺绣·A"):
    return line(LineCode.PIECE, label, count * 1000, Unit.PIECE, price_e4, count * price_e4 // 100)


def said(last, this, known=None, lang="zh_CN"):
    reasons = why_different(last, this, known or Circumstances())
    assert sum(one.amount_fen for one in reasons) == (this.net_fen if this else 0) - (last.net_fen if last else 0)
    return [one.words.text(lang) for one in reasons]


def month_pay(yuan):
    return line(LineCode.BASE, "基本工资", 1, Unit.MONTH, yuan * 10_000, yuan * 100)


CASES = {
    "fewer pieces": (slip(made(30)), slip(made(18)), ["少做挎包·刺绣·A 12 件,少 150.00 元"]),
    "another price": (
        slip(made(10)),
        slip(made(12, 130_000)),
        ["多做挎包·刺绣·A 2 件,多 25.00 元", "挎包·刺绣·A单价从 12.50 元改为 13.00 元,多 6.00 元"],
    ),
    "a raise": (slip(month_pay(2600)), slip(month_pay(2800)), ["月薪从 2600.00 元提到 2800.00 元,多 200.00 元"]),
    "no longer made": (slip(made(3)), slip(), ["没有做挎包·刺绣·A(上月 3 件),少 37.50 元"]),
    "equal": (slip(made(3)), slip(made(3)), []),
}


@pytest.mark.parametrize("name", CASES)
def test_what_changed_is_said_plainly(name):
    last, this, words = CASES[name]
    monthly = name == "a raise"
    basis = {"basis": Basis.MONTHLY if monthly else Basis.PIECE}
    assert said(replace(last, **basis), replace(this, **basis)) == words


def test_an_allowance_not_given_names_the_days_absent():
    bonus = line(LineCode.ALLOWANCE, "补贴 全勤奖", 1, Unit.ITEM, 2_000_000, 20_000, "全勤,200.00")
    known = Circumstances(absent=(date(2026, 10, 13), date(2026, 10, 14)))
    assert said(slip(bonus), slip(), known) == ["没有补贴 全勤奖(缺勤 10-13、10-14),少 200.00 元"]
    assert said(slip(bonus), slip(), known, "en") == [
        "Allowance · 全勤奖 not given (absent on 10-13, 10-14): 200.00 less"
    ]


def test_another_tax_band_is_named():
    def taxed(fen, rate):
        return slip(
            month_pay(9000),
            deductions=[line(LineCode.TAX, "个人所得税", 1, Unit.ITEM, fen * 100, -fen, f"(1-2)×{rate}-0.00=1.00")],
            basis=Basis.MONTHLY,
        )

    assert said(taxed(12_000, "3%"), taxed(40_000, "10%")) == ["个人所得税多扣 280.00 元(税率从 3% 到 10%)"]


def test_who_joined_or_left_has_one_reason():
    paid, known = slip(made(4)), Circumstances(joined=date(2026, 10, 12), left=date(2026, 10, 30))
    assert said(None, paid, known) == ["2026-10-12 入职,上月没有工资,多 50.00 元"]
    assert said(paid, None, known) == ["2026-10-30 离职,本月没有工资,少 50.00 元"]


def test_a_month_of_two_slips_is_compared_as_one():
    half = slip(made(4))
    assert said(half, together([half, slip(made(3))])) == ["多做挎包·刺绣·A 3 件,多 37.50 元"]


def test_the_largest_reason_comes_first():
    last, this = slip(made(10), month_pay(2600)), slip(made(9), month_pay(2000))
    amounts = [abs(one.amount_fen) for one in why_different(last, this)]
    assert amounts == sorted(amounts, reverse=True)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_reasons_are_exactly_the_difference(seed):
    rng = random.Random(seed)
    book = make_book(rng, "2026-09", headcount=4)
    before = {one.worker_id: one for one in compute(month_input(book, "2026-09")).slips}
    after = {one.worker_id: one for one in compute(month_input(next_book(rng, book, "2026-10"), "2026-10")).slips}
    for worker_id in before | after:
        said(before.get(worker_id), after.get(worker_id))
        said(before.get(worker_id), after.get(worker_id), lang="en")


def test_a_time_kind_is_said_in_the_reader_s_language():
    rest = "计件工资 挎包·刺绣·A(休息日)"
    assert said(slip(), slip(made(2, label=rest)), lang="en") == [
        "2 of 挎包·刺绣·A (rest day), none last month: 25.00 more"
    ]
    assert said(slip(), slip(made(2, label=rest))) == ["新做挎包·刺绣·A(休息日) 2 件,多 25.00 元"]
