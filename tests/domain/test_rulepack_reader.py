"""Reading packs: each refusal names the field in plain words, and a figure that cannot be is never taken."""

import json
from datetime import date

import pytest

from app.domain.messages.rules import FAULTS, KINDS
from app.domain.refusal import Refusal
from app.domain.rulepack import (
    MinimumWage,
    SocialInsurance,
    SocialItem,
    Vocabulary,
    figures_on,
    region_figures_on,
)
from app.domain.rulepack_reader import READERS, parse_pack, read_pack_bytes
from tests.pack_files import minimum_wages, pack_text, social_insurance
from tests.reference.rows import RULES, packs

DAY = date(2026, 10, 31)
BANDS = json.loads(pack_text("wage-tax"))["figures"]["bands"]
CALENDAR = json.loads(pack_text("calendar-2026"))["figures"]
YEARS = json.loads(pack_text("statutory-days-2025"))["figures"]["years"]


def refused(text):
    with pytest.raises(Refusal) as refusal:
        parse_pack(text)
    assert refusal.value.code == "pack_unreadable"
    return refusal.value


def bands(*rows):
    return [dict(zip(("upto", "rate", "quick"), row, strict=True)) for row in rows]


def region(**changes):
    row = {"place": "某县", "monthly": "2000.00", "hourly": "20.00"} | changes
    return pack_text("examples/minimum-wage", {"regions": {"5134": row}})


