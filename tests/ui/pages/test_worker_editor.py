"""The worker's form: notes at the fields, saving, and what an empty number means."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.domain.vocabulary import Basis, Relation
from app.domain.worker_check import WorkerForm
from app.services import people
from app.ui.driver import type_text
from app.ui.pages.people import PeoplePage
from app.ui.pages.worker_fields import values_of, with_values


@pytest.fixture
def page(people_page: PeoplePage) -> PeoplePage:
    return people_page


def fill(page: PeoplePage, **values: str) -> None:
    for name, text in values.items():
        editor = page.editor.fields.editors[name]
        if hasattr(editor, "setCurrentText"):
            editor.setCurrentText(text)
        else:
            editor.setFocus()
            editor.clear()
            type_text(editor, text)


def save(page: PeoplePage) -> None:
    QTest.mouseClick(page.findChild(QPushButton, "save-worker"), Qt.MouseButton.LeftButton)
    page.desk.tasks.settle()


def listed(page: PeoplePage) -> dict[str, people.WorkerRow]:
    rows = people.list_workers(page.desk.ctx, page.desk.workshop.workshop_id, "2026-11")
    return {row.no: row for row in rows}


def test_a_new_worker_is_typed_in(page: PeoplePage) -> None:
    page.edit(None)
    fill(page, no="05", name="沙马芝", relation="全日制", basis="月薪", rate_fen="2600", hired_on="2026.11.02")
    save(page)
    row = listed(page)["05"]
    assert (row.name, row.terms.rate_fen, row.hired_on.isoformat()) == ("沙马芝", 260_000, "2026-11-02")
    assert "05" in [shown.no for shown in page.table.model.rows]


def test_what_is_missing_is_said_at_its_field(page: PeoplePage) -> None:
    page.edit(None)
    fill(page, no="05", name="沙马芝")
    save(page)
    assert page.editor.fields.notes["relation"].isVisible()
    assert page.editor.fields.editors["relation"].property("state") == "bad"
    assert not page.editor.fields.notes["name"].isVisible()
    assert "05" not in listed(page)


def test_a_date_nobody_can_read_is_said_at_its_field(page: PeoplePage) -> None:
    page.edit(None)
    fill(page, hired_on="soon")
    save(page)
    assert "2026-10-08" in page.editor.fields.notes["hired_on"].text()


def test_an_edit_keeps_the_number_left_empty(page: PeoplePage) -> None:
    row = page.table.model.rows[0]
    page.edit(row.worker_id)
    page.desk.tasks.settle()
    fill(page, name="阿依莫2")
    save(page)
    now = listed(page)["01"]
    assert now.name == "阿依莫2"
    assert now.id_masked == row.id_masked


def test_a_wrong_id_number_is_hinted_at_while_typing(page: PeoplePage) -> None:
    page.edit(page.table.model.rows[2].worker_id)
    page.desk.tasks.settle()
    fill(page, id_number="513499199607208801")
    page.editor.fields.editors["phone"].setFocus()
    page.desk.tasks.settle()
    assert page.editor.fields.notes["id_number"].isVisible()


def test_a_form_goes_through_its_fields_unchanged() -> None:
    form = WorkerForm("07", "木嫫", Relation.HOME, Basis.PIECE, social_fen=100, sex="女")
    shown = {name: value or None for name, value in values_of(form).items()}
    assert with_values(form, shown) == form
