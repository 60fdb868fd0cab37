"""The day's work: attendance, the day's closing, piece entries and how a team shares one."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from app.models.base import Synced, SyncInfo, col


class Attendance(Synced):
    """A worker's mark of a date: kind (MarkKind), normal and extra minutes; no row means not filled in."""

    __tablename__ = "attendance"
    __sync__: ClassVar[SyncInfo] = SyncInfo(month="date", indexed=True)
    __refs__: ClassVar[dict[str, str]] = {"worker_id": "worker"}

    worker_id: Mapped[int] = col(key=True)
    date: Mapped[str] = col(key=True, date=True)
    mark: Mapped[str] = col()
    normal_minutes: Mapped[int] = col(default=0)
    extra_minutes: Mapped[int] = col(default=0)
    source: Mapped[str] = col(default="")


class DayClose(Synced):
    """日结: the manager's word that a day is noted in full."""

    __tablename__ = "day_close"
    __sync__: ClassVar[SyncInfo] = SyncInfo(month="date")

    date: Mapped[str] = col(key=True, date=True)
    closed_by: Mapped[str] = col()


class PieceEntry(Synced):
    """计件: pieces of one process on a date, in 1/1000; ``worker_id`` is empty for a team entry, which has shares."""

    __tablename__ = "piece_entry"
    __sync__: ClassVar[SyncInfo] = SyncInfo(month="date", indexed=True)
    __refs__: ClassVar[dict[str, str]] = {"worker_id": "worker", "process_id": "process"}

    id: Mapped[int] = col(key=True)
    date: Mapped[str] = col(date=True)
    worker_id: Mapped[int | None] = col()
    process_id: Mapped[int] = col()
    grade: Mapped[str] = col(default="")
    time_kind: Mapped[str] = col(default="正常")
    good_milli: Mapped[int] = col(default=0)
    rework_milli: Mapped[int] = col(default=0)
    worker_scrap_milli: Mapped[int] = col(default=0)
    material_scrap_milli: Mapped[int] = col(default=0)
    source: Mapped[str] = col(default="")


class TeamShare(Synced):
    """分摊: a worker's weight (1/1000) in a team entry; ``position`` is the order of the names."""

    __tablename__ = "team_share"
    __refs__: ClassVar[dict[str, str]] = {"entry_id": "piece_entry", "worker_id": "worker"}

    entry_id: Mapped[int] = col(key=True)
    worker_id: Mapped[int] = col(key=True)
    position: Mapped[int] = col()
    weight_milli: Mapped[int] = col()
