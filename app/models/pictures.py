"""Pictures of a database: files in the data folder's ``pictures``, named by the SHA-256 of what they show (DESIGN 3).

Each is sealed by AES-GCM under a key of its own kind, made from the database key by HKDF, and bound to its name: a file
put in another's place does not open. A backup carries them as they lie here.
"""

import hashlib
import re
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.refusal import Refusal
from app.models.database import Database
from app.models.folder import refusing_files, write_atomically
from app.models.keys import KEY_BYTES

_NONCE = 12
_NAME = re.compile("[0-9a-f]{64}")


def keep_picture(database: Database, content: bytes) -> str:
    """Seal a picture into its file, whole or not at all; its name (64 hex). One that lies there sound stays."""
    name = hashlib.sha256(content).hexdigest()
    file = _file(database.folder, name)
    if _opened(file, database.key) == content:
        return name
    nonce = secrets.token_bytes(_NONCE)
    sealed = nonce + _cipher(database.key).encrypt(nonce, content, name.encode())
    with refusing_files(file):
        file.parent.mkdir(mode=0o700, exist_ok=True)
        write_atomically(file, sealed)
    return name


def read_picture(database: Database, name: str) -> bytes:
    """A picture as it was kept; refuses ``picture_missing`` (not on this PC) or ``picture_damaged``, by file."""
    file = _file(database.folder, name)
    if not file.is_file():
        raise Refusal("picture_missing", file=str(file))
    content = _opened(file, database.key)
    if content is None:
        raise Refusal("picture_damaged", file=str(file))
    return content


def is_kept(database: Database, name: str) -> bool:
    """Whether the file of a picture lies in the data folder of this PC."""
    return _file(database.folder, name).is_file()


def picture_name(text: str) -> str:
    """The name of a picture as it came from elsewhere; ValueError for what is none and might lead out of the folder."""
    if not _NAME.fullmatch(text):
        raise ValueError(text)
    return text


def sealed_pictures(folder: Path) -> list[Path]:
    """The files of all pictures that lie in a data folder, whether a record names them or not."""
    return sorted(file for file in (folder / "pictures").glob("*") if _NAME.fullmatch(file.name))


def damaged_pictures(database: Database) -> list[Path]:
    """The files of pictures that do not open any more."""
    return [file for file in sealed_pictures(database.folder) if _opened(file, database.key) is None]


def put_back(folder: Path, key: bytes, name: str, sealed: bytes) -> None:
    """Lay a backup's picture into ``folder``: one that lies there and opens by ``key`` stays.

    One that does not open belongs to other records, set aside before: it is kept under another name.
    """
    file = _file(folder, name)
    with refusing_files(file):
        if _opened(file, key) is not None:
            return
        if file.exists():
            file.replace(file.with_name(f"{name}-{hashlib.sha256(file.read_bytes()).hexdigest()[:8]}"))
        file.parent.mkdir(mode=0o700, exist_ok=True)
        write_atomically(file, sealed)


def _opened(file: Path, key: bytes) -> bytes | None:
    """The picture in a file; None where there is no file or it does not open."""
    if not file.is_file():
        return None
    with refusing_files(file):
        sealed = file.read_bytes()
    try:
        return _cipher(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], file.name.encode())
    except (InvalidTag, ValueError):
        return None


def _file(folder: Path, name: str) -> Path:
    return folder / "pictures" / Path(name).name  # a name that came by sync never leads out of the folder


def _cipher(key: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), KEY_BYTES, None, b"gongfang pictures").derive(key))
