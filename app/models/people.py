"""People: workers, their households, their pay terms and what earlier books opened with."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from app.models.base import Synced, col


class Worker(Synced):
    """A worker; ID number and account are sealed by the database's cipher and masked by the services."""

    __tablename__ = "worker"

    id: Mapped[int] = col(key=True)
    no: Mapped[str] = col(group="identity")
    name: Mapped[str] = col(group="identity")
    sex: Mapped[str] = col(group="identity", default="")
    nation: Mapped[str] = col(group="identity", default="")
    id_number: Mapped[str] = col(group="identity", default="")
    phone: Mapped[str] = col(group="contact", default="")
    village: Mapped[str] = col(group="contact", default="")
    bank: Mapped[str] = col(group="account", default="")
    account: Mapped[str] = col(group="account", default="")
    hired_on: Mapped[str] = col(group="employment", date=True)
    left_on: Mapped[str | None] = col(group="employment", date=True)
    inheritor_level: Mapped[str] = col(group="craft", default="")
    mentor_no: Mapped[str] = col(group="craft", default="")
    source: Mapped[str] = col(group="identity", default="")


class WorkerDocument(Synced):
    """A paper of a worker (DocumentKind): contract, consent, portrait …; its picture is a file by ``sha256``.

    ``sha256`` is empty where only the paper's facts are kept. A contract's dates are what pay and subsidies ask for.
    """

    __tablename__ = "worker_document"
    __refs__: ClassVar[dict[str, str]] = {"worker_id": "worker"}

    id: Mapped[int] = col(key=True)
    worker_id: Mapped[int] = col()
    kind: Mapped[str] = col()
    number: Mapped[str] = col(default="")
    signed_on: Mapped[str | None] = col(date=True)
    valid_from: Mapped[str | None] = col(date=True)
    valid_to: Mapped[str | None] = col(date=True)
    sha256: Mapped[str] = col(default="")
    media_type: Mapped[str] = col(default="")
    size: Mapped[int] = col(default=0)
    note: Mapped[str] = col(default="")


class HouseholdStatus(Synced):
    """户别 and 监测类型 of a worker's household from a date on; sensitive, on no public paper."""

    __tablename__ = "household_status"
    __refs__: ClassVar[dict[str, str]] = {"worker_id": "worker"}

    worker_id: Mapped[int] = col(key=True)
    valid_from: Mapped[str] = col(key=True, date=True)
    base: Mapped[str] = col(default="")
    monitoring: Mapped[str] = col(default="")
    source: Mapped[str] = col(default="")


class PayTerm(Synced):
    """What a worker is paid by from a date on: relation, basis and rate (fen), social share and tax method.

    ``social_base_fen`` above 0 is the base the social insurance pack's rates apply to; else ``social_fen`` is taken.
    ``period`` is how often wages are settled (PayPeriod).
    """

    __tablename__ = "pay_term"
    __refs__: ClassVar[dict[str, str]] = {"worker_id": "worker"}

    worker_id: Mapped[int] = col(key=True)
    valid_from: Mapped[str] = col(key=True, date=True)
    relation: Mapped[str] = col()
    basis: Mapped[str] = col()
    rate_fen: Mapped[int | None] = col()
    social_fen: Mapped[int] = col(default=0)
    additional_fen: Mapped[int] = col(default=0)
    tax_method: Mapped[str] = col(default="按月")
    source: Mapped[str] = col(default="")
    period: Mapped[str] = col(default="月")
    social_base_fen: Mapped[int] = col(default=0)


class Opening(Synced):
    """期初: a worker's figures of a year before the first payroll kept here; ``months`` covers January up to it."""

    __tablename__ = "opening"
    __refs__: ClassVar[dict[str, str]] = {"worker_id": "worker"}

    worker_id: Mapped[int] = col(key=True)
    year: Mapped[int] = col(key=True)
    before_month: Mapped[str] = col(date=True)
    months: Mapped[int] = col(default=0)
    income_fen: Mapped[int] = col(default=0)
    social_fen: Mapped[int] = col(default=0)
    additional_fen: Mapped[int] = col(default=0)
    withheld_fen: Mapped[int] = col(default=0)
    advance_fen: Mapped[int] = col(default=0)
    damage_fen: Mapped[int] = col(default=0)
    source: Mapped[str] = col(default="")
