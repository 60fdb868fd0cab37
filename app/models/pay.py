"""Pay of a month: additions and deductions, advances, and payroll runs with what the lock froze."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from app.models.base import Synced, SyncInfo, col


class Adjustment(Synced):
    """增减: an addition or deduction of a month (AdjustmentKind), in fen."""

    __tablename__ = "adjustment"
    __sync__: ClassVar[SyncInfo] = SyncInfo(month="month", fen=("amount_fen",), indexed=True)
    __refs__: ClassVar[dict[str, str]] = {"worker_id": "worker"}

    id: Mapped[int] = col(key=True)
    month: Mapped[str] = col(date=True)
    worker_id: Mapped[int] = col()
    item: Mapped[str] = col()
    kind: Mapped[str] = col()
    amount_fen: Mapped[int] = col()
    source: Mapped[str] = col(default="")


class Advance(Synced):
    """预支: an advance paid out on a date, in fen; ``monthly_fen`` is its instalment, 0 where it is due at once."""

    __tablename__ = "advance"
    __sync__: ClassVar[SyncInfo] = SyncInfo(month="date", fen=("amount_fen",), indexed=True)
    __refs__: ClassVar[dict[str, str]] = {"worker_id": "worker"}

    id: Mapped[int] = col(key=True)
    date: Mapped[str] = col(date=True)
    worker_id: Mapped[int] = col()
    amount_fen: Mapped[int] = col()
    note: Mapped[str] = col(default="")
    source: Mapped[str] = col(default="")
    monthly_fen: Mapped[int] = col(default=0)


class PayrollRun(Synced):
    """A payroll run (RunKind) as its lock inserted it; its state is the last of its events.

    ``snapshot_hash`` is over the slips, ``inputs_hash`` over everything they were computed from; ``reason`` says why a
    correction or a settlement was made. ``known_runs`` are the ids, with blanks between, of the month's runs that stood
    at the lock and that it reckons with: a run that does not know another of its worker's month may pay it twice.
    ``pay_date`` is the pay day agreed for the month (约定发放日) as it was at the lock, empty where none was.
    """

    __tablename__ = "payroll_run"
    __sync__: ClassVar[SyncInfo] = SyncInfo(month="month", fen=("net_fen",), insert_only=True)

    id: Mapped[int] = col(key=True)
    month: Mapped[str] = col(date=True)
    kind: Mapped[str] = col(default="regular")
    workers: Mapped[int] = col()
    gross_fen: Mapped[int] = col()
    net_fen: Mapped[int] = col()
    packs: Mapped[str] = col()
    snapshot_hash: Mapped[str] = col()
    chain_head: Mapped[str] = col(default="")
    inputs_hash: Mapped[str] = col(default="")
    reason: Mapped[str] = col(default="")
    known_runs: Mapped[str] = col(default="")
    pay_date: Mapped[str] = col(default="")


class PayrollEvent(Synced):
    """What happened to a run (RunState, RunEvent): insert-only, the last one counts."""

    __tablename__ = "payroll_event"
    __sync__: ClassVar[SyncInfo] = SyncInfo(insert_only=True)
    __refs__: ClassVar[dict[str, str]] = {"run_id": "payroll_run"}

    id: Mapped[int] = col(key=True)
    run_id: Mapped[int] = col()
    state: Mapped[str] = col()
    user_name: Mapped[str] = col()
    occurred_on: Mapped[str] = col(date=True)
    reason: Mapped[str] = col(default="")


class SlipRow(Synced):
    """A worker's slip within a run: who they were at the lock, hours in minutes, sums in fen.

    ``period_from`` and ``period_to`` are the ISO days it pays, both empty for the whole month. The slip of a correction
    holds differences.
    """

    __tablename__ = "slip"
    __sync__: ClassVar[SyncInfo] = SyncInfo(fen=("net_fen",), insert_only=True)
    __refs__: ClassVar[dict[str, str]] = {"run_id": "payroll_run", "worker_id": "worker"}

    run_id: Mapped[int] = col(key=True)
    worker_id: Mapped[int] = col(key=True)
    no: Mapped[str] = col()
    name: Mapped[str] = col()
    id_number: Mapped[str] = col()
    phone: Mapped[str] = col()
    bank: Mapped[str] = col()
    account: Mapped[str] = col()
    relation: Mapped[str] = col()
    basis: Mapped[str] = col()
    tax_method: Mapped[str] = col(default="按月")
    normal_minutes: Mapped[int] = col()
    overtime_minutes: Mapped[int] = col()
    rest_day_minutes: Mapped[int] = col()
    statutory_minutes: Mapped[int] = col()
    unpaid_days: Mapped[str] = col()
    gross_fen: Mapped[int] = col()
    social_fen: Mapped[int] = col()
    additional_fen: Mapped[int] = col()
    tax_fen: Mapped[int] = col()
    other_fen: Mapped[int] = col()
    damage_fen: Mapped[int] = col()
    carried_damage_fen: Mapped[int] = col()
    advance_fen: Mapped[int] = col()
    carried_advance_fen: Mapped[int] = col()
    net_fen: Mapped[int] = col()
    period_from: Mapped[str] = col(default="")
    period_to: Mapped[str] = col(default="")


class SlipLine(Synced):
    """A line of a slip: exact quantity, price and factor as text of the formula's numbers, amount in fen."""

    __tablename__ = "slip_line"
    __sync__: ClassVar[SyncInfo] = SyncInfo(fen=("amount_fen",), insert_only=True)
    __refs__: ClassVar[dict[str, str]] = {"run_id": "payroll_run", "worker_id": "worker"}

    run_id: Mapped[int] = col(key=True)
    worker_id: Mapped[int] = col(key=True)
    position: Mapped[int] = col(key=True)
    code: Mapped[str] = col()
    label: Mapped[str] = col()
    quantity: Mapped[str] = col(default="")
    unit: Mapped[str] = col(default="")
    price: Mapped[str] = col(default="")
    factor: Mapped[str] = col(default="")
    amount_fen: Mapped[int] = col()
    formula: Mapped[str] = col(default="")
