"""The machine's workshop: six people, one of each way to be paid, and three months of records, made once and copied."""

import random
from calendar import monthrange
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import text

from app.domain.calendar import month_calendar
from app.domain.vocabulary import DayKind
from app.models.opening import create
from app.services.context import Context
from app.services.importing import import_book
from app.services.rule_packs import shipped_packs
from app.services.workshops import create_workshop
from tests.fixtures import CHEAP, PASSWORD, USER
from tests.reference.book_files import save_book

MONTHS = ("2026-08", "2026-09", "2026-10")
LEAVER, LEFT_ON = "05", date(2026, 10, 21)
NOW = datetime(2026, 11, 25, 18, 30)  # noqa: DTZ001  local wall time
_PEOPLE = (
    ("01", "全日制", "月薪", "11600", {"社保个人": "480.5", "专项附加扣除": 1000}),
    ("02", "全日制", "计件", None, {}),
    ("03", "非全日制", "时薪", "23.45", {}),
    ("04", "劳务", "计件", None, {}),
    (LEAVER, "全日制", "日薪", "430", {"离职日期": LEFT_ON, "期初月数": 7, "期初累计收入": "61000"}),
    ("06", "居家承揽", "计件", None, {}),
)


def book(month: str) -> dict[str, list[dict]]:
    """A month's workbook as rows: always the same one."""
    rng, year, number = random.Random(month), *map(int, month.split("-"))
    days = [date(year, number, day) for day in range(1, monthrange(year, number)[1] + 1)]
    shop = {"工坊名称": "机房工坊", "统一社会信用代码": "", "发薪日": 10, "月最低工资": 1870, "小时最低工资": 19}
    item = {"产品": "香包", "工序": "填充", "等级": None}
    pieces = [
        item | {"日期": day, "编号": no, "合格": rng.randint(40, 90), "返工": 1, "工废": 0, "料废": 2, "时段": None}
        for no in ("02", "04", "06")
        for day in days[:27:3]
    ]
    asked = {"01": ("补贴", "155.5"), "02": ("赔偿扣款", "900"), "03": ("其他扣款", "30"), "04": ("补贴", "2800")}
    return {
        "工坊": [shop | {"法定节假日计薪": "是"}],
        "工人": [_worker(month, *person) for person in _PEOPLE],
        "考勤": [_marks(rng, no, relation, days, more) for no, relation, _, _, more in _PEOPLE],
        "单价": [item | {"单价": "2.35", "生效日期": date(2025, 1, 1)}],
        "计件": pieces,
        "增减": [
            {"月份": month, "编号": no, "项目": "某项", "类型": kind, "金额": fen} for no, (kind, fen) in asked.items()
        ],
        "预支": [{"日期": days[10], "编号": "02", "金额": "1500", "备注": ""}],
        "节假日": [],
    }


def _worker(month: str, no: str, relation: str, basis: str, rate: str | None, more: dict) -> dict:
    given = {"编号": no, "姓名": f"工人{no}", "用工形式": relation, "计薪方式": basis, "标准": rate}
    more = {title: value for title, value in more.items() if month == MONTHS[0] or not title.startswith("期初")}
    return (
        given
        | {"入职日期": date(2024, 3, 1), "手机": f"1390000{int(no):04d}", "银行账号": f"6228{int(no):015d}"}
        | more
    )


def _marks(rng: random.Random, no: str, relation: str, days: list[date], more: dict) -> dict:
    if relation in ("劳务", "居家承揽"):
        return {"编号": no}
    calendar = month_calendar(f"{days[0]:%Y-%m}", shipped_packs())
    worked = ("4", "4", "假") if relation == "非全日制" else ("√", "√", "√", "8+2", "半", "病", "带薪")
    row: dict = {"编号": no}
    for day in days:
        if day <= more.get("离职日期", day):
            row[str(day.day)] = rng.choice(worked) if calendar.kind(day) is DayKind.WORKING else "休"
    return row


def make(folder: Path) -> int:
    """The template below ``folder``: ``data`` and one book a month; answers the workshop's id."""
    database, _ = create(folder / "data", USER, PASSWORD, cost=CHEAP)
    ctx = Context(database, USER, now=lambda: NOW)
    shop = create_workshop(ctx, "机房工坊", "513499").workshop_id
    for month in MONTHS:
        result = import_book(
            ctx, shop, save_book(random.Random(1), book(month), month, folder / f"{month}.xlsx"), month
        )
        if not result.taken:
            raise RuntimeError(result.problems)
    with database.write(USER, "half months") as session:
        session.execute(text("UPDATE pay_term SET period = '半月' WHERE relation = '非全日制'"))
    database.close()
    return shop
