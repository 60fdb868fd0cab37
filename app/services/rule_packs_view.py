"""What applies: the rule packs in force on a day with their source and end, what is missing, what is provisional."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.calendar import LocalDay, MonthCalendar, month_calendar
from app.domain.refusal import Refusal
from app.domain.rulepack import Regional, RulePack, StatutoryDays, pack_on
from app.domain.rulepack_reader import READERS
from app.domain.vocabulary import DayKind
from app.models.workshop import Workshop
from app.services.context import Context
from app.services.local_days import LocalDayRow, stored_days
from app.services.rule_packs import KnownPack, Origin, PackSet, UnreadPack, pack_set

ENDS_SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class PackInForce:
    """A pack in force; ``until`` is the last day its figures are known (None: no end), ``ends_soon`` within 60 days and
    no pack known for what comes after.

    ``replaced`` are the stamps of packs of the kind that would hold on the day too. ``region`` is the code prefix by
    which a regional pack holds here ("" otherwise).
    """

    pack: RulePack
    origin: Origin
    until: date | None
    ends_soon: bool
    replaced: tuple[str, ...] = ()
    region: str = ""


@dataclass(frozen=True, slots=True)
class PackOverview:
    """What applies on a day: a row for each kind in force, kinds without one, packs that cannot be read.

    ``provisional``: of the day's year only the statutory days are known. ``other`` are packs not in force that day.
    """

    day: date
    in_force: tuple[PackInForce, ...]
    missing: tuple[str, ...]
    unread: tuple[UnreadPack, ...]
    provisional: bool
    other: tuple[KnownPack, ...]


def pack_overview(ctx: Context, workshop_id: int, day: date) -> PackOverview:
    """Which packs apply to a workshop on a day, and what is missing."""
    with ctx.database.read() as session:
        known = pack_set(session, workshop_id)
        workshop = session.get(Workshop, workshop_id)
        region = workshop.region if workshop is not None else ""
    return overview_of(known, region, day)


def overview_of(known: PackSet, region: str, day: date) -> PackOverview:
    """The overview of a set of packs for a region."""
    rows = [row for kind in READERS if (row := _in_force(known.known, kind, region, day)) is not None]
    held = {row.pack.kind for row in rows}
    missing = tuple(kind for kind in READERS if kind not in held)
    shown = {row.pack.digest for row in rows}
    order = list(READERS)
    other = sorted(
        (one for one in known.known if one.pack.digest not in shown),
        key=lambda one: (order.index(one.pack.kind), -one.pack.valid_from.toordinal(), one.pack.version),
    )
    statutory = next((row.pack.figures for row in rows if isinstance(row.pack.figures, StatutoryDays)), None)
    provisional = "calendar" in missing and statutory is not None and day.year in statutory.years
    return PackOverview(day, tuple(rows), missing, known.unread, provisional, tuple(other))


def _in_force(known: Iterable[KnownPack], kind: str, region: str, day: date) -> PackInForce | None:
    """The pack of a kind in force (its longest prefix for the region first), and what it replaced."""
    fitting = {
        one.pack.digest: (one, _prefix(one.pack, region))
        for one in known
        if one.pack.kind == kind and one.pack.in_force(day) and _prefix(one.pack, region) is not None
    }
    longest = max((len(prefix or "") for _, prefix in fitting.values()), default=0)
    nearest = [one.pack for one, prefix in fitting.values() if len(prefix or "") == longest]
    chosen = pack_on(nearest, kind, day)
    if chosen is None:
        return None
    until = _until(chosen)
    return PackInForce(
        pack=chosen,
        origin=fitting[chosen.digest][0].origin,
        until=until,
        ends_soon=until is not None and until - day <= ENDS_SOON and not _followed(known, kind, region, until),
        replaced=tuple(sorted(one.pack.stamp for one, _ in fitting.values() if one.pack is not chosen)),
        region=fitting[chosen.digest][1] or "",
    )


def _followed(known: Iterable[KnownPack], kind: str, region: str, until: date) -> bool:
    """Whether a pack of the kind is known already for the day after another's end."""
    after = until + timedelta(days=1)
    packs = (one.pack for one in known if one.pack.kind == kind and _prefix(one.pack, region) is not None)
    return any(pack.in_force(after) and (_until(pack) is None or _until(pack) != until) for pack in packs)


def _prefix(pack: RulePack, region: str) -> str | None:
    """The longest code prefix by which a pack holds for a region: "" where it holds everywhere, None where nowhere."""
    if not isinstance(pack.figures, Regional):
        return ""
    return max((code for code in pack.figures.regions if region.startswith(code)), key=len, default=None)


def _until(pack: RulePack) -> date | None:
    """The last day a pack says something of: its own end, or that of the years it knows the festivals of."""
    if isinstance(pack.figures, StatutoryDays) and pack.figures.years:
        last = date(max(pack.figures.years), 12, 31)
        return last if pack.valid_to is None else min(last, pack.valid_to)
    return pack.valid_to


@dataclass(frozen=True, slots=True)
class YearView:
    """A year as the calendar page shows it: its months (none where nobody knows the year) and local festivals.

    ``working`` and ``statutory`` count its days of those kinds.
    """

    year: int
    months: tuple[MonthCalendar, ...]
    local: tuple[LocalDayRow, ...]
    working: int
    statutory: int
    provisional: bool


def year_view(ctx: Context, workshop_id: int, year: int) -> YearView:
    """The twelve months of a year with the workshop's local days."""
    with ctx.database.read() as session:
        packs = pack_set(session, workshop_id).packs
        rows = tuple(row for row in stored_days(session, workshop_id) if abs(row.day.year - year) <= 1)
    local = [LocalDay(row.day, row.name, row.statutory) for row in rows]
    try:
        months = tuple(month_calendar(f"{year:04d}-{month:02d}", packs, local) for month in range(1, 13))
    except Refusal:
        months = ()
    kinds = [kind for month in months for kind in month.kinds]
    return YearView(
        year=year,
        months=months,
        local=tuple(row for row in rows if row.day.year == year),
        working=kinds.count(DayKind.WORKING),
        statutory=kinds.count(DayKind.STATUTORY),
        provisional=any(month.provisional for month in months),
    )
