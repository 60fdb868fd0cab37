"""Reading a rule pack's fields one by one: each refusal names the field, what is wrong with it and what is wanted."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from app.domain.messages.rules import FAULTS, FIELDS, ROW
from app.domain.money import parse_yuan, scaled
from app.domain.percent import parse_percent
from app.domain.refusal import Refusal

WHOLE_BP = 10_000
MOST_TEXT = 200
_MOST_FEN = 10**15
_MOST_BP = 100 * WHOLE_BP


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a pack something stands: field names and places of lists (from 0), outermost first."""

    path: tuple[str | int, ...] = ()

    def text(self, lang: str) -> str:
        """In words, with the path as the file spells it: 数据 → 税率表 → 第 2 行 → 上限 (figures.bands[1].upto)."""
        english = lang == "en"
        words = [_word(step, english) for step in self.path]
        spelled = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path).lstrip(".")
        if not words:
            return "the file" if english else "文件"
        return f"{' → '.join(words)} ({spelled})"


def _word(step: str | int, english: bool) -> str:
    if isinstance(step, int):
        return (ROW.en if english else ROW.zh).format(row=step + 1)
    found = FIELDS.get(step)
    return step if found is None else found.en if english else found.zh


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field: a code of ``messages.rules.FAULTS``, what was found there, cut short, and the bound
    it is beyond.
    """

    code: str
    found: str = ""
    most: str = ""

    def text(self, lang: str) -> str:
        """In words."""
        text = FAULTS[self.code]
        return (text.en if lang == "en" else text.zh).format(found=self.found, most=self.most)


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a pack's JSON and where it stands; each reader below refuses ``pack_unreadable``, naming the place."""

    value: object
    path: tuple[str | int, ...] = ()

    def wrong(self, code: str, most: str = "") -> Refusal:
        """The refusal that this field deserves."""
        found = json.dumps(self.value, ensure_ascii=False) if self.value is not None else ""
        shown = found if len(found) <= 40 else f"{found[:39]}…"
        return Refusal("pack_unreadable", where=Place(self.path), fault=Fault(code, shown, most))

    def below(self, step: str | int, value: object) -> "Field":
        """A field inside this one."""
        return Field(value, (*self.path, step))

    def parts(self, *names: str, optional: tuple[str, ...] = ()) -> dict[str, "Field"]:
        """The fields of an object that has all of ``names``, perhaps some ``optional`` ones, and no others."""
        if not isinstance(self.value, dict):
            raise self.wrong("object")
        for name in names:
            if name not in self.value:
                raise self.below(name, None).wrong("missing")
        for name in self.value:
            if name not in names and name not in optional:
                raise self.below(name, None).wrong("unknown")
        return {name: self.below(name, value) for name, value in self.value.items()}

    def entries(self) -> Iterator[tuple[str, "Field"]]:
        """The fields of an object whose names are free; at least one."""
        if not isinstance(self.value, dict) or not self.value:
            raise self.wrong("object")
        for name, value in self.value.items():
            yield name, self.below(name, value)

    def rows(self, least: int = 1) -> list["Field"]:
        """The fields of a list of at least so many."""
        if not isinstance(self.value, list) or len(self.value) < least:
            raise self.wrong("list")
        return [self.below(place, value) for place, value in enumerate(self.value)]

    def text(self) -> str:
        """Text that says something, on one line."""
        if not isinstance(self.value, str) or not self.value.strip() or len(self.value) > MOST_TEXT:
            raise self.wrong("text")
        if not self.value.isprintable():
            raise self.wrong("text")
        return self.value

    def number(self, least: int, most: int) -> int:
        """A whole number within bounds."""
        if type(self.value) is not int or not least <= self.value <= most:
            raise self.wrong("number")
        return self.value

    def day(self, before: str = "", after: str = "") -> date:
        """A date 2026-10-01; ``before`` and ``after`` complete one whose year or day the field leaves out."""
        whole = f"{before}{self.text()}{after}"
        try:
            day = date.fromisoformat(whole)
        except ValueError:
            raise self.wrong("date") from None
        if day.isoformat() != whole:
            raise self.wrong("date")
        return day

    def yuan(self) -> int:
        """An amount in yuan as text, in fen; not negative."""
        try:
            fen = parse_yuan(self.text())
        except ValueError:
            raise self.wrong("yuan") from None
        if not 0 <= fen <= _MOST_FEN:
            raise self.wrong("negative" if fen < 0 else "yuan")
        return fen

    def percent(self, most_bp: int = WHOLE_BP) -> int:
        """A percentage as text ("13.5%"), in basis points; not negative, at most ``most_bp``."""
        try:
            rate = parse_percent(self.text())
        except ValueError:
            raise self.wrong("percent") from None
        if not 0 <= rate <= most_bp:
            raise self.wrong("negative" if rate < 0 else "percent_high")
        return rate

    def factor(self) -> int:
        """A factor as text ("150%"), in basis points; at least the whole."""
        rate = self.percent(_MOST_BP)
        if rate < WHOLE_BP:
            raise self.wrong("factor")
        return rate

    def centi(self) -> int:
        """A divisor as text ("21.75"), in hundredths; above 0."""
        try:
            value = scaled(self.text(), 2)
        except ValueError:
            raise self.wrong("divisor") from None
        if not 0 < value <= _MOST_FEN:
            raise self.wrong("divisor")
        return value

    def minutes(self) -> int:
        """Hours, a whole number or decimal text, in minutes; above 0."""
        try:
            hours = scaled(str(self.value), 2) if type(self.value) in (int, str) else 0
        except ValueError:
            hours = 0
        if not 0 < hours <= 100 * 24 * 31 or hours * 60 % 100:
            raise self.wrong("hours")
        return hours * 60 // 100


def read_json(text: str) -> Field:
    """The whole pack as a field; refuses what is no JSON, a fraction that is not text, or a field given twice."""
    whole = Field(None)

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found: dict[str, object] = {}
        for name, value in pairs:
            if name in found:
                raise Field(None, (name,)).wrong("twice")
            found[name] = value
        return found

    def no_fraction(spelled: str) -> NoReturn:
        raise Field(spelled).wrong("fraction")

    try:
        return Field(json.loads(text, object_pairs_hook=once, parse_float=no_fraction, parse_constant=no_fraction))
    except (ValueError, RecursionError):
        raise whole.wrong("json") from None
