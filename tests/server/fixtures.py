"""A real county server for tests: one PostgreSQL a test session, a fresh database and a real uvicorn for each test.

Used from tests/server, tests/sync and tests/e2e (``pytest_plugins`` in tests/conftest.py).
"""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count

import psycopg
import pytest
import uvicorn

from app.server.cluster import Cluster
from app.server.database import ServerDatabase, open_database, raw
from app.server.folder import DataFolder
from app.server.places import new_code
from app.server.schema import prepare
from app.server.web import make_app
from app.sync.wire import Slip, write_slip

_TEMPLATE = "gongfang"
_numbers = count(1)


@dataclass
class CountyServer:
    """A running server: its address, its database, and slips for its places."""

    url: str
    database: ServerDatabase

    def code(self, name: str = "龙潭彝绣工坊", region: str = "513499") -> str:
        """A fresh enrolment code for a place."""
        with self.database.transaction() as connection:
            return new_code(raw(connection), name, region)

    def slip(self, name: str = "龙潭彝绣工坊", region: str = "513499") -> str:
        """A fresh slip for a place, as one text."""
        return write_slip(Slip(self.url, self.code(name, region)))

    def sql(self, statement: str, *parameters: object) -> list[tuple[object, ...]]:
        """Run one plain SQL statement and commit; its rows, if it gives any."""
        with self.database.transaction() as connection:
            cursor = raw(connection).execute(statement, parameters or None)
            return cursor.fetchall() if cursor.description else []


@pytest.fixture(scope="session")
def server_cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """The session's PostgreSQL, with a prepared database to copy from; not durable, being a test's."""
    folder = DataFolder(tmp_path_factory.mktemp("county") / "data")
    cluster = Cluster(folder, fsync="off", synchronous_commit="off", full_page_writes="off")
    cluster.start()
    try:
        database = open_database(cluster.url(_TEMPLATE))
        prepare(database)
        database.close()
        yield cluster
    finally:
        cluster.stop()


@contextmanager
def fresh_database(cluster: Cluster) -> Iterator[str]:
    """The address of a fresh prepared database, dropped at the end."""
    name = f"test_{next(_numbers)}"
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE} STRATEGY FILE_COPY")
        yield cluster.url(name)
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def running(database: ServerDatabase, folder: DataFolder | None = None) -> Iterator[CountyServer]:
    """A county server on loopback over a database, with the county's key for rule packs where it has a folder."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        sock.listen(64)
        config = uvicorn.Config(make_app(database, folder=folder), log_config=None, access_log=False, lifespan="off")
        runner = uvicorn.Server(config)
        thread = threading.Thread(target=runner.run, kwargs={"sockets": [sock]}, name="uvicorn")
        thread.start()
        while not runner.started and thread.is_alive():
            time.sleep(0.005)
        yield CountyServer(f"http://127.0.0.1:{sock.getsockname()[1]}", database)
        runner.should_exit = True
        thread.join()


@pytest.fixture
def server_url(server_cluster: Cluster) -> Iterator[str]:
    """The address of a fresh prepared database."""
    with fresh_database(server_cluster) as url:
        yield url


@pytest.fixture
def server_database(server_url: str) -> Iterator[ServerDatabase]:
    """A fresh prepared database without a web server."""
    database = ServerDatabase(server_url)
    yield database
    database.close()


@pytest.fixture
def server(server_database: ServerDatabase) -> Iterator[CountyServer]:
    """A county server on loopback over a fresh database."""
    with running(server_database) as started:
        yield started


@pytest.fixture(scope="module")
def shared_server(server_cluster: Cluster) -> Iterator[CountyServer]:
    """One county server for all tests of a module, each with a workshop of its own."""
    with fresh_database(server_cluster) as url:
        database = ServerDatabase(url)
        with running(database) as started:
            yield started
        database.close()
