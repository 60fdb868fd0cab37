"""Paying worker by worker: all or nobody, never twice, never above the net; what comes back is open again."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, update

from app.domain.refusal import Refusal
from app.domain.vocabulary import MarkKind, PayMethod, RunState
from app.models.tables import Attendance, Payment, Worker
from app.services import payroll, payroll_life
from tests.services.paid_workers import MONTH, earn, hire_home_worker


@pytest.fixture
def people(ctx, shop, hire):
    """Three workers: with an account, without one, and with no wages."""
    names = (("01", "阿依莫", "6222000000001234"), ("02", "吉克秀英", ""), ("03", "沙马芝", "6222000000005678"))
    ids = [hire_home_worker(hire, ctx, no, name, account=account) for no, name, account in names]
    for worker_id, fen in zip(ids[:2], (10_000, 25_050), strict=True):
        earn(ctx, shop, worker_id, fen)
    return ids


@pytest.fixture
def run(ctx, shop, people):
    """September locked."""
    return payroll_life.lock(ctx, shop, MONTH)


@pytest.fixture
def pay(ctx, shop, run):
    """Pay of the run."""

    def paid(**how):
        return payroll_life.pay(ctx, shop, run.run_id, **how)

    return paid


def code_of(action, *arguments, **named):
    with pytest.raises(Refusal) as refusal:
        action(*arguments, **named)
    assert "{" not in refusal.value.text("zh_CN") + refusal.value.text("en")
    return refusal.value.code


def state(ctx, shop):
    return payroll.runs(ctx, shop)[0].state


def opened(ctx, shop, run):
    return {row.no: (row.paid_fen, row.open_fen) for row in payroll_life.payments(ctx, shop, run.run_id)}


def test_before_any_payment_the_nets_are_open(ctx, shop, run):
    rows = payroll_life.payments(ctx, shop, run.run_id)
    assert [(row.no, row.name, row.net_fen, row.open_fen, row.method) for row in rows] == [
        ("01", "阿依莫", 10_000, 10_000, None),
        ("02", "吉克秀英", 25_050, 25_050, None),
        ("03", "沙马芝", 0, 0, None),
    ]
    assert rows[0].account == "6222000000001234"


def test_some_by_bank_and_the_rest_in_cash_make_the_run_paid(ctx, shop, run, pay):
    bank = pay(only=["01"])
    assert (bank.state, bank.amount_fen, bank.open_workers, bank.open_fen) == (RunState.LOCKED, 10_000, 1, 25_050)
    cash = pay(method=PayMethod.CASH)
    assert (cash.state, cash.workers, cash.amount_fen, cash.open_fen) == (RunState.PAID, 1, 25_050, 0)
    one, two, three = payroll_life.payments(ctx, shop, run.run_id)
    assert (one.method, one.paid_on, one.entries[0].account) == (PayMethod.BANK, ctx.today(), "6222000000001234")
    assert (two.method, two.entries[0].account) == (PayMethod.CASH, "")
    assert three.entries == ()


def test_a_number_of_two_people_pays_neither(ctx, shop, people, hire):
    made = hire_home_worker(hire, ctx, "04", "贾巴")
    earn(ctx, shop, made, 20_000)
    with ctx.database.write("test", "renumber") as session:
        session.execute(update(Worker).where(Worker.id == people[0]).values(left_on=f"{MONTH}-10"))
        session.execute(update(Worker).where(Worker.id == made).values(no="01", hired_on=f"{MONTH}-11"))
    run = payroll_life.lock(ctx, shop, MONTH)
    with pytest.raises(Refusal) as refusal:
        payroll_life.pay(ctx, shop, run.run_id, only=["01"])
    assert refusal.value.code == "number_shared"
    assert "阿依莫" in refusal.value.text("zh_CN")
    assert "贾巴" in refusal.value.text("en")
    assert payroll_life.pay(ctx, shop, run.run_id, only=[made]).amount_fen == 20_000


def test_workers_are_named_by_id_too(ctx, shop, run, pay, people):
    assert pay(only=[people[0]]).workers == 1


def test_one_without_an_account_leaves_everybody_unpaid(ctx, shop, run, pay):
    with pytest.raises(Refusal, match="02 吉克秀英") as refusal:
        pay()
    assert refusal.value.code == "bank_account_missing"
    assert opened(ctx, shop, run) == {"01": (0, 10_000), "02": (0, 25_050), "03": (0, 0)}


def test_an_account_without_a_digit_is_none(ctx, shop, run, pay, people):
    """The same test as of bank file and cash list."""
    with ctx.database.write("test", "dash") as session:
        session.execute(update(Worker).where(Worker.id == people[1]).values(account=" - "))
    assert code_of(pay, only=["02"]) == "bank_account_missing"
    has = {row.no: row.has_account for row in payroll_life.payments(ctx, shop, run.run_id)}
    assert has == {"01": True, "02": False, "03": True}


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"only": ["01", "02"], "method": PayMethod.CASH}, "already_paid_workers"),
        ({"only": ["09"]}, "not_in_run"),
    ],
)
def test_who_is_named_must_be_open(ctx, shop, run, pay, how, code):
    pay(only=["01"])
    before = opened(ctx, shop, run)
    assert code_of(pay, **how) == code
    assert opened(ctx, shop, run) == before


def test_a_paid_run_is_not_paid_twice(pay):
    pay(method=PayMethod.CASH)
    assert code_of(pay, method=PayMethod.CASH) == "already_paid"


@pytest.mark.parametrize(("days", "code"), [(-1, "payment_before_lock"), (2, "payment_in_future")])
def test_a_payment_has_a_day_that_can_be(ctx, pay, days, code):
    assert code_of(pay, only=["01"], paid_on=ctx.today() + timedelta(days=days)) == code


def test_the_bank_s_day_may_be_tomorrow(ctx, pay):
    tomorrow = ctx.today() + timedelta(days=1)
    assert pay(only=["01"], paid_on=tomorrow).paid_on == tomorrow


# ---------------------------------------------------------------- what comes back


@pytest.fixture
def paid(pay):
    """The run, paid in cash; the first worker's payment."""
    return pay(method=PayMethod.CASH).payment_ids[0]


