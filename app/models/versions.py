"""The schema's version, known without importing Alembic, which costs 300 ms (FACTS); a test holds it to the scripts."""

from sqlalchemy import Connection, text

SHARED = ("shared_0001", "shared_0002", "shared_0003")
CLIENT = ("client_0001", "client_0002")
SERVER = ("server_0001", "server_0002", "server_0003")
HEADS = frozenset({SHARED[-1], CLIENT[-1]})
KNOWN = frozenset({*SHARED, *CLIENT})
SERVER_HEADS = frozenset({SHARED[-1], SERVER[-1]})
SERVER_KNOWN = frozenset({*SHARED, *SERVER})
SCHEMA_VERSION = len(SHARED)


def stamp(connection: Connection, heads: frozenset[str] = HEADS) -> None:
    """Note in a database just made from the metadata that it is at the heads."""
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    for head in sorted(heads):
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": head})


def present(connection: Connection) -> frozenset[str]:
    """The revisions a database is at, by one query."""
    return frozenset(connection.execute(text("SELECT version_num FROM alembic_version")).scalars())
