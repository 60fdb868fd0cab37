"""A month of attendance as a paper: everybody's marks by day with a place to sign, and the month as a heat map."""

from dataclasses import dataclass

from app.domain.attendance import ParsedMark, mark_text
from app.domain.month_marks import NO_SUMS, MarkSums, mark_sums, total
from app.domain.vocabulary import DayKind, MarkKind

_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class DayHead:
    """A day of the month: its number, its weekday (0 is Monday), its kind."""

    number: int
    weekday: int
    kind: DayKind

    @property
    def word(self) -> str:
        """休 or 法 for a day off, else the weekday in one character."""
        if self.kind is DayKind.WORKING:
            return _WEEKDAYS[self.weekday]
        return "法" if self.kind is DayKind.STATUTORY else "休"


@dataclass(frozen=True, slots=True)
class PersonMonth:
    """A worker's month: a mark, whether employed and whether a mark is wanted, for each day."""

    no: str
    name: str
    marks: tuple[ParsedMark | None, ...]
    inside: tuple[bool, ...]
    wanted: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class AttendanceData:
    """The paper of a month; ``until`` is the day (YYYY-MM-DD) a month that is not over was printed on, else empty."""

    unit: str
    month: str
    days: tuple[DayHead, ...]
    rows: tuple[PersonMonth, ...]
    prepared_by: str
    until: str = ""

    def sums(self, row: PersonMonth) -> MarkSums:
        """A worker's sums; marks outside the employment count for nothing, as on the screen."""
        facts = zip(row.marks, self.days, row.wanted, row.inside, strict=True)
        return total(mark_sums(mark, day.kind, wanted) if there else NO_SUMS for mark, day, wanted, there in facts)


def cell_text(mark: ParsedMark | None) -> str:
    """A mark as people write it; nothing where none is noted."""
    return mark_text(mark) if mark is not None else ""


def letter(mark: ParsedMark | None) -> str:
    """A mark in one or two letters, for a small square: overtime as +2, 带薪 as 带."""
    if mark is None:
        return ""
    text = mark_text(mark)
    if mark.kind is MarkKind.WORK:
        return f"+{text.partition('+')[2]}" if mark.extra_minutes else text
    return text[:1]
