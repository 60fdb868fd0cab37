"""What the database holds of money, read by plain SQL: the machine compares it with what it remembers."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

KEPT = ("payroll_run", "payroll_event", "slip", "slip_line", "payment", "payment_return")
"""Tables whose rows are only ever added."""
_KEYS = {"slip": 3, "slip_line": 4}
"""How many of a table's first columns are its key; 2 where nothing is said."""


@dataclass(frozen=True)
class Dump:
    """Every row of the kept tables by key, as mappings."""

    rows: dict[str, dict[tuple[Any, ...], dict[str, Any]]]

    def lost(self, later: "Dump") -> list[tuple[str, tuple[Any, ...]]]:
        """Rows of this dump that a later one has otherwise or no more."""
        return [
            (table, key)
            for table, rows in self.rows.items()
            for key, row in rows.items()
            if later.rows[table].get(key) != row
        ]

    def added(self, later: "Dump") -> dict[str, int]:
        """How many rows of each table came since."""
        return {t: n for t in KEPT if (n := len(later.rows[t]) - len(self.rows[t]))}

    def of(self, table: str, **where: object) -> list[dict[str, Any]]:
        """The rows of a table with these values."""
        return [row for row in self.rows[table].values() if all(row[name] == value for name, value in where.items())]


def dump(database: Any) -> Dump:
    """All of it in one reading transaction."""
    with database.read() as session:
        found = {}
        for table in KEPT:
            result = session.connection().exec_driver_sql(f"SELECT * FROM {table}")
            names, width = [*result.keys()], _KEYS.get(table, 2)
            found[table] = {tuple(row)[:width]: dict(zip(names, row, strict=True)) for row in result.fetchall()}
    return Dump(found)


def run_sql(database: Any, user: str, statement: str, **params: object) -> int:
    """One statement past the services; how many rows it touched."""
    with database.write(user, "raw") as session:
        return session.execute(text(statement), params).rowcount
