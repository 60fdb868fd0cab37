"""Piece entries as they are listed: one row each, with who made it and the price in force on its day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from app.domain.vocabulary import TimeKind
from app.models.goods import PiecePrice, Process, Product
from app.models.people import Worker
from app.models.work import PieceEntry, TeamShare

_KINDS = {kind.value: kind for kind in TimeKind}
QUANTITIES = (
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


def one_entry(session: Session, workshop_id: int, entry_id: int) -> PieceRow:
    """An entry within a transaction."""
    own = (PieceEntry.workshop_id == workshop_id, PieceEntry.id == entry_id)
    values = session.execute(entry_lines(workshop_id).where(*own)).one()
    return entry_row(values, shares_of(session, workshop_id, own))


def item_title(product: str, process: str, grade: str) -> str:
    """彝绣挎包·刺绣·A."""
    return "·".join(part for part in (product, process, grade) if part)


def process_of() -> ColumnElement[bool]:
    """Joins an entry's process."""
    return (Process.workshop_id == PieceEntry.workshop_id) & (Process.id == PieceEntry.process_id)


def product_of() -> ColumnElement[bool]:
    """Joins a process's product."""
    return (Product.workshop_id == Process.workshop_id) & (Product.id == Process.product_id)


def entry_lines(workshop_id: int) -> Select[*tuple[Any, ...]]:
    """Entries as ``entry_row`` reads them; the price is that in force on the entry's day."""
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
        PieceEntry.grade, PieceEntry.time_kind, *QUANTITIES, PieceEntry.source, price.label("price_e4"),
    )  # fmt: skip
    joined = select(*columns).join(Process, process_of()).join(Product, product_of()).outerjoin(Worker, worker)
    return joined.where(PieceEntry.workshop_id == workshop_id)


def entry_row(values: Sequence[Any], teams: dict[int, list[Share]]) -> PieceRow:
    """A row of ``entry_lines``; taken apart by place, which costs a third of names."""
    (
        entry_id, day, worker_id, no, worker, process_id, code, product, process, grade, kind, good, rework,
        worker_scrap, material_scrap, source, price_e4,
    ) = values  # fmt: skip
    shares = tuple(teams.get(entry_id, ())) if worker_id is None else (Share(worker_id, no, worker, 1000),)
    return PieceRow(
        entry_id, date.fromisoformat(day), worker_id is None, process_id, code, product, process, grade, _KINDS[kind],
        good, rework, worker_scrap, material_scrap, source, price_e4, shares,
    )  # fmt: skip


def shares_of(session: Session, workshop_id: int, entries: Iterable[ColumnElement[bool]]) -> dict[int, list[Share]]:
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
