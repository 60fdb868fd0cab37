"""What a line of a message says of one worker, after the name: marks and pieces, in the words people use."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.attendance import MarkError, parse_mark
from app.domain.bounds import MOST_PIECES_MILLI, most_pieces
from app.domain.money import scaled

_HOURS = r"(\d{1,2}(?:\.\d+)?)"
_MARKS: tuple[tuple[str, str], ...] = (
    (rf"加班\s*{_HOURS}\s*(?:个?小时|h)?", "+{}"),
    (rf"加\s*{_HOURS}", "加{}"),
    (rf"\+\s*{_HOURS}\s*(?:个?小时|h)?", "+{}"),
    (rf"(?:上班|出勤)?\s*({_HOURS}\+{_HOURS})\s*(?:个?小时|h)?", "{}"),
    (rf"(?:上班|出勤)?\s*{_HOURS}\s*(?:个?小时|h(?![a-z]))", "{}"),
    ("请?半天假|请假半天|上?半天班?|半日|半", "半"),
    ("带薪假?|年假|婚假|陪?产假|丧假", "带薪"),
    ("工伤", "伤"),
    ("调休|补休|调", "调"),
    ("请?病假|生病|病", "病"),
    ("请?事假|请假|假", "假"),
    ("旷工|缺勤|旷", "旷"),
    ("轮?休息?|放假", "休"),
    ("出勤|全天|全勤|上班|到岗|到|[√✓✔]", "√"),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), mark) for pattern, mark in _MARKS)
_SKIPPED = re.compile(r"(?:[\s,;:。、.!~()]|今天|今日|做了?|完成|一共|共|交了?|件数|了)+")
_FIGURE = re.compile(
    r"\s*[:=x×*]?\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?:件|个|条|双|只|片|幅|套|张|块|米|对|朵|把|顶|枚)?"
)
_LEADING = re.compile(r"(\d+(?:\.\d+)?)\s*(?:件|个|条|双|只|片|幅|套|张|块|米|对|朵|把|顶|枚)?\s*")
_TOKEN = re.compile(r"[^\s,;。、]+(?:\s*[:=x×*-]?\s*\d[\d.]*)?")


@dataclass(frozen=True, slots=True)
class Thing:
    """What pieces are counted by, in words; ``grade`` "" where there is none."""

    product: str
    process: str
    grade: str

    def words(self) -> str:
        """Process and grade as people write them."""
        return f"{self.process}{self.grade}"


@dataclass(frozen=True, slots=True)
class Fault:
    """What was not understood: a message's code and what it says."""

    kind: str
    params: Mapping[str, object]


