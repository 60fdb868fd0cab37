"""Every multiplication a slip or a settlement sheet prints without its formulas gives the amount printed beside it."""

import random
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from app.domain.money import half_up, split
from app.domain.papers.settlement import settlement_of
from app.domain.papers.source import Source, measure_text
from app.domain.payroll import compute
from app.domain.payroll_draft import PayrollDraft
from app.domain.vocabulary import RunKind
from tests.paper_sources import paid
from tests.reference.made_books import make_book
from tests.reference.rows import MONTH, month_input, sample

_NUMBER = r"-?[\d.]+(?:/\d+)?%?"
_PRODUCT = re.compile(rf"{_NUMBER}(?:[×÷]{_NUMBER})+")
_SHARED = re.compile(r"=(?P<whole>[\d.]+),按(?P<weights>[\d.:]+)分得(?:(?P<part>[\d.]+)×(?P<factor>[\d.]+)%)?")


def number(text: str) -> Fraction:
    return Fraction(text.rstrip("%")) / (100 if text.endswith("%") else 1)


def product(text: str) -> Fraction:
    """Numbers multiplied and divided in their order."""
    value = Fraction(1)
    for sign, one in re.findall(rf"(^|[×÷])({_NUMBER})", text):
        value = value / number(one) if sign == "÷" else value * number(one)
    return value


def fen(value: Fraction) -> int:
    sign = -1 if value < 0 else 1
    return sign * half_up(abs(value.numerator) * 100, value.denominator)


def mistakes(printed: str, amount_fen: int) -> Iterator[str]:
    """What of a printed reckoning does not give its amount."""
    plain = re.sub(r"(?<=[\d%])(?:件|天|小时|月)", "", printed)
    for made, result in re.findall(rf"({_PRODUCT.pattern})=({_NUMBER})", plain):
        if fen(product(made)) != fen(number(result)):
            yield f"{made} is not {result}: {printed}"
    if shared := _SHARED.search(plain):
        weights = [int(Decimal(one) * 1000) for one in shared["weights"].split(":")]
        shares = split(fen(number(shared["whole"])), weights)
        part = fen(number(shared["part"])) if shared["part"] else amount_fen
        factor = int(Decimal(shared["factor"] or "100") * 100)
        if part not in shares or half_up(part * factor, 10_000) != amount_fen:
            yield f"no share is {amount_fen}: {printed}"
    elif _PRODUCT.fullmatch(plain) and fen(product(plain)) != amount_fen:
        yield f"not {amount_fen}: {printed}"
    elif "×" in plain and not _PRODUCT.fullmatch(plain) and "为限" not in plain:
        yield f"unread: {printed}"


def found(draft: PayrollDraft) -> list[str]:
    slips = tuple(paid(one) for one in draft.slips)
    first = date.fromisoformat(f"{draft.month}-01")
    source = Source(7, "龙潭彝绣工坊", "", draft.month, RunKind.REGULAR, 5, first, first, None, slips)
    lines = [line for one in draft.slips for line in one.lines]
    wrong = [text for line in lines for text in mistakes(measure_text(line), line.amount_fen)]
    works = [work for _, rows in settlement_of(source).sheets for row in rows for work in row.works]
    for work in works:
        printed = work.how or (f"{work.quantity}×{work.price}".replace(" ", "") if work.quantity else "")
        wrong += mistakes(printed, work.amount_fen)
    return wrong


def test_every_printed_multiplication_of_the_sample_gives_its_amount() -> None:
    draft = compute(month_input(sample(), MONTH))
    assert sum("×" in measure_text(line) for one in draft.slips for line in one.lines) > 100
    assert found(draft) == []


@pytest.mark.parametrize("month", ["2025-05", "2026-02", "2026-10"])
def test_every_printed_multiplication_of_a_made_up_month_gives_its_amount(month: str) -> None:
    assert found(compute(month_input(make_book(random.Random(f"printed {month}"), month, headcount=40), month))) == []


@pytest.mark.parametrize(
    ("printed", "amount_fen"),
    [
        ("57件×1.20", 3_420),
        ("3天×1870.00", 25_793),
        ("57×1.20=68.41,按1:1:2分得", 3_420),
        ("57×1.20=68.40,按1:2分得", 3_420),
    ],
)
def test_the_reading_finds_what_is_wrong(printed: str, amount_fen: int) -> None:
    assert [*mistakes(printed, amount_fen)]
