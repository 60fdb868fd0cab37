"""A corrected book: it updates, adds and marks deleted what came from it, and leaves alone what a person did since."""

from datetime import date

import pytest
from sqlalchemy import update

from app.models.base import Base
from tests.books import Book, id_number


@pytest.fixture
def by_hand(database):
    """Change the rows of a table as a person would: through another action than an import."""

    def changing(table, values, **where):
        one = Base.metadata.tables[table]
        with database.write("阿依", "people.edit") as session:
            condition = [one.c[name] == value for name, value in where.items()]
            session.execute(update(one).where(one.c.deleted == 0, *condition).values(values))

    return changing


def kinds(result):
    return [(one.sheet, one.row, one.kind) for one in result.kept]


def only(rows, **where):
    (found,) = [row for row in rows if all(row[name] == value for name, value in where.items())]
    return found


# ------------------------------------------------------------------ entries
def test_a_corrected_quantity_updates_one_row(take, rows, journal):
    take(Book())
    before = journal()
    result = take(Book().set("计件", 2, "合格", 13))
    assert (result.count("计件").updated, result.count("计件").unchanged) == (1, 3)
    assert 13_000 in [row["good_milli"] for row in rows("piece_entry")]
    assert journal() == before + 1


def test_a_row_taken_out_is_marked_deleted_with_its_shares(take, rows):
    take(Book())
    result = take(Book().drop_row("计件", 4))
    assert result.count("计件").deleted == 1
    assert (len(rows("piece_entry")), rows("team_share")) == (3, [])


def test_a_row_that_comes_back_is_there_again(take, rows):
    take(Book())
    take(Book().drop_row("计件", 4))
    result = take(Book())
    assert result.count("计件").added == 1
    assert (len(rows("piece_entry")), len(rows("team_share"))) == (4, 2)


def test_a_row_added_twice_is_a_further_entry(take, rows):
    take(Book())
    book = Book()
    book.piece(8, "03", 12)
    assert take(book).count("计件").added == 1
    assert len(rows("piece_entry")) == 5


def test_changed_weights_update_the_shares(take, rows):
    take(Book())
    result = take(Book().set("计件", 4, "分摊", "1:1"))
    assert result.count("计件").updated == 1
    assert [row["weight_milli"] for row in rows("team_share")] == [1_000, 1_000]


def test_a_mark_taken_out_is_not_filled_in_again(take, rows):
    take(Book())
    result = take(Book().set("考勤", 2, 9, None).set("考勤", 2, 8, "病"))
    assert (result.count("考勤").updated, result.count("考勤").deleted) == (1, 0)
    marks = {row["date"]: row["mark"] for row in rows("attendance", worker_id=only(rows("worker"), no="01")["id"])}
    assert "2026-10-09" not in marks
    assert marks["2026-10-08"] == "病"


def test_a_participant_taken_out(take, rows):
    take(Book())
    assert take(Book().set("培训", 2, "参加人", "01,03")).count("培训").updated == 1
    assert len(rows("training_attendance")) == 2


def test_a_sheet_left_out_deletes_nothing(take, rows):
    take(Book())
    result = take(Book().drop_sheet("计件"))
    assert result.kept == ()
    assert len(rows("piece_entry")) == 4


def test_another_months_book_deletes_nothing(take, rows):
    take(Book())
    book = Book("2026-11")
    book.sheets["考勤"] = book.sheets["考勤"][:1]
    assert take(book).taken
    assert len([row for row in rows("piece_entry") if row["date"].startswith("2026-10")]) == 4
    assert len([row for row in rows("attendance") if row["date"].startswith("2026-10")]) == 93


def test_another_book_does_not_change_an_entry(take, rows):
    """An entry with the same date, worker and process in the next month's book: not lost, not doubled, listed."""
    take(Book())
    book = Book("2026-11")
    book.add("计件", 日期=date(2026, 10, 8), 编号="03", 产品="香包", 工序="填充", 合格=5)
    result = take(book)
    assert kinds(result) == [("计件", 6, "import_kept_other_book")]
    assert [row["good_milli"] for row in rows("piece_entry", date="2026-10-08")].count(12_000) == 1


# ------------------------------------------------------------------ edited since
def test_an_edited_row_stays_and_is_listed(take, rows, by_hand):
    take(Book())
    by_hand("piece_entry", {"good_milli": 99_000}, good_milli=12_000)
    result = take(Book().set("计件", 2, "合格", 13))
    assert kinds(result) == [("计件", 2, "import_kept_edited")]
    assert result.count("计件").kept == 1
    assert 99_000 in [row["good_milli"] for row in rows("piece_entry")]
    assert ["合格数" in result.kept[0].text("zh_CN"), "(Good)" in result.kept[0].text("en")] == [True, True]


