"""Twelve months of the forty, told once: each month's records, what went wrong, and what the office did about it."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.domain.plan_check import AdvanceForm, PlanForm
from app.domain.vocabulary import AdjustmentKind, PayPeriod, RunKind
from app.services import payroll_life
from app.services.pay_amounts import save_advance
from app.services.pay_plans import save_plan
from app.services.pay_terms import end_employment
from app.services.rule_packs import add_pack, trust_signer
from app.sync.wire import SignerKey, public_key, write_signed_pack, write_signer_key
from tests.pack_files import pack_text
from tests.story.office import Office
from tests.story.people import (
    EMPLOYED_SINCE_JUNE,
    FULL,
    HALF_MONTHLY,
    JOINED_ON,
    JOINER,
    LEAVER,
    LEFT_ON,
    MONTHS,
    ROSTER,
    marks,
    pieces,
)

SEED = bytes(range(32))
RAISE = {"编号": "02", "生效日期": date(2026, 3, 16), "标准": "3000"}
EMPLOYED = {
    "编号": EMPLOYED_SINCE_JUNE,
    "生效日期": date(2026, 6, 1),
    "用工形式": FULL,
    "计薪方式": "月薪",
    "标准": "8000",
}
ADVANCE = {"编号": "07", "日期": date(2026, 2, 10), "金额": "3000", "每月": "500"}
PLAN = {"编号": "08", "类型": "赔偿扣款", "项目": "绣架", "总额": "2000", "每月": "300", "起月": "2026-03"}
MISTAKES = {
    ("21", "2026-02", "12"): "旷",
    ("05", "2026-04", "15"): "√",
    ("03", "2026-07", "14"): "√",
    ("14", "2026-07", "21"): "√",
}
"""Marks as they were first typed, where they were not so."""
TRUE = {
    ("21", "2026-02", "12"): "√",
    ("05", "2026-04", "15"): "8+3",
    ("03", "2026-07", "14"): "假",
    ("14", "2026-07", "21"): "8+4",
}
FORGOTTEN = ("25", "2026-07", 3)
"""Whose last pieces of a month were typed in late, and how many entries."""


@dataclass
class Told:
    """What came of the year: the runs of each step, for the tests to look at."""

    office: Office
    runs: dict[str, int] = field(default_factory=dict)
    seen: dict[str, Any] = field(default_factory=dict)


def relation_of(no: str, month: str) -> tuple[str, str]:
    """Relation and basis of a worker in a month."""
    if no == EMPLOYED_SINCE_JUNE and month >= "2026-06":
        return FULL, "月薪"
    return ROSTER[no]["用工形式"], ROSTER[no]["计薪方式"]


def employed(no: str, month: str) -> bool:
    """Whether a worker works here on some day of a month."""
    row = ROSTER[no]
    return f"{row['入职日期']:%Y-%m}" <= month and (row["离职日期"] is None or f"{row['离职日期']:%Y-%m}" >= month)


def true_month(month: str) -> tuple[dict[str, dict[str, str]], list[dict]]:
    """Marks by worker and the pieces of a month, as they really were."""
    here = [no for no in ROSTER if employed(no, month)]
    days = {no: marks(no, month, relation_of(no, month)[0]) for no in here}
    for (no, when, day), mark in TRUE.items():
        if when == month:
            days[no][day] = mark
    made = [row for no in here for row in pieces(no, month, relation_of(no, month)[1])]
    return {no: own for no, own in days.items() if own}, made


def typed_month(month: str) -> tuple[dict[str, dict[str, str]], list[dict], list[dict]]:
    """The same as it was first typed in, and the pieces that were forgotten."""
    days, made = true_month(month)
    for (no, when, day), mark in MISTAKES.items():
        if when == month:
            days[no][day] = mark
    who, when, count = FORGOTTEN
    late = [row for row in made if row["编号"] == who][-count:] if when == month else []
    return days, [row for row in made if row not in late], late


def payday(month: str) -> date:
    """The third of the month after."""
    last = date(*map(int, month.split("-")), 28) + timedelta(days=4)
    return last.replace(day=3)


def tell(office: Office, folder: Path) -> Told:
    """The whole year."""
    told = Told(office)
    for no in ROSTER:
        if no != JOINER:
            office.hire(no)
    office.new_terms(HALF_MONTHLY, date(2026, 1, 1), ROSTER[HALF_MONTHLY], PayPeriod.HALF_MONTH)
    for month in MONTHS:
        _before(told, month, folder)
        _month(told, month)
        _after(told, month)
    return told


def _month(told: Told, month: str) -> None:
    """Days are typed in, halves paid on the 16th, the month locked and paid on the third, archived on the 20th."""
    office = told.office
    office.today = date(*map(int, month.split("-")), 16)
    days, made, _ = typed_month(month)
    office.write_month(month, days, made)
    half = office.lock(month, RunKind.FIRST_HALF)
    office.pay(month, half)
    if month == "2026-05":
        office.today = LEFT_ON
        end_employment(office.ctx, office.shop, office.ids[LEAVER], LEFT_ON)
        told.runs["settlement"] = office.lock(month, RunKind.SETTLEMENT, [LEAVER])
        office.pay(month, told.runs["settlement"])
    office.today = payday(month)
    told.runs[month] = office.lock(month)
    if month == "2026-02":
        _reopened(told, month)
    office.pay(month, told.runs[month])
    if month == "2026-06":
        _came_back(told, month)
    office.today = payday(month).replace(day=20)
    office.archive(month)


def _before(told: Told, month: str, folder: Path) -> None:
    """What happens at the beginning of a month or in its course."""
    office = told.office
    office.today = date(*map(int, month.split("-")), 10)
    if month == "2026-02":
        form = AdvanceForm(ADVANCE["日期"], 300_000, 50_000)
        save_advance(office.ctx, office.shop, office.ids["07"], form)
    if month == "2026-03":
        office.new_terms("02", RAISE["生效日期"], ROSTER["02"] | RAISE)
        form = PlanForm(AdjustmentKind.DAMAGE, PLAN["项目"], 200_000, 30_000, PLAN["起月"])
        save_plan(office.ctx, office.shop, office.ids["08"], form)
    if month == "2026-04":
        office.today = JOINED_ON
        office.hire(JOINER)
    if month == "2026-06":
        office.new_terms(EMPLOYED_SINCE_JUNE, EMPLOYED["生效日期"], ROSTER[EMPLOYED_SINCE_JUNE] | EMPLOYED)
    if month == "2026-07":
        _new_pack(office, folder)


def _after(told: Told, month: str) -> None:
    """What turned out wrong later."""
    office = told.office
    if month == "2026-04":
        office.today = date(2026, 5, 22)
        office.mend_day("05", "2026-04", "15", TRUE["05", "2026-04", "15"])
        told.runs["one"] = office.lock("2026-04", RunKind.CORRECTION, ["05"], "15 日加班 3 小时漏记")
        office.pay("2026-04", told.runs["one"])
        office.archive("2026-04")
    if month == "2026-09":
        office.today = date(2026, 10, 21)
        for no, day in (("03", "14"), ("14", "21")):
            office.mend_day(no, "2026-07", day, TRUE[no, "2026-07", day])
        office.add_pieces(typed_month("2026-07")[2])
        told.runs["several"] = office.lock("2026-07", RunKind.CORRECTION, ["03", "14", "25"], "七月记录更正")
        office.pay("2026-07", told.runs["several"])
        office.archive("2026-07")


def _reopened(told: Told, month: str) -> None:
    """Before anything is paid somebody sees that 21 was not absent."""
    office = told.office
    told.runs["given up"] = told.runs[month]
    payroll_life.reopen(office.ctx, office.shop, told.runs[month], "12 日误记旷工")
    office.mend_day("21", month, "12", TRUE["21", month, "12"])
    told.runs[month] = office.lock(month)


def _came_back(told: Told, month: str) -> None:
    """The bank returns 10's wages: the account was closed. They are paid again to the new one, to nobody else."""
    office, run_id = told.office, told.runs[month]
    rows = payroll_life.payments(office.ctx, office.shop, run_id)
    (row,) = [row for row in rows if row.no == "10"]
    office.today = payday(month) + timedelta(days=5)
    payroll_life.return_payment(office.ctx, office.shop, row.payment_id, office.today, "账户已销户")
    office.new_account("10", "6228480099999999999")
    told.seen["again"] = office.pay(month, run_id)
    office.sums.pop()
    told.seen["net of 10"] = row.net_fen


def _new_pack(office: Office, folder: Path) -> None:
    """From July on services deduct 1,000 instead of 800 (and a fifth above 5,000): an invented table, come by file."""
    key, pack = folder / "key.json", folder / "pack.json"
    key.write_text(write_signer_key(SignerKey(public_key(SEED).hex(), "县")), encoding="utf-8")
    figures = {"fixed_deduction": "1000", "fixed_up_to": "5000"}
    text = pack_text("services-tax", figures, version="2026.7", valid_from="2026-07-01")
    pack.write_text(write_signed_pack(SEED, text), encoding="utf-8")
    trust_signer(office.ctx, key)
    add_pack(office.ctx, pack)
