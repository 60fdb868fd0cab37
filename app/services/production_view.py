"""Production as it is looked at: piece entries of a month or a span and what they come to; sums by the database.

A team entry's pieces are shared out to its workers by weight, entry by entry, with the largest remainder (RULES 1), so
that the sums by worker come to the sums of the entries.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select, union
from sqlalchemy.orm import Session

from app.domain.money import split
from app.domain.refusal import Refusal
from app.domain.vocabulary import TimeKind
from app.models.goods import PiecePrice, Process, Product
from app.models.people import Worker
from app.models.queries.pay_balances import locked_months
from app.models.work import PieceEntry, TeamShare
from app.services.context import Context
from app.services.people import number_order

MOST_ROWS = 3_000
"""Entries listed at once, the newest; the sums are of all."""
MOST_YEARS = 10
_KINDS = {kind.value: kind for kind in TimeKind}
_QUANTITIES = (
    PieceEntry.good_milli,
    PieceEntry.rework_milli,
    PieceEntry.worker_scrap_milli,
    PieceEntry.material_scrap_milli,
)


@dataclass(frozen=True, slots=True)
class Share:
    """Who made an entry; ``weight_milli`` (1/1000) is his share of a team's, 1000 of his own."""

    worker_id: int
    no: str
    name: str
    weight_milli: int


@dataclass(frozen=True, slots=True)
class PieceRow:
    """A piece entry, quantities in 1/1000; ``price_e4`` is the price in force on its day in 1/10,000 yuan, if any."""

    entry_id: int
    day: date
    team: bool
    process_id: int
    code: str
    product: str
    process: str
    grade: str
    time_kind: TimeKind
    good_milli: int
    rework_milli: int
    worker_scrap_milli: int
    material_scrap_milli: int
    source: str
    price_e4: int | None
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class PieceSums:
    """What entries come to, in 1/1000; ``unpriced`` of them have no price in force on their day."""

    entries: int = 0
    good_milli: int = 0
    rework_milli: int = 0
    worker_scrap_milli: int = 0
    material_scrap_milli: int = 0
    unpriced: int = 0

    @property
    def scrap_milli(self) -> int:
        """Both scraps."""
        return self.worker_scrap_milli + self.material_scrap_milli

    @property
    def all_milli(self) -> int:
        """Everything that was made, good or not."""
        return self.good_milli + self.rework_milli + self.scrap_milli


