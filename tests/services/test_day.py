"""The day sheet as read: who stands on it, what is suggested, which items are its columns."""

from datetime import date, timedelta

import pytest

from app.domain.vocabulary import Basis, DayKind, Relation
from app.models.goods import PiecePrice, Process, Product
from app.services.day import Item, day_sheet
from app.services.day_edit import set_mark, set_pieces

WEDNESDAY = date(2026, 10, 21)
SATURDAY = date(2026, 10, 24)
NATIONAL_DAY = date(2026, 10, 1)


@pytest.fixture
def items(ctx, shop):
    """Eight processes of one product, the first two priced; process ids 101 to 108."""
    with ctx.database.write("test", "seed") as session:
        session.add(Product(workshop_id=shop, id=1, name="彝绣挎包"))
        session.flush()
        for n in range(1, 9):
            session.add(Process(workshop_id=shop, id=100 + n, product_id=1, name=f"工序{n}"))
        session.flush()
        for n in (1, 2):
            session.add(
                PiecePrice(workshop_id=shop, process_id=100 + n, grade="A", valid_from="2026-01-01", price_e4=12_000)
            )
    return [Item(100 + n, "A" if n <= 2 else "") for n in range(1, 9)]


def row_of(ctx, shop, worker_id, day=WEDNESDAY):
    """One worker's line of the sheet."""
    return next(row for row in day_sheet(ctx, shop, day).rows if row.worker_id == worker_id)


@pytest.mark.parametrize(
    ("hired", "left", "stands"),
    [
        (WEDNESDAY, None, True),
        (WEDNESDAY + timedelta(1), None, False),
        (date(2025, 1, 1), WEDNESDAY, True),
        (date(2025, 1, 1), WEDNESDAY - timedelta(1), False),
    ],
)
def test_the_sheet_holds_who_is_employed_that_day(ctx, shop, hire, hired, left, stands):
    hire("01", hired_on=hired, left_on=left)
    assert bool(day_sheet(ctx, shop, WEDNESDAY).rows) is stands


@pytest.mark.parametrize(
    ("day", "kind", "festival"),
    [(WEDNESDAY, DayKind.WORKING, ""), (SATURDAY, DayKind.REST, ""), (NATIONAL_DAY, DayKind.STATUTORY, "国庆节")],
)
def test_the_day_has_its_kind(ctx, shop, day, kind, festival):
    sheet = day_sheet(ctx, shop, day)
    assert (sheet.kind, sheet.festival) == (kind, festival)


@pytest.mark.parametrize(
    ("yesterday", "today"),
    [("8+2", "√"), ("6.5", "6.5"), ("假", "假"), ("病", "病"), ("旷", "√"), ("带薪", "√"), ("", "√")],
)
def test_a_working_day_is_suggested_from_the_last_one(ctx, shop, hire, yesterday, today):
    worker_id = hire("01")
    set_mark(ctx, shop, WEDNESDAY - timedelta(1), worker_id, yesterday)
    row = row_of(ctx, shop, worker_id)
    assert (row.mark, row.suggestion) == ("", today)


def test_a_weekend_between_does_not_hide_the_last_working_day(ctx, shop, hire):
    worker_id = hire("01")
    for day, mark in ((23, "6"), (24, "休"), (25, "加4")):
        set_mark(ctx, shop, date(2026, 10, day), worker_id, mark)
    assert row_of(ctx, shop, worker_id, date(2026, 10, 26)).suggestion == "6"


def test_a_day_off_is_suggested_off(ctx, shop, hire):
    assert row_of(ctx, shop, hire("01"), SATURDAY).suggestion == "休"


@pytest.mark.parametrize("relation", [Relation.SERVICES, Relation.HOME])
def test_who_needs_no_mark_is_never_not_filled_in(ctx, shop, hire, relation):
    worker_id = hire("01", relation=relation, basis=Basis.PIECE, rate_fen=None)
    sheet = day_sheet(ctx, shop, WEDNESDAY)
    assert (sheet.rows[0].needs_mark, sheet.rows[0].suggestion, sheet.summary.not_filled) == (False, "", 0)
    assert worker_id == sheet.rows[0].worker_id


def test_whoever_has_a_mark_is_counted_though_none_was_needed(ctx, shop, hire):
    worker_id = hire("01", relation=Relation.HOME, basis=Basis.PIECE, rate_fen=None)
    set_mark(ctx, shop, WEDNESDAY, worker_id, "√")
    found = day_sheet(ctx, shop, WEDNESDAY).summary
    assert (found.present, found.not_filled) == (1, 0)


