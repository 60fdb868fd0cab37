"""A month's payroll as the service computes it: CPU seconds, SQL statements and peak memory by headcount.

Each worker has 26 attendance and 40 piece rows. The database is SQLCipher as shipped; the time is that of the whole
service call, loading included, of a warm process: the median of several calls, since the first also compiles
statements.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.peers import Peers
from tests.bench.processes import child
from tests.bench.table import Figure
from tests.bench.workshop import MARKS, PIECES, workshop

HEADCOUNTS = (30, 300, 1_000, 5_000)
JUDGED = 1_000
AIM_SECONDS, AIM_STATEMENTS, AIM_GROWTH = 1.0, 59, 1.5


@dataclass(frozen=True)
class Computed:
    """CPU seconds (first call, median of all) and SQL statements of one call, MB of memory, and who was paid."""

    first: float
    median: float
    runs: int
    statements: int
    workers: int
    idle_mb: float
    peak_mb: float


def measure(folder: Path) -> tuple[list[Figure], float]:
    """The figures of every headcount, and the CPU seconds for 1,000; RuntimeError where not everybody was paid."""
    found = {workers: _computed(folder / f"payroll-{workers}", workers) for workers in HEADCOUNTS}
    few, many, most = found[HEADCOUNTS[0]], found[JUDGED], found[HEADCOUNTS[-1]]
    each = f"a worker: {MARKS} attendance, {PIECES} piece rows"
    figures = [figure for workers, one in found.items() for figure in _figures(workers, one, few)]
    grown = most.median / most.workers * 1000, many.median / many.workers * 1000
    name = f"a worker of {most.workers:,}, CPU"
    figures.append(Figure("payroll", name, grown[0], "ms", f"of {JUDGED:,}", grown[1], most=AIM_GROWTH, note=each))
    return figures, many.median


def _computed(folder: Path, workers: int) -> Computed:
    print(f"-- filling a workshop of {workers:,}", file=sys.stderr, flush=True)
    with workshop(folder, workers, even=True):
        pass
    with child((sys.executable, "-m", "tests.bench.payroll_runs", folder)) as process:
        found = Computed(**process.json())
    if found.workers != workers:
        raise RuntimeError(f"{found.workers} of {workers} workers were paid")
    return found


def _figures(workers: int, one: Computed, few: Computed) -> list[Figure]:
    name, aim, judged = f"{workers:,} workers", AIM_SECONDS * workers / JUDGED, workers >= JUDGED
    note = f"median of {one.runs} calls, the first {one.first:.2f} s"
    made = [
        Figure("payroll", f"{name}, CPU", one.median, "s", "aim", aim, most=1 if judged else None, note=note),
        Figure("payroll", f"{name}, SQL statements", one.statements, "", "aim", AIM_STATEMENTS, most=1),
        Figure("payroll", f"{name}, peak memory", one.peak_mb, "MB", "before the call", one.idle_mb),
    ]
    if one is not few:
        beside = f"{few.workers} workers"
        made.append(
            Figure("payroll", "the same statements", one.statements, "", beside, few.statements, most=1, least=1)
        )
    return made


def beside_peer(ours: float, peers: Peers) -> list[Figure]:
    """Our month beside coati-payroll's of as many workers, who have three fixed lines each there."""
    theirs = peers.payroll_seconds(JUDGED)
    note = "there a salary and three fixed lines a worker, no attendance or pieces"
    return [Figure("payroll", f"{JUDGED:,} workers, CPU", ours, "s", "coati-payroll", theirs, most=1, note=note)]
