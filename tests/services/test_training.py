"""Training sessions: sums against a count by hand, edits that keep who was there, withdrawals that keep history."""

from datetime import date, datetime

import pytest
from sqlalchemy import select

from app.domain.pay_check import FieldRefusal
from app.domain.refusal import Refusal
from app.domain.training_check import TrainingForm
from app.domain.vocabulary import Basis, Relation
from app.domain.worker_check import WorkerForm
from app.models.local import Journal
from app.models.training import TrainingAttendance
from app.services import training
from app.services.context import Context
from app.services.heritage import heritage
from app.services.people_edit import add_worker

NOW = datetime(2026, 11, 25, 18, 30)  # noqa: DTZ001  local wall time


@pytest.fixture
def context(database):
    return Context(database, "阿依", now=lambda: NOW)


@pytest.fixture
def people(context, workshop_id):
    """Three workers; 03 learns from 01, an inheritor, and left."""
    made = []
    for no, level, mentor, left in (
        ("01", "省级", "", None),
        ("02", "", "", None),
        ("03", "", "01", date(2026, 6, 30)),
    ):
        form = WorkerForm(
            no, f"工{no}", Relation.FULL_TIME, Basis.PIECE, None, date(2025, 3, 1), left,
            inheritor_level=level, mentor_no=mentor,
        )  # fmt: skip
        made.append(add_worker(context, workshop_id, form).row.worker_id)
    return made


def form(day, minutes, *present):
    return TrainingForm(date.fromisoformat(day), "针法", "工坊", "阿依莫", minutes, dict(present))


def test_persons_are_counted_once_and_attendances_each_time(context, workshop_id, people):
    one, two, _ = people
    training.save_session(context, workshop_id, form("2026-03-01", 120, (one, None), (two, 60)))
    training.save_session(context, workshop_id, form("2026-04-01", 90, (one, None)))
    training.save_session(context, workshop_id, form("2025-04-01", 90, (one, None)))
    year = training.list_sessions(context, workshop_id, 2026)
    assert [(row.day.isoformat(), row.persons, row.person_minutes) for row in year.rows] == [
        ("2026-04-01", 1, 90),
        ("2026-03-01", 2, 180),
    ]
    assert (year.persons, year.attendances) == (2, 3)
    assert "研培计划" in year.origins


def test_an_edit_writes_exactly_who_is_named_and_keeps_their_minutes(context, workshop_id, people):
    one, two, three = people
    training.save_session(context, workshop_id, form("2026-03-01", 120, (one, None), (two, 60)))
    (row,) = training.list_sessions(context, workshop_id, 2026).rows
    shown = training.session_view(context, workshop_id, row.training_id)
    assert shown.form.present == {one: None, two: 60}
    training.save_session(context, workshop_id, form("2026-03-02", 120, (two, 60), (three, None)), row.training_id)
    again = training.session_view(context, workshop_id, row.training_id)
    assert again.form.present == {two: 60, three: None}
    training.save_session(context, workshop_id, form("2026-03-02", 120, (one, None)), row.training_id)
    assert training.session_view(context, workshop_id, row.training_id).form.present == {one: None}


def test_a_withdrawn_session_counts_no_more_and_stays_in_the_journal(context, workshop_id, people):
    training.save_session(context, workshop_id, form("2026-03-01", 120, (people[0], None)))
    (row,) = training.list_sessions(context, workshop_id, 2026).rows
    training.withdraw_session(context, workshop_id, row.training_id)
    assert training.list_sessions(context, workshop_id, 2026).rows == ()
    with context.database.read() as session:
        assert session.scalars(select(TrainingAttendance.deleted)).all() == [1]
        assert {"i", "d"} <= set(session.scalars(select(Journal.op).where(Journal.tbl == "training")))
    for act in (
        lambda: training.session_view(context, workshop_id, row.training_id),
        lambda: training.save_session(context, workshop_id, form("2026-03-01", 60), row.training_id),
    ):
        with pytest.raises(Refusal) as refused:
            act()
        assert refused.value.code == "training_missing"


def test_a_refused_session_writes_nothing(context, workshop_id, people):
    with pytest.raises(FieldRefusal) as refused:
        training.save_session(context, workshop_id, form("2026-12-01", 60, (people[0], None)))
    assert refused.value.params["column"] == "day"
    with pytest.raises(Refusal) as missing:
        training.save_session(context, workshop_id, form("2026-03-01", 60, (4711, None)))
    assert missing.value.code == "worker_missing"
    assert training.list_sessions(context, workshop_id, 2026).rows == ()


def test_the_tree_says_who_was_trained_and_who_works_here(context, workshop_id, people):
    one, _, three = people
    training.save_session(context, workshop_id, form("2026-03-01", 120, (three, 60), (one, None)))
    found = heritage(context, workshop_id)
    assert [(row.worker_id, row.place.depth, row.employed, row.sessions, row.minutes) for row in found.rows] == [
        (one, 0, True, 1, 120),
        (three, 1, False, 1, 60),
    ]
    assert (found.from_month, found.to_month) == ("2025-11", "2026-10")
