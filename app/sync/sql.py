"""Plain SQL through the driver, inside a session's transaction: sync moves thousands of rows, and an ORM costs 5×
(FACTS).
"""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from sqlalchemy.orm import Session

Row = tuple[Any, ...]


def _cursor(session: Session) -> Any:  # noqa: ANN401  sqlcipher3 has no types
    return session.connection().connection.cursor()


def rows(session: Session, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
    """All rows of a statement as plain tuples."""
    cursor = _cursor(session)
    try:
        return cast("list[Row]", cursor.execute(sql, parameters).fetchall())
    finally:
        cursor.close()


def value(session: Session, sql: str, parameters: Sequence[object] = ()) -> Any:  # noqa: ANN401  whatever it yields
    """The first value of the first row, None where there is no row."""
    found = rows(session, sql, parameters)
    return found[0][0] if found else None


def run(session: Session, sql: str, parameters: Sequence[object] = ()) -> int:
    """Run a statement; answers the number of rows it changed."""
    cursor = _cursor(session)
    try:
        return int(cursor.execute(sql, parameters).rowcount)
    finally:
        cursor.close()


def run_many(session: Session, sql: str, parameters: Iterable[Sequence[object]]) -> None:
    """Run a statement once for each of many parameters."""
    cursor = _cursor(session)
    try:
        cursor.executemany(sql, parameters)
    finally:
        cursor.close()
