"""What workers earned month by month, of the payrolls that count (RULES 6, 9): for the chart and for its paper."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.calendar import month_moved
from app.domain.papers.incomes import IncomesData, MonthIncome, WorkerIncome
from app.models.people import Worker
from app.models.queries.indicators import earned_by_worker, paid_by_month
from app.models.queries.runs import RunHead, run_heads
from app.models.workshop import Workshop
from app.services.context import Context
from app.services.people import number_order

MONTHS = 12


def months_to(last_month: str, count: int = MONTHS) -> tuple[str, ...]:
    """The months up to one, oldest first."""
    return tuple(month_moved(last_month, at) for at in range(1 - count, 1))


def incomes(ctx: Context, workshop_id: int, last_month: str) -> IncomesData:
    """Everybody who was paid in the twelve months up to ``last_month``, with each month's sums; five statements."""
    names = months_to(last_month)
    with ctx.database.read() as session:
        heads = [head for head in run_heads(session, workshop_id) if head.month in names]
        rows = earned_by_worker(session, workshop_id, counted(heads))
        earned: dict[int, dict[str, int]] = defaultdict(dict)
        for row in rows:
            earned[row.worker_id][row.month] = row.gross_fen
        people = session.execute(
            select(Worker.id, Worker.no, Worker.name).where(Worker.workshop_id == workshop_id, Worker.id.in_([*earned]))
        )
        lines = [
            WorkerIncome(worker_id, no, name, tuple(earned[worker_id].get(month) for month in names))
            for worker_id, no, name in people
        ]
        months = month_incomes(session, workshop_id, heads, names)
        shop = session.get_one(Workshop, workshop_id)
    rows_by_no = tuple(sorted(lines, key=lambda row: (number_order(row.no), row.worker_id)))
    return IncomesData(shop.name, ctx.today().isoformat(), months, rows_by_no)


def month_incomes(
    session: Session, workshop_id: int, heads: Sequence[RunHead], names: Sequence[str]
) -> tuple[MonthIncome, ...]:
    """The sums of some months, from a workshop's payrolls of them."""
    paid = paid_by_month(session, workshop_id, counted(heads))
    found = []
    for month in names:
        own = [head for head in heads if head.month == month]
        sums = paid.get(month)
        gross, net, people = (sums.gross_fen, sums.net_fen, sums.people) if sums else (0, 0, 0)
        locked, disputed = len(counted(own)), sum(1 for head in own if head.stands and head.disputed)
        found.append(MonthIncome(month, gross, net, people, locked, disputed))
    return tuple(found)


def counted(heads: Iterable[RunHead]) -> list[int]:
    """The payrolls whose amounts count."""
    return [head.run_id for head in heads if head.counts]
