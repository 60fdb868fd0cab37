"""October of the sample, and ways to change it for one test of the check list."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.payroll import compute
from app.domain.payroll_input import Mark
from tests.reference.rows import MONTH, month_input, sample


@pytest.fixture(scope="module")
def october():
    return month_input(sample(), MONTH)


def with_worker(source, no, **changes):
    return replace(source, workers=tuple(replace(w, **changes) if w.no == no else w for w in source.workers))


def number_of(source, no):
    """The worker_id of a 编号."""
    return next(worker.worker_id for worker in source.workers if worker.no == no)


def with_terms(source, no, **changes):
    (worker,) = (w for w in source.workers if w.no == no)
    return with_worker(source, no, terms=(replace(worker.terms[0], **changes),))


def with_mark(source, no, day, kind, normal=0, extra=0):
    """The month with one worker's mark of a day put in; None takes it away."""
    number, when = number_of(source, no), date(2026, 10, day)
    kept = [mark for mark in source.marks if (mark.worker_id, mark.days) != (number, (when,))]
    return replace(source, marks=(*kept, *([Mark(number, (when,), kind, normal, extra)] if kind else [])))


def problems(source):
    return [(row.kind, row.no, row.day and row.day.day) for row in compute(source).problems]


def warnings(source, *kinds):
    return [(row.kind, row.no, row.day and row.day.day) for row in compute(source).warnings if row.kind in kinds]
