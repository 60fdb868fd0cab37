"""Canonical bytes: one spelling of a row or change, so that hashes made anywhere agree (DESIGN 3, 8).

The spelling is JSON in UTF-8 without spaces, text unescaped but for control characters, quote and backslash,
objects with sorted keys. Storage and wire write the same bytes with a faster encoder; a test compares
the two over awkward text.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

Scalar = int | str | None
CHAIN_START = bytes(32)
_MODULUS = 1 << 64


def canonical(value: object) -> bytes:
    """The canonical JSON of ``value``: object keys sorted, no spaces, UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def row_number(row: bytes) -> int:
    """What one row adds to its bucket's hash: the first 8 bytes of SHA-256 of its canonical JSON."""
    return int.from_bytes(hashlib.sha256(row).digest()[:8])


def row_hash(row: Mapping[str, Scalar]) -> int:
    """``row_number`` of a row given as column → value (synced columns and delete mark)."""
    return row_number(canonical(row))


def bucket_hash(numbers: Iterable[int]) -> str:
    """16 hex digits: the sum of row numbers mod 2**64, whatever the order of rows; rows can be taken away."""
    return f"{sum(numbers) % _MODULUS:016x}"


def chain(previous: bytes, changes: Iterable[bytes]) -> bytes:
    """The hash chain's value (32 bytes) after ``changes`` given as canonical bytes, in the order of their seq."""
    value = previous
    for change in changes:
        value = hashlib.sha256(value + change).digest()
    return value


def digest(buckets: Mapping[str, Mapping[str, tuple[int, int, str]]]) -> str:
    """16 hex digits over all buckets (table → month → rows, fen, hash): what each sync request carries."""
    listed: list[Sequence[object]] = [
        [table, month, *bucket] for table, months in sorted(buckets.items()) for month, bucket in sorted(months.items())
    ]
    return hashlib.sha256(canonical(listed)).hexdigest()[:16]
