"""From gross to net in the order of RULES 5, each deduction at most what is left (1994 wage payment rule 15 and 16)."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.domain.messages.payroll import OTHER_PLANS, TITLES
from app.domain.money import half_up, yuan
from app.domain.payroll_draft import Line, LineCode, TaxBasis, Unit
from app.domain.payroll_input import NO_YEAR, PaidSlip, PayTerms, YearMonth, YearToDate
from app.domain.percent import factor_text
from app.domain.rulepack import PayrollRules, SocialInsurance
from app.domain.tax import services_tax, wage_tax, withheld_in, year_so_far
from app.domain.vocabulary import Relation

WAGE_RELATIONS = frozenset({Relation.FULL_TIME, Relation.PART_TIME})
_LOST = (LineCode.SOCIAL, LineCode.TAX, LineCode.OTHER)
"""Deductions whose rest is not carried on: it is reported."""


@dataclass(frozen=True, slots=True)
class MonthPaid:
    """What standing slips of the same month paid and took, in fen; ``wages``: as wages, so the month is counted."""

    gross_fen: int = 0
    social_fen: int = 0
    additional_fen: int = 0
    tax_fen: int = 0
    damage_fen: int = 0
    advance_fen: int = 0
    wages: bool = False


NOT_PAID = MonthPaid()
"""No other slip of the month."""


def month_paid(slips: Iterable[PaidSlip]) -> MonthPaid:
    """The sums of some standing slips of one month."""
    kept = tuple(slips)
    if not kept:
        return NOT_PAID
    return MonthPaid(
        gross_fen=sum(slip.gross_fen for slip in kept),
        social_fen=sum(slip.social_fen for slip in kept),
        additional_fen=sum(slip.additional_fen for slip in kept),
        tax_fen=sum(slip.tax_fen for slip in kept),
        damage_fen=sum(slip.damage_fen for slip in kept),
        advance_fen=sum(slip.advance_fen for slip in kept),
        wages=any(slip.relation in WAGE_RELATIONS for slip in kept),
    )


@dataclass(frozen=True, slots=True)
class Owed:
    """What one worker's month is asked for, in fen; damage and advance include the balances brought forward.

    ``other_plan_fen`` are instalments of other deductions; ``…_later_fen`` what only later months are asked for;
    ``so_far`` the tax year's earlier months, ``paid`` the month's other slips, whose damage and advances are taken off
    what is asked already, ``later`` the year's later months that were locked before this one, ``services`` what other
    rows of the person were paid as services this month, ``social_elsewhere_fen`` what they took of this row's social
    insurance.
    """

    other_fen: int = 0
    other_plan_fen: int = 0
    damage_fen: int = 0
    damage_later_fen: int = 0
    advance_fen: int = 0
    advance_later_fen: int = 0
    so_far: YearToDate = NO_YEAR
    paid: MonthPaid = NOT_PAID
    later: tuple[YearMonth, ...] = ()
    services: YearToDate = NO_YEAR
    social_elsewhere_fen: int = 0


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in fen, what stays outstanding, what of social, tax and other found no room, and what was due of
    damage and advances and found none (``…_short_fen``, negative where more was repaid than asked).
    """

    social_fen: int
    tax_fen: int
    other_fen: int
    damage_fen: int
    advance_fen: int
    carried_damage_fen: int
    carried_advance_fen: int
    damage_short_fen: int
    advance_short_fen: int
    cut_fen: tuple[tuple[LineCode, int], ...]
    net_fen: int
    lines: tuple[Line, ...]
    tax_basis: TaxBasis | None


def damage_limit(
    relation: Relation, gross_fen: int, floor_fen: int, cap_bp: int, paid: MonthPaid = NOT_PAID
) -> int | None:
    """The most damage may take (1994 rule 16): a share of the month's gross, whole fen downwards.

    A full-time worker keeps at least the floor. Part-time: the share only; services by agreement: None, no limit.
    """
    if relation not in WAGE_RELATIONS:
        return None
    share = (paid.gross_fen + gross_fen) * cap_bp // 10_000 - paid.damage_fen
    return max(0, min(share, gross_fen - floor_fen) if relation is Relation.FULL_TIME else share)


def _tax(gross_fen: int, social_fen: int, terms: PayTerms, owed: Owed, rules: PayrollRules) -> tuple[int, str]:
    """This month's withholding before what is left limits it; the month's other slips count with it, once."""
    paid = owed.paid
    if terms.relation not in WAGE_RELATIONS:
        was = paid.tax_fen + owed.services.withheld_fen
        tax, text = services_tax(paid.gross_fen + owed.services.income_fen + gross_fen, rules.services_tax)
        if not was or tax <= was:
            return max(0, tax - was), text
        return tax - was, f"{text},已扣{yuan(was)},{yuan(tax - was)}"
    before, months = owed.so_far, 1
    if paid.wages:
        other = YearToDate(1, paid.gross_fen, paid.social_fen, paid.additional_fen, paid.tax_fen)
        before, months = year_so_far(before, other), 0
    month = YearToDate(months, gross_fen, social_fen, terms.additional_fen - paid.additional_fen)
    tax, text = wage_tax(before, month, terms.tax_method, rules.wage_tax)
    return _with_later(tax, text, year_so_far(before, month), owed.later) if owed.later else (tax, text)


