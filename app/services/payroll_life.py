"""The life of a payroll run (RULES 6): locked, reopened, voided, paid, archived, each step an insert-only event.

One function is one intention and one transaction. Payments, photographs and the comparison have files of their own; all
are had from here.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.money import yuan
from app.domain.payroll import compute as compute_month
from app.domain.payroll_draft import PayrollDraft
from app.domain.payroll_json import snapshot_hash
from app.domain.payroll_steps import Action, RunTitle, require_reason, require_step
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind, RunState
from app.models.database import new_ids
from app.models.pay import PayrollRun, SlipRow
from app.models.people import Worker
from app.models.queries.runs import RunHead, run_heads
from app.services.chain_head import chain_head
from app.services.context import Context
from app.services.payments import PaymentRow, PaymentSummary, open_amounts, pay, payments, return_payment
from app.services.payroll_runs import RunRow, find_run, load_input, note_event, run_row, standing_runs
from app.services.payroll_store import insert_slips

__all__ = [
    "MonthRuns",
    "PaymentRow",
    "PaymentSummary",
    "RunRow",
    "Stage",
    "archive",
    "lock",
    "month_runs",
    "pay",
    "payments",
    "reopen",
    "return_payment",
    "void",
]


_ONCE = frozenset({RunKind.REGULAR, RunKind.FIRST_HALF})
"""Kinds of which a month has one run."""
_FOR_NAMED = frozenset({RunKind.SETTLEMENT, RunKind.CORRECTION})
"""Kinds that are for named workers."""


class Stage(StrEnum):
    """How far a month's payroll is."""

    DRAFT = "draft"
    CHECKED = "checked"
    LOCKED = "locked"
    PAID = "paid"
    ARCHIVED = "archived"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class MonthRuns:
    """A month's payroll: its stage, and all its runs, reopened and voided ones too, in the order they were locked.

    ``checked`` is a draft whose check list has no problem left.
    """

    month: str
    stage: Stage
    runs: tuple[RunRow, ...]


def month_runs(ctx: Context, workshop_id: int, month: str) -> MonthRuns:
    """Stage and runs of a month; computes the draft where the month is not locked yet."""
    with ctx.database.read() as session:
        heads = [head for head in run_heads(session, workshop_id) if head.month == month]
        stage = _stage(heads) or _draft_stage(session, workshop_id, month)
    return MonthRuns(month, stage, tuple(run_row(head) for head in heads))


def _stage(heads: Collection[RunHead]) -> Stage | None:
    """The stage of a month whose regular run stands, or that is disputed; else None."""
    standing = [head for head in heads if head.stands]
    if any(head.disputed for head in standing):
        return Stage.DISPUTED
    if not any(head.kind == RunKind.REGULAR for head in standing):
        return None
    states = {head.state for head in standing}
    if states == {RunState.ARCHIVED}:
        return Stage.ARCHIVED
    return Stage.LOCKED if RunState.LOCKED in states else Stage.PAID


def _draft_stage(session: Session, workshop_id: int, month: str) -> Stage:
    try:
        draft = compute_month(load_input(session, workshop_id, month))
    except Refusal:
        return Stage.DRAFT
    return Stage.CHECKED if draft.slips and not draft.problems else Stage.DRAFT


# ---------------------------------------------------------------- lock


def lock(
    ctx: Context,
    workshop_id: int,
    month: str,
    kind: RunKind = RunKind.REGULAR,
    workers: Collection[int | str] | None = None,
    reason: str = "",
) -> RunRow:
    """Freeze a run: run, event, slips, lines and what they were computed from, amounts for ever as they are now.

    ``workers`` (ids, or 编号 of the month) are needed for a settlement and a correction, and a reason for a correction.
    Refuses ``payroll_locked`` and its like where what would be paid is locked already, ``payroll_empty``, and
    ``payroll_has_problems`` while the check list has problems.
    """
    with ctx.database.write(ctx.user, "payroll.lock") as session:
        only = _named(session, workshop_id, kind, workers)
        said = require_reason(reason) if kind is RunKind.CORRECTION else reason.strip()
        standing = standing_runs(session, workshop_id, month)
        _require_room(session, workshop_id, month, kind, only, standing)
        source = load_input(session, workshop_id, month, kind, only)
        draft = compute_month(source)
        _require_lockable(draft, kind)
        run_id = _insert_run(session, ctx, workshop_id, draft, kind, said, standing)
        insert_slips(session, workshop_id, run_id, draft.slips, source.workers)
        session.flush()
        return run_row(find_run(session, workshop_id, run_id))


