"""A month of a workshop in the database: the two ways its rows are read."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, Select
from sqlalchemy.orm import Session

from app.domain.calendar import month_ends

Statement = Select[*tuple[Any, ...]]
AnyRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class MonthSpan:
    """Where and when to read; ``days`` holds the month's dates by their ISO text."""

    session: Session
    workshop_id: int
    month: str
    first: date
    last: date
    days: dict[str, date]

    def rows(self, statement: Statement, table: Any) -> list[AnyRow]:  # noqa: ANN401  any mapped class
        """Rows of this workshop that are not marked deleted; from the connection, which spares the ORM's loading."""
        own = statement.where(table.workshop_id == self.workshop_id, table.deleted == 0)
        return [*self.session.connection().execute(own).all()]

    def within(self, statement: Statement, table: Any) -> Statement:  # noqa: ANN401  any mapped class
        """Of a dated table, the rows of the month."""
        return statement.where(table.date >= self.first.isoformat(), table.date <= self.last.isoformat())

    def dated(self, statement: Statement, table: Any) -> list[AnyRow]:  # noqa: ANN401  any mapped class
        """Rows of this workshop and month that are not marked deleted."""
        return self.rows(self.within(statement, table), table)

    def dates(self, text: str) -> tuple[date, ...]:
        """Days of the span written as ISO dates with commas between them."""
        return tuple([self.days[each] for each in text.split(",")])


def week_before(span: MonthSpan) -> MonthSpan:
    """The days before a month that share a week with its first day; none where that is a Monday."""
    first = span.first - timedelta(days=span.first.weekday())
    days = [first + timedelta(days=number) for number in range(span.first.weekday())]
    by_text = {day.isoformat(): day for day in days}
    return replace(span, first=first, last=span.first - timedelta(days=1), days=by_text)


def month_span(session: Session, workshop_id: int, month: str) -> MonthSpan:
    """The span of a month written YYYY-MM; refuses with ``month_unreadable``."""
    first, last = month_ends(month)
    days = [first.replace(day=number) for number in range(1, last.day + 1)]
    return MonthSpan(session, workshop_id, month, first, last, {day.isoformat(): day for day in days})
