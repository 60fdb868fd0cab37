"""First halves, settlements and corrections beside the month's payroll: what may be locked, and what must stay."""

from datetime import date

import pytest
from sqlalchemy import insert, update

from app.domain.refusal import Refusal
from app.domain.vocabulary import Basis, PayMethod, Relation, RunKind, RunState
from app.models.queries.runs import run_heads
from app.models.tables import Adjustment, Attendance, PayTerm, Worker, WorkshopTerms
from app.services import payroll, payroll_life
from app.services.day import day_sheet
from app.services.payroll_life import Stage
from tests.services.paid_workers import MONTH, earn, hire_home_worker
from tests.services.recompute import differs_since_lock

CHANGED = "paid_days_changed"


@pytest.fixture
def people(ctx, shop, hire):
    """Three home workers with 100.00 each in September; the third left on the 20th."""
    ids = [hire_home_worker(hire, ctx, f"0{place}", f"阿依{place}") for place in (1, 2, 3)]
    for worker_id in ids:
        earn(ctx, shop, worker_id, 10_000)
    change(ctx, update(Worker).where(Worker.id == ids[2]).values(left_on="2026-09-20"))
    return ids


def change(ctx, statement):
    with ctx.database.write("test", "change") as session:
        session.execute(statement)


@pytest.fixture
def lock(ctx, shop, people):
    """Lock a run of September."""

    def locked(*arguments, **named):
        return payroll_life.lock(ctx, shop, MONTH, *arguments, **named)

    return locked


@pytest.fixture
def pay(ctx, shop):
    """Pay a run in cash."""

    def paid(run, **how):
        return payroll_life.pay(ctx, shop, run.run_id, method=PayMethod.CASH, **how)

    return paid


def code_of(action, *arguments, **named):
    with pytest.raises(Refusal) as refusal:
        action(*arguments, **named)
    assert "{" not in refusal.value.text("zh_CN") + refusal.value.text("en")
    return refusal.value.code


def numbers(ctx, shop, run):
    return [slip.no for slip in payroll.slips(ctx, shop, run.run_id)]


# ---------------------------------------------------------------- settlement


def test_a_settlement_is_left_out_of_the_month(ctx, shop, lock):
    settled = lock(RunKind.SETTLEMENT, ["03"], "离职")
    month = lock()
    assert (numbers(ctx, shop, settled), settled.reason) == (["03"], "离职")
    assert numbers(ctx, shop, month) == ["01", "02"]
    assert {row.kind for row in payroll_life.month_runs(ctx, shop, MONTH).runs} == {"settlement", "regular"}
    assert not differs_since_lock(ctx, shop, month.run_id)
    assert not differs_since_lock(ctx, shop, settled.run_id)


def test_nobody_is_settled_twice_nor_after_the_month(lock):
    lock(RunKind.SETTLEMENT, ["03"])
    assert code_of(lock, RunKind.SETTLEMENT, ["03"]) == "settlement_locked"
    lock()
    assert code_of(lock, RunKind.SETTLEMENT, ["01"]) == "settlement_after_month"


@pytest.fixture
def under_one_number(ctx, shop, people, hire):
    """Another employment of September, by a name, under the 编号 of who left."""

    def hired(name):
        made = hire_home_worker(hire, ctx, "09", name)
        earn(ctx, shop, made, 7_000, MONTH)
        change(
            ctx, update(Worker).where(Worker.id == made).values(no="03", hired_on="2026-09-21", left_on="2026-09-25")
        )
        return made

    return hired


def test_of_two_employments_under_one_number_the_one_not_settled_is_settled(ctx, shop, lock, under_one_number):
    lock(RunKind.SETTLEMENT, ["03"])
    made = under_one_number("阿依3")
    second = lock(RunKind.SETTLEMENT, ["03"])
    assert [slip.worker_id for slip in payroll.slips(ctx, shop, second.run_id)] == [made]
    assert code_of(lock, RunKind.SETTLEMENT, ["03"]) == "settlement_locked"


def test_a_number_of_two_people_names_nobody(lock, under_one_number):
    under_one_number("贾巴")
    assert code_of(lock, RunKind.SETTLEMENT, ["03"]) == "number_shared"


