"""What can be taken back and done again, told from the journal: also after the program was closed or killed.

The journal holds no transactions; rows written together are found again by standing one after another. An undo takes
the newest step from what is done, a redo brings it back.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.services.day_edit import Saved


@dataclass(frozen=True, slots=True)
class Step:
    """A deed that can be taken back, or done again: ``saved`` is its newest change, ``origin`` the one that did it."""

    saved: Saved
    origin: Saved


@dataclass(frozen=True, slots=True)
class Steps:
    """Deeds that can be taken back, and those that can be done again; newest last."""

    done: tuple[Step, ...]
    undone: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class StepRow:
    """A journal row by one person on one PC; ``key`` names what it changed, ``group`` whose, ``at`` the second."""

    pos: int
    action: str
    key: tuple[str, str]
    group: int | str = 0
    at: int = 0


Together = Callable[[Sequence[StepRow], StepRow, bool], bool]
"""Whether a row was written in one transaction with those before it; whether one of those is of the same record."""
_Told = tuple[Step, frozenset[tuple[str, str]]]
"""A step and the keys of what it changed."""


def steps_of(rows: Iterable[StepRow], workshop_id: int, names: tuple[str, str], together: Together) -> Steps:
    """The steps that rows tell of, oldest row first; ``names`` are what the journal calls an undo and a redo."""
    undo, redo = names
    done: list[_Told] = []
    undone: list[_Told] = []
    for run in _runs(rows, names, together):
        if run[0].action == undo:
            _move(run, done, undone, workshop_id)
        elif run[0].action == redo:
            _move(run, undone, done, workshop_id)
        else:
            saved = Saved(workshop_id, run[0].pos - 1, run[-1].pos)
            done.append((Step(saved, saved), _keys(run)))
            undone.clear()
    return Steps(tuple(step for step, _ in done), tuple(step for step, _ in undone))


def _runs(rows: Iterable[StepRow], names: tuple[str, str], together: Together) -> Iterator[list[StepRow]]:
    """Rows written together; undos one after the other are taken apart by the steps they take back."""
    run: list[StepRow] = []
    seen: set[tuple[str, str]] = set()
    for row in rows:
        adjoining = bool(run) and row.action == run[-1].action and row.pos == run[-1].pos + 1
        if run and not (adjoining and (row.action in names or together(run, row, row.key in seen))):
            yield run
            run, seen = [], set()
        run.append(row)
        seen.add(row.key)
    if run:
        yield run


def _move(run: Sequence[StepRow], source: list[_Told], target: list[_Told], workshop_id: int) -> None:
    """Go through steps back or forth as a run of rows took them; rows of what another page took back are left out."""
    left = list(run)
    while left and source:
        step, keys = source[-1]
        count = step.saved.upto - step.saved.after
        if len(left) < count or left[0].key not in keys or _keys(left[:count]) != keys:
            left.pop(0)
            continue
        source.pop()
        target.append((Step(Saved(workshop_id, left[0].pos - 1, left[count - 1].pos), step.origin), keys))
        left = left[count:]


def _keys(rows: Iterable[StepRow]) -> frozenset[tuple[str, str]]:
    return frozenset(row.key for row in rows)
