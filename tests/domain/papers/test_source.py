"""A run as its papers begin with it: titles by kind, the ledger of any kind."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.ledger import sum_rows
from app.domain.papers.cash import Due, cash_of
from app.domain.papers.source import ledger_of, measure_text
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind
from tests.paper_sources import paid, slip, source


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (RunKind.REGULAR, "工资支付台账"),
        (RunKind.FIRST_HALF, "工资支付台账（上半月）"),
        (RunKind.SETTLEMENT, "工资支付台账（离职结算）"),
        (RunKind.CORRECTION, "工资支付台账（更正差额）"),
    ],
)
def test_the_title_says_which_run_it_is(kind: RunKind, title: str) -> None:
    data = ledger_of(source(kind=kind))
    assert data.title == title
    assert data.differences == (kind is RunKind.CORRECTION)


def test_the_ledger_is_the_slips() -> None:
    given = source(40)
    whole = sum_rows(ledger_of(given).rows)
    assert whole.net_fen == sum(one.slip.net_fen for one in given.slips)
    assert whole.gross_fen == sum(one.slip.gross_fen for one in given.slips)


def test_days_that_are_not_the_whole_month_are_named() -> None:
    part = replace(slip(1), period_from=date(2026, 10, 1), period_to=date(2026, 10, 20))
    data = ledger_of(replace(source(1), slips=(paid(part), paid(slip(2)))))
    assert [row.period for row in data.rows] == ["10-01 至 10-20", ""]


def test_a_disputed_run_says_so_and_pays_no_cash() -> None:
    disputed = replace(source(1), disputed=True)
    assert ledger_of(disputed).title == "工资支付台账（争议未决）"
    with pytest.raises(Refusal) as refused:
        cash_of(disputed, [Due(1, 100)], everybody=True)
    assert refused.value.code == "run_disputed"


def test_a_draft_has_no_run() -> None:
    assert ledger_of(source(run_id=0)).is_draft
    assert not ledger_of(source()).is_draft


def test_what_an_amount_comes_from_in_short() -> None:
    base, first, *_ = slip(1).lines
    assert measure_text(base) == "1月×2600.00"
    assert measure_text(first._replace(factor_bp=15_000)) == "4件×9.3775×150%"
    assert measure_text(slip(1).deductions[0]) == ""
