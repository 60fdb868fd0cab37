"""The way out of a dispute of which every run was paid, by PCs that did not know of each other (RULES 6, DESIGN 4).

The money of the run that is voided was paid without being owed as wages: each payment becomes an advance of the day it
was made, which the next runs take back like any other, within their limits. The records are the same whichever PC
makes them, so that two that void one run meet.
"""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from app.domain.ids import derived_id
from app.domain.vocabulary import RunState
from app.models.pay import Advance
from app.models.payment import PaymentReturn
from app.models.queries.runs import RunHead
from app.services.payment_rows import payment_rows


def is_deadlock(head: RunHead, heads: Iterable[RunHead]) -> bool:
    """Whether a run is disputed and no other disputed one of its month can be voided instead, being unpaid."""
    others = [one for one in heads if one.disputed and one.month == head.month and one.run_id != head.run_id]
    return head.disputed and all(one.paid_fen or one.state is not RunState.LOCKED for one in others)


def make_advances(session: Session, workshop_id: int, head: RunHead) -> None:
    """Turn what was paid of a run and did not come back into advances; the run counts as not paid from then on."""
    said = f"{head.month}工资重复发放,转为预支"
    for row in payment_rows(session, workshop_id, head.run_id):
        for entry in row.entries:
            if entry.returned_on is not None:
                continue
            day = entry.paid_on.isoformat()
            back = {"workshop_id": workshop_id, "payment_id": entry.payment_id}
            session.add(PaymentReturn(**back, returned_on=day, reason=said))
            advance = {"workshop_id": workshop_id, "id": derived_id(workshop_id, "advance", "paid", entry.payment_id)}
            amount = {"worker_id": row.worker_id, "amount_fen": entry.amount_fen}
            session.add(Advance(**advance, **amount, date=day, note=said))
    session.flush()
