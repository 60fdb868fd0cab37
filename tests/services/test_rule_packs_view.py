"""What applies on a day: in force, ending soon, replaced, missing, provisional."""

from datetime import date

import pytest

from app.domain.rulepack_reader import parse_pack
from app.services.local_days import save_local_day
from app.services.rule_packs import KnownPack, Origin, PackSet, shipped_packs
from app.services.rule_packs_view import overview_of, pack_overview, year_view
from tests.pack_files import july_tax, minimum_wages, pack_text, social_insurance

TODAY = date(2026, 10, 21)


def packs(*texts):
    shipped = [KnownPack(pack, Origin.SHIPPED) for pack in shipped_packs()]
    return PackSet((*shipped, *(KnownPack(parse_pack(text), Origin.COUNTY) for text in texts)))


def row_of(overview, kind):
    return next(row for row in overview.in_force if row.pack.kind == kind)


def test_what_is_shipped_lacks_only_what_provinces_set(ctx, shop):
    overview = pack_overview(ctx, shop, TODAY)
    assert overview.missing == ("minimum_wage", "social_insurance")
    assert not overview.provisional
    assert {row.origin for row in overview.in_force} == {Origin.SHIPPED}
    assert row_of(overview, "calendar").pack.sources[0].number == "国办发明电〔2025〕7号"


@pytest.mark.parametrize(("day", "soon"), [("2026-10-31", False), ("2026-11-01", True), ("2026-12-31", True)])
def test_a_pack_ends_soon_from_60_days_before(day, soon):
    row = row_of(overview_of(packs(), "513499", date.fromisoformat(day)), "calendar")
    assert (row.until, row.ends_soon) == (date(2026, 12, 31), soon)


def test_a_pack_that_has_its_successor_does_not_end_soon():
    days = {"days_off": {"元旦": ["2027-01-01"]}, "working_weekends": [], "year": 2027}
    following = pack_text("calendar-2026", days, version="2027.1", valid_from="2027-01-01", valid_to="2027-12-31")
    row = row_of(overview_of(packs(following), "513499", date(2026, 12, 1)), "calendar")
    assert (row.pack.version, row.ends_soon) == ("2026.1", False)


def test_statutory_days_are_known_as_far_as_their_years():
    overview = overview_of(packs(), "513499", date(2035, 11, 5))
    row = row_of(overview, "statutory_days")
    assert (row.until, row.ends_soon) == (date(2035, 12, 31), True)


@pytest.mark.parametrize(("day", "provisional"), [("2026-12-31", False), ("2027-01-01", True), ("2036-01-01", False)])
def test_a_year_without_its_notice_is_provisional(day, provisional):
    overview = overview_of(packs(), "513499", date.fromisoformat(day))
    assert overview.provisional is provisional


def test_a_pack_names_what_it_replaced():
    before = overview_of(packs(july_tax()), "513499", date(2026, 6, 30))
    after = overview_of(packs(july_tax()), "513499", date(2026, 7, 1))
    old = row_of(before, "wage_tax")
    assert (old.pack.version, old.replaced) == ("2019.1", ())
    assert (row_of(after, "wage_tax").pack.version, row_of(after, "wage_tax").replaced) == ("2026.7", (old.pack.stamp,))
    assert [one.pack.version for one in before.other if one.pack.kind == "wage_tax"] == ["2026.7"]


def test_the_nearest_region_s_pack_is_in_force():
    province = minimum_wages({"51": ("2000.00", "20.00")}, title="省")
    county = minimum_wages({"513499": ("1900.00", "19.00")}, title="县")
    elsewhere = minimum_wages({"52": ("1800.00", "18.00")}, title="外省")
    overview = overview_of(packs(province, county, elsewhere), "513499", TODAY)
    row = row_of(overview, "minimum_wage")
    assert (row.pack.title, row.region, len(row.replaced)) == ("县", "513499", 1)
    assert "minimum_wage" in overview_of(packs(elsewhere), "513499", TODAY).missing


def test_social_insurance_is_by_region_too():
    overview = overview_of(packs(social_insurance({"养老保险": "8%"})), "513499", TODAY)
    assert row_of(overview, "social_insurance").region == "51"
    assert overview.missing == ("minimum_wage",)


def test_a_year_has_twelve_months_or_is_unknown(ctx, shop):
    view = year_view(ctx, shop, 2026)
    assert (len(view.months), view.working, view.statutory, view.provisional) == (12, 248, 13, False)
    assert year_view(ctx, shop, 2027).provisional
    assert year_view(ctx, shop, 2023).months == ()


def test_a_year_shows_its_own_local_festivals(ctx, shop):
    save_local_day(ctx, shop, date(2026, 7, 22), "火把节", statutory=True)
    save_local_day(ctx, shop, date(2027, 7, 22), "火把节", statutory=True)
    view = year_view(ctx, shop, 2026)
    assert [row.day.year for row in view.local] == [2026]
    assert (view.working, view.statutory) == (247, 14)
