"""The bench's month is a whole one, and its statements do not grow with the headcount."""

import pytest

from app.services.context import Context
from app.services.payroll import compute
from tests.bench.payroll import AIM_STATEMENTS, counted
from tests.bench.workshop import MONTH, USER, WORKSHOP, workshop


def statements(folder, workers: int) -> int:
    """SQL statements of one payroll that pays everybody."""
    with workshop(folder, workers) as database, counted(database.engine) as sent:
        assert len(compute(Context(database, USER), WORKSHOP, MONTH).slips) == workers
    return len(sent)


@pytest.mark.slow
def test_a_months_payroll_takes_as_many_statements_for_5_as_for_60(tmp_path) -> None:
    few, many = (statements(tmp_path / str(workers), workers) for workers in (5, 60))
    assert few == many <= AIM_STATEMENTS
