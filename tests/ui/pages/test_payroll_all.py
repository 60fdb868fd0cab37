"""All workshops of an official: checked, those without problems locked, printed into a folder, one opened."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.payroll_batch import Outcome
from app.services.workshops import create_workshop
from app.ui.main_window import MainWindow
from app.ui.pages.payroll import PayrollPage
from app.ui.tables.order import Order


@pytest.fixture
def several(clean: PayrollPage) -> PayrollPage:
    """A second workshop, without anybody; the view of all is open."""
    create_workshop(clean.desk.ctx, "虎跳羊毛工坊", "513499")
    clean._offer_every(2)
    clean.every.setFocus()
    QTest.keyClick(clean.every, Qt.Key.Key_Space)
    clean.desk.tasks.settle()
    return clean


def outcomes(page: PayrollPage) -> dict[str, Outcome]:
    return {row.workshop.name: row.result.outcome for row in page.all.table.model.rows if row.result is not None}


def test_one_workshop_has_no_view_of_all(payroll_page: PayrollPage) -> None:
    assert not payroll_page.every.isVisible()


def test_those_without_problems_are_locked_and_printed(several: PayrollPage, tmp_path: Path, press) -> None:
    assert outcomes(several) == {"龙潭彝绣工坊": Outcome.READY, "虎跳羊毛工坊": Outcome.EMPTY}
    press(several.all, "lock-all")
    QTest.keyClick(several.all.question, Qt.Key.Key_Return)
    several.desk.tasks.settle()
    assert outcomes(several)["龙潭彝绣工坊"] is Outcome.LOCKED
    several.all.choose_folder = lambda: str(tmp_path)
    press(several.all, "print-all")
    several.desk.tasks.settle()
    written = {path.name: path for path in tmp_path.iterdir() if path.is_file()}
    assert sorted(written) == [
        "龙潭彝绣工坊-工资支付台账-2026-11.pdf",
        "龙潭彝绣工坊-工资条-2026-11.pdf",
        "龙潭彝绣工坊-工资表-2026-11.xlsx",
    ]
    (sheet,) = (path for name, path in written.items() if name.endswith(".xlsx"))
    assert openpyxl.load_workbook(sheet).sheetnames == ["工资表", "明细"]
    QTest.keyClick(several.every, Qt.Key.Key_Space)
    several.desk.tasks.settle()
    assert several.steps.isVisible()


def test_each_workshop_keeps_its_own_result_while_rows_are_sorted(several: PayrollPage, press) -> None:
    table = several.all.table
    title = table.model.columns[0].title
    press(several.all, "check-all")
    table.sort_by(Order(title, descending=table.model.rows[0].workshop.name == "虎跳羊毛工坊"))
    several.desk.tasks.settle()
    assert outcomes(several) == {"龙潭彝绣工坊": Outcome.READY, "虎跳羊毛工坊": Outcome.EMPTY}


def test_a_folder_that_cannot_be_written_is_said_in_the_row(several: PayrollPage, tmp_path: Path, press) -> None:
    press(several.all, "lock-all")
    QTest.keyClick(several.all.question, Qt.Key.Key_Return)
    several.desk.tasks.settle()
    several.all.choose_folder = lambda: str(tmp_path / "nowhere")
    press(several.all, "print-all")
    several.desk.tasks.settle()
    row = next(row for row in several.all.table.model.rows if row.result.outcome is Outcome.LOCKED)
    assert row.bad
    assert row.said


def test_stopping_leaves_the_rest_as_it_was(several: PayrollPage) -> None:
    several.all.check()
    several.all.stop()
    several.desk.tasks.settle()
    assert not several.all.stop_button.isVisible()
    assert several.all.check_button.isEnabled()


def test_a_row_opens_its_workshop(desk, qtbot) -> None:
    other = create_workshop(desk.ctx, "虎跳羊毛工坊", "513499")
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    page = window.open_page("payroll")
    desk.tasks.settle()
    page._open_workshop(other)
    desk.tasks.settle()
    assert window.desk.workshop.workshop_id == other.workshop_id
    assert window.pages["payroll"].isVisible()
