"""Order files of platforms: read as they come, shown row by row, taken once, and refused in words."""

import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import func, select

from app.domain.pay_check import FieldRefusal
from app.domain.refusal import Refusal
from app.domain.sales_check import SaleForm
from app.domain.sales_file import FileField as F
from app.models.goods import Product
from app.models.local import Journal
from app.services import sales, sales_import, sales_mapping, sales_view
from app.services.sales_mapping import FileWish
from app.services.sales_result import Fate, FileResult

NOON = datetime(2026, 10, 8, 12, 5)  # noqa: DTZ001  as a spreadsheet has it
HEADINGS = ("订单编号", "下单时间", "货号", "数量", "单价", "退货数量")
ROWS = (
    ("T1", "2026-10-08 14:22:05", "P001", "2", "128.80", ""),
    ("T2", "2026/10/9", "刺绣披毡", "1", "¥1,268.00", "1"),
    ("T2", "2026/10/9", "P001", "1", "128.8元", "0"),
)


def mapped(*fields: F, headings: tuple[str, ...]) -> dict[F, str]:
    """Order, day, product, quantity and the given fields under the headings, in this order."""
    return dict(zip((F.ORDER, F.DAY, F.PRODUCT, F.QUANTITY, *fields), headings, strict=True))


WISH = FileWish("淘宝", mapped(F.PRICE, F.RETURNED, headings=HEADINGS), "电商平台")
BAG, SHAWL = 901, 902


@pytest.fixture(autouse=True)
def _goods(ctx, shop):
    with ctx.database.write("阿依", "test") as session:
        session.add(Product(workshop_id=shop, id=BAG, code="P001", name="彝绣挎包", price_fen=12_880))
        session.add(Product(workshop_id=shop, id=SHAWL, code="P002", name="刺绣披毡", price_fen=26_800))
        session.add(Product(workshop_id=shop, id=903, code="P003", name="香包"))
        session.add(Product(workshop_id=shop, id=904, code="P004", name="香包"))


def csv_file(path: Path, rows=ROWS, headings=HEADINGS, encoding="utf-8-sig") -> Path:
    def cell(text: str) -> str:
        return f'"{text}"' if "," in text else text

    lines = [",".join(map(cell, line)) for line in (headings, *rows)]
    path.write_bytes("\r\n".join([*lines, ""]).encode(encoding))
    return path


def xlsx_file(path: Path, rows, headings=HEADINGS, above=()) -> Path:
    book = openpyxl.Workbook()
    for row in (*above, headings, *rows):
        book.active.append(row)
    book.save(path)
    return path


def tried(ctx, shop, path, wish=WISH) -> FileResult:
    return sales_import.try_file(ctx, shop, path, wish)


def taken(ctx, shop, path, wish=WISH, **options) -> FileResult:
    return sales_import.take_file(ctx, shop, path, wish, tried(ctx, shop, path, wish).digest, **options)


def fates(result: FileResult) -> list[str]:
    return [row.fate.value for row in result.rows]


def recorded(ctx, shop):
    return sales_view.sales_between(ctx, shop, date(2026, 1, 1), date(2026, 12, 31))


def only_note(result: FileResult) -> str:
    (row,) = result.rows
    assert row.fate is Fate.REFUSED
    return row.notes[0].placed(row.row)


def one(ctx, shop, tmp_path, **cells) -> FileResult:
    given = dict(zip(HEADINGS, ROWS[0], strict=True)) | cells
    return tried(ctx, shop, csv_file(tmp_path / "one.csv", [tuple(given[h] for h in HEADINGS)]))


# ------------------------------------------------------------------ the way through


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030"])
def test_a_file_is_tried_taken_and_known_the_second_time(ctx, shop, tmp_path, encoding):
    path = csv_file(tmp_path / "orders.csv", encoding=encoding)
    assert fates(tried(ctx, shop, path)) == ["add"] * 3
    assert recorded(ctx, shop).sums.lines == 0
    assert taken(ctx, shop, path).taken
    found = recorded(ctx, shop)
    assert (found.sums.orders, found.sums.amount_fen, found.sums.returned_fen) == (
        2,
        25_760 + 126_800 + 12_880,
        126_800,
    )
    assert {row.channel for row in found.rows} == {"电商平台"}
    with ctx.database.read() as session:
        before = session.scalar(select(func.max(Journal.pos)))
    again = taken(ctx, shop, path)
    assert fates(again) == ["known"] * 3
    with ctx.database.read() as session:
        assert session.scalar(select(func.max(Journal.pos))) == before


