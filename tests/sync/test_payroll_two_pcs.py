"""One month's payroll on two PCs that did not know of each other: nothing is paid twice unseen, a person settles it."""

import pytest
from sqlalchemy import insert, select, update

from app.domain.refusal import Refusal
from app.domain.vocabulary import PayMethod, RunKind, RunState
from app.models.database import new_ids
from app.models.tables import Adjustment, Advance, PayTerm, Worker
from app.services import payroll_life
from app.services.payroll_life import Stage
from tests.sync.conftest import SHOP, note_pieces

MONTH = "2026-10"
TERMS = {"workshop_id": SHOP, "valid_from": "2025-03-01", "relation": "居家承揽", "basis": "计件"}


@pytest.fixture
def desks(desk, other):
    """Two PCs on which four home workers have 100.00 each in October."""
    with desk.database.write("阿依", "terms") as session:
        workers = desk.people[:-1]
        session.execute(insert(PayTerm), [TERMS | {"worker_id": worker} for worker in workers])
        rows = zip(new_ids(session, len(workers)), workers, strict=True)
        row = {"workshop_id": SHOP, "month": MONTH, "item": "整理", "kind": "补贴", "amount_fen": 10_000}
        session.execute(insert(Adjustment), [row | {"id": number, "worker_id": worker} for number, worker in rows])
    meet(desk, other)
    return desk, other


def meet(*desks):
    """Everything of each reaches all."""
    for each in (*desks, *desks):
        each.sync()


def lock(desk, *arguments, **named):
    return payroll_life.lock(desk.ctx, SHOP, MONTH, *arguments, **named)


def pay(desk, run, **how):
    return payroll_life.pay(desk.ctx, SHOP, run.run_id, method=PayMethod.CASH, **how)


def stages(*desks):
    return [payroll_life.month_runs(desk.ctx, SHOP, MONTH).stage for desk in desks]


def states(*desks):
    return [[run.state for run in payroll_life.month_runs(desk.ctx, SHOP, MONTH).runs] for desk in desks]


def code_of(action, *arguments, **named):
    with pytest.raises(Refusal) as refusal:
        action(*arguments, **named)
    return refusal.value.code


def test_a_month_locked_twice_is_disputed_until_one_is_voided(desks):
    one, two = desks
    mine, theirs = lock(one), lock(two)
    meet(one, two)
    assert stages(one, two) == [Stage.DISPUTED, Stage.DISPUTED]
    assert code_of(pay, one, mine) == "run_disputed"
    assert code_of(payroll_life.archive, two.ctx, SHOP, theirs.run_id) == "run_disputed"
    payroll_life.void(two.ctx, SHOP, mine.run_id, "以第二台电脑的为准")
    meet(one, two)
    assert stages(one, two) == [Stage.LOCKED, Stage.LOCKED]
    assert pay(one, theirs).state is RunState.PAID


def test_what_is_paid_is_not_reopened_by_a_pc_that_did_not_know(desks):
    one, two = desks
    run = lock(one)
    meet(one, two)
    pay(one, run, only=["01"])
    payroll_life.reopen(two.ctx, SHOP, run.run_id, "漏了一天")
    again = lock(two)
    meet(one, two)
    assert states(one, two) == [[RunState.LOCKED, RunState.LOCKED]] * 2
    assert stages(one, two) == [Stage.DISPUTED, Stage.DISPUTED]
    assert code_of(payroll_life.void, two.ctx, SHOP, run.run_id, "x") == "void_after_payment"
    payroll_life.void(two.ctx, SHOP, again.run_id, "已有发放")
    meet(one, two)
    assert pay(two, run).state is RunState.PAID


