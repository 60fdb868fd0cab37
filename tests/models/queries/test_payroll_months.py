"""What a month's run has to know, from the database: standing slips, the year, balances, plans, the region's packs."""

import json
from datetime import date

import pytest
from sqlalchemy import insert, update

from app.domain.calendar import month_calendar
from app.domain.ledger import row_of
from app.domain.payroll import compute
from app.domain.payroll_draft import LineCode
from app.domain.rulepack_reader import parse_pack
from app.domain.vocabulary import Basis, DayKind, PayMethod, PayPeriod, Relation, RunKind
from app.models.queries.payroll import load_month
from app.models.tables import (
    Adjustment,
    Advance,
    AllowancePlan,
    Attendance,
    DeductionPlan,
    Opening,
    PayrollEvent,
    PayrollRun,
    PayTerm,
    Worker,
    WorkshopTerms,
)
from app.services import payroll, payroll_life
from app.services.rule_packs import shipped_packs
from tests.services.conftest import ctx, hire, shop
from tests.services.paid_workers import earn
from tests.services.recompute import differs_since_lock

__all__ = ["ctx", "hire", "shop"]  # fixtures
MONTHS = ("2026-03", "2026-04", "2026-05")


def change(ctx, *statements):
    with ctx.database.write("test", "change") as session:
        for statement in statements:
            session.execute(statement)


def marks(shop, worker, month):
    calendar = month_calendar(month, shipped_packs())
    row = {"workshop_id": shop, "worker_id": worker, "mark": "√", "normal_minutes": 480, "extra_minutes": 0}
    return [row | {"date": day.isoformat()} for day in calendar.days() if calendar.kind(day) is DayKind.WORKING]


@pytest.fixture
def worker(ctx, shop, hire):
    """One worker at 8,000 a month, there from March to May."""
    made = hire("01", rate_fen=800_000, hired_on=date(2026, 3, 1))
    with ctx.database.write("test", "fill") as session:
        session.add(
            WorkshopTerms(
                workshop_id=shop, valid_from="2026-01-01", monthly_minimum_fen=187_000, hourly_minimum_fen=1_900
            )
        )
        for month in MONTHS:
            session.execute(insert(Attendance), marks(shop, made, month))
    return made


def lock(ctx, shop, month, kind=RunKind.REGULAR, workers=None):
    return payroll_life.lock(ctx, shop, month, kind, workers, "理由" if kind is RunKind.CORRECTION else "")


def lock_and_pay(ctx, shop, month):
    payroll_life.pay(ctx, shop, lock(ctx, shop, month).run_id, method=PayMethod.CASH)


def worker_of(ctx, shop, month, worker, packs=(), **how):
    return next(row for row in month_of(ctx, shop, month, packs, **how).workers if row.worker_id == worker)


def month_of(ctx, shop, month, packs=(), **how):
    with ctx.database.read() as session:
        return load_month(session, shop, month, (*shipped_packs(), *packs), **how)


def slip_of(ctx, shop, month, worker, **how):
    return next(slip for slip in compute(month_of(ctx, shop, month, **how)).slips if slip.worker_id == worker)


def adjustment(shop, worker, fen, kind="补贴", month="2026-03", number=1):
    row = {"workshop_id": shop, "id": number, "month": month, "worker_id": worker, "item": "补", "kind": kind}
    return insert(Adjustment.__table__).values(row | {"amount_fen": fen})


def advance(shop, worker, fen, monthly=0, day="2026-03-10", number=1):
    row = {"workshop_id": shop, "id": number, "date": day, "worker_id": worker, "amount_fen": fen}
    return insert(Advance.__table__).values(row | {"monthly_fen": monthly})


def plan(shop, worker, total, monthly, kind="赔偿扣款", since="2026-03", number=1):
    row = {"workshop_id": shop, "id": number, "worker_id": worker, "kind": kind, "item": "机器", "from_month": since}
    return insert(DeductionPlan.__table__).values(row | {"total_fen": total, "monthly_fen": monthly})


# ---------------------------------------------------------------- corrections


