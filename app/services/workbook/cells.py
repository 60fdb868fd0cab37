"""What one cell may hold: each function takes a cell's value and gives it exactly, or raises :class:`BadCell`.

A number cell is read as the shortest decimal that gives it back (``repr``), then scaled to an integer: no float comes
near money. Blanks around a text and full-width digits and signs in codes are forgiven; nothing else is guessed.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final

from app.domain import identity_number
from app.domain.attendance import MarkError, ParsedMark, parse_mark
from app.domain.bounds import MOST_PIECES_MILLI, MOST_PRICE_E4
from app.domain.identity_number import is_region
from app.domain.plain_text import tidy, unfit_character
from app.services.workbook.problems import BadCell

Parser = Callable[[object], object]

UNCOMPUTED: Final = object()  # stands in a cell whose formula has no value: the book was never recalculated
LARGEST = Decimal(10) ** 11 - 1
"""The most of a figure that has no narrower bound (``app.domain.bounds``)."""
NAME_CHARS = 60
TEXT_CHARS = 200
SHOWN_CHARS = 30

_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"})
_NUMBER = re.compile(r"[+-]?(\d{1,20}|\d{1,3}(,\d{3}){1,6})(\.\d{1,20})?", re.ASCII)
_SCIENTIFIC = re.compile(r"\d+(\.\d+)?E\+?\d+", re.ASCII | re.IGNORECASE)
_DATE = re.compile(r"(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})日?(\s+0?0:00(:00)?)?", re.ASCII)
_MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?", re.ASCII)
_SEPARATORS = re.compile(r"[,，、;；\s]+")
_EPOCH = date(1899, 12, 30)
_FIRST, _LAST = date(1900, 1, 1), date(2099, 12, 31)
_YES = {"是": True, "否": False}


def is_empty(value: object) -> bool:
    """Whether a cell says nothing: no value, or blanks only."""
    return value is None or (isinstance(value, str) and not value.strip())


def guard(value: object) -> None:
    """Refuse what is no value of any column: a formula never computed, an error value, characters nobody sees."""
    if value is UNCOMPUTED:
        raise BadCell("book_formula_empty")
    if not isinstance(value, str):
        return
    if value.strip() in _ERRORS:
        raise BadCell("book_formula_error", value=value.strip())
    if char := unfit_character(value):
        raise BadCell("book_bad_characters", char=char)


def shown(value: object) -> str:
    """A value as a message repeats it, cut short."""
    if isinstance(value, float):
        value = format(Decimal(repr(value)), "f") if abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        value = value.date()
    text = str(value).strip()
    return text if len(text) <= SHOWN_CHARS else text[:SHOWN_CHARS] + "…"


# ------------------------------------------------------------------ text and codes
def words(limit: int = TEXT_CHARS) -> Callable[[object], str]:
    """Free text up to ``limit`` characters, line breaks as blanks; a number as its digits; no date in disguise."""

    def parse(value: object) -> str:
        text = tidy(_plain(value))
        if len(text) > limit:
            raise BadCell("book_too_long", limit=limit, length=len(text))
        return text

    return parse


def code(limit: int = 20) -> Callable[[object], str]:
    """A short code such as 货号 or 订单号: text without blanks, full-width forms folded; "01" and "1" differ."""

    def parse(value: object) -> str:
        text = _fold(_plain(value))
        if len(text) > limit:
            raise BadCell("book_too_long", limit=limit, length=len(text))
        return text

    return parse


def worker_no(value: object) -> str:
    """One 编号; several in one cell are refused."""
    numbers = worker_nos(value)
    if len(numbers) != 1:
        raise BadCell("book_one_worker_only", value=shown(value))
    return numbers[0]


def worker_nos(value: object) -> tuple[str, ...]:
    """编号 of one or several workers, "03,07,12", also with ，、or blanks; the order is kept, nobody stands twice."""
    numbers = tuple(unicodedata.normalize("NFKC", part) for part in _SEPARATORS.split(_plain(value)) if part)
    if not numbers or any(len(number) > 20 for number in numbers):
        raise BadCell("book_bad_worker_no", value=shown(value))
    for number in numbers:
        if numbers.count(number) > 1:
            raise BadCell("book_worker_twice", no=number)
    return numbers


def id_number(value: object) -> str:
    """身份证号: 18 characters as text; a number cell has lost its last digits (RULES 8)."""
    number = identity_number.normalise(_digits_as_text(value))
    if wrong := identity_number.fault(number):
        raise BadCell(f"book_{wrong}", length=len(number), value=identity_number.masked(number))
    return number


def account(value: object) -> str:
    """银行账号: 6 to 32 digits as text, blanks and dashes between groups forgiven."""
    digits = _fold(_digits_as_text(value)).replace("-", "")
    if not (digits.isascii() and digits.isdigit() and 6 <= len(digits) <= 32):
        raise BadCell("book_bad_account", value=identity_number.masked(digits))
    return digits


def phone(value: object) -> str:
    """A telephone number: 5 to 20 digits, + and - allowed."""
    number = _fold(_plain(value))
    if not re.fullmatch(r"\+?[\d-]{5,20}", number, re.ASCII):
        raise BadCell("book_bad_phone", value=shown(value))
    return number


def credit_code(value: object) -> str:
    """统一社会信用代码: 18 digits and capital letters, as text."""
    number = _fold(_digits_as_text(value)).upper()
    if not re.fullmatch(r"[0-9A-Z]{18}", number):
        raise BadCell("book_bad_credit_code", value=shown(value))
    return number


def region(value: object) -> str:
    """行政区划代码: 6 digits, of a province there is."""
    number = _fold(_plain(value))
    if not is_region(number):
        raise BadCell("book_bad_region", value=shown(value))
    return number


def choice(vocabulary: type[StrEnum], kind: str = "book_not_allowed") -> Callable[[object], StrEnum]:
    """One of a closed vocabulary, as the workbook writes it."""
    members = {member.value: member for member in vocabulary if member.value}

    def parse(value: object) -> StrEnum:
        text = _fold(value) if isinstance(value, str) else shown(value)
        if text not in members:
            raise BadCell(kind, value=shown(value), allowed=" / ".join(members))
        return members[text]

    return parse


def one_of(*allowed: str) -> Callable[[object], str]:
    """One of a few fixed words."""

    def parse(value: object) -> str:
        text = _fold(_plain(value))
        if text not in allowed:
            raise BadCell("book_not_allowed", value=shown(value), allowed=" / ".join(allowed))
        return text

    return parse


def yes_no(value: object) -> bool:
    """是 or 否; a spreadsheet's own TRUE and FALSE too."""
    if isinstance(value, bool):
        return value
    text = _fold(_plain(value))
    if text not in _YES:
        raise BadCell("book_not_allowed", value=shown(value), allowed="是 / 否")
    return _YES[text]