def test_wages_paid_on_both_are_shown_as_paid_twice(desks):
    one, two = desks
    run = lock(one)
    meet(one, two)
    pay(one, run)
    pay(two, run, only=["01"])
    meet(one, two)
    for each in desks:
        rows = payroll_life.payments(each.ctx, SHOP, run.run_id)
        assert [(row.no, row.paid_fen, row.over_fen) for row in rows][:2] == [("01", 20_000, 10_000), ("02", 10_000, 0)]


def test_the_last_two_paid_apart_can_be_archived(desks):
    one, two = desks
    run = lock(one)
    meet(one, two)
    pay(one, run, only=["01", "02"])
    pay(two, run, only=["03", "04"])
    meet(one, two)
    assert stages(one) == [Stage.LOCKED]
    assert payroll_life.archive(one.ctx, SHOP, run.run_id).state is RunState.ARCHIVED


def test_what_came_back_while_it_was_archived_elsewhere_is_still_paid(desks):
    one, two = desks
    run = lock(one)
    first = pay(one, run).payment_ids[0]
    meet(one, two)
    payroll_life.archive(one.ctx, SHOP, run.run_id)
    payroll_life.return_payment(two.ctx, SHOP, first, None, "账号已注销")
    meet(one, two)
    assert stages(one, two) == [Stage.ARCHIVED, Stage.ARCHIVED]
    paid = pay(two, run)
    assert (paid.workers, paid.state, paid.open_fen) == (1, RunState.ARCHIVED, 0)


@pytest.fixture
def archived(desks):
    """October paid and archived, known to both."""
    one, two = desks
    run = lock(one)
    paid = pay(one, run)
    payroll_life.archive(one.ctx, SHOP, run.run_id)
    meet(one, two)
    return run, paid.payment_ids[0]


def take_out(desk, run):
    return payroll_life.unarchive(desk.ctx, SHOP, run.run_id, "银行退回")


def test_a_run_taken_out_of_the_archive_is_so_on_both(desks, archived):
    one, two = desks
    run, first = archived
    take_out(two, run)
    meet(one, two)
    assert states(one, two) == [[RunState.PAID]] * 2
    payroll_life.return_payment(one.ctx, SHOP, first, None, "账号已注销")
    meet(one, two)
    assert stages(one, two) == [Stage.LOCKED, Stage.LOCKED]
    assert pay(two, run).state is RunState.PAID


def test_taken_out_on_both_and_returned_on_one_the_return_stays(desks, archived):
    one, two = desks
    run, first = archived
    take_out(one, run)
    payroll_life.return_payment(one.ctx, SHOP, first, None, "账号已注销")
    note_pieces(two.database, one.people, 20)  # the other's clock runs ahead
    take_out(two, run)
    meet(one, two)
    assert states(one, two) == [[RunState.LOCKED]] * 2
    assert pay(two, run).open_fen == 0
    meet(one, two)
    assert states(one, two) == [[RunState.PAID]] * 2


def test_archived_again_on_one_while_the_other_takes_it_out_it_can_still_be_paid_and_archived(desks, archived):
    one, two = desks
    run, first = archived
    take_out(one, run)
    payroll_life.archive(one.ctx, SHOP, run.run_id)
    note_pieces(two.database, one.people, 20)
    take_out(two, run)
    payroll_life.return_payment(two.ctx, SHOP, first, None, "账号已注销")
    meet(one, two)
    assert states(one, two) == [[RunState.LOCKED]] * 2
    pay(one, run)
    payroll_life.archive(one.ctx, SHOP, run.run_id)
    meet(one, two)
    assert states(one, two) == [[RunState.ARCHIVED]] * 2


def test_archived_again_after_the_other_took_it_out_it_stays_so_and_what_came_back_is_paid(desks, archived):
    one, two = desks
    run, first = archived
    take_out(one, run)
    take_out(two, run)
    payroll_life.return_payment(two.ctx, SHOP, first, None, "账号已注销")
    note_pieces(one.database, one.people, 20)
    payroll_life.archive(one.ctx, SHOP, run.run_id)
    meet(one, two)
    assert states(one, two) == [[RunState.ARCHIVED]] * 2
    assert pay(two, run).open_fen == 0


