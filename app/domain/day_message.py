"""A chat message or a copied table read as notes of a day: who was away, who made how many pieces of what.

Lines such as ``阿依莫 刺绣A 12,锁边 6``, ``1. 吉克秀英请假``, ``03 沙马芝：8+2``, or a name on a line of its own with
figures below it. What is not understood is named, never guessed: an unknown name or item, a name two people have.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.domain.attendance import MarkError, parse_mark
from app.domain.message_rest import Fault, RestReader, Thing
from app.domain.money import scaled
from app.domain.rectangle import read_rectangle

MOST_LINES = 500
_QUOTED = 40
_BULLET = re.compile(r"\s*(?:[-•*·●]\s*|\d{1,3}\s*[.、)]\s*(?=\D))?")
_DATE = re.compile(r"(?:(\d{4})\s*[-/年.]\s*)?(\d{1,2})\s*[-/月]\s*(\d{1,2})\s*[日号]?\s*")
_TIME = re.compile(r"(?:星期.|周.)?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*[:,]?\s*")
_NUMBER = re.compile(r"(?:编号\s*)?(\w+?)\s*号?(?=[\s:,、])\s*", re.ASCII)
_AND = re.compile(r"\s*[、,和及&]\s*")
_AFTER_NAME = re.compile(r"[\s:,、—-]*")
_TOKEN = re.compile(r"[^\s\d:,、;。+]{1,20}")
_TITLES = frozenset({"编号", "姓名", "名字", "工人", "出勤", "考勤", "No.", "Name", "Attendance"})
_INDEX = re.compile(r"\d{1,3}\s+")
_TELLING = re.compile(r"[\d假病旷休√]")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a message may name; ``own`` are places among the things, of what was made last."""

    key: int
    no: str
    name: str
    own: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line read: for whom, the mark as people write it ("" none, +2 hours on top), pieces (place, 1/1000), faults.

    A line with several names (``甲、乙 请假``) comes once for each.
    """

    number: int
    text: str
    worker: int | None = None
    mark: str = ""
    pieces: tuple[tuple[int, int], ...] = ()
    faults: tuple[Fault, ...] = ()


def read_message(text: str, people: Sequence[Person], things: Sequence[Thing], day: date) -> tuple[Line, ...]:
    """What a pasted text notes of ``day``; empty lines and headings are left out, a fault names what lies beyond
    MOST_LINES.

    Refuses ``paste_too_large`` and ``paste_unreadable``.
    """
    reader = _Reader(people, things, day)
    lines = _lines(text, reader)
    for at, line in enumerate(lines[:MOST_LINES], 1):
        reader.take(at, line)
    if any(lines[MOST_LINES:]):
        left = Fault("message_long", {"most": MOST_LINES, "left": len(lines) - MOST_LINES})
        reader.lines.append(Line(MOST_LINES + 1, quoted(lines[MOST_LINES]), faults=(left,)))
    return tuple(reader.lines)


def plain_rectangle(text: str) -> tuple[tuple[str, ...], ...] | None:
    """A copied rectangle of nothing but numbers, marks and empty cells; None for any other text.

    Refuses as ``read_message`` does.
    """
    rows = tuple(tuple(plain(cell) for cell in row) for row in read_rectangle(text))
    return rows if rows and all(_is_value(cell) for row in rows for cell in row) else None


def _is_value(cell: str) -> bool:
    try:
        return not cell or scaled(cell, 3) >= 0
    except ValueError:
        pass
    try:
        return bool(parse_mark(cell))
    except MarkError:
        return False


def _lines(text: str, reader: "_Reader") -> list[str]:
    """The text's lines; rows of a copied table as sentences, under its headings where it has any."""
    if "\t" not in text:
        return [plain(line) for line in text.splitlines()]
    rows = [[plain(cell) for cell in row] for row in read_rectangle(text)]
    titles = [cell if cell in _TITLES or reader.rest.is_thing(cell) else "" for cell in rows[0]] if rows else []
    if not any(titles):
        return [" ".join(filter(None, row)) for row in rows]
    return [
        " ".join(_titled(title, cell) for title, cell in zip(titles, row, strict=True) if title and cell)
        for row in rows[1:]
    ]


def _titled(title: str, cell: str) -> str:
    """A cell under its heading as part of a sentence: names and marks speak for themselves."""
    return cell if title in _TITLES else f"{title} {cell}"


def plain(text: str) -> str:
    """A text as it is compared: full-width signs as ASCII, no invisible characters, blanks as one."""
    kept = "".join(char for char in unicodedata.normalize("NFKC", text) if unicodedata.category(char) != "Cf")
    return " ".join(kept.split())


