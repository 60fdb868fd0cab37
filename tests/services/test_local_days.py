"""The county's layer of the calendar: added, changed, removed; nothing twice; a locked month stays as it is."""

from datetime import date

import pytest

from app.domain.refusal import Refusal
from app.domain.vocabulary import DayKind
from app.models.local import Journal
from app.services.local_days import local_days, remove_local_day, save_local_day
from app.services.rule_packs_view import year_view

TORCH = date(2026, 7, 22)


def code_of(do, *arguments, **named):
    with pytest.raises(Refusal) as refusal:
        do(*arguments, **named)
    return refusal.value.code


def kind(ctx, shop, day):
    return year_view(ctx, shop, day.year).months[day.month - 1].kind(day)


@pytest.mark.parametrize(("statutory", "expected"), [(True, DayKind.STATUTORY), (False, DayKind.REST)])
def test_a_festival_changes_the_kind_of_its_day(ctx, shop, statutory, expected):
    save_local_day(ctx, shop, TORCH, " 火把节 ", statutory=statutory)
    (row,) = local_days(ctx, shop, 2026)
    assert (row.day, row.name, row.statutory, row.locked) == (TORCH, "火把节", statutory, False)
    assert kind(ctx, shop, TORCH) is expected


def test_a_removed_festival_can_be_added_again(ctx, shop):
    save_local_day(ctx, shop, TORCH, "火把节", statutory=True)
    remove_local_day(ctx, shop, TORCH)
    assert local_days(ctx, shop) == ()
    assert kind(ctx, shop, TORCH) is DayKind.WORKING
    save_local_day(ctx, shop, TORCH, "火把节二", statutory=False)
    assert [(row.name, row.statutory) for row in local_days(ctx, shop)] == [("火把节二", False)]
    with ctx.database.read() as session:
        ops = [row.op for row in session.query(Journal).filter_by(tbl="calendar_day").order_by(Journal.pos)]
    assert ops == ["i", "d", "c"]


def test_two_festivals_on_one_date_are_one_day(ctx, shop):
    assert code_of(save_local_day, ctx, shop, date(2026, 10, 1), "彝族年", statutory=True) == "local_day_national"
    save_local_day(ctx, shop, TORCH, "火把节", statutory=True)
    assert code_of(save_local_day, ctx, shop, TORCH, "星回节", statutory=True) == "local_day_taken"
    assert [row.name for row in local_days(ctx, shop)] == ["火把节"]


def test_a_festival_can_be_renamed_and_moved(ctx, shop):
    save_local_day(ctx, shop, TORCH, "火把节", statutory=True)
    save_local_day(ctx, shop, TORCH, "星回节", statutory=False, replaces=TORCH)
    moved = TORCH.replace(day=23)
    save_local_day(ctx, shop, moved, "星回节", statutory=False, replaces=TORCH)
    assert [(row.day, row.name) for row in local_days(ctx, shop)] == [(moved, "星回节")]


def test_a_day_off_by_notice_may_be_a_festival(ctx, shop):
    save_local_day(ctx, shop, date(2026, 10, 5), "赶集", statutory=True)
    assert kind(ctx, shop, date(2026, 10, 5)) is DayKind.STATUTORY


@pytest.mark.parametrize("name", ["", "  ", "节" * 21, "火\n把"])
def test_a_festival_has_a_name_that_can_be_printed(ctx, shop, name):
    assert code_of(save_local_day, ctx, shop, TORCH, name, statutory=True) == "local_day_name"


def test_a_festival_needs_its_date(ctx, shop):
    assert code_of(save_local_day, ctx, shop, None, "火把节", statutory=True) == "local_day_date"


def test_what_is_not_there_cannot_be_removed(ctx, shop):
    assert code_of(remove_local_day, ctx, shop, TORCH) == "pay_record_missing"


def test_only_the_year_asked_for_is_listed(ctx, shop):
    save_local_day(ctx, shop, TORCH, "火把节", statutory=True)
    save_local_day(ctx, shop, TORCH.replace(year=2025), "火把节", statutory=True)
    assert [row.day.year for row in local_days(ctx, shop, 2025)] == [2025]
    assert len(local_days(ctx, shop)) == 2
