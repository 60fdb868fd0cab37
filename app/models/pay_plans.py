"""What recurs in a worker's pay: allowances by attendance, and deductions spread over months."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from app.models.base import Synced, col


class AllowancePlan(Synced):
    """A recurring allowance in fen by AllowanceRule (full attendance, a day present, a month), for one worker or,
    without a worker, for everybody on wages; ``special`` 1 where it is a 特殊津贴 outside the minimum wage.
    """

    __tablename__ = "allowance_plan"
    __refs__: ClassVar[dict[str, str]] = {"worker_id": "worker"}

    id: Mapped[int] = col(key=True)
    worker_id: Mapped[int | None] = col()
    name: Mapped[str] = col()
    rule: Mapped[str] = col()
    special: Mapped[int] = col(default=0)
    amount_fen: Mapped[int] = col()
    valid_from: Mapped[str] = col(date=True)
    valid_to: Mapped[str | None] = col(date=True)
    note: Mapped[str] = col(default="")


class DeductionPlan(Synced):
    """A deduction (AdjustmentKind 赔偿扣款 or 其他扣款) of ``total_fen`` taken in instalments of ``monthly_fen``, the
    first in ``from_month``.
    """

    __tablename__ = "deduction_plan"
    __refs__: ClassVar[dict[str, str]] = {"worker_id": "worker"}

    id: Mapped[int] = col(key=True)
    worker_id: Mapped[int] = col()
    kind: Mapped[str] = col()
    item: Mapped[str] = col()
    total_fen: Mapped[int] = col()
    monthly_fen: Mapped[int] = col()
    from_month: Mapped[str] = col(date=True)
    note: Mapped[str] = col(default="")
