"""Everything a month's wages are computed from, as frozen rows; what comes out is in :mod:`app.domain.payroll_draft`.

Ids are the storage's integers; any other distinct integers do as well. Money is fen, a piece price 1/10,000 yuan
(``_e4``), a quantity 1/1000 (``_milli``), time minutes. The order of rows never matters, but for the names within
one team entry. What comes by the ten thousand (marks, piece entries) may come summed up: one row for equal days.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from app.domain.calendar import MonthCalendar
from app.domain.payroll_draft import LineCode
from app.domain.rulepack import MinimumWage, PayrollRules, SocialInsurance, WageTax
from app.domain.vocabulary import (
    AdjustmentKind,
    AllowanceRule,
    Basis,
    MarkKind,
    PayPeriod,
    Relation,
    RunKind,
    TaxMethod,
    TimeKind,
)


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
    """An advance paid out in the month (预支), repaid by ``monthly_fen`` a month, at once where that is 0."""

    worker_id: int
    day: date
    amount_fen: int
    monthly_fen: int = 0


@dataclass(frozen=True, slots=True)
class Instalment:
    """What a deduction plan (赔偿扣款, 其他扣款) asks of this month, and what only later months will be asked for."""

    worker_id: int
    kind: AdjustmentKind
    item: str
    due_fen: int
    later_fen: int = 0


@dataclass(frozen=True, slots=True)
class Allowance:
    """A recurring allowance in force from a date on, to ``valid_to`` or without end.

    For one worker, or for every full- and part-time worker where ``worker_id`` is None; ``special``: 特殊津贴, which is
    outside the minimum wage.
    """

    worker_id: int | None
    name: str
    rule: AllowanceRule
    amount_fen: int
    valid_from: date
    valid_to: date | None = None
    special: bool = False


@dataclass(frozen=True, slots=True)
class PayTerms:
    """How a worker is paid and taxed from a date on; ``rate_fen`` is by month, day or hour, 0 for 计件.

    ``social_fen`` (社保个人) and ``additional_fen`` (专项附加扣除) are amounts a month. ``social_base_fen`` above 0 is
    the base the social insurance pack's rates apply to, instead of ``social_fen``.
    """

    valid_from: date
    relation: Relation
    basis: Basis
    rate_fen: int = 0
    social_fen: int = 0
    additional_fen: int = 0
    tax_method: TaxMethod = TaxMethod.MONTHLY
    period: PayPeriod = PayPeriod.MONTH
    social_base_fen: int = 0


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


class PaidLine(NamedTuple):
    """A line of a standing slip; a deduction's amount is negative."""

    code: LineCode
    label: str
    amount_fen: int
    formula: str = ""


@dataclass(frozen=True, slots=True)
class PaidSlip:
    """A standing slip of the same month, in fen: of a first half, a settlement, a correction of these; for a
    settlement and a correction, of any run.

    ``period_from`` and ``period_to`` are the days it pays, None for the whole month; ``minutes`` are 正常, 加班,
    休息日, 法定; ``lines`` are all earnings and other deductions.
    """

    kind: RunKind
    relation: Relation
    period_from: date | None = None
    period_to: date | None = None
    gross_fen: int = 0
    social_fen: int = 0
    additional_fen: int = 0
    tax_fen: int = 0
    other_fen: int = 0
    damage_fen: int = 0
    advance_fen: int = 0
    net_fen: int = 0
    minutes: tuple[int, int, int, int] = (0, 0, 0, 0)
    unpaid_minutes: int = 0
    lines: tuple[PaidLine, ...] = ()


@dataclass(frozen=True, slots=True)
class YearMonth:
    """A month of the tax year as its standing wage slips sum up, with the tax rules it was withheld by.

    ``months`` is 0 for a month corrected to nothing, in which nobody was employed: it has tax, but is no month.
    """

    month: str
    income_fen: int
    social_fen: int
    additional_fen: int
    withheld_fen: int
    method: TaxMethod
    rules: WageTax
    months: int = 1


