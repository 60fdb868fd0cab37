"""Printed labels: every one says what it is, its code is read by a decoder, pages have the size of the paper."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp

from app.domain.papers.labels import LABEL_PAPERS, Label, LabelPaper, LabelsData, label_words, read_label
from app.ui.printing.label_paper import label_box
from app.ui.printing.output import page_picture, paper_pdf
from app.ui.printing.papers import paper_of
from tests.pictures import Picture

UNIT = "龙潭彝绣工坊"
LONG = Label("P-2026-0099-A", "手工银饰耳坠大号火把节纪念款限量版第一批次", "苗族银饰锻制技艺", "对", 128_000)
GOODS = (Label("P001", "彝绣挎包", "彝族刺绣", "件", 16_800), LONG, Label("", "荷包", "", "个", None))
KEYS = [paper.key for paper in LABEL_PAPERS]


def data(paper: LabelPaper, start: int = 1, labels: tuple[Label, ...] = GOODS) -> LabelsData:
    return LabelsData(UNIT, "2026-11-25", labels, paper, start)


def named(key: str) -> LabelPaper:
    return next(paper for paper in LABEL_PAPERS if paper.key == key)


@pytest.mark.parametrize("paper", LABEL_PAPERS, ids=KEYS)
def test_each_code_is_read_from_the_printed_page(qapp: object, paper: LabelPaper) -> None:
    laid = paper_of(data(paper))
    found = {
        read_label(code.text)
        for at in range(len(laid.sheets))
        for code in zxingcpp.read_barcodes(Picture(page_picture(laid, at, 300)))
    }
    assert found == {(label_words(UNIT, label), True) for label in GOODS}


def test_words_stand_on_every_label(qapp: object, text_of: Callable[[bytes], list[str]]) -> None:
    pages = text_of(paper_pdf(paper_of(data(named("60x40")))))
    assert len(pages) == 3
    for part in ("彝绣挎包", "彝族刺绣", "P001", "168.00", UNIT):
        assert part in pages[0]
    assert "¥" not in pages[2]


def test_a_page_begun_is_gone_on_with(qapp: object) -> None:
    assert len(paper_of(data(named("A4-24"), start=22)).sheets) == 1
    laid = paper_of(data(named("A4-24"), start=23))
    assert len(laid.sheets) == 2
    codes = zxingcpp.read_barcodes(Picture(page_picture(laid, 0, 200)))
    box = label_box(named("A4-24"), 22)
    places = [(code.position.top_left.x, code.position.top_left.y) for code in codes]
    assert len(places) == 2
    assert all(y / 200 * 2540 > box.top() for _, y in places)


@pytest.mark.parametrize(("key", "size"), [("60x40", "170 x 113"), ("A4-21", "595 x 842"), ("40x30", "113 x 85")])
def test_pages_have_the_size_of_the_paper(qapp: object, tmp_path: Path, key: str, size: str) -> None:
    file = tmp_path / "labels.pdf"
    file.write_bytes(paper_pdf(paper_of(data(named(key)))))
    done = subprocess.run(["pdfinfo", file], capture_output=True, check=True, encoding="utf-8")
    assert f"Page size:       {size}" in done.stdout


def test_letters_no_font_has_are_named(qapp: object) -> None:
    paper = paper_of(data(named("60x40"), labels=(Label("P1", "\U00030000包", "", "件", 100),)))
    assert [one.letters for one in paper.unprintable] == [("\U00030000",)]
