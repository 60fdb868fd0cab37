"""A process that works the real window on a database and prints one JSON line: `python -m tests.bench.ui_runs DATA`.

Each figure is [value, unit, aim or null, note]. Keys go through Qt's own event queue; a cell counts as done once its
row is on disk and the window has painted.
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.models.opening import open_database
from app.services.context import Context
from app.services.readings import findable
from app.ui.main_window import MainWindow, open_window, page_entries
from app.ui.pages.attendance import AttendancePage
from app.ui.start import application_of
from app.ui.tables.columns import Column
from app.ui.tables.view import RowsTable
from app.ui.tasks import Tasks
from app.ui.theme.style import apply_look
from app.ui.widgets.page import Jump
from app.ui.words import Words
from tests.bench.processes import peak_megabytes
from tests.bench.workshop import MONTH, PASSWORD

NOW = datetime(2026, 11, 2, 18, 0)  # noqa: DTZ001  local wall time, after the month that is filled
CELLS, ROUNDS, PEOPLE, MANY, STEPS = 300, 8, 10_000, 1_000_000, 300
_NAMES = "阿依吉克沙马曲木海来俄日洛古拉铁".strip()

Measured = dict[str, list[object]]


def main(folder: Path) -> int:
    """Work and print; 0."""
    application = application_of()
    Words(application).use("zh_CN")
    look, tasks = apply_look(application), Tasks()
    database, user = open_database(folder, None, PASSWORD)
    window = open_window(Context(database, user, now=lambda: NOW), tasks, look, "zh_CN")
    window.resize(1366, 768)
    window.show()
    _settle(window)
    found: Measured = {}
    found |= _keystrokes(window)
    found |= _switches(window)
    found |= _search()
    found["peak memory, ten years"] = [peak_megabytes(os.getpid()), "MB", 300, "the whole process, all pages opened"]
    found |= _scroll(window)
    window.close()
    tasks.close()
    database.close()
    print(json.dumps(found))
    return 0


def _keystrokes(window: MainWindow) -> Measured:
    """A mark typed into the 200 × 31 grid: from the key to its row on disk and what changed painted."""
    page = window.open_page("attendance")
    page.go_to(Jump("attendance", at=MONTH))
    _settle(window)
    if not isinstance(page, AttendancePage):
        raise TypeError(page)
    page.grid.setFocus()
    spent, worked = [], []
    for at in range(CELLS):
        page.table.stand(at % len(page.model.shown), at // len(page.model.shown) * 7 + 1)
        _settle(window)
        began, own = time.perf_counter(), time.thread_time()
        QTest.keyClick(page.grid, "h" if at % 2 else "v")
        QTest.keyClick(page.grid, Qt.Key.Key_Return)
        _settle(window)
        spent.append(time.perf_counter() - began)
        worked.append(time.thread_time() - own)
    note = f"{CELLS} marks in a grid of {len(page.model.shown)} × 31, synchronous = FULL; p50 {_at(spent, 50):.1f} ms"
    note += f"; {_own(worked)}"
    return {"a mark typed, saved and painted, p99": [_at(spent, 99), "ms", 50, note]}


def _switches(window: MainWindow) -> Measured:
    """From the call to the page painted as it was left; apart from it, until its figures are read anew and painted.

    The first opening makes the page, and loads its module where the log-in gave no time to.
    """
    keys = [page.entry.key for page in page_entries()]
    first = {key: _opened(window, key)[0] for key in keys}
    spent = {(key, turn): _opened(window, key) for turn in range(ROUNDS) for key in keys}
    painted = {place: times[0] for place, times in spent.items()}
    every = [*painted.values()]
    slowest, longest = max(painted, key=painted.__getitem__)[0], max(first, key=first.__getitem__)
    note = f"{len(every)} switches, to the page painted; p50 {_at(every, 50):.1f} ms; slowest: {slowest}"
    note += f"; {_own([times[2] for times in spent.values()])}"
    read = [times[1] for times in spent.values()]
    made = f"{len(first)} pages, module loaded, made and painted; p50 {_at([*first.values()], 50):.1f} ms; {longest}"
    return {
        "a page opened again, p99": [_at(every, 99), "ms", 100, note],
        "the same, figures read anew, p99": [_at(read, 99), "ms", None, f"p50 {_at(read, 50):.1f} ms"],
        "a page opened first, slowest": [first[longest] * 1000, "ms", None, made],
    }


def _opened(window: MainWindow, key: str) -> tuple[float, float, float]:
    """Seconds to a page painted, to it painted with all its figures, and of the window's own CPU to the first."""
    began, own = time.perf_counter(), time.thread_time()
    window.open_page(key)
    painted, worked = time.perf_counter() - began, time.thread_time() - own
    _settle(window)
    return painted, time.perf_counter() - began, worked


def _search() -> Measured:
    """Finding by initials among ten thousand people, the readings loaded."""
    names = findable(
        (f"{at:05d}", "".join(_NAMES[(at * step) % len(_NAMES)] for step in (1, 3, 7))) for at in range(PEOPLE)
    )
    names.ranked("a")
    spent = []
    for text in ("ay", "jk", "阿依", "0421", "slm", "x", "qmh"):
        began = time.perf_counter()
        names.ranked(text)
        spent.append(time.perf_counter() - began)
    return {"search over 10,000 people, slowest": [max(spent) * 1000, "ms", 50, "by initials, characters, number"]}


def _scroll(window: MainWindow) -> Measured:
    """A table of a million rows, a page down at a time, each painted."""
    table: RowsTable[int] = RowsTable(window.desk.look)
    table.resize(1180, 640)
    columns = [Column(str(at), 90, lambda row, at=at: f"{row}-{at}") for at in range(10)]  # type: ignore[misc]
    table.show_rows(columns, range(MANY))
    table.show()
    _paint(table)
    bar, began, own = table.view.verticalScrollBar(), time.perf_counter(), time.thread_time()
    for step in range(STEPS):
        bar.setValue(step * (bar.maximum() // STEPS))
        _paint(table)
    rate, worked = STEPS / (time.perf_counter() - began), (time.thread_time() - own) / STEPS * 1000
    table.close()
    note = f"{STEPS} jumps over the whole table; {worked:.1f} ms a frame of its own CPU"
    return {"scrolling a million rows": [rate, "frames/s", 30, note]}


def _settle(window: MainWindow) -> None:
    window.desk.tasks.settle()
    QApplication.processEvents()


def _paint(widget: QWidget) -> None:
    """Paint what is due, now."""
    widget.repaint()
    QApplication.processEvents()


def _own(worked: Sequence[float]) -> str:
    """What a busy machine leaves as it is: the CPU the window's thread took."""
    return f"its own CPU p50 {_at(worked, 50):.1f}, p99 {_at(worked, 99):.1f} ms"


def _at(spent: Sequence[float], percent: int) -> float:
    """A percentile in milliseconds."""
    return statistics.quantiles(spent, n=100)[percent - 1] * 1000


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
