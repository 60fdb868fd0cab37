"""One message in both languages, and what may stand in it."""

from typing import NamedTuple, Protocol, runtime_checkable


class Text(NamedTuple):
    """A message with ``str.format`` placeholders, the same in both languages."""

    zh: str
    en: str


@runtime_checkable
class Saying(Protocol):
    """What fills a placeholder with words of its own, such as a finding: in the language of the message around it."""

    def text(self, lang: str) -> str:
        """The words in ``lang`` (``zh_CN`` or ``en``)."""
