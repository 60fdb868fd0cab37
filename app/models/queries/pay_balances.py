"""What counted payrolls took of a worker, and which months are locked: small queries beside a record being edited."""

from collections import defaultdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.messages.payroll import OTHER_PLANS, OVERPAID
from app.domain.payroll_draft import LineCode
from app.models.pay import SlipLine, SlipRow
from app.models.queries.runs import run_heads


def taken_by_month(session: Session, workshop_id: int, worker_id: int, column: str) -> dict[str, int]:
    """Sums of a slip column (``advance_fen``, ``damage_fen``) over counted runs, by month, in fen."""
    counted = {head.run_id: head.month for head in run_heads(session, workshop_id) if head.counts}
    found: dict[str, int] = defaultdict(int)
    for run_id, fen in session.execute(
        select(SlipRow.run_id, getattr(SlipRow, column)).where(*_slips(workshop_id, worker_id, counted))
    ):
        found[counted[run_id]] += fen
    return dict(found)


def overpaid_by_month(session: Session, workshop_id: int, worker_id: int) -> dict[str, int]:
    """What counted corrections turned into advances, wages paid too much, by month, in fen."""
    counted = {head.run_id: head.month for head in run_heads(session, workshop_id) if head.counts}
    line = SlipLine
    own = (line.workshop_id == workshop_id, line.worker_id == worker_id, line.deleted == 0)
    overpaid = (line.code == LineCode.ADVANCE.value, line.label == OVERPAID, line.run_id.in_(list(counted)))
    found: dict[str, int] = defaultdict(int)
    for run_id, fen in session.execute(select(line.run_id, line.amount_fen).where(*own, *overpaid)):
        found[counted[run_id]] += fen
    return dict(found)


def taken_by_plans(session: Session, workshop_id: int, worker_id: int) -> dict[str, int]:
    """What plans of other lawful deductions took in counted runs, by month, in fen: a line of their own on a slip."""
    counted = {head.run_id: head.month for head in run_heads(session, workshop_id) if head.counts}
    line = SlipLine
    own = (line.workshop_id == workshop_id, line.worker_id == worker_id, line.deleted == 0)
    by_plan = (line.code == LineCode.OTHER.value, line.label == OTHER_PLANS, line.run_id.in_(list(counted)))
    found: dict[str, int] = defaultdict(int)
    for run_id, fen in session.execute(select(line.run_id, line.amount_fen).where(*own, *by_plan)):
        found[counted[run_id]] -= fen  # a deduction's amount is negative
    return dict(found)


def locked_months(session: Session, workshop_id: int, worker_id: int | None = None) -> tuple[str, ...]:
    """Months with a standing run, disputed or not, in order; with a worker, those that have a slip of his."""
    standing = {head.run_id: head.month for head in run_heads(session, workshop_id) if head.stands}
    if worker_id is not None and standing:
        own = session.scalars(select(SlipRow.run_id).where(*_slips(workshop_id, worker_id, standing)))
        standing = {run_id: standing[run_id] for run_id in own}
    return tuple(sorted(set(standing.values())))


def _slips(workshop_id: int, worker_id: int, runs: dict[int, str]) -> tuple[Any, ...]:
    own = (SlipRow.workshop_id == workshop_id, SlipRow.worker_id == worker_id, SlipRow.deleted == 0)
    return (*own, SlipRow.run_id.in_(list(runs)))