def test_a_run_voided_on_one_is_not_revived_by_taking_it_out_on_the_other(desks, archived):
    one, two = desks
    run, _ = archived
    take_out(two, run)
    for row in payroll_life.payments(two.ctx, SHOP, run.run_id):
        payroll_life.return_payment(two.ctx, SHOP, row.payment_id, None, "全部退回")
    payroll_life.void(two.ctx, SHOP, run.run_id, "不发了")
    note_pieces(one.database, one.people, 20)
    take_out(one, run)
    meet(one, two)
    assert states(one, two) == [[RunState.VOIDED]] * 2


def test_who_is_settled_on_one_and_in_the_month_on_the_other_is_in_dispute(desks):
    one, two = desks
    one.change(update(Worker).where(Worker.no == "01").values(left_on="2026-10-15"))
    meet(one, two)
    settled = lock(one, RunKind.SETTLEMENT, ["01"])
    month = lock(two)
    meet(one, two)
    assert stages(one, two) == [Stage.DISPUTED, Stage.DISPUTED]
    assert code_of(pay, one, settled) == "run_disputed"
    assert code_of(lock, one, RunKind.CORRECTION, ["02"], "x") == "run_disputed"
    payroll_life.void(one.ctx, SHOP, month.run_id, "已做离职结算")
    rest = lock(one)
    assert (rest.workers, rest.net_fen) == (3, 30_000)
    meet(one, two)
    assert stages(one, two) == [Stage.LOCKED, Stage.LOCKED]


def test_one_worker_corrected_on_both_is_in_dispute(desks):
    one, two = desks
    run = lock(one)
    pay(one, run)
    one.change(update(Adjustment).values(amount_fen=12_000))
    meet(one, two)
    mine = lock(one, RunKind.CORRECTION, ["01"], "少算")
    lock(two, RunKind.CORRECTION, ["01", "02"], "少算")
    other_worker = lock(one, RunKind.CORRECTION, ["03"], "少算")
    meet(one, two)
    runs = payroll_life.month_runs(two.ctx, SHOP, MONTH).runs
    disputed = {row.run_id for row in runs if row.disputed}
    assert (len(disputed), mine.run_id in disputed, other_worker.run_id in disputed) == (2, True, False)
    payroll_life.void(two.ctx, SHOP, mine.run_id, "重复更正")
    meet(one, two)
    assert stages(one, two) == [Stage.LOCKED, Stage.LOCKED]


@pytest.fixture
def reopened_elsewhere(desks):
    """A run of which 01 was paid on one PC, and then reopened on the other, which did not know: run and payment."""
    one, two = desks
    run = lock(one)
    meet(one, two)
    (payment,) = pay(one, run, only=["01"]).payment_ids
    payroll_life.reopen(two.ctx, SHOP, run.run_id, "漏了一天")
    meet(one, two)
    return run, payment


def test_a_run_that_had_to_stay_stays_when_its_payment_comes_back(desks, reopened_elsewhere):
    one, two = desks
    payroll_life.return_payment(one.ctx, SHOP, reopened_elsewhere[1], None, "退回")
    assert states(one) == [[RunState.LOCKED]]
    meet(one, two)
    assert states(one, two) == [[RunState.LOCKED]] * 2
    assert code_of(lock, two) == "payroll_locked"


def test_a_run_that_had_to_stay_is_paid_though_the_other_pc_gave_it_up(desks, reopened_elsewhere):
    run, payment = reopened_elsewhere
    assert pay(desks[1], run).state is RunState.PAID
    payroll_life.return_payment(desks[1].ctx, SHOP, payment, None, "退回")
    assert pay(desks[1], run).workers == 1


