"""Peers on the same kind of work, each by its own script in an environment of its own below build/peers.

The scripts (``bench_limit.py``, ``bench_anki.py``, ``bench_morango.py``) push the same number of 15-field records and
print JSON lines with the CPU seconds of client and server. What cannot be installed or run is left out and said to be.
"""

import json
import os
import re
import signal
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.table import Figure

PACKAGES = {
    "limit": ("zstandard", "msgpack", "orjson", "psycopg[binary]", "psutil", "requests"),
    "anki": ("anki",),
    "morango": ("morango==0.8.15", "cheroot", "psutil"),
    "coati": ("coati-payroll",),
    "reportlab": ("reportlab",),
}
_INSTALL_SECONDS, _RUN_SECONDS = 600, 600


class Unavailable(Exception):  # noqa: N818  a peer that is not there is no fault of the bench
    """Why a peer could not be measured."""


class Peers:
    """The scripts of a folder, run one after another."""

    def __init__(self, folder: Path, build: Path) -> None:
        self._folder = folder.resolve()
        self._build = build

    def changes_per_cpu_second(self, count: int) -> tuple[dict[str, float], list[str]]:
        """By peer, how many records one CPU second of client and server carries; and who was left out, why."""
        found: dict[str, float] = {}
        left_out: list[str] = []
        for name, script, arguments, read in (
            ("bare limit (SQLite server)", "limit", (count, "--quick", "--repeat", 1), _limit),
            ("Anki normal sync", "anki", ("run", "--n", count), _anki),
            ("Morango", "morango", ("run", "--n", count), _morango),
        ):
            try:
                found[name] = read(self._lines(script, self._folder / "sync" / f"bench_{script}.py", arguments), count)
            except Unavailable as reason:
                left_out.append(f"{name}: {reason}")
        return found, left_out

    def payroll_seconds(self, workers: int) -> float:
        """CPU seconds of one month's payroll in coati-payroll; raises Unavailable."""
        text = self._run("coati", self._folder / "payroll" / "bench_coati.py", (workers, self._build / "coati.db"))
        cpu = re.search(r"run wall=\S+ cpu=([\d.]+)s", text)
        if cpu is None:
            raise Unavailable(f"no figure in its output: {text[-200:]}")
        return float(cpu[1])

    def reportlab_seconds(self, table: Path, font: Path) -> float:
        """CPU seconds reportlab takes to draw a table written by ``papers_runs``; raises Unavailable."""
        script = Path(__file__).with_name("reportlab_table.py")
        text = self._run("reportlab", script, (table.resolve(), font.resolve(), self._build / "reportlab.pdf"))
        return float(json.loads(text.splitlines()[-1])["cpu"])

    def _lines(self, name: str, script: Path, arguments: Sequence[object]) -> list[dict[str, Any]]:
        text = self._run(name, script, arguments)
        return [json.loads(line) for line in text.splitlines() if line.startswith("{")]

    def _run(self, name: str, script: Path, arguments: Sequence[object]) -> str:
        """The script's output; it runs in a process group of its own, which is ended whole if it takes too long."""
        if not script.exists():
            raise Unavailable(f"{script} is not there")
        command = [*map(str, (self._python(name), script, *arguments))]
        log = self._build / f"{name}.log"
        with log.open("w", encoding="utf-8") as errors:
            process = subprocess.Popen(
                command,
                cwd=self._build,
                env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
                stdout=subprocess.PIPE,
                stderr=errors,
                encoding="utf-8",
                start_new_session=True,
            )
            try:
                text, _ = process.communicate(timeout=_RUN_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
                raise Unavailable(f"not done after {_RUN_SECONDS} s") from None
        if process.returncode:
            raise Unavailable(f"exit code {process.returncode}, see {log}")
        return text

    def _python(self, name: str) -> Path:
        """The interpreter of a peer's environment, made at first use."""
        home = self._build / name
        python = home / "bin" / "python"
        if (home / "ready").exists():
            return python
        print(f"-- installing {', '.join(PACKAGES[name])} in {home}", file=sys.stderr, flush=True)
        venv.create(home, with_pip=True, clear=True)
        install = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *PACKAGES[name]]
        try:
            done = subprocess.run(install, timeout=_INSTALL_SECONDS, capture_output=True, encoding="utf-8", check=False)
        except subprocess.TimeoutExpired:
            raise Unavailable(f"not installed after {_INSTALL_SECONDS} s") from None
        if done.returncode:
            raise Unavailable(f"not installed: {done.stderr.strip().splitlines()[-1:]}")
        (home / "ready").touch()
        return python


def _rate(count: int, entry: dict[str, Any]) -> float:
    return count / max(entry["cli_cpu"] + entry["srv_cpu"], 0.01)


def _limit(lines: list[dict[str, Any]], count: int) -> float:
    """The best of its combinations."""
    rates = [_rate(count, line) for line in lines if "cli_cpu" in line]
    if not rates:
        raise Unavailable("no figure in its output")
    return max(rates)


def _anki(lines: list[dict[str, Any]], count: int) -> float:
    return _named(lines, "normal_push", count)


def _morango(lines: list[dict[str, Any]], count: int) -> float:
    return _named(lines, "first", count)


def _named(lines: list[dict[str, Any]], name: str, count: int) -> float:
    for line in lines:
        if isinstance(line.get(name), dict) and line[name]["ok"] is True:
            return _rate(count, line[name])
    raise Unavailable(f"no successful {name!r} in its output")


def figures(ours: float, peers: dict[str, float]) -> list[Figure]:
    """Our rate beside each peer's (which count no PostgreSQL, since they store in SQLite)."""
    return [
        Figure("sync", "changes a CPU second, batches of 1,000", ours, "/s", name, rate, note="peer stores in SQLite")
        for name, rate in peers.items()
    ]
