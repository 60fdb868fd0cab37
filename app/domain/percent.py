"""Percentages as exact fractions: compared exactly, printed so that no rounding crosses a threshold (RULES 1)."""

from collections.abc import Iterable

from app.domain.money import decimal_text, half_up, scaled


def parse_percent(text: str) -> int:
    """Percent text such as ``13.5%`` as basis points; ValueError for anything else."""
    if not text.strip().endswith(("%", "％")):
        raise ValueError(text)
    return scaled(text.strip()[:-1], 2)


def meets(part: int, whole: int, threshold_bp: int) -> bool:
    """Whether part of whole is at least the threshold in basis points, as an exact fraction: 299 of 1000 fails 30 %."""
    return whole > 0 and part * 10_000 >= threshold_bp * whole


def percent_text(part: int, whole: int, thresholds_bp: Iterable[int] = (), places: int = 1) -> str:
    """Part of whole as percent text, rounded half up; more decimals where rounding would cross a threshold.

    2,996 of 10,000 against 30 % prints 29.96 %, never 30.0 %. ``whole`` above 0, else a dash.
    """
    if whole <= 0:
        return "–"
    thresholds = tuple(thresholds_bp)
    while True:
        shown = half_up(part * 100 * 10**places, whole)
        if all((shown * 100 >= bound * 10**places) == meets(part, whole, bound) for bound in thresholds):
            return f"{decimal_text(shown, places, places)}%"
        places += 1


def factor_text(factor_bp: int) -> str:
    """A factor in basis points as it stands in a formula: 15000 is 150%."""
    return f"{decimal_text(factor_bp, 2)}%"


MARKED_TENTHS = 3
"""A change of so many tenths of last month's figure, or more, is marked (RULES 6: ±30 %)."""


def changed_much(now_fen: int, last_fen: int) -> bool:
    """Whether an amount differs from last month's by 30 % of that or more; from nothing to something always does."""
    return now_fen != last_fen and 10 * abs(now_fen - last_fen) >= MARKED_TENTHS * abs(last_fen)