def test_a_spreadsheet_with_dates_numbers_and_lines_above_the_headings(ctx, shop, tmp_path):
    rows = [("T1", NOON, "P001", 2, 128.8, None), (10002, 46304, "P002", 1, 268, 1)]
    path = xlsx_file(tmp_path / "orders.xlsx", rows, above=[("店铺订单导出",), ()])
    assert fates(taken(ctx, shop, path)) == ["add"] * 2
    assert [(r.order_no, r.day.isoformat(), r.price_fen) for r in recorded(ctx, shop).rows] == [
        ("10002", "2026-10-09", 26_800),
        ("T1", "2026-10-08", 12_880),
    ]


def test_two_pcs_that_take_one_file_make_the_same_rows(ctx, shop, tmp_path):
    taken(ctx, shop, csv_file(tmp_path / "orders.csv", ROWS[:1]))
    typed = SaleForm(date(2026, 10, 8), "电商平台", "", BAG, 2000, 12_880, 0, "T1")
    assert recorded(ctx, shop).rows[0].sale_id == sales.sale_identity(shop, typed, "P001", 1)


def test_other_content_of_a_known_order_is_shown_as_a_change_and_taken(ctx, shop, tmp_path):
    taken(ctx, shop, csv_file(tmp_path / "orders.csv"))
    path = csv_file(tmp_path / "later.csv", [("T1", "2026-10-08", "P001", "3", "128.80", "1"), *ROWS[1:]])
    result = tried(ctx, shop, path)
    assert fates(result) == ["change", "known", "known"]
    assert [note.text() for note in result.rows[0].notes] == ["数量 2 → 3", "退货数量 0 → 1"]
    assert [note.text("en") for note in result.rows[0].notes] == ["Quantity 2 → 3", "Quantity returned 0 → 1"]
    taken(ctx, shop, path, only_new=True)
    assert recorded(ctx, shop).sums.quantity_milli == 4000
    taken(ctx, shop, path)
    assert recorded(ctx, shop).sums.quantity_milli == 5000
    assert fates(tried(ctx, shop, path)) == ["known"] * 3


def test_returns_a_person_noted_are_not_lowered(ctx, shop, tmp_path):
    path = csv_file(tmp_path / "orders.csv", ROWS[:1])
    taken(ctx, shop, path)
    sales.return_sale(ctx, shop, recorded(ctx, shop).rows[0].sale_id, 1000)
    assert fates(tried(ctx, shop, path)) == ["known"]


def test_a_sale_a_person_deleted_does_not_come_back(ctx, shop, tmp_path):
    path = csv_file(tmp_path / "orders.csv", ROWS[:1])
    taken(ctx, shop, path)
    sales.delete_sale(ctx, shop, recorded(ctx, shop).rows[0].sale_id, "刷单")
    result = taken(ctx, shop, path)
    assert fates(result) == ["left"]
    assert "删除" in result.rows[0].notes[0].text()
    assert recorded(ctx, shop).sums.lines == 0


def test_a_sale_typed_in_before_is_known_by_its_order_number(ctx, shop, tmp_path):
    sales.add_sale(ctx, shop, SaleForm(date(2026, 10, 8), "直播", "购物节", BAG, 2000, 12_880, 0, "T1"))
    assert fates(tried(ctx, shop, csv_file(tmp_path / "orders.csv", ROWS[:1]))) == ["known"]


def test_a_new_line_under_a_number_recorded_elsewhere_is_refused(ctx, shop, tmp_path):
    sales.add_sale(ctx, shop, SaleForm(date(2026, 9, 1), "直播", "", SHAWL, 1000, 26_800, 0, "T1"))
    words = only_note(tried(ctx, shop, csv_file(tmp_path / "orders.csv", ROWS[:1])))
    assert "2026-09-01" in words
    assert "直播" in words


def test_an_order_number_changed_since_leaves_its_row_alone(ctx, shop, tmp_path):
    path = csv_file(tmp_path / "orders.csv", ROWS[:1])
    taken(ctx, shop, path)
    row = recorded(ctx, shop).rows[0]
    sales.edit_sale(ctx, shop, row.sale_id, replace(sales.sale_form(row), order_no="T9"))
    taken(ctx, shop, path)
    assert sorted(one.order_no for one in recorded(ctx, shop).rows) == ["T1", "T9"]


