"""What is checked when a person notes a paper of a worker: contract, consent, certificate."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.vocabulary import DocumentKind
from app.domain.worker_check import FieldNote, character_notes

FIRST_DAY = date(1950, 1, 1)
LAST_DAY = date(2100, 12, 31)
_CONTRACTS = frozenset({DocumentKind.CONTRACT, DocumentKind.HOME_CONTRACT})


@dataclass(frozen=True, slots=True)
class DocumentForm:
    """A paper as typed in; ``valid_to`` None where it holds without end."""

    kind: DocumentKind | None = None
    number: str = ""
    signed_on: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""


def check(form: DocumentForm, today: date) -> Iterator[FieldNote]:
    """All notes on a paper; a contract must say from when it holds (Labour Contract Law 17)."""
    for column in ("number", "note"):
        yield from character_notes(getattr(form, column), column)
    if form.kind is None:
        yield FieldNote("document_kind_empty", "kind", True)
    for column in ("signed_on", "valid_from", "valid_to"):
        day = getattr(form, column)
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            yield FieldNote("document_day_wrong", column, True, {"first": FIRST_DAY.year, "last": LAST_DAY.year})
    if form.signed_on is not None and form.signed_on > today:
        yield FieldNote("document_signed_coming", "signed_on", True, {"day": form.signed_on})
    if form.kind in _CONTRACTS and form.valid_from is None:
        yield FieldNote("document_from_empty", "valid_from", True)
    if form.valid_from is not None and form.valid_to is not None and form.valid_to < form.valid_from:
        yield FieldNote("document_ends_before", "valid_to", True, {"day": form.valid_from})
    elif form.valid_to is not None and form.valid_to < today:
        yield FieldNote("document_over", "valid_to", False, {"day": form.valid_to})
