"""Bad input inside a book: each is found at its sheet, row and column, said in both languages, and nothing else is."""

from dataclasses import replace
from datetime import date, time

import pytest

from app.domain.identity_number import check_character
from app.domain.refusal import Refusal
from app.services.rule_packs import shipped_packs
from app.services.workbook.known import Known, KnownWorker
from app.services.workbook.reader import read_book
from tests.books import Book, id_number


@pytest.fixture
def read_of(tmp_path):
    """Reads a book made in a test."""
    return lambda book, *month, **known: read_book(book.save(tmp_path / "book.xlsx"), *month, **known)


@pytest.fixture
def problems(read_of):
    """The problems of a book made in a test, each rendered in both languages."""

    def found(book):
        read = read_of(book)
        for one in (*read.problems, *read.notices):
            for lang in ("zh_CN", "en"):
                text = one.text(lang)
                assert "{" not in text
                assert not one.sheet or one.sheet in text
                assert not one.row or str(one.row) in text
        return [(one.sheet, one.row, one.column, one.kind) for one in read.problems]

    return found


CELLS = [
    # money, quantities, prices
    ("计件", 2, "合格", -3, "book_negative"),
    ("计件", 2, "返工", "-0.5", "book_negative"),
    ("计件", 2, "合格", "十二", "book_not_number"),
    ("计件", 2, "合格", True, "book_not_number"),
    ("计件", 2, "合格", date(2026, 10, 3), "book_not_number"),
    ("计件", 2, "合格", 1.0005, "book_too_precise"),
    ("计件", 2, "合格", 1e15, "book_too_large"),
    ("计件", 2, "合格", 99999999999, "book_too_large"),
    ("计件", 2, "返工", 1_000_000.001, "book_too_large"),
    ("工人", 2, "标准", 1e9, "book_rate_absurd"),
    ("工人", 2, "标准", 100_000.01, "book_rate_absurd"),
    ("工人", 3, "标准", 1_000.01, "book_rate_absurd"),
    ("工人", 5, "社保个人", 1_000_000.01, "book_too_large"),
    ("单价", 2, "单价", 10_000.0001, "book_too_large"),
    ("增减", 2, "金额", 1_000_000.01, "book_too_large"),
    ("预支", 2, "金额", 1_000_000.01, "book_too_large"),
    ("销售", 2, "数量", 100_000_000_000, "book_too_large"),
    ("销售", 2, "数量", 1_000_001, "book_too_large"),
    ("销售", 2, "单价", 1_000_001, "book_too_large"),
    ("销售", 2, "退货", 1_000_001, "book_too_large"),
    # characters nobody sees
    ("工人", 2, "姓名", "王\u200b古", "book_bad_characters"),
    ("工人", 2, "姓名", "王古\u202e", "book_bad_characters"),
    ("工人", 2, "开户行", "农村\ue000信用社", "book_bad_characters"),
    ("工人", 2, "银行账号", "\u202a0000034438411129235", "book_bad_characters"),
    ("产品", 2, "名称", "香\u00ad包", "book_bad_characters"),
    ("计件", 2, "产品", "香\u200b包", "book_bad_characters"),
    ("计件", 2, "合格", "#DIV/0!", "book_formula_error"),
    ("计件", 2, "合格", "=6*2", "book_formula_empty"),
    ("计件", 2, "合格", None, "book_no_quantity"),
    ("单价", 2, "单价", 1.23456, "book_too_precise"),
    ("单价", 2, "单价", -1.2, "book_negative"),
    ("增减", 2, "金额", 155.555, "book_too_precise"),
    ("增减", 2, "金额", None, "book_empty_cell"),
    ("预支", 2, "金额", -200, "book_negative"),
    ("销售", 2, "数量", "三", "book_not_number"),
    ("培训", 2, "学时", "八", "book_not_number"),
    ("培训", 2, "学时", 0.333, "book_bad_hours"),
    # dates
    ("计件", 2, "日期", "2026-10-32", "book_no_such_date"),
    ("计件", 2, "日期", "2026-02-30", "book_no_such_date"),
    ("计件", 2, "日期", "10月8日", "book_bad_date"),
    ("计件", 2, "日期", 46303, "book_date_as_number"),
    ("计件", 2, "日期", 20261008, "book_bad_date"),
    ("计件", 2, "日期", "1026-10-08", "book_date_out_of_range"),
    ("计件", 2, "日期", date(2999, 1, 1), "book_date_out_of_range"),
    ("工人", 2, "入职日期", time(0), "book_date_is_time"),
    ("计件", 2, "日期", None, "book_empty_cell"),
    ("计件", 2, "日期", date(1900, 1, 1), "book_far_month"),
    ("计件", 2, "日期", date(2025, 9, 30), "book_far_month"),
    ("计件", 2, "日期", date(2027, 11, 1), "book_far_month"),
    ("预支", 2, "日期", "2016-10-08", "book_far_month"),
    ("增减", 2, "月份", "2016-10", "book_far_month"),
    ("增减", 2, "月份", "2026-13", "book_bad_month"),
    ("增减", 2, "月份", "2999-11", "book_date_out_of_range"),
    ("增减", 2, "月份", 2026.1, "book_bad_month"),
    # people
    ("计件", 2, "编号", "99", "book_unknown_worker"),
    ("计件", 2, "编号", 3, "book_unknown_worker_like"),
    ("计件", 4, "编号", "03,99", "book_unknown_worker"),
    ("计件", 4, "编号", "03,03", "book_worker_twice"),
    ("考勤", 2, "编号", "1", "book_unknown_worker_like"),
    ("预支", 2, "编号", "03,04", "book_one_worker_only"),
    ("培训", 2, "参加人", "01,77", "book_unknown_worker"),
    ("工人", 5, "师傅编号", "88", "book_unknown_worker"),
    ("工人", 5, "师傅编号", "04", "book_own_mentor"),
    ("工人", 2, "身份证号", 5.13499199e17, "book_number_turned"),
    ("工人", 2, "身份证号", "5.1E+17", "book_number_turned"),
    ("工人", 2, "身份证号", 513499199607208800, "book_number_turned"),
    ("工人", 2, "身份证号", "513499960720880", "book_id_shape"),
    ("工人", 2, "身份证号", "513499199613208807", "book_id_date"),
    ("工人", 2, "身份证号", "513499199607208801", "book_id_check"),
    ("工人", 2, "身份证号", id_number(date(2009, 3, 2)), "book_under_age"),
    ("工人", 2, "银行账号", 6.2e18, "book_number_turned"),
    ("工人", 2, "银行账号", 123456789, "book_number_turned"),
    ("工人", 2, "银行账号", "12-34", "book_bad_account"),
    ("工人", 2, "手机", "无", "book_bad_phone"),
    ("工人", 2, "姓名", None, "book_empty_cell"),
    ("工人", 2, "姓名", "x" * 61, "book_too_long"),
    ("工人", 2, "性别", "F", "book_not_allowed"),
    ("工人", 2, "用工形式", "临时工", "book_unknown_relation"),
    ("工人", 2, "用工形式", None, "book_empty_cell"),
    ("工人", 2, "计薪方式", "周薪", "book_unknown_basis"),
    ("工人", 2, "标准", None, "book_rate_missing"),
    ("工人", 3, "计薪方式", "月薪", "book_part_time_hourly"),
    ("工人", 2, "离职日期", date(2024, 1, 1), "book_left_before_hired"),
    ("工人", 2, "户别", "贫困户", "book_not_allowed"),
    ("工人", 2, "村组", date(2026, 3, 4), "book_text_is_date"),
    ("工人", 5, "期初月数", 10, "book_opening_too_long"),
    ("工人", 5, "期初月数", 12, "book_not_whole"),
    ("工人", 5, "期初月数", 1.5, "book_not_whole"),
    ("工人", 5, "扣除方式", "六万", "book_not_allowed"),
    # marks
    ("考勤", 2, 5, "迟", "book_mark_unknown"),
    ("考勤", 2, 5, 9, "book_mark_over_8"),
    ("考勤", 2, 5, "8+20", "book_mark_over_24"),
    ("考勤", 2, 5, 6.333, "book_mark_no_minutes"),
    ("考勤", 2, 5, date(2026, 8, 2), "book_mark_unknown"),
    # words of the other sheets
    ("增减", 2, "类型", "奖金", "book_unknown_kind"),
    ("计件", 2, "时段", "夜班", "book_not_allowed"),
    ("计件", 4, "分摊", "7.5:6:1", "book_weights_count"),
    ("计件", 2, "分摊", "1:1", "book_weights_count"),
    ("计件", 4, "分摊", "0:0", "book_bad_weights"),
    ("计件", 4, "分摊", "7.5:-6", "book_bad_weights"),
    ("计件", 4, "分摊", time(1, 2), "book_weights_as_time"),
    ("销售", 2, "货号", "P009", "book_unknown_product"),
    ("节假日", 2, "三倍", "3", "book_not_allowed"),
    ("节假日", 2, "名称", None, "book_empty_cell"),
]


