"""Papers about people over several months: the wage certificate and the subsidy pack (RULES 7)."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.domain.calendar import month_ends
from app.domain.papers.certificate import CertificateData, CertifiedMonth, require_paid
from app.domain.papers.source import ledger_of
from app.domain.papers.subsidy import MONTHS, RosterRow, SubsidyData, months_up_to
from app.domain.payroll import by_number
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind
from app.models.pay import SlipRow
from app.models.payment import Payment, PaymentReturn
from app.models.people import HouseholdStatus, PayTerm, Worker
from app.models.queries.runs import RunHead, run_heads
from app.models.workshop import Workshop
from app.services.context import Context
from app.services.papers_source import run_source

CERTIFIED_MONTHS, MOST_CERTIFIED_MONTHS = 12, 120


def certificate(ctx: Context, workshop_id: int, no: str, month: str, months: int = CERTIFIED_MONTHS) -> CertificateData:
    """The wage certificate of a worker by 编号: ``months`` up to ``month``, of runs that count, whichever of the
    person's employments they paid.

    Refuses ``certificate_months``, ``certificate_worker_missing`` and ``certificate_nothing_paid``.
    """
    span = _span(month, months)
    with ctx.database.read() as session:
        worker = _worker(session, workshop_id, no)
        relation = _relation(session, workshop_id, worker.id, month)
        persons = _persons(session, workshop_id)
        counted = _months(session, workshop_id, _counting(session, workshop_id, span), persons, worker.id)
        workshop = _workshop(session, workshop_id)
        return require_paid(_certificate(workshop, persons[worker.id], worker, relation, ctx.today(), counted))


@dataclass(frozen=True, slots=True)
class Certifiable:
    """A worker a certificate could be asked for; ``reason`` says why there is none to give, None where there is."""

    no: str
    name: str
    reason: Refusal | None


def certifiable(ctx: Context, workshop_id: int, month: str) -> tuple[Certifiable, ...]:
    """Everybody employed or paid in the months of a certificate, each asked what ``certificate`` asks."""
    span = _span(month, CERTIFIED_MONTHS)
    with ctx.database.read() as session:
        workshop = _workshop(session, workshop_id)
        persons = _persons(session, workshop_id)
        counted = _months(session, workshop_id, _counting(session, workshop_id, span), persons)
        last_hired = {one.no: one for one in session.scalars(_workers(workshop_id).order_by(Worker.hired_on))}
        inside = [one for one in last_hired.values() if one.id in counted or _employed(one, span)]
        return tuple(
            Certifiable(
                one.no,
                one.name,
                refused(require_paid, _certificate(workshop, persons[one.id], one, "", ctx.today(), counted)),
            )
            for one in sorted(inside, key=lambda one: by_number(one.no))
        )


def refused(asked: Callable[..., object], *arguments: object) -> Refusal | None:
    """Why something is refused; None where it is not."""
    try:
        asked(*arguments)
    except Refusal as refusal:
        return refusal
    return None


def _span(month: str, months: int) -> tuple[str, ...]:
    """The months of a certificate; refuses ``certificate_months``."""
    if not 1 <= months <= MOST_CERTIFIED_MONTHS:
        raise Refusal("certificate_months", months=months, most=MOST_CERTIFIED_MONTHS)
    return months_up_to(month_ends(month)[0].isoformat()[:7], months)


def _employed(worker: Worker, span: tuple[str, ...]) -> bool:
    last = month_ends(span[-1])[1].isoformat()
    return worker.hired_on <= last and (not worker.left_on or worker.left_on >= span[0])


def _counting(session: Session, workshop_id: int, span: Collection[str]) -> dict[int, RunHead]:
    return {head.run_id: head for head in run_heads(session, workshop_id) if head.counts and head.month in span}


def _workshop(session: Session, workshop_id: int) -> Workshop:
    return session.execute(select(Workshop).where(Workshop.workshop_id == workshop_id)).scalar_one()


def _certificate(
    workshop: Workshop,
    person: tuple[Worker, ...],
    worker: Worker,
    relation: str,
    today: date,
    months: Mapping[int, tuple[CertifiedMonth, ...]],
) -> CertificateData:
    """Of one of a person's employments, with the months of all of them."""
    before = [one for one in person if one.left_on and one.hired_on < worker.hired_on and not one.deleted]
    return CertificateData(
        unit=workshop.name,
        credit_code=workshop.credit_code,
        address=workshop.address,
        phone=workshop.phone,
        name=worker.name,
        no=worker.no,
        id_number=worker.id_number,
        relation=relation,
        hired_on=date.fromisoformat(worker.hired_on),
        left_on=date.fromisoformat(worker.left_on) if worker.left_on else None,
        issued_on=today,
        months=months.get(worker.id, ()),
        earlier=tuple((date.fromisoformat(one.hired_on), date.fromisoformat(one.left_on or "")) for one in before),
    )


