"""Whether what a month's standing slips paid is what its records say now: what changed since is for a correction.

A run pays the days no slip paid, and what belongs to the month as a whole less what was paid of it. What was noted
later for days that are paid it does not pay: nobody would see it, did the check list not say so (RULES 4 and 6).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from app.domain.checklist import finding
from app.domain.money import yuan
from app.domain.paid_already import LineKey, by_key, lines_of
from app.domain.payroll_cases import case_of, hours_of, of_month, sort_out
from app.domain.payroll_draft import Finding, LineCode, Slip
from app.domain.payroll_input import MonthInput, PaidSlip, WorkerInput
from app.domain.periods import Hired, roster
from app.domain.terms import Span, spans, terms_in_force
from app.domain.vocabulary import RunKind
from app.domain.worktime import Employment, employment_in

_LOOKS_BACK = frozenset({RunKind.REGULAR, RunKind.SETTLEMENT})

_Parts = list[list[Hired]]
"""The days standing slips pay, by worker: all first slips, all second ones."""


def paid_days_changed(month: MonthInput) -> Iterator[Finding]:
    """Workers whose standing slips paid another amount than their days are worth now, fen of difference in yuan.

    The slips are computed once more, each with those before it. Of who is paid by this run too, the minimum top-up
    is left out: the run tops the whole month up.
    """
    again = [worker for worker in month.workers if _is_asked(month, worker) and _paying(worker)]
    if month.kind not in _LOOKS_BACK or not again:
        return
    hired = {one.worker.worker_id: one for one in roster(month).hired}
    clean = _recomputed(month, again, hired)
    now = [hired[worker.worker_id] for worker in again if worker.worker_id in hired]
    sums = sort_out(month, now)
    for one in now:
        whole, lacking = of_month(month, one, hours_of(month, one, sums), sums)
        clean[one.worker.worker_id].update(by_key(whole))
        clean[one.worker.worker_id].subtract(by_key(lacking))
    for worker in again:
        paid = by_key(lines_of(worker.standing))
        left_out = (LineCode.MINIMUM_TOP_UP, LineCode.OTHER) if worker.worker_id in hired else ()
        clean[worker.worker_id].subtract(paid)
        differ = {key: fen for key, fen in clean[worker.worker_id].items() if fen and key[0] not in left_out}
        if differ:
            yield finding("paid_days_changed", worker, amount=yuan(sum(differ.values())))


def _is_asked(month: MonthInput, worker: WorkerInput) -> bool:
    return month.only is None or worker.worker_id in month.only


def _paying(worker: WorkerInput) -> list[PaidSlip]:
    """The standing slips that pay days: corrections pay differences."""
    return [slip for slip in worker.standing if slip.kind is not RunKind.CORRECTION]


def _recomputed(
    month: MonthInput, workers: Iterable[WorkerInput], hired: Mapping[int, Hired]
) -> dict[int, Counter[LineKey]]:
    """What standing slips would pay today by worker, fen by line."""
    found: dict[int, Counter[LineKey]] = defaultdict(Counter)
    parts: _Parts = []
    for worker in workers:
        for place, one in enumerate(_days_paid(month, worker, worker.worker_id not in hired)):
            parts += [[]] if place == len(parts) else []
            parts[place].append(one)
    for part in parts:
        sums = sort_out(month, part)
        for one in part:
            found[one.worker.worker_id].update(_lines(case_of(month, one, sums).slip))
    return found


def _lines(slip: Slip) -> Counter[LineKey]:
    return by_key((*slip.lines, *(line for line in slip.deductions if line.code is LineCode.OTHER)))


def _days_paid(month: MonthInput, worker: WorkerInput, settled: bool) -> Iterator[Hired]:
    """The days each standing slip pays, as far as the worker is still employed on them; ``settled``: this run pays
    nothing more, so that the last slip was for all that belongs to the month as a whole.
    """
    employed = employment_in(month.calendar, worker.hired, worker.left)
    if employed is None:
        return
    slips = _paying(worker)
    for place, slip in enumerate(slips):
        first = max(employed.first, slip.period_from if place and slip.period_from else date.min)
        last = min(employed.last, slip.period_to or date.max)
        terms = terms_in_force(worker.terms, last)
        if first > last or terms is None:
            continue
        ends = settled and place == len(slips) - 1
        whole = ends and (first, last) == (employed.first, employed.last)
        yield Hired(
            worker=replace(worker, standing=tuple(slips[:place])),
            employed=employed,
            period=employed if whole else Employment(first, last, whole_month=False),
            spans=spans(worker.terms, first, last) or (Span(first, last, terms),),
            terms=terms,
            starts=first == employed.first,
            ends=ends,
        )
