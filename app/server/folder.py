"""The server's data folder: what lies where, and the lock that gives it to one process at a time.

``postgres/`` is the embedded cluster's and belongs to the user it runs as; ``secrets/`` and ``county/`` (the county's
own certificate authority) are the server's alone.
"""

import json
import os
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from app.domain.refusal import Refusal, system_words

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class DataFolder:
    """A server's data folder; made with mode 0700 at first use, parents are left as they are."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise Refusal("server_folder_unusable", folder=self.path, reason=system_words(error)) from error
        self.postgres = self.path / "postgres"
        self.county = self.path / "county"

    def secret(self, name: str) -> str:
        """A random word kept in ``secrets/NAME`` (0600), made at first use."""
        file = self.path / "secrets" / name
        if not file.exists():
            file.parent.mkdir(mode=0o700, exist_ok=True)
            write_private(file, secrets.token_urlsafe(32))
        return file.read_text(encoding="utf-8").strip()

    def note(self) -> dict[str, Any]:
        """What the running server last noted about itself (addresses, ports); empty before its first start."""
        try:
            noted: dict[str, Any] = json.loads((self.path / "server.json").read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return {}
        return noted

    def write_note(self, **values: object) -> None:
        """Keep ``values`` in the note, beside what it already says."""
        write_private(self.path / "server.json", json.dumps(self.note() | values, indent=1))

    def drop_from_note(self, name: str) -> None:
        """Take a value out of the note."""
        left = {key: value for key, value in self.note().items() if key != name}
        write_private(self.path / "server.json", json.dumps(left, indent=1))

    @contextmanager
    def lock(self, wait_seconds: float = 0.0) -> Iterator[bool]:
        """Hold the folder for this process; gives False where another holds it still after ``wait_seconds``."""
        deadline = time.monotonic() + wait_seconds
        with (self.path / "server.lock").open("a+", encoding="utf-8") as file:
            while not (held := _try_lock(file)) and time.monotonic() < deadline:
                time.sleep(0.05)
            yield held


def write_private(file: Path, content: str | bytes) -> None:
    """Write a file with mode 0600, whole or not at all."""
    data = content.encode() if isinstance(content, str) else content
    beside = file.with_name(file.name + ".new")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(file)


def _try_lock(file: IO[str]) -> bool:
    """Take the lock of an open file without waiting; it ends with the file, or with the process however it ends."""
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
