"""A month's payroll computed from its records: the whole of RULES 1 to 5 as one pure function."""

from collections.abc import Iterable

from app.domain.collector import held_back
from app.domain.corrections import correct
from app.domain.paid_check import paid_days_changed
from app.domain.payroll_draft import PayrollDraft, Slip, Totals
from app.domain.payroll_input import MonthInput
from app.domain.payroll_month import computed
from app.domain.periods import by_number
from app.domain.vocabulary import RunKind

__all__ = ["by_number", "compute", "totals"]


@held_back()
def compute(month: MonthInput) -> PayrollDraft:
    """The draft of a month's run: slips ordered by 编号, totals and the check list.

    A function of its input alone; the order of its rows changes nothing. ``month.kind`` says what is paid: the month
    (less what standing slips of it paid already), its first half, what is due to who left, or the differences of a
    correction. Who has nothing to get by the run has no slip.
    """
    if month.kind is RunKind.CORRECTION:
        slips, problems, warnings = correct(month)
    else:
        found = computed(month)
        slips, problems = tuple(case.slip for case in found.cases), found.problems
        warnings = (*found.warnings, *paid_days_changed(month))
    stamps = (*month.calendar.stamps, *month.rules.stamps)
    return PayrollDraft(month.month, slips, totals(slips), problems, warnings, stamps, month.kind)


def totals(slips: Iterable[Slip]) -> Totals:
    """Sums of rounded amounts, never rounded again (RULES 1)."""
    kept = tuple(slips)
    return Totals(
        gross_fen=sum(slip.gross_fen for slip in kept),
        social_fen=sum(slip.social_fen for slip in kept),
        tax_fen=sum(slip.tax_fen for slip in kept),
        other_fen=sum(slip.other_fen for slip in kept),
        damage_fen=sum(slip.damage_fen for slip in kept),
        advance_fen=sum(slip.advance_fen for slip in kept),
        net_fen=sum(slip.net_fen for slip in kept),
    )
