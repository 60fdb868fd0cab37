"""The cycle collector never runs while Qt calls back; seen in a process of its own, since the fault is a crash."""

import gc
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject

from app.ui.garbage import CollectBetweenEvents

DYING = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from app.ui.garbage import CollectBetweenEvents
from app.ui.theme.style import apply_look

class Busy(QLabel):
    def changeEvent(self, event):
        for _ in range(20):
            cycle = []
            cycle.append(cycle)
        super().changeEvent(event)

application = QApplication(["x", "-platform", "offscreen"])
if sys.argv[1] == "between":
    collector = CollectBetweenEvents(application)
for _ in range(40):
    for _ in range(5):
        window = QWidget()
        window.itself = window
        column = QVBoxLayout(window)
        for at in range(30):
            column.addWidget(Busy(str(at)))
    del window, column
    apply_look(application)
    if sys.argv[1] == "between":
        collector.collect_due()
print("alive")
"""


def restyle(collecting: str) -> subprocess.CompletedProcess[str]:
    """Restyle widgets that die in cycles, in another process."""
    return subprocess.run(
        [sys.executable, "-c", DYING, collecting], check=False, capture_output=True, text=True, timeout=120
    )


def test_restyling_over_dying_windows_does_not_crash() -> None:
    done = restyle("between")
    assert (done.returncode, done.stdout) == (0, "alive\n")


@pytest.mark.slow
def test_the_control_left_to_python_does_crash() -> None:
    assert restyle("anywhere").returncode < 0


def test_a_cycle_waits_for_the_event_loop(qtbot) -> None:
    gone = []
    for _ in range(2 * gc.get_threshold()[0]):
        cycle = QObject()
        cycle.itself = cycle
        cycle.destroyed.connect(lambda: gone.append(1))
    assert gone == []
    qtbot.waitUntil(lambda: bool(gone), timeout=10_000)


def test_stopping_gives_the_collector_back(collector: CollectBetweenEvents) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
