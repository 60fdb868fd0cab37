"""Enrolment slips: the short code a county gives a place, and the one text that carries it with the address.

A code is 11 random letters and digits and a check character, typed from paper as ``7K3M-9PQ2-XW4C``; I, L and O are
read as 1, 1 and 0, case and hyphens do not matter. A slip is ``GF1-`` and base64url of code, address, fingerprint and
a checksum.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass

from app.domain.refusal import Refusal

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_RANDOM = 11
_PREFIX = "GF1-"
_CHECKSUM_BYTES = 3
_LOOKALIKES = str.maketrans("ILO", "110", "- \t\r\n–—")


@dataclass(frozen=True)
class Slip:
    """What an enrolment needs: the code, the server's address, hex SHA-256 of the county's CA (none on loopback)."""

    code: str
    url: str
    fingerprint: str = ""

    def text(self) -> str:
        """The slip as one text, to be copied, or printed as a QR code."""
        body = f"{self.code}\n{self.url}\n{self.fingerprint}".encode()
        return _PREFIX + base64.urlsafe_b64encode(body + _checksum(body)).decode().rstrip("=")


def read_slip(text: str) -> Slip:
    """The slip written as ``text``, however it was broken into lines; raises Refusal ``slip_unreadable``."""
    joined = "".join(text.split())
    if not joined.startswith(_PREFIX):
        raise Refusal("slip_unreadable")
    packed = joined[len(_PREFIX) :]
    try:
        data = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
        body, checksum = data[:-_CHECKSUM_BYTES], data[-_CHECKSUM_BYTES:]
        code, url, fingerprint = body.decode().split("\n")
    except (binascii.Error, ValueError) as error:
        raise Refusal("slip_unreadable") from error
    if checksum != _checksum(body):
        raise Refusal("slip_unreadable")
    return Slip(read_code(code), url, fingerprint)


def make_code(random_bits: int) -> str:
    """The code of ``random_bits`` (its lowest 55 bits), with check character and hyphens."""
    letters = "".join(ALPHABET[random_bits >> 5 * place & 31] for place in range(CODE_RANDOM))
    return _grouped(letters + ALPHABET[-_luhn(letters + "0") % 32])


def read_code(typed: str) -> str:
    """A code as typed, brought into its printed form; raises Refusal ``code_mistyped`` where a character is wrong."""
    letters = typed.upper().translate(_LOOKALIKES)
    if len(letters) != CODE_RANDOM + 1 or not set(letters) <= set(ALPHABET) or _luhn(letters) != 0:
        raise Refusal("code_mistyped", typed=typed.strip()[:40])
    return _grouped(letters)


def _grouped(letters: str) -> str:
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def _luhn(letters: str) -> int:
    """Luhn's sum to the base 32: any one wrong character and nearly any swapped pair make it differ from 0."""
    total = 0
    for place, letter in enumerate(reversed(letters)):
        value = ALPHABET.index(letter) * (1 + place % 2)
        total += value // 32 + value % 32
    return total % 32


def _checksum(body: bytes) -> bytes:
    return hashlib.sha256(body).digest()[:_CHECKSUM_BYTES]
