"""The minimum wage of a full-time month and the top-up to it (Labour Law 48, 最低工资规定 12; RULES 4)."""

from collections.abc import Iterable

from app.domain.messages.payroll import TITLES
from app.domain.money import exact_text, half_up, yuan
from app.domain.payroll_draft import Line, LineCode, Unit
from app.domain.vocabulary import TimeKind
from app.domain.worktime import DAY_MINUTES, WorkTime

_NOT_COUNTED = {LineCode.OVERTIME, LineCode.SPECIAL_ALLOWANCE, LineCode.SICK_PAY}
_PIECES = {LineCode.PIECE, LineCode.TEAM_PIECE}


def counted(lines: Iterable[Line]) -> int:
    """Fen that count towards the floor: no overtime, special allowance, sick pay, nor pieces but those of 正常."""
    return sum(
        line.amount_fen
        for line in lines
        if line.code not in _NOT_COUNTED and not (line.code in _PIECES and line.kind is not TimeKind.NORMAL)
    )


def floor(minimum_fen: int, time: WorkTime, day_divisor_centi: int) -> tuple[int, str]:
    """What a month must reach in fen, rounded once, with its formula.

    A whole month: minimum × (21.75 − unpaid days) ÷ 21.75, not below 0; a partial one: minimum × (worked + statutory
    days) ÷ 21.75, at most the minimum.
    """
    divisor = day_divisor_centi * DAY_MINUTES
    text = exact_text(day_divisor_centi, 100)
    if time.whole_month:
        share = max(0, divisor - time.unpaid * 100)
        days = f"({text}-{exact_text(time.unpaid, DAY_MINUTES)})" if time.unpaid else text
    else:
        share = min(divisor, time.paid_span * 100)
        days = exact_text(time.paid_span, DAY_MINUTES)
    amount = half_up(minimum_fen * share, divisor)
    if share in {0, divisor}:
        return amount, yuan(amount)
    return amount, f"{yuan(minimum_fen)}×{days}÷{text}={yuan(amount)}"


def top_up(lines: Iterable[Line], floor_fen: int, floor_text: str) -> Line | None:
    """The shortfall to the floor as a line, or None where the month reaches it."""
    reached = counted(lines)
    if reached >= floor_fen:
        return None
    missing = floor_fen - reached
    code = LineCode.MINIMUM_TOP_UP
    formula = f"{floor_text},{yuan(floor_fen)}-{yuan(reached)}={yuan(missing)}"
    return Line(code, TITLES[code], 1, Unit.ITEM, missing * 100, 10_000, missing, formula)
