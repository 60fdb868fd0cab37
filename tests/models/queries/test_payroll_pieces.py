"""A month's piece work as it comes out of the database: sums of one worker, entries of several, items and prices."""

from datetime import date

import pytest
from sqlalchemy import insert, update

from app.domain.vocabulary import TimeKind
from app.models.queries.month_span import month_span
from app.models.queries.payroll_pieces import load_pieces
from app.models.tables import PieceEntry, PiecePrice, Process, Product, TeamShare, Worker
from tests.services.conftest import ctx, shop

__all__ = ["ctx", "shop"]  # fixtures
MONTH = "2026-10"
FIRST, SECOND, THIRD = 11, 12, 13


def put(ctx, shop, table, *rows):
    with ctx.database.write("test", "fill") as session:
        session.execute(insert(table.__table__), [{"workshop_id": shop, **row} for row in rows])


def delete(ctx, table, *which):
    with ctx.database.write("test", "delete") as session:
        session.execute(update(table).where(*which).values(deleted=1))


def entry(number, day, worker=None, **more):
    row = {"id": number, "date": f"{MONTH}-{day:02d}", "worker_id": worker, "process_id": 2, "grade": "A"}
    return row | {"good_milli": 5_000, "material_scrap_milli": 1_000} | more


@pytest.fixture
def goods(ctx, shop):
    """One item with a price, and three workers."""
    workers = [{"id": worker, "no": str(worker), "name": "工", "hired_on": "2026-01-01"}
               for worker in (FIRST, SECOND, THIRD)]  # fmt: skip
    put(ctx, shop, Worker, *workers)
    put(ctx, shop, Product, {"id": 1, "code": "P", "name": "挎包"})
    put(ctx, shop, Process, {"id": 2, "product_id": 1, "name": "刺绣"})
    put(ctx, shop, PiecePrice, {"process_id": 2, "grade": "A", "valid_from": "2026-01-01", "price_e4": 20_000})


def loaded(ctx, shop, apart=frozenset()):
    with ctx.database.read() as session:
        return load_pieces(month_span(session, shop, MONTH), apart)


def days(*numbers):
    return tuple(date(2026, 10, number) for number in numbers)


@pytest.mark.usefixtures("goods")
def test_a_worker_s_pieces_come_summed_up_and_by_time_kind(ctx, shop):
    rows = (entry(1, 8, FIRST), entry(2, 9, FIRST), entry(3, 9, FIRST, time_kind="加班"), entry(4, 9, SECOND))
    put(ctx, shop, PieceEntry, *(row | {"time_kind": row.get("time_kind", "正常")} for row in rows))
    made = {(row.worker_id, row.kind): (sorted(row.days), row.payable_milli) for row in loaded(ctx, shop).pieces}
    assert made == {
        (FIRST, TimeKind.NORMAL): ([*days(8, 9)], 12_000),
        (FIRST, TimeKind.OVERTIME): ([*days(9)], 6_000),
        (SECOND, TimeKind.NORMAL): ([*days(9)], 6_000),
    }


@pytest.mark.usefixtures("goods")
@pytest.mark.parametrize("price", [True, False])
def test_no_sum_reaches_over_a_new_price_or_a_day_that_stands_apart(ctx, shop, price):
    put(ctx, shop, PieceEntry, *(entry(day, day, FIRST) for day in (8, 15, 16, 20)))
    if price:
        put(ctx, shop, PiecePrice, {"process_id": 2, "grade": "A", "valid_from": f"{MONTH}-16", "price_e4": 25_000})
    found = loaded(ctx, shop, frozenset() if price else {f"{MONTH}-16"}).pieces
    assert sorted(tuple(sorted(row.days)) for row in found) == [days(8, 15), days(16, 20)]


@pytest.mark.usefixtures("goods")
def test_each_entry_of_several_stands_alone_with_its_shares_in_the_order_of_the_names(ctx, shop):
    put(ctx, shop, PieceEntry, entry(1, 8), entry(2, 8), entry(3, 9, FIRST))
    names = ((1, THIRD, 1), (1, FIRST, 2), (1, SECOND, 0), (2, FIRST, 0), (2, SECOND, 1))
    shares = ({"entry_id": number, "worker_id": worker, "position": position, "weight_milli": 1_000}
              for number, worker, position in names)  # fmt: skip
    put(ctx, shop, TeamShare, *shares)
    delete(ctx, TeamShare, TeamShare.entry_id == 2, TeamShare.worker_id == FIRST)
    found = loaded(ctx, shop)
    order = {row.entry_id: [share.worker_id for share in row.shares] for row in found.teams}
    assert order == {1: [SECOND, THIRD, FIRST], 2: [SECOND]}
    assert {(row.day, row.payable_milli) for row in found.teams} == {(*days(8), 6_000)}
    assert [row.worker_id for row in found.pieces] == [FIRST]


@pytest.mark.usefixtures("goods")
def test_an_entry_that_lost_its_shares_is_there_for_the_check_list(ctx, shop):
    put(ctx, shop, PieceEntry, entry(1, 8))
    (team,) = loaded(ctx, shop).teams
    assert team.shares == ()


@pytest.mark.usefixtures("goods")
def test_deleted_entries_and_those_of_other_months_are_left_out(ctx, shop):
    out = {"date": "2026-11-01"}
    put(ctx, shop, PieceEntry, entry(1, 8, FIRST), entry(2, 8), entry(3, 8, FIRST) | out, entry(4, 8) | out)
    delete(ctx, PieceEntry, PieceEntry.id <= 2)
    found = loaded(ctx, shop)
    assert (found.pieces, found.teams) == ((), ())
    assert [(row.product, row.process, row.grade) for row in found.items] == [("挎包", "刺绣", "A")]
