"""Reading a good book: the sample, the small book of the tests, and every liberty FORMAT allows."""

import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

from app.domain.attendance import ParsedMark
from app.domain.refusal import Refusal
from app.domain.vocabulary import MarkKind, Monitoring, TaxMethod, TimeKind
from app.services.workbook.reader import read_book
from tests.books import Book

SAMPLES = Path(__file__).parents[2] / "samples"
SAMPLE = SAMPLES / "longtan-2026-10.xlsx"


@pytest.fixture(scope="module")
def sample():
    return read_book(SAMPLE)


@pytest.fixture
def read(tmp_path):
    """Save a book made in a test and read it."""

    def reading(book, month=None):
        return read_book(book.save(tmp_path / "book.xlsx"), month)

    return reading


def kinds(found):
    return [(one.sheet, one.row, one.column, one.kind) for one in found]


def test_the_sample_is_clean_and_whole(sample):
    expected = json.loads((SAMPLES / "longtan-2026-10.expected.json").read_text())
    assert sample.problems == ()
    assert sample.month == "2026-10"
    assert [worker.no for worker in sample.workers] == [worker["no"] for worker in expected["workers"]]
    assert [len(part) for part in (sample.attendance, sample.prices, sample.pieces, sample.sales)] == [32, 22, 730, 32]
    assert [len(part) for part in (sample.adjustments, sample.advances, sample.products, sample.trainings)] == [
        9,
        5,
        4,
        3,
    ]


def test_a_worker_in_the_programs_own_units(sample):
    worker = next(row for row in sample.workers if row.no == "04")
    assert worker.row == 5
    assert (worker.id_number, worker.account) == ("513499197204186600", "0000516935191112954")
    assert (worker.hired, worker.rate_fen, worker.social_fen) == (date(2025, 7, 12), None, 48_050)
    assert worker.tax_method is TaxMethod.SIXTY_AT_ONCE
    assert (worker.opening_months, worker.opening_income_fen, worker.opening_damage_fen) == (9, 3_870_000, 12_000)


def test_team_entries_keep_order_and_weights(sample):
    teams = [row for row in sample.pieces if len(row.nos) > 1]
    assert [(row.nos, row.weights) for row in teams[:3]] == [
        (("32", "10", "01"), (1000, 1000, 2000)),
        (("20", "12", "03"), ()),
        (("25", "32", "31"), (7500, 6000, 4250)),
    ]


def test_an_entry_without_a_time_kind_and_one_of_normal_time_are_two(read):
    book = Book()
    book.piece(14, "04", 7)
    book.piece(14, "04", 5, 时段="正常")
    assert [row.nth for row in read(book).pieces if row.day.day == 14] == [1, 2]


def test_a_row_that_occurs_twice_is_two_entries(sample):
    twice = [
        row for row in sample.pieces if row.nos == ("30",) and row.process == "画样" and row.day == date(2026, 10, 2)
    ]
    assert [row.nth for row in twice] == [1, 2]


def test_the_small_book_is_clean(read):
    book = read(Book())
    assert (book.problems, book.notices) == ((), ())
    assert book.workshop.monthly_minimum_fen == 187_000
    assert book.workers[2].monitoring is Monitoring.MARGINAL
    assert book.pieces[3].time_kind is TimeKind.OVERTIME
    assert (book.prices[1].price_e4, book.sales[0].price_fen, book.trainings[0].minutes) == (88_510, 6_120, 480)
    assert book.holidays[0].statutory is False


def test_attendance_numbers_and_marks(read):
    book = read(Book())
    marks = dict(book.attendance[1].marks)
    assert marks[1] == ParsedMark(MarkKind.WORK, 240)
    assert dict(book.attendance[2].marks)[1] == ParsedMark(MarkKind.WORK, 480, 90)
    assert marks[3] == ParsedMark(MarkKind.OFF)


def test_columns_may_stand_in_any_order(read):
    book = Book()
    for name, rows in book.sheets.items():
        if name != "工坊":
            book.sheets[name] = [list(reversed(row)) for row in rows]
    assert read(book).pieces == read(Book()).pieces


def test_headings_may_have_a_title_above_and_blank_rows_between(read):
    book = Book()
    book.sheets["计件"][0:0] = [["龙潭彝绣工坊 2026年10月 计件表"], []]
    book.sheets["计件"].insert(5, [None, "  "])
    found = read(book)
    assert found.problems == ()
    assert [row.row for row in found.pieces] == [4, 5, 7, 8]


def test_unknown_sheets_and_columns_are_reported_and_ignored(read):
    book = Book()
    book.sheets["食堂"] = [["日期", "菜"]]
    book.rename("工人", "开户行", "开户银行").rename("计件", "返工", "备注")
    found = read(book)
    assert found.problems == ()
    assert {("食堂", 0, "", "book_unknown_sheet"), ("工人", 0, "开户银行", "book_unknown_column_like")} <= set(
        kinds(found.notices)
    )
    assert ("计件", 0, "备注", "book_unknown_column") in kinds(found.notices)


@pytest.mark.parametrize(
    "written",
    [
        "2026-10-08",
        "2026/10/08",
        "2026.10.08",
        "2026-10-8",
        "２０２６-10-08",
        "2026年10月8日",
        datetime(2026, 10, 8, 9),  # noqa: DTZ001  a spreadsheet's cell has no zone
    ],
)
def test_dates_as_cells_or_text(read, written):
    assert read(Book().set("计件", 2, "日期", written)).pieces[0].day == date(2026, 10, 8)


