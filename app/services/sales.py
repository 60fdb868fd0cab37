"""Typing sales in: noted, corrected, partly given back, deleted with a reason. Each is one transaction.

A sale typed in under an order number takes the identity a book or an order file would give it (FORMAT), so that one
that comes later meets it; one without a number is counted, since two of them may be alike and are two.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.domain.ids import derived_id
from app.domain.pay_check import FieldRefusal, accept
from app.domain.plain_text import tidy
from app.domain.refusal import Refusal
from app.domain.sales_check import (
    MOST_REASON_CHARS,
    OrderLine,
    SaleForm,
    check_sale,
    returned_notes,
    taken_notes,
    tidied,
)
from app.domain.worker_check import FieldNote, character_notes
from app.models.database import new_ids
from app.models.goods import Product, Sale
from app.services.context import Context
from app.services.sales_view import DELETED, SaleRow, channels_in, one_sale, sale_lines, sale_row


@dataclass(frozen=True, slots=True)
class SaleSaved:
    """A sale as it is recorded now, and what was worth saying about it."""

    row: SaleRow
    notes: tuple[FieldNote, ...] = ()


def add_sale(ctx: Context, workshop_id: int, form: SaleForm, *, same_order: bool = False) -> SaleSaved:
    """Note a sale. Refuses (FieldRefusal) what no sale can be, and an order number that is recorded already.

    ``same_order``: a further product of an order recorded already.
    """
    with ctx.database.write(ctx.user, "sales.add") as session:
        form = tidied(form)
        notes = _checked(session, ctx, workshop_id, form)
        taken = _order_lines(session, workshop_id, form.order_no)
        accept(taken_notes(form, taken, same_order=same_order))
        row = _free_row(session, workshop_id, form)
        _write(row, form)
        row.deleted, row.source = 0, ""
        session.flush()
        return SaleSaved(one_sale(session, workshop_id, row.id), notes)


def edit_sale(ctx: Context, workshop_id: int, sale_id: int, form: SaleForm) -> SaleSaved:
    """Correct a sale; refuses as ``add_sale`` does, and ``sale_missing``. A channel it has may stay."""
    with ctx.database.write(ctx.user, "sales.edit") as session:
        row, form = _get(session, workshop_id, sale_id), tidied(form)
        notes = _checked(session, ctx, workshop_id, form, row)
        others = [line for line in _order_lines(session, workshop_id, form.order_no) if line.sale_id != sale_id]
        if form.order_no != row.order_no:
            accept(taken_notes(form, others, same_order=False))
        else:
            accept(note for note in taken_notes(form, others, same_order=True) if note.kind == "sale_order_other")
        _write(row, form)
        session.flush()
        return SaleSaved(one_sale(session, workshop_id, sale_id), notes)


def return_sale(ctx: Context, workshop_id: int, sale_id: int, returned_milli: int) -> SaleSaved:
    """Note how much of a sale came back in all, in 1/1000; refuses more than was sold."""
    with ctx.database.write(ctx.user, "sales.return") as session:
        row = _get(session, workshop_id, sale_id)
        accept(returned_notes(row.quantity_milli, returned_milli))
        row.returned_milli = returned_milli
        session.flush()
        return SaleSaved(one_sale(session, workshop_id, sale_id))


def delete_sale(ctx: Context, workshop_id: int, sale_id: int, reason: str) -> SaleRow:
    """Mark a sale deleted, with why; refuses an empty reason."""
    said = tidy(reason)
    notes = list(character_notes(said, "reason"))
    if not said:
        notes.append(FieldNote("sale_reason_empty", "reason", True))
    if len(said) > MOST_REASON_CHARS:
        notes.append(FieldNote("sale_text_long", "reason", True, {"most": MOST_REASON_CHARS, "length": len(said)}))
    accept(notes)
    with ctx.database.write(ctx.user, "sales.delete") as session:
        row = _get(session, workshop_id, sale_id)
        shown = one_sale(session, workshop_id, sale_id)
        row.deleted, row.source = 1, f"{DELETED}{said}"
        session.flush()
        return shown


def restore_sale(ctx: Context, workshop_id: int, sale_id: int) -> SaleSaved:
    """Take a deletion back; refuses where the order number has been recorded again since."""
    with ctx.database.write(ctx.user, "sales.restore") as session:
        row = session.get(Sale, (workshop_id, sale_id))
        if row is None or not row.deleted:
            raise Refusal("sale_missing")
        gone = session.execute(sale_lines(workshop_id, deleted=1).where(Sale.id == sale_id)).one()
        form = sale_form(sale_row(gone))
        accept(taken_notes(form, _order_lines(session, workshop_id, form.order_no), same_order=True))
        row.deleted, row.source = 0, ""
        session.flush()
        return SaleSaved(one_sale(session, workshop_id, sale_id))


def sale_form(row: SaleRow) -> SaleForm:
    """A recorded sale as the form edits it."""
    return SaleForm(
        row.day,
        row.channel,
        row.event,
        row.product_id,
        row.quantity_milli,
        row.price_fen,
        row.returned_milli,
        row.order_no,
    )


# ------------------------------------------------------------------ below them


def _get(session: Session, workshop_id: int, sale_id: int) -> Sale:
    row = session.get(Sale, (workshop_id, sale_id))
    if row is None or row.deleted:
        raise Refusal("sale_missing")
    return row


def _checked(
    session: Session, ctx: Context, workshop_id: int, form: SaleForm, known: Sale | None = None
) -> tuple[FieldNote, ...]:
    channels: Sequence[str] = channels_in(session, workshop_id, ctx.today())
    if known is not None:
        channels = (*channels, known.channel)
    notes = accept(check_sale(form, channels, ctx.today()))
    product = session.get(Product, (workshop_id, form.product_id))
    if product is None or (product.deleted and (known is None or known.product_id != product.id)):
        raise FieldRefusal([FieldNote("sale_product_missing", "product_id", True)])
    return notes


def _order_lines(session: Session, workshop_id: int, order_no: str) -> list[OrderLine]:
    """The lines that bear an order number; none for a sale without one."""
    if not order_no:
        return []
    rows = session.execute(sale_lines(workshop_id).where(Sale.order_no == order_no).order_by(Sale.date, Sale.id))
    found = map(sale_row, rows)
    return [
        OrderLine(one.sale_id, order_no, one.day, one.channel, one.product_id, one.product, one.quantity_milli)
        for one in found
    ]


def _free_row(session: Session, workshop_id: int, form: SaleForm) -> Sale:
    """A new row, or with an order number the row of its identity, if a deleted one stands there."""
    if not form.order_no:
        row = Sale(workshop_id=workshop_id, id=new_ids(session, 1)[0])
        session.add(row)
        return row
    product = session.get_one(Product, (workshop_id, form.product_id))
    nth = 1
    while True:
        sale_id = sale_identity(workshop_id, form, product.code, nth)
        found = session.get(Sale, (workshop_id, sale_id))
        if found is None:
            found = Sale(workshop_id=workshop_id, id=sale_id)
            session.add(found)
            return found
        if found.deleted:
            return found
        nth += 1


def sale_identity(workshop_id: int, form: SaleForm, code: str, nth: int) -> int:
    """The id a book gives the n-th such row (FORMAT)."""
    day = form.day.isoformat() if form.day else ""
    return derived_id(workshop_id, "sale", day, form.channel, form.event, code, form.order_no, nth)


def _write(row: Sale, form: SaleForm) -> None:
    row.date = form.day.isoformat() if form.day else ""
    row.channel, row.event = form.channel, form.event
    row.product_id, row.quantity_milli = form.product_id or 0, form.quantity_milli or 0
    row.price_fen, row.returned_milli, row.order_no = form.price_fen or 0, form.returned_milli, form.order_no
