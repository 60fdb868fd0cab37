"""The one background door: service functions run on a single database thread, answers come back on the main thread.

A page calls ``Tasks.run``; work never touches a widget, answers never run beside the page. Ids travel as Python
objects: ``Signal(int)`` would cut them to 32 bits.
"""

import logging
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from shiboken6 import isValid

from app.domain.refusal import Refusal

LOG = logging.getLogger(__name__)
SLOW_MS = 500
_T = TypeVar("_T")


def _nothing() -> None:
    """The work of a job that is over."""


class CancelledError(Exception):
    """Raised inside work whose person no longer waits for it; nothing is told to anybody."""


class Job:
    """One piece of work. ``report`` may be called from within it; ``cancel`` from the main thread."""

    def __init__(self, work: Callable[[], Any], title: str, owner: QObject | None) -> None:
        self.title = title
        self.done = 0
        self.total = 0
        self.finished = False
        self.then: Callable[[Any], object] | None = None
        self.failed: Callable[[Exception], object] | None = None
        self._work = work
        self._owner = owner
        self._cancelled = threading.Event()
        self._executed = threading.Event()

    def cancel(self) -> None:
        """Forget this work: not begun if it still waits, stopped at its next report, its answer dropped."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether the person has stopped waiting."""
        return self._cancelled.is_set()

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for the answer."""
        return not self.cancelled and (self._owner is None or isValid(self._owner))

    def wait(self, seconds: float) -> bool:
        """Wait until the work itself is done, at most so long: what was typed is on disk before one goes on."""
        return self._executed.wait(seconds)

    def report(self, done: int, total: int) -> None:
        """How far the work is; raises CancelledError if it was cancelled. Called on the worker's thread."""
        if self.cancelled:
            raise CancelledError
        self.done, self.total = done, total

    def forget(self) -> None:
        """Let go of the callers' objects here, on the main thread: the worker holds its last job until the next one."""
        self._work, self._owner, self.then, self.failed = _nothing, None, None, None

    def execute(self) -> tuple[Any, Exception | None]:
        """Do the work on the calling thread: its value, or what went wrong."""
        try:
            return self._execute()
        finally:
            self._executed.set()

    def _execute(self) -> tuple[Any, Exception | None]:
        if self.cancelled:
            return None, CancelledError()
        try:
            return self._work(), None
        except (Refusal, CancelledError) as fault:
            return None, fault
        except Exception as fault:  # the thread must live on; the person is told, the log has the place
            LOG.exception("task %r failed", self.title)
            return None, fault


class Tasks(QObject):
    """Runs work in order on one thread of its own and brings the answers to the main thread.

    ``became_slow`` and ``finished`` carry the Job; ``failed`` the exception of work whose caller gave no handler.
    """

    became_slow = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None, name: str = "database") -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._open: list[Job] = []
        self._answered.connect(self._deliver)
        self._thread = threading.Thread(target=self._serve, name=name, daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], object] | None = None,
        *,
        failed: Callable[[Exception], object] | None = None,
        title: str = "",
        owner: QObject | None = None,
    ) -> Job:
        """Queue ``work``; ``then`` gets its value, ``failed`` its exception, both on the main thread.

        Neither is called once the job is cancelled or ``owner`` is gone. ``title`` is what the person reads if it
        takes longer than half a second.
        """
        job = Job(work, title, owner)
        job.then, job.failed = then, failed
        self._open.append(job)
        QTimer.singleShot(SLOW_MS, self, lambda: None if job.finished else self.became_slow.emit(job))
        self._queue.put(job)  # last: from here on the worker takes half of the interpreter
        return job

    @property
    def idle(self) -> bool:
        """Whether every answer has been delivered."""
        return not self._open

    def settle(self, seconds: float = 60.0) -> None:
        """Work off events until idle; TimeoutError after ``seconds``. For pictures, the driver and the end."""
        end = time.monotonic() + seconds
        while not self.idle:
            if time.monotonic() > end:
                raise TimeoutError(", ".join(job.title for job in self._open))
            QCoreApplication.processEvents()
            time.sleep(0.002)
        QCoreApplication.processEvents()

    def close(self, seconds: float = 30.0) -> None:
        """Finish all that was asked for, since it may be the last thing a person typed, and end the thread.

        Answers are no longer delivered.
        """
        self._queue.put(None)
        self._thread.join(seconds)

    def _serve(self) -> None:
        while (job := self._queue.get()) is not None:
            value, fault = job.execute()
            try:
                self._answered.emit((job, value, fault))
            except RuntimeError:  # the window is gone: nobody left to tell
                LOG.info("answer of %r dropped at the end", job.title)
                return

    def _deliver(self, answer: tuple[Job, Any, Exception | None]) -> None:
        job, value, fault = answer
        job.finished = True
        self._open.remove(job)
        if job.wanted and fault is None and job.then is not None:
            job.then(value)
        elif job.wanted and fault is not None:
            (job.failed or self.failed.emit)(fault)
        self.finished.emit(job)
        job.forget()
