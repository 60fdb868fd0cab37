"""The finder by keys: typing, arrows, Enter; people of every workshop, products, pages and acts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.models.people import Worker
from app.services.workshops import create_workshop
from app.ui.desk import Desk
from app.ui.widgets.finder import MOST, Find, Finder
from app.ui.widgets.page import Jump


class Shown:
    """A finder over a window, what was chosen and done."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self.done: list[str] = []
        self.jumps: list[Jump] = []
        entries = [
            Find("今日", "页面", Jump("today")),
            Find("工资", "页面", Jump("payroll"), keys="Ctrl+3"),
            Find("锁定工资", "操作", act=lambda: self.done.append("lock")),
        ]
        self.finder = Finder(desk, entries, window)
        self.finder.jumped.connect(self.jumps.append)
        self.open(desk)

    def open(self, desk: Desk) -> None:
        self.finder.open()
        desk.tasks.settle()

    def type(self, text: str) -> list[tuple[str, str]]:
        if text.isascii():
            QTest.keyClicks(self.finder.field, text)
        else:
            self.finder.field.setText(text)  # as an input method does: no key says a character
        return [(line.number, line.name) for line in self.finder.table.model.rows]

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.finder.field, key)


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def shown(desk: Desk, window: QWidget) -> Shown:
    return Shown(desk, window)


def test_at_first_the_pages_and_acts_are_offered(shown: Shown) -> None:
    assert shown.type("") == [("", "今日"), ("", "工资"), ("", "锁定工资")]


@pytest.mark.parametrize(
    ("typed", "number", "name"),
    [
        ("aym", "01", "阿依莫"),
        ("jike", "02", "吉克秀英"),
        ("3", "03", "ꀋꑳꃀ"),
        ("yxkb", "", "彝绣挎包"),
        ("gz", "", "工资"),
    ],
)
def test_the_best_is_first(shown: Shown, typed: str, number: str, name: str) -> None:
    assert shown.type(typed)[0] == (number, name)


def test_enter_goes_to_the_worker(shown: Shown, desk: Desk) -> None:
    shown.type("jkxy")
    shown.press(Qt.Key.Key_Return)
    (jump,) = shown.jumps
    assert (jump.page, jump.workshop) == ("people", None)
    with desk.ctx.database.read() as session:
        assert session.get(Worker, (desk.workshop.workshop_id, jump.worker_id)).name == "吉克秀英"
    assert not shown.finder.isVisible()


def test_a_product_is_a_place_on_its_page(shown: Shown) -> None:
    shown.type("彝绣")
    shown.press(Qt.Key.Key_Return)
    assert shown.jumps == [Jump("products", at="901")]


def test_arrows_choose_and_an_act_is_done(shown: Shown) -> None:
    shown.type("gz")
    shown.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert (shown.done, shown.jumps) == (["lock"], [])


def test_somebody_of_another_workshop_is_named_with_it(shown: Shown, desk: Desk) -> None:
    other = create_workshop(desk.ctx, "另一个工坊", "513499")
    with desk.ctx.database.write("阿依", "test") as session:
        session.add(Worker(workshop_id=other.workshop_id, id=5, no="09", name="沙马芝", hired_on="2025-01-01"))
    shown.press(Qt.Key.Key_Escape)
    assert not shown.finder.isVisible()
    shown.open(desk)
    shown.type("smz")
    assert shown.finder.table.model.rows[0].what == "工人 · 另一个工坊"
    shown.press(Qt.Key.Key_Return)
    assert shown.jumps == [Jump("people", 5, workshop=other)]


def test_nothing_found_says_so_and_enter_stays(shown: Shown) -> None:
    assert shown.type("qqqq") == []
    shown.press(Qt.Key.Key_Return)
    assert shown.finder.isVisible()
    assert shown.jumps == []


def test_it_opens_empty_again(shown: Shown, desk: Desk) -> None:
    shown.type("aym")
    shown.press(Qt.Key.Key_Escape)
    shown.open(desk)
    assert shown.finder.field.text() == ""
    assert shown.finder.table.current() == shown.finder.table.model.rows[0]


def test_too_many_are_counted(desk: Desk, window: QWidget) -> None:
    with desk.ctx.database.write("阿依", "test") as session:
        for at in range(MOST + 20):
            session.add(Worker(workshop_id=desk.workshop.workshop_id, id=2_000 + at, no=f"9{at:03}", name="沙马芝",
                               hired_on="2025-01-01"))  # fmt: skip
    shown = Shown(desk, window)
    assert len(shown.type("smz")) == MOST
    assert "20" in shown.finder.note.text()


def test_a_click_chooses(shown: Shown) -> None:
    place = shown.finder.table.view.visualRect(shown.finder.table.model.index(1, 1)).center()
    QTest.mouseClick(shown.finder.table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.jumps == [Jump("payroll")]
