"""Reading one row of a platform's order file: which column is what, and what its cells say; nothing is guessed.

Cells are what a spreadsheet or a CSV gives: text, numbers, dates. A number is read as the shortest decimal that gives
it back, then scaled to an integer: no float comes near money.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from app.domain.messages import Word, render
from app.domain.messages.text import Saying
from app.domain.money import decimal_text, half_up, yuan
from app.domain.plain_text import unfit_character
from app.domain.sales_check import amount_fen, order_text

_SHOWN_CHARS = 30
_EPOCH = date(1899, 12, 30)
_SERIALS = range(36_526, 73_051)
"""Day numbers of spreadsheets from 2000 to 2099."""
_DATE = re.compile(r"(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})日?(?:[\sT]+\d{1,2}[:时].*)?", re.ASCII)
_DIGITS = re.compile(r"(20\d\d)(\d\d)(\d\d)", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,10})?", re.ASCII)
_TURNED = re.compile(r"\d+(?:\.\d+)?E\+?\d+", re.ASCII | re.IGNORECASE)
_WRAPPED = re.compile(r'="(.*)"', re.DOTALL)
_NOTHING = frozenset({"", "-", "--", "—", "–", "/", "无", "无退款", "无售后", "没有退款"})
_TOTALS = frozenset({"合计", "总计", "小计", "汇总", "共计"})
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
_LONGEST_NUMBER = 10**15
"""A spreadsheet keeps 15 digits of a number."""


class FileField(StrEnum):
    """What a column of an order file may hold."""

    DAY = "day"
    ORDER = "order_no"
    PRODUCT = "product"
    QUANTITY = "quantity"
    PRICE = "price"
    AMOUNT = "amount"
    RETURNED = "returned"
    REFUND = "refund"

    @property
    def word(self) -> Word:
        """Its name for a person."""
        return Word(f"sale_file_field_{self.value}")


NEEDED = (FileField.DAY, FileField.ORDER, FileField.PRODUCT, FileField.QUANTITY)
_HEADINGS: Mapping[FileField, tuple[str, ...]] = {
    FileField.DAY: (
        *("日期", "销售日期", "订单日期", "下单日期", "付款时间", "支付时间", "订单付款时间", "订单支付时间"),
        *("下单时间", "订单创建时间", "订单提交时间", "创建时间", "成交时间", "订单成交时间", "date", "orderdate"),
    ),
    FileField.ORDER: (
        *("订单号", "订单编号", "主订单编号", "平台订单号", "订单id", "商户订单号", "orderno", "orderid", "order"),
    ),
    FileField.PRODUCT: (
        *("货号", "商家编码", "商品货号", "产品货号", "商品编码", "外部编码", "产品", "产品名称", "商品", "商品名称"),
        *("宝贝标题", "宝贝名称", "商品标题", "选购商品", "货品名称", "product", "sku"),
    ),
    FileField.QUANTITY: (
        *("数量", "商品数量", "购买数量", "宝贝数量", "宝贝总数量", "订购数量", "成交数量", "件数", "quantity", "qty"),
    ),
    FileField.PRICE: ("单价", "商品单价", "宝贝单价", "商品价格", "成交单价", "价格", "售价", "price", "unitprice"),
    FileField.AMOUNT: (
        *("实付金额", "商品实付金额", "买家实付金额", "买家实际支付金额", "实收金额", "实收款", "成交金额", "商品金额"),
        *("订单实付金额", "订单金额", "金额", "总金额", "应付金额", "amount", "total"),
    ),
    FileField.RETURNED: ("退货数量", "退货", "退货件数", "退款数量", "退回数量", "returned"),
    FileField.REFUND: ("退款金额", "退款", "实际退款金额", "已退款金额", "退货金额", "refund"),
}
"""Headings platforms use, the likeliest first."""


class UnreadError(Exception):
    """A cell that cannot be what its column holds; becomes a FileNote where its place is known."""

    def __init__(self, kind: str, **params: object) -> None:
        super().__init__(kind, params)
        self.kind = kind
        self.params = params


@dataclass(frozen=True, slots=True)
class FileNote:
    """Something to say of a row: at a ``column`` (its heading) where there is one."""

    kind: str
    params: Mapping[str, object] = field(default_factory=dict)
    column: str = ""

    def text(self, lang: str = "zh_CN") -> str:
        """What it is and what to do."""
        return render(self.kind, dict(self.params), lang)

    def placed(self, row: int, lang: str = "zh_CN") -> str:
        """With its row and column."""
        code = "sale_file_at" if self.column else "sale_file_at_row"
        return render(code, {"row": row, "column": self.column, "what": self.text(lang)}, lang)


@dataclass(frozen=True, slots=True)
class FileLine:
    """A row as read: quantities in 1/1000, price in fen a unit.

    ``returned_milli`` is None where the file says nothing of returns, ``amount_fen`` where it has no amount, or one
    that is price × quantity. ``refund``: a negative row, whose quantity came back; it has no price.
    """

    row: int
    day: date
    order_no: str
    product: str
    quantity_milli: int
    price_fen: int
    returned_milli: int | None = None
    refund: bool = False
    notes: tuple[FileNote, ...] = ()
    amount_fen: int | None = None


def recognise(headings: Sequence[str]) -> dict[FileField, int]:
    """Which column holds what, by its heading; a column is one thing, and what is not known is left out."""
    folded = [plain_heading(heading) for heading in headings]
    found: dict[FileField, int] = {}
    for name, known in _HEADINGS.items():
        places = (folded.index(word) for word in known if word in folded)
        at = next((place for place in places if place not in found.values()), None)
        if at is not None:
            found[name] = at
    return found


def plain_heading(heading: str) -> str:
    """A heading without blanks, marks of units and brackets: 商品数量（件） is 商品数量."""
    text = "".join(unicodedata.normalize("NFKC", heading).casefold().split())
    return re.sub(r"\([^)]*\)|[*:_]", "", text)


def is_total(cells: Mapping[FileField, object]) -> bool:
    """Whether a row only sums up the others."""
    return any(_text(cells.get(name)).rstrip(":") in _TOTALS for name in (FileField.DAY, FileField.ORDER))


def read_line(row: int, cells: Mapping[FileField, object], titles: Mapping[FileField, str]) -> FileLine | FileNote:
    """A row's line, or the note that says why there is none; ``titles`` are the headings of the mapped columns."""
    at = FileField.DAY
    try:
        day = read_day(cells.get(at))
        at = FileField.ORDER
        order_no = read_order(cells.get(at))
        at = FileField.PRODUCT
        product = _required(cells.get(at))
        at = FileField.QUANTITY
        quantity = _number(_required(cells.get(at)), 3)
        at = FileField.AMOUNT
        amount = _optional(cells.get(at), 2)
        at = FileField.PRICE
        price = _optional(cells.get(at), 2)
    except UnreadError as fault:
        return FileNote(fault.kind, fault.params, titles.get(at, ""))
    if quantity == 0:
        return FileNote("sale_quantity_positive", {}, titles[FileField.QUANTITY])
    if quantity < 0 or (amount or 0) < 0:
        return FileLine(row, day, order_no, product, abs(quantity), 0, refund=True)
    return _sold(FileLine(row, day, order_no, product, quantity, 0), (amount, price), cells, titles)


