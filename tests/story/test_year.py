"""Twelve months of forty workers as one story, through the services, on an encrypted database.

Every month's sums agree, and at the end of the year each worker's pay and tax are what fractions give from the records
as they really were.
"""

import shutil
from collections import Counter, defaultdict
from fractions import Fraction

import pytest

from app.domain.vocabulary import RunKind
from app.models.opening import open_database
from app.services import payroll, payroll_life
from app.services.payroll_snapshots import verify_runs
from tests.fixtures import PASSWORD, USER
from tests.reference.slow_payroll import fen, services_tax, slow_payroll
from tests.reference.slow_tax import withheld
from tests.story.office import PRICE, Office
from tests.story.people import CASH, FULL, LEAVER, MONTHS, PART, ROSTER
from tests.story.year import ADVANCE, EMPLOYED, PLAN, RAISE, employed, relation_of, tell, true_month

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def told(tmp_path_factory, new_records):
    folder = tmp_path_factory.mktemp("story")
    shutil.copytree(new_records, folder / "data")
    database, _ = open_database(folder / "data", USER, PASSWORD)
    yield tell(Office(database), folder)
    database.close()


@pytest.fixture(scope="module")
def standing(told):
    """Every slip that stands at the year's end: (run, slip)."""
    ctx, shop = told.office.ctx, told.office.shop
    runs = [run for run in payroll.runs(ctx, shop) if run.state.value not in ("reopened", "voided")]
    return [(run, slip) for run in runs for slip in payroll.slips(ctx, shop, run.run_id)]


def clean(month):
    """The slow reference's month from the records as they really were, by worker; its tax knows no year."""
    days, made = true_month(month)
    shop = {"月最低工资": "1870", "小时最低工资": "19", "法定节假日计薪": "是"}
    rows = [ROSTER[no] | (EMPLOYED if no == EMPLOYED["编号"] and month >= "2026-06" else {}) for no in ROSTER]
    book = {
        "工坊": [shop],
        "工人": [row for row in rows if employed(row["编号"], month)],
        "考勤": [{"编号": no} | own for no, own in days.items()],
        "单价": [{"产品": "香包", "工序": "填充", "等级": None, "单价": PRICE, "生效日期": "2024-01-01"}],
        "计件": made,
        "工资约定": [RAISE],
        "分期预支": [ADVANCE],
        "扣款计划": [PLAN],
        **dict.fromkeys(("增减", "预支", "节假日"), ()),
    }
    return {slip["no"]: slip for slip in slow_payroll(book, month)}


@pytest.fixture(scope="module")
def year():
    """By month and worker what a clean year pays."""
    return {month: clean(month) for month in MONTHS}


def summed(standing, name):
    """A figure of the standing slips by month and worker."""
    sums = defaultdict(int)
    for run, slip in standing:
        sums[run.month, slip.no] += getattr(slip, name)
    return dict(sums)


def by_worker(year, figure):
    return {(month, no): slip[figure] for month, slips in year.items() for no, slip in slips.items()}


def test_each_run_is_what_its_slips_its_ledger_and_what_is_paid_out_add_up_to(told):
    assert len(told.office.sums) == 12 + 12 + 1 + 2
    for month, kind, sums in told.office.sums:
        assert sums["run"] == sums["slips"] == sums["ledger"] == sums["bank"] + sums["cash"], (month, kind)


def test_every_month_pays_everybody_who_worked_here(told, standing):
    for month in MONTHS:
        paid = {slip.no for run, slip in standing if run.month == month}
        assert paid == {no for no in ROSTER if employed(no, month)}


def test_gross_and_social_of_each_month_are_those_of_the_true_records(standing, year):
    for name in ("gross_fen", "social_fen"):
        assert summed(standing, name) == by_worker(year, name)


def test_the_raise_on_the_16th_pays_each_half_of_march_by_its_own_rate(standing):
    (slip,) = [slip for run, slip in standing if (run.month, slip.no) == ("2026-03", "02")]
    bases = [line.amount_fen for line in slip.lines if line.code.value == "base"]
    assert bases == [fen(Fraction(2600) * 10 / 22), fen(Fraction(3000) * 12 / 22)]


def services_since_july(gross):
    """Tax of services by the pack from July: 1,000 off up to 5,000, a fifth above."""
    yuan = Fraction(gross, 100)
    taxable = max(Fraction(0), yuan - 1000) if yuan <= 5000 else yuan * Fraction(4, 5)
    assert taxable <= 20_000
    return fen(taxable / 5)


