"""The life of a payroll run (RULES 6): locked, reopened, voided, paid, archived and taken out again, each step an
insert-only event.

One function is one intention and one transaction. Payments, photographs and the comparison have files of their own; all
are had from here.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from app.domain.money import yuan
from app.domain.payroll import compute as compute_month
from app.domain.payroll_steps import Action, RunTitle, require_reason, require_step
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunEvent, RunKind, RunState
from app.models.queries.runs import RunHead, built_upon, run_heads
from app.services.context import Context
from app.services.payment_rows import PaymentRow, open_amounts
from app.services.payments import PaymentSummary, pay, payments, return_payment
from app.services.payroll import looked_at
from app.services.payroll_compare import Comparison, compare
from app.services.payroll_dispute import is_deadlock, make_advances
from app.services.payroll_lock import draft, lock
from app.services.payroll_runs import RunRow, find_run, load_input, note_event, run_row
from app.services.payroll_snapshots import RunCheck, recompute, verify_runs
from app.services.run_photos import PhotoRow, attach_photo, detach_photo, photos, read_photo

__all__ = [
    "Comparison",
    "MonthRuns",
    "PaymentRow",
    "PaymentSummary",
    "PhotoRow",
    "RunCheck",
    "RunRow",
    "Stage",
    "archive",
    "archive_all",
    "attach_photo",
    "compare",
    "detach_photo",
    "draft",
    "lock",
    "month_runs",
    "pay",
    "payments",
    "photos",
    "read_photo",
    "recompute",
    "reopen",
    "return_payment",
    "unarchive",
    "verify_runs",
    "void",
]


class Stage(StrEnum):
    """How far a month's payroll is."""

    EMPTY = "empty"
    DRAFT = "draft"
    CHECKED = "checked"
    LOCKED = "locked"
    PAID = "paid"
    ARCHIVED = "archived"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class MonthRuns:
    """A month's payroll: its stage, and all its runs, reopened and voided ones too, in the order they were locked.

    ``checked`` is a draft whose check list has no problem left, ``empty`` one of a month that nobody is employed in.
    """

    month: str
    stage: Stage
    runs: tuple[RunRow, ...]


def month_runs(ctx: Context, workshop_id: int, month: str) -> MonthRuns:
    """Stage and runs of a month; computes the draft where the month is not locked yet."""
    with ctx.database.read() as session:
        heads = [head for head in run_heads(session, workshop_id) if head.month == month]
        stage = _stage(heads) or _draft_stage(ctx, session, workshop_id, month)
    ordered = sorted(heads, key=lambda head: (head.locked_on, head.run_id))
    return MonthRuns(month, stage, tuple(run_row(head) for head in ordered))


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


def _draft_stage(ctx: Context, session: Session, workshop_id: int, month: str) -> Stage:
    try:
        computed = looked_at(ctx, compute_month(load_input(session, workshop_id, month)))
    except Refusal:
        return Stage.DRAFT
    if computed.problems:
        return Stage.DRAFT
    return Stage.CHECKED if computed.slips else Stage.EMPTY


def reopen(ctx: Context, workshop_id: int, run_id: int, reason: str) -> RunRow:
    """Give a locked run up before anything of it is paid, so that its month can be mended and locked again.

    What was paid and came back whole counts as not paid (RULES 6, "before the first payment"): nobody holds money by
    the run, and mending it is plainer than a correction beside wages no one got. A fen that did not come back
    refuses it. The run stays with its slips, its payments and their returns.

    Refuses ``reason_missing``, ``reopen_after_payment``, ``run_built_upon``, and ``reopen_…`` in any other state.
    """
    return _give_up(ctx, workshop_id, run_id, Action.REOPEN, RunState.REOPENED, reason)


def void(ctx: Context, workshop_id: int, run_id: int, reason: str) -> RunRow:
    """Declare a run made by mistake void, of two disputed ones the other then counts.

    Where both were paid, archived even, what was paid of this one becomes advances, which later runs take back.
    Refuses ``reason_missing``, ``void_after_payment``, ``run_built_upon``, and ``void_…`` in any other state.
    """
    return _give_up(ctx, workshop_id, run_id, Action.VOID, RunState.VOIDED, reason)


def _give_up(ctx: Context, workshop_id: int, run_id: int, action: Action, state: RunState, reason: str) -> RunRow:
    with ctx.database.write(ctx.user, f"payroll.{action}") as session:
        head = find_run(session, workshop_id, run_id)
        overpaid = action is Action.VOID and is_deadlock(head, run_heads(session, workshop_id))
        if not overpaid:
            require_step(action, head.state, head.month)
        said = require_reason(reason)
        if head.paid_fen and not overpaid:
            raise Refusal(f"{action}_after_payment", month=head.month, paid=yuan(head.paid_fen, True))
        if later := built_upon(session, workshop_id, head):
            raise Refusal("run_built_upon", month=later.month, later=RunTitle(later.kind))
        if overpaid:
            make_advances(session, workshop_id, head)
        note_event(session, ctx, workshop_id, run_id, state, said)
        return run_row(find_run(session, workshop_id, run_id))


def archive(ctx: Context, workshop_id: int, run_id: int) -> RunRow:
    """Close a run once everything of it is paid; only :func:`unarchive` opens it again.

    Refuses ``archive_unpaid``, ``run_disputed``, and ``archive_…`` in any other state.
    """
    return archive_all(ctx, workshop_id, [run_id])[0]


def archive_all(ctx: Context, workshop_id: int, run_ids: Collection[int]) -> tuple[RunRow, ...]:
    """Close several runs, or none where one of them refuses as ``archive`` does."""
    with ctx.database.write(ctx.user, "payroll.archive") as session:
        for run_id in run_ids:
            _archive(session, ctx, workshop_id, run_id)
        return tuple(run_row(find_run(session, workshop_id, run_id)) for run_id in run_ids)


def _archive(session: Session, ctx: Context, workshop_id: int, run_id: int) -> None:
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


def unarchive(ctx: Context, workshop_id: int, run_id: int, reason: str) -> RunRow:
    """Take an archived run out again: it is what it was before, so that what a bank returned late can be noted.

    Refuses ``reason_missing``, and ``unarchive_…`` in any other state.
    """
    with ctx.database.write(ctx.user, "payroll.unarchive") as session:
        head = find_run(session, workshop_id, run_id)
        require_step(Action.UNARCHIVE, head.state, head.month)
        note_event(session, ctx, workshop_id, run_id, RunEvent.UNARCHIVED, require_reason(reason))
        return run_row(find_run(session, workshop_id, run_id))
