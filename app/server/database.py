"""Connections to the server's PostgreSQL: SQLAlchemy's pool, and psycopg itself where speed counts."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import psycopg
from psycopg.rows import TupleRow
from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.domain.refusal import Refusal

Conn = psycopg.Connection[TupleRow]
_POOL_SIZE = 8
_WAIT_SECONDS = 20.0
_BOUNDS = "-c lock_timeout=30s -c statement_timeout=120s -c idle_in_transaction_session_timeout=120s"


class BusyError(Exception):
    """All connections were in use for too long, or the database is away for the moment: ask again later."""


class ServerDatabase:
    """The server's database: a pool that gives one connection to one transaction at a time."""

    def __init__(self, url: str, size: int = _POOL_SIZE) -> None:
        self.url = url
        self.engine = _engine(url, size)
        self._size = size

    def move(self, url: str) -> None:
        """Go on at another address (a cluster started again may have had to take another port)."""
        old, self.url, self.engine = self.engine, url, _engine(url, self._size)
        old.dispose()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction: committed at the end, rolled back on any exception; raises BusyError."""
        try:
            with self.engine.begin() as connection:
                try:
                    yield connection
                except psycopg.OperationalError:
                    connection.invalidate()
                    raise
        except (psycopg.OperationalError, PoolTimeoutError) as error:
            raise BusyError(type(error).__name__) from error
        except DBAPIError as error:
            if isinstance(error.orig, psycopg.OperationalError):
                raise BusyError(type(error.orig).__name__) from error
            raise

    def close(self) -> None:
        """Close the idle connections."""
        self.engine.dispose()


def _engine(url: str, size: int) -> Engine:
    dialect = url.replace("postgresql://", "postgresql+psycopg://", 1).replace("postgres://", "postgresql+psycopg://")
    return create_engine(
        dialect,
        pool_size=size,
        max_overflow=0,
        pool_timeout=_WAIT_SECONDS,
        connect_args={"connect_timeout": 10, "options": _BOUNDS},
    )


def raw(connection: Connection) -> Conn:
    """The psycopg connection below a SQLAlchemy one, in the same transaction."""
    return cast("Conn", connection.connection.driver_connection)


def connected(url: str) -> Conn:
    """A connection past any pool; raises Refusal ``server_database_unreachable``, which tells no user or password."""
    try:
        return psycopg.connect(url, connect_timeout=10)
    except psycopg.Error as error:
        login, at, place = url.partition("://")[2].rpartition("@")
        said = str(error).strip().splitlines()[0]
        reason = said.replace(f"{login}{at}", "") if login else said
        raise Refusal("server_database_unreachable", where=place.partition("?")[0], reason=reason) from error


def open_database(url: str) -> ServerDatabase:
    """The database at ``url``; raises Refusal ``server_database_unreachable`` (which does not tell the password)."""
    connected(url).close()
    return ServerDatabase(url)
