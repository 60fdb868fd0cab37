"""What a slip opens to, as frozen rows: each figure with its formula, the records behind it, and the tax year."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.messages import render
from app.domain.payroll_draft import LineCode
from app.domain.vocabulary import TimeKind


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the catalogue with what fills it; it may fill a placeholder of another."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)

    def text(self, lang: str = "zh_CN") -> str:
        """The words in ``lang`` (``zh_CN`` or ``en``)."""
        return render(self.code, dict(self.params), lang)


def said(code: str, /, **params: object) -> Said:
    """A sentence of the catalogue."""
    return Said(code, params)


_KIND = re.compile(r"\((加班|休息日|法定)\)")


def about_words(about: str) -> str | Said:
    """What a line's label says behind its title, its time kind (加班) in the reader's language."""
    found = _KIND.search(about)
    if found is None:
        return about
    kind = said(f"explain_time_{TimeKind(found[1]).name.lower()}")
    rest = f"{about[: found.start()]}{about[found.end() :]}".strip()
    return said("explain_about", rest=rest, kind=kind) if rest else kind


class Measure(StrEnum):
    """What the rows of a figure count: fen, minutes, minutes of 8-hour days, or 1/1000 pieces."""

    FEN = "元"
    HOURS = "小时"
    DAYS = "天"
    PIECES = "件"


class Source(StrEnum):
    """Which records a row comes from; a row with a date leads to that day."""

    MARK = "mark"
    CALENDAR = "calendar"
    PIECE = "piece"
    TEAM = "team"
    TERMS = "terms"
    ADJUSTMENT = "adjustment"
    PLAN = "plan"
    ADVANCE = "advance"
    SLIP = "slip"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Row:
    """A record behind a figure: what it says and what it counts, in the figure's measure; 0 where it only informs."""

    words: Said
    counted: int
    source: Source
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A line or a sum of a slip. ``rows`` count up to ``total`` in ``measure``; ``facts`` are what the formula takes
    besides (rate, price, factor), ``notes`` what to beware of. ``title`` is the slip's own words, empty for a sum.
    """

    name: Said
    amount_fen: int
    total: int
    measure: Measure
    rows: tuple[Row, ...]
    code: LineCode | None = None
    title: str = ""
    formula: str = ""
    facts: tuple[Said, ...] = ()
    notes: tuple[Said, ...] = ()

    @property
    def adds_up(self) -> bool:
        """Whether the rows are all of the figure."""
        return sum(row.counted for row in self.rows) == self.total


@dataclass(frozen=True, slots=True)
class YearRow:
    """A month of the tax year, or the months of an opening balance together, fen."""

    label: Said
    income_fen: int
    social_fen: int
    additional_fen: int
    withheld_fen: int
    months: int = 1


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a worker beside the month's input: the year's earlier months, and advances with what was repaid.

    The rows of ``year`` do not hold the opening nor this month.
    """

    year: tuple[YearRow, ...] = ()
    debts: tuple[Said, ...] = ()
    notes: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class SlipExplanation:
    """A slip opened: its earnings and deductions in the slip's order, its sums, and the tax year by month."""

    month: str
    worker_id: int
    no: str
    name: str
    lines: tuple[Figure, ...]
    deductions: tuple[Figure, ...]
    sums: tuple[Figure, ...]
    year: tuple[YearRow, ...] = ()
    notes: tuple[Said, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Everything that opens, top to bottom."""
        return (*self.lines, *self.deductions, *self.sums)
