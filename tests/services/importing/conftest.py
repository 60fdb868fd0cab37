"""A book to import, its import, and what the database then holds."""

import pytest
from sqlalchemy import func, select

from app.models.base import Base
from app.models.local import Journal
from app.services.importing import import_book
from app.services.payroll import compute
from app.services.payroll_life import lock
from tests.books import Book


@pytest.fixture
def take(ctx, shop, tmp_path):
    """Save a book made in a test and import it."""

    def taking(book, month=None, **options):
        return import_book(ctx, shop, book.save(tmp_path / "book.xlsx"), month, **options)

    return taking


@pytest.fixture
def rows(database):
    """The rows of a table that are not marked deleted, as mappings."""

    def reading(table, **where):
        with database.read() as session:
            one = Base.metadata.tables[table]
            query = select(one).where(one.c.deleted == 0, *(one.c[name] == value for name, value in where.items()))
            return [dict(row) for row in session.execute(query).mappings()]

    return reading


@pytest.fixture
def journal(database):
    """How many changes the journal holds."""

    def counting():
        with database.read() as session:
            return session.scalar(select(func.count()).select_from(Journal))

    return counting


@pytest.fixture
def locked(ctx, shop, take):
    """October imported without what would block it, and locked."""
    book = Book()
    for row in range(2, 6):
        book.set("工人", row, "手机", f"1380000000{row}").set("工人", row, "银行账号", f"62220000111122{row}0")
    days = range(1, 32)
    for row in (2, 3, 4):
        for day in days:
            book.set("考勤", row, day, "休")
    book.set("计件", 5, "时段", None)
    take(book)
    assert compute(ctx, shop, "2026-10").problems == ()
    lock(ctx, shop, "2026-10")
    return book
