"""People employed again: one tax year over several rows with one ID number."""

from datetime import date

import pytest
from sqlalchemy import insert, update

from app.domain.payroll import compute
from app.domain.vocabulary import AdjustmentKind, Basis, PayMethod, Relation, RunKind
from app.models.database import new_ids
from app.models.tables import Adjustment, Advance, Attendance, DeductionPlan, Opening, PayTerm, Worker
from app.services import papers, payroll, payroll_life
from app.services.explain import explain
from app.services.pay_amounts import list_advances
from tests.models.queries.test_payroll_months import (
    MONTHS,
    adjustment,
    change,
    lock,
    lock_and_pay,
    marks,
    month_of,
    worker,
    worker_of,
    year_tax,
)
from tests.services.conftest import ctx, hire, shop
from tests.services.paid_workers import earn

__all__ = ["ctx", "hire", "shop", "worker"]  # fixtures


@pytest.fixture
def again(ctx, shop, hire, worker):
    """Employ the worker again from a day on: another row with the same ID number."""

    def hired(left, day):
        change(ctx, update(Worker.__table__).values(left_on=left))
        made = hire("02", rate_fen=800_000, hired_on=day)
        change(ctx, *(insert(Attendance.__table__).values(row) for m in MONTHS for row in marks(shop, made, m)))
        change(ctx, update(Worker.__table__).values(id_number="51343119900101001X"))
        return made

    return hired


def test_the_tax_year_of_who_is_employed_again_is_one(ctx, shop, worker, again):
    lock_and_pay(ctx, shop, "2026-03")
    made = again("2026-03-31", date(2026, 4, 1))
    assert worker_of(ctx, shop, "2026-04", made).locked.months == 1
    earn(ctx, shop, made, 3_300_000, "2026-04")
    for month in MONTHS[1:]:
        lock_and_pay(ctx, shop, month)
    assert year_tax(ctx, shop) == (3 * 800_000 + 3_300_000 - 3 * 500_000) * 10 // 100 - 252_000
    change(ctx, adjustment(shop, worker, 100_000, number=2))  # of the first row's month
    run = lock(ctx, shop, "2026-03", RunKind.CORRECTION, [worker])
    assert payroll.slips(ctx, shop, run.run_id)[0].tax_fen == 10_000
    assert compute(month_of(ctx, shop, "2026-05", kind=RunKind.CORRECTION, only=[made])).slips == ()


def test_two_employments_of_a_month_are_one_month_of_the_tax_year(ctx, shop, worker, again):
    made = again("2026-03-12", date(2026, 3, 16))
    earn(ctx, shop, worker, 1_000_000, "2026-03")
    change(ctx, update(PayTerm.__table__).values(additional_fen=50_000))
    lock(ctx, shop, "2026-03", RunKind.SETTLEMENT, [worker])
    payroll_life.pay(ctx, shop, lock(ctx, shop, "2026-03").run_id, method=PayMethod.CASH)
    income = sum(slip.gross_fen for run in payroll.runs(ctx, shop) for slip in payroll.slips(ctx, shop, run.run_id))
    assert year_tax(ctx, shop) == ((income - 550_000) * 3 + 50) // 100
    year = worker_of(ctx, shop, "2026-04", made).locked
    assert (year.months, year.income_fen, year.additional_fen) == (1, income, 50_000)
    for one in (worker, made):
        assert compute(month_of(ctx, shop, "2026-03", kind=RunKind.CORRECTION, only=[one])).slips == ()


def number(ctx, worker, text):
    """A worker's ID number from now on."""
    change(ctx, update(Worker.__table__).where(Worker.__table__.c.id == worker).values(id_number=text))


@pytest.mark.parametrize("corrected", [False, True])
def test_a_number_mended_later_joins_the_rows_of_one_tax_year(ctx, shop, worker, again, corrected):
    """While it was mistyped the rows were two people; a correction or the next month withholds what a year lacks."""
    made = again("2026-03-31", date(2026, 4, 1))
    number(ctx, worker, "513431199001010028")
    earn(ctx, shop, made, 3_300_000, "2026-04")
    for month in MONTHS[:2]:
        lock_and_pay(ctx, shop, month)
    assert year_tax(ctx, shop) == 9_000 + (800_000 + 3_300_000 - 500_000) * 3 // 100
    number(ctx, worker, "51343119900101001X")
    if corrected:
        lock(ctx, shop, "2026-04", RunKind.CORRECTION, [made])
        assert year_tax(ctx, shop) == (2 * 800_000 + 3_300_000 - 2 * 500_000) * 10 // 100 - 252_000
    lock_and_pay(ctx, shop, "2026-05")
    assert year_tax(ctx, shop) == (3 * 800_000 + 3_300_000 - 3 * 500_000) * 10 // 100 - 252_000
    (row,) = papers.tax_list(ctx, shop, "2026-03").rows
    assert row.id_number == "51343119900101001X"


