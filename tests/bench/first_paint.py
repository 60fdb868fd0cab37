"""From a program's start to the first paint of its window, seen from outside: Qt itself says when it flushes."""

import os
import re
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.processes import ROOT, cpu_seconds

# Qt 6 logs each flush of a window's pixels; on a start that is the moment somebody sees something.
_RULES = "qt.widgets.painting.debug=true;qt.widgets.painting.info=true"
_FLUSH = re.compile(r"Flushing .* to QWidgetWindow")


@dataclass(frozen=True)
class Start:
    """Seconds to the first paint of a window, by the wall clock and by the CPU."""

    wall: float
    cpu: float


def first_paint(command: Sequence[object], env: dict[str, str] | None = None, seconds: float = 60) -> Start:
    """Start a program, wait for its first paint, end it by its own id; RuntimeError if it never paints."""
    began = time.monotonic()
    process = subprocess.Popen(
        [*map(str, command)],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", "QT_LOGGING_RULES": _RULES, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    )
    watch = threading.Timer(seconds, process.kill)
    watch.start()
    said: list[str] = []
    try:
        assert process.stderr is not None
        for line in process.stderr:
            said.append(line)
            if _FLUSH.search(line):
                return Start(time.monotonic() - began, cpu_seconds(process.pid))
        raise RuntimeError(f"no window was painted: {' '.join(map(str, command))}\n{''.join(said[-10:])}")
    finally:
        watch.cancel()
        process.kill()
        process.communicate(timeout=30)
