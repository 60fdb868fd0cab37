"""The month of attendance: what is read, and the writing of any number of cells in one transaction."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from app.domain.attendance import mark_text
from app.domain.month_marks import MarkChange
from app.domain.refusal import Refusal
from app.domain.vocabulary import DayKind, Relation
from app.models.local import Journal
from app.models.work import Attendance
from app.services.day import day_sheet
from app.services.day_edit import close_day, set_mark
from app.services.month_sheet import MarksRefusedError, month_sheet, set_marks
from app.services.people_edit import edit_worker, worker_form
from app.services.undo import undo
from tests.services.test_undo import lock

MONTH = "2026-10"
FIRST, DAY = date(2026, 10, 9), date(2026, 10, 21)


def texts(ctx, shop, worker_id, month=MONTH):
    """A worker's marks of the month, by day of the month."""
    row = next(row for row in month_sheet(ctx, shop, month).rows if row.worker_id == worker_id)
    return {at: mark_text(mark) for at, mark in enumerate(row.marks, 1) if mark is not None}


def changes(ctx):
    """How many rows the journal holds."""
    with ctx.database.read() as session:
        return session.scalar(select(func.count()).select_from(Journal))


def test_the_month_has_its_calendar_closings_and_people_by_number(ctx, shop, hire):
    for no in ("10", "2", "03"):
        hire(no)
    close_day(ctx, shop, FIRST)
    sheet = month_sheet(ctx, shop, MONTH)
    assert [row.spell.no for row in sheet.rows] == ["2", "03", "10"]
    assert (len(sheet.days), sheet.calendar.kind(date(2026, 10, 1))) == (31, DayKind.STATUTORY)
    assert sheet.festivals[0] == "国庆节"
    assert [day.day for day, closed in zip(sheet.days, sheet.closed, strict=True) if closed] == [9]


def test_only_who_is_employed_in_the_month_stands_in_it(ctx, shop, hire):
    hire("01", hired_on=date(2026, 11, 1))
    hire("02", left_on=date(2026, 9, 30))
    hire("03", hired_on=date(2026, 10, 31))
    hire("04", left_on=date(2026, 10, 1))
    rows = month_sheet(ctx, shop, MONTH).rows
    assert [(row.spell.no, sum(row.inside)) for row in rows] == [("03", 1), ("04", 1)]


def test_who_is_marked_without_being_employed_is_shown_to_be_cleared(ctx, shop, hire):
    worker_id = hire("01")
    set_mark(ctx, shop, DAY, worker_id, "√")
    form = worker_form(ctx, shop, worker_id)
    edit_worker(ctx, shop, worker_id, replace(form, left_on=date(2026, 9, 1)))
    (row,) = month_sheet(ctx, shop, MONTH).rows
    assert (sum(row.inside), sum(row.wanted)) == (0, 0)
    set_marks(ctx, shop, [MarkChange(worker_id, DAY, "")])
    assert month_sheet(ctx, shop, MONTH).rows == ()


def test_a_mark_is_wanted_on_working_days_up_to_today_of_who_needs_one(ctx, shop, hire):
    hire("01", hired_on=date(2026, 10, 14))
    hire("02", relation=Relation.HOME, basis="计件", rate_fen=None)
    first, second = month_sheet(ctx, shop, MONTH).rows
    assert [at for at, wanted in enumerate(first.wanted, 1) if wanted] == [14, 15, 16, 19, 20, 21]
    assert not any(second.wanted)


@pytest.mark.parametrize("month", ["2026-13", "x", ""])
def test_no_month(ctx, shop, month):
    with pytest.raises(Refusal) as refusal:
        month_sheet(ctx, shop, month)
    assert refusal.value.code == "month_unreadable"


@pytest.mark.parametrize("month", ["1899-01", "2999-12"])
def test_a_month_nobody_knows_the_calendar_of(ctx, shop, month):
    with pytest.raises(Refusal) as refusal:
        month_sheet(ctx, shop, month)
    assert refusal.value.code == "calendar_unknown"


