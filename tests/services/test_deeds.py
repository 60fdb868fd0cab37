"""What a change was, in the journal's own words, before it is taken back."""

import random
from dataclasses import replace
from datetime import date

import pytest

from app.domain.refusal import Refusal
from app.models.goods import Process, Product
from app.services.day import day_sheet
from app.services.day_batch import AS_BEFORE, DayNote, note_day
from app.services.day_edit import accept_all, close_day, put_mark, read_mark, reopen_day, set_mark, set_pieces, writing
from app.services.day_history import history
from app.services.day_pieces import Item
from app.services.deeds import DeedLine, describe, do_again, take_back
from app.services.undo import undo
from app.services.undo_steps import Step

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
    taken = take_back(ctx, Step(saved, saved))
    assert sheet(ctx, shop) == was
    assert {(line.no, line.item[1], line.before, line.after) for line in taken.deed.lines} == {
        ("01", "", "", "√"), ("02", "", "", "假"), ("01", "刺绣", "1", "12"), ("01", "锁边", "", "6"),
    }  # fmt: skip
    assert do_again(ctx, taken.step).deed == taken.deed
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
        saved = step()
        done.append(Step(saved, saved))
        seen.append(sheet(ctx, shop))
    for _ in range(2):
        again = []
        for at in reversed(range(len(steps))):
            again.append(take_back(ctx, done.pop()).step)
            assert sheet(ctx, shop) == seen[at]
        for at in range(len(steps)):
            done.append(do_again(ctx, again.pop()).step)
            assert sheet(ctx, shop) == seen[at + 1]


def test_the_journal_alone_tells_what_can_be_taken_back(ctx, shop, hire, items):
    """Random deeds, undos and redos: what the journal tells is what somebody who remembered everything has."""
    workers = [hire(f"{at:02d}") for at in range(1, 4)]
    chance = random.Random(4)
    done, undone = [], []
    for _ in range(60):
        act = chance.choice(("mark", "pieces", "batch", "before", "close", "undo", "undo", "redo"))
        worker_id = chance.choice(workers)
        if act == "undo" and done:
            undone.append(take_back(ctx, done.pop()).step)
        elif act == "redo" and undone:
            done.append(do_again(ctx, undone.pop()).step)
        elif act not in {"undo", "redo"}:
            saved = deed(ctx, shop, act, worker_id, workers, chance)
            if saved.upto > saved.after:
                done.append(Step(saved, saved))
                undone.clear()
        found = history(ctx, shop, DAY)
        assert (list(found.done), list(found.undone)) == (done, undone)
    assert len(done) > 5
    assert history(ctx, shop, date(2026, 10, 19)).done == ()


def deed(ctx, shop, act, worker_id, workers, chance):
    """Something done on the day; never two batches of one name in a row."""
    mark, milli = chance.choice(("√", "半", "旷", "")), chance.randrange(9) * 1000
    if act == "mark":
        return set_mark(ctx, shop, DAY, worker_id, mark).saved
    if act == "pieces":
        return set_pieces(ctx, shop, DAY, worker_id, chance.choice((BAG, HEM)), milli)
    if act == "close":
        return chance.choice((lambda: close_day(ctx, shop, DAY).saved, lambda: reopen_day(ctx, shop, DAY)))()
    set_mark(ctx, shop, date(2026, 10, 20), worker_id, mark)
    set_mark(ctx, shop, date(2026, 10, 20), worker_id, "休")
    if act == "batch":
        return note_day(ctx, shop, DAY, [DayNote(each, mark, ((BAG, milli),)) for each in workers])
    return note_day(ctx, shop, DAY, [DayNote(worker_id, mark, ((BAG, milli), (HEM, 2000)))], AS_BEFORE)


def test_what_another_page_took_back_is_not_taken_for_ones_own(ctx, shop, hire):
    first, second = hire("01"), hire("02")
    set_mark(ctx, shop, DAY, first, "√")
    with writing(ctx, shop, "month.marks") as (session, saved):
        put_mark(session, (shop, second, DAY.isoformat()), read_mark("半"))
    undo(ctx, saved())
    (step,) = history(ctx, shop, DAY).done
    assert take_back(ctx, step).deed.lines[0].no == "01"


def test_what_another_did_is_not_offered(ctx, shop, hire):
    set_mark(ctx, shop, DAY, hire("01"), "√")
    assert history(replace(ctx, user="别人"), shop, DAY).done == ()


@pytest.mark.parametrize(
    ("note", "code"),
    [
        ({"mark": "9"}, "book_mark_over_8"),
        ({"mark": "=cmd()"}, "book_mark_unknown"),
        ({"pieces": ((BAG, -1),)}, "pieces_negative"),
        ({"pieces": ((BAG, 10**12),)}, "pieces_too_many"),
        ({"pieces": ((Item(9, ""), 1000),)}, "process_missing"),
        ({"worker_id": 5, "mark": "√"}, "worker_missing"),
    ],
)
def test_a_batch_with_one_bad_cell_writes_nothing(ctx, shop, hire, items, note, code):
    worker_id = hire("01")
    before = sheet(ctx, shop)
    bad = DayNote(**({"worker_id": worker_id} | note))
    with pytest.raises(Refusal) as refusal:
        note_day(ctx, shop, DAY, [DayNote(worker_id, "半", ((HEM, 3000),)), bad])
    assert (refusal.value.code, sheet(ctx, shop)) == (code, before)


def test_a_batch_for_who_is_not_employed_is_refused(ctx, shop, hire):
    worker_id = hire("01", hired_on=date(2026, 10, 22))
    with pytest.raises(Refusal) as refusal:
        note_day(ctx, shop, DAY, [DayNote(worker_id, "√")])
    assert refusal.value.code == "day_not_employed"
