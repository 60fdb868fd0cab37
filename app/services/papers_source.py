"""From a run, or a month not locked yet, to what its papers hold: one reading for ledger, slips, board and the rest."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.domain.calendar import month_ends
from app.domain.ledger import agreed_date
from app.domain.messages import Word
from app.domain.messages.text import listing
from app.domain.papers.source import PaidSlip, Source
from app.domain.payroll import compute
from app.domain.payroll_json import chain_code, check_code
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind
from app.models.people import Worker
from app.models.queries.runs import RunHead
from app.models.workshop import Workshop, WorkshopTerms
from app.services.payment_rows import payment_rows
from app.services.payroll_runs import find_run, load_input, standing_runs
from app.services.payroll_store import stored_slips

_HALF = 15
_DRAFTED = frozenset({RunKind.REGULAR, RunKind.FIRST_HALF})


def month_source(
    session: Session, workshop_id: int, month: str, kind: RunKind | None = None, run_id: int | None = None
) -> Source:
    """The standing run of a month to print: by its id, by its kind, else the regular one, else its draft.

    A settlement or correction is of named workers and has no draft of its own.

    Refuses ``payroll_run_missing``, ``paper_run_given_up``, ``paper_run_of_kind_missing`` and ``paper_run_several``.
    """
    if run_id is not None:
        return run_source(session, workshop_id, _standing(session, workshop_id, month, run_id))
    wanted = kind or RunKind.REGULAR
    found = standing_runs(session, workshop_id, month, wanted)
    if len(found) > 1 and wanted is not RunKind.REGULAR:
        raise Refusal("paper_run_several", month=month, runs=listing(str(head.run_id) for head in found))
    if found:
        return run_source(session, workshop_id, found[0])
    if wanted not in _DRAFTED:
        raise Refusal("paper_run_of_kind_missing", month=month, kind=Word(f"run_kind_{wanted}"))
    return draft_source(session, workshop_id, month, wanted)


def _standing(session: Session, workshop_id: int, month: str, run_id: int) -> RunHead:
    head = find_run(session, workshop_id, run_id)
    if head.month != month:
        raise Refusal("payroll_run_missing")
    if not head.stands:
        raise Refusal("paper_run_given_up", month=head.month)
    return head


def run_source(session: Session, workshop_id: int, head: RunHead) -> Source:
    """A locked run as it was frozen; numbers in full."""
    kind = RunKind(head.kind)
    first, last = month_ends(head.month)
    workshop = _workshop(session, workshop_id)
    return Source(
        workshop_id=workshop_id,
        unit=workshop.name,
        credit_code=workshop.credit_code,
        month=head.month,
        kind=kind,
        run_id=head.run_id,
        first_day=first,
        last_day=_last_day(kind, last),
        pay_date=_agreed(session, workshop_id, head, kind),
        slips=tuple(_paid_slips(session, workshop_id, head.run_id)),
        packs=tuple(head.packs.splitlines()),
        check_code=check_code(head.snapshot_hash),
        chain_code=chain_code(head.chain_head),
        prepared_by=head.locked_by,
        leader=workshop.leader,
        phone=workshop.phone,
        disputed=head.disputed,
    )


def _paid_slips(session: Session, workshop_id: int, run_id: int) -> Iterator[PaidSlip]:
    """A run's slips as locked, with when they were paid; an ID number or phone that was blank at the lock is filled
    from the records of today, and marked so.

    No ledger lacks for ever what 条例 15 asks for; what the lock did freeze stays.
    """
    now = present(session, workshop_id)
    rows = {row.worker_id: row for row in payment_rows(session, workshop_id, run_id)}
    for one in stored_slips(session, workshop_id, run_id):
        known, row = now[one.slip.worker_id], rows[one.slip.worker_id]
        added = {name for name in ("id_number", "phone") if not getattr(one, name).strip() and getattr(known, name)}
        id_number, phone = (getattr(known if name in added else one, name) for name in ("id_number", "phone"))
        paid = tuple(entry.paid_on for entry in row.entries if entry.returned_on is None)
        yield PaidSlip(one.slip, id_number, phone, one.bank, one.account, frozenset(added), paid, row.open_fen > 0)


def present(session: Session, workshop_id: int) -> dict[int, Row[int, str, str, str]]:
    """Who the workshop's workers are today: name, ID number and phone by worker id."""
    columns = select(Worker.id, Worker.name, Worker.id_number, Worker.phone)
    return {row.id: row for row in session.execute(columns.where(Worker.workshop_id == workshop_id))}


def draft_source(session: Session, workshop_id: int, month: str, kind: RunKind = RunKind.REGULAR) -> Source:
    """A month not locked yet, computed from today's records: its papers bear 草稿/DRAFT and no check code."""
    given = load_input(session, workshop_id, month, kind)
    draft = compute(given)
    known = {worker.worker_id: worker for worker in given.workers}
    first, last = month_ends(month)
    workshop = _workshop(session, workshop_id)
    people = [(slip, known[slip.worker_id]) for slip in draft.slips]
    return Source(
        workshop_id=workshop_id,
        unit=workshop.name,
        credit_code=workshop.credit_code,
        month=month,
        kind=kind,
        run_id=0,
        first_day=first,
        last_day=_last_day(kind, last),
        pay_date=agreed_date(month, given.workshop.pay_day) if kind is RunKind.REGULAR else _last_day(kind, last),
        slips=tuple(PaidSlip(slip, one.id_number, one.phone, one.bank, one.bank_account) for slip, one in people),
        packs=draft.packs,
        leader=workshop.leader,
        phone=workshop.phone,
    )


def _agreed(session: Session, workshop_id: int, head: RunHead, kind: RunKind) -> date | None:
    """When a run was to be paid: a month on the pay day frozen by its lock (today's settings' where none was set then),
    a first half when its fifteen days end (劳动合同法 72), a settlement or correction at once (工资支付暂行规定 9).
    """
    if kind is RunKind.FIRST_HALF:
        return _last_day(kind, month_ends(head.month)[1])
    if kind is not RunKind.REGULAR:
        return head.locked_on
    return date.fromisoformat(head.pay_date) if head.pay_date else _settings_date(session, workshop_id, head.month)


def _last_day(kind: RunKind, last: date) -> date:
    """The last day a kind of run pays for."""
    return last.replace(day=_HALF) if kind is RunKind.FIRST_HALF else last


def _workshop(session: Session, workshop_id: int) -> Workshop:
    return session.execute(select(Workshop).where(Workshop.workshop_id == workshop_id)).scalar_one()


def _settings_date(session: Session, workshop_id: int, month: str) -> date | None:
    """The pay day of a month by the settings of today; None where the workshop has set none."""
    pay_day = session.scalar(
        select(WorkshopTerms.pay_day)
        .where(
            WorkshopTerms.workshop_id == workshop_id,
            WorkshopTerms.deleted == 0,
            WorkshopTerms.valid_from <= month_ends(month)[1].isoformat(),
        )
        .order_by(WorkshopTerms.valid_from.desc())
        .limit(1)
    )
    return agreed_date(month, pay_day)
