"""People: masked by default, a reveal is recorded, gaps are shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from sqlalchemy import func, select

from app.models.local import Reveal
from app.ui.pages.people import PeoplePage
from app.ui.widgets.page import Jump

NUMBER = "51349919960720880X"


@pytest.fixture
def page(people_page: PeoplePage) -> PeoplePage:
    return people_page


def words(page: PeoplePage) -> list[str]:
    return [label.text() for label in page.panel.findChildren(QLabel) if label.isVisible()]


def reveals(page: PeoplePage) -> int:
    with page.desk.ctx.database.read() as session:
        return session.scalar(select(func.count()).select_from(Reveal)) or 0


def test_the_list_shows_everybody_and_no_number_in_full(page: PeoplePage) -> None:
    model = page.table.model
    shown = [model.index(row, column).data() for row in range(4) for column in range(len(model.columns))]
    assert "ꀋꑳꃀ" in shown
    assert any(text.endswith("880X") for text in shown)
    assert not any(NUMBER[:14] in text for text in shown)


def test_missing_numbers_are_counted(page: PeoplePage) -> None:
    assert page.strip.shown[2].value == "2"


def test_a_reveal_shows_the_number_and_is_recorded(page: PeoplePage) -> None:
    page.go_to(Jump("people", page.table.model.rows[0].worker_id))
    page.desk.tasks.settle()
    assert NUMBER not in words(page)
    button = page.panel.findChild(QPushButton, "reveal-id_number")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    page.desk.tasks.settle()
    assert NUMBER in words(page)
    assert reveals(page) == 1


def test_search_by_name_or_number(page: PeoplePage) -> None:
    page.search.setText("04")
    assert [row.no for row in page.table.model.rows] == ["04"]
    page.search.setText("秀英")
    assert [row.no for row in page.table.model.rows] == ["02"]


@pytest.mark.parametrize(("typed", "found"), [("aym", ["01"]), ("jikexiuying", ["02"]), ("4", ["04"]), ("ꀋ", ["03"])])
def test_search_by_pinyin_and_other_scripts(page: PeoplePage, typed: str, found: list[str]) -> None:
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    page.search.setText(typed)
    assert [row.no for row in page.table.model.rows] == found


def test_escape_closes_the_panel(page: PeoplePage) -> None:
    page.go_to(Jump("people", page.table.model.rows[0].worker_id))
    page.desk.tasks.settle()
    assert page.panel.isVisible()
    QTest.keyClick(page.panel, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
