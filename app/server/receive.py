"""Receiving a device's sealed batch: what is new, what is known, and whether two lives use one number (DESIGN 5)."""

from dataclasses import dataclass, field
from itertools import chain

from app.domain.canonical import CHAIN_START
from app.domain.ids import DEVICE_BITS
from app.server.database import Conn
from app.server.devices import Device
from app.server.held import keep, release, settle_taken
from app.server.ingest import Intake, apply_changes
from app.server.judging import Held
from app.server.log import (
    RowName,
    WorkshopState,
    append_batch,
    batches_covering,
    known_clocks,
    lock_workshop,
    note_resealed,
)
from app.sync.wire import Batch, ChangeGroup, SealedBatch, Unreadable, Verdict

_DEVICE_MASK = (1 << DEVICE_BITS) - 1


@dataclass(slots=True)
class Received:
    """What became of a batch: the device's high, exceptions, how many were known, the fork, the rows that now wait."""

    high: int
    verdicts: list[Verdict] = field(default_factory=list)
    duplicate: int = 0
    fork: int | None = None
    waiting: set[RowName] = field(default_factory=set)


def receive(connection: Conn, device: Device, sealed: SealedBatch, batch: Batch) -> Received:
    """Take a checked batch within the caller's transaction, which must commit before anything is answered.

    Raises Unreadable where the batch's chain does not fit its own changes: then nothing of it can be believed.
    """
    state = lock_workshop(connection, device.workshop, device.number)
    high, head = state.high, state.head or CHAIN_START
    if sealed.first > high + 1:
        return Received(high)
    fork = _fork(connection, device, high, head, sealed, batch)
    if fork is not None:
        return Received(high, fork=fork)
    if sealed.last <= high:
        return _known_batch(connection, device, high, sealed)
    if batch.exact and batch.chained(sealed.before) != sealed.after:
        raise Unreadable("the chain does not fit the changes")
    received = _take(connection, state, device, sealed, _after(batch, high))
    received.duplicate += high - sealed.first + 1
    return received


def _after(batch: Batch, high: int) -> Batch:
    """The changes of a batch whose seq is above ``high``."""
    if all(group.seq[0] > high for group in batch.groups) and all(seq > high for seq in batch.faults):
        return batch
    groups = [group.without({place for place, seq in enumerate(group.seq) if seq <= high}) for group in batch.groups]
    faults = {seq: fault for seq, fault in batch.faults.items() if seq > high}
    return Batch(batch.schema, [group for group in groups if len(group)], faults, batch.exact)


# ---------------------------------------------------------------- forks


def _fork(connection: Conn, device: Device, high: int, head: bytes, sealed: SealedBatch, batch: Batch) -> int | None:
    """The last seq that this batch's life and the one known here have in common, None where they are one life."""
    if sealed.first == high + 1:
        return None if sealed.before == head else high
    theirs = _spelled_by_seq(batch.groups)
    ours: dict[int, bytes] = {}
    for known in batches_covering(connection, device.workshop, device.number, sealed.first, min(sealed.last, high)):
        if known.first == sealed.first and known.after == sealed.after and known.last == sealed.last:
            return None
        ours |= _spelled_by_seq(known.read().groups)
    shared = range(sealed.first, min(sealed.last, high) + 1)
    different = [seq for seq in shared if seq in ours and seq in theirs and ours[seq] != theirs[seq]]
    return min(different) - 1 if different else None


def _spelled_by_seq(groups: list[ChangeGroup]) -> dict[int, bytes]:
    """Canonical bytes by seq: two lives that part at one moment give equal clocks to different work."""
    return dict(chain.from_iterable(zip(group.seq, group.canonical(), strict=True) for group in groups))


# ---------------------------------------------------------------- taking


