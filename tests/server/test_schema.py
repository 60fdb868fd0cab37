"""The server's migrations: head is what the metadata say, up and down and up again, with rows inside."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from app.domain.refusal import Refusal
from app.models import versions
from app.models.server_tables import SERVER
from app.models.upgrade import SERVER as BRANCHES
from app.models.upgrade import configuration, downgrade, scripts
from app.server import schema


@pytest.fixture
def connection(server_database):
    """A connection to a database without tables, in a transaction that is rolled back."""
    with server_database.engine.connect() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
        yield connection


def differences(connection):
    options = {"compare_type": True, "compare_server_default": True}
    return compare_metadata(MigrationContext.configure(connection, opts=options), SERVER)


def found_rows(connection):
    connection.execute(text("INSERT INTO workshop (workshop_id, name, region) VALUES (7, '工坊', '513499')"))
    connection.execute(
        text("INSERT INTO worker (workshop_id, id, no, name, hired_on) VALUES (7, 1, '01', '阿依', '2025')")
    )
    connection.execute(
        text("INSERT INTO attendance (workshop_id, worker_id, date, mark) VALUES (7, 1, '2026-10-01', '√')")
    )


def test_the_scripts_make_what_the_metadata_say(connection):
    schema._upgrade(connection)
    assert differences(connection) == []
    assert versions.present(connection) == versions.SERVER_HEADS


def test_the_metadata_make_what_the_scripts_say(connection):
    schema._make(connection)
    assert differences(connection) == []
    assert versions.present(connection) == versions.SERVER_HEADS


def test_versions_are_those_of_the_scripts():
    assert set(scripts(BRANCHES).get_heads()) == versions.SERVER_HEADS
    assert {script.revision for script in scripts(BRANCHES).walk_revisions()} == versions.SERVER_KNOWN


def test_up_down_up_over_rows(connection):
    schema._upgrade(connection)
    found_rows(connection)
    downgrade(connection, BRANCHES, "server@base")
    assert "clock" not in {column["name"] for column in inspect(connection).get_columns("attendance")}
    command.upgrade(configuration(BRANCHES, connection), "server@head")
    assert connection.execute(text("SELECT mark, clock, merge FROM attendance")).all() == [("√", 0, None)]
    assert differences(connection) == []


def test_preparing_twice_changes_nothing(server_database):
    with server_database.transaction() as connection:
        before = schema.epoch(connection)
    assert schema.prepare(server_database) == "current"
    with server_database.transaction() as connection:
        assert schema.epoch(connection) == before


def test_a_database_of_a_later_version_is_refused(server_database):
    with server_database.transaction() as connection:
        connection.execute(
            text("UPDATE alembic_version SET version_num = 'server_0999' WHERE version_num LIKE 'server%'")
        )
    with pytest.raises(Refusal, match="server_0999"):
        schema.prepare(server_database)


def test_every_key_begins_with_the_workshop():
    registers = {"place", "enrolment_code", "server_state"}
    first = {table.name: next(iter(table.primary_key.columns)).name for table in SERVER.tables.values()}
    assert {name for name, column in first.items() if column != "workshop_id"} == registers
