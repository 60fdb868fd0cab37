"""Pay terms that change inside a month: the spans, and what each is paid by its own rate."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.calendar import days_by_kind
from app.domain.payroll import compute
from app.domain.payroll_draft import LineCode
from app.domain.payroll_input import Mark, PayTerms, PieceEntry
from app.domain.terms import paid_days, spans, terms_in_force
from app.domain.vocabulary import Basis, DayKind, MarkKind, PayPeriod, Relation, TimeKind
from app.domain.wages import PayCase, span_earnings
from app.domain.worktime import WorkTime
from tests.domain.months import number_of, october, problems, warnings, with_mark, with_worker

__all__ = ["october"]  # a fixture

OLD = PayTerms(date(2023, 11, 14), Relation.FULL_TIME, Basis.MONTHLY, 260_000)
FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)


def day(number):
    return date(2026, 10, number)


def slip_of(source, no):
    return next(slip for slip in compute(source).slips if slip.no == no)


def paid(source, no, *codes):
    """(code, label, fen, formula) of a worker's lines."""
    lines = slip_of(source, no).lines
    return [(line.code.value, line.label, line.amount_fen, line.formula) for line in lines if line.code in codes]


def raised(source, no, since=16, **changes):
    """The month with other terms for one worker from a day on."""
    (worker,) = (w for w in source.workers if w.no == no)
    later = replace(worker.terms[0], valid_from=day(since), **changes)
    return with_worker(source, no, terms=(worker.terms[0], later))


# ---------------------------------------------------------------- the spans


def test_terms_whose_rate_is_equal_make_one_span():
    later = replace(OLD, valid_from=day(16), social_fen=1, additional_fen=2, period=PayPeriod.HALF_MONTH)
    (span,) = spans([later, OLD], FIRST, LAST)
    assert (span.first, span.last, span.terms.rate_fen) == (FIRST, LAST, 260_000)


def test_a_raise_cuts_the_month_the_day_before_it():
    found = spans([OLD, replace(OLD, valid_from=day(16), rate_fen=300_000)], FIRST, LAST)
    assert [(span.first.day, span.last.day, span.terms.rate_fen, span.label) for span in found] == [
        (1, 15, 260_000, "(1-15日)"), (16, 31, 300_000, "(16-31日)"),
    ]  # fmt: skip


@pytest.mark.parametrize("since", [FIRST, date(2026, 11, 1)])
def test_a_raise_on_the_first_cuts_nothing(since):
    assert len(spans([OLD, replace(OLD, valid_from=since, rate_fen=300_000)], FIRST, LAST)) == 1


def test_days_before_the_first_terms_are_paid_by_them():
    (span,) = spans([replace(OLD, valid_from=day(10))], FIRST, LAST)
    assert span.first == FIRST
    assert spans([replace(OLD, valid_from=date(2026, 11, 1))], FIRST, LAST) == ()
    assert terms_in_force([OLD], FIRST) is OLD


def test_working_and_statutory_days_are_the_paid_ones(october):
    assert [paid_days(october.calendar, *ends) for ends in ((FIRST, LAST), (FIRST, day(15)), (day(16), LAST))] == [
        21, 10, 11,
    ]  # fmt: skip


# ---------------------------------------------------------------- what they pay


def test_a_raise_on_the_sixteenth_of_a_whole_month(october):
    source = raised(october, "08", rate_fen=300_000)
    assert paid(source, "08", LineCode.BASE) == [
        ("base", "基本工资(1-15日)", 123_810, "2600.00×10÷21=1238.10"),
        ("base", "基本工资(16-31日)", 157_143, "3000.00×11÷21=1571.43"),
    ]
    assert warnings(source, "terms_changed") == [("terms_changed", "08", 16)]
    assert problems(source) == []


def worked(source, no):
    """The month with a √ on each working day of one worker."""
    number = number_of(source, no)
    kept = tuple(mark for mark in source.marks if mark.worker_id != number)
    days = sorted(days_by_kind(source.calendar)[DayKind.WORKING])
    return replace(source, marks=(*kept, *(Mark(number, (when,), MarkKind.WORK, 480) for when in days)))


def test_absence_is_taken_by_the_span_s_rate_and_never_more_than_it_paid(october):
    source = raised(worked(october, "08"), "08", rate_fen=300_000)
    assert paid(with_mark(source, "08", 20, MarkKind.UNPAID), "08", LineCode.ABSENCE) == [
        ("absence", "缺勤扣减(16-31日)", -13_793, "-3000.00÷21.75×1=-137.93")
    ]
    long = raised(worked(october, "08"), "08", 27, rate_fen=300_000)
    for number in (27, 28, 29, 30):
        long = with_mark(long, "08", number, MarkKind.UNPAID)
    (line,) = paid(long, "08", LineCode.ABSENCE)
    assert (line[2], line[3]) == (-55_172, "-3000.00÷21.75×4=-551.72")  # 3000×4÷21 = 571.43 is more


@pytest.mark.parametrize(("unpaid", "fen"), [(10, -137_931), (11, -150_000)])
def test_a_span_s_absence_takes_at_most_what_the_span_paid(october, unpaid, fen):
    """A month of 22 days, 11 in each span: 3000×11÷22 = 1500.00."""
    cases = [case(october, 260_000, 11), case(october, 300_000, 11, unpaid=unpaid * 480)]
    lines = span_earnings(cases, ["(1-15日)", "(16-31日)"], cases[0])
    assert [line.amount_fen for line in lines] == [130_000, 150_000, fen]


