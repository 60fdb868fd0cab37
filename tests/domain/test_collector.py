"""The collector held back: given back as it was found, and nothing for it to find in a payroll."""

import gc
from collections.abc import Iterator

import pytest

from app.domain.collector import held_back
from app.domain.payroll import compute
from tests.reference.rows import MONTH, month_input, sample


@pytest.fixture(autouse=True)
def _as_found() -> Iterator[None]:
    ours = gc.isenabled()
    yield
    (gc.enable if ours else gc.disable)()


@pytest.mark.parametrize("running", [True, False])
def test_the_collector_rests_within_the_block_and_is_afterwards_as_before(running: bool) -> None:
    (gc.enable if running else gc.disable)()
    with held_back(), held_back():
        assert not gc.isenabled()
    assert gc.isenabled() is running


def test_an_error_gives_the_collector_back() -> None:
    gc.enable()
    with pytest.raises(ValueError, match="within"), held_back():
        raise ValueError("within")
    assert gc.isenabled()


def test_a_payroll_leaves_no_cycles_to_be_found() -> None:
    october = month_input(sample(), MONTH)
    compute(october)
    gc.collect()
    gc.disable()
    compute(october)
    assert gc.collect() == 0
