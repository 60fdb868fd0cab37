"""Paying a locked run: who got what, what came back, the signed page, and how a bank wants its file."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from app.models.base import Synced, SyncInfo, col


class Payment(Synced):
    """What a worker was paid of a run, by PayMethod, in fen; insert-only. ``account`` is the one it went to."""

    __tablename__ = "payment"
    __sync__: ClassVar[SyncInfo] = SyncInfo(
        month="paid_on", fen=("amount_fen",), insert_only=True, found_by=("run_id", "worker_id")
    )
    __refs__: ClassVar[dict[str, str]] = {"run_id": "payroll_run", "worker_id": "worker"}

    id: Mapped[int] = col(key=True)
    run_id: Mapped[int] = col()
    worker_id: Mapped[int] = col()
    method: Mapped[str] = col()
    paid_on: Mapped[str] = col(date=True)
    amount_fen: Mapped[int] = col()
    account: Mapped[str] = col(default="")
    note: Mapped[str] = col(default="")


class PaymentReturn(Synced):
    """A payment that came back (a closed account, say): keyed by the payment, so that it comes back once."""

    __tablename__ = "payment_return"
    __sync__: ClassVar[SyncInfo] = SyncInfo(month="returned_on", insert_only=True)
    __refs__: ClassVar[dict[str, str]] = {"payment_id": "payment"}

    payment_id: Mapped[int] = col(key=True)
    returned_on: Mapped[str] = col(date=True)
    reason: Mapped[str] = col()


class RunPhoto(Synced):
    """A photograph of a run's signed page: the picture is a file named by ``sha256``, sealed like the database."""

    __tablename__ = "run_photo"
    __refs__: ClassVar[dict[str, str]] = {"run_id": "payroll_run"}

    id: Mapped[int] = col(key=True)
    run_id: Mapped[int] = col()
    sha256: Mapped[str] = col()
    media_type: Mapped[str] = col()
    size: Mapped[int] = col()
    note: Mapped[str] = col(default="")


class BankTemplate(Synced):
    """How a bank wants its file, as JSON text (app.domain.bank_file)."""

    __tablename__ = "bank_template"

    id: Mapped[int] = col(key=True)
    name: Mapped[str] = col()
    content: Mapped[str] = col()
