"""A manager's first week by keyboard alone: an empty workshop, five closed days, a sale, a session, an advance."""

from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from sqlalchemy import select

from app.models.goods import PiecePrice, Sale
from app.models.local import Journal
from app.models.opening import open_database
from app.models.pay import Advance
from app.models.people import Worker
from app.models.training import Training, TrainingAttendance
from app.models.work import Attendance, DayClose, PieceEntry
from app.services.context import Context
from app.services.workshops import create_workshop
from app.ui.theme.style import Look
from tests.commands import PASSWORD, moved_in
from tests.ui.conftest import USER, made_once
from tests.ui.stories.person import ALT, CONTROL, DOWN, ENTER, RIGHT, Clock, Person, at_work

MONDAY = datetime(2026, 11, 23, 18, 0)  # noqa: DTZ001  local wall time, dusk
PEOPLE = (("01", "阿依莫"), ("02", "吉克秀英"), ("03", "沙马芝"))
PRICE_E4 = 25_500
MONTH_COLUMN = 8
PIECES = {
    0: {"01": 12, "02": 9, "03": 7},
    1: {"01": 14, "02": 81, "03": 8},
    2: {"01": 11, "03": 10},
    3: {"01": 13, "02": 10, "03": 9},
    4: {"01": 15, "02": 12, "03": 6},
}
"""What is typed each evening; Tuesday's 81 is a mistake for 18, and 02 is away on Wednesday."""
RIGHT_PIECES = PIECES | {1: PIECES[1] | {"02": 18}}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workshop of which nothing but the name is known."""
    return made_once(tmp_path_factory.mktemp("first"), lambda ctx: create_workshop(ctx, "龙潭彝绣工坊", "513499"))


@pytest.fixture
def clock() -> Clock:
    """Monday evening, moved on by the story."""
    return Clock(MONDAY)


@pytest.fixture
def records(tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> Context:
    """The empty workshop with the story's clock."""
    monkeypatch.setenv("GONGFANG_CONFIG", str(tmp_path / "config"))
    moved_in(template, tmp_path / "data")
    database, _ = open_database(tmp_path / "data", USER, PASSWORD, now=MONDAY)
    yield Context(database, USER, now=clock)
    database.close()


def test_a_first_week_by_keyboard_alone(records: Context, look: Look, clock: Clock) -> None:
    with at_work(records, look) as person:
        add_people(person)
        add_product(person)
        note_day(person, 0, first=True)
    also = {
        2: [record_sale],
        3: [record_training],
        4: [pay_advance, look_for_a_worker, look_at_attendance, earned_is_shown],
    }
    for day in range(1, 5):
        clock.now = MONDAY + timedelta(days=day)
        with at_work(records, look) as person:
            if day == 2:
                correct_tuesday(person)
            note_day(person, day)
            for deed in also.get(day, ()):
                deed(person)
    week_is_right(records)


def add_people(person: Person) -> None:
    person.page(6)
    for no, name in PEOPLE:
        person.press("add-worker")
        person.fill(no=no, name=name, relation="全日制", basis="计件", terms_from="2026-11-23", hired_on="2026-11-23")
        person.press("save-worker")
        assert "已保存" in person.said


def add_product(person: Person) -> None:
    """A product with its process and price, from the list to the third tab of its panel."""
    person.page(4)
    person.press("add-product")
    person.fill(code="P01", name="彝绣挎包", price_fen="298", opening_stock_milli="20")
    person.press("save-product")
    person.to("tab-facts")
    person.keys(RIGHT, RIGHT)
    person.press("processes-add")
    person.fill(process="刺绣")
    person.press("processes-save")
    person.press("prices-add")
    person.fill(process_id="彝绣挎包 · 刺绣", valid_from="2026-11-01", price_e4="2.55")
    person.press("prices-save")


def note_day(person: Person, at: int, *, first: bool = False) -> None:
    """A day's marks and pieces, and its closing: exceptions by number, pieces by digits and Enter."""
    person.page(1)
    person.keys(Qt.Key.Key_F9)
    person.keys({2: "02l", 3: "02v"}.get(at, ""))  # away on Wednesday, back on Thursday
    person.keys(*((Qt.Key.Key_F4, DOWN, ENTER) if first else (ENTER,)))
    for number in PIECES[at].values():
        person.keys(str(number), ENTER)
    person.keys((ENTER, CONTROL))
    assert "已日结" in person.said


