"""Who was paid what of a run, what came back, and what is open, as frozen rows."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.domain.bank_values import plain_account
from app.domain.payroll import by_number
from app.domain.vocabulary import PayMethod
from app.models.pay import SlipRow
from app.models.payment import Payment, PaymentReturn
from app.models.people import Worker


@dataclass(frozen=True, slots=True)
class PaymentEntry:
    """One payment of a worker, in fen; ``account`` is the one it went to, in full, empty for cash."""

    payment_id: int
    amount_fen: int
    method: PayMethod
    paid_on: date
    account: str = ""
    returned_on: date | None = None
    return_reason: str = ""


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """Where a worker of a run stands, in fen: net, what was paid and did not come back, what is open.

    ``over_fen`` is what two PCs paid twice. ``bank`` and ``account`` (in full: the caller masks) are where money goes
    now, ``payee`` in whose name: the worker's present ones, which may be newer than the slip's. ``payment_id``,
    ``method``, ``paid_on``, ``returned_on`` and ``return_reason`` are the last payment's; ``entries`` are all, oldest
    first.
    """

    worker_id: int
    no: str
    name: str
    net_fen: int
    paid_fen: int
    open_fen: int
    over_fen: int
    bank: str
    account: str
    payee: str = ""
    entries: tuple[PaymentEntry, ...] = ()

    @property
    def has_account(self) -> bool:
        """Whether a bank could pay: bank file, cash list and paying ask this one question."""
        return bool(plain_account(self.account))

    @property
    def _last(self) -> PaymentEntry | None:
        return self.entries[-1] if self.entries else None

    @property
    def payment_id(self) -> int | None:
        """The last payment; None where there is none."""
        return self._last.payment_id if self._last else None

    @property
    def method(self) -> PayMethod | None:
        """How the last payment was made."""
        return self._last.method if self._last else None

    @property
    def paid_on(self) -> date | None:
        """When the last payment was made."""
        return self._last.paid_on if self._last else None

    @property
    def returned_on(self) -> date | None:
        """When the last payment came back; None where it did not."""
        return self._last.returned_on if self._last else None

    @property
    def return_reason(self) -> str:
        """Why the last payment came back."""
        return self._last.return_reason if self._last else ""


def open_amounts(session: Session, workshop_id: int, run_id: int) -> dict[int, int]:
    """What is open of a run by worker, fen; 0 for who is paid."""
    return {row.worker_id: row.open_fen for row in payment_rows(session, workshop_id, run_id)}


def payment_rows(session: Session, workshop_id: int, run_id: int) -> tuple[PaymentRow, ...]:
    """Where each worker of a run stands, by 编号; two statements: slips with their workers, payments with returns."""
    entries = _entries(session, workshop_id, run_id)
    own = (SlipRow.workshop_id == workshop_id, SlipRow.run_id == run_id, SlipRow.deleted == 0)
    present = and_(Worker.workshop_id == SlipRow.workshop_id, Worker.id == SlipRow.worker_id)
    slip = (SlipRow.worker_id, SlipRow.no, SlipRow.name, SlipRow.net_fen)
    columns = (*slip, Worker.bank, Worker.account, Worker.name.label("payee"))
    slips = session.execute(select(*columns).join(Worker, present).where(*own))
    rows = [_row(slip, entries.get(slip.worker_id, ())) for slip in slips]
    return tuple(sorted(rows, key=lambda row: (by_number(row.no), row.worker_id)))


def _row(slip: Any, entries: tuple[PaymentEntry, ...]) -> PaymentRow:  # noqa: ANN401  a row
    paid = sum(entry.amount_fen for entry in entries if entry.returned_on is None)
    return PaymentRow(
        worker_id=slip.worker_id,
        no=slip.no,
        name=slip.name,
        net_fen=slip.net_fen,
        paid_fen=paid,
        open_fen=max(0, slip.net_fen - paid),
        over_fen=max(0, paid - slip.net_fen),
        bank=slip.bank,
        account=slip.account,
        payee=slip.payee,
        entries=entries,
    )


def _entries(session: Session, workshop_id: int, run_id: int) -> Mapping[int, tuple[PaymentEntry, ...]]:
    came_back = and_(
        PaymentReturn.workshop_id == Payment.workshop_id,
        PaymentReturn.payment_id == Payment.id,
        PaymentReturn.deleted == 0,
    )
    columns = (Payment.worker_id, Payment.id, Payment.amount_fen, Payment.method, Payment.paid_on, Payment.account)
    own = (Payment.workshop_id == workshop_id, Payment.run_id == run_id, Payment.deleted == 0)
    rows = session.execute(
        select(*columns, PaymentReturn.returned_on, PaymentReturn.reason)
        .outerjoin(PaymentReturn, came_back)
        .where(*own)
        .order_by(Payment.paid_on, Payment.id)
    )
    found: dict[int, list[PaymentEntry]] = defaultdict(list)
    for worker_id, number, fen, method, paid_on, account, returned_on, reason in rows:
        back = date.fromisoformat(returned_on) if returned_on else None
        entry = PaymentEntry(number, fen, PayMethod(method), date.fromisoformat(paid_on), account, back, reason or "")
        found[worker_id].append(entry)
    return {worker_id: tuple(each) for worker_id, each in found.items()}
