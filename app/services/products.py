"""Products: the list with what lies in stock, one product typed in or corrected, its picture, its deletion."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.goods_check import KnownProduct, ProductForm, check_product
from app.domain.ids import derived_id
from app.domain.messages import render
from app.domain.messages.text import Twofold, listing
from app.domain.pay_check import accept
from app.domain.picture import MOST_BYTES, require_picture
from app.domain.plain_text import tidy
from app.domain.refusal import Refusal
from app.domain.rulepack import Vocabulary, pack_on
from app.domain.stock import StockLevel, shortage, value_fen
from app.domain.worker_check import FieldNote
from app.models.database import new_ids
from app.models.folder import refusing_files
from app.models.goods import Process, Product
from app.models.pictures import keep_picture, read_picture
from app.models.queries.stock import references, stock_levels
from app.services.context import Context
from app.services.people import number_order
from app.services.rule_packs import load_packs

_TEXTS = ("code", "name", "project", "category", "unit")
_USED = {"process": "processes", "piece_entry": "pieces", "sale": "sales", "stock_move": "moves"}
_PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product with its stock; price in fen a unit, ``processes`` how many it has, ``picture`` a name or empty."""

    product_id: int
    code: str
    name: str
    project: str
    category: str
    unit: str
    price_fen: int | None
    picture: str
    processes: int
    level: StockLevel

    @property
    def stock_milli(self) -> int:
        """What lies there by the books, in 1/1000 units."""
        return self.level.stock_milli

    @property
    def value_fen(self) -> int:
        """What lies there at its selling price."""
        return value_fen(self.level.stock_milli, self.price_fen)

    @property
    def shortage(self) -> FieldNote | None:
        """Why the books say less than nothing."""
        return shortage(self.level)


@dataclass(frozen=True, slots=True)
class ProductSaved:
    """A saved product and what was worth a warning."""

    product_id: int
    notes: tuple[FieldNote, ...]


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """A product's form, and the 门类 a person may choose: those of the word list in force, and the one it has."""

    form: ProductForm
    categories: tuple[str, ...]


def list_products(ctx: Context, workshop_id: int, month: str) -> tuple[ProductRow, ...]:
    """Every product by code, those without one last; ``month`` (YYYY-MM) is the one whose moves are told apart."""
    with ctx.database.read() as session:
        return rows_in(session, workshop_id, month)


def product_row(ctx: Context, workshop_id: int, product_id: int) -> ProductRow:
    """One product as the list has it; refuses ``product_missing``."""
    month = ctx.today().isoformat()[:7]
    with ctx.database.read() as session:
        get_product(session, workshop_id, product_id)
        return rows_in(session, workshop_id, month, product_id)[0]


def product_draft(ctx: Context, workshop_id: int, product_id: int | None = None) -> ProductDraft:
    """A product's record as the form edits it; an empty one where ``product_id`` is None."""
    with ctx.database.read() as session:
        form = ProductForm()
        if product_id is not None:
            row = get_product(session, workshop_id, product_id)
            texts = {name: getattr(row, name) for name in _TEXTS}
            form = ProductForm(**texts, price_fen=row.price_fen, opening_stock_milli=row.opening_stock_milli)
        known = _categories(session, workshop_id, ctx)
    more = (form.category,) if form.category and form.category not in known else ()
    return ProductDraft(form, (*known, *more))


def check_typed(
    ctx: Context, workshop_id: int, form: ProductForm, product_id: int | None = None
) -> tuple[FieldNote, ...]:
    """The notes on a form as it stands, for its fields while typing; ``product_id`` where a product is edited."""
    with ctx.database.read() as session:
        return tuple(check_product(form, _others(session, workshop_id, product_id)))


def add_product(ctx: Context, workshop_id: int, form: ProductForm) -> ProductSaved:
    """A new product; refuses with FieldRefusal: a code that is taken, a name missing, amounts nobody means."""
    with ctx.database.write(ctx.user, "product.add") as session:
        notes = accept(check_product(form, _others(session, workshop_id, None)))
        row = _fresh(session, workshop_id, form)
        _write(row, form)
        session.flush()
        return ProductSaved(row.id, notes)


def edit_product(ctx: Context, workshop_id: int, product_id: int, form: ProductForm) -> ProductSaved:
    """A product corrected; refuses what ``add_product`` refuses."""
    with ctx.database.write(ctx.user, "product.edit") as session:
        row = get_product(session, workshop_id, product_id)
        notes = accept(check_product(form, _others(session, workshop_id, product_id)))
        _write(row, form)
        session.flush()
        return ProductSaved(product_id, notes)


