"""Reads what the database has of what a book may touch: one statement a table, whatever the size of the book."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Select, Table, func, select
from sqlalchemy.orm import Session

from app.models.base import Base, key_columns
from app.services.importing.records import TABLES, Key, Plan, Values

_BY_ID = frozenset({"piece_entry", "adjustment", "advance", "sale", "training"})
_BY_PARENT = {"team_share": ("entry_id", "piece_entry"), "training_attendance": ("training_id", "training")}


@dataclass(slots=True)
class Stored:
    """Rows by table and key, those marked deleted too; a row is a plain mapping of its columns."""

    rows: dict[str, dict[Key, Values]] = field(default_factory=dict)

    def live(self, table: str) -> Iterator[tuple[Key, Values]]:
        """The rows of a table that are not marked deleted."""
        return ((key, row) for key, row in self.rows.get(table, {}).items() if not row["deleted"])


def load_masters(session: Session, workshop_id: int) -> Stored:
    """Workshop, people and goods, whole: what a book's rows are matched with."""
    stored = Stored()
    for name in TABLES[: TABLES.index("attendance")]:
        stored.rows[name] = _rows(session, name, select(_table(name)).where(_table(name).c.workshop_id == workshop_id))
    return stored


def load_entries(session: Session, stored: Stored, plan: Plan) -> None:
    """The entries a book asks for and those that came from it before, with what hangs on them."""
    for name in TABLES[TABLES.index("attendance") :]:
        table = _table(name)
        query = select(table).where(table.c.workshop_id == plan.workshop_id)
        if name == "attendance":
            query = query.where(table.c.date >= plan.first_day, table.c.date <= plan.last_day)
        elif name in _BY_ID:
            ids = (key[0] for key in plan.wanted[name])
            query = query.where(table.c.source.endswith(f" {plan.month}", autoescape=True) | table.c.id.in_(each(ids)))
        else:
            column, parent = _BY_PARENT[name]
            query = query.where(table.c[column].in_(each(key[0] for key in stored.rows[parent])))
        stored.rows[name] = _rows(session, name, query)


def each(values: Iterable[object]) -> Select[tuple[object]]:
    """A list of any length as a subquery of one parameter."""
    return select(func.json_each(json.dumps(list(values), ensure_ascii=False)).table_valued("value").c.value)


def _table(name: str) -> Table:
    return Base.metadata.tables[name]


def _rows(session: Session, name: str, query: Select[tuple[object, ...]]) -> dict[Key, Values]:
    keys = [column.name for column in key_columns(_table(name))]
    found = (dict(row) for row in session.execute(query).mappings())
    return {tuple(row[column] for column in keys): row for row in found}
