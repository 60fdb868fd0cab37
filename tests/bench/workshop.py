"""A workshop of any size for the bench: workers of every relation and a whole month's records, always the same ones."""

import random
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.domain.calendar import MonthCalendar, month_calendar
from app.domain.vocabulary import AdjustmentKind, Basis, DayKind, MarkKind, Relation, RunState, TimeKind
from app.models.base import Base
from app.models.database import Database, new_ids
from app.models.keys import KeyCost
from app.models.opening import create
from app.models.tables import (
    Adjustment,
    Advance,
    Attendance,
    Opening,
    PayrollEvent,
    PayrollRun,
    PayTerm,
    PieceEntry,
    PiecePrice,
    Process,
    Product,
    SlipRow,
    TeamShare,
    Worker,
    Workshop,
    WorkshopTerms,
)
from app.services.rule_packs import shipped_packs

MONTH, LAST_MONTH = "2026-10", "2026-09"
WORKSHOP = 4_711_004_711
USER, PASSWORD = "bench", "gongfang-bench"
MARKS, PIECES = 26, 40
QUICK_KEY = KeyCost(memory_kib=64, passes=1, lanes=1)
_PRODUCTS, _STEPS, _GRADES = 8, ("绣花", "锁边", "缝制"), ("", "一等", "二等")
# relation, basis, rate in fen, how many of a hundred workers: the mix of the sample month
_MIX = (
    (Relation.FULL_TIME, Basis.MONTHLY, 260_000, 10),
    (Relation.FULL_TIME, Basis.DAILY, 13_000, 16),
    (Relation.FULL_TIME, Basis.HOURLY, 1_650, 3),
    (Relation.FULL_TIME, Basis.PIECE, None, 25),
    (Relation.PART_TIME, Basis.HOURLY, 2_100, 9),
    (Relation.SERVICES, Basis.PIECE, None, 12),
    (Relation.HOME, Basis.PIECE, None, 25),
)

Rows = dict[type[Base], list[dict[str, Any]]]


@contextmanager
def workshop(folder: Path, workers: int, *, even: bool = False) -> Iterator[Database]:
    """A fresh encrypted database with one workshop and its month, open for writing.

    ``even``: every worker has MARKS attendance and PIECES piece rows, else as many as the basis gives.
    """
    database, _ = create(folder, USER, PASSWORD, cost=QUICK_KEY)
    try:
        with database.write(USER, "bench.fill") as session:
            write(session, _Month(session, workers, even=even).rows)
        yield database
    finally:
        database.close()


def write(session: Session, rows: Rows, workshop_id: int = WORKSHOP) -> None:
    """Insert rows by Core, many a statement; the triggers journal them."""
    for table, values in rows.items():
        if values:
            session.execute(insert(table.__table__), [{"workshop_id": workshop_id, **row} for row in values])  # type: ignore[arg-type]


