"""The month's payroll as it is read: the draft computed, a locked run as it was frozen, its ledger (RULES 6, 7).

A draft is computed, never stored; what happens to a run is in :mod:`app.services.payroll_life`.
"""

from calendar import monthrange
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.calendar import month_ends
from app.domain.ledger import LedgerData, LedgerRow, row_of
from app.domain.payroll import by_number
from app.domain.payroll import compute as compute_month
from app.domain.payroll_draft import PayrollDraft, Slip
from app.domain.payroll_json import chain_code, check_code, snapshot_hash
from app.domain.vocabulary import RunKind
from app.models.queries.runs import RunHead, run_heads
from app.models.workshop import Workshop, WorkshopTerms
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
        return compute_month(load_input(session, workshop_id, month, kind, workers))


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


def ledger(ctx: Context, workshop_id: int, run_id: int) -> LedgerData:
    """The wage ledger of a locked run: frozen rows, rule packs and check code (RULES 7). Numbers are in full."""
    with ctx.database.read() as session:
        head = find_run(session, workshop_id, run_id)
        frozen = stored_slips(session, workshop_id, run_id)
        rows = [row_of(one.slip, one.id_number, one.phone) for one in frozen]
        return _ledger(session, workshop_id, head.month, rows, head.packs.splitlines(), head)


def draft_ledger(ctx: Context, workshop_id: int, month: str) -> LedgerData:
    """The ledger of a month not locked yet: it bears 草稿/DRAFT and no check code."""
    with ctx.database.read() as session:
        source = load_input(session, workshop_id, month)
        draft = compute_month(source)
        workers = {worker.worker_id: worker for worker in source.workers}
        rows = [row_of(slip, workers[slip.worker_id].id_number, workers[slip.worker_id].phone) for slip in draft.slips]
        return _ledger(session, workshop_id, month, rows, draft.packs, None)


def month_ledger(ctx: Context, workshop_id: int, month: str) -> LedgerData:
    """The ledger of a month: of its standing run, else the draft's."""
    run = locked_run(ctx, workshop_id, month)
    return draft_ledger(ctx, workshop_id, month) if run is None else ledger(ctx, workshop_id, run.run_id)


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


def _ledger(
    session: Session,
    workshop_id: int,
    month: str,
    rows: Iterable[LedgerRow],
    packs: Iterable[str],
    head: RunHead | None,
) -> LedgerData:
    first, last = month_ends(month)
    workshop = session.execute(
        select(Workshop.name, Workshop.credit_code).where(Workshop.workshop_id == workshop_id)
    ).one()
    return LedgerData(
        unit=workshop.name,
        month=month,
        first_day=first,
        last_day=last,
        pay_date=_pay_date(session, workshop_id, last),
        rows=tuple(rows),
        packs=tuple(packs),
        check_code="" if head is None else check_code(head.snapshot_hash),
        chain_code="" if head is None else chain_code(head.chain_head),
        credit_code=workshop.credit_code,
        prepared_by="" if head is None else head.by,
    )


def _pay_date(session: Session, workshop_id: int, last: date) -> date | None:
    """发薪日 of the following month, or its last day where that is shorter; None where the workshop has set none."""
    pay_day = session.scalar(
        select(WorkshopTerms.pay_day)
        .where(
            WorkshopTerms.workshop_id == workshop_id,
            WorkshopTerms.deleted == 0,
            WorkshopTerms.valid_from <= last.isoformat(),
        )
        .order_by(WorkshopTerms.valid_from.desc())
        .limit(1)
    )
    if not pay_day:
        return None
    following = last + timedelta(days=1)
    return following.replace(day=min(pay_day, monthrange(following.year, following.month)[1]))
