"""Correction runs: differences only, the year's tax as a clean year's, nothing taken twice, no negative net."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.domain.payroll import compute
from app.domain.payroll_draft import LineCode
from app.domain.payroll_input import NO_YEAR, YearToDate
from app.domain.vocabulary import Relation, RunKind, TaxMethod
from tests.domain.payroll_year import MONTHS, WAGES, Record, Year

BANDS = [(36000, 3, 0), (144000, 10, 2520), (300000, 20, 16920), (420000, 25, 31920), (660000, 30, 52920),
         (960000, 35, 85920), (10**15, 45, 181920)]  # fmt: skip


def half_up(yuan):
    return (yuan * 100 + Fraction(1, 2)).__floor__()


def services_tax(fen):
    yuan = Fraction(fen, 100)
    taxable = max(Fraction(0), yuan - 800) if yuan <= 4000 else yuan * Fraction(4, 5)
    rate, quick = next(
        (r, q) for top, r, q in ((20000, 20, 0), (50000, 30, 2000), (10**15, 40, 7000)) if taxable <= top
    )
    return half_up(taxable * rate / 100 - quick)


def clean_year(records, months, opening):
    """Income, social insurance and tax of a year whose every month was right at once, in fen, by fractions."""
    income, social, additional, withheld = (
        Fraction(fen, 100)
        for fen in (opening.income_fen, opening.social_fen, opening.additional_fen, opening.withheld_fen)
    )
    count, sums = opening.months, [0, 0, 0]
    for month in months:
        one = records[month]
        if one.relation not in WAGES:
            tax = services_tax(one.income)
            sums = [sums[0] + one.income, sums[1], sums[2] + tax]
            continue
        own = min(one.social, one.income)
        count, income, social = count + 1, income + Fraction(one.income, 100), social + Fraction(own, 100)
        additional += Fraction(one.additional, 100)
        taxable = income - social - additional - (60000 if one.method is TaxMethod.SIXTY_AT_ONCE else 5000 * count)
        rate, quick = next((rate, quick) for top, rate, quick in BANDS if taxable <= top)
        tax = min(max(0, half_up(taxable * rate / 100 - quick - withheld)) if taxable > 0 else 0, one.income - own)
        withheld += Fraction(tax, 100)
        sums = [sums[0] + one.income, sums[1] + own, sums[2] + tax]
    return sums


def equal_pay(**fields):
    return Year({month: Record(**({"income": 3_000_000, "social": 450_000, "additional": 200_000} | fields))
                 for month in MONTHS})  # fmt: skip


def locked(year, months):
    for month in months:
        year.run(month)
    return year


# ---------------------------------------------------------------- one correction


def test_a_month_that_was_right_has_nothing_to_correct():
    year = locked(equal_pay(), MONTHS[:4])
    assert year.run("2026-02", RunKind.CORRECTION) is None


def test_the_differences_are_paid_and_the_year_is_the_clean_one():
    year = locked(equal_pay(), MONTHS[:6])
    slip = year.correct("2026-02", income=3_500_000)
    assert (slip.gross_fen, slip.social_fen, slip.tax_fen, slip.net_fen) == (500_000, 0, 50_000, 450_000)
    assert slip.lines[0].formula == "应为35000.00,已计30000.00,差额5000.00"
    assert [(line.code, line.amount_fen) for line in slip.deductions] == [(LineCode.TAX, -50_000)]
    assert [year.total(n) for n in ("gross_fen", "social_fen", "tax_fen")] == clean_year(
        year.records, MONTHS[:6], NO_YEAR
    )


def test_a_correction_adds_no_month_to_the_tax_year():
    year = locked(equal_pay(), MONTHS[:3])
    year.correct("2026-01", income=3_100_000)
    assert year.sums(MONTHS[:3]).months == 3
    year.run("2026-04")
    assert year.total("tax_fen") == clean_year(year.records, MONTHS[:4], NO_YEAR)[2]


def test_wages_paid_too_much_become_an_advance_and_come_back_from_the_next():
    year = locked(equal_pay(), MONTHS[:2])
    slip = year.correct("2026-02", income=2_000_000)
    assert (slip.gross_fen, slip.tax_fen) == (-1_000_000, -37_000)  # (50000-10000-9000-4000)×3%, withheld 555+625
    assert (slip.net_fen, slip.advance_fen, slip.carried_advance_fen) == (0, -963_000, 963_000)
    assert [(line.label, line.amount_fen) for line in slip.deductions][-1] == ("多付转预支", 963_000)
    assert year.run("2026-03").advance_fen == 963_000


def test_a_correction_taken_back_pays_what_was_repaid_and_no_more():
    year = locked(equal_pay(), MONTHS[:2])
    year.correct("2026-02", income=2_000_000)
    again = year.correct("2026-02", income=3_000_000)
    assert (again.gross_fen, again.advance_fen, again.net_fen) == (1_000_000, 963_000, 0)
    year.correct("2026-02", income=2_000_000)
    year.run("2026-03")  # has repaid it
    assert year.correct("2026-02", income=3_000_000).net_fen == 900_000  # 10 % by now: 2030.00 withheld of 3030.00


def test_damage_that_a_later_month_took_is_not_taken_again():
    year = locked(equal_pay(damage=0, income=200_000, social=0), MONTHS[:1])
    year.records["2026-01"].damage = 100_000  # typed in late: asked for in February, at most 20 %
    assert year.run("2026-02").damage_fen == 40_000
    assert year.run("2026-01", RunKind.CORRECTION) is None  # no room in a month whose pay did not change
    assert year.correct("2026-01", income=600_000).damage_fen == 60_000


def test_a_correction_s_figures_sum_to_the_clean_month_s():
    year = locked(equal_pay(damage=30_000, advance=10_000, other=5_000), MONTHS[:3])
    slip = year.correct("2026-03", income=2_500_000, social=400_000, other=6_000)
    assert (slip.gross_fen, slip.social_fen, slip.damage_fen) == (-500_000, -50_000, 0)
    for one in year.slips_of("2026-03"):
        assert sum(line.amount_fen for line in one.lines) == one.gross_fen
        assert one.gross_fen + sum(line.amount_fen for line in one.deductions) == one.net_fen >= 0


# ---------------------------------------------------------------- any year

FEN = st.integers(0, 6_000_000)
SMALL = st.integers(0, 400_000)
RECORD = st.builds(Record, FEN, SMALL, SMALL, SMALL, SMALL, st.integers(0, 20_000))
CHANGES = st.fixed_dictionaries(
    {},
    optional={"income": FEN, "social": SMALL, "additional": SMALL, "damage": SMALL, "advance": SMALL, "other": SMALL},
)
STEPS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), CHANGES), max_size=8)
OPENINGS = st.sampled_from([NO_YEAR, YearToDate(3, 9_000_000, 1_350_000, 600_000, 166_500)])


def lived(records, steps, opening, first=0):
    """A year: months locked one after the other, each step a correction of an earlier month after some month's lock."""
    year = Year(dict(zip(MONTHS, records, strict=True)), opening=opening)
    for number, month in enumerate(MONTHS[first:], first):
        year.run(month)
        for after, which, changes in steps:
            if after == number and which in range(first, number + 1):
                year.correct(MONTHS[which], **changes)
    return year


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(
    st.lists(RECORD, min_size=12, max_size=12),
    STEPS,
    st.sampled_from(TaxMethod),
    st.sampled_from([0, 5, 12]),
    OPENINGS,
)
def test_any_year_with_corrections_equals_a_clean_one(records, steps, method, services, opening):
    """``services`` months of services come first (services → employee in June), their tax by the month."""
    for number, record in enumerate(records):
        record.method = method
        record.relation = Relation.SERVICES if number < services else Relation.FULL_TIME
    first = 3 if opening.months else 0
    year = lived(records, steps, opening, first)
    ours = [year.total(name) for name in ("gross_fen", "social_fen", "tax_fen")]
    assert ours == clean_year(year.records, MONTHS[first:], opening)
    assert all(slip.net_fen >= 0 for _, _, slip in year.slips)
    for name in ("damage", "advance"):
        asked = sum(getattr(record, name) for record in year.records.values())
        assert year.total(f"{name}_fen") <= asked
    for _, _, slip in year.slips:
        assert sum(line.amount_fen for line in slip.lines) == slip.gross_fen
        assert slip.gross_fen + sum(line.amount_fen for line in slip.deductions) == slip.net_fen
    assert year.total("net_fen") == year.total("gross_fen") - sum(
        year.total(f"{name}_fen") for name in ("social", "tax", "other", "damage", "advance")
    )


