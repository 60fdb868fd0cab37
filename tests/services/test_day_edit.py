"""Typing into the day sheet: marks, pieces, accepting what is suggested, closing the day."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from app.domain.refusal import Refusal
from app.domain.vocabulary import TimeKind
from app.models.goods import Process, Product
from app.models.local import Journal
from app.models.work import PieceEntry
from app.services.day import Item, day_sheet
from app.services.day_edit import accept_all, close_day, reopen_day, set_mark, set_pieces

WEDNESDAY = date(2026, 10, 21)
SATURDAY = date(2026, 10, 24)
BAG = Item(101, "")


@pytest.fixture
def bag(ctx, shop):
    """A process to count pieces by."""
    with ctx.database.write("test", "seed") as session:
        session.add(Product(workshop_id=shop, id=1, name="挎包"))
        session.flush()
        session.add(Process(workshop_id=shop, id=101, product_id=1, name="刺绣"))
    return BAG


def the_row(ctx, shop, day=WEDNESDAY):
    """The only worker's line."""
    return day_sheet(ctx, shop, day).rows[0]


def entries(ctx, where=PieceEntry.deleted == 0):
    """The piece entries as stored."""
    with ctx.database.read() as session:
        return [
            (e.date, e.worker_id, e.good_milli, e.time_kind) for e in session.scalars(select(PieceEntry).where(where))
        ]


def changes(ctx):
    """How many rows the journal holds."""
    with ctx.database.read() as session:
        return session.scalar(select(func.count()).select_from(Journal))


@pytest.mark.parametrize(
    ("typed", "noted", "minutes"),
    [
        ("√", "√", (480, 0)),
        (" 8+2 ", "8+2", (480, 120)),
        ("6.5", "6.5", (390, 0)),
        ("半", "半", (240, 0)),
        ("旷", "旷", (0, 0)),
    ],
)
def test_a_mark_is_noted_as_people_write_it(ctx, shop, hire, typed, noted, minutes):
    assert set_mark(ctx, shop, WEDNESDAY, hire("01"), typed).mark == noted
    row = the_row(ctx, shop)
    assert (row.mark, row.normal_minutes, row.extra_minutes) == (noted, *minutes)


def test_a_mark_taken_away_is_not_filled_in(ctx, shop, hire):
    worker_id = hire("01")
    set_mark(ctx, shop, WEDNESDAY, worker_id, "旷")
    set_mark(ctx, shop, WEDNESDAY, worker_id, "")
    summary = day_sheet(ctx, shop, WEDNESDAY).summary
    assert (summary.absent, summary.not_filled) == (0, 1)


def test_the_same_mark_again_is_no_change(ctx, shop, hire):
    worker_id = hire("01")
    set_mark(ctx, shop, WEDNESDAY, worker_id, "√")
    before = changes(ctx)
    set_mark(ctx, shop, WEDNESDAY, worker_id, "√")
    assert changes(ctx) == before


@pytest.mark.parametrize("typed", ["9", "x", "加25", "0.01"])
def test_what_is_no_mark_is_refused_and_nothing_noted(ctx, shop, hire, typed):
    worker_id = hire("01")
    with pytest.raises(Refusal) as refusal:
        set_mark(ctx, shop, WEDNESDAY, worker_id, typed)
    assert typed in refusal.value.text("zh_CN")
    assert the_row(ctx, shop).mark == ""


def test_nobody_is_marked_before_being_hired(ctx, shop, hire):
    worker_id = hire("01", hired_on=WEDNESDAY)
    with pytest.raises(Refusal) as refusal:
        set_mark(ctx, shop, WEDNESDAY - timedelta(1), worker_id, "√")
    assert refusal.value.code == "day_not_employed"


def test_pieces_typed_again_correct_the_entry(ctx, shop, hire, bag):
    worker_id = hire("01")
    for milli in (5000, 7000):
        set_pieces(ctx, shop, WEDNESDAY, worker_id, bag, milli)
    assert entries(ctx) == [("2026-10-21", worker_id, 7000, "正常")]


def test_no_pieces_are_no_entry_and_may_come_back(ctx, shop, hire, bag):
    worker_id = hire("01")
    for milli in (5000, 0):
        set_pieces(ctx, shop, WEDNESDAY, worker_id, bag, milli)
    assert entries(ctx) == []
    set_pieces(ctx, shop, WEDNESDAY, worker_id, bag, 3000)
    assert entries(ctx, PieceEntry.good_milli >= 0) == [("2026-10-21", worker_id, 3000, "正常")]


