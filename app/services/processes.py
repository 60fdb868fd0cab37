"""Processes (工序) of a product: added, renamed, left off; their piece prices are those of ``piece_prices``."""

from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from app.domain.goods_check import check_process
from app.domain.ids import derived_id
from app.domain.pay_check import accept
from app.domain.plain_text import tidy
from app.domain.refusal import Refusal
from app.models.database import new_ids
from app.models.goods import PiecePrice, Process
from app.models.queries.stock import pieces_of
from app.services.context import Context
from app.services.pay_records import PaySaved
from app.services.piece_prices import PricesView, list_prices
from app.services.products import get_product


@dataclass(frozen=True, slots=True)
class ProcessPrices:
    """A process with the prices in force today, by grade, in 1/10,000 yuan."""

    process_id: int
    name: str
    prices: tuple[tuple[str, int], ...]


def list_processes(ctx: Context, workshop_id: int, product_id: int) -> tuple[ProcessPrices, ...]:
    """The processes of a product by name."""
    today = ctx.today().isoformat()
    with ctx.database.read() as session:
        get_product(session, workshop_id, product_id)
        own = select(Process).where(*_own(workshop_id, product_id)).order_by(Process.name)
        rows = [(row.id, row.name) for row in session.scalars(own)]
        prices = _in_force(session, workshop_id, [number for number, _ in rows], today)
    return tuple(ProcessPrices(number, name, tuple(sorted(prices.get(number, {}).items()))) for number, name in rows)


def product_prices(ctx: Context, workshop_id: int, product_id: int) -> PricesView:
    """The piece prices of a product's processes over time."""
    own = {row.process_id for row in list_processes(ctx, workshop_id, product_id)}
    view = list_prices(ctx, workshop_id)
    kept = tuple(row for row in view.rows if row.process_id in own)
    return replace(view, rows=kept, processes=tuple(row for row in view.processes if row.process_id in own))


def add_process(ctx: Context, workshop_id: int, product_id: int, name: str) -> PaySaved:
    """A further process of a product; refuses with FieldRefusal a name that is missing or taken."""
    with ctx.database.write(ctx.user, "process.add") as session:
        get_product(session, workshop_id, product_id)
        notes = accept(check_process(name, _names(session, workshop_id, product_id)))
        number = derived_id(workshop_id, "process", product_id, tidy(name))  # as a book would name it (FORMAT)
        row = session.get(Process, (workshop_id, number))
        if row is None or not row.deleted:
            row = Process(workshop_id=workshop_id, id=number if row is None else new_ids(session, 1)[0])
            session.add(row)
        row.deleted, row.product_id, row.name, row.source = 0, product_id, tidy(name), ""
        return PaySaved(notes)


def rename_process(ctx: Context, workshop_id: int, process_id: int, name: str) -> PaySaved:
    """Another name for a process; its pieces and prices stay with it."""
    with ctx.database.write(ctx.user, "process.rename") as session:
        row = _get(session, workshop_id, process_id)
        notes = accept(check_process(name, _names(session, workshop_id, row.product_id, process_id)))
        row.name = tidy(name)
        return PaySaved(notes)


def leave_off_process(ctx: Context, workshop_id: int, process_id: int) -> PaySaved:
    """A process's delete mark, its prices with it; refuses ``process_in_use`` where pieces were entered of it."""
    with ctx.database.write(ctx.user, "process.leave_off") as session:
        row = _get(session, workshop_id, process_id)
        count, first, last = pieces_of(session, workshop_id, process_id)
        if count:
            raise Refusal(
                "process_in_use", column="process", name=row.name, count=count, first=first, last=last
            )  # the words stand at the field of its name
        own = (PiecePrice.workshop_id == workshop_id, PiecePrice.process_id == process_id, PiecePrice.deleted == 0)
        session.execute(update(PiecePrice).where(*own).values(deleted=1))
        row.deleted = 1
        return PaySaved()


def _get(session: Session, workshop_id: int, process_id: int) -> Process:
    row = session.get(Process, (workshop_id, process_id))
    if row is None or row.deleted:
        raise Refusal("process_missing")
    return row


def _names(session: Session, workshop_id: int, product_id: int, but: int | None = None) -> list[str]:
    rows = session.execute(select(Process.id, Process.name).where(*_own(workshop_id, product_id)))
    return [name for number, name in rows if number != but]


def _own(workshop_id: int, product_id: int) -> tuple[ColumnElement[bool], ...]:
    return Process.workshop_id == workshop_id, Process.product_id == product_id, Process.deleted == 0


def _in_force(session: Session, workshop_id: int, processes: list[int], today: str) -> dict[int, dict[str, int]]:
    """The newest price begun of each process and grade."""
    price = PiecePrice
    own = (price.workshop_id == workshop_id, price.process_id.in_(processes), price.deleted == 0)
    rows = session.execute(
        select(price.process_id, price.grade, price.price_e4)
        .where(*own, price.valid_from <= today)
        .order_by(price.valid_from)
    )
    found: dict[int, dict[str, int]] = {}
    for number, grade, price_e4 in rows:
        found.setdefault(number, {})[grade] = price_e4
    return found
