"""Payroll runs and their present state: the last of their insert-only events (DESIGN 4).

Which is the last, the journal's clock says, the same on every device; dates are notes, and a PC's may be wrong. Two
rules hold whatever two PCs did at once: what was archived stays so, unless a person took it out or it was voided with
nothing paid of it any more, and a run with wages paid out, or upon which another was computed that stands, is neither
reopened nor voided.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import ScalarSelect, Select, exists, func, select
from sqlalchemy.orm import Session

from app.domain.vocabulary import RunEvent, RunKind, RunState
from app.models.local import Journal
from app.models.pay import PayrollEvent, PayrollRun, SlipRow
from app.models.payment import Payment, PaymentReturn

COUNTED = frozenset({RunState.LOCKED, RunState.PAID, RunState.ARCHIVED})
"""States in which a run's amounts stand."""
_WHOLE = frozenset({RunKind.REGULAR.value, RunKind.FIRST_HALF.value})
"""Kinds of which a month has one run, whoever is in it."""
_AS_STORED = (
    "month", "kind", "workers", "gross_fen", "net_fen", "packs", "snapshot_hash", "chain_head", "inputs_hash", "reason",
    "pay_date",
)  # fmt: skip


class _Event(NamedTuple):
    """A row of ``_events``."""

    run_id: int
    state: str
    user_name: str
    occurred_on: str
    reason: str


@dataclass(frozen=True, slots=True)
class RunHead:
    """A run with its state and who gave it when; ``disputed`` where another run pays the same and stands too.

    ``paid_fen`` is what was paid of it and did not come back; ``known_runs`` are those it reckons with; ``place`` is
    its place among the workshop's runs by their locks' clocks; ``pay_date`` the pay day agreed at the lock, or empty.
    ``overruled``: another PC gave it up last, which does not count.
    """

    run_id: int
    month: str
    kind: str
    workers: int
    gross_fen: int
    net_fen: int
    packs: str
    snapshot_hash: str
    chain_head: str
    inputs_hash: str
    reason: str
    pay_date: str
    known_runs: frozenset[int]
    state: RunState
    by: str
    on: date
    locked_on: date
    locked_by: str
    said: str
    paid_fen: int
    disputed: bool = False
    place: int = 0
    overruled: bool = False

    @property
    def stands(self) -> bool:
        """Whether the run is locked, paid or archived, disputed or not."""
        return self.state in COUNTED

    @property
    def counts(self) -> bool:
        """Whether its amounts count towards year and balances: of two disputed runs neither does."""
        return self.stands and not self.disputed


def _events(workshop_id: int) -> Select[*tuple[Any, ...]]:
    """All events of a workshop's runs in the order of their clocks."""
    event = PayrollEvent
    clock = (
        select(func.max(Journal.clock))
        .where(
            *(Journal.workshop_id == workshop_id, Journal.tbl == event.__tablename__),
            Journal.key == func.json_array(event.id),
        )
        .scalar_subquery()
    )
    columns = (event.run_id, event.state, event.user_name, event.occurred_on, event.reason)
    own = select(*columns).where(event.workshop_id == workshop_id, event.deleted == 0)
    return own.order_by(clock, event.id)


def run_heads(session: Session, workshop_id: int) -> tuple[RunHead, ...]:
    """All runs of a workshop by month, in two statements; a further one where two runs of a month may pay the same, or
    where one was given up under another.
    """
    events: dict[int, list[_Event]] = defaultdict(list)
    for row in session.execute(_events(workshop_id)):
        _take_in(events[row.run_id], _Event(*row))
    places = {run_id: place for place, run_id in enumerate(events)}  # events come in the order of their clocks
    runs = [row for row in session.execute(_runs(workshop_id)) if row.id in events]
    heads = _kept(session, workshop_id, [_head(row, events[row.id], places[row.id]) for row in runs], events)
    disputed = _disputed(session, workshop_id, [head for head in heads if head.stands])
    return tuple(replace(head, disputed=head.run_id in disputed) for head in heads)


def _take_in(events: list[_Event], event: _Event) -> None:
    """Add the next event to those that decide. Taken out of the archive, a run is what it was before it went in.

    Where nothing is archived any more (two PCs took it out) nothing changes, and what was voided stays so.
    """
    if event.state != RunEvent.UNARCHIVED:
        events.append(event)
        return
    before = [one for one in events if one.state != RunState.ARCHIVED]
    stood = [one for one in before if one.state in COUNTED]
    if len(before) < len(events) and stood and before[-1].state != RunState.VOIDED:
        before.append(event._replace(state=stood[-1].state))
    events[:] = before


def _head(row: Any, events: list[_Event], place: int) -> RunHead:  # noqa: ANN401  a row
    last = _present(events, row.paid_fen)
    return RunHead(
        run_id=row.id,
        **{name: getattr(row, name) for name in _AS_STORED},
        known_runs=_ids(row.known_runs),
        **_shown(last),
        locked_on=date.fromisoformat(events[0].occurred_on),
        locked_by=events[0].user_name,
        paid_fen=row.paid_fen,
        place=place,
        overruled=events[-1].state not in COUNTED and last.state in COUNTED,
    )


def _shown(event: _Event) -> dict[str, Any]:
    """What a head says of the event that names its state."""
    return {
        "state": RunState(event.state),
        "by": event.user_name,
        "on": date.fromisoformat(event.occurred_on),
        "said": event.reason,
    }


