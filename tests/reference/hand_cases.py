"""Small months worked out by hand from RULES 4 and 5, each sum written beside it: neither the program nor the slow
reference is asked. Minimum wages 1,870 a month and 19 an hour, statutory days paid, unless a case says otherwise.

October 2026: 1–3 statutory, 4–7 days off, 10 (a Saturday) worked for them, 18 working days in all.
"""

from dataclasses import dataclass, field
from datetime import date

WORKING = (8, 9, 10, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26, 27, 28, 29, 30)
MONTH = "2026-10"
PRICES = (("1.2345", date(2025, 1, 1)),)


@dataclass(frozen=True)
class Case:
    """One worker's month; ``marks`` are written over a √ on each working day, ``pieces`` are (day, values).

    ``lines`` are yuan by code as the slip must sum them, ``more`` other figures of the slip (fen, hours or days).
    """

    name: str
    terms: dict
    lines: dict
    marks: dict = field(default_factory=dict)
    pieces: tuple = ()
    prices: tuple = PRICES
    additions: tuple = ()
    local: tuple = ()
    shop: dict = field(default_factory=dict)
    more: dict = field(default_factory=dict)


MONTHLY = {"用工形式": "全日制", "计薪方式": "月薪", "标准": "2600"}
DAILY = {"用工形式": "全日制", "计薪方式": "日薪", "标准": "130"}
HOURLY = {"用工形式": "全日制", "计薪方式": "时薪", "标准": "20"}
PIECE = {"用工形式": "全日制", "计薪方式": "计件", "标准": None}
PART = {"用工形式": "非全日制", "计薪方式": "时薪", "标准": "20.5"}
SERVICES = {"用工形式": "劳务", "计薪方式": "计件", "标准": None}

LEAVES = {11: "病", 17: "假", 2: "旷", 24: "带薪", 4: "伤", 25: "休", 31: "调"}
"""Leave marks on days that are no working days."""


def made(day, good, **more):
    """A piece entry of the one thing that is made here."""
    return (day, {"合格": good, **more})


def allowance(yuan):
    return ("补贴", yuan)


PARTIAL = (
    Case(
        "hired on the first working day after the holiday: the statutory days lie before, 2600 × 18 ÷ 21.75",
        MONTHLY | {"入职日期": date(2026, 10, 8)},
        {"base": "2151.72"},
        more={"unpaid_days": 0},
    ),
    Case(
        "left on the 31st, the month's last day: a whole month, 2600 − 2600 ÷ 21.75",
        MONTHLY | {"离职日期": date(2026, 10, 31)},
        {"base": "2600", "absence": "-119.54"},
        {14: "假"},
    ),
    Case(
        "left on the 30th, the last working day: partial, 2600 × (18 + 3) ÷ 21.75",
        MONTHLY | {"离职日期": date(2026, 10, 30)},
        {"base": "2510.34"},
    ),
    Case(
        "partial month with leave: paid leave is worked, unpaid is neither, 2600 × (5 + 3 − 1) ÷ 21.75",
        MONTHLY | {"离职日期": date(2026, 10, 13)},
        {"base": "836.78"},
        {9: "带薪", 12: "假"},
        more={"unpaid_days": 1},
    ),
    Case(
        "a partial month pays no more than the month: 18 + 4 statutory days, one a Sunday, are more than 21.75",
        MONTHLY | {"离职日期": date(2026, 10, 30)},
        {"base": "2600"},
        local=((25, "是"),),
    ),
)

