"""A test's hands while an event loop of the program's own runs: a dialog or the window waits, and is answered."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

_TICK_MS = 50
_MOST_TICKS = 600


@contextmanager
def ticking(work: Callable[[], None]) -> Iterator[None]:
    """Call ``work`` again and again, never within itself (settling runs events); end a loop that waits for ever."""
    timer = QTimer(interval=_TICK_MS, singleShot=True)
    left = iter(range(_MOST_TICKS))

    def tick() -> None:
        if next(left, None) is None:
            _give_up()
            return
        try:
            work()
        finally:
            timer.start()

    timer.timeout.connect(tick)
    timer.start()
    try:
        yield
    finally:
        timer.stop()


def _give_up() -> None:
    for waiting in QApplication.topLevelWidgets():
        waiting.close()
    QApplication.quit()
