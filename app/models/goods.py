"""Products, processes and piece prices; what was sold and lies in stock; materials given out and taken back."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from app.models.base import Synced, SyncInfo, col


class Product(Synced):
    """A product; price in fen, opening stock in 1/1000 units; ``picture`` is a file's SHA-256 (app.models.pictures)."""

    __tablename__ = "product"

    id: Mapped[int] = col(key=True)
    code: Mapped[str] = col(group="identity", default="")
    name: Mapped[str] = col(group="identity")
    project: Mapped[str] = col(group="craft", default="")
    category: Mapped[str] = col(group="craft", default="")
    unit: Mapped[str] = col(group="selling", default="件")
    price_fen: Mapped[int | None] = col(group="selling")
    opening_stock_milli: Mapped[int] = col(group="stock", default=0)
    source: Mapped[str] = col(group="identity", default="")
    picture: Mapped[str] = col(group="picture", default="")


class Process(Synced):
    """工序: a step of making a product that pieces are counted by."""

    __tablename__ = "process"
    __refs__: ClassVar[dict[str, str]] = {"product_id": "product"}

    id: Mapped[int] = col(key=True)
    product_id: Mapped[int] = col()
    name: Mapped[str] = col()
    source: Mapped[str] = col(default="")


class PiecePrice(Synced):
    """单价: what one piece of a process and grade pays from a date on, in 1/10,000 yuan."""

    __tablename__ = "piece_price"
    __refs__: ClassVar[dict[str, str]] = {"process_id": "process"}

    process_id: Mapped[int] = col(key=True)
    grade: Mapped[str] = col(key=True)
    valid_from: Mapped[str] = col(key=True, date=True)
    price_e4: Mapped[int] = col()
    source: Mapped[str] = col(default="")


class Sale(Synced):
    """A sale line: quantity and returns in 1/1000 units, price in fen a unit."""

    __tablename__ = "sale"
    __sync__: ClassVar[SyncInfo] = SyncInfo(month="date", indexed=True)
    __refs__: ClassVar[dict[str, str]] = {"product_id": "product"}

    id: Mapped[int] = col(key=True)
    date: Mapped[str] = col(date=True)
    channel: Mapped[str] = col()
    event: Mapped[str] = col(default="")
    product_id: Mapped[int] = col()
    quantity_milli: Mapped[int] = col()
    price_fen: Mapped[int] = col()
    returned_milli: Mapped[int] = col(default=0)
    order_no: Mapped[str] = col(default="")
    source: Mapped[str] = col(default="")


class StockMove(Synced):
    """出入库: what came into stock or left it by other ways than sales (StockMoveKind), in 1/1000 units, out negative.

    A stocktake is kept as its difference, with what was counted beside it: sums do not depend on the order of arrival.
    """

    __tablename__ = "stock_move"
    __sync__: ClassVar[SyncInfo] = SyncInfo(month="date", indexed=True)
    __refs__: ClassVar[dict[str, str]] = {"product_id": "product"}

    id: Mapped[int] = col(key=True)
    date: Mapped[str] = col(date=True)
    product_id: Mapped[int] = col()
    kind: Mapped[str] = col()
    quantity_milli: Mapped[int] = col()
    counted_milli: Mapped[int | None] = col()
    note: Mapped[str] = col(default="")


class Material(Synced):
    """原料: what is given out to be worked up (thread, cloth, silver)."""

    __tablename__ = "material"

    id: Mapped[int] = col(key=True)
    name: Mapped[str] = col()
    unit: Mapped[str] = col(default="")


class MaterialMove(Synced):
    """领退料: material a worker took (positive), gave back or used up (negative), in 1/1000 units."""

    __tablename__ = "material_move"
    __sync__: ClassVar[SyncInfo] = SyncInfo(month="date", indexed=True)
    __refs__: ClassVar[dict[str, str]] = {"material_id": "material", "worker_id": "worker"}

    id: Mapped[int] = col(key=True)
    date: Mapped[str] = col(date=True)
    material_id: Mapped[int] = col()
    worker_id: Mapped[int] = col()
    kind: Mapped[str] = col()
    quantity_milli: Mapped[int] = col()
    note: Mapped[str] = col(default="")
