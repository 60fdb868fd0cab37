"""What is left of each advance and deduction plan: a slip says only how much was taken in all, so it is shared out.

Nothing here decides what a payroll takes (:mod:`app.domain.deductions` does); it tells people which of several debts
a month's deduction went to: instalments first, oldest first, then what was carried, oldest first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Due:
    """An amount to be repaid from ``since`` (YYYY-MM) on: ``monthly_fen`` a month, 0 for all at once."""

    key: int
    since: str
    total_fen: int
    monthly_fen: int = 0


def repaid(dues: Sequence[Due], taken: Mapping[str, int]) -> dict[int, int]:
    """How much of each due has been repaid, by key, from what each month took (fen; negative: given back)."""
    ordered = sorted(dues, key=lambda due: (due.since, due.key))
    found = dict.fromkeys((due.key for due in ordered), 0)
    for month in sorted(taken):
        open_dues = [due for due in ordered if due.since <= month]
        left = taken[month]
        if left < 0:
            _give_back(open_dues, found, -left)
            continue
        for due in open_dues:
            left -= _repay(due, found, min(left, due.monthly_fen or left))
        for due in open_dues:
            left -= _repay(due, found, left)
    return found


def _repay(due: Due, found: dict[int, int], most: int) -> int:
    amount = min(most, due.total_fen - found[due.key])
    found[due.key] += amount
    return amount


def _give_back(dues: Sequence[Due], found: dict[int, int], fen: int) -> None:
    for due in reversed(dues):
        amount = min(fen, found[due.key])
        found[due.key] -= amount
        fen -= amount
