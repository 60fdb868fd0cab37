"""What is checked when a person types a training session in: notes at the fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.messages.text import listing
from app.domain.worker_check import FieldNote, character_notes

MOST_MINUTES = 1_000 * 60
"""The longest believable session: 1,000 hours; no rule of law, it catches a lost decimal point."""
FIRST_DAY = date(2000, 1, 1)
MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class TrainingForm:
    """A session as typed in, its length in minutes; ``present`` says who took part.

    A value of ``present`` is the minutes a worker was there, None where it was the whole session.
    """

    day: date | None = None
    topic: str = ""
    origin: str = ""
    lecturer: str = ""
    minutes: int | None = None
    present: Mapping[int, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trainee:
    """A worker as a session asks for him: by name, and the days of his employment."""

    name: str
    hired: date
    left: date | None


def check(form: TrainingForm, trainees: Mapping[int, Trainee], today: date) -> Iterator[FieldNote]:
    """All notes on a session; ``trainees`` are the workshop's workers by id."""
    for column in ("topic", "origin", "lecturer"):
        yield from character_notes(getattr(form, column), column)
    yield from _day_notes(form.day, today)
    if not form.topic.strip():
        yield FieldNote("training_topic_empty", "topic", True)
    yield from _length_notes(form)
    away = [trainees[worker].name for worker in form.present if not _employed(trainees[worker], form.day)]
    if away:
        names = listing(away[:MOST_NAMES], "…" if len(away) > MOST_NAMES else "")
        yield FieldNote("training_not_employed", "day", False, {"names": names, "day": form.day})


def _day_notes(day: date | None, today: date) -> Iterator[FieldNote]:
    if day is None:
        yield FieldNote("training_day_empty", "day", True)
    elif day < FIRST_DAY:
        yield FieldNote("training_day_early", "day", True, {"day": day})
    elif day > today:
        yield FieldNote("training_day_coming", "day", True, {"day": day})


def _length_notes(form: TrainingForm) -> Iterator[FieldNote]:
    if not form.minutes or form.minutes < 0:
        yield FieldNote("training_hours_empty", "minutes", True)
    elif form.minutes > MOST_MINUTES:
        yield FieldNote("training_hours_absurd", "minutes", True, {"most": MOST_MINUTES // 60})


def _employed(trainee: Trainee, day: date | None) -> bool:
    return day is None or (trainee.hired <= day and (trainee.left is None or day <= trainee.left))
