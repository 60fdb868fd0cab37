"""What every synced table keeps to, read from the metadata (DESIGN 2 and 4)."""

import json
from pathlib import Path

import pytest
from sqlalchemy import BigInteger, Integer, Text, UniqueConstraint

from app.models.base import groups, key_columns, sync_info, synced_tables, value_columns
from app.models.tables import Base
from tests.models.rows import name_of

ALL = synced_tables()
LOCAL = [table for table in Base.metadata.sorted_tables if "sync" not in table.info]
FROZEN = Path(__file__).parent / "column_order.json"
each_table = pytest.mark.parametrize("table", ALL, ids=name_of)


@each_table
def test_primary_and_foreign_keys_begin_with_the_workshop(table):
    assert next(iter(table.primary_key.columns)).name == "workshop_id"
    assert table.foreign_key_constraints or table.name == "workshop"
    for constraint in table.foreign_key_constraints:
        first = constraint.elements[0]
        assert (first.parent.name, first.column.name) == ("workshop_id", "workshop_id")


@each_table
def test_there_is_no_other_unique_constraint(table):
    assert not [c for c in table.constraints if isinstance(c, UniqueConstraint)]
    assert not [index for index in table.indexes if index.unique]
    assert not [column for column in table.columns if column.unique]


@each_table
def test_nothing_is_deleted_or_rewritten_in_passing(table):
    for constraint in table.foreign_key_constraints:
        assert (constraint.ondelete, constraint.onupdate) == (None, None)


@each_table
def test_each_column_is_key_or_has_a_group(table):
    values = {column.name for column in value_columns(table)}
    keys = {column.name for column in table.primary_key.columns}
    assert not values & keys
    assert {column.name for column in table.columns} == values | keys | {"deleted", "extra"}
    assert sorted(name for names in groups(table).values() for name in names) == sorted(values)


@each_table
def test_tables_are_strict_and_without_rowid(table):
    options = table.dialect_options["sqlite"]
    assert (options["strict"], options["with_rowid"]) == (True, False)


@each_table
def test_columns_are_whole_numbers_or_text(table):
    assert {type(column.type) for column in table.columns} <= {BigInteger, Integer, Text}


@each_table
def test_month_and_sums_of_stats_are_columns(table):
    info = sync_info(table)
    dated = {column.name for column in table.columns if column.info.get("date")}
    assert info.month is None or info.month in dated
    assert set(info.fen) <= {column.name for column in value_columns(table) if column.name.endswith("_fen")}
    assert info.writer in {"workshop", "county"}


@each_table
def test_order_of_columns_is_frozen_and_only_grows_at_its_end(table):
    """The journal's and the wire's arrays are read by position. A new column is added to the file, at the end."""
    frozen = json.loads(FROZEN.read_text(encoding="utf-8"))
    assert [column.name for column in (*key_columns(table), *value_columns(table))] == frozen[table.name]


def test_what_is_locked_and_paid_is_insert_only():
    frozen = {"payroll_run", "payroll_event", "slip", "slip_line", "payment", "payment_return"}
    assert {t.name for t in ALL if sync_info(t).insert_only} == frozen


def test_the_county_writes_rule_packs_only():
    assert {t.name for t in ALL if sync_info(t).writer == "county"} == {"rule_pack"}


def test_local_tables_refer_to_local_tables_only():
    names = {table.name for table in LOCAL}
    assert {element.column.table.name for table in LOCAL for element in table.foreign_keys} <= names


def test_parents_come_before_their_children():
    seen: set[str] = set()
    for table in ALL:
        assert {element.column.table.name for element in table.foreign_keys} <= seen
        seen.add(table.name)


def test_money_and_measures_are_numbers():
    for table in ALL:
        for column in table.columns:
            if column.name.endswith(("_fen", "_e4", "_milli", "_minutes", "minutes")):
                assert column.type.python_type is int, f"{table.name}.{column.name}"
