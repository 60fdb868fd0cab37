"""What commands answer in English is English: the only Chinese is what people wrote into the records."""

import re

import pytest

from app.cli.setup import FIRST_USER
from app.domain.messages.terms import TERMS
from app.services.workbook import sheets
from tests.books import Book
from tests.commands import NAME

MONTH = "2026-10"
HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
WRITTEN = re.compile("|".join([NAME, FIRST_USER, *(sheet.name for sheet in sheets.SHEETS)]))
"""Names in the records, and the sheets of the workbook."""
LATIN = {"工人01": "Agu", "工人02": "Bumo", "工人03": "Chen", "工人04": "Dali", "香包": "pouch", "填充": "filling",
         "刺绣": "stitching", "餐补": "meals", "家中急用": "needed at home", "彝族年": "Yi New Year", "展会": "fair",
         "配色与纹样": "patterns", "研培计划": "training", "阿依莫": "Ayimo", "件": "piece"}  # fmt: skip


@pytest.fixture
def book():
    """October's small book with everything in Latin letters that is not the workbook's own word."""
    made = Book()
    made.sheets = {
        name: [[LATIN.get(value, value) if isinstance(value, str) else value for value in row] for row in rows]
        for name, rows in made.sheets.items()
    }
    for row in range(2, 6):
        made.set("工人", row, "手机", f"1990000000{row}")
    return made


@pytest.fixture
def shop(made, book, tmp_path):
    """Commands on records with that book."""
    made("import", book.save(tmp_path / "book.xlsx"))
    return made


def heard(run, *words):
    """What a command says in English, which must hold no Chinese but what people wrote."""
    answer = run("--lang", "en", *words)
    assert HAN.findall(WRITTEN.sub("", answer.out + answer.err)) == [], answer.out + answer.err
    return answer.out + answer.err


def test_a_payroll_from_its_draft_to_the_archive(shop):
    for words in ("compute", "lock", "status", "compare", "pay --only 01", "pay --cash", "payments"):
        name, *options = words.split()
        heard(shop, "payroll", name, MONTH, *options)
    heard(shop, "payroll", "pay", MONTH, "--returned", "02", "--reason", "no such account")
    told = heard(shop, "payroll", "payments", MONTH)
    assert re.search(r"^01 Agu: .* \(bank \d{4}-\d\d-\d\d\)$", told, re.MULTILINE)
    assert re.search(r"^02 Bumo: .* \(cash [-\d]+, came back [-\d]+: no such account\)$", told, re.MULTILINE)
    for no in ("01", "02", "03", "04"):
        heard(shop, "payroll", "explain", MONTH, "--worker", no)
    heard(shop, "payroll", "pay", MONTH, "--cash")
    heard(shop, "payroll", "archive", MONTH)
    heard(shop, "payroll", "unarchive", MONTH, "--reason", "money came back")
    for words in ("verify",), ("status", MONTH), ("status", MONTH, "--all-workshops"), ("compute", MONTH):
        heard(shop, "payroll", *words)


def test_the_papers_and_files(shop, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    heard(shop, "payroll", "lock", MONTH)
    for words in ("print {} --ledger l --slips s --settlement h --board b --cash c", "taxlist {} t --pdf t",
                  "sheet {} x", "certificate {} --worker 01 y", "subsidy {} z", "bankfile {} out.csv"):  # fmt: skip
        heard(shop, "payroll", *words.format(MONTH).split())


@pytest.mark.parametrize("words", ["stats", "verify", "doctor", "sync", "payroll lock 2026-09"])
def test_everything_else(shop, words):
    heard(shop, *words.split())


@pytest.mark.parametrize(
    ("row", "column", "value", "words"),
    [
        (2, "标准", 1e9, "a rate by the month is at most"),
        (2, "标准", None, "who is paid by the month needs a rate"),
        (3, "计薪方式", "月薪", "part-time work is not paid by the month"),
        (5, "标准", 20, "the rate of who is paid by the piece has no effect"),
        (4, "计薪方式", "时薪", "services is settled by pieces only; the rate by the hour has no effect"),
    ],
)
def test_a_term_in_a_finding_of_the_workbook(made, book, tmp_path, row, column, value, words):
    book.set("工人", row, column, value)
    told = made("--lang", "en", "import", book.save(tmp_path / "book.xlsx"), "--dry-run")
    assert words in told.out + told.err


def test_the_words_for_terms_are_english():
    assert [words for words in TERMS.values() if not re.match(r"[a-z\d]", words)] == []