@pytest.mark.parametrize("written", ["2026-10", "2026/10", "2026.10", "2026年10月", date(2026, 10, 1)])
def test_months_as_text_or_date(read, written):
    assert read(Book().set("增减", 2, "月份", written)).adjustments[0].month == "2026-10"


@pytest.mark.parametrize(
    ("written", "milli"),
    [(8.5, 8_500), ("8.5", 8_500), ("1,200", 1_200_000), (1e3, 1_000_000), ("８", 8_000), (0.001, 1)],
)
def test_numbers_as_cells_or_text(read, written, milli):
    assert read(Book().set("计件", 2, "合格", written)).pieces[0].good_milli == milli


def test_a_number_cell_is_the_shortest_decimal(read):
    assert read(Book().set("单价", 2, "单价", 7.0808)).prices[0].price_e4 == 70_808


@pytest.mark.parametrize("written", ["03，04", "03、04", "03 04", "０３,04"])
def test_team_numbers_in_any_punctuation(read, written):
    assert read(Book().set("计件", 4, "编号", written)).pieces[2].nos == ("03", "04")


def test_full_width_weights(read):
    assert read(Book().set("计件", 4, "分摊", "7.5：6")).pieces[2].weights == (7_500, 6_000)


def test_identity_numbers_in_lower_case_with_blanks(read):
    found = read(Book().set("工人", 2, "身份证号", " 513499 19960720 880x"))
    assert found.workers[0].id_number == "51349919960720880X"


def test_the_month_is_that_of_most_sheets(read):
    book = Book()
    for day in range(1, 20):
        book.add("预支", 日期=date(2026, 9, day), 编号="03", 金额=1)
    found = read(book)
    assert found.month == "2026-10"
    assert ("预支", 0, "", "book_other_month") in kinds(found.notices)
    assert len(found.advances) == 20


def test_a_given_month_wins_and_the_difference_is_said(read):
    found = read(Book(), "2026-09")
    assert found.month == "2026-09"
    assert "book_month_differs" in [one.kind for one in found.notices]


def test_a_total_row_is_skipped_and_said(read):
    book = Book()
    book.sheets["计件"].append(["合计", None, None, None, None, 73])
    found = read(book)
    assert found.problems == ()
    assert kinds(found.notices) == [("计件", 6, "", "book_total_row")]


def test_a_sheet_left_out_is_said_and_stops_nothing(read):
    found = read(Book().drop_sheet("销售"))
    assert found.problems == ()
    assert kinds(found.notices) == [("销售", 0, "", "book_absent_sheet")]
    assert "销售" not in found.headings


def test_a_blank_sheet_is_as_good_as_none(read):
    book = Book()
    book.sheets["节假日"] = []
    found = read(book)
    assert kinds(found.notices) == [("节假日", 0, "", "book_absent_sheet")]
    assert "节假日" not in found.headings


def test_attendance_with_a_title_above_and_no_names(read):
    book = Book().drop_column("考勤", "姓名")
    book.sheets["考勤"].insert(0, ["龙潭彝绣工坊考勤表", None, "2026年10月"])
    found = read(book)
    assert found.problems == ()
    assert len(found.attendance) == 3


def test_an_unusual_word_for_the_workshop_is_taken_as_it_is(read):
    book = Book()
    book.sheets["工坊"].append(["项目级别", "乡级"])
    found = read(book)
    assert found.workshop.project_level == "乡级"
    assert kinds(found.notices) == [("工坊", 8, "项目级别", "book_unusual_value")]


def test_a_thirty_day_month_needs_no_31st_column(read):
    assert read(Book("2026-09").drop_column("考勤", 31)).problems == ()
    assert read(Book("2026-09")).problems == ()


def test_someone_hired_again_may_keep_number_and_card(read):
    book = Book()
    card = book.sheets["工人"][1][4]
    book.set("工人", 2, "离职日期", date(2026, 10, 9))
    book.worker("01", "全日制", "月薪", 2700, 身份证号=card, 入职日期=date(2026, 10, 12))
    assert read(book).problems == ()


@pytest.mark.parametrize("month", ["2026-13", "10", "2026/10", "2026-1"])
def test_a_month_written_wrong_is_refused(read, month):
    with pytest.raises(Refusal, match=month):
        read(Book(), month)


def test_no_dated_row_and_no_month_is_refused(read):
    with pytest.raises(Refusal) as refused:
        read(Book(empty=True))
    assert refused.value.code == "book_month_unknown"


def test_a_formula_with_its_result_is_its_result(read, tmp_path):
    book = Book().set("计件", 2, "合格", "=6*2").save(tmp_path / "formula.xlsx")
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(tmp_path / "calculated.xlsx", "w") as new:
        for name in old.namelist():
            data = (
                old.read(name)
                .replace(b"<f>6*2</f><v />", b"<f>6*2</f><v>12</v>")
                .replace(b"<f>6*2</f><v></v>", b"<f>6*2</f><v>12</v>")
            )
            new.writestr(name, data)
    assert read_book(tmp_path / "calculated.xlsx").pieces[0].good_milli == 12_000
