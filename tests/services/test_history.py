"""Who changed what, when, from what to what: read from the journal, masked, in words."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from app.domain.messages.text import Twofold
from app.models.goods import Process, Product
from app.models.local import Journal
from app.models.people import Worker
from app.models.workshop import CalendarDay
from app.services import day_edit, undo
from app.services.day_edit import Item
from app.services.history import MOST, Deed, Subject, history
from app.services.people_edit import edit_worker, worker_form

DAY = date(2026, 10, 21)
WORKER_MORE = ("pay_term", "household_status")


@pytest.fixture
def worker(hire):
    return hire("01", "阿依莫", id_number="51349919960720880X", account="6228480000000010019", bank="农村信用社")


def values(change):
    return {part.column: (part.before, part.after) for part in change.parts}


def test_a_new_record_tells_what_it_holds_and_numbers_are_masked(ctx, shop, worker):
    (change,) = history(ctx, shop, Subject("worker", (worker,)))
    assert (change.deed, change.user, change.here, change.about) == (Deed.ADDED, "阿依", True, "")
    told = values(change)
    assert told["name"] == ("", "阿依莫")
    assert told["id_number"] == ("", "····880X")
    assert told["account"] == ("", "····0019")
    assert "village" not in told
    assert not any("513499" in text for pair in told.values() for text in pair)


def test_an_edit_tells_old_and_new_newest_first(ctx, shop, worker):
    form = worker_form(ctx, shop, worker)
    edit_worker(ctx, shop, worker, replace(form, name="阿依曼", left_on=date(2026, 9, 30)))
    newest, oldest = history(ctx, shop, Subject("worker", (worker,)))
    assert (newest.deed, oldest.deed) == (Deed.CHANGED, Deed.ADDED)
    assert values(newest) == {"name": ("阿依莫", "阿依曼"), "left_on": ("", "2026-09-30")}


def test_what_belongs_to_a_worker_is_told_with_him(ctx, shop, worker, hire):
    hire("02", "吉克秀英")
    form = worker_form(ctx, shop, worker)
    edit_worker(ctx, shop, worker, replace(form, rate_fen=280_000, terms_from=date(2026, 10, 1)))
    changes = history(ctx, shop, Subject("worker", (worker,), WORKER_MORE))
    assert [(change.table, change.about) for change in changes] == [
        ("pay_term", "2026-10-01"),
        ("pay_term", "2025-03-01"),
        ("worker", ""),
    ]
    assert values(changes[0])["rate_fen"] == ("", "2,800.00")


def test_a_worker_whose_id_begins_like_anothers_is_another(ctx, shop):
    with ctx.database.write("阿依", "test") as session:
        for at in (12, 123):
            session.add(Worker(workshop_id=shop, id=at, no=str(at), name=f"工人{at}", hired_on="2025-01-01"))
    assert len(history(ctx, shop, Subject("worker", (12,), WORKER_MORE))) == 1


def test_a_mark_and_its_undoing(ctx, shop, worker):
    saved = day_edit.set_mark(ctx, shop, DAY, worker, "8+2").saved
    undo.undo(ctx, saved)
    undone, added = history(ctx, shop, Subject("attendance", (worker, DAY.isoformat())))
    assert values(added)["extra_minutes"] == ("", "2")
    assert (added.deed, undone.deed, undone.parts) == (Deed.ADDED, Deed.UNDONE, ())


def test_references_are_told_by_name(ctx, shop, worker):
    with ctx.database.write("阿依", "test") as session:
        session.add(Product(workshop_id=shop, id=901, name="彝绣挎包"))
        session.add(Process(workshop_id=shop, id=911, product_id=901, name="刺绣"))
    day_edit.set_pieces(ctx, shop, DAY, worker, Item(911, ""), 12_500)
    with ctx.database.read() as session:
        key = session.scalars(select(Journal.key).where(Journal.tbl == "piece_entry")).one()
    (change,) = history(ctx, shop, Subject("piece_entry", (int(key.strip("[]")),)))
    told = values(change)
    assert (told["worker_id"], told["process_id"], told["good_milli"]) == (
        ("", "01 阿依莫"),
        ("", "刺绣"),
        ("", "12.5"),
    )


def test_flags_are_words_of_either_language(ctx, shop):
    with ctx.database.write("阿依", "test") as session:
        session.add(CalendarDay(workshop_id=shop, date="2026-08-06", name="火把节", statutory=1))
    (change,) = history(ctx, shop, Subject("calendar_day", ("2026-08-06",)))
    after = next(part.after for part in change.parts if part.column == "statutory")
    assert isinstance(after, Twofold)
    assert (after, after.text("en")) == ("是", "yes")


def test_another_pcs_change_is_told_as_such(ctx, shop, worker):
    with ctx.database.write("阿依", "test", capture=False) as session:
        entry = {"tbl": "worker", "key": f"[{worker}]", "op": "u", "data": '{"name":["阿依莫","阿依麦"],"no":"01"}'}
        who = {"device": 77, "seq": 1, "clock": 1 << 45, "base": "0", "user": "木呷", "action": "", "at": 1_790_000_000}
        session.add(Journal(workshop_id=shop, **who, **entry))
    newest, *_ = history(ctx, shop, Subject("worker", (worker,)))
    assert (newest.user, newest.here, values(newest)) == ("木呷", False, {"name": ("阿依莫", "阿依麦")})


def test_a_record_of_another_workshop_or_none_has_no_history(ctx, shop, worker):
    assert history(ctx, shop + 1, Subject("worker", (worker,))) == ()
    assert history(ctx, shop, Subject("worker", (worker + 1,))) == ()


def test_few_statements_for_many_changes_and_no_more_than_are_read(ctx, shop, worker, statements):
    with ctx.database.write("阿依", "test") as session:
        row = session.get(Worker, (shop, worker))
        for at in range(MOST + 10):
            row.village = f"村{at}"
            session.flush()
    with statements() as sent:
        assert len(history(ctx, shop, Subject("worker", (worker,), WORKER_MORE))) == MOST
    assert len([one for one in sent if one.startswith("SELECT")]) <= 3


def test_the_index_finds_the_rows(ctx, shop, worker):
    plan = (
        "EXPLAIN QUERY PLAN SELECT * FROM journal WHERE workshop_id = 1 AND "
        "((tbl = 'worker' AND key = '[1]') OR (tbl = 'pay_term' AND key > '[1,' AND key < '[1-'))"
    )
    with ctx.database.read() as session:
        steps = [row[3] for row in session.connection().exec_driver_sql(plan)]
    assert not any(step.startswith("SCAN") for step in steps), steps
