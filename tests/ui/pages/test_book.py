"""Import: checked first, then taken; problems are listed with their place; a broken file is refused in words."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.services import people
from app.services.workshops import create_workshop
from app.ui.desk import Desk
from app.ui.pages.book import BookPage
from app.ui.tables.columns import Tone

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "longtan-2026-10.xlsx"


@pytest.fixture
def page(desk: Desk, qtbot) -> BookPage:
    made = BookPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def heads(page: BookPage) -> int:
    return len(people.list_workers(page.desk.ctx, page.desk.workshop.workshop_id, "2026-10"))


def test_before_a_book_is_chosen_nothing_can_be_taken(page: BookPage, tmp_path: Path) -> None:
    assert not page.take_button.isEnabled()
    assert not page._good.isVisible()


def test_a_check_writes_nothing(page: BookPage) -> None:
    before = heads(page)
    page.check(SAMPLE)
    page.desk.tasks.settle()
    assert page.result is not None
    assert page.result.dry_run
    assert heads(page) == before


def test_a_broken_file_is_refused_in_words(page: BookPage, tmp_path: Path) -> None:
    broken = tmp_path / "book.xlsx"
    broken.write_bytes(SAMPLE.read_bytes()[:3000])
    page.check(broken)
    page.desk.tasks.settle()
    assert page.message.property("tone") == "bad"
    assert page.message.text()
    assert not page.take_button.isEnabled()


def test_a_csv_by_another_name_is_refused(page: BookPage, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    shutil.copy(__file__, path)
    page.check(path)
    page.desk.tasks.settle()
    assert page.message.property("tone") == "bad"


def test_problems_are_listed_with_their_place_and_the_good_rows_can_be_taken(page: BookPage, tmp_path: Path) -> None:
    bad = tmp_path / "book.xlsx"
    book = openpyxl.load_workbook(SAMPLE)
    book["计件"]["F3"] = -4
    book.save(bad)
    page.check(bad)
    page.desk.tasks.settle()
    assert page.result is not None
    assert page.result.problems
    assert page.problems.isVisible()
    found = page.problems.model.rows[0][1]
    assert (found.sheet, found.row) == ("计件", 3)
    assert not page.take_button.isEnabled()
    before = heads(page)
    QTest.mouseClick(page._good, Qt.MouseButton.LeftButton)
    page.desk.tasks.settle()
    assert page.result.taken
    assert heads(page) > before


def test_a_clean_book_is_taken_and_a_second_time_changes_nothing(page: BookPage) -> None:
    page.desk.workshop = create_workshop(page.desk.ctx, "龙潭二坊", "513499")
    page.check(SAMPLE)
    page.desk.tasks.settle()
    QTest.mouseClick(page.take_button, Qt.MouseButton.LeftButton)
    page.desk.tasks.settle()
    assert heads(page) == 32
    page.check(SAMPLE)
    page.desk.tasks.settle()
    assert sum(sheet.added + sheet.updated for sheet in page.result.sheets) == 0


def test_an_empty_workbook_is_saved_where_a_person_says(page: BookPage, tmp_path: Path, qtbot) -> None:
    page.choose_blank = lambda: str(tmp_path / "十一月")
    with qtbot.waitSignal(page.desk.said) as said:
        QTest.keyClick(page.findChild(QAbstractButton, "blank"), Qt.Key.Key_Space)
        page.desk.tasks.settle()
    assert str(tmp_path / "十一月.xlsx") in said.args[0].text
    assert {"工坊", "工人", "考勤", "计件"} <= set(openpyxl.load_workbook(tmp_path / "十一月.xlsx").sheetnames)


def test_a_place_that_cannot_be_written_is_said(page: BookPage, tmp_path: Path, qtbot) -> None:
    page.choose_blank = lambda: str(tmp_path / "nowhere" / "book.xlsx")
    with qtbot.waitSignal(page.desk.said) as said:
        page.save_blank()
        page.desk.tasks.settle()
    assert said.args[0].tone is Tone.BAD
