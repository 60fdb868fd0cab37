"""A backup file that is none, or not whole: named in the operator's words, never by a fault of the program."""

import zipfile

import pytest

from app.domain.refusal import Refusal
from app.server.backup import backup, restore
from app.server.database import connected
from app.server.folder import DataFolder
from app.server.site import Site

NOWHERE = "postgresql://gong:secret@127.0.0.1:1/county?sslmode=disable"


@pytest.fixture
def packed(tmp_path):
    """Writes a zip with a dump of some bytes under a name."""

    def made(name="database.dump", content=b"PGDMP" * 40, compression=zipfile.ZIP_STORED):
        file = tmp_path / "county.zip"
        with zipfile.ZipFile(file, "w", compression) as written:
            written.writestr(name, content)
        return file

    return made


def refused(file, url=NOWHERE):
    with pytest.raises(Refusal) as refusal:
        restore(Site(None, url), file)
    return refusal.value


def changed(file, places):
    """The file with single bytes, by place, turned over."""
    content = bytearray(file.read_bytes())
    for place in places:
        content[place] ^= 0xFF
    file.write_bytes(content)
    return file


def method_unknown(file):
    """The compression method in the central directory, which nobody knows then."""
    return file.read_bytes().index(b"PK\x01\x02") + 10


@pytest.mark.parametrize(
    ("compression", "place"),
    [
        (zipfile.ZIP_STORED, lambda _: 60),
        (zipfile.ZIP_DEFLATED, lambda _: 44),
        (zipfile.ZIP_STORED, method_unknown),
        (zipfile.ZIP_STORED, lambda file: file.read_bytes().index(b"PK\x01\x02") + 8),
    ],
)
def test_a_backup_with_a_byte_that_fell_over_is_unreadable(packed, compression, place):
    file = packed(compression=compression)
    assert refused(changed(file, [place(file)])).code == "server_backup_unreadable"


def test_a_file_that_is_no_backup_says_what_it_lacks(packed, tmp_path):
    assert refused(packed(name="photo.jpg")).code == "server_backup_empty"
    assert refused(tmp_path / "gone.zip").code == "file_missing"


def test_a_restore_into_a_database_that_is_away_tells_no_password(packed):
    refusal = refused(packed())
    assert refusal.code == "server_database_unreachable"
    for lang in ("zh_CN", "en"):
        said = refusal.text(lang)
        assert "127.0.0.1:1/county" in said
        assert not {"secret", "gong"} & set(said.replace(":", " ").replace("@", " ").split())


@pytest.mark.parametrize(
    "url", ["postgresql://gong:secret@127.0.0.1:abc/county", "postgresql://gong:secret@[::1/county", "no address"]
)
def test_an_address_that_is_none_is_told_without_its_password(url):
    with pytest.raises(Refusal) as refusal:
        connected(url)
    assert refusal.value.code == "server_database_unreachable"
    assert "secret" not in refusal.value.text("zh_CN")


@pytest.mark.slow
def test_a_dump_that_cannot_be_restored_is_not_a_server_that_did_not_start(packed, tmp_path):
    with pytest.raises(Refusal) as refusal:
        restore(Site(DataFolder(tmp_path / "data"), None), packed(content=b"garbage"))
    assert refusal.value.code == "server_restore_failed"
    assert refusal.value.text("zh_CN").startswith("备份文件")


@pytest.mark.slow
def test_a_backup_into_a_folder_that_is_not_there_is_refused_and_leaves_nothing(server_url, tmp_path):
    with pytest.raises(Refusal) as refusal:
        backup(Site(None, server_url), tmp_path / "gone" / "county.zip")
    assert refusal.value.code == "folder_missing"
    assert list(tmp_path.iterdir()) == []
