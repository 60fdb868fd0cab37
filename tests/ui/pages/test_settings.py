"""Settings by keys: the workshop's facts, users, backups, how the window looks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.models.copying import is_backup
from app.services import users, workshops
from app.services.preferences import Preferences, read_preferences
from app.ui.desk import Desk
from app.ui.driver import type_text
from app.ui.pages.settings import BACKUP, LOOK, USERS, SettingsPage
from app.ui.widgets.form import FieldForm
from app.ui.widgets.page import Jump
from tests.ui.leaving import let_go
from tests.ui.pages.panel_keys import press


@pytest.fixture
def page(desk: Desk) -> Iterator[SettingsPage]:
    made = SettingsPage(desk)
    made.resize(1180, 700)
    made.show()
    made.refresh()
    desk.tasks.settle()
    yield made
    let_go(made)
    made.close()
    made.deleteLater()


def fill(form: FieldForm | None, **texts: str) -> None:
    assert form is not None
    for name, text in texts.items():
        editor = form.editors[name]
        if isinstance(editor, QLineEdit):
            editor.clear()
            type_text(editor, text)
        else:
            editor.setFocus()
            QTest.keyClick(editor, Qt.Key.Key_Home)
            for _ in range(editor.findText(text)):
                QTest.keyClick(editor, Qt.Key.Key_Down)
            assert editor.currentText() == text


def test_the_workshop_is_renamed_everywhere(page: SettingsPage) -> None:
    fill(page.workshop.form, name="龙潭绣坊", leader="阿依")
    press(page.desk, page, "save-workshop")
    assert page.desk.workshop.name == "龙潭绣坊"
    assert workshops.choose_workshop(page.desk.ctx).name == "龙潭绣坊"
    assert not page.workshop.unsaved


def test_a_wrong_region_stands_at_its_field(page: SettingsPage) -> None:
    fill(page.workshop.form, region="5134")
    press(page.desk, page, "save-workshop")
    assert page.workshop.form is not None
    assert page.workshop.form.notes["region"].isVisible()
    assert page.desk.workshop.region == "513499"


def test_a_user_is_added_given_another_password_and_stopped(page: SettingsPage) -> None:
    page.go_to(Jump("settings", field="users"))
    page.desk.tasks.settle()
    fill(page.users.form, name="村干部", role="干部", password="drei Worte", again="drei Worte")
    press(page.desk, page, "add-user")
    assert [row.name for row in page.users.table.model.rows] == ["阿依", "村干部"]
    page.users.table.view.selectRow(1)
    fill(page.users.form, password="vier Worte", again="vier Worte")
    press(page.desk, page, "reset-password")
    press(page.desk, page, "remove-user")
    question = page.users.question
    assert question is not None
    QTest.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    page.desk.tasks.settle()
    assert [row.active for row in users.list_users(page.desk.ctx)] == [True, False]


def test_passwords_that_differ_add_nobody(page: SettingsPage) -> None:
    page.turn(USERS)
    page.desk.tasks.settle()
    fill(page.users.form, name="村干部", role="干部", password="drei Worte", again="drei")
    press(page.desk, page, "add-user")
    assert page.users.form.notes["again"].isVisible()
    assert len(users.list_users(page.desk.ctx)) == 1


def test_the_last_manager_stays(page: SettingsPage) -> None:
    page.turn(USERS)
    page.desk.tasks.settle()
    page.users.table.view.selectRow(0)
    press(page.desk, page, "remove-user")
    question = page.users.question
    assert question is not None
    QTest.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    page.desk.tasks.settle()
    assert question.message.text()
    question.reject()
    assert [row.active for row in users.list_users(page.desk.ctx)] == [True]


def test_a_backup_is_written_and_everything_is_tried(page: SettingsPage, tmp_path: Path) -> None:
    page.turn(BACKUP)
    page.backup.choose_file = lambda name: str(tmp_path / name)
    press(page.desk, page, "backup")
    (file,) = tmp_path.glob("*.gfb")
    assert is_backup(file)
    assert str(file) in page.backup.message.text()
    press(page.desk, page, "verify")
    assert page.backup.table.model.rows
    assert all(row.good for row in page.backup.table.model.rows)


def test_a_backup_is_no_other_file(page: SettingsPage, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("keep")
    page.turn(BACKUP)
    page.backup.choose_file = lambda _: str(tmp_path / "note.txt")
    press(page.desk, page, "backup")
    assert "note.txt" in page.backup.message.text()
    assert (tmp_path / "note.txt").read_text() == "keep"


def test_a_new_recovery_key_is_shown_after_a_question(page: SettingsPage) -> None:
    page.turn(BACKUP)
    press(page.desk, page, "new-key")
    assert not page.backup.key.isVisible()
    question = page.backup.question
    assert question is not None
    QTest.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    page.desk.tasks.settle()
    assert page.backup.key.isVisible()
    assert len(page.backup.key.text()) > 20


def test_the_look_is_kept_and_told(page: SettingsPage) -> None:
    chosen: list[Preferences] = []
    page.look_chosen.connect(chosen.append)
    page.turn(LOOK)
    fill(page.look.form, lang="English", theme="深色", base_px="18 像素")
    press(page.desk, page, "apply-look")
    assert chosen == [Preferences("en", "dark", 18)] == [read_preferences()]