def _take(connection: Conn, state: WorkshopState, device: Device, sealed: SealedBatch, batch: Batch) -> Received:
    """Judge and apply what is new, release what waited for it, then enter the batch into the log."""
    verdicts = [Verdict(seq, "rejected", fault.code, fault.column) for seq, fault in batch.faults.items()]
    skipped = {*range(sealed.first, sealed.last - len(batch) - len(batch.faults) + 1), *batch.faults}
    fresh, known = _without_known(connection, state, device, batch.groups)
    intake = Intake(connection, device.workshop, device.number, state.clock, founded=state.founded)
    number, held = state.next_number(), apply_changes(intake, fresh)
    if state.held:
        settle_taken(connection, state, device.number, sealed.first)
    keep(connection, state, held)
    clocks = [clock for group in batch.groups for clock in group.clock]
    leaping = {each.clock for each in held if each.code == "clock_leap"}
    state.clock = max([state.clock, *(clock for clock in clocks if clock not in leaping)])
    if state.held:
        release(connection, state, _accepted(fresh, held))
    append_batch(
        connection,
        state,
        number,
        sealed,
        (min(clocks, default=0), max(clocks, default=0)),
        skipped | _waiting(connection, device, known),
    )
    verdicts += [Verdict(each.seq, "held", each.code, each.column) for each in held]
    verdicts.sort(key=lambda verdict: verdict.seq)
    return Received(sealed.last, verdicts, len(known), waiting={(each.table, each.key) for each in held})


def _accepted(groups: list[ChangeGroup], held: list[Held]) -> list[ChangeGroup]:
    waiting = {each.seq for each in held}
    return [group.without({place for place, seq in enumerate(group.seq) if seq in waiting}) for group in groups]


def _without_known(
    connection: Conn, state: WorkshopState, device: Device, groups: list[ChangeGroup]
) -> tuple[list[ChangeGroup], dict[int, int]]:
    """The groups without changes that arrived under another number of the same database, and those: seq → clock."""
    foreign = {clock for group in groups for clock in group.clock if clock & _DEVICE_MASK != device.number}
    asked = foreign | {clock for group in groups for clock in group.clock if clock <= state.resealed}
    if not asked:
        return groups, {}
    known = known_clocks(connection, device.workshop, asked)
    note_resealed(connection, device.workshop, foreign)
    if not known:
        return groups, {}
    pairs = chain.from_iterable(zip(group.seq, group.clock, strict=True) for group in groups)
    seqs = {seq: clock for seq, clock in pairs if clock in known}
    left = [group.without({place for place, clock in enumerate(group.clock) if clock in known}) for group in groups]
    return [group for group in left if len(group)], seqs


def _waiting(connection: Conn, device: Device, known: dict[int, int]) -> set[int]:
    """The seqs of known changes whose first copy is held: the second must not be applied elsewhere in its place.

    All others may be: a device that never got the first copy (it was given back to the log by another one) needs them.
    """
    if not known:
        return set()
    asked = "SELECT clock FROM held_change WHERE workshop_id = %s AND clock = ANY(%s)"
    held = {clock for (clock,) in connection.execute(asked, (device.workshop, list(known.values())))}
    return {seq for seq, clock in known.items() if clock in held}


def _known_batch(connection: Conn, device: Device, high: int, sealed: SealedBatch) -> Received:
    """The answer to a batch that is sent again: what of it still waits, as its first answer may have been lost."""
    rows = connection.execute(
        "SELECT seq, code, column_name, tbl, key FROM held_change"
        " WHERE workshop_id = %s AND device = %s AND seq BETWEEN %s AND %s ORDER BY seq",
        (device.workshop, device.number, sealed.first, sealed.last),
    ).fetchall()
    verdicts = [Verdict(seq, "held", code, column) for seq, code, column, _, _ in rows]
    verdicts += [Verdict(seq, "rejected", fault.code, fault.column) for seq, fault in sealed.read().faults.items()]
    return Received(high, verdicts, sealed.count, waiting={(table, key) for *_, table, key in rows})
