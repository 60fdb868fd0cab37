"""The month's payroll as it is read: the draft computed, a locked run as it was frozen (RULES 6).

A draft is computed, never stored; what happens to a run is in :mod:`app.services.payroll_life`, its papers in
:mod:`app.services.papers`.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from app.domain.checklist import days_to_come
from app.domain.payroll import by_number
from app.domain.payroll import compute as compute_month
from app.domain.payroll_draft import PayrollDraft, Slip
from app.domain.payroll_json import snapshot_hash
from app.domain.vocabulary import RunKind
from app.models.queries.runs import RunHead, run_heads
from app.services.context import Context
from app.services.payroll_runs import RunRow, find_run, load_input, run_row, standing_runs
from app.services.payroll_store import stored_slips


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
    """A draft with what only the clock knows: that days it pays are still to come."""
    coming = tuple(days_to_come(draft.month, draft.kind, ctx.today()))
    return replace(draft, warnings=(*coming, *draft.warnings)) if coming else draft


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


def differs_since_lock(ctx: Context, workshop_id: int, run_id: int) -> bool:
    """Whether today's records would give other figures than the run froze (attendance that came later, say)."""
    with ctx.database.read() as session:
        head = find_run(session, workshop_id, run_id)
        frozen = [one.slip for one in stored_slips(session, workshop_id, run_id)]
        return snapshot_hash(_today(session, workshop_id, head, frozen)) != head.snapshot_hash


def changes_since_lock(ctx: Context, workshop_id: int, run_id: int) -> tuple[SlipChange, ...]:
    """Whose figures today's records would give otherwise than the run froze them, by 编号; what is paid is the run.

    A run of any kind is computed again for the same workers, reckoning with the same other runs of its month.
    """
    with ctx.database.read() as session:
        head = find_run(session, workshop_id, run_id)
        frozen = {one.slip.worker_id: one.slip for one in stored_slips(session, workshop_id, run_id)}
        today = {slip.worker_id: slip for slip in _today(session, workshop_id, head, frozen.values())}
    found = [(frozen.get(worker), today.get(worker)) for worker in frozen | today]
    changed = (_change(old, new) for old, new in found if _figures(old) != _figures(new))
    return tuple(sorted(changed, key=lambda one: by_number(one.no)))


def _today(session: Session, workshop_id: int, head: RunHead, frozen: Iterable[Slip]) -> tuple[Slip, ...]:
    """A run's slips as today's records would give them."""
    kind = RunKind(head.kind)
    named = {slip.worker_id for slip in frozen} if kind in (RunKind.SETTLEMENT, RunKind.CORRECTION) else None
    return compute_month(load_input(session, workshop_id, head.month, kind, named, head.known_runs)).slips


def _figures(slip: Slip | None) -> str:
    return "" if slip is None else snapshot_hash([slip])


def _change(frozen: Slip | None, today: Slip | None) -> SlipChange:
    """One worker's figures of the lock (0 where the worker is new) beside today's (0 where the worker is gone)."""
    known = today or frozen
    return SlipChange(
        no=known.no if known else "",
        name=known.name if known else "",
        frozen_gross_fen=frozen.gross_fen if frozen else 0,
        frozen_net_fen=frozen.net_fen if frozen else 0,
        gross_fen=today.gross_fen if today else 0,
        net_fen=today.net_fen if today else 0,
    )
