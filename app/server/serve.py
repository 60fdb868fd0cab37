"""Running the server: one address, one database, until it is told to stop."""

import errno
import os
import socket
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import TracebackType

import uvicorn
from sqlalchemy import update

from app.domain.refusal import Refusal
from app.models.server_tables import server_state
from app.server.cluster import Cluster
from app.server.database import ServerDatabase
from app.server.folder import DataFolder
from app.server.site import Site
from app.server.web import make_app

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
DEFAULT_PORT = 8470
_TAKEN = (errno.EADDRINUSE, 10048)
_GRACE_SECONDS = 10
_WATCH_SECONDS = 3.0


@dataclass(frozen=True)
class Address:
    """Where to listen, and the address PCs are told (by default the one listened on)."""

    host: str
    port: int
    public: str | None = None

    def url(self, scheme: str, port: int) -> str:
        """The address for slips."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.public or f"{scheme}://{host}:{port}"


def listen(address: Address) -> socket.socket:
    """A listening socket; raises Refusal ``server_port_taken`` or ``server_address_unusable``."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, _, _, where = found[0]
        sock = socket.socket(family, kind)
        if os.name == "posix":
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(where)
        sock.listen(128)
    except OSError as error:
        code = "server_port_taken" if error.errno in _TAKEN else "server_address_unusable"
        reason = error.strerror or str(error)
        raise Refusal(code, host=address.host, port=address.port, reason=reason) from error
    return sock


def serve(site: Site, address: Address, announce: Callable[[str, str], None]) -> None:
    """Serve until SIGTERM or SIGINT; what is being answered is finished first. Raises Refusal.

    ``announce`` is told address and fingerprint as soon as requests are heard.
    """
    with listen(address) as sock, site.alone() as database, Watch(site, database):
        port = sock.getsockname()[1]
        url = address.url("http", port)
        with database.transaction() as connection:
            connection.execute(update(server_state).values(url=url, fingerprint=""))
        config = uvicorn.Config(
            make_app(database), log_config=None, access_log=False, lifespan="off", server_header=False,
            timeout_graceful_shutdown=_GRACE_SECONDS, limit_concurrency=256, timeout_keep_alive=30,
        )  # fmt: skip
        announce(url, "")
        uvicorn.Server(config).run(sockets=[sock])


class Watch(AbstractContextManager["Watch"]):
    """Notes in the data folder that it is served, and starts its cluster again should it die."""

    def __init__(self, site: Site, database: ServerDatabase) -> None:
        self._folder: DataFolder | None = site.folder if site.url is None else None
        self._database = database
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watch", daemon=True)

    def __enter__(self) -> "Watch":
        if self._folder is not None:
            self._folder.write_note(serving=os.getpid())
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        if self._folder is not None:
            self._thread.join()
            self._folder.drop_from_note("serving")

    def _watch(self) -> None:
        if self._folder is None:
            return
        cluster = Cluster(self._folder)
        while not self._stop.wait(_WATCH_SECONDS):
            if not cluster.is_alive():
                cluster.start()
                self._database.close()