def test_an_edited_row_is_overwritten_when_asked(take, rows, by_hand):
    take(Book())
    by_hand("piece_entry", {"good_milli": 99_000}, good_milli=12_000)
    result = take(Book(), overwrite_edited=True)
    assert result.count("计件").updated == 1
    assert 99_000 not in [row["good_milli"] for row in rows("piece_entry")]


def test_an_edited_row_gone_from_the_book_stays_and_is_listed(take, rows, by_hand):
    take(Book())
    by_hand("piece_entry", {"good_milli": 99_000}, good_milli=12_000)
    result = take(Book().drop_row("计件", 2))
    assert kinds(result) == [("计件", 0, "import_kept_gone")]
    assert len(rows("piece_entry")) == 4
    assert take(Book().drop_row("计件", 2), overwrite_edited=True).count("计件").deleted == 1


def test_a_row_a_person_deleted_stays_deleted(take, rows, by_hand):
    take(Book())
    by_hand("advance", {"deleted": 1})
    assert kinds(take(Book())) == [("预支", 2, "import_kept_deleted")]
    assert rows("advance") == []
    assert take(Book(), overwrite_edited=True).count("预支").added == 1


def test_a_mark_typed_by_hand_stays(take, rows, by_hand):
    take(Book())
    worker = only(rows("worker"), no="01")["id"]
    by_hand("attendance", {"mark": "病", "normal_minutes": 0}, worker_id=worker, date="2026-10-08")
    result = take(Book().set("考勤", 2, 9, "假"))
    assert kinds(result) == [("考勤", 2, "import_kept_edited")]
    marks = {row["date"]: row["mark"] for row in rows("attendance", worker_id=worker)}
    assert (marks["2026-10-08"], marks["2026-10-09"]) == ("病", "假")


def test_what_a_person_typed_and_no_book_brought_is_not_touched(ctx, shop, take, rows, hire):
    take(Book())
    hire("77", "手工登记")
    assert take(Book()).kept == ()
    assert "77" in [row["no"] for row in rows("worker")]


def test_only_the_edited_part_of_a_worker_stays(take, rows, by_hand):
    """Phone edited by hand; the corrected book changes phone and account: the account is taken, the phone listed."""
    take(Book())
    by_hand("worker", {"phone": "13900000000"}, no="01")
    result = take(Book().set("工人", 2, "手机", "13800000000").set("工人", 2, "银行账号", "6222000011112222"))
    worker = only(rows("worker"), no="01")
    assert (worker["phone"], worker["account"]) == ("13900000000", "6222000011112222")
    assert [(one.column, one.kind) for one in result.kept] == [("手机", "import_kept_edited")]


def test_kept_rows_stay_kept_the_next_time(take, journal, by_hand):
    take(Book())
    by_hand("worker", {"phone": "13900000000"}, no="01")
    book = Book().set("工人", 2, "手机", "13800000000")
    take(book)
    before = journal()
    assert len(take(book).kept) == 1
    assert journal() == before


def test_a_workshop_renamed_by_hand_keeps_its_name(take, rows, by_hand):
    take(Book())
    by_hand("workshop", {"name": "自己改的名字"})
    result = take(Book().set("工坊", 0, "月最低工资", 1900))
    assert [(one.sheet, one.column) for one in result.kept] == [("工坊", "工坊名称")]
    assert rows("workshop")[0]["name"] == "自己改的名字"
    assert rows("workshop_terms")[0]["monthly_minimum_fen"] == 190_000


# ------------------------------------------------------------------ people
def test_a_corrected_hiring_date_is_an_edit(take, rows):
    take(Book())
    before = only(rows("worker"), no="01")["id"]
    take(Book().set("工人", 2, "入职日期", date(2024, 6, 1)))
    worker = only(rows("worker"), no="01")
    assert (worker["id"], worker["hired_on"]) == (before, "2024-06-01")
    assert min(row["valid_from"] for row in rows("pay_term", worker_id=before)) == "2024-06-01"


def test_a_corrected_hiring_date_settles(take, journal):
    take(Book())
    take(Book().set("工人", 2, "入职日期", date(2024, 6, 1)))
    before = journal()
    take(Book().set("工人", 2, "入职日期", date(2024, 6, 1)))
    assert journal() == before


def test_hired_again_under_the_same_number_is_a_new_worker(take, rows):
    take(Book().set("工人", 2, "离职日期", date(2026, 10, 9)))
    book = Book("2026-11")
    card = book.sheets["工人"][1][4]
    book.set("工人", 2, "离职日期", date(2026, 10, 9))
    book.worker("01", "全日制", "月薪", 2700, 身份证号=card, 入职日期=date(2026, 11, 3))
    book.sheets["考勤"] = [book.sheets["考勤"][0]]
    book.add("考勤", 编号="01", d4="√")
    assert take(book).problems == ()
    first, second = sorted((row for row in rows("worker") if row["no"] == "01"), key=lambda row: row["hired_on"])
    assert (first["left_on"], second["hired_on"]) == ("2026-10-09", "2026-11-03")
    assert len(rows("attendance", worker_id=second["id"])) == 1
    assert rows("pay_term", worker_id=second["id"])[0]["rate_fen"] == 270_000


