"""The desktop's end of the sync bench: `python -m tests.bench.sync_client FOLDER SLIP URL`.

Makes a workshop with its workers and processes, enrols, sends them, and says where its database lies. Then each line on
its input is a command, answered by a line of JSON: `note COUNT` writes records, `sync MOST` syncs with at most as many
changes a batch and answers with the engine's report.
"""

import dataclasses
import json
import secrets
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from app.models.database import Database, new_ids
from app.models.opening import create
from app.models.tables import Cursor, Workshop
from app.sync import lives
from app.sync.engine import run_once
from app.sync.transport import HttpTransport
from app.sync.wire import read_slip
from tests.bench.records import parents, records
from tests.bench.workshop import PASSWORD, QUICK_KEY, USER, write


class Desktop:
    """A workshop's database and its way to the server."""

    def __init__(self, database: Database, slip: str, url: str) -> None:
        self._database, self._transport = database, HttpTransport(url)
        self._workshop = secrets.randbelow(1 << 52) + 1
        self._noted = 0
        with database.write(USER, "bench.parents") as session:
            session.add(Workshop(workshop_id=self._workshop, name="测量工坊", region="513499"))
            session.flush()
            self._known = parents(iter(new_ids(session, 200)))
            write(session, self._known, self._workshop)
        self._enroll(slip, url)

    def _enroll(self, slip: str, url: str) -> None:
        code, now = read_slip(slip).code, datetime.now()  # noqa: DTZ005  the PC's own wall time, a note
        answer, device = lives.enroll(self._database, self._transport, now, self._workshop, code=code)
        server = {"server_url": url, "fingerprint": "", "join_key": answer.join_key, "epoch": answer.epoch}
        with self._database.write(USER, "bench.enroll", capture=False) as session:
            session.add(Cursor(workshop_id=self._workshop, registered_device=device, **server))

    def note(self, count: int) -> dict[str, Any]:
        """Write records, others at each call."""
        with self._database.write(USER, "bench.records") as session:
            rows = records(self._known, iter(new_ids(session, count)), count, self._noted)
            write(session, rows, self._workshop)
        self._noted += count
        return {"noted": count}

    def sync(self, most: int) -> dict[str, Any]:
        """One run of the engine."""
        return dataclasses.asdict(run_once(self._database, self._workshop, self._transport, most_changes=most))


def main(folder: Path, slip: str, url: str) -> None:
    """Make, enrol, then do as told until the input ends."""
    database, _ = create(folder, USER, PASSWORD, cost=QUICK_KEY)
    desktop = Desktop(database, slip, url)
    desktop.sync(1000)
    print(json.dumps({"file": str(database.path), "key": database.key.hex()}), flush=True)
    commands = {"note": desktop.note, "sync": desktop.sync}
    for line in sys.stdin:
        word, number = line.split()
        print(json.dumps(commands[word](int(number))), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