# ------------------------------------------------------------------ dates
def day(value: object) -> date:
    """A date cell, or text such as 2026-10-08, 2026/10/08, 2026.10.08, 2026年10月8日; years 1900 to 2099."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return _sane(value)
    if isinstance(value, time):  # what a spreadsheet makes of day 0, 1899-12-31
        raise BadCell("book_date_is_time", value=shown(value), first=_FIRST, last=_LAST)
    if isinstance(value, int | float) and not isinstance(value, bool) and 10_000 <= value < 80_000:
        raise BadCell("book_date_as_number", value=shown(value), likely=str(_EPOCH + timedelta(days=int(value))))
    found = _DATE.fullmatch(unicodedata.normalize("NFKC", value).strip()) if isinstance(value, str) else None
    if not found:
        raise BadCell("book_bad_date", value=shown(value))
    try:
        return _sane(date(int(found[1]), int(found[3]), int(found[5])))
    except ValueError as error:
        raise BadCell("book_no_such_date", value=shown(value)) from error


def month(value: object) -> str:
    """A month as "YYYY-MM", also written 2026/10, 2026.10, 2026年10月, or any date in it; a bare number is refused."""
    if isinstance(value, str) and (found := _MONTH.fullmatch(unicodedata.normalize("NFKC", value).strip())):
        year, number = int(found[1]), int(found[2])
        if year and 1 <= number <= 12:
            return f"{_sane(date(year, number, 1)):%Y-%m}"
    try:
        return f"{day(value):%Y-%m}"
    except BadCell as error:
        if error.kind == "book_date_out_of_range":
            raise
        raise BadCell("book_bad_month", value=shown(value)) from error


# ------------------------------------------------------------------ numbers
def yuan(value: object) -> int:
    """Money in fen: yuan with at most 2 decimals, not negative."""
    return _scaled(value, 2)


def rate(value: object) -> int:
    """A rate of pay in fen; its bound is its basis's (``app.domain.bounds``), which no cell knows: what lies beyond
    any is read as ``LARGEST``, for the check of the row to refuse by name.
    """
    number = _number(value)
    return _scaled(value, 2) if number <= LARGEST else int(LARGEST.scaleb(2))


def yuan_up_to(most_fen: int) -> Callable[[object], int]:
    """Money in fen up to a bound."""

    def parse(value: object) -> int:
        return _scaled(value, 2, Decimal(most_fen) / 100)

    return parse


def price(value: object) -> int:
    """A piece price in 1/10,000 yuan: at most 4 decimals, not negative, not beyond belief."""
    return _scaled(value, 4, Decimal(MOST_PRICE_E4) / 10_000)


def pieces(value: object) -> int:
    """A quantity of a piece entry in 1/1000: at most 3 decimals, not negative, not beyond belief."""
    return _scaled(value, 3, Decimal(MOST_PIECES_MILLI) / 1000)


def quantity(value: object) -> int:
    """A quantity in 1/1000: at most 3 decimals, not negative."""
    return _scaled(value, 3)


def lesson_minutes(value: object) -> int:
    """学时 in minutes of 60: hours that come to whole minutes."""
    minutes = _number(value) * 60
    if minutes != minutes.to_integral_value() or not 0 <= minutes <= 60_000:
        raise BadCell("book_bad_hours", value=shown(value))
    return int(minutes)


def whole(least: int, most: int) -> Callable[[object], int]:
    """A whole number between two bounds, both included."""

    def parse(value: object) -> int:
        number = _number(value)
        if number != number.to_integral_value() or not least <= number <= most:
            raise BadCell("book_not_whole", value=shown(value), least=least, most=most)
        return int(number)

    return parse


def weights(value: object) -> tuple[int, ...]:
    """分摊: weights of a team entry in 1/1000, "7.5:6:4.25", also with ："; at least one above 0."""
    if isinstance(value, time | datetime | date | timedelta):
        raise BadCell("book_weights_as_time", value=shown(value))
    parts = [value] if isinstance(value, int | float) else unicodedata.normalize("NFKC", _plain(value)).split(":")
    try:
        found = tuple(quantity(part) for part in parts)
    except BadCell as error:
        raise BadCell("book_bad_weights", value=shown(value)) from error
    if not sum(found):
        raise BadCell("book_bad_weights", value=shown(value))
    return found


