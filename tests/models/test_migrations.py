"""Migrations are frozen history that ends at the models, loses nothing and journals nothing."""

import ast
import re
from pathlib import Path

import pytest
from sqlalchemy import Connection, MetaData, create_engine, select, text, update
from sqlalchemy.exc import DBAPIError

from app.domain.refusal import Refusal
from app.models import upgrade as upgrading
from app.models import versions
from app.models.copying import check_backup
from app.models.database import Database, make_engine
from app.models.folder import DataFolder
from app.models.journal import drop_triggers, triggers_are_current
from app.models.opening import open_database
from app.models.tables import Base
from app.models.upgrade import DESKTOP, downgrade, scripts, upgrade, upgrade_desktop
from tests.fixtures import PASSWORD, USER
from tests.models.rows import EDITABLE, changed, journal, last_pos, plain_column

FILES = sorted((Path(upgrading.__file__).parent / "migrations").glob("*/*.py"))
KEY = bytes(32)


def shape(connection: Connection) -> dict[str, object]:
    """What a schema is, whatever the order of its columns and the spelling of its statements."""

    def rows(statement: str) -> list[tuple[object, ...]]:
        return sorted(map(tuple, connection.exec_driver_sql(statement)), key=repr)

    tables = rows(
        "SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
    )
    found: dict[str, object] = {}
    for name, *options in tables:
        columns = f"SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info('{name}')"
        keys = f'SELECT "table", "from", "to", on_update, on_delete FROM pragma_foreign_key_list(\'{name}\')'
        indexes = f"SELECT name, \"unique\", origin FROM pragma_index_list('{name}') WHERE origin = 'c'"
        statement = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = :n"), {"n": name})
        counted = "AUTOINCREMENT" in str(statement)
        found[str(name)] = (options, counted, rows(columns), rows(keys), rows(indexes))
    return found


@pytest.fixture
def engine(tmp_path):
    """An empty SQLCipher file, foreign keys off as in every migration."""
    made = make_engine(tmp_path / "empty.db", KEY, create=True, foreign_keys=False)
    yield made
    made.dispose()


def test_the_heads_are_those_the_program_names():
    heads = {script.revision for script in scripts(DESKTOP).get_revisions("heads")}
    assert heads == versions.HEADS
    known = {script.revision for script in scripts(DESKTOP).walk_revisions()}
    assert known == versions.KNOWN