def _with_later(tax: int, text: str, so_far: YearToDate, later: tuple[YearMonth, ...]) -> tuple[int, str]:
    """The month's tax with what later months, locked without it, withheld too little, so that the year is a clean one.

    What they withheld too much comes off this month's tax, at most the whole of it.
    """
    begin = so_far.withheld_fen + tax
    should = withheld_in(replace(so_far, withheld_fen=begin), later) - begin
    was = sum(row.withheld_fen for row in later)
    total = max(0, tax + should - was)
    if total == tax:
        return tax, text
    return (
        total,
        f"{text or yuan(tax)},后面已锁定的{len(later)}个月应扣{yuan(should)},已扣{yuan(was)},本月{yuan(total)}",
    )


@dataclass(slots=True)
class _Purse:
    """What is left of the gross, and the lines of what was taken of it."""

    left: int
    lines: list[Line] = field(default_factory=list)
    cuts: list[tuple[LineCode, int]] = field(default_factory=list)

    def take(self, code: LineCode, asked: int, text: str = "", limit: int | None = None, label: str = "") -> int:
        """Take what is asked, at most the limit and what is left; a negative line tells it, with what limited it.

        ``text`` says where the amount comes from, the amount itself by default; ``label`` names it, the code's title
        by default.
        """
        if asked <= 0:
            return 0
        taken = max(0, min(asked, self.left if limit is None else min(limit, self.left)))
        self.left -= taken
        formula = text or yuan(asked)
        if taken < asked:
            formula += f",实扣{yuan(taken)}"
            self.cuts.append((code, asked - taken))
        self.lines.append(Line(code, label or TITLES[code], 1, Unit.ITEM, taken * 100, 10_000, -taken, formula))
        return taken


def deduct(
    gross_fen: int,
    floor_fen: int,
    terms: PayTerms,
    owed: Owed,
    rules: PayrollRules,
    insurance: SocialInsurance | None = None,
) -> Taken:
    """Social insurance, tax, other lawful deductions, damage, advance: in this order, so that net is never negative.

    ``insurance`` are the rates for a worker whose terms name a base.
    """
    wages, purse = terms.relation in WAGE_RELATIONS, _Purse(gross_fen)
    social = _take_social(purse, terms, owed, insurance) if wages else 0
    tax = purse.take(LineCode.TAX, *_tax(gross_fen, social, terms, owed, rules))
    other = purse.take(LineCode.OTHER, owed.other_fen)
    other += purse.take(LineCode.OTHER, owed.other_plan_fen, label=OTHER_PLANS)
    limit = damage_limit(terms.relation, gross_fen, floor_fen, rules.guards.damage_cap_bp, owed.paid)
    damage = purse.take(LineCode.DAMAGE, owed.damage_fen, _damage_text(owed.damage_fen, limit, rules), limit)
    advance = purse.take(LineCode.ADVANCE, owed.advance_fen)
    additional = terms.additional_fen - owed.paid.additional_fen
    return Taken(
        social,
        tax,
        other,
        damage,
        advance,
        carried_damage_fen=owed.damage_fen + owed.damage_later_fen - damage,
        carried_advance_fen=owed.advance_fen + owed.advance_later_fen - advance,
        damage_short_fen=owed.damage_fen - damage,
        advance_short_fen=owed.advance_fen - advance,
        cut_fen=tuple((code, fen) for code, fen in purse.cuts if code in _LOST),
        net_fen=purse.left,
        lines=tuple(purse.lines),
        tax_basis=TaxBasis(gross_fen, social, additional, tax) if wages else None,
    )


def _take_social(purse: _Purse, terms: PayTerms, owed: Owed, insurance: SocialInsurance | None) -> int:
    """The worker's own share (社会保险法 12 and 60): each rate × the base held in its bounds, or the fixed amount.

    What another slip of the month took is not taken again, another row's of the person neither.
    """
    paid_fen = owed.paid.social_fen + owed.social_elsewhere_fen
    if terms.social_base_fen <= 0:
        text = f"{yuan(terms.social_fen)},已扣{yuan(paid_fen)}" if owed.social_elsewhere_fen else ""
        return purse.take(LineCode.SOCIAL, terms.social_fen - paid_fen, text)
    taken = 0
    for item, fen, text in social_items(terms.social_base_fen, insurance):
        before, paid_fen = min(paid_fen, fen), max(0, paid_fen - fen)
        shown = f"{text},已扣{yuan(before)}" if before else text
        taken += purse.take(LineCode.SOCIAL, fen - before, shown, label=f"{TITLES[LineCode.SOCIAL]} {item}")
    return taken


def month_social(terms: PayTerms, insurance: SocialInsurance | None) -> int:
    """What terms ask of a month as the worker's own share, fen; nothing of services."""
    if terms.relation not in WAGE_RELATIONS:
        return 0
    if terms.social_base_fen <= 0:
        return terms.social_fen
    return sum(fen for _, fen, _ in social_items(terms.social_base_fen, insurance))


def social_items(base_fen: int, insurance: SocialInsurance | None) -> list[tuple[str, int, str]]:
    """Name, fen and formula of each insurance on a base held in its bounds (a ceiling of 0: none)."""
    if insurance is None:
        return []
    base = max(base_fen, insurance.base_floor_fen)
    base = min(base, insurance.base_ceiling_fen) if insurance.base_ceiling_fen else base
    found = []
    for item in insurance.items:
        fen = half_up(base * item.rate_bp, 10_000)
        found.append((item.name, fen, f"{yuan(base)}×{factor_text(item.rate_bp)}={yuan(fen)}"))
    return found


def _damage_text(asked: int, limit: int | None, rules: PayrollRules) -> str:
    if limit is None or asked <= limit:
        return ""
    return f"{yuan(asked)},每月不超过应发{factor_text(rules.guards.damage_cap_bp)}且不低于最低工资:{yuan(limit)}"
