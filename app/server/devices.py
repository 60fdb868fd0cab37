"""Devices of workshops: how a slip or a join key registers one, and whom a request's signature must fit (DESIGN 2)."""

import secrets
import time
from dataclasses import dataclass

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.domain.enrolment_code import read_code
from app.domain.ids import DEVICE_BITS, ID_LIMIT
from app.domain.refusal import Refusal
from app.server.database import Conn
from app.server.places import bind, hash_word, place_of, take_code
from app.sync.wire import EnrollAnswer, EnrollRequest, enroll_proof

_read_request = msgspec.json.Decoder(EnrollRequest).decode


@dataclass(frozen=True, slots=True)
class Device:
    """A registered device: its key, and the last seq received of it (before any lock: what counts for taking a batch is
    ``WorkshopState``'s).
    """

    workshop: int
    number: int
    public_key: bytes
    high: int


def device_of(connection: Conn, workshop: int, number: int) -> tuple[Device, str]:
    """The registered device, and the server's epoch; raises Refusal ``device_unknown`` or ``device_revoked``."""
    row = connection.execute(
        "SELECT public_key, high, revoked_at, epoch FROM device, server_state WHERE workshop_id = %s AND device = %s",
        (workshop, number),
        binary=True,
    ).fetchone()
    if row is None:
        raise Refusal("device_unknown")
    if row[2] is not None:
        raise Refusal("device_revoked")
    return Device(workshop, number, bytes(row[0]), row[1]), row[3]


def public_keys(connection: Conn, workshop: int, numbers: set[int]) -> dict[str, str]:
    """Number → public key (hex) of some devices of a workshop, revoked ones too: their old batches stay valid."""
    rows = connection.execute(
        "SELECT device, public_key FROM device WHERE workshop_id = %s AND device = ANY(%s)", (workshop, list(numbers))
    )
    return {str(number): bytes(key).hex() for number, key in rows}


def read_enrolment(body: bytes) -> tuple[EnrollRequest, bytes]:
    """An enrolment and its public key, once the proof shows that the sender holds it; raises Refusal."""
    try:
        request = _read_request(body)
        key, proof = bytes.fromhex(request.key), bytes.fromhex(request.proof)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise Refusal("request_unreadable") from error
    if not (0 < request.device < 1 << DEVICE_BITS and 0 <= request.workshop < ID_LIMIT):
        raise Refusal("request_unreadable")
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(proof, enroll_proof(request))
    except (InvalidSignature, ValueError) as error:
        raise Refusal("enroll_proof_wrong") from error
    return request, key


def enroll(connection: Conn, request: EnrollRequest, key: bytes, fingerprint: str, epoch: str) -> EnrollAnswer:
    """Register a device by its slip's code or its workshop's join key, within the caller's transaction.

    A number that another key has is answered with ``fork`` 0, and the code is not used up. Raises Refusal.
    """
    now = int(time.time())
    if request.join:
        workshop, place, join_key = request.workshop, place_of(connection, request.workshop), request.join
        if place is None or not _join_key_fits(connection, workshop, request.join):
            raise Refusal("enroll_key_unknown")
    else:
        place = take_code(connection, read_code(request.code), key)
        workshop, join_key = bind(connection, place, request.workshop), secrets.token_urlsafe(24)
    answer = EnrollAnswer(workshop, place.name, place.region, join_key, fingerprint, epoch, now)
    if not _register(connection, workshop, request, key, now):
        return msgspec.structs.replace(answer, join_key="", fork=0)
    connection.execute(
        "INSERT INTO join_key (workshop_id, key_hash, made_at) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
        (workshop, hash_word(join_key), now),
    )
    return answer


def _join_key_fits(connection: Conn, workshop: int, word: str) -> bool:
    found = connection.execute(
        "SELECT 1 FROM join_key WHERE workshop_id = %s AND key_hash = %s AND revoked_at IS NULL",
        (workshop, hash_word(word)),
    )
    return found.fetchone() is not None


def _register(connection: Conn, workshop: int, request: EnrollRequest, key: bytes, now: int) -> bool:
    """Whether the number is now registered with this key (or was already); Refusal if the county revoked it."""
    connection.execute(
        "INSERT INTO device (workshop_id, device, public_key, registered_at, registered_by)"
        " VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
        (workshop, request.device, key, now, "join" if request.join else "code"),
    )
    row = connection.execute(
        "SELECT public_key, revoked_at FROM device WHERE workshop_id = %s AND device = %s", (workshop, request.device)
    ).fetchone()
    if row is None or bytes(row[0]) != key:
        return False
    if row[1] is not None:
        raise Refusal("device_revoked")
    return True