@pytest.mark.parametrize("later", range(6))
def test_one_month_forgotten_is_paid_by_a_correction_and_counts_as_a_month(later):
    year = equal_pay()
    for month in MONTHS[: later + 1]:
        if month != "2026-01":
            year.run(month)
    year.run("2026-01", RunKind.CORRECTION)
    assert year.total("tax_fen") == clean_year(year.records, MONTHS[: later + 1], NO_YEAR)[2]
    assert year.sums(MONTHS).months == later + 1


@pytest.mark.parametrize(("to", "blocked"), [(Relation.SERVICES, 1), (Relation.PART_TIME, 0)])
def test_a_correction_does_not_turn_wages_into_services(to, blocked):
    year = locked(equal_pay(), MONTHS[:1])
    year.records["2026-01"].relation = to
    draft = compute(year.input("2026-01", RunKind.CORRECTION))
    assert [row.kind for row in draft.problems].count("correction_changes_relation") == blocked


@pytest.mark.parametrize("method", TaxMethod)
def test_a_change_of_the_tax_method_is_corrected_over_the_year(method):
    year = locked(equal_pay(), MONTHS[:8])
    for month in MONTHS[:8]:
        year.records[month].method = method
    for month in MONTHS[:8]:
        year.run(month, RunKind.CORRECTION)
    year.run("2026-09")
    year.records["2026-09"].method = method
    year.run("2026-09", RunKind.CORRECTION)
    assert year.total("tax_fen") == clean_year(year.records, MONTHS[:9], NO_YEAR)[2]


@pytest.mark.parametrize(("income", "taken", "cut"), [(0, 0, "50.00"), (2_000, 2_000, "30.00"), (7_000, 5_000, "")])
def test_what_a_correction_has_no_room_to_deduct_is_said(income, taken, cut):
    """其他扣款 is not carried on: 50.00 typed late, of as much as the differences leave."""
    year = Year({month: Record(income=10_000, relation=Relation.HOME) for month in MONTHS})
    year.run(MONTHS[0])
    year.records[MONTHS[0]] = replace(year.records[MONTHS[0]], income=10_000 + income, other=5_000)
    draft = compute(year.input(MONTHS[0], RunKind.CORRECTION))
    found = [(row.params["asked"], row.params["cut"]) for row in draft.warnings if row.kind == "deduction_cut"]
    assert found == ([("50.00", cut)] if cut else [])
    assert sum(slip.other_fen for slip in draft.slips) == taken
