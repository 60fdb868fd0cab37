"""Training sessions (培训) and who took part: the year's list, one session, saving and withdrawing it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.pay_check import accept
from app.domain.plain_text import tidy
from app.domain.refusal import Refusal
from app.domain.rulepack import Vocabulary, figures_on
from app.domain.training_check import Trainee, TrainingForm, check
from app.domain.worker_check import FieldNote
from app.models.database import new_ids
from app.models.people import Worker
from app.models.training import Training, TrainingAttendance
from app.services.context import Context
from app.services.pay_records import PaySaved, get_record, put
from app.services.people import number_order
from app.services.rule_packs import load_packs


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session: its length in minutes, how many took part, and the minutes of all of them together."""

    training_id: int
    day: date
    topic: str
    origin: str
    lecturer: str
    minutes: int
    persons: int
    person_minutes: int


@dataclass(frozen=True, slots=True)
class TrainingYear:
    """A year's sessions, newest first; ``persons`` (人) counts each worker once, ``attendances`` (人次) each time."""

    year: int
    rows: tuple[SessionRow, ...]
    persons: int
    origins: tuple[str, ...]

    @property
    def attendances(self) -> int:
        """A worker counts in each session he took part in."""
        return sum(row.persons for row in self.rows)


@dataclass(frozen=True, slots=True)
class TraineeRow:
    """A worker a session may be noted for; ``employed`` on the session's day."""

    worker_id: int
    no: str
    name: str
    employed: bool


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session as its form edits it, and everybody who may have taken part, by number."""

    training_id: int | None
    form: TrainingForm
    people: tuple[TraineeRow, ...]
    origins: tuple[str, ...]


def list_sessions(ctx: Context, workshop_id: int, year: int) -> TrainingYear:
    """The sessions of a calendar year with their sums, and the sources (培训来源) a session may be of."""
    with ctx.database.read() as session:
        present = _minutes_present(session, workshop_id, year)
        rows = tuple(_row(row, present.get(row.id, {})) for row in _sessions(session, workshop_id, year))
        origins = _origins(session, workshop_id, ctx.today())
    persons = {worker for row in rows for worker in present.get(row.training_id, {})}
    return TrainingYear(year, rows, len(persons), origins)


def session_view(ctx: Context, workshop_id: int, training_id: int | None) -> SessionView:
    """A session to be looked at or edited; None for a new one, of today. Refuses ``training_missing``."""
    with ctx.database.read() as session:
        form = _form(session, workshop_id, training_id) if training_id else TrainingForm(day=ctx.today())
        day = form.day or ctx.today()
        people = [
            TraineeRow(worker.id, worker.no, worker.name, _employed(worker, day) or worker.id in form.present)
            for worker in _workers(session, workshop_id)
        ]
        origins = _origins(session, workshop_id, day)
    return SessionView(training_id, form, tuple(sorted(people, key=lambda row: number_order(row.no))), origins)


def save_session(ctx: Context, workshop_id: int, form: TrainingForm, training_id: int | None = None) -> PaySaved:
    """A session written with exactly the people of the form; refuses with FieldRefusal what its checks forbid."""
    with ctx.database.write(ctx.user, "training.save") as session:
        if training_id is not None:
            _get(session, workshop_id, training_id)
        notes = accept(_notes(session, workshop_id, form, ctx.today()))
        number = training_id or new_ids(session, 1)[0]
        values = {name: tidy(getattr(form, name)) for name in ("topic", "origin", "lecturer")}
        day = form.day.isoformat() if form.day else ""
        put(session, Training, workshop_id, {"id": number}, {"date": day, "minutes": form.minutes, **values})
        _put_present(session, workshop_id, number, form.present)
    return PaySaved(notes)


def withdraw_session(ctx: Context, workshop_id: int, training_id: int) -> None:
    """Take a session back by delete marks, with who took part; the journal keeps it (RULES 7: no hard delete)."""
    with ctx.database.write(ctx.user, "training.withdraw") as session:
        _get(session, workshop_id, training_id).deleted = 1
        _put_present(session, workshop_id, training_id, {})


def _notes(session: Session, workshop_id: int, form: TrainingForm, today: date) -> tuple[FieldNote, ...]:
    trainees = {
        worker.id: Trainee(worker.name, date.fromisoformat(worker.hired_on), _day(worker.left_on))
        for worker in _workers(session, workshop_id)
    }
    if not trainees.keys() >= form.present.keys():
        raise Refusal("worker_missing")
    return tuple(check(form, trainees, today))


def _put_present(session: Session, workshop_id: int, training_id: int, present: Mapping[int, int | None]) -> None:
    for row in _attendances(session, workshop_id, training_id):
        if row.worker_id not in present:
            row.deleted = 1
    for worker_id, minutes in present.items():
        key = {"training_id": training_id, "worker_id": worker_id}
        put(session, TrainingAttendance, workshop_id, key, {"minutes_present": minutes})


def _form(session: Session, workshop_id: int, training_id: int) -> TrainingForm:
    row = _get(session, workshop_id, training_id)
    present = {each.worker_id: each.minutes_present for each in _attendances(session, workshop_id, training_id)}
    return TrainingForm(date.fromisoformat(row.date), row.topic, row.origin, row.lecturer, row.minutes, present)


def _get(session: Session, workshop_id: int, training_id: int) -> Training:
    return get_record(session, Training, (workshop_id, training_id), "training_missing")


def _row(row: Training, present: Mapping[int, int]) -> SessionRow:
    day = date.fromisoformat(row.date)
    return SessionRow(
        row.id, day, row.topic, row.origin, row.lecturer, row.minutes, len(present), sum(present.values())
    )


def _sessions(session: Session, workshop_id: int, year: int) -> list[Training]:
    own = (Training.workshop_id == workshop_id, Training.deleted == 0, Training.date.between(*_ends(year)))
    return list(session.scalars(select(Training).where(*own).order_by(Training.date.desc(), Training.id.desc())))


def _minutes_present(session: Session, workshop_id: int, year: int) -> dict[int, dict[int, int]]:
    """Minutes by session and worker of a year's sessions: one statement."""
    attended, held = TrainingAttendance, Training
    minutes = func.coalesce(attended.minutes_present, held.minutes)
    joined = (held.workshop_id == attended.workshop_id) & (held.id == attended.training_id)
    own = (attended.workshop_id == workshop_id, attended.deleted == 0, held.date.between(*_ends(year)))
    found: dict[int, dict[int, int]] = defaultdict(dict)
    query = select(attended.training_id, attended.worker_id, minutes).join(held, joined).where(*own)
    for training_id, worker_id, present in session.execute(query):
        found[training_id][worker_id] = present
    return found


def _attendances(session: Session, workshop_id: int, training_id: int) -> list[TrainingAttendance]:
    own = (TrainingAttendance.workshop_id == workshop_id, TrainingAttendance.training_id == training_id)
    return list(session.scalars(select(TrainingAttendance).where(*own, TrainingAttendance.deleted == 0)))


def _workers(session: Session, workshop_id: int) -> list[Worker]:
    return list(session.scalars(select(Worker).where(Worker.workshop_id == workshop_id, Worker.deleted == 0)))


def _origins(session: Session, workshop_id: int, day: date) -> tuple[str, ...]:
    words, _ = figures_on(load_packs(session, workshop_id), "vocabulary", day, Vocabulary)
    return words.lists["training_sources"]


def _employed(worker: Worker, day: date) -> bool:
    return worker.hired_on <= day.isoformat() and (worker.left_on is None or day.isoformat() <= worker.left_on)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _ends(year: int) -> tuple[str, str]:
    return f"{year}-01-01", f"{year}-12-31"