def test_services_are_taxed_by_the_pack_of_their_month(standing, year):
    taxed = summed(standing, "tax_fen")
    for month, slips in year.items():
        rule = services_tax if month < "2026-07" else services_since_july
        for no, slip in slips.items():
            if relation_of(no, month)[0] not in (FULL, PART):
                assert taxed[month, no] == rule(slip["gross_fen"]), (month, no)


def test_each_worker_s_tax_of_the_year_is_what_fractions_give(standing, year):
    taxed = summed(standing, "tax_fen")
    for no, row in ROSTER.items():
        months = [m for m in MONTHS if no in year[m] and relation_of(no, m)[0] in (FULL, PART)]
        additional = fen(Fraction(row["专项附加扣除"] or 0))
        rows = [(year[m][no]["gross_fen"], year[m][no]["social_fen"], additional) for m in months]
        taxes = withheld(rows, at_once=bool(row["扣除方式"]))
        assert sum(taxes) == sum(taxed[month, no] for month in months), no
        if no not in ("03", "05", "14", "25"):
            assert taxes == [taxed[month, no] for month in months], no


def test_the_example_of_the_rules_runs_through_the_year(standing):
    taxed = summed(standing, "tax_fen")
    assert [taxed[month, "01"] // 100 for month in MONTHS] == [555, 625, *[1850] * 5, 2250, *[3700] * 4]


def test_the_advance_is_repaid_in_six_instalments_and_the_plan_in_seven(standing):
    advance, damage = summed(standing, "advance_fen"), summed(standing, "damage_fen")
    assert [advance[month, "07"] for month in MONTHS] == [0, *[50_000] * 6, 0, 0, 0, 0, 0]
    assert [damage[month, "08"] for month in MONTHS] == [0, 0, *[30_000] * 6, 20_000, 0, 0, 0]


def test_what_a_correction_found_overpaid_comes_back_from_the_next_wages(told, standing, year):
    by_run = {run.run_id: slip for run, slip in standing if (run.month, slip.no) == ("2026-07", "03")}
    first, found = by_run[told.runs["2026-07"]], by_run[told.runs["several"]]
    assert found.gross_fen == year["2026-07"]["03"]["gross_fen"] - first.gross_fen < 0
    assert (found.net_fen, found.advance_fen) == (0, found.gross_fen - found.tax_fen)
    advance = summed(standing, "advance_fen")
    assert advance["2026-10", "03"] == -found.advance_fen > 0


def test_corrections_are_for_whom_they_name(told, standing):
    runs = defaultdict(list)
    for run, slip in standing:
        if run.kind == RunKind.CORRECTION:
            runs[run.run_id].append(slip.no)
    assert runs == {told.runs["one"]: ["05"], told.runs["several"]: ["03", "14", "25"]}


def test_the_leaver_is_paid_at_the_end_and_never_again(told, standing):
    may = [run.run_id for run, slip in standing if slip.no == LEAVER and run.month >= "2026-05"]
    assert may == [told.runs["settlement"]]


def test_the_part_timer_is_paid_by_half_months(standing):
    periods = [(run.month, slip.period_to.day if slip.period_to else 0) for run, slip in standing if slip.no == "33"]
    assert sorted(Counter(month for month, _ in periods).values()) == [2] * 12
    assert sum(day == 15 for _, day in periods) == 12


def test_the_returned_payment_is_paid_again_to_nobody_else(told):
    assert told.seen["again"]["bank"] == told.seen["net of 10"]
    assert told.seen["again"]["cash"] == 0


def test_nothing_is_paid_twice_and_nothing_is_open(told, standing):
    ctx, shop = told.office.ctx, told.office.shop
    for run in {run.run_id: run for run, _ in standing}.values():
        for row in payroll_life.payments(ctx, shop, run.run_id):
            kept = [entry for entry in row.entries if entry.returned_on is None]
            assert sum(entry.amount_fen for entry in kept) == row.net_fen
            assert len(kept) <= 1
            assert (row.open_fen, row.over_fen) == (0, 0)
            assert all((entry.method.value == "现金") == (row.no in CASH) for entry in kept)


def test_everything_is_archived_and_computes_again_to_the_same_fen(told):
    ctx, shop = told.office.ctx, told.office.shop
    states = Counter(run.state.value for run in payroll.runs(ctx, shop))
    assert states == {"archived": 12 + 12 + 1 + 2, "reopened": 1}
    assert all(run.sound for run in verify_runs(ctx, shop))
