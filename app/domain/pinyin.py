"""Finding Chinese names by what a keyboard without an input method types: initials, syllables, characters.

Each character of a text is met by itself, by a whole reading of it (any of several: 单 is dan and shan), by the
consonants a reading begins with, or by its first letter: 阿依莫 by aym, ayimo, a依m, yim. Letters, digits and
characters of other scripts meet themselves. Where the readings come from is the caller's affair.
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

Readings = Mapping[str, tuple[str, ...]]
_NO_SOUND = ()
_DROPPED = dict.fromkeys(map(ord, " \t\n\u3000'’·•・-_/"))
_TWO = ("zh", "ch", "sh")
AT_START, INSIDE = 0, 1
_FARTHEST = 64
"""Characters of a text that are looked at; no name is longer."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text as it is searched: its folded characters, and for each the ways it is read."""

    text: str
    sounds: tuple[tuple[str, ...], ...]


def parse_readings(lines: str) -> dict[str, tuple[str, ...]]:
    """The table of ``resources/pinyin/readings.txt``: readings with commas, a blank, the characters so read."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines.splitlines():
        sounds, characters = line.split(" ", maxsplit=1)
        found.update(dict.fromkeys(characters, tuple(sounds.split(","))))
    return found


def folded(text: str) -> str:
    """A text without what people leave out when they search: case, width, blanks, dots and hyphens; ü is v."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_DROPPED).replace("ü", "v")


def spelled(text: str, readings: Readings) -> Spelled:
    """A text made ready to be searched."""
    plain = folded(text)
    return Spelled(plain, tuple([readings.get(character, _NO_SOUND) for character in plain]))


def meets(query: str, found: Spelled) -> int | None:
    """Where a folded query meets a text: AT_START, INSIDE, or None; an empty one meets everything."""
    if not query:
        return AT_START
    letters = _Query(query)
    at = next((at for at in range(len(found.text)) if letters.meets_at(found, at)), None)
    return None if at is None else AT_START if at == 0 else INSIDE


class Index:
    """Many texts, found in a few thousandths of a second: by the letters they may be met by, then looked at closely."""

    def __init__(self, texts: Iterable[Spelled]) -> None:
        self._texts = tuple(texts)
        self._places: dict[str, list[int]] = {}
        for number, found in enumerate(self._texts):
            place = number * _FARTHEST
            for letter, sounds in zip(found.text[:_FARTHEST], found.sounds, strict=False):
                for begins in {letter, *[sound[0] for sound in sounds]}:
                    self._places.setdefault(begins, []).append(place)
                place += 1

    def find(self, query: str) -> dict[int, int]:
        """The places of the texts a folded query meets, with AT_START or INSIDE; everything for an empty one."""
        if not query:
            return dict.fromkeys(range(len(self._texts)), AT_START)
        met: dict[int, int] = {}
        letters = _Query(query)
        for place in self._places.get(query[0], ()):
            number, at = divmod(place, _FARTHEST)
            if number not in met and (len(query) == 1 or letters.meets_at(self._texts[number], at)):
                met[number] = INSIDE if at else AT_START
        return met


class Names:
    """People or things, each with a number and a name, found by either; made ready at the first search."""

    def __init__(self, named: Iterable[tuple[str, str]], readings: Callable[[], Readings]) -> None:
        self._pairs = tuple(named)
        self._readings = readings

    def prepare(self) -> "Names":
        """Make everything ready now: 15 µs a name, for the background."""
        self.find("x")
        return self

    def find(self, query: str) -> list[int]:
        """The places of those a query meets, the best first, equal ones in their order."""
        met = self.ranked(query)
        return sorted(met, key=lambda place: (met[place], place))

    def ranked(self, query: str) -> dict[int, int]:
        """The places of those a query meets, with how well: 0 by the whole number, 1 by its beginning (01 also by 1), 2
        by the beginning of the name, 3 by what is within it.
        """
        letters = folded(query)
        if not letters:
            return dict.fromkeys(range(len(self._pairs)), 0)
        met = {place: 2 + where for place, where in self._names.find(letters).items()}
        for place, number in enumerate(self._numbers):
            if number.startswith(letters) or number.lstrip("0").startswith(letters):
                met[place] = int(letters not in {number, number.lstrip("0")})
        return met

    @cached_property
    def _numbers(self) -> tuple[str, ...]:
        return tuple(folded(number) for number, _ in self._pairs)

    @cached_property
    def _names(self) -> Index:
        table = self._readings()
        return Index(spelled(name, table) for _, name in self._pairs)


def initials(text: str, readings: Readings) -> str:
    """The first letters of a text's common readings: 吉克秀英 is jkxy; characters without one stand as they are."""
    return "".join(readings.get(character, (character,))[0][0] for character in folded(text))


def order_key(text: str, readings: Readings) -> tuple[tuple[str, str], ...]:
    """What names are sorted by: each character's common reading, then the character."""
    return tuple((readings.get(character, (character,))[0], character) for character in text.casefold())


class _Query:
    """A folded query under way: what each character may take of it is reckoned once."""

    def __init__(self, letters: str) -> None:
        self._letters = letters
        self._steps: dict[tuple[int, str], tuple[int, ...]] = {}

    def meets_at(self, found: Spelled, at: int, begun: int = 0) -> bool:
        """Whether the letters from ``begun`` on are taken by the characters of a text from a place on."""
        if begun == len(self._letters):
            return True
        if at == len(found.text):
            return False
        key = (begun, found.text[at])
        steps = self._steps.get(key)
        if steps is None:
            steps = self._steps[key] = self._steps_of(found, at, begun)
        return any(self.meets_at(found, at + 1, begun + step) for step in steps)

    def _steps_of(self, found: Spelled, at: int, begun: int) -> tuple[int, ...]:
        """How many letters a character may take: all that are left where a reading begins with them."""
        left = self._letters[begun:]
        steps = {1} if left[0] == found.text[at] else set()
        for sound in found.sounds[at]:
            if sound.startswith(left):
                return (len(left),)
            if left.startswith(sound):
                steps.add(len(sound))
            if sound.startswith(_TWO) and left.startswith(sound[:2]):
                steps.add(2)
            if left[0] == sound[0]:
                steps.add(1)
        return tuple(steps)
