"""Start to first paint of the window beside a bare PySide6 window, in turns; offscreen or on X the same for both.

The program's first window is the log-in. The window behind it is measured as well, from a process' start to its own
first paint with nobody typing a password in between: SQLAlchemy, the records and the pages are loaded too.
"""

import os
import statistics
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.first_paint import Start, first_paint
from tests.bench.table import Figure
from tests.bench.workshop import PASSWORD, workshop

RUNS, WORKERS = 7, 32
_BARE = (sys.executable, "tests/bench/bare_window.py")
_MAIN = (sys.executable, "-m", "tests.bench.main_window")


def measure(folder: Path) -> list[Figure]:
    """Four figures: log-in and main window, by wall clock and by CPU."""
    data = folder / "start"
    with workshop(data, WORKERS):
        pass
    runs = _in_turns(
        {
            "bare": _BARE,
            "window": (sys.executable, "-m", "app", "--data", data),
            "main window behind the log-in": (*_MAIN, data),
        }
    )
    bare = runs.pop("bare")
    return [figure for name, starts in runs.items() for figure in _figures(name, starts, bare)]


def main_windows(folders: Mapping[str, Path]) -> dict[str, float]:
    """Seconds by the wall clock to the first paint of the main window on some databases, and "bare" beside them."""
    runs = _in_turns({"bare": _BARE, **{name: (*_MAIN, data) for name, data in folders.items()}})
    return {name: statistics.median(start.wall for start in starts) for name, starts in runs.items()}


def _in_turns(commands: Mapping[str, Sequence[object]]) -> dict[str, list[Start]]:
    env = {"GONGFANG_PASSWORD": PASSWORD}
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        env["QT_QPA_PLATFORM"] = "offscreen"
    runs: dict[str, list[Start]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            runs[name].append(first_paint(command, env))
    return runs


def _figures(name: str, starts: list[Start], bare: list[Start]) -> list[Figure]:
    beside, note, most = "bare PySide6 window", f"median of {RUNS}", 3 if name == "window" else None
    wall, bare_wall = (statistics.median(start.wall for start in each) for each in (starts, bare))
    cpu, bare_cpu = (statistics.median(start.cpu for start in each) for each in (starts, bare))
    return [
        Figure("start", f"{name}, to first paint, wall", wall, "s", beside, bare_wall, most=most, note=note),
        Figure("start", f"{name}, to first paint, CPU", cpu, "s", beside, bare_cpu, note=note),
    ]
