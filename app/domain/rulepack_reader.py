"""A rule pack's JSON read into frozen figures, or refused in words that name the field (``pack_unreadable``).

Yuan, percentages and divisors are text ("36000", "3%", "21.75"), dates ISO; a float is refused, and so is every field
this version does not know: a figure that is silently left out pays people wrongly.
"""

import hashlib
from collections.abc import Callable
from datetime import date

from app.domain.bounds import MOST_RATE_FEN, most_yuan
from app.domain.canonical import canonical
from app.domain.rulepack import (
    Band,
    Figures,
    MinimumWage,
    Regional,
    Retirement,
    RulePack,
    ServicesTax,
    SocialInsurance,
    SocialItem,
    Source,
    StatutoryDays,
    Vocabulary,
    WageGuards,
    WageTax,
    WorkingAge,
    WorkingTime,
    YearNotice,
)
from app.domain.rulepack_fields import WHOLE_BP, Field, read_json
from app.domain.vocabulary import Basis, TimeKind

MOST_PACK_BYTES = 256 << 10
_YEAR, _MONTH_DAY = 4, "2000-"  # a leap year, so that 02-29 is a day


def parse_pack(text: str) -> RulePack:
    """A pack from its JSON text; refuses with ``pack_unreadable``, naming the field and what is wrong with it."""
    return pack_of(read_json(text))


def pack_of(whole: Field) -> RulePack:
    """A pack from its JSON value; refuses like ``parse_pack``."""
    parts = whole.parts("pack", "version", "valid_from", "valid_to", "title", "sources", "figures")
    kind, begun = parts["pack"].text(), parts["valid_from"].day()
    if kind not in READERS:
        raise parts["pack"].wrong("kind")
    ended = None if parts["valid_to"].value is None else parts["valid_to"].day()
    if ended is not None and ended < begun:
        raise parts["valid_to"].wrong("reversed")
    pack = RulePack(
        kind=kind,
        version=parts["version"].text(),
        valid_from=begun,
        valid_to=ended,
        title=parts["title"].text(),
        sources=tuple(_source(row) for row in parts["sources"].rows()),
        figures=READERS[kind](parts["figures"]),
        digest=_digest(whole),
    )
    _check_calendar_span(pack, parts)
    return pack


def _digest(whole: Field) -> str:
    try:
        return hashlib.sha256(canonical(whole.value)).hexdigest()
    except UnicodeEncodeError:  # half a surrogate pair
        raise whole.wrong("json") from None


def _source(row: Field) -> Source:
    parts = row.parts("title", "number", "issuer", "date")
    return Source(parts["title"].text(), parts["number"].text(), parts["issuer"].text(), parts["date"].day())


# ---------------------------------------------------------------- calendar


def _statutory_days(figures: Field) -> StatutoryDays:
    parts = figures.parts("half_days", "years")
    names: dict[date, str] = {}
    years = set()
    for year, festivals in parts["years"].entries():
        if len(year) != _YEAR or not (year.isascii() and year.isdigit()):
            raise festivals.wrong("year")
        years.add(int(year))
        for festival, days in festivals.entries():
            for row in days.rows():
                day = row.day(before=f"{year}-")
                if festival in names.get(day, "").split("、"):
                    raise row.wrong("day_twice")
                names[day] = f"{names[day]}、{festival}" if day in names else festival
    return StatutoryDays(names, frozenset(years), _half_days(parts["half_days"]))


def _half_days(table: Field) -> dict[str, str]:
    """Names by month and day; there may be none."""
    found: dict[str, str] = {}
    for day, name in table.entries() if table.value != {} else ():
        Field(day, name.path).day(before=_MONTH_DAY)
        found[day] = name.text()
    return found


