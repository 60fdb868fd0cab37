"""Heritage (传承): inheritors, who learns from whom, and what became of each: training, employment and pay."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.calendar import month_moved
from app.domain.heritage import Person, Place, family_tree
from app.models.pay import SlipRow
from app.models.people import Worker
from app.models.queries.runs import run_heads
from app.models.training import Training, TrainingAttendance
from app.services.context import Context
from app.services.people import number_order

MONTHS = 12


@dataclass(frozen=True, slots=True)
class HeritageRow:
    """A worker in the tree of mentors: his place, whether he works here today, his training and pay.

    ``minutes`` and ``sessions`` are of all training; ``earned_fen`` is gross pay of the last twelve months' payrolls.
    """

    worker_id: int
    no: str
    name: str
    level: str
    mentor: str
    place: Place
    employed: bool
    sessions: int
    minutes: int
    earned_fen: int


@dataclass(frozen=True, slots=True)
class Heritage:
    """Everybody who is an inheritor, teaches or learns, each mentor before his apprentices; the months of the pay."""

    rows: tuple[HeritageRow, ...]
    from_month: str
    to_month: str


def heritage(ctx: Context, workshop_id: int) -> Heritage:
    """The tree of inheritors, mentors and apprentices of a workshop, with figures of the last twelve whole months."""
    to_month = month_moved(ctx.today().isoformat()[:7], -1)
    from_month = month_moved(to_month, 1 - MONTHS)
    with ctx.database.read() as session:
        workers = _workers(session, workshop_id)
        trained = _trained(session, workshop_id)
        earned = _earned(session, workshop_id, from_month, to_month)
    return Heritage(tuple(_rows(workers, trained, earned, ctx.today())), from_month, to_month)


def _rows(
    workers: Sequence[Worker], trained: Mapping[int, tuple[int, int]], earned: Mapping[int, int], today: date
) -> list[HeritageRow]:
    by_id = {worker.id: worker for worker in workers}
    known = [
        Person(worker.id, worker.no, worker.mentor_no, worker.inheritor_level, worker.hired_on) for worker in workers
    ]
    rows = []
    for place in family_tree(known):
        worker = by_id[place.person]
        mentor = by_id[place.mentor].name if place.mentor is not None else worker.mentor_no
        sessions, minutes = trained.get(worker.id, (0, 0))
        employed = worker.hired_on <= today.isoformat() and (
            worker.left_on is None or worker.left_on >= today.isoformat()
        )
        rows.append(
            HeritageRow(
                worker.id,
                worker.no,
                worker.name,
                worker.inheritor_level,
                mentor,
                place,
                employed,
                sessions,
                minutes,
                earned.get(worker.id, 0),
            )
        )
    return rows


def _workers(session: Session, workshop_id: int) -> list[Worker]:
    own = (Worker.workshop_id == workshop_id, Worker.deleted == 0)
    return sorted(session.scalars(select(Worker).where(*own)), key=lambda worker: number_order(worker.no))


def _trained(session: Session, workshop_id: int) -> dict[int, tuple[int, int]]:
    """Sessions and minutes by worker."""
    attended, held = TrainingAttendance, Training
    minutes = func.sum(func.coalesce(attended.minutes_present, held.minutes))
    joined = (held.workshop_id == attended.workshop_id) & (held.id == attended.training_id)
    own = (attended.workshop_id == workshop_id, attended.deleted == 0, held.deleted == 0)
    query = select(attended.worker_id, func.count(), minutes).join(held, joined).where(*own)
    return {worker: (count, total) for worker, count, total in session.execute(query.group_by(attended.worker_id))}


def _earned(session: Session, workshop_id: int, from_month: str, to_month: str) -> dict[int, int]:
    """Gross pay by worker of the counted runs of some months, in fen."""
    heads = run_heads(session, workshop_id)
    counted = [head.run_id for head in heads if head.counts and from_month <= head.month <= to_month]
    own = (SlipRow.workshop_id == workshop_id, SlipRow.deleted == 0, SlipRow.run_id.in_(counted))
    query = select(SlipRow.worker_id, func.sum(SlipRow.gross_fen)).where(*own).group_by(SlipRow.worker_id)
    return {row[0]: row[1] for row in session.execute(query)}
