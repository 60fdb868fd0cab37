"""A sheet to sign on (签名表): the people of a month by name, or numbered lines to be filled in by hand."""

from dataclasses import dataclass

BLANK_LINES = 24


@dataclass(frozen=True, slots=True)
class SignLine:
    """One line: 编号 and name, both empty on a blank sheet; ``place`` counts from 1."""

    place: int
    no: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class SigningData:
    """The sheet: workshop, month (YYYY-MM), its lines."""

    unit: str
    month: str
    rows: tuple[SignLine, ...]


def blank_lines() -> tuple[SignLine, ...]:
    """The lines of a blank sheet: as many as a page holds."""
    return tuple(SignLine(at) for at in range(1, BLANK_LINES + 1))
