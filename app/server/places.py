"""The county's register of places, and the codes that let a PC enrol at one (DESIGN 6)."""

import hashlib
import secrets
import time
from dataclasses import dataclass

from app.domain.enrolment_code import make_code
from app.domain.refusal import Refusal
from app.server.database import Conn

CODE_DAYS = 60


@dataclass(frozen=True)
class Place:
    """A place of the register; ``workshop_id`` is None until the first enrolment binds it."""

    id: int
    name: str
    region: str
    workshop_id: int | None


def new_code(connection: Conn, name: str, region: str) -> str:
    """A fresh code for the place ``name`` in ``region``, which is entered into the register if it is new.

    Raises Refusal ``server_name_missing`` or ``server_region_unreadable``.
    """
    if not name.strip():
        raise Refusal("server_name_missing")
    if not (region.isascii() and region.isdigit() and 6 <= len(region) <= 12):
        raise Refusal("server_region_unreadable", region=region[:40])
    code = make_code(secrets.randbits(64))
    now = int(time.time())
    with connection.transaction():
        connection.execute(
            "INSERT INTO place (name, region, made_at) VALUES (%s, %s, %s) ON CONFLICT (name, region) DO NOTHING",
            (name.strip(), region, now),
        )
        connection.execute(
            "INSERT INTO enrolment_code (code_hash, place_id, made_at, expires_at)"
            " SELECT %s, id, %s, %s FROM place WHERE name = %s AND region = %s",
            (hash_word(code), now, now + CODE_DAYS * 86400, name.strip(), region),
        )
    return code


def take_code(connection: Conn, code: str, public_key: bytes) -> Place:
    """The place of ``code``, which is then used up, by the device with this key; within the caller's transaction.

    The same device may use it again: an answer lost on the way costs no second slip. Raises Refusal ``enroll_code_…``.
    """
    row = connection.execute(
        "SELECT p.id, p.name, p.region, p.workshop_id, c.used_by, c.expires_at FROM enrolment_code c"
        " JOIN place p ON p.id = c.place_id WHERE c.code_hash = %s FOR UPDATE",
        (hash_word(code),),
    ).fetchone()
    if row is None:
        raise Refusal("enroll_code_unknown")
    used_by, expires_at, now = row[4], row[5], int(time.time())
    if used_by is not None and used_by != public_key:
        raise Refusal("enroll_code_used")
    if used_by is None and expires_at < now:
        raise Refusal("enroll_code_expired")
    connection.execute(
        "UPDATE enrolment_code SET used_at = %s, used_by = %s WHERE code_hash = %s", (now, public_key, hash_word(code))
    )
    return Place(*row[:4])


def bind(connection: Conn, place: Place, workshop: int) -> int:
    """The workshop an enrolment at ``place`` is for: the one bound to it, or from now on ``workshop``.

    Raises Refusal ``enroll_place_empty`` (nothing to join yet) or ``enroll_workshop_elsewhere``.
    """
    if place.workshop_id is not None:
        return place.workshop_id
    if not workshop:
        raise Refusal("enroll_place_empty", place=place.name)
    elsewhere = connection.execute("SELECT name FROM place WHERE workshop_id = %s", (workshop,)).fetchone()
    if elsewhere:
        raise Refusal("enroll_workshop_elsewhere", place=elsewhere[0])
    connection.execute("UPDATE place SET workshop_id = %s WHERE id = %s", (workshop, place.id))
    connection.execute("INSERT INTO workshop_state (workshop_id) VALUES (%s) ON CONFLICT DO NOTHING", (workshop,))
    return workshop


def place_of(connection: Conn, workshop: int) -> Place | None:
    """The place a workshop is bound to."""
    row = connection.execute(
        "SELECT id, name, region, workshop_id FROM place WHERE workshop_id = %s", (workshop,)
    ).fetchone()
    return Place(*row) if row else None


def hash_word(word: str) -> bytes:
    """SHA-256 of a random word: enough, since it carries 55 random bits and more and guesses are limited."""
    return hashlib.sha256(word.encode()).digest()
