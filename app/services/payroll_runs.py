"""What all that deals with payroll runs shares: a run as a frozen row, finding it, its input, its events."""

from collections.abc import Collection, Set
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.payroll_input import MonthInput
from app.domain.payroll_json import chain_code, check_code
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunEvent, RunKind, RunState
from app.models.database import new_ids
from app.models.pay import PayrollEvent, SlipRow
from app.models.queries.payroll import load_month
from app.models.queries.runs import RunHead, run_heads
from app.services.context import Context
from app.services.rule_packs import load_packs


@dataclass(frozen=True, slots=True)
class RunRow:
    """A payroll run as lists show it; sums in fen, ``packs`` one stamp each, ``state`` the last of its events.

    ``kind`` is a :class:`RunKind`'s value. ``by`` and ``on`` belong to the last event, ``said`` is its reason and
    ``reason`` the run's own. ``paid_fen`` was paid and did not come back. ``chain_code`` names the last change of this
    device before the lock (DESIGN 3). ``disputed``: another run pays the same and stands too; neither counts until one
    is voided.
    """

    run_id: int
    month: str
    kind: str
    state: RunState
    workers: int
    gross_fen: int
    net_fen: int
    packs: tuple[str, ...]
    check_code: str
    chain_code: str
    by: str
    on: date
    disputed: bool
    reason: str = ""
    said: str = ""
    paid_fen: int = 0
    locked_on: date = date.min


def run_row(head: RunHead) -> RunRow:
    """A run's head as people see it."""
    return RunRow(
        run_id=head.run_id,
        month=head.month,
        kind=head.kind,
        state=head.state,
        workers=head.workers,
        gross_fen=head.gross_fen,
        net_fen=head.net_fen,
        packs=tuple(head.packs.splitlines()),
        check_code=check_code(head.snapshot_hash),
        chain_code=chain_code(head.chain_head),
        by=head.by,
        on=head.on,
        disputed=head.disputed,
        reason=head.reason,
        said=head.said,
        paid_fen=head.paid_fen,
        locked_on=head.locked_on,
    )


def find_run(session: Session, workshop_id: int, run_id: int) -> RunHead:
    """A run by its id; refuses ``payroll_run_missing``."""
    for head in run_heads(session, workshop_id):
        if head.run_id == run_id:
            return head
    raise Refusal("payroll_run_missing")


def standing_runs(session: Session, workshop_id: int, month: str, kind: RunKind | None = None) -> list[RunHead]:
    """The locked, paid and archived runs of a month, disputed ones too, of one kind or of all."""
    heads = run_heads(session, workshop_id)
    return [head for head in heads if head.month == month and head.stands and kind in (None, head.kind)]


def load_input(
    session: Session,
    workshop_id: int,
    month: str,
    kind: RunKind = RunKind.REGULAR,
    workers: Collection[int] | None = None,
    known: Set[int] | None = None,
) -> MonthInput:
    """Everything a run of a month is computed from; refuses as ``load_month`` does.

    ``known``: the runs of the month it reckons with, to compute a run once more as at its lock.
    """
    packs = load_packs(session, workshop_id)
    return load_month(session, workshop_id, month, packs, kind=kind, only=workers, known=known)


@dataclass(frozen=True, slots=True)
class PaidWorker:
    """A worker whom runs pay: 编号 and name as on the latest slip, and the runs' ids."""

    name: str
    run_ids: frozenset[int]


def paid_by(
    session: Session, workshop_id: int, heads: Collection[RunHead], only: Collection[int] | None
) -> dict[int, PaidWorker]:
    """Which of the workers have a slip in the runs, by worker id: 编号 and name may be mended between two runs."""
    own = (SlipRow.workshop_id == workshop_id, SlipRow.run_id.in_([head.run_id for head in heads]))
    named = () if only is None else (SlipRow.worker_id.in_(list(only)),)
    rows = session.execute(
        select(SlipRow.run_id, SlipRow.worker_id, SlipRow.no, SlipRow.name)
        .where(*own, *named, SlipRow.deleted == 0)
        .order_by(SlipRow.no, SlipRow.worker_id, SlipRow.run_id)
    )
    found: dict[int, PaidWorker] = {}
    for row in rows:
        before = found[row.worker_id].run_ids if row.worker_id in found else frozenset()
        found[row.worker_id] = PaidWorker(f"{row.no} {row.name}", before | {row.run_id})
    return found


def note_event(
    session: Session, ctx: Context, workshop_id: int, run_id: int, state: RunState | RunEvent, reason: str = ""
) -> None:
    """Insert what happened to a run; a state is its own from now on."""
    session.add(
        PayrollEvent(
            workshop_id=workshop_id,
            id=new_ids(session, 1)[0],
            run_id=run_id,
            state=state.value,
            user_name=ctx.user,
            occurred_on=ctx.today().isoformat(),
            reason=reason,
        )
    )
    session.flush()