def test_a_worker_gone_from_the_book_goes_with_his_records(take, rows):
    take(Book())
    book = Book().drop_row("工人", 3).drop_row("考勤", 3)
    result = take(book)
    assert (result.count("工人").deleted, result.kept) == (1, ())
    assert len(rows("worker")) == len(rows("pay_term")) == 3


def test_a_worker_gone_from_the_book_but_with_other_records_stays(take, rows, by_hand):
    take(Book())
    november = Book("2026-11")
    take(november)
    result = take(Book().drop_row("工人", 3).drop_row("考勤", 3))
    assert ("工人", 0, "import_kept_used") in kinds(result)
    assert len(rows("worker")) == 4


def test_a_number_written_wrong_the_first_time(take, rows):
    wrong = Book()
    for sheet, row in (("工人", 2), ("考勤", 2), ("增减", 2)):
        wrong.set(sheet, row, "编号", "1")
    wrong.set("工人", 5, "师傅编号", "1").set("培训", 2, "参加人", "1,03,04")
    take(wrong)
    result = take(Book())
    assert (result.problems, result.kept, result.count("工人").deleted) == ((), (), 1)
    assert sorted(row["no"] for row in rows("worker")) == ["01", "02", "03", "04"]
    assert len(rows("attendance")) == 93


def test_an_id_number_of_another_worker_is_refused(take):
    take(Book())
    november = Book("2026-11", empty=True)
    november.worker("09", "全日制", "月薪", 2600, 身份证号=id_number(date(1990, 5, 1), 102))
    result = take(november, "2026-11")
    assert [(one.sheet, one.row, one.column, one.kind) for one in result.problems] == [
        ("工人", 2, "身份证号", "book_id_number_known")
    ]


# ------------------------------------------------------------------ in force from a date on
def terms(rows, no):
    worker = only(rows("worker"), no=no)["id"]
    found = sorted(rows("pay_term", worker_id=worker), key=lambda row: row["valid_from"])
    return [(row["valid_from"], row["rate_fen"], row["source"]) for row in found]


def test_a_later_months_rate_is_a_new_term(take, rows):
    take(Book())
    take(Book("2026-11").set("工人", 2, "标准", 2800))
    assert terms(rows, "01") == [("2025-03-01", 260_000, "工人 2026-10"), ("2026-11-01", 280_000, "工人 2026-11")]


def test_an_unchanged_rate_is_no_new_term(take, rows):
    take(Book())
    take(Book("2026-11"))
    assert len(terms(rows, "01")) == 1


def test_the_same_months_corrected_book_edits_the_term_it_made(take, rows):
    take(Book())
    take(Book().set("工人", 2, "标准", 2650))
    assert terms(rows, "01") == [("2025-03-01", 265_000, "工人 2026-10")]
    take(Book("2026-11").set("工人", 2, "标准", 2800))
    take(Book("2026-11").set("工人", 2, "标准", 2900))
    assert terms(rows, "01")[1:] == [("2026-11-01", 290_000, "工人 2026-11")]


def test_an_earlier_months_book_taken_later(take, rows):
    take(Book())
    take(Book("2026-09").set("工人", 2, "标准", 2400))
    assert [(day, fen) for day, fen, _ in terms(rows, "01")] == [
        *(("2025-03-01", 260_000), ("2026-09-01", 240_000), ("2026-10-01", 260_000)),
    ]
    take(Book().set("工人", 2, "标准", 2610))
    assert terms(rows, "01")[-1] == ("2026-10-01", 261_000, "工人 2026-10")


def test_a_term_typed_by_hand_in_the_month_stays(take, rows, by_hand, database, shop):
    take(Book())
    worker = only(rows("worker"), no="01")["id"]
    with database.write("阿依", "people.edit") as session:
        session.execute(
            Base.metadata.tables["pay_term"].insert(),
            {"workshop_id": shop, "worker_id": worker, "valid_from": "2026-10-01", "relation": "全日制"}
            | {"basis": "月薪", "rate_fen": 300_000},
        )
    result = take(Book())
    assert [(one.sheet, one.row, one.column) for one in result.kept] == [("工人", 2, "标准")]
    assert terms(rows, "01")[-1] == ("2026-10-01", 300_000, "")


def test_household_status_is_dated_likewise(take, rows):
    take(Book())
    take(Book("2026-11").set("工人", 3, "户别", "脱贫户"))
    worker = only(rows("worker"), no="02")["id"]
    assert [(row["valid_from"], row["base"]) for row in rows("household_status", worker_id=worker)] == [
        *(("2025-03-01", "一般农户"), ("2026-11-01", "脱贫户")),
    ]


