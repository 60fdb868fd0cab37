"""``payroll print``, ``taxlist``, ``sheet``, ``certificate``, ``subsidy``, ``verify-slip`` on the small book."""

import re
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtGui import QImage

from tests.books import Book
from tests.pictures import Picture

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "samples" / "longtan-2026-10.xlsx"
MONTH = "2026-10"
RARE = "王\U00030000"
PAPERS = ("ledger", "slips", "settlement", "board", "cash")


def all_of(folder: Path) -> list[str]:
    """Options that ask for every paper."""
    return [word for name in PAPERS for word in (f"--{name}", str(folder / f"{name}.pdf"))]


def test_every_paper_of_a_draft_and_of_a_locked_month(shop, tmp_path):
    draft = shop("payroll", "print", MONTH, *all_of(tmp_path), "--json")
    shop("payroll", "lock", MONTH)
    locked = shop("payroll", "print", MONTH, *all_of(tmp_path), "--formulas", "--json")
    assert (draft.code, draft.json["draft"], draft.json["check_code"]) == (0, True, "")
    assert (locked.code, locked.json["draft"], len(locked.json["check_code"])) == (0, False, 14)
    for name in PAPERS:
        assert (tmp_path / f"{name}.pdf").read_bytes().startswith(b"%PDF-")


def test_one_paper_alone_is_enough(shop, tmp_path):
    said = shop("payroll", "print", MONTH, "--slips", tmp_path / "s.pdf", "--lang", "en")
    assert (said.code, "DRAFT" in said.out, "wage slips" in said.out) == (0, True, True)


def test_no_paper_named_is_wrong_usage(shop):
    said = shop("payroll", "print", MONTH)
    assert (said.code, "--ledger" in said.err) == (2, True)


def test_one_refused_paper_and_none_is_written(shop, tmp_path):
    shop("payroll", "lock", MONTH)
    refused = shop("payroll", "print", MONTH, *all_of(tmp_path), "--kind", "correction", "--json")
    assert (refused.code, refused.json["refused"]) == (1, "paper_run_of_kind_missing")
    assert not [*tmp_path.glob("*.pdf")]


def test_a_paper_with_nobody_on_it_is_left_out_and_said(shop, tmp_path):
    shop("payroll", "lock", MONTH)
    shop("payroll", "pay", MONTH, "--cash")
    told = shop("payroll", "print", MONTH, *all_of(tmp_path))
    assert (told.code, "没有打印现金发放清单:2026-10没有待发的金额" in told.out) == (0, True)
    assert {file.stem for file in tmp_path.glob("*.pdf")} == {*PAPERS} - {"cash"}
    answer = shop("payroll", "print", MONTH, *all_of(tmp_path), "--lang", "en", "--json").json
    assert ("cash" in answer, answer["left_out"]["cash"]["refused"]) == (False, "cash_empty")
    alone = shop("payroll", "print", MONTH, "--cash", tmp_path / "c.pdf", "--json")
    assert (alone.code, alone.json["refused"]) == (1, "cash_empty")