def _workers(workshop_id: int) -> Select[Worker]:
    return select(Worker).where(Worker.workshop_id == workshop_id, Worker.deleted == 0)


def _worker(session: Session, workshop_id: int, no: str) -> Worker:
    """The worker with a number; of several in turn, the last hired."""
    own = _workers(workshop_id).where(Worker.no == no.strip())
    found = session.scalars(own.order_by(Worker.hired_on.desc())).first()
    if found is None:
        raise Refusal("certificate_worker_missing", no=no)
    return found


def _relation(session: Session, workshop_id: int, worker_id: int, month: str) -> str:
    last = month_ends(month)[1].isoformat()
    own = (PayTerm.workshop_id == workshop_id, PayTerm.worker_id == worker_id, PayTerm.deleted == 0)
    statement = select(PayTerm.relation).where(*own, PayTerm.valid_from <= last).order_by(PayTerm.valid_from.desc())
    return session.scalars(statement).first() or ""


def _persons(session: Session, workshop_id: int) -> dict[int, tuple[Worker, ...]]:
    """By worker id all employments of the same person (one ID number), the earliest first."""
    rows: dict[str | int, list[Worker]] = defaultdict(list)
    every = select(Worker).where(Worker.workshop_id == workshop_id).order_by(Worker.hired_on, Worker.id)
    for one in session.scalars(every):
        rows[one.id_number or one.id].append(one)
    return {one.id: tuple(many) for many in rows.values() for one in many}


def _months(
    session: Session,
    workshop_id: int,
    heads: Mapping[int, RunHead],
    persons: Mapping[int, tuple[Worker, ...]],
    worker_id: int | None = None,
) -> dict[int, tuple[CertifiedMonth, ...]]:
    """The months of a person, or of everybody, by worker id: the runs of each added up, with what was paid of them."""
    columns = (SlipRow.gross_fen, SlipRow.social_fen, SlipRow.tax_fen, SlipRow.net_fen)
    own = [SlipRow.workshop_id == workshop_id, SlipRow.deleted == 0, SlipRow.run_id.in_(list(heads))]
    if worker_id is not None:
        own.append(SlipRow.worker_id.in_([one.id for one in persons[worker_id]]))
    paid = _paid(session, workshop_id, heads)
    sums: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0] * 5))
    settled: dict[tuple[int, str], str] = {}
    statement = select(SlipRow.worker_id, SlipRow.run_id, SlipRow.period_to, *columns).where(*own)
    for whose, run_id, until, *figures in session.execute(statement):
        head = heads[run_id]
        if head.kind == RunKind.SETTLEMENT:
            settled[whose, head.month] = until or month_ends(head.month)[1].isoformat()
        kept = sums[persons[whose][0].id][head.month]
        for at, fen in enumerate((*figures, paid.get((whose, run_id), 0))):
            kept[at] += fen
    regular = {head.month for head in heads.values() if head.kind == RunKind.REGULAR}
    return {
        one.id: tuple(
            _certified(month, kept[month], month in regular or _settled(month, persons[first], settled))
            for month in sorted(kept)
        )
        for first, kept in sums.items()
        for one in persons[first]
    }


def _certified(month: str, figures: Iterable[int], is_whole: bool) -> CertifiedMonth:
    gross, social, tax, net, paid = figures
    return CertifiedMonth(month, gross, social, tax, net, paid, is_whole)


