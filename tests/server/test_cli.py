"""The commands as an operator types them, in processes of their own: serve, code beside it, stats, backup, restore."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.models.versions import SCHEMA_VERSION
from app.server.cli import COMMANDS, main
from app.server.cluster import Cluster
from app.server.folder import DataFolder
from app.sync import wire
from tests.server.conftest import Pc, people, shop

ROOT = Path(__file__).parents[2]


def command(*arguments, env=None):
    return subprocess.run(
        [sys.executable, "-m", "app.server", *map(str, arguments)], cwd=ROOT, capture_output=True, text=True,
        check=False,
        env=os.environ | {"GONGFANG_LANG": "en"} | (env or {}), timeout=120,
    )  # fmt: skip


def start(*arguments):
    """A serving process and what it said when it began to hear."""
    process = subprocess.Popen(
        [sys.executable, "-m", "app.server", *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
        env=os.environ | {"GONGFANG_LANG": "en"},
    )  # fmt: skip
    line = process.stdout.readline()
    if not line:
        raise AssertionError(process.communicate()[1])
    return process, json.loads(line)


def end(process):
    """Stop a serving process as a service manager does; what it logged."""
    process.send_signal(signal.SIGTERM)
    try:
        _, logged = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 0, logged
    return logged


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A data folder whose cluster was made once for the module."""
    folder = tmp_path_factory.mktemp("served") / "data"
    assert command("--data", folder, "migrate").returncode == 0
    return folder


@pytest.fixture
def served(data):
    """A server on the data folder."""
    process, said = start("run", "--data", data, "--port", 0)
    yield said["serving"], data
    if process.poll() is None:
        end(process)


@pytest.mark.slow
def test_a_slip_made_beside_the_running_server_enrols(served):
    url, data = served
    made = json.loads(command("code", "--name", "龙潭", "--region", "513499", "--data", data).stdout)
    assert wire.read_slip(made["slip"]) == wire.Slip(url, made["code"], made["fingerprint"])
    pc = Pc(made["url"])
    assert pc.enroll(made["code"])[0] == 200
    pc.sync(pc.make("workshop", "i", [shop()]), pc.make("worker", "i", people(pc, range(1, 4))))
    stats = json.loads(command("stats", "--data", data, "--workshop", pc.workshop).stdout)["workshops"][
        str(pc.workshop)
    ]
    assert stats["tables"]["worker"][""]["rows"] == 3
    assert (stats["held"], stats["pending"], stats["schema"]) == ([], 0, SCHEMA_VERSION)


@pytest.mark.slow
def test_a_second_server_on_the_folder_is_refused(served):
    _, data = served
    second = command("run", "--data", data, "--port", 0)
    assert second.returncode == 1
    assert "Another server is using the data folder" in second.stderr


@pytest.mark.slow
def test_a_port_in_use_is_said_clearly_before_anything_starts(data):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = command("run", "--data", data, "--port", port)
    assert refused.returncode == 1
    assert refused.stderr == (
        f"Port {port} on 127.0.0.1 is in use by another program. Choose another with --port, or stop that program.\n"
    )
    assert Cluster(DataFolder(data)).pid() is None


@pytest.mark.slow
def test_a_stop_leaves_no_postgres_and_logs_no_names(data):
    process, said = start("run", "--data", data, "--port", 0)
    with urllib.request.urlopen(f"{said['serving']}/health") as answer:
        assert json.load(answer)["status"] == "ok"
    logged = end(process)
    assert Cluster(DataFolder(data)).pid() is None
    (line,) = [json.loads(each) for each in logged.splitlines()]
    assert (line["event"], line["path"], line["status"]) == ("request", "/health", 200)


@pytest.mark.slow
def test_a_killed_server_leaves_nothing_in_the_way(data):
    process, _ = start("run", "--data", data, "--port", 0)
    process.kill()
    process.communicate()
    process, _ = start("run", "--data", data, "--port", 0)
    end(process)


@pytest.mark.slow
def test_a_killed_postgres_is_started_again(served):
    url, data = served
    os.kill(Cluster(DataFolder(data)).pid(), signal.SIGKILL)
    wait_until_healthy(url)


@contextmanager
def taken(port):
    """Another program listens on a port."""
    deadline = time.monotonic() + 30
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        while True:
            try:
                other.bind(("127.0.0.1", port))
                break
            except OSError:  # the killed postmaster's children still hear on it
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
        other.listen()
        yield


