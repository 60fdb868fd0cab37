"""The head of this device's hash chain: what a locked payroll and its printed ledger keep of it (DESIGN 3).

A chain that nobody outside has seen can be cut at its end unnoticed; the head on paper is that outside anchor. It names
device and seq, so that whoever has the device's changes can run the chain up to it again.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.canonical import CHAIN_START, chain
from app.models.local import Cursor, Device, Journal
from app.sync.wire import JournalRow, group_rows, ordered_canonical

_STEP = 5000


def chain_head(session: Session, workshop_id: int) -> str:
    """The chain's value after the last own change of a workshop: ``device:seq:64 hex``.

    Run from where the server last answered; from the first change where no server has seen one.
    """
    number = session.execute(select(Device.number)).scalar_one()
    seq, head = _answered(session, workshop_id, number)
    while part := _own_rows(session, workshop_id, number, seq):
        head, seq = chain(head, ordered_canonical(group_rows(part))), part[-1].seq
    return f"{number}:{seq}:{head.hex()}"


def _answered(session: Session, workshop_id: int, number: int) -> tuple[int, bytes]:
    """Seq and chain value up to which the server has this device's changes."""
    columns = select(Cursor.registered_device, Cursor.sent_seq, Cursor.chain)
    cursor = session.execute(columns.where(Cursor.workshop_id == workshop_id)).one_or_none()
    if cursor is None or cursor.registered_device != number or not cursor.chain:
        return 0, CHAIN_START
    return cursor.sent_seq, bytes.fromhex(cursor.chain)


def _own_rows(session: Session, workshop_id: int, number: int, after: int) -> list[JournalRow]:
    columns = (getattr(Journal, name) for name in JournalRow._fields)
    own = (Journal.workshop_id == workshop_id, Journal.device == number, Journal.seq > after)
    rows = session.execute(select(*columns).where(*own).order_by(Journal.seq).limit(_STEP))
    return [JournalRow._make(row) for row in rows]
