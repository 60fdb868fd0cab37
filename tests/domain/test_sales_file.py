"""Cells of order files as platforms write them: read exactly, or refused by name."""

from datetime import date, datetime

import pytest

from app.domain.sales_file import (
    FileField,
    FileLine,
    FileNote,
    UnreadError,
    is_total,
    read_day,
    read_line,
    read_order,
    recognise,
)

F = FileField
TITLES = {F.DAY: "日期", F.ORDER: "订单号", F.PRODUCT: "货号", F.QUANTITY: "数量", F.AMOUNT: "金额"}
DAY = date(2026, 10, 8)
AT_TWO = datetime(2026, 10, 8, 14, 5)  # noqa: DTZ001  as a spreadsheet has it


def line(**cells: object) -> FileLine | FileNote:
    """A row of two pieces for 20 yuan, with other cells where given."""
    given = {"day": "2026-10-08", "order_no": "T1", "product": "P1", "quantity": "2", "amount": "20", **cells}
    said = {FileField(name): value for name, value in given.items()}
    return read_line(7, said, TITLES | {name: name for name in said if name not in TITLES})


@pytest.mark.parametrize(
    "value",
    [
        *(DAY, AT_TWO, "2026-10-08", "2026/10/8", "2026.10.08", "2026年10月8日", "2026-10-08 14:05:09"),
        *("2026-10-08T14:05:09.000+08:00", "20261008", 46303, 46303.58, "46303", " ２０２６-10-08 "),
    ],
)
def test_a_day_is_read_however_it_is_written(value: object) -> None:
    assert read_day(value) == DAY


@pytest.mark.parametrize("value", ["", None, "10/08/2026", "2026-13-01", "20261301", 3, 99999, "今天", "2026-10"])
def test_what_is_no_day_is_refused(value: object) -> None:
    with pytest.raises(UnreadError):
        read_day(value)


@pytest.mark.parametrize(
    ("value", "text"), [("T-1", "T-1"), (" T 1 ", "T1"), (123456, "123456"), (12.0, "12"), ('="0012"', "0012")]
)
def test_an_order_number_is_text(value: object, text: str) -> None:
    assert read_order(value) == text


@pytest.mark.parametrize("value", [1e15, 3_201_150_011_234_567_001, "3.2E+17", "1e20"])
def test_an_order_number_that_lost_digits_is_refused(value: object) -> None:
    with pytest.raises(UnreadError) as fault:
        read_order(value)
    assert fault.value.kind == "sale_file_order_turned"


@pytest.mark.parametrize("amount", ["20", "¥20.00", "￥20", "20.00元", "CNY 20", " 20 ", 20, 20.0, "２０", "20.0000"])
def test_an_amount_is_read_with_its_signs(amount: object) -> None:
    found = line(amount=amount)
    assert isinstance(found, FileLine)
    assert found.price_fen == 1_000


def test_thousands_are_read_and_wrong_groups_are_not() -> None:
    good, bad = line(amount="1,234,567.80"), line(amount="1,23")
    assert isinstance(good, FileLine)
    assert good.price_fen == 61_728_390
    assert isinstance(bad, FileNote)
    assert (bad.kind, bad.column) == ("sale_file_number_unread", "金额")


@pytest.mark.parametrize("cells", [{"quantity": "-2"}, {"amount": "-20"}, {"amount": "(20.00)"}, {"amount": "−20"}])
def test_a_negative_row_is_a_refund(cells: dict[str, object]) -> None:
    found = line(**cells)
    assert isinstance(found, FileLine)
    assert found.refund
    assert found.quantity_milli == 2000


@pytest.mark.parametrize(
    ("cells", "returned"),
    [({}, None), ({"refund": ""}, 0), ({"refund": "--"}, 0), ({"refund": "10"}, 1000), ({"refund": "-20"}, 2000),
     ({"returned": "1"}, 1000), ({"returned": "", "refund": "20"}, 2000)],
)  # fmt: skip
def test_what_came_back_is_counted_or_paid_back(cells: dict[str, object], returned: int | None) -> None:
    found = line(**cells)
    assert isinstance(found, FileLine)
    assert found.returned_milli == returned


def test_a_refund_of_no_whole_piece_is_refused() -> None:
    found = line(refund="7.5")
    assert isinstance(found, FileNote)
    assert found.kind == "sale_file_refund_part"
    assert found.placed(7).startswith("第 7 行“refund”：")


@pytest.mark.parametrize("value", ["#N/A", "#REF!", object()])
def test_a_formula_without_a_result_is_refused(value: object) -> None:
    found = line(product=value)
    assert isinstance(found, FileNote)
    assert found.kind == "sale_file_formula"


def test_a_heading_is_one_thing_and_the_likeliest_column_is_taken() -> None:
    headings = ["商品名称", "商家编码", "订单创建时间", "订单付款时间", "订单编号", "商品数量（件）", "金额", "退款"]
    found = {name: headings[at] for name, at in recognise(headings).items()}
    assert found == {
        F.DAY: "订单付款时间",
        F.ORDER: "订单编号",
        F.PRODUCT: "商家编码",
        F.QUANTITY: "商品数量（件）",
        F.AMOUNT: "金额",
        F.REFUND: "退款",
    }


@pytest.mark.parametrize(("first", "total"), [("合计", True), ("总计：", True), ("T1", False), (None, False)])
def test_a_row_of_totals_is_known(first: object, total: bool) -> None:
    assert is_total({F.ORDER: first, F.DAY: None}) is total
