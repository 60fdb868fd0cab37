"""The day sheet (今日): every worker employed on a day with mark, pieces and suggestions; a fixed number of queries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.attendance import ParsedMark, mark_text
from app.domain.day_sheet import DaySummary, needs_mark, summary
from app.domain.vocabulary import DayKind, Relation
from app.models.goods import PiecePrice, Process, Product
from app.models.people import Worker
from app.models.work import DayClose
from app.services.context import Context
from app.services.day_lookup import (
    calendar_of,
    employed_on,
    marks_on,
    month_locked,
    relations_on,
    suggestions,
)
from app.services.day_pieces import Item, Pieces, Recent, day_pieces, recent_pieces
from app.services.people import pay_terms

COLUMNS = 6
_LAST_DAYS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A choosable item in words, with the price in force that day in 1/10,000 yuan (None: no price yet)."""

    item: Item
    product: str
    process: str
    price_e4: int | None


@dataclass(frozen=True, slots=True)
class PieceCell:
    """A worker's good pieces of an item that day in 1/1000; with several entries the cell is changed under 生产.

    ``look_above``: more than that is over three times the worker's own average; 0 where there is no average yet.
    ``before_milli``: what the worker made of it on the last day with pieces.
    """

    good_milli: int
    entries: int
    look_above: int = 0
    before_milli: int = 0

    @property
    def far_above(self) -> bool:
        """Whether the quantity is worth a second look."""
        return 0 < self.look_above < self.good_milli


@dataclass(frozen=True, slots=True)
class DayRow:
    """A worker's line. ``mark`` is "" while not filled in; ``suggestion`` is what accepting would note.

    ``cells`` stand below the sheet's columns; ``other_milli`` are pieces of further items, ``team_entries`` how many
    team entries the worker shares in; ``own_items`` what he made in the last month, most first; ``before`` the pieces
    of his last day with any within that month, by item.
    """

    worker_id: int
    no: str
    name: str
    relation: Relation | None
    needs_mark: bool
    mark: str
    normal_minutes: int
    extra_minutes: int
    suggestion: str
    cells: tuple[PieceCell, ...]
    other_milli: int
    team_entries: int
    own_items: tuple[Item, ...]
    before: tuple[tuple[Item, int], ...] = ()


@dataclass(frozen=True, slots=True)
class DaySheet:
    """One day of a workshop. ``locked``: the month's payroll is locked, what is typed now differs from it."""

    workshop_id: int
    day: date
    kind: DayKind
    festival: str
    provisional: bool
    closed_by: str | None
    locked: bool
    columns: tuple[ItemRow, ...]
    items: tuple[ItemRow, ...]
    rows: tuple[DayRow, ...]
    summary: DaySummary


def day_sheet(ctx: Context, workshop_id: int, day: date, extra_columns: Sequence[Item] = ()) -> DaySheet:
    """The sheet of a day; ``extra_columns`` are items a person added to the usual ones. Set-based."""
    with ctx.database.read() as session:
        return sheet_in(session, workshop_id, day, extra_columns)


def sheet_in(session: Session, workshop_id: int, day: date, extra_columns: Sequence[Item] = ()) -> DaySheet:
    """The sheet within a transaction."""
    calendar = calendar_of(session, workshop_id, day)
    kind = calendar.kind(day)
    workers = employed_on(session, workshop_id, day)
    relations = relations_on(pay_terms(session, workshop_id), workers, day)
    marks = marks_on(session, workshop_id, day)
    offered = suggestions(session, workshop_id, day, kind, relations)
    pieces = day_pieces(session, workshop_id, day)
    recent = recent_pieces(session, workshop_id, day)
    items = _items(session, workshop_id, day)
    columns = _columns(items, recent, pieces, extra_columns, (day - _LAST_DAYS).isoformat())
    rows = tuple(
        _row(worker, relations[worker.id], (marks.get(worker.id), offered.get(worker.id)), pieces, recent, columns)
        for worker in workers
    )
    counted = [marks.get(each.id) for each in workers if needs_mark(relations[each.id]) or each.id in marks]
    closed = session.get(DayClose, (workshop_id, day.isoformat()))
    return DaySheet(
        workshop_id=workshop_id,
        day=day,
        kind=kind,
        festival=dict(calendar.names).get(day, ""),
        provisional=calendar.provisional,
        closed_by=closed.closed_by if closed is not None and not closed.deleted else None,
        locked=month_locked(session, workshop_id, day.isoformat()[:7]),
        columns=columns,
        items=items,
        rows=rows,
        summary=summary(counted, pieces.total_milli),
    )