def test_the_same_product_twice_in_an_order_is_two_lines(ctx, shop, tmp_path):
    path = csv_file(tmp_path / "orders.csv", [ROWS[0], ROWS[0], ("T1", "2026-10-08", "P001", "5", "100", "")])
    taken(ctx, shop, path)
    assert recorded(ctx, shop).sums.lines == 3
    assert fates(tried(ctx, shop, path)) == ["known"] * 3


# ------------------------------------------------------------------ refunds and amounts


def test_a_negative_row_is_a_return_of_its_order(ctx, shop, tmp_path):
    path = csv_file(tmp_path / "orders.csv", [ROWS[0], ("T1", "2026-10-12", "P001", "-1", "128.80", "")])
    assert fates(taken(ctx, shop, path)) == ["add", "left"]
    assert recorded(ctx, shop).sums.returned_milli == 1000
    assert fates(tried(ctx, shop, path)) == ["known", "left"]


def test_a_refund_of_an_order_taken_before_changes_it_once(ctx, shop, tmp_path):
    taken(ctx, shop, csv_file(tmp_path / "orders.csv", ROWS[:1]))
    path = csv_file(tmp_path / "refunds.csv", [("T1", "2026-10-12", "P001", "-2", "128.80", "")])
    assert fates(taken(ctx, shop, path)) == ["change"]
    assert recorded(ctx, shop).sums.net_fen == 0
    assert fates(tried(ctx, shop, path)) == ["known"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([("T8", "2026-10-12", "P001", "-1", "1", "")], "sale_file_refund_alone"),
        ([ROWS[0], ("T1", "2026-10-12", "P001", "-3", "1", "")], "sale_returned_most"),
        ([("T1", "2026-10-08", "P001", "2", "128.80", "3")], "sale_returned_most"),
    ],
)
def test_returns_that_cannot_be_are_refused(ctx, shop, tmp_path, rows, code):
    result = tried(ctx, shop, csv_file(tmp_path / "orders.csv", rows))
    assert code in [note.kind for row in result.rows if row.fate is Fate.REFUSED for note in row.notes]


def amounts(ctx, shop, tmp_path, quantity, amount, refund="") -> FileResult:
    headings = ("订单号", "日期", "货号", "数量", "实付金额", "退款金额")
    path = csv_file(tmp_path / "a.csv", [("T1", "2026-10-08", "P001", quantity, amount, refund)], headings)
    wish = FileWish("抖音", mapped(F.AMOUNT, F.REFUND, headings=headings), "直播")
    return tried(ctx, shop, path, wish)


@pytest.mark.parametrize(
    ("quantity", "amount", "refund", "price", "returned"),
    [
        ("2", "￥2,577.60", "", 128_880, 0),
        ("2", "257.6", "128.80", 12_880, 1000),
        ("2", "257.6", "257.60", 12_880, 2000),
        ("3", "100", "100.00", 3_333, 0),
        ("2", "257.6", "无退款", 12_880, 0),
    ],
)
def test_the_price_comes_from_the_amount_and_returns_from_the_refund(
    ctx, shop, tmp_path, quantity, amount, refund, price, returned
):
    (row,) = amounts(ctx, shop, tmp_path, quantity, amount, refund).rows
    if price == 3_333:
        assert row.notes[0].kind == "sale_file_refund_part"
        return
    assert row.form is not None
    assert (row.form.price_fen, row.form.returned_milli) == (price, returned)


def test_an_amount_that_does_not_divide_is_said_with_the_difference(ctx, shop, tmp_path):
    (row,) = amounts(ctx, shop, tmp_path, "3", "100").rows
    assert row.fate is Fate.ADD
    assert row.notes[0].text() == "金额 100.00 元除不尽，单价记 33.33 元，合计差 -0.01 元。"


