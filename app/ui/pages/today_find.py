"""Whom a person means on the day sheet: by number, by characters, by pinyin initials or syllables."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from app.services.day import DayRow
from app.services.readings import findable

_TYPED = re.compile(r"(?P<who>\d+)(?P<mark>\D.*)", re.DOTALL)
_LAST_DIGITS = re.compile(r"\d+$")


@dataclass(frozen=True)
class Found:
    """``fits``, the likeliest first; ``sure`` where it can be only one."""

    fits: tuple[DayRow, ...]
    sure: DayRow | None


def split_typed(text: str) -> tuple[str, str]:
    """A number and what is noted for it (12+2, 7 半), or the whole as the one looked for."""
    found = _TYPED.fullmatch(text.strip())
    return (found["who"], found["mark"].strip()) if found else (text.strip(), "")


def find(query: str, rows: Sequence[DayRow]) -> Found:
    """The workers a query fits. A whole number is sure, with or without its zeros; so is whom alone it fits."""
    query = unicodedata.normalize("NFKC", query).strip()
    if query.isdecimal():
        exact = [row for row in rows if row.no == query] or [row for row in rows if _number(row.no) == int(query)]
        begun = [row for row in rows if row not in exact and str(_number(row.no)).startswith(query.lstrip("0"))]
        return Found((*exact, *begun), exact[0] if len(exact) == 1 else None)
    fits = tuple(rows[at] for at in findable((row.no, row.name) for row in rows).find(query)) if query else ()
    return Found(fits, fits[0] if len(fits) == 1 else None)


def _number(no: str) -> int:
    """What a number says without letters and zeros before it; -1 where it has no digits at its end."""
    found = _LAST_DIGITS.search(no)
    return int(found[0]) if found else -1
