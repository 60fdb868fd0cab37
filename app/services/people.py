"""People of a workshop: lists with masked numbers, one worker's detail, and the recorded reveal (RULES 8)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.domain.calendar import month_ends
from app.domain.identity_number import masked
from app.domain.refusal import Refusal
from app.domain.vocabulary import Basis, PayPeriod, Relation, TaxMethod
from app.models.local import Reveal
from app.models.people import HouseholdStatus, PayTerm, Worker
from app.services.context import Context

REVEALABLE = ("id_number", "phone", "account")


class Employment(StrEnum):
    """Whether a worker is employed in the month looked at."""

    COMING = "coming"
    PRESENT = "present"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class PayTermRow:
    """Pay terms in force from a date on; money in fen, ``rate_fen`` None for 计件.

    ``social_base_fen`` above 0 is the base of the social insurance rates; else ``social_fen`` is taken.
    """

    valid_from: date
    relation: Relation
    basis: Basis
    rate_fen: int | None
    social_fen: int
    additional_fen: int
    tax_method: TaxMethod
    period: PayPeriod = PayPeriod.MONTH
    social_base_fen: int = 0


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """户别 and 监测类型 in force from a date on; sensitive, on no public paper."""

    valid_from: date
    base: str
    monitoring: str


@dataclass(frozen=True, slots=True)
class WorkerRow:
    """A worker as lists show him: numbers masked to their last four, terms as in force at the month's end."""

    worker_id: int
    no: str
    name: str
    sex: str
    nation: str
    id_masked: str
    phone_masked: str
    account_masked: str
    bank: str
    village: str
    hired_on: date
    left_on: date | None
    employment: Employment
    terms: PayTermRow | None
    household: HouseholdRow | None
    inheritor_level: str
    mentor_no: str


@dataclass(frozen=True, slots=True)
class WorkerDetail:
    """A worker's side panel: the row as of today, and all pay terms and household statuses, oldest first."""

    row: WorkerRow
    terms: tuple[PayTermRow, ...]
    households: tuple[HouseholdRow, ...]


def list_workers(ctx: Context, workshop_id: int, month: str) -> tuple[WorkerRow, ...]:
    """Every worker of a workshop as of a month (YYYY-MM), present ones first, by number; three statements."""
    first, last = month_ends(month)
    with ctx.database.read() as session:
        terms, households = pay_terms(session, workshop_id), household_statuses(session, workshop_id)
        rows = [
            _row(worker, terms.get(worker.id, ()), households.get(worker.id, ()), first, last)
            for worker in session.scalars(_workers(workshop_id))
        ]
    return tuple(sorted(rows, key=lambda row: (row.employment is not Employment.PRESENT, number_order(row.no))))


def worker_detail(ctx: Context, workshop_id: int, worker_id: int) -> WorkerDetail:
    """One worker with the history of his terms; refuses with ``worker_missing``."""
    with ctx.database.read() as session:
        return detail_in(session, get_worker(session, workshop_id, worker_id), ctx.today())


def reveal(ctx: Context, workshop_id: int, worker_id: int, column: str) -> str:
    """``id_number``, ``phone`` or ``account`` in full; who saw it is recorded in the same transaction (PIPL)."""
    if column not in REVEALABLE:
        raise Refusal("reveal_unknown", column=column)
    with ctx.database.write(ctx.user, "people.reveal") as session:
        value: str = getattr(get_worker(session, workshop_id, worker_id), column)
        key, seen_at = json.dumps([workshop_id, worker_id]), int(ctx.now().timestamp())
        session.add(Reveal(user=ctx.user, at=seen_at, tbl="worker", key=key, column_name=column))
        return value


def number_order(no: str) -> tuple[int, str]:
    """Sorting key of 编号: numbers by length, then as text, so that 2 stands before 10 and 02 before 10."""
    return (len(no), no)


def get_worker(session: Session, workshop_id: int, worker_id: int) -> Worker:
    """The stored worker; refuses with ``worker_missing``."""
    worker = session.get(Worker, (workshop_id, worker_id))
    if worker is None or worker.deleted:
        raise Refusal("worker_missing")
    return worker


def detail_in(session: Session, worker: Worker, day: date) -> WorkerDetail:
    """A worker's detail as of a day, within a transaction."""
    terms = pay_terms(session, worker.workshop_id, worker.id).get(worker.id, ())
    households = household_statuses(session, worker.workshop_id, worker.id).get(worker.id, ())
    return WorkerDetail(_row(worker, terms, households, day, day), tuple(terms), tuple(households))


def pay_terms(session: Session, workshop_id: int, worker_id: int | None = None) -> dict[int, list[PayTermRow]]:
    """Pay terms by worker, oldest first; of one worker where ``worker_id`` is given."""
    query = select(PayTerm).where(PayTerm.workshop_id == workshop_id, PayTerm.deleted == 0)
    if worker_id is not None:
        query = query.where(PayTerm.worker_id == worker_id)
    found: dict[int, list[PayTermRow]] = {}
    for row in session.scalars(query.order_by(PayTerm.valid_from)):
        found.setdefault(row.worker_id, []).append(
            PayTermRow(
                valid_from=date.fromisoformat(row.valid_from),
                relation=Relation(row.relation),
                basis=Basis(row.basis),
                rate_fen=row.rate_fen,
                social_fen=row.social_fen,
                additional_fen=row.additional_fen,
                tax_method=TaxMethod(row.tax_method),
                period=PayPeriod(row.period),
                social_base_fen=row.social_base_fen,
            )
        )
    return found


def household_statuses(
    session: Session, workshop_id: int, worker_id: int | None = None
) -> dict[int, list[HouseholdRow]]:
    """Household statuses by worker, oldest first; of one worker where ``worker_id`` is given."""
    query = select(HouseholdStatus).where(HouseholdStatus.workshop_id == workshop_id, HouseholdStatus.deleted == 0)
    if worker_id is not None:
        query = query.where(HouseholdStatus.worker_id == worker_id)
    found: dict[int, list[HouseholdRow]] = {}
    for row in session.scalars(query.order_by(HouseholdStatus.valid_from)):
        status = HouseholdRow(date.fromisoformat(row.valid_from), row.base, row.monitoring)
        found.setdefault(row.worker_id, []).append(status)
    return found


def _workers(workshop_id: int) -> Select[Worker]:
    return select(Worker).where(Worker.workshop_id == workshop_id, Worker.deleted == 0)


def _row(
    worker: Worker, terms: Sequence[PayTermRow], households: Sequence[HouseholdRow], first: date, last: date
) -> WorkerRow:
    hired = date.fromisoformat(worker.hired_on)
    left = date.fromisoformat(worker.left_on) if worker.left_on else None
    gone = left is not None and left < first
    return WorkerRow(
        worker_id=worker.id,
        no=worker.no,
        name=worker.name,
        sex=worker.sex,
        nation=worker.nation,
        id_masked=masked(worker.id_number),
        phone_masked=masked(worker.phone),
        account_masked=masked(worker.account),
        bank=worker.bank,
        village=worker.village,
        hired_on=hired,
        left_on=left,
        employment=Employment.COMING if hired > last else Employment.LEFT if gone else Employment.PRESENT,
        terms=next((row for row in reversed(terms) if row.valid_from <= last), None),
        household=next((row for row in reversed(households) if row.valid_from <= last), None),
        inheritor_level=worker.inheritor_level,
        mentor_no=worker.mentor_no,
    )