@dataclass(frozen=True, slots=True)
class ProductionView:
    """The entries of a span, newest first, at most MOST_ROWS; ``sums`` are of all of them.

    ``people`` is how many workers made something, by themselves or in a team; ``locked`` the span's locked months.
    """

    first: date
    last: date
    rows: tuple[PieceRow, ...]
    sums: PieceSums
    people: int
    locked: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether every entry is listed."""
        return len(self.rows) == self.sums.entries


@dataclass(frozen=True, slots=True)
class GroupSums:
    """The sums of a day, a worker or an item; ``teams`` is how many of the entries are a team's.

    ``no`` and ``name``: a worker's, or an item's code and title; a day's date is the name. Both are empty for team
    entries that nobody has a share in (a merge can leave one behind).
    """

    no: str
    name: str
    teams: int
    sums: PieceSums


@dataclass(frozen=True, slots=True)
class WorkerChoice:
    """A worker an entry can be of, with the days of his employment."""

    worker_id: int
    no: str
    name: str
    hired: date
    left: date | None

    def employed(self, day: date) -> bool:
        """Whether the employment includes a day."""
        return self.hired <= day and (self.left is None or day <= self.left)


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """What pieces are counted by: a process of a product and a grade ("" where there is none)."""

    process_id: int
    grade: str
    code: str
    product: str
    process: str


@dataclass(frozen=True, slots=True)
class PieceChoices:
    """What may be chosen when an entry is typed in."""

    workers: tuple[WorkerChoice, ...]
    items: tuple[ItemChoice, ...]


# ------------------------------------------------------------------ looking at a span


def production_between(ctx: Context, workshop_id: int, first: date, last: date) -> ProductionView:
    """The piece entries of a span; refuses ``sales_span_wrong`` and ``sales_span_long``. A fixed number of queries."""
    _check_span(first, last)
    with ctx.database.read() as session:
        query = _lines(workshop_id).where(*_within(workshop_id, first, last))
        found = session.execute(query.order_by(PieceEntry.date.desc(), PieceEntry.id.desc()).limit(MOST_ROWS)).all()
        since = date.fromisoformat(found[-1].date) if found else first
        teams = _shares(session, workshop_id, _within(workshop_id, since, last))
        rows = tuple(_row(values, teams) for values in found)
        sums = _sums_of(session.execute(_with_firsts(workshop_id, first, last)).one())
        months = tuple(one for one in locked_months(session, workshop_id) if str(first)[:7] <= one <= str(last)[:7])
        return ProductionView(first, last, rows, sums, _people(session, workshop_id, first, last), months)


def one_entry(session: Session, workshop_id: int, entry_id: int) -> PieceRow:
    """An entry within a transaction."""
    own = (PieceEntry.workshop_id == workshop_id, PieceEntry.id == entry_id)
    values = session.execute(_lines(workshop_id).where(*own)).one()
    return _row(values, _shares(session, workshop_id, own))


def day_sums(ctx: Context, workshop_id: int, first: date, last: date) -> tuple[GroupSums, ...]:
    """What each day of a span came to, the newest first; one statement."""
    _check_span(first, last)
    with ctx.database.read() as session:
        query = _with_firsts(workshop_id, first, last, PieceEntry.date, _teams()).group_by(PieceEntry.date)
        rows = session.execute(query.order_by(PieceEntry.date.desc()))
        return tuple(GroupSums("", row[0], row[1], _sums_of(row[2:])) for row in rows)


def item_sums(ctx: Context, workshop_id: int, first: date, last: date) -> tuple[GroupSums, ...]:
    """What each product, process and grade came to in a span, the most good pieces first; one statement."""
    _check_span(first, last)
    columns = (Product.code, Product.name, Process.name, PieceEntry.grade, _teams())
    with ctx.database.read() as session:
        query = _with_firsts(workshop_id, first, last, *columns)
        query = query.join(Process, _process_of()).join(Product, _product_of())
        rows = session.execute(query.group_by(PieceEntry.process_id, PieceEntry.grade))
        found = [GroupSums(row[0], item_title(row[1], row[2], row[3]), row[4], _sums_of(row[5:])) for row in rows]
    return tuple(sorted(found, key=lambda one: (-one.sums.good_milli, one.no, one.name)))


def worker_sums(ctx: Context, workshop_id: int, first: date, last: date) -> tuple[GroupSums, ...]:
    """What each worker made in a span, his shares of team entries among it, by number; a fixed number of queries."""
    _check_span(first, last)
    with ctx.database.read() as session:
        query = _with_firsts(workshop_id, first, last, PieceEntry.worker_id)
        query = query.where(PieceEntry.worker_id.is_not(None)).group_by(PieceEntry.worker_id)
        own = {row[0]: list(row[1:]) for row in session.execute(query)}
        shared = _shared_out(session, workshop_id, first, last)
        names = _names(session, workshop_id, own.keys() | (shared.keys() - {0}))
    found = []
    for worker_id in {*own, *shared}:
        teams = shared.get(worker_id, [0] * 6)
        both = [mine + ours for mine, ours in zip(own.get(worker_id, [0] * 6), teams, strict=True)]
        no, name = names.get(worker_id, ("", ""))
        found.append(GroupSums(no, name, teams[0], _sums_of(both)))
    return tuple(sorted(found, key=lambda one: (not one.name, number_order(one.no))))


def piece_choices(ctx: Context, workshop_id: int) -> PieceChoices:
    """All workers by number, and each process with the grades it has prices for. Three statements."""
    with ctx.database.read() as session:
        workers = session.execute(
            select(Worker.id, Worker.no, Worker.name, Worker.hired_on, Worker.left_on).where(
                Worker.workshop_id == workshop_id, Worker.deleted == 0
            )
        ).all()
        processes = session.execute(
            select(Process.id, Product.code, Product.name, Process.name)
            .join(Product, _product_of())
            .where(Process.workshop_id == workshop_id, Process.deleted == 0, Product.deleted == 0)
        ).all()
        graded = session.execute(
            select(PiecePrice.process_id, PiecePrice.grade)
            .where(PiecePrice.workshop_id == workshop_id, PiecePrice.deleted == 0)
            .distinct()
        ).all()
    grades: dict[int, list[str]] = defaultdict(list)
    for process_id, grade in graded:
        grades[process_id].append(grade)
    people = [WorkerChoice(row[0], row[1], row[2], date.fromisoformat(row[3]), _day(row[4])) for row in workers]
    items = [
        ItemChoice(process_id, grade, code, product, process)
        for process_id, code, product, process in processes
        for grade in sorted(grades.get(process_id, [""]))
    ]
    return PieceChoices(
        tuple(sorted(people, key=lambda one: number_order(one.no))),
        tuple(sorted(items, key=lambda one: (one.product, one.process, one.grade))),
    )


def item_title(product: str, process: str, grade: str) -> str:
    """彝绣挎包·刺绣·A."""
    return "·".join(part for part in (product, process, grade) if part)


# ------------------------------------------------------------------ below them


def _check_span(first: date, last: date) -> None:
    if first > last:
        raise Refusal("sales_span_wrong", first=first, last=last)
    if last.year - first.year > MOST_YEARS:
        raise Refusal("sales_span_long", years=MOST_YEARS)


def _within(workshop_id: int, first: date, last: date) -> tuple[ColumnElement[bool], ...]:
    return (
        PieceEntry.workshop_id == workshop_id,
        PieceEntry.deleted == 0,
        PieceEntry.date >= first.isoformat(),
        PieceEntry.date <= last.isoformat(),
    )


def _process_of() -> ColumnElement[bool]:
    return (Process.workshop_id == PieceEntry.workshop_id) & (Process.id == PieceEntry.process_id)


def _product_of() -> ColumnElement[bool]:
    return (Product.workshop_id == Process.workshop_id) & (Product.id == Process.product_id)


def _teams() -> ColumnElement[int]:
    return func.coalesce(func.sum(case((PieceEntry.worker_id.is_(None), 1), else_=0)), 0)


def _lines(workshop_id: int) -> Select[*tuple[Any, ...]]:
    """Entries as ``_row`` reads them; the price is that in force on the entry's day."""
    price = (
        select(PiecePrice.price_e4)
        .where(
            PiecePrice.workshop_id == PieceEntry.workshop_id,
            PiecePrice.process_id == PieceEntry.process_id,
            PiecePrice.grade == PieceEntry.grade,
            PiecePrice.valid_from <= PieceEntry.date,
            PiecePrice.deleted == 0,
        )
        .order_by(PiecePrice.valid_from.desc())
        .limit(1)
        .correlate(PieceEntry)
        .scalar_subquery()
    )
    worker = (Worker.workshop_id == PieceEntry.workshop_id) & (Worker.id == PieceEntry.worker_id)
    columns = (
        PieceEntry.id, PieceEntry.date, PieceEntry.worker_id, Worker.no, Worker.name.label("worker"),
        PieceEntry.process_id, Product.code, Product.name.label("product"), Process.name.label("process"),
        PieceEntry.grade, PieceEntry.time_kind, *_QUANTITIES, PieceEntry.source, price.label("price_e4"),
    )  # fmt: skip
    joined = select(*columns).join(Process, _process_of()).join(Product, _product_of()).outerjoin(Worker, worker)
    return joined.where(PieceEntry.workshop_id == workshop_id)