def _settled(month: str, person: Iterable[Worker], settled: Mapping[tuple[int, str], str]) -> bool:
    """Whether each employment of a month was settled to its end: nothing of it is left to a month's run."""
    inside = [one for one in person if _employed(one, (month,)) and not one.deleted]
    return all(one.left_on and one.left_on <= settled.get((one.id, month), "") for one in inside)


def _paid(session: Session, workshop_id: int, heads: Collection[int]) -> dict[tuple[int, int], int]:
    """What each worker was paid of each run and did not come back, fen."""
    back = select(PaymentReturn.payment_id).where(PaymentReturn.workshop_id == workshop_id, PaymentReturn.deleted == 0)
    statement = select(Payment.worker_id, Payment.run_id, Payment.amount_fen).where(
        Payment.workshop_id == workshop_id,
        Payment.run_id.in_(list(heads)),
        Payment.deleted == 0,
        Payment.id.not_in(back),
    )
    sums: dict[tuple[int, int], int] = defaultdict(int)
    for worker_id, run_id, fen in session.execute(statement):
        sums[worker_id, run_id] += fen
    return sums


def subsidy(ctx: Context, workshop_id: int, month: str) -> SubsidyData:
    """The subsidy pack of six months up to ``month``; refuses ``subsidy_no_runs``. Missing months are named in it."""
    months = _span(month, MONTHS)
    with ctx.database.read() as session:
        heads = [head for head in run_heads(session, workshop_id) if head.counts and head.month in months]
        if not heads:
            raise Refusal("subsidy_no_runs", first=months[0], last=months[-1])
        workshop = _workshop(session, workshop_id)
        sources = [run_source(session, workshop_id, head) for head in heads]
        inside = {one.slip.worker_id for source in sources for one in source.slips}
        return SubsidyData(
            unit=workshop.name,
            credit_code=workshop.credit_code,
            region=workshop.region,
            address=workshop.address,
            leader=workshop.leader,
            phone=workshop.phone,
            month=months[-1],
            months=months,
            issued_on=ctx.today(),
            prepared_by=ctx.user,
            people=_roster(session, workshop_id, inside, month_ends(months[-1])[1]),
            ledgers=tuple(ledger_of(source) for source in sources),
            settled=frozenset(source.month for source in sources if source.kind is RunKind.REGULAR),
            unpaid=tuple(sorted({source.month for source in sources if source.is_open})),
        )


def _roster(session: Session, workshop_id: int, inside: Iterable[int], last: date) -> tuple[RosterRow, ...]:
    """Who was paid in the months, as the records hold them at the last day."""
    wanted = set(inside)
    terms = _in_force(session, workshop_id, PayTerm, last)
    homes = _in_force(session, workshop_id, HouseholdStatus, last)
    workers = session.scalars(select(Worker).where(Worker.workshop_id == workshop_id))
    rows = [_person(one, terms.get(one.id), homes.get(one.id)) for one in workers if one.id in wanted]
    return tuple(sorted(rows, key=lambda row: by_number(row.no)))


def _person(worker: Worker, term: PayTerm | None, home: HouseholdStatus | None) -> RosterRow:
    return RosterRow(
        no=worker.no,
        name=worker.name,
        sex=worker.sex,
        nation=worker.nation,
        id_number=worker.id_number,
        phone=worker.phone,
        village=worker.village,
        household=home.base if home else "",
        monitoring=home.monitoring if home else "",
        relation=term.relation if term else "",
        basis=term.basis if term else "",
        hired_on=worker.hired_on,
        left_on=worker.left_on or "",
        terms_from=term.valid_from if term else "",
    )


def _in_force(session: Session, workshop_id: int, table: Any, last: date) -> dict[int, Any]:  # noqa: ANN401  either
    """The row of each worker in force on a day."""
    own = (table.workshop_id == workshop_id, table.deleted == 0, table.valid_from <= last.isoformat())
    rows = session.scalars(select(table).where(*own).order_by(table.valid_from))
    return {row.worker_id: row for row in rows}
