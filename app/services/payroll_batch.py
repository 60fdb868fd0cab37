"""The payroll of all workshops of a database in one go: checked and computed, then locked where nothing stands against
it. Each workshop is its own transaction; one that refuses never stops the others.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.payroll_draft import Finding
from app.domain.refusal import Refusal
from app.services.context import Context
from app.services.payroll import compute, locked_run
from app.services.payroll_lock import lock
from app.services.payroll_runs import RunRow
from app.services.workshops import WorkshopRow, list_workshops


class Outcome(StrEnum):
    """How a workshop's month stands after being looked at, or locked."""

    READY = "ready"
    PROBLEMS = "problems"
    EMPTY = "empty"
    LOCKED = "locked"
    LOCKED_BEFORE = "locked_before"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class WorkshopResult:
    """One workshop's month: what came of it, its sums in fen (of the run, else of the draft), and what hinders it.

    ``run`` is the month's run where one stands, ``refusal`` why nothing could be computed or locked.
    """

    workshop: WorkshopRow
    outcome: Outcome
    workers: int = 0
    gross_fen: int = 0
    net_fen: int = 0
    problems: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    run: RunRow | None = None
    refusal: Refusal | None = None


def check_all(ctx: Context, month: str) -> tuple[WorkshopResult, ...]:
    """Every workshop's month checked and computed; nothing is written."""
    return tuple(_looked_at(ctx, workshop, month) for workshop in list_workshops(ctx))


def lock_all(ctx: Context, month: str) -> tuple[WorkshopResult, ...]:
    """Every workshop's month checked, computed, and locked where its check list has no problem."""
    return tuple(_locked(ctx, month, result) for result in check_all(ctx, month))


def check_one(ctx: Context, workshop: WorkshopRow, month: str) -> WorkshopResult:
    """One workshop's month checked and computed: for who goes through them one by one, with progress between."""
    return _looked_at(ctx, workshop, month)


def lock_one(ctx: Context, workshop: WorkshopRow, month: str) -> WorkshopResult:
    """One workshop's month checked, computed, and locked where its check list has no problem."""
    return _locked(ctx, month, _looked_at(ctx, workshop, month))


def _looked_at(ctx: Context, workshop: WorkshopRow, month: str) -> WorkshopResult:
    try:
        run = locked_run(ctx, workshop.workshop_id, month)
        if run is not None:
            return _of_run(workshop, run, Outcome.LOCKED_BEFORE)
        draft = compute(ctx, workshop.workshop_id, month)
    except Refusal as refusal:
        return WorkshopResult(workshop, Outcome.REFUSED, refusal=refusal)
    outcome = Outcome.PROBLEMS if draft.problems else Outcome.READY if draft.slips else Outcome.EMPTY
    return WorkshopResult(
        workshop=workshop,
        outcome=outcome,
        workers=len(draft.slips),
        gross_fen=draft.totals.gross_fen,
        net_fen=draft.totals.net_fen,
        problems=draft.problems,
        warnings=draft.warnings,
    )


def _locked(ctx: Context, month: str, result: WorkshopResult) -> WorkshopResult:
    if result.outcome is not Outcome.READY:
        return result
    try:
        run = lock(ctx, result.workshop.workshop_id, month)
    except Refusal as refusal:
        return replace(result, outcome=Outcome.REFUSED, refusal=refusal)
    return replace(_of_run(result.workshop, run, Outcome.LOCKED), warnings=result.warnings)


def _of_run(workshop: WorkshopRow, run: RunRow, outcome: Outcome) -> WorkshopResult:
    return WorkshopResult(
        workshop=workshop,
        outcome=outcome,
        workers=run.workers,
        gross_fen=run.gross_fen,
        net_fen=run.net_fen,
        run=run,
    )
