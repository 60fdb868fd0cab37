"""What checks across rows share: what the database has already, a table's rows by type, and whom a row refers to."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.domain.rulepack import RulePack
from app.services.workbook import rows
from app.services.workbook.tables import Table

R = TypeVar("R", bound=rows.Row)


@dataclass(frozen=True, slots=True)
class KnownWorker:
    """A worker already recorded; ``source`` is the book he came from, such as "工人 2026-10"."""

    no: str
    name: str
    id_number: str
    hired: str
    left: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the database has already: rule packs, workers and 货号 of products a book may refer to.

    ``today`` is the PC's date; without it nothing is said of days to come.
    """

    packs: tuple[RulePack, ...]
    workers: tuple[KnownWorker, ...] = ()
    product_codes: frozenset[str] = frozenset()
    today: date | None = None


def typed(table: Table | None, row_type: type[R]) -> list[R]:
    """A table's rows as what its sheet says they are; none for a sheet that is not there."""
    if table is None:
        return []
    return [row for row in table.rows if isinstance(row, row_type)]


def references(row: rows.Row) -> tuple[str, ...]:
    """The 编号 (of a sale: 货号) a row refers to."""
    match row:
        case rows.PieceRow() | rows.TrainingRow():
            return row.nos
        case rows.WorkerRow():
            return (row.mentor_no,) if row.mentor_no else ()
        case rows.AttendanceRow() | rows.AdjustmentRow() | rows.AdvanceRow():
            return (row.no,)
        case rows.SaleRow():
            return (row.code,)
        case _:
            return ()
