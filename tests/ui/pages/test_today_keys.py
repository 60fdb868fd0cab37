"""The key budget of a day, counted where keys arrive: thirty workers, five exceptions, thirty piece rows, no mouse."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.domain.vocabulary import Basis, MarkKind, Relation
from app.domain.worker_check import WorkerForm
from app.models.goods import PiecePrice, Process, Product
from app.models.work import Attendance, DayClose, PieceEntry
from app.services import day as days
from app.services.context import Context
from app.services.people_edit import add_worker
from app.services.workshops import create_workshop
from app.ui.desk import Desk
from app.ui.pages import today_rows as rows
from app.ui.pages.today import TodayPage
from tests.ui.conftest import made_once
from tests.ui.keys import CONTROL, ENTER, Keys, keyboard

DAY = date(2026, 11, 25)
SURNAMES, GIVEN = "阿吉沙马曲", "依克芝嘉莫英"
WORKERS = 30


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """Thirty people with yesterday's marks; the first half embroidered, the others hemmed."""
    return made_once(tmp_path_factory.mktemp("thirty"), _fill)


def _fill(ctx: Context) -> None:
    shop = create_workshop(ctx, "龙潭彝绣工坊", "513499").workshop_id
    ids = []
    for at in range(WORKERS):
        name = SURNAMES[at % 5] + GIVEN[at // 5]
        form = WorkerForm(f"{at + 1:02d}", name, Relation.FULL_TIME, Basis.PIECE, None, date(2025, 3, 1))
        ids.append(add_worker(ctx, shop, form).row.worker_id)
    with ctx.database.write("阿依", "test") as session:
        session.add(Product(workshop_id=shop, id=901, name="彝绣挎包"))
        for at, name in ((911, "刺绣"), (912, "锁边")):
            session.add(Process(workshop_id=shop, id=at, product_id=901, name=name))
            session.add(PiecePrice(workshop_id=shop, process_id=at, grade="", valid_from="2025-01-01", price_e4=23_500))
        session.add(DayClose(workshop_id=shop, date="2026-11-24", closed_by="阿依"))
        for at, worker_id in enumerate(ids):
            session.add(Attendance(workshop_id=shop, worker_id=worker_id, date="2026-11-24", mark=MarkKind.WORK.value,
                                   normal_minutes=480))  # fmt: skip
            session.add(PieceEntry(workshop_id=shop, id=5000 + at, date="2026-11-24", worker_id=worker_id,
                                   process_id=911 if at < WORKERS // 2 else 912, good_milli=9_000))  # fmt: skip


@pytest.fixture
def page(desk: Desk, qtbot) -> TodayPage:
    made = TodayPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.refresh()
    desk.tasks.settle()
    return made


@pytest.fixture
def keys(page: TodayPage) -> Keys:
    with keyboard(page.desk) as made:
        yield made


def stored(page: TodayPage) -> list[days.DayRow]:
    return list(days.day_sheet(page.desk.ctx, page.desk.workshop.workshop_id, DAY).rows)


def marks(page: TodayPage) -> dict[str, str]:
    return {row.no: row.mark for row in stored(page)}


def test_every_key_is_counted_once_and_ctrl_is_a_key(page: TodayPage, keys: Keys) -> None:
    page.grid.setCurrentIndex(page.table.model.index(0, rows.FIRST_ITEM))
    assert keys("12", ENTER) == 3
    assert keys((Qt.Key.Key_Z, CONTROL)) == 2


def test_thirty_all_present_in_three_keys(page: TodayPage, keys: Keys) -> None:
    assert page.day == DAY
    assert keys(Qt.Key.Key_F9) <= 3
    assert set(marks(page).values()) == {"√"}


EXCEPTIONS: dict[str, tuple[tuple[object, ...], dict[str, str]]] = {
    "numbers": (("12a", "27h", "30l", "8b", "19x"), {"12": "旷", "27": "半", "30": "假", "08": "病", "19": "休"}),
    "mixed": (
        ("12a", "7h", "ak", ENTER, "l", "23+2", ENTER, "09b"),
        {"12": "旷", "07": "半", "06": "假", "23": "8+2", "09": "病"},
    ),
    "initials": (
        ("sy", ENTER, "a", "my", ENTER, "h", "jk", ENTER, "l", "ak", ENTER, "b"),
        {"03": "旷", "04": "半", "07": "假", "06": "病"},
    ),
}


@pytest.mark.parametrize("way", EXCEPTIONS)
def test_five_exceptions_in_twenty_keys_the_closing_too(page: TodayPage, keys: Keys, way: str) -> None:
    keys(Qt.Key.Key_F9)
    typed, noted = EXCEPTIONS[way]
    used = keys(*typed)
    used += keys((ENTER, CONTROL))
    assert used <= 20
    others = {no: mark for no, mark in marks(page).items() if no not in noted}
    assert {no: marks(page)[no] for no in noted} == noted
    assert set(others.values()) == {"√"}
    assert page.sheet.closed_by


def test_thirty_piece_rows_are_digits_and_enter(page: TodayPage, keys: Keys) -> None:
    keys(Qt.Key.Key_F9, ENTER)
    assert page.grid.hasFocus()
    typed = [7 + at % 9 for at in range(WORKERS)]
    for number in typed:
        assert keys(str(number), ENTER) == len(str(number)) + 1
    kept = [sum(cell.good_milli for cell in row.cells) // 1000 for row in stored(page)]
    assert kept == typed
    assert [max(range(2), key=lambda at, row=row: row.cells[at].good_milli) for row in stored(page)] == [0] * 15 + [
        1
    ] * 15


def test_a_whole_day_in_a_hundred_and_fifty_keys(page: TodayPage, keys: Keys) -> None:
    keys(Qt.Key.Key_F9)
    keys(*EXCEPTIONS["mixed"][0], ENTER)
    away = {"12", "06", "09"}
    there = [row.no for row in stored(page) if row.no not in away]
    for no in there:
        keys(str(10 + int(no)), ENTER)
    keys((ENTER, CONTROL))
    assert keys.count <= 150
    kept = {row.no: sum(cell.good_milli for cell in row.cells) for row in stored(page)}
    assert kept == dict.fromkeys(away, 0) | {no: 1000 * (10 + int(no)) for no in there}
    assert page.sheet.closed_by
    assert page.panel.isVisible()


def test_yesterday_again_with_one_key_a_line(page: TodayPage, keys: Keys) -> None:
    assert keys(*[Qt.Key.Key_F2] * WORKERS) == WORKERS
    assert [(row.mark, sum(cell.good_milli for cell in row.cells)) for row in stored(page)] == [("√", 9_000)] * WORKERS


def test_the_line_shows_who_fits_and_escape_goes_back(page: TodayPage, keys: Keys) -> None:
    keys("/", "jik")
    assert [row.name for row in page.table.shown()] == ["吉克"]
    keys(Qt.Key.Key_Escape)
    assert len(page.table.shown()) == WORKERS
    keys(Qt.Key.Key_Escape)
    assert page.grid.hasFocus()


def test_a_mark_key_means_nothing_while_several_fit(page: TodayPage, keys: Keys) -> None:
    said = []
    page.desk.said.connect(lambda notice: said.append(notice.text))
    keys("/", "zz9a", ENTER, Qt.Key.Key_Escape, "99a", ENTER)
    assert set(marks(page).values()) == {""}
    assert [text[:9] for text in said if "没有找到" in text] == ["没有找到“zz9a", "没有找到“99”。"]


def test_the_arrow_chooses_among_those_who_fit(page: TodayPage, keys: Keys) -> None:
    keys("/", "a", Qt.Key.Key_Down, ENTER, "h")
    changed = [row for row in stored(page) if row.mark]
    assert [(row.mark, row.name[0]) for row in changed] == [("半", "阿")]
    assert page.search.hasFocus()


def test_who_is_chosen_gets_the_suggestion_by_enter_and_hours_by_digits(page: TodayPage, keys: Keys) -> None:
    keys("/", "ak", ENTER, ENTER, "jk", ENTER, "6.5", ENTER, "12j4", ENTER)
    assert {no: mark for no, mark in marks(page).items() if mark} == {"06": "√", "07": "6.5", "12": "加4"}


def test_what_is_no_mark_is_said_in_the_line_too(page: TodayPage, keys: Keys) -> None:
    said = []
    page.desk.said.connect(lambda notice: said.append(notice.text))
    keys("/", "12+99", ENTER)
    assert said
    assert set(marks(page).values()) == {""}


def test_undo_and_redo_name_what_they_do(page: TodayPage, keys: Keys) -> None:
    said = []
    page.desk.said.connect(lambda notice: said.append(notice.text))
    first = marks(page)
    keys(Qt.Key.Key_F9)
    accepted = marks(page)
    keys("03h", Qt.Key.Key_Escape, Qt.Key.Key_F2)
    keys((ENTER, CONTROL))
    closed = page.sheet.closed_by
    said.clear()
    keys(*[(Qt.Key.Key_Z, CONTROL)] * 5)
    back = [text for text in said if text.startswith(("撤销", "没有"))]
    assert back == [
        "撤销：日结 2026-11-25",
        "撤销：沙依 刺绣 – → 9",
        "撤销：沙依 出勤 √ → 半",
        "撤销：全部按建议（30 人）",
        "没有可以撤销的修改。",
    ]
    assert (marks(page), page.sheet.closed_by) == (first, None)
    said.clear()
    keys(*[(Qt.Key.Key_Y, CONTROL)] * 5)
    again = [text for text in said if text.startswith(("重做", "没有"))]
    assert again == [text.replace("撤销", "重做") for text in reversed(back[:-1])] + ["没有可以重做的修改。"]
    assert marks(page) == accepted | {"03": "半"}
    assert page.sheet.closed_by == closed


def test_what_is_typed_after_an_undo_ends_the_redo(page: TodayPage, keys: Keys) -> None:
    keys("/", "03h", "04h", (Qt.Key.Key_Z, CONTROL), "05h", (Qt.Key.Key_Y, CONTROL))
    assert {no: mark for no, mark in marks(page).items() if mark} == {"03": "半", "05": "半"}


def test_a_closing_has_its_name_however_often_it_is_taken_back(page: TodayPage, keys: Keys) -> None:
    said = []
    page.desk.said.connect(lambda notice: said.append(notice.text))
    keys((ENTER, CONTROL), (Qt.Key.Key_Z, CONTROL), (Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL))
    assert [text for text in said if "日结 2026" in text] == [
        "撤销：日结 2026-11-25", "重做：日结 2026-11-25", "撤销：日结 2026-11-25",
    ]  # fmt: skip


def test_what_was_done_before_the_program_was_closed_is_taken_back_too(page: TodayPage, keys: Keys, qtbot) -> None:
    keys(Qt.Key.Key_F9, "03h")
    again = TodayPage(page.desk)
    qtbot.addWidget(again)
    again.open_day(DAY)
    for _ in range(2):
        again.undo()
        page.desk.tasks.settle()
    assert set(marks(page).values()) == {""}
    again.redo()
    page.desk.tasks.settle()
    assert set(marks(page).values()) == {"√"}


def test_undo_follows_the_day(page: TodayPage, keys: Keys, settled: Callable[[date], None]) -> None:
    keys("/", "03h")
    settled(date(2026, 11, 24))
    keys((Qt.Key.Key_Z, CONTROL))
    settled(DAY)
    assert marks(page)["03"] == "半"
    keys((Qt.Key.Key_Z, CONTROL))
    assert marks(page)["03"] == ""


@pytest.fixture
def settled(page: TodayPage) -> Callable[[date], None]:
    """Open a day and wait."""

    def opened(day: date) -> None:
        page.open_day(day)
        page.desk.tasks.settle()

    return opened
