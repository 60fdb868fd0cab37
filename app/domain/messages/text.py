"""One message in both languages, and what may stand in it."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol, Self, runtime_checkable


class Text(NamedTuple):
    """A message with ``str.format`` placeholders, the same in both languages."""

    zh: str
    en: str


@runtime_checkable
class Saying(Protocol):
    """What fills a placeholder with words of its own, such as a finding: in the language of the message around it."""

    def text(self, lang: str) -> str:
        """The words in ``lang`` (``zh_CN`` or ``en``)."""


class Counted(int):
    """A number in a message, which chooses the word beside it: ``{count} {count:row|rows}`` is 1 row and 2 rows."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        one, divided, many = spec.partition("|")
        return (one if self == 1 else many) if divided else super().__format__(spec)


class Twofold(str):
    """Chinese text that is stored and compared as it is, with the English a message around it shows instead."""

    __slots__ = ("en",)
    en: str

    def __new__(cls, zh: str, en: str | None = None) -> Self:
        made = super().__new__(cls, zh)
        made.en = zh if en is None else en
        return made

    def text(self, lang: str) -> str:
        """The words in ``lang``."""
        return self.en if lang == "en" else str(self)


def listing(parts: Iterable[str], end: str = "", between: tuple[str, str] = ("、", ", ")) -> Twofold:
    """Names, numbers or days one after the other, with the comma of the language; ``end`` where some are left out."""
    shown = tuple(parts)
    english = between[1].join(part.en if isinstance(part, Twofold) else part for part in shown)
    return Twofold(between[0].join(shown) + end, english + end)
