"""The month's payroll as it is read: the draft computed, a locked run as it was frozen (RULES 6).

A draft is computed, never stored; what happens to a run is in :mod:`app.services.payroll_life`, its papers in
:mod:`app.services.papers`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.checklist import days_to_come, not_begun
from app.domain.payroll import by_number
from app.domain.payroll import compute as compute_month
from app.domain.payroll_draft import PayrollDraft, Slip
from app.domain.vocabulary import RunKind
from app.models.queries.runs import run_heads
from app.services.context import Context
from app.services.payroll_runs import RunRow, find_run, load_input, run_row, standing_runs
from app.services.payroll_store import stored_slips
from app.services.people import list_workers


@dataclass(frozen=True, slots=True)
class SlipChange:
    """A worker whose figures differ since the lock: gross and net as frozen and as today's records give them, fen."""

    no: str
    name: str
    frozen_gross_fen: int
    frozen_net_fen: int
    gross_fen: int
    net_fen: int


def compute(
    ctx: Context,
    workshop_id: int,
    month: str,
    kind: RunKind = RunKind.REGULAR,
    workers: Collection[int] | None = None,
) -> PayrollDraft:
    """The draft payroll of a month from today's records, with its check list; of another kind, for workers by id.

    Refuses ``month_unreadable``, ``calendar_unknown`` and ``pack_missing``.
    """
    with ctx.database.read() as session:
        return looked_at(ctx, compute_month(load_input(session, workshop_id, month, kind, workers)))


def looked_at(ctx: Context, draft: PayrollDraft) -> PayrollDraft:
    """A draft with what only the clock knows: that days it pays are still to come, or all of them, which blocks."""
    problems = tuple(not_begun(draft.month, draft.kind, ctx.today()))
    coming = () if problems else tuple(days_to_come(draft.month, draft.kind, ctx.today()))
    if not problems and not coming:
        return draft
    return replace(draft, problems=(*problems, *draft.problems), warnings=(*coming, *draft.warnings))


def runs(ctx: Context, workshop_id: int) -> tuple[RunRow, ...]:
    """All runs of a workshop by month."""
    with ctx.database.read() as session:
        return tuple(run_row(head) for head in run_heads(session, workshop_id))


def locked_run(ctx: Context, workshop_id: int, month: str) -> RunRow | None:
    """The standing run of a month (locked, paid or archived; the first of two disputed ones), or None."""
    with ctx.database.read() as session:
        return next((run_row(head) for head in standing_runs(session, workshop_id, month, RunKind.REGULAR)), None)


def slips(ctx: Context, workshop_id: int, run_id: int) -> tuple[Slip, ...]:
    """The slips of a locked run as they were frozen, by 编号."""
    with ctx.database.read() as session:
        find_run(session, workshop_id, run_id)
        return tuple(frozen.slip for frozen in stored_slips(session, workshop_id, run_id))


@dataclass(frozen=True, slots=True)
class MonthDifference:
    """The slips of a month's standing runs of every kind by worker, and what a correction of everybody would settle."""

    standing: Mapping[int, Sequence[Slip]]
    differing: Mapping[int, Slip]


def month_difference(ctx: Context, workshop_id: int, month: str) -> MonthDifference:
    """What is locked of a month beside today's records: the one answer to whose figures differ since the lock."""
    standing: dict[int, list[Slip]] = {}
    with ctx.database.read() as session:
        for head in standing_runs(session, workshop_id, month):
            for frozen in stored_slips(session, workshop_id, head.run_id):
                standing.setdefault(frozen.slip.worker_id, []).append(frozen.slip)
    employed = {row.worker_id for row in list_workers(ctx, workshop_id, month)}
    everybody = frozenset(standing | dict.fromkeys(employed))
    draft = compute(ctx, workshop_id, month, RunKind.CORRECTION, everybody)
    return MonthDifference(standing, {slip.worker_id: slip for slip in draft.slips})


def changes_since_lock(ctx: Context, workshop_id: int, month: str) -> tuple[SlipChange, ...]:
    """Whose figures today's records would give otherwise than the month's standing runs together, by 编号."""
    found = month_difference(ctx, workshop_id, month)
    changed = (_change(found.standing.get(worker, ()), slip) for worker, slip in found.differing.items())
    return tuple(sorted(changed, key=lambda one: by_number(one.no)))


def taken_back(slip: Slip) -> int:
    """What a correction's slip takes back from coming wages, fen: overpaid, kept as a negative advance line."""
    return max(0, -slip.advance_fen)


def _change(standing: Sequence[Slip], difference: Slip) -> SlipChange:
    """One worker's figures as locked (0 where the worker is new), and with the difference."""
    gross, net = sum(slip.gross_fen for slip in standing), sum(slip.net_fen for slip in standing)
    return SlipChange(
        no=difference.no,
        name=difference.name,
        frozen_gross_fen=gross,
        frozen_net_fen=net,
        gross_fen=gross + difference.gross_fen,
        net_fen=net + difference.net_fen - taken_back(difference),
    )
