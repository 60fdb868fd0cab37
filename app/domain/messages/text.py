"""One message in both languages."""

from typing import NamedTuple


class Text(NamedTuple):
    """A message with ``str.format`` placeholders, the same in both languages."""

    zh: str
    en: str
