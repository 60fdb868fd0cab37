"""The first start: what is asked, what is refused, the recovery key, and the records behind it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app import bootstrap
from app.domain.refusal import Refusal
from app.models.folder import CONFIG_VARIABLE
from app.services.workshops import list_workshops
from app.ui.first_run import FirstRunDialog


@pytest.fixture
def dialog(tasks, look, qtbot, tmp_path, monkeypatch) -> FirstRunDialog:
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "config"))
    made = FirstRunDialog(tasks, bootstrap.maker_of(tmp_path / "data"))
    qtbot.addWidget(made)
    made.show()
    return made


def fill(dialog: FirstRunDialog, tasks, **fields: str) -> None:
    given = {"name": "甲", "region": "513499", "user": "阿依", "password": "long word", "again": "long word", **fields}
    for name, text in given.items():
        getattr(dialog, name).setText(text)
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    tasks.settle()


def test_records_are_made_and_the_key_shown_before_they_open(dialog, tasks, tmp_path) -> None:
    fill(dialog, tasks)
    assert len(dialog.key.text().split("-")) == 8
    assert not dialog.enter.isEnabled()
    dialog.kept.setChecked(True)
    dialog.enter.click()
    assert dialog.context is not None
    assert [row.name for row in list_workshops(dialog.context)] == ["甲"]
    dialog.context.database.close()


@pytest.mark.parametrize(
    "fields", [{"name": ""}, {"region": ""}, {"user": ""}, {"password": "", "again": ""}, {"again": "other"}]
)
def test_what_is_missing_is_said_and_nothing_made(dialog, tasks, tmp_path, fields) -> None:
    fill(dialog, tasks, **fields)
    assert dialog.message.text()
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("fields", [{"region": "12"}, {"slip": "GF1.no.00"}])
def test_what_is_refused_leaves_nothing_behind(dialog, tasks, tmp_path, fields) -> None:
    fill(dialog, tasks, **fields)
    assert dialog.message.text()
    assert dialog.make.isEnabled()
    assert not (tmp_path / "data").exists()


def test_closed_before_the_key_is_kept_the_records_open_by_log_in(dialog, tasks, tmp_path) -> None:
    fill(dialog, tasks)
    dialog.reject()
    assert dialog.context is None
    with bootstrap.open_records(tmp_path / "data", "阿依", "long word") as ctx:
        assert len(list_workshops(ctx)) == 1


def test_a_folder_with_records_is_not_asked_about(dialog, tasks, tmp_path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "keys.json").write_text("{}")
    with pytest.raises(Refusal) as refusal:
        bootstrap.open_window(tmp_path / "data", "zh_CN")
    assert refusal.value.code == "database_lost"
