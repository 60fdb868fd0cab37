"""Upgrading a database by Alembic, which only this module imports: it costs 300 ms, and most starts need none (FACTS).

Migrations are frozen history in three branches: ``shared`` (the synced tables, on both engines), ``client`` (the
desktop's local tables) and ``server``. They import no live model, run with foreign keys and triggers off, journal
nothing, and a data migration is deterministic, so that every device comes to the same rows by itself.

To add a revision: 1. change the model; 2. ``python -m tests.models.draft_migration shared 2 "why"`` drafts the file, to
be read and mended (a table made anew needs ``table_kwargs`` with both sqlite options); 3. append its name in
``app.models.versions``; 4. ``dev.py test`` holds it to the models and runs it down and up again over data.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from app.domain.refusal import Refusal
from app.models.base import synced_tables
from app.models.database import make_engine
from app.models.folder import DataFolder
from app.models.journal import drop_triggers, regenerate_triggers

SCRIPTS = "app.models:migrations"
DESKTOP = ("shared", "client")
SERVER = ("shared", "server")


def configuration(branches: tuple[str, ...], connection: Connection | None = None) -> Config:
    """Alembic's configuration for some branches, by package path: the same in a checkout and in a frozen program.

    A branch is a folder beside ``env.py``, or the absolute path of another one.
    """
    places = [branch if Path(branch).is_absolute() else f"{SCRIPTS}/{branch}" for branch in branches]
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    config.set_main_option("version_locations", "\n".join(places))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    return config


def scripts(branches: tuple[str, ...]) -> ScriptDirectory:
    """The revisions of some branches."""
    return ScriptDirectory.from_config(configuration(branches))


def upgrade(connection: Connection, branches: tuple[str, ...]) -> None:
    """Bring a database to the heads of its branches, in the connection's transaction (the server's way as well)."""
    command.upgrade(configuration(branches, connection), "heads")


def downgrade(connection: Connection, branches: tuple[str, ...], revision: str) -> None:
    """Bring a database back to ``revision`` (``shared@base`` …): for tests of the migrations only."""
    command.downgrade(configuration(branches, connection), revision)


def upgrade_desktop(place: DataFolder, key: bytes) -> None:
    """Upgrade the database of a data folder in one transaction: at the end it is at the heads, or as it was before.

    Foreign keys and triggers are off meanwhile; references are judged and all triggers made anew before the commit.
    """
    engine = make_engine(place.database, key, foreign_keys=False)
    try:
        with engine.execution_options(begin="IMMEDIATE").begin() as connection:
            drop_triggers(connection)
            upgrade(connection, DESKTOP)
            require_references(connection, place)
            regenerate_triggers(connection)
    finally:
        engine.dispose()


def require_references(connection: Connection, place: DataFolder) -> None:
    """Raise Refusal ``upgrade_failed`` where a row's parent is missing after a migration."""
    if broken := connection.execute(text("PRAGMA foreign_key_check")).first():
        raise Refusal("upgrade_failed", folder=str(place.path), table=str(broken[0]))


def shared_names() -> set[str]:
    """The tables of the ``shared`` branch, for drafts."""
    return {table.name for table in synced_tables()}
