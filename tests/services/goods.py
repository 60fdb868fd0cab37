"""Products, processes and what moved them, for tests of stock."""

from collections.abc import Callable
from datetime import date

from app.domain.goods_check import MoveForm, ProductForm
from app.domain.vocabulary import StockMoveKind
from app.models.goods import Sale
from app.services.context import Context
from app.services.products import add_product
from app.services.stock import save_move

BAG = ProductForm("P001", "彝绣挎包", "彝族刺绣", "传统美术", "件", 16_800, 10_000)


def product(ctx: Context, shop: int, code: str = "P001", name: str = "彝绣挎包", opening_milli: int = 10_000) -> int:
    """A product by code; its id."""
    form = ProductForm(code, name, unit="件", price_fen=16_800, opening_stock_milli=opening_milli)
    return add_product(ctx, shop, form).product_id


def seller(ctx: Context, shop: int) -> Callable[..., None]:
    """Notes sales: product, date, quantity and what came back, in 1/1000."""
    numbers = iter(range(70_001, 80_000))

    def sell(product_id: int, day: str, milli: int, returned: int = 0) -> None:
        with ctx.database.write(ctx.user, "test") as session:
            session.add(Sale(workshop_id=shop, id=next(numbers), date=day, channel="展会", event="火把节",
                             product_id=product_id, quantity_milli=milli, returned_milli=returned,
                             price_fen=16_800))  # fmt: skip

    return sell


def move(ctx: Context, shop: int, product_id: int, kind: StockMoveKind, milli: int, day: int = 8, month: int = 10):
    """Note a move of 2026."""
    return save_move(ctx, shop, product_id, MoveForm(date(2026, month, day), kind, milli))
