"""Files that are no workbook, or a dangerous one: refused at once, in words, before anything parses them."""

import random
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from app.domain.refusal import Refusal
from app.services.workbook import safety
from app.services.workbook.reader import read_book
from tests.books import Book

SAMPLE = Path(__file__).parents[2] / "samples" / "longtan-2026-10.xlsx"


@pytest.fixture
def refused(tmp_path):
    """The code a body is refused with, before anything parses it unless said otherwise, rendered in both languages."""

    def refusal(body, by=safety.check):
        path = tmp_path / "book.xlsx"
        path.write_bytes(body)
        with pytest.raises(Refusal) as raised:
            by(path)
        assert "book.xlsx" in raised.value.text("zh_CN")
        assert "book.xlsx" in raised.value.text("en")
        return raised.value.code

    return refusal


def packed(*members, method=zipfile.ZIP_DEFLATED):
    """A zip with the members a workbook needs and some more."""
    body = BytesIO()
    with zipfile.ZipFile(body, "w", method) as archive:
        for name, data in (("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>"), *members):
            archive.writestr(name, data)
    return body.getvalue()


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.97, 0.999])
def test_a_truncated_book(refused, share):
    body = SAMPLE.read_bytes()
    assert refused(body[: int(len(body) * share)]) == "book_truncated"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_renamed(refused, encoding):
    assert refused("日期,编号,合格\n2026-10-08,01,12\n".encode(encoding)) == "book_is_text"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "book_empty_file"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "book_old_excel"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "book_encrypted"),
        (b"\x89PNG\r\n\x1a\n" + bytes(600), "book_not_excel"),
        (b"PK\x03\x04", "book_truncated"),
    ],
)
def test_other_files(refused, body, code):
    assert refused(body) == code


def test_a_zip_that_is_no_workbook(refused):
    body = BytesIO()
    with zipfile.ZipFile(body, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert refused(body.getvalue()) == "book_not_excel"


def test_a_binary_workbook(refused):
    assert refused(packed(("xl/workbook.bin", b"\0"))) == "book_old_excel"


def test_a_zip_bomb(refused):
    assert refused(packed(("xl/worksheets/sheet1.xml", bytes(120 << 20)))) == "book_bomb"


def test_a_zip_bomb_of_many_small_parts(refused):
    parts = [(f"xl/worksheets/sheet{n}.xml", bytes(3 << 20)) for n in range(25)]
    assert refused(packed(*parts)) == "book_bomb"


def test_a_zip_bomb_that_understates_its_size(refused):
    """The directory says 1,000 bytes: no more are read, and the checksum tells."""
    body = bytearray(packed(("xl/worksheets/sheet1.xml", bytes(50 << 20))))
    size = struct.pack("<I", 50 << 20)
    while (place := body.find(size)) >= 0:
        body[place : place + 4] = struct.pack("<I", 1000)
    assert refused(bytes(body)) == "book_truncated"


def test_a_million_tags(refused):
    assert refused(packed(("xl/worksheets/sheet1.xml", b"<c/>" * 1_600_000), method=zipfile.ZIP_STORED)) == "book_bomb"


def test_too_many_members(refused):
    assert refused(packed(*((f"xl/media/{n}", b"") for n in range(safety.MAX_MEMBERS)))) == "book_bomb"


def test_entity_declarations(refused):
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'
    assert refused(packed(("xl/sharedStrings.xml", laughs))) == "book_bomb"


def test_an_unusual_compression(refused):
    assert refused(packed(method=zipfile.ZIP_LZMA)) == "book_not_excel"


def test_a_sound_zip_with_an_unsound_workbook(refused):
    assert refused(packed(), read_book) == "book_damaged"


def test_too_big_a_file(tmp_path, monkeypatch):
    monkeypatch.setattr(safety, "MAX_FILE_BYTES", 1000)
    with pytest.raises(Refusal) as raised:
        read_book(SAMPLE)
    assert raised.value.code == "book_too_big"


def test_a_missing_file_and_a_folder(tmp_path):
    for path, code in ((tmp_path / "none.xlsx", "book_not_found"), (tmp_path, "book_unreadable")):
        with pytest.raises(Refusal) as raised:
            read_book(path)
        assert raised.value.code == code


def test_no_sheet_that_is_known(tmp_path):
    book = Book(empty=True)
    book.sheets = {"Sheet1": [["a"]]}
    with pytest.raises(Refusal) as raised:
        read_book(book.save(tmp_path / "book.xlsx"))
    assert raised.value.code == "book_no_known_sheet"


def test_too_many_rows(tmp_path, monkeypatch):
    monkeypatch.setattr("app.services.workbook.grids.MAX_ROWS", 5)
    with pytest.raises(Refusal) as raised:
        read_book(Book().save(tmp_path / "book.xlsx"))
    assert (raised.value.code, raised.value.params["sheet"]) == ("book_too_many_rows", "工坊")


def rewritten(source, change):
    """A workbook with its first sheets' XML changed."""
    body = BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return body.getvalue()


@pytest.mark.parametrize("stated", [b"A1:B2", b"A1:XFD1048576"])
def test_a_stated_size_that_lies(tmp_path, stated):
    path = tmp_path / "book.xlsx"

    def lie(_name, data):
        start = data.find(b'<dimension ref="') + 16
        return data if start < 16 else data[:start] + stated + data[data.find(b'"', start) :]

    path.write_bytes(rewritten(SAMPLE, lie))
    assert len(read_book(path).pieces) == 730


def test_a_far_row_ends_the_reading(tmp_path):
    path = tmp_path / "book.xlsx"
    far = b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData>'
    path.write_bytes(
        rewritten(SAMPLE, lambda name, data: data.replace(b"</sheetData>", far) if "sheet7" in name else data)
    )
    assert len(read_book(path).pieces) == 730


def outcome(path):
    """The book that was read and "", or None and the code it was refused with."""
    try:
        return read_book(path), ""
    except Refusal as refusal:
        return None, refusal.code


@pytest.mark.parametrize("seed", range(40))
def test_damage_anywhere_is_a_refusal_or_a_finding(tmp_path, seed):
    """Some bytes of the unpacked XML overwritten, deleted or doubled: never an exception of another kind."""
    chance = random.Random(seed)

    def damage(name, data):
        if not name.endswith(".xml") or chance.random() < 0.7:
            return data
        start = chance.randrange(len(data))
        piece = data[start : start + chance.randrange(1, 40)]
        noise = chance.choice([b"", piece * 2, chance.randbytes(len(piece)), b"9" * 30, b"</c>"])
        return data[:start] + noise + data[start + len(piece) :]

    path = tmp_path / "book.xlsx"
    path.write_bytes(rewritten(SAMPLE, damage))
    found, code = outcome(path)
    assert bool(code) != bool(found)
    assert all(one.text() and one.text("en") for one in (*found.problems, *found.notices)) if found else code


@pytest.mark.parametrize("seed", range(20))
def test_a_flipped_bit_in_the_file(tmp_path, seed):
    body = bytearray(SAMPLE.read_bytes())
    place = random.Random(seed).randrange(len(body))
    body[place] ^= 1 << (seed % 8)
    path = tmp_path / "book.xlsx"
    path.write_bytes(body)
    assert outcome(path)[1] in {
        "",
        "book_truncated",
        "book_not_excel",
        "book_damaged",
        "book_is_text",
        "book_encrypted",
    }
