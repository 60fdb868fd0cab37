"""What piece entries come to in a span: in all, by day, by worker and by product and process; sums by the database.

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
from app.models.goods import PiecePrice, Process, Product
from app.models.people import Worker
from app.models.work import PieceEntry, TeamShare
from app.services.context import Context
from app.services.people import number_order
from app.services.production_entries import QUANTITIES, item_title, process_of, product_of
from app.services.spans import check_span, within


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
class GroupSums:
    """The sums of a day, a worker or an item; ``teams`` is how many of the entries are a team's.

    ``no`` and ``name``: a worker's, or an item's code and title; a day's date is the name. Both are empty for team
    entries that nobody has a share in (a merge can leave one behind).
    """

    no: str
    name: str
    teams: int
    sums: PieceSums


def day_sums(ctx: Context, workshop_id: int, first: date, last: date) -> tuple[GroupSums, ...]:
    """What each day of a span came to, the newest first; one statement."""
    check_span(first, last)
    with ctx.database.read() as session:
        query = _with_firsts(workshop_id, first, last, PieceEntry.date, _teams()).group_by(PieceEntry.date)
        rows = session.execute(query.order_by(PieceEntry.date.desc()))
        return tuple(GroupSums("", row[0], row[1], _sums_of(row[2:])) for row in rows)


def item_sums(ctx: Context, workshop_id: int, first: date, last: date) -> tuple[GroupSums, ...]:
    """What each product, process and grade came to in a span, the most good pieces first; one statement."""
    check_span(first, last)
    columns = (Product.code, Product.name, Process.name, PieceEntry.grade, _teams())
    with ctx.database.read() as session:
        query = _with_firsts(workshop_id, first, last, *columns)
        query = query.join(Process, process_of()).join(Product, product_of())
        rows = session.execute(query.group_by(PieceEntry.process_id, PieceEntry.grade))
        found = [GroupSums(row[0], item_title(row[1], row[2], row[3]), row[4], _sums_of(row[5:])) for row in rows]
    return tuple(sorted(found, key=lambda one: (-one.sums.good_milli, one.no, one.name)))


def worker_sums(ctx: Context, workshop_id: int, first: date, last: date) -> tuple[GroupSums, ...]:
    """What each worker made in a span, his shares of team entries among it, by number; a fixed number of queries."""
    check_span(first, last)
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


def span_sums(session: Session, workshop_id: int, first: date, last: date) -> PieceSums:
    """What all entries of a span come to, within a transaction."""
    return _sums_of(session.execute(_with_firsts(workshop_id, first, last)).one())


def people_in(session: Session, workshop_id: int, first: date, last: date) -> int:
    """How many workers made something in a span, by themselves or in a team, within a transaction."""
    rows = within(PieceEntry, workshop_id, first, last)
    alone = select(PieceEntry.worker_id).where(*rows, PieceEntry.worker_id.is_not(None))
    same = (PieceEntry.workshop_id == TeamShare.workshop_id) & (PieceEntry.id == TeamShare.entry_id)
    team = select(TeamShare.worker_id).join(PieceEntry, same)
    team = team.where(*rows, PieceEntry.worker_id.is_(None), TeamShare.deleted == 0)
    return session.scalars(select(func.count()).select_from(union(alone, team).subquery())).one()


def _teams() -> ColumnElement[int]:
    return func.coalesce(func.sum(case((PieceEntry.worker_id.is_(None), 1), else_=0)), 0)


def _with_firsts(workshop_id: int, first: date, last: date, *columns: Any) -> Select[*tuple[Any, ...]]:  # noqa: ANN401
    """The columns and the sums of a span; an entry before its item's first price has none."""
    own = (PiecePrice.workshop_id == workshop_id, PiecePrice.deleted == 0)
    begun = select(PiecePrice.process_id, PiecePrice.grade, func.min(PiecePrice.valid_from).label("begins"))
    price = begun.where(*own).group_by(PiecePrice.process_id, PiecePrice.grade).subquery()
    same = (price.c.process_id == PieceEntry.process_id) & (price.c.grade == PieceEntry.grade)
    bare = case((price.c.begins.is_(None) | (price.c.begins > PieceEntry.date), 1), else_=0)
    sums = (func.coalesce(func.sum(one), 0) for one in (*QUANTITIES, bare))
    query = select(*columns, func.count(), *sums).select_from(PieceEntry).outerjoin(price, same)
    return query.where(*within(PieceEntry, workshop_id, first, last))


def _sums_of(values: Sequence[int]) -> PieceSums:
    entries, good, rework, worker_scrap, material_scrap, unpriced = values
    return PieceSums(entries, good, rework, worker_scrap, material_scrap, unpriced)


def _shared_out(session: Session, workshop_id: int, first: date, last: date) -> dict[int, list[int]]:
    """By worker the entries and quantities of his shares in team entries; 0 for what nobody has a share in."""
    same = (TeamShare.workshop_id == PieceEntry.workshop_id) & (TeamShare.entry_id == PieceEntry.id)
    rows = session.execute(
        select(PieceEntry.id, *QUANTITIES, TeamShare.worker_id, TeamShare.weight_milli)
        .outerjoin(TeamShare, same & (TeamShare.deleted == 0))
        .where(*within(PieceEntry, workshop_id, first, last), PieceEntry.worker_id.is_(None))
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
