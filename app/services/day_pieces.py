"""The pieces a day sheet is made of: what is noted that day, and what was made in the month before it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.models.work import PieceEntry, TeamShare
from app.services.day_lookup import LOOK_BACK, on_day

_FAR_ABOVE = 3  # times a worker's own average: worth a second look, never a refusal
_AVERAGE_DAYS = 3  # fewer days make no average


class Item(NamedTuple):
    """What pieces are counted by: a process and a grade (empty where there is none)."""

    process_id: int
    grade: str


@dataclass(frozen=True, slots=True)
class Pieces:
    """The day's entries: (quantity in 1/1000, entries) by worker and item, team entries by worker, and the sum."""

    cells: Mapping[int, Mapping[Item, tuple[int, int]]]
    teams: Mapping[int, int]
    total_milli: int


@dataclass(frozen=True, slots=True)
class Recent:
    """The last month before the day: by worker and item the sum in 1/1000 and the number of days; by item the last
    day; by worker the pieces of his last day.
    """

    sums: Mapping[int, Mapping[Item, tuple[int, int]]]
    last: Mapping[Item, str]
    before: Mapping[int, Mapping[Item, int]]

    def often(self) -> list[Item]:
        """Items by the number of worker days they were made on, most first."""
        days: dict[Item, int] = defaultdict(int)
        for items in self.sums.values():
            for item, (_, count) in items.items():
                days[item] += count
        return sorted(days, key=lambda item: (-days[item], item))

    def look_above(self, worker_id: int, item: Item) -> int:
        """Three times the worker's average of at least three days; 0 where there are fewer."""
        total, days = self.sums.get(worker_id, {}).get(item, (0, 0))
        return _FAR_ABOVE * total // days if days >= _AVERAGE_DAYS else 0


def day_pieces(session: Session, workshop_id: int, day: date) -> Pieces:
    """What is noted that day."""
    entries = session.execute(
        select(
            PieceEntry.id, PieceEntry.worker_id, PieceEntry.process_id, PieceEntry.grade, PieceEntry.good_milli
        ).where(PieceEntry.workshop_id == workshop_id, on_day(PieceEntry.date, day), PieceEntry.deleted == 0)
    ).all()
    cells: dict[int, dict[Item, tuple[int, int]]] = defaultdict(dict)
    for row in entries:
        if row.worker_id is not None:
            item = Item(row.process_id, row.grade)
            milli, count = cells[row.worker_id].get(item, (0, 0))
            cells[row.worker_id][item] = (milli + row.good_milli, count + 1)
    teams = [row.id for row in entries if row.worker_id is None]
    return Pieces(cells, _team_names(session, workshop_id, teams), sum(row.good_milli for row in entries))


def _team_names(session: Session, workshop_id: int, entries: list[int]) -> dict[int, int]:
    if not entries:
        return {}
    rows = session.execute(
        select(TeamShare.worker_id, func.count().label("shares"))
        .where(TeamShare.workshop_id == workshop_id, TeamShare.entry_id.in_(entries), TeamShare.deleted == 0)
        .group_by(TeamShare.worker_id)
    )
    return {row.worker_id: row.shares for row in rows}


def recent_pieces(session: Session, workshop_id: int, day: date) -> Recent:
    """What was made in the month before a day."""
    mine = (
        PieceEntry.workshop_id == workshop_id,
        PieceEntry.deleted == 0,
        PieceEntry.worker_id.is_not(None),
        PieceEntry.date >= (day - LOOK_BACK).isoformat(),
        PieceEntry.date < day.isoformat(),
    )
    rows = session.execute(
        select(
            PieceEntry.worker_id,
            PieceEntry.process_id,
            PieceEntry.grade,
            func.sum(PieceEntry.good_milli).label("milli"),
            func.count(PieceEntry.date.distinct()).label("days"),
            func.max(PieceEntry.date).label("last"),
        )
        .where(*mine)
        .group_by(PieceEntry.worker_id, PieceEntry.process_id, PieceEntry.grade)
    )
    sums: dict[int, dict[Item, tuple[int, int]]] = defaultdict(dict)
    last: dict[Item, str] = {}
    for row in rows:
        item = Item(row.process_id, row.grade)
        sums[row.worker_id][item] = (row.milli, row.days)
        last[item] = max(row.last, last.get(item, ""))
    return Recent(sums, last, _last_pieces(session, mine))


def _last_pieces(session: Session, mine: Sequence[ColumnElement[bool]]) -> dict[int, dict[Item, int]]:
    """By worker what was made on the last day with pieces, by item."""
    newest = select(PieceEntry.worker_id, func.max(PieceEntry.date).label("date")).where(*mine)
    days = newest.group_by(PieceEntry.worker_id).subquery()
    rows = session.execute(
        select(PieceEntry.worker_id, PieceEntry.process_id, PieceEntry.grade, PieceEntry.good_milli)
        .join(days, (PieceEntry.worker_id == days.c.worker_id) & (PieceEntry.date == days.c.date))
        .where(*mine, PieceEntry.good_milli > 0)
    )
    found: dict[int, dict[Item, int]] = defaultdict(dict)
    for row in rows:
        item = Item(row.process_id, row.grade)
        found[row.worker_id][item] = found[row.worker_id].get(item, 0) + row.good_milli
    return found
