"""The set-based statements that take changes into a synced table: one for many rows, values given as JSON columns.

Each takes the workshop and one JSON array a column, straight into ``ROWS FROM``, and answers the clocks of the changes
it did not take: those are for ``app.server.judging``. They are made once a table and set of columns.

``OFFSET 0`` keeps each EXISTS a look-up by key for each row: joined, the planner may scan a table it has no statistics
of yet once a row, 150 times slower. An update is written as an upsert of rows that exist, for the same reason.
"""

from dataclasses import dataclass
from functools import cache

from sqlalchemy import BigInteger, Column, Table

from app.models.base import groups, key_columns, value_columns
from app.models.server_tables import SERVER

CLOCK, BASE = "clock", "base_clock"  # no synced column has these names (household_status has a ``base``)


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL text and the names of the JSON columns it takes, in order, after the workshop."""

    sql: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parent:
    """A column that names a row of another table."""

    column: str
    table: str
    nullable: bool


@cache
def parents(name: str) -> tuple[Parent, ...]:
    """The references of a synced table, but for the one to its workshop."""
    table = SERVER.tables[name]
    return tuple(
        Parent(key.parent.name, key.column.table.name, bool(key.parent.nullable))
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
        if key.parent.name != "workshop_id"
    )


@cache
def insert(name: str, columns: tuple[str, ...]) -> Statement:
    """Insert new rows with parents present; a row whose key is taken is not touched."""
    table = SERVER.tables[name]
    taken = (*_key_names(table), *columns, CLOCK)
    listed = ", ".join(f'"{column}"' for column in taken)
    there, conditions = _parents_present(name, taken)
    sql = f"""
{_input(table, taken)}{there},
done AS (INSERT INTO "{name}" (workshop_id, {listed})
  SELECT %(workshop)s::bigint, {listed} FROM input {_where(conditions)}
  ON CONFLICT DO NOTHING RETURNING clock)
SELECT clock FROM input EXCEPT ALL SELECT clock FROM done"""  # noqa: S608  names come from the metadata
    return Statement(sql, taken)


@cache
def update(name: str, columns: tuple[str, ...], deleted: bool) -> Statement:
    """Replace the one group of rows whose present clock is the change's base and that have no exceptions."""
    table = SERVER.tables[name]
    keys = _key_names(table)
    taken = (*keys, *columns, CLOCK, BASE)
    listed = ", ".join(f'"{column}"' for column in (*keys, *columns, CLOCK))
    setting = ", ".join(f'"{column}" = EXCLUDED."{column}"' for column in (*columns, "deleted", CLOCK))
    same = "".join(f' AND t."{key}" = input."{key}"' for key in keys)
    replaces = f"""EXISTS (SELECT 1 FROM "{name}" t WHERE t.workshop_id = %(workshop)s::bigint{same}
    AND t.clock = input.base_clock AND t.merge IS NULL OFFSET 0)"""  # noqa: S608  names come from the metadata
    target = ", ".join(f'"{key}"' for key in ("workshop_id", *keys))
    there, conditions = _parents_present(name, columns)
    sql = f"""
{_input(table, taken)}{there},
done AS (INSERT INTO "{name}" (workshop_id, {listed}, deleted)
  SELECT %(workshop)s::bigint, {listed}, {int(deleted)} FROM input
  {_where([replaces, *conditions])}
  ON CONFLICT ({target}) DO UPDATE SET {setting} RETURNING clock)
SELECT clock FROM input EXCEPT ALL SELECT clock FROM done"""  # noqa: S608  names come from the metadata
    return Statement(sql, taken)


@cache
def read(name: str) -> Statement:
    """All columns of the rows of the given keys."""
    table = SERVER.tables[name]
    keys = _key_names(table)
    same = "".join(f' AND t."{key}" = i."{key}"' for key in keys)
    source = f'{_input(table, keys)} SELECT t.* FROM input i JOIN "{name}" t ON' if keys else None  # noqa: S608
    sql = (
        f"{source} t.workshop_id = %(workshop)s::bigint{same}"
        if source
        else f'SELECT * FROM "{name}" WHERE workshop_id = %(workshop)s::bigint'  # noqa: S608
    )
    return Statement(sql, keys)


@cache
def write(name: str) -> Statement:
    """Write whole rows as merged, new or not."""
    table = SERVER.tables[name]
    keys = _key_names(table)
    values = (*(column.name for column in value_columns(table)), "deleted", "extra", CLOCK, "merge")
    taken = (*keys, *values)
    listed = ", ".join(f'"{column}"' for column in taken)
    target = ", ".join(f'"{key}"' for key in ("workshop_id", *keys))
    kept = "extra = coalesce(EXCLUDED.extra, t.extra)"  # what no known change explains is not forgotten
    setting = ", ".join([kept, *(f'"{column}" = EXCLUDED."{column}"' for column in values if column != "extra")])
    sql = f"""
{_input(table, taken)}
INSERT INTO "{name}" AS t (workshop_id, {listed}) SELECT %(workshop)s::bigint, {listed} FROM input
ON CONFLICT ({target}) DO UPDATE SET {setting}"""  # noqa: S608  names come from the metadata
    return Statement(sql, taken)


def one_group(table: Table) -> bool:
    """Whether the whole row is one merge group, so that one clock says everything."""
    return len(groups(table)) == 1


def _key_names(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in key_columns(table))


def _input(table: Table, columns: tuple[str, ...]) -> str:
    """WITH input: the JSON columns side by side, cast to the table's types."""
    arrays = ", ".join(f"json_array_elements_text(%({column})s::json)" for column in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    casts = ", ".join(f'"{column}"::{_type(table, column)} AS "{column}"' for column in columns)
    return f"""WITH input AS MATERIALIZED (SELECT {casts} FROM ROWS FROM ({arrays}) AS given({names}))"""  # noqa: S608


def _type(table: Table, name: str) -> str:
    if name == BASE:
        return "bigint"
    column: Column[object] = table.columns[name]
    if name == "merge":
        return "jsonb"
    return "bigint" if isinstance(column.type, BigInteger) else "text"


def _parents_present(name: str, columns: tuple[str, ...]) -> tuple[str, list[str]]:
    """CTEs of the parents that are there, each looked up once, and the conditions that ask for them."""
    tables, conditions = "", []
    for parent in (each for each in parents(name) if each.column in columns):
        there = f'"there_{parent.column}"'
        tables += f""",
{there} AS MATERIALIZED (SELECT d.id FROM (SELECT DISTINCT "{parent.column}" AS id FROM input) d WHERE EXISTS
  (SELECT 1 FROM "{parent.table}" p WHERE p.workshop_id = %(workshop)s::bigint AND p.id = d.id OFFSET 0))"""  # noqa: S608
        found = f'"{parent.column}" IN (SELECT id FROM {there})'  # noqa: S608
        conditions.append(f'("{parent.column}" IS NULL OR {found})' if parent.nullable else found)
    return tables, conditions


def _where(conditions: list[str]) -> str:
    return "WHERE " + " AND ".join(conditions) if conditions else ""
