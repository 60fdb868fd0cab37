"""Codes of wage slips: signed by this device, and checked offline against the records (RULES 7; app.domain.papers)."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.papers.slip_code import (
    MAGIC,
    SlipClaim,
    SlipVerdict,
    code_part,
    read_slip_text,
    signed_bytes,
    slip_digest,
    slip_words,
)
from app.domain.papers.source import Source
from app.models.local import Device, FormerDevice, Peer
from app.models.queries.runs import run_heads
from app.models.workshop import Workshop
from app.services.context import Context
from app.services.payroll_store import FrozenSlip, stored_slips
from app.sync.wire.seal import SIGNATURE, Forged, public_key, sign, verify


@dataclass(frozen=True, slots=True)
class SlipCheck:
    """What a slip's code turned out to be. Name and net (fen) are those of the records, where the slip is in them."""

    verdict: SlipVerdict
    words: str
    device: int
    month: str = ""
    no: str = ""
    name: str = ""
    net_fen: int = 0


def slip_codes(session: Session, source: Source) -> dict[int, tuple[str, str]]:
    """Words and code for each slip of a locked run, by worker id; none for a draft."""
    if source.is_draft:
        return {}
    device = session.execute(select(Device)).scalar_one()
    made = {}
    for one in source.slips:
        slip = one.slip
        words = slip_words(source.unit, source.month, slip)
        digest = slip_digest(source.workshop_id, source.run_id, slip)
        claim = SlipClaim(source.workshop_id, source.run_id, slip.worker_id, device.number, digest)
        made[slip.worker_id] = (words, code_part(claim, _signature(device.seed, words, claim)))
    return made


def _signature(seed: bytes, words: str, claim: SlipClaim) -> bytes:
    body = signed_bytes(words, claim).removeprefix(MAGIC)
    return sign(seed, MAGIC, body)[len(MAGIC) : len(MAGIC) + SIGNATURE]


def verify_slip(ctx: Context, text: str) -> SlipCheck:
    """Whether a scanned slip is one of ours as it was locked, without a network; refuses ``slip_code_unreadable``."""
    words, claim, signature = read_slip_text(text)
    with ctx.database.read() as session:
        if session.get(Workshop, {"workshop_id": claim.workshop_id}) is None:
            return SlipCheck(SlipVerdict.NOT_OURS, words, claim.device)
        keys = tuple(_keys(session, claim.workshop_id, claim.device))
        if not keys:
            return SlipCheck(SlipVerdict.UNKNOWN_SIGNER, words, claim.device)
        if not any(_fits(key, words, claim, signature) for key in keys):
            return SlipCheck(SlipVerdict.FORGED, words, claim.device)
        return _found(session, words, claim)


def _keys(session: Session, workshop_id: int, number: int) -> Iterator[bytes]:
    """Public keys known under a device number: our own, that of an earlier life, or of another PC of the workshop."""
    own = session.execute(select(Device)).scalar_one()
    if own.number == number:
        yield public_key(own.seed)
    former = select(FormerDevice.public_key).where(
        FormerDevice.workshop_id == workshop_id, FormerDevice.number == number
    )
    peers = select(Peer.public_key).where(Peer.workshop_id == workshop_id, Peer.device == number)
    for found in (*session.scalars(former), *session.scalars(peers)):
        yield bytes.fromhex(found)


def _fits(key: bytes, words: str, claim: SlipClaim, signature: bytes) -> bool:
    try:
        verify(MAGIC + signature + signed_bytes(words, claim).removeprefix(MAGIC), MAGIC, key)
    except Forged:
        return False
    return True


def _found(session: Session, words: str, claim: SlipClaim) -> SlipCheck:
    head = next((one for one in run_heads(session, claim.workshop_id) if one.run_id == claim.run_id), None)
    frozen = () if head is None else stored_slips(session, claim.workshop_id, claim.run_id)
    mine = next((one for one in frozen if one.slip.worker_id == claim.worker_id), None)
    if head is None or mine is None:
        return SlipCheck(SlipVerdict.MISSING, words, claim.device)
    return SlipCheck(
        verdict=_verdict(claim, mine, stands=head.stands),
        words=words,
        device=claim.device,
        month=head.month,
        no=mine.slip.no,
        name=mine.slip.name,
        net_fen=mine.slip.net_fen,
    )


def _verdict(claim: SlipClaim, mine: FrozenSlip, *, stands: bool) -> SlipVerdict:
    if slip_digest(claim.workshop_id, claim.run_id, mine.slip) != claim.digest:
        return SlipVerdict.CHANGED
    return SlipVerdict.VALID if stands else SlipVerdict.REPLACED
