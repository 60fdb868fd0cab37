"""Set-based figures of the programme (RULES 9): each one statement, whatever the number of people or rows.

Months are YYYY-MM and days YYYY-MM-DD as text. They run on SQLite and PostgreSQL.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, ScalarSelect, Subquery, case, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.vocabulary import HouseholdBase
from app.models.pay import PayrollRun, SlipRow
from app.models.people import HouseholdStatus, PayTerm, Worker
from app.models.training import Training, TrainingAttendance
from app.models.work import PieceEntry

_REGISTERED = HouseholdBase.LIFTED.value


class Paid(NamedTuple):
    """What some payrolls of a month pay: gross and net in fen, and how many people have an amount above 0."""

    month: str
    gross_fen: int
    net_fen: int
    people: int


class Earned(NamedTuple):
    """What some payrolls of a month pay a worker, gross, in fen."""

    worker_id: int
    month: str
    gross_fen: int


class Turnover(NamedTuple):
    """People employed on any day of a span, of them those that began or ended in it."""

    employed: int
    begun: int
    ended: int


class Households(NamedTuple):
    """Of those employed on a day: how many, how many with a household record, how many registered (RULES 8)."""

    employed: int
    recorded: int
    registered: int


class Trained(NamedTuple):
    """Training of a span: sessions, of them those nobody is noted for, people, attendances, minutes of everybody."""

    sessions: int
    without_people: int
    persons: int
    attendances: int
    minutes: int


class Made(NamedTuple):
    """Piece entries of a month, and their good pieces in 1/1000."""

    month: str
    entries: int
    good_milli: int


def paid_by_month(session: Session, workshop_id: int, run_ids: Collection[int]) -> dict[str, Paid]:
    """The months of some payrolls; a worker of several payrolls of a month is one person."""
    each = _slips(workshop_id, run_ids, PayrollRun.month)
    people = func.sum(case((each.c.gross > 0, 1), else_=0))
    query = select(each.c.month, func.sum(each.c.gross), func.sum(each.c.net), people).group_by(each.c.month)
    return {row[0]: Paid(*row) for row in session.execute(query)}


def paid_people(session: Session, workshop_id: int, run_ids: Collection[int]) -> int:
    """How many people some payrolls pay, each counted once whatever the number of months."""
    each = (
        select(SlipRow.worker_id)
        .where(SlipRow.workshop_id == workshop_id, SlipRow.deleted == 0, SlipRow.run_id.in_(list(run_ids)))
        .group_by(SlipRow.worker_id)
        .having(func.sum(SlipRow.gross_fen) > 0)
        .subquery()
    )
    return session.scalars(select(func.count()).select_from(each)).one()


def earned_by_worker(session: Session, workshop_id: int, run_ids: Collection[int]) -> list[Earned]:
    """Each worker's months in some payrolls."""
    each = _slips(workshop_id, run_ids, PayrollRun.month)
    return [Earned(*row) for row in session.execute(select(each.c.worker_id, each.c.month, each.c.gross))]


def employed_by_relation(session: Session, workshop_id: int, day: str) -> dict[str, int]:
    """Those employed on a day by the relation in force then; "" for those whose relation is not recorded."""
    relation = _in_force(PayTerm.relation, PayTerm, day)
    each = select(func.coalesce(relation, "").label("relation")).where(*_employed(workshop_id, day)).subquery()
    query = select(each.c.relation, func.count()).group_by(each.c.relation)
    return {row[0]: row[1] for row in session.execute(query)}


def turnover(session: Session, workshop_id: int, first: str, last: str) -> Turnover:
    """Who was employed between two days, both included, and who came and went."""
    begun = func.sum(case((Worker.hired_on >= first, 1), else_=0))
    ended = func.sum(case((Worker.left_on <= last, 1), else_=0))
    row = session.execute(
        select(func.count(), func.coalesce(begun, 0), func.coalesce(ended, 0)).where(
            Worker.workshop_id == workshop_id,
            Worker.deleted == 0,
            Worker.hired_on <= last,
            Worker.left_on.is_(None) | (Worker.left_on >= first),
        )
    ).one()
    return Turnover(*row)


