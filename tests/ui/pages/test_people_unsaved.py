"""What is typed into a worker's forms and not saved: asked about before another worker, tab or form takes its place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.services import people
from app.ui.driver import type_text
from app.ui.pages.people import PeoplePage
from app.ui.pages.worker_pay import TermsTab
from tests.ui.leaving import DROP, GO_ON, SAVE, answered
from tests.ui.pages.panel_keys import enter, fill, open_row, press

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(people_page: PeoplePage) -> PeoplePage:
    return people_page


@pytest.fixture
def typing(page: PeoplePage) -> PeoplePage:
    """The first worker's form, another name typed into it."""
    page.edit(page.table.model.rows[0].worker_id)
    page.desk.tasks.settle()
    retype(page, "name", "阿依莫二")
    return page


@pytest.fixture
def terms(page: PeoplePage) -> TermsTab:
    """The first worker's pay terms, a rate typed into new ones."""
    open_worker(page, 0)
    QTest.keyClick(page.worker.tabs.buttons[1], Qt.Key.Key_Space)
    page.desk.tasks.settle()
    press(page.desk, page.worker.tab, "terms-add")
    fill(page.worker.tab.terms, rate_fen="2900")
    return page.worker.tab


def retype(page: PeoplePage, name: str, text: str) -> None:
    editor = page.editor.fields.editors[name]
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(editor, text)


def open_worker(page: PeoplePage, at: int) -> None:
    """Enter on a worker of the list."""
    page.table.view.setFocus()
    page.table.view.setCurrentIndex(page.table.model.index(at, 0))
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    page.desk.tasks.settle()


def names(page: PeoplePage) -> list[str]:
    rows = people.list_workers(page.desk.ctx, page.desk.workshop.workshop_id, "2026-11")
    return [row.name for row in rows]


def test_another_worker_waits_until_a_person_has_gone_on(typing: PeoplePage) -> None:
    with answered(*GO_ON) as said:
        open_worker(typing, 1)
    assert said == ["还没有保存：姓名。"]
    assert typing.editor.fields.editors["name"].text() == "阿依莫二"
    assert typing.editor.isVisible()
    assert typing.focusWidget() is typing.editor.fields.editors["name"]


def test_the_list_stands_on_the_worker_whose_form_stays_open(typing: PeoplePage) -> None:
    view = typing.table.view
    with answered(*GO_ON):
        open_worker(typing, 1)
    assert [index.row() for index in view.selectionModel().selectedRows()] == [0]
    with answered(*GO_ON):
        QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(typing.table.model.index(2, 1)).center())
    assert (typing.table.current().no, typing.editor.isVisible()) == ("01", True)
    with answered(*DROP):
        open_worker(typing, 1)
    assert typing.table.current().no == "02"


def test_the_list_stands_on_nobody_while_the_form_of_somebody_new_stays_open(page: PeoplePage) -> None:
    press(page.desk, page, "add-worker")
    retype(page, "name", "新来的")
    with answered(*GO_ON):
        open_worker(page, 1)
    assert (page.table.current(), page.table.view.selectionModel().hasSelection()) == (None, False)


def test_saved_it_is_there_and_the_other_worker_is_open(typing: PeoplePage) -> None:
    with answered(*SAVE) as said:
        open_worker(typing, 1)
    assert len(said) == 1
    assert names(typing)[0] == "阿依莫二"
    assert "吉克秀英" in typing.panel.title.text()


def test_dropped_the_other_worker_is_open(typing: PeoplePage) -> None:
    with answered(*DROP):
        open_worker(typing, 1)
    assert names(typing)[0] == "阿依莫"
    assert "吉克秀英" in typing.panel.title.text()


def test_what_cannot_be_saved_stays_and_says_why(typing: PeoplePage) -> None:
    retype(typing, "id_number", "123")
    with answered(*SAVE) as said:
        open_worker(typing, 1)
    assert said == ["还没有保存：姓名、身份证号。"]
    assert typing.editor.fields.notes["id_number"].isVisible()
    assert names(typing)[0] == "阿依莫"