def test_a_correction_counts_with_its_month_and_adds_none(ctx, shop, worker):
    lock_and_pay(ctx, shop, "2026-03")
    before = worker_of(ctx, shop, "2026-04", worker)
    change(ctx, adjustment(shop, worker, 100_000))
    lock(ctx, shop, "2026-03", RunKind.CORRECTION, [worker])
    after = worker_of(ctx, shop, "2026-04", worker)
    assert (before.locked.months, after.locked.months) == (1, 1)
    assert after.locked.income_fen - before.locked.income_fen == 100_000
    assert after.last_gross_fen - before.last_gross_fen == 100_000


def test_a_correction_after_a_later_month_makes_the_year_a_clean_one(ctx, shop, worker):
    for month in MONTHS[:2]:
        lock_and_pay(ctx, shop, month)
    change(ctx, adjustment(shop, worker, 100_000))
    run = lock(ctx, shop, "2026-03", RunKind.CORRECTION, [worker])
    (slip,) = payroll.slips(ctx, shop, run.run_id)
    assert (slip.gross_fen, slip.tax_fen, slip.net_fen) == (100_000, 3_000, 97_000)
    year = worker_of(ctx, shop, "2026-05", worker).locked
    assert (year.months, year.income_fen, year.withheld_fen) == (2, 1_700_000, 21_000)  # (17000-10000)×3%
    again = compute(month_of(ctx, shop, "2026-03", kind=RunKind.CORRECTION, only=[worker]))
    assert again.slips == ()


@pytest.mark.parametrize("two_rows", [False, True])
def test_a_month_corrected_to_nothing_is_no_month_of_the_tax_year(ctx, shop, hire, worker, two_rows):
    """8,000 a month: 90.00 a month; who was not there in March has 90.00 for April, and 90.00 for May."""
    if two_rows:  # of one person
        other = hire("02", hired_on=date(2025, 1, 1))
        same = update(Worker).where(Worker.id.in_([worker, other])).values(id_number="513499199001011234")
        change(ctx, same, update(Worker).where(Worker.id == other).values(left_on="2025-12-31"))
    lock_and_pay(ctx, shop, "2026-03")
    change(ctx, update(Worker).where(Worker.id == worker).values(hired_on="2026-04-01"))
    lock(ctx, shop, "2026-03", RunKind.CORRECTION, [worker])
    known = worker_of(ctx, shop, "2026-04", worker)
    assert (known.locked.months, known.locked.income_fen, known.locked.withheld_fen) == (0, 0, 0)
    assert slip_of(ctx, shop, "2026-04", worker).tax_fen == 9_000
    lock_and_pay(ctx, shop, "2026-04")
    assert payroll.compute(ctx, shop, "2026-04", RunKind.CORRECTION, {worker}).slips == ()
    assert slip_of(ctx, shop, "2026-05", worker).tax_fen == 9_000


def test_a_month_without_income_is_one_for_who_was_employed_in_it(ctx, shop, worker):
    change(ctx, update(Attendance).where(Attendance.date < "2026-04-01").values(mark="假", normal_minutes=0))
    lock_and_pay(ctx, shop, "2026-03")
    known = worker_of(ctx, shop, "2026-04", worker)
    assert (known.locked.months, known.locked.income_fen) == (1, 0)


def test_a_correction_knows_the_slips_line_by_line(ctx, shop, worker):
    lock_and_pay(ctx, shop, "2026-03")
    (standing,) = worker_of(ctx, shop, "2026-03", worker, kind=RunKind.CORRECTION, only=[worker]).standing
    assert [(line.code, line.label, line.amount_fen) for line in standing.lines] == [("base", "基本工资", 800_000)]
    assert standing.minutes[0] == 22 * 480


def test_what_was_paid_too_much_comes_back_with_the_next_month(ctx, shop, worker):
    change(ctx, adjustment(shop, worker, 100_000))
    lock_and_pay(ctx, shop, "2026-03")
    change(ctx, update(Adjustment.__table__).values(deleted=1))
    lock(ctx, shop, "2026-03", RunKind.CORRECTION, [worker])
    assert worker_of(ctx, shop, "2026-04", worker).advance_brought_fen == 97_000
    assert slip_of(ctx, shop, "2026-04", worker).advance_fen == 97_000