def test_wage_settings_are_dated_likewise(take, rows):
    take(Book())
    take(Book("2026-11").set("工坊", 0, "月最低工资", 2000))
    assert [(row["valid_from"], row["monthly_minimum_fen"]) for row in rows("workshop_terms")] == [
        *(("2000-01-01", 187_000), ("2026-11-01", 200_000)),
    ]


def test_a_column_the_book_has_not_changes_nothing(take, rows):
    take(Book())
    take(Book().drop_column("工人", "银行账号").drop_column("工人", "社保个人"))
    assert only(rows("worker"), no="01")["account"] == "0000034438411129235"
    assert only(rows("pay_term"), worker_id=only(rows("worker"), no="04")["id"])["social_fen"] == 48_050


# ------------------------------------------------------------------ openings and locked months
def test_a_locked_month_still_takes_a_book_and_says_so(take, locked):
    result = take(locked.set("计件", 2, "合格", 13))
    assert result.count("计件").updated == 1
    assert "import_month_locked" in [one.kind for one in result.notices]


def november(**openings):
    book = Book("2026-11")
    book.sheets["考勤"] = book.sheets["考勤"][:1]
    for title, value in openings.items():
        book.set("工人", 5, title, value)
    return book


def test_an_opening_that_covers_a_locked_month_is_refused(take, rows, locked, journal):
    before = journal()
    result = take(november(期初月数=10, 期初累计收入=43000))
    assert (result.taken, result.sheets) == (False, ())
    assert [(one.sheet, one.row, one.column, one.kind) for one in result.problems] == [
        ("工人", 5, "期初月数", "import_opening_locked")
    ]
    assert result.problems[0].text() != result.problems[0].text("en")
    assert journal() == before


def test_the_same_opening_again_is_no_problem(take, rows, locked):
    assert take(november(期初月数=9)).problems == ()
    assert len(rows("opening", months=9)) == 1


def test_an_opening_moves_on_while_nothing_is_locked(take, rows):
    take(Book())
    take(november(期初月数=10, 期初累计收入=43000))
    (opening,) = rows("opening", months=10)
    assert (opening["before_month"], opening["income_fen"]) == ("2026-11", 4_300_000)


def test_an_opening_of_a_later_book_stays(take, rows):
    take(Book())
    result = take(Book("2026-09"))
    assert [(one.sheet, one.kind) for one in result.kept].count(("工人", "import_opening_later")) == 1
    assert {row["before_month"] for row in rows("opening")} == {"2026-10"}


def test_an_opening_cleared_in_the_corrected_book_is_gone(take, rows):
    take(Book())
    take(Book().set("工人", 4, "期初预支余额", None))
    assert len(rows("opening")) == 1


# ------------------------------------------------------------------ goods
def test_a_price_gone_from_the_book_is_gone(take, rows):
    take(Book())
    assert take(Book().drop_row("单价", 3)).count("单价").deleted == 1
    assert len(rows("piece_price")) == 1


def test_a_price_another_months_pieces_are_paid_by_stays(take, rows):
    take(Book())
    take(Book("2026-11"))
    result = take(Book().drop_row("单价", 3))
    assert ("单价", 0, "import_kept_used") in kinds(result)
    assert len(rows("piece_price")) == 2


def test_a_product_renamed_keeps_its_processes_and_prices(take, rows):
    take(Book())
    before = sorted(row["id"] for row in rows("process"))
    book = Book().set("产品", 2, "名称", "香囊")
    for sheet in ("单价", "计件"):
        index = book.sheets[sheet][0].index("产品")
        for row in book.sheets[sheet][1:]:
            row[index] = "香囊"
    assert take(book).problems == ()
    assert [row["name"] for row in rows("product")] == ["香囊"]
    assert sorted(row["id"] for row in rows("process")) == before


def test_a_product_first_known_by_its_pieces_gets_its_code(take, rows):
    take(Book().drop_sheet("产品").drop_sheet("销售"))
    (before,) = rows("product")
    take(Book())
    (product,) = rows("product")
    assert (before["code"], product["code"], product["id"]) == ("", "P001", before["id"])


def test_a_book_without_workers_finds_those_of_the_database(take, rows):
    take(Book())
    result = take(Book("2026-11").drop_sheet("工人").drop_sheet("工坊"))
    assert result.problems == ()
    assert len([row for row in rows("advance") if row["date"] == "2026-11-21"]) == 1


def test_a_piece_worker_has_no_rate(take, rows):
    take(Book().set("工人", 5, "标准", 12))
    assert only(rows("pay_term"), worker_id=only(rows("worker"), no="04")["id"])["rate_fen"] is None
