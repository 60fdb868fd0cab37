"""Rule packs: every figure the State can change, as dated JSON with its source document, read into frozen rows.

A pack is one JSON object: ``pack`` (its kind), ``version``, ``valid_from``, ``valid_to`` (or null), ``title``,
``sources`` and ``figures``; ``app.domain.rulepack_reader`` reads it. A payroll records the stamp of each pack it used,
with a hash of the content. To add a kind: a dataclass of its figures here, a reader in ``rulepack_reader.READERS``, its
name in ``app.domain.messages.rules``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.domain.refusal import Refusal
from app.domain.vocabulary import TimeKind


@dataclass(frozen=True, slots=True)
class Source:
    """The document a pack's figures come from."""

    title: str
    number: str
    issuer: str
    issued: date


@dataclass(frozen=True, slots=True)
class StatutoryDays:
    """Statutory festivals by date, for the years whose dates are known (全国年节及纪念日放假办法).

    ``half_days`` are festivals of a part of the citizens (妇女节), by month and day ("03-08"); they change no pay.
    """

    names: Mapping[date, str]
    years: frozenset[int]
    half_days: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class YearNotice:
    """The State Council's yearly notice: days off and the weekends worked instead."""

    year: int
    days_off: frozenset[date]
    working_weekends: frozenset[date]


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """Hours and overtime (RULES 3): divisors in 1/100, limits in minutes, factors in basis points by time kind."""

    day_divisor_centi: int
    hour_divisor_centi: int
    factors_bp: Mapping[TimeKind, int]
    overtime_day_limit: int
    overtime_month_limit: int
    week_limit: int
    week_outer_limit: int
    part_time_day: int
    part_time_week_limit: int


@dataclass(frozen=True, slots=True)
class WageGuards:
    """Shares in basis points: sick pay of the minimum wage, and the most damage may take of a month's gross."""

    sick_share_bp: int
    damage_cap_bp: int


@dataclass(frozen=True, slots=True)
class Band:
    """A tax band: up to this taxable amount (None: no end), its rate and its quick deduction (速算扣除数)."""

    upto_fen: int | None
    rate_bp: int
    quick_fen: int


@dataclass(frozen=True, slots=True)
class WageTax:
    """Cumulative withholding on wages: deduction a month, or once for the year, and the yearly bands."""

    month_deduction_fen: int
    year_deduction_fen: int
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class ServicesTax:
    """Withholding on services: a fixed deduction up to an amount, a share above it, and the bands."""

    fixed_deduction_fen: int
    fixed_upto_fen: int
    share_bp: int
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Retirement:
    """Legal retirement of one sex: the age before the delay, one month later a step of months, at most so many."""

    age: int
    step_months: int
    most_months: int


@dataclass(frozen=True, slots=True)
class WorkingAge:
    """From which age one may work (Labour Law 15), is grown (58), and retires, by sex; delays begin at a month."""

    least: int
    grown: int
    delayed_from: date
    retirement: Mapping[str, Retirement]


@dataclass(frozen=True, slots=True)
class MinimumWage:
    """The minimum wage of a region (最低工资规定 5): a month of full time and an hour of part time, in fen.

    ``region`` is a code prefix (GB/T 2260: 51, 5134, 513430), ``place`` its name for people.
    """

    monthly_fen: int
    hourly_fen: int
    region: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class SocialItem:
    """One insurance (养老, 医疗, 失业): the worker's own rate in basis points of the base."""

    name: str
    rate_bp: int


