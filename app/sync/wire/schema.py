"""What the wire must know of the synced tables, taken once from the metadata: columns, their kinds, groups, parents."""

from dataclasses import dataclass
from functools import cache

from sqlalchemy import Column, Integer, Table

from app.models.base import groups, key_columns, sync_info, synced_tables, value_columns
from app.models.tables import Base


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column: ``kind`` is ``id`` (0 … 2**53-1), ``int`` (64 bits) or ``text``; ``date``: ISO dates travel as days."""

    name: str
    kind: str
    nullable: bool
    date: bool


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A synced table as sync sees it; ``place`` is its rank, parents first; ``refs`` maps columns to parent tables."""

    name: str
    place: int
    key: tuple[ColumnSpec, ...]
    columns: dict[str, ColumnSpec]
    groups: dict[str, tuple[str, ...]]
    group_of: dict[str, str]
    refs: dict[str, str]
    insert_only: bool
    writer: str

    @property
    def several(self) -> bool:
        """Whether the table has several merge groups, so that ``base`` is an object."""
        return len(self.groups) > 1

    @property
    def counter_id(self) -> bool:
        """Whether rows are known by an id alone (then a second insert of a counted one is ``id_taken``)."""
        return [column.name for column in self.key] == ["id"]

    @property
    def all_columns(self) -> dict[str, ColumnSpec]:
        """Key and value columns by name."""
        return {column.name: column for column in self.key} | self.columns


def _spec(column: Column[object], refs: dict[str, str]) -> ColumnSpec:
    name = str(column.name)
    whole = "id" if name == "id" or name in refs else "int"
    kind = whole if isinstance(column.type, Integer) else "text"
    return ColumnSpec(name, kind, bool(column.nullable), bool(column.info.get("date")))


def _refs(table: Table) -> dict[str, str]:
    """Parent table of each referring column (references to the workshop itself are left out)."""
    found = {}
    for constraint in table.foreign_key_constraints:
        (column,) = [name for name in constraint.column_keys if name != "workshop_id"] or [""]
        if column:
            found[str(column)] = str(constraint.referred_table.name)
    return found


def _table_spec(table: Table, place: int) -> TableSpec:
    refs = _refs(table)
    grouped = {str(group): tuple(map(str, names)) for group, names in groups(table).items()}
    return TableSpec(
        name=str(table.name),
        place=place,
        key=tuple(_spec(column, refs) for column in key_columns(table)),
        columns={str(column.name): _spec(column, refs) for column in value_columns(table)},
        groups=grouped,
        group_of={name: group for group, names in grouped.items() for name in names},
        refs=refs,
        insert_only=sync_info(table).insert_only,
        writer=sync_info(table).writer,
    )


@cache
def table_specs() -> dict[str, TableSpec]:
    """Every synced table by name, parents before children."""
    return {str(table.name): _table_spec(table, place) for place, table in enumerate(synced_tables(Base.metadata))}
