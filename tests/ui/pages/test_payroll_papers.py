"""Printing on the page: every paper with its purpose, preview, PDF, spreadsheet, printer, and why one cannot be."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from app.domain.papers import SlipsData
from app.domain.papers.letters import Unprintable
from app.services.papers import PaperKind
from app.ui.pages.payroll import PayrollPage
from app.ui.pages.payroll_papers import PapersView
from app.ui.pages.payroll_rows import View
from app.ui.tables.columns import Tone
from app.ui.theme.tokens import SIDE_BAR
from app.ui.widgets.preview import PaperPreview
from tests.paper_sources import paid, slip, source

MADE = (PaperKind.LEDGER, PaperKind.SLIPS, PaperKind.BOARD, PaperKind.CASH, PaperKind.TAX_LIST, PaperKind.SETTLEMENT)


def papers_of(page: PayrollPage) -> PapersView:
    page.turn(View.PRINT)
    page.desk.tasks.settle()
    return page.papers


def preview_of(page: PayrollPage, kind: PaperKind = PaperKind.LEDGER) -> PaperPreview:
    view = papers_of(page)
    view.pick(kind)
    QTest.keyClick(view.table.view, Qt.Key.Key_Return)
    page.desk.tasks.settle()
    assert view.preview is not None, view.message.text()
    return view.preview


@pytest.mark.parametrize("kind", MADE)
def test_a_paper_of_a_locked_month_is_previewed(locked: PayrollPage, kind: PaperKind) -> None:
    preview = preview_of(locked, kind)
    preview.draw_all()
    assert len(preview.pages) == len(preview.paper.sheets) >= 1
    preview.close()


def test_every_paper_says_what_it_is_for(locked: PayrollPage) -> None:
    view = papers_of(locked)
    purposes = [view.table.model.columns[1].text(row) for row in view.table.model.rows]
    assert {row.kind for row in view.table.model.rows} == set(PaperKind)
    assert all(purposes)


def test_the_ledger_is_written_as_pdf_and_paying_is_next(locked: PayrollPage, tmp_path: Path) -> None:
    preview = preview_of(locked)
    assert preview.save_pdf(tmp_path / "ledger.pdf")
    assert (tmp_path / "ledger.pdf").read_bytes().startswith(b"%PDF")
    preview.close()
    assert locked.primary.text() == "发放"
    QTest.keyClick(locked.primary, Qt.Key.Key_Space)
    assert locked.shown is View.PAY


def test_pdf_and_spreadsheet_go_where_a_person_says(locked: PayrollPage, tmp_path: Path, press) -> None:
    view = papers_of(locked)
    view.way.choose_file = lambda name, _: str(tmp_path / Path(name).name)
    view.pick(PaperKind.SLIPS)
    press(view, "paper-pdf")
    locked.desk.tasks.settle()
    view.pick(PaperKind.SHEET)
    press(view, "paper-xlsx")
    locked.desk.tasks.settle()
    assert sorted(path.suffix for path in tmp_path.glob("*.*") if path.is_file()) == [".pdf", ".xlsx"]


def test_a_place_that_cannot_be_written_is_said(locked: PayrollPage, tmp_path: Path, qtbot) -> None:
    preview = preview_of(locked)
    with qtbot.waitSignal(locked.desk.said) as said:
        assert not preview.save_pdf(tmp_path / "nowhere" / "ledger.pdf")
    assert said.args[0].tone is Tone.BAD
    preview.close()


def test_a_ledger_with_gaps_is_grey_and_says_whose(payroll_page: PayrollPage) -> None:
    view = papers_of(payroll_page)
    view.pick(PaperKind.LEDGER)
    assert not view.look.isEnabled()
    assert "03 ꀋꑳꃀ 身份证号、手机" in view.message.text()
    assert view.table.model.columns[0].tone(view.table.current()) is Tone.QUIET
    QTest.keyClick(view.table.view, Qt.Key.Key_Return)
    payroll_page.desk.tasks.settle()
    assert view.preview is None


def certificate(page: PayrollPage) -> tuple[bool, str]:
    """Whether the list lets the certificate be printed, and what it says of it."""
    page.desk.tasks.settle()
    view = papers_of(page)
    view.pick(PaperKind.CERTIFICATE)
    return view.look.isEnabled(), view.table.model.columns[3].text(view.table.current())


def test_a_certificate_is_offered_only_to_whom_nothing_is_owed(locked: PayrollPage, press) -> None:
    """First only the one with a net of nothing, then a second is paid; the others have each their own reason."""
    assert certificate(locked) == (True, "✓ 1 人可以打印，其余 3 人不能")
    assert locked.papers.worker.currentData() == "03"
    locked.turn(View.PAY)
    press(locked.pay, "tick-none")
    locked.pay.table.tick([locked.pay.table.model.rows[0].worker_id])
    press(locked.pay, "record-paid")
    assert certificate(locked) == (True, "✓ 2 人可以打印，其余 2 人不能")
    locked.papers.worker.setFocus()
    QTest.keyClick(locked.papers.worker, Qt.Key.Key_Down)
    why = locked.papers.message.text()
    assert (locked.papers.look.isEnabled(), why[:2], "请先登记发放" in why) == (False, "02", True)
    assert locked.papers.table.model.columns[3].text(locked.papers.table.current()) == why


def test_why_a_paper_cannot_be_printed_is_read_whole(payroll_page: PayrollPage, qtbot) -> None:
    """At the narrowest window: every reason's lines have room in its row."""
    payroll_page.resize(1180 - SIDE_BAR, 700)
    view = papers_of(payroll_page)
    table = view.table.view
    heights = {row.kind: table.rowHeight(at) for at, row in enumerate(view.table.model.rows)}
    at = [row.kind for row in view.table.model.rows].index(PaperKind.LEDGER)
    text = view.table.model.columns[3].text(view.table.model.rows[at])
    room = QRect(0, 0, table.columnWidth(3) - 16, 0)
    needed = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
    qtbot.waitUntil(lambda: table.rowHeight(at) >= needed > heights[PaperKind.SHEET] / 2)
    assert view.table.view.rowHeight(at) > heights[PaperKind.SHEET]