def test_a_run_computed_once_more_knows_what_it_knew_at_its_lock(ctx, shop, worker):
    run = lock(ctx, shop, "2026-03")
    payroll_life.pay(ctx, shop, run.run_id, method=PayMethod.CASH)
    change(ctx, adjustment(shop, worker, 100_000))
    corrected = lock(ctx, shop, "2026-03", RunKind.CORRECTION, [worker])
    assert slip_of(ctx, shop, "2026-03", worker).gross_fen == 900_000  # the month's records, not the correction's
    (frozen,) = payroll.slips(ctx, shop, corrected.run_id)
    again = month_of(ctx, shop, "2026-03", kind=RunKind.CORRECTION, only=[worker], known=frozenset({run.run_id}))
    assert [slip.net_fen for slip in compute(again).slips] == [frozen.net_fen]


def test_a_plan_s_share_that_a_correction_takes_is_the_plan_s(ctx, shop, worker):
    change(ctx, plan(shop, worker, 2_000_000, 900_000, "其他扣款"))
    lock_and_pay(ctx, shop, "2026-03")  # takes all that is left after tax, 7,910 of 9,000
    change(ctx, adjustment(shop, worker, 100_000))
    run = lock(ctx, shop, "2026-03", RunKind.CORRECTION, [worker])
    (slip,) = payroll.slips(ctx, shop, run.run_id)
    assert (slip.tax_fen, slip.other_fen, slip.net_fen) == (3_000, 97_000, 0)
    taken = 800_000 - 9_000 + 97_000
    assert worker_of(ctx, shop, "2026-04", worker).other_plan_fen == 900_000 - taken


def test_of_a_month_whose_first_half_only_is_paid_only_that_is_corrected(ctx, shop, by_half):
    run = lock(ctx, shop, "2026-03", RunKind.FIRST_HALF)
    change(ctx, update(Attendance.__table__).where(Attendance.date == "2026-03-03").values(normal_minutes=420))
    how = {"kind": RunKind.CORRECTION, "only": [by_half], "known": frozenset({run.run_id})}
    (slip,) = compute(month_of(ctx, shop, "2026-03", **how)).slips
    assert (slip.normal_minutes, slip.gross_fen, slip.net_fen) == (-60, -5_000, 0)


def test_a_correction_computed_once_more_knows_nothing_of_what_came_after(ctx, shop, worker):
    change(ctx, adjustment(shop, worker, 100_000))
    run = lock(ctx, shop, "2026-03")
    payroll_life.pay(ctx, shop, run.run_id, method=PayMethod.CASH)
    change(ctx, update(Adjustment.__table__).values(deleted=1))
    corrected = lock(ctx, shop, "2026-03", RunKind.CORRECTION, [worker])
    (frozen,) = payroll.slips(ctx, shop, corrected.run_id)
    lock(ctx, shop, "2026-04")  # takes the overpaid back
    how = {"kind": RunKind.CORRECTION, "only": [worker], "known": frozenset({run.run_id})}
    (again,) = compute(month_of(ctx, shop, "2026-03", **how)).slips
    assert (again.advance_fen, again.carried_advance_fen) == (frozen.advance_fen, 97_000) == (-97_000, 97_000)
    assert not differs_since_lock(ctx, shop, corrected.run_id)


def test_a_correction_to_less_reads_back_as_it_was_computed(ctx, shop, worker):
    lock_and_pay(ctx, shop, "2026-03")
    change(ctx, update(Attendance.__table__).where(Attendance.date == "2026-03-03").values(normal_minutes=460))
    (computed,) = compute(month_of(ctx, shop, "2026-03", kind=RunKind.CORRECTION, only=[worker])).slips
    run = lock(ctx, shop, "2026-03", RunKind.CORRECTION, [worker])
    (frozen,) = payroll.slips(ctx, shop, run.run_id)
    assert (frozen.normal_minutes, frozen.unpaid_minutes, frozen.gross_fen) == (-20, 20, -1_533)  # 8000÷21.75÷24
    assert (frozen.lines, frozen.deductions, frozen.tax_basis) == (
        computed.lines, computed.deductions, computed.tax_basis,
    )  # fmt: skip
    assert row_of(frozen, "x", "y").items[LineCode.ABSENCE] == -1_533


def test_a_correction_of_an_earlier_month_changes_nothing_of_one_locked_before_it(ctx, shop, worker):
    for month in MONTHS[:2]:
        lock_and_pay(ctx, shop, month)
    april = slip_of(ctx, shop, "2026-04", worker)
    change(ctx, adjustment(shop, worker, 600_000))
    lock(ctx, shop, "2026-03", RunKind.CORRECTION, [worker])
    assert slip_of(ctx, shop, "2026-04", worker) == april
    assert slip_of(ctx, shop, "2026-05", worker).tax_fen == 9_000  # (30000-15000)×3% less 360.00