def test_a_number_that_was_another_persons_parts_the_tax_years(ctx, shop, hire, worker):
    other = hire("02", rate_fen=3_000_000, hired_on=date(2026, 3, 1))
    change(ctx, *(insert(Attendance.__table__).values(row) for m in MONTHS for row in marks(shop, other, m)))
    for one in (worker, other):  # the second's is mistyped
        number(ctx, one, "51343119900101001X")
    lock_and_pay(ctx, shop, "2026-03")
    number(ctx, other, "513431199001010028")
    lock_and_pay(ctx, shop, "2026-04")
    lock_and_pay(ctx, shop, "2026-05")
    every = [slip for run in payroll.runs(ctx, shop) for slip in payroll.slips(ctx, shop, run.run_id)]
    taxes = [sum(slip.tax_fen for slip in every if slip.worker_id == one) for one in (worker, other)]
    assert taxes == [3 * 9_000, (9_000_000 - 3 * 500_000) * 10 // 100 - 252_000]


@pytest.mark.parametrize("row", ["first", "second"])
def test_an_opening_of_either_employment_begins_the_year(ctx, shop, worker, again, row):
    lock_and_pay(ctx, shop, "2026-03")
    made = again("2026-03-31", date(2026, 4, 1))
    whose, before = (worker, "2026-03") if row == "first" else (made, "2026-04")
    opening = {"workshop_id": shop, "worker_id": whose, "year": 2026, "before_month": before, "months": 2}
    change(ctx, insert(Opening.__table__).values(opening | {"income_fen": 1_600_000, "withheld_fen": 18_000}))
    second = worker_of(ctx, shop, "2026-04", made)
    assert (second.opening.months, second.locked.months) == ((2, 1) if row == "first" else (2, 0))
    assert "opening_overlaps" not in {found.kind for found in compute(month_of(ctx, shop, "2026-04")).problems}


def unlike(story):
    """The deductions of a slip whose rows do not add up to them."""
    return [one.title for one in story.explanation.deductions if sum(row.counted for row in one.rows) != one.total]


def test_two_employments_in_one_run_are_taxed_as_one(ctx, shop, worker, again):
    made = again("2026-03-12", date(2026, 3, 16))
    earn(ctx, shop, worker, 1_000_000, "2026-03")
    change(ctx, update(PayTerm.__table__).where(PayTerm.__table__.c.worker_id == worker).values(additional_fen=50_000))
    lock_and_pay(ctx, shop, "2026-03")
    run = payroll.runs(ctx, shop)[-1]
    slips = payroll.slips(ctx, shop, run.run_id)
    income = sum(slip.gross_fen for slip in slips)
    assert sum(slip.tax_fen for slip in slips) == ((income - 550_000) * 3 + 50) // 100
    stories = [explain(ctx, shop, "2026-03", one, run.run_id) for one in (worker, made)]
    assert [unlike(story) for story in stories] == [[], []]
    assert [sum(row.months for row in story.explanation.year) for story in stories] == [1, 1]
    (row,) = papers.tax_list(ctx, shop, "2026-03").rows
    assert (row.no, row.income_fen, row.additional_fen) == ("02", income, 50_000)
    for only in ([worker], [made], [worker, made]):
        assert compute(month_of(ctx, shop, "2026-03", kind=RunKind.CORRECTION, only=only)).slips == ()


def social_of(ctx, shop):
    """What all runs took of social insurance."""
    every = (slip for run in payroll.runs(ctx, shop) for slip in payroll.slips(ctx, shop, run.run_id))
    return sum(slip.social_fen for slip in every)


@pytest.mark.parametrize("settled", [False, True])
@pytest.mark.parametrize(("first", "second", "most"), [(30_000, 30_000, 30_000), (30_000, 35_000, 35_000)])
def test_social_insurance_is_taken_of_a_person_once_a_month(ctx, shop, worker, again, settled, first, second, most):
    made = again("2026-03-12", date(2026, 3, 16))
    earn(ctx, shop, worker, 1_000_000, "2026-03")
    for one, fen in ((worker, first), (made, second)):
        change(ctx, update(PayTerm.__table__).where(PayTerm.__table__.c.worker_id == one).values(social_fen=fen))
    if settled:
        lock(ctx, shop, "2026-03", RunKind.SETTLEMENT, [worker])
    found = [row for row in payroll.compute(ctx, shop, "2026-03").warnings if row.kind == "social_elsewhere"]
    assert [(row.no, row.params["elsewhere"]) for row in found] == [("02", "300.00")]
    lock_and_pay(ctx, shop, "2026-03")
    assert social_of(ctx, shop) == most
    income = sum(slip.gross_fen for run in payroll.runs(ctx, shop) for slip in payroll.slips(ctx, shop, run.run_id))
    assert year_tax(ctx, shop) == ((income - 500_000 - most) * 3 + 50) // 100
    run = payroll.runs(ctx, shop)[-1]
    assert unlike(explain(ctx, shop, "2026-03", made, run.run_id)) == []
    for only in ([worker], [made], [worker, made]):
        assert compute(month_of(ctx, shop, "2026-03", kind=RunKind.CORRECTION, only=only)).slips == ()


@pytest.mark.parametrize("corrected", ["first", "second", "both", "one by one"])
def test_a_correction_takes_more_social_insurance_of_a_person_once(ctx, shop, worker, again, corrected):
    made = again("2026-03-12", date(2026, 3, 16))
    change(ctx, update(PayTerm.__table__).values(social_fen=30_000))
    lock(ctx, shop, "2026-03", RunKind.SETTLEMENT, [worker])
    lock_and_pay(ctx, shop, "2026-03")
    change(ctx, update(PayTerm.__table__).values(social_fen=35_000))
    each = {"first": [[worker]], "second": [[made]], "both": [[worker, made]], "one by one": [[made], [worker]]}
    *done, last = each[corrected]
    for only in done:
        lock(ctx, shop, "2026-03", RunKind.CORRECTION, only)
    draft = payroll.compute(ctx, shop, "2026-03", RunKind.CORRECTION, last)
    assert social_of(ctx, shop) + sum(slip.social_fen for slip in draft.slips) == 35_000


def test_in_which_row_social_insurance_was_taken_is_nothing_to_correct(ctx, shop, worker, again):
    made = again("2026-03-12", date(2026, 3, 16))
    change(ctx, update(Worker).where(Worker.id == made).values(left_on="2026-03-25"))
    change(ctx, update(PayTerm.__table__).values(social_fen=30_000))
    lock(ctx, shop, "2026-03", RunKind.SETTLEMENT, [made])
    lock_and_pay(ctx, shop, "2026-03")
    for only in ([worker], [made], [worker, made]):
        assert compute(month_of(ctx, shop, "2026-03", kind=RunKind.CORRECTION, only=only)).slips == ()


def test_social_insurance_that_found_no_room_is_taken_in_the_other_row(ctx, shop, worker, again):
    again("2026-03-12", date(2026, 3, 16))
    change(ctx, update(PayTerm.__table__).values(social_fen=30_000))
    none = Attendance.__table__.c.worker_id == worker
    change(ctx, update(Attendance.__table__).where(none).values(mark="假", normal_minutes=0))
    change(ctx, adjustment(shop, worker, 10_000))
    assert [slip.social_fen for slip in payroll.compute(ctx, shop, "2026-03").slips] == [10_000, 20_000]


@pytest.mark.parametrize("more", [(100_000, 200_000), (200_000, 0), (-300_000, 100_000)])
def test_a_correction_of_both_employments_makes_up_the_tax_once(ctx, shop, worker, again, more):
    made = again("2026-03-12", date(2026, 3, 16))
    earn(ctx, shop, worker, 1_000_000, "2026-03")
    lock_and_pay(ctx, shop, "2026-03")
    for number, (one, fen) in enumerate(zip((worker, made), more, strict=True), 100):
        change(ctx, adjustment(shop, one, fen, number=number))
    run = lock(ctx, shop, "2026-03", RunKind.CORRECTION, [worker, made])
    income = sum(slip.gross_fen for each in payroll.runs(ctx, shop) for slip in payroll.slips(ctx, shop, each.run_id))
    assert year_tax(ctx, shop) == ((income - 500_000) * 3 + 50) // 100
    for slip in payroll.slips(ctx, shop, run.run_id):
        assert unlike(explain(ctx, shop, "2026-03", slip.worker_id, run.run_id)) == []
    assert all(checked.sound and checked.same for checked in payroll_life.verify_runs(ctx, shop))


@pytest.mark.parametrize("corrected", ["first", "second", "both"])
def test_services_of_two_rows_are_taxed_by_the_persons_sum(ctx, shop, worker, again, corrected):
    made = again("2026-03-12", date(2026, 3, 16))
    services = {"relation": Relation.SERVICES.value, "basis": Basis.PIECE.value, "rate_fen": 0}
    change(ctx, update(PayTerm.__table__).values(services))
    for one in (worker, made):
        earn(ctx, shop, one, 80_000, "2026-03")
    lock_and_pay(ctx, shop, "2026-03")
    run = payroll.runs(ctx, shop)[-1]
    assert [slip.tax_fen for slip in payroll.slips(ctx, shop, run.run_id)] == [0, 16_000]
    assert unlike(explain(ctx, shop, "2026-03", made, run.run_id)) == []
    only = {"first": [worker], "second": [made], "both": [worker, made]}[corrected]
    for number, one in enumerate(only, 100):
        change(ctx, adjustment(shop, one, 10_000, number=number))
    lock(ctx, shop, "2026-03", RunKind.CORRECTION, only)
    assert sum(row.tax_fen for row in papers.tax_list(ctx, shop, "2026-03").services) == 16_000 + 2_000 * len(only)


def advance(ctx, shop, worker, fen, day="2026-03-05", monthly=0):
    with ctx.database.write("test", "advance") as session:
        row = {"workshop_id": shop, "id": new_ids(session, 1)[0], "worker_id": worker, "date": day}
        session.execute(insert(Advance).values(row | {"amount_fen": fen, "monthly_fen": monthly}))


def plan(ctx, shop, worker, fen, monthly, kind=AdjustmentKind.DAMAGE):
    with ctx.database.write("test", "plan") as session:
        row = {"workshop_id": shop, "id": new_ids(session, 1)[0], "worker_id": worker, "kind": kind.value, "item": "x"}
        terms = {"total_fen": fen, "monthly_fen": monthly, "from_month": "2026-03"}
        session.execute(insert(DeductionPlan).values(row | terms))


def test_what_an_earlier_employment_left_owing_is_asked_of_the_later(ctx, shop, worker, again):
    advance(ctx, shop, worker, 1_200_000)
    lock_and_pay(ctx, shop, "2026-03")
    left = list_advances(ctx, shop, worker).left_fen
    made = again("2026-03-31", date(2026, 4, 1))
    view = list_advances(ctx, shop, made)
    assert (view.rows, view.other_jobs_left_fen) == ((), left)
    lock_and_pay(ctx, shop, "2026-04")
    (slip,) = payroll.slips(ctx, shop, payroll.runs(ctx, shop)[-1].run_id)
    assert (slip.worker_id, slip.advance_fen) == (made, left)
    assert [list_advances(ctx, shop, one).left_fen for one in (worker, made)] == [0, 0]
    assert worker_of(ctx, shop, "2026-05", made).advance_brought_fen == 0
    for month, one in (("2026-03", worker), ("2026-04", made)):
        assert compute(month_of(ctx, shop, month, kind=RunKind.CORRECTION, only=[one])).slips == ()


@pytest.mark.parametrize(
    ("kind", "typed", "twice"), [("advance", 40_000, ["400.00"]), ("damage", 40_000, []), ("", 0, [])]
)
def test_an_opening_does_not_ask_once_more_what_the_earlier_row_owes(ctx, shop, worker, again, kind, typed, twice):
    advance(ctx, shop, worker, 1_200_000)
    lock_and_pay(ctx, shop, "2026-03")
    left = list_advances(ctx, shop, worker).left_fen
    made = again("2026-03-31", date(2026, 4, 1))
    opening = {"workshop_id": shop, "worker_id": made, "year": 2026, "before_month": "2026-04", "months": 0}
    owed = {f"{kind}_fen": typed} if kind else {}
    change(ctx, insert(Opening.__table__).values(opening | owed))
    found = [row for row in compute(month_of(ctx, shop, "2026-04")).problems if row.kind == "opening_debts_twice"]
    assert [row.params["amount"] for row in found] == twice
    change(ctx, update(Opening.__table__).values(advance_fen=0))
    lock_and_pay(ctx, shop, "2026-04")
    assert worker_of(ctx, shop, "2026-05", made).advance_brought_fen == 0
    assert sum(s.advance_fen for r in payroll.runs(ctx, shop)[1:] for s in payroll.slips(ctx, shop, r.run_id)) == left


def test_a_plan_of_an_earlier_employment_goes_on_in_the_later(ctx, shop, worker, again):
    change(ctx, update(PayTerm.__table__).values(rate_fen=200_000))  # damage may take 200.00 or less of it
    plan(ctx, shop, worker, 200_000, 100_000)
    lock_and_pay(ctx, shop, "2026-03")
    made = again("2026-03-31", date(2026, 4, 1))
    for month in MONTHS[1:]:
        lock_and_pay(ctx, shop, month)
    taken = [slip.damage_fen for run in payroll.runs(ctx, shop) for slip in payroll.slips(ctx, shop, run.run_id)]
    assert taken[0] < 100_000
    assert (sum(taken), worker_of(ctx, shop, "2026-06", made).damage_brought_fen) == (200_000, 0)


def test_a_correction_takes_no_debt_that_the_later_employment_repaid(ctx, shop, worker, again):
    advance(ctx, shop, worker, 1_200_000)
    lock_and_pay(ctx, shop, "2026-03")
    made = again("2026-03-31", date(2026, 4, 1))
    lock_and_pay(ctx, shop, "2026-04")
    change(ctx, adjustment(shop, worker, 100_000, number=9))
    (slip,) = compute(month_of(ctx, shop, "2026-03", kind=RunKind.CORRECTION, only=[worker])).slips
    assert (slip.gross_fen, slip.advance_fen) == (100_000, 0)
    assert list_advances(ctx, shop, made).left_fen == 0


@pytest.mark.parametrize("kind", ["advance", "plan"])
def test_who_left_owing_is_named_month_after_month(ctx, shop, hire, worker, kind):
    if kind == "advance":
        advance(ctx, shop, worker, 1_200_000)
    else:
        plan(ctx, shop, worker, 1_200_000, 0, AdjustmentKind.OTHER)
    change(ctx, update(Worker.__table__).values(left_on="2026-03-31"))
    lock_and_pay(ctx, shop, "2026-03")
    found = [row for row in compute(month_of(ctx, shop, "2026-04")).warnings if row.kind == "debt_not_asked"]
    assert [(row.no, row.worker_id) for row in found] == [("01", worker)]


def test_what_a_correction_found_overpaid_is_listed_among_advances(ctx, shop, worker):
    earn(ctx, shop, worker, 500_000, "2026-03")
    lock_and_pay(ctx, shop, "2026-03")
    change(ctx, update(Adjustment.__table__).values(amount_fen=100_000))
    lock(ctx, shop, "2026-03", RunKind.CORRECTION, [worker])
    over = list_advances(ctx, shop, worker)
    assert over.overpaid_left_fen == over.left_fen == 388_000  # 4,000 less the tax on it, at 3 %
    lock_and_pay(ctx, shop, "2026-04")
    assert list_advances(ctx, shop, worker).left_fen == 0


def test_a_correction_of_both_employments_takes_a_debt_once(ctx, shop, worker, again):
    made = again("2026-03-12", date(2026, 3, 16))
    lock_and_pay(ctx, shop, "2026-03")
    advance(ctx, shop, worker, 500_000)
    advance(ctx, shop, made, 500_000, "2026-03-20")
    lock_and_pay(ctx, shop, "2026-04")  # repays what its wages reach to
    for number, one in enumerate((worker, made), 100):
        change(ctx, adjustment(shop, one, 2_000_000, number=number))
    slips = compute(month_of(ctx, shop, "2026-03", kind=RunKind.CORRECTION, only=[worker, made])).slips
    taken = sum(slip.advance_fen for run in payroll.runs(ctx, shop) for slip in payroll.slips(ctx, shop, run.run_id))
    assert taken + sum(slip.advance_fen for slip in slips) == 1_000_000
