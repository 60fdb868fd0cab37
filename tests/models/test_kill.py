"""A writer killed at any moment loses nothing it said was saved, and leaves nothing half done."""

import random
import subprocess
import sys
import time

import pytest
from sqlalchemy import text

from app.models.copying import require_sound
from app.models.database import raw_connection, scalar
from app.models.opening import open_database
from tests.fixtures import PASSWORD

ROWS_PER_STEP = 3
WRITER = f"""
import sys
from pathlib import Path
from app.models.opening import open_database
from app.models.work import DayClose
from app.models.workshop import CalendarDay

database, user = open_database(Path(sys.argv[1]), None, sys.argv[2])
start, workshop_id = int(sys.argv[3]), int(sys.argv[4])
for step in range(start, start + 100_000):
    with database.write(user, "step") as session:
        for n in range({ROWS_PER_STEP}):
            session.add(CalendarDay(workshop_id=workshop_id, date=f"{{step}}-{{n}}", name="x" * 500))
    print(step, flush=True)
"""


def killed_writer(folder, start, workshop_id, seconds):
    """Run a writer, kill it, and answer the last step it said was saved (``start - 1`` if none)."""
    arguments = [sys.executable, "-c", WRITER, str(folder), PASSWORD, str(start), str(workshop_id)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as writer:
        first = writer.stdout.readline()
        time.sleep(seconds)
        writer.kill()
        said = [first, *writer.stdout]
    return int(said[-1]) if said[-1].endswith("\n") else int(said[-2])


def kill_rounds(database, workshop_id, rounds):
    database.close()
    step = 1000
    for _ in range(rounds):
        said = killed_writer(database.folder, step, workshop_id, random.uniform(0, 0.2))
        again, _ = open_database(database.folder, None, PASSWORD)
        with again.read() as session:
            counts = session.execute(text("SELECT substr(date, 1, 4), count(*) FROM calendar_day GROUP BY 1")).all()
            kept = {int(name): count for name, count in counts}
            changes = scalar(session, "SELECT count(*) FROM journal WHERE tbl = 'calendar_day'")
            last_seq = scalar(session, "SELECT max(seq) FROM journal")
            entries = scalar(session, "SELECT count(*) FROM journal")
        raw = raw_connection(again.path, again.key)
        require_sound(raw, again.path)
        raw.close()
        again.close()
        assert set(kept.values()) == {ROWS_PER_STEP}
        assert sorted(kept) == list(range(1000, max(kept) + 1))
        assert said <= max(kept) <= said + 1
        assert (changes, last_seq) == (sum(kept.values()), entries)
        step = max(kept) + 1
    assert step > 1000 + rounds


@pytest.mark.slow
def test_kills_lose_nothing_that_was_saved(database, workshop_id):
    kill_rounds(database, workshop_id, 4)


@pytest.mark.torture
@pytest.mark.timeout(1800)
def test_many_kills_lose_nothing_that_was_saved(database, workshop_id):
    kill_rounds(database, workshop_id, 60)
