"""Pay terms, openings, wage settings and piece prices as typed in: each refusal on both sides of its bound."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.pay_check import (
    Employment,
    FieldRefusal,
    OpeningForm,
    PriceForm,
    SettingsForm,
    TermForm,
    accept,
    check_leaving,
    check_opening,
    check_price,
    check_settings,
    check_term,
    check_withdrawal,
    gap_notes,
)
from app.domain.vocabulary import Basis, PayPeriod, Relation, TaxMethod
from app.domain.worker_check import FieldNote

EMPLOYED = Employment(date(2025, 3, 1), date(2026, 12, 31))
FIRST = TermForm(date(2025, 3, 1), Relation.FULL_TIME, Basis.MONTHLY, 260_000)
RAISE = replace(FIRST, valid_from=date(2026, 11, 16), rate_fen=300_000)
HOURLY = replace(RAISE, relation=Relation.PART_TIME, basis=Basis.HOURLY, rate_fen=2_000, valid_from=date(2026, 11, 1))
OPENING = OpeningForm(2026, "2026-07", 6, 1_000_000, 100_000, 0, 5_000)
SETTINGS = SettingsForm(date(2026, 1, 1), 10, 187_000, 1_900)
PRICE = PriceForm(911, "", date(2026, 11, 1), 23_500)


def blocking(notes) -> list[tuple[str, str]]:
    """Code and field of what refuses."""
    return [(note.kind, note.column) for note in notes if note.blocks]


def said(notes) -> list[str]:
    """Codes of what is only said."""
    return [note.kind for note in notes if not note.blocks]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"rate_fen": 10_000_000},
        {"basis": Basis.DAILY, "rate_fen": 500_000},
        {"basis": Basis.HOURLY, "rate_fen": 100_000},
        {"rate_fen": 1},
        {"basis": Basis.PIECE, "rate_fen": None},
        {"valid_from": date(2026, 12, 31)},
        {"social_fen": 40_000},
        {"social_base_fen": 400_000},
        {"social_fen": 0, "social_base_fen": 400_000},
        {"additional_fen": 0},
        {"relation": Relation.SERVICES, "valid_from": date(2026, 12, 1)},
    ],
)
def test_terms_that_are_taken(change):
    assert blocking(check_term(replace(RAISE, **change), [FIRST], EMPLOYED)) == []


@pytest.mark.parametrize(
    ("change", "code", "column"),
    [
        ({"rate_fen": None}, "worker_rate_empty", "rate_fen"),
        ({"rate_fen": 0}, "worker_rate_empty", "rate_fen"),
        ({"rate_fen": -1}, "worker_amount_negative", "rate_fen"),
        ({"rate_fen": 10_000_001}, "term_rate_absurd", "rate_fen"),
        ({"basis": Basis.DAILY, "rate_fen": None}, "worker_rate_empty", "rate_fen"),
        ({"basis": Basis.DAILY, "rate_fen": 500_001}, "term_rate_absurd", "rate_fen"),
        ({"basis": Basis.HOURLY, "rate_fen": None}, "worker_rate_empty", "rate_fen"),
        ({"basis": Basis.HOURLY, "rate_fen": 100_001}, "term_rate_absurd", "rate_fen"),
        ({"basis": Basis.PIECE}, "worker_rate_unwanted", "rate_fen"),
        ({"basis": None}, "worker_basis_empty", "basis"),
        ({"valid_from": None}, "pay_date_empty", "valid_from"),
        ({"valid_from": date(2025, 2, 28)}, "pay_before_hired", "valid_from"),
        ({"valid_from": date(2027, 1, 1)}, "pay_after_left", "valid_from"),
        ({"valid_from": FIRST.valid_from}, "term_date_taken", "valid_from"),
        ({"social_fen": -1}, "worker_amount_negative", "social_fen"),
        ({"social_base_fen": -1}, "worker_amount_negative", "social_base_fen"),
        ({"additional_fen": -1}, "worker_amount_negative", "additional_fen"),
        ({"social_fen": 100_000_001}, "pay_amount_absurd", "social_fen"),
        ({"social_fen": 1, "social_base_fen": 1}, "term_social_both", "social_base_fen"),
        ({"period": PayPeriod.HALF_MONTH}, "term_half_month_part_time", "period"),
        ({"relation": Relation.SERVICES}, "term_relation_mid_month", "valid_from"),
    ],
)
def test_terms_that_are_refused_at_their_field(change, code, column):
    assert (code, column) in blocking(check_term(replace(RAISE, **change), [FIRST], EMPLOYED))


def test_a_worker_without_relation_is_not_guessed():
    assert ("worker_relation_empty", "relation") in blocking(check_term(replace(RAISE, relation=None), [], EMPLOYED))


@pytest.mark.parametrize(
    ("basis", "rate", "refused"),
    [(Basis.HOURLY, 2_000, False), (Basis.PIECE, None, False), (Basis.DAILY, 2_000, True), (Basis.MONTHLY, 1, True)],
)
def test_part_time_is_paid_by_the_hour_or_the_piece(basis, rate, refused):
    found = blocking(check_term(replace(HOURLY, basis=basis, rate_fen=rate), [FIRST], EMPLOYED))
    assert (("worker_part_time_hourly", "basis") in found) is refused


def test_half_a_month_is_for_part_time():
    assert blocking(check_term(replace(HOURLY, period=PayPeriod.HALF_MONTH), [FIRST], EMPLOYED)) == []


def test_a_relation_may_change_on_a_months_first_day_only():
    services = replace(RAISE, relation=Relation.SERVICES, basis=Basis.PIECE, rate_fen=None)
    assert blocking(check_term(replace(services, valid_from=date(2026, 11, 1)), [FIRST], EMPLOYED)) == []
    (found,) = blocking(check_term(replace(services, valid_from=date(2026, 11, 2)), [FIRST], EMPLOYED))
    assert found == ("term_relation_mid_month", "valid_from")


def test_terms_put_between_two_raises_make_the_later_one_a_change_of_relation():
    between = replace(HOURLY, valid_from=date(2026, 10, 1))
    assert ("term_relation_mid_month", "valid_from") in blocking(check_term(between, [FIRST, RAISE], EMPLOYED))


def test_a_break_that_was_there_before_hinders_no_other_change():
    broken = replace(HOURLY, valid_from=date(2026, 6, 15))
    later = replace(HOURLY, valid_from=date(2026, 11, 20), rate_fen=2_100)
    assert blocking(check_term(later, [FIRST, broken], EMPLOYED)) == []


@pytest.mark.parametrize(
    ("form", "codes"),
    [
        (replace(RAISE, tax_method=TaxMethod.SIXTY_AT_ONCE), ["term_sixty"]),
        (replace(HOURLY, relation=Relation.SERVICES, tax_method=TaxMethod.SIXTY_AT_ONCE), ["term_sixty_services"]),
        (replace(HOURLY, relation=Relation.HOME, social_fen=100), ["term_social_services"]),
        (RAISE, []),
    ],
)
def test_what_is_only_said(form, codes):
    assert said(check_term(form, [FIRST], EMPLOYED)) == codes


def test_the_only_terms_cannot_be_withdrawn():
    assert blocking(check_withdrawal(FIRST, [], EMPLOYED)) == [("term_last", "valid_from")]
    assert blocking(check_withdrawal(RAISE, [FIRST], EMPLOYED)) == []


def test_withdrawing_what_lies_between_may_leave_a_change_within_a_month():
    before = replace(HOURLY, valid_from=date(2025, 3, 1))
    monthly = replace(RAISE, valid_from=date(2026, 10, 1))
    assert blocking(check_withdrawal(monthly, [before, RAISE], EMPLOYED)) == [("term_relation_mid_month", "valid_from")]


def test_days_without_terms_after_the_hiring_are_said():
    assert said(gap_notes([RAISE], EMPLOYED)) == ["term_gap"]
    assert said(gap_notes([FIRST, RAISE], EMPLOYED)) == []


def test_the_end_of_an_employment():
    assert blocking(check_leaving(date(2025, 2, 28), EMPLOYED.hired)) == [("worker_left_before_hired", "left_on")]
    assert said(check_leaving(EMPLOYED.hired, EMPLOYED.hired)) == ["leaving_pay_now"]
    assert [*check_leaving(None, EMPLOYED.hired)] == []


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"months": 0, "income_fen": 0, "social_fen": 0, "withheld_fen": 0},
        {"before_month": "2026-09", "months": 8},
        {"before_month": "2026-01", "months": None, "income_fen": None, "social_fen": None, "withheld_fen": None},
        {"withheld_fen": 1_000_000},
    ],
)
def test_openings_that_are_taken(change):
    assert [*check_opening(replace(OPENING, **change), ["2026-09", "2025-12"])] == []


@pytest.mark.parametrize(
    ("change", "code", "column"),
    [
        ({"year": None}, "opening_year_wrong", "year"),
        ({"year": 26}, "opening_year_wrong", "year"),
        ({"before_month": ""}, "opening_month_wrong", "before_month"),
        ({"before_month": "2026-13"}, "opening_month_wrong", "before_month"),
        ({"before_month": "2026-7"}, "opening_month_wrong", "before_month"),
        ({"before_month": "2025-07"}, "opening_month_wrong", "before_month"),
        ({"before_month": "2026-10"}, "opening_covers_locked", "before_month"),
        ({"months": 7}, "opening_months_wrong", "months"),
        ({"months": -1}, "opening_months_wrong", "months"),
        ({"months": 0}, "opening_months_missing", "months"),
        ({"withheld_fen": 1_000_001}, "opening_above_income", "withheld_fen"),
        ({"social_fen": 1_000_001}, "opening_above_income", "social_fen"),
        ({"advance_fen": -1}, "worker_amount_negative", "advance_fen"),
        ({"damage_fen": 100_000_001}, "pay_amount_absurd", "damage_fen"),
    ],
)
def test_openings_that_are_refused_at_their_field(change, code, column):
    assert (code, column) in blocking(check_opening(replace(OPENING, **change), ["2026-09"]))


@pytest.mark.parametrize(
    "change", [{}, {"pay_day": 1}, {"pay_day": 31}, {"pay_day": None}, {"hourly_minimum_fen": 100_000}]
)
def test_settings_that_are_taken(change):
    assert [*check_settings(replace(SETTINGS, **change), [date(2025, 1, 1)])] == []


@pytest.mark.parametrize(
    ("change", "code", "column"),
    [
        ({"valid_from": None}, "pay_date_empty", "valid_from"),
        ({"valid_from": date(2025, 1, 1)}, "settings_date_taken", "valid_from"),
        ({"pay_day": 0}, "settings_pay_day", "pay_day"),
        ({"pay_day": 32}, "settings_pay_day", "pay_day"),
        ({"monthly_minimum_fen": -1}, "worker_amount_negative", "monthly_minimum_fen"),
        ({"monthly_minimum_fen": 10_000_001}, "pay_amount_absurd", "monthly_minimum_fen"),
        ({"hourly_minimum_fen": 100_001}, "pay_amount_absurd", "hourly_minimum_fen"),
    ],
)
def test_settings_that_are_refused_at_their_field(change, code, column):
    assert (code, column) in blocking(check_settings(replace(SETTINGS, **change), [date(2025, 1, 1)]))


def test_settings_against_the_law_are_said():
    given = replace(SETTINGS, monthly_minimum_fen=None, pays_statutory=False)
    assert said(check_settings(given, [])) == ["settings_no_minimum", "settings_statutory_unpaid"]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"valid_from": date(2026, 10, 1)}, [("price_date_taken", "valid_from")]),
        ({"valid_from": date(2026, 10, 1), "grade": "A"}, []),
        ({"valid_from": date(2026, 10, 1), "process_id": 912}, []),
        ({"price_e4": -1}, [("worker_amount_negative", "price_e4")]),
        ({"price_e4": 100_000_000}, []),
        ({"price_e4": 100_000_001}, [("pay_amount_absurd", "price_e4")]),
        ({"price_e4": None}, [("price_empty", "price_e4")]),
        ({"process_id": None}, [("price_process_empty", "process_id")]),
        ({"valid_from": None}, [("pay_date_empty", "valid_from")]),
    ],
)
def test_prices(change, found):
    assert blocking(check_price(replace(PRICE, **change), [(911, "", date(2026, 10, 1))])) == found


def test_a_price_of_nothing_is_said():
    assert said(check_price(replace(PRICE, price_e4=0), [])) == ["price_zero"]


def test_a_refusal_names_its_field_and_keeps_every_note():
    notes = [FieldNote("term_sixty", "tax_method", False), FieldNote("settings_pay_day", "pay_day", True)]
    with pytest.raises(FieldRefusal) as refusal:
        accept(notes)
    assert (refusal.value.code, refusal.value.params["column"], len(refusal.value.notes)) == (
        "settings_pay_day",
        "pay_day",
        2,
    )
    assert refusal.value.text("en") != refusal.value.text("zh_CN")
    assert accept(notes[:1]) == (notes[0],)
