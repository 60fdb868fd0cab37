"""The sheets of the workbook as data: their names, columns and what each cell holds (samples/FORMAT.md).

The reader, the checks and the empty template all follow these tables. To add a column: a line here, a field of the row
in ``rows.py``, and, where it goes into the database, a line in ``services/importing``.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from app.domain.bounds import MOST_FEN, MOST_RATE_FEN
from app.domain.vocabulary import AdjustmentKind, Basis, HouseholdBase, Monitoring, Relation, TaxMethod, TimeKind
from app.services.workbook import cells, rows

CHANNELS = ("线下门店", "景区", "展会", "电商平台", "直播", "订单企业", "政府采购", "代销")
CATEGORIES = (
    *("民间文学", "传统音乐", "传统舞蹈", "传统戏剧", "曲艺"),
    *("传统体育游艺与杂技", "传统美术", "传统技艺", "传统医药", "民俗"),
)
ORIGINS = ("研培计划", "工坊", "县级")
LEVELS = ("国家级", "省级", "市级", "县级")
LEGEND_SHEET = "填表说明"
DAY_COLUMNS = 31

_name = cells.words(cells.NAME_CHARS)
_text = cells.words()
_amount = cells.yuan_up_to(MOST_FEN)


class Need(IntEnum):
    """What a sheet must have of a column: nothing, the heading (its cells may be empty), or every cell filled."""

    NOTHING = 0
    HEADING = 1
    CELL = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, the row's field, how a cell is read, and what the template shows.

    ``key``: part of what identifies a row; ``as_text``: the template formats it as text, so that nothing turns it.
    ``choices`` are offered as a drop-down list; ``expected`` values are the usual ones, others get a notice.
    """

    title: str
    field: str
    parse: cells.Parser
    need: Need = Need.NOTHING
    key: bool = False
    choices: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    as_text: bool = False
    width: int = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, columns and row type; ``upright`` for 工坊, whose rows are properties; ``days`` for 考勤."""

    name: str
    row_type: type[rows.Row]
    columns: tuple[Column, ...]
    upright: bool = False
    days: bool = False
    dated: str = ""

    def column(self, title: str) -> Column:
        """The column of a heading; KeyError if the sheet has none."""
        return {column.title: column for column in self.columns}[title]


def _values(vocabulary: type[StrEnum]) -> tuple[str, ...]:
    return tuple(member.value for member in vocabulary if member.value)


WORKSHOP = Sheet(
    "工坊",
    rows.WorkshopRow,
    (
        Column("工坊名称", "name", _name),
        Column("统一社会信用代码", "credit_code", cells.credit_code, as_text=True),
        Column("行政区划代码", "region", cells.region, as_text=True),
        Column("地址", "address", _text),
        Column("非遗项目", "project", _name),
        Column("项目类别", "category", _name, choices=CATEGORIES, expected=CATEGORIES),
        Column("项目级别", "project_level", _name, choices=LEVELS, expected=LEVELS),
        Column("负责人", "leader", _name),
        Column("联系电话", "phone", cells.phone, as_text=True),
        Column("发薪日", "pay_day", cells.whole(1, 31)),
        Column("月最低工资", "monthly_minimum_fen", cells.yuan_up_to(MOST_RATE_FEN[Basis.MONTHLY])),
        Column("小时最低工资", "hourly_minimum_fen", cells.yuan_up_to(MOST_RATE_FEN[Basis.HOURLY])),
        Column("法定节假日计薪", "pays_statutory", cells.yes_no, choices=("是", "否")),
        Column("认定级别", "recognition_level", _name, choices=LEVELS, expected=LEVELS),
        Column("认定日期", "recognised_on", cells.day),
        Column("最近确认年度", "confirmed_year", cells.whole(1990, 2099)),
    ),
    upright=True,
)
WORKERS = Sheet(
    "工人",
    rows.WorkerRow,
    (
        Column("编号", "no", cells.worker_no, Need.CELL, key=True, as_text=True, width=8),
        Column("姓名", "name", _name, Need.CELL),
        Column("性别", "sex", cells.one_of("男", "女"), choices=("男", "女"), width=6),
        Column("民族", "nation", _name, width=8),
        Column("身份证号", "id_number", cells.id_number, Need.HEADING, as_text=True, width=22),
        Column("手机", "phone", cells.phone, as_text=True, width=14),
        Column("村组", "village", _text),
        Column(
            "用工形式",
            "relation",
            cells.choice(Relation, "book_unknown_relation"),
            Need.CELL,
            choices=_values(Relation),
        ),
        Column("入职日期", "hired", cells.day, Need.CELL),
        Column("离职日期", "left", cells.day),
        Column(
            "计薪方式", "basis", cells.choice(Basis, "book_unknown_basis"), Need.CELL, choices=_values(Basis), width=10
        ),
        Column("标准", "rate_fen", cells.rate, Need.HEADING, width=10),
        Column("户别", "household", cells.choice(HouseholdBase), choices=_values(HouseholdBase)),
        Column("监测类型", "monitoring", cells.choice(Monitoring), choices=_values(Monitoring), width=16),
        Column("传承人级别", "inheritor_level", _name, choices=LEVELS, expected=LEVELS),
        Column("师傅编号", "mentor_no", cells.worker_no, as_text=True, width=10),
        Column("开户行", "bank", _text, width=16),
        Column("银行账号", "account", cells.account, as_text=True, width=24),
        Column("社保个人", "social_fen", _amount),
        Column("专项附加扣除", "additional_fen", _amount),
        Column("扣除方式", "tax_method", cells.choice(TaxMethod), choices=(TaxMethod.SIXTY_AT_ONCE.value,)),
        Column("期初月数", "opening_months", cells.whole(0, 11)),
        Column("期初累计收入", "opening_income_fen", _amount),
        Column("期初累计专项扣除", "opening_social_fen", _amount, width=16),
        Column("期初累计附加扣除", "opening_additional_fen", _amount, width=16),
        Column("期初累计已扣税", "opening_withheld_fen", _amount, width=14),
        Column("期初预支余额", "opening_advance_fen", _amount),
        Column("期初赔偿余额", "opening_damage_fen", _amount),
    ),
)
ATTENDANCE = Sheet(
    "考勤",
    rows.AttendanceRow,
    (Column("编号", "no", cells.worker_no, Need.CELL, key=True, as_text=True, width=8), Column("姓名", "name", _name)),
    days=True,
)
PRICES = Sheet(
    "单价",
    rows.PriceRow,
    (
        Column("产品", "product", _name, Need.CELL, key=True, width=16),
        Column("工序", "process", _name, Need.CELL, key=True),
        Column("等级", "grade", cells.code(), key=True, as_text=True, width=8),
        Column("单价", "price_e4", cells.price, Need.CELL),
        Column("生效日期", "valid_from", cells.day, Need.CELL, key=True),
    ),
)
PIECES = Sheet(
    "计件",
    rows.PieceRow,
    (
        Column("日期", "day", cells.day, Need.CELL, key=True),
        Column("编号", "nos", cells.worker_nos, Need.CELL, key=True, as_text=True, width=14),
        Column("产品", "product", _name, Need.CELL, key=True, width=16),
        Column("工序", "process", _name, Need.CELL, key=True),
        Column("等级", "grade", cells.code(), key=True, as_text=True, width=8),
        Column("合格", "good_milli", cells.pieces, Need.HEADING, width=8),
        Column("返工", "rework_milli", cells.pieces, width=8),
        Column("工废", "worker_scrap_milli", cells.pieces, width=8),
        Column("料废", "material_scrap_milli", cells.pieces, width=8),
        Column("时段", "time_kind", cells.choice(TimeKind), key=True, choices=_values(TimeKind), width=10),
        Column("分摊", "weights", cells.weights, as_text=True),
    ),
    dated="day",
)
ADJUSTMENTS = Sheet(
    "增减",
    rows.AdjustmentRow,
    (
        Column("月份", "month", cells.month, Need.CELL, key=True, as_text=True),
        Column("编号", "no", cells.worker_no, Need.CELL, key=True, as_text=True, width=8),
        Column("项目", "item", _name, Need.CELL, key=True, width=16),
        Column(
            "类型",
            "kind",
            cells.choice(AdjustmentKind, "book_unknown_kind"),
            Need.CELL,
            key=True,
            choices=_values(AdjustmentKind),
        ),
        Column("金额", "amount_fen", _amount, Need.CELL),
    ),
    dated="month",
)
ADVANCES = Sheet(
    "预支",
    rows.AdvanceRow,
    (
        Column("日期", "day", cells.day, Need.CELL, key=True),
        Column("编号", "no", cells.worker_no, Need.CELL, key=True, as_text=True, width=8),
        Column("金额", "amount_fen", _amount, Need.CELL),
        Column("备注", "note", _text, width=24),
    ),
    dated="day",
)
PRODUCTS = Sheet(
    "产品",
    rows.ProductRow,
    (
        Column("货号", "code", cells.code(), Need.CELL, key=True, as_text=True),
        Column("名称", "name", _name, Need.CELL, width=16),
        Column("非遗项目", "project", _name, width=16),
        Column("类别", "category", _name, choices=CATEGORIES, expected=CATEGORIES),
        Column("单位", "unit", _name, width=8),
        Column("售价", "price_fen", cells.yuan),
        Column("期初库存", "opening_stock_milli", cells.quantity),
    ),
)
SALES = Sheet(
    "销售",
    rows.SaleRow,
    (
        Column("日期", "day", cells.day, Need.CELL, key=True),
        Column("渠道", "channel", _name, Need.CELL, key=True, choices=CHANNELS, expected=CHANNELS),
        Column("活动", "event", _name, key=True, width=30),
        Column("货号", "code", cells.code(), Need.CELL, key=True, as_text=True),
        Column("数量", "quantity_milli", cells.pieces, Need.CELL, width=8),
        Column("单价", "price_fen", _amount, Need.CELL),
        Column("退货", "returned_milli", cells.pieces, width=8),
        Column("订单号", "order_no", cells.code(60), key=True, as_text=True, width=16),
    ),
    dated="day",
)
TRAININGS = Sheet(
    "培训",
    rows.TrainingRow,
    (
        Column("日期", "day", cells.day, Need.CELL, key=True),
        Column("主题", "topic", _name, Need.CELL, key=True, width=20),
        Column("来源", "origin", _name, choices=ORIGINS, expected=ORIGINS),
        Column("讲师", "lecturer", _name),
        Column("学时", "minutes", cells.lesson_minutes, Need.CELL, width=8),
        Column("参加人", "nos", cells.worker_nos, Need.HEADING, as_text=True, width=40),
    ),
    dated="day",
)
HOLIDAYS = Sheet(
    "节假日",
    rows.HolidayRow,
    (
        Column("日期", "day", cells.day, Need.CELL, key=True),
        Column("名称", "name", _name, Need.CELL, width=16),
        Column("三倍", "statutory", cells.yes_no, Need.CELL, choices=("是", "否"), width=8),
    ),
)

SHEETS = (
    *(WORKSHOP, WORKERS, ATTENDANCE, PRICES, PIECES, ADJUSTMENTS),
    *(ADVANCES, PRODUCTS, SALES, TRAININGS, HOLIDAYS),
)
