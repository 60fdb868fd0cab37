"""What standing slips of a month paid of what belongs to it as a whole, so that its last run pays the rest.

Additions, allowances by the month and the minimum wage are the month's, not some days': a settlement or a first half
may have paid a part of them (RULES 4), and whoever stays on after it is paid what that part lacks.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from app.domain.messages.payroll import OTHER_PLANS
from app.domain.minimum_wage import counts
from app.domain.money import yuan
from app.domain.payroll_draft import Line, LineCode
from app.domain.payroll_input import PaidLine, PaidSlip
from app.domain.pieces import kind_of_label

LineKey = tuple[LineCode, str]
"""Code and label: what tells one line of a month from another."""


def by_key(lines: Iterable[Line | PaidLine]) -> Counter[LineKey]:
    """The amounts of some lines, fen, those of one code and label together."""
    found: Counter[LineKey] = Counter()
    for line in lines:
        found[line.code, line.label] += line.amount_fen
    return found


def lines_of(standing: Iterable[PaidSlip]) -> Iterator[PaidLine]:
    """All lines of some slips."""
    return (line for slip in standing for line in slip.lines)


def counted_towards_floor(standing: Iterable[PaidSlip]) -> int:
    """What of standing slips counts towards the month's minimum wage, fen."""
    return sum(line.amount_fen for line in lines_of(standing) if counts(line.code, kind_of_label(line.label)))


def other_taken(standing: Iterable[PaidSlip]) -> tuple[int, int]:
    """What standing slips took of other deductions, fen: by the month's records, and by instalment plans."""
    kept = tuple(standing)
    planned = -sum(line.amount_fen for line in lines_of(kept) if line.label == OTHER_PLANS)
    return sum(slip.other_fen for slip in kept) - planned, planned


def lacking(due: Iterable[Line], paid: Mapping[LineKey, int]) -> Iterator[Line]:
    """The lines of a month less what was paid of each; a line paid in part says so."""
    left = dict(paid)
    for line in due:
        key = (line.code, line.label)
        was = max(0, min(left.get(key, 0), line.amount_fen))
        left[key] = left.get(key, 0) - was
        rest = line.amount_fen - was
        if was and rest:
            yield line._replace(amount_fen=rest, formula=f"{line.formula}{rest_text(was, rest)}")
        elif rest:
            yield line


def rest_text(paid_fen: int, rest_fen: int) -> str:
    """How the formula of a line paid in part goes on."""
    return f",已付{yuan(paid_fen)},本次{yuan(rest_fen)}"
