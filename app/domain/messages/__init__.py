"""Everything the program says outside Qt, in Chinese and English, kept as one table a subject.

A subject module holds ``TEXTS``; its keys are the codes of refusals and problems. To add a message: put it into its
subject's table in both languages with the same placeholders (a test compares them). A noun beside a number is written
``{count} {count:row|rows}``, which a test asks for too.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.messages import (
    bank,
    cli,
    cli_help,
    day,
    day_message,
    documents,
    explain,
    goods,
    paper,
    papers,
    pay,
    payroll,
    payroll_cli,
    payroll_life,
    people,
    production,
    programme,
    rules,
    sales,
    server,
    storage,
    sync,
    training,
    views,
    workbook,
)
from app.domain.messages.terms import term_of
from app.domain.messages.text import Counted, Saying, Text
from app.domain.plain_text import visible

CATALOGUE: dict[str, Text] = {
    **bank.TEXTS,
    **cli.TEXTS,
    **cli_help.TEXTS,
    **day.TEXTS,
    **day_message.TEXTS,
    **documents.TEXTS,
    **explain.TEXTS,
    **goods.TEXTS,
    **paper.TEXTS,
    **papers.TEXTS,
    **pay.TEXTS,
    **payroll.TEXTS,
    **payroll_cli.TEXTS,
    **payroll_life.TEXTS,
    **people.TEXTS,
    **production.TEXTS,
    **programme.TEXTS,
    **rules.TEXTS,
    **sales.TEXTS,
    **server.TEXTS,
    **storage.TEXTS,
    **sync.TEXTS,
    **training.TEXTS,
    **views.TEXTS,
    **workbook.TEXTS,
}


def render(code: str, params: dict[str, object], lang: str = "zh_CN") -> str:
    """The message of ``code`` in ``lang`` (``zh_CN`` or ``en``); raises KeyError for an unknown code.

    A character nobody sees, in a value that is quoted, shows as ‹U+200B›. A number chooses the word beside it
    (``Counted``); a term of the closed vocabularies shows in ``lang`` (``terms``).
    """
    text = CATALOGUE[code]
    filled = {name: _shown(value, lang) for name, value in params.items()}
    return (text.en if lang == "en" else text.zh).format(**filled)


def _shown(value: object, lang: str) -> object:
    if isinstance(value, Saying):
        return value.text(lang)
    if isinstance(value, StrEnum):
        return term_of(value).text(lang)
    if type(value) is int:
        return Counted(value)
    return visible(value) if type(value) is str else value


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the catalogue that fills a placeholder of another message, in that message's language."""

    code: str

    def text(self, lang: str) -> str:
        """The word in ``lang``."""
        return render(self.code, {}, lang)