def test_head_equals_models(engine):
    with engine.begin() as connection:
        upgrade(connection, DESKTOP)
        migrated = shape(connection)
    with create_engine("sqlite://").begin() as connection:
        Base.metadata.create_all(connection)
        versions.stamp(connection)
        assert migrated == shape(connection)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_migration_imports_nothing_of_ours(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= {"sqlalchemy", "sqlalchemy.dialects", "sqlalchemy.dialects.postgresql", "alembic", "json"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_migration_bears_its_branch_and_can_go_back(file):
    source = file.read_text(encoding="utf-8")
    assert re.search(rf'^revision = "{file.parent.name}_\d{{4}}"', source, flags=re.MULTILINE)
    assert "def downgrade() -> None:" in source


def contents(database: Database) -> dict[str, list[dict[str, object]]]:
    """Every row of every table."""
    with database.read() as session:
        return {
            table.name: [dict(row) for row in session.execute(select(table)).mappings()]
            for table in Base.metadata.sorted_tables
        }


TRIAL = """'A trial: the parent of most tables made anew, with data.'

import sqlalchemy as sa
from alembic import op

revision = "shared_9999"
down_revision = "{down}"


def upgrade() -> None:
    options = {{"sqlite_with_rowid": False, "sqlite_strict": True}}
    with op.batch_alter_table("worker", recreate="always", table_kwargs=options) as batch:
        batch.add_column(sa.Column("nickname", sa.Text()))
    op.execute("UPDATE worker SET nickname = name, phone = '139'")
    op.execute("{extra}")
"""


@pytest.fixture
def newer_program(monkeypatch, tmp_path):
    """A program one revision further: call it with a further statement of that revision."""

    def advance(extra: str = "SELECT 1") -> None:
        head = versions.SHARED[-1]
        (tmp_path / "trial").mkdir()
        (tmp_path / "trial" / "shared_9999.py").write_text(TRIAL.format(down=head, extra=extra), encoding="utf-8")
        monkeypatch.setattr(upgrading, "DESKTOP", (*DESKTOP, str(tmp_path / "trial")))
        monkeypatch.setattr(versions, "HEADS", versions.HEADS - {head} | {"shared_9999"})
        monkeypatch.setattr(versions, "KNOWN", versions.KNOWN | {"shared_9999"})

    return advance


def reopened(database: Database) -> Database:
    """The same folder opened by the newer program."""
    database.close()
    return open_database(database.folder, USER, PASSWORD)[0]


def test_an_upgrade_keeps_every_row_and_journals_nothing(filled, newer_program):
    before = contents(filled)
    newer_program()
    upgraded = reopened(filled)
    after = contents(upgraded)
    for changing in ("worker", "device", "origin"):
        del before[changing], after[changing]
    assert after == before
    with upgraded.read() as session:
        assert session.execute(text("SELECT nickname, phone FROM worker")).one() == ('name“1"\\', "139")
        assert session.scalar(text("SELECT wr AND strict FROM pragma_table_list WHERE name = 'worker'"))
    upgraded.close()


def test_after_an_upgrade_one_edit_of_each_table_is_journaled_once(filled, newer_program):
    newer_program()
    upgraded = reopened(filled)
    with upgraded.engine.connect() as connection:
        assert triggers_are_current(connection)
    for table in EDITABLE:
        before, column = last_pos(upgraded), plain_column(table)
        with upgraded.write(USER, "edit") as session:
            session.execute(update(table).values({column.name: changed(column, session.scalar(select(column)))}))
        assert [(row.tbl, row.op) for row in journal(upgraded, before)] == [(table.name, "u")]
    upgraded.close()


def test_an_upgrade_leaves_a_backup_from_before(filled, newer_program):
    newer_program()
    reopened(filled).close()
    (file,) = filled.folder.glob("before-upgrade-*")
    assert check_backup(file).ring.unlock(USER, PASSWORD)[1] == filled.key


@pytest.mark.parametrize(
    ("statement", "refused"),
    [("DELETE FROM worker", Refusal), ("INSERT INTO nowhere VALUES (1)", DBAPIError)],
    ids=["a parent lost", "a failing statement"],
)
def test_an_upgrade_that_fails_leaves_all_as_it_was(filled, newer_program, statement, refused):
    before = contents(filled)
    with filled.engine.connect() as connection:
        form = shape(connection)
    newer_program(statement)
    with pytest.raises(refused):
        reopened(filled)
    engine = make_engine(filled.path, filled.key)
    with engine.connect() as connection:
        assert shape(connection) == form
        assert triggers_are_current(connection)
    assert contents(Database(engine, filled.path, filled.key)) == before
    engine.dispose()


def test_reading_alone_does_not_upgrade(filled, newer_program):
    newer_program()
    with pytest.raises(Refusal) as refused:
        open_database(filled.folder, USER, PASSWORD, read_only=True)
    assert refused.value.code == "database_older"


def test_a_database_of_a_newer_program_is_refused(database):
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'shared_9999' WHERE version_num LIKE 's%'"))
    with pytest.raises(Refusal) as refused:
        reopened(database)
    assert refused.value.code == "database_newer"


def test_down_and_up_through_each_later_revision_keep_every_row(filled):
    """All that the older schema has room for, in the rows and columns it knows."""
    filled.engine.dispose()
    for revision in sorted(versions.KNOWN - {"shared_0001", "client_0001"}):
        before = held(filled)
        down(filled, revision)
        older = held(filled)
        assert older == narrowed(before, older)
        upgrade_desktop(DataFolder(filled.folder), filled.key)
        assert older == narrowed(held(filled), older)


def held(database: Database) -> dict[str, dict[str, list[object]]]:
    """Every table of the file itself, whatever its schema: each column's values in the order of the rows' keys."""
    engine = make_engine(database.path, database.key)
    with engine.connect() as connection:
        metadata = MetaData()
        metadata.reflect(connection)
        tables = {table for table in metadata.sorted_tables if table.name != "alembic_version"}
        found = {table.name: [*connection.execute(select(table)).mappings()] for table in tables}
        names = {table.name: [column.name for column in table.columns] for table in tables}
    engine.dispose()
    return {name: {column: [row[column] for row in found[name]] for column in names[name]} for name in found}


def narrowed(whole: dict[str, dict[str, list[object]]], shape: dict[str, dict[str, list[object]]]) -> object:
    """What of ``whole`` has a place in the tables and columns of ``shape``."""
    return {table: {column: whole[table][column] for column in columns} for table, columns in shape.items()}


def down(database: Database, revision: str) -> None:
    """One revision back, as no program does it."""
    engine = make_engine(database.path, database.key, foreign_keys=False)
    with engine.begin() as connection:
        drop_triggers(connection)
        downgrade(connection, DESKTOP, str(scripts(DESKTOP).get_revision(revision).down_revision))
    engine.dispose()


def test_up_down_up_from_nothing(engine):
    with engine.begin() as connection:
        upgrade(connection, DESKTOP)
        first = shape(connection)
        downgrade(connection, DESKTOP, "client@base")
        downgrade(connection, DESKTOP, "shared@base")
        assert set(shape(connection)) == {"alembic_version"}
        upgrade(connection, DESKTOP)
        assert shape(connection) == first
