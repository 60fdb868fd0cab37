"""The tax list: a row a worker and kind of income, runs of a month added up."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.papers.tax_list import TaxData, period_words, sum_tax, tax_corrections, tax_rows
from app.domain.payroll_draft import Line, LineCode, TaxBasis, Unit
from app.domain.refusal import Refusal
from app.domain.vocabulary import Relation, RunKind
from tests.paper_sources import paid, slip, source


def test_wages_come_first_and_services_apart() -> None:
    given = [paid(slip(1, 2, Relation.HOME)), paid(slip(2)), paid(slip(3, 1, Relation.SERVICES))]
    data = TaxData("坊", "", "2026-10", False, "", tax_rows(given, "2026-10"))
    assert [row.no for row in data.wages] == ["02"]
    assert [row.no for row in data.services] == ["01", "03"]


def test_a_correction_is_added_to_its_worker() -> None:
    whole, more = slip(1), slip(1, 1)
    (row,) = tax_rows([paid(whole), paid(more)], "2026-10")
    assert row.income_fen == whole.gross_fen + more.gross_fen
    assert row.tax_fen == whole.tax_fen + more.tax_fen


def test_who_is_employed_again_has_one_row() -> None:
    first, second = slip(1, 1), slip(2, 2)
    bases = [replace(one, tax_basis=TaxBasis(one.gross_fen, 0, fen, 0)) for one, fen in ((first, 1_000), (second, 500))]
    given = [replace(paid(one), id_number="51343119900101001X") for one in bases]
    (row,) = tax_rows(given, "2026-10")
    assert (row.no, row.income_fen, row.additional_fen) == ("02", first.gross_fen + second.gross_fen, 1_000)


def test_a_number_mended_between_two_runs_makes_no_second_row() -> None:
    (row,) = tax_rows([paid(slip(1)), replace(paid(slip(1, 1)), id_number="51343119900101001X")], "2026-10")
    assert row.id_number == "51343119900101001X"


def test_who_changed_from_services_to_wages_has_both() -> None:
    rows = tax_rows([paid(slip(1, 1, Relation.SERVICES)), paid(slip(1))], "2026-10")
    assert [row.is_wage for row in rows] == [True, False]


def test_insurances_are_told_apart_where_lines_name_them() -> None:
    lines = [("基本养老保险", 8_000), ("失业保险", 500), ("社会保险", 100)]
    own = tuple(Line(LineCode.SOCIAL, label, 1, Unit.ITEM, 0, 10_000, -fen, "") for label, fen in lines)
    (row,) = tax_rows([paid(replace(slip(1), deductions=own, social_fen=8_600))], "2026-10")
    assert row.insurances == (8_000, 0, 500, 0)
    assert row.unparted_fen == 100


def test_a_missing_id_number_is_named() -> None:
    with pytest.raises(Refusal) as refused:
        tax_rows([replace(paid(slip(1)), id_number=""), paid(slip(2))], "2026-10")
    assert refused.value.code == "tax_list_id_missing"
    assert "01 苏花珍" in refused.value.text()


def test_sums() -> None:
    rows = tax_rows([paid(slip(at)) for at in range(1, 6)], "2026-10")
    assert sum_tax(rows).tax_fen == sum(slip(at).tax_fen for at in range(1, 6))


def test_what_a_correction_added_is_said_of_wages_and_of_services() -> None:
    month, late = source(2), replace(source(1), kind=RunKind.CORRECTION, pay_date=date(2026, 11, 25))
    more = replace(late, slips=(*late.slips, paid(slip(9, 1, Relation.SERVICES))))
    found = tax_corrections([month, more])
    assert [(one.locked_on, one.is_wage) for one in found] == [(date(2026, 11, 25), True), (date(2026, 11, 25), False)]
    assert [(one.income_fen, one.tax_fen) for one in found] == [
        (one.slip.gross_fen, one.slip.tax_fen) for one in more.slips
    ]
    data = TaxData(
        "坊", "", "2026-10", False, "", tax_rows((*month.slips, *more.slips), "2026-10"), found, ("2026-09",)
    )
    (wages, others), (services, _) = (period_words(data, is_wage=is_wage) for is_wage in (True, False))
    assert "2026-11-25" in wages
    assert "并入更正发放当月申报" in wages
    assert "更正原申报" in services
    assert "2026-09" in others