ATTENDANCE = (
    Case("leave marks on rest and statutory days count for nothing", MONTHLY, {"base": "2600"}, LEAVES,
         more={"unpaid_days": 0}),
    Case(
        "half days and short numbers on rest days stay normal hours: 144 + 4 + 6.5",
        HOURLY,
        {"base": "3090", "holiday": "480"},
        {11: "半", 17: "6.5"},
        more={"unpaid_days": 0, "hours": (154.5, 0, 0, 0)},
    ),
    Case(
        "4+2 on a working day: half a day unpaid, two hours of overtime, 2600 ÷ 174 × 2 × 150 %",
        MONTHLY,
        {"base": "2600", "absence": "-59.77", "overtime": "44.83"},
        {14: "4+2"},
        more={"unpaid_days": 0.5, "hours": (140, 2, 0, 0)},
    ),
    Case(
        "all hours of a statutory day are statutory: 8 + 4 + 6 h, 2600 ÷ 174 × 18 × 300 %",
        MONTHLY,
        {"base": "2600", "overtime": "806.90"},
        {1: "√", 2: "加4", 3: "4+2"},
        more={"hours": (144, 0, 0, 18)},
    ),
    Case(
        "half a statutory day is four statutory hours and nothing unpaid: 130 ÷ 8 × 4 × 300 %",
        DAILY,
        {"base": "2340", "holiday": "390", "overtime": "195"},
        {1: "半"},
        more={"unpaid_days": 0, "hours": (144, 0, 0, 4)},
    ),
    Case(
        "on a rest day only what is marked 加 or follows + is rest-day time: 8 + 2 h × 16.25 × 200 %",
        DAILY,
        {"base": "2405", "holiday": "390", "overtime": "325"},
        {11: "加8", 17: "4+2"},
        more={"hours": (148, 0, 10, 0)},
    ),
    Case(
        "加 on a working day is overtime, the day neither worked nor unpaid: 17 × 8 × 20, 3 h × 20 × 150 %",
        HOURLY,
        {"base": "2720", "holiday": "480", "overtime": "90"},
        {14: "加3"},
        more={"unpaid_days": 0},
    ),
    Case("a day in exchange and a day off on working days cost nothing", MONTHLY, {"base": "2600"},
         {14: "调", 15: "休"}),
    Case(
        "a day not filled in is no absence and earns no top-up meanwhile",
        MONTHLY | {"标准": "1000"},
        {"base": "1000"},
        {14: None},
        more={"blocked": True, "unpaid_days": 0},
    ),
    Case(
        "sick days are unpaid and then paid by the minimum: 2600 × 3 ÷ 21.75, 1870 ÷ 21.75 × 80 % × 3",
        MONTHLY,
        {"base": "2600", "absence": "-358.62", "sick_pay": "206.34"},
        {12: "病", 13: "病", 14: "病"},
    ),
    Case(
        "part-time: hours without factor, four for paid leave, days reckoned but not taken off: 66.5 + 1 + 2 + 3 h",
        PART,
        {"base": "1486.25", "paid_leave": "82"},
        dict.fromkeys(WORKING, "4") | {8: "2.5", 9: "带薪", 10: "假", 12: "8+1", 11: "加2", 1: "3"},
        more={"unpaid_days": 8.6875, "hours": (66.5, 1, 2, 3)},
    ),
    Case("services need no marks and are paid no hours", SERVICES, {"allowance": "100"}, {1: "√", 9: "8+3"},
         additions=(allowance("100"),), more={"hours": (0, 0, 0, 0), "unpaid_days": 0}),
)  # fmt: skip

LOCAL = (
    Case(
        "a local day off that is not threefold is a rest day: 17 days, 8 h × 20 × 200 %",
        HOURLY,
        {"base": "2720", "holiday": "480", "overtime": "320"},
        {20: "加8"},
        local=((20, "否"),),
        more={"hours": (136, 0, 8, 0)},
    ),
    Case(
        "two local days, one threefold: 16 days + √ on the first, 4 statutory days, 8 h × 20 × 300 %",
        HOURLY,
        {"base": "2720", "holiday": "640", "overtime": "480"},
        local=((20, "否"), (21, "是")),
        more={"hours": (136, 0, 0, 8)},
    ),
    Case(
        "a threefold local day on a Sunday is statutory all the same",
        HOURLY,
        {"base": "2880", "holiday": "640", "overtime": "240"},
        {25: "加4"},
        local=((25, "是"),),
        more={"hours": (144, 0, 0, 4)},
    ),
    Case(
        "a local day off on a Saturday worked by notice is a rest day",
        HOURLY,
        {"base": "2880", "holiday": "480"},
        {10: "半", 11: "4"},
        local=((10, "否"),),
        more={"unpaid_days": 0},
    ),
    Case(
        "a workshop that does not pay statutory days: hours worked on them are paid all the same",
        HOURLY,
        {"base": "2880", "overtime": "480"},
        {1: "√"},
        shop={"法定节假日计薪": "否"},
    ),
)