class RestReader:
    """Reads what is said of a worker, by the items a workshop has."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self._things = things
        self._ways: dict[str, list[int]] = {}
        for at, thing in enumerate(things):
            for parts in ((thing.process,), (thing.process, thing.grade), (thing.product, thing.process),
                          (thing.product, thing.process, thing.grade)):  # fmt: skip
                way = r"\s*[·/-]?\s*".join(re.escape(part) for part in parts if part)
                places = self._ways.setdefault(way, [])
                places += [] if at in places else [at]
        self._patterns = [
            (re.compile(way, re.IGNORECASE), places)
            for way, places in sorted(self._ways.items(), key=lambda pair: len(pair[0]), reverse=True)
        ]

    def is_thing(self, text: str) -> bool:
        """Whether a heading names an item."""
        return any(pattern.fullmatch(text) for pattern, _ in self._patterns)

    def begins(self, text: str) -> bool:
        """Whether a text goes on with what may be said of a worker."""
        known = _SKIPPED.match(text) is not None or any(way.match(text) for way, _ in _COMPILED)
        return known or self._thing_at(text) is not None

    def read(self, said: str, own: Sequence[int]) -> tuple[str, tuple[tuple[int, int], ...], tuple[Fault, ...]]:
        """Mark, pieces (place, 1/1000) and what was not understood; ``own`` tells alike items apart."""
        state = _Said(said, self._begins_with_number(said))
        while (skipped := _SKIPPED.match(state.left)) or state.left:
            state.left = state.left[skipped.end() if skipped else 0 :]
            if state.left:
                self._step(state, own)
        if not (state.mark or state.pieces or state.faults):
            state.faults.append(Fault("message_nothing", {}))
        return state.mark, tuple(state.pieces.items()), tuple(state.faults)

    def _begins_with_number(self, said: str) -> bool:
        found = _LEADING.match(said)
        return found is not None and self._thing_at(said[found.end() :]) is not None

    def _step(self, state: "_Said", own: Sequence[int]) -> None:
        """Take one thing said."""
        leading = _LEADING.match(state.left) if state.number_first else None
        thing = self._thing_at(state.left[leading.end() :] if leading else state.left)
        if leading and thing:
            state.left = state.left[leading.end() + thing[1] :]
            self._count(state, thing[0], leading[1], own)
        elif thing:
            self._thing_then_number(state, thing, own)
        elif not state.take_mark():
            self._number_alone(state, own)

    def _thing_then_number(self, state: "_Said", thing: tuple[list[int], int], own: Sequence[int]) -> None:
        places, length = thing
        words, left = state.left[:length], state.left[length:]
        figure = _FIGURE.match(left)
        if figure is not None:
            state.left = left[figure.end() :]
            self._count(state, places, figure[1], own)
        elif not left or (_SKIPPED.match(left) and not left.lstrip().startswith("-")):
            state.left = left
            state.fault("message_number_missing", item=words)
        else:
            state.unknown()

    def _number_alone(self, state: "_Said", own: Sequence[int]) -> None:
        figure = _FIGURE.match(state.left)
        if figure is None:
            state.unknown()
            return
        state.left = state.left[figure.end() :]
        if len(own) == 1:
            self._count(state, list(own), figure[1], own)
        else:
            state.fault("message_item_missing", number=figure[1])

    def _count(self, state: "_Said", places: list[int], number: str, own: Sequence[int]) -> None:
        likely = [at for at in places if at in own] if len(places) > 1 else places
        plain = [at for at in places if not self._things[at].grade]
        chosen = next((some for some in (likely, plain, places) if len(some) == 1), None)
        if chosen is None:
            choices = ", ".join(f"{self._things[at].product} {self._things[at].words()}" for at in places)
            state.fault("message_item_several", item=self._things[places[0]].process, choices=choices)
        else:
            state.count(chosen[0], number, self._things[chosen[0]].words())

    def _thing_at(self, text: str) -> tuple[list[int], int] | None:
        """The items named at the beginning of a text, and the length of their name; the longest name is meant."""
        found = [(match.end(), places) for pattern, places in self._patterns if (match := pattern.match(text))]
        if not found:
            return None
        length, places = max(found, key=lambda pair: pair[0])
        return places, length


class _Said:
    """What was taken of a line so far, and what is left of it."""

    def __init__(self, said: str, number_first: bool) -> None:
        self.left, self.number_first = said, number_first
        self.mark = ""
        self.pieces: dict[int, int] = {}
        self.faults: list[Fault] = []

    def fault(self, kind: str, **params: object) -> None:
        """Name what was not understood."""
        self.faults.append(Fault(kind, params))

    def unknown(self) -> None:
        """Name what nobody knows, with its number."""
        token = _TOKEN.match(self.left)
        words = token[0] if token else self.left
        self.left = self.left[len(words) :]
        self.fault("message_item_unknown", item=words)

    def take_mark(self) -> bool:
        """A mark at the beginning of what is left."""
        found = next(((match, mark) for way, mark in _COMPILED if (match := way.match(self.left))), None)
        if found is None:
            return False
        match, mark = found
        self.left = self.left[match.end() :]
        text = mark.format(match[1]) if match.groups() else mark
        together = self._together(text)
        if together is None:
            self.fault("message_two_marks", first=self.mark, second=text)
            self.mark = ""
        else:
            self.mark = together
            self._check(text if text.startswith("+") and together == text else together)
        return True

    def count(self, place: int, number: str, words: str) -> None:
        """A quantity of an item."""
        try:
            milli = scaled(number, 3)
        except ValueError:
            self.fault("message_number_unread", number=number)
            return
        if milli > MOST_PIECES_MILLI:
            self.fault("pieces_too_many", most=most_pieces())
        elif place in self.pieces:
            self.fault("message_item_twice", item=words)
        else:
            self.pieces[place] = milli

    def _together(self, text: str) -> str | None:
        """The mark with hours on top of it; None where two marks contradict each other."""
        if not self.mark or self.mark == text:
            return text
        if text.startswith("+") and self.mark == "√":
            return f"8{text}"
        if text.startswith("+") and self.mark[0].isdigit() and "+" not in self.mark:
            return f"{self.mark}{text}"
        return None

    def _check(self, mark: str) -> None:
        try:
            parse_mark(f"8{mark}" if mark.startswith("+") else mark)
        except MarkError as error:
            self.mark = ""
            self.fault(f"book_{error.code}", value=mark)
