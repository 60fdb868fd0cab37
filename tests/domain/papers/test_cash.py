"""Banknotes: the fewest, exact to the fen, and who is listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.papers.cash import NOTES, Due, breakdown, cash_of, cash_row, sum_cash
from app.domain.refusal import Refusal
from tests.paper_sources import source


@pytest.mark.parametrize(
    ("fen", "counts", "rest"),
    [
        (0, (0,) * 8, 0),
        (140_950, (14, 0, 0, 0, 1, 4, 1, 0), 0),
        (32_504, (3, 0, 1, 0, 1, 0, 0, 0), 4),
        (18_869, (1, 1, 1, 1, 1, 3, 1, 1), 9),
    ],
)
def test_breakdown(fen: int, counts: tuple[int, ...], rest: int) -> None:
    assert breakdown(fen) == (counts, rest)


@given(st.integers(0, 100_000_000))
def test_notes_and_rest_are_the_amount(fen: int) -> None:
    counts, rest = breakdown(fen)
    assert sum(note * count for note, count in zip(NOTES, counts, strict=True)) + rest == fen
    assert 0 <= rest < 10


def test_sums_add_each_note() -> None:
    whole = sum_cash([cash_row("1", "a", 15_003), cash_row("2", "b", 5_004)])
    assert (whole.amount_fen, whole.counts[:2], whole.rest_fen) == (20_007, (1, 2), 7)


ACCOUNT = "6228480000000000011"
OPEN = [Due(1, 100, ACCOUNT), Due(2, 200, " - "), Due(3, 0, ACCOUNT)]
"""The second has no account a bank could pay to, whatever the slips say."""


def test_those_without_an_account_are_listed() -> None:
    assert [row.no for row in cash_of(source(3), OPEN, everybody=False).rows] == ["02"]


def test_everybody_open_is_listed_if_asked_for() -> None:
    data = cash_of(source(3), OPEN, everybody=True)
    assert [(row.no, row.amount_fen) for row in data.rows] == [("01", 100), ("02", 200)]
    assert data.whom == "全部待发工人（有银行账号的也在内）"


def test_where_all_have_accounts_they_are_listed_only_if_asked_for() -> None:
    dues = [Due(at, 5, ACCOUNT) for at in (1, 2, 3)]
    with pytest.raises(Refusal) as refused:
        cash_of(source(3), dues, everybody=False)
    assert refused.value.code == "cash_by_bank"
    data = cash_of(source(3), dues, everybody=True)
    assert (len(data.rows), data.whom) == (3, "全部待发工人（都有银行账号）")


def test_the_heading_says_that_none_of_them_has_an_account() -> None:
    assert cash_of(source(3), OPEN[1:], everybody=False).whom == "全部待发工人（都没有银行账号）"
    assert cash_of(source(3), OPEN, everybody=False).whom == "没有银行账号的待发工人"


def test_nothing_open_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        cash_of(source(2), [Due(1, 0), Due(2, -5)], everybody=True)
    assert refused.value.code == "cash_empty"