def _named(
    session: Session, workshop_id: int, kind: RunKind, workers: Collection[int | str] | None
) -> frozenset[int] | None:
    """The workers a run is for as ids; None for all. Refuses numbers nobody has."""
    if kind is RunKind.REGULAR and workers is not None:
        raise Refusal("workers_not_for_all")
    if kind in _FOR_NAMED and not workers:
        raise Refusal("workers_missing")
    if workers is None:
        return None
    own = select(Worker.id, Worker.no).where(Worker.workshop_id == workshop_id, Worker.deleted == 0)
    known = session.execute(own).all()
    strange = [str(one) for one in workers if not any(one in (row.id, row.no) for row in known)]
    if strange:
        raise Refusal("worker_unknown", numbers="、".join(strange))
    return frozenset(row.id for row in known if row.id in workers or row.no in workers)


def _require_room(
    session: Session,
    workshop_id: int,
    month: str,
    kind: RunKind,
    only: frozenset[int] | None,
    standing: Collection[RunHead],
) -> None:
    """Refuse a run of what is locked already, and a correction of what can still be reopened (RULES 6)."""
    whole = [head for head in standing if head.kind == RunKind.REGULAR]
    if kind in _ONCE and any(head.kind == kind for head in standing):
        raise Refusal("payroll_locked", month=month)
    if kind is RunKind.FIRST_HALF and whole:
        raise Refusal("half_after_month", month=month)
    if kind is RunKind.SETTLEMENT:
        for other, code in ((RunKind.SETTLEMENT, "settlement_locked"), (RunKind.REGULAR, "settlement_after_month")):
            if names := _paid_by(session, workshop_id, [head for head in standing if head.kind == other], only):
                raise Refusal(code, month=month, names="、".join(names))
    if kind is RunKind.CORRECTION:
        _require_paid_month(session, workshop_id, month, only, standing)


def _paid_by(
    session: Session, workshop_id: int, heads: Collection[RunHead], only: frozenset[int] | None
) -> dict[str, set[int]]:
    """Which of the workers have a slip in the runs: by 编号 and name, with the runs' ids."""
    own = (SlipRow.workshop_id == workshop_id, SlipRow.run_id.in_([head.run_id for head in heads]))
    named = () if only is None else (SlipRow.worker_id.in_(list(only)),)
    rows = session.execute(
        select(SlipRow.run_id, SlipRow.no, SlipRow.name)
        .where(*own, *named, SlipRow.deleted == 0)
        .order_by(SlipRow.no, SlipRow.worker_id)
    )
    found: dict[str, set[int]] = {}
    for row in rows:
        found.setdefault(f"{row.no} {row.name}", set()).add(row.run_id)
    return found


def _require_paid_month(
    session: Session, workshop_id: int, month: str, only: frozenset[int] | None, standing: Collection[RunHead]
) -> None:
    """A correction is for what is paid, at least in part; whom the month left out is measured by its regular run."""
    if any(head.disputed for head in standing):
        raise Refusal("run_disputed", month=month)
    bases = [head for head in standing if head.kind in (RunKind.REGULAR, RunKind.SETTLEMENT)]
    theirs = {run_id for run_ids in _paid_by(session, workshop_id, bases, only).values() for run_id in run_ids}
    judged = [head for head in bases if (head.run_id in theirs if theirs else head.kind == RunKind.REGULAR)]
    if not judged:
        raise Refusal("payroll_not_locked", month=month)
    if any(head.state is RunState.LOCKED and not head.paid_fen and head.net_fen for head in judged):
        raise Refusal("correction_before_payment", month=month)


def _require_lockable(draft: PayrollDraft, kind: RunKind) -> None:
    """The check list's problems block the lock (RULES 6)."""
    if draft.problems:
        first, count = draft.problems[0], len(draft.problems)
        raise Refusal("payroll_has_problems", month=draft.month, count=count, first=first)
    if not draft.slips:
        code = "correction_empty" if kind is RunKind.CORRECTION else "payroll_empty"
        raise Refusal(code, month=draft.month)


