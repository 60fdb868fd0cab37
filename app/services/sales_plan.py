"""What taking an order file would do, row by row: read, told apart, compared with what is recorded. Writes nothing.

An order's lines are known by order number and product, the n-th in the file being the n-th recorded; those alike are
paired first. What a file says of returns is the whole of them, and never lowers what a person noted.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain.messages.terms import term_of
from app.domain.money import yuan
from app.domain.pay_check import accept
from app.domain.sales_check import SaleForm, check_sale
from app.domain.sales_file import (
    FileField,
    FileLine,
    FileNote,
    change_note,
    is_total,
    milli_text,
    read_line,
    total_note,
)
from app.domain.sales_find import ProductChoice, named
from app.models.goods import Sale
from app.services.context import Context
from app.services.importing.stored import each
from app.services.sales_mapping import FileWish, wish_notes
from app.services.sales_reading import FileTable
from app.services.sales_result import Fate, FileResult, FileRow
from app.services.sales_view import DELETED, SaleRow, channels_in, products_in, sale_lines, sale_row

_FORM_FIELDS = {
    "day": FileField.DAY,
    "order_no": FileField.ORDER,
    "quantity_milli": FileField.QUANTITY,
    "price_fen": FileField.PRICE,
    "returned_milli": FileField.RETURNED,
}
"""Fields of a sale's form and the columns they come from."""

Key = tuple[str, int]
"""An order's line: order number and product."""


@dataclass(slots=True)
class _Plan:
    """What is known while the rows are gone through."""

    workshop_id: int
    wish: FileWish
    channels: tuple[str, ...]
    products: tuple[ProductChoice, ...]
    today: date
    live: dict[Key, list[SaleRow]] = field(default_factory=lambda: defaultdict(list))
    gone: dict[Key, list[SaleRow]] = field(default_factory=lambda: defaultdict(list))
    elsewhere: dict[str, SaleRow] = field(default_factory=dict)


def plan_file(session: Session, ctx: Context, workshop_id: int, table: FileTable, wish: FileWish) -> FileResult:
    """What a file would do, within a transaction; refuses (FieldRefusal) a wish that cannot be."""
    channels = channels_in(session, workshop_id, ctx.today())
    accept(wish_notes(wish, table, channels))
    plan = _Plan(workshop_id, wish, channels, products_in(session, workshop_id), ctx.today())
    read = _read_rows(table, plan)
    _load(session, plan, {line.order_no for line, _ in read.lines})
    rows = [*read.rows, *_sold_rows(plan, read), *_refund_rows(plan, read)]
    return FileResult(table.name, table.digest, tuple(sorted(rows, key=lambda one: one.row)))


@dataclass(slots=True)
class _Read:
    """The rows of a file as read: those that are through already, and lines with their product."""

    rows: list[FileRow] = field(default_factory=list)
    lines: list[tuple[FileLine, ProductChoice]] = field(default_factory=list)

    def by_key(self, *, refund: bool) -> dict[Key, list[tuple[FileLine, ProductChoice]]]:
        """The sold or the refunded lines by order and product, in the file's order."""
        found: dict[Key, list[tuple[FileLine, ProductChoice]]] = defaultdict(list)
        for line, product in self.lines:
            if line.refund is refund:
                found[line.order_no, product.product_id].append((line, product))
        return found


def _read_rows(table: FileTable, plan: _Plan) -> _Read:
    titles = {name: title for name, title in plan.wish.columns.items() if title}
    places = {name: table.headings.index(title) for name, title in titles.items()}
    chosen: dict[str, tuple[ProductChoice, ...]] = {}
    read = _Read()
    for number, cells in table.rows:
        said = {name: cells[at] if at < len(cells) else None for name, at in places.items()}
        if is_total(said):
            read.rows.append(FileRow(number, Fate.LEFT, (FileNote("sale_file_total_row"),)))
            continue
        line = read_line(number, said, titles)
        if isinstance(line, FileNote):
            read.rows.append(FileRow(number, Fate.REFUSED, (line,)))
            continue
        if line.product not in chosen:
            chosen[line.product] = named(plan.products, line.product)
        found = chosen[line.product]
        if len(found) == 1:
            read.lines.append((line, found[0]))
        else:
            read.rows.append(_unknown_product(line, len(found), titles[FileField.PRODUCT]))
    read.lines = _doubted(read.lines)
    return read


