"""What goes wrong in workshops: each said clearly in both languages, exit code 1, and nothing lost or half taken."""

import http.server
import os
import shutil
import socket
import subprocess
import sys
import threading
import zipfile
from datetime import date
from pathlib import Path

import pytest

from app.models.opening import open_database
from tests.books import Book, id_number
from tests.commands import PASSWORD, Records

ROOT = Path(__file__).resolve().parents[2]


def refused_in_both(run: Records, *words: object) -> dict[str, str]:
    """Run a command that must be refused, in both languages, with the records unchanged; what was said."""
    before = run.stats()
    said = {}
    for lang in ("zh_CN", "en"):
        result = run(*words, "--lang", lang)
        assert (result.code, result.out) == (1, "")
        assert "Traceback" not in result.err
        said[lang] = result.err
    assert said["zh_CN"] != said["en"]
    assert run.stats() == before
    return said


# ---------------------------------------------------------------- files that are no workbook


def truncated(path: Path) -> None:
    whole = Book().save(path).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def renamed_csv(path: Path) -> None:
    path.write_text("编号,姓名\n01,王古\n", encoding="gb18030")


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (300 << 20))


def missing(path: Path) -> None:
    path.unlink(missing_ok=True)


@pytest.mark.parametrize("spoil", [truncated, renamed_csv, bomb, Path.mkdir, missing])
def test_a_file_that_is_no_workbook(made, tmp_path, spoil):
    path = tmp_path / "book.xlsx"
    spoil(path)
    said = refused_in_both(made, "import", path)
    assert all("book.xlsx" in words for words in said.values())


# ---------------------------------------------------------------- books with a fault

CASES = {
    "missing column": (lambda book: book.drop_column("计件", "合格"), "合格"),
    "ID turned into a number": (lambda book: book.set("工人", 2, "身份证号", 5.13499e17), "身份证号"),
    "ID written 5.1E+17": (lambda book: book.set("工人", 2, "身份证号", "5.1E+17"), "身份证号"),
    "negative quantity": (lambda book: book.set("计件", 2, "合格", -3), "合格"),
    "day 32": (lambda book: book.set("计件", 2, "日期", "2026-10-32"), "日期"),
    "unknown worker": (lambda book: book.set("计件", 2, "编号", "99"), "99"),
    "unknown mark": (lambda book: book.set("考勤", 2, 8, "?"), "?"),
    "unknown relation": (lambda book: book.set("工人", 2, "用工形式", "临时"), "临时"),
    "wrong number of weights": (lambda book: book.set("计件", 4, "分摊", "1:2:3"), "分摊"),
    "under 16": (lambda book: book.set("工人", 2, "身份证号", id_number(date(2012, 1, 1))), "16"),
}


@pytest.mark.parametrize(("spoil", "word"), CASES.values(), ids=CASES)
def test_a_book_with_a_fault_is_not_taken_at_all(made, tmp_path, spoil, word):
    book = Book()
    spoil(book)
    said = refused_in_both(made, "import", book.save(tmp_path / "book.xlsx"))
    assert all(word in words for words in said.values())


def test_a_book_of_another_workshop(made, tmp_path):
    made("import", Book().save(tmp_path / "own.xlsx"))
    theirs = Book().set("工坊", 0, "统一社会信用代码", "91513499MA00000002").save(tmp_path / "theirs.xlsx")
    said = refused_in_both(made, "import", theirs)
    assert all("91513499MA00000002" in words for words in said.values())


def test_a_book_of_another_year_in_a_month_nobody_knows(made, tmp_path):
    path = Book().save(tmp_path / "book.xlsx")
    refused_in_both(made, "import", path, "--month", "2026-13")


# ---------------------------------------------------------------- the records


def test_a_wrong_password(made, monkeypatch):
    before = made.tables()
    with monkeypatch.context() as patch:
        patch.setenv("GONGFANG_PASSWORD", "wrong")
        said = {
            lang: made("workshop", "add", "--name", "乙", "--region", "513499", "--lang", lang)
            for lang in ("zh_CN", "en")
        }
    assert [result.code for result in said.values()] == [1, 1]
    assert "密码" in said["zh_CN"].err
    assert "password" in said["en"].err
    assert made.tables() == before


