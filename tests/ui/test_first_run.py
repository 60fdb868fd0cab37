"""The first start: step by step by keyboard, what is refused at which field, and what is on the disk at each step."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app import bootstrap
from app.domain.refusal import Refusal
from app.models.folder import CONFIG_VARIABLE, DataFolder
from app.services.preferences import read_preferences
from app.services.workshops import list_workshops
from app.sync.wire import Slip, write_slip
from app.ui.first_run import FirstAnswers, FirstRunDialog
from app.ui.help import HelpWindow

SAMPLE = Path(__file__).resolve().parents[1] / "samples" / "longtan-2026-10.xlsx"
WORD = "long word"
LANGUAGE, WORKSHOP, PASSWORD, RECOVERY, IMPORT, TRIAL, END = range(7)


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "config"))
    return tmp_path / "data"


@pytest.fixture
def dialog(tasks, look, qtbot, data) -> FirstRunDialog:
    made = FirstRunDialog(tasks, bootstrap.maker_of(data), look=look, demonstration=bootstrap.demonstration_of(data))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    for ctx in {id(ctx): ctx for ctx in (made._made, made.context) if ctx is not None}.values():
        ctx.database.close()


def press(dialog: FirstRunDialog, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(dialog.focusWidget() or dialog, key, modifier)


def fill_workshop(dialog: FirstRunDialog, name: str = "甲", region: str = "513499", user: str = "阿依") -> None:
    step = dialog.steps[WORKSHOP]
    step.place.editors["name"].setText(name)
    step.place.editors["region"].setText(region)
    step.person.editors["user"].setText(user)
    dialog.go_on()


def fill_password(dialog: FirstRunDialog, tasks, password: str = WORD, again: str = WORD) -> None:
    step = dialog.steps[PASSWORD]
    step.form.editors["password"].setText(password)
    step.form.editors["again"].setText(again)
    dialog.go_on()
    tasks.settle()


def to_recovery(dialog: FirstRunDialog, tasks) -> None:
    dialog.go_on()
    fill_workshop(dialog)
    fill_password(dialog, tasks)
    assert dialog.at == RECOVERY


def said(form, field: str) -> str:
    return form.notes[field].text() if form.notes[field].isVisibleTo(form) else ""


def test_by_keyboard_alone_from_the_first_step_to_the_open_records(dialog, tasks, data) -> None:
    press(dialog, Qt.Key.Key_Return)
    for typed in ("甲", "513499", "阿依"):
        dialog.focusWidget().insert(typed)
        press(dialog, Qt.Key.Key_Tab)
    dialog.steps[WORKSHOP].person.editors["user"].setFocus()
    press(dialog, Qt.Key.Key_Return)
    assert dialog.at == PASSWORD
    QTest.keyClicks(dialog.focusWidget(), WORD)
    press(dialog, Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.focusWidget(), WORD)
    press(dialog, Qt.Key.Key_Return)
    tasks.settle()
    assert dialog.at == RECOVERY
    press(dialog, Qt.Key.Key_Tab)
    press(dialog, Qt.Key.Key_Space)
    press(dialog, Qt.Key.Key_Return)
    press(dialog, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    press(dialog, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert dialog.at == END
    press(dialog, Qt.Key.Key_Return)
    assert dialog.context is not None
    assert [row.name for row in list_workshops(dialog.context)] == ["甲"]


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"name": ""}, "name"),
        ({"name": "甲" * 61}, "name"),
        ({"name": "甲\u202e乙"}, "name"),
        ({"name": "甲\x00"}, "name"),
        ({"region": ""}, "region"),
        ({"region": "12"}, "region"),
        ({"region": "=cmd()"}, "region"),
        ({"region": "1" * 12}, "region"),
    ],
)
def test_what_is_wrong_of_the_workshop_is_said_at_its_field(dialog, data, fields, at) -> None:
    dialog.go_on()
    fill_workshop(dialog, **fields)
    assert dialog.at == WORKSHOP
    assert [name for name in ("name", "region") if said(dialog.step.place, name)] == [at]
    assert dialog.focusWidget() is dialog.step.place.editors[at]
    assert not data.exists()


@pytest.mark.parametrize("user", ["", "  ", "依" * 61, "阿\u200b依"])
def test_what_is_wrong_of_the_person_is_said_there(dialog, user) -> None:
    dialog.go_on()
    fill_workshop(dialog, user=user)
    assert dialog.at == WORKSHOP
    assert said(dialog.step.person, "user")


@pytest.mark.parametrize("slip", ["", "GF1.no.00", "😀", "x" * 5000])
def test_a_slip_nobody_can_read_is_said_at_the_slip(dialog, slip) -> None:
    dialog.go_on()
    dialog.step.joins.click()
    dialog.step.slip.editors["slip"].setText(slip)
    dialog.step.person.editors["user"].setText("阿依")
    dialog.go_on()
    assert dialog.at == WORKSHOP
    assert said(dialog.step.slip, "slip")


@pytest.mark.parametrize(
    ("password", "again", "at"),
    [
        ("", "", "password"),
        ("short", "short", "password"),
        ("x" * 201, "x" * 201, "password"),
        (WORD, "other", "again"),
    ],
)
def test_a_password_nobody_should_choose_makes_nothing(dialog, tasks, data, password, again, at) -> None:
    dialog.go_on()
    fill_workshop(dialog)
    fill_password(dialog, tasks, password, again)
    assert dialog.at == PASSWORD
    assert said(dialog.step.form, at)
    assert not data.exists()


def test_a_slip_whose_server_is_away_is_said_at_the_slip_and_leaves_nothing(dialog, tasks, data) -> None:
    dialog.go_on()
    dialog.step.joins.click()
    dialog.step.slip.editors["slip"].setText(write_slip(Slip("http://127.0.0.1:9", "7K3M-9PQ2-XW4C")))
    dialog.step.person.editors["user"].setText("阿依")
    dialog.go_on()
    fill_password(dialog, tasks)
    assert dialog.at == WORKSHOP
    assert said(dialog.step.slip, "slip")
    assert not data.exists()


def test_going_back_keeps_what_was_typed_and_ends_at_the_recovery_key(dialog, tasks) -> None:
    dialog.go_on()
    fill_workshop(dialog)
    press(dialog, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert dialog.at == WORKSHOP
    assert dialog.step.values()["name"] == "甲"
    dialog.go_on()
    fill_password(dialog, tasks)
    dialog.go_back()
    assert dialog.at == RECOVERY


def test_another_language_is_spoken_at_once_kept_for_the_next_start_and_loses_nothing(dialog) -> None:
    dialog.go_on()
    dialog.steps[WORKSHOP].place.editors["name"].setText("甲")
    dialog.go_back()
    dialog.steps[LANGUAGE].radios["en"].click()
    assert dialog.lang == "en"
    dialog.go_on()
    assert read_preferences().lang == "en"
    assert dialog.step.values()["name"] == "甲"
    fill_workshop(dialog, region="1")
    assert "region code" in said(dialog.step.place, "region").lower()


def test_the_key_is_kept_before_anything_else(dialog, tasks, tmp_path, text_of) -> None:
    to_recovery(dialog, tasks)
    assert len(dialog.step.key.split("-")) == 8
    assert not dialog.next.isEnabled()
    dialog.go_on()
    assert dialog.at == RECOVERY
    dialog.step.open_sheet()
    assert dialog.step.preview.save_pdf(tmp_path / "key.pdf")
    (page,) = text_of((tmp_path / "key.pdf").read_bytes())
    assert all(part in page for part in dialog.step.key.split("-"))
    dialog.step.preview.close()
    dialog.step.kept.setChecked(True)
    assert dialog.next.isEnabled()


def test_closing_before_the_key_is_kept_asks_once_and_the_records_open_by_log_in(dialog, tasks, data) -> None:
    to_recovery(dialog, tasks)
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.message.text()
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.context is None
    with bootstrap.open_records(data, "阿依", WORD) as ctx:
        assert len(list_workshops(ctx)) == 1


def test_a_book_is_checked_before_it_is_taken_and_the_step_may_be_skipped(dialog, tasks) -> None:
    to_recovery(dialog, tasks)
    dialog.step.kept.setChecked(True)
    dialog.go_on()
    skip = dialog.next.text()
    dialog.step.page.check(SAMPLE)
    tasks.settle()
    assert dialog.step.page.result.dry_run
    assert dialog.next.text() == skip
    dialog.step.page.take()
    tasks.settle()
    QTest.qWait(20)
    assert dialog.step.page.result.taken
    assert dialog.next.text() != skip


def test_a_trial_page_has_every_script(dialog, tasks, tmp_path, text_of) -> None:
    to_recovery(dialog, tasks)
    dialog.step.kept.setChecked(True)
    dialog.go_on()
    dialog.go_on()
    dialog.step.open_trial()
    assert not dialog.step.preview.paper.unprintable
    assert dialog.step.preview.save_pdf(tmp_path / "trial.pdf")
    assert "10 厘米" in "".join(text_of((tmp_path / "trial.pdf").read_bytes()))
    dialog.step.preview.close()


def test_the_demonstration_is_opened_in_place_of_own_records(dialog, tasks, data) -> None:
    QTest.mouseClick(dialog.step.demonstration, Qt.MouseButton.LeftButton)
    tasks.settle()
    assert dialog.context is not None
    assert [row.name for row in list_workshops(dialog.context)] == ["示范工坊 DEMO"]
    assert not data.exists()


def test_help_is_a_key_away(dialog) -> None:
    press(dialog, Qt.Key.Key_F1)
    (window,) = dialog.findChildren(HelpWindow)
    assert window.shown == "first-steps"
    window.close()


def test_a_folder_with_records_is_not_asked_about(data) -> None:
    data.mkdir()
    (data / "keys.json").write_text("{}")
    with pytest.raises(Refusal) as refusal:
        bootstrap.open_window(data, "zh_CN")
    assert refusal.value.code == "database_lost"


_MAKING = """
import sys
from pathlib import Path
from app.bootstrap import maker_of
from app.ui.first_run import FirstAnswers
print("go", flush=True)
ctx, key = maker_of(Path(sys.argv[1]))(FirstAnswers("甲", "513499", "", "阿依", "long word"))
print("made", flush=True)
ctx.database.close()
"""


@pytest.mark.slow
@pytest.mark.parametrize("wait", [0.05, 0.3, 0.6, 0.9])
def test_killed_while_the_records_are_made_they_open_or_can_be_made_again(data, wait) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", _MAKING, str(data)], stdout=subprocess.PIPE, cwd=Path(__file__).resolve().parents[2]
    )
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(wait)
    child.kill()
    child.wait()
    child.stdout.close()
    answers = FirstAnswers("甲", "513499", "", "阿依", WORD)
    if DataFolder(data).present():
        with bootstrap.open_records(data, "阿依", WORD) as ctx:
            assert len(list_workshops(ctx)) <= 1
    else:
        ctx, _ = bootstrap.maker_of(data)(answers)
        ctx.database.close()
