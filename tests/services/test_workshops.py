"""Workshops of a database and the facts of the status bar."""

from datetime import date

import pytest

from app.domain.ids import ID_LIMIT
from app.domain.refusal import Refusal
from app.services.workshops import choose_workshop, create_workshop, list_workshops, status


def test_a_workshop_has_a_number_readers_keep_whole(ctx, shop):
    assert 0 < shop < ID_LIMIT


def test_workshops_are_listed_by_name(ctx):
    create_workshop(ctx, "B", "513499")
    create_workshop(ctx, "A", "513499")
    assert [row.name for row in list_workshops(ctx)] == ["A", "B"]


@pytest.mark.parametrize(
    ("name", "region", "code"),
    [
        (" ", "513499", "workshop_name_empty"),
        ("甲", "5134", "workshop_region_wrong"),
        ("甲", "５１３４９９", "workshop_region_wrong"),
        ("甲", "999999", "workshop_region_wrong"),
        ("甲\u200b", "513499", "text_unfit_character"),
    ],
)
def test_a_nameless_or_placeless_workshop_is_refused(ctx, name, region, code):
    with pytest.raises(Refusal) as refusal:
        create_workshop(ctx, name, region)
    assert refusal.value.code == code
    assert list_workshops(ctx) == ()


def test_a_second_of_the_same_name_and_region_is_made_only_when_told_so(ctx):
    first = create_workshop(ctx, "甲", "513499")
    create_workshop(ctx, "甲", "513434")
    with pytest.raises(Refusal) as refused:
        create_workshop(ctx, " 甲", "513499")
    assert (refused.value.code, refused.value.params["workshop_id"]) == ("workshop_known", first.workshop_id)
    again = create_workshop(ctx, "甲", "513499", again=True)
    create_workshop(ctx, "乙", "513499")
    labels = [row.label for row in list_workshops(ctx)]
    assert {"乙", f"甲 ({first.workshop_id})", f"甲 ({again.workshop_id})"} <= {*labels}


def test_the_only_workshop_is_chosen_unasked(ctx, shop):
    assert choose_workshop(ctx).workshop_id == shop


def test_of_several_workshops_one_must_be_named(ctx, shop):
    other = create_workshop(ctx, "乙", "513499").workshop_id
    with pytest.raises(Refusal, match=str(other)):
        choose_workshop(ctx)
    assert choose_workshop(ctx, other).name == "乙"


def test_no_workshop_and_an_unknown_one_are_refused(ctx):
    with pytest.raises(Refusal) as none:
        choose_workshop(ctx)
    create_workshop(ctx, "甲", "513499")
    with pytest.raises(Refusal) as missing:
        choose_workshop(ctx, 4711)
    assert (none.value.code, missing.value.code) == ("workshop_none", "workshop_missing")


def test_what_was_noted_waits_for_the_server(ctx, shop, hire):
    before = status(ctx, shop)
    hire("01")
    after = status(ctx, shop)
    assert (before.pending, after.pending) == (1, 3)  # the workshop; then the worker and his pay terms
    assert 0 < before.pending_bytes < after.pending_bytes
    assert after.enrolled is False
    assert after.synced_at is None


def test_rules_are_complete_to_the_last_year_with_a_notice(ctx, shop):
    assert status(ctx, shop).rules_until == date(2026, 12, 31)
