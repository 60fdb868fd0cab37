"""Materials given out and taken back: balances against a plain loop, what is refused, what is said."""

import random
from collections import defaultdict
from collections.abc import Callable
from datetime import date

import pytest

from app.domain.material_check import MaterialMoveForm
from app.domain.refusal import Refusal
from app.domain.vocabulary import MaterialMoveKind
from app.services import materials
from app.services.context import Context

GIVEN, RETURNED, USED = MaterialMoveKind


@pytest.fixture
def thread(ctx: Context, shop: int) -> int:
    """绣线 by the roll."""
    return made(ctx, shop, "绣线")


def made(ctx: Context, shop: int, name: str) -> int:
    materials.save_material(ctx, shop, name, "卷")
    return next(row.material_id for row in materials.materials_view(ctx, shop).materials if row.name == name)


def move(ctx: Context, shop: int, worker: int, material: int, kind: MaterialMoveKind, milli: int, day: int = 8):
    form = MaterialMoveForm(date(2026, 10, day), worker, material, kind, milli)
    return materials.save_material_move(ctx, shop, form)


def test_balances_are_those_of_a_plain_loop(ctx: Context, shop: int, hire: Callable, thread: int) -> None:
    rng, held = random.Random(3), defaultdict(int)
    people, kinds = (hire("01"), hire("02")), (thread, made(ctx, shop, "银丝"))
    for _ in range(40):
        worker, material, kind = rng.choice(people), rng.choice(kinds), rng.choice(list(MaterialMoveKind))
        milli = rng.randint(1, 5_000)
        move(ctx, shop, worker, material, kind, milli, rng.randint(1, 20))
        held[worker, material] += milli if kind is GIVEN else -milli
    view = materials.materials_view(ctx, shop)
    assert {(row.worker_id, row.material_id): row.held_milli for row in view.balances} == held
    assert {row.material_id: row.out_milli for row in view.materials} == {
        number: sum(milli for (_, material), milli in held.items() if material == number) for number in kinds
    }
    newest = materials.material_history(ctx, shop, people[0], thread)[0]
    assert newest.held_milli == held[people[0], thread]


def test_less_than_nothing_is_saved_with_words(ctx: Context, shop: int, hire: Callable, thread: int) -> None:
    worker = hire("01")
    assert move(ctx, shop, worker, thread, GIVEN, 5_000).notes == ()
    (note,) = move(ctx, shop, worker, thread, USED, 7_500).notes
    assert (note.kind, note.column, note.blocks) == ("material_short", "quantity_milli", False)
    assert "-2.5 卷" in note.text("zh_CN")
    assert materials.materials_view(ctx, shop).balances[0].held_milli == -2_500


def test_what_was_given_out_later_does_not_hide_a_day_below_nothing(
    ctx: Context, shop: int, hire: Callable, thread: int
) -> None:
    worker = hire("01")
    move(ctx, shop, worker, thread, GIVEN, 5_000, 10)
    (note,) = move(ctx, shop, worker, thread, RETURNED, 1_000, 9).notes
    assert note.params["day"] == date(2026, 10, 9)


def test_a_move_is_corrected_and_withdrawn(ctx: Context, shop: int, hire: Callable, thread: int) -> None:
    worker = hire("01")
    move(ctx, shop, worker, thread, GIVEN, 5_000)
    move(ctx, shop, worker, thread, USED, 5_000)
    used, given = materials.material_history(ctx, shop, worker, thread)
    form = MaterialMoveForm(used.day, worker, thread, RETURNED, 2_000, " 剩下的 ")
    assert materials.save_material_move(ctx, shop, form, used.move_id).notes == ()
    back, _ = materials.material_history(ctx, shop, worker, thread)
    assert (back.kind, back.quantity_milli, back.held_milli, back.note) == (RETURNED, -2_000, 3_000, "剩下的")
    (note,) = materials.withdraw_material_move(ctx, shop, given.move_id).notes
    assert note.kind == "material_short"


def test_a_move_put_to_another_worker_is_looked_at_on_both_sides(
    ctx: Context, shop: int, hire: Callable, thread: int
) -> None:
    one, other = hire("01"), hire("02", "吉克秀英")
    move(ctx, shop, one, thread, GIVEN, 5_000)
    move(ctx, shop, one, thread, USED, 5_000)
    given = materials.material_history(ctx, shop, one, thread)[1]
    form = MaterialMoveForm(given.day, other, thread, GIVEN, 5_000)
    (note,) = materials.save_material_move(ctx, shop, form, given.move_id).notes
    assert note.params["name"] == "阿依莫"


def test_a_material_in_use_stays_and_another_goes(ctx: Context, shop: int, hire: Callable, thread: int) -> None:
    silver = made(ctx, shop, "银丝")
    move(ctx, shop, hire("01"), thread, GIVEN, 5_000)
    materials.remove_material(ctx, shop, silver)
    materials.save_material(ctx, shop, "丝线", "卷", thread)
    with pytest.raises(Refusal) as refusal:
        materials.remove_material(ctx, shop, thread)
    assert refusal.value.code == "material_in_use"
    assert [(row.name, row.moves) for row in materials.materials_view(ctx, shop).materials] == [("丝线", 1)]


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda ctx, shop, _: materials.save_material(ctx, shop, "绣线", "米"), "material_name_taken"),
        (lambda ctx, shop, _: materials.save_material(ctx, shop, "", "米"), "material_name_empty"),
        (lambda ctx, shop, _: materials.save_material(ctx, shop, "布", "米", 99), "material_missing"),
        (lambda ctx, shop, _: materials.remove_material(ctx, shop, 99), "material_missing"),
        (lambda ctx, shop, worker: move(ctx, shop, worker, 99, GIVEN, 1), "material_missing"),
        (lambda ctx, shop, _: move(ctx, shop, 99, 1, GIVEN, 1), "pieces_worker_missing"),
        (lambda ctx, shop, worker: move(ctx, shop, worker, 1, GIVEN, 10**12), "material_quantity_most"),
        (lambda ctx, shop, _: materials.withdraw_material_move(ctx, shop, 99), "material_move_missing"),
    ],
)
def test_what_cannot_be_is_refused(
    ctx: Context, shop: int, hire: Callable, thread: int, act: Callable, code: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        act(ctx, shop, hire("01"))
    assert refusal.value.code == code
