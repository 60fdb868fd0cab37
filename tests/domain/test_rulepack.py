"""Rule packs: read whole or refused, chosen by date, and known again by their hash."""

import json
from datetime import date

import pytest

from app.domain.refusal import Refusal
from app.domain.rulepack import WageTax, figures_on, pack_on, payroll_rules
from app.domain.rulepack_reader import parse_pack
from app.domain.vocabulary import TimeKind
from tests.reference.rows import RULES, packs

TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(RULES.glob("*.json"))}
TODAY = date(2026, 10, 31)


@pytest.mark.parametrize("name", TEXTS)
def test_each_shipped_pack_names_its_source_and_dates(name):
    pack = parse_pack(TEXTS[name])
    assert pack.title
    assert all(source.title and source.number and source.issuer for source in pack.sources)
    assert all(source.issued.year <= 2026 for source in pack.sources)
    assert pack.sources


def test_the_figures_of_the_state_are_those_of_the_rules():
    rules = payroll_rules(packs(), TODAY)
    assert (rules.time.day_divisor_centi, rules.time.hour_divisor_centi) == (2_175, 17_400)
    assert rules.time.factors_bp == {
        TimeKind.NORMAL: 10_000, TimeKind.OVERTIME: 15_000, TimeKind.REST_DAY: 20_000, TimeKind.STATUTORY: 30_000,
    }  # fmt: skip
    assert (rules.time.overtime_day_limit, rules.time.overtime_month_limit) == (180, 2_160)
    assert (rules.guards.sick_share_bp, rules.guards.damage_cap_bp) == (8_000, 2_000)


def test_bands_join_without_a_step():
    tax, _ = figures_on(packs(), "wage_tax", TODAY, WageTax)
    for low, high in zip(tax.bands, tax.bands[1:], strict=False):
        assert (
            low.upto_fen * low.rate_bp - low.quick_fen * 10_000 == low.upto_fen * high.rate_bp - high.quick_fen * 10_000
        )


def test_the_pack_begun_last_is_in_force_on_its_days_only():
    old, new = (parse_pack(json.dumps(json.loads(TEXTS["wage-tax"]) | change)) for change in (
        {"valid_to": "2026-12-31"}, {"version": "2027.1", "valid_from": "2026-06-01"}))  # fmt: skip
    assert pack_on([new, old], "wage_tax", date(2026, 5, 31)) is old
    assert pack_on([old, new], "wage_tax", date(2026, 6, 1)) is new
    assert pack_on([old], "wage_tax", date(2027, 1, 1)) is None
    with pytest.raises(Refusal) as refusal:
        payroll_rules([], TODAY)
    assert refusal.value.code == "pack_missing"


def test_the_hash_follows_the_content_not_its_layout():
    loose = json.dumps(json.loads(TEXTS["wage-tax"]), indent=8)
    changed = TEXTS["wage-tax"].replace('"5000"', '"6000"')
    assert parse_pack(loose).digest == parse_pack(TEXTS["wage-tax"]).digest != parse_pack(changed).digest


@pytest.mark.parametrize(
    "broken",
    [
        "", "[]", "{}", "null", '{"pack": "nonsense"}',
        TEXTS["wage-tax"].replace('"3%"', '"3"'),
        TEXTS["wage-tax"].replace('"upto": null', '"upto": "999999"'),
        TEXTS["wage-tax"].replace("2019-01-01", "2019-13-01"),
        TEXTS["calendar-2026"].replace("2026-10-10", "10 October"),
    ],
)  # fmt: skip
def test_a_broken_pack_is_refused_in_words(broken):
    with pytest.raises(Refusal) as refusal:
        parse_pack(broken)
    assert refusal.value.code == "pack_unreadable"
