"""Money without floats: rounding once, splitting exactly, reading and writing yuan, capitals (大写).

Amounts are integers of fen; piece prices integers of 1/10,000 yuan. RULES 1 and 7.
"""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from math import gcd

_NUMBER = re.compile(r"(?P<sign>[+-]?)(?P<whole>\d+|\d{1,3}(?:,\d{3})+)(?:\.(?P<part>\d*))?", re.ASCII)
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_SECTIONS = ("", "万", "亿", "万亿")


def half_up(numerator: int, denominator: int) -> int:
    """The exact ratio rounded half up (away from zero) to an integer; ``denominator`` above 0. RULES 1: once a line."""
    if numerator < 0:
        return -half_up(-numerator, denominator)
    return (2 * numerator + denominator) // (2 * denominator)


def split(total: int, weights: Sequence[int]) -> list[int]:
    """Share ``total`` (≥ 0) out by weights (≥ 0, not all 0) with the largest remainder, ties to the earlier place.

    The parts always sum to ``total``. ValueError where there is nothing to share by.
    """
    whole = sum(weights)
    if whole <= 0 or min(weights) < 0:
        raise ValueError("weights")
    parts = [total * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda place: (-(total * weights[place] % whole), place))
    for place in order[: total - sum(parts)]:
        parts[place] += 1
    return parts


def scaled(text: str, places: int) -> int:
    """Decimal text as an integer of 10^-places, exactly: ``scaled("7.0808", 4)`` is 70808.

    Full-width digits and thousands commas are read; ValueError for anything else or for more decimals than ``places``.
    """
    found = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        raise ValueError(text)
    part = (found["part"] or "").rstrip("0")
    if len(part) > places:
        raise ValueError(text)
    value = int(found["whole"].replace(",", "") + part.ljust(places, "0"))
    return -value if found["sign"] == "-" else value


def cell_text(value: float | str | Decimal) -> str:
    """A spreadsheet cell's number as the shortest decimal that gives it back (FORMAT), never in exponents."""
    if isinstance(value, str):
        return value.strip()
    return format(Decimal(repr(value)) if isinstance(value, float) else Decimal(value), "f")


def parse_yuan(text: str) -> int:
    """Yuan text as fen; ValueError for what is no amount or has more than two decimals."""
    return scaled(text, 2)


@lru_cache(maxsize=4096)  # a month's quantities and prices repeat; a tenth of a large payroll's time
def decimal_text(value: int, places: int, least: int = 0) -> str:
    """An integer of 10^-places as decimal text, trailing zeros cut down to ``least`` decimals."""
    sign, digits = ("-", -value) if value < 0 else ("", value)
    whole, part = divmod(digits, 10**places)
    cut = f"{part:0{places}d}".rstrip("0") if places else ""
    tail = cut.ljust(least, "0")
    return f"{sign}{whole}.{tail}" if tail else f"{sign}{whole}"


def yuan(fen: int, grouped: bool = False) -> str:
    """Fen as yuan with two decimals, ``grouped`` with thousands commas: 1,234.50."""
    if fen >= 100 and not grouped:  # what formulas write, by the ten thousand
        text = str(fen)
        return f"{text[:-2]}.{text[-2:]}"
    sign = "-" if fen < 0 else ""
    whole, part = divmod(abs(fen), 100)
    return f"{sign}{whole:,}.{part:02d}" if grouped else f"{sign}{whole}.{part:02d}"


def signed_yuan(fen: int) -> str:
    """A difference with its sign and thousands commas: +1,234.50, -92.19."""
    return f"+{yuan(fen, grouped=True)}" if fen > 0 else yuan(fen, grouped=True)


def price_text(price_e4: int) -> str:
    """A price of 1/10,000 yuan with two to four decimals: 12.50, 7.0808."""
    return decimal_text(price_e4, 4, 2)


def _section(value: int) -> str:
    """Four digits in capitals, inner zeros read once."""
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + _PLACES[place]
            gap = False
        else:
            gap = True
    return text


def _whole_capitals(value: int) -> str:
    """A whole number of yuan in capitals; 零 joins a section that begins below its thousands."""
    text, gap, place = "", False, 0
    sections: list[int] = []
    while value:
        value, section = divmod(value, 10_000)
        sections.append(section)
    for place in reversed(range(len(sections))):
        section = sections[place]
        if section:
            text += ("零" if text and (gap or section < 1000) else "") + _section(section) + _SECTIONS[place]
        gap = not section
    return text


def capitals(fen: int) -> str:
    """An amount in the capitals of cheques and ledgers (支付结算办法, annex 1), up to 10^16 yuan.

    Whole yuan end in 整; a zero in the yuan or jiao place before a smaller digit is written 零.
    """
    whole, small = divmod(abs(fen), 100)
    jiao, rest = divmod(small, 10)
    text = _whole_capitals(whole) + "元" if whole else ""
    if jiao:
        text += ("零" if whole and whole % 10 == 0 else "") + _DIGITS[jiao] + "角"
    if rest:
        text += ("零" if whole and not jiao else "") + _DIGITS[rest] + "分"
    if not small:
        text = (text or "零元") + "整"
    return ("负" if fen < 0 else "") + text


def exact_text(numerator: int, denominator: int) -> str:
    """An exact ratio as its decimal where that ends (6.5), else as a fraction (1/3); for quantities in formulas."""
    divisor = gcd(numerator, denominator)
    top, bottom = numerator // divisor, denominator // divisor
    places = 0
    while bottom > 1 and places < 8:
        step = gcd(bottom, 10)
        if step == 1:
            break
        top, bottom, places = top * (10 // step), bottom // step, places + 1
    return decimal_text(top, places) if bottom == 1 else f"{numerator // divisor}/{denominator // divisor}"