def quoted(text: str) -> str:
    """A line as a fault names it, cut short."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


@dataclass
class _Reader:
    """Reads line after line; remembers who is speaking and whether another day is."""

    people: Sequence[Person]
    things: Sequence[Thing]
    day: date
    lines: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rest = RestReader(self.things)
        self._names: dict[str, list[Person]] = {}
        for person in self.people:
            self._names.setdefault(plain(person.name), []).append(person)
        self._longest_first = sorted(self._names, key=len, reverse=True)
        self._numbers: Mapping[str, Person] = {person.no: person for person in self.people}
        self._speaker: Person | None = None
        self._other = ""
        self._noted: set[tuple[int, str]] = set()

    def take(self, number: int, text: str) -> None:
        """Read one line."""
        said = text[_found(_BULLET, text) :]
        if not said or said.startswith("#"):
            self._speaker = None if not said else self._speaker
            return
        said, dated = self._undated(said)
        if not said and dated:
            return
        said = self._unnumbered(said)
        named, left = self.people_at(said) if self._speaker is None or self._name_at(said) else ([], said)
        left, _ = self._undated(left) if named else (left, False)
        shown = quoted(text)
        if self._other:
            self._fault(number, shown, Fault("message_other_day", {"date": self._other}))
        elif len(named) == 1 and len(named[0]) == 1 and not left:
            self._speaker = named[0][0]
        elif named:
            self._speaker = None
            for same in named:
                self._one(number, shown, same, left)
        elif self._speaker is not None:
            self._one(number, shown, [self._speaker], said)
        else:
            self._fault(number, shown, _unknown(said))

    def people_at(self, text: str) -> tuple[list[list[Person]], str]:
        """Who is named at the beginning (each with namesakes), and what is said of them."""
        named: list[list[Person]] = []
        left = text
        while found := self._person_at(left):
            named.append(found[0])
            left = found[1]
            joint = _AND.match(left)
            if joint is None or not self._person_at(left[joint.end() :]):
                break
            left = left[joint.end() :]
        return named, left[_found(_AFTER_NAME, left) :] if named else text

    def _unnumbered(self, text: str) -> str:
        """The text without a place in a list before the name; a worker's own number before it stays."""
        index = _found(_INDEX, text)
        name = self._name_at(text[index:]) if index else ""
        own = name and any(person.no == text[:index].strip() for person in self._names[name])
        return text[index:] if name and not own else text

    def _name_at(self, text: str) -> str:
        """The longest name a text begins with, ended by anything but another letter of a name."""
        names = (name for name in self._longest_first if text.startswith(name))
        return next((name for name in names if self._ends(text[len(name) :])), "")

    def _ends(self, left: str) -> bool:
        return not left[:1].isalpha() or self.rest.begins(left) or _AND.match(left) is not None

    def _person_at(self, text: str) -> tuple[list[Person], str] | None:
        if name := self._name_at(text):
            return self._names[name], text[len(name) :]
        numbered = _NUMBER.match(text)
        person = self._numbers.get(numbered[1]) if numbered else None
        if numbered is None or person is None:
            return None
        left, name = text[numbered.end() :], plain(person.name)
        return [person], left.removeprefix(name)

    def _undated(self, text: str) -> tuple[str, bool]:
        """The text without a date and time at its beginning, and whether there was one; another day is remembered."""
        found = _DATE.match(text)
        if found is None:
            return text, False
        year, month, day = (int(part) if part else self.day.year for part in found.groups())
        try:
            meant = date(year, month, day)
        except ValueError:
            return text, False
        self._other = "" if meant == self.day else meant.isoformat()
        left = text[found.end() :]
        return left[_found(_TIME, left) :], True

    def _one(self, number: int, quoted: str, same: list[Person], said: str) -> None:
        if len(same) > 1:
            numbers = ", ".join(person.no for person in same)
            self._fault(number, quoted, Fault("message_name_several", {"name": same[0].name, "numbers": numbers}))
            return
        person = same[0]
        mark, pieces, faults = self.rest.read(said, person.own)
        said_of = {(person.key, self.things[place].words()) for place, _ in pieces} | (
            {(person.key, "")} if mark else set()
        )
        if again := said_of & self._noted:
            what = "、".join(sorted(words or mark for _, words in again))
            mark, pieces, faults = "", (), (*faults, Fault("message_twice", {"name": person.name, "what": what}))
        else:
            self._noted |= said_of
        self.lines.append(Line(number, quoted, person.key, mark, pieces, faults))

    def _fault(self, number: int, quoted: str, fault: Fault) -> None:
        self.lines.append(Line(number, quoted, faults=(fault,)))


def _found(pattern: re.Pattern[str], text: str) -> int:
    """Where a pattern that fits at the beginning ends."""
    match = pattern.match(text)
    return match.end() if match else 0


def _unknown(said: str) -> Fault:
    token = _TOKEN.match(said)
    if token is None or not _TELLING.search(said):
        return Fault("message_unread", {})
    return Fault("message_name_unknown", {"name": token[0]})
