"""Pictures of a database: files in the data folder's ``pictures``, named by the SHA-256 of what they show (DESIGN 3).

Each is sealed by AES-GCM under a key of its own kind, made from the database key by HKDF, and bound to its name: a file
put in another's place does not open.
"""

import hashlib
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


def keep_picture(database: Database, content: bytes) -> str:
    """Seal a picture into its file, whole or not at all; its name (64 hex). One that lies there sound stays."""
    name = hashlib.sha256(content).hexdigest()
    file = _file(database, name)
    if _opened(database, name) == content:
        return name
    nonce = secrets.token_bytes(_NONCE)
    sealed = nonce + _cipher(database).encrypt(nonce, content, name.encode())
    with refusing_files(file):
        file.parent.mkdir(mode=0o700, exist_ok=True)
        write_atomically(file, sealed)
    return name


def read_picture(database: Database, name: str) -> bytes:
    """A picture as it was kept; refuses ``picture_missing`` (not on this PC) or ``picture_damaged``, by file."""
    if not is_kept(database, name):
        raise Refusal("picture_missing", file=str(_file(database, name)))
    content = _opened(database, name)
    if content is None:
        raise Refusal("picture_damaged", file=str(_file(database, name)))
    return content


def is_kept(database: Database, name: str) -> bool:
    """Whether the file of a picture lies in the data folder of this PC."""
    return _file(database, name).is_file()


def _opened(database: Database, name: str) -> bytes | None:
    """The picture in a file; None where there is no file or it does not open."""
    if not is_kept(database, name):
        return None
    with refusing_files(_file(database, name)):
        sealed = _file(database, name).read_bytes()
    try:
        return _cipher(database).decrypt(sealed[:_NONCE], sealed[_NONCE:], name.encode())
    except (InvalidTag, ValueError):
        return None


def _file(database: Database, name: str) -> Path:
    """Where a picture lies; a name that came from elsewhere never leads out of the folder."""
    return database.folder / "pictures" / Path(name).name


def _cipher(database: Database) -> AESGCM:
    return AESGCM(HKDF(SHA256(), KEY_BYTES, None, b"gongfang pictures").derive(database.key))
