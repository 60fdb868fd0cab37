"""Searchable PDF text: Qt names a glyph by the lowest letter that shares it, so 人 comes out as the radical ⼈.

The tables that say which letter a glyph is (ToUnicode CMaps) are rewritten after Qt has made the file, as an
incremental update (ISO 32000-1, 7.5.6): the original bytes stay, new objects and a cross-reference section follow.
"""

import re
import zlib
from collections.abc import Mapping

_TO_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
_STREAM = re.compile(rb"\d+ 0 obj\s*<<(.*?)>>\s*stream\r?\n", re.DOTALL)
_TABLE = re.compile(rb"begin(bfrange|bfchar)\s(.*?)end\1", re.DOTALL)
_RANGE = re.compile(rb"<(\w+)>\s*<(\w+)>\s*(?:\[([^\]]*)\]|<(\w+)>)")
_CHAR = re.compile(rb"<(\w+)>\s*<(\w+)>")
_HEX = re.compile(rb"<(\w+)>")
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_BLOCK = 100
_LONGEST = 1 << 20  # packed; a table of every hanzi is some 100 KB
_HEAD = (
    b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_TAIL = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


def unify_letters(pdf: bytes, letters: Mapping[int, int]) -> bytes:
    """The same PDF, its text taken out with each letter replaced by ``letters`` (code point → code point).

    Only ToUnicode streams change, and only if one has to. Raises ValueError for a file without a plain
    cross-reference table (Qt writes one).
    """
    objects = {}
    for number in sorted({int(found) for found in _TO_UNICODE.findall(pdf)}):
        old = _letters_of(_stream(pdf, number))
        new = {
            glyph: "".join(chr(letters.get(ord(letter), ord(letter))) for letter in text) for glyph, text in old.items()
        }
        if new != old:
            objects[number] = _cmap(new)
    return pdf + _update(pdf, objects) if objects else pdf


def _stream(pdf: bytes, number: int) -> bytes:
    """The content of a stream object; raises ValueError where there is none of that number."""
    at = pdf.find(b"\n%d 0 obj" % number) + 1
    start = _STREAM.match(pdf, at) if at else None
    if start is None:
        raise ValueError(f"PDF object {number} is no stream")
    if b"/FlateDecode" in start[1]:
        unpacking = zlib.decompressobj()
        return unpacking.decompress(pdf[start.end() : start.end() + _LONGEST]) + unpacking.flush()
    return pdf[start.end() : pdf.index(b"endstream", start.end())]


def _letters_of(cmap: bytes) -> dict[int, str]:
    """Glyph code → text, from the ranges and single entries of a CMap."""
    found: dict[int, str] = {}
    for kind, body in _TABLE.findall(cmap):
        if kind == b"bfchar":
            found |= {int(glyph, 16): _text(letter) for glyph, letter in _CHAR.findall(body)}
            continue
        for first, last, several, one in _RANGE.findall(body):
            glyphs = range(int(first, 16), int(last, 16) + 1)
            if several:
                found |= dict(zip(glyphs, map(_text, _HEX.findall(several)), strict=False))
            else:
                start = _text(one)
                found |= {glyph: start[:-1] + chr(ord(start[-1]) + at) for at, glyph in enumerate(glyphs)}
    return found


def _text(hexadecimal: bytes) -> str:
    return bytes.fromhex(hexadecimal.decode()).decode("utf-16-be", errors="replace")


def _cmap(letters: Mapping[int, str]) -> bytes:
    entries = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>\n" for glyph, text in sorted(letters.items())]
    blocks = [entries[at : at + _BLOCK] for at in range(0, len(entries), _BLOCK)]
    tables = "".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
    return _HEAD + tables.encode() + _TAIL


def _update(pdf: bytes, objects: Mapping[int, bytes]) -> bytes:
    trailer = _TRAILER.search(pdf)
    if trailer is None:
        raise ValueError("PDF without a plain cross-reference table")
    body, table = bytearray(), bytearray(b"xref\n")
    for number, content in sorted(objects.items()):
        packed = zlib.compress(content)
        table += b"%d 1\n%010d 00000 n \n" % (number, len(pdf) + len(body))
        body += b"%d 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n" % (number, len(packed))
        body += packed + b"\nendstream\nendobj\n"
    at = len(pdf) + len(body)
    entries = trailer[1].strip()
    table += b"trailer\n<< %s\n/Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (entries, trailer[2], at)
    return bytes(body + table)