def remove_product(ctx: Context, workshop_id: int, product_id: int) -> None:
    """A product's delete mark; refuses ``product_in_use`` while anything refers to it, and says what."""
    with ctx.database.write(ctx.user, "product.remove") as session:
        row = get_product(session, workshop_id, product_id)
        used = references(session, workshop_id, product_id)
        if used:
            raise Refusal("product_in_use", name=row.name, what=_what(used))
        row.deleted = 1


# ---------------------------------------------------------------- picture


def set_picture(ctx: Context, workshop_id: int, product_id: int, file: Path) -> str:
    """Keep a JPEG or PNG as the product's picture; its name.

    Refuses ``picture_too_large``, ``picture_unreadable``, ``product_picture_kind``, and what the disk refuses.
    """
    with refusing_files(file), file.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1)
    if require_picture(content, file.name) == _PDF:
        raise Refusal("product_picture_kind", file=file.name)
    with ctx.database.write(ctx.user, "product.picture") as session:
        row = get_product(session, workshop_id, product_id)
        row.picture = keep_picture(ctx.database, content)  # before the row: a file without a row harms nobody
        return row.picture


def remove_picture(ctx: Context, workshop_id: int, product_id: int) -> None:
    """Take the picture off; its file stays."""
    with ctx.database.write(ctx.user, "product.picture") as session:
        get_product(session, workshop_id, product_id).picture = ""


def product_picture(ctx: Context, workshop_id: int, product_id: int) -> bytes:
    """The picture's content; refuses ``product_picture_none``, ``picture_missing`` and ``picture_damaged``."""
    with ctx.database.read() as session:
        name = get_product(session, workshop_id, product_id).picture
    if not name:
        raise Refusal("product_picture_none")
    return read_picture(ctx.database, name)


def get_product(session: Session, workshop_id: int, product_id: int) -> Product:
    """The stored product; refuses ``product_missing``."""
    row = session.get(Product, (workshop_id, product_id))
    if row is None or row.deleted:
        raise Refusal("product_missing")
    return row


# ---------------------------------------------------------------- within


def rows_in(
    session: Session, workshop_id: int, month: str, product_id: int | None = None, upto: str | None = None
) -> tuple[ProductRow, ...]:
    """All products or one, within a transaction; their stock of all days, or as it was at the end of ``upto``."""
    levels = stock_levels(session, workshop_id, month, upto, product_id)
    counted = select(Process.product_id, func.count()).where(Process.workshop_id == workshop_id, Process.deleted == 0)
    processes: dict[int, int] = dict(iter(session.execute(counted.group_by(Process.product_id))))
    own = select(Product).where(Product.workshop_id == workshop_id, Product.deleted == 0)
    goods = session.scalars(own if product_id is None else own.where(Product.id == product_id))
    rows = [
        ProductRow(
            row.id, row.code, row.name, row.project, row.category, row.unit, row.price_fen, row.picture,
            processes.get(row.id, 0), levels[row.id],
        )
        for row in goods
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (not row.code, number_order(row.code), row.name)))


def _categories(session: Session, workshop_id: int, ctx: Context) -> tuple[str, ...]:
    pack = pack_on(load_packs(session, workshop_id), "vocabulary", ctx.today())
    if pack is None or not isinstance(pack.figures, Vocabulary):
        return ()
    return pack.figures.lists.get("categories", ())


def _others(session: Session, workshop_id: int, product_id: int | None) -> list[KnownProduct]:
    own = (Product.workshop_id == workshop_id, Product.deleted == 0)
    rows = session.execute(select(Product.id, Product.code, Product.name).where(*own))
    return [KnownProduct(*row) for row in rows if row[0] != product_id]


def _fresh(session: Session, workshop_id: int, form: ProductForm) -> Product:
    """The row of a new product under the identity a book would give it (FORMAT), so that two PCs meet in one row."""
    code, name = tidy(form.code), tidy(form.name)
    identity = (code,) if code else ("", name)
    number = derived_id(workshop_id, "product", *identity)
    row = session.get(Product, (workshop_id, number))
    if row is not None and row.deleted:
        row.deleted, row.picture, row.source = 0, "", ""
        return row
    row = Product(workshop_id=workshop_id, id=number if row is None else new_ids(session, 1)[0])
    session.add(row)
    return row


def _write(row: Product, form: ProductForm) -> None:
    for name in _TEXTS:
        setattr(row, name, tidy(getattr(form, name)))
    row.price_fen, row.opening_stock_milli = form.price_fen, form.opening_stock_milli or 0


def _what(used: dict[str, int]) -> Twofold:
    """What refers to a product, in words of either language."""
    codes = {name: f"product_used_{_USED[name]}" for name in used}
    return listing(
        Twofold(*(render(code, {"count": used[name]}, lang) for lang in ("zh_CN", "en")))
        for name, code in codes.items()
    )