def _year_notice(figures: Field) -> YearNotice:
    parts = figures.parts("year", "days_off", "working_weekends")
    off: set[date] = set()
    for _, days in parts["days_off"].entries():
        for row in days.rows():
            if row.day() in off:
                raise row.wrong("day_twice")
            off.add(row.day())
    worked: set[date] = set()
    for row in parts["working_weekends"].rows(0):
        day = row.day()
        if day in off or day in worked:
            raise row.wrong("day_twice")
        if day.weekday() < 5:
            raise row.wrong("not_weekend")
        worked.add(day)
    return YearNotice(parts["year"].number(1950, 2200), frozenset(off), frozenset(worked))


def _check_calendar_span(pack: RulePack, parts: dict[str, Field]) -> None:
    """A yearly notice is in force for its whole year at least, ends with it, and every day it names is within that."""
    if not isinstance(pack.figures, YearNotice):
        return
    year = pack.figures.year
    if pack.valid_from > date(year, 1, 1):
        raise parts["valid_from"].wrong("year_span")
    if pack.valid_to is None or not date(year, 12, 31) <= pack.valid_to <= date(year + 1, 1, 31):
        raise parts["valid_to"].wrong("year_span")
    days = pack.figures.days_off | pack.figures.working_weekends
    outside = sorted(day for day in days if not pack.in_force(day))
    if outside:
        raise parts["figures"].below("days_off", outside[0].isoformat()).wrong("outside")


# ---------------------------------------------------------------- wages and tax


def _working_time(figures: Field) -> WorkingTime:
    hours = {
        "overtime_day_limit": "overtime_hours_a_day",
        "overtime_month_limit": "overtime_hours_a_month",
        "week_limit": "hours_a_week",
        "week_outer_limit": "outer_hours_a_week",
        "part_time_day": "part_time_hours_a_day",
        "part_time_week_limit": "part_time_hours_a_week",
    }
    parts = figures.parts("day_divisor", "hour_divisor", "factors", *hours.values())
    factors = parts["factors"].parts(*(kind.value for kind in TimeKind))
    return WorkingTime(
        day_divisor_centi=parts["day_divisor"].centi(),
        hour_divisor_centi=parts["hour_divisor"].centi(),
        factors_bp={kind: factors[kind.value].factor() for kind in TimeKind},
        **{name: parts[given].minutes() for name, given in hours.items()},
    )


def _wage_guards(figures: Field) -> WageGuards:
    parts = figures.parts("sick_pay_of_minimum", "damage_of_gross")
    return WageGuards(parts["sick_pay_of_minimum"].percent(), parts["damage_of_gross"].percent())


def _bands(table: Field) -> tuple[Band, ...]:
    """Tax bands in order, the last without an end; the quick deductions join them without a step."""
    bands: list[Band] = []
    rows = table.rows()
    for place, row in enumerate(rows):
        parts = row.parts("upto", "rate", "quick")
        last = place == len(rows) - 1
        if last is not (parts["upto"].value is None):
            raise parts["upto"].wrong("band_end")
        upto = None if last else parts["upto"].yuan()
        band = Band(upto, parts["rate"].percent(), parts["quick"].yuan())
        before = bands[-1] if bands else Band(0, 0, 0)
        start = before.upto_fen or 0
        if upto is not None and upto <= start:
            raise parts["upto"].wrong("band_order")
        if band.rate_bp <= before.rate_bp and bands:
            raise parts["rate"].wrong("band_order")
        if start * (band.rate_bp - before.rate_bp) != (band.quick_fen - before.quick_fen) * WHOLE_BP:
            raise parts["quick"].wrong("band_step")
        bands.append(band)
    return tuple(bands)


def _wage_tax(figures: Field) -> WageTax:
    parts = figures.parts("deduction_a_month", "deduction_a_year", "bands")
    return WageTax(parts["deduction_a_month"].yuan(), parts["deduction_a_year"].yuan(), _bands(parts["bands"]))


def _services_tax(figures: Field) -> ServicesTax:
    parts = figures.parts("fixed_deduction", "fixed_up_to", "share_above", "bands")
    fixed, upto = parts["fixed_deduction"].yuan(), parts["fixed_up_to"].yuan()
    return ServicesTax(fixed, upto, parts["share_above"].percent(), _bands(parts["bands"]))


