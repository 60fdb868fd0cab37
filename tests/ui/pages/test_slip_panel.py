"""A slip in the side panel: figures open to their rows by key and click, a row leads to its day, last month beside."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain.differences import Reason
from app.domain.explanation import said
from app.domain.payroll_draft import LineCode
from app.ui.pages.payroll import PayrollPage
from app.ui.pages.slip_panel import SlipPanel
from app.ui.pages.slip_panel_figure import FigureLine


def opened_slip(page: PayrollPage, no: str) -> SlipPanel:
    """A worker's slip, opened and explained."""
    page.table.opened.emit(next(slip for slip in page.table.model.rows if slip.no == no))
    page.desk.tasks.settle()
    assert page.slip is not None
    assert page.slip.story is not None
    return page.slip


@pytest.fixture
def slip(clean: PayrollPage) -> SlipPanel:
    """The slip of who makes pieces."""
    return opened_slip(clean, "04")


def words(line: FigureLine) -> list[str]:
    return [label.text() for label in line.findChildren(QLabel)]


def test_every_figure_opens_to_rows(slip: SlipPanel) -> None:
    assert slip.story is not None
    for line in slip.lines:
        line.turn(True)
        assert line.detail is not None
        assert line.detail.isVisible()
    shown = [text for line in slip.lines for text in words(line)]
    rows = [row for figure in slip.story.explanation.lines for row in figure.rows]
    assert rows
    assert all(row.words.text() in shown for row in rows)


def test_enter_opens_and_closes_and_arrows_go_on(slip: SlipPanel, qtbot) -> None:
    first, second = slip.lines[:2]
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert first.opened
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert not first.opened
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert first.opened
    QTest.keyClick(first, Qt.Key.Key_Left)
    assert not first.opened
    stepped = []
    first.stepped.connect(stepped.append)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert (stepped, slip.lines.index(second)) == ([1], 1)


def test_a_click_opens(slip: SlipPanel) -> None:
    QTest.mouseClick(slip.lines[0], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert slip.lines[0].opened


def test_a_line_opened_before_the_answer_is_filled_by_it(clean: PayrollPage) -> None:
    clean.table.opened.emit(clean.table.model.rows[0])
    assert clean.slip is not None
    clean.slip.lines[0].turn(True)
    assert clean.slip.lines[0].detail is None
    clean.desk.tasks.settle()
    assert clean.slip.lines[0].detail is not None


def test_a_row_s_date_leads_to_its_day(slip: SlipPanel) -> None:
    assert slip.story is not None
    figure = next(one for one in slip.story.explanation.lines if one.code is LineCode.PIECE)
    line = slip.lines[slip.story.explanation.lines.index(figure)]
    line.turn(True)
    jumps = []
    slip.jumped.connect(jumps.append)
    link = line.findChild(QPushButton, f"day-{figure.rows[0].day}")
    assert isinstance(link, QPushButton)
    link.click()
    assert [(jump.page, jump.at) for jump in jumps] == [("today", str(figure.rows[0].day))]


def test_without_last_month_that_is_said(slip: SlipPanel) -> None:
    assert any("没有可比的" in label.text() for label in slip.findChildren(QLabel))


def test_a_locked_slip_says_what_it_is_explained_by(locked: PayrollPage) -> None:
    shown = opened_slip(locked, "04")
    assert shown.notes.text() == "按锁定时保存的底稿"


def test_leaving_the_slip_gives_the_keyboard_back(clean: PayrollPage) -> None:
    opened_slip(clean, "04")
    clean.panel.leave()
    assert clean.slip is None


def test_smaller_reasons_are_folded_with_their_sum(slip: SlipPanel) -> None:
    reasons = tuple(Reason(said("why_more", amount=f"{fen}.00"), -fen * 100) for fen in range(9, 0, -1))
    assert slip.story is not None
    slip._tell_why(replace(slip.story, compared=True, reasons=reasons))
    fold = slip.findChild(QPushButton, "more-reasons")
    assert isinstance(fold, QPushButton)
    assert fold.text() == "其余 4 条，共 -10.00"
    last = next(label for label in slip.findChildren(QLabel) if label.text() == "多 1.00 元")
    assert not last.isVisible()
    fold.click()
    assert last.isVisible()