def _doubted(lines: Sequence[tuple[FileLine, ProductChoice]]) -> list[tuple[FileLine, ProductChoice]]:
    """The lines, with a note where an order's amount seems to stand beside each of them."""
    orders: dict[str, list[FileLine]] = defaultdict(list)
    for line, _ in lines:
        if not line.refund:
            orders[line.order_no].append(line)
    notes = {order: note for order, alike in orders.items() if (note := total_note(alike)) is not None}
    return [
        (replace(line, notes=(*line.notes, notes[line.order_no])), product)
        if line.order_no in notes and not line.refund
        else (line, product)
        for line, product in lines
    ]


def _unknown_product(line: FileLine, count: int, title: str) -> FileRow:
    params: dict[str, object] = {"value": line.product[:40]}
    kind = "sale_file_product_several" if count else "sale_file_product_unknown"
    note = FileNote(kind, params | {"count": count} if count else params, title)
    form = SaleForm(
        line.day, "", "", None, line.quantity_milli, line.price_fen, line.returned_milli or 0, line.order_no
    )
    return FileRow(line.row, Fate.REFUSED, (note,), form, line.product)


def _load(session: Session, plan: _Plan, orders: Iterable[str]) -> None:
    """The recorded lines of the file's orders, and those a person deleted: two statements."""
    wanted = [order for order in orders if order]
    for deleted in (0, 1):
        query = sale_lines(plan.workshop_id, deleted=deleted).where(Sale.order_no.in_(each(wanted)))
        for row in map(sale_row, session.execute(query.order_by(Sale.date, Sale.id))):
            if not deleted:
                plan.live[row.order_no, row.product_id].append(row)
                plan.elsewhere.setdefault(row.order_no, row)
            elif row.source.startswith(DELETED):
                plan.gone[row.order_no, row.product_id].append(row)


def _sold_rows(plan: _Plan, read: _Read) -> list[FileRow]:
    """Each sold line against the n-th recorded one of its order and product; those alike are paired first."""
    back = {key: sum(line.quantity_milli for line, _ in lines) for key, lines in read.by_key(refund=True).items()}
    found = []
    for key, lines in read.by_key(refund=False).items():
        forms = _with_refunds([_form(plan, line, product) for line, product in lines], back.get(key, 0))
        pairs = _paired(forms, plan.live.get(key, []))
        left = list(plan.gone.get(key, []))
        for (line, product), form, known in zip(lines, forms, pairs, strict=True):
            if known is None and left:
                left.pop(0)
                found.append(FileRow(line.row, Fate.LEFT, (FileNote("sale_file_deleted"),), form, product.name))
            else:
                found.append(_judged(plan, line, product, form, known))
    return found


def _form(plan: _Plan, line: FileLine, product: ProductChoice) -> SaleForm:
    return SaleForm(
        line.day,
        plan.wish.channel,
        plan.wish.event,
        product.product_id,
        line.quantity_milli,
        line.price_fen,
        line.returned_milli or 0,
        line.order_no,
    )


def _with_refunds(forms: Sequence[SaleForm], back_milli: int) -> list[SaleForm]:
    """What negative rows bring back, laid on an order's lines as far as they reach; the rest on the last, too much."""
    made = []
    for at, form in enumerate(forms):
        room = (form.quantity_milli or 0) - form.returned_milli
        share = back_milli if at == len(forms) - 1 else min(back_milli, max(room, 0))
        back_milli -= share
        made.append(replace(form, returned_milli=form.returned_milli + share))
    return made


def _paired(forms: Sequence[SaleForm], known: Sequence[SaleRow]) -> list[SaleRow | None]:
    """The recorded line each form stands for, alike ones first, then in order; None for one that is new."""
    rest = list(known)
    pairs: list[SaleRow | None] = [None] * len(forms)
    for at, form in enumerate(forms):
        alike = next((row for row in rest if not _changes(form, row)), None)
        if alike is not None:
            pairs[at] = alike
            rest.remove(alike)
    for at, pair in enumerate(pairs):
        if pair is None and rest:
            pairs[at] = rest.pop(0)
    return pairs