def total_note(lines: Sequence[FileLine]) -> FileNote | None:
    """What is doubtful where all lines of one order bear one amount: platforms write the whole order's beside each."""
    amounts = {line.amount_fen for line in lines}
    (amount,) = amounts if len(amounts) == 1 else (None,)
    if len(lines) < 2 or not amount:
        return None
    return FileNote("sale_file_order_amount", {"count": len(lines), "amount": yuan(amount)})


def read_day(value: object) -> date:
    """A date cell, text with or without a time, a spreadsheet's day number, or 20261008."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _required(value)
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text, re.ASCII) and int(float(text)) in _SERIALS:
        return _EPOCH + timedelta(days=int(float(text)))
    found = _DATE.fullmatch(text)
    parts = (found[1], found[3], found[5]) if found else None
    if parts is None and (digits := _DIGITS.fullmatch(text)):
        parts = (digits[1], digits[2], digits[3])
    try:
        if parts is not None:
            return date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError as error:
        raise UnreadError("sale_file_day_unread", value=_shown(text)) from error
    raise UnreadError("sale_file_day_unread", value=_shown(text))


def read_order(value: object) -> str:
    """An order number as text; one a spreadsheet turned into a number has lost digits and is refused."""
    text = order_text(_required(value))
    too_long = isinstance(value, int | float) and abs(value) >= _LONGEST_NUMBER
    if too_long or _TURNED.fullmatch(text):
        raise UnreadError("sale_file_order_turned", value=_shown(text))
    return text


# ------------------------------------------------------------------ what a sold line says of money and returns
def _sold(
    line: FileLine,
    money: tuple[int | None, int | None],
    cells: Mapping[FileField, object],
    titles: Mapping[FileField, str],
) -> FileLine | FileNote:
    """The line with its price (from the amount where there is one) and what came back."""
    amount, price = money
    agreed = price is not None and amount == amount_fen(line.quantity_milli, price)
    notes: tuple[FileNote, ...] = ()
    if amount is not None:
        price = half_up(amount * 1000, line.quantity_milli)
        if off := amount_fen(line.quantity_milli, price) - amount:
            params = {"amount": yuan(amount), "price": yuan(price), "difference": yuan(off)}
            notes = (FileNote("sale_file_rounded", params),)
    if price is None:
        title = titles.get(FileField.PRICE) or titles.get(FileField.AMOUNT, "")
        return FileNote("sale_file_price_missing", {}, title)
    at = FileField.RETURNED
    try:
        returned = _optional(cells.get(at), 3) if at in titles else None
        at = FileField.REFUND
        refund = _optional(cells.get(at), 2) if at in titles else None
    except UnreadError as fault:
        return FileNote(fault.kind, fault.params, titles.get(at, ""))
    back = _returned(line.quantity_milli, price, returned, refund)
    if isinstance(back, FileNote):
        return FileNote(back.kind, back.params, titles[FileField.REFUND])
    if FileField.RETURNED in titles or FileField.REFUND in titles:
        back = back or 0
    return replace(line, price_fen=price, returned_milli=back, notes=notes, amount_fen=None if agreed else amount)


def _returned(sold_milli: int, price_fen: int, returned: int | None, refund: int | None) -> int | FileNote | None:
    """What came back in 1/1000: as the file counts it, else by the money refunded where that is whole pieces."""
    if returned is not None:
        return abs(returned)
    if not refund:
        return None
    refund = abs(refund)
    if refund == amount_fen(sold_milli, price_fen):
        return sold_milli
    if price_fen and refund % price_fen == 0 and refund // price_fen * 1000 <= sold_milli:
        return refund // price_fen * 1000
    return FileNote("sale_file_refund_part", {"refund": yuan(refund), "price": yuan(price_fen)})


# ------------------------------------------------------------------ single cells
def _text(value: object) -> str:
    """A cell as plain text: what platforms wrap around numbers to keep them text is taken off."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        number = Decimal(repr(value))
        if not number.is_finite():
            return str(value)
        return format(number.to_integral_value() if number == number.to_integral_value() else number, "f")
    if isinstance(value, date):
        return value.isoformat()
    text = unicodedata.normalize("NFKC", str(value)).strip().lstrip("'`‘’").strip()
    wrapped = _WRAPPED.fullmatch(text)
    return wrapped[1].strip() if wrapped else text


