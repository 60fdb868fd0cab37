"""Killed at every arrow of the data's way, five times each: nothing is lost, nothing doubled, without any mending."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.models.opening import open_database
from app.models.tables import PieceEntry
from app.sync import engine
from app.sync.failures import Unreachable
from tests.fixtures import PASSWORD
from tests.sync.conftest import Desk, agree, note_pieces
from tests.sync.kill_worker import COUNT

pytestmark = pytest.mark.slow
TIMES = pytest.mark.parametrize("times", [2, pytest.param(10, marks=pytest.mark.torture)])
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def no_mending(monkeypatch):
    """What a kill leaves must be right by itself."""
    monkeypatch.setattr(engine, "MENDING_ROUNDS", 0)


def killed(folder, point, mark, *flags):
    """Run the PC that dies at ``point``; show that it got there."""
    mark.unlink(missing_ok=True)
    command = [sys.executable, "-m", "tests.sync.kill_worker", folder, point, mark, *flags]
    ended = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert mark.read_text() == point


def reopened(folder, people) -> Desk:
    database, _ = open_database(folder, None, PASSWORD)
    return Desk(database, people=people)


def count_entries(desk):
    return desk.value(select(func.count()).select_from(PieceEntry))[0]


@TIMES
@pytest.mark.parametrize("point", ["writing", "written", "sealed", "answered", "applying", "applied"])
def test_killed_pc_loses_and_doubles_nothing(desk, other, server, tmp_path, point, times):
    people, expected = desk.people, 0
    desk.database.close()
    for turn in range(times):
        note_pieces(other.database, people, 3, seed=turn)
        other.sync()
        killed(tmp_path / "one", point, tmp_path / "mark")
        expected += 3 + (0 if point == "writing" else COUNT)
        desk = reopened(tmp_path / "one", people)
        report = desk.sync()
        assert report.agreed
        assert report.pending == 0
        other.sync()
        assert agree(server, desk, other)
        assert count_entries(desk) == expected
        desk.database.close()


@pytest.fixture
def mortal_server(server_url, tmp_path):
    """Starts a county server process on one port, again after it died."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    running: list[subprocess.Popen] = []

    def start() -> str:
        command = ["-m", "tests.sync.kill_server", server_url, str(port), str(tmp_path / "arm"), str(tmp_path / "mark")]
        running.append(subprocess.Popen([sys.executable, *command], cwd=ROOT))
        while running[-1].poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        return f"http://127.0.0.1:{port}"

    start.running = running
    yield start
    for process in running:
        process.kill()
        process.wait()


@TIMES
def test_server_killed_after_its_commit_before_its_answer(desk, server, mortal_server, tmp_path, times):
    desk.sync()
    for turn in range(times):
        url = mortal_server()
        desk.change_server(url)
        note_pieces(desk.database, desk.people, COUNT, seed=turn)
        (tmp_path / "arm").touch()
        with pytest.raises(Unreachable):
            desk.sync()
        assert mortal_server.running[-1].wait() == -signal.SIGKILL
        assert (tmp_path / "mark").read_text() == "committed"
        mortal_server()
        report = desk.sync()
        assert (report.sent, report.duplicate, report.accepted) == (COUNT, COUNT, 0)
        assert report.agreed
        assert agree(server, desk)
        assert count_entries(desk) == COUNT * (turn + 1)
        mortal_server.running[-1].kill()
        mortal_server.running[-1].wait()


def test_control_that_forgets_the_cursors_transaction_fails(desk, other, tmp_path):
    people = desk.people
    desk.database.close()
    note_pieces(other.database, people, 3)
    other.sync()
    killed(tmp_path / "one", "applying", tmp_path / "mark", "forgetful")
    desk = reopened(tmp_path / "one", people)
    assert not desk.sync().agreed
    desk.database.close()
