"""A month's payroll as the service computes it: CPU seconds and SQL statements, for 40 and for 1,000 workers.

The database is SQLCipher as shipped; the time is that of the whole service call, loading included, of a warm process:
the median of several calls, since the first also compiles statements.
"""

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, event

from app.models.database import Database
from app.services.context import Context
from app.services.payroll import compute
from tests.bench.table import Figure
from tests.bench.workshop import MONTH, USER, WORKSHOP, workshop

FEW, MANY, RUNS = 40, 1_000, 5
PEER_WORKERS = 100
AIM_SECONDS, AIM_STATEMENTS = 1.0, 59


@dataclass(frozen=True)
class Computed:
    """CPU seconds (first call, median of all) and SQL statements of one call, and how many workers were paid."""

    first: float
    median: float
    statements: int
    workers: int


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


def run(database: Database) -> Computed:
    """Compute the month several times."""
    context, spent, paid = Context(database, USER), [], 0
    with counted(database.engine) as sent:
        for _ in range(RUNS):
            began = time.process_time()
            paid = len(compute(context, WORKSHOP, MONTH).slips)
            spent.append(time.process_time() - began)
    return Computed(spent[0], statistics.median(spent), len(sent) // RUNS, paid)


def measure(folder: Path) -> list[Figure]:
    """Three figures against their aims; RuntimeError where not everybody was paid."""
    found = {}
    for workers in (FEW, MANY):
        with workshop(folder / f"payroll-{workers}", workers) as database:
            found[workers] = run(database)
        if found[workers].workers != workers:
            raise RuntimeError(f"{found[workers].workers} of {workers} workers were paid")
    few, many = found[FEW], found[MANY]
    note = f"median of {RUNS} calls, the first {many.first:.2f} s"
    return [
        Figure("payroll", f"{MANY:,} workers, CPU", many.median, "s", "aim", AIM_SECONDS, most=1, note=note),
        Figure("payroll", f"{MANY:,} workers, SQL statements", many.statements, "", "aim", AIM_STATEMENTS, most=1),
        Figure("payroll", "SQL statements", many.statements, "", f"{FEW} workers", few.statements, most=1, least=1),
    ]


def beside(theirs: float, folder: Path) -> Figure:
    """Our month beside a peer's of as many workers, who have three fixed lines each there."""
    with workshop(folder / "payroll-peer", PEER_WORKERS) as database:
        ours = run(database).median
    name, note = "coati-payroll", "there one allowance, one overtime, one deduction a worker"
    return Figure("payroll", f"{PEER_WORKERS} workers, CPU", ours, "s", name, theirs, most=1, note=note)
