"""The enrolment slip: one line of text, printed or as a QR code, with all a workshop needs to reach its county.

``GF1.`` + base64url of the JSON array [url, code, CA fingerprint, sealing key] + ``.`` + 8 hex of its CRC, so that a
slip typed wrong is told from one the server does not know. Blanks and line breaks are of no matter.
"""

import base64
import binascii
import zlib
from dataclasses import dataclass

import msgspec

from app.domain.refusal import Refusal

_PREFIX = "GF1"


@dataclass(frozen=True, slots=True)
class Slip:
    """An enrolment slip; fingerprint: SHA-256 of the county CA's certificate (64 hex, "" on plain loopback), sealing
    key: the county's X25519 public key (hex) that file bundles are sealed to.
    """

    url: str
    code: str
    fingerprint: str = ""
    sealing_key: str = ""


def write_slip(slip: Slip) -> str:
    """The slip as one line of text."""
    body = msgspec.json.encode([slip.url, slip.code, slip.fingerprint, slip.sealing_key])
    return f"{_PREFIX}.{base64.urlsafe_b64encode(body).decode().rstrip('=')}.{zlib.crc32(body):08x}"


def read_slip(text: str) -> Slip:
    """The slip a text holds; raises Refusal ``slip_unreadable``."""
    prefix, _, rest = "".join(text.split()).partition(".")
    encoded, _, check = rest.partition(".")
    try:
        body = base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
        fields = msgspec.json.decode(body, type=tuple[str, str, str, str])
    except (binascii.Error, msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        raise Refusal("slip_unreadable") from error
    if prefix != _PREFIX or f"{zlib.crc32(body):08x}" != check.lower():
        raise Refusal("slip_unreadable")
    return Slip(*fields)
