"""Databases with a workshop and work in them, written through the triggers as any use case would."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from app.models.database import Database, new_ids
from app.models.folder import CONFIG_VARIABLE
from app.models.opening import open_database
from app.models.queries.stats import workshop_buckets
from app.models.tables import Attendance, Cursor, PieceEntry, Process, Product, Worker, Workshop
from app.services.context import Context
from app.services.syncing import enroll, stats, sync_now
from app.sync.exchange import CountyExchange
from tests.fixtures import PASSWORD, USER

NOW = datetime(2026, 10, 21, 18, 30)  # noqa: DTZ001  local wall time, a Wednesday
SHOP = 4711 << 30
MakeDatabase = Callable[[str], Database]


@pytest.fixture
def make_database(tmp_path: Path, new_records: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeDatabase]:
    """Makes empty databases by name, each with its own device."""
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "config"))
    made: list[Database] = []

    def make(name: str) -> Database:
        shutil.copytree(new_records, tmp_path / name)
        database, _ = open_database(tmp_path / name, USER, PASSWORD, now=NOW)
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
    with database.write("阿依", "note") as session:
        return insert_pieces(session, people, count, seed)


def insert_pieces(session: Session, people: list[int], count: int, seed: int = 7) -> list[int]:
    """The same inside the caller's transaction."""
    random = Random(seed)
    *workers, process = people
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


@dataclass
class Desk:
    """A PC of the workshop: its database and the ways to work and sync."""

    database: Database
    exchange: CountyExchange = field(default_factory=lambda: CountyExchange(most_changes=1000))
    people: list[int] = field(default_factory=list)

    @property
    def ctx(self) -> Context:
        return Context(self.database, "阿依")

    def sync(self):
        return sync_now(self.ctx, self.exchange)

    def stats(self):
        return stats(self.ctx)["workshops"][str(SHOP)]

    def value(self, statement):
        with self.database.read() as session:
            return session.execute(statement).scalars().all()

    def change_server(self, url):
        """Another address of the same server."""
        with self.database.write("", "address", capture=False) as session:
            session.execute(update(Cursor).values(server_url=url))

    def change(self, statement):
        with self.database.write("阿依", "edit") as session:
            session.execute(statement)


def server_tables(server):
    """The server's sums in the shape of the desktop's."""
    with server.database.transaction() as connection:
        return workshop_buckets(Session(connection), SHOP)


def agree(server, *desks):
    with_hash = {table: {m: b._asdict() for m, b in months.items()} for table, months in server_tables(server).items()}
    return all(desk.stats()["tables"] == with_hash for desk in desks)


@pytest.fixture
def desk(make_database, server):
    """The first PC: it founded the workshop and is enrolled."""
    made = Desk(make_database("one"))
    made.people = found_workshop(made.database)
    enroll(made.ctx, made.exchange, slip=server.slip())
    return made


@pytest.fixture
def other(make_database, server, desk):
    """A second PC that joined and pulled everything."""
    desk.sync()
    made = Desk(make_database("two"))
    row = enroll(made.ctx, made.exchange, slip=server.slip())
    assert row.joined
    assert row.workshop_id == SHOP
    made.sync()
    return made
