"""工资约定 in the side panel, by key events: a raise on the 16th, corrections, withdrawals, a last day, an opening."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.pages.people import PeoplePage
from app.ui.pages.worker_pay import TermsTab
from app.ui.widgets.page import Jump
from tests.ui.pages.panel_keys import enter, fill, notes, open_row, press, shown


@pytest.fixture
def page(people_page: PeoplePage) -> PeoplePage:
    return people_page


@pytest.fixture
def tab(page: PeoplePage) -> TermsTab:
    """The pay terms of worker 01, opened by the keyboard."""
    view = page.table.view
    view.setFocus()
    view.setCurrentIndex(page.table.model.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    page.desk.tasks.settle()
    press(page.desk, page.panel, "tab-terms")
    assert isinstance(page.worker.tab, TermsTab)
    return page.worker.tab


def test_a_raise_on_the_sixteenth(page: PeoplePage, tab: TermsTab) -> None:
    press(page.desk, tab, "terms-add")
    fill(tab.terms, valid_from="2026-11-16", rate_fen="3000")
    enter(page.desk, tab.terms, "rate_fen")
    assert shown(tab.terms) == [
        ["2026-11-16", "全日制", "月薪", "3,000.00", "现行"],
        ["2025-03-01", "全日制", "月薪", "2,600.00", ""],
    ]
    assert tab.terms.form is None
    assert page.table.model.index(0, 7).data() == "3,000.00"


def test_arrow_keys_go_from_tab_to_tab(page: PeoplePage, tab: TermsTab) -> None:
    first = page.worker.tabs.buttons[0]
    assert [button.isChecked() for button in page.worker.tabs.buttons] == [False, True, False, False, False]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    page.desk.tasks.settle()
    assert first.isChecked()


def test_a_rate_to_come_is_said_to_come(page: PeoplePage, tab: TermsTab) -> None:
    press(page.desk, tab, "terms-add")
    fill(tab.terms, valid_from="2026-12-01", rate_fen="3000")
    enter(page.desk, tab.terms, "valid_from")
    assert [line[-1] for line in shown(tab.terms)] == ["将来", "现行"]


def test_what_is_wrong_stands_at_its_field(page: PeoplePage, tab: TermsTab) -> None:
    press(page.desk, tab, "terms-add")
    fill(tab.terms, valid_from="2026-11-16", relation="劳务", rate_fen="-1")
    enter(page.desk, tab.terms, "rate_fen")
    assert set(notes(tab.terms)) == {"valid_from", "rate_fen"}
    assert "1日" in notes(tab.terms)["valid_from"]
    assert len(shown(tab.terms)) == 1
    assert page.window().focusWidget() is tab.terms.form.editors["valid_from"]


def test_a_row_is_corrected_and_withdrawn(page: PeoplePage, tab: TermsTab) -> None:
    press(page.desk, tab, "terms-add")
    fill(tab.terms, valid_from="2026-11-16", rate_fen="3000")
    enter(page.desk, tab.terms, "rate_fen")
    open_row(page.desk, tab.terms, 0)
    assert tab.terms.form.editors["rate_fen"].text() == "3000.00"
    fill(tab.terms, rate_fen="3100")
    enter(page.desk, tab.terms, "rate_fen")
    assert shown(tab.terms)[0][3] == "3,100.00"
    open_row(page.desk, tab.terms, 0)
    press(page.desk, tab, "terms-withdraw")
    assert len(shown(tab.terms)) == 1


def test_the_only_terms_cannot_be_withdrawn(page: PeoplePage, tab: TermsTab) -> None:
    open_row(page.desk, tab.terms, 0)
    press(page.desk, tab, "terms-withdraw")
    assert "唯一" in notes(tab.terms)["valid_from"]


def test_escape_leaves_the_form_and_then_the_panel(page: PeoplePage, tab: TermsTab) -> None:
    press(page.desk, tab, "terms-add")
    QTest.keyClick(tab.terms.form.editors["valid_from"], Qt.Key.Key_Escape)
    assert tab.terms.form is None
    assert page.panel.isVisible()
    QTest.keyClick(tab.terms.table.view, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_the_last_day_says_that_all_is_due(page: PeoplePage, tab: TermsTab) -> None:
    editor = tab.leaving.form.editors["left_on"]
    editor.setFocus()
    QTest.keyClicks(editor, "2026-11-24")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    page.desk.tasks.settle()
    assert "一次付清" in tab.leaving.said.text()
    assert page.table.model.index(0, 9).data() == "2026-11-24"


def test_a_last_day_before_the_last_work_is_refused_at_its_field(page: PeoplePage, tab: TermsTab) -> None:
    editor = tab.leaving.form.editors["left_on"]
    editor.setFocus()
    QTest.keyClicks(editor, "2026-11-23")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    page.desk.tasks.settle()
    assert "2026-11-24" in tab.leaving.form.notes["left_on"].text()
    assert page.table.model.index(0, 9).data() == "–"


def test_an_opening_in_mid_year(page: PeoplePage, tab: TermsTab) -> None:
    press(page.desk, tab, "openings-add")
    fill(tab.openings, year="2026", before_month="2026-07", months="7", income_fen="18000", withheld_fen="50")
    enter(page.desk, tab.openings, "months")
    assert set(notes(tab.openings)) == {"months"}
    fill(tab.openings, months="6")
    enter(page.desk, tab.openings, "months")
    assert shown(tab.openings) == [["2026-07", "6", "18,000.00", "50.00"]]


def test_the_facts_are_fresh_after_a_raise(page: PeoplePage, tab: TermsTab) -> None:
    press(page.desk, tab, "terms-add")
    fill(tab.terms, valid_from="2026-11-16", rate_fen="3000")
    enter(page.desk, tab.terms, "rate_fen")
    press(page.desk, page.panel, "tab-facts")
    texts = [label.text() for label in page.panel.findChildren(type(page.panel.title)) if label.isVisible()]
    assert any("3,000.00" in text for text in texts)


def test_the_next_worker_is_opened_at_the_same_tab(page: PeoplePage, tab: TermsTab) -> None:
    page.table.opened.emit(page.table.model.rows[1])
    page.desk.tasks.settle()
    assert isinstance(page.worker.tab, TermsTab)
    assert shown(page.worker.tab.terms)[0][2] == "计件"


@pytest.mark.parametrize(("field", "editor"), [("rate", "rate_fen"), ("basis", "basis")])
def test_another_page_opens_the_terms_in_force_at_a_field(page: PeoplePage, field: str, editor: str) -> None:
    page.go_to(Jump("people", page.table.model.rows[0].worker_id, field=field))
    page.desk.tasks.settle()
    tab = page.worker.tab
    assert isinstance(tab, TermsTab)
    assert tab.terms.form.editors["rate_fen"].text() == "2600.00"
    assert page.window().focusWidget() is tab.terms.form.editors[editor]


def test_another_page_opens_the_form_at_a_missing_number(page: PeoplePage) -> None:
    page.go_to(Jump("people", page.table.model.rows[2].worker_id, field="id_number"))
    page.desk.tasks.settle()
    assert page.window().focusWidget() is page.editor.fields.editors["id_number"]


def test_another_page_opens_the_piece_prices(page: PeoplePage) -> None:
    page.go_to(Jump("people", field="prices"))
    page.desk.tasks.settle()
    assert page.settings.tabs.buttons[2].isChecked()