def _items(session: Session, workshop_id: int, day: date) -> tuple[ItemRow, ...]:
    """Every process with each grade it has a price for (or none), by product, process and grade."""
    processes = session.execute(
        select(Process.id, Process.name, Product.name.label("product"))
        .join(Product, (Product.workshop_id == workshop_id) & (Product.id == Process.product_id))
        .where(Process.workshop_id == workshop_id, Process.deleted == 0, Product.deleted == 0)
    ).all()
    prices: dict[int, dict[str, int | None]] = defaultdict(dict)
    for price in session.scalars(
        select(PiecePrice)
        .where(PiecePrice.workshop_id == workshop_id, PiecePrice.deleted == 0)
        .order_by(PiecePrice.valid_from)
    ):
        held = prices[price.process_id].get(price.grade)
        prices[price.process_id][price.grade] = price.price_e4 if price.valid_from <= day.isoformat() else held
    rows = [
        ItemRow(Item(row.id, grade), row.product, row.name, price_e4)
        for row in processes
        for grade, price_e4 in (prices.get(row.id) or {"": None}).items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.product, row.process, row.item.grade)))


def _columns(
    items: tuple[ItemRow, ...], recent: Recent, pieces: Pieces, extra: Sequence[Item], since: str
) -> tuple[ItemRow, ...]:
    """The items of today and of the last month, at most ``COLUMNS`` of them, and those a person added.

    Those made since a day a week ago stand first, what is new today last: typing does not move a column.
    """

    def old(item: Item) -> int:
        last = recent.last.get(item, "")
        return 2 if not last else int(last < since)

    today = {item for cells in pieces.cells.values() for item in cells}
    often = sorted([*recent.often(), *sorted(today)], key=lambda item: (item not in today, old(item) % 2))
    wanted = {*list(dict.fromkeys(often))[:COLUMNS], *extra}
    return tuple(sorted((row for row in items if row.item in wanted), key=lambda row: old(row.item)))


def _row(
    worker: Worker,
    relation: Relation | None,
    marks: tuple[ParsedMark | None, ParsedMark | None],
    pieces: Pieces,
    recent: Recent,
    columns: tuple[ItemRow, ...],
) -> DayRow:
    mark, offered = marks
    mine = pieces.cells.get(worker.id, {})
    shown = {column.item for column in columns}
    own = recent.sums.get(worker.id, {})
    return DayRow(
        worker_id=worker.id,
        no=worker.no,
        name=worker.name,
        relation=relation,
        needs_mark=needs_mark(relation),
        mark=mark_text(mark) if mark else "",
        normal_minutes=mark.normal_minutes if mark else 0,
        extra_minutes=mark.extra_minutes if mark else 0,
        suggestion=mark_text(offered) if offered and mark is None else "",
        cells=tuple(_cell(worker.id, column.item, mine, recent) for column in columns),
        other_milli=sum(milli for item, (milli, _) in mine.items() if item not in shown),
        team_entries=pieces.teams.get(worker.id, 0),
        own_items=tuple(sorted(own, key=lambda item: (-own[item][1], item))),
        before=tuple(sorted(recent.before.get(worker.id, {}).items())),
    )


def _cell(worker_id: int, item: Item, mine: Mapping[Item, tuple[int, int]], recent: Recent) -> PieceCell:
    milli, entries = mine.get(item, (0, 0))
    before = recent.before.get(worker_id, {}).get(item, 0)
    return PieceCell(milli, entries, recent.look_above(worker_id, item), before)
