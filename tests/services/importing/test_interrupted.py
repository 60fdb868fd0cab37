"""An import that cannot end leaves nothing behind: a fault at the last write, a full disk, a killed process."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event, text

from app.domain.refusal import Refusal
from app.models.opening import open_database
from app.services.context import Context
from app.services.importing import import_book
from tests.books import Book
from tests.fixtures import PASSWORD

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "tests" / "samples" / "longtan-2026-10.xlsx"
TABLES = ("worker", "attendance", "piece_entry", "team_share", "sale", "training", "training_attendance", "journal")


def counts(database):
    with database.read() as session:
        return {name: session.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in TABLES}


def writes(database):
    """The INSERT and UPDATE statements of synced tables, as they are sent."""
    seen = []

    @event.listens_for(database.engine, "before_cursor_execute")
    def _note(_connection, _cursor, statement, *_rest):
        if statement.startswith(("INSERT", "UPDATE")) and "origin" not in statement:
            seen.append(statement)

    return seen


def test_a_fault_at_the_last_write(ctx, shop, database, take, tmp_path):
    """The same import once to its end in a dry run, to know which write is the last, and once with a fault there."""
    seen = writes(database)
    take(Book(), dry_run=True)
    last, before = len(seen), counts(database)
    seen.clear()

    @event.listens_for(database.engine, "after_cursor_execute")
    def _fail(*_arguments):
        if len(seen) == last:
            raise OSError("pulled the plug")

    with pytest.raises(OSError, match="pulled the plug"):
        take(Book())
    event.remove(database.engine, "after_cursor_execute", _fail)
    assert len(seen) == last
    assert counts(database) == before
    assert take(Book()).taken


def test_a_full_disk(ctx, shop, database):
    """SQLite may grow by some pages only: the sample does not fit, and the refusal says so."""
    before = counts(database)
    with database.read() as session:
        pages = session.execute(text("PRAGMA page_count")).scalar_one()
        session.execute(text(f"PRAGMA max_page_count = {pages + 20}"))
    with pytest.raises(Refusal) as refused:
        import_book(ctx, shop, SAMPLE)
    assert refused.value.code == "disk_full"
    assert counts(database) == before
    with database.read() as session:
        session.execute(text("PRAGMA max_page_count = 1073741823"))
        assert session.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    assert import_book(ctx, shop, SAMPLE).count("计件").added == 730


KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from app.models.opening import open_database
from app.services.context import Context
from app.services.importing import import_book

database, user = open_database(Path(sys.argv[1]), None, sys.argv[4])
seen = []

@event.listens_for(database.engine, "after_cursor_execute")
def kill(_connection, _cursor, statement, *_rest):
    seen.append(statement)
    if statement.startswith("INSERT INTO training_attendance"):
        print("reached", flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

import_book(Context(database, user), int(sys.argv[2]), Path(sys.argv[3]))
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a POSIX signal")
def test_a_killed_process(database, shop, tmp_path):
    before = counts(database)
    database.close()
    command = [sys.executable, "-c", KILLED, str(tmp_path / "data"), str(shop), str(SAMPLE), PASSWORD]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert (done.stdout, done.returncode) == ("reached\n", -signal.SIGKILL), done.stderr
    again, user = open_database(tmp_path / "data", None, PASSWORD)
    try:
        assert counts(again) == before
        assert import_book(Context(again, user), shop, SAMPLE).taken
    finally:
        again.close()
