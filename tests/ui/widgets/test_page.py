"""What every page does for its tables: keep one as a file, as it is shown and masked."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from app.ui.desk import Notice
from app.ui.pages.people import PeoplePage
from app.ui.tables.order import Order


@pytest.fixture
def page(desk, qtbot) -> PeoplePage:
    made = PeoplePage(desk)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    desk.tasks.settle()
    return made


def export(page: PeoplePage, path: Path, ending: str) -> list[str]:
    said: list[Notice] = []
    page.desk.said.connect(said.append)
    page.choose_export = lambda _name, _kinds: str(path)
    getattr(page.table.acts, ending).trigger()
    page.desk.tasks.settle()
    return [notice.text for notice in said]


def test_a_table_is_kept_as_a_spreadsheet_in_its_order_and_masked(page: PeoplePage, tmp_path: Path) -> None:
    page.table.sort_by(Order("编号", descending=True))
    said = export(page, tmp_path / "people", "xlsx")
    path = tmp_path / "people.xlsx"
    assert said == [f"已存为 {path}"]
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(BytesIO(path.read_bytes())).active]
    assert [row[0] for row in rows] == ["编号", "04", "03", "02", "01"]
    assert rows[4][3].endswith("880X")
    assert "5134" not in rows[4][3]
    assert rows[4][7] == 2600


def test_a_table_is_kept_as_text(page: PeoplePage, tmp_path: Path) -> None:
    export(page, tmp_path / "people.csv", "csv")
    lines = (tmp_path / "people.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("编号,姓名")
    assert len(lines) == 5


def test_a_folder_that_is_not_there_is_said(page: PeoplePage, tmp_path: Path) -> None:
    (said,) = export(page, tmp_path / "none" / "people.csv", "csv")
    assert str(tmp_path / "none") in said


def test_no_file_chosen_writes_nothing(page: PeoplePage) -> None:
    names = []

    def choose(name: str, kinds: str) -> str:
        names.append((name, kinds))
        return ""

    page.choose_export = choose
    page.table.acts.csv.trigger()
    assert names == [("工人-2026-11-25.csv", "csv (*.csv)")]
    page.desk.tasks.settle()
