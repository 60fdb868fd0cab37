"""Stock in SQL sums: where each product's stock comes from, and what moved it, newest first. No query for a row.

Moves and sales have an index by date, none by product: a sum reads the workshop's rows once, whatever it asks of them.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, func, literal, null, select, union_all
from sqlalchemy.orm import Session

from app.domain.stock import StockLevel
from app.domain.vocabulary import StockMoveKind
from app.models.goods import Process, Product, Sale, StockMove
from app.models.work import PieceEntry

MOVE, SALE = "move", "sale"
Sums = dict[str, Any]
"""Fields of StockLevel and what is summed for each, of one table."""


@dataclass(frozen=True, slots=True)
class StockEntry:
    """One change of a product's stock in 1/1000 units, out negative; ``kind`` is the move's, or the sale's channel.

    ``counted_milli`` is what a stocktake found; ``source`` MOVE or SALE.
    """

    source: str
    entry_id: int
    date: str
    kind: str
    quantity_milli: int
    counted_milli: int | None
    note: str


def stock_levels(
    session: Session, workshop_id: int, month: str, upto: str | None = None, product_id: int | None = None
) -> dict[int, StockLevel]:
    """Stock of every product that is not deleted (or of one), all days or those up to a day; three statements.

    ``month`` (YYYY-MM) is the one whose receipts and issues are told apart.
    """
    found: dict[int, dict[str, int]] = {}
    goods = select(Product.id, Product.opening_stock_milli).where(*_own(Product, workshop_id, product_id, Product.id))
    for number, opening in session.execute(goods):
        found[number] = defaultdict(int, opening_milli=opening)
    tables: tuple[tuple[type[StockMove] | type[Sale], Sums], ...] = (
        (StockMove, _move_sums(month)),
        (Sale, _sale_sums(month)),
    )
    for table, sums in tables:
        conditions = _own(table, workshop_id, product_id, table.product_id)
        if upto is not None:
            conditions.append(table.date <= upto)
        summed = select(table.product_id, *map(func.sum, sums.values())).where(*conditions)
        for number, *values in session.execute(summed.group_by(table.product_id)):
            for name, value in zip(sums, values, strict=True):
                if number in found:
                    found[number][name] += value
    return {number: StockLevel(**values) for number, values in found.items()}


def stock_entries(session: Session, workshop_id: int, product_id: int, most: int) -> list[StockEntry]:
    """The newest ``most`` changes of a product's stock: moves, counts and sales; what came back lessens its sale."""
    move = select(
        literal(MOVE), StockMove.id, StockMove.date, StockMove.kind, StockMove.quantity_milli,
        StockMove.counted_milli, StockMove.note,
    ).where(*_own(StockMove, workshop_id, product_id, StockMove.product_id))  # fmt: skip
    sale = select(
        literal(SALE), Sale.id, Sale.date, Sale.channel, Sale.returned_milli - Sale.quantity_milli, null(), Sale.event
    ).where(*_own(Sale, workshop_id, product_id, Sale.product_id))
    both = union_all(move, sale).subquery()
    columns = list(both.c)
    newest = select(both).order_by(columns[2].desc(), columns[1].desc()).limit(most)
    return [StockEntry(*row) for row in session.execute(newest)]


def references(session: Session, workshop_id: int, product_id: int) -> dict[str, int]:
    """How many live records refer to a product, by table; those that do not are left out."""
    processes = select(Process.id).where(*_own(Process, workshop_id, product_id, Process.product_id))
    counted = {
        "process": select(func.count()).where(*_own(Process, workshop_id, product_id, Process.product_id)),
        "piece_entry": select(func.count()).where(
            PieceEntry.workshop_id == workshop_id, PieceEntry.deleted == 0, PieceEntry.process_id.in_(processes)
        ),
        "sale": select(func.count()).where(*_own(Sale, workshop_id, product_id, Sale.product_id)),
        "stock_move": select(func.count()).where(*_own(StockMove, workshop_id, product_id, StockMove.product_id)),
    }
    found = {name: session.scalars(statement).one() for name, statement in counted.items()}
    return {name: count for name, count in found.items() if count}


def pieces_of(session: Session, workshop_id: int, process_id: int) -> tuple[int, str, str]:
    """How many live piece entries a process has, and their first and last day ("" where there are none)."""
    own = (PieceEntry.workshop_id == workshop_id, PieceEntry.deleted == 0, PieceEntry.process_id == process_id)
    count, first, last = session.execute(
        select(func.count(), func.min(PieceEntry.date), func.max(PieceEntry.date)).where(*own)
    ).one()
    return count, first or "", last or ""


def _own(table: Any, workshop_id: int, product_id: int | None, column: Any) -> list[Any]:  # noqa: ANN401  columns
    conditions = [table.workshop_id == workshop_id, table.deleted == 0]
    return conditions if product_id is None else [*conditions, column == product_id]


def _move_sums(month: str) -> Sums:
    quantity, kind = StockMove.quantity_milli, StockMove.kind
    within = StockMove.date.between(f"{month}-01", f"{month}-31")
    out = kind.in_((StockMoveKind.TAKEN.value, StockMoveKind.LOST.value))
    return {
        "received_milli": case((kind == StockMoveKind.RECEIVED.value, quantity), else_=0),
        "taken_milli": case((out, -quantity), else_=0),
        "counted_milli": case((kind == StockMoveKind.COUNTED.value, quantity), else_=0),
        "month_in_milli": case((within & (quantity > 0), quantity), else_=0),
        "month_out_milli": case((within & (quantity < 0), -quantity), else_=0),
    }


def _sale_sums(month: str) -> Sums:
    within = Sale.date.between(f"{month}-01", f"{month}-31")
    return {
        "sold_milli": Sale.quantity_milli,
        "returned_milli": Sale.returned_milli,
        "month_out_milli": case((within, Sale.quantity_milli - Sale.returned_milli), else_=0),
    }
