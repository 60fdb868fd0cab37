"""Identities that survive merging: rows' ids and clocks as compact, ordered integers (DESIGN 2, 3).

A counter id is ``device * 2**32 + counter`` and stays below 2**52; a derived id is ``2**52 + 52 bits of a hash`` of
the identity a row had at birth, so that two PCs importing one book meet in one row. All stay below 2**53, the greatest
integer that JSON readers and spreadsheets keep whole.
"""

import hashlib
import json
from datetime import datetime

DEVICE_BITS = 20
COUNTER_BITS = 32
DERIVED_FLOOR = 1 << 52
ID_LIMIT = 1 << 53
CLOCK_LEAP_LIMIT = 1 << 24
SERVER_DEVICE = 0
_COUNTER_EPOCH = datetime(2024, 1, 1)  # noqa: DTZ001  local wall time on both sides; the jump is a bound, no order


def counter_id(device: int, counter: int) -> int:
    """The id of a row made on ``device`` (1 … 2**20-1) as its ``counter``-th; raises ValueError outside the bounds."""
    if not 0 <= device < 1 << DEVICE_BITS or not 0 <= counter < 1 << COUNTER_BITS:
        raise ValueError(f"device {device} or counter {counter} out of range")
    return device << COUNTER_BITS | counter


def derived_id(workshop_id: int, table: str, *identity: str | int | None) -> int:
    """The id of a row that is known by what it is: equal identities give equal ids on every device."""
    canonical = json.dumps([workshop_id, table, *identity], ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(canonical.encode()).digest()
    return DERIVED_FLOOR | int.from_bytes(digest[:7]) >> 4


def is_derived(row_id: int) -> bool:
    """Whether an id was derived from an identity (such rows merge) rather than counted (such rows never meet)."""
    return row_id >= DERIVED_FLOOR


def next_clock(greatest_seen: int, device: int) -> int:
    """The Lamport clock of the next change: ``(1 + greatest count) * 2**20 + device``; unique, totally ordered."""
    return ((greatest_seen >> DEVICE_BITS) + 1) << DEVICE_BITS | device


def least_counter(now: datetime) -> int:
    """Where the id counter stands at least at an opening: minutes since 2024 times 256 (DESIGN 2).

    So a counter that a lost disk took back does not count the same ids again. 0 where the PC's date lies before 2024 or
    so far ahead that the counter would be spent.
    """
    minutes = int((now.replace(tzinfo=None) - _COUNTER_EPOCH).total_seconds()) // 60
    jump = minutes << 8
    return jump if 0 <= jump < (1 << COUNTER_BITS) - (1 << 24) else 0
