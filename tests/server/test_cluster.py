"""The embedded PostgreSQL: made, stopped, taken over, started again after crashes, closed to strangers."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from app.server.account import unprivileged
from app.server.cluster import Cluster
from app.server.folder import DataFolder


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    # pytest's folder is 0700 and root's: PostgreSQL's user cannot enter it
    return DataFolder(tmp_path_factory.mktemp("county") / "data")


@pytest.fixture
def cluster(folder):
    cluster = Cluster(folder, fsync="off")
    yield cluster
    cluster.stop()


def scalar(cluster, sql):
    with psycopg.connect(cluster.url()) as connection:
        return connection.execute(sql).fetchone()[0]


def test_it_runs_below_a_folder_its_user_cannot_enter_and_leaves_that_folder_closed(cluster, folder):
    before = [path.stat().st_mode for path in (folder.path, *folder.path.parents)]
    cluster.start()
    assert scalar(cluster, "SELECT 1") == 1
    assert [path.stat().st_mode for path in (folder.path, *folder.path.parents)] == before
    assert (folder.postgres / "data").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(unprivileged() is None, reason="only root gives its rights away")
def test_root_does_not_run_it(cluster):
    cluster.start()
    status = Path(f"/proc/{cluster.pid()}/status").read_text()
    assert f"Uid:\t{unprivileged().uid}" in status


def test_every_local_user_is_asked_for_the_password(cluster):
    cluster.start()
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(cluster.url().replace(cluster._folder.secret("postgres"), "guess"))


def test_data_are_there_after_a_stop(cluster):
    cluster.start()
    with psycopg.connect(cluster.url()) as connection:
        connection.execute("CREATE TABLE kept (n int)")
        connection.execute("INSERT INTO kept VALUES (7)")
    cluster.stop()
    assert cluster.pid() is None
    cluster.start()
    assert scalar(cluster, "SELECT n FROM kept") == 7


def test_one_left_running_by_a_killed_server_is_taken_over(cluster, folder):
    cluster.start()
    pid = cluster.pid()
    second = Cluster(folder)
    second.start()
    assert second.pid() == pid


def test_it_starts_again_after_a_crash(cluster):
    cluster.start()
    os.kill(cluster.pid(), signal.SIGKILL)
    time.sleep(0.05)
    cluster.start()
    assert scalar(cluster, "SELECT 1") == 1


def test_a_pid_file_whose_number_another_process_now_has_is_stale(cluster, folder):
    cluster.start()
    cluster.stop()
    account = unprivileged()
    identity = {"user": account.uid} if account else {}
    other = subprocess.Popen(["sleep", "60"], **identity)
    try:
        (folder.postgres / "data" / "postmaster.pid").write_text(f"{other.pid}\n/proc/self/cwd\n1\n1\n\n\n\n")
        cluster.start()
        assert scalar(cluster, "SELECT 1") == 1
    finally:
        other.kill()
        other.wait()


def test_it_takes_another_port_where_its_own_is_in_use(cluster, folder):
    cluster.start()
    port = folder.note()["postgres_port"]
    cluster.stop()
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # else closed connections still hold it
        taken.bind(("127.0.0.1", port))
        taken.listen()
        cluster.start()
        assert folder.note()["postgres_port"] != port
        assert scalar(cluster, "SELECT 1") == 1


def test_a_second_process_does_not_get_the_folder(folder):
    asks = (
        "import sys; from pathlib import Path; from app.server.folder import DataFolder\n"
        "with DataFolder(Path(sys.argv[1])).lock() as held: print(held)"
    )
    with folder.lock() as held:
        assert held
        said = subprocess.run(
            [sys.executable, "-c", asks, str(folder.path)], capture_output=True, text=True, check=True
        )
    assert said.stdout == "False\n"
    with folder.lock() as held:
        assert held
