"""The empty workbook: every sheet and heading of FORMAT, reads back clean, keeps numbers as text."""

import openpyxl
import pytest

from app.services.workbook.reader import read_book
from app.services.workbook.sheets import SHEETS
from app.services.workbook.template import write_template
from tests.books import Book


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "空白工作簿.xlsx"
    write_template(path)
    return path


def test_it_reads_back_clean(template):
    book = read_book(template, "2026-10")
    assert (book.problems, book.notices) == ((), ())
    assert set(book.headings) == {sheet.name for sheet in SHEETS}


def test_it_reads_back_clean_in_a_short_month(template):
    assert read_book(template, "2027-02").problems == ()


def test_a_filled_template_reads_like_any_book(template, tmp_path):
    filled = openpyxl.load_workbook(template)
    for name, rows in Book().sheets.items():
        for row, values in enumerate(rows, 1):
            for column, value in enumerate(values, 1):
                if value is not None and name != "工坊":
                    filled[name].cell(row, column, value)
    filled.save(tmp_path / "filled.xlsx")
    book = read_book(tmp_path / "filled.xlsx")
    assert book.problems == ()
    assert (len(book.workers), len(book.pieces)) == (4, 4)


@pytest.mark.parametrize(
    ("sheet", "column"), [("工人", "E"), ("工人", "R"), ("计件", "B"), ("计件", "K"), ("考勤", "C")]
)
def test_numbers_that_must_stay_text_have_text_columns(template, sheet, column):
    assert openpyxl.load_workbook(template)[sheet].column_dimensions[column].number_format == "@"


def test_closed_vocabularies_are_offered(template):
    offered = openpyxl.load_workbook(template)["工人"].data_validations.dataValidation
    assert '"全日制,非全日制,劳务,居家承揽"' in [one.formula1 for one in offered]
