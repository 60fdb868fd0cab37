"""Single rows behind one worker's slip, which a month's input holds only summed up."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.explanation import YearRow, said
from app.domain.pay_balance import Due
from app.domain.vocabulary import Relation, TimeKind
from app.models import goods, work
from app.models.pay import Advance, SlipRow
from app.models.people import Opening
from app.models.queries.month_span import month_span
from app.models.queries.runs import run_heads

_WAGES = (Relation.FULL_TIME.value, Relation.PART_TIME.value)


@dataclass(frozen=True, slots=True)
class DayEntry:
    """One piece entry of a worker: when, what as people read it, and payable pieces (合格 + 料废) in 1/1000."""

    day: date
    product: str
    process: str
    grade: str
    kind: TimeKind
    payable_milli: int


def day_entries(session: Session, workshop_id: int, worker_id: int, month: str) -> tuple[DayEntry, ...]:
    """A worker's own piece entries of a month, each by itself."""
    span, entry, process, product = (
        month_span(session, workshop_id, month),
        work.PieceEntry,
        goods.Process,
        goods.Product,
    )
    payable = entry.good_milli + entry.material_scrap_milli
    statement = (
        select(entry.date, product.name, process.name, entry.grade, entry.time_kind, payable)
        .join(process, (process.workshop_id == entry.workshop_id) & (process.id == entry.process_id))
        .join(product, (product.workshop_id == process.workshop_id) & (product.id == process.product_id))
        .where(entry.worker_id == worker_id)
        .order_by(entry.date, entry.id)
    )
    return tuple(
        DayEntry(span.days[day], made, step, grade, TimeKind(kind), count)
        for day, made, step, grade, kind, count in span.dated(statement, entry)
    )


def year_before(session: Session, workshop_id: int, worker_id: int, month: str) -> tuple[YearRow, ...]:
    """The worker's wage months of the tax year before a month, after the opening, as all slips that count sum up."""
    runs = {
        head.run_id: head.month
        for head in run_heads(session, workshop_id)
        if head.counts and month[:4] <= head.month < month
    }
    own = (SlipRow.workshop_id == workshop_id, SlipRow.worker_id == worker_id, SlipRow.deleted == 0)
    columns = (SlipRow.run_id, SlipRow.gross_fen, SlipRow.social_fen, SlipRow.additional_fen, SlipRow.tax_fen)
    statement = select(*columns).where(*own, SlipRow.run_id.in_(list(runs)), SlipRow.relation.in_(_WAGES))
    since = _opened(session, workshop_id, worker_id, month)
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for run_id, *figures in session.execute(statement):
        if runs[run_id] >= since:
            sums[runs[run_id]] = [one + more for one, more in zip(sums[runs[run_id]], figures, strict=True)]
    return tuple(YearRow(said("explain_month", month=one), *sums[one]) for one in sorted(sums))


def _opened(session: Session, workshop_id: int, worker_id: int, month: str) -> str:
    """The month the worker's last opening comes before; empty for none."""
    own = (Opening.workshop_id == workshop_id, Opening.worker_id == worker_id, Opening.deleted == 0)
    statement = select(Opening.before_month).where(*own, Opening.before_month <= month)
    return session.scalar(statement.order_by(Opening.before_month.desc()).limit(1)) or ""


def advances_before(session: Session, workshop_id: int, worker_id: int, month: str) -> tuple[tuple[Due, date], ...]:
    """A worker's advances of earlier months after the opening, with the day each was paid out, oldest first."""
    own = (Advance.workshop_id == workshop_id, Advance.worker_id == worker_id, Advance.deleted == 0)
    columns = (Advance.id, Advance.date, Advance.amount_fen, Advance.monthly_fen)
    since = _opened(session, workshop_id, worker_id, month)
    rows = session.execute(
        select(*columns).where(*own, Advance.date < f"{month}-01", Advance.date >= since).order_by(Advance.date)
    )
    return tuple((Due(key, day[:7], fen, monthly), date.fromisoformat(day)) for key, day, fen, monthly in rows)