class _Month:
    """Rows of a workshop's month by table, parents first."""

    def __init__(self, session: Session, workers: int, *, even: bool) -> None:
        self._random = random.Random(7)
        self._even = even
        self._ids = iter(new_ids(session, workers * 200 + 1000))
        self._calendar: MonthCalendar = month_calendar(MONTH, shipped_packs())
        self._working = [day for day in self._calendar.days() if self._calendar.kind(day) is DayKind.WORKING]
        off = [day for day in self._calendar.days() if day not in self._working]
        self._marked = self._working + off[: MARKS - len(self._working)]
        self.rows: Rows = defaultdict(list)
        self.rows[Workshop].append({"name": "测量工坊", "region": "513499"})
        settings = {"pay_day": 10, "monthly_minimum_fen": 189_000, "hourly_minimum_fen": 2_000, "pays_statutory": 1}
        self.rows[WorkshopTerms].append({"valid_from": "2026-01-01", **settings})
        self._processes = list(self._goods())
        terms = [entry[:3] for entry in _MIX for _ in range(entry[3])]
        people = [self._worker(number, *terms[number * 37 % 100]) for number in range(workers)]
        self._teams([worker for worker, relation in people if relation is not Relation.PART_TIME])
        self._last_month([worker for worker, relation in people if relation is Relation.FULL_TIME])

    def _goods(self) -> Iterator[int]:
        for number in range(_PRODUCTS):
            product = next(self._ids)
            self.rows[Product].append({"id": product, "code": f"P{number}", "name": f"绣品{number}"})
            for step in _STEPS:
                process = next(self._ids)
                self.rows[Process].append({"id": process, "product_id": product, "name": step})
                for grade in _GRADES:
                    price = {"valid_from": "2026-01-01", "price_e4": self._random.randrange(8_000, 90_000)}
                    self.rows[PiecePrice].append({"process_id": process, "grade": grade, **price})
                yield process

    def _worker(self, number: int, relation: Relation, basis: Basis, rate: int | None) -> tuple[int, Relation]:
        worker = next(self._ids)
        who = {"id": worker, "no": f"{number:04d}", "name": f"工人{number}", "phone": f"139{number:08d}"}
        who |= {"id_number": f"51349919900501{number % 10_000:04d}", "account": f"6228{number:015d}", "bank": "农行"}
        self.rows[Worker].append(who | {"hired_on": "2024-03-01"})
        terms = {"worker_id": worker, "valid_from": "2024-03-01", "relation": relation, "basis": basis}
        self.rows[PayTerm].append(terms | {"rate_fen": rate, "social_fen": 35_000 if number % 3 == 0 else 0})
        if number % 2 == 0 and relation is Relation.FULL_TIME:
            so_far = {"months": 8, "income_fen": 2_400_000, "withheld_fen": 0, "advance_fen": 20_000}
            self.rows[Opening].append({"worker_id": worker, "year": 2026, "before_month": LAST_MONTH, **so_far})
        self._records(worker, number, relation, basis)
        self._extras(worker, number)
        return worker, relation

    def _records(self, worker: int, number: int, relation: Relation, basis: Basis) -> None:
        """The month's marks and pieces."""
        processes = self._processes[number % 20 : number % 20 + 4]
        if self._even or relation in (Relation.FULL_TIME, Relation.PART_TIME):
            for day in self._marked if self._even else self._calendar.days():
                self._day(worker, day, relation)
        if self._even:
            for made in range(PIECES):
                self._pieces(worker, self._working[made % len(self._working)], processes, 1)
        elif basis is Basis.PIECE:
            for day in self._working:
                self._pieces(worker, day, processes)

    def _day(self, worker: int, day: date, relation: Relation) -> None:
        chance = self._random.random()
        if self._calendar.kind(day) is not DayKind.WORKING:
            mark = (MarkKind.EXTRA, 0, 480) if chance < 0.15 else (MarkKind.OFF, 0, 0)
        elif relation is Relation.PART_TIME:
            mark = (MarkKind.WORK, 240, 0) if chance < 0.9 else (MarkKind.UNPAID, 0, 0)
        elif chance < 0.8:
            mark = (MarkKind.WORK, 480, 120 if chance < 0.1 else 0)
        else:
            mark = (self._random.choice((MarkKind.HALF, MarkKind.UNPAID, MarkKind.SICK, MarkKind.PAID)), 0, 0)
        kind, normal, extra = mark
        row = {"worker_id": worker, "date": day.isoformat(), "mark": kind}
        minutes = 240 if kind is MarkKind.HALF else normal
        self.rows[Attendance].append(row | {"normal_minutes": minutes, "extra_minutes": extra})

    def _pieces(self, worker: int | None, day: date, processes: list[int], count: int = 2) -> list[int]:
        made = [next(self._ids) for _ in range(count)]
        for entry in made:
            what = {"process_id": self._random.choice(processes), "grade": self._random.choice(_GRADES)}
            counted = {"good_milli": self._random.randrange(1, 60) * 1000, "rework_milli": 1000}
            row = {"id": entry, "date": day.isoformat(), "worker_id": worker, "time_kind": TimeKind.NORMAL}
            self.rows[PieceEntry].append(row | what | counted | {"material_scrap_milli": 1000})
        return made

    def _teams(self, workers: list[int]) -> None:
        """A team of three for every ten workers, one entry on each tenth day."""
        for first in range(0, len(workers) - 3, 10):
            for day in self._calendar.days()[9::10]:
                (entry,) = self._pieces(None, day, self._processes, 1)
                for position, worker in enumerate(workers[first : first + 3]):
                    share = {"entry_id": entry, "worker_id": worker, "position": position}
                    self.rows[TeamShare].append(share | {"weight_milli": 7500 - 1250 * position})

    def _extras(self, worker: int, number: int) -> None:
        kind = tuple(AdjustmentKind)[number % 4]
        if number % 2 == 0:
            row = {"id": next(self._ids), "month": MONTH, "worker_id": worker, "item": "其他", "kind": kind}
            self.rows[Adjustment].append(row | {"amount_fen": 5_000 + number})
        if number % 5 == 0:
            row = {"id": next(self._ids), "date": f"{MONTH}-12", "worker_id": worker}
            self.rows[Advance].append(row | {"amount_fen": 30_000})

    def _last_month(self, workers: list[int]) -> None:
        """A locked run of the month before, so that year to date and balances have something to sum."""
        run, sums = next(self._ids), {"gross_fen": 300_000, "net_fen": 280_000}
        head = {"id": run, "month": LAST_MONTH, "kind": "regular", "workers": len(workers), "packs": "[]"}
        self.rows[PayrollRun].append(head | sums | {"snapshot_hash": "", "chain_head": ""})
        texts = dict.fromkeys(("no", "name", "id_number", "phone", "bank", "account"), "")
        fen = dict.fromkeys(("social_fen", "additional_fen", "tax_fen", "other_fen", "damage_fen"), 0)
        fen |= dict.fromkeys(("carried_damage_fen", "advance_fen", "carried_advance_fen"), 100) | sums
        minutes = dict.fromkeys(("overtime_minutes", "rest_day_minutes", "statutory_minutes"), 0)
        what = {"relation": Relation.FULL_TIME, "basis": Basis.MONTHLY, "normal_minutes": 9600, "unpaid_days": "0"}
        rows = [{"run_id": run, "worker_id": worker} | texts | fen | minutes | what for worker in workers]
        self.rows[SlipRow] += rows
        event = {"id": next(self._ids), "run_id": run, "state": RunState.LOCKED, "user_name": USER}
        self.rows[PayrollEvent].append(event | {"occurred_on": "2026-10-02"})  # last: it locks the run
