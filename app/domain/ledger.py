"""The wage ledger (工资支付台账) as data: what 保障农民工工资支付条例 15 asks to be kept, and its sums (RULES 7).

Money is fen, time minutes. Which item columns a ledger has follows from the lines its month uses. Printing is in
:mod:`app.ui.printing`; this module knows no page.
"""

from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.domain.calendar import month_ends
from app.domain.messages.payroll import TITLES
from app.domain.messages.text import Twofold, listing
from app.domain.payroll_draft import LineCode, Slip
from app.domain.refusal import Refusal

EARNING_CODES: tuple[LineCode, ...] = (
    LineCode.BASE,
    LineCode.ABSENCE,
    LineCode.OVERTIME,
    LineCode.PIECE,
    LineCode.TEAM_PIECE,
    LineCode.PAID_LEAVE,
    LineCode.HOLIDAY,
    LineCode.SICK_PAY,
    LineCode.ALLOWANCE,
    LineCode.SPECIAL_ALLOWANCE,
    LineCode.MINIMUM_TOP_UP,
)
DEDUCTION_CODES: tuple[LineCode, ...] = (
    LineCode.SOCIAL,
    LineCode.TAX,
    LineCode.OTHER,
    LineCode.DAMAGE,
    LineCode.ADVANCE,
)
ITEM_TITLES: Mapping[LineCode, str] = {code: TITLES[code] for code in LineCode} | {LineCode.TAX: "个税"}

PACK_TITLES: Mapping[str, str] = {
    "statutory_days": "法定节假日",
    "calendar": "放假安排",
    "working_time": "工时",
    "wage_guards": "工资保障",
    "wage_tax": "个人所得税",
    "services_tax": "劳务报酬个税",
    "working_age": "用工年龄",
    "minimum_wage": "最低工资",
    "social_insurance": "社会保险",
}
_DIGEST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One worker's line of the ledger. ``items`` are amounts by code, earnings and deductions, zeros left out.

    Deductions are positive amounts taken off; ``period`` are the days paid where they are not the whole month;
    ``added`` names the numbers (``id_number``, ``phone``) that were blank at the lock and are the records' of today.
    Raises ValueError where the items do not make gross and net: a ledger that does not add up must not exist.
    """

    no: str
    name: str
    id_number: str
    phone: str
    normal_minutes: int
    overtime_minutes: int
    rest_day_minutes: int
    statutory_minutes: int
    items: Mapping[LineCode, int]
    gross_fen: int
    net_fen: int
    proxy: str = ""
    period: str = ""
    added: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        earned = sum(self.items.get(code, 0) for code in EARNING_CODES)
        taken = sum(self.items.get(code, 0) for code in DEDUCTION_CODES)
        if earned != self.gross_fen or earned - taken != self.net_fen:
            raise ValueError(
                f"ledger row {self.no}: items {earned} − {taken}, slip {self.gross_fen}, net {self.net_fen}"
            )

    @property
    def minutes(self) -> tuple[int, int, int, int]:
        """Working time in minutes: 正常, 加班, 休息日, 法定."""
        return (self.normal_minutes, self.overtime_minutes, self.rest_day_minutes, self.statutory_minutes)


@dataclass(frozen=True, slots=True)
class LedgerSum:
    """Sums of some rows: minutes of the four kinds, each item, gross and net."""

    minutes: tuple[int, int, int, int]
    items: Mapping[LineCode, int]
    gross_fen: int
    net_fen: int


@dataclass(frozen=True, slots=True)
class LedgerData:
    """A whole ledger. ``check_code`` is empty for a draft, which then bears 草稿/DRAFT on each page.

    ``pay_date`` is the agreed one, ``paid`` the days money went out, empty while anything is open. ``chain_code`` names
    the last change of this PC's hash chain before the lock (DESIGN 3). ``differences``: the rows are those of a
    correction, amounts with their sign.
    """

    unit: str
    month: str
    first_day: date
    last_day: date
    pay_date: date | None
    rows: tuple[LedgerRow, ...]
    packs: tuple[str, ...] = ()
    check_code: str = ""
    chain_code: str = ""
    credit_code: str = ""
    prepared_by: str = ""
    title: str = "工资支付台账"
    labels: Mapping[LineCode, str] = field(default_factory=lambda: ITEM_TITLES)
    differences: bool = False
    paid: tuple[date, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether this was printed before the lock."""
        return not self.check_code

    @property
    def earnings(self) -> tuple[LineCode, ...]:
        """The payable items some row of the month has, in the ledger's order."""
        return tuple(code for code in EARNING_CODES if any(row.items.get(code) for row in self.rows))

    @property
    def deductions(self) -> tuple[LineCode, ...]:
        """The deductions some row of the month has."""
        return tuple(code for code in DEDUCTION_CODES if any(row.items.get(code) for row in self.rows))


