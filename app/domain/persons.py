"""People with several rows in a workshop, employed again: one person's tax, whatever rows of workers are paid.

Wages are withheld by person and employer over the year, services by the person's sum of the month (国家税务总局公告
2018 年第 61 号 6 and 8); the ID number tells a person. A run's rows of a person are computed one after the other, and
what one is paid is the ``elsewhere`` of the next.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from app.domain.deductions import WAGE_RELATIONS
from app.domain.payroll_draft import Slip
from app.domain.payroll_input import NO_YEAR, MonthInput, PaidSlip, PayTerms, WorkerInput, YearToDate
from app.domain.tax import year_so_far
from app.domain.vocabulary import RunKind


def as_paid(slip: Slip, kind: RunKind) -> PaidSlip:
    """A computed slip as if it stood."""
    return PaidSlip(
        kind=kind,
        relation=slip.relation,
        period_from=slip.period_from,
        period_to=slip.period_to,
        gross_fen=slip.gross_fen,
        social_fen=slip.social_fen,
        additional_fen=slip.tax_basis.additional_fen if slip.tax_basis else 0,
        tax_fen=slip.tax_fen,
        other_fen=slip.other_fen,
        damage_fen=slip.damage_fen,
        advance_fen=slip.advance_fen,
        net_fen=slip.net_fen,
    )


def paid_as(rows: Iterable[Iterable[PaidSlip]], *, wages: bool) -> YearToDate:
    """What some rows of a person were paid in a month as wages or as services; the additional deductions once."""
    kept = [[slip for slip in row if (slip.relation in WAGE_RELATIONS) is wages] for row in rows]
    slips = [slip for row in kept for slip in row]
    if not slips:
        return NO_YEAR
    return YearToDate(
        months=1,
        income_fen=sum(slip.gross_fen for slip in slips),
        social_fen=sum(slip.social_fen for slip in slips),
        additional_fen=max(sum(slip.additional_fen for slip in row) for row in kept),
        withheld_fen=sum(slip.tax_fen for slip in slips),
    )


def year_before(worker: WorkerInput, terms: PayTerms) -> YearToDate:
    """The person's tax year before a slip, and what another row has more of additional deductions this month."""
    more = YearToDate(additional_fen=max(0, worker.elsewhere.additional_fen - terms.additional_fen))
    return year_so_far(year_so_far(worker.opening, worker.locked), more)


class Persons:
    """The rows of each person in a month, and what a run has paid them so far."""

    def __init__(self, month: MonthInput) -> None:
        self._kind = month.kind
        self._paid = {worker.worker_id: list(worker.standing) for worker in month.workers if worker.id_number}
        rows: dict[str, list[int]] = defaultdict(list)
        for worker in month.workers:
            if worker.id_number:
                rows[worker.id_number].append(worker.worker_id)
        self._rows = {one: [*ids] for ids in rows.values() if len(ids) > 1 for one in ids}

    def rows(self, worker_id: int) -> frozenset[int]:
        """All rows of a worker's person, the worker's own included."""
        return frozenset(self._rows.get(worker_id, [worker_id]))

    def now(self, worker: WorkerInput) -> WorkerInput:
        """The worker with what stands of the person's other rows this month and what the run has paid them."""
        if worker.worker_id not in self._rows:
            return worker
        others = [self._paid[row] for row in self._rows[worker.worker_id] if row != worker.worker_id]
        wages, known, locked = paid_as(others, wages=True), worker.elsewhere, worker.locked
        return replace(
            worker,
            elsewhere=wages,
            services=paid_as(others, wages=False),
            locked=replace(
                locked,
                income_fen=locked.income_fen + wages.income_fen - known.income_fen,
                social_fen=locked.social_fen + wages.social_fen - known.social_fen,
                withheld_fen=locked.withheld_fen + wages.withheld_fen - known.withheld_fen,
            ),
        )

    def add(self, slip: Slip) -> None:
        """Note what the run pays a row."""
        if slip.worker_id in self._rows:
            self._paid[slip.worker_id].append(as_paid(slip, self._kind))
