"""Merging: heads, deletes and choices, one rule a test."""

import pytest

from app.domain.merge import Change, GroupState, RowState, Surroundings, advance, judge, leaps, merge


def change(clock, op="u", *, a=None, b=None, base=()):
    """A change of groups a and b (where given); ``base`` for each of them."""
    values = {name: (value,) for name, value in (("a", a), ("b", b)) if value is not None}
    return Change(clock, op, dict.fromkeys(values, tuple(base)), values)


BORN = change(1, "i", a="x", b="y")


def shown(state: RowState):
    return {group: values[0] for group, values in state.values.items()}


def test_edit_replaces_what_it_names():
    state = merge([BORN, change(2, a="z", base=[1])])
    assert shown(state) == {"a": "z", "b": "y"}
    assert not state.several


def test_concurrent_edits_of_one_group_show_the_greater_clock_and_keep_both():
    state = merge([BORN, change(2, a="z", base=[1]), change(3, a="w", base=[1])])
    assert shown(state)["a"] == "w"
    assert [head.clock for head in state.several["a"].heads] == [2, 3]
    assert state.several["a"].in_conflict


def test_concurrent_edits_of_different_groups_are_no_conflict():
    state = merge([BORN, change(2, a="z", base=[1]), change(3, b="w", base=[1])])
    assert shown(state) == {"a": "z", "b": "w"}
    assert not state.several


def test_choice_names_all_heads():
    edits = [BORN, change(2, a="z", base=[1]), change(3, a="w", base=[1])]
    state = merge([*edits, change(4, a="z", base=[2, 3])])
    assert shown(state)["a"] == "z"
    assert not state.several


def test_delete_against_concurrent_edit_leaves_the_edit_visible():
    state = merge([BORN, change(2, a="z", base=[1]), change(9, "d", a="x", b="y", base=[1])])
    assert not state.deleted
    assert shown(state)["a"] == "z"
    assert state.several["a"].in_conflict


def test_delete_of_every_group_deletes_and_recreation_brings_back():
    gone = [BORN, change(2, "d", a="x", b="y", base=[1])]
    assert merge(gone).deleted
    assert not merge([*gone, change(3, "c", a="n", b="m", base=[2])]).deleted


def test_shown_head_superseded_falls_back_to_the_other():
    edits = [BORN, change(2, a="z", base=[1]), change(3, a="w", base=[1]), change(4, "d", a="w", b="y", base=[3])]
    state = None
    for each in edits:
        state = advance(state, each)
    assert shown(state)["a"] == "z"


def test_equal_contents_are_no_choice_for_a_person():
    state = merge([BORN, change(2, "i", a="x", b="y")]).several["a"]
    assert not state.in_conflict
    assert state.same_as_shown() == (1, 2)


def test_two_deletes_are_no_choice():
    gone = GroupState(merge([BORN, change(2, "d", a="1", base=[1]), change(3, "d", a="2", base=[1])]).groups["a"].heads)
    assert not gone.in_conflict


def test_replaced_before_seen_never_shows():
    late = advance(advance(None, change(3, a="new", base=[2])), change(2, a="old", base=[1]))
    assert shown(late) == {"a": "new"}
    assert not late.knows(["a", "b"])


@pytest.mark.parametrize(("counts", "held"), [(1 << 24, False), ((1 << 24) + 1, True)])
def test_leap_of_the_clock(counts, held):
    assert leaps((5 + counts) << 20 | 7, 5 << 20 | 3) is held


AROUND = Surroundings(frozenset("ab"), False, True, 1 << 20, True, False, None)


@pytest.mark.parametrize(
    ("made", "row_id", "around", "verdict"),
    [
        (BORN, 7, {}, None),
        (change(2, a="z"), 7, {"row_known": False}, ("row_missing", "")),
        (BORN, 7, {"row_known": False}, None),
        (BORN, 7, {"other_insert": True}, ("id_taken", "id")),
        (BORN, 1 << 52, {"other_insert": True}, None),
        (BORN, None, {"other_insert": True}, None),
        (change(2, a="z"), 7, {"insert_only": True}, ("insert_only", "")),
        (BORN, 7, {"may_write": False}, ("not_writer", "")),
        (BORN, 7, {"missing_parent": "worker_id"}, ("parent_missing", "worker_id")),
        (change(1 << 60, a="z"), 7, {}, ("clock_leap", "")),
    ],
)
def test_judgement(made, row_id, around, verdict):
    facts = {name: getattr(AROUND, name) for name in AROUND.__slots__} | around
    assert judge(made, row_id, Surroundings(**facts)) == verdict
