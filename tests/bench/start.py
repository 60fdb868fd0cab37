"""Start to first paint of the window beside a bare PySide6 window, in turns, medians."""

import statistics
import sys
from pathlib import Path

from tests.bench.first_paint import Start, first_paint
from tests.bench.table import Figure

RUNS = 7
_BARE = (sys.executable, "tests/bench/bare_window.py")


def measure(data: Path, env: dict[str, str]) -> list[Figure]:
    """Two figures: wall time and CPU time. ``data`` holds a workshop, ``env`` its password and the screen."""
    program = (sys.executable, "-m", "app", "--data", data)
    bare: list[Start] = []
    ours: list[Start] = []
    for _ in range(RUNS):
        bare.append(first_paint(_BARE, env))
        ours.append(first_paint(program, env))
    wall, bare_wall = (statistics.median(start.wall for start in runs) for runs in (ours, bare))
    cpu, bare_cpu = (statistics.median(start.cpu for start in runs) for runs in (ours, bare))
    beside, note = "bare PySide6 window", f"median of {RUNS}"
    return [
        Figure("start", "start to first paint, wall", wall, "s", beside, bare_wall, most=3, note=note),
        Figure("start", "start to first paint, CPU", cpu, "s", beside, bare_cpu, note=note),
    ]
