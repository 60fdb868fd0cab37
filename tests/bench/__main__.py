"""The measured figures: `dev.py bench [--peers DIR] [--all] [PART …]`, one table and build/bench.json."""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from app.models.folder import CONFIG_VARIABLE
from tests.bench import books, papers, payroll, start, sync, ui
from tests.bench.peers import Peers, Unavailable
from tests.bench.processes import ROOT
from tests.bench.table import Figure, table, write_json

PARTS = ("books", "payroll", "papers", "start", "sync", "ui")
BUILD = ROOT / "build"
_NO_PEERS = "peers (Anki, Morango, the bare limit, coati-payroll, reportlab): give --peers DIR"
_NO_MEMORY = "peak memory at 10,000 and 100,000 records: give --all"


def main() -> int:
    """Measure, print, keep; exit code 1 if a figure misses its aim. The data of a run that broke off are left there."""
    known = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    known.add_argument("--peers", type=Path, metavar="DIR", help="also run the peers' scripts that lie there")
    known.add_argument("--all", action="store_true", help="also peak memory at 10,000 and 100,000 records")
    known.add_argument("--only", nargs="+", choices=PARTS, default=[], metavar="PART", help="the same as naming parts")
    known.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all where none is named")
    given = known.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        known.error(f"no such part: {' '.join(sorted(unknown))}")
    BUILD.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=BUILD))
    os.environ[CONFIG_VARIABLE] = str(folder / "config")
    figures = _measured(given, folder)
    shutil.rmtree(folder)
    return 1 if any(figure.verdict not in ("", "ok") for figure in figures) else 0


def _measured(given: argparse.Namespace, folder: Path) -> list[Figure]:
    """Measure part after part; what was measured is shown and kept, whatever a later part runs into."""
    peers = Peers(given.peers, BUILD / "peers") if given.peers else None
    left_out: list[str] = [] if peers else [_NO_PEERS]
    left_out += [] if given.all else [_NO_MEMORY]
    parts: dict[str, Callable[[], list[Figure]]] = {
        "books": lambda: books.measure(folder),
        "payroll": lambda: _payroll(peers, folder, left_out),
        "papers": lambda: papers.measure(folder, peers, left_out),
        "start": lambda: start.measure(folder),
        "sync": lambda: sync.measure(folder, peers, left_out, memory=given.all),
        "ui": lambda: ui.measure(folder),
    }
    figures: list[Figure] = []
    try:
        for name in [*given.parts, *given.only] or parts:
            print(f"-- measuring: {name}", file=sys.stderr, flush=True)
            figures += parts[name]()
    finally:
        write_json(figures, left_out, BUILD / "bench.json")
        print(table(figures))
        for line in left_out:
            print(f"left out: {line}")
    return figures


def _payroll(peers: Peers | None, folder: Path, left_out: list[str]) -> list[Figure]:
    """The months, and coati-payroll's where it can be had."""
    figures, ours = payroll.measure(folder)
    if peers is not None:
        try:
            figures += payroll.beside_peer(ours, peers)
        except Unavailable as reason:
            left_out.append(f"coati-payroll: {reason}")
    return figures


if __name__ == "__main__":
    sys.exit(main())
