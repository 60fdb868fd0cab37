"""Paying on the page, by keys: some, then the rest; a payment that came back; what is refused, and where it says so."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from app.domain.vocabulary import PayMethod, RunState
from app.services import payments
from app.ui.pages.payroll import PayrollPage
from app.ui.pages.payroll_pay import METHODS, PayView
from app.ui.pages.payroll_rows import View, steps
from app.ui.widgets.stepper import StepState


def pay_view(page: PayrollPage) -> PayView:
    page.turn(View.PAY)
    page.desk.tasks.settle()
    return page.pay


def stand(view: PayView, no: str) -> None:
    at = next(at for at, row in enumerate(view.table.model.rows) if row.no == no)
    view.table.view.setFocus()
    view.table.view.setCurrentIndex(view.table.model.index(at, 0))


def record(page: PayrollPage) -> None:
    page.pay.record_button.setFocus()
    QTest.keyClick(page.pay.record_button, Qt.Key.Key_Space)
    page.desk.tasks.settle()


def test_who_has_an_account_is_ticked_for_the_bank_and_the_other_named(locked: PayrollPage) -> None:
    view = pay_view(locked)
    assert [row.no for row in view.table.chosen()] == ["01", "04"]
    assert "02 吉克秀英" in view.message.text()


def test_some_are_paid_and_then_the_rest(locked: PayrollPage, press) -> None:
    view = pay_view(locked)
    press(view, "tick-none")
    stand(view, "01")
    QTest.keyClick(view.table.view, Qt.Key.Key_Space)
    record(locked)
    rows = {row.no: row for row in locked.view.payments}
    assert (rows["01"].open_fen, rows["01"].method) == (0, PayMethod.BANK)
    assert rows["04"].open_fen == rows["04"].net_fen > 0
    assert locked.view.run.state is RunState.LOCKED
    view.method.setFocus()
    QTest.keyClick(view.method, Qt.Key.Key_Down)
    assert METHODS[view.method.currentIndex()] is PayMethod.CASH
    press(view, "tick-open")
    record(locked)
    assert locked.view.open_rows == ()
    assert locked.view.run.state is RunState.PAID
    assert locked.primary.text() == "归档"


def test_what_came_back_is_open_again_with_its_reason(locked: PayrollPage, press) -> None:
    view = pay_view(locked)
    record(locked)
    stand(view, "01")
    press(view, "record-return")
    QTest.keyClick(view.question, Qt.Key.Key_Return)
    assert "请写明原因" in view.question.message.text()
    QTest.keyClicks(view.question.reason, "account closed")
    QTest.keyClick(view.question.reason, Qt.Key.Key_Return)
    locked.desk.tasks.settle()
    assert not view.question.isVisible()
    first = view.table.model.rows[0]
    assert first.open_fen == first.net_fen
    texts = [column.text(first) for column in view.table.model.columns]
    assert "退回待发" in texts
    assert any("account closed" in text for text in texts)


def archive(page: PayrollPage) -> PayView:
    """Everybody paid, by bank and in cash, and the run put away by keys; what paying looks like then."""
    ctx, shop, run = page.desk.ctx, page.desk.workshop.workshop_id, page.view.run
    payments.pay(ctx, shop, run.run_id, only=["01", "03", "04"])
    payments.pay(ctx, shop, run.run_id, method=PayMethod.CASH)
    page.refresh()
    page.desk.tasks.settle()
    QTest.keyClick(page.primary, Qt.Key.Key_Space)
    QTest.keyClick(page.question, Qt.Key.Key_Return)
    page.desk.tasks.settle()
    return pay_view(page)


def test_an_archived_run_is_taken_out_before_a_return_is_noted(locked: PayrollPage, press) -> None:
    view = archive(locked)
    assert not view.return_button.isVisible()
    press(view, "take-out")
    QTest.keyClick(locked.question, Qt.Key.Key_Return)
    assert "请写明原因" in locked.question.message.text()
    QTest.keyClicks(locked.question.reason, "bank sent it back")
    QTest.keyClick(locked.question.reason, Qt.Key.Key_Return)
    locked.desk.tasks.settle()
    assert (locked.view.run.state, locked.primary.text()) == (RunState.PAID, "归档")
    assert [step.state for step in steps(locked.view)][-1] is StepState.NOW
    view = pay_view(locked)
    assert not view.unarchive_button.isVisible()
    stand(view, "01")
    press(view, "record-return")
    QTest.keyClicks(view.question.reason, "account closed")
    QTest.keyClick(view.question.reason, Qt.Key.Key_Return)
    locked.desk.tasks.settle()
    assert view.table.model.rows[0].open_fen == view.table.model.rows[0].net_fen
    assert (locked.view.run.state, locked.primary.isVisible()) == (RunState.LOCKED, False)


def test_the_lock_page_takes_out_too(locked: PayrollPage, press) -> None:
    archive(locked)
    locked.turn(View.LOCK)
    assert not locked.locks.archive.isVisible()
    press(locked.locks, "unarchive")
    QTest.keyClicks(locked.question.reason, "bank sent it back")
    QTest.keyClick(locked.question.reason, Qt.Key.Key_Return)
    locked.desk.tasks.settle()
    assert locked.view.run.state is RunState.PAID


def test_nobody_is_paid_by_bank_without_an_account(locked: PayrollPage) -> None:
    view = pay_view(locked)
    view.table.tick(row.worker_id for row in view.table.model.rows)
    record(locked)
    assert "没有银行账号" in view.message.text()
    assert all(row.open_fen == row.net_fen for row in locked.view.payments)


def test_a_day_before_the_lock_is_refused_beside_the_table(locked: PayrollPage) -> None:
    view = pay_view(locked)
    view.day.setDate(QDate(2026, 11, 1))
    record(locked)
    assert view.message.isVisible()
    assert "早于锁定日期" in view.message.text()


def test_nothing_ticked_nothing_to_record(locked: PayrollPage, press) -> None:
    view = pay_view(locked)
    press(view, "tick-none")
    assert not view.record_button.isEnabled()


def test_accounts_are_masked(locked: PayrollPage) -> None:
    view = pay_view(locked)
    shown = " ".join(column.text(row) for row in view.table.model.rows for column in view.table.model.columns)
    assert "019" in shown
    assert "622848" not in shown


def test_a_draft_has_nobody_to_pay(clean: PayrollPage) -> None:
    view = pay_view(clean)
    assert view.table.model.rows == []
    assert not view.record_button.isEnabled()


def test_the_banks_file_opens_for_the_month(locked: PayrollPage, press) -> None:
    view = pay_view(locked)
    press(view, "bank-file")
    locked.desk.tasks.settle()
    assert locked.bank_files is not None
    assert locked.bank_files.month == locked.month
    assert locked.bank_files.isVisible()
    locked.bank_files.close()