@dataclass(frozen=True, slots=True)
class SocialInsurance:
    """The worker's own shares of social insurance in a region, and the bounds of the base, in fen (社会保险法 12)."""

    items: tuple[SocialItem, ...]
    base_floor_fen: int
    base_ceiling_fen: int
    region: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Regional:
    """Figures that differ by region, by code prefix: the longest prefix of a region's code says what holds there."""

    regions: Mapping[str, MinimumWage | SocialInsurance]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lists the program offers, by name: ``nations``, ``categories``, ``levels`` and the like, in the order offered."""

    lists: Mapping[str, tuple[str, ...]]


Figures = (
    StatutoryDays | YearNotice | WorkingTime | WageGuards | WageTax | ServicesTax | WorkingAge | Regional | Vocabulary
)
T = TypeVar(
    "T", StatutoryDays, YearNotice, WorkingTime, WageGuards, WageTax, ServicesTax, WorkingAge, Regional, Vocabulary
)
R = TypeVar("R", MinimumWage, SocialInsurance)


@dataclass(frozen=True, slots=True)
class RulePack:
    """One pack: what it holds, when it is in force, where it comes from, and the hash of its content."""

    kind: str
    version: str
    valid_from: date
    valid_to: date | None
    title: str
    sources: tuple[Source, ...]
    figures: Figures
    digest: str

    @property
    def stamp(self) -> str:
        """How a payroll names the pack it used: ``wage_tax 2019.1 4f2a90c1``."""
        return f"{self.kind} {self.version} {self.digest[:8]}"

    def in_force(self, day: date) -> bool:
        """Whether the pack is valid on a day, both ends included."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class PayrollRules:
    """The figures of one month's wages, and the stamps of the packs they come from (calendar packs not included)."""

    time: WorkingTime
    guards: WageGuards
    wage_tax: WageTax
    services_tax: ServicesTax
    stamps: tuple[str, ...] = ()


def pack_on(packs: Iterable[RulePack], kind: str, day: date) -> RulePack | None:
    """The pack of a kind in force on a day: the one begun last, then the highest version; None where there is none."""
    found = [pack for pack in packs if pack.kind == kind and pack.in_force(day)]
    return max(found, key=_rank, default=None)


def _rank(pack: RulePack) -> tuple[date, str, str]:
    """By what one of several packs in force is preferred."""
    return pack.valid_from, pack.version, pack.digest


def figures_on(packs: Iterable[RulePack], kind: str, day: date, shape: type[T]) -> tuple[T, str]:
    """Figures and stamp of the pack in force; refuses with ``pack_missing``."""
    pack = pack_on(packs, kind, day)
    if pack is None or not isinstance(pack.figures, shape):
        raise Refusal("pack_missing", pack=kind, day=day)
    return pack.figures, pack.stamp


def region_figures_on(
    packs: Iterable[RulePack], kind: str, region: str, day: date, shape: type[R]
) -> tuple[R, str] | None:
    """Figures and stamp for a region's code on a day: the longest prefix wins, then the pack begun last.

    None where no pack in force knows the region: such figures are the province's, and never shipped.
    """
    found = [
        (len(prefix), _rank(pack), figures, pack.stamp)
        for pack in packs
        if pack.kind == kind and isinstance(pack.figures, Regional) and pack.in_force(day)
        for prefix, figures in pack.figures.regions.items()
        if region.startswith(prefix) and isinstance(figures, shape)
    ]
    if not found:
        return None
    _, _, figures, stamp = max(found, key=lambda one: one[:2])
    return figures, stamp


def payroll_rules(packs: Iterable[RulePack], day: date) -> PayrollRules:
    """The figures for wages of the month whose last day is given; refuses with ``pack_missing``.

    Tax, hours and guards are the month's: what takes effect inside a month holds for all of it, a settlement's wages
    too, and for no month before. Withholding reckons by months (2018 no. 61, 6: the amount a month × the months so
    far, by the table then in force). What holds day by day is the calendar, and the workshop's and region's figures.
    """
    known = tuple(packs)
    time, time_stamp = figures_on(known, "working_time", day, WorkingTime)
    guards, guards_stamp = figures_on(known, "wage_guards", day, WageGuards)
    wage_tax, wage_stamp = figures_on(known, "wage_tax", day, WageTax)
    services, services_stamp = figures_on(known, "services_tax", day, ServicesTax)
    return PayrollRules(time, guards, wage_tax, services, (time_stamp, guards_stamp, wage_stamp, services_stamp))
