"""A locked run beside today's records, computed again by the program's own loader."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from app.domain.payroll import compute
from app.domain.payroll_draft import Slip
from app.domain.payroll_json import snapshot_hash
from app.domain.vocabulary import RunKind
from app.models.queries.runs import RunHead
from app.services.context import Context
from app.services.payroll_runs import find_run, load_input
from app.services.payroll_store import stored_slips


def differs_since_lock(ctx: Context, workshop_id: int, run_id: int) -> bool:
    """Whether today's records would give other figures than the run froze (attendance that came later, say)."""
    with ctx.database.read() as session:
        head = find_run(session, workshop_id, run_id)
        frozen = [one.slip for one in stored_slips(session, workshop_id, run_id)]
        return snapshot_hash(_today(session, workshop_id, head, frozen)) != head.snapshot_hash


def _today(session: Session, workshop_id: int, head: RunHead, frozen: Iterable[Slip]) -> tuple[Slip, ...]:
    """A run's slips as today's records would give them."""
    kind = RunKind(head.kind)
    named = {slip.worker_id for slip in frozen} if kind in (RunKind.SETTLEMENT, RunKind.CORRECTION) else None
    return compute(load_input(session, workshop_id, head.month, kind, named, head.known_runs)).slips