@pytest.mark.parametrize(("sheet", "row", "column", "value", "kind"), CELLS)
def test_a_bad_cell_is_found_where_it_stands(problems, sheet, row, column, value, kind):
    assert problems(Book().set(sheet, row, column, value)) == [(sheet, row, str(column), kind)]


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("统一社会信用代码", "915134", "book_bad_credit_code"),
        ("统一社会信用代码", 9.15e17, "book_number_turned"),
        ("行政区划代码", "5134", "book_bad_region"),
        ("行政区划代码", "999999", "book_bad_region"),
        ("工坊名称", "龙潭\u200b", "book_bad_characters"),
        ("月最低工资", 100_000.01, "book_too_large"),
        ("月最低工资", "一千八", "book_not_number"),
        ("发薪日", 32, "book_not_whole"),
        ("法定节假日计薪", "有", "book_not_allowed"),
    ],
)
def test_a_bad_property_of_the_workshop(problems, column, value, kind):
    book = Book().set("工坊", 0, column, value)
    row = [name for name, _ in book.sheets["工坊"]].index(column) + 1
    assert problems(book) == [("工坊", row, column, kind)]


@pytest.mark.parametrize(
    ("sheet", "column"),
    [
        ("工人", "编号"),
        ("工人", "用工形式"),
        ("工人", "身份证号"),
        ("考勤", 17),
        ("单价", "单价"),
        ("计件", "日期"),
        ("计件", "合格"),
        ("增减", "类型"),
        ("销售", "货号"),
    ],
)
def test_a_missing_column_is_named(problems, sheet, column):
    assert (sheet, 0, str(column), "book_missing_column") in problems(Book().drop_column(sheet, column))


