"""What a book asks of the database, record by record, before anything is compared or written."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.calendar import month_ends
from app.models.base import Base
from app.services.workbook.problems import Problem

Value = str | int | None
Key = tuple[str | int, ...]
Values = dict[str, Value]

# Parents before children; a record's rows are written in this order and marked deleted in the reverse one.
TABLES = (
    *("workshop", "workshop_terms", "calendar_day", "worker", "household_status", "pay_term", "opening"),
    *("product", "process", "piece_price", "attendance", "piece_entry", "team_share", "adjustment", "advance"),
    *("sale", "training", "training_attendance"),
)
MAIN_TABLE = {
    "工坊": "workshop",
    "工人": "worker",
    "考勤": "attendance",
    "单价": "piece_price",
    "计件": "piece_entry",
    "增减": "adjustment",
    "预支": "advance",
    "产品": "product",
    "销售": "sale",
    "培训": "training",
    "节假日": "calendar_day",
}
ENTRIES = frozenset({"attendance", "piece_entry", "adjustment", "advance", "sale", "training", "calendar_day"})
"""Tables whose rows belong to the book they came from: another book does not change them."""

TITLES = {
    "worker": {
        "no": "编号",
        "name": "姓名",
        "sex": "性别",
        "nation": "民族",
        "id_number": "身份证号",
        "phone": "手机",
        "village": "村组",
        "bank": "开户行",
        "account": "银行账号",
        "hired_on": "入职日期",
        "left_on": "离职日期",
        "inheritor_level": "传承人级别",
        "mentor_no": "师傅编号",
    },
    "workshop": {
        "name": "工坊名称",
        "credit_code": "统一社会信用代码",
        "region": "行政区划代码",
        "address": "地址",
        "project": "非遗项目",
        "category": "项目类别",
        "project_level": "项目级别",
        "leader": "负责人",
        "phone": "联系电话",
        "recognition_level": "认定级别",
        "recognised_on": "认定日期",
        "confirmed_year": "最近确认年度",
    },
    "workshop_terms": {
        "pay_day": "发薪日",
        "monthly_minimum_fen": "月最低工资",
        "hourly_minimum_fen": "小时最低工资",
        "pays_statutory": "法定节假日计薪",
    },
    "household_status": {"base": "户别", "monitoring": "监测类型"},
    "pay_term": {
        "relation": "用工形式",
        "basis": "计薪方式",
        "rate_fen": "标准",
        "social_fen": "社保个人",
        "additional_fen": "专项附加扣除",
        "tax_method": "扣除方式",
    },
    "opening": {
        "months": "期初月数",
        "income_fen": "期初累计收入",
        "social_fen": "期初累计专项扣除",
        "additional_fen": "期初累计附加扣除",
        "withheld_fen": "期初累计已扣税",
        "advance_fen": "期初预支余额",
        "damage_fen": "期初赔偿余额",
    },
    "product": {
        "code": "货号",
        "name": "名称",
        "project": "非遗项目",
        "category": "类别",
        "unit": "单位",
        "price_fen": "售价",
        "opening_stock_milli": "期初库存",
    },
}
"""Columns of form-like tables by their heading in the book."""


@dataclass(slots=True)
class Wanted:
    """A record a row of the book asks for; ``forced`` is written even over a person's edit."""

    table: str
    key: Key
    values: Values
    sheet: str
    row: int
    source: str
    forced: bool = False


@dataclass(slots=True)
class Plan:
    """All records of a book; ``claimed`` are stored records it stands by without asking anything of them."""

    workshop_id: int
    month: str
    wanted: dict[str, dict[Key, Wanted]] = field(default_factory=lambda: {name: {} for name in TABLES})
    claimed: set[tuple[str, Key]] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    kept: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)

    @property
    def first_day(self) -> str:
        """The month's first day."""
        return month_ends(self.month)[0].isoformat()

    @property
    def last_day(self) -> str:
        """The month's last day."""
        return month_ends(self.month)[1].isoformat()

    def source(self, sheet: str) -> str:
        """What a record made from a sheet of this book remembers, such as "计件 2026-10"."""
        return f"{sheet} {self.month}"

    def want(self, table: str, key: Key, values: Values, sheet: str, row: int, source: str | None = None) -> Wanted:
        """Ask for a record; asked for twice, the later values are added to the earlier."""
        if (found := self.wanted[table].get(key)) is not None:
            found.values |= values
            return found
        own = self.source(sheet) if source is None else source
        self.wanted[table][key] = Wanted(table, key, values, sheet, row, own)
        return self.wanted[table][key]


def plain(value: object) -> Value:
    """A row's value as the database has it: ISO dates, vocabulary words, 0 and 1."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"no stored value: {value!r}")


def defaults(table: str) -> Values:
    """What a column holds where a book says nothing."""
    found: Values = {}
    for column in Base.metadata.tables[table].columns:
        if "group" in column.info:
            argument = None if column.default is None else getattr(column.default, "arg", None)
            found[column.name] = argument if isinstance(argument, str | int) else None
    return found