def wait_until_healthy(url):
    """Until the server says so; at most a minute."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        time.sleep(0.5)
        try:
            with urllib.request.urlopen(f"{url}/health") as answer:
                assert json.load(answer)["status"] == "ok"
                return
        except urllib.error.HTTPError as error:
            if error.code != 503:
                raise
    pytest.fail("the database did not come back")


@pytest.mark.slow
def test_a_killed_postgres_whose_port_is_taken_meanwhile_comes_back_on_another(served):
    url, data = served
    cluster = Cluster(DataFolder(data))
    port = DataFolder(data).note()["postgres_port"]
    os.kill(cluster.pid(), signal.SIGKILL)
    with taken(port):
        wait_until_healthy(url)
    assert DataFolder(data).note()["postgres_port"] != port


@pytest.mark.slow
def test_a_backup_restores_into_an_empty_folder_under_a_new_epoch(served, tmp_path):
    url, data = served
    made = json.loads(command("code", "--name", "竹溪", "--region", "513499", "--data", data).stdout)
    pc = Pc(url, 5, workshop=99)
    pc.enroll(made["code"])
    pc.sync(pc.make("workshop", "i", [shop()]))
    before = json.loads(command("stats", "--data", data, "--workshop", 99).stdout)
    file = tmp_path / "county.zip"
    assert command("backup", file, "--data", data).returncode == 0
    assert file.stat().st_mode & 0o077 == 0
    restored = command("restore", file, "--data", tmp_path / "new")
    assert restored.returncode == 0, restored.stderr
    assert json.loads(restored.stdout)["epoch"] != pc.epoch
    assert json.loads(command("stats", "--data", tmp_path / "new", "--workshop", 99).stdout) == before
    again = command("restore", file, "--data", tmp_path / "new")
    assert (again.returncode, "already holds data" in again.stderr) == (1, True)


def test_a_damaged_backup_is_refused_and_changes_nothing(tmp_path):
    (tmp_path / "broken.zip").write_bytes(b"no zip")
    refused = command("restore", tmp_path / "broken.zip", "--data", tmp_path / "new")
    assert refused.returncode == 1
    assert "cannot be read" in refused.stderr
    assert not (tmp_path / "new" / "postgres").exists()


@pytest.fixture
def typed(capsys, monkeypatch):
    """Runs a command within this process: exit code, what it printed, what it complained of."""
    monkeypatch.setenv("GONGFANG_LANG", "en")
    monkeypatch.setattr("app.server.logs.set_up", lambda: None)

    def run(*arguments):
        capsys.readouterr()
        code = main([str(each) for each in arguments])
        return code, *capsys.readouterr()

    return run


@pytest.mark.parametrize("arguments", [["run"], [], ["sing", "--data", "x"], ["code", "--data", "x"]])
def test_wrong_usage_is_two(typed, arguments):
    with pytest.raises(SystemExit) as ended:
        typed(*arguments)
    assert ended.value.code == 2


def test_an_unreachable_database_is_named_without_its_password(typed):
    code, _, complaint = typed("stats", "--database-url", "postgresql://gong:secret@127.0.0.1:1/county")
    assert code == 1
    assert "127.0.0.1:1/county" in complaint
    assert "secret" not in complaint


@pytest.mark.slow
def test_another_postgres_by_url_serves_as_well(server_url, typed):
    code, made, _ = typed("code", "--name", "龙潭", "--region", "513499", "--database-url", server_url)
    assert code == 0
    process, said = start("run", "--database-url", server_url, "--port", 0)
    assert Pc(said["serving"]).enroll(json.loads(made)["code"])[0] == 200
    end(process)


@pytest.mark.parametrize(("region", "code"), [("51", 1), ("县", 1), ("513499", 0)])
def test_a_region_code_is_checked(server_url, typed, region, code):
    assert typed("code", "--name", "龙潭", "--region", region, "--database-url", server_url)[0] == code


def test_an_unknown_workshop_is_said_to_be_so(server_url, typed):
    answer = typed("stats", "--workshop", 5, "--lang", "zh_CN", "--database-url", server_url)
    assert answer == (1, "", "服务器上没有编号为 5 的工坊。请用 stats(不带 --workshop)查看有哪些工坊。\n")


def test_another_machine_needs_a_folder_for_the_countys_certificates(server_url, typed):
    code, _, complaint = typed("run", "--host", "0.0.0.0", "--port", 0, "--database-url", server_url)
    assert (code, "data folder" in complaint) == (1, True)


@pytest.mark.parametrize(
    ("words", "said"), [(["--lang", "en"], "county server"), (["--lang=en"], "county server"), ([], "县级服务器")]
)
def test_help_speaks_the_language_named_beside_it(monkeypatch, capsys, words, said):
    monkeypatch.delenv("GONGFANG_LANG", raising=False)
    with pytest.raises(SystemExit):
        main([*words, "--help"])
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_in_chinese_has_no_english_heading(capsys, name):
    with pytest.raises(SystemExit):
        main(["--lang", "zh_CN", *([name] if name else []), "--help"])
    shown = capsys.readouterr().out
    assert shown.startswith("用法:gongfang-server")
    assert not re.search("usage|arguments|options|show this", shown)


def test_wrong_usage_is_told_in_words_of_our_own(capsys):
    with pytest.raises(SystemExit):
        main(["--lang", "zh_CN", "code"])
    assert "缺少 --name, --region" in capsys.readouterr().err
