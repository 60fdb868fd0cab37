"""Python's cycle collector, run between Qt's events only.

A widget in a reference cycle dies when the collector happens to run. Left alone, that is inside any Python code Qt
calls back, also while Qt walks over its list of widgets to give them a new style: a use after free in C++
(``tests/ui/test_garbage.py`` shows it). On a timer of the event loop no such walk is under way.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class CollectBetweenEvents(QObject):
    """Takes the collector over from Python until ``stop``; one for the process, made on the main thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start(EVERY_MS)

    def collect_due(self) -> None:
        """Collect the oldest generation that Python's own thresholds would have collected by now."""
        due = [
            at
            for at, (count, bound) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > bound
        ]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Give the collector back to Python."""
        self._timer.stop()
        gc.enable()
