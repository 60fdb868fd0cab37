"""What a day and the month so far earn (今日约, 本月): the payroll's own computation on a shorter employment."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.payroll import compute
from app.domain.payroll_draft import LineCode, Slip
from app.domain.payroll_input import Mark, MonthInput, WorkerInput
from app.models.queries.payroll import load_month
from app.services.context import Context
from app.services.rule_packs import load_packs


@dataclass(frozen=True, slots=True)
class DayPay:
    """Gross of a day and of the month up to it, fen; about, since the month's whole decides minimum and leave."""

    day_fen: int
    month_fen: int


def day_pay(ctx: Context, workshop_id: int, day: date) -> dict[int, DayPay]:
    """Each worker's earnings of a day and of its month so far, by worker_id; without minimum top-up and 增减.

    The month's pay is computed as if the employment ended that day, the day's as if it were the only one: a monthly
    wage counts by its days ÷ 21.75. Refuses with ``calendar_unknown`` and ``pack_missing``.
    """
    with ctx.database.read() as session:
        packs, apart = load_packs(session, workshop_id), (day, day + timedelta(days=1))
        month = load_month(session, workshop_id, day.isoformat()[:7], packs, apart)
    so_far = _earned(_cut(month, month.calendar.first, day))
    that_day = _earned(_cut(month, day, day))
    return {worker_id: DayPay(that_day.get(worker_id, 0), fen) for worker_id, fen in so_far.items()}


def _cut(month: MonthInput, first: date, last: date) -> MonthInput:
    """The month's records from ``first`` to ``last``, for workers employed on those days only."""
    return replace(
        month,
        workers=tuple(_shortened(worker, first, last) for worker in month.workers if _there(worker, first, last)),
        marks=tuple(_within(mark, first, last) for mark in month.marks),
        pieces=tuple(entry for entry in month.pieces if first <= entry.days[0] <= last),
        teams=tuple(entry for entry in month.teams if first <= entry.day <= last),
        adjustments=(),
        advances=(),
        instalments=(),
    )


def _within(mark: Mark, first: date, last: date) -> Mark:
    return mark._replace(days=tuple(day for day in mark.days if first <= day <= last))


def _there(worker: WorkerInput, first: date, last: date) -> bool:
    return worker.hired <= last and (worker.left is None or worker.left >= first)


def _shortened(worker: WorkerInput, first: date, last: date) -> WorkerInput:
    hired = max(worker.hired, first) if first == last else worker.hired
    return replace(worker, hired=hired, left=min(worker.left or last, last), standing=())


def _earned(month: MonthInput) -> dict[int, int]:
    return {slip.worker_id: slip.gross_fen - _top_up(slip) for slip in compute(month).slips}


def _top_up(slip: Slip) -> int:
    return sum(line.amount_fen for line in slip.lines if line.code is LineCode.MINIMUM_TOP_UP)
