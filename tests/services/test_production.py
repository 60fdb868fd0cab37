"""Piece entries typed in by themselves: what is written, refused, said; sums against a plain loop."""

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.domain.ids import derived_id
from app.domain.money import split
from app.domain.production_check import PieceForm
from app.domain.refusal import Refusal
from app.domain.vocabulary import TimeKind
from app.models.goods import PiecePrice, Process, Product
from app.models.work import PieceEntry, TeamShare
from app.services import page_deeds, production, production_choices, production_sums, production_view
from app.services.context import Context
from app.services.day_edit import Item, set_mark, set_pieces
from app.services.page_deeds import Scope, page_steps
from app.services.production_entries import PieceRow
from tests.services.locked_runs import lock_slip

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
DAY = date(2026, 10, 20)
EMBROIDERY, HEMMING = 911, 912


@pytest.fixture
def workers(ctx: Context, shop: int, hire: Callable[..., int]) -> tuple[int, ...]:
    """Three workers, and a bag with two processes: embroidery is priced from 2026-10-05 on, hemming is not."""
    with ctx.database.write(ctx.user, "test") as session:
        session.add(Product(workshop_id=shop, id=901, code="P001", name="彝绣挎包"))
        for at, name in ((EMBROIDERY, "刺绣"), (HEMMING, "锁边")):
            session.add(Process(workshop_id=shop, id=at, product_id=901, name=name))
        session.add(PiecePrice(workshop_id=shop, process_id=911, grade="", valid_from="2026-10-05", price_e4=23_500))
    return hire("03"), hire("07", "吉克秀英"), hire("12", "沙马芝", hired_on=date(2026, 10, 10))


def form(*workers: int, **fields: object) -> PieceForm:
    given: dict[str, object] = {"process_id": EMBROIDERY, "good_milli": 12_000}
    return PieceForm(DAY, workers, **(given | fields))  # type: ignore[arg-type]


def listed(ctx: Context, shop: int) -> tuple[PieceRow, ...]:
    return production_view.production_between(ctx, shop, FIRST, LAST).rows


def test_one_workers_entry_is_the_one_the_day_sheet_knows(ctx: Context, shop: int, workers: tuple[int, ...]) -> None:
    set_pieces(ctx, shop, DAY, workers[0], Item(EMBROIDERY, ""), 12_000)
    (noted,) = listed(ctx, shop)
    production.delete_pieces(ctx, shop, noted.entry_id)
    saved = production.add_pieces(ctx, shop, form(workers[0]))
    assert saved.row == noted
    assert saved.row.entry_id == noted.entry_id
    assert saved.notes == ()
    assert noted.price_e4 == 23_500


def test_a_team_entry_has_shares_in_the_order_of_its_names(ctx: Context, shop: int, workers: tuple[int, ...]) -> None:
    a, b, c = workers
    row = production.add_pieces(ctx, shop, form(b, a, c, weights=(7_500, 6_000, 4_250))).row
    assert row.team
    assert [(share.no, share.weight_milli) for share in row.shares] == [("07", 7_500), ("03", 6_000), ("12", 4_250)]
    identity = (DAY.isoformat(), "07,03,12", "彝绣挎包", "刺绣", "", "正常", 1)
    assert row.entry_id == derived_id(shop, "piece_entry", *identity)  # as a book's row would be (FORMAT)
    equal = production.edit_pieces(ctx, shop, row.entry_id, form(b, a, c)).row
    assert [share.weight_milli for share in equal.shares] == [1000, 1000, 1000]


def test_a_team_may_become_one_worker_and_another_team(ctx: Context, shop: int, workers: tuple[int, ...]) -> None:
    a, b, c = workers
    row = production.add_pieces(ctx, shop, form(a, b)).row
    alone = production.edit_pieces(ctx, shop, row.entry_id, form(c)).row
    assert (alone.team, [share.worker_id for share in alone.shares]) == (False, [c])
    again = production.edit_pieces(ctx, shop, row.entry_id, form(c, a, weights=(1, 2))).row
    assert [(share.worker_id, share.weight_milli) for share in again.shares] == [(c, 1), (a, 2)]


