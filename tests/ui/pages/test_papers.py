"""The page of papers: every paper of a month by keyboard, its preview, files, and where what lacks is mended."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.papers import PaperKind
from app.services.papers_other import OtherPaper
from app.ui.desk import Desk
from app.ui.pages.papers import PapersPage
from app.ui.widgets.page import Jump
from app.ui.words import Words
from tests.ui.leaving import let_go
from tests.ui.pages.panel_keys import press

MONTH = "2026-11"
READY = (
    OtherPaper.ATTENDANCE,
    OtherPaper.SIGNING,
    OtherPaper.SIGNING_BLANK,
    OtherPaper.OUTPUT,
    OtherPaper.STOCK,
    OtherPaper.TRIAL,
)


@pytest.fixture
def page(desk: Desk) -> Iterator[PapersPage]:
    made = PapersPage(desk)
    made.resize(1180, 700)
    made.show()
    made.open_month(MONTH)
    desk.tasks.settle()
    yield made
    let_go(made)
    made.close()
    made.deleteLater()


def stand(page: PapersPage, kind: PaperKind | OtherPaper) -> None:
    at = next(at for at, line in enumerate(page.table.model.rows) if line.kind is kind)
    page.table.stand_on(at)


def enter(page: PapersPage, kind: PaperKind | OtherPaper) -> None:
    stand(page, kind)
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    page.desk.tasks.settle()


def test_every_paper_is_there_with_what_it_is_for_and_whether_it_can_be_made(page: PapersPage) -> None:
    lines = page.table.model.rows
    assert {line.kind for line in lines} == {*PaperKind, *OtherPaper}
    for column in page.table.model.columns:
        assert all(column.text(line) for line in lines)
    made = sum(line.possible for line in lines)
    assert [figure.value for figure in page.strip.shown[:2]] == [str(made), str(len(lines) - made)]


@pytest.mark.parametrize("kind", [*READY, PaperKind.SLIPS])
def test_enter_previews_what_can_be_made(page: PapersPage, kind: PaperKind | OtherPaper) -> None:
    enter(page, kind)
    preview = page.way.preview
    assert preview is not None, page.message.text()
    preview.draw_all()
    assert len(preview.pages) == len(preview.paper.sheets) >= 1
    preview.close()


def test_what_cannot_be_made_says_why_and_leads_there(page: PapersPage) -> None:
    jumps: list[Jump] = []
    page.jumped.connect(jumps.append)
    enter(page, OtherPaper.INCOMES)
    assert (page.way.preview, page.look.isEnabled()) == (None, False)
    press(page.desk, page, "go-there")
    enter(page, OtherPaper.RECOVERY)
    assert jumps == [Jump("payroll", at=MONTH), Jump("settings", field="backup")]


def test_labels_ask_how_many_first(page: PapersPage) -> None:
    enter(page, OtherPaper.LABELS)
    assert page.labels is not None
    QTest.keyClick(page.labels.fields.editors["copies"], Qt.Key.Key_Return)
    assert page.labels.preview is not None
    page.labels.preview.close()


def test_a_paper_is_kept_as_pdf_by_key_and_the_strip_says_what_was_printed_last(
    page: PapersPage, tmp_path: Path
) -> None:
    page.way.choose_file = lambda name, _: str(tmp_path / name)
    stand(page, OtherPaper.ATTENDANCE)
    page.table.view.setFocus()
    page.save_pdf()
    page.desk.tasks.settle()
    assert (tmp_path / "考勤表-2026-11.pdf").read_bytes().startswith(b"%PDF")
    assert [figure.value for figure in page.strip.shown[2:]] == ["考勤表 2026-11", "2026-11-25 18:30"]


@pytest.mark.parametrize("kind", [OtherPaper.ATTENDANCE, PaperKind.SHEET])
def test_a_paper_is_kept_as_a_spreadsheet(page: PapersPage, tmp_path: Path, kind: PaperKind | OtherPaper) -> None:
    page.way.choose_file = lambda *_: str(tmp_path / "out.xlsx")
    stand(page, kind)
    assert page.xlsx.isEnabled()
    press(page.desk, page, "paper-xlsx")
    page.desk.tasks.settle()
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")


def test_choices_are_those_of_the_paper_stood_on(page: PapersPage) -> None:
    stand(page, PaperKind.SLIPS)
    assert not page.options.formulas.isHidden()
    stand(page, OtherPaper.TRIAL)
    assert page.options.formulas.isHidden()


def test_a_month_without_anybody_says_so_of_every_paper(page: PapersPage) -> None:
    page.open_month("2020-01")
    page.desk.tasks.settle()
    assert page.message.text() or not any(
        line.possible for line in page.table.model.rows if line.kind in {OtherPaper.ATTENDANCE, OtherPaper.SIGNING}
    )


def test_the_page_is_whole_in_english(desk: Desk, qapp) -> None:
    Words(qapp).use("en")
    desk.lang = "en"
    made = PapersPage(desk)
    made.open_month(MONTH)
    desk.tasks.settle()
    texts = [column.text(line) for line in made.table.model.rows for column in made.table.model.columns]
    assert [text for text in texts if re.search("[\u4e00-\u9fff]", text)] == []
    made.deleteLater()