CASES = {
    "dates reversed": (pack_text("wage-tax", valid_to="2018-12-31"), "valid_to", "reversed"),
    "a day that is none": (pack_text("wage-tax", valid_from="2026-02-30"), "valid_from", "date"),
    "a date in other form": (pack_text("wage-tax", valid_from="20260101"), "valid_from", "date"),
    "no source": (pack_text("wage-tax", sources=[]), "sources", "list"),
    "no title": (pack_text("wage-tax", title=" "), "title", "text"),
    "two lines": (pack_text("wage-tax", title="a\nb"), "title", "text"),
    "unknown kind": (pack_text("wage-tax", pack="wages"), "pack", "kind"),
    "unknown field": (pack_text("wage-tax", note="x"), "note", "unknown"),
    "unknown figure": (pack_text("wage-tax", {"bonus": "1"}), "figures.bonus", "unknown"),
    "figure missing": (pack_text("wage-guards").replace("sick_pay", "sick"), "figures.sick_pay_of_minimum", "missing"),
    "negative amount": (
        pack_text("wage-tax", {"deduction_a_month": "-5000"}), "figures.deduction_a_month", "negative"),
    "negative share": (pack_text("wage-guards", {"damage_of_gross": "-1%"}), "figures.damage_of_gross", "negative"),
    "share above all": (
        pack_text("wage-guards", {"damage_of_gross": "101%"}), "figures.damage_of_gross", "percent_high"),
    "no percentage": (pack_text("wage-guards", {"damage_of_gross": "20"}), "figures.damage_of_gross", "percent"),
    "a number": (pack_text("wage-tax", {"deduction_a_month": 5000}), "figures.deduction_a_month", "text"),
    "a third of a fen": (pack_text("wage-tax", {"deduction_a_month": "0.005"}), "figures.deduction_a_month", "yuan"),
    "bands unordered": (
        pack_text("wage-tax", {"bands": [BANDS[1], BANDS[0], *BANDS[2:]]}), "figures.bands[0].quick", "band_step"),
    "bands falling": (
        pack_text("wage-tax", {"bands": bands(("36000", "3%", "0"), ("36000", "10%", "2520"), (None, "20%", "6120"))}),
        "figures.bands[1].upto", "band_order"),
    "rates falling": (
        pack_text("wage-tax", {"bands": bands(("36000", "3%", "0"), (None, "3%", "0"))}),
        "figures.bands[1].rate", "band_order"),
    "quick deduction wrong": (
        pack_text("wage-tax", {"bands": bands(("36000", "3%", "0"), (None, "10%", "2521"))}),
        "figures.bands[1].quick", "band_step"),
    "no last band": (
        pack_text("wage-tax", {"bands": bands(("36000", "3%", "0"))}), "figures.bands[0].upto", "band_end"),
    "an end too early": (
        pack_text("wage-tax", {"bands": bands((None, "3%", "0"), (None, "10%", "2520"))}),
        "figures.bands[0].upto", "band_end"),
    "factor below the whole": (
        pack_text("working-time", {"factors": {"正常": "100%", "加班": "50%", "休息日": "200%", "法定": "300%"}}),
        "figures.factors.加班", "factor"),
    "no hours": (pack_text("working-time", {"hours_a_week": 0}), "figures.hours_a_week", "hours"),
    "a day off twice": (
        pack_text("calendar-2026", {"days_off": {"元旦": ["2026-01-01", "2026-01-01"]}}),
        "figures.days_off.元旦[1]", "day_twice"),
    "worked and off": (
        pack_text("calendar-2026", {"working_weekends": ["2026-01-03"]}), "figures.working_weekends[0]", "day_twice"),
    "worked on a Monday": (
        pack_text("calendar-2026", {"working_weekends": ["2026-01-05"]}), "figures.working_weekends[0]", "not_weekend"),
    "another year's day": (
        pack_text("calendar-2026", {"days_off": {"元旦": ["2025-12-31"]}}), "figures.days_off", "outside"),
    "half a year": (pack_text("calendar-2026", valid_from="2026-03-01"), "valid_from", "year_span"),
    "without end": (pack_text("calendar-2026", valid_to=None), "valid_to", "year_span"),
    "a year of two digits": (
        pack_text("statutory-days-2025", {"years": {"26": YEARS["2026"]}}), "figures.years.26", "year"),
    "a festival's day twice": (
        pack_text("statutory-days-2025", {"years": {"2026": {"元旦": ["01-01", "01-01"]}}}),
        "figures.years.2026.元旦[1]", "day_twice"),
    "the ages of one sex": (
        pack_text("working-age", {"retirement": {"男": {}}}), "figures.retirement.女", "missing"),
    "a region by name": (
        pack_text("examples/minimum-wage", {"regions": {"四川": {}}}), "figures.regions.四川", "region"),
    "no minimum": (region(monthly="0.00"), "figures.regions.5134.monthly", "yuan"),
    "minimum beyond belief": (region(monthly="100000000000.00"), "figures.regions.5134.monthly", "yuan_high"),
    "hourly beyond belief": (region(hourly="1000.01"), "figures.regions.5134.hourly", "yuan_high"),
    "an hour above a month": (region(hourly="2000.00"), "figures.regions.5134.hourly", "hourly"),
    "ceiling below floor": (
        social_insurance({"养老保险": "8%"}, "5000.00", "4000.00"), "figures.regions.51.base_ceiling", "bounds"),
    "all of the base": (
        social_insurance({"养老保险": "60%", "医疗保险": "60%"}), "figures.regions.51.items", "percent_high"),
    "a word twice": (
        pack_text("vocabulary", {"levels": ["国家级", "国家级"]}), "figures.levels[1]", "word_twice"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_is_named_by_field(case):
    text, path, fault = CASES[case]
    refusal = refused(text)
    where, why = refusal.params["where"], refusal.params["fault"]
    assert why.code == fault
    assert f"({path})" in where.text("zh_CN")
    assert f"({path})" in where.text("en")


def test_each_kind_of_fault_can_happen():
    elsewhere = {"json", "large", "object", "twice", "fraction", "number", "divisor", "key", "unfilled"}
    assert set(FAULTS) == elsewhere | {fault for _, _, fault in CASES.values()}


def test_a_refusal_reads_in_both_languages():
    refusal = refused(CASES["quick deduction wrong"][0])
    assert (
        '数据 → 税率表 → 第2项 → 速算扣除数 (figures.bands[1].quick):速算扣除数"2521"与上一级不衔接' in refusal.text()
    )
    assert "figures → bands → no. 2 → quick deduction" in refusal.text("en")


def test_a_field_given_twice_is_refused():
    text = pack_text("statutory-days-2025").replace('"years": {', '"years": {"2025": {"元旦": ["01-01"]}, ')
    assert refused(text).params["fault"].code == "twice"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[" * 100_000, "json"), ('{"pack": NaN}', "fraction"), ('{"pack": 1.5}', "fraction"), ("", "json"),
        ("[]", "object"),
        (pack_text("wage-tax").replace('"wage_tax"', '"\\ud800"'), "text"),
        (pack_text("wage-tax").replace('"5000"', '"' + "9" * 30 + '"'), "yuan"),
        (pack_text("working-time", {"day_divisor": "0"}), "divisor"),
        (pack_text("working-age", {"least": 99}), "number"),
        (pack_text("working-age", {"least": True}), "number"),
        (pack_text("calendar-2026", {"days_off": {}}), "object"),
    ],
)  # fmt: skip
def test_other_texts_are_refused(text, fault):
    assert refused(text).params["fault"].code == fault


def test_a_file_too_large_or_of_other_letters_is_refused():
    for data in (b" " * (1 << 19), "工资".encode("gb18030")):
        with pytest.raises(Refusal, match="the file"):
            read_pack_bytes(data)
    assert read_pack_bytes(b"\xef\xbb\xbf{}") == "{}"


def test_every_kind_has_a_name():
    assert set(KINDS) == set(READERS)


# ---------------------------------------------------------------- by region


@pytest.mark.parametrize(
    ("code", "monthly"),
    [("513499", 190_000), ("513400", 195_000), ("510100", 210_000), ("51", 210_000), ("520100", None), ("", None)],
)
def test_the_longest_prefix_of_the_region_holds(code, monthly):
    text = minimum_wages(
        {"51": ("2100.00", "22.00"), "5134": ("1950.00", "20.50"), "513499": ("1900.00", "20.00")},
        valid_from="2026-01-01",
    )
    found = region_figures_on([parse_pack(text)], "minimum_wage", code, DAY, MinimumWage)
    assert (found[0].monthly_fen if found else None) == monthly


def test_a_newer_pack_replaces_an_older_of_the_same_region():
    old = parse_pack(minimum_wages({"5134": ("1900.00", "20.00")}))
    new = parse_pack(minimum_wages({"5134": ("2000.00", "21.00")}, valid_from="2026-07-01"))
    for day, fen in ((date(2026, 6, 30), 190_000), (date(2026, 7, 1), 200_000)):
        found = region_figures_on([new, old], "minimum_wage", "513499", day, MinimumWage)
        assert found is not None
        assert found[0] == MinimumWage(fen, found[0].hourly_fen, "5134", "地区5134")
        assert found[1] == (new if day.month == 7 else old).stamp


def test_social_insurance_has_the_worker_s_own_rates():
    pack = parse_pack(social_insurance({"养老保险": "8%", "失业保险": "0.5%"}))
    found = region_figures_on([pack], "social_insurance", "513499", DAY, SocialInsurance)
    items = (SocialItem("养老保险", 800), SocialItem("失业保险", 50))
    assert found == (SocialInsurance(items, 400_000, 2_000_000, "51", "某省"), pack.stamp)


def test_no_province_s_figures_are_shipped():
    assert {pack.kind for pack in packs()} == set(READERS) - {"minimum_wage", "social_insurance"}


@pytest.mark.parametrize("name", ["minimum-wage", "social-insurance"])
def test_an_example_is_refused_until_the_figures_are_in(name):
    text = (RULES / "examples" / f"{name}.json").read_text(encoding="utf-8")
    assert refused(text).params["fault"].code == "yuan"


def test_the_word_lists_are_those_of_the_rules():
    lists = figures_on(packs(), "vocabulary", DAY, Vocabulary)[0].lists
    assert {name: len(words) for name, words in lists.items()} == {
        "categories": 10, "levels": 4, "nations": 56, "training_sources": 3, "sales_channels": 8,
    }  # fmt: skip
    assert lists["categories"][5] == "传统体育游艺与杂技"
