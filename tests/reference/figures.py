"""A computed slip in the words and exact numbers of the slow reference."""

from fractions import Fraction

from app.domain.vocabulary import TimeKind

AMOUNTS = ("gross_fen", "social_fen", "tax_fen", "other_fen", "damage_fen", "carried_damage_fen", "advance_fen",
           "carried_advance_fen", "net_fen")  # fmt: skip


def figures(slip):
    """What ``slow_slip`` answers, of a slip of the program."""
    codes = {}
    for line in slip.lines:
        codes[line.code.value] = codes.get(line.code.value, 0) + line.amount_fen
    minutes = (slip.normal_minutes, slip.overtime_minutes, slip.rest_day_minutes, slip.statutory_minutes)
    return {
        "no": slip.no,
        "name": slip.name,
        "relation": slip.relation.value,
        "hours": {kind.value: Fraction(value, 60) for kind, value in zip(TimeKind, minutes, strict=True)},
        "unpaid_days": Fraction(slip.unpaid_minutes, 480),
        "by_code": {code: fen for code, fen in codes.items() if fen},
        **{name: getattr(slip, name) for name in AMOUNTS},
    }


def compared(draft, slow):
    """The figures of a draft and of the reference, and the numbers each would not let be locked."""
    ours = ([figures(slip) for slip in draft.slips], {row.no for row in draft.problems})
    bare = [{name: value for name, value in slip.items() if name != "blocked"} for slip in slow]
    return ours, (bare, {slip["no"] for slip in slow if slip["blocked"]})
