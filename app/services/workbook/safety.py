"""Looks at a file before anything parses it: a workbook of sane size, or a :class:`Refusal` within milliseconds.

A 123 KB bomb costs an xlsx parser a minute and 400 MB; its own directory says so beforehand. What the directory
declares is also what is read: no member beyond its declared size, and the checksum tells one that lied.
"""

import re
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from app.domain.refusal import Refusal

MAX_FILE_BYTES = 16 << 20
MAX_UNPACKED_BYTES = 64 << 20
MAX_MEMBERS = 1_000
MAX_RATIO = 200  # deflate reaches 1,032; the fullest honest sheets stay below 60
RATIO_FREE_BYTES = 4 << 20
MAX_TAGS = 1_500_000  # about 200,000 filled cells, four seconds of parsing

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_END_RECORD = b"PK\x05\x06"
_UNCOMPUTED = re.compile(rb"<c ([^>]*)>\s*<f(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_REFERENCE = re.compile(rb'\br="([A-Z]+[0-9]+)"')


@dataclass(frozen=True, slots=True)
class Scanned:
    """A file that may be parsed: its bytes, and for each sheet in it the cells whose formula was never computed."""

    body: bytes = field(repr=False)
    uncomputed: dict[str, frozenset[str]] = field(default_factory=dict)


def check(path: Path) -> Scanned:
    """Refuse what is no xlsx workbook, is damaged, encrypted or too big; what was looked at is what is then parsed."""
    body = _read(path)
    _check_kind(body, path.name)
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            _check_directory(archive, path.name)
            return Scanned(body, _scan(archive, path.name))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, IndexError, OSError) as error:
        raise Refusal("book_truncated", name=path.name) from error


def _read(path: Path) -> bytes:
    if not path.exists():
        raise Refusal("book_not_found", name=path.name)
    if not path.is_file():
        raise Refusal("book_unreadable", name=path.name)
    try:
        size = path.stat().st_size
        if size <= MAX_FILE_BYTES:
            return path.read_bytes()
    except OSError as error:
        raise Refusal("book_unreadable", name=path.name) from error
    raise Refusal("book_too_big", name=path.name, megabytes=size >> 20, limit=MAX_FILE_BYTES >> 20)


def _check_kind(body: bytes, name: str) -> None:
    if not body:
        raise Refusal("book_empty_file", name=name)
    if body.startswith(_OLE):
        raise Refusal("book_encrypted" if _ENCRYPTED_STREAM in body else "book_old_excel", name=name)
    if not body.startswith(b"PK"):
        raise Refusal("book_not_excel" if b"\0" in body[:4096] else "book_is_text", name=name)
    end = body.rfind(_END_RECORD, -65_557)
    if end < 0 or len(body) < end + 22:
        raise Refusal("book_truncated", name=name)
    members = int.from_bytes(body[end + 10 : end + 12], "little")
    if members > MAX_MEMBERS:  # asked before zipfile builds an object for each
        raise Refusal("book_bomb", name=name)


def _check_directory(archive: zipfile.ZipFile, name: str) -> None:
    infos = archive.infolist()
    names = {info.filename for info in infos}
    if "xl/workbook.bin" in names:
        raise Refusal("book_old_excel", name=name)
    if "[Content_Types].xml" not in names or not any(member.startswith("xl/") for member in names):
        raise Refusal("book_not_excel", name=name)
    if any(info.flag_bits & 1 for info in infos):
        raise Refusal("book_encrypted", name=name)
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
        raise Refusal("book_not_excel", name=name)
    if sum(info.file_size for info in infos) > MAX_UNPACKED_BYTES or any(map(_swells, infos)):
        raise Refusal("book_bomb", name=name)


def _swells(info: zipfile.ZipInfo) -> bool:
    return info.file_size > RATIO_FREE_BYTES and info.file_size > MAX_RATIO * max(info.compress_size, 1)


def _scan(archive: zipfile.ZipFile, name: str) -> dict[str, frozenset[str]]:
    """Read every member once: checksums, tags, entity declarations, formulas without a value."""
    tags = 0
    uncomputed: dict[str, frozenset[str]] = {}
    for info in archive.infolist():
        data = _member(archive, info)
        if not info.filename.endswith((".xml", ".rels")):
            continue
        tags += data.count(b"<")
        if tags > MAX_TAGS or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise Refusal("book_bomb", name=name)
        if b"<f" in data and info.filename.startswith("xl/worksheets/"):
            uncomputed[info.filename] = _uncomputed(data)
    return uncomputed


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A member's bytes, no more than declared: ``ZipFile.read`` would unpack them all before it looks at the size."""
    with archive.open(info) as member:
        return member.read(info.file_size) + member.read(1)


def _uncomputed(data: bytes) -> frozenset[str]:
    """Cells with a formula and no value; one of type ``str`` is a formula whose value is the empty text."""
    found = (match[1] for match in _UNCOMPUTED.finditer(data) if b't="str"' not in match[1])
    return frozenset(ref[1].decode() for ref in map(_REFERENCE.search, found) if ref)
