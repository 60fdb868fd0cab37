"""People with several rows in a workshop, employed again: one person's tax and debts, whatever rows hold them.

Wages are withheld by person and employer over the year, services by the person's sum of the month (国家税务总局公告
2018 年第 61 号 6 and 8); the ID number tells a person. A run's rows of a person are computed one after the other, and
what one is paid is the ``elsewhere`` of the next. What an earlier employment left owing, a later one is asked for.
Social insurance is the person's too, once a month (社会保险法 58 and 60): the greatest amount of the rows employed in
it, each row taking at most its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from app.domain.deductions import WAGE_RELATIONS, month_social
from app.domain.messages.payroll import OTHER_PLANS
from app.domain.payroll_draft import Slip
from app.domain.payroll_input import NO_YEAR, MonthInput, PaidSlip, PayTerms, WorkerInput, YearToDate
from app.domain.plans import repaid_ahead
from app.domain.tax import year_so_far
from app.domain.terms import terms_in_force
from app.domain.vocabulary import RunKind
from app.domain.worktime import employment_in


class Debts(NamedTuple):
    """Damage, advances and instalments of other deductions, fen."""

    damage_fen: int
    advance_fen: int
    plan_fen: int = 0


NO_DEBTS = Debts(0, 0)
"""Nothing owed."""


def as_paid(slip: Slip, kind: RunKind) -> PaidSlip:
    """A computed slip as if it stood: its sums and days. A stored one has lines and minutes too, which the runs asking
    here do not need: a first half, part-time, pays nothing of what belongs to the month as a whole.
    """
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


def carriers(workers: Iterable[WorkerInput], first: date, last: date) -> dict[int, int]:
    """Of people with several rows, which row is asked for what another one brings forward to a month (row to row).

    Rows employed in the month, or paid in it, keep their own; the person's last employed row has the others'.
    """
    found: dict[int, int] = {}
    for rows in _by_person(workers).values():
        employed = [row for row in rows if row.hired <= last and (row.left is None or row.left >= first)]
        to = max(employed or rows, key=lambda row: (row.hired, row.worker_id)).worker_id
        found |= {row.worker_id: to for row in rows if row not in employed and not row.standing}
    return {row: to for row, to in found.items() if row != to}


def with_debts(
    workers: Iterable[WorkerInput], carried: Mapping[int, int], openings: Mapping[int, Debts]
) -> tuple[WorkerInput, ...]:
    """The workers with what their person brings forward, and what is open of the person for each of the rows.

    ``openings`` are the debts in each row's opening. What another row owes as well would be asked twice, for nobody can
    tell one debt typed in both from two: the row says how much that is, and the check list asks a person.
    """
    kept = tuple(workers)
    people = {row.worker_id: rows for rows in _by_person(kept).values() for row in rows}
    return tuple(
        replace(
            _with_debts(row, people[row.worker_id], carried),
            opening_twice_fen=_twice(row, people[row.worker_id], openings.get(row.worker_id, NO_DEBTS)),
        )
        if row.worker_id in people
        else row
        for row in kept
    )


def _twice(row: WorkerInput, rows: Iterable[WorkerInput], opening: Debts) -> int:
    """What of an opening's debts the person's earlier rows owe too."""
    others = [one for one in rows if (one.hired, one.worker_id) < (row.hired, row.worker_id)]
    damage = _sum(others, "damage_brought_fen") + _sum(others, "damage_later_fen")
    advance = _sum(others, "advance_brought_fen") + _sum(others, "advance_later_fen")
    return max(0, min(damage, opening.damage_fen)) + max(0, min(advance, opening.advance_fen))


def _with_debts(row: WorkerInput, rows: Iterable[WorkerInput], carried: Mapping[int, int]) -> WorkerInput:
    own = [one for one in rows if carried.get(one.worker_id, one.worker_id) == row.worker_id]
    damage, damage_later = repaid_ahead(_sum(rows, "damage_open_fen"), _sum(rows, "damage_open_later_fen"))
    advance, advance_later = repaid_ahead(_sum(rows, "advance_open_fen"), _sum(rows, "advance_open_later_fen"))
    return replace(
        row,
        damage_brought_fen=_sum(own, "damage_brought_fen"),
        damage_later_fen=_sum(own, "damage_later_fen"),
        advance_brought_fen=_sum(own, "advance_brought_fen"),
        advance_later_fen=_sum(own, "advance_later_fen"),
        other_plan_fen=_sum(own, "other_plan_fen"),
        other_later_fen=_sum(own, "other_later_fen"),
        damage_open_fen=damage,
        damage_open_later_fen=damage_later,
        advance_open_fen=advance,
        advance_open_later_fen=advance_later,
        other_plan_open_fen=_sum(rows, "other_plan_open_fen"),
    )


def _sum(rows: Iterable[WorkerInput], name: str) -> int:
    return sum(getattr(row, name) for row in rows)


def _by_person(workers: Iterable[WorkerInput]) -> dict[str, list[WorkerInput]]:
    """The rows of people who have several, by ID number."""
    rows: dict[str, list[WorkerInput]] = defaultdict(list)
    for worker in workers:
        if worker.id_number:
            rows[worker.id_number].append(worker)
    return {number: each for number, each in rows.items() if len(each) > 1}


def _social_asked(month: MonthInput, worker: WorkerInput) -> int:
    """The social insurance of a row for the month by its terms, fen; 0 where it is not employed in it."""
    employed = employment_in(month.calendar, worker.hired, worker.left)
    terms = terms_in_force(worker.terms, employed.last) if employed is not None else None
    if employed is None or terms is None:
        return 0
    return month_social(terms, month.on(employed.last).social)


class Persons:
    """The rows of each person in a month, and what a run has paid them so far."""

    def __init__(self, month: MonthInput) -> None:
        self._kind = month.kind
        people = _by_person(month.workers).values()
        self._paid = {row.worker_id: list(row.standing) for rows in people for row in rows}
        self._run: dict[int, Slip] = {}
        self._social = {row.worker_id: _social_asked(month, row) for rows in people for row in rows}
        self._rows = {row.worker_id: [one.worker_id for one in rows] for rows in people for row in rows}

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
            social_elsewhere_fen=self._social_taken(worker.worker_id, wages.social_fen),
            elsewhere=wages,
            services=paid_as(others, wages=False),
            locked=replace(
                locked,
                income_fen=locked.income_fen + wages.income_fen - known.income_fen,
                social_fen=locked.social_fen + wages.social_fen - known.social_fen,
                withheld_fen=locked.withheld_fen + wages.withheld_fen - known.withheld_fen,
            ),
        )

    def _social_taken(self, worker_id: int, elsewhere_fen: int) -> int:
        """What of a row's social insurance the person's other rows took; not what theirs is above it."""
        most = max(self._social[row] for row in self._rows[worker_id])
        return max(0, elsewhere_fen - (most - self._social[worker_id]))

    def add(self, slip: Slip) -> None:
        """Note what the run pays a row."""
        if slip.worker_id in self._rows:
            self._paid[slip.worker_id].append(as_paid(slip, self._kind))
            self._run[slip.worker_id] = slip

    def taken(self, worker_id: int) -> Debts:
        """What the run has taken of the person's debts by the other rows' slips."""
        others = [self._run[row] for row in self._rows.get(worker_id, ()) if row != worker_id and row in self._run]
        plans = [line for slip in others for line in slip.deductions if line.label == OTHER_PLANS]
        return Debts(
            damage_fen=sum(slip.damage_fen for slip in others),
            advance_fen=sum(slip.advance_fen for slip in others),
            plan_fen=-sum(line.amount_fen for line in plans),
        )
