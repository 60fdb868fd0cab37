"""A worker's year at the domain's level: records that change, runs that lock them, and what each run has to know.

The books are kept here by hand, as plain sums over the slips; the database's own way of summing is tested elsewhere.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from app.domain.calendar import month_calendar, month_ends
from app.domain.payroll import compute
from app.domain.payroll_draft import LineCode
from app.domain.payroll_input import (
    NO_YEAR,
    Adjustment,
    Advance,
    MonthInput,
    PaidLine,
    PaidSlip,
    PayTerms,
    WorkerInput,
    WorkshopTerms,
    YearMonth,
    YearToDate,
)
from app.domain.rulepack import payroll_rules
from app.domain.vocabulary import AdjustmentKind, Basis, Relation, RunKind, TaxMethod
from tests.reference.rows import packs

MONTHS = [f"2026-{number:02d}" for number in range(1, 13)]
WAGES = (Relation.FULL_TIME, Relation.PART_TIME)


@cache
def calendar_of(month):
    return month_calendar(month, packs())


@cache
def rules_of(month):
    return payroll_rules(packs(), month_ends(month)[1])


@dataclass
class Record:
    """What a month's records say: income as one allowance, the rest as on the pay terms and lists; fen."""

    income: int = 0
    social: int = 0
    additional: int = 0
    damage: int = 0
    advance: int = 0
    other: int = 0
    relation: Relation = Relation.FULL_TIME
    method: TaxMethod = TaxMethod.MONTHLY


@dataclass
class Year:
    """One worker's records by month and the slips that stand."""

    records: dict[str, Record]
    opening: YearToDate = NO_YEAR
    opening_months: int = 0
    slips: list = field(default_factory=list)

    def slips_of(self, month):
        return [slip for when, _, slip in self.slips if when == month]

    def sums(self, months):
        """Year to date over wage slips of some months; a month counts once."""
        rows = [(when, slip) for when, _, slip in self.slips if when in months and slip.tax_basis]
        bases = [slip.tax_basis for _, slip in rows]
        return YearToDate(
            len({when for when, _ in rows}),
            sum(basis.income_fen for basis in bases),
            sum(basis.social_fen for basis in bases),
            sum(basis.additional_fen for basis in bases),
            sum(basis.withheld_fen for basis in bases),
        )

    def year(self):
        """The wage months, later ones too."""
        found = []
        for month in MONTHS:
            total = self.sums([month])
            if total.months:
                method = self.slips_of(month)[-1].tax_method
                figures = (total.income_fen, total.social_fen, total.additional_fen, total.withheld_fen)
                found.append(YearMonth(month, *figures, method, rules_of(month).wage_tax))
        return tuple(found)

    def balance(self, months, name):
        asked = sum(getattr(self.records[month], name) for month in months)
        return asked - sum(getattr(slip, f"{name}_fen") for when, _, slip in self.slips if when in months)

    def input(self, month, kind=RunKind.REGULAR):
        record = self.records[month]
        first, _ = month_ends(month)
        locked = {when for when, _, _ in self.slips}
        before = [when for when in MONTHS if when < month and when in locked]
        again = kind is RunKind.CORRECTION
        brought = before if again else sorted(locked)
        terms = PayTerms(
            date(2020, 1, 1), record.relation, Basis.PIECE, 0, record.social, record.additional, record.method
        )
        worker = WorkerInput(
            worker_id=1,
            no="01",
            name="阿依",
            hired=date(2020, 1, 1),
            left=None,
            terms=(terms,),
            opening=self.opening,
            locked=self.sums(before),
            damage_brought_fen=self.balance(brought, "damage"),
            advance_brought_fen=self.balance(brought, "advance"),
            standing=tuple(paid(kind_, slip) for when, kind_, slip in self.slips if when == month) if again else (),
            year=self.year() if again else (),
            damage_open_fen=self.balance(sorted(locked), "damage"),
            advance_open_fen=self.balance(sorted(locked), "advance"),
        )
        pairs = (("ALLOWANCE", record.income), ("DAMAGE", record.damage), ("OTHER", record.other))
        return MonthInput(
            month=month,
            workshop=WorkshopTerms(0, 0, pays_holidays=False),
            calendar=calendar_of(month),
            rules=rules_of(month),
            workers=(worker,),
            adjustments=tuple(Adjustment(1, AdjustmentKind[name], "x", fen) for name, fen in pairs if fen),
            advances=(Advance(1, first, record.advance),) if record.advance else (),
            kind=kind,
            only=frozenset({1}) if again else None,
        )

    def run(self, month, kind=RunKind.REGULAR):
        """Lock a run; answers its slip, None where a correction found nothing."""
        slips = compute(self.input(month, kind)).slips
        for slip in slips:
            self.slips.append((month, kind, slip))
        return slips[0] if slips else None

    def correct(self, month, **changes):
        """Change a month's record and correct it."""
        self.records[month] = replace(self.records[month], **changes)
        return self.run(month, RunKind.CORRECTION)

    def total(self, name):
        return sum(getattr(slip, name) for _, _, slip in self.slips)


def paid(kind, slip):
    """A slip as it stands: written out here, for what a standing slip says of a computed one is part of what is tested,
    and ``app.domain.persons.as_paid`` says less.
    """
    return PaidSlip(
        kind=kind,
        relation=slip.relation,
        period_from=slip.period_from,
        period_to=slip.period_to,
        gross_fen=slip.gross_fen,
        social_fen=slip.social_fen,
        additional_fen=slip.tax_basis.additional_fen if slip.tax_basis else 0,
        tax_fen=slip.tax_fen,
        other_fen=slip.other_fen,
        damage_fen=slip.damage_fen,
        advance_fen=slip.advance_fen,
        net_fen=slip.net_fen,
        minutes=(slip.normal_minutes, slip.overtime_minutes, slip.rest_day_minutes, slip.statutory_minutes),
        unpaid_minutes=slip.unpaid_minutes,
        lines=tuple(
            PaidLine(line.code, line.label, line.amount_fen, line.formula)
            for line in (*slip.lines, *slip.deductions)
            if line.code not in (LineCode.SOCIAL, LineCode.TAX, LineCode.DAMAGE, LineCode.ADVANCE)
        ),
    )
