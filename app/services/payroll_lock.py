"""The lock: a run frozen with its slips, its lines and what they were computed from, in one transaction (RULES 6)."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.domain.calendar import month_ends
from app.domain.ledger import agreed_date
from app.domain.payroll import compute as compute_month
from app.domain.payroll_draft import Finding, PayrollDraft
from app.domain.payroll_input import MonthInput
from app.domain.payroll_json import snapshot_hash
from app.domain.payroll_steps import Names, require_reason
from app.domain.refusal import Refusal
from app.domain.snapshot import snapshot_bytes
from app.domain.vocabulary import RunKind, RunState
from app.models.database import new_ids
from app.models.pay import PayrollRun
from app.models.people import Worker
from app.models.queries.payroll_runs import RECKONED
from app.models.queries.runs import RunHead, run_heads
from app.services.chain_head import chain_head
from app.services.context import Context
from app.services.payroll import looked_at
from app.services.payroll_runs import (
    PaidWorker,
    RunRow,
    find_run,
    load_input,
    note_event,
    paid_by,
    run_row,
    standing_runs,
)
from app.services.payroll_snapshots import store_snapshot
from app.services.payroll_store import insert_slips

_ONCE = frozenset({RunKind.REGULAR, RunKind.FIRST_HALF})
"""Kinds of which a month has one run."""
_EMPTY = {RunKind.CORRECTION: "correction_empty", RunKind.FIRST_HALF: "first_half_nobody"}
"""What a run that would pay nobody is refused with; a month's is ``payroll_empty``."""
_FOR_NAMED = frozenset({RunKind.SETTLEMENT, RunKind.CORRECTION})
"""Kinds that are for named workers."""


def draft(
    ctx: Context,
    workshop_id: int,
    month: str,
    kind: RunKind = RunKind.REGULAR,
    workers: Collection[int | str] | None = None,
) -> PayrollDraft:
    """What a lock of the same run would freeze, with its check list; refuses whom nobody knows, but no second run."""
    with ctx.database.read() as session:
        only = _named(session, workshop_id, month, kind, workers, "workers_not_apart")
        found = looked_at(ctx, compute_month(load_input(session, workshop_id, month, kind, only)))
    return _nobody_by_halves(found)


def _nobody_by_halves(draft: PayrollDraft) -> PayrollDraft:
    """A first half that pays nobody says why."""
    if draft.kind is not RunKind.FIRST_HALF or draft.slips or draft.problems:
        return draft
    return replace(draft, problems=(Finding("first_half_nobody", params={"month": draft.month}),))


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
    Refuses ``payroll_locked`` and its like where what would be paid is locked already, ``payroll_empty`` and
    ``payroll_pays_nothing``, and ``payroll_has_problems`` while the check list has problems.
    """
    with ctx.database.write(ctx.user, "payroll.lock") as session:
        only = _named(session, workshop_id, month, kind, workers)
        said = require_reason(reason) if kind is RunKind.CORRECTION else reason.strip()
        standing = standing_runs(session, workshop_id, month)
        _require_room(session, workshop_id, month, kind, only, standing)
        source = load_input(session, workshop_id, month, kind, only)
        draft = looked_at(ctx, compute_month(source))
        _require_uncorrected(session, workshop_id, draft)
        _require_lockable(draft, kind, bool(standing or source.marks or source.pieces or source.teams))
        run_id = _insert_run(session, workshop_id, draft, kind, said, standing, source)
        insert_slips(session, workshop_id, run_id, draft.slips, source.workers)
        note_event(session, ctx, workshop_id, run_id, RunState.LOCKED)  # last: no slip comes after it
        return run_row(find_run(session, workshop_id, run_id))


def _named(
    session: Session,
    workshop_id: int,
    month: str,
    kind: RunKind,
    workers: Collection[int | str] | None,
    for_all: str = "workers_not_for_all",
) -> frozenset[int] | None:
    """The workers a run is for as ids; None for all.

    Refuses numbers nobody has, ``number_shared`` those of several people, and ``for_all`` some of a month.
    """
    if kind in _FOR_NAMED and not workers:
        raise Refusal("workers_missing")
    if workers is None:
        return None
    own = select(Worker.id, Worker.no, Worker.name, Worker.hired_on, Worker.left_on).where(
        Worker.workshop_id == workshop_id, Worker.deleted == 0
    )
    known = session.execute(own).all()
    every = {key for row in known for key in (row.id, row.no)}
    strange = [str(one) for one in workers if one not in every]
    if strange:
        raise Refusal("worker_unknown", numbers=Names(tuple(strange)))
    if kind is RunKind.REGULAR:
        raise Refusal(for_all)
    wanted = frozenset(workers)
    found = {row.id for row in known if row.id in wanted}
    for no in sorted(one for one in wanted if isinstance(one, str)):
        rows = [row for row in known if row.no == no]
        found |= {row.id for row in (rows if len(rows) == 1 else _meant(session, workshop_id, month, kind, rows))}
    return frozenset(found)


def _meant(
    session: Session, workshop_id: int, month: str, kind: RunKind, rows: Collection[Row[*tuple[Any, ...]]]
) -> Collection[Row[*tuple[Any, ...]]]:
    """Of the employments under one 编号 those of the month; of a settlement those that ended and are not settled yet.

    Refuses ``number_shared`` where they are several people's.
    """
    first, last = (day.isoformat() for day in month_ends(month))
    tests = [[row for row in rows if row.hired_on <= last and (row.left_on or last) >= first]]
    if kind is RunKind.SETTLEMENT:
        settled = paid_by(session, workshop_id, standing_runs(session, workshop_id, month, kind), None)
        tests.append([row for row in rows if row.left_on and row.left_on <= last])
        tests.append([row for row in rows if row.id not in settled])
    left = rows
    for kept in tests:
        left = [row for row in left if row in kept] or left
    if len({row.name for row in left}) > 1:
        raise Refusal("number_shared", no=next(iter(left)).no, names=Names(tuple(row.name for row in left)))
    return left


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
    if any(head.disputed for head in standing):  # neither counts: who is in it would be paid once more
        raise Refusal("run_disputed", month=month)
    if kind is RunKind.FIRST_HALF and whole:
        raise Refusal("half_after_month", month=month)
    if kind is RunKind.SETTLEMENT:
        for other, code in ((RunKind.SETTLEMENT, "settlement_locked"), (RunKind.REGULAR, "settlement_after_month")):
            if paid := paid_by(session, workshop_id, [head for head in standing if head.kind == other], only):
                raise Refusal(code, month=month, names=_names(paid.values()))
    if kind is RunKind.CORRECTION:
        _require_paid_month(session, workshop_id, month, only, standing)


def _names(paid: Iterable[PaidWorker]) -> Names:
    return Names(tuple(worker.name for worker in paid))


def _require_paid_month(
    session: Session, workshop_id: int, month: str, only: frozenset[int] | None, standing: Collection[RunHead]
) -> None:
    """A correction is for what is paid, at least in part; whom the month left out is measured by its regular run."""
    bases = [head for head in standing if head.kind in (RunKind.REGULAR, RunKind.SETTLEMENT)]
    theirs = {run_id for paid in paid_by(session, workshop_id, bases, only).values() for run_id in paid.run_ids}
    judged = [head for head in bases if (head.run_id in theirs if theirs else head.kind == RunKind.REGULAR)]
    if not judged:
        raise Refusal("payroll_not_locked", month=month)
    if any(head.state is RunState.LOCKED and not head.paid_fen and head.net_fen for head in judged):
        raise Refusal("correction_before_payment", month=month)
    if not any(head.kind == RunKind.REGULAR for head in bases):
        _require_gone(session, workshop_id, month, only or frozenset())


def _require_gone(session: Session, workshop_id: int, month: str, workers: Collection[int]) -> None:
    """Who was settled and stays on is paid the rest by the month's run, which a correction must not forestall."""
    coming = compute_month(load_input(session, workshop_id, month)).slips
    if staying := [f"{slip.no} {slip.name}" for slip in coming if slip.worker_id in workers]:
        raise Refusal("correction_before_month", month=month, names=Names(tuple(staying)))


