"""Dated pay terms inside a month: which are in force on a day, and the spans of days they pay (a raise on the 16th)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.calendar import MonthCalendar
from app.domain.payroll_input import PayTerms
from app.domain.vocabulary import Basis, DayKind, Relation


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both included, that are paid by one basis and rate."""

    first: date
    last: date
    terms: PayTerms

    @property
    def by_piece(self) -> bool:
        """Whether the overtime factors apply to pieces made on these days (1994 wage payment rule 13)."""
        return self.terms.relation is Relation.FULL_TIME and self.terms.basis is Basis.PIECE

    @property
    def label(self) -> str:
        """The days as a line of a slip names them: (16-31日)."""
        return f"({self.first.day}-{self.last.day}日)"


def terms_in_force(terms: Iterable[PayTerms], last: date) -> PayTerms | None:
    """The pay terms begun last up to a day; None where none are yet."""
    return max((row for row in terms if row.valid_from <= last), key=lambda row: row.valid_from, default=None)


def spans(terms: Iterable[PayTerms], first: date, last: date) -> tuple[Span, ...]:
    """The spans of some days by terms whose relation, basis or rate differ; none where no terms are in force.

    Days before the worker's first terms are paid by these.
    """
    ordered = sorted((row for row in terms if row.valid_from <= last), key=lambda row: row.valid_from)
    begun = [row for row in ordered if row.valid_from <= first][-1:]
    found: list[Span] = []
    for row in (*begun, *(row for row in ordered if row.valid_from > first)):
        if found and _paid_by(found[-1].terms) == _paid_by(row):
            continue
        since = row.valid_from if found else first
        if found:
            found[-1] = Span(found[-1].first, since - timedelta(days=1), found[-1].terms)
        found.append(Span(since, last, row))
    return tuple(found)


def _paid_by(terms: PayTerms) -> tuple[Relation, Basis, int]:
    return terms.relation, terms.basis, terms.rate_fen


def paid_days(calendar: MonthCalendar, first: date, last: date) -> int:
    """Working and statutory days from one day of a month to another."""
    return sum(kind is not DayKind.REST for kind in calendar.kinds[first.day - 1 : last.day])
