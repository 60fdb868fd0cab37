"""What a day and the month so far earn."""

from datetime import date

import pytest

from app.domain.vocabulary import Basis, Relation
from app.models.goods import PiecePrice, Process, Product
from app.services.day import Item
from app.services.day_edit import set_mark, set_pieces
from app.services.day_pay import DayPay, day_pay

DAY = date(2026, 10, 21)


@pytest.fixture
def bag(ctx, shop):
    """A process at 12.50 yuan a piece."""
    with ctx.database.write("test", "seed") as session:
        session.add(Product(workshop_id=shop, id=1, name="挎包"))
        session.flush()
        session.add(Process(workshop_id=shop, id=101, product_id=1, name="刺绣"))
        session.flush()
        session.add(PiecePrice(workshop_id=shop, process_id=101, grade="", valid_from="2026-01-01", price_e4=125_000))
    return Item(101, "")


def test_a_monthly_wage_counts_by_its_days(ctx, shop, hire):
    worker_id = hire("01", rate_fen=217_500, hired_on=date(2026, 10, 19))
    for day in (19, 20, 21):
        set_mark(ctx, shop, date(2026, 10, day), worker_id, "√" if day != 20 else "半")
    assert day_pay(ctx, shop, DAY) == {worker_id: DayPay(10_000, 25_000)}


def test_hours_and_overtime_of_the_day_are_in_it(ctx, shop, hire):
    worker_id = hire("01", basis=Basis.HOURLY, rate_fen=2_000, hired_on=DAY)
    set_mark(ctx, shop, DAY, worker_id, "8+2")
    assert day_pay(ctx, shop, DAY)[worker_id].day_fen == 8 * 2_000 + 2 * 3_000


def test_pieces_of_other_days_are_not_in_the_day(ctx, shop, hire, bag):
    worker_id = hire("01", relation=Relation.HOME, basis=Basis.PIECE, rate_fen=None)
    for day, milli in ((20, 3_000), (21, 2_000), (22, 9_000)):
        set_pieces(ctx, shop, date(2026, 10, day), worker_id, bag, milli)
    assert day_pay(ctx, shop, DAY)[worker_id] == DayPay(2_500, 6_250)


def test_a_day_not_filled_in_earns_nothing_yet(ctx, shop, hire):
    worker_id = hire("01", basis=Basis.DAILY, rate_fen=10_000, hired_on=DAY)
    assert day_pay(ctx, shop, DAY)[worker_id] == DayPay(0, 0)