def _required(value: object) -> str:
    """The text of a cell that must say something."""
    if value is not None and not isinstance(value, str | int | float | date):
        raise UnreadError("sale_file_formula", value="–")
    text = _text(value)
    if not text:
        raise UnreadError("sale_file_cell_empty")
    if text in _ERRORS:
        raise UnreadError("sale_file_formula", value=text)
    if char := unfit_character(text):
        raise UnreadError("text_unfit_character", char=char)
    return text


def _optional(value: object, places: int) -> int | None:
    """A number that may be missing."""
    if value is None or (isinstance(value, str) and _text(value) in _NOTHING):
        return None
    return _number(_required(value), places)


def _number(text: str, places: int) -> int:
    """A signed number as an integer of 10^-places: ¥, 元, 件, thousands commas and brackets for minus are read."""
    bare = "".join(text.split()).replace("−", "-").replace("—", "-")
    if bare.startswith("(") and bare.endswith(")"):
        bare = f"-{bare[1:-1]}"
    bare = re.sub(r"[¥￥]|CNY|RMB", "", bare, flags=re.IGNORECASE)
    bare = re.sub(r"(?:元|件|个|条|套)$", "", bare)
    if not _NUMBER.fullmatch(bare):
        raise UnreadError("sale_file_number_unread", value=_shown(text))
    number = Decimal(bare.replace(",", ""))
    if number != (rounded := round(number, places)):
        raise UnreadError("sale_file_precise", value=_shown(text), places=places)
    return int(rounded.scaleb(places))


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARS else text[:_SHOWN_CHARS] + "…"


def milli_text(milli: int) -> str:
    """A quantity as a person writes it."""
    return decimal_text(milli, 3)


def change_note(name: FileField, old: Saying | str, new: Saying | str) -> FileNote:
    """What an import would make of a recorded value."""
    return FileNote("sale_file_change", {"field": name.word, "old": old, "new": new})
