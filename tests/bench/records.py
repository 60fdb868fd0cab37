"""Ten thousand records to carry, or any other number: six piece entries for every four attendance marks."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from app.domain.vocabulary import MarkKind, TimeKind
from app.models.tables import Attendance, PieceEntry, PiecePrice, Process, Product, Worker
from tests.bench.workshop import Rows

WORKERS, PROCESSES = 60, 12
_FIRST_DAY = date(2026, 1, 1)


def parents(ids: Iterator[int]) -> Rows:
    """The workers and processes the records name; they are sent before anything is measured."""
    product = next(ids)
    processes = [next(ids) for _ in range(PROCESSES)]
    prices = [{"process_id": p, "grade": "", "valid_from": "2026-01-01", "price_e4": 25_000} for p in processes]
    workers = [
        {"id": next(ids), "no": f"{number:02d}", "name": f"工人{number}", "hired_on": "2024-03-01"}
        for number in range(WORKERS)
    ]
    return {
        Product: [{"id": product, "code": "P1", "name": "绣片"}],
        Process: [{"id": p, "product_id": product, "name": f"工序{number}"} for number, p in enumerate(processes)],
        PiecePrice: prices,
        Worker: workers,
    }


def records(known: Rows, ids: Iterator[int], count: int, before: int = 0) -> Rows:
    """``count`` records, always the same but for their ids; ``before``: how many the workshop holds already."""
    chance = random.Random(11 + before)
    workers = [row["id"] for row in known[Worker]]
    processes = [row["id"] for row in known[Process]]
    return {
        PieceEntry: [_entry(chance, next(ids), workers, processes, n) for n in range(count * 6 // 10)],
        Attendance: [_mark(chance, workers, before + n) for n in range(count - count * 6 // 10)],
    }


def _entry(chance: random.Random, row_id: int, workers: list[int], processes: list[int], place: int) -> dict[str, Any]:
    return {
        "id": row_id,
        "date": (_FIRST_DAY + timedelta(days=place // 90)).isoformat(),
        "worker_id": chance.choice(workers),
        "process_id": chance.choice(processes),
        "grade": chance.choice(("", "一等", "二等")),
        "time_kind": TimeKind.OVERTIME if chance.random() < 0.05 else TimeKind.NORMAL,
        "good_milli": chance.randrange(1, 40) * 1000,
        "rework_milli": 1000 if chance.random() < 0.1 else 0,
        "material_scrap_milli": 1000 if chance.random() < 0.05 else 0,
    }


def _mark(chance: random.Random, workers: list[int], place: int) -> dict[str, Any]:
    minutes = chance.choice((480, 480, 480, 240, 450))
    return {
        "worker_id": workers[place % len(workers)],
        "date": (_FIRST_DAY + timedelta(days=place // len(workers))).isoformat(),
        "mark": MarkKind.HALF if minutes == 240 else MarkKind.WORK,
        "normal_minutes": minutes,
        "extra_minutes": 120 if minutes == 480 and chance.random() < 0.1 else 0,
    }
