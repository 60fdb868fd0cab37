"""Where a workshop stands with its server: the device that signs, and the cursor, read and written in one place."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.sync.sql import rows, value


@dataclass(frozen=True, slots=True)
class Standing:
    """What one request needs to know; ``former`` are numbers of earlier lives not settled with the server."""

    workshop: int
    device: int
    seed: bytes
    registered: bool
    join_key: str
    sent_seq: int
    last_seq: int
    pulled: int
    epoch: str
    chain: bytes
    batch_bytes: int
    last_sync_at: int
    former: tuple[int, ...]
    left_out: tuple[tuple[str, str], ...]

    @property
    def pending(self) -> int:
        """Own changes the server has not answered for."""
        return self.last_seq - self.sent_seq


_CURSOR = """
SELECT registered_device, join_key, sent_seq, pulled, epoch, chain, batch_bytes, last_sync_at
FROM cursor WHERE workshop_id = ?
"""


def read_standing(session: Session, workshop: int) -> Standing | None:
    """The standing of an enrolled workshop, None where no server is known.

    Read twice in every round of a sync, and so past the ORM, which costs 5 ms here.
    """
    cursor = rows(session, _CURSOR, (workshop,))
    if not cursor:
        return None
    registered, join_key, sent_seq, pulled, epoch, chain, batch_bytes, last_sync_at = cursor[0]
    ((number, seed),) = rows(session, "SELECT number, seed FROM device")
    seq = value(session, "SELECT seq FROM counter WHERE workshop_id = ?", (workshop,)) or 0
    former = rows(
        session, "SELECT number FROM former_device WHERE workshop_id = ? AND settled = 0 ORDER BY 1", (workshop,)
    )
    left_out = rows(
        session, "SELECT DISTINCT tbl, key FROM held_change WHERE workshop_id = ? ORDER BY 1, 2", (workshop,)
    )
    return Standing(
        workshop=workshop,
        device=number,
        seed=seed,
        registered=registered == number,
        join_key=join_key,
        sent_seq=sent_seq,
        last_seq=int(seq),
        pulled=pulled,
        epoch=epoch,
        chain=bytes.fromhex(chain) or bytes(32),
        batch_bytes=batch_bytes,
        last_sync_at=last_sync_at,
        former=tuple(former_number for (former_number,) in former),
        left_out=tuple((table, key) for table, key in left_out),
    )