def test_a_heading_twice_is_named(problems):
    assert ("计件", 0, "合格", "book_heading_twice") in problems(Book().rename("计件", "返工", "合格"))


def test_a_property_twice_is_named(problems):
    book = Book()
    book.sheets["工坊"].append(["月最低工资", 2000])
    assert problems(book) == [("工坊", 8, "月最低工资", "book_property_twice")]


def test_a_day_the_month_has_not(problems):
    book = Book("2026-09")
    book.set("考勤", 3, 31, "√")
    assert problems(book) == [("考勤", 3, "31", "book_no_such_day")]


def test_a_day_32(problems):
    book = Book()
    book.sheets["考勤"][0].append(32)
    book.sheets["考勤"][1].append("√")
    assert problems(book) == [("考勤", 2, "32", "book_no_such_day")]


@pytest.mark.parametrize(
    ("again", "column", "kind"),
    [
        ({"编号": "01"}, "编号", "book_no_twice"),
        ({"编号": "05", "身份证号": "first"}, "身份证号", "book_id_number_twice"),
    ],
)
def test_a_worker_twice(problems, again, column, kind):
    book = Book()
    values = {"身份证号": id_number(date(1980, 1, 1))} | again
    if values["身份证号"] == "first":
        values["身份证号"] = book.sheets["工人"][1][4]
    book.worker(values.pop("编号"), "全日制", "月薪", 2000, **values)
    assert problems(book) == [("工人", 6, column, kind)]


@pytest.mark.parametrize("bad", [2, 6])
def test_a_number_twice_is_named_though_one_of_its_rows_has_another_problem(problems, bad):
    book = Book()
    book.worker("01", "全日制", "月薪", 2000)
    book.set("工人", bad, "姓名", "王\u200b古")
    found = problems(book)
    assert ("工人", 6, "编号", "book_no_twice") in found
    assert ("工人", bad, "姓名", "book_bad_characters") in found


def test_of_a_row_whose_dates_cannot_be_read_nobody_says_it_is_listed_twice(problems):
    book = Book().set("工人", 2, "离职日期", "去年")
    book.worker("01", "全日制", "月薪", 2000)
    assert problems(book) == [("工人", 2, "离职日期", "book_bad_date")]


