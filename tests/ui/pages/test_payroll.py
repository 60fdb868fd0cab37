"""Payroll: problems first, slips with formulas, lock, ledger preview and PDF on the real database."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.domain.payroll_draft import Finding
from app.services import day_edit
from app.services.people_edit import edit_worker, worker_form
from app.ui.desk import Desk
from app.ui.pages import payroll_rows as rows
from app.ui.pages.payroll import PayrollPage
from app.ui.tables.columns import Tone
from app.ui.widgets.page import Jump
from app.ui.widgets.stepper import StepState
from app.ui.words import Words


@pytest.fixture
def page(desk: Desk, qtbot) -> PayrollPage:
    made = PayrollPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.refresh()
    desk.tasks.settle()
    return made


@pytest.fixture
def clean(page: PayrollPage) -> PayrollPage:
    """The month without problems: every working day filled in, every number there."""
    ctx, shop = page.desk.ctx, page.desk.workshop.workshop_id
    workers = {row.no: row.worker_id for row in page.table.model.rows}
    for day in range(1, 31):
        for no in ("01", "02", "03"):
            day_edit.set_mark(ctx, shop, date(2026, 11, day), workers[no], "休" if no == "03" else "√")
    for no, number in (("03", "513499199711194284"), ("04", "513499197712206217")):
        form = worker_form(ctx, shop, workers[no])
        edit_worker(ctx, shop, workers[no], replace(form, id_number=number, phone="19900000009"))
    page.refresh()
    page.desk.tasks.settle()
    return page


def now_step(page: PayrollPage) -> str:
    return next(step.title for step in rows.steps(page.view) if step.state is StepState.NOW)


def lock(page: PayrollPage) -> None:
    page.lock()
    QTest.keyClick(page.question, Qt.Key.Key_Return)
    page.desk.tasks.settle()


def test_with_problems_the_check_list_is_open_and_nothing_can_be_locked(page: PayrollPage) -> None:
    assert page.view is not None
    assert page.view.problems
    assert now_step(page) == "检查"
    assert page.checks.isVisible()
    assert not page.lock_button.isEnabled()


def test_a_problem_jumps_to_its_place(page: PayrollPage, qtbot) -> None:
    with qtbot.waitSignal(page.jumped) as jumped:
        page.checks.opened.emit(next(found for found in page.checks.model.rows if found[1].day))
    assert jumped.args[0].page == "today"
    assert jumped.args[0].at.startswith("2026-11-")


def test_sums_of_the_table_are_sums_of_slips(clean: PayrollPage) -> None:
    assert clean.view is not None
    assert clean.view.problems == ()
    net = rows.amount(sum(slip.net_fen for slip in clean.view.slips))
    assert net in [clean.table.foot.model().index(0, at).data() for at in range(12)]


def test_a_slip_opens_with_its_formulas(clean: PayrollPage) -> None:
    slip = clean.table.model.rows[0]
    clean.table.opened.emit(slip)
    words = [label.text() for label in clean.panel.findChildren(QLabel)]
    assert all(line.formula in words for line in slip.lines)
    assert rows.amount(slip.net_fen) in words


def test_lock_asks_and_then_freezes(clean: PayrollPage) -> None:
    clean.lock()
    QTest.keyClick(clean.question, Qt.Key.Key_Escape)
    clean.desk.tasks.settle()
    assert now_step(clean) == "核对"
    lock(clean)
    assert clean.view is not None
    assert clean.view.run is not None
    assert now_step(clean) == "打印"
    assert not clean.lock_button.isVisible()
    assert not clean._again.isVisible()
    assert [words.text() for words in clean._no_checks.findChildren(QLabel)] == [
        "工资已锁定：锁定时的检查清单不再更新。"
    ]


def test_locking_is_the_blue_button(clean: PayrollPage) -> None:
    clean.lock()
    assert clean.question.defaultButton().property("role") == "primary"
    QTest.keyClick(clean.question, Qt.Key.Key_Escape)


def test_terms_in_the_check_list_are_in_the_readers_language(qapp) -> None:
    found = Finding("hours_without_piece", 1, "01", "阿依莫", date(2026, 11, 1), {"kind": "休息日"})
    assert "休息日" in rows.finding_text(found, "zh_CN")
    Words(qapp).use("en")
    assert "休息日" not in rows.finding_text(found, "en")


def test_records_changed_after_the_lock_are_said(clean: PayrollPage) -> None:
    lock(clean)
    worker = clean.table.model.rows[0].worker_id
    day_edit.set_mark(clean.desk.ctx, clean.desk.workshop.workshop_id, date(2026, 11, 3), worker, "旷")
    clean.refresh()
    clean.desk.tasks.settle()
    assert clean.message.isVisible()
    assert clean.message.property("tone") == Tone.WARN.value


def test_the_ledger_of_a_locked_month_is_previewed_and_written(clean: PayrollPage, tmp_path: Path) -> None:
    lock(clean)
    clean.show_ledger()
    clean.desk.tasks.settle()
    preview = clean.preview
    assert preview is not None
    preview.draw_all()
    assert len(preview.pages) == len(preview.paper.sheets) == 1
    assert preview.save_pdf(tmp_path / "ledger.pdf")
    assert (tmp_path / "ledger.pdf").read_bytes().startswith(b"%PDF")
    preview.close()


def test_a_place_that_cannot_be_written_is_said(clean: PayrollPage, tmp_path: Path, qtbot) -> None:
    clean.show_ledger()
    clean.desk.tasks.settle()
    assert clean.preview is not None
    with qtbot.waitSignal(clean.desk.said) as said:
        assert not clean.preview.save_pdf(tmp_path / "nowhere" / "ledger.pdf")
    assert said.args[0].tone is Tone.BAD
    clean.preview.close()


def test_a_ledger_with_gaps_is_refused_by_name_on_the_page(page: PayrollPage) -> None:
    page.show_ledger()
    page.desk.tasks.settle()
    assert page.preview is None
    assert "03 ꀋꑳꃀ 身份证号、手机" in page.message.text()


def test_a_month_without_rules_says_why(page: PayrollPage) -> None:
    page.go_to(Jump("payroll", at="1999-01"))
    page.desk.tasks.settle()
    assert page.message.isVisible()
    assert page.message.text()


@pytest.mark.parametrize(("month", "step", "other"), [("2026-01", -1, "2025-12"), ("2026-12", 1, "2027-01")])
def test_months_follow_each_other(month: str, step: int, other: str) -> None:
    assert rows.month_moved(month, step) == other


def test_a_cancelled_pdf_is_not_written(clean: PayrollPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clean.show_ledger()
    clean.desk.tasks.settle()
    assert clean.preview is not None
    monkeypatch.setattr("app.ui.widgets.preview.QProgressDialog.wasCanceled", lambda _: True)
    assert not clean.preview.save_pdf(tmp_path / "ledger.pdf")
    assert list(tmp_path.glob("ledger*")) == []
    clean.preview.close()


def test_the_ledger_goes_to_a_printer(clean: PayrollPage, tmp_path: Path) -> None:
    clean.show_ledger()
    clean.desk.tasks.settle()
    assert clean.preview is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert clean.preview.print_to(printer)
    assert (tmp_path / "printed.pdf").stat().st_size > 10_000
    clean.preview.close()


def test_a_jump_from_a_worker_without_a_day_opens_the_worker(page: PayrollPage, qtbot) -> None:
    found = next(found for found in page.checks.model.rows if found[1].worker_id and not found[1].day)
    with qtbot.waitSignal(page.jumped) as jumped:
        page.checks.opened.emit(found)
    assert (jumped.args[0].page, jumped.args[0].worker_id) == ("people", found[1].worker_id)