def case(october, rate, days, **time):
    terms = PayTerms(FIRST, Relation.FULL_TIME, Basis.MONTHLY, rate)
    return PayCase(terms, WorkTime(**time), october.workshop, october.rules, days, 22)


@pytest.mark.parametrize(("first", "last", "total"), [(10, 11, 271_264), (11, 11, 280_000), (12, 11, 280_000)])
def test_a_partial_month_pays_together_at_most_a_month(october, first, last, total):
    """11 days at 2,600 and 11 at 3,000 are a month of 2,800 at most."""
    cases = [
        case(october, rate, 11, whole_month=False, worked=days * 480)
        for rate, days in ((260_000, first), (300_000, last))
    ]
    lines = span_earnings(cases, ["(2-15日)", "(16-31日)"], cases[0])
    assert sum(line.amount_fen for line in lines) == total
    assert ("合计以2800.00为限" in lines[-1].formula) == (total == 280_000)


def test_overtime_is_paid_by_the_day_s_rate(october):
    source = raised(with_mark(october, "08", 28, MarkKind.EXTRA, 0, 120), "08", rate_fen=300_000)
    (line,) = [row for row in paid(source, "08", LineCode.OVERTIME) if "16-31" in row[1] and "加班)" in row[1]]
    assert line[3].startswith("3000.00÷174×")


@pytest.mark.parametrize(
    ("no", "rate", "texts"), [("13", 13_000, ("110.00÷8×", "130.00÷8×")), ("27", 2_100, ("19.00×", "21.00×"))]
)
def test_day_and_hour_rates_pay_each_span_by_its_own(october, no, rate, texts):
    found = paid(raised(october, no, rate_fen=rate), no, LineCode.BASE)
    normal = [row for row in found if "(1-15日)" in row[1] or "(16-31日)" in row[1]]
    assert len(normal) == len(found)
    assert {next(text for text in texts if row[3].startswith(text)) for row in found} == set(texts)


def test_a_partial_month_pays_each_span_s_days(october):
    source = with_worker(raised(worked(october, "08"), "08", rate_fen=300_000), "08", hired=day(2))
    assert [row[3] for row in paid(source, "08", LineCode.BASE)] == [
        "2600.00÷21.75×9=1075.86", "3000.00÷21.75×11=1517.24",
    ]  # fmt: skip


def test_equal_terms_change_nothing_to_the_fen(october):
    plain = compute(october)
    twice = october
    for worker in october.workers:
        twice = raised(twice, worker.no)
    assert compute(twice).slips == plain.slips


def test_social_additional_and_tax_method_are_those_of_the_month_s_end(october):
    source = raised(october, "16", social_fen=12_345, additional_fen=67_800)
    slip = slip_of(source, "16")
    assert (slip.social_fen, slip.tax_basis.additional_fen) == (12_345, 67_800)


def test_sick_pay_is_one_line_whatever_the_rates(october):
    source = with_mark(with_mark(october, "08", 9, MarkKind.SICK), "08", 20, MarkKind.SICK)
    (line,) = paid(raised(source, "08", rate_fen=300_000), "08", LineCode.SICK_PAY)
    assert line[3] == "1870.00÷21.75×80%×2=137.56"


@pytest.mark.parametrize(("when", "factor"), [(17, 20_000), (11, 10_000)])
def test_the_piece_factor_is_that_of_the_entry_s_day(october, when, factor):
    """By the month up to the 15th, by the piece from the 16th on: a rest day's pieces count double then only."""
    source = raised(replace(october, pieces=(), teams=()), "08", basis=Basis.PIECE, rate_fen=0)
    entry = PieceEntry(number_of(october, "08"), (day(when),), october.items[0].item_id, TimeKind.REST_DAY, 10_000)
    (line,) = [one for one in slip_of(replace(source, pieces=(entry,)), "08").lines if one.code is LineCode.PIECE]
    assert line.factor_bp == factor


# ---------------------------------------------------------------- what blocks


@pytest.mark.parametrize(("since", "blocked"), [(16, True), (1, False)])
def test_a_change_of_relation_is_dated_to_the_first_of_a_month(october, since, blocked):
    changes = {"relation": Relation.PART_TIME, "basis": Basis.HOURLY, "rate_fen": 2_500}
    found = problems(raised(october, "08", since, **changes))
    assert found == ([("relation_changes_inside_month", "08", 16)] if blocked else [])


def test_each_span_s_rate_is_looked_at(october):
    source = raised(october, "27", rate_fen=1_899)
    assert problems(source) == [("hourly_below_minimum", "27", None)]
    assert problems(raised(october, "27", rate_fen=1_900)) == []


# ---------------------------------------------------------------- mixed bases


@pytest.mark.parametrize("no", ["08", "13", "28", "27"])
def test_pieces_are_paid_beside_any_basis_at_their_plain_price(october, no):
    """月薪, 日薪, 时薪 and part-time: base and pieces; a rest day's pieces have no factor, their hours are overtime."""
    plain = slip_of(replace(october, pieces=(), teams=()), no)
    entry = PieceEntry(number_of(october, no), (day(17),), october.items[0].item_id, TimeKind.REST_DAY, 10_000)
    slip = slip_of(replace(october, pieces=(entry,), teams=()), no)
    (line,) = [one for one in slip.lines if one.code is LineCode.PIECE]
    assert (line.factor_bp, line.kind) == (10_000, TimeKind.NORMAL)
    top_up = sum(one.amount_fen for one in plain.lines if one.code is LineCode.MINIMUM_TOP_UP)
    assert slip.gross_fen == plain.gross_fen - min(top_up, line.amount_fen) + line.amount_fen