def _require_uncorrected(session: Session, workshop_id: int, draft: PayrollDraft) -> None:
    """Refuse to pay once more whom a correction paid that was measured by the month's own run.

    Such a correction pays every day of the month, of whom that run left out all of it, and names no days: whatever runs
    come after, even where the month's was reopened, would pay them again; only another correction may. One measured by
    a settlement pays no day after it (``_require_gone``): the month's run of who stays on after all pays these, and
    takes the correction's sums into account (``RECKONED``).
    """
    if draft.kind is RunKind.CORRECTION:
        return
    heads = [head for head in run_heads(session, workshop_id) if head.month == draft.month]
    whole = {head.run_id for head in heads if head.kind == RunKind.REGULAR}
    kinds = [head for head in heads if head.stands and head.kind == RunKind.CORRECTION]
    corrections = [head for head in kinds if head.known_runs & whole]
    if paid := paid_by(session, workshop_id, corrections, [slip.worker_id for slip in draft.slips]):
        raise Refusal("corrected_before", month=draft.month, names=_names(paid.values()))


def _require_lockable(draft: PayrollDraft, kind: RunKind, has_records: bool) -> None:
    """The check list's problems block the lock (RULES 6), and so does a month that pays nobody anything.

    Of a month with work or leave on record, or of which something stands, a run may have nothing (left) to pay.
    """
    if draft.problems:
        first, count = draft.problems[0], len(draft.problems)
        raise Refusal("payroll_has_problems", month=draft.month, count=count, first=first)
    if not draft.slips:
        raise Refusal(_EMPTY.get(kind, "payroll_empty"), month=draft.month)
    if kind in _ONCE and not has_records and not any(slip.gross_fen for slip in draft.slips):
        raise Refusal("payroll_pays_nothing", month=draft.month)


def _insert_run(
    session: Session,
    workshop_id: int,
    draft: PayrollDraft,
    kind: RunKind,
    reason: str,
    standing: Collection[RunHead],
    source: MonthInput,
) -> int:
    """The run and what it was computed from; its event comes after the slips."""
    run_id, inputs = new_ids(session, 1)[0], snapshot_bytes(source)
    agreed = agreed_date(draft.month, source.workshop.pay_day)
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
            inputs_hash=hashlib.sha256(inputs).hexdigest(),
            reason=reason,
            known_runs=" ".join(str(head.run_id) for head in standing if head.kind in RECKONED[kind]),
            pay_date=agreed.isoformat() if agreed else "",
        )
    )
    store_snapshot(session, workshop_id, run_id, inputs)
    session.flush()
    return run_id
