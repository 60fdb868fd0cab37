"""The people page; the payroll page on the small workshop's November: as it comes, without problems, locked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.domain.vocabulary import MarkKind
from app.models.work import Attendance, PieceEntry
from app.services.context import Context
from app.services.people import list_workers
from app.services.people_edit import edit_worker, worker_form
from app.services.workshops import choose_workshop
from app.ui.desk import Desk
from app.ui.pages.attendance import AttendancePage
from app.ui.pages.payroll import PayrollPage
from tests.ui.conftest import fill, made_once

MONTH = "2026-11"


@pytest.fixture
def month_page(desk: Desk, qtbot) -> AttendancePage:
    """The month of attendance, read, the keyboard in its cells."""
    made = AttendancePage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.open_month(MONTH)
    desk.tasks.settle()
    made.grid.setFocus()
    return made


@pytest.fixture
def month_keys(month_page: AttendancePage) -> Callable[..., None]:
    """Stand at a worker's day (from 1) and press keys: texts, keys, keys with modifiers; then wait for the writing."""

    def press(row: int, day: int, *presses: object) -> None:
        month_page.table.stand(row, day - 1)
        for key in presses:
            if isinstance(key, str):
                QTest.keyClicks(month_page.grid, key)
            elif isinstance(key, tuple):
                QTest.keyClick(month_page.grid, *key)
            else:
                QTest.keyClick(month_page.grid, key)
        month_page.desk.tasks.settle()

    return press


@pytest.fixture
def month_said(month_page: AttendancePage) -> list[str]:
    """What the status bar was told from now on."""
    heard: list[str] = []
    month_page.desk.said.connect(lambda notice: heard.append(notice.text))
    return heard


@pytest.fixture
def joined_page(month_page: AttendancePage) -> AttendancePage:
    """The month in which 02 joins on the 10th and leaves on the 20th."""
    ctx, shop = month_page.desk.ctx, month_page.desk.workshop.workshop_id
    worker_id = month_page.model.shown[1]
    form = worker_form(ctx, shop, worker_id)
    edit_worker(ctx, shop, worker_id, replace(form, hired_on=date(2026, 11, 10), left_on=date(2026, 11, 20)))
    month_page.refresh()
    month_page.desk.tasks.settle()
    return month_page


@pytest.fixture
def payroll_page(desk: Desk, qtbot) -> PayrollPage:
    """The page on November, with problems."""
    made = PayrollPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.open_month(MONTH)
    desk.tasks.settle()
    return made


@pytest.fixture(scope="session")
def whole_month(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workshop in whose November nothing is missing, made once."""

    def filled(ctx: Context) -> None:
        fill(ctx)
        complete_month(ctx)

    return made_once(tmp_path_factory.mktemp("whole"), filled)


@pytest.fixture
def template(request: pytest.FixtureRequest, small_workshop: Path) -> Path:
    """The records ``ctx`` begins with: the whole month for a test that asks for the page without problems."""
    whole: Path = request.getfixturevalue("whole_month") if "clean" in request.fixturenames else small_workshop
    return whole


def complete_month(ctx: Context) -> None:
    """Every working day filled in, every number there; one without a bank account."""
    shop = choose_workshop(ctx).workshop_id
    workers = {row.no: row.worker_id for row in list_workers(ctx, shop, MONTH)}
    with ctx.database.write(ctx.user, "test") as session:
        for day in (date(2026, 11, at) for at in range(1, 31)):
            for no in ("01", "02", "03"):
                kind, minutes = (MarkKind.OFF, 0) if no == "03" else (MarkKind.WORK, 480)
                session.merge(Attendance(workshop_id=shop, worker_id=workers[no], date=day.isoformat(),
                                         mark=kind.value, normal_minutes=minutes))  # fmt: skip
            session.add(PieceEntry(workshop_id=shop, id=9_000 + day.day, date=day.isoformat(), process_id=911,
                                   worker_id=workers["04"], good_milli=10_000))  # fmt: skip
    numbers = {"03": "513499199711194284", "04": "513499197712206217"}
    for at, no in enumerate(("01", "02", "03", "04")):
        form = worker_form(ctx, shop, workers[no])
        account = "" if no == "02" else f"62284800000000{at}019"
        known = replace(form, id_number=numbers.get(no, form.id_number), phone=f"1990000000{at}")
        edit_worker(ctx, shop, workers[no], replace(known, bank="农村信用社", account=account))


@pytest.fixture
def clean(payroll_page: PayrollPage) -> PayrollPage:
    """The page on the month without problems (see ``template``)."""
    return payroll_page


@pytest.fixture
def press() -> Callable[[QWidget, str], None]:
    """Presses the named button of a page or dialog by key, and waits for what follows."""

    def pressed(parent: QWidget, name: str) -> None:
        found = parent.findChild(QAbstractButton, name)
        assert isinstance(found, QAbstractButton), name
        assert found.isVisible(), name
        assert found.isEnabled(), name
        found.setFocus()
        QTest.keyClick(found, Qt.Key.Key_Space)

    return pressed


@pytest.fixture
def locked(clean: PayrollPage) -> PayrollPage:
    """The month locked, by keys."""
    QTest.keyClick(clean, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(clean.question, Qt.Key.Key_Return)
    clean.desk.tasks.settle()
    return clean
