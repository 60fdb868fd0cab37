"""Taking a book: the sample whole, the same book twice, whose book it is, problems, dry run."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

from app.domain.refusal import Refusal
from app.models.workshop import Workshop
from app.services.importing import import_book, result_json
from app.services.workshops import create_workshop
from tests.books import CREDIT_CODE, Book

SAMPLE = Path(__file__).parents[2] / "samples" / "longtan-2026-10.xlsx"


def test_the_sample_is_taken_whole(ctx, shop, rows):
    result = import_book(ctx, shop, SAMPLE)
    assert (result.taken, result.month, result.problems, result.kept) == (True, "2026-10", (), ())
    taken = {one.sheet: (one.rows, one.added) for one in result.sheets}
    assert taken == {
        "工坊": (1, 0),
        "工人": (32, 32),
        "考勤": (32, 20),
        "单价": (22, 22),
        "计件": (730, 730),
        "增减": (9, 9),
        "预支": (5, 5),
        "产品": (4, 4),
        "销售": (32, 32),
        "培训": (3, 3),
        "节假日": (0, 0),
    }
    assert len(rows("attendance")) == 599
    assert (len(rows("piece_entry")), len(rows("team_share"))) == (730, 15)


def test_the_same_book_twice_writes_nothing(ctx, shop, journal):
    import_book(ctx, shop, SAMPLE)
    before = journal()
    again = import_book(ctx, shop, SAMPLE, overwrite_edited=True)
    assert journal() == before
    assert sum(one.added + one.updated + one.deleted + one.kept for one in again.sheets) == 0
    assert again.count("计件").unchanged == 730


def test_records_remember_their_source(take, rows):
    take(Book())
    assert {row["source"] for row in rows("piece_entry")} == {"计件 2026-10"}
    assert {row["source"] for row in rows("attendance")} == {"考勤 2026-10"}
    assert {row["source"] for row in rows("worker") + rows("pay_term") + rows("opening")} == {"工人 2026-10"}


def test_a_worker_with_terms_household_and_opening(take, rows):
    take(Book())
    worker = next(row for row in rows("worker") if row["no"] == "04")
    term = rows("pay_term", worker_id=worker["id"])[0]
    assert (term["valid_from"], term["relation"], term["basis"], term["rate_fen"], term["social_fen"]) == (
        *("2025-03-01", "全日制", "计件", None, 48_050),
    )
    opening = rows("opening", worker_id=worker["id"])[0]
    assert (opening["year"], opening["before_month"], opening["months"]) == (2026, "2026-10", 9)
    assert opening["income_fen"] == 3_870_000
    household = rows("household_status", worker_id=worker["id"])[0]
    assert (household["valid_from"], household["base"]) == ("2025-03-01", "一般农户")
    assert worker["sex"] == "女"


def test_a_team_entry_has_shares_in_order(take, rows):
    take(Book())
    (entry,) = [row for row in rows("piece_entry") if row["worker_id"] is None]
    shares = sorted(rows("team_share", entry_id=entry["id"]), key=lambda row: row["position"])
    names = {row["id"]: row["no"] for row in rows("worker")}
    assert [(names[row["worker_id"]], row["weight_milli"]) for row in shares] == [("03", 7_500), ("04", 6_000)]


def test_the_workshop_takes_the_first_books_code_and_settings(take, rows):
    take(Book())
    (workshop,) = rows("workshop")
    assert (workshop["credit_code"], workshop["name"]) == (CREDIT_CODE, "龙潭彝绣工坊")
    (terms,) = rows("workshop_terms")
    assert (terms["valid_from"], terms["pay_day"], terms["monthly_minimum_fen"]) == ("2000-01-01", 10, 187_000)


def test_a_book_of_another_workshop_is_refused(take, rows, journal):
    take(Book())
    before = journal()
    with pytest.raises(Refusal) as refused:
        take(Book().set("工坊", 0, "统一社会信用代码", "91513499MA00000009"))
    assert refused.value.code == "import_other_workshop"
    assert refused.value.text("en")
    assert journal() == before


def test_a_book_another_workshop_of_this_database_bears_is_refused(ctx, take, tmp_path):
    take(Book())
    second = create_workshop(ctx, "另一工坊", "513499").workshop_id
    with pytest.raises(Refusal) as refused:
        import_book(ctx, second, Book().save(tmp_path / "again.xlsx"))
    assert refused.value.code == "import_other_workshop"


def test_of_several_workshops_the_one_whose_code_it_bears(ctx, shop, take, tmp_path):
    take(Book())
    create_workshop(ctx, "另一工坊", "513499")
    assert import_book(ctx, None, Book().save(tmp_path / "again.xlsx")).workshop_id == shop


def test_of_several_workshops_none_fits(ctx, database, take, tmp_path):
    take(Book())
    create_workshop(ctx, "另一工坊", "513499")
    with database.write("x", "test") as session:
        session.execute(update(Workshop).values(credit_code=""))
    with pytest.raises(Refusal) as refused:
        import_book(ctx, None, Book().save(tmp_path / "again.xlsx"))
    assert refused.value.code == "workshop_several"


def test_any_problem_takes_nothing(take, journal):
    before = journal()
    result = take(Book().set("计件", 2, "合格", -3))
    assert not result.taken
    assert [(one.sheet, one.row) for one in result.problems] == [("计件", 2)]
    assert journal() == before


def test_good_rows_are_taken_when_accepted(take, rows):
    result = take(Book().set("计件", 2, "合格", -3), accept_good=True)
    assert result.taken
    assert (result.count("计件").added, len(result.problems)) == (3, 1)
    assert len(rows("piece_entry")) == 3


def test_rows_with_problems_do_not_count_as_gone(take, rows):
    take(Book())
    take(Book().set("计件", 2, "合格", -3).drop_row("计件", 5), accept_good=True)
    assert len(rows("piece_entry")) == 4


def test_a_dry_run_says_all_and_writes_nothing(take, rows, journal):
    before = journal()
    result = take(Book(), dry_run=True)
    assert (result.taken, result.dry_run) == (True, True)
    assert result.count("计件").added == 4
    assert (journal(), rows("worker")) == (before, [])
    assert take(Book()).count("计件").added == 4


def test_two_computers_that_take_one_book_meet_in_the_same_rows(ctx, shop, take, rows, database):
    take(Book())
    ids = sorted(row["id"] for row in rows("piece_entry") + rows("worker") + rows("process"))
    assert all(number >= 1 << 52 for number in ids)
    with database.write("x", "test", capture=False) as session:
        for table in (
            "team_share",
            "piece_entry",
            "attendance",
            "pay_term",
            "household_status",
            "opening",
            "adjustment",
        ):
            session.execute(Workshop.metadata.tables[table].delete())
        for table in (
            "training_attendance",
            "training",
            "sale",
            "advance",
            "piece_price",
            "process",
            "product",
            "worker",
        ):
            session.execute(Workshop.metadata.tables[table].delete())
    take(Book())
    assert sorted(row["id"] for row in rows("piece_entry") + rows("worker") + rows("process")) == ids


def test_entries_of_another_month_belong_to_it(take, rows):
    book = Book()
    book.add("预支", 日期=date(2026, 9, 30), 编号="03", 金额=50)
    result = take(book)
    assert {(row["date"], row["source"]) for row in rows("advance")} == {
        ("2026-10-21", "预支 2026-10"),
        ("2026-09-30", "预支 2026-10"),
    }
    assert "book_other_month" in [one.kind for one in result.notices]


def test_entries_of_normal_time_said_and_unsaid_are_both_taken(take, rows):
    book = Book()
    book.piece(14, "04", 7)
    book.piece(14, "04", 5, 时段="正常")
    take(book)
    assert sorted(row["good_milli"] for row in rows("piece_entry", date="2026-10-14")) == [5_000, 7_000]


def test_a_piece_without_a_price_is_taken(take, rows):
    book = Book()
    book.piece(9, "04", 5, 工序="缝制")
    assert take(book).taken
    assert "缝制" in [row["name"] for row in rows("process")]


def test_the_answer_as_plain_values(take):
    answer = result_json(take(Book().set("计件", 2, "合格", -3)), "en")
    assert answer["taken"] is False
    (problem,) = answer["problems"]
    assert (problem["sheet"], problem["row"], problem["column"], problem["cell"]) == ("计件", 2, "合格", "F2")
    assert "negative" in problem["text"]
