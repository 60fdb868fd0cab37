"""The papers of a month of 1,000 workers: CPU seconds to lock it, to print its ledger and its slips; and what reportlab
takes to draw the same ledger's table, where it can be had.
"""

import sys
from pathlib import Path

from tests.bench.peers import Peers, Unavailable
from tests.bench.processes import ROOT, child
from tests.bench.table import Figure
from tests.bench.workshop import workshop

WORKERS = 1_000
AIM_LEDGER, AIM_SLIPS, AIM_LOCK = 5.0, 10.0, 5.0
FONT = ROOT / "resources" / "fonts" / "NotoSansSC-Regular.ttf"


def measure(folder: Path, peers: Peers | None, left_out: list[str]) -> list[Figure]:
    """Three figures, and the ledger beside reportlab's; says in ``left_out`` why that is missing."""
    with workshop(folder / "papers", WORKERS, even=True):
        pass
    table = folder / "ledger.json"
    with child((sys.executable, "-m", "tests.bench.papers_runs", folder / "papers", table)) as process:
        found = process.json()
    if found["workers"] != WORKERS:
        raise RuntimeError(f"{found['workers']} of {WORKERS} workers were paid")
    note = "{} pages, {:,.0f} KiB"
    figures = [
        Figure("papers", f"a month of {WORKERS:,} locked, CPU", found["lock"], "s", "aim", AIM_LOCK, most=1),
        Figure("papers", f"ledger of {WORKERS:,} to PDF, CPU", found["ledger"], "s", "aim", AIM_LEDGER, most=1,
               note=note.format(found["ledger_pages"], found["ledger_kib"])),
        Figure("papers", f"{WORKERS:,} slips to PDF, CPU", found["slips"], "s", "aim", AIM_SLIPS, most=1,
               note=note.format(found["slips_pages"], found["slips_kib"])),
    ]  # fmt: skip
    if peers is None:
        return figures
    try:
        theirs = peers.reportlab_seconds(table, FONT)
    except Unavailable as reason:
        left_out.append(f"reportlab: {reason}")
        return figures
    name, note = "reportlab", "there the table alone: no sums, no signed foot"
    return [*figures, Figure("papers", "ledger drawn, CPU", found["ledger_drawn"], "s", name, theirs, note=note)]
