"""A PC that is killed at a named point: `python -m tests.sync.kill_worker FOLDER POINT MARK [forgetful]`.

It opens the database, notes pieces, syncs, and at POINT writes the file MARK and kills itself with SIGKILL. Points:
``writing`` (rows and journal written, not committed), ``written`` (committed), and those of ``app.sync.engine.Hooks``.
``forgetful`` is the control: the cursor is committed before what the answer brought.
"""

import os
import signal
import sys
from pathlib import Path

from sqlalchemy.orm import Session

from app.models.database import Database
from app.models.opening import open_database
from app.models.tables import Process, Worker
from app.sync import answers
from app.sync.engine import Hooks
from app.sync.exchange import CountyExchange
from tests.fixtures import PASSWORD
from tests.sync.conftest import SHOP, insert_pieces

COUNT = 5


def die_at(point: str, mark: Path):
    """A hook that leaves its mark and dies at ``point``."""

    def reached(name: str) -> None:
        if name == point:
            mark.write_text(name)
            os.kill(os.getpid(), signal.SIGKILL)

    return reached


def forget_the_transaction() -> None:
    """Commit the cursor before what the answer brought is applied: what no engine may do."""
    move = answers._move_cursor

    def moved_and_committed(session: Session, *arguments: object) -> None:
        move(session, *arguments)
        cursor = session.connection().connection.cursor()
        cursor.execute("COMMIT")
        cursor.execute("BEGIN IMMEDIATE")

    answers._move_cursor = moved_and_committed


def note(database: Database, reached) -> None:
    """Note pieces of a day, watched."""
    with database.write("阿依", "note") as session:
        people = [row_id for (row_id,) in session.query(Worker.id).filter(Worker.workshop_id == SHOP)]
        process = session.query(Process.id).filter(Process.workshop_id == SHOP).first()[0]
        insert_pieces(session, [*people, process], COUNT)
        reached("writing")
    reached("written")


def main(folder: Path, point: str, mark: Path, *flags: str) -> None:
    """Work, sync, die."""
    if "forgetful" in flags:
        forget_the_transaction()
    reached = die_at(point, mark)
    database, _ = open_database(folder, None, PASSWORD)
    note(database, reached)
    CountyExchange(Hooks(reached=reached)).sync(database, SHOP)
    database.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), *sys.argv[4:])
