"""Merging changes of one row that several devices made without seeing each other (DESIGN 4).

The unit is a *group* of columns. A version no other version names as base is a *head*; the head shown is the greatest
clock among those that do not delete, else the greatest clock; a row is deleted when the shown head of every group is
a delete. The state is a function of the set of changes, whatever the order of their arrival. There are two ways to it:
``merge`` over the whole set (the desktop, from its journal) and ``advance`` change by change (the server, which keeps a
clock a group and, for exceptions, the other heads and the *ghosts*: clocks named as base but not yet seen).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.canonical import Scalar
from app.domain.ids import CLOCK_LEAP_LIMIT, DERIVED_FLOOR, DEVICE_BITS

INSERT, UPDATE, DELETE, RECREATE = "i", "u", "d", "c"
OPERATIONS = frozenset({INSERT, UPDATE, DELETE, RECREATE})
Values = tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a row: for each group touched the clocks it replaces (``base``) and all the group's columns.

    ``values`` names the groups touched; an insert, a delete and a re-creation touch every group. A group missing from
    ``base`` replaces nothing.
    """

    clock: int
    op: str
    base: Mapping[str, tuple[int, ...]]
    values: Mapping[str, Values]


@dataclass(frozen=True, slots=True)
class Head:
    """A version that no known version replaces."""

    clock: int
    op: str
    values: Values

    @property
    def deletes(self) -> bool:
        """Whether this version is a delete mark."""
        return self.op == DELETE


@dataclass(frozen=True, slots=True)
class GroupState:
    """The heads of a group, ascending by clock, and the clocks named as base that have not been seen."""

    heads: tuple[Head, ...]
    ghosts: frozenset[int] = frozenset()

    @property
    def shown(self) -> Head | None:
        """The head a person sees; None only while every version known was replaced by one still to come."""
        living = [head for head in self.heads if not head.deletes] or self.heads
        return living[-1] if living else None

    def same_as_shown(self) -> tuple[int, ...]:
        """Clocks of the heads whose content is that of the shown one: what an edit of what is seen replaces."""
        shown = self.shown
        if shown is None:
            return ()
        return tuple(h.clock for h in self.heads if h.values == shown.values and h.deletes == shown.deletes)

    @property
    def in_conflict(self) -> bool:
        """Whether a person has to choose: several heads, and not all of the same content."""
        return len(self.same_as_shown()) < len(self.heads) and not all(head.deletes for head in self.heads)


@dataclass(frozen=True, slots=True)
class RowState:
    """A row after merging: its groups; ``values`` and ``deleted`` are what its table shows."""

    groups: Mapping[str, GroupState]

    @property
    def deleted(self) -> bool:
        """Whether the shown head of every group is a delete."""
        return all(state.shown is not None and state.shown.deletes for state in self.groups.values())

    @property
    def values(self) -> dict[str, Values]:
        """Group → values of the shown head; groups without a head are left out."""
        return {name: state.shown.values for name, state in self.groups.items() if state.shown is not None}

    @property
    def several(self) -> dict[str, GroupState]:
        """The groups with more than one head: what the desktop's ``conflict`` table holds."""
        return {name: state for name, state in self.groups.items() if len(state.heads) > 1}

    def knows(self, groups: Iterable[str]) -> bool:
        """Whether the row can be written: each of its table's groups has a version to show."""
        return all(name in self.groups and self.groups[name].shown is not None for name in groups)


def merge(changes: Iterable[Change]) -> RowState:
    """The state of a row from the set of its changes; the order and repetitions are of no matter."""
    versions: dict[str, dict[int, Head]] = {}
    named: dict[str, set[int]] = {}
    for change in changes:
        for group, values in change.values.items():
            versions.setdefault(group, {})[change.clock] = Head(change.clock, change.op, values)
            named.setdefault(group, set()).update(change.base.get(group, ()))
    return RowState({group: _settled(seen, named[group]) for group, seen in versions.items()})


def _settled(seen: Mapping[int, Head], named: set[int]) -> GroupState:
    heads = tuple(seen[clock] for clock in sorted(seen) if clock not in named)
    return GroupState(heads, frozenset(named - seen.keys()))


def advance(state: RowState | None, change: Change) -> RowState:
    """``state`` after one more change, each change given once: equal to ``merge`` over all given so far.

    A change whose clock is a head already is taken as a repetition. Ghosts may outlive their need (a base that had been
    seen and replaced before cannot be told from one still to come); they never alter heads.
    """
    groups = dict(state.groups) if state is not None else {}
    for group, values in change.values.items():
        head = Head(change.clock, change.op, values)
        groups[group] = _advanced(groups.get(group), head, change.base.get(group, ()))
    return RowState(groups)


def _advanced(state: GroupState | None, head: Head, base: tuple[int, ...]) -> GroupState:
    before = state or GroupState(())
    known = {each.clock for each in before.heads}
    if head.clock in known:
        return before
    heads = [each for each in before.heads if each.clock not in base]
    ghosts = before.ghosts | {clock for clock in base if clock not in known}
    if head.clock in ghosts:
        ghosts -= {head.clock}
    else:
        heads.append(head)
    return GroupState(tuple(sorted(heads, key=lambda each: each.clock)), ghosts)


def leaps(clock: int, greatest: int) -> bool:
    """Whether a clock is more than 2**24 counts above the workshop's greatest: held, and raises no counter."""
    return (clock >> DEVICE_BITS) - (greatest >> DEVICE_BITS) > CLOCK_LEAP_LIMIT


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a change is judged by: its table's rules and what the receiver knows of its row and parents."""

    groups: frozenset[str]
    insert_only: bool
    may_write: bool
    greatest_clock: int
    row_known: bool
    other_insert: bool
    missing_parent: str | None


def judge(change: Change, row_id: int | None, around: Surroundings) -> tuple[str, str] | None:
    """Why a readable change must wait: (code, column), or None where it is accepted; the same on server and desktop.

    ``row_id`` is the id of a row that has one (None for natural keys); ``other_insert`` whether the row is known by an
    insert with another clock. The column is "" where no single one is meant.
    """
    touched = change.values.keys()
    rules = (
        ("clock_leap", "", leaps(change.clock, around.greatest_clock)),
        ("not_writer", "", not around.may_write),
        ("insert_only", "", around.insert_only and change.op != INSERT),
        ("id_taken", "id", change.op == INSERT and around.other_insert and (row_id or DERIVED_FLOOR) < DERIVED_FLOOR),
        ("row_missing", "", not around.row_known and not around.groups <= touched),
        ("parent_missing", around.missing_parent or "", around.missing_parent is not None),
    )
    return next(((code, column) for code, column, broken in rules if broken), None)
