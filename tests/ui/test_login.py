"""The log-in: a wrong password says so at the field, the right one opens."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.refusal import Refusal
from app.models.opening import open_database
from app.services.context import Context
from app.ui.login import LoginDialog


@pytest.fixture
def dialog(tasks, ctx: Context, look, qtbot) -> LoginDialog:
    def opener(user: str, password: str) -> Context:
        if (user, password) != ("阿依", "right"):
            raise Refusal("wrong_password", user=user)
        return ctx

    made = LoginDialog(tasks, ["阿依", "沙马"], opener)
    qtbot.addWidget(made)
    made.show()
    return made


def type_in(dialog: LoginDialog, tasks, password: str) -> None:
    dialog.password.clear()
    QTest.keyClicks(dialog.password, password)
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    tasks.settle()


def test_a_wrong_password_says_so_and_keeps_the_dialog(dialog, tasks) -> None:
    type_in(dialog, tasks, "wrong")
    assert dialog.isVisible()
    assert "密码" in dialog.message.text()
    assert dialog.password.property("state") == "bad"
    assert dialog.context is None


def test_the_right_password_opens(dialog, tasks, ctx) -> None:
    type_in(dialog, tasks, "wrong")
    type_in(dialog, tasks, "right")
    assert not dialog.isVisible()
    assert dialog.context is ctx


def test_no_password_is_asked_for(dialog, tasks) -> None:
    type_in(dialog, tasks, "")
    assert dialog.message.text()
    assert dialog.isVisible()


def test_a_folder_another_window_holds_is_said_and_no_password_blamed(ctx: Context, tasks, look, qtbot) -> None:
    folder: Path = ctx.database.folder

    def opener(user: str, password: str) -> Context:
        return Context(*open_database(folder, user, password))

    dialog = LoginDialog(tasks, ["阿依"], opener)
    qtbot.addWidget(dialog)
    dialog.show()
    for password in ("wrong", "secret word"):
        type_in(dialog, tasks, password)
        assert "正被另一个窗口或命令(进程 " in dialog.message.text()
        assert not dialog.password.property("state")
    assert isinstance(dialog.fault, Refusal)
    assert dialog.fault.code == "folder_in_use"
