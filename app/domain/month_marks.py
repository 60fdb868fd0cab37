"""A month of attendance as a grid (考勤): what its marks come to, what may stand in a cell, what to offer for it.

Hours are counted as the payroll counts them (RULES 4): on a statutory day all hours are beyond normal time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.domain.attendance import MarkError, ParsedMark, parse_mark
from app.domain.day_sheet import suggested
from app.domain.messages import render
from app.domain.vocabulary import DayKind, MarkKind, Relation

LONGEST_MARK = 20
"""Characters of a mark; longer texts are no mark, and only their beginning is quoted."""
_AWAY = (MarkKind.UNPAID, MarkKind.SICK, MarkKind.PAID, MarkKind.INJURY)


@dataclass(frozen=True, slots=True)
class MarkSums:
    """What marks come to, for a worker in days or for a day in people; hours in minutes.

    ``present`` counts every mark with hours, half a day too; ``absent`` 旷 only: ``not_filled`` is never absence.
    """

    present: int = 0
    normal_minutes: int = 0
    extra_minutes: int = 0
    leave: int = 0
    absent: int = 0
    not_filled: int = 0


NO_SUMS = MarkSums()
_NOT_FILLED, _LEAVE, _ABSENT = MarkSums(not_filled=1), MarkSums(leave=1), MarkSums(absent=1)


class MarkChange(NamedTuple):
    """A cell to be written: ``text`` as people write marks, "" to take the mark away."""

    worker_id: int
    day: date
    text: str


class CellChange(NamedTuple):
    """A cell that may be written, read; None takes the mark away."""

    worker_id: int
    day: date
    mark: ParsedMark | None


@dataclass(frozen=True, slots=True)
class Spell:
    """Whom a row of the grid is about, and when they are employed; the leaving date is a day of work."""

    worker_id: int
    no: str
    name: str
    hired: date
    left: date | None

    def covers(self, day: date) -> bool:
        """Whether a day lies inside the employment."""
        return self.hired <= day and (self.left is None or day <= self.left)


@dataclass(frozen=True, slots=True)
class RefusedMark:
    """A cell that cannot be written; ``kind`` is the code of the catalogue that says why."""

    kind: str
    worker_id: int
    no: str
    name: str
    day: date
    value: str
    hired: date
    left: date | None

    def why(self, lang: str) -> str:
        """Why, and what to do."""
        left = self.left.isoformat() if self.left else "…"
        params: dict[str, object] = {"value": self.value, "name": self.name, "day": self.day.isoformat()}
        return render(self.kind, params | {"hired": self.hired.isoformat(), "left": left}, lang)

    def text(self, lang: str) -> str:
        """Which cell, and why."""
        return f"{self.no} {self.name} {self.day:%m-%d}: {self.why(lang)}".strip()


def mark_sums(mark: ParsedMark | None, kind: DayKind, wanted: bool) -> MarkSums:
    """What one cell comes to; ``wanted`` where somebody has to say something about that day."""
    if mark is None:
        return _NOT_FILLED if wanted else NO_SUMS
    if mark.kind is MarkKind.ABSENT:
        return _ABSENT
    if mark.kind in _AWAY:
        return _LEAVE
    normal, extra = mark.normal_minutes, mark.extra_minutes
    if kind is DayKind.STATUTORY:
        normal, extra = 0, normal + extra
    return MarkSums(1, normal, extra) if normal or extra else NO_SUMS


def total(sums: Iterable[MarkSums]) -> MarkSums:
    """All of them together, summed figure by figure: a sum of sums makes an object for each of 200 × 31 cells."""
    parts = [
        (one.present, one.normal_minutes, one.extra_minutes, one.leave, one.absent, one.not_filled)
        for one in sums
        if one is not NO_SUMS
    ]
    return MarkSums(*map(sum, zip(*parts, strict=True)))


def checked(
    changes: Iterable[MarkChange], people: Mapping[int, Spell]
) -> tuple[tuple[CellChange, ...], tuple[RefusedMark, ...]]:
    """The cells as they will be written, the last word for each, and those that cannot be written.

    A mark outside the employment may be taken away, since it counts for nothing, but none put there.
    """
    good: dict[tuple[int, date], CellChange] = {}
    bad: list[RefusedMark] = []
    read: dict[str, ParsedMark | str | None] = {}
    for worker_id, day, text in changes:
        person = people.get(worker_id)
        if text not in read:
            read[text] = _read(text)
        mark = read[text]
        if person is None:
            bad.append(RefusedMark("worker_missing", worker_id, "", "", day, text[:LONGEST_MARK], day, None))
        elif isinstance(mark, str):
            bad.append(_refused(mark, person, day, text))
        elif mark is not None and not person.covers(day):
            bad.append(_refused("mark_not_employed", person, day, text))
        else:
            good[worker_id, day] = CellChange(worker_id, day, mark)
    return tuple(good.values()), tuple(bad)


def offered(
    marks: Sequence[ParsedMark | None], kinds: Sequence[DayKind], relation: Relation | None, at: int
) -> ParsedMark | None:
    """What to put into the empty cell of day ``at`` (from 0): as the day sheet offers it, from the month itself."""
    earlier = zip(reversed(marks[:at]), reversed(kinds[:at]), strict=True)
    before = next((mark for mark, kind in earlier if _tells(mark, kind)), None)
    return suggested(kinds[at], relation, before)


def _tells(mark: ParsedMark | None, kind: DayKind) -> bool:
    """Whether a mark says what somebody does on working days."""
    away = (MarkKind.OFF, MarkKind.SWAPPED, MarkKind.EXTRA)
    return mark is not None and kind is DayKind.WORKING and mark.kind not in away


def _read(text: str) -> ParsedMark | str | None:
    """A mark, None for an empty text, or the code of what is wrong with it."""
    if not text.strip():
        return None
    if len(text.strip()) > LONGEST_MARK:
        return "book_mark_unknown"
    try:
        return parse_mark(text)
    except MarkError as error:
        return f"book_{error.code}"


def _refused(kind: str, person: Spell, day: date, text: str) -> RefusedMark:
    shown = text.strip()
    quoted = shown if len(shown) <= LONGEST_MARK else f"{shown[:LONGEST_MARK]}…"
    return RefusedMark(kind, person.worker_id, person.no, person.name, day, quoted, person.hired, person.left)