def test_a_second_window_on_the_folder(made):
    database, _ = open_database(made.folder, None, PASSWORD)
    try:
        said = refused_in_both(made, "workshop", "add", "--name", "乙", "--region", "513499")
    finally:
        database.close()
    assert all(str(os.getpid()) in words for words in said.values())
    assert made("workshop", "add", "--name", "乙", "--region", "513499").code == 0


@pytest.fixture
def small_disk(tmp_path):
    """A real file system of 3 MiB, where the machine lets us mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if mount is None or subprocess.run([mount, "-t", "tmpfs", "-o", "size=3m", "none", disk], check=False).returncode:
        pytest.skip("mounting a small disk needs rights this run has not")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def test_a_full_disk(made, small_disk, tmp_path):
    moved = Records(small_disk / "data")
    shutil.copytree(made.folder, moved.folder)
    assert moved("workshop", "add", "--name", "乙", "--region", "513499").code == 0
    shop = min(moved.stats())
    (small_disk / "filler").write_bytes(bytes(shutil.disk_usage(small_disk).free - 60_000))
    book = ROOT / "tests" / "samples" / "longtan-2026-10.xlsx"
    said = refused_in_both(moved, "import", book, "--workshop", shop)
    assert "磁盘已满" in said["zh_CN"]
    assert "disk is full" in said["en"]
    (small_disk / "filler").unlink()
    assert moved("verify").code == 0


# ---------------------------------------------------------------- the line


class _Garbage(http.server.BaseHTTPRequestHandler):
    """Answers everything with bytes that are nothing of ours."""

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", "7")
        self.end_headers()
        self.wfile.write(b"\x00\xff<html")

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def garbage():
    """The address of a server that answers garbage."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Garbage)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_server_that_answers_garbage(made, garbage):
    refused_in_both(made, "enroll", "--server", garbage, "--code", "AAAA-BBBB-CCCC")


def test_no_server_at_all(made):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
    said = refused_in_both(made, "enroll", "--server", address, "--code", "AAAA-BBBB-CCCC")
    assert all(address in words for words in said.values())


@pytest.mark.parametrize(
    "words",
    [
        ("sync",),
        ("enroll", "--slip", "GF1.none.00000000"),
        ("enroll", "--slip", ""),
        ("enroll", "--server", "http://127.0.0.1:9"),
        ("enroll", "--server", "http://example.org", "--code", "A"),
        ("restore", "nothing.gfb"),
        ("payroll", "lock", "2026-10"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_said(made, words):
    refused_in_both(made, *words)


def test_a_damaged_database_is_never_replaced_by_an_empty_one(made):
    database = made.folder / "gongfang.db"
    spoiled = bytearray(database.read_bytes())
    spoiled[4096:] = bytes(len(spoiled) - 4096)
    database.write_bytes(spoiled)
    said = [made("stats", "--lang", lang) for lang in ("zh_CN", "en")]
    assert [result.code for result in said] == [1, 1]
    assert all("gongfang.db" in result.err for result in said)
    assert database.read_bytes() == bytes(spoiled)


def test_a_lost_database_is_missed_and_not_made_anew(made):
    (made.folder / "gongfang.db").unlink()
    assert made("stats", "--json").json["refused"] == "database_lost"
    assert made("init", "--name", "甲", "--region", "513499").code == 1
    assert not (made.folder / "gongfang.db").exists()


# ---------------------------------------------------------------- the program as it is started


@pytest.mark.parametrize(("words", "code"), [(["doctor"], 0), (["stats"], 1), (["stats", "--no"], 2)])
def test_exit_codes_of_the_real_program(made, words, code):
    environment = {**os.environ, "GONGFANG_PASSWORD": PASSWORD if code != 1 else "wrong", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "app", "--data", str(made.folder), *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_in_use(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "app.server", "run", "--data", str(tmp_path / "server"), "--port", str(port)]
        for lang in ("zh_CN", "en"):
            done = subprocess.run(
                [*command, "--lang", lang], cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=120
            )
            assert done.returncode == 1
            assert str(port) in done.stderr + done.stdout
            assert "Traceback" not in done.stderr
