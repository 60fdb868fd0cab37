"""The database key and its wraps: one for each person's password, one for the printed recovery key (DESIGN 7).

The key itself is 32 random bytes and never changes. A wrap is that key under AES-GCM, whose own key comes from a
password by Argon2id or from the recovery key by HKDF (it is random enough). The wraps lie beside the database twice and
in the header of every backup.
"""

import base64
import hashlib
import json
import os
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.recovery import RECOVERY_BYTES, format_recovery_key, parse_recovery_key
from app.domain.refusal import Refusal
from app.models.folder import DataFolder, write_atomically

KEY_BYTES = 32
_FORMAT = 1


@dataclass(frozen=True)
class KeyCost:
    """What one guess at a password costs: memory in KiB, passes, lanes (Argon2id)."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 2


STANDARD_COST = KeyCost()


@dataclass(frozen=True)
class Wrap:
    """The database key sealed for one person (``kind`` password) or for the paper (``kind`` recovery)."""

    kind: str
    user: str
    salt: str
    nonce: str
    sealed: str
    cost: KeyCost | None


@dataclass(frozen=True)
class KeyRing:
    """All wraps of one database; ``revision`` grows with each change, so that the newer of two copies is known."""

    database: str
    revision: int
    wraps: tuple[Wrap, ...]

    def to_json(self) -> bytes:
        """The stored form, with a checksum that tells a damaged copy."""
        body: dict[str, Any] = {"format": _FORMAT, **asdict(self)}
        return json.dumps({**body, "check": _checksum(body)}, indent=1).encode()

    @staticmethod
    def from_json(content: bytes) -> "KeyRing":
        """The ring from its stored form; raises ValueError where it is damaged."""
        body = json.loads(content)
        if not isinstance(body, dict) or body.pop("check", None) != _checksum(body):
            raise ValueError("checksum differs")
        if body["format"] != _FORMAT:
            raise ValueError(f"format {body['format']}")
        wraps = (Wrap(**{**wrap, "cost": wrap["cost"] and KeyCost(**wrap["cost"])}) for wrap in body["wraps"])
        return KeyRing(body["database"], body["revision"], tuple(wraps))

    def first_user(self) -> str:
        """The person made with the database, or who came next."""
        return next(wrap.user for wrap in self.wraps if wrap.kind == "password")

    def users(self) -> tuple[str, ...]:
        """Who has a password, in the order they came."""
        return tuple(wrap.user for wrap in self.wraps if wrap.kind == "password")

    def unlock(self, user: str | None, password: str) -> tuple[str, bytes]:
        """User name and database key; raises Refusal ``unknown_user`` or ``wrong_password``. None is the first user."""
        name = user or self.first_user()
        for wrap in self.wraps:
            if wrap.kind == "password" and wrap.user == name and wrap.cost is not None:
                key = _open(self.database, wrap, _password_key(password, _unb64(wrap.salt), wrap.cost))
                if key is None:
                    raise Refusal("wrong_password", user=name)
                return name, key
        raise Refusal("unknown_user", user=name)

    def unlock_by_recovery(self, recovery_key: str) -> bytes:
        """The database key; raises Refusal ``recovery_key_typo`` (names the group) or ``wrong_recovery_key``."""
        secret = parse_recovery_key(recovery_key)
        for wrap in self.wraps:
            if wrap.kind == "recovery":
                key = _open(self.database, wrap, _paper_key(secret, _unb64(wrap.salt)))
                if key is not None:
                    return key
        raise Refusal("wrong_recovery_key")

    def with_password(self, user: str, password: str, key: bytes, cost: KeyCost = STANDARD_COST) -> "KeyRing":
        """The ring with ``user``'s wrap made or replaced; raises Refusal ``empty_password`` or ``empty_user``."""
        if not password:
            raise Refusal("empty_password")
        if not user.strip():
            raise Refusal("empty_user")
        salt = secrets.token_bytes(16)
        wrap = _seal(self.database, "password", user, salt, _password_key(password, salt, cost), key, cost)
        return self._with(wrap)

    def with_recovery(self, key: bytes) -> tuple["KeyRing", str]:
        """The ring with a new recovery key in place of any older one, and that key to print."""
        secret, salt = secrets.token_bytes(RECOVERY_BYTES), secrets.token_bytes(16)
        wrap = _seal(self.database, "recovery", "", salt, _paper_key(secret, salt), key, None)
        return self._with(wrap), format_recovery_key(secret)

    def without(self, user: str) -> "KeyRing":
        """The ring without ``user``'s wrap: that password opens nothing any more."""
        return self._having(tuple(w for w in self.wraps if (w.kind, w.user) != ("password", user)))

    def _with(self, wrap: Wrap) -> "KeyRing":
        same = [(w.kind, w.user) == (wrap.kind, wrap.user) for w in self.wraps]
        if any(same):
            return self._having(tuple(wrap if hit else w for w, hit in zip(self.wraps, same, strict=True)))
        return self._having((*self.wraps, wrap))

    def _having(self, wraps: tuple[Wrap, ...]) -> "KeyRing":
        return replace(self, revision=self.revision + 1, wraps=wraps)


def new_ring() -> tuple[KeyRing, bytes]:
    """An empty ring for a new database, and its key."""
    return KeyRing(secrets.token_hex(16), 0, ()), secrets.token_bytes(KEY_BYTES)


def write_ring(folder: DataFolder, ring: KeyRing) -> None:
    """Store both copies, one after the other: a power cut leaves at least one whole."""
    for path in (folder.keys, folder.keys_copy):
        write_atomically(path, ring.to_json())


def read_ring(folder: DataFolder, *, mend: bool = True) -> KeyRing:
    """The newest whole ring; a lost or damaged copy is written anew. Raises Refusal ``keys_lost`` if none is whole."""
    copies = [read_copy(path) for path in (folder.keys, folder.keys_copy)]
    found = [ring for ring in copies if ring is not None]
    if not found:
        raise Refusal("keys_lost", folder=str(folder.path))
    newest = max(found, key=lambda ring: ring.revision)
    if mend and copies != [newest, newest]:
        write_ring(folder, newest)
    return newest


def read_copy(path: Path) -> KeyRing | None:
    """One copy of the ring; None where it is missing or damaged."""
    try:
        return KeyRing.from_json(path.read_bytes())
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _password_key(password: str, salt: bytes, cost: KeyCost) -> bytes:
    return hash_secret_raw(
        password.encode("utf-8", "surrogatepass"),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _paper_key(secret: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt, b"gongfang recovery").derive(secret)


def _bound(database: str, kind: str, user: str) -> bytes:
    return json.dumps([database, kind, user]).encode()


def _seal(database: str, kind: str, user: str, salt: bytes, wrapping: bytes, key: bytes, cost: KeyCost | None) -> Wrap:
    nonce = os.urandom(12)
    sealed = AESGCM(wrapping).encrypt(nonce, key, _bound(database, kind, user))
    return Wrap(kind, user, _b64(salt), _b64(nonce), _b64(sealed), cost)


def _open(database: str, wrap: Wrap, wrapping: bytes) -> bytes | None:
    try:
        bound = _bound(database, wrap.kind, wrap.user)
        return AESGCM(wrapping).decrypt(_unb64(wrap.nonce), _unb64(wrap.sealed), bound)
    except InvalidTag:
        return None


def _checksum(body: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _b64(value: bytes) -> str:
    return base64.b64encode(value).decode()


_unb64: Callable[[str], bytes] = base64.b64decode