# ---------------------------------------------------------------- half months and settlements


@pytest.fixture
def by_half(ctx, shop, worker):
    """The worker part-time, settled by half months."""
    terms = {"relation": Relation.PART_TIME.value, "basis": Basis.HOURLY.value, "rate_fen": 5_000}
    change(ctx, update(PayTerm.__table__).values(**terms, period=PayPeriod.HALF_MONTH.value))
    return worker


def test_two_slips_of_a_month_are_one_month_of_the_tax_year(ctx, shop, by_half):
    whole = slip_of(ctx, shop, "2026-03", by_half)
    lock(ctx, shop, "2026-03", RunKind.FIRST_HALF)
    (first,) = worker_of(ctx, shop, "2026-03", by_half).standing
    assert (first.period_from, first.period_to) == (date(2026, 3, 1), date(2026, 3, 15))
    second = slip_of(ctx, shop, "2026-03", by_half)
    assert first.gross_fen + second.gross_fen == whole.gross_fen
    assert first.tax_fen + second.tax_fen == whole.tax_fen > 0
    lock(ctx, shop, "2026-03")
    locked = worker_of(ctx, shop, "2026-04", by_half).locked
    assert (locked.months, locked.income_fen, locked.withheld_fen) == (1, whole.gross_fen, whole.tax_fen)


def test_pieces_are_summed_apart_from_the_sixteenth_on(ctx, shop, by_half):
    with ctx.database.read() as session:
        month = load_month(session, shop, "2026-03", shipped_packs())
    assert month.kind is RunKind.REGULAR
    halves = compute(month_of(ctx, shop, "2026-03", kind=RunKind.FIRST_HALF)).slips
    assert [(slip.period_from.day, slip.period_to.day) for slip in halves] == [(1, 15)]


def test_who_is_settled_is_left_out_and_owes_nothing_twice(ctx, shop, worker):
    change(ctx, update(Worker.__table__).values(left_on="2026-03-20"), advance(shop, worker, 50_000, 10_000))
    run = lock(ctx, shop, "2026-03", RunKind.SETTLEMENT, [worker])
    (slip,) = payroll.slips(ctx, shop, run.run_id)
    assert (slip.period_to, slip.advance_fen) == (date(2026, 3, 20), 50_000)
    assert compute(month_of(ctx, shop, "2026-03")).slips == ()
    later = worker_of(ctx, shop, "2026-04", worker)
    assert later.advance_brought_fen + later.advance_later_fen == 0


@pytest.mark.parametrize(
    ("first", "since", "then", "paid_fen"),
    [
        (800_000, None, None, 800_000),  # 15 and 7 days of 21.75
        (187_000, None, None, 187_000),  # the minimum itself
        (100_000, None, None, 187_000),  # topped up to the minimum in both parts
        (800_000, "2026-03-21", 200_000, 609_091),  # 15 and 7 of 22 days
        (800_000, "2026-03-26", 1_000_000, 836_364),  # 18 and 4 of 22 days, two rates after the settlement
    ],
)
def test_a_salary_paid_in_two_parts_is_at_most_a_month_s(ctx, shop, worker, first, since, then, paid_fen):
    change(ctx, update(PayTerm.__table__).values(rate_fen=first))
    if since:
        terms = {"workshop_id": shop, "worker_id": worker, "valid_from": since, "relation": "全日制", "basis": "月薪"}
        change(ctx, insert(PayTerm.__table__).values(terms | {"rate_fen": then}))
    change(ctx, update(Worker.__table__).values(left_on="2026-03-20"))
    runs = [lock(ctx, shop, "2026-03", RunKind.SETTLEMENT, [worker])]
    change(ctx, update(Worker.__table__).values(left_on=None))
    runs.append(lock(ctx, shop, "2026-03"))
    paid = [payroll.slips(ctx, shop, run.run_id)[0].gross_fen for run in runs]
    assert sum(paid) == paid_fen
    assert not differs_since_lock(ctx, shop, runs[1].run_id)


# ---------------------------------------------------------------- figures that change inside the month


