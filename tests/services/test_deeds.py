"""What a change was, in the journal's own words, before it is taken back."""

from datetime import date

import pytest

from app.models.goods import Process, Product
from app.services.day import day_sheet
from app.services.day_batch import AS_BEFORE, DayNote, note_day
from app.services.day_edit import accept_all, close_day, reopen_day, set_mark, set_pieces
from app.services.day_pieces import Item
from app.services.deeds import DeedLine, describe, take_back
from app.services.undo import undo

DAY = date(2026, 10, 21)
BAG, HEM = Item(101, "A"), Item(102, "")
MARK = ("", "", "")


@pytest.fixture
def items(ctx, shop):
    """Two processes of a bag."""
    with ctx.database.write("test", "seed") as session:
        session.add(Product(workshop_id=shop, id=1, name="挎包"))
        session.flush()
        session.add(Process(workshop_id=shop, id=101, product_id=1, name="刺绣"))
        session.add(Process(workshop_id=shop, id=102, product_id=1, name="锁边"))


def sheet(ctx, shop):
    """Marks and sums of pieces by number."""
    return {
        row.no: (row.mark, sum(c.good_milli for c in row.cells) + row.other_milli)
        for row in day_sheet(ctx, shop, DAY).rows
    }


@pytest.mark.parametrize(("before", "typed"), [("", "√"), ("√", "8+2"), ("半", "旷"), ("√", "")])
def test_a_mark_is_told_from_what_to_what(ctx, shop, hire, before, typed):
    worker_id = hire("01", "沙马芝")
    set_mark(ctx, shop, DAY, worker_id, before)
    deed = describe(ctx, set_mark(ctx, shop, DAY, worker_id, typed).saved)
    assert (deed.action, deed.lines) == ("day.mark", (DeedLine("01", "沙马芝", MARK, before, typed),))


def test_pieces_are_told_with_their_item(ctx, shop, hire, items):
    worker_id = hire("01")
    told = []
    for milli in (12_000, 7_500, 0, 3_000):
        told += describe(ctx, set_pieces(ctx, shop, DAY, worker_id, BAG, milli)).lines
    assert {line.item for line in told} == {("挎包", "刺绣", "A")}
    assert [(line.before, line.after) for line in told] == [("", "12"), ("12", "7.5"), ("7.5", ""), ("", "3")]


def test_a_batch_goes_back_at_once_and_names_every_cell(ctx, shop, hire, items):
    first, second = hire("01"), hire("02", "吉克秀英")
    set_pieces(ctx, shop, DAY, first, BAG, 1_000)
    was = sheet(ctx, shop)
    notes = [DayNote(first, "√", ((BAG, 12_000), (HEM, 6_000))), DayNote(second, "假")]
    saved = note_day(ctx, shop, DAY, notes)
    assert sheet(ctx, shop) == {"01": ("√", 18_000), "02": ("假", 0)}
    taken = take_back(ctx, saved)
    assert sheet(ctx, shop) == was
    assert {(line.no, line.item[1], line.before, line.after) for line in taken.deed.lines} == {
        ("01", "", "", "√"), ("02", "", "", "假"), ("01", "刺绣", "1", "12"), ("01", "锁边", "", "6"),
    }  # fmt: skip
    undo(ctx, taken.saved)
    assert sheet(ctx, shop) == {"01": ("√", 18_000), "02": ("假", 0)}


def test_whatever_the_day_knows_goes_back_and_forth(ctx, shop, hire, items):
    worker_id = hire("01")
    seen, done = [sheet(ctx, shop)], []
    steps = (
        lambda: accept_all(ctx, shop, DAY),
        lambda: set_mark(ctx, shop, DAY, worker_id, "半").saved,
        lambda: note_day(ctx, shop, DAY, [DayNote(worker_id, "√", ((BAG, 5_000),))], AS_BEFORE),
        lambda: set_pieces(ctx, shop, DAY, worker_id, BAG, 0),
        lambda: set_pieces(ctx, shop, DAY, worker_id, BAG, 9_000),
        lambda: close_day(ctx, shop, DAY).saved,
        lambda: reopen_day(ctx, shop, DAY),
    )
    for step in steps:
        done.append(step())
        seen.append(sheet(ctx, shop))
    for _ in range(2):
        again = []
        for at in reversed(range(len(steps))):
            again.append(take_back(ctx, done.pop()).saved)
            assert sheet(ctx, shop) == seen[at]
        for at in range(len(steps)):
            done.append(undo(ctx, again.pop()))
            assert sheet(ctx, shop) == seen[at + 1]
