"""What a run's state allows and what it refuses: locked, reopened, voided, paid, archived (RULES 6)."""

import pytest

from app.domain.refusal import Refusal
from app.domain.vocabulary import PayMethod, RunState
from app.services import payroll, payroll_life
from app.services.payroll_life import Stage
from tests.services.paid_workers import MONTH, earn, hire_home_worker


@pytest.fixture
def people(ctx, shop, hire):
    """Two workers with 100.00 and 250.50 in September."""
    ids = [hire_home_worker(hire, ctx, "01", "阿依莫"), hire_home_worker(hire, ctx, "02", "吉克秀英")]
    for worker_id, fen in zip(ids, (10_000, 25_050), strict=True):
        earn(ctx, shop, worker_id, fen)
    return ids


@pytest.fixture
def run(ctx, shop, people):
    """September locked."""
    return payroll_life.lock(ctx, shop, MONTH)


def code_of(action, *arguments, **named):
    """The code an action is refused with."""
    with pytest.raises(Refusal) as refusal:
        action(*arguments, **named)
    assert "{" not in refusal.value.text("zh_CN") + refusal.value.text("en")
    return refusal.value.code


def stage(ctx, shop):
    return payroll_life.month_runs(ctx, shop, MONTH).stage


def brought_to(ctx, shop, run, state):
    """The run in a state."""
    if state in (RunState.PAID, RunState.ARCHIVED):
        payroll_life.pay(ctx, shop, run.run_id)
    if state is RunState.ARCHIVED:
        payroll_life.archive(ctx, shop, run.run_id)
    if state is RunState.REOPENED:
        payroll_life.reopen(ctx, shop, run.run_id, "漏了一天")
    if state is RunState.VOIDED:
        payroll_life.void(ctx, shop, run.run_id, "锁错月份")


def test_a_month_goes_from_draft_to_the_archive(ctx, shop, people):
    seen = [stage(ctx, shop)]
    run = payroll_life.lock(ctx, shop, MONTH)
    seen.append(stage(ctx, shop))
    payroll_life.pay(ctx, shop, run.run_id)
    seen.append(stage(ctx, shop))
    assert payroll_life.archive(ctx, shop, run.run_id).state is RunState.ARCHIVED
    assert [*seen, stage(ctx, shop)] == [Stage.CHECKED, Stage.LOCKED, Stage.PAID, Stage.ARCHIVED]


def test_of_several_runs_all_are_archived_or_none(ctx, shop, people):
    done = payroll_life.lock(ctx, shop, MONTH)
    payroll_life.pay(ctx, shop, done.run_id)
    earn(ctx, shop, people[0], 500, "2026-08")
    other = payroll_life.lock(ctx, shop, "2026-08")
    both = [done.run_id, other.run_id]
    assert code_of(payroll_life.archive_all, ctx, shop, both) == "archive_unpaid"
    assert stage(ctx, shop) is Stage.PAID
    payroll_life.pay(ctx, shop, other.run_id)
    assert {row.state for row in payroll_life.archive_all(ctx, shop, both)} == {RunState.ARCHIVED}


def test_a_month_that_nobody_is_employed_in_is_said_to_be_so(ctx, shop):
    assert stage(ctx, shop) is Stage.EMPTY


def test_a_month_that_has_not_begun_is_a_draft(ctx, shop, people):
    """Today is 21 October: the lock refuses November, so nothing calls it checked."""
    stages = [payroll_life.month_runs(ctx, shop, month).stage for month in ("2026-10", "2026-11")]
    assert stages == [Stage.CHECKED, Stage.DRAFT]


def test_a_reopened_month_is_locked_again_as_another_run(ctx, shop, people, run):
    reopened = payroll_life.reopen(ctx, shop, run.run_id, " 漏了一天 ")
    assert (reopened.state, reopened.said) == (RunState.REOPENED, "漏了一天")
    assert stage(ctx, shop) is Stage.CHECKED
    earn(ctx, shop, people[0], 500)
    again = payroll_life.lock(ctx, shop, MONTH)
    assert (again.net_fen, again.run_id == run.run_id) == (35_550, False)
    states = [row.state for row in payroll_life.month_runs(ctx, shop, MONTH).runs]
    assert states == [RunState.REOPENED, RunState.LOCKED]


def archive(ctx, shop, run):
    return payroll_life.archive(ctx, shop, run.run_id)


def reopen(ctx, shop, run):
    return payroll_life.reopen(ctx, shop, run.run_id, "x")


def void(ctx, shop, run):
    return payroll_life.void(ctx, shop, run.run_id, "x")


def unarchive(ctx, shop, run):
    return payroll_life.unarchive(ctx, shop, run.run_id, "x")


def pay(ctx, shop, run):
    return payroll_life.pay(ctx, shop, run.run_id)


