"""What is checked when a person types a workshop's own facts: notes at the fields."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from app.domain.identity_number import is_region
from app.domain.worker_check import FieldNote, character_notes

_CODE = re.compile("[0-9A-HJ-NPQRTUWXY]{18}")
_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
FIRST_YEAR = 2006
"""The first national list of heritage projects: no workshop was recognised before."""


@dataclass(frozen=True, slots=True)
class WorkshopForm:
    """A workshop's facts as typed in: who it is, where, its heritage project, its recognition."""

    name: str = ""
    region: str = ""
    credit_code: str = ""
    address: str = ""
    leader: str = ""
    phone: str = ""
    project: str = ""
    category: str = ""
    project_level: str = ""
    recognition_level: str = ""
    recognised_on: date | None = None
    confirmed_year: int | None = None


def check(form: WorkshopForm, today: date) -> Iterator[FieldNote]:
    """All notes on a workshop's facts."""
    yield from place_notes(form)
    code = form.credit_code.strip().upper()
    if code and not is_credit_code(code):
        yield FieldNote("workshop_code_wrong", "credit_code", False)
    yield from _recognition_notes(form, today)


def place_notes(form: WorkshopForm) -> Iterator[FieldNote]:
    """Notes on what a workshop cannot be without: its name and its region; and on letters nobody sees."""
    for each in fields(form):
        text = getattr(form, each.name)
        if isinstance(text, str):
            yield from character_notes(text, each.name)
    if not form.name.strip():
        yield FieldNote("workshop_name_empty", "name", True)
    if not is_region(form.region.strip()):
        yield FieldNote("workshop_region_wrong", "region", True, {"region": form.region.strip()})


def is_credit_code(code: str) -> bool:
    """Whether 18 characters are a 统一社会信用代码 with its check character right (GB 32100-2015)."""
    if not _CODE.fullmatch(code):
        return False
    total = sum(weight * _LETTERS.index(char) for weight, char in zip(_WEIGHTS, code, strict=False))
    return _LETTERS[-total % 31] == code[17]


def _recognition_notes(form: WorkshopForm, today: date) -> Iterator[FieldNote]:
    since = form.recognised_on
    if since is not None and not date(FIRST_YEAR, 1, 1) <= since <= today:
        yield FieldNote("workshop_recognised_wrong", "recognised_on", True, {"first": FIRST_YEAR})
    year = form.confirmed_year
    if year is not None and not FIRST_YEAR <= year <= today.year:
        yield FieldNote("workshop_confirmed_wrong", "confirmed_year", True, {"first": FIRST_YEAR, "last": today.year})
