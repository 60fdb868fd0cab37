"""Whom a run of a month pays, and for which days: the month, its first half, or what is due at a job's end.

What a standing run of the month has paid is not paid again: who has a slip of the first half gets the days after it,
whose settlement reaches to the end of the employment is left out. What belongs to the month as a whole (additions and
deductions, instalments, monthly allowances) goes with the run that pays the employment's last day, less what standing
slips of the month paid of it already: a settlement of who stays on after all paid a part.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.payroll_input import MonthInput, PaidSlip, PayTerms, WorkerInput
from app.domain.terms import Span, spans, terms_in_force
from app.domain.vocabulary import PayPeriod, Relation, RunKind
from app.domain.worktime import Employment, employment_in

HALF_DAY = 15
"""The last day of a month's first half: part-time wages are settled every 15 days at most (Labour Contract Law 72)."""
_FULL = (RunKind.REGULAR, RunKind.SETTLEMENT)


@dataclass(frozen=True, slots=True)
class Hired:
    """A worker this run pays: the employed part of the month, the days paid, and the terms of their last day.

    ``starts``: the days paid begin with the employment; ``ends``: they reach its last day, so that the run pays what
    belongs to the month as a whole, less what standing slips paid of it.
    """

    worker: WorkerInput
    employed: Employment
    period: Employment
    spans: tuple[Span, ...]
    terms: PayTerms
    starts: bool
    ends: bool

    @property
    def leaves(self) -> bool:
        """Whether the employment ends in the month and this run pays its last day: all that is owed is due."""
        return self.ends and self.worker.left is not None and self.worker.left <= self.employed.last

    @property
    def window(self) -> tuple[date, date] | None:
        """The days whose records count; None for all of the month's, those outside the employment too."""
        if self.starts and self.ends:
            return None
        return date.min if self.starts else self.period.first, date.max if self.ends else self.period.last

    def in_window(self, day: date) -> bool:
        """Whether a record of a day counts for this run."""
        return self.window is None or self.window[0] <= day <= self.window[1]


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is paid, who should be but has no terms, who should be settled but has not left, and who is employed."""

    hired: tuple[Hired, ...]
    without_terms: tuple[WorkerInput, ...]
    not_left: tuple[WorkerInput, ...]
    present: frozenset[int]


def by_number(no: str) -> tuple[int, int, str]:
    """Sorting key of a 编号, which is text: numbers by their value, then the rest."""
    return (0, int(no), no) if no.isdecimal() else (1, 0, no)


def roster(month: MonthInput) -> Roster:
    """The workers of a month's run by 编号."""
    hired: list[Hired] = []
    without_terms, not_left, present = [], [], set()
    asked = {row.worker_id for row in month.adjustments}
    for worker in sorted(month.workers, key=lambda row: (by_number(row.no), row.hired, row.worker_id)):
        employed = employment_in(month.calendar, worker.hired, worker.left)
        if employed is None:
            continue
        present.add(worker.worker_id)
        if month.only is not None and worker.worker_id not in month.only:
            continue
        if month.kind is RunKind.SETTLEMENT and (worker.left is None or worker.left > employed.last):
            not_left += [worker] if month.only is not None else []
            continue
        if terms_in_force(worker.terms, employed.last) is None:
            without_terms.append(worker)
            continue
        one = _hired(month, worker, employed, worker.worker_id in asked)
        if one is not None:
            hired.append(one)
    return Roster(tuple(hired), tuple(without_terms), tuple(not_left), frozenset(present))


def _hired(month: MonthInput, worker: WorkerInput, employed: Employment, asked: bool) -> Hired | None:
    """What the run pays of an employment; None for nothing. ``asked``: additions or deductions wait for the worker."""
    half = month.kind is RunKind.FIRST_HALF
    period = _first_half(month, worker, employed) if half else _rest(month, worker, employed)
    if period is None or (period.first > period.last and not asked):
        return None
    terms = terms_in_force(worker.terms, period.last)
    if terms is None:
        return None
    return Hired(
        worker=worker,
        employed=employed,
        period=period,
        spans=spans(worker.terms, period.first, period.last) or (Span(period.first, period.last, terms),),
        terms=terms,
        starts=period.first == employed.first,
        ends=not half,
    )


def _first_half(month: MonthInput, worker: WorkerInput, employed: Employment) -> Employment | None:
    """Days 1 to 15 of who is part-time, settled by half months and stays on; who leaves by then is settled at the end.

    Terms are those of the 15th.
    """
    middle = month.calendar.first.replace(day=HALF_DAY)
    terms = terms_in_force(worker.terms, middle)
    if employed.last <= middle or employed.first > middle or terms is None:
        return None
    by_half = terms.period is PayPeriod.HALF_MONTH and terms.relation is Relation.PART_TIME
    if not by_half or paid_until(month, worker.standing) is not None:
        return None
    return Employment(employed.first, middle, whole_month=False)


def _rest(month: MonthInput, worker: WorkerInput, employed: Employment) -> Employment | None:
    """The employment after what standing slips have paid; None where that is all of it.

    Empty (its first day after its last) where the first half is paid that reaches beyond the employment's last day.
    """
    until = paid_until(month, worker.standing)
    if until is None or until < employed.first:
        return employed
    if until >= employed.last and any(slip.kind in _FULL for slip in worker.standing):
        return None
    return Employment(until + timedelta(days=1), employed.last, whole_month=False)


def paid_until(month: MonthInput, standing: Iterable[PaidSlip]) -> date | None:
    """The last day of the month that a standing slip pays; corrections pay differences, not days."""
    ends = [slip.period_to or month.calendar.last for slip in standing if slip.kind is not RunKind.CORRECTION]
    return max(ends, default=None)