def correct_tuesday(person: Person) -> None:
    """Back to Tuesday: a wrong try is taken back by Ctrl+Z, then the right number is typed."""
    person.keys((Qt.Key.Key_Left, ALT))
    person.keys(DOWN, RIGHT, RIGHT)
    person.keys("17", ENTER, (Qt.Key.Key_Z, CONTROL))
    assert "撤销：吉克秀英 刺绣 81 → 17" in person.said
    person.keys(Qt.Key.Key_Up, "18", ENTER, (Qt.Key.Key_Right, ALT))


def record_sale(person: Person) -> None:
    person.page(5)
    person.keys("p01", ENTER, "2", ENTER, ENTER, ENTER)
    assert "已保存" in person.said


def record_training(person: Person) -> None:
    person.page(7)
    person.press("first-training")
    person.fill(day="2026-11-26", topic="彝绣针法", minutes="1.5", lecturer="阿依莫")
    person.press("tick-all")
    person.press("save-training")


def pay_advance(person: Person) -> None:
    """From the list by Enter into the panel, to its fourth tab."""
    person.page(6)
    table, panel = person.keys.place(), person.window.pages["people"].panel
    person.keys(DOWN, Qt.Key.Key_Home, ENTER)
    assert panel.isVisible()
    person.keys(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    person.keys(ENTER)
    person.to("tab-facts")
    person.keys(RIGHT, RIGHT, RIGHT)
    person.press("advances-add")
    person.fill(amount_fen="100")
    person.press("advances-save")
    person.keys(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert person.keys.place() is table


def look_for_a_worker(person: Person) -> None:
    person.keys((Qt.Key.Key_K, CONTROL), "jkxy", ENTER)
    assert person.window.pages["people"].panel.title.text() == "02　吉克秀英"


def look_at_attendance(person: Person) -> None:
    person.page(2)
    grid = person.keys.place()
    assert isinstance(grid, QTableView)
    model = grid.model()
    shown = [[model.index(row, day - 1).data() for day in range(23, 28)] for row in range(len(PEOPLE))]
    assert shown == [["√"] * 5, ["√", "√", "假", "√", "√"], ["√"] * 5]


def earned_is_shown(person: Person) -> None:
    """Pieces times price, summed here, stand in the sheet's column of the month so far."""
    person.page(1)
    made = Counter()
    for row in RIGHT_PIECES.values():
        made.update(row)
    sheet = person.keys.place().model()
    assert [sheet.index(at, MONTH_COLUMN).data() for at in range(len(PEOPLE))] == [
        f"{made[no] * PRICE_E4 / 10_000:.2f}" for no, _ in PEOPLE
    ]


def week_is_right(records: Context) -> None:
    """What is on disk, summed here again; the journal knows every deed."""
    with records.database.read() as session:
        numbers = {one.id: one.no for one in session.scalars(select(Worker))}
        price = session.scalars(select(PiecePrice)).one().price_e4
        pieces = {(one.date, numbers[one.worker_id]): one.good_milli for one in session.scalars(select(PieceEntry))}
        marks = Counter((one.mark, one.normal_minutes) for one in session.scalars(select(Attendance)))
        closed = [one.date for one in session.scalars(select(DayClose).order_by(DayClose.date))]
        sale = session.scalars(select(Sale)).one()
        training = session.scalars(select(Training)).one()
        present = len(session.scalars(select(TrainingAttendance)).all())
        advance = session.scalars(select(Advance)).one()
        actions = Counter(session.scalars(select(Journal.action)))
    days = [date(2026, 11, 23 + at).isoformat() for at in range(5)]
    assert price == PRICE_E4
    assert pieces == {(days[at], no): 1000 * of for at, row in RIGHT_PIECES.items() for no, of in row.items()}
    assert marks == {("√", 480): 14, ("假", 0): 1}
    assert closed == days
    assert (sale.date, sale.quantity_milli, sale.price_fen) == (days[2], 2000, 29_800)
    assert (training.date, training.minutes, present) == (days[3], 90, 3)
    assert (advance.date, numbers[advance.worker_id], advance.amount_fen) == (days[4], "01", 10_000)
    assert actions == JOURNAL


JOURNAL = {
    "workshop.create": 1,
    "people.add": 2 * 3,  # the worker and the terms
    "product.add": 1,
    "process.add": 1,
    "pay.price": 1,
    "day.accept": 15,
    "day.mark": 2,
    "day.pieces": 14 + 2,  # Tuesday's wrong try, and the right number
    "day.undo": 1,
    "day.close": 5,
    "sales.add": 1,
    "training.save": 1 + 3,
    "pay.advance": 1,
}
"""Rows written by each deed."""
