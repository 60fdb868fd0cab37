"""Start to first paint of the window beside a bare PySide6 window, in turns; offscreen or on X the same for both.

The program's first window is the log-in. The window behind it is measured as well, from a process' start to its own
first paint with nobody typing a password in between: SQLAlchemy, the records and the pages are loaded too.
"""

import os
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.first_paint import Start, first_paint
from tests.bench.processes import ROOT
from tests.bench.table import Figure
from tests.bench.workshop import PASSWORD, workshop

RUNS, LOG_INS, WORKERS = 7, 3, 32
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


def windows(folders: Mapping[str, Path]) -> dict[str, float]:
    """Seconds by the wall clock to the first paint of the main window on some databases.

    Beside them "bare", and "log-in": the first window a person can type into, on the first of the databases.
    """
    first = next(iter(folders.values()))
    mains = {name: (*_MAIN, data) for name, data in folders.items()}
    runs = _in_turns({"bare": _BARE, "log-in": (sys.executable, "-m", "app", "--data", first), **mains})
    return {name: statistics.median(start.wall for start in starts) for name, starts in runs.items()}


def behind_password(folders: Mapping[str, Path]) -> dict[str, float]:
    """Seconds by the wall clock from Enter in the log-in to the main window's first paint, in turns."""
    env = {**os.environ, "PYTHONUTF8": "1", **_screen()}
    spent: dict[str, list[float]] = {name: [] for name in folders}
    for _ in range(LOG_INS):
        for name, data in folders.items():
            command = [sys.executable, "-m", "tests.bench.log_in", str(data)]
            done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True, timeout=120)
            spent[name].append(float(done.stdout))
    return {name: statistics.median(each) for name, each in spent.items()}


def _in_turns(commands: Mapping[str, Sequence[object]]) -> dict[str, list[Start]]:
    env = {"GONGFANG_PASSWORD": PASSWORD, **_screen()}
    runs: dict[str, list[Start]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            runs[name].append(first_paint(command, env))
    return runs


def _screen() -> dict[str, str]:
    """Offscreen where there is no screen."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return {} if shown else {"QT_QPA_PLATFORM": "offscreen"}


def _figures(name: str, starts: list[Start], bare: list[Start]) -> list[Figure]:
    beside, note, most = "bare PySide6 window", f"median of {RUNS}", 3 if name == "window" else None
    wall, bare_wall = (statistics.median(start.wall for start in each) for each in (starts, bare))
    cpu, bare_cpu = (statistics.median(start.cpu for start in each) for each in (starts, bare))
    return [
        Figure("start", f"{name}, to first paint, wall", wall, "s", beside, bare_wall, most=most, note=note),
        Figure("start", f"{name}, to first paint, CPU", cpu, "s", beside, bare_cpu, note=note),
    ]