def test_a_settlement_reopened_leaves_the_month_s_run_and_can_be_locked_again(ctx, shop, lock):
    settled = lock(RunKind.SETTLEMENT, ["03"])
    month = lock()
    payroll_life.reopen(ctx, shop, settled.run_id, "漏记一笔")
    assert numbers(ctx, shop, lock(RunKind.SETTLEMENT, ["03"])) == ["03"]
    assert not any(row.disputed for row in payroll.runs(ctx, shop))
    assert numbers(ctx, shop, month) == ["01", "02"]


# ---------------------------------------------------------------- correction


def test_a_correction_waits_for_the_first_payment(lock, pay):
    run = lock()
    assert code_of(lock, RunKind.CORRECTION, ["01"], "少算") == "correction_before_payment"
    pay(run, only=["02"])
    assert code_of(lock, RunKind.CORRECTION, ["01"], "少算") == "correction_empty"


def test_a_correction_pays_the_difference_and_is_paid_by_itself(ctx, shop, people, lock, pay):
    run = lock()
    pay(run)
    earn(ctx, shop, people[0], 2_550)
    correction = lock(RunKind.CORRECTION, [people[0]], "漏记一笔")
    assert (correction.workers, correction.net_fen, correction.reason) == (1, 2_550, "漏记一笔")
    assert payroll_life.month_runs(ctx, shop, MONTH).stage is Stage.LOCKED
    assert pay(correction).state is RunState.PAID
    assert payroll_life.month_runs(ctx, shop, MONTH).stage is Stage.PAID
    assert code_of(lock, RunKind.CORRECTION, [people[0]], "再算") == "correction_empty"
    assert not differs_since_lock(ctx, shop, correction.run_id)


def test_what_was_paid_too_much_becomes_an_advance_and_nobody_pays(ctx, shop, people, lock, pay):
    pay(lock())
    change(ctx, update(Adjustment).where(Adjustment.worker_id == people[0]).values(amount_fen=7_000))
    correction = lock(RunKind.CORRECTION, ["01"], "多算")
    (slip,) = payroll.slips(ctx, shop, correction.run_id)
    assert (slip.gross_fen, slip.net_fen, slip.advance_fen) == (-3_000, 0, -3_000)
    assert pay(correction).state is RunState.PAID


def test_a_worker_the_month_forgot_is_corrected_by_it(ctx, shop, hire, lock, pay):
    pay(lock())
    late = hire_home_worker(hire, ctx, "09", "迟到的")
    earn(ctx, shop, late, 5_000)
    assert lock(RunKind.CORRECTION, ["09"], "漏了一人").net_fen == 5_000


def test_a_base_stays_under_its_correction(ctx, shop, people, lock, pay):
    run = lock()
    paid = pay(run, only=["01"]).payment_ids[0]
    earn(ctx, shop, people[0], 500)
    correction = lock(RunKind.CORRECTION, ["01"], "漏记一笔")
    payroll_life.return_payment(ctx, shop, paid, None, "退回")
    assert code_of(payroll_life.reopen, ctx, shop, run.run_id, "x") == "run_built_upon"
    assert code_of(payroll_life.void, ctx, shop, run.run_id, "x") == "run_built_upon"
    payroll_life.reopen(ctx, shop, correction.run_id, "不做了")
    assert payroll_life.reopen(ctx, shop, run.run_id, "x").state is RunState.REOPENED


@pytest.fixture
def left_out(ctx, shop, hire, lock, pay):
    """The month locked and paid without one worker, whom a correction paid then: the month's payments."""
    payments = pay(lock()).payment_ids
    late = hire_home_worker(hire, ctx, "09", "迟到的")
    earn(ctx, shop, late, 5_000)
    change(ctx, update(Worker).where(Worker.id == late).values(left_on="2026-09-20"))
    pay(lock(RunKind.CORRECTION, ["09"], "漏了一人"))
    return payments


def test_who_was_paid_by_a_correction_is_not_settled(lock, left_out):
    assert code_of(lock, RunKind.SETTLEMENT, ["09"], "离职") == "corrected_before"


@pytest.mark.parametrize("give_up", [payroll_life.reopen, payroll_life.void])
def test_a_month_stays_under_the_correction_of_whom_it_left_out(ctx, shop, lock, left_out, give_up):
    for payment in left_out:
        payroll_life.return_payment(ctx, shop, payment, None, "整批退回")
    (run,) = (row for row in payroll.runs(ctx, shop) if row.kind == RunKind.REGULAR)
    assert code_of(give_up, ctx, shop, run.run_id, "x") == "run_built_upon"


