"""Letters of a paper that no font draws: where they stand, and what whoever prints it is told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass

from app.domain.messages import render
from app.domain.papers import PaperData
from app.domain.papers.settlement import SettlementData

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A text whose ``letters`` no font has; ``no`` is the worker it stands with, empty where it is nobody's."""

    no: str
    text: str
    letters: tuple[str, ...]

    @property
    def code_points(self) -> tuple[str, ...]:
        """The letters as U+30000: on the screen they may be boxes too."""
        return tuple(f"U+{ord(letter):04X}" for letter in self.letters)


def unprintable_of(data: PaperData, has_glyph: Callable[[str], bool]) -> tuple[Unprintable, ...]:
    """The texts a paper shows that hold letters without a glyph, each once, in their order."""
    shown = (data.source.unit, data.sheets) if isinstance(data, SettlementData) else data
    known: set[str] = set()
    lacking: set[str] = set()
    found: dict[tuple[str, str], Unprintable] = {}
    for no, text in _texts(shown):
        if text.isascii():
            continue
        if unknown := set(text) - known:
            known |= unknown
            lacking |= {letter for letter in unknown if not has_glyph(letter)}
        if not lacking.isdisjoint(text):
            letters = dict.fromkeys(letter for letter in text if letter in lacking)
            found[no, text] = Unprintable(no, text, tuple(letters))
    return tuple(found.values())


def unprintable_words(found: tuple[Unprintable, ...], lang: str) -> str:
    """Which letters are missing where, and that they are to be written in by hand; nothing where none are."""
    if not found:
        return ""
    named = [f"{one.no} {one.text} ({' '.join(one.code_points)})".strip() for one in found[:_SHOWN]]
    if len(found) > _SHOWN:
        named.append(render("paper_letters_more", {"count": len(found) - _SHOWN}, lang))
    return render("paper_letters_missing", {"texts": ("; " if lang == "en" else "；").join(named)}, lang)


def _texts(held: object) -> Iterator[tuple[str, str]]:
    """Every text within a paper's data with the 编号 of the worker whose row or slip it stands in, in their order.

    Mappings are left out: amounts by code, and a slip's code, which is no letter on the paper.
    """
    shapes: dict[type, tuple[str, ...] | None] = {}
    waiting = [("", held)]
    while waiting:
        no, part = waiting.pop()
        if isinstance(part, str):
            yield no, part
            continue
        if type(part) not in shapes:
            shapes[type(part)] = tuple(field.name for field in fields(part)) if is_dataclass(part) else None
        if (names := shapes[type(part)]) is not None:
            parts = tuple(getattr(part, name) for name in names)
        elif isinstance(part, tuple):
            parts = part
        else:
            continue
        own = str(getattr(part, "no", no))
        waiting += [(own, one) for one in reversed(parts) if not isinstance(one, int)]
