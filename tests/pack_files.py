"""Rule packs for tests: shipped ones with changes, as text and as files."""

import json

from tests.reference.rows import RULES


def pack_text(name, figures=None, **changes):
    """The text of a shipped pack with other fields, and ``figures`` merged into its own."""
    raw = json.loads((RULES / f"{name}.json").read_text(encoding="utf-8"))
    return json.dumps(raw | changes | {"figures": raw["figures"] | (figures or {})}, ensure_ascii=False)


def july_tax(since="2026-07-01"):
    """A tax table that deducts 3,000 a month from a day of July 2026 on."""
    return pack_text("wage-tax", {"deduction_a_month": "3000"}, version="2026.7", valid_from=since)


def minimum_wages(regions, **changes):
    """Made-up minimum wages: code → (monthly, hourly) in yuan."""
    rows = {code: {"place": f"地区{code}", "monthly": month, "hourly": hour} for code, (month, hour) in regions.items()}
    return _example("minimum-wage", {"regions": rows}, **changes)


def social_insurance(rates, floor="4000.00", ceiling="20000.00", region="51", **changes):
    """Made-up social insurance of a region: name → rate text."""
    row = {"place": "某省", "items": rates, "base_floor": floor, "base_ceiling": ceiling}
    return _example("social-insurance", {"regions": {region: row}}, **changes)


def _example(name, figures, **changes):
    """An example filled in."""
    source = {"title": "某省的通知", "number": "某府发〔2026〕1号", "issuer": "某省", "date": "2026-01-01"}
    filled = {"version": "2026.1", "title": f"某省 {name}", "sources": [source]}
    return pack_text(f"examples/{name}", figures, **(filled | changes))
