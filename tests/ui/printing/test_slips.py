"""Printed wage slips: eight to a sheet, nothing lost, codes that a decoder reads from the printed page."""

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtGui import QImage

from app.domain.money import yuan
from app.domain.papers.slip_code import SlipClaim, code_part, slip_digest, slip_words
from app.domain.papers.slips import SlipsData
from app.domain.papers.source import Source, ledger_of
from app.domain.vocabulary import Relation, RunKind
from app.ui.printing import slips_layout as lay
from app.ui.printing.ledger_paper import ledger_paper
from app.ui.printing.output import paper_pdf
from app.ui.printing.papers import paper_of, slips_pdf
from app.ui.printing.slips_layout import lay_out_slips
from app.ui.printing.slips_paint import slips_paper
from tests.paper_sources import paid, slip, source
from tests.pictures import Picture


def slips(given: Source, *, formulas: bool = False) -> SlipsData:
    """Slips of a run with codes as a device would sign them (the signature is invented)."""
    if given.is_draft:
        return SlipsData(given, formulas)
    codes = {}
    for one in given.slips:
        claim = SlipClaim(77, given.run_id, one.slip.worker_id, 4711, slip_digest(77, given.run_id, one.slip))
        codes[one.slip.worker_id] = (slip_words(given.unit, given.month, one.slip), code_part(claim, bytes(64)))
    return SlipsData(given, formulas, codes)


@pytest.mark.parametrize(("workers", "sheets"), [(1, 1), (7, 1), (8, 1), (9, 2), (40, 5), (300, 38)])
def test_eight_to_a_sheet(qapp: object, workers: int, sheets: int) -> None:
    assert len(lay_out_slips(slips(source(workers, 2)))) == sheets


@pytest.mark.parametrize("formulas", [False, True])
@pytest.mark.parametrize("lines", [0, 4, 11, 12, 13, 25, 40, 150])
def test_every_line_is_set_once_and_inside_its_cell(qapp: object, lines: int, *, formulas: bool) -> None:
    data = slips(source(3, lines), formulas=formulas)
    cells = [cell for sheet in lay_out_slips(data) for _, _, cell in sheet.cells]
    for one in data.source.slips:
        own = [cell for cell in cells if cell.paid is one]
        texts = [block.amount for cell in own for block in cell.blocks]
        assert texts == [yuan(line.amount_fen, grouped=True) for line in (*one.slip.lines, *one.slip.deductions)]
        assert [cell.part for cell in own] == list(range(1, len(own) + 1))
        for cell in own:
            room = lay.HIGH - lay.HEAD - (lay.SUMS if cell.is_last else 0) - lay.NOTE
            assert sum(block.height for block in cell.blocks) <= room + lay.NOTE


def test_a_slip_of_several_cells_begins_at_the_left_of_a_row(qapp: object) -> None:
    given = source(5, 3)
    given = replace(given, slips=(given.slips[0], paid(slip(2, 40)), *given.slips[2:]))
    (sheet,) = lay_out_slips(slips(given))[:1]
    places = [(row, column) for row, column, cell in sheet.cells if cell.paid.slip.worker_id == 2]
    assert places[0] == (1, 0)
    assert places == sorted(places)


@pytest.mark.parametrize("worker", range(1, 11))
def test_names_amounts_and_formulas_can_be_searched(qapp: object, text_of, worker: int) -> None:
    one = slip(worker, 3)
    text = "".join(text_of(slips_pdf(slips(replace(source(1), slips=(paid(one),)), formulas=True))))
    plain = "".join(text.replace("\u202b", "").replace("\u202c", "").split())
    assert "".join(one.name.split()) in plain
    for part in (yuan(one.net_fen, grouped=True), yuan(one.gross_fen, grouped=True), one.lines[1].formula):
        assert part in plain


def test_contract_work_is_not_called_wages(qapp: object, text_of) -> None:
    mixed = replace(source(), slips=(paid(slip(1, 1, Relation.HOME)), paid(slip(2, 1, Relation.SERVICES))))
    text = text_of(slips_pdf(slips(mixed)))[0]
    assert "加工费明细" in text
    assert "劳务费明细" in text
    assert "工资条" not in text


def test_a_draft_says_so_on_each_slip_and_has_no_code(qapp: object, text_of) -> None:
    text = text_of(slips_pdf(slips(source(7, run_id=0))))[0]
    assert text.count("草稿 DRAFT") == 7
    assert "核验" not in text


def test_a_corrections_slips_say_so(qapp: object, text_of) -> None:
    assert "工资条（更正差额）" in text_of(slips_pdf(slips(source(1, kind=RunKind.CORRECTION))))[0]


def test_the_printed_page_is_read_by_a_decoder(qapp: object, tmp_path: Path) -> None:
    data = slips(source(8))
    path = tmp_path / "slips.pdf"
    path.write_bytes(slips_pdf(data))
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "-png", path, tmp_path / "page"], check=True)
    (page,) = tmp_path.glob("page*.png")
    found = {code.text for code in zxingcpp.read_barcodes(Picture(QImage(str(page))))}
    assert found == {" ".join(parts) for parts in data.codes.values()}


def test_paper_of_slips_names_file_and_job(qapp: object) -> None:
    paper = paper_of(slips(source(2, run_id=0)))
    assert paper.file_name == "工资条-2026-10-草稿.pdf"
    assert paper.job.isascii()


def test_a_part_of_a_month_is_named_on_slip_and_ledger(qapp: object, text_of) -> None:
    part = replace(slip(1), period_from=date(2026, 10, 1), period_to=date(2026, 10, 15))
    given = replace(source(1, kind=RunKind.FIRST_HALF), slips=(paid(part),))
    for paper in (slips_paper(slips(given)), ledger_paper(ledger_of(given))):
        (page,) = text_of(paper_pdf(paper))
        assert "10-01 至 10-15" in page
        assert "（上半月）" in page


@pytest.mark.parametrize("relation", Relation)
def test_days_of_absence_stand_on_the_slips_of_full_time_workers_only(
    qapp: object, text_of, relation: Relation
) -> None:
    (text,) = text_of(slips_pdf(slips(replace(source(), slips=(paid(slip(1, 1, relation)),)))))
    assert ("缺勤" in text) == (relation is Relation.FULL_TIME)
