"""The day sheet (今日): every worker employed on a day with mark, pieces and suggestions; a fixed number of queries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.attendance import ParsedMark, mark_text
from app.domain.day_sheet import DaySummary, needs_mark, summary
from app.domain.vocabulary import DayKind, Relation
from app.models.goods import PiecePrice, Process, Product
from app.models.people import Worker
from app.models.work import DayClose, PieceEntry, TeamShare
from app.services.context import Context
from app.services.day_lookup import (
    LOOK_BACK,
    calendar_of,
    employed_on,
    marks_on,
    month_locked,
    relations_on,
    suggestions,
)
from app.services.people import pay_terms

COLUMNS = 6
_FAR_ABOVE = 3  # times a worker's own average: worth a second look, never a refusal
_AVERAGE_DAYS = 3  # fewer days make no average


class Item(NamedTuple):
    """What pieces are counted by: a process and a grade (empty where there is none)."""

    process_id: int
    grade: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A choosable item in words, with the price in force that day in 1/10,000 yuan (None: no price yet)."""

    item: Item
    product: str
    process: str
    price_e4: int | None


@dataclass(frozen=True, slots=True)
class PieceCell:
    """A worker's good pieces of an item that day in 1/1000; with several entries the cell is changed under 生产."""

    good_milli: int
    entries: int
    far_above: bool = False


@dataclass(frozen=True, slots=True)
class DayRow:
    """A worker's line. ``mark`` is "" while not filled in; ``suggestion`` is what accepting would note.

    ``cells`` stand below the sheet's columns; ``other_milli`` are pieces of further items, ``team_entries`` how many
    team entries the worker shares in; ``own_items`` what he made in the last month, most first.
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
    """The sheet of a day; ``extra_columns`` are items a person added to the usual ones. Set-based, ten statements."""
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
    pieces = _day_pieces(session, workshop_id, day)
    recent = _recent(session, workshop_id, day)
    items = _items(session, workshop_id, day)
    columns = _columns(items, recent, pieces, extra_columns)
    rows = tuple(
        _row(worker, relations[worker.id], (marks.get(worker.id), offered.get(worker.id)), pieces, recent, columns)
        for worker in workers
    )
    counted = [marks.get(worker.id) for worker in workers if needs_mark(relations[worker.id])]
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


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The day's entries: (quantity in 1/1000, entries) by worker and item, team entries by worker, and the sum."""

    cells: Mapping[int, Mapping[Item, tuple[int, int]]]
    teams: Mapping[int, int]
    total_milli: int


@dataclass(frozen=True, slots=True)
class _Recent:
    """The last month before the day: by worker and item the sum in 1/1000 and the number of days."""

    sums: Mapping[int, Mapping[Item, tuple[int, int]]]

    def often(self) -> list[Item]:
        """Items by the number of worker days they were made on, most first."""
        days: dict[Item, int] = defaultdict(int)
        for items in self.sums.values():
            for item, (_, count) in items.items():
                days[item] += count
        return sorted(days, key=lambda item: (-days[item], item))

    def far_above(self, worker_id: int, item: Item, milli: int) -> bool:
        """Whether a day's quantity is over three times the worker's average of at least three days."""
        total, days = self.sums.get(worker_id, {}).get(item, (0, 0))
        return days >= _AVERAGE_DAYS and milli * days > _FAR_ABOVE * total


def _day_pieces(session: Session, workshop_id: int, day: date) -> _Pieces:
    entries = session.execute(
        select(
            PieceEntry.id, PieceEntry.worker_id, PieceEntry.process_id, PieceEntry.grade, PieceEntry.good_milli
        ).where(PieceEntry.workshop_id == workshop_id, PieceEntry.date == day.isoformat(), PieceEntry.deleted == 0)
    ).all()
    cells: dict[int, dict[Item, tuple[int, int]]] = defaultdict(dict)
    for row in entries:
        if row.worker_id is not None:
            item = Item(row.process_id, row.grade)
            milli, count = cells[row.worker_id].get(item, (0, 0))
            cells[row.worker_id][item] = (milli + row.good_milli, count + 1)
    teams = [row.id for row in entries if row.worker_id is None]
    return _Pieces(cells, _team_names(session, workshop_id, teams), sum(row.good_milli for row in entries))


def _team_names(session: Session, workshop_id: int, entries: list[int]) -> dict[int, int]:
    if not entries:
        return {}
    rows = session.execute(
        select(TeamShare.worker_id, func.count().label("shares"))
        .where(TeamShare.workshop_id == workshop_id, TeamShare.entry_id.in_(entries), TeamShare.deleted == 0)
        .group_by(TeamShare.worker_id)
    )
    return {row.worker_id: row.shares for row in rows}


def _recent(session: Session, workshop_id: int, day: date) -> _Recent:
    rows = session.execute(
        select(
            PieceEntry.worker_id,
            PieceEntry.process_id,
            PieceEntry.grade,
            func.sum(PieceEntry.good_milli).label("milli"),
            func.count(PieceEntry.date.distinct()).label("days"),
        )
        .where(
            PieceEntry.workshop_id == workshop_id,
            PieceEntry.deleted == 0,
            PieceEntry.worker_id.is_not(None),
            PieceEntry.date >= (day - LOOK_BACK).isoformat(),
            PieceEntry.date < day.isoformat(),
        )
        .group_by(PieceEntry.worker_id, PieceEntry.process_id, PieceEntry.grade)
    )
    sums: dict[int, dict[Item, tuple[int, int]]] = defaultdict(dict)
    for row in rows:
        sums[row.worker_id][Item(row.process_id, row.grade)] = (row.milli, row.days)
    return _Recent(sums)


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
    items: tuple[ItemRow, ...], recent: _Recent, pieces: _Pieces, extra: Sequence[Item]
) -> tuple[ItemRow, ...]:
    """The items of today and of the last month, at most ``COLUMNS`` of them, and those a person added."""
    today = {item for cells in pieces.cells.values() for item in cells}
    often = [*recent.often(), *sorted(today)]
    wanted = {*dict.fromkeys(sorted(often, key=lambda item: item not in today)[:COLUMNS]), *extra}
    return tuple(row for row in items if row.item in wanted)


def _row(
    worker: Worker,
    relation: Relation | None,
    marks: tuple[ParsedMark | None, ParsedMark | None],
    pieces: _Pieces,
    recent: _Recent,
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
    )


def _cell(worker_id: int, item: Item, mine: Mapping[Item, tuple[int, int]], recent: _Recent) -> PieceCell:
    milli, entries = mine.get(item, (0, 0))
    return PieceCell(milli, entries, recent.far_above(worker_id, item, milli))
