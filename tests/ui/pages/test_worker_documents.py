"""材料 in the side panel, by key events: a contract noted, its picture kept and shown."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.services.worker_documents import list_documents
from app.ui.pages.people import PeoplePage
from app.ui.pages.worker_documents import DocumentsTab
from tests.ui.pages.panel_keys import enter, fill, notes, press, shown


@pytest.fixture
def tab(people_page: PeoplePage) -> DocumentsTab:
    people_page.table.opened.emit(people_page.table.model.rows[0])
    people_page.desk.tasks.settle()
    press(people_page.desk, people_page.panel, "tab-documents")
    assert people_page.worker is not None
    assert isinstance(people_page.worker.tab, DocumentsTab)
    return people_page.worker.tab


def note_contract(page: PeoplePage, tab: DocumentsTab) -> None:
    press(page.desk, tab, "documents-add")
    fill(tab.sheet, kind="劳动合同", signed_on="2026-01-01", valid_from="2026-01-01")
    enter(page.desk, tab.sheet, "valid_from")


def test_a_contract_and_its_picture(people_page: PeoplePage, tab: DocumentsTab, tmp_path: Path) -> None:
    note_contract(people_page, tab)
    assert shown(tab.sheet) == [["劳动合同", "2026-01-01", "–", "–"]]
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(tmp_path / "a.png"))
    tab.choose_file = lambda: str(tmp_path / "a.png")
    tab.sheet.table.view.selectRow(0)
    press(people_page.desk, tab, "attach-document")
    assert shown(tab.sheet)[0][3] == "有"
    tab.sheet.table.view.selectRow(0)
    press(people_page.desk, tab, "look-document")
    assert tab.opened is not None
    assert not tab.opened.picture.pixmap().isNull()
    tab.opened.accept()


def test_a_file_that_is_no_picture_is_said(people_page: PeoplePage, tab: DocumentsTab, tmp_path: Path) -> None:
    said: list[str] = []
    people_page.desk.said.connect(lambda notice: said.append(notice.text))
    note_contract(people_page, tab)
    (tmp_path / "a.txt").write_text("no")
    tab.choose_file = lambda: str(tmp_path / "a.txt")
    tab.sheet.table.view.selectRow(0)
    press(people_page.desk, tab, "attach-document")
    assert "a.txt" in said[-1]
    (row,) = list_documents(people_page.desk.ctx, people_page.desk.workshop.workshop_id, tab._worker_id)
    assert row.sha256 == ""


def test_what_is_missing_stands_at_its_field(people_page: PeoplePage, tab: DocumentsTab) -> None:
    press(people_page.desk, tab, "documents-add")
    fill(tab.sheet, kind="承揽协议")
    enter(people_page.desk, tab.sheet, "number")
    assert list(notes(tab.sheet)) == ["valid_from"]
    tab.sheet.close_form()
