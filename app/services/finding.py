"""Whom and what a person may look for by name or number: the workers of every workshop here, the open one's products.

Three statements and one preparing for all of it, in the background; each key typed afterwards costs milliseconds.
"""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.pinyin import Names
from app.models.goods import Product
from app.models.people import Worker
from app.services.context import Context
from app.services.people import number_order
from app.services.readings import findable
from app.services.workshops import WorkshopRow, list_workshops


class Kind(StrEnum):
    """What was found."""

    WORKER = "worker"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class Known:
    """A worker or product by its number (编号, 货号) and name; ``gone``: a worker who has left."""

    kind: Kind
    row_id: int
    number: str
    name: str
    workshop: WorkshopRow
    gone: bool = False


@dataclass(frozen=True)
class Register:
    """Everything that can be found, and the search over it by place."""

    known: tuple[Known, ...]
    names: Names


def register(ctx: Context, workshop_id: int) -> Register:
    """Workers of all workshops of this database, those of ``workshop_id`` and those still here first; its products."""
    shops = {row.workshop_id: row for row in list_workshops(ctx)}
    with ctx.database.read() as session:
        known = [*_workers(session, shops, ctx.today().isoformat()), *_products(session, shops[workshop_id])]
    known.sort(key=lambda one: (one.workshop.workshop_id != workshop_id, one.gone, one.kind != Kind.WORKER))
    return Register(tuple(known), findable((one.number, one.name) for one in known).prepare())


def _workers(session: Session, shops: dict[int, WorkshopRow], today: str) -> list[Known]:
    columns = (Worker.workshop_id, Worker.id, Worker.no, Worker.name, Worker.left_on)
    rows = session.execute(select(*columns).where(Worker.deleted == 0, Worker.workshop_id.in_(shops))).all()
    return [
        Known(Kind.WORKER, row.id, row.no, row.name, shops[row.workshop_id], bool(row.left_on and row.left_on < today))
        for row in sorted(rows, key=lambda row: number_order(row.no))
    ]


def _products(session: Session, shop: WorkshopRow) -> list[Known]:
    mine = (Product.workshop_id == shop.workshop_id, Product.deleted == 0)
    rows = session.execute(select(Product.id, Product.code, Product.name).where(*mine).order_by(Product.name))
    return [Known(Kind.PRODUCT, row.id, row.code, row.name, shop) for row in rows]
