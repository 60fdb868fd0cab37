"""Every stored column has a title in both languages, or is one that says nothing to a person."""

import re

import pytest

from app.domain.messages.columns import MACHINE, TITLES, column_title
from app.models.base import key_columns, synced_tables, value_columns

HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
COLUMNS = sorted(
    {
        (table.name, column.name)
        for table in synced_tables()
        for column in (*value_columns(table), *key_columns(table))
        if column.name not in {*MACHINE, "id"}
    }
)


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_column_is_named_in_both_languages(table: str, column: str) -> None:
    assert HAN.search(column_title(table, column))
    assert not HAN.search(column_title(table, column, "en"))


def test_no_title_is_of_a_column_that_is_not_stored() -> None:
    stored = {column for _, column in COLUMNS}
    assert {name.rpartition(".")[2] for name in TITLES} == stored
