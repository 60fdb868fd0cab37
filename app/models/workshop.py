"""The workshop itself, its wage settings over time, and its calendar."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from app.models.base import Synced, SyncInfo, col


class Workshop(Synced):
    """A workshop (工坊): who it is, where, its heritage project and its recognition."""

    __tablename__ = "workshop"

    name: Mapped[str] = col(group="identity")
    credit_code: Mapped[str] = col(group="identity", default="")
    region: Mapped[str] = col(group="identity")
    address: Mapped[str] = col(group="contact", default="")
    leader: Mapped[str] = col(group="contact", default="")
    phone: Mapped[str] = col(group="contact", default="")
    project: Mapped[str] = col(group="craft", default="")
    category: Mapped[str] = col(group="craft", default="")
    project_level: Mapped[str] = col(group="craft", default="")
    recognition_level: Mapped[str] = col(group="recognition", default="")
    recognised_on: Mapped[str | None] = col(group="recognition", date=True)
    confirmed_year: Mapped[int | None] = col(group="recognition")
    source: Mapped[str] = col(group="identity", default="")


class WorkshopTerms(Synced):
    """Wage settings of a workshop from a date on: pay day, local minimum wages (fen), paid statutory days (0/1)."""

    __tablename__ = "workshop_terms"

    valid_from: Mapped[str] = col(key=True, date=True)
    pay_day: Mapped[int | None] = col()
    monthly_minimum_fen: Mapped[int | None] = col()
    hourly_minimum_fen: Mapped[int | None] = col()
    pays_statutory: Mapped[int] = col(default=1)
    source: Mapped[str] = col(default="")


class CalendarDay(Synced):
    """A local festival (节假日); ``statutory`` 1 where it counts as a statutory day (三倍)."""

    __tablename__ = "calendar_day"
    __sync__: ClassVar[SyncInfo] = SyncInfo(month="date")

    date: Mapped[str] = col(key=True, date=True)
    name: Mapped[str] = col()
    statutory: Mapped[int] = col(default=0)
    source: Mapped[str] = col(default="")


class RulePackRow(Synced):
    """A rule pack that came from the county: dated JSON as text; packs shipped with the program are files."""

    __tablename__ = "rule_pack"
    __sync__: ClassVar[SyncInfo] = SyncInfo(writer="county")

    id: Mapped[int] = col(key=True)
    kind: Mapped[str] = col()
    version: Mapped[str] = col()
    valid_from: Mapped[str] = col(date=True)
    valid_to: Mapped[str | None] = col(date=True)
    content: Mapped[str] = col()