def _kept(
    session: Session, workshop_id: int, heads: Iterable[RunHead], events: Mapping[int, list[_Event]]
) -> list[RunHead]:
    """The heads, those that a PC gave up without knowing what another had locked upon them standing again."""
    found = {head.run_id: head for head in heads}
    given_up = [head for head in found.values() if not head.stands]
    for head in sorted(given_up, key=attrgetter("place"), reverse=True):
        standing = [one for one in found.values() if one.stands]
        later = [one for one in standing if head.run_id in one.known_runs]
        stood = [event for event in events[head.run_id] if event.state in COUNTED]
        if stood and later and _held_by(session, workshop_id, head, later, standing):
            found[head.run_id] = replace(head, **_shown(stood[-1]), overruled=True)
    return [*found.values()]


def _runs(workshop_id: int) -> Select[*tuple[Any, ...]]:
    run = PayrollRun
    columns = (run.id, run.month, run.kind, run.workers, run.gross_fen, run.net_fen, run.packs, run.snapshot_hash)
    more = (run.chain_head, run.inputs_hash, run.reason, run.known_runs, run.pay_date, _paid().label("paid_fen"))
    own = select(*columns, *more).where(run.workshop_id == workshop_id, run.deleted == 0)
    return own.order_by(run.month, run.id)


def _ids(text: str) -> frozenset[int]:
    return frozenset(int(word) for word in text.split() if word.isdecimal())


def _paid() -> ScalarSelect[int]:
    """SQL: what was paid of a run and did not come back, fen."""
    run = PayrollRun
    came_back = exists().where(
        PaymentReturn.workshop_id == Payment.workshop_id,
        PaymentReturn.payment_id == Payment.id,
        PaymentReturn.deleted == 0,
    )
    own = (Payment.workshop_id == run.workshop_id, Payment.run_id == run.id, Payment.deleted == 0)
    paid = select(func.coalesce(func.sum(Payment.amount_fen), 0)).where(*own, ~came_back)
    return paid.correlate(run).scalar_subquery()


def _present(events: Iterable[_Event], paid_fen: int) -> _Event:
    """The event that names a run's state."""
    every = [*events]
    if not paid_fen and every[-1].state == RunState.VOIDED:
        return every[-1]
    kept = [event for event in every if not paid_fen or RunState(event.state) in COUNTED]
    archived = [event for event in kept if event.state == RunState.ARCHIVED]
    return (archived or kept or every)[-1]


def _disputed(session: Session, workshop_id: int, standing: Iterable[RunHead]) -> set[int]:
    """Of runs that stand, those that pay what another of their month pays too.

    Two of a whole month or half of one always do; others where they share a worker and neither was made knowing of
    the other.
    """
    by_month: dict[str, list[RunHead]] = defaultdict(list)
    for head in standing:
        by_month[head.month].append(head)
    pairs = [pair for heads in by_month.values() for pair in combinations(heads, 2) if not _knows(*pair)]
    alike = {head.run_id for pair in pairs if _same_whole(*pair) for head in pair}
    apart = [(one.run_id, two.run_id) for one, two in pairs if not _same_whole(one, two)]
    people = _people(session, workshop_id, {run_id for pair in apart for run_id in pair}) if apart else {}
    nobody: frozenset[int] = frozenset()
    shared = {run_id for pair in apart if people.get(pair[0], nobody) & people.get(pair[1], nobody) for run_id in pair}
    return alike | shared


def _same_whole(one: RunHead, two: RunHead) -> bool:
    return one.kind == two.kind and one.kind in _WHOLE


def _knows(one: RunHead, two: RunHead) -> bool:
    if _same_whole(one, two):
        return False
    return two.run_id in one.known_runs or one.run_id in two.known_runs


def built_upon(session: Session, workshop_id: int, head: RunHead) -> RunHead | None:
    """A standing run under which ``head`` must not go: it reckons with it for one of its workers, or for whom it left
    out.

    With a correction reckons all of other months that was locked after it: the year's tax, and what was overpaid as an
    advance.
    """
    standing = [other for other in run_heads(session, workshop_id) if other.stands and other.run_id != head.run_id]
    corrects = head.kind == RunKind.CORRECTION
    later = [
        other
        for other in standing
        if head.run_id in other.known_runs or (corrects and other.month != head.month and other.place > head.place)
    ]
    return _held_by(session, workshop_id, head, later, standing) if later else None


def _held_by(
    session: Session, workshop_id: int, head: RunHead, later: Iterable[RunHead], standing: Iterable[RunHead]
) -> RunHead | None:
    """The first of the later runs that needs ``head``. A correction of who is not settled is measured by the month's
    regular run, even for whom that left out.
    """
    settling = {one.run_id for one in standing if (one.month, one.kind) == (head.month, RunKind.SETTLEMENT)}
    people = _people(session, workshop_id, {head.run_id, *settling, *(other.run_id for other in later)})
    nobody: frozenset[int] = frozenset()
    mine, settled = people.get(head.run_id, nobody), nobody.union(*(people.get(one, nobody) for one in settling))
    for other in later:
        theirs = people.get(other.run_id, nobody)
        left_out = theirs - settled if (head.kind, other.kind) == (RunKind.REGULAR, RunKind.CORRECTION) else nobody
        if mine & theirs or left_out:
            return other
    return None


def _people(session: Session, workshop_id: int, run_ids: Iterable[int]) -> Mapping[int, frozenset[int]]:
    """Whom each run pays."""
    own = (SlipRow.workshop_id == workshop_id, SlipRow.run_id.in_(list(run_ids)), SlipRow.deleted == 0)
    found: dict[int, set[int]] = defaultdict(set)
    for run_id, worker_id in session.execute(select(SlipRow.run_id, SlipRow.worker_id).where(*own)):
        found[run_id].add(worker_id)
    return {run_id: frozenset(workers) for run_id, workers in found.items()}
