"""Who learned from whom: the mentors' tree of a workshop, from the numbers written beside each worker (师傅编号)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A worker as the tree asks for him; ``mentor_no`` may name nobody here, or somebody who had that number before."""

    person: int
    no: str
    mentor_no: str
    level: str
    hired_on: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the tree: the mentor (None: a root), how many mentors stand above, how many learn from this one."""

    person: int
    mentor: int | None
    depth: int
    apprentices: int


def family_tree(people: Sequence[Person]) -> tuple[Place, ...]:
    """Everybody who is an inheritor, teaches or learns, mentors before their apprentices, in the order given.

    A number belongs to whoever had it last by the apprentice's hiring; one nobody has leaves its apprentice a root. Who
    teaches each other in a ring stands as the first of them given.
    """
    by_no: dict[str, list[Person]] = defaultdict(list)
    for one in people:
        by_no[one.no].append(one)
    mentors = {one.person: _mentor(one, by_no.get(one.mentor_no, ())) for one in people if one.mentor_no}
    learning: dict[int, list[int]] = defaultdict(list)
    for apprentice, mentor in mentors.items():
        if mentor is not None and not _rings(apprentice, mentor, mentors, learning):
            learning[mentor].append(apprentice)
    taught = {apprentice for each in learning.values() for apprentice in each}
    roots = [
        one.person
        for one in people
        if one.person not in taught and (one.level or one.mentor_no or learning.get(one.person))
    ]
    return tuple(place for root in roots for place in _below(root, None, 0, learning))


def _mentor(one: Person, named: Iterable[Person]) -> int | None:
    named = [other for other in named if other.person != one.person]
    before = [other for other in named if other.hired_on <= one.hired_on] or named
    return max(before, key=lambda other: other.hired_on).person if before else None


def _rings(apprentice: int, mentor: int, mentors: Mapping[int, int | None], learning: Mapping[int, list[int]]) -> bool:
    """Whether taking the apprentice under the mentor would close a ring with what is taken already."""
    seen, at = {apprentice}, mentor
    while at not in seen:
        seen.add(at)
        above = mentors.get(at)
        if above is None or at not in learning.get(above, ()):
            return False
        at = above
    return True


def _below(person: int, mentor: int | None, depth: int, learning: Mapping[int, list[int]]) -> Iterator[Place]:
    own = learning.get(person, [])
    yield Place(person, mentor, depth, len(own))
    for apprentice in own:
        yield from _below(apprentice, person, depth + 1, learning)
