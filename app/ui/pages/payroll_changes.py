"""Whose figures differ from what is locked, whatever was locked: the difference a correction would settle now."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.payroll_draft import Slip
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind, RunState
from app.services import payroll, people
from app.services.context import Context
from app.services.payroll_runs import RunRow
from app.ui.words import translate

STANDING = frozenset({RunState.LOCKED, RunState.PAID, RunState.ARCHIVED})


@dataclass(frozen=True)
class Candidate:
    """A worker a run could be for, in fen: the gross as all standing runs of the month pay it, its difference to
    today's records, and what a correction would pay more or take back from coming wages.
    """

    worker_id: int
    no: str
    name: str
    standing_fen: int = 0
    difference_fen: int = 0
    more_fen: int = 0
    back_fen: int = 0
    note: str = ""
    differs: bool = False


def read_candidates(ctx: Context, workshop_id: int, month: str, kind: RunKind) -> tuple[Candidate, ...]:
    """Whom a run of a kind could be for: leavers of the month to settle; to correct everybody, who differ first."""
    if kind is RunKind.SETTLEMENT:
        return _leavers(ctx, workshop_id, month)
    now = payroll.month_difference(ctx, workshop_id, month)
    everybody = dict.fromkeys((*now.standing, *now.differing))
    found = [_candidate(worker, now.standing.get(worker, ()), now.differing.get(worker)) for worker in everybody]
    return tuple(sorted(found, key=lambda one: not one.differs))


def read_changes(ctx: Context, workshop_id: int, month: str) -> tuple[Candidate, ...]:
    """Who differs; nobody where it cannot be told, since what is locked must be shown all the same."""
    try:
        return tuple(one for one in read_candidates(ctx, workshop_id, month, RunKind.CORRECTION) if one.differs)
    except Refusal:  # the month's rules are gone, say; whoever asks for a correction is told
        return ()


@dataclass(frozen=True)
class Dispute:
    """A worker whose net differs between two disputed runs, fen; None where a run does not pay them."""

    no: str
    name: str
    one_fen: int | None
    other_fen: int | None


def read_disputes(ctx: Context, workshop_id: int, runs: Sequence[RunRow]) -> tuple[Dispute, ...]:
    """In what the first two of disputed runs differ, by 编号; nothing where none are."""
    if len(runs) < 2:
        return ()
    one, other = ({slip.worker_id: slip for slip in payroll.slips(ctx, workshop_id, run.run_id)} for run in runs[:2])
    found = [_dispute(one.get(worker), other.get(worker)) for worker in other | one]
    return tuple(sorted((row for row in found if row.one_fen != row.other_fen), key=lambda row: row.no))


def _dispute(one: Slip | None, other: Slip | None) -> Dispute:
    known = one or other
    return Dispute(
        known.no if known else "",
        known.name if known else "",
        one.net_fen if one else None,
        other.net_fen if other else None,
    )


def _leavers(ctx: Context, workshop_id: int, month: str) -> tuple[Candidate, ...]:
    note = translate("Correct", "{day} 离职")
    return tuple(
        Candidate(row.worker_id, row.no, row.name, note=note.format(day=row.left_on.isoformat()), differs=True)
        for row in people.list_workers(ctx, workshop_id, month)
        if row.left_on is not None and row.left_on.isoformat()[:7] == month
    )


def _candidate(worker_id: int, standing: Sequence[Slip], difference: Slip | None) -> Candidate:
    gross = sum(slip.gross_fen for slip in standing)
    if difference is None:
        return Candidate(worker_id, standing[-1].no, standing[-1].name, gross)
    return Candidate(
        worker_id,
        difference.no,
        difference.name,
        gross,
        difference.gross_fen,
        difference.net_fen,
        payroll.taken_back(difference),
        translate("Correct", "锁定后有变化"),
        differs=True,
    )
