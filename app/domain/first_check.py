"""What is checked before the first records are made: notes at the fields of the first start."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.passwords import require_password
from app.domain.refusal import Refusal
from app.domain.worker_check import FieldNote, character_notes
from app.domain.workshop_check import WorkshopForm, place_notes

MOST_CHARACTERS = 60
MOST_PASSWORD = 200


@dataclass(frozen=True, slots=True)
class FirstForm:
    """What is typed at the first start; who ``joins`` brings a slip in place of name and region."""

    joins: bool
    name: str
    region: str
    user: str


def check_first(form: FirstForm) -> Iterator[FieldNote]:
    """Notes on the workshop and on who works here; the slip is read by whoever knows its form."""
    if not form.joins:
        yield from _long(form.name, "name")
        if not form.region.strip():
            yield FieldNote("first_region_empty", "region", True)
        notes = place_notes(WorkshopForm(name=form.name, region=form.region))
        yield from (note for note in notes if note.column == "name" or form.region.strip())
    yield from _long(form.user, "user")
    yield from character_notes(form.user, "user")
    if not form.user.strip():
        yield FieldNote("first_user_empty", "user", True)


def check_password(password: str, again: str) -> Iterator[FieldNote]:
    """Notes on a new password typed twice."""
    if len(password) > MOST_PASSWORD:
        yield FieldNote("first_text_long", "password", True, {"most": MOST_PASSWORD})
    try:
        require_password(password)
    except Refusal as refusal:
        yield FieldNote(refusal.code, "password", True, refusal.params)
        return
    if password != again:
        yield FieldNote("first_password_differs", "again", True)


def _long(text: str, column: str) -> Iterator[FieldNote]:
    if len(text) > MOST_CHARACTERS:
        yield FieldNote("first_text_long", column, True, {"most": MOST_CHARACTERS})
