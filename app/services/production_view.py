"""Production as it is looked at: the piece entries of a month or a span and what they come to."""

from dataclasses import dataclass
from datetime import date

from app.models.queries.pay_balances import locked_months
from app.models.work import PieceEntry
from app.services.context import Context
from app.services.production_entries import PieceRow, entry_lines, entry_row, shares_of
from app.services.production_sums import PieceSums, people_in, span_sums
from app.services.spans import check_span, within

MOST_ROWS = 3_000
"""Entries listed at once, the newest; the sums are of all."""


@dataclass(frozen=True, slots=True)
class ProductionView:
    """The entries of a span, newest first, at most MOST_ROWS; ``sums`` are of all of them.

    ``people`` is how many workers made something, by themselves or in a team; ``locked`` the span's locked months.
    """

    first: date
    last: date
    rows: tuple[PieceRow, ...]
    sums: PieceSums
    people: int
    locked: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether every entry is listed."""
        return len(self.rows) == self.sums.entries


def production_between(ctx: Context, workshop_id: int, first: date, last: date) -> ProductionView:
    """The piece entries of a span; refuses ``sales_span_wrong`` and ``sales_span_long``. A fixed number of queries."""
    check_span(first, last)
    with ctx.database.read() as session:
        query = entry_lines(workshop_id).where(*within(PieceEntry, workshop_id, first, last))
        found = session.execute(query.order_by(PieceEntry.date.desc(), PieceEntry.id.desc()).limit(MOST_ROWS)).all()
        since = date.fromisoformat(found[-1].date) if found else first
        teams = shares_of(session, workshop_id, within(PieceEntry, workshop_id, since, last))
        rows = tuple(entry_row(values, teams) for values in found)
        sums = span_sums(session, workshop_id, first, last)
        months = tuple(one for one in locked_months(session, workshop_id) if str(first)[:7] <= one <= str(last)[:7])
        return ProductionView(first, last, rows, sums, people_in(session, workshop_id, first, last), months)
