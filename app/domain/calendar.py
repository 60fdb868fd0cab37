"""Kinds of days: national statutory days, the State Council's yearly notice, and the county's layer (RULES 2)."""

import calendar as months
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from app.domain.refusal import Refusal
from app.domain.rulepack import RulePack, StatutoryDays, YearNotice, pack_on
from app.domain.vocabulary import DayKind


@dataclass(frozen=True, slots=True)
class LocalDay:
    """A local festival (节假日); ``statutory`` where it counts threefold (三倍 = 是), else it is a day off."""

    day: date
    name: str
    statutory: bool


@dataclass(frozen=True, slots=True)
class MonthCalendar:
    """The kinds of a month's days, first day first; ``provisional`` while the year's notice is not out.

    ``lead`` are the kinds of the days from the Monday of its first week on that lie before it; ``names`` holds the
    festivals by date, ``half_days`` working days on which a part of the workers has half a day off (妇女节), ``stamps``
    the packs used.
    """

    first: date
    kinds: tuple[DayKind, ...]
    lead: tuple[DayKind, ...] = ()
    provisional: bool = False
    names: tuple[tuple[date, str], ...] = ()
    half_days: tuple[tuple[date, str], ...] = ()
    stamps: tuple[str, ...] = ()

    @property
    def last(self) -> date:
        """The month's last day."""
        return self.first + timedelta(days=len(self.kinds) - 1)

    def days(self) -> list[date]:
        """The month's days in order."""
        return [self.first + timedelta(days=place) for place in range(len(self.kinds))]

    def lead_days(self) -> list[date]:
        """The days before the month that share a week with its first, in order."""
        return [self.first - timedelta(days=back) for back in range(len(self.lead), 0, -1)]

    def kind(self, day: date) -> DayKind:
        """Kind of a day of this month."""
        return self.kinds[day.day - 1]


@lru_cache(maxsize=16)  # asked for each worker of a month
def days_by_kind(calendar: MonthCalendar) -> Mapping[DayKind, frozenset[date]]:
    """The days of a month of each kind."""
    found: dict[DayKind, set[date]] = {kind: set() for kind in DayKind}
    for day, kind in zip(calendar.days(), calendar.kinds, strict=True):
        found[kind].add(day)
    return {kind: frozenset(days) for kind, days in found.items()}


def month_ends(month: str) -> tuple[date, date]:
    """First and last day of a month written YYYY-MM; refuses with ``month_unreadable``."""
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        raise Refusal("month_unreadable", text=month) from None
    return first, first.replace(day=months.monthrange(first.year, first.month)[1])


def month_moved(month: str, step: int) -> str:
    """The month ``step`` months later (negative: earlier) than a month written YYYY-MM."""
    whole = int(month[:4]) * 12 + int(month[5:]) - 1 + step
    return f"{whole // 12:04}-{whole % 12 + 1:02}"


def day_kind(day: date, statutory: Iterable[date], notice: YearNotice | None, local: LocalDay | None) -> DayKind:
    """Kind of a date (RULES 4): statutory whatever the weekday, else rest, else working.

    Rest days are weekends not worked by notice, the notice's days off, and local days off.
    """
    if day in statutory or (local is not None and local.statutory):
        return DayKind.STATUTORY
    if local is not None or (notice is not None and day in notice.days_off):
        return DayKind.REST
    worked = notice is not None and day in notice.working_weekends
    return DayKind.REST if day.weekday() >= 5 and not worked else DayKind.WORKING


def month_calendar(month: str, packs: Iterable[RulePack], local: Iterable[LocalDay] = ()) -> MonthCalendar:
    """The calendar of a month from the packs and the local days.

    Each day is statutory by the pack in force on it: a festival decreed in mid-month counts from then on; a notice is a
    whole year's. A year without a notice is provisional: only its statutory days are known. Refuses with
    ``calendar_unknown`` where not even those are, and with ``month_unreadable``.
    """
    first, last = month_ends(month)
    known = tuple(packs)
    locals_ = {entry.day: entry for entry in sorted(local, key=lambda entry: (entry.statutory, entry.name))}
    days = [first + timedelta(days=place) for place in range(last.day)]
    lead = [first - timedelta(days=back) for back in range(first.weekday(), 0, -1)]
    laws = {day: _statutory(known, day) for day in days}
    pack = pack_on(known, "calendar", first)
    kinds = {day: day_kind(day, laws[day][0].names, _notice(known, day), locals_.get(day)) for day in days}
    names = {day: laws[day][0].names[day] for day in days if day in laws[day][0].names}
    names.update({day: entry.name for day, entry in locals_.items() if first <= day <= last and day not in names})
    halves = ((day, laws[day][0].half_days.get(f"{day:%m-%d}", "")) for day in days if kinds[day] is DayKind.WORKING)
    stamps = dict.fromkeys(stamp for _, stamp in laws.values())
    return MonthCalendar(
        first=first,
        kinds=tuple(kinds.values()),
        lead=tuple(day_kind(day, _names_before(known, day), _notice(known, day), locals_.get(day)) for day in lead),
        provisional=pack is None,
        names=tuple(sorted(names.items())),
        half_days=tuple((day, name) for day, name in halves if name),
        stamps=(*stamps, pack.stamp) if pack is not None else (*stamps,),
    )


def _statutory(packs: Iterable[RulePack], day: date) -> tuple[StatutoryDays, str]:
    """The statutory days known on a day, and their pack's stamp; refuses with ``calendar_unknown``."""
    pack = pack_on(packs, "statutory_days", day)
    if pack is None or not isinstance(pack.figures, StatutoryDays) or day.year not in pack.figures.years:
        raise Refusal("calendar_unknown", year=day.year)
    return pack.figures, pack.stamp


def _names_before(packs: Iterable[RulePack], day: date) -> Iterable[date]:
    """The statutory days known on a day before the month, which may lie in a year nobody knows."""
    pack = pack_on(packs, "statutory_days", day)
    return pack.figures.names if pack is not None and isinstance(pack.figures, StatutoryDays) else ()


def _notice(packs: Iterable[RulePack], day: date) -> YearNotice | None:
    """The yearly notice of a day; days before the month may lie in another year."""
    pack = pack_on(packs, "calendar", day)
    return pack.figures if pack is not None and isinstance(pack.figures, YearNotice) else None
