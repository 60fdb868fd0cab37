"""The two ends of the sync bench as processes of their own: the county's server with its PostgreSQL, and desktops."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

import dev
from app.server.cluster import Cluster
from app.server.folder import DataFolder
from tests.bench.processes import Child, child, cpu_seconds


@dataclass(frozen=True)
class Carried:
    """What one exchange cost: CPU seconds of both ends and PostgreSQL, and what its client told."""

    client_cpu: float
    server_cpu: float
    postgres_cpu: float
    sent: int
    requests: int
    bytes_up: int
    bytes_down: int

    @property
    def rate(self) -> float:
        """Changes a CPU second."""
        return self.sent / max(self.client_cpu + self.server_cpu + self.postgres_cpu, 0.01)


class County:
    """The running server and its PostgreSQL."""

    def __init__(self, home: Path, port: int, pid: int) -> None:
        cluster = Cluster(DataFolder(home / "server"))
        self.port = port
        self.pid = pid
        self.postgres_url = cluster.url("postgres")
        self._postmaster = cluster.pid() or 0
        self._home = home

    def slip(self, name: str) -> str:
        """An enrolment slip of a new place."""
        words = dev.county("code", "--name", name, "--region", "513499", "--json", home=self._home)
        return str(dev.answer(words)["slip"])

    def carried(self, work: Callable[[], dict[str, Any]], client: int, server: int) -> Carried:
        """What ``work`` cost these two processes and PostgreSQL, every page it changed written."""
        roots = (client, server, self._postmaster)
        self._checkpoint()
        before = [cpu_seconds(root) for root in roots]
        told = work()
        self._checkpoint()
        spent = [cpu_seconds(root) - earlier for root, earlier in zip(roots, before, strict=True)]
        return Carried(*spent, told["sent"], told["requests"], told["bytes_up"], told["bytes_down"])

    def _checkpoint(self) -> None:
        with psycopg.connect(self.postgres_url, autocommit=True) as connection:
            connection.execute("CHECKPOINT")


@contextmanager
def county(home: Path) -> Iterator[County]:
    """A fresh server on its embedded PostgreSQL."""
    home.mkdir(parents=True)
    port = dev.free_port()
    with dev.server(port, home) as pid:
        yield County(home, port, pid)


class Desktop:
    """The desktop's process, enrolled, with nothing left to send but what is noted later."""

    def __init__(self, process: Child) -> None:
        made = json.loads(process.line())
        self.pid = process.pid
        self.file, self.key = made["file"], made["key"]
        self._process = process

    def note(self, count: int) -> None:
        """Write records."""
        self._process.ask(f"note {count}")

    def sync(self, batch: int, count: int) -> dict[str, Any]:
        """One sync; RuntimeError unless exactly ``count`` changes were accepted and both sides hold the same."""
        told: dict[str, Any] = json.loads(self._process.ask(f"sync {batch}"))
        if told["accepted"] != count or not told["agreed"]:
            raise RuntimeError(f"{count} changes were to be accepted and agreed upon: {told}")
        return told


@contextmanager
def desktop(folder: Path, server: County, port: int | None = None) -> Iterator[Desktop]:
    """A new workshop in ``folder``, reaching the server directly or through ``port``."""
    url = f"http://127.0.0.1:{port or server.port}"
    command = (sys.executable, "-m", "tests.bench.sync_client", folder, server.slip(folder.name), url)
    with child(command) as process:
        yield Desktop(process)
