"""Ten years of records by keyboard alone: a million rows, and every page still opens, finds and goes back."""

import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from sqlalchemy import func, select, update

from app.models.opening import open_database
from app.models.people import PayTerm, Worker
from app.models.work import Attendance
from app.services.context import Context
from app.ui.theme.style import Look
from tests.bench.ui import LARGE, ten_years
from tests.bench.workshop import PASSWORD, WORKSHOP, workshop
from tests.ui.keys import ALT, CONTROL, ENTER
from tests.ui.stories.person import Clock, Person, at_work

pytestmark = [pytest.mark.torture, pytest.mark.timeout(900)]
NOW = datetime(2026, 11, 30, 18, 0)  # noqa: DTZ001  local wall time
BACK = 40
LONG_AGO, WEEKDAYS = "2024-01", 23
"""The first month whose calendar of working days is known to the program: further back it says so and stays."""
PATIENCE = 10.0
"""Seconds a person waits for a month of two hundred workers; on this machine it is one or two."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hundred workers here since 2015, a mark and an entry each working day of ten years."""
    folder = tmp_path_factory.mktemp("ten") / "data"
    with workshop(folder, LARGE, even=True) as database:
        assert ten_years(database) >= 1_000_000
        with database.write("test", "test", capture=False) as session:
            session.execute(update(Worker).values(hired_on="2015-01-01"))
            session.execute(update(PayTerm).values(valid_from="2015-01-01"))
    return folder


@pytest.fixture
def records(large: Path) -> Iterator[Context]:
    """The ten years, opened."""
    database, user = open_database(large, None, PASSWORD)
    yield Context(database, user, now=Clock(NOW))
    database.close()


def test_ten_years_by_keyboard_alone(records: Context, look: Look) -> None:
    with at_work(records, look) as person:
        every_page(person)
        attendance_long_ago(person, records)
        somebody_is_found(person)
        a_month_is_computed(person)


def every_page(person: Person) -> None:
    """By Ctrl and a digit; a Qt warning would fail the test."""
    for digit, key in enumerate(list(person.window.side.buttons)[:10], 1):
        began = time.monotonic()
        person.page(digit % 10)
        assert person.window.side.buttons[key].isChecked()
        assert person.window.pages[key].isVisible()
        assert time.monotonic() - began < PATIENCE, key


def attendance_long_ago(person: Person, records: Context) -> None:
    """As far back by Alt+← as a calendar is known: every mark of that month is in the grid."""
    person.page(2)
    person.keys(*[(Qt.Key.Key_Left, ALT)] * BACK)
    page = person.window.pages["attendance"]
    assert page.month == LONG_AGO
    assert any("2023" in one for one in person.said)
    grid = person.keys.place()
    assert isinstance(grid, QTableView)
    model = grid.model()
    shown = [model.index(row, day).data() for row in range(model.rowCount()) for day in range(31)]
    with records.database.read() as session:
        noted = session.scalar(select(func.count()).select_from(Attendance).where(
            Attendance.workshop_id == WORKSHOP, Attendance.date.like(f"{LONG_AGO}-%")))  # fmt: skip
    assert sum(text == "√" for text in shown) == noted == LARGE * WEEKDAYS


def somebody_is_found(person: Person) -> None:
    person.keys((Qt.Key.Key_K, CONTROL), "0137", ENTER)
    assert person.window.pages["people"].panel.title.text().startswith("0137")


def a_month_is_computed(person: Person) -> None:
    """The payroll of the month filled in: everybody has a slip."""
    person.page(8)
    while person.window.pages["payroll"].month > "2026-10":
        person.keys((Qt.Key.Key_Left, ALT))
    assert len(person.window.pages["payroll"].view.slips) == LARGE
