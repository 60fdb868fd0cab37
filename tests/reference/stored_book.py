"""A workbook's rows put straight into a database, so that payroll is tested without the importer."""

from sqlalchemy import insert, update

from app.domain.attendance import parse_mark
from app.domain.calendar import month_ends
from app.models.database import new_ids
from app.models.tables import (
    Adjustment,
    Advance,
    Attendance,
    CalendarDay,
    Opening,
    PayTerm,
    PieceEntry,
    PiecePrice,
    Process,
    Product,
    TeamShare,
    Worker,
    Workshop,
    WorkshopTerms,
)
from tests.reference.rows import fen, milli, number_e4
from tests.reference.slow_payroll import day_of


def iso(value):
    return day_of(value).isoformat() if value else None


def store_book(ctx, workshop_id, book, month):
    """Every row the payroll reads; answers the worker ids by number."""
    with ctx.database.write("test", "store") as session:

        def put(table, rows):
            if rows:
                session.execute(insert(table.__table__), [{"workshop_id": workshop_id, **row} for row in rows])

        shop = book["工坊"][0]
        session.execute(
            update(Workshop.__table__)
            .where(Workshop.workshop_id == workshop_id)
            .values(name=shop["工坊名称"], credit_code=shop["统一社会信用代码"])
        )
        put(WorkshopTerms, [_settings(shop)])
        put(
            CalendarDay,
            [{"date": iso(r["日期"]), "name": r["名称"], "statutory": int(r["三倍"] == "是")} for r in book["节假日"]],
        )
        ids = dict(zip([row["编号"] for row in book["工人"]], new_ids(session, len(book["工人"])), strict=True))
        put(Worker, [_worker(ids, row) for row in book["工人"]])
        put(PayTerm, [_terms(ids, row) for row in book["工人"]])
        put(Opening, [_opening(ids, row, month) for row in book["工人"]])
        put(Attendance, list(_marks(book, ids, month)))
        _store_pieces(session, put, book, ids)
        paid = book["增减"]
        put(Adjustment, [_adjustment(n, ids, row) for n, row in zip(new_ids(session, len(paid)), paid, strict=True)])
        advances = book["预支"]
        put(Advance, [_advance(n, ids, row) for n, row in zip(new_ids(session, len(advances)), advances, strict=True)])
    return ids


def _settings(shop):
    return {
        "valid_from": "2020-01-01",
        "pay_day": int(shop["发薪日"]),
        "monthly_minimum_fen": fen(shop["月最低工资"]),
        "hourly_minimum_fen": fen(shop["小时最低工资"]),
        "pays_statutory": int(shop["法定节假日计薪"] == "是"),
    }


def _worker(ids, row):
    return {
        "id": ids[row["编号"]],
        "no": row["编号"],
        "name": row["姓名"],
        "id_number": row.get("身份证号") or "",
        "phone": row.get("手机") or "",
        "bank": row.get("开户行") or "",
        "account": row.get("银行账号") or "",
        "hired_on": iso(row["入职日期"]),
        "left_on": iso(row.get("离职日期")),
    }


def _terms(ids, row):
    return {
        "worker_id": ids[row["编号"]],
        "valid_from": iso(row["入职日期"]),
        "relation": row["用工形式"],
        "basis": row["计薪方式"],
        "rate_fen": fen(row.get("标准")),
        "social_fen": fen(row.get("社保个人")),
        "additional_fen": fen(row.get("专项附加扣除")),
        "tax_method": "一次六万" if row.get("扣除方式") else "按月",
    }


def _opening(ids, row, month):
    return {
        "worker_id": ids[row["编号"]],
        "year": int(month[:4]),
        "before_month": month,
        "months": row.get("期初月数") or 0,
        "income_fen": fen(row.get("期初累计收入")),
        "social_fen": fen(row.get("期初累计专项扣除")),
        "additional_fen": fen(row.get("期初累计附加扣除")),
        "withheld_fen": fen(row.get("期初累计已扣税")),
        "advance_fen": fen(row.get("期初预支余额")),
        "damage_fen": fen(row.get("期初赔偿余额")),
    }


def _marks(book, ids, month):
    first, last = month_ends(month)
    for row in book["考勤"]:
        for day in range(1, last.day + 1):
            if row.get(str(day)) not in (None, ""):
                mark = parse_mark(str(row[str(day)]))
                yield {
                    "worker_id": ids[row["编号"]],
                    "date": first.replace(day=day).isoformat(),
                    "mark": mark.kind.value,
                    "normal_minutes": mark.normal_minutes,
                    "extra_minutes": mark.extra_minutes,
                }


def _store_pieces(session, put, book, ids):
    rows = [*book["单价"], *book["计件"]]
    names = sorted({row["产品"] for row in rows})
    products = dict(zip(names, new_ids(session, len(names)), strict=True))
    steps = sorted({(row["产品"], row["工序"]) for row in rows})
    processes = dict(zip(steps, new_ids(session, len(steps)), strict=True))
    put(Product, [{"id": number, "name": name} for name, number in products.items()])
    put(Process, [{"id": n, "product_id": products[step[0]], "name": step[1]} for step, n in processes.items()])
    put(PiecePrice, [_price(processes, row) for row in book["单价"]])
    entries, shares = [], []
    for number, row in zip(new_ids(session, len(book["计件"])), book["计件"], strict=True):
        numbers = row["编号"].replace("，", ",").split(",")
        entries.append(_entry(number, processes, row, ids[numbers[0]] if len(numbers) == 1 else None))
        if len(numbers) > 1:
            weights = row["分摊"].split(":") if row.get("分摊") else ["1"] * len(numbers)
            shares += [
                {"entry_id": number, "worker_id": ids[no], "position": place, "weight_milli": milli(weight)}
                for place, (no, weight) in enumerate(zip(numbers, weights, strict=True))
            ]
    put(PieceEntry, entries)
    put(TeamShare, shares)


def _price(processes, row):
    return {
        "process_id": processes[row["产品"], row["工序"]],
        "grade": row.get("等级") or "",
        "valid_from": iso(row["生效日期"]),
        "price_e4": number_e4(row["单价"]),
    }


def _entry(number, processes, row, worker_id):
    return {
        "id": number,
        "date": iso(row["日期"]),
        "worker_id": worker_id,
        "process_id": processes[row["产品"], row["工序"]],
        "grade": row.get("等级") or "",
        "time_kind": row.get("时段") or "正常",
        "good_milli": milli(row.get("合格")),
        "rework_milli": milli(row.get("返工")),
        "worker_scrap_milli": milli(row.get("工废")),
        "material_scrap_milli": milli(row.get("料废")),
    }


def _adjustment(number, ids, row):
    return {
        "id": number,
        "month": row["月份"],
        "worker_id": ids[row["编号"]],
        "item": row["项目"],
        "kind": row["类型"],
        "amount_fen": fen(row["金额"]),
    }


def _advance(number, ids, row):
    return {
        "id": number,
        "date": iso(row["日期"]),
        "worker_id": ids[row["编号"]],
        "amount_fen": fen(row["金额"]),
    }
