"""Which runs a month's computation reckons with: those of other months, and those of the month that stand already."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from math import inf
from operator import attrgetter

from app.domain.vocabulary import RunKind
from app.models.queries.runs import RunHead

RECKONED = {
    RunKind.FIRST_HALF: frozenset({RunKind.SETTLEMENT}),
    RunKind.REGULAR: frozenset(RunKind) - {RunKind.REGULAR},
    RunKind.SETTLEMENT: frozenset(RunKind),
    RunKind.CORRECTION: frozenset(RunKind),
}
"""Kinds of runs of its month a run reckons with: what a correction paid of it is not paid once more."""
_WHOLE = frozenset({RunKind.REGULAR, RunKind.FIRST_HALF})


@dataclass(frozen=True, slots=True)
class Reckoned:
    """``before`` are counted runs (run to month) whose figures belong before this run's; ``standing`` the month's own.

    ``counted`` are all counted runs, of the month itself those reckoned with; ``regular`` the months of those that pay
    a whole month.
    """

    before: dict[int, str]
    standing: tuple[RunHead, ...]
    counted: dict[int, str]
    regular: frozenset[str]

    @property
    def parts(self) -> list[int]:
        """Counted runs of months not paid as a whole, which pay some workers only, or half a month."""
        return [run_id for run_id, month in self.counted.items() if month not in self.regular]


def reckoned(heads: Iterable[RunHead], month: str, kind: RunKind, known: Set[int] | None) -> Reckoned:
    """The runs a month's computation takes account of.

    A month not locked yet also nets what later months, locked before it, took; a locked one is computed as at its lock,
    with the runs of its month it knew then (``known``, else those of the standing run of its kind) and without those
    locked after it that would change it.
    """
    counting = [head for head in heads if head.counts]
    same = next((head for head in counting if (head.month, head.kind) == (month, kind) and kind in _WHOLE), None)
    if known is None and same is not None:
        known = same.known_runs
    if known is not None:
        counting = _as_at_lock(counting, month, kind, known)
    own = [head for head in counting if head.month == month]
    until = _place(counting, month, kind, known)
    standing = [head for head in own if head.kind in RECKONED[kind] and (known is None or head.run_id in known)]
    others = {
        head.run_id: head.month
        for head in counting
        if head.month < month or (month < head.month and head.place <= until)
    }
    counting = [head for head in counting if head.month != month or known is None or head in standing]
    regular = frozenset(head.month for head in counting if head.kind == RunKind.REGULAR)
    ordered = tuple(sorted(standing, key=attrgetter("place")))
    return Reckoned(others, ordered, {head.run_id: head.month for head in counting}, regular)


def _place(counting: Iterable[RunHead], month: str, kind: RunKind, known: Set[int] | None) -> float:
    """Where the run computed lies in the order of locks: at its end where it is not locked yet.

    Later months never come before a correction: it reckons with its own month and those before.
    """
    if kind is RunKind.CORRECTION:
        return -inf
    if known is None:
        return inf
    return max(
        (one.place for one in counting if (one.month, one.kind, one.known_runs) == (month, kind, known)), default=-inf
    )


def _as_at_lock(counting: list[RunHead], month: str, kind: RunKind, known: Set[int]) -> list[RunHead]:
    """The runs without those locked after the run computed once more: corrections, and for one, all later months'.

    That run is the one of the month and kind that knows the same runs.
    """
    same = [head for head in counting if (head.month, head.kind, head.known_runs) == (month, kind, known)]
    if not same:
        return counting
    until = max(head.place for head in same)
    corrects = kind is RunKind.CORRECTION
    return [
        head
        for head in counting
        if head.place <= until or not (head.kind == RunKind.CORRECTION or (corrects and head.month > month))
    ]