def raised(ctx, shop, since, monthly=210_000, hourly=2_100):
    row = {"workshop_id": shop, "valid_from": since, "monthly_minimum_fen": monthly, "hourly_minimum_fen": hourly}
    change(ctx, insert(WorkshopTerms.__table__).values(row))


@pytest.mark.parametrize(("since", "floor"), [("2026-03-09", 57_931), ("2026-03-10", 51_586), ("2026-03-20", 51_586)])
def test_who_left_is_held_to_the_minimum_of_the_last_day(ctx, shop, worker, since, floor):
    """Left on the 9th: six days of 21.75, of 2,100 or of 1,870; settled apart or paid with the month."""
    change(ctx, update(Worker.__table__).values(left_on="2026-03-09"))
    raised(ctx, shop, since)
    settled = slip_of(ctx, shop, "2026-03", worker, kind=RunKind.SETTLEMENT, only=[worker])
    assert [settled.floor_fen, slip_of(ctx, shop, "2026-03", worker).floor_fen] == [floor, floor]
    assert month_of(ctx, shop, "2026-03").workshop.month_minimum_fen == 210_000


def test_a_first_half_is_held_to_the_hourly_minimum_of_its_own_days(ctx, shop, by_half):
    rate = slip_of(ctx, shop, "2026-03", by_half, kind=RunKind.FIRST_HALF).lines[0].price_e4 // 100
    raised(ctx, shop, "2026-03-20", hourly=rate + 100)
    half, month = (compute(month_of(ctx, shop, "2026-03", kind=kind)) for kind in (RunKind.FIRST_HALF, RunKind.REGULAR))
    assert [row.kind for row in half.problems] == []
    assert [row.kind for row in month.problems] == ["hourly_below_minimum"]


def test_days_before_the_first_settings_go_by_these(ctx, shop, worker):
    change(ctx, update(WorkshopTerms.__table__).values(deleted=1))
    raised(ctx, shop, "2026-03-20")
    assert [row.workshop.month_minimum_fen for row in month_of(ctx, shop, "2026-03").before] == [210_000]


# ---------------------------------------------------------------- balances


def taken_by(ctx, shop, *runs):
    slips = [payroll.slips(ctx, shop, run.run_id)[0] for run in runs]
    return [(slip.damage_fen, slip.advance_fen) for slip in slips]


def test_a_debt_of_a_month_with_a_first_half_is_taken_once(ctx, shop, by_half):
    first = lock(ctx, shop, "2026-03", RunKind.FIRST_HALF)
    change(ctx, adjustment(shop, by_half, 100_000, "赔偿扣款"), advance(shop, by_half, 50_000, day="2026-03-20"))
    assert taken_by(ctx, shop, first, lock(ctx, shop, "2026-03")) == [(0, 0), (100_000, 50_000)]


def test_a_month_locked_after_the_next_one_s_first_half_leaves_that_one_its_debts(ctx, shop, by_half):
    rows = [advance(shop, by_half, 60_000, 20_000, f"2026-04-{day}", day) for day in (10, 20)]
    change(ctx, *rows, plan(shop, by_half, 90_000, 30_000, since="2026-04"))
    half = lock(ctx, shop, "2026-04", RunKind.FIRST_HALF)
    change(ctx, adjustment(shop, by_half, 100_000, "赔偿扣款", "2026-04"))
    runs = [half, *(lock(ctx, shop, month) for month in MONTHS)]
    assert taken_by(ctx, shop, *runs) == [(0, 20_000), (0, 0), (130_000, 20_000), (30_000, 40_000)]


def test_who_is_settled_and_stays_owes_nothing_twice(ctx, shop, worker):
    change(ctx, update(Worker.__table__).values(left_on="2026-03-20"))
    change(ctx, adjustment(shop, worker, 20_000, "赔偿扣款"), advance(shop, worker, 50_000))
    settled = lock(ctx, shop, "2026-03", RunKind.SETTLEMENT, [worker])
    change(ctx, update(Worker.__table__).values(left_on=None))
    assert taken_by(ctx, shop, settled, lock(ctx, shop, "2026-03")) == [(20_000, 50_000), (0, 0)]


