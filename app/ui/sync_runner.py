"""When sync runs: on its own thread, woken by a timer, by new records, or by a person; after a failure later and later.

What a run does is ``app.sync``'s business; this module knows a function to call and the three kinds of failure.
"""

import random
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.sync.failures import Declined, NeedsPerson, Unreachable
from app.ui.tasks import Tasks

AFTER_RECORDS_MS = 20_000
REGULAR_MS = 10 * 60_000
FIRST_RETRY_MS = 30_000
LAST_RETRY_MS = 60 * 60_000


class SyncRunner(QObject):
    """Calls ``run_once`` in the background, one at a time. ``began`` carries None, ``ended`` what it returned.

    ``failed`` carries the exception. A record noted while a run is under way wakes another one after it.
    """

    began = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, run_once: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run_once = run_once
        self._tasks = Tasks(self, name="sync")
        self._again = False
        self._failures = 0
        self.running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.now)

    def start(self) -> None:
        """Begin the regular runs; the first one soon."""
        self._timer.start(FIRST_RETRY_MS // 10)

    def wake(self) -> None:
        """New records were noted: run soon, once for all that are noted meanwhile."""
        if self.running:
            self._again = True
        elif not self._failures and (not self._timer.isActive() or self._timer.remainingTime() > AFTER_RECORDS_MS):
            self._timer.start(AFTER_RECORDS_MS)

    def now(self) -> None:
        """Run at once, unless a run is under way."""
        if self.running:
            return
        self._timer.stop()
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

    def _on_ended(self, answer: object) -> None:
        self.running, self._failures = False, 0
        self._timer.start(AFTER_RECORDS_MS if self._again else REGULAR_MS)
        self.ended.emit(answer)

    def _on_failed(self, fault: Exception) -> None:
        self.running = False
        wait = self._wait_after(fault)
        if wait:
            self._timer.start(wait)
        self.failed.emit(fault)

    def _wait_after(self, fault: Exception) -> int:
        """Milliseconds to the next try by the kind of failure; 0 where only a person can help."""
        if isinstance(fault, NeedsPerson):
            return 0
        if isinstance(fault, Declined):
            return REGULAR_MS
        self._failures += 1
        pause = fault.pause * 1000 if isinstance(fault, Unreachable) else 0
        return max(retry_ms(self._failures), pause)


def retry_ms(failures: int, jitter: Callable[[], float] = random.random) -> int:
    """Milliseconds until the next try: doubling up to an hour, spread by a third so that PCs do not call in step."""
    wait = min(FIRST_RETRY_MS << min(failures - 1, 16), LAST_RETRY_MS)
    return int(wait * (1 + jitter() / 3))