@pytest.mark.parametrize(
    ("action", "state", "code"),
    [
        (reopen, RunState.REOPENED, "reopen_reopened"),
        (reopen, RunState.VOIDED, "reopen_voided"),
        (reopen, RunState.PAID, "reopen_paid"),
        (reopen, RunState.ARCHIVED, "reopen_archived"),
        (void, RunState.REOPENED, "void_reopened"),
        (void, RunState.VOIDED, "void_voided"),
        (void, RunState.PAID, "void_paid"),
        (void, RunState.ARCHIVED, "void_archived"),
        (pay, RunState.REOPENED, "pay_reopened"),
        (pay, RunState.VOIDED, "pay_voided"),
        (pay, RunState.PAID, "already_paid"),
        (pay, RunState.ARCHIVED, "pay_archived"),
        (archive, RunState.LOCKED, "archive_unpaid"),
        (archive, RunState.REOPENED, "archive_reopened"),
        (archive, RunState.VOIDED, "archive_voided"),
        (archive, RunState.ARCHIVED, "archive_archived"),
        (unarchive, RunState.LOCKED, "unarchive_locked"),
        (unarchive, RunState.REOPENED, "unarchive_reopened"),
        (unarchive, RunState.PAID, "unarchive_paid"),
        (unarchive, RunState.VOIDED, "unarchive_voided"),
    ],
)
def test_each_refused_step_has_its_own_code_and_changes_nothing(ctx, shop, run, action, state, code):
    brought_to(ctx, shop, run, state)
    before = payroll.runs(ctx, shop)
    assert code_of(action, ctx, shop, run) == code
    assert payroll.runs(ctx, shop) == before


@pytest.mark.parametrize(
    ("action", "code"), [(reopen, "reopen_after_payment"), (void, "void_after_payment"), (archive, "archive_unpaid")]
)
def test_with_one_worker_paid_the_run_stays_as_it_is(ctx, shop, run, action, code):
    payroll_life.pay(ctx, shop, run.run_id, only=["01"], method=PayMethod.CASH)
    assert code_of(action, ctx, shop, run) == code


@pytest.mark.parametrize("action", [payroll_life.reopen, payroll_life.void])
def test_a_run_is_given_up_with_a_reason(ctx, shop, run, action):
    assert code_of(action, ctx, shop, run.run_id, "  ") == "reason_missing"


def test_taken_out_of_the_archive_it_is_what_it_was_and_says_why(ctx, shop, run):
    brought_to(ctx, shop, run, RunState.ARCHIVED)
    assert code_of(payroll_life.unarchive, ctx, shop, run.run_id, " ") == "reason_missing"
    out = payroll_life.unarchive(ctx, shop, run.run_id, " 银行退回 ")
    assert (out.state, out.said, out.paid_fen) == (RunState.PAID, "银行退回", run.net_fen)
    assert stage(ctx, shop) is Stage.PAID
    assert code_of(pay, ctx, shop, run) == "already_paid"
    assert archive(ctx, shop, run).state is RunState.ARCHIVED


def test_what_a_bank_returned_after_the_archive_is_paid_again_and_archived_again(ctx, shop, run):
    first = payroll_life.pay(ctx, shop, run.run_id).payment_ids[0]
    archive(ctx, shop, run)
    unarchive(ctx, shop, run)
    payroll_life.return_payment(ctx, shop, first, None, "账号已注销")
    assert stage(ctx, shop) is Stage.LOCKED
    assert pay(ctx, shop, run).workers == 1
    assert archive(ctx, shop, run).state is RunState.ARCHIVED
    assert code_of(payroll_life.reopen, ctx, shop, run.run_id, "x") == "reopen_archived"


def test_what_came_back_whole_can_be_reopened(ctx, shop, run):
    summary = payroll_life.pay(ctx, shop, run.run_id, only=["01"])
    payroll_life.return_payment(ctx, shop, summary.payment_ids[0], None, "账号已注销")
    assert reopen(ctx, shop, run).state is RunState.REOPENED


def test_what_was_paid_and_came_back_is_still_told_of_a_reopened_run(ctx, shop, people, run):
    payment, kept = payroll_life.pay(ctx, shop, run.run_id).payment_ids
    payroll_life.return_payment(ctx, shop, payment, ctx.today(), "账号已注销")
    assert code_of(reopen, ctx, shop, run) == "reopen_after_payment"
    payroll_life.return_payment(ctx, shop, kept, ctx.today(), "整批退回")
    slips = payroll.slips(ctx, shop, run.run_id)
    reopen(ctx, shop, run)
    earn(ctx, shop, people[0], 500)
    again = payroll_life.lock(ctx, shop, MONTH)
    told = [entry for row in payroll_life.payments(ctx, shop, run.run_id) for entry in row.entries]
    assert [(entry.amount_fen, entry.returned_on, entry.return_reason) for entry in told] == [
        (10_000, ctx.today(), "账号已注销"),
        (25_050, ctx.today(), "整批退回"),
    ]
    assert payroll.slips(ctx, shop, run.run_id) == slips
    assert [row.open_fen for row in payroll_life.payments(ctx, shop, again.run_id)] == [10_500, 25_050]


def test_a_second_run_of_a_month_is_refused(ctx, shop, run):
    assert code_of(payroll_life.lock, ctx, shop, MONTH) == "payroll_locked"


def test_a_month_s_payroll_is_for_everybody(ctx, shop, people):
    assert code_of(payroll_life.lock, ctx, shop, MONTH, workers=["01"]) == "workers_not_for_all"


def test_a_run_nobody_locked_is_missing(ctx, shop):
    assert code_of(payroll_life.reopen, ctx, shop, 4711, "x") == "payroll_run_missing"
