"""When sync runs, without Qt: at intervals, soon after new records, later and later after failures, as the server asks.

The three kinds of failure have three behaviours: unreachable → tried again, doubling up to an hour, spread so that PCs
do not call in step; declined → not before the next regular run; needs a person → not until somebody asks for a run.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from app.sync.failures import Declined, NeedsPerson, Unreachable

AFTER_RECORDS = 20.0
REGULAR = 600.0
FIRST_RETRY = 30.0
LAST_RETRY = 3600.0
_JITTER = 1 / 3


@dataclass(slots=True)
class Schedule:
    """Says after each event in how many seconds the next run is due; None: not by itself."""

    jitter: Callable[[], float] = field(default=random.random)
    failures: int = 0
    stopped: bool = False

    def started(self) -> float:
        """The program opened: the first run soon, at a time of its own."""
        return self._spread(FIRST_RETRY / 10)

    def noted(self, due_in: float | None) -> float | None:
        """New records were noted while a run is ``due_in`` seconds away: once for all that are noted meanwhile.

        While the line is down, or a person is needed, records do not hurry it.
        """
        if self.stopped or self.failures:
            return due_in
        return AFTER_RECORDS if due_in is None else min(due_in, AFTER_RECORDS)

    def asked(self) -> float:
        """A person asked for a run: now, whatever came before."""
        self.stopped = False
        return 0.0

    def succeeded(self, paused: float = 0.0) -> float:
        """A run ended well; ``paused``: seconds the server asked to wait."""
        self.failures, self.stopped = 0, False
        return self._spread(max(REGULAR, paused) if paused else REGULAR)

    def failed(self, fault: Exception) -> float | None:
        """A run failed."""
        if isinstance(fault, NeedsPerson):
            self.stopped = True
            return None
        if isinstance(fault, Declined):
            return self._spread(REGULAR)
        self.failures += 1
        wait = min(FIRST_RETRY * 2.0 ** min(self.failures - 1, 16), LAST_RETRY)
        pause = float(fault.pause) if isinstance(fault, Unreachable) else 0.0
        return self._spread(max(wait, pause))

    def _spread(self, seconds: float) -> float:
        return seconds * (1 + self.jitter() * _JITTER)
