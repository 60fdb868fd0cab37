"""The encrypted database of a data folder: SQLCipher, WAL with synchronous FULL, BEGIN IMMEDIATE for writers."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event, text, update
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from app.models.local import Device, Origin

BUSY_TIMEOUT_MS = 5000
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "temp_store = MEMORY",
    f"busy_timeout = {BUSY_TIMEOUT_MS}",
)


def make_engine(path: Path, key: bytes) -> Engine:
    """An engine on the SQLCipher file ``path``; ``key`` is the raw 32-byte key, so opening derives nothing (FACTS)."""

    def connect() -> Any:
        raw = sqlcipher3.dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")
        return raw

    engine = create_engine("sqlite://", creator=connect, module=sqlcipher3.dbapi2, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine


class Database:
    """One open database: hands out transactions and new row ids; made by ``app.models.opening``."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.engine = engine
        self.folder = folder
        self._writer = engine.execution_options(begin="IMMEDIATE")

    @contextmanager
    def write(self, user: str, action: str, *, capture: bool = True) -> Iterator[Session]:
        """One writing transaction by ``user`` through ``action``; commits at the end, rolls back on any exception.

        ``capture=False`` keeps the triggers silent inside this transaction only (applying others' changes, migrations).
        """
        with Session(self._writer, autoflush=False) as session, session.begin():
            session.execute(update(Origin).values(user=user, action=action, capture=int(capture), base=None))
            yield session
            session.flush()
            if not capture:
                session.execute(update(Origin).values(capture=1))

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One reading transaction: a consistent snapshot, never in a writer's way."""
        with Session(self.engine, autoflush=False) as session:
            yield session

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()


def new_ids(session: Session, count: int) -> range:
    """``count`` fresh row ids of this device (DESIGN 2): device x 2**32 + counter, taken from the stored counter."""
    taken = session.execute(
        update(Device).values(next_counter=Device.next_counter + count).returning(Device.number, Device.next_counter)
    ).one()
    first = (taken.number << 32) | (taken.next_counter - count)
    return range(first, first + count)


def scalar(session: Session, sql: str, **params: object) -> Any:
    """The single value of a plain SQL statement."""
    return session.execute(text(sql), params).scalar_one()
