"""The rows of a book, read and checked: frozen, in the program's own units, each knowing its sheet row.

``nth`` counts rows that agree in the sheet's key columns from 1: a row that occurs twice is two entries (FORMAT).
Text that was left empty is "", everything else that was left empty is None where it may be.
"""

from dataclasses import dataclass, field
from datetime import date

from app.domain.attendance import ParsedMark
from app.domain.vocabulary import AdjustmentKind, Basis, HouseholdBase, Monitoring, Relation, TaxMethod, TimeKind
from app.services.workbook.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What all rows have: the sheet's row number, and which of the rows with the same key this is."""

    row: int
    nth: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopRow(Row):
    """工坊: the properties a book gives; None or "" where it says nothing."""

    name: str = ""
    credit_code: str = ""
    region: str = ""
    address: str = ""
    project: str = ""
    category: str = ""
    project_level: str = ""
    leader: str = ""
    phone: str = ""
    pay_day: int | None = None
    monthly_minimum_fen: int | None = None
    hourly_minimum_fen: int | None = None
    pays_statutory: bool | None = None
    recognition_level: str = ""
    recognised_on: date | None = None
    confirmed_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerRow(Row):
    """工人: who, how paid, household, account, and what the year opened with; ``rate_fen`` is None for 计件."""

    no: str
    name: str
    sex: str = ""
    nation: str = ""
    id_number: str = ""
    phone: str = ""
    village: str = ""
    relation: Relation
    hired: date
    left: date | None = None
    basis: Basis
    rate_fen: int | None = None
    household: HouseholdBase | None = None
    monitoring: Monitoring = Monitoring.NONE
    inheritor_level: str = ""
    mentor_no: str = ""
    bank: str = ""
    account: str = ""
    social_fen: int = 0
    additional_fen: int = 0
    tax_method: TaxMethod = TaxMethod.MONTHLY
    opening_months: int | None = None
    opening_income_fen: int | None = None
    opening_social_fen: int | None = None
    opening_additional_fen: int | None = None
    opening_withheld_fen: int | None = None
    opening_advance_fen: int | None = None
    opening_damage_fen: int | None = None

    def works_on(self, day: date) -> bool:
        """Whether the employment includes a day; the leaving date counts (RULES 4)."""
        return self.hired <= day and (self.left is None or day <= self.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRow(Row):
    """考勤: a worker's month as pairs of day and mark; days not filled in are not there."""

    no: str
    name: str = ""
    marks: tuple[tuple[int, ParsedMark], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRow(Row):
    """单价: the price of a product's process and grade from a date on, in 1/10,000 yuan."""

    product: str
    process: str
    grade: str = ""
    price_e4: int
    valid_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceRow(Row):
    """计件: pieces in 1/1000; several ``nos`` are a team, ``weights`` (1/1000) its shares, empty for equal ones."""

    day: date
    nos: tuple[str, ...]
    product: str
    process: str
    grade: str = ""
    good_milli: int = 0
    rework_milli: int = 0
    worker_scrap_milli: int = 0
    material_scrap_milli: int = 0
    time_kind: TimeKind = TimeKind.NORMAL
    weights: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustmentRow(Row):
    """增减: an addition or deduction of a month, in fen."""

    month: str
    no: str
    item: str
    kind: AdjustmentKind
    amount_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvanceRow(Row):
    """预支: an advance paid out, in fen."""

    day: date
    no: str
    amount_fen: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductRow(Row):
    """产品: selling price in fen, opening stock in 1/1000 units."""

    code: str
    name: str
    project: str = ""
    category: str = ""
    unit: str = ""
    price_fen: int | None = None
    opening_stock_milli: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleRow(Row):
    """销售: a sale line; quantity and returns in 1/1000 units, price in fen a unit."""

    day: date
    channel: str
    event: str = ""
    code: str
    quantity_milli: int
    price_fen: int
    returned_milli: int = 0
    order_no: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRow(Row):
    """培训: a session, its length in minutes, who took part."""

    day: date
    topic: str
    origin: str = ""
    lecturer: str = ""
    minutes: int = 0
    nos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayRow(Row):
    """节假日: a local holiday; ``statutory`` where its hours count threefold (三倍)."""

    day: date
    name: str
    statutory: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A book as read: its month, the good rows of each sheet, and what was found.

    ``headings`` names for each sheet that was there the known columns it had (工坊: the properties filled in): what a
    book does not say, an import does not change. ``incomplete`` are sheets some of whose rows could not be taken.
    ``problems`` stop the import unless the person accepts the good rows.
    """

    month: str
    workshop: WorkshopRow | None = None
    workers: tuple[WorkerRow, ...] = ()
    attendance: tuple[AttendanceRow, ...] = ()
    prices: tuple[PriceRow, ...] = ()
    pieces: tuple[PieceRow, ...] = ()
    adjustments: tuple[AdjustmentRow, ...] = ()
    advances: tuple[AdvanceRow, ...] = ()
    products: tuple[ProductRow, ...] = ()
    sales: tuple[SaleRow, ...] = ()
    trainings: tuple[TrainingRow, ...] = ()
    holidays: tuple[HolidayRow, ...] = ()
    headings: dict[str, frozenset[str]] = field(default_factory=dict)
    incomplete: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
