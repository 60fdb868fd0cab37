"""Attendance marks (考勤) as people write them, and what each says in minutes (samples/FORMAT.md, "考勤 marks")."""

import re
import unicodedata
from fractions import Fraction
from typing import NamedTuple

from app.domain.vocabulary import MarkKind

DAY_MINUTES = 8 * 60
LONGEST_DAY_MINUTES = 24 * 60

_HOURS = r"(\d{1,2}(?:\.\d{1,6})?)"
_WORK = re.compile(rf"{_HOURS}(?:\+{_HOURS})?")
_EXTRA = re.compile(rf"加{_HOURS}")
_PLAIN: dict[str, tuple[MarkKind, int]] = {
    kind.value: (kind, {MarkKind.WORK: DAY_MINUTES, MarkKind.HALF: DAY_MINUTES // 2}.get(kind, 0))
    for kind in MarkKind
    if kind is not MarkKind.EXTRA
}


class MarkError(ValueError):
    """A mark that says nothing; ``code`` is a message of the catalogue that takes ``value``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ParsedMark(NamedTuple):
    """What a mark says: normal minutes 480 for √, 240 for 半, the number for n or n+m; extra what follows + or 加."""

    kind: MarkKind
    normal_minutes: int = 0
    extra_minutes: int = 0


def parse_mark(text: str) -> ParsedMark:
    """One day's mark, full-width signs and blanks forgiven; MarkError for no mark, over 8 h without +, part minutes."""
    mark = "".join(unicodedata.normalize("NFKC", text).split())
    if mark in _PLAIN:
        kind, minutes = _PLAIN[mark]
        return ParsedMark(kind, minutes)
    if found := _EXTRA.fullmatch(mark):
        return _within_a_day(ParsedMark(MarkKind.EXTRA, 0, _minutes(found[1])))
    if found := _WORK.fullmatch(mark):
        normal, extra = _minutes(found[1]), _minutes(found[2] or "0")
        if normal > DAY_MINUTES:
            raise MarkError("mark_over_8")
        return _within_a_day(ParsedMark(MarkKind.WORK, normal, extra))
    raise MarkError("mark_unknown")


def mark_text(mark: ParsedMark) -> str:
    """A mark as people write it; ``parse_mark`` reads it back where they are multiples of 3 min (a finite decimal)."""
    if mark.kind is MarkKind.EXTRA:
        return f"加{_hours(mark.extra_minutes)}"
    if mark.kind is not MarkKind.WORK:
        return mark.kind.value
    if mark.extra_minutes:
        return f"{_hours(mark.normal_minutes)}+{_hours(mark.extra_minutes)}"
    return mark.kind.value if mark.normal_minutes == DAY_MINUTES else _hours(mark.normal_minutes)


def _minutes(hours: str) -> int:
    minutes = Fraction(hours) * 60
    if minutes.denominator != 1:
        raise MarkError("mark_no_minutes")
    return int(minutes)


def _hours(minutes: int) -> str:
    """The shortest decimal of the minutes: 390 → 6.5; two places where it never ends (20 min → 0.33)."""
    whole, rest = divmod(minutes, 60)
    return f"{whole}.{rest * 100 // 60:02d}".rstrip("0").rstrip(".")


def _within_a_day(mark: ParsedMark) -> ParsedMark:
    if mark.normal_minutes + mark.extra_minutes > LONGEST_DAY_MINUTES:
        raise MarkError("mark_over_24")
    return mark
