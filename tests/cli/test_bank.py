"""``payroll bankfile``."""

import hashlib
from pathlib import Path

import pytest

from tests.books import Book


@pytest.fixture
def shop(made, tmp_path):
    """Commands on records with October's small book, everybody with a bank, locked."""
    book = Book()
    for row in range(2, 6):
        for column, text in (
            ("手机", f"1990000000{row}"),
            ("开户行", "农村信用社"),
            ("银行账号", f"00003443841112923{row}"),
        ):
            book.set("工人", row, column, text)
    made("import", book.save(tmp_path / "book.xlsx"))
    made("payroll", "lock", "2026-10")
    return made


def test_the_file_pays_the_run_and_says_its_hash(shop, tmp_path: Path):
    run = shop("payroll", "compute", "2026-10", "--json").json["locked"]
    answer = shop("payroll", "bankfile", "2026-10", tmp_path / "a.csv", "--json")
    content = (tmp_path / "a.csv").read_bytes()
    assert answer.code == 0
    assert (answer.json["count"] + len(answer.json["skipped"]), answer.json["total_fen"]) == (4, run["net_fen"])
    assert answer.json["sha256"] == hashlib.sha256(content).hexdigest()
    assert content.startswith(b"\xef\xbb\xbf")


def test_a_template_is_named_between_month_and_file(shop, tmp_path: Path):
    answer = shop("payroll", "bankfile", "2026-10", "--template", "fixed-80", tmp_path / "a.txt", "--json")
    assert answer.code == 0
    assert {len(line) for line in (tmp_path / "a.txt").read_bytes().splitlines()} == {80}


@pytest.mark.parametrize(("template", "name"), [("csv-utf8", "OUT.csv"), ("xlsx", "OUT.xlsx")])
def test_a_name_without_an_ending_is_given_the_templates(shop, tmp_path: Path, template, name):
    answer = shop("payroll", "bankfile", "2026-10", "--template", template, tmp_path / "OUT", "--json")
    assert (answer.json["file"], (tmp_path / name).is_file()) == (str(tmp_path / name), True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("2026-10", "--template", "xlsx", "OUT.csv"), "file_ending"),
        (("2026-10", "--template", "x", "OUT"), "bank_template_missing"),
        (("2026-11", "OUT"), "bank_run_draft"),
        (("2026-10", "no/OUT"), "folder_missing"),
    ],
)
def test_refused(shop, tmp_path: Path, words, code):
    refused = shop("payroll", "bankfile", *words[:-1], tmp_path / words[-1], "--json")
    assert (refused.code, refused.json["refused"]) == (1, code)
    assert not (tmp_path / "OUT").exists()


def test_who_is_left_out_is_named(shop, made, tmp_path: Path):
    said = shop("payroll", "bankfile", "2026-10", tmp_path, "--lang", "en").out
    assert "workers" in said
    assert [path.name for path in tmp_path.glob("*代发.csv")] != []


def test_who_is_paid_already_is_counted_not_listed(shop, tmp_path: Path):
    shop("payroll", "pay", "2026-10")
    shop("payroll", "pay", "2026-10", "--returned", "01", "--reason", "账号不符")
    said = shop("payroll", "bankfile", "2026-10", tmp_path / "a.csv").out
    assert ("未列入 3 人" in said, said.count("未列入")) == (True, 1)
    skipped = shop("payroll", "bankfile", "2026-10", tmp_path / "b.csv", "--json").json["skipped"]
    assert [one["no"] for one in skipped] == ["02", "03", "04"]


def test_the_templates_are_listed_without_month_and_file(made):
    rows = made("payroll", "bankfile", "--list", "--json").json["templates"]
    assert [row["key"] for row in rows] == ["csv-utf8", "txt-gb18030", "fixed-80", "csv-fen", "xlsx"]
    assert "CSV, commas" in made("payroll", "bankfile", "--list", "--lang", "en").out


def test_without_month_and_file_it_is_wrong_usage(made):
    assert made("payroll", "bankfile").code == 2
