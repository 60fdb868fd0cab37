"""Sync on its own thread, one run at a time: at the times ``app.sync.schedule`` says, or when a person asks.

What a run does is ``app.sync``'s business; this module knows a function to call.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.sync_report import SyncReport
from app.sync.schedule import Schedule
from app.ui.tasks import Tasks


class SyncRunner(QObject):
    """Calls ``run_once`` in the background, one at a time. ``began`` carries None, ``ended`` what it returned.

    ``failed`` carries the exception. A record noted while a run is under way wakes another one after it.
    """

    began = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(
        self, run_once: Callable[[], Any], parent: QObject | None = None, schedule: Schedule | None = None
    ) -> None:
        super().__init__(parent)
        self._run_once = run_once
        self._schedule = schedule or Schedule()
        self._tasks = Tasks(self, name="sync")
        self._again = False
        self.running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.now)

    def start(self) -> None:
        """Begin the regular runs; the first one soon."""
        self._wait(self._schedule.started())

    def wake(self) -> None:
        """New records were noted: run soon, once for all that are noted meanwhile."""
        if self.running:
            self._again = True
            return
        due_in = self._timer.remainingTime() / 1000 if self._timer.isActive() else None
        wanted = self._schedule.noted(due_in)
        if wanted != due_in:
            self._wait(wanted)

    def now(self) -> None:
        """Run at once, unless a run is under way."""
        if self.running:
            return
        self._timer.stop()
        self._schedule.asked()
        self.running, self._again = True, False
        self.began.emit(None)
        self._tasks.run(self._run_once, self._on_ended, failed=self._on_failed, title="sync")

    def settle(self, seconds: float = 60.0) -> None:
        """Wait for the run under way."""
        self._tasks.settle(seconds)

    def close(self) -> None:
        """Let the run under way end; begin no other."""
        self._timer.stop()
        self._tasks.close()

    def _wait(self, seconds: float | None) -> None:
        """Run again in ``seconds``; None: not by itself."""
        if seconds is not None:
            self._timer.start(int(seconds * 1000))

    def _on_ended(self, answer: object) -> None:
        self.running = False
        paused = answer.paused if isinstance(answer, SyncReport) else 0
        due_in = self._schedule.succeeded(paused)
        self._wait(self._schedule.noted(due_in) if self._again and not paused else due_in)
        self.ended.emit(answer)

    def _on_failed(self, fault: Exception) -> None:
        self.running = False
        self._wait(self._schedule.failed(fault))
        self.failed.emit(fault)