@pytest.mark.parametrize("month", ["2999-11", "1899-12"])
def test_a_month_out_of_range_is_told_the_range(read_of, month):
    with pytest.raises(Refusal) as refused:
        read_of(Book(), month)
    assert (refused.value.code, refused.value.params["last"]) == ("book_month_out_of_range", "2099-12")


@pytest.mark.parametrize(("sheet", "column"), [("单价", "产品"), ("产品", "货号"), ("节假日", "日期")])
def test_a_key_twice(problems, sheet, column):
    book = Book()
    book.sheets[sheet].append(list(book.sheets[sheet][1]))
    assert problems(book) == [(sheet, len(book.sheets[sheet]), column, "book_key_twice")]


def test_a_day_marked_in_two_rows(problems):
    book = Book()
    book.add("考勤", 编号="01", d9="√")
    assert problems(book) == [("考勤", 5, "9", "book_day_twice")]


def test_rows_of_a_bad_worker_are_left_out_and_said_once(read_of):
    book = Book().set("工人", 4, "用工形式", "临时工")
    read = read_of(book)
    assert [(one.sheet, one.row) for one in read.problems] == [("工人", 4)]
    assert [worker.no for worker in read.workers] == ["01", "02", "04"]
    assert [row.row for row in read.pieces] == [3, 5]
    assert read.advances == ()
    leaning = [(one.sheet, one.params["count"]) for one in read.notices if one.kind == "book_rows_of_bad_worker"]
    assert leaning == [("计件", 2), ("预支", 1), ("培训", 1)]


def test_a_sheet_that_rows_need_is_the_first_problem_and_said_once(read_of):
    book = Book().drop_sheet("工人").set("工坊", 0, "月最低工资", "一千八").drop_sheet("产品")
    read = read_of(book)
    needed = [("工人", "book_sheet_needed"), ("产品", "book_sheet_needed"), ("工坊", "book_not_number")]
    assert [(one.sheet, one.kind) for one in read.problems] == needed
    assert (read.problems[0].params["count"], read.problems[0].params["numbers"]) == (10, "01, 02, 03, 04")
    assert (read.attendance, read.pieces, read.sales) == ((), (), ())
    assert not [one for one in read.notices if one.kind in ("book_absent_sheet", "book_rows_of_bad_worker")]


@pytest.mark.parametrize("column", ["编号", "姓名", "用工形式"])
def test_a_sheet_of_workers_nobody_can_read_is_one_problem(read_of, column):
    read = read_of(Book().drop_column("工人", column))
    assert [one.kind for one in read.problems] == ["book_missing_column"]
    assert (read.workers, read.pieces, read.advances) == ((), (), ())
    assert [one.sheet for one in read.notices] == ["考勤", "计件", "增减", "预支", "培训"]
    assert {one.kind for one in read.notices} == {"book_rows_of_bad_sheet"}


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value", "kind"),
    [
        ("工人", 2, "身份证号", id_number(date(2008, 3, 2)), "book_minor"),
        ("工人", 2, "身份证号", id_number(date(1950, 3, 2)), "book_retired"),
        (
            "工人",
            2,
            "身份证号",
            f"99{id_number(date(1990, 5, 1))[2:17]}{check_character('99' + id_number(date(1990, 5, 1))[2:])}",
            "book_region_unknown",
        ),
        ("工人", 2, "性别", "男", "book_sex_differs"),
        ("工人", 5, "标准", 20, "book_rate_unused"),
        ("单价", 2, "单价", 0, "book_price_zero_used"),
        ("工人", 4, "计薪方式", "时薪", "book_pieces_only"),
        ("工人", 5, "期初月数", None, "book_opening_without_months"),
        ("考勤", 2, "姓名", "别人", "book_name_differs"),
        ("销售", 2, "渠道", "朋友圈", "book_unusual_value"),
    ],
)
def test_what_is_worth_knowing_stops_nothing(read_of, sheet, row, column, value, kind):
    book = Book().set(sheet, row, column, value)
    if kind == "book_pieces_only":
        book.set(sheet, row, "标准", 20)
    read = read_of(book)
    assert read.problems == ()
    assert (sheet, row, column, kind) in [(one.sheet, one.row, one.column, one.kind) for one in read.notices]


