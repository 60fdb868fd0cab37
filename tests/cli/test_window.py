"""Without a command the window opens; ``shots`` pictures its pages and writes nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from app.ui.first_run import FirstRunDialog
from app.ui.login import LoginDialog


@pytest.fixture
def opened(qapp: QApplication) -> Iterator[list[QDialog]]:
    """The dialogs that opened; each is closed as soon as it is there."""
    seen: list[QDialog] = []
    timer = QTimer(interval=20)

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            seen.append(dialog)
            timer.stop()
            dialog.reject()

    timer.timeout.connect(close)
    timer.start()
    yield seen
    timer.stop()  # where nothing opened it would close, and note, the next test's dialog


def test_without_a_command_the_log_in_opens(made, opened):
    assert made().code == 0
    assert [type(dialog) for dialog in opened] == [LoginDialog]


def test_on_a_fresh_pc_the_first_start_opens(run, opened):
    assert run().code == 0
    assert [type(dialog) for dialog in opened] == [FirstRunDialog]
    assert not run.folder.exists()


def test_records_that_are_not_whole_open_nothing(made, opened):
    (made.folder / "gongfang.db").unlink()
    refused = made("--json")
    assert (refused.code, refused.json["refused"], opened) == (1, "database_lost", [])


@pytest.mark.torture  # the Chinese ones: tests/ui/test_driver.py
def test_shots_picture_every_page_and_write_nothing(shop, qapp, tmp_path):
    before = shop.stats()
    pictures = shop("shots", tmp_path / "shots", "--lang", "en", "--json").json["pictures"]
    names = {picture.rsplit("/", 1)[-1] for picture in pictures}
    assert {"00-login.png", "10-today.png", "20-people.png", "30-payroll-check.png", "50-sync.png"} <= names
    assert shop.stats() == before
