"""What the services of pay terms, plans, advances and settings share: notes of a saved record, marks of deletion."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from app.domain.pay_check import Employment
from app.domain.refusal import Refusal
from app.domain.worker_check import FieldNote
from app.models.base import Synced
from app.models.database import new_ids
from app.models.people import Worker

_T = TypeVar("_T", bound=Synced)
Value = str | int | None


@dataclass(frozen=True, slots=True)
class PaySaved:
    """What was worth saying about a record that was saved or withdrawn."""

    notes: tuple[FieldNote, ...] = ()


def employment_of(worker: Worker) -> Employment:
    """The days of a worker's employment."""
    left = date.fromisoformat(worker.left_on) if worker.left_on else None
    return Employment(date.fromisoformat(worker.hired_on), left)


def get_record(session: Session, table: type[_T], key: tuple[Value, ...], missing: str = "pay_record_missing") -> _T:
    """The stored row of a key beginning with workshop_id; refuses ``missing`` where there is none."""
    row = session.get(table, key)
    if row is None or row.deleted:
        raise Refusal(missing)
    return row


def own_record(session: Session, table: type[_T], workshop_id: int, record_id: int, worker_id: int | None) -> _T:
    """The row of an id that belongs to a worker (None: to everybody); refuses ``pay_record_missing``."""
    row = get_record(session, table, (workshop_id, record_id))
    if getattr(row, "worker_id", None) != worker_id:
        raise Refusal("pay_record_missing")
    return row


def put(
    session: Session, table: type[_T], workshop_id: int, key: Mapping[str, Value], values: Mapping[str, Value]
) -> None:
    """Write a row under its natural key: a new one, or the old one again, its delete mark cleared."""
    row = session.get(table, (workshop_id, *key.values()))
    if row is None:
        row = table(workshop_id=workshop_id, **key)
        session.add(row)
    row.deleted = 0
    for name, value in values.items():
        setattr(row, name, value)
    session.flush()


def put_by_id(
    session: Session, table: type[_T], workshop_id: int, record_id: int | None, values: Mapping[str, Value]
) -> None:
    """Write a row with a number of its own: a new one where ``record_id`` is None."""
    number = new_ids(session, 1)[0] if record_id is None else record_id
    put(session, table, workshop_id, {"id": number}, values)