def test_a_price_of_nothing_is_told_with_the_pieces_it_holds_for(read_of):
    book = Book().set("单价", 2, "单价", 0)
    book.add("单价", 产品="香包", 工序="填充", 单价=1.5, 生效日期=date(2026, 10, 9))
    book.add("单价", 产品="香包", 工序="缝制", 单价=0, 生效日期=date(2026, 10, 9))
    used, unused = (one for one in read_of(book).notices if one.sheet == "单价")
    assert (used.params["pieces"], used.params["since"]) == ("03 12、04 17", "2025-03-01")
    assert (unused.kind, unused.params["item"]) == ("book_price_zero", "香包·缝制")


@pytest.mark.parametrize(("row", "most"), [(2, "100,000.00"), (3, "1,000.00"), (5, "100,000.00")])
@pytest.mark.parametrize("value", [1e5 + 0.01, 1e11, 1e300, 10**30])
def test_a_rate_beyond_belief_is_told_the_bound_of_its_basis(read_of, row, most, value):
    (found,) = read_of(Book().set("工人", row, "标准", value)).problems
    assert (found.kind, found.column, found.params["most"]) == ("book_rate_absurd", "标准", most)


def test_messages_never_show_a_whole_number(read_of):
    card = "513499199607208801"
    read = read_of(Book().set("工人", 2, "身份证号", card))
    assert card not in read.problems[0].text()
    assert "8801" in read.problems[0].text("en")


# ------------------------------------------------------------------ dates
def found_on(read_of, book, *kinds, **known):
    read = read_of(book, known=Known(shipped_packs(), **known))
    return [(one.sheet, one.row, one.column, one.cell) for one in (*read.problems, *read.notices) if one.kind in kinds]


def test_a_month_far_away_is_one_problem_and_none_of_its_rows_is_taken(read_of):
    book = Book()
    for day in range(1, 20):
        book.add("预支", 日期=date(2024, 9, day), 编号="03", 金额=1)
    read = read_of(book, "2026-10")
    assert [(one.row, one.column, one.params["count"]) for one in read.problems] == [(3, "日期", 19)]
    assert len(read.advances) == 1


def test_days_before_the_first_and_after_the_last_are_problems(read_of):
    book = Book().set("工人", 2, "入职日期", date(2026, 10, 8)).set("工人", 5, "离职日期", date(2026, 10, 8))
    found = found_on(read_of, book, "book_outside_employment", "book_marks_outside_employment")
    marks = [("考勤", 2, "1", "C2"), ("考勤", 4, "9", "K4")]
    assert found == [*marks, ("计件", 4, "日期", "A4"), ("计件", 5, "日期", "A5")]


def test_a_day_off_outside_the_employment_says_nothing(read_of):
    book = Book().set("工人", 2, "入职日期", date(2026, 10, 4))
    for day in (1, 2, 3):
        book.set("考勤", 2, day, "休")
    assert found_on(read_of, book, "book_marks_outside_employment") == []


def test_an_earlier_employment_of_the_records_counts_too(read_of):
    book = Book().set("工人", 4, "入职日期", date(2026, 10, 20))
    kinds = ("book_outside_employment",)
    left = KnownWorker("03", "工人03", "", "2025-03-01", "2026-10-15", "工人 2026-09")
    assert found_on(read_of, book, *kinds, workers=(left,)) == []
    corrected = replace(left, left=None)
    assert len(found_on(read_of, book, *kinds, workers=(corrected,))) == 2


@pytest.mark.parametrize(
    ("today", "sheets"),
    [
        (date(2026, 10, 31), {}),
        (date(2026, 10, 30), {"考勤": (3, "2026-10-31")}),
        (date(2026, 10, 8), {"考勤": (69, "2026-10-09"), "计件": (2, "2026-10-09")}),
    ],
)
def test_days_to_come_are_said_once_a_sheet(read_of, today, sheets):
    read = read_of(Book(), known=Known(shipped_packs(), today=today))
    assert read.problems == ()
    found = {one.sheet: one.params for one in read.notices if one.kind == "book_future_days"}
    assert {name: (one["count"], one["days"][:10]) for name, one in found.items()} == sheets


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_a_name_quoted_shows_what_is_unseen(read_of, lang):
    read = read_of(Book().set("考勤", 2, "姓名", "工人\u200b01"))
    assert "U+200B" in read.problems[0].text(lang)
    known = KnownWorker("09", "王\u200b古", id_number(date(1990, 5, 1), 102), "2025-03-01", None, "")
    read = read_of(Book(), known=Known(shipped_packs(), workers=(known,)))
    assert "王‹U+200B›古" in read.problems[0].text(lang)
