"""Checks on a typed worker: the retirement dates of the 2024 decision's own tables, and ages at their birthdays."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.identity_number import check_character
from app.domain.rulepack import WorkingAge, figures_on
from app.domain.vocabulary import Basis, Relation
from app.domain.worker_check import WorkerForm, check, rate_notes, retires_on
from app.services.rule_packs import shipped_packs

TODAY = date(2026, 10, 21)
AGES, _ = figures_on(shipped_packs(), "working_age", TODAY, WorkingAge)


def number(born: date, sex: str = "女") -> str:
    """An ID number of somebody born that day."""
    body = f"513499{born:%Y%m%d}00{1 if sex == '男' else 2}"
    return body + check_character(body)


def kinds(**fields: object) -> list[str]:
    """The notes on an otherwise good form."""
    form = WorkerForm("01", "阿依", Relation.FULL_TIME, Basis.PIECE, hired_on=date(2026, 10, 1))
    return [note.kind for note in check(replace(form, **fields), (), AGES, TODAY)]


@pytest.mark.parametrize(
    ("sex", "born", "retires"),
    [
        ("男", date(1964, 12, 31), date(2024, 12, 31)),  # before the delay
        ("男", date(1965, 1, 15), date(2025, 2, 15)),
        ("男", date(1965, 5, 1), date(2025, 7, 1)),
        ("男", date(1976, 8, 1), date(2039, 7, 1)),  # 62 years 11 months
        ("男", date(1976, 9, 1), date(2039, 9, 1)),  # 63, the most
        ("男", date(1990, 3, 3), date(2053, 3, 3)),
        ("女", date(1974, 12, 1), date(2024, 12, 1)),
        ("女", date(1975, 1, 31), date(2025, 2, 28)),  # a day that its month lacks
        ("女", date(1975, 3, 1), date(2025, 5, 1)),
        ("女", date(1984, 11, 1), date(2039, 11, 1)),  # 55, the most
        ("女", date(1990, 3, 3), date(2045, 3, 3)),
    ],
)
def test_retirement_is_as_the_decision_tables_it(sex, born, retires):
    assert retires_on(born, sex, AGES) == retires


@pytest.mark.parametrize(
    ("born", "noted"),
    [
        (date(2010, 10, 2), ["worker_under_age"]),
        (date(2010, 10, 1), ["worker_minor"]),
        (date(2008, 10, 22), ["worker_minor"]),
        (date(2008, 10, 21), []),
    ],
)
def test_the_sixteenth_and_eighteenth_birthdays_count(born, noted):
    assert kinds(id_number=number(born)) == noted


@pytest.mark.parametrize(("born", "noted"), [(date(1976, 2, 28), ["worker_retired"]), (date(1976, 5, 1), [])])
def test_who_has_reached_retirement_age_is_noted(born, noted):
    assert kinds(id_number=number(born)) == noted


def test_a_monthly_wage_needs_a_rate_and_pieces_none():
    assert kinds(id_number=number(date(1990, 1, 1)), basis=Basis.MONTHLY) == ["worker_rate_empty"]
    assert kinds(id_number=number(date(1990, 1, 1)), rate_fen=1) == ["worker_rate_unwanted"]


@pytest.mark.parametrize(
    ("field", "text", "noted"),
    [
        ("household_base", "脱贫户", []),
        ("household_base", "贫困户", ["worker_household_wrong"]),
        ("monitoring", "边缘易致贫户", []),
        ("monitoring", "其他", ["worker_household_wrong"]),
    ],
)
def test_households_are_named_as_the_state_names_them(field, text, noted):
    assert kinds(id_number=number(date(1990, 1, 1)), **{field: text}) == noted


@pytest.mark.parametrize(
    ("changes", "note", "column"),
    [
        ({"name": "王\u200b古"}, "text_unfit_character", "name"),
        ({"bank": "农\u202e信社"}, "text_unfit_character", "bank"),
        ({"village": "\ue000村"}, "text_unfit_character", "village"),
        ({"basis": Basis.HOURLY, "rate_fen": 100_001}, "term_rate_absurd", "rate_fen"),
        ({"basis": Basis.DAILY, "rate_fen": 500_001}, "term_rate_absurd", "rate_fen"),
        ({"basis": Basis.MONTHLY, "rate_fen": 10_000_001}, "term_rate_absurd", "rate_fen"),
        ({"social_fen": 100_000_001}, "pay_amount_absurd", "social_fen"),
    ],
)
def test_what_no_form_takes_is_refused_at_its_field(changes, note, column):
    good = WorkerForm("01", "阿依", Relation.FULL_TIME, Basis.PIECE, hired_on=date(2026, 10, 1))
    form = replace(good, **changes)
    found = [one for one in check(form, (), AGES, TODAY) if one.blocks]
    assert [(one.kind, one.column) for one in found] == [(note, column)]


@pytest.mark.parametrize(("basis", "most"), [(Basis.HOURLY, 100_000), (Basis.DAILY, 500_000), (Basis.MONTHLY, 10**7)])
def test_the_highest_rate_is_taken(basis, most):
    assert not list(rate_notes(basis, most))
