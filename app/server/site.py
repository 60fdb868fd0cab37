"""Where a command finds its database: a data folder with its own cluster, or a PostgreSQL that is given by URL."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.domain.refusal import Refusal
from app.server.cluster import Cluster
from app.server.database import ServerDatabase, open_database
from app.server.folder import DataFolder
from app.server.schema import prepare

_WAIT_SECONDS = 60.0


@dataclass(frozen=True)
class Site:
    """What the command line named: a data folder, or a database by URL (then the folder holds only the county's CA)."""

    folder: DataFolder | None
    url: str | None

    @property
    def name(self) -> Path | str:
        """What to call it in a message."""
        return self.folder.path if self.folder else "--database-url"

    @contextmanager
    def alone(self, wait_seconds: float = 5.0) -> Iterator[ServerDatabase]:
        """The prepared database, its cluster started, for the one process that serves it or restores into it.

        Raises Refusal ``server_folder_busy`` where another process has the folder.
        """
        if self.folder is None or self.url is not None:
            with _opened(str(self.url)) as database:
                yield database
            return
        with self.folder.lock(wait_seconds) as held:
            if not held:
                raise Refusal("server_folder_busy", folder=self.folder.path)
            cluster = Cluster(self.folder)
            cluster.start()
            try:
                with _opened(cluster.url()) as database:
                    yield database
            finally:
                cluster.stop()

    @contextmanager
    def beside(self) -> Iterator[ServerDatabase]:
        """The prepared database, whether a server is running on it or not."""
        if self.folder is None or self.url is not None:
            with _opened(str(self.url)) as database:
                yield database
            return
        if _served(self.folder):
            with _opened(_url_when_up(self.folder)) as database:
                yield database
        else:
            with self.alone(_WAIT_SECONDS) as database:
                yield database


@contextmanager
def _opened(url: str) -> Iterator[ServerDatabase]:
    database = open_database(url)
    try:
        prepare(database)
        yield database
    finally:
        database.close()


def _served(folder: DataFolder) -> bool:
    """Whether a server holds the folder: it notes its process id, which a crash may leave behind."""
    with folder.lock() as held:
        return not held and "serving" in folder.note() and _alive(folder.note()["serving"])


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _url_when_up(folder: DataFolder) -> str:
    """The cluster's address once it answers: the server may have begun to start a moment ago."""
    deadline = time.monotonic() + _WAIT_SECONDS
    while True:
        cluster = Cluster(folder)
        if cluster.is_running() or time.monotonic() > deadline:
            return cluster.url()
        time.sleep(0.2)
