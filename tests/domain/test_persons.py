"""People with several rows: which row is asked for what the others owe, and what is open of the person."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.payroll_input import PaidSlip, WorkerInput, YearToDate
from app.domain.persons import carriers, paid_as, with_debts
from app.domain.vocabulary import Relation, RunKind

FIRST, LAST = date(2026, 4, 1), date(2026, 4, 30)
GONE = WorkerInput(1, "01", "甲", date(2025, 1, 1), date(2026, 3, 31), (), id_number="one")
BACK = WorkerInput(2, "02", "甲", date(2026, 4, 1), None, (), id_number="one")
LATER = WorkerInput(3, "03", "甲", date(2026, 5, 1), None, (), id_number="one")
OTHER = WorkerInput(4, "04", "乙", date(2025, 1, 1), date(2026, 3, 31), (), id_number="two")
WAGES = PaidSlip(RunKind.SETTLEMENT, Relation.FULL_TIME, gross_fen=800_000, additional_fen=50_000, tax_fen=7_500)
SERVICES = PaidSlip(RunKind.REGULAR, Relation.SERVICES, gross_fen=80_000)


@pytest.mark.parametrize(
    ("rows", "carried"),
    [
        ([GONE, BACK, OTHER], {1: 2}),
        ([GONE, BACK, LATER], {1: 2, 3: 2}),
        ([GONE, LATER], {1: 3}),
        ([replace(GONE, left=date(2026, 4, 10)), BACK], {}),
        ([replace(GONE, standing=(WAGES,)), BACK], {}),
        ([replace(GONE, id_number=""), replace(BACK, id_number="")], {}),
    ],
)
def test_the_row_employed_is_asked_for_what_others_owe(rows, carried):
    assert carriers(rows, FIRST, LAST) == carried


def test_what_is_brought_forward_moves_and_what_is_open_is_the_persons():
    first = replace(GONE, advance_brought_fen=40_000, damage_open_fen=-10_000)
    second = replace(BACK, advance_brought_fen=1_000, damage_open_later_fen=15_000)
    found = with_debts([first, second, OTHER], {1: 2}, {})
    assert [row.advance_brought_fen for row in found] == [0, 41_000, 0]
    assert [(row.damage_open_fen, row.damage_open_later_fen) for row in found] == [(0, 5_000), (0, 5_000), (0, 0)]


def test_a_persons_additional_deductions_count_once_and_services_apart():
    rows = [[WAGES, replace(WAGES, additional_fen=0)], [replace(WAGES, additional_fen=60_000), SERVICES]]
    assert paid_as(rows, wages=True) == YearToDate(1, 2_400_000, 0, 60_000, 22_500)
    assert paid_as(rows, wages=False) == YearToDate(1, 80_000)
