"""What of this database's changes of a workshop the server has not answered for, those of earlier lives too.

After a restore or in a copied folder the device has a new number and own seqs begin at 1; what the number before it had
not sent still waits, until sync asks the server how far it has that number and takes the rest over (DESIGN 2).
"""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.local import Counter, Cursor, Device, FormerDevice, Journal


def pending_changes(session: Session, workshop_id: int) -> int:
    """How many changes wait, by the counters alone."""
    written = session.scalar(select(Counter.seq).where(Counter.workshop_id == workshop_id)) or 0
    sent = session.scalar(select(Cursor.sent_seq).where(Cursor.workshop_id == workshop_id)) or 0
    left = func.sum(FormerDevice.last_seq - FormerDevice.sent_seq)
    own = (FormerDevice.workshop_id == workshop_id, FormerDevice.settled == 0)
    return written - sent + (session.scalar(select(left).where(*own)) or 0)


def pending_by_table(session: Session, workshop_id: int) -> dict[str, int]:
    """How many changes of each table wait, as the journal holds them."""
    sent = session.scalar(select(Cursor.sent_seq).where(Cursor.workshop_id == workshop_id)) or 0
    number = session.scalar(select(Device.number))
    own = (FormerDevice.workshop_id == workshop_id, FormerDevice.settled == 0)
    former = session.execute(select(FormerDevice.number, FormerDevice.sent_seq).where(*own))
    counts: dict[str, int] = {}
    for device, seq in ((number, sent), *former):
        behind = (Journal.workshop_id == workshop_id, Journal.device == device, Journal.seq > seq)
        for table, count in session.execute(select(Journal.tbl, func.count()).where(*behind).group_by(Journal.tbl)):
            counts[table] = counts.get(table, 0) + count
    return dict(sorted(counts.items()))
