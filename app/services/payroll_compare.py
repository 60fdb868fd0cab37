"""A month beside the one before it: each worker's wages, the totals, and what changed by 30 % or more (RULES 6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.calendar import month_ends
from app.domain.payroll import by_number
from app.domain.payroll import compute as compute_month
from app.domain.percent import changed_much
from app.domain.vocabulary import RunKind
from app.models.pay import SlipRow
from app.services.context import Context
from app.services.payroll_runs import load_input, standing_runs

__all__ = ["Comparison", "changed_much", "compare"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A worker's month beside the last, all runs of each together, in fen; worker_id 0 and no 编号 are the total.

    ``last_…`` are None where the worker had no wages last month, the others where there are none now.
    """

    worker_id: int
    no: str
    name: str
    gross_fen: int | None
    net_fen: int | None
    last_gross_fen: int | None
    last_net_fen: int | None

    @property
    def marked(self) -> bool:
        """Whether gross or net changed by 30 % or more, compared exactly."""
        pairs = ((self.gross_fen, self.last_gross_fen), (self.net_fen, self.last_net_fen))
        return any(changed_much(now, last) for now, last in pairs if now is not None and last is not None)


@dataclass(frozen=True, slots=True)
class _Wages:
    no: str
    name: str
    gross_fen: int
    net_fen: int


def compare(ctx: Context, workshop_id: int, month: str) -> tuple[Comparison, ...]:
    """Each worker of a month or of the one before it, by 编号, then the total; of a month not locked, the draft's."""
    before = f"{month_ends(month)[0] - timedelta(days=1):%Y-%m}"
    with ctx.database.read() as session:
        last = _locked(session, workshop_id, before)
        now = _present(session, workshop_id, month)
    rows = [_beside(worker_id, now.get(worker_id), last.get(worker_id)) for worker_id in now | last]
    ordered = sorted(rows, key=lambda row: (by_number(row.no), row.worker_id))
    return (*ordered, _beside(0, _total(now.values()), _total(last.values()) if last else None))


def _present(session: Session, workshop_id: int, month: str) -> dict[int, _Wages]:
    """What stands of the month, and the draft's besides where its regular run does not."""
    found = _locked(session, workshop_id, month)
    if standing_runs(session, workshop_id, month, RunKind.REGULAR):
        return found
    for slip in compute_month(load_input(session, workshop_id, month)).slips:
        wages = _Wages(slip.no, slip.name, slip.gross_fen, slip.net_fen)
        found[slip.worker_id] = _together([found[slip.worker_id], wages]) if slip.worker_id in found else wages
    return found


def _locked(session: Session, workshop_id: int, month: str) -> dict[int, _Wages]:
    """The slips of all runs that count, summed up by worker."""
    runs = [head.run_id for head in standing_runs(session, workshop_id, month) if head.counts]
    own = (SlipRow.workshop_id == workshop_id, SlipRow.run_id.in_(runs), SlipRow.deleted == 0)
    sums = (func.sum(SlipRow.gross_fen), func.sum(SlipRow.net_fen))
    statement = select(SlipRow.worker_id, func.max(SlipRow.no), func.max(SlipRow.name), *sums).where(*own)
    return {row[0]: _Wages(*row[1:]) for row in session.execute(statement.group_by(SlipRow.worker_id))}


def _together(rows: Iterable[_Wages]) -> _Wages:
    kept = [*rows]
    sums = (sum(row.gross_fen for row in kept), sum(row.net_fen for row in kept))
    return _Wages(kept[-1].no, kept[-1].name, *sums)


def _total(rows: Iterable[_Wages]) -> _Wages:
    kept = [*rows]
    return _Wages("", "", sum(row.gross_fen for row in kept), sum(row.net_fen for row in kept))


def _beside(worker_id: int, now: _Wages | None, last: _Wages | None) -> Comparison:
    known = now or last
    return Comparison(
        worker_id=worker_id,
        no=known.no if known else "",
        name=known.name if known else "",
        gross_fen=now.gross_fen if now else None,
        net_fen=now.net_fen if now else None,
        last_gross_fen=last.gross_fen if last else None,
        last_net_fen=last.net_fen if last else None,
    )
