"""The manual's chapters as they are shipped: one Markdown file each, the same names in both languages.

To add a chapter: a file of its name in each language, and the name in ``CHAPTERS`` at its place. The chapter of a page
bears the page's key, so that F1 finds it.
"""

from dataclasses import dataclass
from functools import cache

from app.resources import resource_folder

CHAPTERS = (
    "first-steps",
    "today",
    "attendance",
    "production",
    "products",
    "sales",
    "people",
    "training",
    "payroll",
    "papers",
    "programme",
    "book",
    "sync",
    "rules",
    "settings",
    "month-end",
    "when-something-goes-wrong",
)


@dataclass(frozen=True)
class Chapter:
    """A chapter: its key, its title (the first line), its whole text in Markdown."""

    key: str
    title: str
    text: str


@cache
def read_manual(lang: str) -> tuple[Chapter, ...]:
    """All chapters of a language in their order; raises OSError where one is not shipped."""
    return tuple(_read(lang, key) for key in CHAPTERS)


def find_chapters(chapters: tuple[Chapter, ...], text: str) -> tuple[Chapter, ...]:
    """The chapters that hold every word of ``text``, whatever its case; all where nothing is looked for."""
    words = text.casefold().split()
    return tuple(chapter for chapter in chapters if all(word in chapter.text.casefold() for word in words))


def _read(lang: str, key: str) -> Chapter:
    text = (resource_folder("manual") / lang / f"{key}.md").read_text(encoding="utf-8")
    return Chapter(key, text.splitlines()[0].removeprefix("#").strip(), text)
