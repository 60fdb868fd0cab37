"""Piece prices over time: one for each process, grade and day it begins."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.pay_check import PriceForm, accept, check_price
from app.domain.plan_check import locked_notes
from app.domain.refusal import Refusal
from app.domain.worker_check import FieldNote
from app.models.goods import PiecePrice, Process, Product
from app.models.queries.pay_balances import locked_months
from app.services.context import Context
from app.services.pay_records import PaySaved, Value, get_record, put


@dataclass(frozen=True, slots=True)
class ProcessRow:
    """A process a price can be set for."""

    process_id: int
    product: str
    process: str


@dataclass(frozen=True, slots=True)
class PriceRow:
    """A price in 1/10,000 yuan from a day on; ``in_force`` as of today."""

    process_id: int
    product: str
    process: str
    grade: str
    valid_from: date
    price_e4: int
    in_force: bool


@dataclass(frozen=True, slots=True)
class PricesView:
    """All piece prices by product, process and grade, newest first, and the processes there are."""

    rows: tuple[PriceRow, ...]
    processes: tuple[ProcessRow, ...]


def list_prices(ctx: Context, workshop_id: int) -> PricesView:
    """All piece prices with those of today marked."""
    with ctx.database.read() as session:
        processes = _processes(session, workshop_id)
        own = (PiecePrice.workshop_id == workshop_id, PiecePrice.deleted == 0)
        prices = session.scalars(select(PiecePrice).where(*own).order_by(PiecePrice.valid_from.desc())).all()
    today, seen, rows = ctx.today().isoformat(), set(), []
    for price in prices:
        item = (price.process_id, price.grade)
        now = price.valid_from <= today and item not in seen
        seen |= {item} if now else set()
        known = processes[price.process_id]
        since = date.fromisoformat(price.valid_from)
        rows.append(PriceRow(*item[:1], known.product, known.process, price.grade, since, price.price_e4, now))
    rows.sort(key=lambda row: (row.product, row.process, row.grade))
    return PricesView(tuple(rows), tuple(processes.values()))


def add_price(ctx: Context, workshop_id: int, form: PriceForm) -> PaySaved:
    """A price from a day on; refuses with FieldRefusal: a second one of that day, a negative one."""
    with ctx.database.write(ctx.user, "pay.price") as session:
        notes = accept(check_price(form, _taken(session, workshop_id)))
        if form.process_id not in _processes(session, workshop_id):
            raise Refusal("process_missing", column="process_id")
        since = form.valid_from.isoformat() if form.valid_from else ""
        key: dict[str, Value] = {"process_id": form.process_id, "grade": form.grade, "valid_from": since}
        put(session, PiecePrice, workshop_id, key, {"price_e4": form.price_e4})
        return PaySaved((*notes, *_locked(session, workshop_id, since)))


def withdraw_price(ctx: Context, workshop_id: int, process_id: int, grade: str, valid_from: date) -> PaySaved:
    """Take a price away; the one before it is in force again."""
    with ctx.database.write(ctx.user, "pay.price_withdraw") as session:
        since = valid_from.isoformat()
        get_record(session, PiecePrice, (workshop_id, process_id, grade, since)).deleted = 1
        session.flush()
        return PaySaved(_locked(session, workshop_id, since))


def _processes(session: Session, workshop_id: int) -> dict[int, ProcessRow]:
    same = (Product.workshop_id == Process.workshop_id) & (Product.id == Process.product_id)
    statement = select(Process.id, Product.name, Process.name).join(Product, same)
    rows = session.execute(
        statement.where(Process.workshop_id == workshop_id, Process.deleted == 0).order_by(Product.name, Process.id)
    )
    return {row[0]: ProcessRow(*row) for row in rows}


def _taken(session: Session, workshop_id: int) -> list[tuple[int, str, date]]:
    statement = select(PiecePrice.process_id, PiecePrice.grade, PiecePrice.valid_from)
    rows = session.execute(statement.where(PiecePrice.workshop_id == workshop_id, PiecePrice.deleted == 0))
    return [(process_id, grade, date.fromisoformat(since)) for process_id, grade, since in rows]


def _locked(session: Session, workshop_id: int, since: str) -> tuple[FieldNote, ...]:
    return tuple(locked_notes((m for m in locked_months(session, workshop_id) if m >= since[:7]), "valid_from"))
