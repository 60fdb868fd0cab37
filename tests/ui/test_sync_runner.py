"""When sync runs: by a person, by new records, again after a failure, never two at once, never on the GUI thread."""

import threading

import pytest

from app.ui import sync_runner
from app.ui.sync_runner import SyncRunner, retry_ms


@pytest.fixture
def runs() -> list[int]:
    return []


@pytest.fixture
def runner(qapp, runs):
    made = SyncRunner(lambda: runs.append(threading.get_ident()) or len(runs))
    yield made
    made.close()


def test_now_runs_on_a_thread_of_its_own(runner: SyncRunner, runs) -> None:
    seen = []
    runner.ended.connect(seen.append)
    runner.now()
    runner.settle()
    assert seen == [1]
    assert runs != [threading.get_ident()]


def test_many_records_wake_one_run(runner: SyncRunner, runs, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(sync_runner, "AFTER_RECORDS_MS", 30)
    for _ in range(20):
        runner.wake()
    qtbot.waitUntil(lambda: len(runs) == 1 and not runner.running, timeout=3000)
    qtbot.wait(80)
    assert len(runs) == 1


def test_records_noted_during_a_run_wake_another(qapp, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(sync_runner, "AFTER_RECORDS_MS", 30)
    gate, runs = threading.Event(), []
    runner = SyncRunner(lambda: runs.append(1) or gate.wait(5))
    runner.now()
    runner.now()
    runner.wake()
    gate.set()
    qtbot.waitUntil(lambda: len(runs) == 2, timeout=3000)
    runner.close()


def test_a_failure_is_told_and_tried_again_later(qapp, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(sync_runner, "FIRST_RETRY_MS", 20)
    runs = []

    def run_once() -> str:
        runs.append(1)
        if len(runs) == 1:
            raise OSError("no network")
        return "well"

    runner = SyncRunner(run_once)
    faults, answers = [], []
    runner.failed.connect(faults.append)
    runner.ended.connect(answers.append)
    runner.now()
    qtbot.waitUntil(lambda: answers == ["well"], timeout=3000)
    assert len(faults) == 1
    runner.close()


@pytest.mark.parametrize(("failures", "low"), [(1, 30_000), (2, 60_000), (20, 3_600_000)])
def test_waiting_doubles_up_to_an_hour_with_jitter(failures: int, low: int) -> None:
    assert retry_ms(failures, lambda: 0.0) == low
    assert retry_ms(failures, lambda: 1.0) == low * 4 // 3
