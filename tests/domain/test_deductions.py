"""From gross to net: the order, what limits each deduction, and what is carried."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.deductions import Owed, damage_limit, deduct
from app.domain.payroll_draft import LineCode
from app.domain.payroll_input import PayTerms, YearToDate
from app.domain.rulepack import payroll_rules
from app.domain.vocabulary import Basis, Relation
from tests.reference.rows import packs

RULES = payroll_rules(packs(), date(2026, 10, 31))
FULL, PART, SERVICES = Relation.FULL_TIME, Relation.PART_TIME, Relation.SERVICES


def taken(gross, floor=0, relation=FULL, social=0, **owed):
    terms = PayTerms(date(2020, 1, 1), relation, Basis.MONTHLY, 0, social)
    return deduct(gross, floor, terms, Owed(**owed), RULES)


@pytest.mark.parametrize(("gross", "limit"), [(260_000, 52_000), (220_000, 31_000), (189_000, 0), (100_000, 0)])
def test_damage_of_the_rules_leaves_the_floor(gross, limit):
    assert damage_limit(FULL, gross, 189_000, 2_000) == limit
    assert taken(gross, 189_000, damage_fen=80_000).damage_fen == min(80_000, limit)


def test_the_share_is_cut_to_whole_fen():
    assert damage_limit(FULL, 471_822, 0, 2_000) == 94_364


def test_part_time_knows_the_share_only_and_services_no_limit():
    assert damage_limit(PART, 100_000, 189_000, 2_000) == 20_000
    assert damage_limit(SERVICES, 100_000, 0, 2_000) is None
    assert taken(100_000, relation=SERVICES, damage_fen=99_000).damage_fen == 96_000  # after 40 of tax


def test_what_does_not_fit_is_carried():
    month = taken(100_000, damage_fen=30_000, advance_fen=90_000)
    assert (month.damage_fen, month.carried_damage_fen) == (20_000, 10_000)
    assert (month.advance_fen, month.carried_advance_fen, month.net_fen) == (80_000, 10_000, 0)


def test_social_insurance_comes_first_and_tax_sees_what_was_taken():
    month = taken(30_000, social=48_050, other_fen=10_000)
    assert (month.social_fen, month.other_fen, month.net_fen) == (30_000, 0, 0)
    assert month.cut_fen == ((LineCode.SOCIAL, 18_050), (LineCode.OTHER, 10_000))
    assert month.tax_basis.social_fen == 30_000


def test_tax_takes_no_more_than_is_left():
    month = taken(10_000, so_far=YearToDate(1, 50_000_000))
    assert (month.tax_fen, month.net_fen) == (10_000, 0)
    assert [code for code, _ in month.cut_fen] == [LineCode.TAX]


def test_services_pay_no_social_insurance_and_have_no_tax_year():
    month = taken(300_000, relation=SERVICES, social=48_050)
    assert (month.social_fen, month.tax_fen, month.tax_basis) == (0, 44_000, None)


def test_a_negative_balance_takes_nothing_and_stays():
    month = taken(100_000, advance_fen=-5_000)
    assert (month.advance_fen, month.carried_advance_fen, month.net_fen) == (0, -5_000, 100_000)


def test_each_deduction_is_a_line_with_what_limited_it():
    month = taken(100_000, damage_fen=30_000, advance_fen=5_000)
    assert [(line.code, line.amount_fen, line.formula) for line in month.lines] == [
        (LineCode.DAMAGE, -20_000, "300.00,每月不超过应发20%且不低于最低工资:200.00,实扣200.00"),
        (LineCode.ADVANCE, -5_000, "50.00"),
    ]


FEN = st.integers(0, 5_000_000)


@given(FEN, FEN, st.sampled_from(Relation), FEN, FEN, FEN, FEN)
def test_net_is_never_negative_and_nothing_is_lost(gross, floor, relation, social, other, damage, advance):
    month = taken(gross, floor, relation, social, other_fen=other, damage_fen=damage, advance_fen=advance)
    parts = (month.social_fen, month.tax_fen, month.other_fen, month.damage_fen, month.advance_fen)
    assert min(*parts, month.net_fen) >= 0
    assert sum(parts) + month.net_fen == gross
    assert month.damage_fen + month.carried_damage_fen == damage
    assert month.advance_fen + month.carried_advance_fen == advance
