"""A book to import, its import, and what the database then holds."""

import pytest
from sqlalchemy import func, select

from app.models.base import Base
from app.models.local import Journal
from app.services.importing import import_book


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
