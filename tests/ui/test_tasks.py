"""The background door: order, threads, errors, cancelling, and ids that arrive whole."""

import threading
import time

import pytest
import shiboken6
from PySide6.QtCore import QObject

from app.domain.refusal import Refusal
from app.ui.tasks import CancelledError, Tasks


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


def _raise(fault: Exception):
    raise fault


def test_work_runs_elsewhere_and_answers_here(tasks: Tasks) -> None:
    seen = []
    tasks.run(threading.get_ident, lambda ident: seen.append((ident, threading.get_ident())))
    tasks.settle()
    worker, main = seen[0]
    assert worker != main == threading.get_ident()


def test_all_work_shares_one_thread_and_keeps_its_order(tasks: Tasks) -> None:
    seen = []
    for at in range(50):
        tasks.run(lambda at=at: (at, threading.get_ident()), seen.append)
    tasks.settle()
    assert [at for at, _ in seen] == list(range(50))
    assert len({thread for _, thread in seen}) == 1


def test_a_refusal_comes_to_its_caller(tasks: Tasks) -> None:
    seen = []
    tasks.run(lambda: _raise(Refusal("worker_missing")), failed=seen.append)
    tasks.settle()
    assert [fault.code for fault in seen] == ["worker_missing"]


def test_an_unhandled_fault_is_told_and_logged_and_the_thread_lives(tasks: Tasks, caplog) -> None:
    seen = []
    tasks.failed.connect(seen.append)
    tasks.run(lambda: 1 // 0, title="division")
    tasks.run(lambda: 7, seen.append)
    tasks.settle()
    assert isinstance(seen[0], ZeroDivisionError)
    assert seen[1] == 7
    assert "division" in caplog.text


def test_cancelled_work_that_still_waits_is_never_begun(tasks: Tasks) -> None:
    gate, seen = threading.Event(), []
    tasks.run(gate.wait)
    job = tasks.run(lambda: seen.append("begun"), seen.append, failed=seen.append)
    job.cancel()
    gate.set()
    tasks.settle()
    assert seen == []


def test_work_that_reports_stops_when_cancelled(tasks: Tasks) -> None:
    seen, begun = [], threading.Event()

    def work() -> None:
        begun.set()
        for at in range(10_000):
            time.sleep(0.001)
            job.report(at, 10_000)

    job = tasks.run(work, seen.append, failed=seen.append)
    begun.wait(5)
    job.cancel()
    tasks.settle(5)
    assert seen == []
    with pytest.raises(CancelledError):
        job.report(1, 1)


def test_an_owner_that_is_gone_gets_no_answer(tasks: Tasks) -> None:
    seen, owner = [], QObject()
    tasks.run(lambda: 1, seen.append, owner=owner)
    shiboken6.delete(owner)
    tasks.settle()
    assert seen == []


@pytest.mark.parametrize(("seconds", "slow"), [(0.0, []), (0.7, ["long work"])])
def test_only_work_over_half_a_second_is_announced(tasks: Tasks, seconds: float, slow: list[str]) -> None:
    seen = []
    tasks.became_slow.connect(lambda job: seen.append(job.title))
    tasks.run(lambda: time.sleep(seconds), title="long work")
    tasks.settle()
    assert seen == slow


def test_close_finishes_what_was_asked_for_and_ends_the_thread(qapp) -> None:
    tasks, seen = Tasks(), []
    tasks.run(lambda: time.sleep(0.1))
    tasks.run(lambda: seen.append("written"))
    tasks.close()
    assert seen == ["written"]
    assert not tasks._thread.is_alive()


def test_five_thousand_answers_arrive(tasks: Tasks) -> None:
    """PySide6 6.12.0 aborts the process before the thousandth emit; the pin must hold."""
    seen = []
    for at in range(5_000):
        tasks.run(lambda at=at: bool(at % 2), seen.append)
    tasks.settle()
    assert len(seen) == 5_000


@pytest.mark.parametrize("fault", [None, Refusal("worker_missing")])
def test_work_can_be_waited_for_before_its_answer_comes(tasks: Tasks, fault: Exception | None) -> None:
    go, seen = threading.Event(), []

    def work() -> None:
        go.wait(10)
        seen.append("done")
        if fault is not None:
            raise fault

    job = tasks.run(work, failed=seen.append)
    assert not job.wait(0.01)
    go.set()
    assert job.wait(10)
    assert seen == ["done"]
    tasks.settle()
