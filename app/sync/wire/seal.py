"""Sealing: the bytes a device signs, of a batch (kept, passed on) and of a request (of the moment).

Sealed batch: ``GFB1``, signature (64), then signed: workshop u64, device u32, first seq u64, count u32, chain before
(32) and after (32), compressed payload. Request: ``GFR1``, signature (64), then signed: length u32 of the compressed
header, header, the sealed batch (may be empty). Numbers are big-endian. The signature is the authentication; there is
no token with a time.
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.sync.wire.batch import MAX_CHANGES, Batch, Unreadable, inflate, read_payload, write_payload
from app.sync.wire.bodies import SyncRequest
from app.sync.wire.changes import ChangeGroup
from app.sync.wire.poison import sound

BATCH_MAGIC, REQUEST_MAGIC = b"GFB1", b"GFR1"
SIGNATURE = 64
_HEAD = struct.Struct(">QIQI32s32s")
_LENGTH = struct.Struct(">I")
_SIGNED = len(BATCH_MAGIC) + SIGNATURE
MAX_HEADER = 4 << 20


class Forged(ValueError):  # noqa: N818  an answer about bytes, not a fault of the program
    """The signature does not fit the bytes and the key."""


def public_key(seed: bytes) -> bytes:
    """The Ed25519 public key (32 bytes) of a device's seed."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def sign(seed: bytes, magic: bytes, body: bytes) -> bytes:
    """``magic``, the signature over magic and body, and the body."""
    return magic + Ed25519PrivateKey.from_private_bytes(seed).sign(magic + body) + body


def verify(data: bytes, magic: bytes, key: bytes) -> bytes:
    """The body of signed bytes; raises Forged where magic or signature do not fit."""
    body = data[_SIGNED:]
    if data[: len(magic)] != magic or len(data) < _SIGNED:
        raise Forged("not signed as expected")
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(data[len(magic) : _SIGNED], magic + body)
    except (InvalidSignature, ValueError) as error:
        raise Forged("signature does not fit") from error
    return body


@dataclass(frozen=True, slots=True)
class SealedBatch:
    """A sealed batch taken apart, not yet believed: call ``check`` with its device's key before ``read``."""

    data: bytes
    workshop: int
    device: int
    first: int
    count: int
    before: bytes
    after: bytes

    @property
    def last(self) -> int:
        """The last seq of the batch."""
        return self.first + self.count - 1

    def check(self, key: bytes) -> None:
        """Raises Forged unless the device with this public key signed every byte."""
        verify(self.data, BATCH_MAGIC, key)

    def read(self) -> Batch:
        """The changes; never raises for what they hold (see ``Batch.faults``)."""
        return read_payload(self.data[_SIGNED + _HEAD.size :], self.first, self.count)


def seal(seed: bytes, workshop: int, device: int, groups: Sequence[ChangeGroup], before: bytes, after: bytes) -> bytes:
    """The sealed batch of ``groups``, whose seqs follow one another without a gap."""
    count = sum(map(len, groups))
    first = min(min(group.seq) for group in groups)
    head = _HEAD.pack(workshop, device, first, count, before, after)
    return sign(seed, BATCH_MAGIC, head + write_payload(groups))


def open_batch(data: bytes) -> SealedBatch:
    """A sealed batch's head; raises Unreadable for bytes that are none."""
    if data[: len(BATCH_MAGIC)] != BATCH_MAGIC or len(data) <= _SIGNED + _HEAD.size:
        raise Unreadable("no sealed batch")
    sealed = SealedBatch(data, *_HEAD.unpack_from(data, _SIGNED))
    if not 1 <= sealed.count <= MAX_CHANGES or not 1 <= sealed.first <= 1 << 52:
        raise Unreadable("a sealed batch of a size that cannot be")
    return sealed


# ---------------------------------------------------------------- requests

_encode = msgspec.json.Encoder().encode
_read_request = msgspec.json.Decoder(SyncRequest).decode


def write_request(seed: bytes, header: SyncRequest, sealed: bytes = b"") -> bytes:
    """The signed body of ``POST /v1/sync``."""
    packed = zlib.compress(_encode(header))
    return sign(seed, REQUEST_MAGIC, _LENGTH.pack(len(packed)) + packed + sealed)


def read_request(data: bytes) -> tuple[SyncRequest, bytes]:
    """Header and sealed batch (b"" for none) of a request, not yet believed: ``check_request`` with the key of the
    device the header names. Raises Unreadable.
    """
    start = _SIGNED + _LENGTH.size
    if data[: len(REQUEST_MAGIC)] != REQUEST_MAGIC or len(data) <= start:
        raise Unreadable("no sync request")
    end = start + _LENGTH.unpack_from(data, _SIGNED)[0]
    try:
        return _read_request(sound(inflate(data[start:end], MAX_HEADER))), data[end:]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(str(error)) from error


def check_request(data: bytes, key: bytes) -> None:
    """Raises Forged unless the device with this public key signed the whole body."""
    verify(data, REQUEST_MAGIC, key)
