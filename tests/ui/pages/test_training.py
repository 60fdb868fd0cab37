"""Training and heritage by keyboard: a session noted, corrected, withdrawn; the tree."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services import training
from app.ui.desk import Desk
from app.ui.driver import type_text
from app.ui.pages.training import HERITAGE, TrainingPage
from app.ui.widgets.page import Jump
from tests.ui.leaving import GO_ON, answered, let_go
from tests.ui.pages.panel_keys import press


@pytest.fixture
def page(desk: Desk) -> Iterator[TrainingPage]:
    made = TrainingPage(desk)
    made.resize(1180, 700)
    made.show()
    desk.tasks.settle()
    yield made
    let_go(made)
    made.close()
    made.deleteLater()


def fill(page: TrainingPage, **texts: str) -> None:
    assert page.editor is not None
    for name, text in texts.items():
        field = page.editor.fields.editors[name]
        field.clear()
        type_text(field, text)


def note_one(page: TrainingPage) -> None:
    page.add()
    page.desk.tasks.settle()
    fill(page, day="2026-11-20", topic="彝绣针法", minutes="1.5", lecturer="阿依莫")
    assert page.editor is not None
    view = page.editor.people.view
    view.setFocus()
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Space)
        QTest.keyClick(view, Qt.Key.Key_Down)
    press(page.desk, page, "save-training")
    page.desk.tasks.settle()


def test_a_session_is_noted_by_keys_and_summed(page: TrainingPage) -> None:
    note_one(page)
    (row,) = page.table.model.rows
    assert (row.topic, row.minutes, row.persons, row.person_minutes) == ("彝绣针法", 90, 2, 180)
    assert [figure.value for figure in page.strip.shown] == ["1", "2", "2", "3"]
    assert not page.panel.isVisible()


def test_what_is_wrong_stands_at_its_field_and_nothing_is_written(page: TrainingPage) -> None:
    page.add()
    page.desk.tasks.settle()
    fill(page, day="2026-12-24", topic="针法", minutes="1001")
    press(page.desk, page, "save-training")
    page.desk.tasks.settle()
    assert page.editor is not None
    assert page.editor.fields.notes["day"].isVisible()
    assert page.editor.fields.notes["minutes"].isVisible()
    assert training.list_sessions(page.desk.ctx, page.desk.workshop.workshop_id, 2026).rows == ()


def test_ticks_that_are_not_saved_are_asked_about(page: TrainingPage) -> None:
    note_one(page)
    page.open_session(page.table.model.rows[0].training_id)
    page.desk.tasks.settle()
    assert page.editor is not None
    page.editor.people.view.setFocus()
    page.editor.people.view.selectRow(2)
    QTest.keyClick(page.editor.people.view, Qt.Key.Key_Space)
    with answered(*GO_ON) as asked:
        QTest.keyClick(page.panel, Qt.Key.Key_Escape)
    assert "参加人" in asked[0]
    assert page.panel.isVisible()


def test_a_session_is_withdrawn_after_a_question(page: TrainingPage) -> None:
    note_one(page)
    page.open_session(page.table.model.rows[0].training_id)
    page.desk.tasks.settle()
    press(page.desk, page, "withdraw-training")
    assert page.editor is not None
    question = page.editor.question
    assert question is not None
    QTest.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    page.desk.tasks.settle()
    assert page.table.model.rows == []


def test_an_empty_tree_leads_to_the_people(page: TrainingPage) -> None:
    jumps: list[Jump] = []
    page.jumped.connect(jumps.append)
    page.turn(HERITAGE)
    page.desk.tasks.settle()
    assert page.tree.model.rows == []
    press(page.desk, page, "go-people")
    assert jumps == [Jump("people")]
