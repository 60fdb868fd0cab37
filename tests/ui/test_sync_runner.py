"""When sync runs: by a person, by new records, again after a failure, never two at once, never on the GUI thread."""

import threading

import pytest

from app.sync import schedule
from app.sync.failures import NeedsPerson
from app.ui.sync_runner import SyncRunner


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
    monkeypatch.setattr(schedule, "AFTER_RECORDS", 0.03)
    for _ in range(20):
        runner.wake()
    qtbot.waitUntil(lambda: len(runs) == 1 and not runner.running, timeout=3000)
    qtbot.wait(80)
    assert len(runs) == 1


def test_records_noted_during_a_run_wake_another(qapp, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(schedule, "AFTER_RECORDS", 0.03)
    gate, runs = threading.Event(), []
    runner = SyncRunner(lambda: runs.append(1) or gate.wait(5))
    runner.now()
    runner.now()
    runner.wake()
    gate.set()
    qtbot.waitUntil(lambda: len(runs) == 2, timeout=3000)
    runner.close()


def test_a_failure_is_told_and_tried_again_later(qapp, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(schedule, "FIRST_RETRY", 0.02)
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


def test_what_needs_a_person_is_not_tried_again(qapp, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(schedule, "AFTER_RECORDS", 0.02)
    runs, faults = [], []

    def run_once() -> None:
        runs.append(1)
        raise NeedsPerson("device_revoked")

    runner = SyncRunner(run_once)
    runner.failed.connect(faults.append)
    runner.now()
    qtbot.waitUntil(lambda: len(faults) == 1, timeout=3000)
    runner.wake()
    qtbot.wait(80)
    assert len(runs) == 1
    runner.close()