def test_a_cancelled_pdf_is_not_written(locked: PayrollPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = preview_of(locked)
    monkeypatch.setattr("app.ui.widgets.preview.QProgressDialog.wasCanceled", lambda _: True)
    assert not preview.save_pdf(tmp_path / "ledger.pdf")
    assert list(tmp_path.glob("ledger*")) == []
    preview.close()


def test_the_ledger_goes_to_a_printer(locked: PayrollPage, tmp_path: Path) -> None:
    preview = preview_of(locked)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert preview.print_to(printer)
    assert (tmp_path / "printed.pdf").stat().st_size > 10_000
    preview.close()


def test_the_cash_list_opens_from_paying(locked: PayrollPage, press) -> None:
    locked.turn(View.PAY)
    press(locked.pay, "cash-list")
    locked.desk.tasks.settle()
    assert locked.shown is View.PRINT
    assert locked.papers.preview is not None
    locked.papers.preview.close()


def test_a_letter_no_font_has_is_said_in_preview_and_after_saving(locked: PayrollPage, tmp_path: Path, qtbot) -> None:
    preview = preview_of(locked)
    rare = Unprintable("02", "王\U00030000", ("\U00030000",))
    preview.paper = replace(preview.paper, unprintable=(rare,))
    with qtbot.waitSignal(locked.desk.said) as said:
        assert preview.save_pdf(tmp_path / "ledger.pdf")
    assert (said.args[0].tone, "王\U00030000 (U+30000)" in said.args[0].text) == (Tone.WARN, True)
    assert "手写补上" in said.args[0].text
    preview.close()


def test_a_preview_with_a_letter_no_font_has_shows_it_beside_the_pages(desk, qtbot) -> None:
    data = SlipsData(replace(source(1), slips=(paid(slip(1, name="王\U00030000")),)))
    preview = PaperPreview(desk, data)
    qtbot.addWidget(preview)
    with qtbot.waitSignal(desk.said) as said:
        preview.show()
    assert (preview.lacking.isVisible(), preview.lacking.text()) == (True, said.args[0].text)
    assert "01 王\U00030000 (U+30000)" in said.args[0].text
    preview.close()


def test_a_cash_list_nobody_is_left_for_is_refused_in_the_list_until_everybody_is_asked_for(
    locked: PayrollPage, press
) -> None:
    """Whoever has no account is paid: the bank file pays the others, unless a person wants cash for them too."""
    locked.turn(View.PAY)
    press(locked.pay, "tick-none")
    row = next(one for one in locked.pay.table.model.rows if one.no == "02")
    locked.pay.table.tick([row.worker_id])
    locked.pay.method.setCurrentIndex(1)
    press(locked.pay, "record-paid")
    locked.desk.tasks.settle()
    view = papers_of(locked)
    view.pick(PaperKind.CASH)
    why = view.table.model.columns[3].text(view.table.current())
    assert (view.look.isEnabled(), "都有银行账号" in why, view.message.text()) == (False, True, why)
    view.everybody.setFocus()
    QTest.keyClick(view.everybody, Qt.Key.Key_Space)
    assert (view.look.isEnabled(), view.message.isVisible()) == (True, False)
    QTest.keyClick(view.everybody, Qt.Key.Key_Space)
    assert not view.look.isEnabled()
