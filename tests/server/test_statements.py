"""The set-based statements: names that must not meet."""

from app.models.base import key_columns, synced_tables, value_columns
from app.server.statements import BASE, CLOCK


def test_no_synced_column_is_named_like_what_a_statement_takes_beside_it():
    names = {str(column.name) for table in synced_tables() for column in (*key_columns(table), *value_columns(table))}
    assert names.isdisjoint({BASE, CLOCK})
