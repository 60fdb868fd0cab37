"""Kinds of days, cross-checked with two libraries that are not the source (RULES 2)."""

from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest

from app.domain.calendar import LocalDay, month_calendar, month_ends, month_moved
from app.domain.refusal import Refusal
from app.domain.rulepack import StatutoryDays, figures_on
from app.domain.rulepack_reader import parse_pack
from app.domain.vocabulary import DayKind
from tests.pack_files import pack_text
from tests.reference.rows import packs

STATUTORY_2026 = ["01-01", "02-16", "02-17", "02-18", "02-19", "04-05", "05-01", "05-02", "06-19", "09-25", "10-01",
                  "10-02", "10-03"]  # fmt: skip


def year_kinds(year):
    """Kind of every day of a year."""
    found = {}
    for month in range(1, 13):
        calendar = month_calendar(f"{year}-{month:02d}", packs())
        found |= dict(zip(calendar.days(), calendar.kinds, strict=True))
    return found


def festivals(year):
    """Statutory days by the library's names: not observed ones, not exchanged ones."""
    named = holidays.country_holidays("CN", years=year, language="en_US")
    return {
        day
        for day, text in named.items()
        if any("observed" not in name and "Day off" not in name for name in text.split("; "))
    }


def test_2026_has_the_days_of_the_rules():
    kinds = year_kinds(2026)
    assert [f"{day:%m-%d}" for day, kind in kinds.items() if kind is DayKind.STATUTORY] == STATUTORY_2026
    assert sum(kind is DayKind.WORKING for kind in kinds.values()) == 248


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_days_off_are_those_chinesecalendar_knows(year):
    for day, kind in year_kinds(year).items():
        assert (kind is DayKind.WORKING) == chinese_calendar.is_workday(day), day


@pytest.mark.parametrize(("year", "count"), [(2024, 11), (2025, 13), (2026, 13)])
def test_statutory_days_are_those_holidays_names(year, count):
    ours = {day for day, kind in year_kinds(year).items() if kind is DayKind.STATUTORY}
    assert ours == festivals(year)
    assert len(ours) == count


def test_every_known_year_has_its_festivals():
    for figures in (pack.figures for pack in packs() if isinstance(pack.figures, StatutoryDays)):
        for year in figures.years:
            assert {day for day in figures.names if day.year == year} == festivals(year)


def test_two_festivals_on_one_date_are_one_day():
    figures, _ = figures_on(packs(), "statutory_days", date(2028, 10, 3), StatutoryDays)
    assert figures.names[date(2028, 10, 3)] == "中秋节、国庆节"
    assert sum(day.year == 2028 for day in figures.names) == 12


def test_a_year_without_a_notice_is_provisional():
    calendar = month_calendar("2027-10", packs())
    assert calendar.provisional
    assert not month_calendar("2026-10", packs()).provisional
    assert calendar.kind(date(2027, 10, 2)) is DayKind.STATUTORY
    assert calendar.kind(date(2027, 10, 4)) is DayKind.WORKING


@pytest.mark.parametrize(
    ("month", "lead"),
    [
        ("2026-10", ["工作日"] * 3),
        ("2026-03", ["休息日", *["工作日"] * 5]),  # the last one a Saturday worked by notice
        ("2025-01", ["工作日"] * 2),  # of a year nobody knows: weekdays
        ("2026-06", []),
    ],
)
def test_the_days_of_the_first_week_before_the_month_are_known_too(month, lead):
    calendar = month_calendar(month, packs())
    assert list(calendar.lead) == lead
    assert [day.weekday() for day in calendar.lead_days()] == list(range(len(lead)))


@pytest.mark.parametrize("year", [2023, 2036])
def test_a_year_nobody_knows_is_refused(year):
    with pytest.raises(Refusal, match=str(year)):
        month_calendar(f"{year}-05", packs())


@pytest.mark.parametrize("month", ["2026-13", "2026", "10-2026", "2026-1", ""])
def test_a_month_is_written_one_way(month):
    with pytest.raises(Refusal) as refusal:
        month_ends(month)
    assert refusal.value.code == "month_unreadable"


@pytest.mark.parametrize(
    ("day", "threefold", "kind"),
    [
        ("2026-07-25", True, DayKind.STATUTORY),  # a Saturday
        ("2026-07-22", True, DayKind.STATUTORY),
        ("2026-07-22", False, DayKind.REST),
        ("2026-10-10", False, DayKind.REST),  # a working Saturday by notice
        ("2026-10-01", False, DayKind.STATUTORY),  # national all the same
    ],
)
def test_the_county_s_festivals(day, threefold, kind):
    when = date.fromisoformat(day)
    calendar = month_calendar(day[:7], packs(), [LocalDay(when, "火把节", threefold)])
    assert calendar.kind(when) is kind
    assert [other for other in calendar.days() if calendar.kind(other) is not kinds_of(day[:7])[other]] in ([when], [])


def kinds_of(month):
    calendar = month_calendar(month, packs())
    return dict(zip(calendar.days(), calendar.kinds, strict=True))


def test_a_calendar_names_its_festivals_and_its_packs():
    calendar = month_calendar("2026-10", packs(), [LocalDay(date(2026, 10, 20), "彝族年", True)])
    assert dict(calendar.names)[date(2026, 10, 20)] == "彝族年"
    assert [stamp.split()[0] for stamp in calendar.stamps] == ["statutory_days", "calendar"]
    assert calendar.last + timedelta(days=1) == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("month", "step", "other"),
    [
        ("2026-01", -1, "2025-12"),
        ("2026-12", 1, "2027-01"),
        ("2026-11", -11, "2025-12"),
        ("2026-11", -12, "2025-11"),
        ("2026-11", 0, "2026-11"),
    ],
)
def test_months_follow_each_other(month, step, other):
    assert month_moved(month, step) == other


def test_a_statutory_day_decreed_inside_a_month_counts_from_its_decree_on():
    years = {"years": {"2026": {"新节": ["09-03", "09-17"], "中秋节": ["09-25"]}}}
    decreed = parse_pack(pack_text("statutory-days-2025", years, version="9", valid_from="2026-09-15"))
    calendar = month_calendar("2026-09", (*packs(), decreed))
    assert [day.day for day in calendar.days() if calendar.kind(day) is DayKind.STATUTORY] == [17, 25]
    assert dict(calendar.names) == {date(2026, 9, 17): "新节", date(2026, 9, 25): "中秋节"}
    stamps = [stamp.rsplit(" ", 1)[0] for stamp in calendar.stamps]
    assert stamps[:2] == ["statutory_days 2025.1", "statutory_days 9"]
