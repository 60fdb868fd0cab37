"""The window: pages by keys, the status bar, jumps, slow work, switching workshops."""

import time
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.day import day_sheet
from app.services.people import list_workers
from app.services.workshops import create_workshop
from app.ui.desk import Desk, Notice
from app.ui.main_window import MainWindow, page_entries
from app.ui.pages.today_rows import MARK_COLUMN
from app.ui.tables.columns import Tone
from app.ui.tasks import Tasks
from app.ui.widgets.page import Jump
from tests.ui.leaving import DROP, GO_ON, SAVE, answered, let_go

DAY = date(2026, 11, 25)


@pytest.fixture
def window(desk: Desk, qtbot) -> MainWindow:
    made = MainWindow(desk)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # the test closes it, and then pytest-qt
    qtbot.addWidget(made, before_close_func=let_go)
    made.show()
    desk.tasks.settle()
    return made


def go(window: MainWindow, key: str) -> None:
    """The keys of a page's place in the side bar."""
    place = list(window.side.buttons).index(key)
    QTest.keyClick(window, Qt.Key.Key_0 + (place + 1) % 10, Qt.KeyboardModifier.ControlModifier)


def test_every_page_opens_by_its_key(window: MainWindow) -> None:
    for entry in page_entries()[:10]:
        go(window, entry.entry.key)
        window.desk.tasks.settle()
        assert window._stack.currentWidget() is window.pages[entry.entry.key]
        assert window.side.buttons[entry.entry.key].isChecked()


def test_the_status_bar_says_how_things_stand(window: MainWindow) -> None:
    assert window.bar.workshop.text() == "龙潭彝绣工坊"
    assert "未连接" in window.bar.sync.text()
    assert "从未" in window.bar.backup.text()
    assert window.bar.user.text() == "阿依"


def test_the_status_bar_is_read_once_for_all_that_was_written(window: MainWindow, qtbot) -> None:
    window.bar.user.setText("")
    window._status_due.setInterval(20)
    for _ in range(3):
        window.desk.changed.emit("day")
    assert window.desk.tasks.idle  # nothing is read while somebody types on
    qtbot.waitUntil(lambda: window.bar.user.text() == "阿依", timeout=5000)


def test_a_jump_opens_the_day(window: MainWindow) -> None:
    window.jump(Jump("today", at="2026-11-24"))
    window.desk.tasks.settle()
    assert window.pages["today"].day.isoformat() == "2026-11-24"


def test_notices_carry_a_mark_beside_their_colour(window: MainWindow) -> None:
    window.desk.say("done", Tone.GOOD)
    assert window.bar.notice.text() == "done"
    assert window.bar._mark.isVisible()
    window.bar.say(Notice(""))
    assert not window.bar._mark.isVisible()


def test_slow_work_shows_progress_and_can_be_cancelled(window: MainWindow, qtbot) -> None:
    seen = []
    window.desk.tasks.run(lambda: time.sleep(1.2), seen.append, title="大月份")
    qtbot.waitUntil(window.bar._progress.isVisible, timeout=2000)
    assert window.bar.job_title.text() == "大月份"
    QTest.mouseClick(window.bar.stop, Qt.MouseButton.LeftButton)
    window.desk.tasks.settle()
    assert seen == []
    assert not window.bar._progress.isVisible()


def test_switching_the_workshop_reads_every_page_anew(window: MainWindow) -> None:
    other = create_workshop(window.desk.ctx, "虎跳羊毛工坊", "513499")
    window.open_page("people")
    window.desk.tasks.settle()
    window.switch_workshop(other)
    window.desk.tasks.settle()
    assert window.bar.workshop.text().startswith("虎跳羊毛工坊")
    assert window.pages["people"].table.model.rows == []


def test_closing_ends_the_thread(desk: Desk, qtbot) -> None:
    window = MainWindow(desk)
    window.show()
    desk.tasks.settle()
    window.close()
    assert not desk.tasks._thread.is_alive()
    desk.tasks = Tasks()
    desk.tasks.close()


def test_what_is_being_typed_is_written_when_the_window_closes(desk: Desk, qtbot) -> None:
    window = MainWindow(desk)
    window.show()
    desk.tasks.settle()
    page = window.pages["today"]
    page.open_day(DAY)
    desk.tasks.settle()
    page.grid.setCurrentIndex(page.table.model.index(0, MARK_COLUMN))
    QTest.keyClicks(page.grid, "6.5")
    window.close()
    rows = day_sheet(desk.ctx, desk.workshop.workshop_id, DAY).rows
    assert rows[0].mark == "6.5"


def test_a_long_message_widens_no_window(window: MainWindow) -> None:
    before = window.minimumSizeHint().width()
    window.desk.say("很长的话" * 100, Tone.BAD)
    assert window.minimumSizeHint().width() == before


def test_the_window_fits_the_smallest_screen(window: MainWindow) -> None:
    for entry in page_entries():
        window.open_page(entry.entry.key)
        window.desk.tasks.settle()
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 720


@pytest.fixture
def typing(window: MainWindow) -> MainWindow:
    """The first worker's form is open on the people page, another name typed into it."""
    page = window.open_page("people")
    window.desk.tasks.settle()
    page.edit(page.table.model.rows[0].worker_id)
    window.desk.tasks.settle()
    name = page.editor.fields.editors["name"]
    QTest.keyClick(name, Qt.Key.Key_End)
    QTest.keyClicks(name, "2")
    return window


def first_name(window: MainWindow) -> str:
    return list_workers(window.desk.ctx, window.desk.workshop.workshop_id, "2026-11")[0].name


@pytest.mark.parametrize(
    "leave",
    [
        lambda window: go(window, "payroll"),
        lambda window: QTest.keyClick(window.side.buttons["payroll"], Qt.Key.Key_Space),
        lambda window: window.jump(Jump("today", at="2026-11-24")),
        lambda window: window.bar.workshop_chosen.emit(create_workshop(window.desk.ctx, "虎跳羊毛工坊", "513499")),
        lambda window: window.close(),
    ],
)
def test_a_form_that_is_not_saved_is_asked_about_before_its_page_is_left(typing: MainWindow, leave) -> None:
    shop = typing.desk.workshop
    with answered(*GO_ON) as said:
        leave(typing)
    assert said == ["还没有保存：姓名。"]
    assert typing.isVisible()
    assert typing._stack.currentWidget() is typing.pages["people"]
    assert typing.side.buttons["people"].isChecked()
    assert (typing.desk.workshop, first_name(typing)) == (shop, "阿依莫")


def test_saved_before_the_page_is_left(typing: MainWindow) -> None:
    with answered(*SAVE):
        go(typing, "payroll")
    assert typing._stack.currentWidget() is typing.pages["payroll"]
    assert first_name(typing) == "阿依莫2"


def test_dropped_it_is_not_asked_about_again(typing: MainWindow) -> None:
    with answered(*DROP) as said:
        go(typing, "payroll")
        go(typing, "people")
        go(typing, "today")
    assert len(said) == 1
    assert first_name(typing) == "阿依莫"


def test_saved_before_the_window_closes(typing: MainWindow) -> None:
    with answered(*SAVE):
        typing.close()
    assert first_name(typing) == "阿依莫2"


def test_the_page_that_is_open_can_be_chosen_without_a_question(typing: MainWindow) -> None:
    with answered(*GO_ON) as said:
        go(typing, "people")
    assert said == []
    assert typing.pages["people"].editor.fields.editors["name"].text() == "阿依莫2"
