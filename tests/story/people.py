"""The forty of the story: who they are, what they are paid by, and what they did each day of 2026, always the same."""

import random
from calendar import monthrange
from datetime import date, timedelta

from tests.books import id_number
from tests.reference.slow_payroll import kind_of_day

YEAR = 2026
MONTHS = tuple(f"{YEAR}-{month:02d}" for month in range(1, 13))
FULL, PART, SERVICES, HOME = "全日制", "非全日制", "劳务", "居家承揽"
LEAVER, LEFT_ON = "12", date(YEAR, 5, 20)
JOINER, JOINED_ON = "40", date(YEAR, 4, 8)
CASH = ("20", "30", "38")
"""Who has no bank account."""

_TERMS: dict[str, tuple[str, str, str | None, dict]] = {
    "01": (FULL, "月薪", "30000", {"社保个人": "4500", "专项附加扣除": "2000"}),
    "02": (FULL, "月薪", "2600", {}),
    "03": (FULL, "月薪", "9000", {"社保个人": "612.5"}),
    "04": (FULL, "月薪", "14000", {"扣除方式": "一次六万"}),
    "05": (FULL, "月薪", "7500", {"社保个人": "480.5"}),
    "06": (FULL, "月薪", "12345.67", {"社保个人": "900", "专项附加扣除": "1000"}),
    "07": (FULL, "月薪", "4000", {}),
    "08": (FULL, "日薪", "160", {}),
    "09": (FULL, "日薪", "420", {"社保个人": "480.5"}),
    "10": (FULL, "月薪", "5600", {}),
    "11": (FULL, "月薪", "6500", {"专项附加扣除": "400"}),
    LEAVER: (FULL, "月薪", "8800", {"社保个人": "480.5"}),
    **{f"{n}": (FULL, "日薪", f"{110 + 15 * (n - 13)}", {}) for n in range(13, 17)},
    **{f"{n}": (FULL, "时薪", f"{20 + 9 * (n - 17)}.5", {"社保个人": "350.25"}) for n in range(17, 20)},
    **{f"{n}": (FULL, "计件", None, {}) for n in range(20, 30)},
    **{f"{n}": (PART, "时薪", "22.5", {}) for n in range(30, 34)},
    **{f"{n}": (SERVICES, "计件", None, {}) for n in range(34, 38)},
    **{f"{n}": (HOME, "计件", None, {}) for n in range(38, 40)},
    JOINER: (FULL, "月薪", "7000", {"社保个人": "480.5"}),
}
HALF_MONTHLY, EMPLOYED_SINCE_JUNE = "33", "35"


def worker(no: str) -> dict:
    """A worker as a row of the workbook, with the terms he began with."""
    relation, basis, rate, more = _TERMS[no]
    terms = {
        "用工形式": relation,
        "计薪方式": basis,
        "标准": rate,
        "社保个人": None,
        "专项附加扣除": None,
        "扣除方式": None,
    }
    hired = JOINED_ON if no == JOINER else date(2024, 3, 1)
    left = LEFT_ON if no == LEAVER else None
    return {"编号": no, "姓名": f"工人{no}", "入职日期": hired, "离职日期": left} | terms | more


ROSTER = {no: worker(no) for no in sorted(_TERMS)}


def born(no: str) -> str:
    """An ID number of a region that was never given out."""
    return id_number(date(1988, 1 + int(no) % 12, 1 + int(no) % 28), int(no))


def account(no: str) -> str:
    """A bank account, none for who is paid in cash."""
    return "" if no in CASH else f"62284800{int(no):011d}"


def days_of(month: str) -> dict[date, str]:
    """The days of a month and what they are: 工, 休 or 法."""
    first = date(*map(int, month.split("-")), 1)
    days = [first + timedelta(days=n) for n in range(monthrange(first.year, first.month)[1])]
    return {day: kind_of_day(day, {}) for day in days}


def marks(no: str, month: str, relation: str) -> dict[str, str]:
    """A worker's attendance of a month as it really was, by day."""
    if relation not in (FULL, PART):
        return {}
    rng, one, made = random.Random(f"{no} {month}"), ROSTER[no], {}
    for day, kind in days_of(month).items():
        if one["入职日期"] <= day <= (one["离职日期"] or day):
            made[str(day.day)] = _mark(rng, no, kind, relation)
    return made


def _mark(rng: random.Random, no: str, kind: str, relation: str) -> str:
    if kind != "工":
        return "加8" if kind == "休" and relation == FULL and no != "01" and rng.random() < 0.05 else "休"
    if no == "01":
        return "√"
    if relation == PART:
        return rng.choice(("4", "4", "4", "3.5", "假"))
    return rng.choice(("√",) * 16 + ("8+2", "8+1", "半", "假", "病", "带薪", "6.5"))


def pieces(no: str, month: str, basis: str) -> list[dict]:
    """A worker's pieces of a month as they really were."""
    if basis != "计件":
        return []
    rng = random.Random(f"pieces {no} {month}")
    working = [day for day, kind in days_of(month).items() if kind == "工"]
    item = {"产品": "香包", "工序": "填充", "等级": None}
    return [
        item | {"日期": day, "编号": no, "合格": rng.randint(12, 70), "返工": 1, "工废": 1, "料废": 2, "时段": "正常"}
        for day in working
    ]
