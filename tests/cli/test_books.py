"""``import``: what is said and taken."""

import pytest

from tests.books import Book


@pytest.fixture
def book(tmp_path):
    """A good small book on disk."""
    return Book().save(tmp_path / "book.xlsx")


def test_a_good_book_is_taken_and_counted(made, book):
    result = made("import", book, "--json")
    assert (result.code, result.json["taken"], result.json["month"]) == (0, True, "2026-10")
    assert result.json["sheets"]["工人"]["added"] == 4


def test_the_same_book_again_changes_nothing(made, book):
    made("import", book)
    before = made("stats", "--json").json
    again = made("import", book, "--json").json
    assert {one["added"] + one["updated"] + one["deleted"] for one in again["sheets"].values()} == {0}
    assert made("stats", "--json").json == before


def test_a_dry_run_writes_nothing(made, book):
    made("workshop", "add", "--name", "乙", "--region", "513499")
    before = made("stats", "--json").json
    shop = min(before["workshops"])
    result = made("import", book, "--workshop", shop, "--dry-run", "--json")
    assert (result.code, result.json["dry_run"], result.json["sheets"]["计件"]["added"]) == (0, True, 4)
    assert made("stats", "--json").json == before


def test_good_rows_are_taken_where_a_person_says_so(made, tmp_path):
    book = Book()
    book.piece(10, "03", -5)
    result = made("import", book.save(tmp_path / "b.xlsx"), "--accept-good", "--json")
    assert (result.code, len(result.json["problems"]), result.json["sheets"]["计件"]["added"]) == (0, 1, 4)


def test_records_edited_since_stay_unless_told_otherwise(made, tmp_path):
    path = tmp_path / "b.xlsx"
    made("import", Book().save(path))
    edited = Book().set("增减", 2, "金额", 200)
    made("import", edited.save(path))
    assert made("payroll", "compute", "2026-10", "--json").json["totals"]["gross_fen"] > 0
    assert made("import", Book().save(path), "--overwrite-edited", "--json").json["sheets"]["增减"]["updated"] == 1


def test_the_text_names_sheets_and_counts(made, book):
    said = made("import", book, "--lang", "en").out
    assert "工人: rows 4 (4 new" in said


def test_of_two_workshops_the_books_own_is_found(made, book):
    made("import", book)
    made("workshop", "add", "--name", "乙", "--region", "513499")
    assert made("import", book, "--json").json["sheets"]["工人"]["unchanged"] == 4


def test_an_empty_workbook_reads_back_and_takes_no_other_file_s_place(made, tmp_path):
    out = tmp_path / "空白.xlsx"
    assert made("template", out).code == 0
    assert made("import", out, "--month", "2026-10", "--dry-run").code == 0
    before = out.read_bytes()
    again = made("template", out, "--json")
    assert (again.code, again.json["refused"], out.read_bytes() == before) == (1, "template_exists", True)
