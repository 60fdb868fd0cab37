"""The printed ledger: what a person and a search program find on its pages."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest
from PySide6.QtPrintSupport import QPrinter

from app.domain.money import yuan
from app.domain.refusal import Refusal
from app.ui.printing.ledger_paper import ledger_paper
from app.ui.printing.output import page_picture, paper_pdf, print_paper, write_paper

Reader = Callable[[bytes], list[str]]
SAMPLE = Path(__file__).resolve().parents[3] / "tests" / "samples" / "longtan-2026-10.xlsx"
COMMON = "MA0012 一人女工马龙鱼鸟页长门贝见车风飞食青韦户山水火土木金石田目耳口手足身辛黑黄齐齿鼠鼻龟胶民母"


def test_every_page_has_heading_subtotal_foot_and_number(books: ModuleType, text_of: Reader) -> None:
    pages = text_of(paper_pdf(ledger_paper(books.ledger(40, books.ALL))))
    assert len(pages) > 1
    for at, page in enumerate(pages, start=1):
        for part in ("工资支付台账", "龙潭彝绣工坊", "身份证号", "领款人签名或手印", "代签人及关系", "本页小计"):
            assert part in page
        for part in (
            "制表：阿依莫",
            "审核：",
            "负责人：",
            "校验码：K7Q2-9DXM",
            "个税 2019.1",
            "约定发放日：2026-11-10",
        ):
            assert part in page
        assert f"第 {at} 页，共 {len(pages)} 页" in page


def test_total_in_figures_and_capitals_stands_on_the_last_page_only(books: ModuleType, text_of: Reader) -> None:
    data = books.ledger(40)
    *front, last = text_of(paper_pdf(ledger_paper(data)))
    total = sum(row.net_fen for row in data.rows)
    assert yuan(total, grouped=True) in last
    assert "实发总额（大写）：人民币" in last
    assert not any("实发总额" in page for page in front)


@pytest.mark.parametrize("name_at", range(10))
def test_names_of_every_script_can_be_searched(books: ModuleType, text_of: Reader, name_at: int) -> None:
    name = books.NAMES[name_at]
    text = (
        "".join(text_of(paper_pdf(ledger_paper(books.ledger(1, name=name)))))
        .replace("\u202b", "")
        .replace("\u202c", "")
    )
    assert "".join(name.split()) in "".join(text.split())


def test_common_hanzi_come_out_as_themselves(books: ModuleType, text_of: Reader) -> None:
    data = replace(books.ledger(1), unit=COMMON)
    assert COMMON in " ".join(" ".join(text_of(paper_pdf(ledger_paper(data)))).split())


def test_a_draft_says_so_on_each_page_and_has_no_check_code(books: ModuleType, text_of: Reader) -> None:
    for page in text_of(paper_pdf(ledger_paper(books.ledger(40, check_code="")))):
        assert "草稿 DRAFT" in page
        assert "校验码" not in page
        assert "记录链" not in page


def test_a_locked_ledger_is_no_draft(books: ModuleType, text_of: Reader) -> None:
    assert "DRAFT" not in "".join(text_of(paper_pdf(ledger_paper(books.ledger(2)))))


def test_each_page_of_a_locked_ledger_bears_check_code_and_chain(books: ModuleType, text_of: Reader) -> None:
    for page in text_of(paper_pdf(ledger_paper(books.ledger(40)))):
        assert "K7Q2-9DXM" in page
        assert "4711·1234 9F3A-12BC-77D2" in page


def test_a_missing_phone_is_refused_by_name_and_nothing_is_written(books: ModuleType, tmp_path: Path) -> None:
    whole = books.ledger(2)
    data = replace(whole, rows=(whole.rows[0], replace(whole.rows[1], phone="")))
    with pytest.raises(Refusal) as refused:
        write_paper(ledger_paper(data), tmp_path / "ledger.pdf")
    assert refused.value.code == "ledger_field_missing"
    assert "02 吉克秀英 手机" in refused.value.text()
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_replaced_whole(books: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "ledger.pdf"
    path.write_bytes(b"old")
    assert write_paper(ledger_paper(books.ledger(2)), path) == path
    assert path.read_bytes().startswith(b"%PDF-")
    assert [found.name for found in tmp_path.iterdir()] == ["ledger.pdf"]


def test_a_place_that_cannot_be_written_is_named(books: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        write_paper(ledger_paper(books.ledger(1)), tmp_path / "nowhere" / "ledger.pdf")
    assert refused.value.code == "folder_missing"


@pytest.mark.skipif(sys.platform == "win32", reason="/dev/full is Linux's")
def test_a_full_stick_is_named_so(books: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "ledger.pdf.part").symlink_to("/dev/full")
    with pytest.raises(Refusal) as refused:
        write_paper(ledger_paper(books.ledger(1)), tmp_path / "ledger.pdf")
    assert refused.value.code == "disk_full"
    assert list(tmp_path.iterdir()) == []


def test_printer_and_pdf_use_the_same_layout(books: ModuleType, tmp_path: Path, text_of: Reader) -> None:
    data = books.ledger(40)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    pages = print_paper(ledger_paper(data), printer)
    printed = text_of((tmp_path / "printed.pdf").read_bytes())
    assert pages == len(printed) == len(text_of(paper_pdf(ledger_paper(data))))
    assert printer.docName().isascii()


def test_preview_is_landscape_a4_black_on_white(books: ModuleType) -> None:
    image = page_picture(ledger_paper(books.ledger(7)), 0, 96)
    assert (image.width(), image.height()) == (1123, 794)
    assert image.isGrayscale()
    assert image.pixelColor(2, 2).lightness() == 255


def test_all_names_of_the_sample_can_be_searched(books: ModuleType, text_of: Reader) -> None:
    sheet = openpyxl.load_workbook(SAMPLE, read_only=True)["工人"]
    names = [cells[1] for cells in sheet.iter_rows(min_row=2, values_only=True)]
    data = books.ledger(len(names))
    rows = tuple(replace(row, name=name) for row, name in zip(data.rows, names, strict=True))
    text = "".join(text_of(paper_pdf(ledger_paper(replace(data, rows=rows)))))
    assert [name for name in names if name not in text] == []


def test_each_page_is_told_and_a_cancelled_file_is_not_written(books: ModuleType, tmp_path: Path) -> None:
    told = []

    def stop(done: int, pages: int) -> None:
        told.append((done, pages))
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        paper_pdf(ledger_paper(books.ledger(60)), stop)
    assert told == [(1, 5), (2, 5)]
    assert list(tmp_path.iterdir()) == []


def test_a_digest_can_be_searched(books: ModuleType, text_of: Reader) -> None:
    data = replace(books.ledger(1), packs=("wage_tax 2019.1 8ffbef12", "calendar 2026.1 ff1fffa0"))
    page = text_of(paper_pdf(ledger_paper(data)))[0]
    assert "个人所得税 2019.1 8ffbef、放假安排 2026.1 ff1fff" in page