def _working_age(figures: Field) -> WorkingAge:
    parts = figures.parts("least", "grown", "delayed_from", "retirement")
    rows = {sex: row.parts("age", "step_months", "most_months") for sex, row in _sexes(parts["retirement"])}
    retirement = {
        sex: Retirement(row["age"].number(40, 80), row["step_months"].number(1, 24), row["most_months"].number(0, 240))
        for sex, row in rows.items()
    }
    begun = parts["delayed_from"].day(after="-01")
    return WorkingAge(parts["least"].number(14, 25), parts["grown"].number(14, 25), begun, retirement)


def _sexes(table: Field) -> list[tuple[str, Field]]:
    return list(table.parts("男", "女").items())


# ---------------------------------------------------------------- by region


def _regional(read: Callable[[str, Field], MinimumWage | SocialInsurance]) -> Callable[[Field], Regional]:
    """A reader of figures by region; a code prefix has 2, 4, 6 or more digits, two for each level."""

    def regions(figures: Field) -> Regional:
        found: dict[str, MinimumWage | SocialInsurance] = {}
        for code, row in figures.parts("regions")["regions"].entries():
            if not (code.isascii() and code.isdigit() and len(code) in {2, 4, 6, 9, 12}):
                raise row.wrong("region")
            found[code] = read(code, row)
        return Regional(found)

    return regions


def _minimum_wage(code: str, row: Field) -> MinimumWage:
    parts = row.parts("place", "monthly", "hourly")
    monthly, hourly = parts["monthly"].yuan(), parts["hourly"].yuan()
    for name, fen in (("monthly", monthly), ("hourly", hourly)):
        if not fen:
            raise parts[name].wrong("yuan")
    if hourly >= monthly:
        raise parts["hourly"].wrong("hourly")
    for name, fen, basis in (("monthly", monthly, Basis.MONTHLY), ("hourly", hourly, Basis.HOURLY)):
        if fen > MOST_RATE_FEN[basis]:
            raise parts[name].wrong("yuan_high", most_yuan(MOST_RATE_FEN[basis]))
    return MinimumWage(monthly, hourly, code, parts["place"].text())


def _social_insurance(code: str, row: Field) -> SocialInsurance:
    parts = row.parts("place", "items", "base_floor", "base_ceiling")
    items: dict[str, int] = {}
    for name, rate in parts["items"].entries():
        items[name] = rate.percent()
    if sum(items.values()) > WHOLE_BP:
        raise parts["items"].wrong("percent_high")
    floor, ceiling = parts["base_floor"].yuan(), parts["base_ceiling"].yuan()
    if not ceiling:
        raise parts["base_ceiling"].wrong("yuan")
    if ceiling < floor:
        raise parts["base_ceiling"].wrong("bounds")
    listed = tuple(SocialItem(name, rate) for name, rate in items.items())
    return SocialInsurance(listed, floor, ceiling, code, parts["place"].text())


# ---------------------------------------------------------------- lists


def _vocabulary(figures: Field) -> Vocabulary:
    lists: dict[str, tuple[str, ...]] = {}
    for name, words in figures.entries():
        found: list[str] = []
        for row in words.rows():
            if row.text() in found:
                raise row.wrong("word_twice")
            found.append(row.text())
        lists[name] = tuple(found)
    return Vocabulary(lists)


READERS: dict[str, Callable[[Field], Figures]] = {
    "statutory_days": _statutory_days,
    "calendar": _year_notice,
    "working_time": _working_time,
    "wage_guards": _wage_guards,
    "wage_tax": _wage_tax,
    "services_tax": _services_tax,
    "working_age": _working_age,
    "minimum_wage": _regional(_minimum_wage),
    "social_insurance": _regional(_social_insurance),
    "vocabulary": _vocabulary,
}


def read_pack_bytes(data: bytes, most: int = MOST_PACK_BYTES) -> str:
    """A pack file's text; refuses one that is larger than ``most`` bytes or no UTF-8."""
    if len(data) > most:
        raise Field(None).wrong("large")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Field(None).wrong("json") from None
