"""Workbooks made up at random: another month, other workers, rates, marks, prices and local days, as rows."""

from calendar import monthrange
from datetime import date, timedelta

RELATIONS = ("全日制", "全日制", "全日制", "非全日制", "劳务", "居家承揽")
KINDS = ("正常", "正常", "正常", "加班", "休息日", "法定")
MARKS = ("√", "√", "√", "√", "半", "6.5", "7.75", "3.1", "8+2", "4+1.5", "8+0.35", "加4", "加8", "休", "调", "假", "旷",
         "病", "带薪", "伤")  # fmt: skip
ITEMS = (
    ("挎包", "刺绣", "A"),
    ("挎包", "刺绣", "B"),
    ("挎包", "缝制", None),
    ("披毡", "刺绣", "A"),
    ("香包", "填充", None),
)
OPENINGS = ("期初月数", "期初累计收入", "期初累计专项扣除", "期初累计附加扣除", "期初累计已扣税", "期初预支余额",
            "期初赔偿余额")  # fmt: skip


def yuan(rng, low, high):
    return f"{rng.randint(low * 100, high * 100) / 100:.2f}"


def make_book(rng, month, headcount=6, workers=None):
    """A book of a month that the program and the reference must agree on; ``rng`` is a ``random.Random``."""
    year, number = map(int, month.split("-"))
    last = monthrange(year, number)[1]
    days = [date(year, number, day) for day in range(1, last + 1)]
    workers = workers or [_worker(rng, f"{n:02d}", days) for n in range(1, headcount + 1)]
    numbers = [worker["编号"] for worker in workers if not worker["离职日期"] or worker["离职日期"] >= days[0]]
    book = {
        "工坊": [
            {
                "工坊名称": "某工坊",
                "统一社会信用代码": "",
                "发薪日": 10,
                "月最低工资": yuan(rng, 1500, 2400),
                "小时最低工资": yuan(rng, 15, 22),
                "法定节假日计薪": rng.choice(("是", "是", "否")),
            }
        ],
        "工人": workers,
        "考勤": [_attendance(rng, worker, days) for worker in workers],
        "单价": [price for item in ITEMS for price in _prices(rng, item, days)],
        "计件": [_entry(rng, workers, days) for _ in range(rng.randint(0, 12 * headcount))],
        "增减": [_adjustment(rng, numbers, month) for _ in range(rng.randint(0, headcount))],
        "预支": [_advance(rng, workers, days) for _ in range(rng.randint(0, headcount))],
        "节假日": [
            {"日期": day, "名称": "火把节", "三倍": rng.choice(("是", "否"))}
            for day in rng.sample(days, rng.randint(0, 2))
        ],
    }
    rng.shuffle(book["计件"])
    return book


def employed(workers, day):
    """The numbers of who is employed on a day; what is dated outside an employment no book may hold."""
    return [one["编号"] for one in workers if one["入职日期"] <= day <= (one["离职日期"] or day)]


def _day_of_work(rng, workers, days):
    """A day on which somebody is employed, and who is."""
    known = [(day, numbers) for day in days if (numbers := employed(workers, day))]
    return rng.choice(known)


def lockable(book):
    """The book with nothing in it that blocks the lock: every day filled in, prices for all, no rate too low."""
    for row in book["考勤"]:
        row |= {title: mark or "√" for title, mark in row.items()}
    kept = {(row["产品"], row["工序"], row["等级"]): row | {"生效日期": date(2024, 1, 1)} for row in book["单价"]}
    for worker in book["工人"]:
        if worker["用工形式"] == "非全日制":
            worker["标准"] = "23.45"
    return book | {"单价": [*kept.values()]}


def next_book(rng, last, month):
    """The book after ``last``: who left stays in it, others are paid otherwise, prices change, nothing opens."""
    first = date(*map(int, month.split("-")), 1)
    workers = [_next_worker(rng, worker, first) for worker in last["工人"]]
    newcomers = lockable(make_book(rng, month, 1))["工人"]
    workers += [row | {"编号": f"{len(workers) + 1:02d}"} | dict.fromkeys(OPENINGS) for row in newcomers]
    book = lockable(make_book(rng, month, workers=workers))
    since = (first, first.replace(day=15))
    changed = [row | {"生效日期": rng.choice(since)} for row in book["单价"] if rng.random() < 0.5]
    _come_late(rng, book, last, first - timedelta(days=3))
    return book | {"单价": [*last["单价"], *changed]}


def _come_late(rng, book, last, day):
    """Write into a book what the month before forgot; a day on which a worker had an advance keeps the one it has."""
    noted = {row["编号"] for row in last["预支"] if row["日期"] == day}
    staying = [worker for worker in last["工人"] if not worker["离职日期"] and worker["编号"] not in noted]
    late = employed(staying, day)
    for no in rng.sample(late, min(2, len(late))):
        book["预支"].append({"日期": day, "编号": no, "金额": "88.5", "备注": "补记"})
        row = {"月份": f"{day:%Y-%m}", "编号": no, "项目": "补记", "类型": "赔偿扣款", "金额": "12.34"}
        book["增减"].append(row)


