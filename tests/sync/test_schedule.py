"""When the next run is due."""

import pytest

from app.sync.failures import Declined, NeedsPerson, Unreachable
from app.sync.schedule import AFTER_RECORDS, FIRST_RETRY, LAST_RETRY, REGULAR, Schedule


@pytest.fixture
def schedule():
    return Schedule(jitter=lambda: 0.0)


def later(pause=0):
    failure = Unreachable("server_later", url="u", reason="r")
    failure.pause = pause
    return failure


def test_unreachable_doubles_up_to_an_hour(schedule):
    waits = [schedule.failed(later()) for _ in range(12)]
    assert waits[:4] == [FIRST_RETRY, 60, 120, 240]
    assert waits[-1] == LAST_RETRY


def test_success_forgets_failures(schedule):
    schedule.failed(later())
    assert schedule.succeeded() == REGULAR
    assert schedule.failed(later()) == FIRST_RETRY


def test_server_says_later(schedule):
    assert schedule.failed(later(pause=300)) == 300
    assert schedule.succeeded(paused=5000) == 5000


def test_declined_waits_for_the_regular_run(schedule):
    assert schedule.failed(Declined("protocol_unknown", version=2)) == REGULAR


def test_needs_person_stops_until_asked(schedule):
    assert schedule.failed(NeedsPerson("device_revoked")) is None
    assert schedule.noted(None) is None
    assert schedule.asked() == 0
    assert schedule.noted(None) == AFTER_RECORDS


@pytest.mark.parametrize(("due_in", "then"), [(None, AFTER_RECORDS), (500, AFTER_RECORDS), (3, 3)])
def test_new_records_wake_it_once(schedule, due_in, then):
    assert schedule.noted(due_in) == then


def test_records_do_not_hurry_a_line_that_is_down(schedule):
    schedule.failed(later())
    assert schedule.noted(25) == 25


def test_pcs_do_not_call_in_step():
    assert Schedule(jitter=lambda: 1.0).succeeded() == pytest.approx(REGULAR * 4 / 3)
