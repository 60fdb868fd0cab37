"""The tax of a year once more, with fractions of yuan, from what each month paid. Shares no code with ``app/``.

What RULES 5 says, no more: a month's tax is the year's so far less what was withheld, rounded once, never below 0.
"""

from fractions import Fraction

from tests.reference.slow_payroll import BANDS, fen

NOTHING = (0, 0, 0, 0, 0)
"""An opening that opens nothing: months, income, social, additional, withheld (fen)."""


def withheld(months, opening=NOTHING, *, at_once=False):
    """The tax of each of ``months``, (income, social, additional) in fen one after another; fen."""
    count, income, social, additional, before = opening
    taxes = []
    for more in months:
        count, income, social, additional = count + 1, income + more[0], social + more[1], additional + more[2]
        deduction = 60_000 if at_once else 5_000 * count
        taxable = Fraction(income - social - additional, 100) - deduction
        due = fen(_of_year(taxable) - Fraction(before, 100))
        taxes.append(max(0, due))
        before += taxes[-1]
    return taxes


def _of_year(taxable):
    if taxable <= 0:
        return Fraction(0)
    rate, quick = next((rate, quick) for top, rate, quick in BANDS if taxable <= top)
    return taxable * rate / 100 - quick
