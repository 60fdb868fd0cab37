"""Makes workbooks for tests from plain Python: a good small book, of which any cell, column or sheet can be overridden.

``Book()`` is October 2026 of a workshop with four workers, one of each relation, with every sheet filled in. Rows are
numbered as the sheet numbers them: headings in row 1, the first worker in row 2.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from app.domain.identity_number import check_character
from app.services.workbook import sheets

MONTH = "2026-10"
CREDIT_CODE = "91513499MA00000001"


def id_number(born: date, serial: int = 1) -> str:
    """A valid ID number of a region that was never given out; odd serials are men's."""
    body = f"513499{born:%Y%m%d}{serial:03d}"
    return body + check_character(body)


def headings(sheet: str) -> list[object]:
    """The headings of a sheet of FORMAT in their order."""
    described = next(one for one in sheets.SHEETS if one.name == sheet)
    days: list[object] = list(range(1, 32)) if described.days else []
    return [*(column.title for column in described.columns), *days]


class Book:
    """A workbook in the making; ``sheets`` maps a name to rows of plain values, the first row the headings."""

    def __init__(self, month: str = MONTH, *, empty: bool = False) -> None:
        self.month = month
        self.sheets: dict[str, list[list[object]]] = {
            sheet.name: [] if sheet.upright else [headings(sheet.name)] for sheet in sheets.SHEETS
        }
        if not empty:
            self._fill()

    # -------------------------------------------------------------- changing it
    def add(self, sheet: str, **values: object) -> int:
        """One more row, by heading (day columns as d1 … d31); answers its row number."""
        titles = self.sheets[sheet][0]
        named = {int(name[1:]) if name[0] == "d" and name[1:].isdigit() else name: v for name, v in values.items()}
        assert set(named) <= set(titles), set(named) - set(titles)
        self.sheets[sheet].append([named.get(title) for title in titles])
        return len(self.sheets[sheet])

    def set(self, sheet: str, row: int, column: object, value: object) -> "Book":
        """Override a cell by row number and heading; for 工坊 the row is not looked at."""
        if sheet == "工坊":
            self.sheets[sheet] = [[name, value if name == column else old] for name, old in self.sheets[sheet]]
            return self
        self.sheets[sheet][row - 1][self.sheets[sheet][0].index(column)] = value
        return self

    def rename(self, sheet: str, column: object, title: object) -> "Book":
        """Write another heading over a column."""
        self.sheets[sheet][0][self.sheets[sheet][0].index(column)] = title
        return self

    def drop_column(self, sheet: str, column: object) -> "Book":
        """Take a column out."""
        index = self.sheets[sheet][0].index(column)
        for row in self.sheets[sheet]:
            del row[index]
        return self

    def drop_row(self, sheet: str, row: int) -> "Book":
        """Take a row out; those below move up."""
        del self.sheets[sheet][row - 1]
        return self

    def drop_sheet(self, sheet: str) -> "Book":
        """Take a sheet out."""
        del self.sheets[sheet]
        return self

    def save(self, path: Path) -> Path:
        """Write the file and answer its path."""
        file = Workbook()
        file.remove(file["Sheet"])
        for name, rows in self.sheets.items():
            sheet = file.create_sheet(name)
            for row in rows:
                sheet.append(row)
        file.save(path)
        return path

    # -------------------------------------------------------------- what is in it
    def worker(self, no: str, relation: str, basis: str, rate: object = None, **more: object) -> int:
        """One more worker, hired on 2025-03-01, born in 1990."""
        given = {
            "编号": no,
            "姓名": f"工人{no}",
            "身份证号": id_number(date(1990, 5, 1), 100 + 2 * len(self.sheets["工人"])),
        }
        terms = {"用工形式": relation, "计薪方式": basis, "标准": rate, "入职日期": date(2025, 3, 1)}
        return self.add("工人", **(given | terms | {"户别": "一般农户"} | more))

    def piece(self, day: int, no: str, good: object = 10, **more: object) -> int:
        """One more piece entry of 香包, 填充, on a day of the month."""
        given = {"日期": self.day(day), "编号": no, "产品": "香包", "工序": "填充", "合格": good}
        return self.add("计件", **(given | more))

    def marks(self, no: str, marks: Iterable[object]) -> int:
        """One more attendance row, marks from day 1 on."""
        return self.add("考勤", 编号=no, 姓名=f"工人{no}", **{f"d{day}": mark for day, mark in enumerate(marks, 1)})

    def day(self, number: int) -> date:
        """A day of the book's month."""
        return date(int(self.month[:4]), int(self.month[5:]), number)

    def _fill(self) -> None:
        self.sheets["工坊"] = [
            *(["工坊名称", "龙潭彝绣工坊"], ["统一社会信用代码", CREDIT_CODE], ["行政区划代码", "513499"]),
            *(["发薪日", 10], ["月最低工资", 1870], ["小时最低工资", 19], ["法定节假日计薪", "是"]),
        ]
        self.worker("01", "全日制", "月薪", 2600, 户别="脱贫户", 银行账号="0000034438411129235")
        self.worker("02", "非全日制", "时薪", 20.5)
        self.worker("03", "劳务", "计件", 监测类型="边缘易致贫户", 期初预支余额=350.5)
        self.worker(
            "04", "全日制", "计件", 师傅编号="01", 社保个人=480.5, 期初月数=int(self.month[5:]) - 1, 期初累计收入=38700
        )
        days = monthrange(int(self.month[:4]), int(self.month[5:]))[1]
        weekend = [self.day(day).weekday() >= 5 for day in range(1, days + 1)]
        self.marks("01", ["休" if off else "√" for off in weekend])
        self.marks("02", ["休" if off else 4 for off in weekend])
        self.marks("04", ["休" if off else "8+1.5" for off in weekend])
        start = date(2025, 3, 1)
        self.add("单价", 产品="香包", 工序="填充", 单价=1.2, 生效日期=start)
        self.add("单价", 产品="香包", 工序="刺绣", 等级="A", 单价=8.851, 生效日期=start)
        self.piece(8, "03", 12)
        self.piece(8, "04", 15, 返工=1, 料废=2)
        self.piece(9, "03,04", 40, 分摊="7.5:6")
        self.piece(12, "04", 6, 工序="刺绣", 等级="A", 时段="加班")
        self.add("增减", 月份=self.month, 编号="01", 项目="餐补", 类型="补贴", 金额=155.5)
        self.add("预支", 日期=self.day(21), 编号="03", 金额=200, 备注="家中急用")
        self.add("产品", 货号="P001", 名称="香包", 类别="传统美术", 单位="件", 售价=68, 期初库存=59)
        self.add("销售", 日期=self.day(18), 渠道="展会", 货号="P001", 数量=3, 单价=61.2, 退货=1, 订单号="D100001")
        self.add(
            "培训", 日期=self.day(11), 主题="配色与纹样", 来源="研培计划", 讲师="阿依莫", 学时=8, 参加人="01,03,04"
        )
        self.add("节假日", 日期=self.day(20), 名称="彝族年", 三倍="否")


def complete_book() -> Book:
    """October's small book with everybody's telephone, which the ledger asks for."""
    book = Book()
    for row in range(2, 6):
        book.set("工人", row, "手机", f"1990000000{row}")
    return book
