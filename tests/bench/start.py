"""Start to first paint of the window beside a bare PySide6 window, in turns; offscreen or on X the same for both.

The program's first window is the log-in. The window behind it is measured as well, from a process' start to its own
first paint with nobody typing a password in between: SQLAlchemy, the records and the pages are loaded too.
"""

import os
import statistics
import sys
from pathlib import Path

from tests.bench.first_paint import Start, first_paint
from tests.bench.table import Figure
from tests.bench.workshop import PASSWORD, workshop

RUNS, WORKERS = 7, 32
_BARE = (sys.executable, "tests/bench/bare_window.py")


def measure(folder: Path) -> list[Figure]:
    """Four figures: log-in and main window, by wall clock and by CPU."""
    data = folder / "start"
    with workshop(data, WORKERS):
        pass
    env = {"GONGFANG_PASSWORD": PASSWORD}
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        env["QT_QPA_PLATFORM"] = "offscreen"
    commands = {
        "bare": _BARE,
        "window": (sys.executable, "-m", "app", "--data", data),
        "main window behind the log-in": (sys.executable, "-m", "tests.bench.main_window", data),
    }
    runs: dict[str, list[Start]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            runs[name].append(first_paint(command, env))
    bare = runs.pop("bare")
    return [figure for name, starts in runs.items() for figure in _figures(name, starts, bare)]


def _figures(name: str, starts: list[Start], bare: list[Start]) -> list[Figure]:
    beside, note, most = "bare PySide6 window", f"median of {RUNS}", 3 if name == "window" else None
    wall, bare_wall = (statistics.median(start.wall for start in each) for each in (starts, bare))
    cpu, bare_cpu = (statistics.median(start.cpu for start in each) for each in (starts, bare))
    return [
        Figure("start", f"{name}, to first paint, wall", wall, "s", beside, bare_wall, most=most, note=note),
        Figure("start", f"{name}, to first paint, CPU", cpu, "s", beside, bare_cpu, note=note),
    ]
