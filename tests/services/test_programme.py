"""The programme's figures against slow sums of one's own: people, income, training, output, sales; what lacks."""

from datetime import date

import pytest

from app.domain.programme import INDICATORS, Code
from app.domain.refusal import Refusal
from app.domain.vocabulary import Basis, Relation
from app.domain.worker_check import WorkerForm
from app.models.database import new_ids
from app.models.goods import Process, Product, Sale
from app.models.people import HouseholdStatus
from app.models.training import Training, TrainingAttendance
from app.models.work import PieceEntry
from app.services.context import Context
from app.services.incomes import incomes, months_to
from app.services.people_edit import add_worker
from app.services.programme import all_programmes, programme
from app.services.workshops import choose_workshop, create_workshop
from tests.services.locked_runs import lock_slip

MONTH = "2026-10"
PEOPLE = (
    ("01", Relation.FULL_TIME, Basis.MONTHLY, 260_000, date(2025, 3, 1), None),
    ("02", Relation.PART_TIME, Basis.HOURLY, 2_000, date(2026, 10, 31), None),
    ("03", Relation.HOME, Basis.PIECE, None, date(2025, 3, 1), date(2026, 10, 30)),
    ("04", Relation.HOME, Basis.PIECE, None, date(2025, 3, 1), date(2026, 10, 31)),
    ("05", Relation.SERVICES, Basis.PIECE, None, date(2026, 11, 1), None),
)


def value(ctx: Context, code: Code, month: str = MONTH) -> tuple[int | None, int | None]:
    found = programme(ctx, choose_workshop(ctx).workshop_id, month).value(code)
    return found.month.value, found.year.value


def lacking(ctx: Context, code: Code) -> str:
    found = programme(ctx, choose_workshop(ctx).workshop_id, MONTH).value(code).lacking
    return "" if found is None else found.code


@pytest.fixture
def workers(ctx: Context) -> dict[str, int]:
    """Five people round the month's end, by 编号."""
    shop = create_workshop(ctx, "龙潭彝绣工坊", "513499").workshop_id
    made = {}
    for no, relation, basis, rate, hired, left in PEOPLE:
        form = WorkerForm(no, f"工人{no}", relation, basis, rate, hired, left_on=left)
        made[no] = add_worker(ctx, shop, form).row.worker_id
    return made


@pytest.mark.usefixtures("workers")
def test_employed_are_those_of_the_last_day_and_the_leaving_date_counts(ctx: Context) -> None:
    assert value(ctx, Code.EMPLOYED) == (3, 4)
    assert [value(ctx, code)[0] for code in (Code.FULL_TIME, Code.PART_TIME, Code.SERVICES, Code.HOME)] == [1, 1, 0, 1]
    assert value(ctx, Code.NEW) == (1, 1)
    assert value(ctx, Code.LEFT) == (2, 2)


def test_registered_people_need_a_household_record_and_who_lacks_one_is_counted(
    ctx: Context, workers: dict[str, int]
) -> None:
    shop = choose_workshop(ctx).workshop_id
    assert (value(ctx, Code.REGISTERED), lacking(ctx, Code.REGISTERED)) == ((None, None), "programme_no_household")
    with ctx.database.write(ctx.user, "test") as session:
        for no, base, monitoring in (("01", "一般农户", "边缘易致贫户"), ("04", "脱贫户", ""), ("05", "脱贫户", "")):
            session.add(HouseholdStatus(workshop_id=shop, worker_id=workers[no], valid_from="2026-01-01",
                                        base=base, monitoring=monitoring))  # fmt: skip
        session.add(
            HouseholdStatus(workshop_id=shop, worker_id=workers["04"], valid_from="2026-11-01", base="一般农户")
        )
    share = programme(ctx, shop, MONTH).value(Code.REGISTERED_SHARE)
    assert (share.month.part, share.month.whole) == (2, 3)
    assert share.lacking is not None
    assert "1" in share.lacking.text("zh_CN")


def test_income_is_of_locked_payrolls_and_a_head_counts_once_a_year(ctx: Context, workers: dict[str, int]) -> None:
    shop = choose_workshop(ctx).workshop_id
    assert (value(ctx, Code.GROSS), lacking(ctx, Code.GROSS)) == ((None, None), "programme_not_locked")
    for month in ("2025-12", "2026-09", MONTH):
        lock_slip(ctx, shop, workers["01"], month)
    assert value(ctx, Code.GROSS) == (260_000, 520_000)
    assert value(ctx, Code.PAID) == (1, 1)
    assert value(ctx, Code.AVERAGE) == (260_000, 520_000)
    assert lacking(ctx, Code.AVERAGE) == ""
    data = incomes(ctx, shop, MONTH)
    assert [one.month for one in data.months] == list(months_to(MONTH))
    assert [(row.no, row.total_fen) for row in data.rows] == [("01", 780_000)]
    assert data.rows[0].fens[-3:] == (None, 260_000, 260_000)


