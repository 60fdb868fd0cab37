"""Payroll runs and their present state: the last of their insert-only events (DESIGN 4).

Which is the last, the journal's clock says, the same on every device; dates are notes, and a PC's may be wrong.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.domain.vocabulary import RunState
from app.models.local import Journal
from app.models.pay import PayrollEvent, PayrollRun

COUNTED = frozenset({RunState.LOCKED, RunState.PAID, RunState.ARCHIVED})
"""States in which a run's amounts stand."""


@dataclass(frozen=True, slots=True)
class RunHead:
    """A run with its state and who gave it when; ``disputed`` where another of its month and kind stands too."""

    run_id: int
    month: str
    kind: str
    workers: int
    gross_fen: int
    net_fen: int
    packs: str
    snapshot_hash: str
    chain_head: str
    state: RunState
    by: str
    on: date
    disputed: bool

    @property
    def stands(self) -> bool:
        """Whether the run is locked, paid or archived, disputed or not."""
        return self.state in COUNTED

    @property
    def counts(self) -> bool:
        """Whether its amounts count towards year and balances: of two disputed runs neither does."""
        return self.stands and not self.disputed


def _events(workshop_id: int) -> Select[*tuple[Any, ...]]:
    """All events of a workshop's runs in the order of their clocks."""
    event = PayrollEvent
    clock = (
        select(func.max(Journal.clock))
        .where(
            *(Journal.workshop_id == workshop_id, Journal.tbl == event.__tablename__),
            Journal.key == func.json_array(event.id),
        )
        .scalar_subquery()
    )
    columns = (event.run_id, event.state, event.user_name, event.occurred_on)
    own = select(*columns).where(event.workshop_id == workshop_id, event.deleted == 0)
    return own.order_by(clock, event.id)


def run_heads(session: Session, workshop_id: int) -> tuple[RunHead, ...]:
    """All runs of a workshop by month: one statement for the runs, one for their events."""
    last = {row.run_id: row for row in session.execute(_events(workshop_id))}
    columns = (PayrollRun.id, PayrollRun.month, PayrollRun.kind, PayrollRun.workers, PayrollRun.gross_fen)
    more = (PayrollRun.net_fen, PayrollRun.packs, PayrollRun.snapshot_hash, PayrollRun.chain_head)
    runs = session.execute(
        select(*columns, *more)
        .where(PayrollRun.workshop_id == workshop_id, PayrollRun.deleted == 0)
        .order_by(PayrollRun.month, PayrollRun.id)
    ).all()
    known = [row for row in runs if row.id in last]
    standing = Counter((row.month, row.kind) for row in known if RunState(last[row.id].state) in COUNTED)
    return tuple(
        RunHead(
            *row,
            state=RunState(last[row.id].state),
            by=last[row.id].user_name,
            on=date.fromisoformat(last[row.id].occurred_on),
            disputed=RunState(last[row.id].state) in COUNTED and standing[row.month, row.kind] > 1,
        )
        for row in known
    )
