"""A month's payroll input, set-based: a fixed number of statements whatever the headcount; Core rows, no ORM objects.

Rows marked deleted count for nothing. Of two disputed runs of one month neither counts (DESIGN 4).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.calendar import LocalDay, month_calendar
from app.domain.payroll_input import (
    Adjustment,
    Advance,
    Mark,
    MonthInput,
    PieceEntry,
    PieceItem,
    PiecePrice,
    TeamEntry,
    TeamShare,
    WorkshopTerms,
)
from app.domain.rulepack import RulePack, payroll_rules
from app.domain.vocabulary import AdjustmentKind, MarkKind, TimeKind
from app.models import goods, pay, people, work, workshop
from app.models.queries.month_span import AnyRow, MonthSpan, month_span
from app.models.queries.payroll_workers import load_workers
from app.models.queries.runs import run_heads

_MARKS = {kind.value: kind for kind in MarkKind}
_TIMES = {kind.value: kind for kind in TimeKind}

_Numbers = Mapping[tuple[int, str], int]


def load_month(session: Session, workshop_id: int, month: str, packs: Iterable[RulePack]) -> MonthInput:
    """Everything ``compute`` needs of a month; refuses ``month_unreadable``, ``calendar_unknown``, ``pack_missing``."""
    span, known = month_span(session, workshop_id, month), tuple(packs)
    heads = run_heads(session, workshop_id)
    items = _items(span)
    numbers = {(row.process_id, row.grade): number for number, row in enumerate(items, 1)}
    disputed = {head.month for head in heads if head.disputed and month[:4] <= head.month < month}
    return MonthInput(
        month=month,
        workshop=_workshop(span),
        calendar=month_calendar(month, known, _local_days(span)),
        rules=payroll_rules(known, span.last),
        workers=load_workers(span, heads),
        marks=_marks(span),
        items=tuple(PieceItem(number, row.product, row.process, row.grade) for number, row in enumerate(items, 1)),
        prices=_prices(span, numbers),
        pieces=_pieces(span, numbers),
        teams=_teams(span, numbers),
        adjustments=_adjustments(span),
        advances=_advances(span),
        disputed_months=tuple(sorted(disputed)),
    )


def _workshop(span: MonthSpan) -> WorkshopTerms:
    """The wage settings in force at the month's end; no minimum wages where none are."""
    table = workshop.WorkshopTerms
    statement = select(table.monthly_minimum_fen, table.hourly_minimum_fen, table.pays_statutory)
    until = statement.where(table.valid_from <= span.last.isoformat()).order_by(table.valid_from.desc()).limit(1)
    for row in span.rows(until, table):
        return WorkshopTerms(row.monthly_minimum_fen, row.hourly_minimum_fen, bool(row.pays_statutory))
    return WorkshopTerms(None, None)


def _local_days(span: MonthSpan) -> list[LocalDay]:
    table = workshop.CalendarDay
    rows = span.dated(select(table.date, table.name, table.statutory), table)
    return [LocalDay(span.days[row.date], row.name, bool(row.statutory)) for row in rows]


def _marks(span: MonthSpan) -> tuple[Mark, ...]:
    table, days = work.Attendance, span.days
    worker_ids = select(people.Worker.id).where(people.Worker.workshop_id == span.workshop_id)  # leads into the key
    columns = (table.worker_id, table.date, table.mark, table.normal_minutes, table.extra_minutes)
    statement = select(*columns).where(table.worker_id.in_(worker_ids))
    return tuple(
        Mark(worker_id, days[day], _MARKS[mark], normal, extra)
        for worker_id, day, mark, normal, extra in span.dated(statement, table)
    )


def _items(span: MonthSpan) -> list[AnyRow]:
    """Process and grade of every price and of every entry of the month, with the names people know them by."""
    process, product, price, entry = goods.Process, goods.Product, goods.PiecePrice, work.PieceEntry
    priced = select(price.process_id, price.grade).where(price.workshop_id == span.workshop_id, price.deleted == 0)
    entered = span.within(select(entry.process_id, entry.grade), entry).where(
        entry.workshop_id == span.workshop_id, entry.deleted == 0
    )
    used = priced.union(entered).subquery()
    statement = (
        select(used.c.process_id, used.c.grade, process.name.label("process"), product.name.label("product"))
        .join(process, (process.id == used.c.process_id) & (process.workshop_id == span.workshop_id))
        .join(product, (product.id == process.product_id) & (product.workshop_id == span.workshop_id))
        .order_by(product.name, process.name, used.c.grade, used.c.process_id)
    )
    return list(span.session.execute(statement))


def _prices(span: MonthSpan, numbers: _Numbers) -> tuple[PiecePrice, ...]:
    table = goods.PiecePrice
    statement = select(table.process_id, table.grade, table.valid_from, table.price_e4)
    until = statement.where(table.valid_from <= span.last.isoformat())
    return tuple(
        PiecePrice(numbers[row.process_id, row.grade], date.fromisoformat(row.valid_from), row.price_e4)
        for row in span.rows(until, table)
    )


def _pieces(span: MonthSpan, numbers: _Numbers) -> tuple[PieceEntry, ...]:
    """Entries of one worker each; payable = 合格 + 料废."""
    table, days = work.PieceEntry, span.days
    payable = table.good_milli + table.material_scrap_milli
    statement = select(table.worker_id, table.date, table.process_id, table.grade, table.time_kind, payable)
    return tuple(
        PieceEntry(worker_id, days[day], numbers[process_id, grade], _TIMES[kind], quantity)
        for worker_id, day, process_id, grade, kind, quantity in span.dated(
            statement.where(table.worker_id.is_not(None)), table
        )
    )


def _teams(span: MonthSpan, numbers: _Numbers) -> tuple[TeamEntry, ...]:
    """Entries without a worker of their own, with their shares in the order of the names."""
    entry, share = work.PieceEntry, work.TeamShare
    payable = (entry.good_milli + entry.material_scrap_milli).label("payable")
    statement = select(entry.id, entry.date, entry.process_id, entry.grade, entry.time_kind, payable)
    shared = span.within(select(share.entry_id, share.worker_id, share.weight_milli), entry).join(
        entry, (entry.id == share.entry_id) & (entry.workshop_id == share.workshop_id)
    )
    shares: dict[int, list[TeamShare]] = defaultdict(list)
    for row in span.rows(shared.order_by(share.entry_id, share.position, share.worker_id), share):
        shares[row.entry_id].append(TeamShare(row.worker_id, row.weight_milli))
    return tuple(
        TeamEntry(
            entry_id=row.id,
            day=span.days[row.date],
            item_id=numbers[row.process_id, row.grade],
            kind=_TIMES[row.time_kind],
            payable_milli=row.payable,
            shares=tuple(shares[row.id]),
        )
        for row in span.dated(statement.where(entry.worker_id.is_(None)), entry)
    )


def _adjustments(span: MonthSpan) -> tuple[Adjustment, ...]:
    table = pay.Adjustment
    statement = select(table.worker_id, table.kind, table.item, table.amount_fen).where(table.month == span.month)
    rows = span.rows(statement, table)
    return tuple(Adjustment(row.worker_id, AdjustmentKind(row.kind), row.item, row.amount_fen) for row in rows)


def _advances(span: MonthSpan) -> tuple[Advance, ...]:
    table = pay.Advance
    rows = span.dated(select(table.worker_id, table.date, table.amount_fen), table)
    return tuple(Advance(row.worker_id, span.days[row.date], row.amount_fen) for row in rows)
