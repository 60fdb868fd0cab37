"""From gross to net in the order of RULES 5, each deduction at most what is left (1994 wage payment rule 15 and 16)."""

from dataclasses import dataclass, field

from app.domain.messages.payroll import TITLES
from app.domain.money import yuan
from app.domain.payroll_draft import Line, LineCode, TaxBasis, Unit
from app.domain.payroll_input import NO_YEAR, PayTerms, YearToDate
from app.domain.percent import factor_text
from app.domain.rulepack import PayrollRules
from app.domain.tax import services_tax, wage_tax
from app.domain.vocabulary import Relation

WAGE_RELATIONS = frozenset({Relation.FULL_TIME, Relation.PART_TIME})
_LOST = (LineCode.SOCIAL, LineCode.TAX, LineCode.OTHER)
"""Deductions whose rest is not carried on: it is reported."""


@dataclass(frozen=True, slots=True)
class Owed:
    """What one worker's month is asked for, in fen; damage and advance include the balances brought forward."""

    other_fen: int = 0
    damage_fen: int = 0
    advance_fen: int = 0
    so_far: YearToDate = NO_YEAR


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in fen, what is carried on, and what of social, tax and other found no room."""

    social_fen: int
    tax_fen: int
    other_fen: int
    damage_fen: int
    advance_fen: int
    carried_damage_fen: int
    carried_advance_fen: int
    cut_fen: tuple[tuple[LineCode, int], ...]
    net_fen: int
    lines: tuple[Line, ...]
    tax_basis: TaxBasis | None


def damage_limit(relation: Relation, gross_fen: int, floor_fen: int, cap_bp: int) -> int | None:
    """The most damage may take (1994 rule 16): a share of gross, whole fen downwards.

    A full-time worker keeps at least the floor. Part-time: the share only; services by agreement: None, no limit.
    """
    if relation not in WAGE_RELATIONS:
        return None
    share = gross_fen * cap_bp // 10_000
    return max(0, min(share, gross_fen - floor_fen)) if relation is Relation.FULL_TIME else share


def _tax(gross_fen: int, social_fen: int, terms: PayTerms, owed: Owed, rules: PayrollRules) -> tuple[int, str]:
    """This month's withholding before what is left limits it."""
    if terms.relation not in WAGE_RELATIONS:
        return services_tax(gross_fen, rules.services_tax)
    month = YearToDate(1, gross_fen, social_fen, terms.additional_fen)
    return wage_tax(owed.so_far, month, terms.tax_method, rules.wage_tax)


@dataclass(slots=True)
class _Purse:
    """What is left of the gross, and the lines of what was taken of it."""

    left: int
    lines: list[Line] = field(default_factory=list)
    cuts: list[tuple[LineCode, int]] = field(default_factory=list)

    def take(self, code: LineCode, asked: int, text: str = "", limit: int | None = None) -> int:
        """Take what is asked, at most the limit and what is left; a negative line tells it, with what limited it.

        ``text`` says where the amount comes from, the amount itself by default.
        """
        if asked <= 0:
            return 0
        taken = max(0, min(asked, self.left if limit is None else min(limit, self.left)))
        self.left -= taken
        formula = text or yuan(asked)
        if taken < asked:
            formula += f",实扣{yuan(taken)}"
            self.cuts.append((code, asked - taken))
        self.lines.append(Line(code, TITLES[code], 1, Unit.ITEM, taken * 100, 10_000, -taken, formula))
        return taken


def deduct(gross_fen: int, floor_fen: int, terms: PayTerms, owed: Owed, rules: PayrollRules) -> Taken:
    """Social insurance, tax, other lawful deductions, damage, advance: in this order, so that net is never negative."""
    wages = terms.relation in WAGE_RELATIONS
    purse = _Purse(gross_fen)
    social = purse.take(LineCode.SOCIAL, terms.social_fen if wages else 0)
    tax = purse.take(LineCode.TAX, *_tax(gross_fen, social, terms, owed, rules))
    other = purse.take(LineCode.OTHER, owed.other_fen)
    limit = damage_limit(terms.relation, gross_fen, floor_fen, rules.guards.damage_cap_bp)
    damage = purse.take(LineCode.DAMAGE, owed.damage_fen, _damage_text(owed.damage_fen, limit, rules), limit)
    advance = purse.take(LineCode.ADVANCE, owed.advance_fen)
    return Taken(
        social,
        tax,
        other,
        damage,
        advance,
        carried_damage_fen=owed.damage_fen - damage,
        carried_advance_fen=owed.advance_fen - advance,
        cut_fen=tuple((code, fen) for code, fen in purse.cuts if code in _LOST),
        net_fen=purse.left,
        lines=tuple(purse.lines),
        tax_basis=TaxBasis(gross_fen, social, terms.additional_fen, tax) if wages else None,
    )


def _damage_text(asked: int, limit: int | None, rules: PayrollRules) -> str:
    if limit is None or asked <= limit:
        return ""
    return f"{yuan(asked)},每月不超过应发{factor_text(rules.guards.damage_cap_bp)}且不低于最低工资:{yuan(limit)}"
