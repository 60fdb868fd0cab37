"""Each check of a training session on both sides of its bound."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.training_check import FIRST_DAY, MOST_MINUTES, Trainee, TrainingForm, check

TODAY = date(2026, 11, 25)
GOOD = TrainingForm(day=TODAY, topic="针法", minutes=60, present={1: None})
TRAINEES = {1: Trainee("阿依莫", date(2025, 3, 1), date(2026, 11, 25))}


def kinds(form):
    return [note.kind for note in check(form, TRAINEES, TODAY)]


def test_a_good_session_has_no_note():
    assert kinds(GOOD) == []
    assert kinds(replace(GOOD, day=FIRST_DAY, present={}, minutes=MOST_MINUTES)) == []


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"day": None}, "training_day_empty"),
        ({"day": date(1999, 12, 31), "present": {}}, "training_day_early"),
        ({"day": date(2026, 11, 26), "present": {}}, "training_day_coming"),
        ({"topic": " "}, "training_topic_empty"),
        ({"topic": "针\u200b法"}, "text_unfit_character"),
        ({"lecturer": "\x00"}, "text_unfit_character"),
        ({"minutes": None}, "training_hours_empty"),
        ({"minutes": 0}, "training_hours_empty"),
        ({"minutes": -60}, "training_hours_empty"),
        ({"minutes": MOST_MINUTES + 1}, "training_hours_absurd"),
    ],
)
def test_what_blocks(change, kind):
    notes = list(check(replace(GOOD, **change), TRAINEES, TODAY))
    assert [note.kind for note in notes] == [kind]
    assert notes[0].blocks


def test_who_was_not_employed_that_day_is_named_and_still_noted():
    (note,) = check(replace(GOOD, day=date(2025, 2, 28)), TRAINEES, TODAY)
    assert (note.kind, note.blocks) == ("training_not_employed", False)
    assert "阿依莫" in note.text()
    assert "阿依莫" in note.text("en")