def test_a_deleted_team_comes_back_with_the_shares_it_had(ctx: Context, shop: int, workers: tuple[int, ...]) -> None:
    a, b, c = workers
    row = production.add_pieces(ctx, shop, form(a, b, c)).row
    row = production.edit_pieces(ctx, shop, row.entry_id, form(a, c, weights=(1_000, 3_000))).row
    production.delete_pieces(ctx, shop, row.entry_id)
    with ctx.database.read() as session:
        assert all(share.deleted for share in session.query(TeamShare))
    assert listed(ctx, shop) == ()
    page_deeds.take_back(ctx, shop, Scope.PRODUCTION, page_steps(ctx, shop, Scope.PRODUCTION).done[-1])
    assert listed(ctx, shop) == (row,)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"good_milli": None}, "pieces_quantity_empty"),
        ({"good_milli": 10**12}, "pieces_too_many"),
        ({"process_id": 999}, "process_missing"),
        ({"process_id": None}, "pieces_item_empty"),
        ({"weights": (1, 2)}, "pieces_weights_count"),
        ({"day": date(2025, 1, 1)}, "day_not_employed"),
        ({"workers": (99,)}, "pieces_worker_missing"),
    ],
)
def test_what_an_import_refuses_is_refused_and_nothing_written(
    ctx: Context, shop: int, workers: tuple[int, ...], changes: dict[str, object], code: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        production.add_pieces(ctx, shop, replace(form(workers[0]), **changes))
    assert refusal.value.code == code
    with ctx.database.read() as session:
        assert not session.query(PieceEntry).count()


@pytest.mark.parametrize(
    "act",
    [
        lambda ctx, shop, entry, worker: production.edit_pieces(ctx, shop, entry, form(worker)),
        lambda ctx, shop, entry, _: production.delete_pieces(ctx, shop, entry),
    ],
    ids=["edit", "delete"],
)
def test_an_entry_that_is_gone_is_refused(
    ctx: Context, shop: int, workers: tuple[int, ...], act: Callable[..., object]
) -> None:
    entry_id = production.add_pieces(ctx, shop, form(workers[0])).row.entry_id
    production.delete_pieces(ctx, shop, entry_id)
    with pytest.raises(Refusal) as refusal:
        act(ctx, shop, entry_id, workers[0])
    assert refusal.value.code == "pieces_missing"


def test_no_price_an_absence_and_a_second_entry_are_said(ctx: Context, shop: int, workers: tuple[int, ...]) -> None:
    set_mark(ctx, shop, DAY, workers[0], "旷")
    first = production.add_pieces(ctx, shop, form(workers[0], process_id=HEMMING))
    assert {note.kind for note in first.notes} == {"pieces_no_price", "pieces_absent"}
    second = production.add_pieces(ctx, shop, form(workers[0], process_id=HEMMING, good_milli=3_000))
    assert {note.kind for note in second.notes} == {"pieces_no_price", "pieces_absent", "pieces_again"}
    assert all(not note.blocks for note in second.notes)
    assert "12" in next(note.text("zh_CN") for note in second.notes if note.kind == "pieces_again")
    early = production.add_pieces(ctx, shop, replace(form(workers[0]), day=date(2026, 10, 4)))
    assert [note.kind for note in early.notes] == ["pieces_no_price"]


def test_a_locked_month_takes_entries_and_says_that_it_is_locked(
    ctx: Context, shop: int, workers: tuple[int, ...]
) -> None:
    lock_slip(ctx, shop, workers[0], "2026-10")
    added = production.add_pieces(ctx, shop, form(workers[0]))
    assert [note.kind for note in added.notes] == ["pieces_locked"]
    moved = replace(form(workers[0]), day=date(2026, 11, 2))
    edited = production.edit_pieces(ctx, shop, added.row.entry_id, moved)
    assert [(note.kind, note.params) for note in edited.notes] == [
        ("pieces_day_coming", {"day": date(2026, 11, 2)}),
        ("pieces_locked", {"month": "2026-10"}),
    ]
    assert production_view.production_between(ctx, shop, FIRST, LAST).locked == ("2026-10",)


def test_the_time_kind_is_that_of_day_and_mark_unless_said(ctx: Context, shop: int, workers: tuple[int, ...]) -> None:
    a, b, _ = workers
    holiday = replace(form(a), day=date(2026, 10, 1))
    assert production.add_pieces(ctx, shop, holiday).row.time_kind is TimeKind.STATUTORY
    assert production.add_pieces(ctx, shop, replace(holiday, workers=(a, b))).row.time_kind is TimeKind.STATUTORY
    set_mark(ctx, shop, DAY, a, "加2")
    assert production.add_pieces(ctx, shop, form(a)).row.time_kind is TimeKind.OVERTIME
    assert production.add_pieces(ctx, shop, form(a, time_kind=TimeKind.NORMAL)).row.time_kind is TimeKind.NORMAL


def test_sums_are_those_of_a_plain_loop(ctx: Context, shop: int, workers: tuple[int, ...]) -> None:
    rng = random.Random(4)
    people: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    days: dict[str, int] = defaultdict(int)
    items: dict[int, int] = defaultdict(int)
    total, unpriced = [0, 0, 0, 0], 0
    for _ in range(60):
        day = date(2026, 10, rng.randint(10, 31))
        made = [rng.randint(1, 9_999), rng.randint(0, 99), rng.randint(0, 99), rng.randint(0, 99)]
        team = rng.sample(workers, rng.choice((1, 1, 2, 3)))
        weights = tuple(rng.randint(1, 9_000) for _ in team) if len(team) > 1 else ()
        process = rng.choice((EMBROIDERY, HEMMING))
        production.add_pieces(ctx, shop, PieceForm(day, tuple(team), process, "", *made, weights=weights))
        for at, milli in enumerate(made):
            total[at] += milli
            for worker, part in zip(team, split(milli, weights or (1,)), strict=True):
                people[worker][at] += part
        days[day.isoformat()] += made[0]
        items[process] += made[0]
        unpriced += process == HEMMING
    view = production_view.production_between(ctx, shop, FIRST, LAST)
    assert (view.sums.entries, view.people, view.sums.unpriced, view.whole) == (60, 3, unpriced, True)
    assert quantities(view.sums) == total
    assert {row.name: row.sums.good_milli for row in production_sums.day_sums(ctx, shop, FIRST, LAST)} == days
    found = {row.name: row.sums.good_milli for row in production_sums.item_sums(ctx, shop, FIRST, LAST)}
    assert found == {"彝绣挎包·刺绣": items[EMBROIDERY], "彝绣挎包·锁边": items[HEMMING]}
    by_no = {row.no: quantities(row.sums) for row in production_sums.worker_sums(ctx, shop, FIRST, LAST)}
    assert by_no == dict(zip(("03", "07", "12"), (people[worker] for worker in workers), strict=True))


def quantities(sums: production_sums.PieceSums) -> list[int]:
    return [sums.good_milli, sums.rework_milli, sums.worker_scrap_milli, sums.material_scrap_milli]


def test_a_team_entry_without_shares_stays_visible(ctx: Context, shop: int, workers: tuple[int, ...]) -> None:
    row = production.add_pieces(ctx, shop, form(*workers)).row
    with ctx.database.write(ctx.user, "test") as session:
        for share in session.query(TeamShare):
            share.deleted = 1
    (group,) = production_sums.worker_sums(ctx, shop, FIRST, LAST)
    assert (group.no, group.name, group.teams, group.sums.good_milli) == ("", "", 1, 12_000)
    assert listed(ctx, shop) == (replace(row, shares=()),)


def test_looking_costs_the_same_however_many_entries(
    ctx: Context, shop: int, workers: tuple[int, ...], statements: Callable
) -> None:
    views = (production_view.production_between, production_sums.worker_sums, production_sums.item_sums)
    counts = []
    for _ in range(2):
        for day in range(11, 20):
            production.add_pieces(ctx, shop, replace(form(*workers), day=date(2026, 10, day)))
        with statements() as sent:
            for view in views:
                view(ctx, shop, FIRST, LAST)
        counts.append(len(sent))
    assert counts[0] == counts[1] <= 14


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [(LAST, FIRST, "sales_span_wrong"), (date(2010, 1, 1), LAST, "sales_span_long")],
)
def test_a_span_that_cannot_be_is_refused(ctx: Context, shop: int, first: date, last: date, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        production_view.production_between(ctx, shop, first, last)
    assert refusal.value.code == code


def test_choices_are_workers_by_number_and_processes_by_grade(
    ctx: Context, shop: int, workers: tuple[int, ...]
) -> None:
    with ctx.database.write(ctx.user, "test") as session:
        session.add(PiecePrice(workshop_id=shop, process_id=911, grade="A", valid_from="2026-10-05", price_e4=3))
    choices = production_choices.piece_choices(ctx, shop)
    assert [one.no for one in choices.workers] == ["03", "07", "12"]
    assert [(one.process_id, one.grade) for one in choices.items] == [(911, ""), (911, "A"), (912, "")]
