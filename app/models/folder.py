"""The data folder on disk: where its files lie, writing that survives a power cut, and one writer at a time."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_IFREG, S_ISDIR, S_ISREG, S_IWUSR

from app.domain.refusal import Refusal, file_refusal

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

CONFIG_VARIABLE = "GONGFANG_CONFIG"
_LOCKED_BYTE = 1 << 20  # far behind the text, so that a second window can read who holds the lock


def config_folder() -> Path:
    """The OS user's configuration folder of this program; GONGFANG_CONFIG names another one."""
    if given := os.environ.get(CONFIG_VARIABLE):
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "Gongfang"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "gongfang"


@dataclass(frozen=True)
class DataFolder:
    """The files of a data folder; ``keys`` and ``keys_copy`` hold the same wraps twice (DESIGN 7)."""

    path: Path

    @property
    def database(self) -> Path:
        return self.path / "gongfang.db"

    @property
    def keys(self) -> Path:
        return self.path / "keys.json"

    @property
    def keys_copy(self) -> Path:
        return self.path / "keys.copy.json"

    @property
    def lock(self) -> Path:
        return self.path / "writer.lock"

    @property
    def begun(self) -> Path:
        """The database while it is made: beside it nothing is whole yet, and nobody has seen the recovery key."""
        return self.path / "gongfang.begun"

    def set_aside(self) -> list[Path]:
        """Folders that hold what an earlier restore found here, oldest first."""
        return sorted(self.path.glob("aside-*"))

    def database_files(self) -> list[Path]:
        """The database with its write-ahead log: only together are they whole (FACTS)."""
        names = [self.database, *(self.database.with_name(self.database.name + end) for end in ("-wal", "-shm"))]
        return [file for file in names if file.exists()]

    def clear(self) -> None:
        """Remove what was begun here and not finished."""
        for file in (*self._files(), *self._begun_files()):
            file.unlink()

    def clear_begun(self) -> None:
        """Remove what a beginning cut off by a power failure left; whole records stay."""
        if not self.database.exists() and self.begun.exists():
            self.clear()

    def take_away_bare(self) -> None:
        """Remove the folder of a failed beginning where it holds nothing but the lock, which nobody holds any more."""
        with suppress(OSError):
            if [file.name for file in self.path.iterdir()] in ([], [self.lock.name]):
                self.lock.unlink(missing_ok=True)
                self.path.rmdir()

    def present(self) -> list[Path]:
        """Whatever of a workshop's records lies here, whole or not; nothing where they were only begun."""
        return [] if self.begun.exists() and not self.database.exists() else self._files()

    def _files(self) -> list[Path]:
        return [*self.database_files(), *(file for file in (self.keys, self.keys_copy) if file.exists())]

    def _begun_files(self) -> list[Path]:
        return [file for end in ("", "-wal", "-shm") if (file := self.begun.with_name(self.begun.name + end)).exists()]

    def owns(self, path: Path) -> bool:
        """Whether a path within the folder is the records' own: nothing that leaves the program is written there."""
        first = path.relative_to(self.path).parts[0]
        own = tuple(file.name for file in (self.database, self.begun, self.keys, self.keys_copy, self.lock))
        return first.startswith(own) or first == "pictures" or first.startswith("aside-")


def require_database(place: DataFolder) -> None:
    """Raise Refusal unless a database file lies in the folder: opening never makes one."""
    if place.database.exists() and place.database.stat().st_size > 0:
        return
    if place.present():
        raise Refusal("database_lost", folder=str(place.path), file=place.database.name)
    if aside := place.set_aside():
        raise Refusal("database_set_aside", folder=str(place.path), aside=aside[-1].name)
    raise Refusal("no_database", folder=str(place.path))


@contextmanager
def undone_by(action: Callable[[], object]) -> Iterator[None]:
    """Run ``action`` where the block fails: half a file or a lock nobody holds is worth nothing."""
    with ExitStack() as stack:
        stack.callback(action)
        yield
        stack.pop_all()


@contextmanager
def refusing_files(path: Path, *, writing: bool = False) -> Iterator[None]:
    """Turn a full disk and other file errors into a Refusal naming the file; of a folder, the file within it."""
    try:
        yield
    except OSError as error:
        within = path.is_dir() and isinstance(error.filename, str)
        raise file_refusal(error, error.filename if within else path, writing=writing) from error


def replaceable(path: Path) -> Path:
    """Where a file that leaves the program is written: ``path``, or what a symbolic link there names.

    Raises Refusal where something lies there that is no ordinary file (a folder, a device, a pipe is not replaced), is
    read-only, or belongs to somebody's records: a bank file once took the place of the database.
    """
    target = _ordinary(path)
    if target.exists() and not target.stat().st_mode & S_IWUSR:
        raise Refusal("file_read_only", file=str(path))
    for folder in list(target.resolve().parents)[:2]:
        place = DataFolder(folder)
        if place.present() and place.owns(target.resolve()):
            raise Refusal("file_of_records", file=str(path))
    return target


def _ordinary(path: Path) -> Path:
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        kind = S_IFREG
    except OSError as error:
        raise file_refusal(error, path, writing=True) from error
    if not S_ISREG(kind):
        raise Refusal("file_is_folder" if S_ISDIR(kind) else "file_not_ordinary", file=str(path))
    return path.resolve() if path.is_symlink() else path


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` outlast a power cut (Windows does so by itself and cannot open folders)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_atomically(path: Path, content: bytes) -> None:
    """``path`` holds the old or the new content, never a part: temporary file, fsync, rename, fsync of the folder."""
    temporary = path.with_name(path.name + ".new")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(_ordinary(path))
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)


class WriterLock:
    """The right to write to a data folder, held by one process until it ends or releases it."""

    def __init__(self, folder: DataFolder) -> None:
        self._path = folder.lock
        self._handle: int | None = None

    def acquire(self) -> None:
        """Take the lock; raises Refusal ``folder_in_use`` naming the folder and the process that holds it."""
        with refusing_files(self._path, writing=True):
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except OSError as error:
            holder = os.read(handle, 200).decode("utf-8", "replace").strip() or "?"
            os.close(handle)
            raise Refusal("folder_in_use", folder=str(self._path.parent), holder=holder) from error
        with suppress(OSError):  # a full disk takes no number, but the lock holds without it
            os.ftruncate(handle, 0)
            os.write(handle, f"{os.getpid()}\n".encode())
        self._handle = handle

    def release(self) -> None:
        """Give the lock back; the file stays, since deleting it would let two writers lock two files of one name."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
