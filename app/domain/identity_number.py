"""Resident identity numbers (GB 11643): 18 characters, a date that exists, a check digit (RULES 8).

``python-stdnum``'s check refuses most people born before 1984; this one knows no region table beyond the provinces, and
an unknown region is a notice, never a refusal: regions are merged and renamed, people keep their number.
"""

import re
import unicodedata
from datetime import date

_SHAPE = re.compile(r"\d{17}[\dX]", re.ASCII)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_REGION = re.compile(r"\d{6}", re.ASCII)
_CARDS_ONLY = frozenset({"83", "91"})  # residence permits and foreigners' cards: no region
_PROVINCES = frozenset(
    {"71", "81", "82", *_CARDS_ONLY}  # Taiwan, Hong Kong, Macao
    | {
        str(code)
        for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65))
        for code in range(first, last + 1)
    }
)


def normalise(text: str) -> str:
    """The number with blanks and full-width forms taken out and x in upper case; not checked."""
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()


def fault(number: str) -> str | None:
    """What is wrong with a normalised number, as a message code (id_shape, id_date, id_check), or None."""
    if not _SHAPE.fullmatch(number):
        return "id_shape"
    try:
        birth_date(number)
    except ValueError:
        return "id_date"
    return None if number[17] == check_character(number) else "id_check"


def check_character(number: str) -> str:
    """The 18th character the first 17 digits ask for (ISO 7064 MOD 11-2)."""
    return _CHECK[sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True)) % 11]


def birth_date(number: str) -> date:
    """Digits 7 to 14; ValueError where no such day exists."""
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))


def sex(number: str) -> str:
    """男 where the 17th digit is odd, 女 where it is even."""
    return "男" if int(number[16]) % 2 else "女"


def province_known(number: str) -> bool:
    """Whether the first two digits name a province-level region."""
    return number[:2] in _PROVINCES


def is_region(code: str) -> bool:
    """Whether a text can be a county's 行政区划代码: six digits, the first two a province's (GB/T 2260, 11 to 82).

    A few cities without counties have a code of their own ending in 00; a whole province (0000) is no county.
    """
    return bool(_REGION.fullmatch(code)) and code[:2] in _PROVINCES - _CARDS_ONLY and code[2:] != "0000"


def age_on(birth: date, day: date) -> int:
    """Full years on a day; one turns a year older on the birthday itself, on 1 March if born on 29 February."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def masked(number: str) -> str:
    """The last four characters behind dots, as shown by default (RULES 8); nothing for nothing."""
    return f"····{number[-4:]}" if number else ""
