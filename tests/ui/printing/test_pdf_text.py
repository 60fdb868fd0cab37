"""ToUnicode tables are rewritten, and nothing else of the file."""

import zlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import QPainter, QPdfWriter

from app.ui.printing.pdf_text import _cmap, _letters_of, unify_letters
from app.ui.printing.typesetting import draw_line, unified_letters


def _pdf(text: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    draw_line(painter, QPointF(500, 500), text, 200)
    painter.end()
    return bytes(buffer.data().data())


def test_radicals_become_hanzi(qapp: object, text_of) -> None:
    plain = _pdf("人工一二长门")
    assert "人工" not in text_of(plain)[0]
    assert "人工一二长门" in text_of(unify_letters(plain, unified_letters()))[0]


def test_the_original_bytes_stay_and_an_update_follows(qapp: object) -> None:
    plain = _pdf("人工")
    mended = unify_letters(plain, unified_letters())
    assert mended.startswith(plain)
    assert b"/Prev " in mended[len(plain) :]
    assert mended.rstrip().endswith(b"%%EOF")


def test_each_new_object_stands_where_the_table_says(qapp: object) -> None:
    plain = _pdf("人工")
    mended = unify_letters(plain, unified_letters())
    table = mended[mended.rindex(b"xref\n", 0, mended.rindex(b"trailer")) :]
    number, offset = int(table.split()[1]), int(table.split()[3])
    assert mended[offset:].startswith(b"%d 0 obj" % number)


def test_a_file_with_nothing_to_mend_is_left_alone(qapp: object) -> None:
    plain = _pdf("abc 123")
    assert unify_letters(plain, unified_letters()) == plain


def test_ranges_arrays_and_single_entries_are_read() -> None:
    cmap = (
        b"2 beginbfrange\n<0001> <0003> <2F00>\n<0004> <0005> [<0041> <D83DDE00> ]\nendbfrange\n"
        b"1 beginbfchar\n<0009> <4EBA>\nendbfchar\n"
    )
    assert _letters_of(cmap) == {1: "\u2f00", 2: "\u2f01", 3: "\u2f02", 4: "A", 5: "😀", 9: "人"}


def test_a_written_table_reads_back_over_block_bounds() -> None:
    letters = {glyph: chr(0x4E00 + glyph) for glyph in range(1, 250)}
    assert _letters_of(_cmap(letters)) == letters


def test_a_file_without_a_plain_table_is_a_fault() -> None:
    cmap = zlib.compress(b"beginbfchar\n<0001> <2F08>\nendbfchar\n")
    stream = (
        b"%PDF-1.4\n1 0 obj\n<< /Length 9 /Filter /FlateDecode >>\nstream\n"
        + cmap
        + b"\nendstream\nendobj\n/ToUnicode 1 0 R"
    )
    with pytest.raises(ValueError, match="cross-reference"):
        unify_letters(stream, {0x2F08: 0x4EBA})


def test_every_shared_hanzi_of_the_font_is_known(qapp: object) -> None:
    letters = unified_letters()
    assert letters[ord("⼈")] == ord("人")
    assert letters[0x2EDA] == ord("页")
    assert letters[0x3B35] == ord("胶")
    assert all(0x4E00 <= code <= 0x9FFF for code in letters.values())
    assert len(letters) > 270
