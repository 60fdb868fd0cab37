"""CPU and memory of processes, measured on one that works."""

import sys

from tests.bench.processes import child, cpu_seconds, peak_megabytes, tree

BUSY = """
import subprocess, sys, time
def work(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end: pass
for line in sys.stdin:
    work(0.2)
    subprocess.run([sys.executable, "-c", "import time\\nwhile time.process_time() < 0.3: pass"])
    print("done", flush=True)
"""


def test_cpu_counts_a_process_and_its_ended_children() -> None:
    with child((sys.executable, "-c", BUSY)) as process:
        before = cpu_seconds(process.pid)
        assert process.ask("go") == "done"
        assert cpu_seconds(process.pid) - before >= 0.45
        assert tree(process.pid) == {process.pid}
        assert 3 < peak_megabytes(process.pid) < 200
    assert cpu_seconds(process.pid) == 0