def _insert_run(
    session: Session,
    ctx: Context,
    workshop_id: int,
    draft: PayrollDraft,
    kind: RunKind,
    reason: str,
    standing: Collection[RunHead],
) -> int:
    """The run and its event."""
    run_id = new_ids(session, 1)[0]
    session.add(
        PayrollRun(
            workshop_id=workshop_id,
            id=run_id,
            month=draft.month,
            kind=kind.value,
            workers=len(draft.slips),
            gross_fen=draft.totals.gross_fen,
            net_fen=draft.totals.net_fen,
            packs="\n".join(draft.packs),
            snapshot_hash=snapshot_hash(draft.slips),
            chain_head=chain_head(session, workshop_id),
            reason=reason,
            known_runs=" ".join(str(head.run_id) for head in standing),
        )
    )
    session.flush()
    note_event(session, ctx, workshop_id, run_id, RunState.LOCKED)
    return run_id


# ---------------------------------------------------------------- after the lock


def reopen(ctx: Context, workshop_id: int, run_id: int, reason: str) -> RunRow:
    """Give a locked run up before anything of it is paid, so that its month can be mended and locked again.

    Refuses ``reason_missing``, ``reopen_after_payment``, ``run_built_upon``, and ``reopen_…`` in any other state.
    """
    return _give_up(ctx, workshop_id, run_id, Action.REOPEN, RunState.REOPENED, reason)


def void(ctx: Context, workshop_id: int, run_id: int, reason: str) -> RunRow:
    """Declare a run made by mistake void, of two disputed ones the other then counts.

    Refuses ``reason_missing``, ``void_after_payment``, ``run_built_upon``, and ``void_…`` in any other state.
    """
    return _give_up(ctx, workshop_id, run_id, Action.VOID, RunState.VOIDED, reason)


def _give_up(ctx: Context, workshop_id: int, run_id: int, action: Action, state: RunState, reason: str) -> RunRow:
    with ctx.database.write(ctx.user, f"payroll.{action}") as session:
        head = find_run(session, workshop_id, run_id)
        require_step(action, head.state, head.month)
        said = require_reason(reason)
        if head.paid_fen:
            raise Refusal(f"{action}_after_payment", month=head.month, paid=yuan(head.paid_fen, True))
        _require_no_later(session, workshop_id, head)
        note_event(session, ctx, workshop_id, run_id, state, said)
        return run_row(find_run(session, workshop_id, run_id))


def _require_no_later(session: Session, workshop_id: int, head: RunHead) -> None:
    """What a standing run of the month reckons with, for one of its workers, must not go from under it."""
    standing = standing_runs(session, workshop_id, head.month)
    later = [other for other in standing if head.run_id in other.known_runs]
    if not later:
        return
    mine = _paid_by(session, workshop_id, [head], None)
    for other in later:
        if mine.keys() & _paid_by(session, workshop_id, [other], None):
            raise Refusal("run_built_upon", month=head.month, later=RunTitle(other.kind))


def archive(ctx: Context, workshop_id: int, run_id: int) -> RunRow:
    """Close a run for ever, once everything of it is paid.

    Refuses ``archive_unpaid``, ``run_disputed``, and ``archive_…`` in any other state.
    """
    with ctx.database.write(ctx.user, "payroll.archive") as session:
        head = find_run(session, workshop_id, run_id)
        require_step(Action.ARCHIVE, head.state, head.month)
        if head.disputed:
            raise Refusal("run_disputed", month=head.month)
        unpaid = [fen for fen in open_amounts(session, workshop_id, run_id).values() if fen > 0]
        if unpaid:
            raise Refusal("archive_unpaid", month=head.month, count=len(unpaid), open=yuan(sum(unpaid), True))
        if head.state is RunState.LOCKED:  # the last two were paid on two PCs
            note_event(session, ctx, workshop_id, run_id, RunState.PAID)
        note_event(session, ctx, workshop_id, run_id, RunState.ARCHIVED)
        return run_row(find_run(session, workshop_id, run_id))