def test_disputed_payrolls_count_for_nothing_and_it_is_said(ctx: Context, workers: dict[str, int]) -> None:
    shop = choose_workshop(ctx).workshop_id
    lock_slip(ctx, shop, workers["01"], MONTH)
    lock_slip(ctx, shop, workers["02"], MONTH)
    assert (value(ctx, Code.GROSS), lacking(ctx, Code.GROSS)) == ((None, None), "programme_disputed")
    assert incomes(ctx, shop, MONTH).rows == ()


def test_training_counts_people_once_and_attendances_each_time(ctx: Context, workers: dict[str, int]) -> None:
    shop = choose_workshop(ctx).workshop_id
    assert lacking(ctx, Code.SESSIONS) == "programme_no_training"
    with ctx.database.write(ctx.user, "test") as session:
        first, second, empty, old = new_ids(session, 4)
        for number, day in ((first, "2026-10-01"), (second, "2026-10-31"), (empty, "2026-10-15"), (old, "2026-02-01")):
            session.add(Training(workshop_id=shop, id=number, date=day, topic="针法", minutes=90))
        session.flush()
        for number, no, minutes in ((first, "01", None), (first, "02", 30), (second, "01", None), (old, "04", None)):
            session.add(TrainingAttendance(workshop_id=shop, training_id=number, worker_id=workers[no],
                                           minutes_present=minutes))  # fmt: skip
    assert value(ctx, Code.SESSIONS) == (3, 4)
    assert value(ctx, Code.PERSONS) == (2, 3)
    assert value(ctx, Code.ATTENDANCES) == (3, 4)
    assert value(ctx, Code.HOURS) == (210, 300)
    assert lacking(ctx, Code.PERSONS) == "programme_no_trainees"


@pytest.mark.usefixtures("workers")
def test_output_and_sales_are_sums_of_their_records_alone(ctx: Context) -> None:
    shop = choose_workshop(ctx).workshop_id
    assert (value(ctx, Code.OUTPUT), value(ctx, Code.SALES)) == ((None, None), (None, None))
    made = (("2026-10-01", 1_500, 0), ("2026-10-31", 2_000, 0), ("2026-11-01", 9_000, 0), ("2026-01-01", 500, 0),
            ("2026-10-02", 7_000, 1), ("2025-12-31", 4_000, 0))  # fmt: skip
    sold = (("2026-10-01", "A", 3_000, 1_000), ("2026-10-09", "A", 1_000, 0), ("2026-10-09", "", 1_000, 0),
            ("2026-09-09", "A", 2_000, 0))  # fmt: skip
    with ctx.database.write(ctx.user, "test") as session:
        session.add(Product(workshop_id=shop, id=901, name="彝绣挎包"))
        session.add(Process(workshop_id=shop, id=911, product_id=901, name="刺绣"))
        session.flush()
        for at, (day, good, _) in enumerate(made):
            session.add(PieceEntry(workshop_id=shop, id=950 + at, date=day, process_id=911, good_milli=good))
        for at, (day, order, quantity, back) in enumerate(sold):
            session.add(Sale(workshop_id=shop, id=970 + at, date=day, channel="展会", product_id=901, price_fen=10_000,
                             order_no=order, quantity_milli=quantity, returned_milli=back))  # fmt: skip
    with ctx.database.write(ctx.user, "test") as session:
        for at, (_, _, deleted) in enumerate(made):
            session.get_one(PieceEntry, (shop, 950 + at)).deleted = deleted
    assert value(ctx, Code.OUTPUT) == (3_500, 4_000)
    assert value(ctx, Code.ORDERS) == (2, 2)
    assert value(ctx, Code.SOLD) == (4_000, 6_000)
    assert value(ctx, Code.SALES) == (40_000, 60_000)
    assert value(ctx, Code.RETURNS) == (1_000, 1_000)
    months = {one.month: (one.made_milli, one.sales_fen) for one in programme(ctx, shop, MONTH).months}
    assert (months["2026-09"], months["2025-12"], months[MONTH]) == ((0, 20_000), (4_000, 0), (3_500, 40_000))


def test_a_workshop_with_nothing_in_it_gives_no_figure_but_says_what_lacks(ctx: Context) -> None:
    create_workshop(ctx, "龙潭彝绣工坊", "513499")
    create_workshop(ctx, "虎跳羊毛工坊", "513499")
    for shop in all_programmes(ctx, MONTH):
        assert [one.indicator for one in shop.figures.values] == list(INDICATORS)
        assert all(one.lacking is not None for one in shop.figures.values)
        assert shop.figures.value(Code.AVERAGE).month.value is None


def test_a_month_that_is_none_is_refused(ctx: Context) -> None:
    shop = create_workshop(ctx, "龙潭彝绣工坊", "513499").workshop_id
    with pytest.raises(Refusal) as refused:
        programme(ctx, shop, "2026-13")
    assert refused.value.code == "month_unreadable"
