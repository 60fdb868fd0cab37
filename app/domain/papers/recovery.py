"""The sheet with the recovery key, to be kept away from the PC; and the page that tries a printer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecoveryData:
    """The key as eight groups of five characters, whose it is, the day it was made (YYYY-MM-DD)."""

    key: str
    unit: str
    user: str
    day: str


@dataclass(frozen=True, slots=True)
class TrialData:
    """The page that tries a printer: the workshop and the day (YYYY-MM-DD)."""

    unit: str
    day: str


def groups(key: str) -> tuple[str, ...]:
    """The groups of a key in their order."""
    return tuple(key.split("-"))
