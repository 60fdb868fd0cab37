"""Copies of a database: through the backup API, which takes the write-ahead log along, and tested before they count.

A backup is one file: the mark, the header's length, the header as JSON (wraps of the key, names and sizes of the
pictures, checksum of what follows), the header's own SHA-256, the encrypted database, the sealed pictures. It opens on
a bare machine by any password or the recovery key.
"""

import base64
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from app.domain.messages import Word
from app.domain.refusal import Refusal
from app.models.database import raw_connection, refusing
from app.models.folder import refusing_files, replaceable, sync_folder, undone_by
from app.models.keys import KeyRing
from app.models.pictures import picture_name

_MARK = b"GONGFANG-BACKUP\n"
_FORMAT = 1
_HEADER_LIMIT = 1 << 20
_CHUNK = 1 << 20
_CHECKS = {
    "cipher_integrity_check": "damaged_pages",
    "integrity_check": "damaged_structure",
    "foreign_key_check": "damaged_references",
}
"""The engine's own checks, and in whose words each says what is broken."""


@dataclass(frozen=True)
class BackupHeader:
    """What a backup says of itself: wraps of its key, schema revisions, when made (seconds), its database's bytes.

    ``sha256`` covers database and pictures; ``pictures`` are their names and sealed bytes in the order they follow.
    """

    ring: KeyRing
    versions: tuple[str, ...]
    made_at: int
    size: int
    sha256: str
    pictures: tuple[tuple[str, int], ...] = ()


def copy_database(source: Path, key: bytes, target: Path) -> None:
    """A tested copy of a database as one closed file, without the life's word: opened anywhere, it is a new life.

    Raises Refusal for a full disk or a damaged source; ``target`` is then gone again.
    """
    with (
        undone_by(lambda: remove_database(target)),
        refusing(target),
        closing(raw_connection(source, key)) as reader,
        closing(raw_connection(target, key, create=True)) as copy,
    ):
        reader.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        copy.execute("UPDATE device SET word = ''")
        require_sound(copy, source)


def require_sound(raw: Any, file: Path) -> None:  # noqa: ANN401  sqlcipher3 has no types
    """Raise Refusal ``database_damaged`` unless page seals, structure and references of a database are whole."""
    for check, broken in _CHECKS.items():
        if any(row != ("ok",) for row in raw.execute(f"PRAGMA {check}")):
            raise Refusal("database_damaged", file=str(file), reason=Word(broken))


def remove_database(path: Path) -> None:
    """Remove a copy of our own making with its side files."""
    for end in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + end).unlink()


def write_backup(
    database: Path, ring: KeyRing, versions: tuple[str, ...], made_at: int, out: Path, pictures: Sequence[Path] = ()
) -> BackupHeader:
    """Write the closed copy ``database`` and the sealed ``pictures`` into the backup ``out``, whole or not at all.

    The file is read back before it takes its name. Its header; raises Refusal ``disk_full``,
    ``file_not_ordinary`` and what else ``file_refusal`` names.
    """
    target = replaceable(out)
    part = target.with_name(target.name + ".part")
    with refusing_files(out, writing=True), undone_by(lambda: remove_database(part)):
        named = tuple((file.name, file.stat().st_size) for file in pictures)
        size, digest = database.stat().st_size, hashlib.sha256()
        for chunk in _chunks(database, *pictures):
            digest.update(chunk)
        header = BackupHeader(ring, versions, made_at, size, digest.hexdigest(), named)
        with part.open("wb") as file:
            _write_header(file, header)
            for chunk in _chunks(database, *pictures):
                file.write(chunk)
            _to_disk(file)
        check_backup(part)
        part.replace(target)
        sync_folder(target.parent)
    return header


def check_backup(path: Path) -> BackupHeader:
    """The header of a backup whose every byte is as written; Refusal ``not_a_backup`` or ``backup_damaged``."""
    with refusing_files(path), path.open("rb") as file:
        header = _read_header(file, path)
        digest, size = hashlib.sha256(), 0
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    if size != header.size + sum(size for _, size in header.pictures) or digest.hexdigest() != header.sha256:
        raise Refusal("backup_damaged", file=str(path))
    return header


def is_backup(path: Path) -> bool:
    """Whether a file begins as a backup does."""
    with refusing_files(path), path.open("rb") as file:
        return file.read(len(_MARK)) == _MARK


def extract_backup(path: Path, target: Path) -> None:
    """Write the database within a checked backup to ``target``, flushed to the disk; Refusal where the disk is full."""
    with (
        refusing_files(target, writing=True),
        undone_by(lambda: remove_database(target)),
        path.open("rb") as file,
        target.open("wb") as out,
    ):
        left = _read_header(file, path).size
        while left and (chunk := file.read(min(left, _CHUNK))):
            out.write(chunk)
            left -= len(chunk)
        _to_disk(out)


def pictures_of_backup(path: Path) -> Iterator[tuple[str, bytes]]:
    """Name and sealed bytes of each picture within a checked backup, one at a time."""
    with refusing_files(path), path.open("rb") as file:
        header = _read_header(file, path)
        file.seek(header.size, os.SEEK_CUR)
        for name, size in header.pictures:
            yield name, file.read(size)


def _chunks(*files: Path) -> Iterator[bytes]:
    for path in files:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk


def _to_disk(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _write_header(file: BinaryIO, header: BackupHeader) -> None:
    content = json.dumps(
        {
            "format": _FORMAT,
            "ring": base64.b64encode(header.ring.to_json()).decode(),
            "versions": header.versions,
            "made_at": header.made_at,
            "size": header.size,
            "sha256": header.sha256,
            "pictures": header.pictures,
        }
    ).encode()
    file.write(_MARK + len(content).to_bytes(4) + content + hashlib.sha256(content).digest())


def _read_header(file: BinaryIO, path: Path) -> BackupHeader:
    if file.read(len(_MARK)) != _MARK:
        raise Refusal("not_a_backup", file=str(path))
    length = int.from_bytes(file.read(4))
    content = file.read(min(length, _HEADER_LIMIT))
    if file.read(32) != hashlib.sha256(content).digest():
        raise Refusal("backup_damaged", file=str(path))
    try:
        found = json.loads(content)
        if found["format"] != _FORMAT:
            raise Refusal("backup_newer", file=str(path))
        ring = KeyRing.from_json(base64.b64decode(found["ring"]))
        pictures = tuple((picture_name(name), abs(int(size))) for name, size in found["pictures"])
        return BackupHeader(ring, tuple(found["versions"]), found["made_at"], found["size"], found["sha256"], pictures)
    except (ValueError, KeyError, TypeError) as error:
        raise Refusal("backup_damaged", file=str(path)) from error
