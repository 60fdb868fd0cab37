"""A run as its papers begin with it: titles by kind, the ledger of any kind."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.ledger import sum_rows
from app.domain.papers.cash import Due, cash_of
from app.domain.papers.source import ledger_of, measure_text
from app.domain.payroll_draft import Line, LineCode, Unit
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
    assert measure_text(first._replace(factor_bp=15_000, amount_fen=5_627)) == "4件×9.3775×150%"
    assert measure_text(slip(1).deductions[0]) == ""


@pytest.mark.parametrize(
    ("amount", "formula", "printed"),
    [
        (1_710, "57×1.20=68.40,按1:1:2分得17.10", "57×1.20=68.40,按1:1:2分得"),
        (2_565, "57×1.20=68.40,按1:1:2分得17.10×150%=25.65", "57×1.20=68.40,按1:1:2分得17.10×150%"),
        (6_840, "57×1.20=68.40,按1分得68.40", "57件×1.20"),
    ],
)
def test_a_share_is_not_printed_as_a_whole(amount: int, formula: str, printed: str) -> None:
    factor = 15_000 if "150%" in formula else 10_000
    line = Line(LineCode.TEAM_PIECE, "集体计件", 57_000, Unit.PIECE, 12_000, factor, amount, formula)
    assert measure_text(line) == printed
