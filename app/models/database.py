"""The encrypted database of a data folder: SQLCipher, WAL with synchronous FULL, BEGIN IMMEDIATE for writers."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from app.domain.ids import COUNTER_BITS
from app.domain.refusal import Refusal
from app.models.folder import WriterLock
from app.models.guards import NUL_MESSAGE
from app.models.local import Device, Origin

BUSY_TIMEOUT_MS = 5000
_LEAST_ROOM = 64 << 10  # the shared memory of the write-ahead log takes 32 KiB at once
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "recursive_triggers = ON",
    "temp_store = MEMORY",
    "cache_size = -64000",  # KiB at most; in less, a large month is decrypted again and again: twice the time
    f"busy_timeout = {BUSY_TIMEOUT_MS}",
)
_ACT = 'UPDATE origin SET "user" = ?, action = ?, capture = ?, base = NULL'
_VIEWER = "SELECT 1 FROM user WHERE name = ? AND role = 'viewer'"
_REFUSALS = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "disk_failed",
    sqlite3.SQLITE_BUSY: "database_busy",
    sqlite3.SQLITE_READONLY: "database_read_only",
    sqlite3.SQLITE_CORRUPT: "database_damaged",
    sqlite3.SQLITE_NOTADB: "database_damaged",
}
_NUMBERS = {  # the backup API raises without a number
    "database or disk is full": sqlite3.SQLITE_FULL,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "database is locked": sqlite3.SQLITE_BUSY,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "file is not a database": sqlite3.SQLITE_NOTADB,
}


def raw_connection(path: Path, key: bytes, *, create: bool = False) -> Any:  # noqa: ANN401  sqlcipher3 has no types
    """A connection of the driver itself to the SQLCipher file ``path``; makes no file unless told to create one."""
    mode = "rwc" if create else "rw"
    raw = sqlcipher3.dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}", isolation_level=None, check_same_thread=False, uri=True
    )
    raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return raw


def make_engine(
    path: Path, key: bytes, *, create: bool = False, foreign_keys: bool = True, read_only: bool = False
) -> Engine:
    """An engine on the SQLCipher file ``path``; ``key`` is the raw 32-byte key, so opening derives nothing (FACTS).

    ``foreign_keys=False`` is for migrations only; ``read_only`` refuses every write of its connections.
    """

    def connect() -> Any:  # noqa: ANN401  sqlcipher3 has no types
        raw = raw_connection(path, key, create=create)
        for pragma in (*_PRAGMAS, f"foreign_keys = {int(foreign_keys)}", f"query_only = {int(read_only)}"):
            raw.execute(f"PRAGMA {pragma}")
        return raw

    engine = create_engine("sqlite://", creator=connect, module=sqlcipher3.dbapi2, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine


@contextmanager
def refusing(file: Path) -> Iterator[None]:
    """Turn what the storage engine says of disk, damage and unstorable text into a Refusal in the person's words."""
    try:
        yield
    except DBAPIError as error:
        refusal = refusal_of(error.orig, file)
        if refusal is None:
            raise
        raise refusal from error
    except sqlcipher3.dbapi2.Error as error:
        refusal = refusal_of(error, file)
        if refusal is None:
            raise
        raise refusal from error
    except UnicodeEncodeError as error:
        raise Refusal("text_unstorable") from error


def refusal_of(error: BaseException | None, file: Path) -> Refusal | None:
    """The refusal that stands for an error of the storage engine; None for a fault of the program.

    Of the engine's own English it gives the number, for whoever is called to help: "SQLite 522".
    """
    number = int(getattr(error, "sqlite_errorcode", 0) or _NUMBERS.get(str(error), 0))
    code = _REFUSALS.get(number & 0xFF)
    if code == "disk_failed" and _is_full(file):
        code = "disk_full"
    if code is not None:
        return Refusal(code, file=str(file), reason=f"SQLite {number}")
    if NUL_MESSAGE in str(error):
        return Refusal("text_unstorable")
    return None


def _is_full(file: Path) -> bool:
    """Whether the disk of ``file`` has no room: SQLite says "disk I/O error" where its shared memory finds none."""
    try:
        return shutil.disk_usage(file.parent).free < _LEAST_ROOM
    except OSError:
        return False


class Database:
    """One open database: hands out transactions and new row ids; made by ``app.models.opening``."""

    def __init__(self, engine: Engine, path: Path, key: bytes, lock: WriterLock | None = None) -> None:
        self.engine = engine
        self.path = path
        self.folder = path.parent
        self.key = key
        self._lock = lock
        self._writer = engine.execution_options(begin="IMMEDIATE")

    @contextmanager
    def write(self, user: str, action: str, *, capture: bool = True) -> Iterator[Session]:
        """One writing transaction by ``user`` through ``action``; commits at the end, rolls back on any exception.

        ``capture=False`` keeps the triggers silent inside this transaction only (applying others' changes). Foreign
        keys are judged at the commit, so the order of inserts is free. Raises Refusal where disk or text forbid it, and
        ``role_views`` for a viewer, who only looks.
        """
        with refusing(self.path), Session(self._writer, autoflush=False) as session:
            event.listen(session, "before_commit", _capture_again)
            with session.begin():
                connection = session.connection()  # past the ORM: two of its updates cost 2 ms in every transaction
                if connection.exec_driver_sql(_VIEWER, (user,)).first() is not None:
                    raise Refusal("role_views")
                connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
                connection.exec_driver_sql(_ACT, (user, action, int(capture)))
                yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One reading transaction: a consistent snapshot, never in a writer's way."""
        with refusing(self.path), Session(self.engine, autoflush=False) as session:
            yield session

    def close(self) -> None:
        """Give back all connections and the right to write."""
        self.engine.dispose()
        if self._lock is not None:
            self._lock.release()


def _capture_again(session: Session) -> None:
    session.flush()
    session.connection().exec_driver_sql("UPDATE origin SET capture = 1 WHERE capture = 0")


@contextmanager
def choosing(session: Session, heads: list[int] | dict[str, list[int]]) -> Iterator[None]:
    """Within the block an update is a person's choice among ``heads``: clocks, by group where a table has several.

    The choice replaces all of them, and is a change even where the shown values stay (DESIGN 4).
    """
    session.flush()
    session.execute(update(Origin).values(base=json.dumps(heads, separators=(",", ":"))))
    yield
    session.flush()
    session.execute(update(Origin).values(base=None))


def new_ids(session: Session, count: int) -> range:
    """``count`` fresh row ids of this device (DESIGN 2): device x 2**32 + counter, taken from the stored counter.

    Raises Refusal ``ids_exhausted`` where the counter is spent; the next opening begins a new life.
    """
    taken = session.execute(
        update(Device).values(next_counter=Device.next_counter + count).returning(Device.number, Device.next_counter)
    ).one()
    if taken.next_counter > 1 << COUNTER_BITS:
        raise Refusal("ids_exhausted")
    first = (taken.number << COUNTER_BITS) | (taken.next_counter - count)
    return range(first, first + count)


def scalar(session: Session, sql: str, **params: object) -> Any:  # noqa: ANN401  whatever the statement yields
    """The single value of a plain SQL statement."""
    return session.execute(text(sql), params).scalar_one()
