"""The server's schema in its database: made from the metadata at first, then brought forward by Alembic."""

import secrets

from sqlalchemy import Connection, inspect, select, text

from app.domain.refusal import Refusal
from app.models import versions
from app.models.server_tables import SERVER, server_state
from app.server.database import ServerDatabase

_LOCK = 0x676F6E67  # advisory lock "gong": two servers started at once on one database prepare it one after the other


def prepare(database: ServerDatabase) -> str:
    """Bring the schema to the head of this program and answer what was done: made, migrated or current.

    Raises Refusal ``server_database_newer``.
    """
    with database.transaction() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if not inspect(connection).has_table("alembic_version"):
            _make(connection)
            return "made"
        found = versions.present(connection)
        if found == versions.SERVER_HEADS:
            return "current"
        if found - versions.SERVER_KNOWN:
            raise Refusal("server_database_newer", found=", ".join(sorted(found)))
        _upgrade(connection)
        return "migrated"


def epoch(connection: Connection) -> str:
    """The server's epoch: a random word, another after each restore."""
    return str(connection.execute(select(server_state.c.epoch)).scalar_one())


def _upgrade(connection: Connection) -> None:
    """Shared tables first: the server's branch adds its columns to them."""
    from alembic import command  # noqa: PLC0415  Alembic costs 300 ms (FACTS), and most starts need none

    from app.models.upgrade import SERVER as BRANCHES  # noqa: PLC0415  as above
    from app.models.upgrade import configuration  # noqa: PLC0415  as above

    for branch in BRANCHES:
        command.upgrade(configuration(BRANCHES, connection), f"{branch}@head")


def _make(connection: Connection) -> None:
    SERVER.create_all(connection, checkfirst=False)
    versions.stamp(connection, versions.SERVER_HEADS)
    new_epoch(connection)


def new_epoch(connection: Connection) -> None:
    """Begin a new epoch: clients then send what this database lacks."""
    connection.execute(server_state.delete())
    connection.execute(server_state.insert(), {"id": 1, "epoch": secrets.token_hex(8)})