def mark(value: object) -> ParsedMark:
    """One day's attendance mark (samples/FORMAT.md)."""
    try:
        return parse_mark(_plain(value))
    except (MarkError, BadCell) as error:
        kind = error.code if isinstance(error, MarkError) else "mark_unknown"
        raise BadCell(f"book_{kind}", value=shown(value)) from error


# ------------------------------------------------------------------ below all of them
def _plain(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        raise BadCell("book_not_text", value=shown(value))
    if isinstance(value, int | float):
        number = Decimal(repr(value))
        if not number.is_finite():
            raise BadCell("book_not_number", value=shown(value))
        return format(number.to_integral_value() if number == number.to_integral_value() else number, "f")
    raise BadCell("book_text_is_date", value=shown(value))


def _fold(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _digits_as_text(value: object) -> str:
    """The text of a cell that must be text: a spreadsheet keeps 15 digits of a number and drops zeros in front."""
    if isinstance(value, str) and _SCIENTIFIC.fullmatch(value.strip()):
        raise BadCell("book_number_turned", value=shown(value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        short = f"{float(value):.2G}" if abs(value) >= 1e15 else identity_number.masked(_plain(value))
        raise BadCell("book_number_turned", value=short)
    return _plain(value).lstrip("'‘’`")


def _number(value: object) -> Decimal:
    if isinstance(value, str):
        text = unicodedata.normalize("NFKC", value).strip()
        number = Decimal(text.replace(",", "")) if _NUMBER.fullmatch(text) else Decimal("NaN")
    elif isinstance(value, int | float) and not isinstance(value, bool):
        number = Decimal(repr(value))
    else:
        number = Decimal("NaN")
    if not number.is_finite():
        raise BadCell("book_not_number", value=shown(value))
    return number


def _scaled(value: object, places: int, most: Decimal = LARGEST) -> int:
    number = _number(value)
    if number < 0:
        raise BadCell("book_negative", value=shown(value))
    if number > most:
        raise BadCell("book_too_large", value=shown(value), most=f"{most:,.0f}")
    if number != (rounded := round(number, places)):
        raise BadCell("book_too_precise", value=shown(value), places=places, rounded=f"{rounded.normalize():f}")
    return int(rounded.scaleb(places))


def _sane(found: date) -> date:
    if not _FIRST <= found <= _LAST:
        raise BadCell("book_date_out_of_range", value=str(found), first=_FIRST, last=_LAST)
    return found
