"""The minimum wage of a full-time month and the top-up to it (Labour Law 48, 最低工资规定 12; RULES 4)."""

from collections.abc import Iterable

from app.domain.messages.payroll import TITLES
from app.domain.money import exact_text, half_up, yuan
from app.domain.payroll_draft import Line, LineCode, Unit
from app.domain.vocabulary import TimeKind
from app.domain.worktime import DAY_MINUTES, WorkTime

_PIECES = frozenset({LineCode.PIECE, LineCode.TEAM_PIECE})
_COUNTED = frozenset({
    LineCode.BASE, LineCode.ABSENCE, LineCode.PAID_LEAVE, LineCode.HOLIDAY, LineCode.ALLOWANCE,
    LineCode.MINIMUM_TOP_UP,
})  # fmt: skip


def counted(lines: Iterable[Line]) -> int:
    """Fen that count towards the floor: no overtime, special allowance, sick pay, nor pieces but those of 正常."""
    return sum(line.amount_fen for line in lines if counts(line.code, line.kind))


def counts(code: LineCode, kind: TimeKind | None) -> bool:
    """Whether a line of earnings counts towards the floor, by its code and, for pieces, its time kind."""
    return code in _COUNTED or (code in _PIECES and kind is TimeKind.NORMAL)


def floor(minimum_fen: int, time: WorkTime, day_divisor_centi: int) -> tuple[int, str]:
    """What a month must reach in fen, rounded once, with its formula.

    A whole month: minimum × (21.75 − unpaid days) ÷ 21.75, not below 0; a partial one: minimum × (worked + statutory
    days) ÷ 21.75, at most the minimum.
    """
    divisor = day_divisor_centi * DAY_MINUTES
    text = exact_text(day_divisor_centi, 100)
    if time.whole_month:
        share = max(0, divisor - time.unpaid * 100)
        days = f"({text}{_away_text(time)})" if time.unpaid else text
    else:
        share = min(divisor, time.paid_span * 100)
        days = _span_text(time)
    amount = half_up(minimum_fen * share, divisor)
    if share in {0, divisor}:
        return amount, yuan(amount)
    return amount, f"{yuan(minimum_fen)}×{days}÷{text}={yuan(amount)}"


def _away_text(time: WorkTime) -> str:
    """What a whole month is reckoned without: -病假1天-缺勤0.1875天; hours missing to eight are parts of a day."""
    absent = time.unpaid - time.sick_days * DAY_MINUTES
    text = f"-病假{time.sick_days}天" if time.sick_days else ""
    return f"{text}-缺勤{exact_text(absent, DAY_MINUTES)}天" if absent else text


def _span_text(time: WorkTime) -> str:
    """The days a partial month is reckoned by: (出勤及带薪9天+法定假日3天)."""
    worked = f"出勤及带薪{exact_text(time.worked, DAY_MINUTES)}天"
    return f"({worked}+法定假日{time.statutory_days}天)" if time.statutory_days else worked


def top_up(lines: Iterable[Line], floor_fen: int, floor_text: str) -> Line | None:
    """The shortfall to the floor as a line, or None where the month reaches it."""
    reached = counted(lines)
    if reached >= floor_fen:
        return None
    missing = floor_fen - reached
    code = LineCode.MINIMUM_TOP_UP
    formula = f"{floor_text},{yuan(floor_fen)}-{yuan(reached)}={yuan(missing)}"
    return Line(code, TITLES[code], 1, Unit.ITEM, missing * 100, 10_000, missing, formula)