def test_a_run_under_a_correction_is_not_reopened_by_a_pc_that_did_not_know(desks):
    one, two = desks
    run = lock(one)
    meet(one, two)
    (payment,) = pay(one, run, only=["01"]).payment_ids
    one.change(update(Adjustment).values(amount_fen=12_000))
    lock(one, RunKind.CORRECTION, ["02"], "少算")
    payroll_life.return_payment(one.ctx, SHOP, payment, None, "退回")
    for fen in range(40):  # so that its clock is ahead, and its event the last
        two.change(update(Adjustment).where(Adjustment.item == "整理").values(amount_fen=11_000 + fen))
    payroll_life.reopen(two.ctx, SHOP, run.run_id, "漏了一天")
    meet(one, two)
    assert states(one, two) == [[RunState.LOCKED, RunState.LOCKED]] * 2
    assert code_of(lock, two) == "payroll_locked"
    assert pay(two, run).state is RunState.PAID


def test_a_month_paid_twice_of_which_one_half_came_back_is_paid(desks):
    one, two = desks
    run = lock(one)
    meet(one, two)
    pay(one, run)
    again = pay(two, run).payment_ids
    meet(one, two)
    for payment in again:
        payroll_life.return_payment(one.ctx, SHOP, payment, None, "付重了退回")
    assert stages(one) == [Stage.PAID]


# ---------------------------------------------------------------- both paid


@pytest.fixture(params=[False, True], ids=["paid", "archived"])
def both_paid(desks, request):
    """The month locked and paid on two PCs, and archived or not, before they met."""
    runs = []
    for desk in desks:
        run = lock(desk)
        pay(desk, run)
        if request.param:
            payroll_life.archive(desk.ctx, SHOP, run.run_id)
        runs.append(run)
    meet(*desks)
    return runs


def advances(desk):
    return sorted(desk.value(select(Advance.amount_fen).where(Advance.deleted == 0)))


def test_of_two_paid_runs_one_is_voided_and_what_it_paid_is_an_advance(desks, both_paid):
    one, two = desks
    assert stages(one, two) == [Stage.DISPUTED, Stage.DISPUTED]
    assert payroll_life.void(one.ctx, SHOP, both_paid[1].run_id, "两台电脑都发了").state is RunState.VOIDED
    meet(one, two)
    kept = both_paid[0].run_id
    for desk in desks:
        runs = payroll_life.month_runs(desk.ctx, SHOP, MONTH).runs
        assert [run.run_id for run in runs if run.state is not RunState.VOIDED] == [kept]
        assert {run.paid_fen for run in runs} == {0, 40_000}
        assert not any(run.disputed for run in runs)
        assert advances(desk) == [10_000] * 4
    assert Stage.DISPUTED not in stages(one, two)


def test_two_pcs_that_void_the_same_run_ask_for_its_money_once(desks, both_paid):
    for desk in desks:
        payroll_life.void(desk.ctx, SHOP, both_paid[1].run_id, "两台电脑都发了")
    meet(*desks)
    assert [advances(desk) for desk in desks] == [[10_000] * 4] * 2
    assert Stage.DISPUTED not in stages(*desks)


def test_what_was_paid_twice_is_taken_back_by_the_next_month(desks, both_paid):
    one = desks[0]
    payroll_life.void(one.ctx, SHOP, both_paid[1].run_id, "两台电脑都发了")
    row = {"workshop_id": SHOP, "month": "2026-11", "item": "整理", "kind": "补贴", "amount_fen": 30_000}
    with one.database.write("阿依", "november") as session:
        numbers = new_ids(session, 4)
        rows = [row | {"id": number, "worker_id": worker} for number, worker in zip(numbers, one.people, strict=False)]
        session.execute(insert(Adjustment), rows)
    slips = payroll_life.draft(one.ctx, SHOP, "2026-11").slips
    assert [(slip.advance_fen + slip.carried_advance_fen, slip.net_fen + slip.advance_fen) for slip in slips] == [
        (10_000, 30_000)
    ] * 4