def test_an_advance_is_repaid_month_by_month(ctx, shop, worker):
    change(ctx, advance(shop, worker, 100_000, 40_000))
    taken = []
    for month in MONTHS:
        slip = slip_of(ctx, shop, month, worker)
        taken.append((slip.advance_fen, slip.carried_advance_fen))
        lock(ctx, shop, month)
    assert taken == [(40_000, 60_000), (40_000, 20_000), (20_000, 0)]


@pytest.mark.parametrize(("kind", "figure"), [("赔偿扣款", "damage_fen"), ("其他扣款", "other_fen")])
def test_a_plan_is_taken_month_by_month(ctx, shop, worker, kind, figure):
    change(ctx, plan(shop, worker, 100_000, 40_000, kind))
    taken = []
    for month in MONTHS:
        taken.append(getattr(slip_of(ctx, shop, month, worker), figure))
        lock(ctx, shop, month)
    assert taken == [40_000, 40_000, 20_000]


def test_an_instalment_without_room_is_asked_for_again_and_only_it_is_carried(ctx, shop, worker):
    change(ctx, plan(shop, worker, 500_000, 200_000))  # 20 % of 8,000 is 1,600
    draft = compute(month_of(ctx, shop, "2026-03"))
    assert [row.params["amount"] for row in draft.warnings if row.kind == "damage_carried"] == ["400.00"]
    assert (draft.slips[0].damage_fen, draft.slips[0].carried_damage_fen) == (160_000, 340_000)
    lock(ctx, shop, "2026-03")
    assert worker_of(ctx, shop, "2026-04", worker).damage_brought_fen == 40_000


def test_other_deductions_of_a_month_and_by_a_plan_stay_apart(ctx, shop, worker):
    change(ctx, adjustment(shop, worker, 900_000, "其他扣款"), plan(shop, worker, 40_000, 20_000, "其他扣款"))
    slip = slip_of(ctx, shop, "2026-03", worker)
    assert slip.net_fen == 0
    lock(ctx, shop, "2026-03")
    later = worker_of(ctx, shop, "2026-04", worker)
    assert later.other_plan_fen == 20_000  # the plan's is carried, the month's own is not
    assert slip_of(ctx, shop, "2026-04", worker).other_fen == 40_000


def test_a_plan_begun_before_an_opening_asks_for_the_rest_only(ctx, shop, worker):
    row = {"workshop_id": shop, "worker_id": worker, "year": 2026, "before_month": "2026-04", "damage_fen": 7_000}
    change(ctx, insert(Opening.__table__).values(row), plan(shop, worker, 100_000, 40_000))
    assert slip_of(ctx, shop, "2026-04", worker).damage_fen == 47_000


# ---------------------------------------------------------------- allowances and the region's packs


def test_allowance_plans_are_read(ctx, shop, worker):
    row = {
        "workshop_id": shop,
        "id": 1,
        "name": "全勤奖",
        "rule": "全勤",
        "amount_fen": 10_000,
        "valid_from": "2026-01-01",
    }
    gone = row | {"id": 2, "valid_to": "2026-02-28"}
    change(ctx, insert(AllowancePlan.__table__).values(row), insert(AllowancePlan.__table__).values(gone))
    assert len(month_of(ctx, shop, "2026-03").allowances) == 1
    assert slip_of(ctx, shop, "2026-03", worker).gross_fen == 810_000


def pack(kind, figures):
    source = {"title": "通知", "number": "1号", "issuer": "某厅", "date": "2025-12-01"}
    text = {"pack": kind, "version": "2026.1", "valid_from": "2026-01-01", "valid_to": None, "title": "例"}
    return parse_pack(json.dumps(text | {"sources": [source], "figures": {"regions": figures}}, ensure_ascii=False))


SOCIAL = pack("social_insurance", {"51": {"place": "某省", "items": {"养老保险": "8%", "医疗保险": "2%"},
                                          "base_floor": "4500.00", "base_ceiling": "22500.00"}})  # fmt: skip
MINIMUM = pack("minimum_wage", {"51": {"place": "某省", "monthly": "2200.00", "hourly": "23.00"}})


