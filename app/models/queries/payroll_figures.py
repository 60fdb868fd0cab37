"""Settings and regional figures of a month by day: who is paid up to a day is paid by what held on it.

A minimum wage raised on the 20th is nothing to whoever left on the 9th (最低工资规定 3), nor to the first half. Days
before the first settings, or before the first pack that knows the region, go by these.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select

from app.domain.payroll_input import DatedFigures, WorkerInput, WorkshopTerms
from app.domain.rulepack import MinimumWage, RulePack, SocialInsurance, region_figures_on
from app.models import workshop
from app.models.queries.month_span import AnyRow, MonthSpan

_REGIONAL = ("minimum_wage", "social_insurance")


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """What holds at the month's end, what a change inside it ended, and the stamps of the region's packs used."""

    last: DatedFigures
    before: tuple[DatedFigures, ...]
    stamps: tuple[str, ...]


def load_figures(span: MonthSpan, packs: Sequence[RulePack], workers: Iterable[WorkerInput]) -> MonthFigures:
    """The figures of a month by day; two statements."""
    settings, region = _settings(span), _region(span)
    by_base = any(row.social_base_fen for worker in workers for row in worker.terms)
    begins = {date.fromisoformat(row.valid_from) for row in settings} | {
        day
        for pack in packs
        if pack.kind in _REGIONAL
        for day in (pack.valid_from, *([pack.valid_to + timedelta(days=1)] if pack.valid_to else []))
    }
    ends = [*sorted(day - timedelta(days=1) for day in begins if span.first < day <= span.last), span.last]
    found: list[DatedFigures] = []
    stamps: list[str] = []
    for day in reversed(ends):
        shop = _settings_on(settings, day)
        minimum = region_figures_on(packs, "minimum_wage", region, day, MinimumWage)
        social = region_figures_on(packs, "social_insurance", region, day, SocialInsurance)
        one = DatedFigures(day, shop, social[0] if social else None, minimum[0] if minimum else None)
        if found and (social is None or minimum is None):
            one = replace(
                one,
                social=one.social or found[-1].social,
                region_minimum=one.region_minimum or found[-1].region_minimum,
            )
        found.append(replace(one, workshop=_with_region(shop, one.region_minimum)))
        if minimum is not None and None in {shop.month_minimum_fen, shop.hour_minimum_fen}:
            stamps.append(minimum[1])
        stamps += [social[1]] if social is not None and by_base else []
    return MonthFigures(found[0], tuple(reversed(found[1:])), tuple(dict.fromkeys(stamps)))


def _settings(span: MonthSpan) -> list[AnyRow]:
    """The wage settings begun by the month's end, the last first."""
    table = workshop.WorkshopTerms
    columns = (table.monthly_minimum_fen, table.hourly_minimum_fen, table.pays_statutory, table.pay_day)
    statement = select(table.valid_from, *columns).where(table.valid_from <= span.last.isoformat())
    return span.rows(statement.order_by(table.valid_from.desc()), table)


def _settings_on(settings: Sequence[AnyRow], day: date) -> WorkshopTerms:
    """The wage settings in force on a day; no minimum wages where there are none."""
    begun = [row for row in settings if row.valid_from <= day.isoformat()][:1] or settings[-1:]
    for row in begun:
        return WorkshopTerms(row.monthly_minimum_fen, row.hourly_minimum_fen, bool(row.pays_statutory), row.pay_day)
    return WorkshopTerms(None, None)


def _region(span: MonthSpan) -> str:
    """The workshop's region code."""
    table = workshop.Workshop
    return span.session.scalar(select(table.region).where(table.workshop_id == span.workshop_id)) or ""


def _with_region(shop: WorkshopTerms, minimum: MinimumWage | None) -> WorkshopTerms:
    """The settings, the region's minimum wages where the workshop has set none."""
    if minimum is None:
        return shop
    month, hour = shop.month_minimum_fen, shop.hour_minimum_fen
    return replace(
        shop,
        month_minimum_fen=minimum.monthly_fen if month is None else month,
        hour_minimum_fen=minimum.hourly_fen if hour is None else hour,
    )