def test_escape_in_the_question_goes_on(typing: PeoplePage) -> None:
    with answered(Qt.Key.Key_Escape):
        QTest.keyClick(typing.panel, Qt.Key.Key_Escape)
    assert typing.panel.isVisible()
    with answered(*DROP):
        QTest.keyClick(typing.panel, Qt.Key.Key_Escape)
    assert not typing.panel.isVisible()


@pytest.mark.parametrize("name", ["add-worker", "wage-settings"])
def test_the_pages_own_buttons_ask_too(typing: PeoplePage, name: str) -> None:
    before = typing.editor
    with answered(*GO_ON) as said:
        press(typing.desk, typing, name)
    assert len(said) == 1
    assert typing.editor is before
    assert before.isVisible()


def test_nothing_is_asked_of_what_was_put_back_or_only_looked_at(typing: PeoplePage) -> None:
    retype(typing, "name", "阿依莫 ")
    with answered(*GO_ON) as said:
        open_worker(typing, 1)
    assert said == []
    assert "吉克秀英" in typing.panel.title.text()


def test_another_tab_waits_and_stays_unmarked(page: PeoplePage, terms: TermsTab) -> None:
    with answered(*GO_ON) as said:
        QTest.keyClick(page.worker.tabs.buttons[2], Qt.Key.Key_Space)
    assert said == ["还没有保存：标准（元）。"]
    assert page.worker.tab is terms
    assert [button.isChecked() for button in page.worker.tabs.buttons] == [False, True, False, False, False]
    with answered(*DROP):
        QTest.keyClick(page.worker.tabs.buttons[2], Qt.Key.Key_Space)
    assert page.worker.tab is not terms


def test_another_record_and_escape_ask(page: PeoplePage, terms: TermsTab) -> None:
    form = terms.terms.form
    with answered(*GO_ON) as said:
        open_row(page.desk, terms.terms, 0)
        QTest.keyClick(terms.terms.form.editors["rate_fen"], Qt.Key.Key_Escape)
    assert len(said) == 2
    assert terms.terms.form is form
    assert terms.terms.table.current() is None
    with answered(*DROP):
        open_row(page.desk, terms.terms, 0)
    assert terms.terms.form is not form


def test_the_cancel_button_is_an_answer_itself(page: PeoplePage, terms: TermsTab) -> None:
    with answered(*GO_ON) as said:
        press(page.desk, terms, "terms-cancel")
    assert (said, terms.terms.form) == ([], None)


def test_the_last_day_is_asked_about_and_saved_with_the_terms(page: PeoplePage, terms: TermsTab) -> None:
    fill(terms.terms, valid_from="2026-12-01")
    day = terms.leaving.form.editors["left_on"]
    day.setFocus()
    type_text(day, "2027-03-31")
    with answered(*SAVE) as said:
        QTest.keyClick(page.worker.tabs.buttons[0], Qt.Key.Key_Space)
        page.desk.tasks.settle()
    assert said == ["还没有保存：从哪一天起、标准（元）、离职日期。"]
    shown = [label.text() for label in page.worker.tab.findChildren(QLabel)]
    assert "2027-03-31" in shown


def test_the_wage_settings_ask_between_their_tabs(page: PeoplePage) -> None:
    page.show_settings()
    page.desk.tasks.settle()
    press(page.desk, page.settings, "settings-add")
    fill(
        page.settings.sheet, valid_from="2027-01-01", pay_day="15", monthly_minimum_fen="1950", hourly_minimum_fen="20"
    )
    sheet = page.settings.sheet
    with answered(*GO_ON) as said:
        QTest.keyClick(page.settings.tabs.buttons[2], Qt.Key.Key_Space)
    assert (len(said), page.settings.sheet) == (1, sheet)
    enter(page.desk, sheet, "pay_day")
    with answered(*GO_ON) as said:
        QTest.keyClick(page.settings.tabs.buttons[2], Qt.Key.Key_Space)
    assert said == []
    assert page.settings.sheet is not sheet
