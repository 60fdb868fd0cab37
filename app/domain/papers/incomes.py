"""What each worker earned month by month (工人各月收入), of locked payrolls, and what it comes to a head."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.money import half_up


@dataclass(frozen=True, slots=True)
class WorkerIncome:
    """A worker's gross pay (fen) of each month; None where no payroll that counts pays her in it."""

    worker_id: int
    no: str
    name: str
    fens: tuple[int | None, ...]

    @property
    def total_fen(self) -> int:
        """All months together."""
        return sum(fen or 0 for fen in self.fens)


@dataclass(frozen=True, slots=True)
class MonthIncome:
    """A month (YYYY-MM) of the payrolls that count: gross and net (fen), how many people have an amount in it.

    ``locked`` is how many of its payrolls count, ``disputed`` how many do not because they pay the same.
    """

    month: str
    gross_fen: int = 0
    net_fen: int = 0
    people: int = 0
    locked: int = 0
    disputed: int = 0

    @property
    def average_fen(self) -> int | None:
        """Gross pay a head, rounded half up; None where nobody is paid."""
        return half_up(self.gross_fen, self.people) if self.people else None


@dataclass(frozen=True, slots=True)
class IncomesData:
    """The paper: workshop, the day it was made (YYYY-MM-DD), months oldest first, workers by 编号."""

    unit: str
    day: str
    months: tuple[MonthIncome, ...]
    rows: tuple[WorkerIncome, ...]


def month_totals(rows: Sequence[WorkerIncome], months: int) -> tuple[int, ...]:
    """The sum of each month over some workers, and of all months last."""
    sums = [sum(row.fens[at] or 0 for row in rows) for at in range(months)]
    return (*sums, sum(sums))
