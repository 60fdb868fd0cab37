"""The bench's month is a whole one, and its statements do not grow with the headcount."""

import pytest
from sqlalchemy import func, select

from app.models.tables import Attendance, PieceEntry
from app.services.context import Context
from app.services.payroll import compute
from tests.bench.payroll import AIM_STATEMENTS
from tests.bench.payroll_runs import counted
from tests.bench.workshop import MARKS, MONTH, PIECES, USER, WORKSHOP, workshop


def statements(folder, workers: int) -> int:
    """SQL statements of one payroll that pays everybody."""
    with workshop(folder, workers) as database, counted(database.engine) as sent:
        assert len(compute(Context(database, USER), WORKSHOP, MONTH).slips) == workers
    return len(sent)


@pytest.mark.slow
def test_a_months_payroll_takes_as_many_statements_for_5_as_for_60(tmp_path) -> None:
    few, many = (statements(tmp_path / str(workers), workers) for workers in (5, 60))
    assert few == many <= AIM_STATEMENTS


def test_each_worker_of_the_even_month_has_26_marks_and_40_pieces_of_their_own(tmp_path) -> None:
    with workshop(tmp_path / "even", 20, even=True) as database, database.read() as session:
        for table, rows in ((Attendance, MARKS), (PieceEntry, PIECES)):
            own = select(func.count()).where(table.worker_id.is_not(None)).group_by(table.worker_id)
            assert list(session.scalars(own)) == [rows] * 20