# ------------------------------------------------------------------ refused rows


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        ({"订单编号": ""}, "订单编号", "空着"),
        ({"订单编号": "3.20115E+17"}, "订单编号", "变成了数"),
        ({"订单编号": "T" * 61}, "订单编号", "最多 60"),
        ({"订单编号": "T\u202e1"}, "订单编号", "U+202E"),
        ({"下单时间": "昨天"}, "下单时间", "不是日期"),
        ({"下单时间": "2026-02-30"}, "下单时间", "不是日期"),
        ({"下单时间": "1899-12-31"}, "下单时间", "早于"),
        ({"下单时间": "2999-01-01"}, "下单时间", "电脑日期"),
        ({"货号": "P999"}, "货号", "P999"),
        ({"货号": "香包"}, "货号", "2 个产品"),
        ({"货号": "=cmd()"}, "货号", "=cmd()"),
        ({"数量": "两件"}, "数量", "不是数"),
        ({"数量": "0"}, "数量", "大于 0"),
        ({"数量": "1.0001"}, "数量", "3 位"),
        ({"数量": "1000000000000"}, "数量", "最多"),
        ({"单价": ""}, "单价", "空着"),
        ({"单价": "1e9"}, "单价", "不是数"),
        ({"单价": "12.345"}, "单价", "2 位"),
        ({"单价": "1000000000000"}, "单价", "最多"),
        ({"退货数量": "很多"}, "退货数量", "不是数"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_row_column_and_value(ctx, shop, tmp_path, cells, column, said):
    words = only_note(one(ctx, shop, tmp_path, **cells))
    assert words.startswith(f"第 2 行“{column}”：")
    assert said in words


@pytest.mark.parametrize("number", ['"=""320115001"""', "\t320115001", "'320115001"])
def test_what_platforms_wrap_around_an_order_number_is_taken_off(ctx, shop, tmp_path, number):
    result = one(ctx, shop, tmp_path, 订单编号=number)
    assert result.rows[0].form.order_no == "320115001"


def test_an_order_number_a_spreadsheet_made_a_number_is_refused(ctx, shop, tmp_path):
    rows = [(3.2011500112345678e17, NOON, "P001", 1, 1, None)]
    assert "后几位已丢" in only_note(tried(ctx, shop, xlsx_file(tmp_path / "o.xlsx", rows)))


def test_a_row_of_totals_is_skipped(ctx, shop, tmp_path):
    path = csv_file(tmp_path / "orders.csv", [ROWS[0], ("合计", "", "", "2", "", "")])
    assert fates(tried(ctx, shop, path)) == ["add", "left"]


def test_with_a_refused_row_nothing_is_taken_unless_a_person_says_so(ctx, shop, tmp_path):
    path = csv_file(tmp_path / "orders.csv", [*ROWS, ("T7", "2026-10-08", "P999", "1", "1", "")])
    assert not taken(ctx, shop, path).taken
    assert recorded(ctx, shop).sums.lines == 0
    assert taken(ctx, shop, path, accept_good=True).taken
    assert recorded(ctx, shop).sums.lines == 3


# ------------------------------------------------------------------ refused files and wishes


def test_a_file_that_changed_since_it_was_checked_is_refused(ctx, shop, tmp_path):
    path = csv_file(tmp_path / "orders.csv")
    digest = tried(ctx, shop, path).digest
    csv_file(path, ROWS[:1])
    with pytest.raises(Refusal) as fault:
        sales_import.take_file(ctx, shop, path, WISH, digest)
    assert fault.value.code == "sale_file_changed"
    assert recorded(ctx, shop).sums.lines == 0


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("xl/workbook.xml", "<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (65 << 20))


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: path.write_bytes(b""), "sale_file_empty"),
        (lambda path: path.write_text("订单号,日期\n", "utf-8"), "sale_file_empty"),
        (lambda path: path.write_bytes(b"\xff\xfe\xff\xff\x80"), "sale_file_encoding"),
        (lambda path: path.write_bytes("订单号,日期\nT1,2\0".encode()), "sale_file_encoding"),
        (lambda path: path.write_text("<html><table></table></html>", "utf-8"), "sale_file_html"),
        (lambda path: path.write_text('订单号,日期\n"T1,2026', "utf-8"), "sale_file_damaged"),
        (lambda path: path.write_bytes(b"PK\x03\x04 half a file"), "book_truncated"),
        (lambda path: path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600), "book_old_excel"),
        (lambda path: path.write_bytes(b"a,b\n" * (5 << 20)), "book_too_big"),
        (lambda path: csv_file(path, [ROWS[0]] * 100_000), "book_too_many_rows"),
        (bomb, "book_bomb"),
        (lambda path: path.mkdir(), "sale_file_not_found"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(ctx, shop, tmp_path, make, code):
    make(tmp_path / "orders.csv")
    with pytest.raises(Refusal) as fault:
        sales_mapping.look_at(ctx, shop, tmp_path / "orders.csv")
    assert fault.value.code == code
    assert fault.value.text()
    assert fault.value.text("en")


@pytest.mark.parametrize(
    ("change", "column", "code"),
    [
        ({"platform": ""}, "platform", "sale_file_platform_empty"),
        ({"platform": "平" * 31}, "platform", "sale_text_long"),
        ({"channel": ""}, "channel", "sale_channel_empty"),
        ({"channel": "集市"}, "channel", "sale_channel_unknown"),
        ({"event": "字" * 61}, "event", "sale_text_long"),
        ({"columns": {**WISH.columns, F.DAY: ""}}, "day", "sale_file_column_needed"),
        ({"columns": {**WISH.columns, F.DAY: "没有"}}, "day", "sale_file_column_gone"),
        ({"columns": {**WISH.columns, F.PRODUCT: "订单编号"}}, "product", "sale_file_column_twice"),
        ({"columns": {**WISH.columns, F.PRICE: ""}}, "price", "sale_file_price_needed"),
    ],
)
def test_a_wish_that_cannot_be_is_refused_at_its_field(ctx, shop, tmp_path, change, column, code):
    with pytest.raises(FieldRefusal) as fault:
        tried(ctx, shop, csv_file(tmp_path / "orders.csv"), replace(WISH, **change))
    assert (fault.value.code, fault.value.notes[0].column) == (code, column)


# ------------------------------------------------------------------ remembered columns


def test_columns_are_recognised_by_their_headings(ctx, shop, tmp_path):
    look = sales_mapping.look_at(ctx, shop, csv_file(tmp_path / "orders.csv"))
    assert look.wish.columns == WISH.columns
    assert look.rows == 3
    assert look.samples["货号"] == ("P001", "刺绣披毡", "P001")
    assert not look.remembered


def test_what_a_person_mapped_is_remembered_under_the_platform(ctx, shop, tmp_path):
    headings = ("甲", "乙", "丙", "丁", "戊")
    path = csv_file(tmp_path / "orders.csv", [row[:5] for row in ROWS], headings)
    wish = FileWish("微店", mapped(F.PRICE, headings=headings), "直播", "购物节")
    taken(ctx, shop, path, wish)
    look = sales_mapping.look_at(ctx, shop, path)
    assert (look.remembered, look.wish, look.platforms) == (True, wish, ("微店",))
    other = sales_mapping.look_at(ctx, shop, path, "淘宝")
    assert (other.remembered, other.wish.columns) == (False, {})


def test_a_remembered_heading_that_is_gone_is_asked_for_again(ctx, shop, tmp_path):
    taken(ctx, shop, csv_file(tmp_path / "orders.csv"))
    headings = ("订单编号", "付款时间", "货号", "数量", "单价", "退货数量")
    look = sales_mapping.look_at(ctx, shop, csv_file(tmp_path / "later.csv", headings=headings), "淘宝")
    assert look.wish.columns[F.DAY] == "付款时间"


def test_a_try_remembers_nothing(ctx, shop, tmp_path):
    path = csv_file(tmp_path / "orders.csv")
    tried(ctx, shop, path)
    assert sales_mapping.look_at(ctx, shop, path).platforms == ()


@pytest.mark.parametrize(
    ("amounts", "prices", "doubted"),
    [
        (("296.80", "296.80"), ("", ""), 2),
        (("128.80", "168.00"), ("", ""), 0),
        (("128.80", "128.80"), ("128.80", "128.80"), 0),
        (("100.00", "100.00"), ("128.80", "268.00"), 2),
    ],
)
def test_an_orders_amount_beside_each_of_its_lines_is_doubted(ctx, shop, tmp_path, amounts, prices, doubted):
    headings = ("订单编号", "下单时间", "货号", "数量", "单价", "订单实付金额")
    rows = [("T2", "2026-10-09", code, "1", price, amount)
            for code, price, amount in zip(("P001", "P002"), prices, amounts, strict=True)]  # fmt: skip
    other = ("T3", "2026-10-09", "P001", "1", "", amounts[0])
    file = csv_file(tmp_path / "orders.csv", (*rows, other), headings)
    wish = replace(WISH, columns=mapped(F.PRICE, F.AMOUNT, headings=headings))
    said = [note.kind for row in tried(ctx, shop, file, wish).rows for note in row.notes]
    assert said == ["sale_file_order_amount"] * doubted
