"""Files that leave the program: whole or not at all, and only where an ordinary file may lie."""

import os
import socket
import sys
from pathlib import Path

import pytest

from app.domain.refusal import Refusal
from app.services.writing import write_all, write_whole

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX kinds of files")


def refused(path: Path) -> Refusal:
    with pytest.raises(Refusal) as caught:
        write_whole(path, b"new")
    return caught.value


def test_a_file_is_replaced_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    assert write_whole(tmp_path / "a.pdf", b"new") == tmp_path / "a.pdf"
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a.pdf", b"new")]


def test_of_several_files_none_is_replaced_before_all_are_written(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "b.pdf.part").mkdir()
    with pytest.raises(Refusal):
        write_all([(tmp_path / "a.pdf", b"new"), (tmp_path / "b.pdf", b"new")])
    assert {file.name for file in tmp_path.iterdir()} == {"a.pdf", "b.pdf.part"}
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


@posix
def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    assert refused(tmp_path / "a.pdf").code == "file_not_ordinary"
    assert [file.is_fifo() for file in tmp_path.iterdir()] == [True]


@posix
def test_a_socket_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path is short
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("a.pdf")
        assert refused(Path("a.pdf")).code == "file_not_ordinary"
    assert Path("a.pdf").is_socket()


@posix
def test_a_link_to_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.pdf").symlink_to("pipe")
    assert refused(tmp_path / "a.pdf").code == "file_not_ordinary"
    assert (tmp_path / "a.pdf").is_symlink()


def test_a_file_somebody_made_read_only_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "a.pdf").chmod(0o444)
    assert refused(tmp_path / "a.pdf").code == "file_read_only"
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


@pytest.mark.parametrize(
    "name", ["gongfang.db", "gongfang.db-wal", "keys.json", "keys.copy.json", "writer.lock", "pictures/ab", "aside-1/x"]
)
def test_what_belongs_to_the_records_is_never_replaced(tmp_path: Path, name: str) -> None:
    (tmp_path / "gongfang.db").write_bytes(b"records")
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    assert refused(path).code == "file_of_records"
    assert path.exists() == (name == "gongfang.db")
    assert (tmp_path / "gongfang.db").read_bytes() == b"records"


@posix
def test_a_link_leads_no_file_into_the_records(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "keys.json").write_bytes(b"keys")
    (tmp_path / "a.csv").symlink_to("data/keys.json")
    assert refused(tmp_path / "a.csv").code == "file_of_records"
    assert (tmp_path / "data" / "keys.json").read_bytes() == b"keys"


def test_another_file_may_lie_beside_the_records(tmp_path: Path) -> None:
    (tmp_path / "gongfang.db").write_bytes(b"records")
    assert write_whole(tmp_path / "ledger.pdf", b"new").read_bytes() == b"new"


def test_a_folder_is_named_so_and_left(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    assert refused(tmp_path / "a.pdf").code == "file_is_folder"
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]


@posix
@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_written_through(tmp_path: Path, there: bool) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "a.pdf").symlink_to("stick/real.pdf")
    if there:
        (tmp_path / "stick" / "real.pdf").write_bytes(b"old")
    write_whole(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").is_symlink()
    assert [(file.name, file.read_bytes()) for file in (tmp_path / "stick").iterdir()] == [("real.pdf", b"new")]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    refusal = refused(tmp_path / "no" / "a.pdf")
    assert (refusal.code, refusal.params["folder"]) == ("folder_missing", str(tmp_path / "no"))
    assert str(tmp_path / "no") in refusal.text()


def test_a_file_in_the_place_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "no").write_bytes(b"")
    assert refused(tmp_path / "no" / "a.pdf").code in {"folder_is_file", "folder_missing"}


@posix
def test_a_name_too_long_is_said(tmp_path: Path) -> None:
    assert refused(tmp_path / ("长" * 200)).code == "file_name_long"


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_nobody_may_write_to_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert refused(tmp_path / "a.pdf").code == "file_forbidden"
    finally:
        tmp_path.chmod(0o700)
