"""Reports of faults nobody foresaw: where in the program, nothing about anybody."""

import logging
import tempfile

import pytest

from app.cli.crash import CRASH_FOLDER, reporting, write_report


def fault(message="王古 51349919960720880X"):
    """An exception with a cause, as raised."""
    try:
        try:
            {}["王古"]
        except KeyError as cause:
            raise ValueError(message) from cause
    except ValueError as raised:
        return raised


def test_a_report_names_the_whole_chain_and_no_message(tmp_path):
    words = write_report(fault(), tmp_path, "import").read_text(encoding="utf-8")
    assert words.index("KeyError") < words.index("ValueError")
    assert "command: import" in words
    assert "test_crash.py" in words
    assert "王古" not in words
    assert "51349919960720880X" not in words


def test_without_a_folder_the_report_lies_in_a_temporary_one(tmp_path):
    file = write_report(fault(), tmp_path / "nothing", "init")
    assert file.exists()
    assert not (tmp_path / "nothing").exists()
    file.unlink()


def test_where_no_disk_takes_it_the_program_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nothing"))
    (tmp_path / CRASH_FOLDER).write_text("in the way")
    assert write_report(fault(), tmp_path, "init") is None


@pytest.mark.parametrize(("level", "reports"), [(logging.ERROR, 1), (logging.WARNING, 0)])
def test_a_fault_the_window_logs_is_reported(tmp_path, level, reports):
    with reporting(tmp_path, "window"):
        logging.getLogger("app.ui").log(level, "task failed", exc_info=fault())
        logging.getLogger("app.ui").error("no exception")
    logging.getLogger("app.ui").error("later", exc_info=fault())
    assert len(list(tmp_path.glob(f"{CRASH_FOLDER}/*.txt"))) == reports
