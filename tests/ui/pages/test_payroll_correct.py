"""Corrections and settlements: whom they are for, the preview before the lock, what is refused."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.vocabulary import RunKind, RunState
from app.services import day_edit, payments
from app.services.people_edit import edit_worker, worker_form
from app.ui.pages.payroll import PayrollPage
from app.ui.pages.payroll_correct import RunDialog
from app.ui.pages.payroll_rows import View


def dialog_of(page: PayrollPage) -> RunDialog:
    assert isinstance(page.question, RunDialog)
    return page.question


def settled(page: PayrollPage) -> None:
    """Everything asked for is answered, the preview too, which waits for the last tick."""
    page.desk.tasks.settle()
    while dialog_of(page).waiting:
        QTest.qWait(20)
    page.desk.tasks.settle()


@pytest.fixture
def changed(locked: PayrollPage) -> PayrollPage:
    """Paid to one worker, whose attendance was then found to be wrong."""
    ctx, shop = locked.desk.ctx, locked.desk.workshop.workshop_id
    first = locked.view.payments[0]
    payments.pay(ctx, shop, locked.view.run.run_id, only=[first.worker_id])
    day_edit.set_mark(ctx, shop, date(2026, 11, 3), first.worker_id, "8+2")
    locked.refresh()
    locked.desk.tasks.settle()
    return locked


def test_a_correction_is_previewed_and_locked_with_its_reason(changed: PayrollPage, press) -> None:
    press(changed, "correct-now")
    settled(changed)
    dialog = dialog_of(changed)
    assert [one.no for one in dialog.people.chosen()] == ["01"]
    more = dialog.preview.model.rows[0].net_fen
    assert more > 0
    QTest.keyClick(dialog.yes, Qt.Key.Key_Space)
    assert "请写明原因" in dialog.message.text()
    QTest.keyClicks(dialog.reason, "two hours were missing")
    QTest.keyClick(dialog.yes, Qt.Key.Key_Space)
    changed.desk.tasks.settle()
    assert not dialog.isVisible()
    run = changed.view.run
    assert (run.kind, run.state, run.net_fen) == (RunKind.CORRECTION, RunState.LOCKED, more)
    assert run.reason == "two hours were missing"
    changed.open_month(changed.month)
    changed.desk.tasks.settle()
    assert changed.view.changes == ()
    assert changed.choice.count() == 2


def test_without_a_difference_there_is_nothing_to_lock(changed: PayrollPage, press) -> None:
    press(changed, "correct-now")
    settled(changed)
    dialog = dialog_of(changed)
    dialog.people.tick(one.worker_id for one in dialog.people.model.rows if one.no == "04")
    settled(changed)
    assert dialog.preview.model.rows == []
    assert not dialog.yes.isEnabled()
    assert "没有差别" in dialog._nothing.text()
    dialog.reject()


def test_who_leaves_is_settled_before_the_month(clean: PayrollPage, press) -> None:
    ctx, shop = clean.desk.ctx, clean.desk.workshop.workshop_id
    worker = clean.table.model.rows[0].worker_id
    for day in range(21, 31):
        day_edit.set_mark(ctx, shop, date(2026, 11, day), worker, "")
    edit_worker(ctx, shop, worker, replace(worker_form(ctx, shop, worker), left_on=date(2026, 11, 20)))
    clean.turn(View.LOCK)
    press(clean, "settle")
    settled(clean)
    dialog = dialog_of(clean)
    assert [one.no for one in dialog.people.chosen()] == ["01"]
    assert "2026-11-20" in dialog.people.model.rows[0].note
    QTest.keyClick(dialog.yes, Qt.Key.Key_Space)
    clean.desk.tasks.settle()
    assert clean.view.run.kind == RunKind.SETTLEMENT
    clean.open_month(clean.month)
    clean.desk.tasks.settle()
    assert "01" not in [slip.no for slip in clean.view.slips]


def test_nobody_has_half_month_terms(clean: PayrollPage, press) -> None:
    clean.turn(View.LOCK)
    press(clean, "first-half")
    settled(clean)
    dialog = dialog_of(clean)
    assert not dialog.yes.isEnabled()
    assert "半月" in dialog._nothing.text()
    dialog.reject()
