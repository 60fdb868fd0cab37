"""Payroll: problems first, slips with formulas, lock, reopen, archive; the one button that says what is next."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.domain.messages.terms import term_of
from app.domain.payroll_draft import Finding
from app.domain.vocabulary import PayMethod, RunState, TimeKind
from app.models.pay import PayrollEvent, PayrollRun
from app.services import day_edit, payments, payroll_life
from app.services.payroll_compare import Comparison
from app.ui.pages import payroll_rows as rows
from app.ui.pages import payroll_tables as tables
from app.ui.pages.payroll import PayrollPage
from app.ui.pages.payroll_rows import View
from app.ui.widgets.page import Jump
from app.ui.widgets.stepper import StepState

ALT = Qt.KeyboardModifier.AltModifier


def now_step(page: PayrollPage) -> str:
    return next(step.title for step in rows.steps(page.view) if step.state is StepState.NOW)


def mend(page: PayrollPage) -> None:
    """A record of the first worker is changed after the lock."""
    worker = page.table.model.rows[0].worker_id
    day_edit.set_mark(page.desk.ctx, page.desk.workshop.workshop_id, date(2026, 11, 3), worker, "旷")
    page.refresh()
    page.desk.tasks.settle()


def test_with_problems_the_check_list_is_open_and_nothing_can_be_locked(payroll_page: PayrollPage) -> None:
    assert payroll_page.view is not None
    assert payroll_page.view.problems
    assert now_step(payroll_page) == "检查"
    assert payroll_page.checks.isVisible()
    assert "处理问题" in payroll_page.primary.text()
    payroll_page.lock()
    assert payroll_page.question is None


def test_the_blue_button_goes_to_the_first_problem(payroll_page: PayrollPage, qtbot) -> None:
    payroll_page.turn(View.COMPUTE)
    QTest.keyClick(payroll_page.primary, Qt.Key.Key_Space)
    assert payroll_page.shown is View.CHECK
    with qtbot.waitSignal(payroll_page.jumped):
        QTest.keyClick(payroll_page.primary, Qt.Key.Key_Space)


def test_every_step_is_reached_by_its_key(payroll_page: PayrollPage) -> None:
    for at, view in enumerate(rows.VIEWS):
        QTest.keyClick(payroll_page, Qt.Key(Qt.Key.Key_1 + at), ALT)
        assert payroll_page.shown is view
        assert payroll_page.views[view].isVisible()
        assert payroll_page.steps.buttons[at].isChecked()


def test_a_problem_jumps_to_its_place(payroll_page: PayrollPage, qtbot) -> None:
    at = next(at for at, found in enumerate(payroll_page.checks.model.rows) if found[1].day)
    payroll_page.checks.view.setCurrentIndex(payroll_page.checks.model.index(at, 0))
    with qtbot.waitSignal(payroll_page.jumped) as jumped:
        QTest.keyClick(payroll_page.checks.view, Qt.Key.Key_Return)
    assert jumped.args[0].page == "today"
    assert jumped.args[0].at.startswith("2026-11-")


def test_a_missing_number_jumps_to_the_workers_field(payroll_page: PayrollPage, qtbot) -> None:
    found = next(found for found in payroll_page.checks.model.rows if found[1].kind == "id_missing")
    with qtbot.waitSignal(payroll_page.jumped) as jumped:
        payroll_page.checks.opened.emit(found)
    assert jumped.args[0] == Jump("people", found[1].worker_id, field="id_number")


def test_sums_of_the_table_are_sums_of_slips(clean: PayrollPage) -> None:
    assert clean.view is not None
    assert clean.view.problems == ()
    net = rows.amount(sum(slip.net_fen for slip in clean.view.slips))
    assert net in [clean.table.foot.model().index(0, at).data() for at in range(11)]


def test_a_slip_opens_with_its_formulas(clean: PayrollPage) -> None:
    clean.turn(View.COMPUTE)
    slip = clean.table.model.rows[0]
    clean.table.view.selectRow(0)
    QTest.keyClick(clean.table.view, Qt.Key.Key_Return)
    words = [label.text() for label in clean.panel.findChildren(QLabel)]
    assert all(line.formula in words for line in slip.lines)
    assert rows.amount(slip.net_fen) in words


def test_lock_asks_and_then_freezes(clean: PayrollPage) -> None:
    QTest.keyClick(clean.primary, Qt.Key.Key_Space)
    QTest.keyClick(clean.question, Qt.Key.Key_Escape)
    clean.desk.tasks.settle()
    assert now_step(clean) == "核对"
    QTest.keyClick(clean.primary, Qt.Key.Key_Space)
    QTest.keyClick(clean.question, Qt.Key.Key_Return)
    clean.desk.tasks.settle()
    assert clean.view is not None
    assert clean.view.run is not None
    assert now_step(clean) == "打印"
    assert clean.shown is View.PRINT
    assert not clean._again.isVisible()
    words = [part.text() for part in clean.check._empty.findChildren(QLabel)]
    assert words == ["工资已锁定：锁定时的检查清单不再更新。"]


def test_a_lock_that_is_refused_says_why_in_its_dialog(clean: PayrollPage) -> None:
    clean.lock()
    payroll_life.lock(clean.desk.ctx, clean.desk.workshop.workshop_id, clean.month)
    QTest.keyClick(clean.question, Qt.Key.Key_Return)
    clean.desk.tasks.settle()
    assert clean.question.isVisible()
    assert "已经锁定" in clean.question.message.text()
    clean.question.reject()


def test_locking_is_the_blue_button(clean: PayrollPage) -> None:
    clean.lock()
    assert clean.question.yes.isDefault()
    assert clean.question.yes.property("role") == "primary"
    QTest.keyClick(clean.question, Qt.Key.Key_Escape)


def test_reopening_needs_a_reason_and_brings_the_draft_back(locked: PayrollPage, press) -> None:
    locked.turn(View.LOCK)
    press(locked, "reopen")
    QTest.keyClick(locked.question.reason, Qt.Key.Key_Return)
    assert "请写明原因" in locked.question.message.text()
    QTest.keyClicks(locked.question.reason, "one entry was missing")
    QTest.keyClick(locked.question.reason, Qt.Key.Key_Return)
    locked.desk.tasks.settle()
    assert not locked.question.isVisible()
    assert locked.view.run is None
    assert [run.state for run in locked.view.runs] == [RunState.REOPENED]
    assert next(words for _, words in rows.run_choices(locked.view, "zh_CN")) == "月工资 · 草稿"
    assert locked.choice.isVisible()


def test_a_reopened_run_can_be_looked_at_and_offers_nothing(locked: PayrollPage) -> None:
    ctx, shop, run = locked.desk.ctx, locked.desk.workshop.workshop_id, locked.view.run
    payroll_life.reopen(ctx, shop, run.run_id, "missing entry")
    locked.open_month(locked.month, run.run_id)
    locked.desk.tasks.settle()
    assert locked.view.run.state is RunState.REOPENED
    assert not locked.primary.isVisible()
    assert not locked.locks.reopen.isVisibleTo(locked.locks)


def test_after_the_first_payment_reopening_is_not_offered(locked: PayrollPage) -> None:
    ctx, shop = locked.desk.ctx, locked.desk.workshop.workshop_id
    payments.pay(ctx, shop, locked.view.run.run_id, only=["01"])
    locked.refresh()
    locked.desk.tasks.settle()
    locked.turn(View.LOCK)
    assert not locked.locks.reopen.isVisible()
    assert locked.locks.correct.isVisible()


def test_archiving_asks_and_ends_the_month(locked: PayrollPage) -> None:
    ctx, shop, run = locked.desk.ctx, locked.desk.workshop.workshop_id, locked.view.run
    payments.pay(ctx, shop, run.run_id, only=["01", "03", "04"])
    payments.pay(ctx, shop, run.run_id, method=PayMethod.CASH)
    locked.refresh()
    locked.desk.tasks.settle()
    assert locked.primary.text() == "归档"
    QTest.keyClick(locked.primary, Qt.Key.Key_Space)
    QTest.keyClick(locked.question, Qt.Key.Key_Return)
    locked.desk.tasks.settle()
    assert locked.view.run.state is RunState.ARCHIVED
    assert not locked.primary.isVisible()
    assert all(step.state is StepState.DONE for step in rows.steps(locked.view))


def test_terms_in_the_check_list_are_in_the_readers_language() -> None:
    found = Finding("hours_without_piece", 1, "01", "阿依莫", date(2026, 11, 1), {"kind": term_of(TimeKind.REST_DAY)})
    assert "休息日" in tables.finding_text(found, "zh_CN")
    assert "休息日" not in tables.finding_text(found, "en")


def test_records_changed_after_the_lock_are_said_with_the_names(locked: PayrollPage, press) -> None:
    mend(locked)
    assert locked.differs.isVisible()
    assert "01 阿依莫" in locked.differs.text()
    assert locked._reopen.isVisible()
    press(locked, "who-differs")
    assert locked.locks.changes.isVisible()
    assert [change.no for change in locked.locks.changes.model.rows] == ["01"]


def test_a_month_without_rules_says_why(payroll_page: PayrollPage) -> None:
    payroll_page.go_to(Jump("payroll", at="1999-01"))
    payroll_page.desk.tasks.settle()
    assert payroll_page.message.isVisible()
    assert payroll_page.message.text()
    assert not payroll_page.primary.isVisible()


@pytest.mark.parametrize(("fen", "marked"), [(129_999, False), (130_000, True), (70_001, False), (70_000, True)])
def test_thirty_percent_is_marked_with_a_word(fen: int, marked: bool) -> None:
    row = tables.Beside(Comparison(1, "01", "阿依莫", fen, fen, 100_000, 100_000))
    assert row.marked is marked
    assert ("变化大" in tables.change_words(row)) is marked


def test_two_locked_runs_are_shown_with_their_difference_until_one_is_void(locked: PayrollPage, press) -> None:
    ctx, shop, run = locked.desk.ctx, locked.desk.workshop.workshop_id, locked.view.run
    with ctx.database.write("other PC", "test") as session:
        twin = {"workshop_id": shop, "month": run.month, "kind": run.kind, "workers": 0, "gross_fen": 0, "net_fen": 0}
        session.add(PayrollRun(id=run.run_id + 10**8, packs="", snapshot_hash="0" * 64, **twin))
        event = {"workshop_id": shop, "run_id": run.run_id + 10**8, "state": "locked", "user_name": "吉克"}
        session.add(PayrollEvent(id=run.run_id + 10**8 + 1, occurred_on="2026-11-24", **event))
    locked.refresh()
    locked.desk.tasks.settle()
    assert locked.shown is View.LOCK
    assert "争议" in locked.locks.sentence.text()
    assert locked.locks.disputes.isVisible()
    assert {row.no for row in locked.locks.disputes.model.rows} >= {"01", "02", "04"}
    locked.locks.runs.view.setCurrentIndex(locked.locks.runs.model.index(1, 0))
    press(locked, "void")
    QTest.keyClicks(locked.question.reason, "locked twice")
    QTest.keyClick(locked.question.reason, Qt.Key.Key_Return)
    locked.desk.tasks.settle()
    assert not any(row.disputed for row in locked.view.runs)
    assert not locked.locks.disputes.isVisible()


def test_a_jump_from_a_worker_without_a_day_opens_the_worker(payroll_page: PayrollPage, qtbot) -> None:
    found = next(found for found in payroll_page.checks.model.rows if found[1].kind == "phone_missing")
    with qtbot.waitSignal(payroll_page.jumped) as jumped:
        payroll_page.checks.opened.emit(found)
    assert (jumped.args[0].page, jumped.args[0].worker_id) == ("people", found[1].worker_id)