def test_a_month_is_reopened_beside_the_correction_of_a_settlement(ctx, shop, people, lock, pay):
    pay(lock(RunKind.SETTLEMENT, ["03"], "离职"))
    run = lock()
    earn(ctx, shop, people[2], 700)
    correction = lock(RunKind.CORRECTION, ["03"], "漏记一笔")
    assert payroll_life.reopen(ctx, shop, run.run_id, "漏了一天").state is RunState.REOPENED
    assert numbers(ctx, shop, lock()) == ["01", "02"]
    assert not any(row.disputed for row in payroll.runs(ctx, shop))
    assert correction.net_fen == 700


def test_a_month_reopened_does_not_pay_again_the_days_a_correction_paid(ctx, shop, people, lock, pay):
    pay(lock(RunKind.SETTLEMENT, ["03"], "离职"))
    run = lock()
    change(ctx, update(Worker).where(Worker.id == people[2]).values(left_on=None))
    earn(ctx, shop, people[2], 700)
    lock(RunKind.CORRECTION, ["03"], "没走")
    payroll_life.reopen(ctx, shop, run.run_id, "漏了一天")
    earn(ctx, shop, people[2], 300)
    assert code_of(lock) == "corrected_before"


def test_who_was_settled_and_stays_is_not_corrected_before_the_month(ctx, shop, people, by_half, lock, pay):
    change(ctx, update(Worker).where(Worker.id == by_half).values(left_on="2026-09-18"))
    pay(lock(RunKind.SETTLEMENT, ["05"], "离职"))
    change(ctx, update(Worker).where(Worker.id == by_half).values(left_on=None))
    assert code_of(lock, RunKind.CORRECTION, ["05"], "没走") == "correction_before_month"


def test_a_run_knows_the_runs_it_reckons_with_and_no_others(ctx, shop, people, lock, pay):
    settled = lock(RunKind.SETTLEMENT, ["03"])
    pay(settled)
    earn(ctx, shop, people[2], 700)
    correction = lock(RunKind.CORRECTION, ["03"], "漏记一笔")
    month = lock()
    with ctx.database.read() as session:
        known = {head.run_id: head.known_runs for head in run_heads(session, shop)}
    assert (known[correction.run_id], known[month.run_id]) == ({settled.run_id}, {settled.run_id, correction.run_id})


def test_what_is_noted_after_a_settlement_is_said_until_it_is_corrected(ctx, shop, people, lock, pay):
    def said():
        return [
            (row.no, row.params["amount"]) for row in payroll.compute(ctx, shop, MONTH).warnings if row.kind == CHANGED
        ]

    pay(lock(RunKind.SETTLEMENT, ["03"]))
    assert said() == []
    earn(ctx, shop, people[2], 3_000)
    assert said() == [("03", "30.00")]
    lock(RunKind.CORRECTION, ["03"], "漏记一笔")
    assert said() == []
    assert not differs_since_lock(ctx, shop, lock().run_id)


def test_who_stays_on_after_a_settlement_is_paid_what_it_lacks(ctx, shop, people, lock, pay):
    pay(lock(RunKind.SETTLEMENT, ["03"]))
    change(ctx, update(Worker).where(Worker.id == people[2]).values(left_on=None))
    earn(ctx, shop, people[2], 3_000)
    month = lock()
    assert {slip.no: slip.gross_fen for slip in payroll.slips(ctx, shop, month.run_id)}["03"] == 3_000
    assert not differs_since_lock(ctx, shop, month.run_id)


@pytest.mark.parametrize("mended", [{"name": "阿依壹"}, {"no": "11"}])
def test_a_base_stays_under_its_correction_whatever_its_worker_is_called_since(ctx, shop, people, lock, pay, mended):
    run = lock()
    paid = pay(run, only=["01"]).payment_ids[0]
    earn(ctx, shop, people[0], 500)
    change(ctx, update(Worker).where(Worker.id == people[0]).values(mended))
    lock(RunKind.CORRECTION, [people[0]], "漏记一笔")
    payroll_life.return_payment(ctx, shop, paid, None, "户名不符")
    assert code_of(payroll_life.reopen, ctx, shop, run.run_id, "x") == "run_built_upon"


@pytest.mark.parametrize("kind", [RunKind.CORRECTION, RunKind.SETTLEMENT])
def test_some_kinds_need_names(lock, kind):
    assert code_of(lock, kind, None, "x") == "workers_missing"
    assert code_of(lock, kind, ["77"], "x") == "worker_unknown"


