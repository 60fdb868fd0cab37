"""A process that computes the bench's month several times and prints one JSON line: CPU seconds, statements, memory.

A process of its own, so that its peak memory is that of the payroll alone: `python -m tests.bench.payroll_runs DATA`.
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, event

from app.models.opening import open_database
from app.services.context import Context
from app.services.payroll import compute
from tests.bench.processes import forget_peak, peak_megabytes
from tests.bench.workshop import MONTH, PASSWORD, USER, WORKSHOP

RUNS, ENOUGH_SECONDS = 5, 8.0
"""Calls at most, and CPU seconds after which the median of at least three is good enough."""


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """The statements an engine sends within the block."""
    sent: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)


def main(folder: Path) -> int:
    """Compute and print; 0."""
    database, _ = open_database(folder, USER, PASSWORD)
    context, spent, paid, statements = Context(database, USER), [], 0, 0
    forget_peak(os.getpid())
    idle = peak_megabytes(os.getpid())
    while len(spent) < RUNS and (len(spent) < 3 or sum(spent) < ENOUGH_SECONDS):
        with counted(database.engine) as sent:
            began = time.process_time()
            paid = len(compute(context, WORKSHOP, MONTH).slips)
            spent.append(time.process_time() - began)
        statements = len(sent)
    peak = peak_megabytes(os.getpid())
    database.close()
    found = {"first": spent[0], "median": statistics.median(spent), "runs": len(spent), "statements": statements}
    print(json.dumps(found | {"workers": paid, "idle_mb": idle, "peak_mb": peak}))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