MINIMUM = (
    Case(
        "hired on the 15th: 1870 × 12 ÷ 21.75 − 12.345 × 40",
        PIECE | {"入职日期": date(2026, 10, 15)},
        {"piece": "493.80", "minimum_top_up": "537.92"},
        pieces=(made(15, 400),),
    ),
    Case(
        "left on the 9th: floor 1870 × (2 + 3) ÷ 21.75 = 429.89, of which the statutory days 257.93",
        PIECE | {"离职日期": date(2026, 10, 9)},
        {"holiday": "257.93", "piece": "123.45", "minimum_top_up": "48.51"},
        pieces=(made(9, 100),),
    ),
    Case(
        "a whole month's floor falls by unpaid days, sick pay does not count: 1870 × 19.75 ÷ 21.75 = 1698.05",
        PIECE,
        {"holiday": "257.93", "sick_pay": "68.78", "piece": "1234.50", "minimum_top_up": "205.62"},
        {12: "病", 13: "假"},
        pieces=(made(14, 1000),),
    ),
    Case(
        "overtime pieces and special allowances do not count towards it: 1870 − 257.93 − 1234.50 − 50",
        PIECE,
        {"holiday": "257.93", "piece": "1419.68", "allowance": "50", "special_allowance": "300",
         "minimum_top_up": "327.57"},
        {14: "8+2"},
        pieces=(made(14, 1000), made(14, 100, 时段="加班")),
        additions=(allowance("50"), ("特殊津贴", "300")),
    ),
)  # fmt: skip

PIECES = (
    Case(
        "payable is good + material fault; rework and worker's fault pay nothing: 14 × 1.2345",
        SERVICES,
        {"piece": "17.28"},
        pieces=(made(8, 10, 返工=2, 工废=3, 料废=4),),
    ),
    Case(
        "the price of the entry's date, one line a price: 20 × 1.2 and 20 × 1.3",
        SERVICES,
        {"piece": "50"},
        pieces=tuple(made(day, 10) for day in (15, 16, 25, 26)),
        prices=(("1.2", date(2025, 1, 1)), ("1.3", date(2026, 10, 16)), ("1.2", date(2026, 10, 26))),
        more={"lines": 2},
    ),
    Case(
        "rounded once a line, not once an entry: three entries of 0.007 yuan are 0.02",
        SERVICES,
        {"piece": "0.02"},
        pieces=(made(8, "0.007"), made(9, "0.007"), made(10, "0.007")),
        prices=(("1", date(2025, 1, 1)),),
    ),
    Case(
        "factors on piece workers' entries: 10 × 1.2345 × (1 + 1.5 + 2 + 3), each line rounded",
        PIECE | {"入职日期": date(2026, 10, 31)},
        {"piece": "92.60"},
        pieces=tuple(made(31, 10, 时段=kind) for kind in ("正常", "加班", "休息日", "法定")),
        more={"lines": 4},
    ),
    Case(
        "for anyone else every kind counts as normal: 40 × 1.2345 in one line",
        DAILY | {"入职日期": date(2026, 10, 31)},
        {"piece": "49.38"},
        pieces=tuple(made(31, 10, 时段=kind) for kind in ("正常", "加班", "休息日", "法定")),
        more={"lines": 1},
    ),
)

