"""What runs were computed from, kept beside the lock: an old payroll computed again, and every run verified."""

import hashlib
import zlib
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.payroll import compute as compute_month
from app.domain.payroll_draft import PayrollDraft
from app.domain.payroll_input import MonthInput
from app.domain.payroll_json import snapshot_hash
from app.domain.refusal import Refusal
from app.domain.snapshot import read_snapshot
from app.models.local import RunSnapshot
from app.models.queries.runs import RunHead, run_heads
from app.services.context import Context
from app.services.payroll_runs import find_run
from app.services.payroll_store import stored_slips


class Inputs(StrEnum):
    """What is known of a run's inputs: kept and sound, not kept here (locked on another PC), or damaged."""

    KEPT = "kept"
    MISSING = "missing"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class RunCheck:
    """A run verified: its slips against the hash of the lock, its inputs, and what they compute to today.

    ``same`` is None where there are no sound inputs to compute from.
    """

    run_id: int
    month: str
    kind: str
    slips_sound: bool
    inputs: Inputs
    same: bool | None

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with the run, as far as can be told here."""
        return self.slips_sound and self.inputs is not Inputs.DAMAGED and self.same is not False


def store_snapshot(session: Session, workshop_id: int, run_id: int, content: bytes) -> None:
    """Keep what a run was computed from, on this PC."""
    session.add(RunSnapshot(workshop_id=workshop_id, run_id=run_id, content=zlib.compress(content)))


def recompute(ctx: Context, workshop_id: int, run_id: int) -> PayrollDraft:
    """A run computed again from what the lock kept, by the rules it kept, whatever packs and records say now.

    Refuses ``snapshot_missing`` (locked on another PC) and ``snapshot_damaged``.
    """
    with ctx.database.read() as session:
        head = find_run(session, workshop_id, run_id)
        return compute_month(kept_inputs(session, workshop_id, head))


def verify_runs(ctx: Context, workshop_id: int) -> tuple[RunCheck, ...]:
    """Every run of a workshop verified, by month."""
    with ctx.database.read() as session:
        return tuple(_check(session, workshop_id, head) for head in run_heads(session, workshop_id))


def _check(session: Session, workshop_id: int, head: RunHead) -> RunCheck:
    frozen = snapshot_hash(one.slip for one in stored_slips(session, workshop_id, head.run_id))
    inputs, same = Inputs.KEPT, None
    try:
        same = snapshot_hash(compute_month(kept_inputs(session, workshop_id, head)).slips) == head.snapshot_hash
    except Refusal as refusal:
        inputs = Inputs.MISSING if refusal.code == "snapshot_missing" else Inputs.DAMAGED
    return RunCheck(head.run_id, head.month, head.kind, frozen == head.snapshot_hash, inputs, same)


def kept_inputs(session: Session, workshop_id: int, head: RunHead) -> MonthInput:
    """What a run was computed from; refuses ``snapshot_missing`` and ``snapshot_damaged``."""
    own = (RunSnapshot.workshop_id == workshop_id, RunSnapshot.run_id == head.run_id)
    stored = session.scalar(select(RunSnapshot.content).where(*own))
    if stored is None:
        raise Refusal("snapshot_missing", month=head.month)
    content = _inflated(stored)
    if content is None or hashlib.sha256(content).hexdigest() != head.inputs_hash:
        raise Refusal("snapshot_damaged", month=head.month)
    try:
        return read_snapshot(content)
    except ValueError as fault:
        raise Refusal("snapshot_damaged", month=head.month) from fault


def _inflated(stored: bytes) -> bytes | None:
    try:
        return zlib.decompress(stored)
    except zlib.error:
        return None
