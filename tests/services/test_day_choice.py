"""Which day Today opens, and when it asks first."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.models.work import Attendance
from app.services.day_choice import which_day
from app.services.day_edit import close_day, set_mark

TODAY = date(2026, 10, 21)  # the fixture's clock; a Wednesday
RELEASED = date(2026, 9, 1)


def at(ctx, day):
    """The same person with the PC's clock on another day."""
    return replace(ctx, now=lambda: datetime.combine(day, datetime.min.time()))


def test_an_empty_book_opens_today(ctx, shop):
    choice = which_day(ctx, shop, RELEASED)
    assert (choice.day, choice.doubt, choice.open_days) == (TODAY, "", ())


def test_the_oldest_day_not_closed_comes_first(ctx, shop, hire):
    worker_id = hire("01")
    for back in (5, 2, 1):  # Friday, Monday, Tuesday
        set_mark(ctx, shop, TODAY - timedelta(back), worker_id, "√")
    close_day(ctx, shop, TODAY - timedelta(2))
    assert which_day(ctx, shop, RELEASED).open_days == (date(2026, 10, 16), date(2026, 10, 20))
    assert which_day(ctx, shop, RELEASED).day == date(2026, 10, 16)


def test_a_working_day_nobody_typed_is_open_a_weekend_is_not(ctx, shop, hire):
    set_mark(ctx, shop, date(2026, 10, 16), hire("01"), "√")
    close_day(ctx, shop, date(2026, 10, 16))
    assert which_day(ctx, shop, RELEASED).open_days == (date(2026, 10, 19), date(2026, 10, 20))


def test_a_day_taken_whole_from_a_book_needs_no_closing(ctx, shop, hire):
    worker_id = hire("01")
    with ctx.database.write("test", "seed") as session:
        session.add(Attendance(workshop_id=shop, worker_id=worker_id, date="2026-10-20", mark="√", source="book"))
    assert which_day(ctx, shop, RELEASED).open_days == ()


@pytest.mark.parametrize(
    ("clock", "doubt"),
    [
        (date(2026, 8, 31), "date_before_release"),
        (date(2026, 10, 19), "date_before_noted"),
        (date(2026, 10, 20), ""),
        (date(2026, 11, 20), ""),
        (date(2026, 11, 21), "date_long_after_noted"),
        (date(2051, 1, 1), "date_long_after_noted"),
    ],
)
def test_a_clock_that_cannot_be_right_is_asked_about(ctx, shop, hire, clock, doubt):
    set_mark(ctx, shop, date(2026, 10, 20), hire("01"), "√")
    assert which_day(at(ctx, clock), shop, RELEASED).doubt == doubt
