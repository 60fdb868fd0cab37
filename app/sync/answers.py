"""Applying an answer of the server: one transaction, all or nothing, the cursor with it (DESIGN 5)."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.sync.applying import Intake, apply_batch, begin, finish, release
from app.sync.failures import NeedsPerson
from app.sync.journal import chain_at
from app.sync.renumbering import renumber
from app.sync.sealing import resized
from app.sync.sql import rows, run, run_many
from app.sync.standing import Standing
from app.sync.wire import Answer, Forged, SealedBatch, Unreadable, Verdict, open_batch


@dataclass(slots=True)
class Applied:
    """What an answer brought."""

    accepted: int = 0
    duplicate: int = 0
    held: int = 0
    rejected: int = 0
    pulled: int = 0
    entries: int = 0


def apply_answer(
    session: Session, standing: Standing, sent: SealedBatch | None, answer: Answer, batches: dict[int, bytes]
) -> Applied:
    """Take in an answer (without fork) inside the caller's transaction, which has capture off.

    Raises NeedsPerson ``batch_forged`` where a batch passed on is not signed by its device: then nothing is taken.
    """
    applied = Applied()
    if sent is not None:
        _count_verdicts(applied, sent, answer)
        _note_verdicts(session, standing, sent, answer.verdicts)
    _move_cursor(session, standing, sent, answer)
    intake = begin(session, standing.workshop)
    _take_log(intake, standing, answer, batches)
    if intake.applied or answer.log:
        finish(intake)
    renumber(session, standing.workshop)
    applied.pulled = intake.applied
    applied.entries = len(answer.log)
    return applied


def _count_verdicts(applied: Applied, sent: SealedBatch, answer: Answer) -> None:
    received = max(0, min(answer.high, sent.last) - sent.first + 1)
    fresh = [verdict for verdict in answer.verdicts if verdict.seq <= answer.high]
    applied.held = sum(verdict.verdict == "held" for verdict in fresh)
    applied.rejected = sum(verdict.verdict == "rejected" for verdict in fresh)
    applied.duplicate = answer.duplicate
    applied.accepted = max(0, received - len(fresh) - answer.duplicate)


def _note_verdicts(session: Session, standing: Standing, sent: SealedBatch, verdicts: list[Verdict]) -> None:
    """Keep what the server holds or rejected; a rejected change goes once a later version of its row was accepted."""
    place = (standing.workshop, standing.device)
    run(
        session,
        "DELETE FROM held_change AS h WHERE workshop_id = ? AND device = ? AND side = 'own' AND verdict = 'rejected' "
        "AND EXISTS (SELECT 1 FROM journal j WHERE j.workshop_id = h.workshop_id AND j.device = h.device "
        "AND j.seq BETWEEN ? AND ? AND j.seq > h.seq AND j.tbl = h.tbl AND j.key = h.key)",
        (*place, sent.first, sent.last),
    )
    run_many(
        session,
        "INSERT INTO held_change "
        "(workshop_id, device, seq, clock, side, verdict, tbl, key, code, column_name, message) "
        "SELECT workshop_id, device, seq, clock, 'own', ?, tbl, key, ?, ?, ? FROM journal "
        "WHERE workshop_id = ? AND device = ? AND seq = ? ON CONFLICT DO UPDATE SET verdict = excluded.verdict, "
        "code = excluded.code, column_name = excluded.column_name, message = excluded.message",
        [(each.verdict, each.code, each.column, each.message, *place, each.seq) for each in verdicts],
    )


def _move_cursor(session: Session, standing: Standing, sent: SealedBatch | None, answer: Answer) -> None:
    # What lies behind the batch just sent is neither known to be ours nor are its verdicts: it is sent all the same.
    high = min(answer.high, standing.sent_seq if sent is None else sent.last)
    if sent is not None and high == sent.last:
        head = sent.after
    elif high == standing.sent_seq:
        head = standing.chain
    else:
        head = chain_at(session, standing.workshop, standing.device, high)
    pulled = standing.pulled if answer.epoch == standing.epoch or not standing.epoch else 0
    pulled = answer.log[-1].number if answer.log else pulled
    arrived = sent is not None and high == sent.last
    size = resized(standing.batch_bytes, arrived=True) if arrived else standing.batch_bytes
    run(
        session,
        "UPDATE cursor SET sent_seq = ?, chain = ?, pulled = ?, epoch = ?, batch_bytes = ?, last_sync_at = ?, "
        "pause_until = ? WHERE workshop_id = ?",
        (
            *(high, head.hex(), pulled, answer.epoch, size, answer.now),
            answer.now + answer.pause if answer.pause else 0,
            standing.workshop,
        ),
    )
    run(session, "DELETE FROM batch WHERE workshop_id = ? AND last_seq <= ?", (standing.workshop, high))


def _take_log(intake: Intake, standing: Standing, answer: Answer, batches: dict[int, bytes]) -> None:
    keys = _peers(intake.session, standing, answer)
    for entry in answer.log:
        if entry.number in batches:
            sealed = _believed(standing, batches[entry.number], keys)
            if sealed.device != standing.device:
                apply_batch(intake, sealed, sealed.read(), entry.held)
        release(intake, entry.released)


def _peers(session: Session, standing: Standing, answer: Answer) -> dict[int, bytes]:
    """Public keys of the workshop's devices; those that came along are kept. A key once known never changes."""
    run_many(
        session,
        "INSERT INTO peer (workshop_id, device, public_key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(standing.workshop, int(device), key) for device, key in answer.keys.items() if device.isdigit()],
    )
    found = rows(session, "SELECT device, public_key FROM peer WHERE workshop_id = ?", (standing.workshop,))
    return {device: bytes.fromhex(key) for device, key in found}


def _believed(standing: Standing, data: bytes, keys: dict[int, bytes]) -> SealedBatch:
    try:
        sealed = open_batch(data)
        sealed.check(keys.get(sealed.device, b""))
    except (Forged, Unreadable) as error:
        raise NeedsPerson("batch_forged") from error
    if sealed.workshop != standing.workshop:
        raise NeedsPerson("batch_forged")
    return sealed
