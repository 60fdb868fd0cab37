"""Records whose first start was cut off before their workshop: asked for after the log-in, nothing else is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import bootstrap
from app.models.folder import CONFIG_VARIABLE
from app.models.keys import KeyCost
from app.models.opening import create
from app.services.context import Context
from app.services.workshops import list_workshops
from app.sync.wire import Slip, write_slip
from app.ui.first_workshop import FirstWorkshopDialog
from app.ui.login import LoginDialog
from app.ui.main_window import MainWindow
from tests.ui.ticking import ticking


@pytest.fixture
def bare(tmp_path, monkeypatch) -> Context:
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "config"))
    database, _ = create(tmp_path / "data", "阿依", "long word", cost=KeyCost(64, 1, 1))
    yield Context(database, "阿依")
    database.close()


@pytest.fixture
def dialog(bare, tasks, look, qtbot) -> FirstWorkshopDialog:
    made = FirstWorkshopDialog(tasks, bare, bootstrap.found_workshop)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_workshop_is_made_by_enter(dialog, bare, tasks) -> None:
    dialog.step.place.editors["name"].setText("甲")
    dialog.step.place.editors["region"].setText("513499")
    QTest.keyClick(dialog.step.place.editors["region"], Qt.Key.Key_Return)
    tasks.settle()
    assert dialog.result() == FirstWorkshopDialog.DialogCode.Accepted
    assert [row.name for row in list_workshops(bare)] == ["甲"]


def test_what_is_wrong_is_said_at_the_field_and_nothing_made(dialog, bare, tasks) -> None:
    dialog.go_on()
    tasks.settle()
    assert dialog.step.place.notes["name"].text()
    assert list_workshops(bare) == ()


def test_a_county_that_does_not_answer_is_said(dialog, bare, tasks) -> None:
    dialog.step.joins.click()
    dialog.step.slip.editors["slip"].setText(write_slip(Slip("http://127.0.0.1:9", "7K3M-9PQ2-XW4C")))
    dialog.go_on()
    tasks.settle()
    assert dialog.message.text()
    assert dialog.next.isEnabled()
    assert list_workshops(bare) == ()


def test_from_the_log_in_to_the_window(tmp_path, bare, qapp: QApplication) -> None:
    bare.database.close()
    seen: list[str] = []

    def work() -> None:
        dialog = qapp.activeModalWidget()
        if isinstance(dialog, LoginDialog) and not dialog.password.text():
            dialog.password.setText("long word")
            dialog.submit()
        elif isinstance(dialog, FirstWorkshopDialog) and not seen:
            seen.append("asked")
            dialog.step.place.editors["name"].setText("甲")
            dialog.step.place.editors["region"].setText("513499")
            dialog.go_on()
        window = next((one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()), None)
        if window is not None:
            window.desk.tasks.settle()
            seen.append(window.desk.workshop.name)
            window.close()

    with ticking(work):
        assert bootstrap.open_window(tmp_path / "data", "zh_CN") == 0
    assert seen == ["asked", "甲"]
