"""The money machine run: some runs always, a thousand of fifty steps with `--torture`; and runs that must fail.

The controls show that the machine sees what it is there to see. With the guard trigger that keeps locked rows dropped
(``guard_slip_insert_only``), one statement past the services changes a locked slip, and the machine must find it; with
the guard against a second payment dropped, it must find somebody paid above the net. Both are expected to fail.
"""

from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.machine import shop
from tests.machine.money import Money

QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck)}
SHORT, LONG = QUIET | {"stateful_step_count": 30}, QUIET | {"stateful_step_count": 50}


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """The machine upon a template of its own; ``machine(**values)`` gives it other class attributes."""
    home = tmp_path_factory.mktemp("money")
    workshop_id = shop.make(home)

    def made(**values: object) -> type[Money]:
        return type("Money", (Money,), {"home": home, "workshop_id": workshop_id, "done": Counter()} | values)

    return made


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_money_stays_right_whatever_is_done(machine):
    kind = machine()
    run_state_machine_as_test(kind, settings=settings(max_examples=60, **SHORT))
    wanted = ("lock", "settle", "correct", "reopen", "void", "pay", "pay some", "return", "import")
    assert not {name for name in wanted if not kind.done[name]}, kind.done
    assert not kind.done["second payment"]


@pytest.mark.torture
@pytest.mark.timeout(7200)
def test_money_stays_right_a_thousand_times(machine):
    kind = machine()
    run_state_machine_as_test(kind, settings=settings(max_examples=1000, **LONG))
    print(sorted(kind.done.items()))


@pytest.mark.parametrize(
    ("trigger", "found"),
    [("guard_slip_insert_only", "not what it was"), ("guard_payment_net", "paid above the net")],
)
def test_without_its_guard_the_machine_fails(machine, trigger, found):
    quick = settings(max_examples=300, phases=(Phase.generate,), database=None, print_blob=False, **LONG)
    with pytest.raises(AssertionError, match=found):
        run_state_machine_as_test(machine(unguarded=(trigger,)), settings=quick)