def test_what_came_back_opens_the_run_again_and_is_paid_again(ctx, shop, run, pay, paid):
    row = payroll_life.return_payment(ctx, shop, paid, ctx.today(), "账号已注销")
    assert (row.no, row.paid_fen, row.open_fen, row.returned_on) == ("01", 0, 10_000, ctx.today())
    assert row.return_reason == payroll.runs(ctx, shop)[0].said == "账号已注销"
    assert state(ctx, shop) is RunState.LOCKED
    again = pay()
    assert (again.workers, again.amount_fen, again.state) == (1, 10_000, RunState.PAID)
    assert [entry.method for entry in payroll_life.payments(ctx, shop, run.run_id)[0].entries] == ["现金", "银行"]


def test_money_goes_to_the_account_of_today(ctx, shop, run, pay):
    first = pay(only=["01"]).payment_ids[0]
    payroll_life.return_payment(ctx, shop, first, None, "账号已注销")
    with ctx.database.write("test", "account") as session:
        session.execute(update(Worker).where(Worker.no == "01").values(account="6222000000009999"))
    pay(only=["01"])
    row = payroll_life.payments(ctx, shop, run.run_id)[0]
    assert [entry.account[-4:] for entry in row.entries] == ["1234", "9999"]


def test_a_payment_comes_back_once(ctx, shop, paid):
    payroll_life.return_payment(ctx, shop, paid, None, "x")
    assert code_of(payroll_life.return_payment, ctx, shop, paid, None, "x") == "already_returned"


@pytest.mark.parametrize(
    ("number", "days", "reason", "code"),
    [
        (None, 0, " ", "reason_missing"),
        (None, -1, "x", "return_before_payment"),
        (None, 2, "x", "payment_in_future"),
        (4711, 0, "x", "payment_missing"),
    ],
)
def test_a_return_that_cannot_be_is_refused(ctx, shop, paid, number, days, reason, code):
    day = ctx.today() + timedelta(days=days)
    assert code_of(payroll_life.return_payment, ctx, shop, number or paid, day, reason) == code
    assert state(ctx, shop) is RunState.PAID


def test_nothing_comes_back_of_an_archived_run(ctx, shop, run, paid):
    payroll_life.archive(ctx, shop, run.run_id)
    assert code_of(payroll_life.return_payment, ctx, shop, paid, None, "x") == "return_archived"


def test_a_run_with_nothing_to_pay_is_paid_by_saying_so(ctx, shop, hire):
    """A month of leave: there are records, and nobody earned anything."""
    worker = hire_home_worker(hire, ctx, "01", "阿依莫")
    with ctx.database.write("test", "leave") as session:
        key = {"workshop_id": shop, "worker_id": worker, "date": f"{MONTH}-03"}
        session.execute(insert(Attendance).values(key | {"mark": MarkKind.UNPAID.value}))
    run = payroll_life.lock(ctx, shop, MONTH)
    assert payroll_life.pay(ctx, shop, run.run_id).state is RunState.PAID


def test_what_two_pcs_paid_at_once_is_shown_as_too_much(ctx, shop, run, pay, people):
    pay(only=["01"])
    row = {"workshop_id": shop, "id": 4711, "run_id": run.run_id, "worker_id": people[0], "method": "现金"}
    with ctx.database.write("sync", "apply", capture=False) as session:
        session.execute(insert(Payment).values(row | {"paid_on": "2026-10-21", "amount_fen": 10_000}))
    one = payroll_life.payments(ctx, shop, run.run_id)[0]
    assert (one.paid_fen, one.open_fen, one.over_fen) == (20_000, 0, 10_000)
    payroll_life.return_payment(ctx, shop, 4711, None, "重复发放,已收回")
    assert payroll_life.payments(ctx, shop, run.run_id)[0].over_fen == 0


def test_who_has_a_net_of_nothing_cannot_be_paid_alone(ctx, shop, run, pay):
    """03 stands for somebody whose advance took everything."""
    assert code_of(pay, only=["03"]) == "nothing_to_pay_workers"
    assert pay(only=["01", "03"]).workers == 1