@pytest.mark.parametrize(
    ("base", "first"),
    [
        (300_000, "4500.00×8%=360.00"),
        (449_999, "4500.00×8%=360.00"),
        (450_001, "4500.01×8%=360.00"),
        (1_000_000, "10000.00×8%=800.00"),
        (2_250_000, "22500.00×8%=1800.00"),
        (2_250_001, "22500.00×8%=1800.00"),
    ],
)
def test_social_insurance_by_a_base_held_in_its_bounds(ctx, shop, worker, base, first):
    change(ctx, update(PayTerm.__table__).values(social_base_fen=base))
    month = month_of(ctx, shop, "2026-03", [SOCIAL])
    slip = compute(month).slips[0]
    lines = [line for line in slip.deductions if line.code == "social"]
    assert [line.label for line in lines] == ["社会保险 养老保险", "社会保险 医疗保险"]
    assert lines[0].formula == first
    assert slip.social_fen == -sum(line.amount_fen for line in lines)
    assert SOCIAL.stamp in compute(month).packs


def test_without_rates_a_base_blocks(ctx, shop, worker):
    change(ctx, update(PayTerm.__table__).values(social_base_fen=500_000))
    assert [row.kind for row in compute(month_of(ctx, shop, "2026-03")).problems] == ["social_pack_missing"]


@pytest.mark.parametrize(("own", "used", "warned"), [(None, 220_000, 0), (219_999, 219_999, 1), (220_000, 220_000, 0)])
def test_the_workshop_s_minimum_comes_before_the_region_s(ctx, shop, worker, own, used, warned):
    change(ctx, update(WorkshopTerms.__table__).values(monthly_minimum_fen=own))
    month = month_of(ctx, shop, "2026-03", [MINIMUM])
    assert month.workshop.month_minimum_fen == used
    assert [row.kind for row in compute(month).warnings].count("minimum_below_pack") == warned
    assert (MINIMUM.stamp in compute(month).packs) == (own is None)


# ---------------------------------------------------------------- disputes


@pytest.mark.parametrize("disputed", ["2025-12", "2026-02", "2026-05", "2027-01"])
@pytest.mark.parametrize("kind", [RunKind.REGULAR, RunKind.CORRECTION])
def test_two_runs_of_any_other_month_block(ctx, shop, worker, disputed, kind):
    lock_and_pay(ctx, shop, "2026-04")
    for number in (1, 2):
        run = {"workshop_id": shop, "id": number, "month": disputed, "workers": 0, "gross_fen": 0, "net_fen": 0}
        event = {"workshop_id": shop, "id": number, "run_id": number, "state": "locked", "user_name": "x"}
        change(
            ctx,
            insert(PayrollRun.__table__).values(run | {"packs": "", "snapshot_hash": ""}),
            insert(PayrollEvent.__table__).values(event | {"occurred_on": "2026-05-02"}),
        )
    found = compute(month_of(ctx, shop, "2026-04", kind=kind, only=[worker])).problems
    assert [row.params for row in found if row.kind == "month_disputed"] == [{"disputed": disputed}]


# ---------------------------------------------------------------- months locked in another order


def year_tax(ctx, shop):
    standing = [run for run in payroll.runs(ctx, shop) if run.state.value not in ("reopened", "voided")]
    return sum(slip.tax_fen for run in standing for slip in payroll.slips(ctx, shop, run.run_id))


@pytest.mark.parametrize("order", [MONTHS, MONTHS[::-1], (MONTHS[1], MONTHS[2], MONTHS[0])])
def test_the_year_s_tax_is_a_clean_year_s_whatever_the_order_of_the_locks(ctx, shop, worker, order):
    earn(ctx, shop, worker, 3_300_000, MONTHS[1])
    for month in order:
        payroll_life.lock(ctx, shop, month)
    assert year_tax(ctx, shop) == (2_400_000 + 3_300_000 - 1_500_000) * 10 // 100 - 252_000  # the second band


def test_a_month_raised_under_later_ones_withholds_what_they_withheld_too_little(ctx, shop, worker):
    first, *_ = [payroll_life.lock(ctx, shop, month) for month in MONTHS]
    payroll_life.reopen(ctx, shop, first.run_id, "漏了一笔")
    earn(ctx, shop, worker, 400_000, MONTHS[0])
    again = payroll_life.lock(ctx, shop, MONTHS[0])
    assert year_tax(ctx, shop) == (2_400_000 + 400_000 - 1_500_000) * 3 // 100
    assert not differs_since_lock(ctx, shop, again.run_id)
    assert payroll_life.recompute(ctx, shop, again.run_id).totals.net_fen == again.net_fen