@dataclass(frozen=True, slots=True)
class WorkerInput:
    """One worker of the month. ``terms`` need no order.

    ``opening`` is the opening balance of this tax year (期初…), ``locked`` the sum of the locked wage slips of its
    earlier months after it (services slips never count), ``covered`` the first locked month that the opening covers
    too, which must not be. The balances brought forward are what earlier months left over and is due, openings
    included; ``…_later_fen`` is what instalments ask of later months only. ``last_gross_fen`` is last month's locked
    gross, None where there was none. ``standing`` are the slips of this month that stand already.

    ``year`` are wage months of the year that were locked before this run: for a correction all of them, else those
    later than the month. For a correction ``…_open_fen`` is what is due and outstanding after all standing slips,
    whatever their month; ``…_open_later_fen`` what is due later only.

    A person employed again has several rows and one tax year: ``opening``, ``locked`` and ``year`` are the person's;
    ``elsewhere`` what the other rows' standing slips paid as wages this month, in ``locked`` but for the month and its
    additional deductions. While a run is computed it holds what that run pays them too, ``services`` what they are
    paid as services, and ``social_elsewhere_fen`` what of this row's social insurance they have taken already
    (``app.domain.persons``). ``opening_twice_fen`` is what of the opening's debts another row of the person owes too.
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
    damage_later_fen: int = 0
    advance_later_fen: int = 0
    other_plan_fen: int = 0
    other_later_fen: int = 0
    standing: tuple[PaidSlip, ...] = ()
    year: tuple[YearMonth, ...] = ()
    damage_open_fen: int = 0
    advance_open_fen: int = 0
    damage_open_later_fen: int = 0
    advance_open_later_fen: int = 0
    other_plan_open_fen: int = 0
    elsewhere: YearToDate = NO_YEAR
    services: YearToDate = NO_YEAR
    social_elsewhere_fen: int = 0
    opening_twice_fen: int = 0


@dataclass(frozen=True, slots=True)
class WorkshopTerms:
    """The workshop's settings of the month: minimum wages and 发薪日 (None: not set), 法定节假日计薪."""

    month_minimum_fen: int | None
    hour_minimum_fen: int | None
    pays_holidays: bool = True
    pay_day: int | None = None


@dataclass(frozen=True, slots=True)
class DatedFigures:
    """The workshop's settings and the region's packs that hold up to a day; None where there is no pack."""

    until: date
    workshop: WorkshopTerms
    social: SocialInsurance | None = None
    region_minimum: MinimumWage | None = None


@dataclass(frozen=True, slots=True)
class MonthInput:
    """All a payroll run needs; ``compute`` in :mod:`app.domain.payroll` is a function of this and nothing else.

    ``kind`` says what is paid, ``only`` whom (worker ids; None: everybody the kind is for).
    ``earlier`` are the marks of the days before the month that share a week with its first.
    ``social`` and ``region_minimum`` are the region's packs in force, None where there is none.
    ``paid_whole``, for a correction: whether the month's own run stands, not only its first half or a settlement.
    ``disputed_months`` are other months with two locked runs: their figures count nowhere (DESIGN 4), neither to the
    year's tax nor to what is owed, which no year ends.
    ``workshop``, ``social`` and ``region_minimum`` hold at the month's end, ``before`` those a change inside it ended.
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
    kind: RunKind = RunKind.REGULAR
    only: frozenset[int] | None = None
    allowances: tuple[Allowance, ...] = ()
    instalments: tuple[Instalment, ...] = ()
    social: SocialInsurance | None = None
    region_minimum: MinimumWage | None = None
    paid_whole: bool = True
    before: tuple[DatedFigures, ...] = ()

    def on(self, last: date) -> "MonthInput":
        """The month with the settings and regional figures of a day: of the last one paid to somebody."""
        held = min((row for row in self.before if last <= row.until), key=lambda row: row.until, default=None)
        if held is None:
            return self
        figures = {"workshop": held.workshop, "social": held.social, "region_minimum": held.region_minimum}
        return replace(self, **figures)  # type: ignore[arg-type]
