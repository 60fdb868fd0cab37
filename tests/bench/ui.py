"""The window with a small and with a ten-year database: start, keystrokes, pages, search, scrolling, memory."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from app.domain.vocabulary import MarkKind, TimeKind
from app.models.base import Base
from app.models.database import Database
from app.models.tables import Attendance, PieceEntry, Process, Worker
from tests.bench.processes import ROOT
from tests.bench.start import behind_password, windows
from tests.bench.table import Figure
from tests.bench.workshop import USER, WORKSHOP, workshop

SMALL, LARGE = 32, 200
DAYS = 2_600
"""Working days of ten years and some: with 200 workers a mark and an entry each, a million rows."""
_LAST, _PART = date(2026, 9, 30), 20_000


def measure(folder: Path) -> list[Figure]:
    """Figures of one run; the aims are those the product set itself."""
    small, large = folder / "ui-small", folder / "ui-large"
    with workshop(small, SMALL):
        pass
    with workshop(large, LARGE, even=True) as database:
        rows = ten_years(database)
    folders = {"small": small, "ten years": large}
    starts, entered = windows(folders), behind_password(folders)
    bare, few, many = (starts[name] for name in ("bare", "small", "ten years"))
    note, wall = f"{rows:,} attendance and piece rows", "median by wall clock"
    beside, loaded = "bare PySide6 window", "libraries loaded, the key quickly made"
    figures = [
        Figure("ui", "log-in, to first paint", starts["log-in"], "s", beside, bare, most=2.5, note=wall),
        Figure("ui", "main window without log-in", few, "s", beside, bare, note=f"{wall}; nobody sees it so"),
        Figure("ui", "main window, ten years", many, "s", "small database", few, most=1.2, note=note),
        Figure(
            "ui",
            "password to main window",
            entered["small"],
            "s",
            beside,
            bare,
            note=loaded,
        ),
        Figure("ui", "the same, ten years", entered["ten years"], "s", "small database", entered["small"], most=1.2),
    ]
    return figures + [_figure(name, *values) for name, values in _worked(large).items()]


def _figure(name: str, value: float, unit: str, aim: float | None, note: str) -> Figure:
    """One figure beside its aim, if it has one; of frames a second more is better, so the aim stands above."""
    if aim is None:
        return Figure("ui", name, value, unit, "told", value, note=note)
    if unit == "frames/s":
        return Figure("ui", name, 1 / value, "s a frame", f"aim: {aim:g} frames/s", 1 / aim, most=1, note=note)
    return Figure("ui", name, value, unit, "aim", aim, most=1, note=note)


def _worked(folder: Path) -> dict[str, list[Any]]:
    env = {**os.environ, "PYTHONUTF8": "1"}
    if not (env.get("DISPLAY") or env.get("WAYLAND_DISPLAY")):
        env["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-m", "tests.bench.ui_runs", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True, timeout=600)
    found: dict[str, list[Any]] = json.loads(done.stdout.splitlines()[-1])
    return found


def ten_years(database: Database) -> int:
    """A mark and an entry a worker and working day, back from the month before the workshop's own; how many in all.

    They are not journaled: what is measured reads the tables.
    """
    with database.read() as session:
        workers = list(session.scalars(select(Worker.id).where(Worker.workshop_id == WORKSHOP)))
        processes = list(session.scalars(select(Process.id).where(Process.workshop_id == WORKSHOP)))
    days = [day.isoformat() for day in _working_days()]
    marks = (
        {"worker_id": worker, "date": day, "mark": MarkKind.WORK.value, "normal_minutes": 480}
        for day in days
        for worker in workers
    )
    entries = (
        {
            "id": (1 << 51) + at * len(workers) + place,
            "date": day,
            "worker_id": worker,
            "process_id": processes[(at + place) % len(processes)],
            "time_kind": TimeKind.NORMAL.value,
            "good_milli": 12_000,
        }
        for at, day in enumerate(days)
        for place, worker in enumerate(workers)
    )
    return _insert(database, Attendance, marks) + _insert(database, PieceEntry, entries)


def _working_days() -> Iterator[date]:
    day, found = _LAST, 0
    while found < DAYS:
        if day.weekday() < 5:
            found += 1
            yield day
        day -= timedelta(days=1)


def _insert(database: Database, table: type[Base], rows: Iterator[dict[str, Any]]) -> int:
    count, part = 0, []
    with database.write(USER, "bench.fill", capture=False) as session:
        for row in rows:
            part.append({"workshop_id": WORKSHOP, **row})
            if len(part) == _PART:
                session.execute(insert(table), part)
                count, part = count + len(part), []
        if part:
            session.execute(insert(table), part)
    return count + len(part)
