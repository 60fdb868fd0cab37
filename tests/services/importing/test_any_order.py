"""However often a month's book was corrected: the database holds what the last one says, as if it were the first."""

import random
from datetime import date

import pytest
from sqlalchemy import select

from app.models.base import Base
from app.models.keys import KeyCost
from app.models.opening import create
from app.models.workshop import Workshop
from app.services.context import Context
from app.services.importing import import_book
from tests.books import Book

DUMPED = (
    *("attendance", "piece_entry", "team_share", "adjustment", "advance", "sale", "training", "training_attendance"),
    *("worker", "product", "process", "piece_price", "calendar_day"),
)
NOS = ("01", "02", "03", "04")


def overtime(book, chance, day, no):
    book.piece(day, no, chance.randrange(1, 9), 时段=chance.choice((None, "加班")))


def team(book, chance, day, _no):
    names = chance.sample(NOS, chance.randrange(2, 4))
    book.piece(day, ",".join(names), chance.randrange(1, 50), 分摊=chance.choice((None, ":".join("1" * len(names)))))


def advance(book, chance, day, no):
    book.add("预支", 日期=book.day(day % 3 + 1), 编号=no, 金额=chance.randrange(1, 500))


def adjustment(book, chance, _day, no):
    book.add("增减", 月份=book.month, 编号=no, 项目="餐补", 类型="补贴", 金额=chance.randrange(1, 90))


def sale(book, chance, day, _no):
    book.add("销售", 日期=book.day(day), 渠道="直播", 货号="P001", 数量=chance.randrange(1, 5), 单价=60)


def mark(book, chance, day, _no):
    book.set("考勤", chance.randrange(2, 5), day, chance.choice((None, "√", "病", "8+1")))


def participants(book, chance, _day, _no):
    book.set("培训", 2, "参加人", ",".join(chance.sample(NOS, 2)))


def price(book, chance, day, _no):
    if all(row[1] != f"工序{day}" for row in book.sheets["单价"]):
        book.add("单价", 产品="香包", 工序=f"工序{day}", 单价=chance.randrange(1, 9), 生效日期=date(2026, 10, 1))


def drop(book, chance, _day, _no):
    if len(book.sheets["计件"]) > 2:
        book.drop_row("计件", chance.randrange(2, len(book.sheets["计件"]) + 1))


CHANGES = (overtime, team, advance, adjustment, sale, mark, participants, price, drop)


def made(chance):
    """The small book with some entries added, dropped, changed and shuffled."""
    book = Book()
    for _ in range(chance.randrange(12)):
        chance.choice(CHANGES)(book, chance, chance.randrange(1, 29), chance.choice(NOS))
    for sheet in ("计件", "预支", "增减"):
        head, *rest = book.sheets[sheet]
        chance.shuffle(rest)
        book.sheets[sheet] = [head, *rest]
    return book


def dump(database):
    """Every row that stands, table by table."""
    with database.read() as session:
        tables = {name: Base.metadata.tables[name] for name in DUMPED}
        return {
            name: sorted(map(tuple, session.execute(select(table).where(table.c.deleted == 0))), key=repr)
            for name, table in tables.items()
        }


@pytest.fixture
def fresh(tmp_path, shop):
    """Another PC with the same workshop and nothing in it."""
    database, _ = create(tmp_path / "other", "莫", "secret word", cost=KeyCost(64, 1, 1))
    with database.write("莫", "workshop.create") as session:
        session.add(Workshop(workshop_id=shop, name="龙潭彝绣工坊", region="513499"))
    yield Context(database, "莫")
    database.close()


@pytest.mark.parametrize("seed", range(8))
def test_the_last_book_decides(ctx, shop, take, fresh, tmp_path, seed):
    chance = random.Random(seed)
    books = [made(chance) for _ in range(3)]
    for book in books:
        result = take(book)
        assert (result.problems, result.kept) == ((), ())
    import_book(fresh, shop, books[-1].save(tmp_path / "last.xlsx"))
    assert dump(ctx.database) == dump(fresh.database)