def _next_worker(rng, worker, first):
    if rng.random() < 0.7 or worker["离职日期"]:
        return worker | dict.fromkeys(OPENINGS)
    return _worker(rng, worker["编号"], [first]) | dict.fromkeys(OPENINGS) | {"入职日期": worker["入职日期"]}


def _worker(rng, no, days):
    relation = rng.choice(RELATIONS)
    basis = {"全日制": rng.choice(("月薪", "日薪", "时薪", "计件", "计件")), "非全日制": "时薪"}.get(relation, "计件")
    rates = {"月薪": (1700, 14000), "日薪": (70, 400), "时薪": (14, 40)}
    opened = days[0].month > 1 and rng.random() < 0.5
    hired = rng.choice((date(2020, 1, 1), date(2020, 1, 1), days[0], rng.choice(days)))
    left = rng.choice((days[-1], rng.choice([day for day in days if day >= hired])))
    return {
        "编号": no,
        "姓名": f"工人{no}",
        "用工形式": relation,
        "计薪方式": basis,
        "标准": yuan(rng, *rates[basis]) if basis in rates else None,
        "入职日期": hired,
        "离职日期": left if rng.random() < 0.2 else None,
        "社保个人": yuan(rng, 0, 900) if rng.random() < 0.4 else None,
        "专项附加扣除": rng.choice((None, None, 1000, 2000)),
        "扣除方式": rng.choice((None, None, "一次六万")),
        "期初月数": rng.randint(1, days[0].month - 1) if opened else None,
        "期初累计收入": yuan(rng, 0, 300_000) if opened else None,
        "期初累计专项扣除": yuan(rng, 0, 9_000) if opened else None,
        "期初累计附加扣除": yuan(rng, 0, 9_000) if opened else None,
        "期初累计已扣税": yuan(rng, 0, 20_000) if opened else None,
        "期初预支余额": yuan(rng, 0, 3_000) if rng.random() < 0.3 else None,
        "期初赔偿余额": yuan(rng, 0, 3_000) if rng.random() < 0.3 else None,
    }


def _attendance(rng, worker, days):
    """Mostly filled in, while employed; now and then a worker is away for long, or a day is forgotten."""
    if worker["用工形式"] in ("劳务", "居家承揽"):
        return {"编号": worker["编号"]}
    away = rng.random() < 0.15
    forgotten = rng.random() < 0.2
    row = {"编号": worker["编号"]}
    for day in (day for day in days if employed([worker], day)):
        mark = rng.choice(("假", "病", "旷")) if away and rng.random() < 0.9 else rng.choice(MARKS)
        row[str(day.day)] = None if forgotten and rng.random() < 0.1 else mark
    return row


def _prices(rng, item, days):
    """One to three prices of a thing, each from a date of its own on; the last ones may be what they were before."""
    dates = dict.fromkeys(rng.choice((date(2024, 1, 1), date(2024, 1, 1), rng.choice(days))) for _ in range(3))
    price = f"{rng.randint(1, 400_000) / 10_000:.4f}"
    for since in rng.sample([*dates], rng.randint(1, len(dates))):
        own = rng.choice((price, f"{rng.randint(1, 400_000) / 10_000:.4f}"))
        yield dict(zip(("产品", "工序", "等级", "单价", "生效日期"), (*item, own, since), strict=True))


def _entry(rng, workers, days):
    day, numbers = _day_of_work(rng, workers, days)
    product, process, grade = rng.choice(ITEMS)
    names = rng.sample(numbers, min(len(numbers), rng.choice((1, 1, 1, 1, 2, 3))))
    weights = ":".join(rng.choice(("1", "2", "7.5", "6", "4.25", "0.333")) for _ in names)
    return {
        "日期": day,
        "编号": rng.choice((",", "，")).join(names),
        "产品": product,
        "工序": process,
        "等级": grade,
        "合格": rng.choice((rng.randint(1, 60), f"{rng.randint(1, 9999) / 1000:.3f}", None)),
        "返工": rng.randint(0, 3),
        "工废": rng.randint(0, 3),
        "料废": rng.randint(1, 4),
        "时段": rng.choice((*KINDS, None)),
        "分摊": rng.choice((None, weights)) if len(names) > 1 else None,
    }


def _adjustment(rng, numbers, month):
    return {
        "月份": month,
        "编号": rng.choice(numbers),
        "项目": "某项",
        "类型": rng.choice(("补贴", "特殊津贴", "赔偿扣款", "其他扣款")),
        "金额": yuan(rng, 1, 2500),
    }


def _advance(rng, workers, days):
    day, numbers = _day_of_work(rng, workers, days)
    return {"日期": day, "编号": rng.choice(numbers), "金额": yuan(rng, 1, 3000), "备注": ""}
