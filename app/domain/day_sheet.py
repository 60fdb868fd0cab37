"""The day sheet's rules: what to suggest for a day nobody has filled in yet, and the day's sums.

A suggestion is never a record: only a person's accepting it makes one, so that "not filled in" stays visible.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.attendance import DAY_MINUTES, ParsedMark
from app.domain.vocabulary import DayKind, MarkKind, Relation, TimeKind

_LASTING = frozenset({MarkKind.SICK, MarkKind.INJURY, MarkKind.UNPAID})
_AWAY = frozenset({MarkKind.UNPAID, MarkKind.SICK, MarkKind.PAID, MarkKind.INJURY})
_MARKED = frozenset({Relation.FULL_TIME, Relation.PART_TIME})


@dataclass(frozen=True, slots=True)
class DaySummary:
    """The day in figures: people by what they did, pieces in 1/1000. ``not_filled`` is never counted as absent."""

    present: int
    leave: int
    absent: int
    off: int
    not_filled: int
    good_milli: int


def needs_mark(relation: Relation | None) -> bool:
    """Whether a worker's day is to be filled in: 劳务 and 居家承揽 need no marks (RULES 4)."""
    return relation in _MARKED


def suggested(kind: DayKind, relation: Relation | None, before: ParsedMark | None) -> ParsedMark | None:
    """The mark to offer: 休 on a day off; on a working day what the worker did on the last one, without extra hours.

    Leave for sickness, injury and unpaid leave go on; an absence (旷) is never suggested. Full-time workers without an
    earlier mark get a full day; part-time ones nothing.
    """
    if not needs_mark(relation):
        return None
    if kind is not DayKind.WORKING:
        return ParsedMark(MarkKind.OFF)
    if before is not None and before.kind in _LASTING:
        return before
    if before is not None and before.kind is MarkKind.WORK:
        return ParsedMark(MarkKind.WORK, before.normal_minutes)
    return ParsedMark(MarkKind.WORK, DAY_MINUTES) if relation is Relation.FULL_TIME else None


def piece_time_kind(kind: DayKind, mark: ParsedMark | None) -> TimeKind:
    """The 时段 of pieces typed on a day: 法定 on a statutory day; 加 makes it 休息日 or, on a working day, 加班."""
    if kind is DayKind.STATUTORY:
        return TimeKind.STATUTORY
    if mark is not None and mark.kind is MarkKind.EXTRA:
        return TimeKind.REST_DAY if kind is DayKind.REST else TimeKind.OVERTIME
    return TimeKind.NORMAL


def summary(marks: Iterable[ParsedMark | None], good_milli: int) -> DaySummary:
    """The day's figures of the workers who need a mark; None is a day not filled in."""
    present = leave = absent = off = not_filled = 0
    for mark in marks:
        if mark is None:
            not_filled += 1
        elif mark.kind is MarkKind.ABSENT:
            absent += 1
        elif mark.kind in _AWAY:
            leave += 1
        elif mark.normal_minutes or mark.extra_minutes:
            present += 1
        else:
            off += 1
    return DaySummary(present, leave, absent, off, not_filled, good_milli)