FROM_GROSS = (
    Case("damage: a fifth of 2600 leaves the minimum of 1890", MONTHLY, {"base": "2600"},
         additions=(("赔偿扣款", "800"),), shop={"月最低工资": "1890"},
         more={"damage_fen": 52_000, "carried_damage_fen": 28_000}),
    Case("damage: of 2200 only what lies above 1890", MONTHLY | {"标准": "2200"}, {"base": "2200"},
         additions=(("赔偿扣款", "800"),), shop={"月最低工资": "1890"},
         more={"damage_fen": 31_000, "carried_damage_fen": 49_000}),
    Case("damage in a partial month: the floor is the partial one, 1890 × 21 ÷ 21.75 = 1824.83",
         MONTHLY | {"标准": "2000", "离职日期": date(2026, 10, 30)}, {"base": "1931.03"},
         additions=(("赔偿扣款", "800"),), shop={"月最低工资": "1890"}, more={"damage_fen": 10_620}),
    Case("damage of part-time workers: a fifth only, whole fen downwards: 4 × 18 × 19.01 = 1368.72",
         PART | {"标准": "19.01"}, {"base": "1368.72"}, dict.fromkeys(WORKING, "4"), additions=(("赔偿扣款", "800"),),
         more={"damage_fen": 27_374}),
    Case("60,000 at once: (75,000 − 60,000) × 3 %", MONTHLY | {"标准": "14000", "扣除方式": "一次六万", "期初月数": 9,
         "期初累计收入": "61000"}, {"base": "14000"}, more={"tax_fen": 45_000}),
    Case("the same month by month: (75,000 − 5,000 × 10) × 3 %", MONTHLY | {"标准": "14000", "期初月数": 9,
         "期初累计收入": "61000"}, {"base": "14000"}, more={"tax_fen": 75_000}),
    Case("social insurance as taken: gross 300 pays 300 of 480.50, no tax on a year already at 59,700",
         MONTHLY | {"标准": "300", "社保个人": "480.5", "期初月数": 9, "期初累计收入": "59700"}, {"base": "300"},
         shop={"月最低工资": "300"}, more={"social_fen": 30_000, "tax_fen": 0, "net_fen": 0}),
    Case("each deduction at most what is left: 1870 − 500 − 1400 leaves nothing for damage and advance", MONTHLY
         | {"标准": "1870", "社保个人": "500", "期初预支余额": "10"}, {"base": "1870"},
         additions=(("其他扣款", "1400"), ("赔偿扣款", "5")),
         more={"other_fen": 137_000, "damage_fen": 0, "carried_damage_fen": 500, "carried_advance_fen": 1_000,
               "net_fen": 0}),
    *(
        Case(f"services of {paid}: tax {tax} fen", SERVICES, {"allowance": paid}, additions=(allowance(paid),),
             more={"tax_fen": tax})
        for paid, tax in (("800", 0), ("800.03", 1), ("3000", 44_000), ("4000", 64_000), ("4000.03", 64_000),
                          ("4000.07", 64_001), ("25000", 400_000), ("25000.05", 400_001), ("30000", 520_000),
                          ("62500", 1_300_000), ("62500.05", 1_300_002))
    ),
)  # fmt: skip

CASES = (*PARTIAL, *ATTENDANCE, *LOCAL, *MINIMUM, *PIECES, *FROM_GROSS)


def book_of(case):
    """The case as rows of a workbook."""
    worker = {"编号": "01", "姓名": "某人", "入职日期": date(2025, 1, 1)} | case.terms
    marks = {str(day): mark for day, mark in (dict.fromkeys(WORKING, "√") | case.marks).items()}
    employed = worker["入职日期"], worker.get("离职日期") or date(2026, 10, 31)
    marks = {day: mark for day, mark in marks.items() if employed[0] <= date(2026, 10, int(day)) <= employed[1]}
    thing = {"产品": "香包", "工序": "填充", "等级": None}
    return {
        "工坊": [{"月最低工资": "1870", "小时最低工资": "19", "法定节假日计薪": "是"} | case.shop],
        "工人": [worker],
        "考勤": [{"编号": "01"} | marks],
        "单价": [thing | {"单价": price, "生效日期": since} for price, since in case.prices],
        "计件": [thing | {"日期": date(2026, 10, day), "编号": "01"} | values for day, values in case.pieces],
        "增减": [
            {"月份": MONTH, "编号": "01", "项目": "某项", "类型": kind, "金额": yuan} for kind, yuan in case.additions
        ],
        "预支": [],
        "节假日": [{"日期": date(2026, 10, day), "名称": "某节", "三倍": triple} for day, triple in case.local],
    }