def test_a_range_is_written_as_the_day_sheet_writes(ctx, shop, hire):
    one, two = hire("01"), hire("02")
    saved = set_marks(ctx, shop, [MarkChange(one, FIRST, "√"), MarkChange(two, DAY, "8+2"), MarkChange(one, DAY, "旷")])
    assert texts(ctx, shop, one) == {9: "√", 21: "旷"}
    assert [(row.mark, row.normal_minutes, row.extra_minutes) for row in day_sheet(ctx, shop, DAY).rows] == [
        ("旷", 0, 0),
        ("8+2", 480, 120),
    ]
    assert [(one.no, one.day, one.before, one.after) for one in saved.changed] == [
        ("01", FIRST, "", "√"),
        ("01", DAY, "", "旷"),
        ("02", DAY, "", "8+2"),
    ]


def test_marks_change_go_and_come_back(ctx, shop, hire):
    worker_id = hire("01")
    seen = []
    for text in ("√", "半", "", "病", ""):
        set_marks(ctx, shop, [MarkChange(worker_id, DAY, text)])
        seen.append(texts(ctx, shop, worker_id).get(21, ""))
    assert seen == ["√", "半", "", "病", ""]
    with ctx.database.read() as session:
        assert [(row.deleted, row.mark) for row in session.scalars(select(Attendance))] == [(1, "病")]


def test_cells_that_say_it_already_are_no_change(ctx, shop, hire):
    worker_id = hire("01")
    set_marks(ctx, shop, [MarkChange(worker_id, DAY, "√")])
    before = changes(ctx)
    again = set_marks(ctx, shop, [MarkChange(worker_id, DAY, "8"), MarkChange(worker_id, FIRST, "")])
    assert (changes(ctx), again.changed, again.saved.upto) == (before, (), again.saved.after)


def test_one_bad_cell_and_nothing_is_written(ctx, shop, hire):
    one, two = hire("01"), hire("02", hired_on=DAY)
    wanted = [MarkChange(one, FIRST, "√"), MarkChange(one, DAY, "9"), MarkChange(two, FIRST, "√")]
    before = changes(ctx)
    with pytest.raises(MarksRefusedError) as refusal:
        set_marks(ctx, shop, wanted)
    assert [(bad.no, bad.day, bad.kind) for bad in refusal.value.refused] == [
        ("01", DAY, "book_mark_over_8"),
        ("02", FIRST, "mark_not_employed"),
    ]
    assert "2" in refusal.value.text("en")
    assert "01 阿依莫 10-21" in refusal.value.text("zh_CN")
    assert (changes(ctx), texts(ctx, shop, one)) == (before, {})


def test_a_single_refused_cell_says_its_own_words(ctx, shop, hire):
    with pytest.raises(MarksRefusedError) as refusal:
        set_marks(ctx, shop, [MarkChange(hire("01"), DAY, "9")])
    assert "8+2" in refusal.value.text("zh_CN")


@pytest.mark.parametrize("texts_before", [("", ""), ("√", "假")])
def test_a_range_is_undone_and_done_again_at_once(ctx, shop, hire, texts_before):
    people = [hire("01"), hire("02")]
    days = [FIRST, DAY]
    cells = [(worker_id, day) for worker_id in people for day in days]
    set_marks(ctx, shop, [MarkChange(w, d, texts_before[at % 2]) for at, (w, d) in enumerate(cells)])
    before = [texts(ctx, shop, worker_id) for worker_id in people]
    saved = set_marks(ctx, shop, [MarkChange(*cell, "半") for cell in cells]).saved
    undone = undo(ctx, saved)
    assert [texts(ctx, shop, worker_id) for worker_id in people] == before
    undo(ctx, undone)
    assert [texts(ctx, shop, worker_id) for worker_id in people] == [{9: "半", 21: "半"}] * 2


def test_a_locked_month_takes_marks_and_says_that_it_is_locked(ctx, shop, hire):
    worker_id = hire("01")
    lock(ctx, shop)
    assert month_sheet(ctx, shop, MONTH).locked
    set_marks(ctx, shop, [MarkChange(worker_id, DAY, "√")])
    assert texts(ctx, shop, worker_id) == {21: "√"}


def test_statements_do_not_grow_with_the_people(ctx, shop, hire, statements):
    counts = []
    for no in ("01", "02", "03"):
        hire(no)
        with statements() as sent:
            sheet = month_sheet(ctx, shop, MONTH)
            reads = len(sent)
            set_marks(ctx, shop, [MarkChange(row.worker_id, day, "√") for row in sheet.rows for day in sheet.days])
        counts.append((reads, len([s for s in sent if "attendance" in s.lower()])))
    assert len({reads for reads, _ in counts}) == 1
    assert max(writes for _, writes in counts) <= 5
