"""The measured figures: `dev.py bench [--peers DIR] [--all] [--only PART …]`, one table and build/bench.json."""

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from app.models.life import CONFIG_VARIABLE
from tests.bench import books, payroll, start, sync
from tests.bench.peers import Peers, Unavailable
from tests.bench.processes import ROOT
from tests.bench.table import Figure, table, write_json

BUILD = ROOT / "build"
FOLDER = BUILD / "bench"
_NO_PEERS = "peers (Anki, Morango, the bare limit, coati-payroll): give --peers DIR"
_NO_MEMORY = "peak memory at 10,000 and 100,000 records: give --all"


def main() -> int:
    """Measure, print, keep; exit code 1 if a figure misses its aim."""
    known = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    known.add_argument("--peers", type=Path, metavar="DIR", help="also run the peers' scripts that lie there")
    known.add_argument("--all", action="store_true", help="also peak memory at 10,000 and 100,000 records")
    known.add_argument("--only", nargs="+", choices=("books", "payroll", "start", "sync"), metavar="PART")
    given = known.parse_args()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    os.environ[CONFIG_VARIABLE] = str(FOLDER / "config")
    peers = Peers(given.peers, BUILD / "peers") if given.peers else None
    left_out: list[str] = [] if peers else [_NO_PEERS]
    left_out += [] if given.all else [_NO_MEMORY]
    parts: dict[str, Callable[[], list[Figure]]] = {
        "books": lambda: books.measure(FOLDER),
        "payroll": lambda: payroll.measure(FOLDER) + _payroll_peer(peers, left_out),
        "start": lambda: start.measure(FOLDER),
        "sync": lambda: sync.measure(FOLDER, peers, left_out, memory=given.all),
    }
    figures: list[Figure] = []
    try:
        for name in given.only or parts:
            print(f"-- measuring: {name}", file=sys.stderr, flush=True)
            figures += parts[name]()
    finally:  # what was measured is shown, whatever a later part ran into
        write_json(figures, left_out, BUILD / "bench.json")
        print(table(figures))
        for line in left_out:
            print(f"left out: {line}")
    return 1 if any(figure.verdict not in ("", "ok") for figure in figures) else 0


def _payroll_peer(peers: Peers | None, left_out: list[str]) -> list[Figure]:
    """coati-payroll's month for as many workers, where it can be had."""
    if peers is None:
        return []
    try:
        theirs = peers.payroll_seconds(payroll.PEER_WORKERS)
    except Unavailable as reason:
        left_out.append(f"coati-payroll: {reason}")
        return []
    return [payroll.beside(theirs, FOLDER)]


if __name__ == "__main__":
    sys.exit(main())