@pytest.mark.parametrize(
    ("day", "mark", "kind"),
    [
        (WEDNESDAY, "√", TimeKind.NORMAL),
        (WEDNESDAY, "加3", TimeKind.OVERTIME),
        (SATURDAY, "√", TimeKind.NORMAL),
        (SATURDAY, "加8", TimeKind.REST_DAY),
        (date(2026, 10, 1), "加8", TimeKind.STATUTORY),
        (date(2026, 10, 1), "", TimeKind.STATUTORY),
    ],
)
def test_pieces_count_as_the_time_of_day_and_mark(ctx, shop, hire, bag, day, mark, kind):
    worker_id = hire("01")
    set_mark(ctx, shop, day, worker_id, mark)
    set_pieces(ctx, shop, day, worker_id, bag, 1000)
    assert [entry[3] for entry in entries(ctx)] == [kind]


def test_a_cell_of_several_entries_is_left_to_production(ctx, shop, hire, bag):
    worker_id = hire("01")
    set_pieces(ctx, shop, WEDNESDAY, worker_id, bag, 1000)
    with ctx.database.write("test", "seed") as session:
        session.add(
            PieceEntry(workshop_id=shop, id=5, date="2026-10-21", worker_id=worker_id, process_id=101, grade="")
        )
    with pytest.raises(Refusal) as refusal:
        set_pieces(ctx, shop, WEDNESDAY, worker_id, bag, 2000)
    assert refusal.value.code == "pieces_several"


@pytest.mark.parametrize(
    ("item", "milli", "code"),
    [
        (BAG, -1, "pieces_negative"),
        (BAG, 1_000_000_001, "pieces_too_many"),
        (Item(9, ""), 1, "process_missing"),
    ],
)
def test_wrong_pieces_are_refused(ctx, shop, hire, bag, item, milli, code):
    with pytest.raises(Refusal) as refusal:
        set_pieces(ctx, shop, WEDNESDAY, hire("01"), item, milli)
    assert refusal.value.code == code
    assert entries(ctx) == []


def test_accepting_fills_only_what_is_not_filled_in(ctx, shop, hire):
    set_mark(ctx, shop, WEDNESDAY, hire("01"), "旷")
    hire("02")
    accept_all(ctx, shop, WEDNESDAY)
    assert [row.mark for row in day_sheet(ctx, shop, WEDNESDAY).rows] == ["旷", "√"]


def test_closing_names_who_is_not_filled_in(ctx, shop, hire):
    set_mark(ctx, shop, WEDNESDAY, hire("01"), "√")
    hire("02", "沙马芝")
    closed = close_day(ctx, shop, WEDNESDAY)
    assert (closed.not_filled, closed.summary.not_filled, closed.summary.absent) == (("02 沙马芝",), 1, 0)
    assert day_sheet(ctx, shop, WEDNESDAY).closed_by == "阿依"


def test_a_closed_day_can_be_opened_and_closed_again(ctx, shop, hire):
    hire("01")
    seen = []
    for step in (close_day, reopen_day, close_day):
        step(ctx, shop, WEDNESDAY)
        seen.append(day_sheet(ctx, shop, WEDNESDAY).closed_by)
    assert seen == ["阿依", None, "阿依"]


def test_a_day_is_found_by_the_index_however_many_years_there_are(ctx, shop, hire, bag, statements):
    """Without statistics SQLite reads every row of a workshop for an equality: 190 ms a cell with ten years."""
    worker_id = hire("01")
    with statements() as sent:
        set_mark(ctx, shop, WEDNESDAY, worker_id, "√")
        set_pieces(ctx, shop, WEDNESDAY, worker_id, bag, 1000)
        day_sheet(ctx, shop, WEDNESDAY)
    with ctx.database.engine.connect() as connection:
        plans = {
            (sql, row[3])
            for sql in sent
            if sql.startswith("SELECT") and ("piece_entry" in sql or "attendance" in sql)
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", ("",) * sql.count("?"))
        }
    assert len(plans) > 5
    assert [plan for _, plan in plans if plan.endswith("USING PRIMARY KEY (workshop_id=?)")] == []
