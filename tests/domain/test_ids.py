"""Ids and clocks stay below 2**53, in order, and never meet by accident."""

from datetime import datetime

import pytest

from app.domain.ids import DERIVED_FLOOR, ID_LIMIT, counter_id, derived_id, is_derived, least_counter, next_clock

TOP = (1 << 20) - 1


def test_the_greatest_counter_id_stays_below_the_derived_ones():
    assert counter_id(TOP, (1 << 32) - 1) == DERIVED_FLOOR - 1
    assert not is_derived(DERIVED_FLOOR - 1)


@pytest.mark.parametrize(("device", "counter"), [(-1, 0), (1 << 20, 0), (0, -1), (0, 1 << 32)])
def test_a_counter_id_out_of_range_is_refused(device, counter):
    with pytest.raises(ValueError, match="out of range"):
        counter_id(device, counter)


def test_equal_identities_meet_and_others_do_not():
    one = derived_id(7, "worker", "01", "2026-10-01")
    assert one == derived_id(7, "worker", "01", "2026-10-01")
    others = {
        derived_id(7, "worker", "1", "2026-10-01"),
        derived_id(8, "worker", "01", "2026-10-01"),
        derived_id(7, "product", "01", "2026-10-01"),
        derived_id(7, "worker", "01,2026-10-01"),
    }
    assert one not in others
    assert len(others) == 4


@pytest.mark.parametrize("n", range(20))
def test_derived_ids_lie_between_the_counted_and_the_limit(n):
    assert DERIVED_FLOOR <= derived_id(n, "worker", str(n)) < ID_LIMIT
    assert is_derived(derived_id(n, "worker", str(n)))


def test_a_derived_id_is_the_same_for_ever():
    assert derived_id(1, "worker", "01", "2024-03-01") == 6958966185829659


def test_the_next_clock_is_greater_whatever_the_devices():
    assert next_clock(5 << 20 | TOP, 1) == 6 << 20 | 1


@pytest.mark.parametrize(
    ("now", "counter"),
    [
        ("2024-01-01T00:01", 256),
        ("2026-10-21T18:30", 1_475_670 * 256),
        ("1999-01-01", 0),
        ("2099-01-01", 0),
    ],
    ids=["a minute in", "today", "clock behind", "clock decades ahead"],
)
def test_the_counter_stands_at_least_at_the_minutes_since_2024(now, counter):
    assert least_counter(datetime.fromisoformat(now)) == counter
