"""Workbook rows for tests: as plain rows, and as the program's month input. Not the importer, and no part of it."""

import re
from datetime import date
from functools import cache
from pathlib import Path

from app.domain.attendance import parse_mark
from app.domain.calendar import LocalDay, month_calendar, month_ends
from app.domain.money import cell_text, scaled
from app.domain.payroll_input import (
    Adjustment,
    Advance,
    Mark,
    MonthInput,
    PayTerms,
    PieceEntry,
    PieceItem,
    PiecePrice,
    TeamEntry,
    TeamShare,
    WorkerInput,
    WorkshopTerms,
    YearToDate,
)
from app.domain.rulepack import payroll_rules
from app.domain.rulepack_reader import parse_pack
from app.domain.vocabulary import AdjustmentKind, Basis, Relation, TaxMethod, TimeKind
from tests.reference.plain_reader import read_book
from tests.reference.slow_payroll import day_of

RULES = Path(__file__).parents[2] / "resources" / "rules"
SAMPLES = Path(__file__).parents[1] / "samples"


@cache
def packs():
    """The shipped packs."""
    return tuple(parse_pack(path.read_text(encoding="utf-8")) for path in sorted(RULES.glob("*.json")))


def fen(value):
    """Yuan of a cell as fen; empty is 0."""
    return 0 if value in (None, "") else scaled(cell_text(value), 2)


def number_e4(value):
    return scaled(cell_text(value), 4)


def milli(value):
    return 0 if value in (None, "") else scaled(cell_text(value), 3)


def worker_input(number, row):
    terms = PayTerms(
        valid_from=day_of(row["入职日期"]),
        relation=Relation(row["用工形式"]),
        basis=Basis(row["计薪方式"]),
        rate_fen=fen(row.get("标准")),
        social_fen=fen(row.get("社保个人")),
        additional_fen=fen(row.get("专项附加扣除")),
        tax_method=TaxMethod.SIXTY_AT_ONCE if row.get("扣除方式") else TaxMethod.MONTHLY,
    )
    return WorkerInput(
        worker_id=number,
        no=row["编号"],
        name=row["姓名"],
        hired=day_of(row["入职日期"]),
        left=day_of(row["离职日期"]) if row.get("离职日期") else None,
        terms=(terms,),
        id_number=row.get("身份证号") or "",
        phone=row.get("手机") or "",
        bank_account=row.get("银行账号") or "",
        opening=YearToDate(
            row.get("期初月数") or 0,
            fen(row.get("期初累计收入")),
            fen(row.get("期初累计专项扣除")),
            fen(row.get("期初累计附加扣除")),
            fen(row.get("期初累计已扣税")),
        ),
        damage_brought_fen=fen(row.get("期初赔偿余额")),
        advance_brought_fen=fen(row.get("期初预支余额")),
    )


def marks_of(book, ids, first, last):
    return tuple(
        Mark(ids[row["编号"]], (first.replace(day=day),), *parse_mark(str(row[str(day)])))
        for row in book["考勤"]
        for day in range(1, last.day + 1)
        if row.get(str(day)) not in (None, "")
    )


def piece_rows(book, ids, items, month):
    """Single entries and team entries of a month."""
    singles, teams = [], []
    for number, row in enumerate(book["计件"]):
        day, names = day_of(row["日期"]), re.split("[,，]", row["编号"])
        if f"{day:%Y-%m}" != month:
            continue
        item = items[row["产品"], row["工序"], row.get("等级") or ""]
        kind, payable = TimeKind(row.get("时段") or "正常"), milli(row.get("合格")) + milli(row.get("料废"))
        if len(names) == 1:
            singles.append(PieceEntry(ids[names[0]], (day,), item, kind, payable))
        else:
            weights = row["分摊"].split(":") if row.get("分摊") else ["1"] * len(names)
            shares = tuple(TeamShare(ids[n], milli(w)) for n, w in zip(names, weights, strict=True))
            teams.append(TeamEntry(number, day, item, kind, payable, shares))
    return tuple(singles), tuple(teams)


def month_input(book, month):
    """The program's input of a month, read from plain rows."""
    first, last = month_ends(month)
    shop = book["工坊"][0]
    ids = {row["编号"]: number for number, row in enumerate(book["工人"], 1)}
    keys = {(row["产品"], row["工序"], row.get("等级") or "") for row in [*book["单价"], *book["计件"]]}
    items = {key: number for number, key in enumerate(sorted(keys), 1)}
    singles, teams = piece_rows(book, ids, items, month)
    local = [LocalDay(day_of(row["日期"]), row["名称"], row["三倍"] == "是") for row in book["节假日"]]
    return MonthInput(
        month=month,
        workshop=WorkshopTerms(fen(shop["月最低工资"]), fen(shop["小时最低工资"]), shop["法定节假日计薪"] == "是"),
        calendar=month_calendar(month, packs(), local),
        rules=payroll_rules(packs(), last),
        workers=tuple(worker_input(ids[row["编号"]], row) for row in book["工人"]),
        marks=marks_of(book, ids, first, last),
        items=tuple(PieceItem(number, *key) for key, number in items.items()),
        prices=tuple(
            PiecePrice(
                items[row["产品"], row["工序"], row.get("等级") or ""],
                day_of(row["生效日期"]),
                number_e4(row["单价"]),
            )
            for row in book["单价"]
        ),
        pieces=singles,
        teams=teams,
        adjustments=tuple(
            Adjustment(ids[row["编号"]], AdjustmentKind(row["类型"]), row["项目"], fen(row["金额"]))
            for row in book["增减"]
            if row["月份"] == month
        ),
        advances=tuple(
            Advance(ids[row["编号"]], day_of(row["日期"]), fen(row["金额"]))
            for row in book["预支"]
            if f"{day_of(row['日期']):%Y-%m}" == month
        ),
    )


def sample():
    """The sample book."""
    return read_book(SAMPLES / "longtan-2026-10.xlsx")


MONTH = "2026-10"
FIRST = date(2026, 10, 1)
