"""Takes a platform's order file into the sales: in one transaction or not at all; the same file twice adds nothing."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from app.domain.refusal import Refusal
from app.domain.sales_check import SaleForm
from app.models.goods import Sale
from app.services.context import Context
from app.services.importing.stored import each
from app.services.sales import sale_identity
from app.services.sales_mapping import FileWish, remember
from app.services.sales_plan import plan_file
from app.services.sales_reading import read_file
from app.services.sales_result import Fate, FileResult, FileRow
from app.services.sales_view import products_in


def try_file(ctx: Context, workshop_id: int, path: Path, wish: FileWish) -> FileResult:
    """What taking a file would do, row by row; nothing is written. Refuses what the file or the wish cannot be."""
    table = read_file(path)
    with ctx.database.read() as session:
        return plan_file(session, ctx, workshop_id, table, wish)


def take_file(
    ctx: Context,
    workshop_id: int,
    path: Path,
    wish: FileWish,
    digest: str,
    *,
    accept_good: bool = False,
    only_new: bool = False,
) -> FileResult:
    """Take a file that was looked at (``digest``) in one transaction, and remember its columns for the platform.

    With a refused row nothing is taken unless ``accept_good``; ``only_new`` leaves recorded sales as they are. Refuses
    ``sale_file_changed`` where the file is another since.
    """
    table = read_file(path)
    if table.digest != digest:
        raise Refusal("sale_file_changed", name=path.name)
    with ctx.database.write(ctx.user, "import.sales") as session:
        result = plan_file(session, ctx, workshop_id, table, wish)
        if result.count(Fate.REFUSED) and not accept_good:
            return result
        _write(session, workshop_id, result.rows, wish, only_new=only_new)
        remember(session, wish)
    return replace(result, taken=True, only_new=only_new)


def _write(session: Session, workshop_id: int, rows: Sequence[FileRow], wish: FileWish, *, only_new: bool) -> None:
    codes = {product.product_id: product.code for product in products_in(session, workshop_id)}
    source = f"订单 {wish.platform}"
    added = [row.form for row in rows if row.fate is Fate.ADD and row.form is not None]
    ids = _fresh_ids(session, workshop_id, added, codes)
    values = [
        {"workshop_id": workshop_id, "id": new_id, "source": source} | _values(form)
        for new_id, form in zip(ids, added, strict=True)
    ]
    if values:
        session.execute(insert(Sale), values)
    changed = [
        {"workshop_id": workshop_id, "id": row.sale_id, "date": row.form.day.isoformat()}
        | {name: getattr(row.form, name) for name in ("quantity_milli", "price_fen", "returned_milli")}
        for row in rows
        if row.fate is Fate.CHANGE and row.form is not None and row.form.day is not None and not only_new
    ]
    if changed:
        session.execute(update(Sale), changed)


def _values(form: SaleForm) -> dict[str, object]:
    return {
        "date": form.day.isoformat() if form.day else "",
        "channel": form.channel,
        "event": form.event,
        "product_id": form.product_id,
        "quantity_milli": form.quantity_milli,
        "price_fen": form.price_fen,
        "returned_milli": form.returned_milli,
        "order_no": form.order_no,
    }


def _fresh_ids(session: Session, workshop_id: int, forms: Sequence[SaleForm], codes: dict[int, str]) -> list[int]:
    """Ids a book would give these sales (FORMAT), the next occurrence where one is taken already."""

    def identity(form: SaleForm, nth: int) -> int:
        return sale_identity(workshop_id, form, codes.get(form.product_id or 0, ""), nth)

    first = [identity(form, 1) for form in forms]
    query = select(Sale.id).where(Sale.workshop_id == workshop_id, Sale.id.in_(each(first)))
    taken, found = set(session.scalars(query)), []
    for form in forms:
        nth = 1
        while (sale_id := identity(form, nth)) in taken or (
            nth > 1 and session.get(Sale, (workshop_id, sale_id)) is not None
        ):
            nth += 1
        taken.add(sale_id)
        found.append(sale_id)
    return found
