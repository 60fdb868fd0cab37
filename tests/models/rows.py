"""One lawful row of every synced table, made from the metadata, so that a new table is tested without new lines."""

from typing import Any

from sqlalchemy import Column, Table, insert, select
from sqlalchemy.orm import Session

from app.models.base import key_columns, sync_info, synced_tables, value_columns
from app.models.database import Database
from app.models.local import Journal
from app.models.tables import Base
from app.models.workshop import CalendarDay

_LATE = ("payroll_event", "payment", "payment_return")
TABLES = sorted(
    (table for table in synced_tables() if table.name != "workshop"),
    key=lambda table: _LATE.index(table.name) if table.name in _LATE else -1,
)
"""Parents first; events, after which a guard takes no slip, and payments, which one holds to their slip's net, last."""
EDITABLE = [table for table in synced_tables() if not sync_info(table).insert_only]


def name_of(table: Table) -> str:
    """The parametrized test's id."""
    return table.name


def model_of(table: Table) -> type:
    """The mapped class of a table."""
    return next(mapper.class_ for mapper in Base.registry.mappers if mapper.local_table is table)


def is_number(column: Column[Any]) -> bool:
    """Whether a column holds integers."""
    return bool(column.type.python_type is int)


def sample(table: Table, workshop_id: int, n: int = 1) -> dict[str, Any]:
    """The ``n``-th row of a table: references point at the first row of each parent."""
    refs = {element.parent.name for constraint in table.foreign_key_constraints for element in constraint.elements}
    row: dict[str, Any] = {"workshop_id": workshop_id}
    for position, column in enumerate([*key_columns(table), *value_columns(table)]):
        if column.name in refs and column.name != last_key(table):
            row[column.name] = 1
        elif column.info.get("date"):
            row[column.name] = f"2026-10-{n:02}"
        elif is_number(column):
            row[column.name] = n if column.primary_key else 100 * n + position
        else:
            row[column.name] = f'{column.name}“{n}"\\'
    return row


def last_key(table: Table) -> str:
    """The last key column, which tells rows of a table apart."""
    keys = key_columns(table)
    return keys[-1].name if keys and not keys[-1].foreign_keys else ""


def changed(column: Column[Any], value: Any) -> Any:
    """Another lawful value of a column."""
    if column.info.get("date"):
        return "2026-11-30"
    return (value or 0) + 7 if is_number(column) else "ꆈꌠ\n改"


def plain_column(table: Table) -> Column[Any]:
    """The last value column that is no reference: what the tests edit."""
    return [column for column in value_columns(table) if not column.foreign_keys][-1]


def insert_all(session: Session, workshop_id: int) -> None:
    """The first row of every synced table but the workshop's own, parents first."""
    for table in TABLES:
        session.execute(table.insert().values(**sample(table, workshop_id)))


def journal(database: Database, after: int = 0) -> list[Journal]:
    """The journal behind position ``after``, in order."""
    with database.read() as session:
        rows = session.scalars(select(Journal).where(Journal.pos > after).order_by(Journal.pos)).all()
        session.expunge_all()
    return list(rows)


def last_pos(database: Database) -> int:
    """Where the journal ends."""
    return journal(database)[-1].pos


def add_day(session: Session, workshop_id: int, day: int, name: str = "火把节") -> None:
    """A local festival in October 2026."""
    session.execute(insert(CalendarDay), [{"workshop_id": workshop_id, "date": f"2026-10-0{day}", "name": name}])