def test_a_part_time_worker_gets_no_hours_suggested_out_of_nothing(ctx, shop, hire):
    worker_id = hire("01", relation=Relation.PART_TIME, basis=Basis.HOURLY, rate_fen=1900)
    assert row_of(ctx, shop, worker_id).suggestion == ""


def test_the_summary_keeps_absent_and_not_filled_in_apart(ctx, shop, hire):
    for no, mark in (("1", "√"), ("2", "半"), ("3", "旷"), ("4", "病"), ("5", "休"), ("6", "")):
        set_mark(ctx, shop, WEDNESDAY, hire(no), mark)
    found = day_sheet(ctx, shop, WEDNESDAY).summary
    assert (found.present, found.absent, found.leave, found.off, found.not_filled) == (2, 1, 1, 1, 1)


def test_columns_are_the_items_of_today_and_the_last_month(ctx, shop, hire, items):
    worker_id = hire("01")
    set_pieces(ctx, shop, WEDNESDAY - timedelta(32), worker_id, items[6], 1000)
    set_pieces(ctx, shop, WEDNESDAY - timedelta(1), worker_id, items[1], 5000)
    set_pieces(ctx, shop, WEDNESDAY, worker_id, items[4], 2000)
    sheet = day_sheet(ctx, shop, WEDNESDAY)
    assert [column.item for column in sheet.columns] == [items[1], items[4]]
    assert [cell.good_milli for cell in sheet.rows[0].cells] == [0, 2000]
    assert sheet.rows[0].own_items == (items[1],)


def test_pieces_beyond_the_columns_are_counted_beside_them(ctx, shop, hire, items):
    worker_id = hire("01")
    for n, item in enumerate(items):
        set_pieces(ctx, shop, WEDNESDAY, worker_id, item, 1000 * (n + 1))
    sheet = day_sheet(ctx, shop, WEDNESDAY)
    shown = sum(cell.good_milli for cell in sheet.rows[0].cells)
    assert len(sheet.columns) == 6
    assert (shown + sheet.rows[0].other_milli, sheet.summary.good_milli) == (36_000, 36_000)


def test_a_column_can_be_added(ctx, shop, hire, items):
    hire("01")
    assert [c.item for c in day_sheet(ctx, shop, WEDNESDAY, [items[0]]).columns] == [items[0]]


def test_an_item_shows_the_price_in_force_that_day(ctx, shop, items):
    prices = [
        {row.item: row.price_e4 for row in day_sheet(ctx, shop, day).items} for day in (date(2025, 12, 31), WEDNESDAY)
    ]
    assert [by_item[items[0]] for by_item in prices] == [None, 12_000]


def test_three_times_the_own_average_is_worth_a_second_look(ctx, shop, hire, items):
    worker_id = hire("01")
    for back in (1, 2, 5):
        set_pieces(ctx, shop, WEDNESDAY - timedelta(back), worker_id, items[0], 4000)
    flags = []
    for milli in (12_000, 12_001):
        set_pieces(ctx, shop, WEDNESDAY, worker_id, items[0], milli)
        flags.append(row_of(ctx, shop, worker_id).cells[0].far_above)
    assert flags == [False, True]


def test_the_last_day_of_a_worker_is_what_yesterday_was(ctx, shop, hire, items):
    worker_id = hire("01")
    for back, item, milli in ((3, items[0], 9000), (2, items[1], 5000), (2, items[2], 6000)):
        set_pieces(ctx, shop, WEDNESDAY - timedelta(back), worker_id, item, milli)
    row = row_of(ctx, shop, worker_id)
    assert row.before == ((items[1], 5000), (items[2], 6000))
    assert [cell.before_milli for cell in row.cells] == [0, 5000, 6000]


def test_items_of_the_last_days_stand_before_older_ones_and_new_ones_behind_them(ctx, shop, hire, items):
    worker_id = hire("01")
    for back, at in ((0, 0), (20, 1), (2, 2), (1, 3)):
        set_pieces(ctx, shop, WEDNESDAY - timedelta(back), worker_id, items[at], 1000)
    columns = [column.item for column in day_sheet(ctx, shop, WEDNESDAY).columns]
    assert columns == [items[2], items[3], items[1], items[0]]


def test_the_sheet_asks_the_database_as_often_for_thirty_workers_as_for_one(ctx, shop, hire, statements):
    hire("001")
    with statements() as one:
        day_sheet(ctx, shop, WEDNESDAY)
    for n in range(2, 31):
        hire(f"{n:03d}")
    with statements() as thirty:
        day_sheet(ctx, shop, WEDNESDAY)
    assert len(one) == len(thirty) <= 16
