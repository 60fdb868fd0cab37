"""Processes the bench starts, and their CPU seconds and memory as Linux counts them."""

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_TICK = os.sysconf("SC_CLK_TCK")
_END_SECONDS = 60


def _stat(pid: int) -> list[str]:
    """Fields of /proc/<pid>/stat behind the name: state, ppid, …; empty if the process is gone."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return []


def tree(pid: int) -> set[int]:
    """A process and all its living descendants."""
    parents = {int(path.name): _stat(int(path.name)) for path in Path("/proc").glob("[0-9]*")}
    found, size = {pid}, 0
    while size < len(found):
        size = len(found)
        found |= {child for child, stat in parents.items() if stat and int(stat[1]) in found}
    return found


def cpu_seconds(*roots: int) -> float:
    """User and system seconds of the processes, of their living descendants and of all their ended children."""
    stats = [_stat(pid) for pid in set().union(*(tree(root) for root in roots))]
    return sum(sum(map(int, stat[11:15])) for stat in stats if stat) / _TICK


def peak_megabytes(root: int) -> float:
    """The sum of the peak resident memory of a process and its living descendants since ``forget_peak``."""
    total = 0
    for pid in tree(root):
        with suppress(OSError):
            lines = Path(f"/proc/{pid}/status").read_text().splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    return total / 1024


def forget_peak(root: int) -> None:
    """Begin the peak of a process and its descendants anew."""
    for pid in tree(root):
        with suppress(OSError):
            Path(f"/proc/{pid}/clear_refs").write_text("5")


class Child:
    """A process of the bench that speaks by lines: a command word in, one line of answer out."""

    def __init__(self, command: Sequence[object], env: dict[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            [*map(str, command)],
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1", **(env or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self.pid = self._process.pid

    def line(self) -> str:
        """The next line the process writes; RuntimeError if it ended instead."""
        assert self._process.stdout is not None
        text = self._process.stdout.readline()
        if not text:
            raise RuntimeError(f"a process of the bench ended with code {self._process.wait(_END_SECONDS)}")
        return text.rstrip("\n")

    def ask(self, word: str) -> str:
        """Send one line and wait for the line that answers it."""
        assert self._process.stdin is not None
        self._process.stdin.write(word + "\n")
        self._process.stdin.flush()
        return self.line()

    def json(self) -> dict[str, Any]:
        """The next line, which is JSON."""
        found: dict[str, Any] = json.loads(self.line())
        return found

    def end(self) -> None:
        """End it by its own id: politely, then not."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_END_SECONDS)
            return
        self._process.kill()
        self._process.wait(_END_SECONDS)


@contextmanager
def child(command: Sequence[object], env: dict[str, str] | None = None) -> Iterator[Child]:
    """A ``Child`` that is ended at the end of the block."""
    started = Child(command, env)
    try:
        yield started
    finally:
        started.end()