def _judged(plan: _Plan, line: FileLine, product: ProductChoice, form: SaleForm, known: SaleRow | None) -> FileRow:
    """A line that can be recorded, changes what is, is known, or is refused."""
    channels = plan.channels if known is None else (*plan.channels, known.channel)
    made = FileRow(line.row, Fate.ADD, line.notes, form, product.name)
    if faults := tuple(note for note in check_sale(form, channels, plan.today) if note.blocks):
        titles = plan.wish.columns
        notes = tuple(FileNote(n.kind, n.params, _title(titles, n.column)) for n in faults)
        return replace(made, fate=Fate.REFUSED, notes=notes)
    if known is not None:
        form = replace(form, returned_milli=max(form.returned_milli, known.returned_milli))
        changes = _changes(form, known)
        fate = Fate.CHANGE if changes else Fate.KNOWN
        return replace(made, fate=fate, notes=(*changes, *line.notes), form=form, sale_id=known.sale_id)
    other = plan.elsewhere.get(form.order_no)
    if other is not None and (other.day, other.channel) != (form.day, form.channel):
        note = FileNote("sale_file_order_elsewhere", {"day": other.day, "channel": term_of(other.channel)})
        return replace(made, fate=Fate.REFUSED, notes=(note,))
    return made


def _title(titles: Mapping[FileField, str], column: str) -> str:
    """The heading of a form's field; the amount's where the file has no price."""
    name = _FORM_FIELDS.get(column)
    if name is None:
        return ""
    others = {FileField.PRICE: FileField.AMOUNT, FileField.RETURNED: FileField.REFUND}
    return titles.get(name) or titles.get(others.get(name, name), "")


def _changes(form: SaleForm, row: SaleRow) -> tuple[FileNote, ...]:
    """What the file would change of a recorded line; returns are never lowered, an event never emptied."""
    notes = []
    if form.day != row.day:
        notes.append(change_note(FileField.DAY, row.day.isoformat(), form.day.isoformat() if form.day else ""))
    if form.quantity_milli != row.quantity_milli:
        old, new = milli_text(row.quantity_milli), milli_text(form.quantity_milli or 0)
        notes.append(change_note(FileField.QUANTITY, old, new))
    if form.price_fen != row.price_fen:
        notes.append(change_note(FileField.PRICE, yuan(row.price_fen), yuan(form.price_fen or 0)))
    if form.returned_milli > row.returned_milli:
        old, new = milli_text(row.returned_milli), milli_text(form.returned_milli)
        notes.append(change_note(FileField.RETURNED, old, new))
    return tuple(notes)


def _refund_rows(plan: _Plan, read: _Read) -> list[FileRow]:
    """Negative rows: those of an order in the file go with its line, others change what is recorded or are refused."""
    sold, found = read.by_key(refund=False), []
    for key, lines in read.by_key(refund=True).items():
        if key in sold:
            note = FileNote("sale_file_refund_row")
            found += [FileRow(line.row, Fate.LEFT, (note,), _form(plan, line, p), p.name) for line, p in lines]
        else:
            found += _refunds_alone(plan, key, lines)
    return found


def _refunds_alone(plan: _Plan, key: Key, lines: Sequence[tuple[FileLine, ProductChoice]]) -> list[FileRow]:
    """Refunds of an order recorded before: in all what came back of its first line."""
    known = next(iter(plan.live.get(key, [])), None)
    forms = [_form(plan, line, product) for line, product in lines]
    if known is None:
        fate, kind = (
            (Fate.LEFT, "sale_file_deleted") if plan.gone.get(key) else (Fate.REFUSED, "sale_file_refund_alone")
        )
        pairs = zip(lines, forms, strict=True)
        return [FileRow(line.row, fate, (FileNote(kind),), form, p.name) for (line, p), form in pairs]
    back = sum(line.quantity_milli for line, _ in lines)
    whole = SaleForm(
        known.day, known.channel, known.event, known.product_id, known.quantity_milli, known.price_fen,
        max(back, known.returned_milli), known.order_no,
    )  # fmt: skip
    first = _judged(plan, lines[0][0], lines[0][1], whole, known)
    rest = [FileRow(ln.row, Fate.LEFT, (FileNote("sale_file_refund_row"),), form, p.name)
            for (ln, p), form in zip(lines[1:], forms[1:], strict=True)]  # fmt: skip
    return [first, *rest]
