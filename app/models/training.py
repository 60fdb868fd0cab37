"""Training sessions and who took part."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from app.models.base import Synced, SyncInfo, col


class Training(Synced):
    """培训: a session; its length in minutes of 60 (学时 as written × 60)."""

    __tablename__ = "training"
    __sync__: ClassVar[SyncInfo] = SyncInfo(month="date", indexed=True)

    id: Mapped[int] = col(key=True)
    date: Mapped[str] = col(date=True)
    topic: Mapped[str] = col()
    origin: Mapped[str] = col(default="")
    lecturer: Mapped[str] = col(default="")
    minutes: Mapped[int] = col(default=0)
    source: Mapped[str] = col(default="")


class TrainingAttendance(Synced):
    """参加人: a worker who took part in a session; minutes where not the whole of it."""

    __tablename__ = "training_attendance"
    __refs__: ClassVar[dict[str, str]] = {"training_id": "training", "worker_id": "worker"}

    training_id: Mapped[int] = col(key=True)
    worker_id: Mapped[int] = col(key=True)
    minutes_present: Mapped[int | None] = col()