def test_the_papers_of_the_readme_are_printed_of_the_sample_of_the_readme(made, tmp_path, monkeypatch):
    (line,) = re.findall(r"^(payroll print .+)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    made("import", SAMPLE)
    told = made(*line.split())
    assert (told.code, told.err, len([*tmp_path.glob("*.pdf")])) == (0, "", 4)


@pytest.mark.parametrize("second", ["z.pdf", "z", "./z.pdf", "link.pdf"])
def test_two_papers_are_not_written_into_one_file(shop, tmp_path, monkeypatch, second):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.pdf").symlink_to("z.pdf")
    refused = shop("payroll", "print", MONTH, "--ledger", "z.pdf", "--slips", second, "--json")
    assert (refused.code, refused.json["refused"], (tmp_path / "z.pdf").exists()) == (1, "file_twice", False)


def test_where_one_file_cannot_be_written_the_other_is_not_either(shop, tmp_path):
    (tmp_path / "t.pdf").mkdir()
    refused = shop("payroll", "taxlist", MONTH, tmp_path / "t.xlsx", "--pdf", tmp_path / "t.pdf", "--json")
    assert (refused.code, refused.json["refused"], (tmp_path / "t.xlsx").exists()) == (1, "file_is_folder", False)


def test_the_boards_rules_are_remembered(shop, tmp_path):
    board = ("payroll", "print", MONTH, "--board", tmp_path / "board.pdf")
    shop(*board, "--board-names", "full", "--board-amounts", "none")
    first = (tmp_path / "board.pdf").read_bytes()
    shop(*board)
    assert len((tmp_path / "board.pdf").read_bytes()) == len(first)
    shop(*board, "--board-names", "star", "--board-amounts", "exact")
    assert len((tmp_path / "board.pdf").read_bytes()) != len(first)


@pytest.mark.parametrize(
    ("words", "better"),
    [
        (("sheet", MONTH, "t.txt"), "t.xlsx"),
        (("taxlist", MONTH, "t.pdf"), "t.xlsx"),
        (("taxlist", MONTH, "t.xlsx", "--pdf", "t.xlsx"), "t.pdf"),
        (("certificate", MONTH, "--worker", "01", "t.doc"), "t.pdf"),
        (("subsidy", MONTH, "t.2026"), "t.2026.pdf"),
        (("print", MONTH, "--ledger", "ok.pdf", "--slips", "t.xlsx"), "t.pdf"),
    ],
)
def test_a_file_is_named_by_what_is_written_into_it(shop, tmp_path, monkeypatch, words, better):
    monkeypatch.chdir(tmp_path)
    before = [*tmp_path.iterdir()]
    refused = shop("payroll", *words, "--json")
    assert (refused.code, refused.json["refused"], better in refused.json["message"]) == (1, "file_ending", True)
    assert [*tmp_path.iterdir()] == before


@pytest.mark.parametrize(("name", "written"), [("t.XLSX", "t.XLSX"), ("t", "t.xlsx")])
def test_an_ending_in_capitals_is_taken_and_one_that_lacks_is_added(shop, tmp_path, name, written):
    answer = shop("payroll", "sheet", MONTH, tmp_path / name, "--json")
    assert (answer.code, answer.json["file"]) == (0, str(tmp_path / written))
    assert (tmp_path / written).is_file()


@pytest.mark.parametrize("months", ["0", "-5", "1000000000"])
def test_a_certificate_is_of_some_months(shop, tmp_path, months):
    words = ("payroll", "certificate", MONTH, "--worker", "01", "--months", months, tmp_path / "c.pdf", "--json")
    assert shop(*words).json["refused"] == "certificate_months"


def test_tax_list_and_sheet(shop, tmp_path):
    taxes = shop("payroll", "taxlist", MONTH, tmp_path / "t.xlsx", "--pdf", tmp_path / "t.pdf", "--json")
    sheet = shop("payroll", "sheet", MONTH, tmp_path / "s.xlsx", "--json")
    assert (taxes.code, taxes.json["wages"], taxes.json["services"]) == (0, 3, 1)
    assert (sheet.code, sheet.json["workers"], sheet.json["draft"]) == (0, 4, True)
    for name in ("t.xlsx", "s.xlsx"):
        assert (tmp_path / name).read_bytes().startswith(b"PK")


def test_both_files_of_a_tax_list_are_named(shop, tmp_path):
    said = shop("payroll", "taxlist", MONTH, tmp_path / "t.xlsx", "--pdf", tmp_path / "t.pdf").out
    assert (str(tmp_path / "t.xlsx") in said, str(tmp_path / "t.pdf") in said) == (True, True)


def test_a_certificate_only_of_what_was_paid(shop, tmp_path):
    asked = ("payroll", "certificate", MONTH, "--worker", "01", tmp_path / "c.pdf", "--json")
    shop("payroll", "lock", MONTH)
    assert (shop(*asked).code, shop(*asked).json["refused"]) == (1, "certificate_nothing_paid")
    assert shop("payroll", "pay", MONTH, "--cash").code == 0
    made = shop(*asked)
    assert (made.code, made.json["months"]) == (0, [MONTH])


def test_a_pack_names_what_is_missing(shop, tmp_path):
    shop("payroll", "lock", MONTH)
    made = shop("payroll", "subsidy", MONTH, tmp_path / "p.pdf", "--json")
    assert (made.code, made.json["missing"]) == (0, ["2026-05", "2026-06", "2026-07", "2026-08", "2026-09"])


def test_codes_read_from_the_printed_page_are_valid_until_the_run_is_given_up(shop, tmp_path, qapp):
    shop("payroll", "lock", MONTH)
    shop("payroll", "print", MONTH, "--slips", tmp_path / "slips.pdf")
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "-png", tmp_path / "slips.pdf", tmp_path / "scan"], check=True)
    pages = [Picture(QImage(str(page))) for page in tmp_path.glob("scan*.png")]
    texts = sorted(code.text for page in pages for code in zxingcpp.read_barcodes(page))
    found = [shop("payroll", "verify-slip", text, "--json") for text in texts]
    assert [(one.code, one.json["verdict"], one.json["no"]) for one in found] == [
        (0, "valid", no) for no in ("01", "02", "03", "04")
    ]
    shop("payroll", "reopen", MONTH, "--reason", "漏了一天")
    again = shop("payroll", "verify-slip", texts[0], "--json")
    assert (again.code, again.json["verdict"]) == (1, "replaced")


@pytest.mark.parametrize("text", ["https://example.org", "GF1AAAA"])
def test_a_text_that_is_no_slips_is_refused(shop, text):
    refused = shop("payroll", "verify-slip", text, "--json")
    assert (refused.code, refused.json["refused"]) == (1, "slip_code_unreadable")


@pytest.fixture
def rare(made, tmp_path):
    """The shop with a name that holds a hanzi no font of ours has."""
    book = Book()
    for row in range(2, 6):
        book.set("工人", row, "手机", f"1990000000{row}")
    book.set("工人", 2, "姓名", RARE)
    made("import", book.save(tmp_path / "book.xlsx"))
    return made


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_a_letter_no_font_has_is_printed_as_geta_and_said(rare, tmp_path, lang):
    said = rare("payroll", "print", MONTH, "--slips", tmp_path / "slips.pdf", "--lang", lang)
    assert (said.code, f"{RARE} (U+30000)" in said.out, "〓" in said.out) == (0, True, True)
    text = subprocess.run(["pdftotext", tmp_path / "slips.pdf", "-"], check=True, capture_output=True, text=True).stdout
    assert "王〓" in text


def test_letters_to_write_in_by_hand_stand_in_the_data(rare, tmp_path):
    said = rare("payroll", "print", MONTH, *all_of(tmp_path), "--json")
    assert {one["text"]: one["letters"] for one in said.json["unprintable"]} == {RARE: ["U+30000"]}
    listed = rare("payroll", "taxlist", MONTH, tmp_path / "t.xlsx", "--pdf", tmp_path / "t.pdf", "--json")
    assert [one["text"] for one in listed.json["unprintable"]] == [RARE]


def test_where_every_letter_is_printed_nothing_is_said(shop, tmp_path):
    said = shop("payroll", "print", MONTH, "--ledger", tmp_path / "l.pdf", "--json")
    assert said.json["unprintable"] == []