def households(session: Session, workshop_id: int, day: str) -> Households:
    """Registered: 脱贫户 or any monitoring type, by the household record in force on the day."""
    base = func.coalesce(_in_force(HouseholdStatus.base, HouseholdStatus, day), "")
    monitoring = func.coalesce(_in_force(HouseholdStatus.monitoring, HouseholdStatus, day), "")
    each = select(base.label("base"), monitoring.label("monitoring")).where(*_employed(workshop_id, day)).subquery()
    counted = case(((each.c.base == _REGISTERED) | (each.c.monitoring != ""), 1), else_=0)
    known = case(((each.c.base != "") | (each.c.monitoring != ""), 1), else_=0)
    sums = (func.coalesce(func.sum(one), 0) for one in (known, counted))
    return Households(*session.execute(select(func.count(), *sums).select_from(each)).one())


def trained(session: Session, workshop_id: int, first: str, last: str) -> Trained:
    """Training between two days, both included."""
    within = (Training.workshop_id == workshop_id, Training.deleted == 0, Training.date.between(first, last))
    same = (
        (TrainingAttendance.workshop_id == Training.workshop_id)
        & (TrainingAttendance.training_id == Training.id)
        & (TrainingAttendance.deleted == 0)
    )
    empty = func.sum(case((exists().where(same).correlate(Training), 0), else_=1))
    sessions, without = session.execute(select(func.count(), func.coalesce(empty, 0)).where(*within)).one()
    minutes = func.sum(func.coalesce(TrainingAttendance.minutes_present, Training.minutes))
    row = session.execute(
        select(func.count(func.distinct(TrainingAttendance.worker_id)), func.count(), func.coalesce(minutes, 0))
        .select_from(Training)
        .join(TrainingAttendance, same)
        .where(*within)
    ).one()
    return Trained(sessions, without, *row)


def made_by_month(session: Session, workshop_id: int, first: str, last: str) -> dict[str, Made]:
    """The piece entries between two days, both included, by month."""
    month = func.substr(PieceEntry.date, 1, 7)
    query = (
        select(month, func.count(), func.coalesce(func.sum(PieceEntry.good_milli), 0))
        .where(PieceEntry.workshop_id == workshop_id, PieceEntry.deleted == 0, PieceEntry.date.between(first, last))
        .group_by(month)
    )
    return {row[0]: Made(*row) for row in session.execute(query)}


def employed_on_days(session: Session, workshop_id: int, days: Sequence[str]) -> tuple[int, ...]:
    """How many are employed on each of some days."""
    sums = [
        func.coalesce(func.sum(case((_there(day), 1), else_=0)), 0).label(f"at_{at}") for at, day in enumerate(days)
    ]
    own = (Worker.workshop_id == workshop_id, Worker.deleted == 0)
    return tuple(session.execute(select(*sums).where(*own)).one())


def _slips(workshop_id: int, run_ids: Collection[int], month: InstrumentedAttribute[str]) -> Subquery:
    """Each worker's gross and net a month in some payrolls."""
    same = (PayrollRun.workshop_id == SlipRow.workshop_id) & (PayrollRun.id == SlipRow.run_id)
    return (
        select(
            SlipRow.worker_id,
            month.label("month"),
            func.sum(SlipRow.gross_fen).label("gross"),
            func.sum(SlipRow.net_fen).label("net"),
        )
        .join(PayrollRun, same)
        .where(SlipRow.workshop_id == workshop_id, SlipRow.deleted == 0, SlipRow.run_id.in_(list(run_ids)))
        .group_by(SlipRow.worker_id, month)
        .subquery()
    )


def _employed(workshop_id: int, day: str) -> tuple[ColumnElement[bool], ...]:
    return Worker.workshop_id == workshop_id, Worker.deleted == 0, _there(day)


def _there(day: str) -> ColumnElement[bool]:
    """Employed on a day; the leaving date is a day of work."""
    return (Worker.hired_on <= day) & (Worker.left_on.is_(None) | (Worker.left_on >= day))


def _in_force(
    column: InstrumentedAttribute[str], table: type[PayTerm] | type[HouseholdStatus], day: str
) -> ScalarSelect[str]:
    """The column of a worker's last record that begins on a day or before."""
    return (
        select(column)
        .where(
            table.workshop_id == Worker.workshop_id,
            table.worker_id == Worker.id,
            table.deleted == 0,
            table.valid_from <= day,
        )
        .order_by(table.valid_from.desc())
        .limit(1)
        .correlate(Worker)
        .scalar_subquery()
    )
