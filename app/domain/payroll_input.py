"""Everything a month's wages are computed from, as frozen rows; what comes out is in :mod:`app.domain.payroll_draft`.

Ids are the storage's integers; any other distinct integers do as well. Money is fen, a piece price 1/10,000 yuan
(``_e4``), a quantity 1/1000 (``_milli``), time minutes. The order of rows never matters, but for the names within
one team entry. What comes by the ten thousand (marks, piece entries) may come summed up: one row for equal days.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.domain.calendar import MonthCalendar
from app.domain.rulepack import PayrollRules
from app.domain.vocabulary import AdjustmentKind, Basis, MarkKind, Relation, TaxMethod, TimeKind


class Mark(NamedTuple):
    """One worker's attendance mark (考勤) and the days that bear it.

    ``normal_minutes`` is 480 for √, 240 for 半, the number for n or n+m, else 0; ``extra_minutes`` is what follows
    ``+`` or 加. What the minutes count as depends on the calendar kind of the day (RULES 4).
    """

    worker_id: int
    days: tuple[date, ...]
    kind: MarkKind
    normal_minutes: int = 0
    extra_minutes: int = 0


class PieceEntry(NamedTuple):
    """One worker's pieces of one item and time kind (计件), of one day or of several between which its price stays.

    Payable = 合格 + 料废, in 1/1000.
    """

    worker_id: int
    days: tuple[date, ...]
    item_id: int
    kind: TimeKind
    payable_milli: int


@dataclass(frozen=True, slots=True)
class TeamShare:
    """One name of a team entry and its weight (分摊) in 1/1000; equal weights where none were written."""

    worker_id: int
    weight_milli: int


@dataclass(frozen=True, slots=True)
class TeamEntry:
    """Pieces several workers made together; ``shares`` stand in the order of the names: ties go to the earlier."""

    entry_id: int
    day: date
    item_id: int
    kind: TimeKind
    payable_milli: int
    shares: tuple[TeamShare, ...]


@dataclass(frozen=True, slots=True)
class PieceItem:
    """What a piece price is set for: product, process (工序) and grade (等级, may be empty), as people read them."""

    item_id: int
    product: str
    process: str
    grade: str = ""
    unit: str = "件"


@dataclass(frozen=True, slots=True)
class PiecePrice:
    """The price of an item from a date on, in 1/10,000 yuan."""

    item_id: int
    valid_from: date
    price_e4: int


@dataclass(frozen=True, slots=True)
class Adjustment:
    """An addition or deduction of the month (增减); ``name`` is the 项目 the person wrote."""

    worker_id: int
    kind: AdjustmentKind
    name: str
    amount_fen: int


@dataclass(frozen=True, slots=True)
class Advance:
    """An advance paid out in the month (预支)."""

    worker_id: int
    day: date
    amount_fen: int


@dataclass(frozen=True, slots=True)
class PayTerms:
    """How a worker is paid and taxed from a date on; ``rate_fen`` is by month, day or hour, 0 for 计件.

    ``social_fen`` (社保个人) and ``additional_fen`` (专项附加扣除) are amounts a month.
    """

    valid_from: date
    relation: Relation
    basis: Basis
    rate_fen: int = 0
    social_fen: int = 0
    additional_fen: int = 0
    tax_method: TaxMethod = TaxMethod.MONTHLY


@dataclass(frozen=True, slots=True)
class YearToDate:
    """Wage figures of earlier months of the tax year: an opening balance, or the sum of the locked payrolls."""

    months: int = 0
    income_fen: int = 0
    social_fen: int = 0
    additional_fen: int = 0
    withheld_fen: int = 0


NO_YEAR = YearToDate()
"""No earlier month of this tax year."""


@dataclass(frozen=True, slots=True)
class WorkerInput:
    """One worker of the month. ``terms`` need no order; today the last one in force in the month counts.

    ``opening`` is the opening balance of this tax year (期初…), ``locked`` the sum of the locked wage slips after it
    (services slips never count), ``covered`` the first locked month that the opening covers too, which must not be. The
    balances brought forward are what earlier months left over, openings included. ``last_gross_fen`` is last month's
    locked gross, None where there was none.
    """

    worker_id: int
    no: str
    name: str
    hired: date
    left: date | None
    terms: tuple[PayTerms, ...]
    id_number: str = ""
    phone: str = ""
    bank: str = ""
    bank_account: str = ""
    opening: YearToDate = NO_YEAR
    locked: YearToDate = NO_YEAR
    covered: str = ""
    damage_brought_fen: int = 0
    advance_brought_fen: int = 0
    last_gross_fen: int | None = None


@dataclass(frozen=True, slots=True)
class WorkshopTerms:
    """The workshop's settings of the month: minimum wages (None: not set), 法定节假日计薪."""

    month_minimum_fen: int | None
    hour_minimum_fen: int | None
    pays_holidays: bool = True


@dataclass(frozen=True, slots=True)
class MonthInput:
    """All a payroll run needs; ``compute`` in :mod:`app.domain.payroll` is a function of this and nothing else.

    ``earlier`` are the marks of the days before the month that share a week with its first.
    ``disputed_months`` are earlier months of the year with two locked runs: their figures count nowhere (DESIGN 4).
    """

    month: str
    workshop: WorkshopTerms
    calendar: MonthCalendar
    rules: PayrollRules
    workers: tuple[WorkerInput, ...]
    marks: tuple[Mark, ...] = ()
    earlier: tuple[Mark, ...] = ()
    items: tuple[PieceItem, ...] = ()
    prices: tuple[PiecePrice, ...] = ()
    pieces: tuple[PieceEntry, ...] = ()
    teams: tuple[TeamEntry, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    advances: tuple[Advance, ...] = ()
    disputed_months: tuple[str, ...] = ()
