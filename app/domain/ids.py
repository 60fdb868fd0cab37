"""Identities that survive merging: rows' ids and clocks as compact, ordered integers (DESIGN 2, 3).

A counter id is ``device * 2**32 + counter`` and stays below 2**52; a derived id is ``2**52 + 52 bits of a hash`` of the
identity a row had at birth, so that two PCs importing one book meet in one row. All stay below 2**53, the greatest integer
that JSON readers and spreadsheets keep whole.
"""

import hashlib
import json

DEVICE_BITS = 20
COUNTER_BITS = 32
DERIVED_FLOOR = 1 << 52
ID_LIMIT = 1 << 53
CLOCK_LEAP_LIMIT = 1 << 24
SERVER_DEVICE = 0


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
    """The Lamport clock of the next change: ``(1 + greatest count seen) * 2**20 + device``; unique and totally ordered."""
    return ((greatest_seen >> DEVICE_BITS) + 1) << DEVICE_BITS | device
