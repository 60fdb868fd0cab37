"""Where a workshop stands with its server: the device that signs, and the cursor, read and written in one place."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.local import Cursor, Device, FormerDevice
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


def read_standing(session: Session, workshop: int) -> Standing | None:
    """The standing of an enrolled workshop, None where no server is known."""
    cursor = session.get(Cursor, workshop, populate_existing=True)
    if cursor is None:
        return None
    device = session.execute(select(Device)).scalar_one()
    former = select(FormerDevice.number).where(FormerDevice.workshop_id == workshop, FormerDevice.settled == 0)
    seq = value(session, "SELECT seq FROM counter WHERE workshop_id = ?", (workshop,)) or 0
    left_out = rows(
        session, "SELECT DISTINCT tbl, key FROM held_change WHERE workshop_id = ? ORDER BY 1, 2", (workshop,)
    )
    return Standing(
        workshop=workshop,
        device=device.number,
        seed=device.seed,
        registered=cursor.registered_device == device.number,
        join_key=cursor.join_key,
        sent_seq=cursor.sent_seq,
        last_seq=int(seq),
        pulled=cursor.pulled,
        epoch=cursor.epoch,
        chain=bytes.fromhex(cursor.chain) or bytes(32),
        batch_bytes=cursor.batch_bytes,
        last_sync_at=cursor.last_sync_at,
        former=tuple(session.scalars(former.order_by(FormerDevice.number))),
        left_out=tuple((table, key) for table, key in left_out),
    )