def _row(values: Sequence[Any], teams: dict[int, list[Share]]) -> PieceRow:
    """A row of ``_lines``; taken apart by place, which costs a third of names."""
    (
        entry_id, day, worker_id, no, worker, process_id, code, product, process, grade, kind, good, rework,
        worker_scrap, material_scrap, source, price_e4,
    ) = values  # fmt: skip
    shares = tuple(teams.get(entry_id, ())) if worker_id is None else (Share(worker_id, no, worker, 1000),)
    return PieceRow(
        entry_id, date.fromisoformat(day), worker_id is None, process_id, code, product, process, grade, _KINDS[kind],
        good, rework, worker_scrap, material_scrap, source, price_e4, shares,
    )  # fmt: skip


def _shares(session: Session, workshop_id: int, entries: Iterable[ColumnElement[bool]]) -> dict[int, list[Share]]:
    """Who shares in the team entries meant, by entry, in the order of the names."""
    rows = session.execute(
        select(TeamShare.entry_id, TeamShare.worker_id, Worker.no, Worker.name, TeamShare.weight_milli)
        .join(PieceEntry, (PieceEntry.workshop_id == TeamShare.workshop_id) & (PieceEntry.id == TeamShare.entry_id))
        .join(Worker, (Worker.workshop_id == TeamShare.workshop_id) & (Worker.id == TeamShare.worker_id))
        .where(TeamShare.workshop_id == workshop_id, TeamShare.deleted == 0, PieceEntry.worker_id.is_(None))
        .where(*entries)
        .order_by(TeamShare.entry_id, TeamShare.position, TeamShare.worker_id)
    )
    found: dict[int, list[Share]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(Share(row[1], row[2], row[3], row[4]))
    return found


def _with_firsts(workshop_id: int, first: date, last: date, *columns: Any) -> Select[*tuple[Any, ...]]:  # noqa: ANN401
    """The columns and the sums of a span; an entry before its item's first price has none."""
    own = (PiecePrice.workshop_id == workshop_id, PiecePrice.deleted == 0)
    begun = select(PiecePrice.process_id, PiecePrice.grade, func.min(PiecePrice.valid_from).label("begins"))
    price = begun.where(*own).group_by(PiecePrice.process_id, PiecePrice.grade).subquery()
    same = (price.c.process_id == PieceEntry.process_id) & (price.c.grade == PieceEntry.grade)
    bare = case((price.c.begins.is_(None) | (price.c.begins > PieceEntry.date), 1), else_=0)
    sums = (func.coalesce(func.sum(one), 0) for one in (*_QUANTITIES, bare))
    query = select(*columns, func.count(), *sums).select_from(PieceEntry).outerjoin(price, same)
    return query.where(*_within(workshop_id, first, last))


def _sums_of(values: Sequence[int]) -> PieceSums:
    entries, good, rework, worker_scrap, material_scrap, unpriced = values
    return PieceSums(entries, good, rework, worker_scrap, material_scrap, unpriced)


def _people(session: Session, workshop_id: int, first: date, last: date) -> int:
    within = _within(workshop_id, first, last)
    alone = select(PieceEntry.worker_id).where(*within, PieceEntry.worker_id.is_not(None))
    same = (PieceEntry.workshop_id == TeamShare.workshop_id) & (PieceEntry.id == TeamShare.entry_id)
    team = select(TeamShare.worker_id).join(PieceEntry, same)
    team = team.where(*within, PieceEntry.worker_id.is_(None), TeamShare.deleted == 0)
    return session.scalars(select(func.count()).select_from(union(alone, team).subquery())).one()


def _shared_out(session: Session, workshop_id: int, first: date, last: date) -> dict[int, list[int]]:
    """By worker the entries and quantities of his shares in team entries; 0 for what nobody has a share in."""
    same = (TeamShare.workshop_id == PieceEntry.workshop_id) & (TeamShare.entry_id == PieceEntry.id)
    rows = session.execute(
        select(PieceEntry.id, *_QUANTITIES, TeamShare.worker_id, TeamShare.weight_milli)
        .outerjoin(TeamShare, same & (TeamShare.deleted == 0))
        .where(*_within(workshop_id, first, last), PieceEntry.worker_id.is_(None))
        .order_by(PieceEntry.id, TeamShare.position, TeamShare.worker_id)
    )
    found: dict[int, list[int]] = defaultdict(lambda: [0] * 6)
    for _, group in groupby(rows, key=lambda row: row[0]):
        members = list(group)
        workers, weights = [row[5] or 0 for row in members], [row[6] or 0 for row in members]
        if not sum(weights):
            workers, weights = [0], [1]
        for at, milli in enumerate(members[0][1:5], 1):
            for worker_id, part in zip(workers, split(milli, weights), strict=True):
                found[worker_id][at] += part
        for worker_id in workers:
            found[worker_id][0] += 1
    return dict(found)


def _names(session: Session, workshop_id: int, workers: Iterable[int]) -> dict[int, tuple[str, str]]:
    own = (Worker.workshop_id == workshop_id, Worker.id.in_(list(workers)))
    rows = session.execute(select(Worker.id, Worker.no, Worker.name).where(*own))
    return {row[0]: (row[1], row[2]) for row in rows}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
