"""The span of days a page looks at: what it may be, and the rows within it."""

from datetime import date

from sqlalchemy import ColumnElement

from app.domain.refusal import Refusal
from app.models.goods import Sale
from app.models.work import PieceEntry

MOST_YEARS = 10


def check_span(first: date, last: date) -> None:
    """Refuse ``sales_span_wrong`` and ``sales_span_long``."""
    if first > last:
        raise Refusal("sales_span_wrong", first=first, last=last)
    if last.year - first.year > MOST_YEARS:
        raise Refusal("sales_span_long", years=MOST_YEARS)


def within(
    table: type[PieceEntry] | type[Sale], workshop_id: int, first: date, last: date, *, deleted: int = 0
) -> tuple[ColumnElement[bool], ...]:
    """The rows of a workshop from one day to another."""
    return (
        table.workshop_id == workshop_id,
        table.deleted == deleted,
        table.date >= first.isoformat(),
        table.date <= last.isoformat(),
    )
