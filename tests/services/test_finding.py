"""Who and what can be found: workers of every workshop here, the open one's products, no deleted one."""

from time import process_time

import pytest
from sqlalchemy import insert

from app.models.goods import Product
from app.models.people import Worker
from app.services.finding import Kind, register
from app.services.workshops import create_workshop

MOST_SECONDS = 0.05


@pytest.fixture
def other(ctx):
    return create_workshop(ctx, "另一个工坊", "513499").workshop_id


def found(ctx, shop, query):
    known = register(ctx, shop)
    return [(known.known[at].kind, known.known[at].name) for at in known.names.find(query)]


def put_worker(ctx, shop, no, name, **more):
    with ctx.database.write("阿依", "test") as session:
        session.add(Worker(workshop_id=shop, id=int(no) + 7_000, no=no, name=name, hired_on="2025-01-01", **more))


def test_people_of_this_workshop_come_before_those_of_another(ctx, shop, other):
    put_worker(ctx, other, "01", "阿依莫")
    put_worker(ctx, shop, "02", "阿依曼")
    assert found(ctx, shop, "aym") == [(Kind.WORKER, "阿依曼"), (Kind.WORKER, "阿依莫")]
    assert found(ctx, other, "aym") == [(Kind.WORKER, "阿依莫"), (Kind.WORKER, "阿依曼")]


def test_who_has_left_is_found_last_and_said_to_be_gone(ctx, shop):
    put_worker(ctx, shop, "01", "阿依莫", left_on="2025-03-01")
    put_worker(ctx, shop, "02", "阿依曼")
    known = register(ctx, shop)
    assert [(known.known[at].name, known.known[at].gone) for at in known.names.find("ay")] == [
        ("阿依曼", False),
        ("阿依莫", True),
    ]


def test_products_by_name_or_number_of_the_open_workshop_only(ctx, shop, other):
    with ctx.database.write("阿依", "test") as session:
        session.add(Product(workshop_id=shop, id=71, code="BG-1", name="彝绣挎包"))
        session.add(Product(workshop_id=other, id=72, code="BG-2", name="彝绣钱包"))
    assert found(ctx, shop, "yxkb") == [(Kind.PRODUCT, "彝绣挎包")]
    assert found(ctx, shop, "bg1") == [(Kind.PRODUCT, "彝绣挎包")]
    assert found(ctx, other, "yx") == [(Kind.PRODUCT, "彝绣钱包")]


def test_deleted_records_are_not_found(ctx, shop, hire):
    worker_id = hire("01", "阿依莫")
    with ctx.database.write("阿依", "test") as session:
        session.get(Worker, (shop, worker_id)).deleted = 1
    assert found(ctx, shop, "aym") == []


@pytest.mark.slow
def test_ten_thousand_people_are_found_in_time(ctx, shop):
    given, family = "阿依莫吉克秀英沙马芝丽华强伟芳玲", "王李张刘陈杨黄赵周吴"
    rows = [
        {"workshop_id": shop, "id": 9_000 + at, "no": str(at), "hired_on": "2025-01-01",
         "name": family[at % 10] + given[at // 10 % 16] + given[at // 160 % 16]}
        for at in range(10_000)
    ]  # fmt: skip
    with ctx.database.write("阿依", "test") as session:
        session.execute(insert(Worker), rows)
    known = register(ctx, shop)
    for query in ("w", "zh", "zhangyi", "way", "77", "王依"):
        begun = process_time()
        assert known.names.find(query)
        assert process_time() - begun < MOST_SECONDS, query