def sum_rows(rows: Iterable[LedgerRow]) -> LedgerSum:
    """Page subtotal or grand total: sums of rounded amounts, never rounded again (RULES 1)."""
    kept = tuple(rows)
    columns = zip(*(row.minutes for row in kept), strict=True) if kept else ((), (), (), ())
    normal, overtime, rest, statutory = (sum(column) for column in columns)
    codes = (*EARNING_CODES, *DEDUCTION_CODES)
    items = {code: sum(row.items.get(code, 0) for row in kept) for code in codes}
    return LedgerSum(
        (normal, overtime, rest, statutory), items, sum(r.gross_fen for r in kept), sum(r.net_fen for r in kept)
    )


def row_of(slip: Slip, id_number: str, phone: str, proxy: str = "", added: frozenset[str] = frozenset()) -> LedgerRow:
    """The ledger's line of a slip: its lines summed by code."""
    items: dict[LineCode, int] = {}
    for line in slip.lines:
        items[line.code] = items.get(line.code, 0) + line.amount_fen
    taken = (slip.social_fen, slip.tax_fen, slip.other_fen, slip.damage_fen, slip.advance_fen)
    items |= dict(zip(DEDUCTION_CODES, taken, strict=True))
    return LedgerRow(
        no=slip.no,
        name=slip.name,
        id_number=id_number,
        phone=phone,
        normal_minutes=slip.normal_minutes,
        overtime_minutes=slip.overtime_minutes,
        rest_day_minutes=slip.rest_day_minutes,
        statutory_minutes=slip.statutory_minutes,
        items={code: fen for code, fen in items.items() if fen},
        gross_fen=slip.gross_fen,
        net_fen=slip.net_fen,
        proxy=proxy,
        period=period_text(slip),
        added=added,
    )


def agreed_date(month: str, pay_day: int | None) -> date | None:
    """发薪日 of the month after the one worked, or its last day where that is shorter; None where none is agreed."""
    if not pay_day:
        return None
    following = month_ends(month)[1] + timedelta(days=1)
    return following.replace(day=min(pay_day, monthrange(following.year, following.month)[1]))


def pay_words(agreed: date | None, paid: Collection[date]) -> str:
    """When wages were paid, one day or first and last; the agreed day, named so, where they are not (条例 15)."""
    if not paid:
        return f"约定发放日：{agreed.isoformat()}" if agreed else ""
    days = sorted({min(paid), max(paid)})
    return f"发放日期：{' 至 '.join(day.isoformat() for day in days)}"


def period_text(slip: Slip) -> str:
    """The days a slip pays, 10-01 至 10-20; nothing for the whole month."""
    if slip.period_from is None or slip.period_to is None:
        return ""
    return f"{slip.period_from:%m-%d} 至 {slip.period_to:%m-%d}"


def pack_title(stamp: str) -> str:
    """A rule pack's stamp as papers name it: ``wage_tax 2019.1 4f2a90c1`` → 个人所得税 2019.1 4f2a90."""
    kind, *rest = stamp.split(" ")
    if kind not in PACK_TITLES or len(rest) != 2:
        return stamp
    version, digest = rest
    return f"{PACK_TITLES[kind]} {version} {digest[:_DIGEST_SHOWN]}"


_UNIT, _PAY_DATE, _WORKERS = Twofold("单位名称", "unit"), Twofold("发薪日", "pay date"), Twofold("工人", "workers")
_NO, _NAME = Twofold("编号", "number"), Twofold("姓名", "name")
_ID_NUMBER, _PHONE = Twofold("身份证号", "ID number"), Twofold("手机", "phone")


def missing_fields(data: LedgerData) -> tuple[Twofold, ...]:
    """What the law asks for and the ledger lacks, as people name it: "03 苏妹史 手机", "发薪日"."""
    head = ((_UNIT, data.unit), (_PAY_DATE, data.paid or data.pay_date), (_WORKERS, data.rows))
    lacking = [title for title, value in head if not value]
    for row in data.rows:
        fields = ((_NO, row.no), (_NAME, row.name), (_ID_NUMBER, row.id_number), (_PHONE, row.phone))
        if gone := [title for title, value in fields if not value.strip()]:
            who = " ".join(part for part in (row.no, row.name, "") if part)
            zh, en = "、".join(gone), ", ".join(title.en for title in gone)
            lacking.append(Twofold(f"{who} {zh}".strip(), f"{who} {en}".strip()))
    return tuple(lacking)


def require_complete(data: LedgerData) -> None:
    """Refuse a ledger the law would not accept: ``ledger_field_missing`` names every gap (条例 15)."""
    lacking = missing_fields(data)
    if lacking:
        raise Refusal("ledger_field_missing", count=len(lacking), fields=listing(lacking, between=("; ", "; ")))
