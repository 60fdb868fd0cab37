"""Databases with a workshop and work in them, written through the triggers as any use case would."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import insert

from app.models.database import Database, new_ids
from app.models.keys import KeyCost
from app.models.life import CONFIG_VARIABLE
from app.models.opening import create
from app.models.tables import Attendance, PieceEntry, Process, Product, Worker, Workshop

NOW = datetime(2026, 10, 21, 18, 30)  # noqa: DTZ001  local wall time, a Wednesday
SHOP = 4711 << 30
MakeDatabase = Callable[[str], Database]


@pytest.fixture
def make_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeDatabase]:
    """Makes empty databases by name, each with its own device."""
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "config"))
    made: list[Database] = []

    def make(name: str) -> Database:
        database, _ = create(tmp_path / name, "阿依", "secret word", cost=KeyCost(64, 1, 1), now=NOW)
        made.append(database)
        return database

    yield make
    for database in made:
        database.close()


@pytest.fixture
def database(make_database: MakeDatabase) -> Database:
    """One empty database."""
    return make_database("one")


def found_workshop(database: Database, workers: int = 4) -> list[int]:
    """Workshop, workers, a product and a process; answers the ids of the workers, then of the process."""
    with database.write("阿依", "found") as session:
        session.execute(insert(Workshop).values(workshop_id=SHOP, name="龙潭彝绣工坊", region="513499"))
        ids = list(new_ids(session, workers + 2))
        rows = [
            {"workshop_id": SHOP, "id": row_id, "no": f"{place:02}", "name": f"阿依{place}", "hired_on": "2025-03-01"}
            for place, row_id in enumerate(ids[:workers], 1)
        ]
        session.execute(insert(Worker), rows)
        session.execute(insert(Product).values(workshop_id=SHOP, id=ids[-2], name="绣片"))
        session.execute(insert(Process).values(workshop_id=SHOP, id=ids[-1], product_id=ids[-2], name="绣"))
    return [*ids[:workers], ids[-1]]


def note_pieces(database: Database, people: list[int], count: int, seed: int = 7) -> list[int]:
    """``count`` piece entries as a day sheet writes them; answers their ids."""
    random = Random(seed)
    *workers, process = people
    with database.write("阿依", "note") as session:
        ids = list(new_ids(session, count))
        rows = [
            {
                "workshop_id": SHOP,
                "id": row_id,
                "date": (date(2026, 10, 1) + timedelta(days=place * 31 // count)).isoformat(),
                "worker_id": random.choice(workers),
                "process_id": process,
                "grade": random.choice(["", "一等", "二等"]),
                "good_milli": random.randrange(1, 60) * 1000,
                "rework_milli": random.choice([0] * 9 + [1000]),
                "source": "",
            }
            for place, row_id in enumerate(ids)
        ]
        session.execute(insert(PieceEntry), rows)
    return ids


def note_month(database: Database, people: list[int], days: int = 31) -> None:
    """An attendance mark for each worker and day of October 2026."""
    rows = [
        {"workshop_id": SHOP, "worker_id": worker, "date": f"2026-10-{day:02}", "mark": "√", "normal_minutes": 480}
        for worker in people[:-1]
        for day in range(1, days + 1)
    ]
    with database.write("阿依", "note") as session:
        session.execute(insert(Attendance), rows)
