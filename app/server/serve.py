"""Running the server: one address, one database, until it is told to stop."""

import errno
import ipaddress
import logging
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from types import TracebackType
from urllib.parse import urlsplit

import uvicorn
from sqlalchemy import update

from app.domain.refusal import Refusal
from app.models.server_tables import server_state
from app.server.cluster import Cluster
from app.server.county import Credentials, credentials, own_address
from app.server.database import ServerDatabase
from app.server.folder import DataFolder
from app.server.site import Site
from app.server.web import make_app

DEFAULT_PORT = 8470
_EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104  compared with, not bound to
_TAKEN = (errno.EADDRINUSE, 10048)
_GRACE_SECONDS = 10
_WATCH_SECONDS = 3.0
_log = logging.getLogger("app.server.serve")


@dataclass(frozen=True)
class Address:
    """Where to listen, and the address PCs are told (by default the one listened on)."""

    host: str
    port: int
    public: str | None = None

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it: plain HTTP is right then."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def hosts(self) -> list[str]:
        """The names the server's certificate is made for."""
        given = [urlsplit(self.public).hostname or ""] if self.public else []
        own = own_address() if self.host in _EVERYWHERE else self.host
        return list(dict.fromkeys(name for name in [*given, own, "127.0.0.1", "localhost"] if name))

    def url(self, scheme: str, port: int) -> str:
        """The address for slips."""
        host = self.hosts()[0]
        return self.public or f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}"


def listen(address: Address) -> socket.socket:
    """A listening socket; raises Refusal ``server_port_taken`` or ``server_address_unusable``."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, _, _, where = found[0]
        sock = socket.socket(family, kind)
        if os.name == "posix":
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else a body waits 40 ms for its head's ack
        sock.bind(where)
        sock.listen(128)
    except OSError as error:
        code = "server_port_taken" if error.errno in _TAKEN else "server_address_unusable"
        reason = error.strerror or str(error)
        raise Refusal(code, host=address.host, port=address.port, reason=reason) from error
    return sock


def serve(site: Site, address: Address, announce: Callable[[str, str], None]) -> None:
    """Serve until SIGTERM or SIGINT; what is being answered is finished first. Raises Refusal.

    Beyond this machine it serves TLS with the county's own CA. ``announce`` is told address and fingerprint as soon as
    requests are heard.
    """
    with listen(address) as sock, site.alone() as database, Watch(site, database):
        tls = _credentials(site, address)
        url = address.url("https" if tls else "http", sock.getsockname()[1])
        fingerprint = tls.fingerprint if tls else ""
        with database.transaction() as connection:
            connection.execute(update(server_state).values(url=url, fingerprint=fingerprint))
        config = uvicorn.Config(
            make_app(database, fingerprint, tls.ca_pem if tls else b"", site.folder),
            log_config=None, access_log=False, lifespan="off", server_header=False, date_header=False,
            timeout_graceful_shutdown=_GRACE_SECONDS, limit_concurrency=256, timeout_keep_alive=30,
            ssl_keyfile=tls.key_file if tls else None, ssl_certfile=tls.chain_file if tls else None,
        )  # fmt: skip
        server = uvicorn.Server(config)
        with _signals_stop(server):
            announce(url, fingerprint)
            server.run(sockets=[sock])


def _credentials(site: Site, address: Address) -> Credentials | None:
    if address.loopback:
        return None
    if site.folder is None:
        raise Refusal("server_folder_needed")
    return credentials(site.folder, address.hosts())


@contextmanager
def _signals_stop(server: uvicorn.Server) -> Iterator[None]:
    """SIGTERM and SIGINT ask the server to stop, from the moment it is announced until its clean-up is done.

    Uvicorn's own handlers come later, and raise the signal once more at their end, which would end the process there.
    """

    def stop(*_: object) -> None:
        server.should_exit = True

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


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
                _log.error("postgres died")
                try:
                    cluster.start()
                except Refusal:
                    _log.exception("postgres does not start")
                self._database.move(cluster.url())
