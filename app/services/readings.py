"""How characters are read, from the shipped table; read when first needed, 10 ms."""

from collections.abc import Iterable
from functools import cache

from app.domain.pinyin import Names, Readings, Spelled, parse_readings, spelled
from app.resources import resource_folder


@cache
def readings() -> Readings:
    """The common reading of each character first."""
    return parse_readings((resource_folder("pinyin") / "readings.txt").read_text(encoding="utf-8"))


def findable(named: Iterable[tuple[str, str]]) -> Names:
    """Numbers and names made ready to be found by initials, syllables, characters or number."""
    return Names(named, readings)


def searchable(text: str) -> Spelled:
    """One text made ready to be found by initials, syllables or characters."""
    return spelled(text, readings())
