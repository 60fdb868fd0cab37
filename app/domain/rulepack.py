"""Rule packs: every figure the State can change, as dated JSON with its source document, read into frozen rows.

A pack is one JSON object: ``pack`` (its kind), ``version``, ``valid_from``, ``valid_to`` (or null), ``title``,
``sources`` and ``figures``. Yuan and percentages are text ("36000", "3%"), dates ISO. A payroll records the stamp of
each pack it used, with a hash of the content. To add a kind: a dataclass of its figures and a reader in ``_READERS``.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from app.domain.money import parse_yuan, scaled
from app.domain.percent import parse_percent
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


Figures = StatutoryDays | YearNotice | WorkingTime | WageGuards | WageTax | ServicesTax | WorkingAge
T = TypeVar("T", StatutoryDays, YearNotice, WorkingTime, WageGuards, WageTax, ServicesTax, WorkingAge)


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


def _hours(value: int | str) -> int:
    """Hours, whole or as decimal text, as minutes."""
    return scaled(str(value), 2) * 60 // 100


def _bands(rows: Iterable[Mapping[str, Any]]) -> tuple[Band, ...]:
    bands = tuple(
        Band(
            None if row["upto"] is None else parse_yuan(row["upto"]),
            parse_percent(row["rate"]),
            parse_yuan(row["quick"]),
        )
        for row in rows
    )
    if not bands or bands[-1].upto_fen is not None:
        raise ValueError("bands")
    return bands


def _statutory_days(figures: Mapping[str, Any]) -> StatutoryDays:
    names: dict[date, str] = {}
    for year, festivals in figures["years"].items():
        for festival, days in festivals.items():
            for text in days:
                day = date.fromisoformat(f"{year}-{text}")
                names[day] = f"{names[day]}、{festival}" if day in names else festival
    return StatutoryDays(names, frozenset(int(year) for year in figures["years"]), dict(figures["half_days"]))


def _year_notice(figures: Mapping[str, Any]) -> YearNotice:
    off = frozenset(date.fromisoformat(day) for days in figures["days_off"].values() for day in days)
    return YearNotice(figures["year"], off, frozenset(date.fromisoformat(day) for day in figures["working_weekends"]))


def _working_time(figures: Mapping[str, Any]) -> WorkingTime:
    return WorkingTime(
        day_divisor_centi=scaled(figures["day_divisor"], 2),
        hour_divisor_centi=scaled(figures["hour_divisor"], 2),
        factors_bp={TimeKind(kind): parse_percent(share) for kind, share in figures["factors"].items()},
        overtime_day_limit=_hours(figures["overtime_hours_a_day"]),
        overtime_month_limit=_hours(figures["overtime_hours_a_month"]),
        week_limit=_hours(figures["hours_a_week"]),
        week_outer_limit=_hours(figures["outer_hours_a_week"]),
        part_time_day=_hours(figures["part_time_hours_a_day"]),
        part_time_week_limit=_hours(figures["part_time_hours_a_week"]),
    )


def _wage_guards(figures: Mapping[str, Any]) -> WageGuards:
    return WageGuards(parse_percent(figures["sick_pay_of_minimum"]), parse_percent(figures["damage_of_gross"]))


def _wage_tax(figures: Mapping[str, Any]) -> WageTax:
    bands = _bands(figures["bands"])
    return WageTax(parse_yuan(figures["deduction_a_month"]), parse_yuan(figures["deduction_a_year"]), bands)


def _services_tax(figures: Mapping[str, Any]) -> ServicesTax:
    fixed, upto = parse_yuan(figures["fixed_deduction"]), parse_yuan(figures["fixed_up_to"])
    return ServicesTax(fixed, upto, parse_percent(figures["share_above"]), _bands(figures["bands"]))


def _working_age(figures: Mapping[str, Any]) -> WorkingAge:
    retirement = {sex: Retirement(**row) for sex, row in figures["retirement"].items()}
    begun = date.fromisoformat(f"{figures['delayed_from']}-01")
    return WorkingAge(figures["least"], figures["grown"], begun, retirement)


_READERS: dict[str, Callable[[Mapping[str, Any]], Figures]] = {
    "statutory_days": _statutory_days,
    "calendar": _year_notice,
    "working_time": _working_time,
    "wage_guards": _wage_guards,
    "wage_tax": _wage_tax,
    "services_tax": _services_tax,
    "working_age": _working_age,
}


def _source(row: Mapping[str, Any]) -> Source:
    return Source(row["title"], row["number"], row["issuer"], date.fromisoformat(row["date"]))


def parse_pack(text: str) -> RulePack:
    """A pack from its JSON text; refuses with ``pack_unreadable``, naming what is wrong with it."""
    try:
        raw = json.loads(text)
        canonical = json.dumps(raw, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return RulePack(
            kind=raw["pack"],
            version=raw["version"],
            valid_from=date.fromisoformat(raw["valid_from"]),
            valid_to=None if raw["valid_to"] is None else date.fromisoformat(raw["valid_to"]),
            title=raw["title"],
            sources=tuple(_source(row) for row in raw["sources"]),
            figures=_READERS[raw["pack"]](raw["figures"]),
            digest=hashlib.sha256(canonical.encode()).hexdigest(),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise Refusal("pack_unreadable", where=f"{type(fault).__name__}: {fault}") from fault


def pack_on(packs: Iterable[RulePack], kind: str, day: date) -> RulePack | None:
    """The pack of a kind in force on a day: the one begun last, then the highest version; None where there is none."""
    found = [pack for pack in packs if pack.kind == kind and pack.in_force(day)]
    return max(found, key=lambda pack: (pack.valid_from, pack.version, pack.digest), default=None)


def figures_on(packs: Iterable[RulePack], kind: str, day: date, shape: type[T]) -> tuple[T, str]:
    """Figures and stamp of the pack in force; refuses with ``pack_missing``."""
    pack = pack_on(packs, kind, day)
    if pack is None or not isinstance(pack.figures, shape):
        raise Refusal("pack_missing", pack=kind, day=day)
    return pack.figures, pack.stamp


def payroll_rules(packs: Iterable[RulePack], day: date) -> PayrollRules:
    """The figures for wages of the month whose last day is given; refuses with ``pack_missing``."""
    known = tuple(packs)
    time, time_stamp = figures_on(known, "working_time", day, WorkingTime)
    guards, guards_stamp = figures_on(known, "wage_guards", day, WageGuards)
    wage_tax, wage_stamp = figures_on(known, "wage_tax", day, WageTax)
    services, services_stamp = figures_on(known, "services_tax", day, ServicesTax)
    return PayrollRules(time, guards, wage_tax, services, (time_stamp, guards_stamp, wage_stamp, services_stamp))