def test_of_a_month_not_locked_nothing_is_corrected(lock):
    assert code_of(lock, RunKind.CORRECTION, ["01"], "x") == "payroll_not_locked"


# ---------------------------------------------------------------- first half


@pytest.fixture
def by_half(ctx, shop, hire):
    """A part-time worker paid twice a month: 4 hours at 20.00 on each working day of September."""
    worker_id = hire("05", "半月", relation=Relation.PART_TIME, basis=Basis.HOURLY, rate_fen=2_000)
    change(ctx, update(PayTerm).where(PayTerm.worker_id == worker_id).values(period="半月"))
    mark = {"workshop_id": shop, "worker_id": worker_id, "mark": "√", "normal_minutes": 240}
    days = [day for day in range(1, 31) if date(2026, 9, day).weekday() < 5 or day == 20]
    settings = {"workshop_id": shop, "valid_from": "2020-01-01", "hourly_minimum_fen": 1_800}
    with ctx.database.write("test", "marks") as session:
        session.execute(insert(Attendance), [mark | {"date": f"2026-09-{day:02}"} for day in days])
        session.execute(insert(WorkshopTerms).values(settings | {"monthly_minimum_fen": 180_000}))
    return worker_id


def test_the_month_pays_what_its_first_half_did_not(ctx, shop, by_half, lock, pay):
    half = lock(RunKind.FIRST_HALF)
    (slip,) = payroll.slips(ctx, shop, half.run_id)
    assert (slip.no, slip.period_from, slip.period_to) == ("05", date(2026, 9, 1), date(2026, 9, 15))
    assert code_of(lock, RunKind.FIRST_HALF) == "payroll_locked"
    pay(half)
    month = lock()
    rest = next(slip for slip in payroll.slips(ctx, shop, month.run_id) if slip.no == "05")
    assert (rest.period_from, rest.period_to) == (date(2026, 9, 16), date(2026, 9, 30))
    assert slip.gross_fen == 11 * 8_000
    assert not any(row.disputed for row in payroll.runs(ctx, shop))
    assert all(check.sound for check in payroll_life.verify_runs(ctx, shop))


def test_a_first_half_stays_under_its_month(ctx, shop, by_half, lock):
    half = lock(RunKind.FIRST_HALF)
    lock()
    assert code_of(payroll_life.reopen, ctx, shop, half.run_id, "x") == "run_built_upon"


def test_a_first_half_is_locked_once_and_never_after_the_month(ctx, shop, people, lock):
    lock()
    assert code_of(lock, RunKind.FIRST_HALF) == "half_after_month"


def test_a_first_half_without_anybody_paid_so_says_where_it_is_set(ctx, shop, people, lock):
    assert code_of(lock, RunKind.FIRST_HALF) == "first_half_nobody"
    (problem,) = payroll_life.draft(ctx, shop, MONTH, RunKind.FIRST_HALF).problems
    assert "“工资约定”" in problem.text("zh_CN")
    assert "pay terms" in problem.text("en")


def test_a_first_half_that_pays_somebody_is_no_problem(ctx, shop, by_half, lock):
    draft = payroll_life.draft(ctx, shop, MONTH, RunKind.FIRST_HALF)
    assert ([slip.no for slip in draft.slips], draft.problems) == (["05"], ())


# ---------------------------------------------------------------- all kinds


def test_runs_of_every_kind_verify(ctx, shop, people, lock, pay):
    lock(RunKind.SETTLEMENT, ["03"])
    pay(lock())
    earn(ctx, shop, people[1], 300)
    lock(RunKind.CORRECTION, ["02"], "漏记一笔")
    checks = payroll_life.verify_runs(ctx, shop)
    assert [(check.kind, check.sound, check.same) for check in checks] == [
        ("settlement", True, True),
        ("regular", True, True),
        ("correction", True, True),
    ]


def test_a_draft_of_any_kind_can_be_looked_at(ctx, shop, people, lock):
    draft = payroll_life.draft(ctx, shop, MONTH, RunKind.SETTLEMENT, ["03"])
    assert ([slip.no for slip in draft.slips], draft.kind) == (["03"], RunKind.SETTLEMENT)
    assert payroll.runs(ctx, shop) == ()


def test_a_settlement_does_not_close_the_month_s_day_sheets(ctx, shop, lock):
    lock(RunKind.SETTLEMENT, ["03"])
    assert not day_sheet(ctx, shop, date(2026, 9, 25)).locked
    lock()
    assert day_sheet(ctx, shop, date(2026, 9, 25)).locked
