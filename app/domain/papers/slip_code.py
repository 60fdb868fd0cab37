"""The code on a wage slip: what a phone shows, and what proves that the slip is the one that was locked.

``龙潭彝绣工坊 2026-10 编号01 实发1234.50元 GF1…``: words, then in base32 (no space or sign that copying loses, half the
modules of base64 in a QR code): workshop, run and worker (7 bytes each), device (3), the first 16 bytes of the slip's
hash, and the device's Ed25519 signature over words and claim. Words are signed without their spaces.
"""

import base64
import binascii
import hashlib
import json
import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.money import yuan
from app.domain.payroll_draft import Slip
from app.domain.refusal import Refusal

MARK = "GF1"
MAGIC = b"GFS1"
SIGNATURE = 64
DIGEST = 16
LONGEST_UNIT = 24
_ID, _DEVICE = 7, 3
_CLAIM = 3 * _ID + _DEVICE + DIGEST
_CODE = re.compile(r"(?P<words>.*?)\s*GF1(?P<code>[A-Z2-7]+)\s*", re.DOTALL | re.IGNORECASE)


class SlipVerdict(StrEnum):
    """What checking a slip's code found."""

    VALID = "valid"
    CHANGED = "changed"
    REPLACED = "replaced"
    MISSING = "missing"
    FORGED = "forged"
    UNKNOWN_SIGNER = "unknown_signer"
    NOT_OURS = "not_ours"


@dataclass(frozen=True, slots=True)
class SlipClaim:
    """Which slip a code speaks of, who signed it, and the hash the slip had."""

    workshop_id: int
    run_id: int
    worker_id: int
    device: int
    digest: bytes

    def packed(self) -> bytes:
        """The claim as it is signed and written."""
        ids = b"".join(one.to_bytes(_ID, "big") for one in (self.workshop_id, self.run_id, self.worker_id))
        return ids + self.device.to_bytes(_DEVICE, "big") + self.digest


def slip_digest(workshop_id: int, run_id: int, slip: Slip) -> bytes:
    """The first 16 bytes of SHA-256 over a slip with all its lines, words and formulas too, and the run it is of."""
    minutes = (slip.normal_minutes, slip.overtime_minutes, slip.rest_day_minutes, slip.statutory_minutes)
    taken = (slip.social_fen, slip.tax_fen, slip.other_fen, slip.damage_fen, slip.advance_fen)
    lines = [
        [line.code, line.label, line.quantity, line.unit, line.price_e4, line.factor_bp, line.amount_fen, line.formula]
        for line in (*slip.lines, *slip.deductions)
    ]
    who = [workshop_id, run_id, slip.worker_id, slip.no, slip.name, slip.relation]
    text = json.dumps([who, minutes, slip.gross_fen, taken, slip.net_fen, lines], ensure_ascii=False)
    return hashlib.sha256(text.encode()).digest()[:DIGEST]


def slip_words(unit: str, month: str, slip: Slip) -> str:
    """What a phone shows before the code."""
    return f"{unit[:LONGEST_UNIT]} {month} 编号{slip.no} 实发{yuan(slip.net_fen)}元"


def signed_bytes(words: str, claim: SlipClaim) -> bytes:
    """What the device signs: the words without spaces, and the claim."""
    return MAGIC + "".join(words.split()).encode() + b"\0" + claim.packed()


def code_part(claim: SlipClaim, signature: bytes) -> str:
    """The code after the words, capitals and digits only."""
    return MARK + base64.b32encode(claim.packed() + signature).decode().rstrip("=")


def slip_text(words: str, claim: SlipClaim, signature: bytes) -> str:
    """The whole text of a QR code."""
    return f"{words} {code_part(claim, signature)}"


def read_slip_text(text: str) -> tuple[str, SlipClaim, bytes]:
    """Words, claim and signature of a scanned text; refuses ``slip_code_unreadable``."""
    found = _CODE.fullmatch(text.strip())
    content = _decoded(found["code"]) if found else b""
    if found is None or len(content) != _CLAIM + SIGNATURE:
        raise Refusal("slip_code_unreadable")
    workshop, run, worker = (int.from_bytes(content[at : at + _ID], "big") for at in (0, _ID, 2 * _ID))
    device = int.from_bytes(content[3 * _ID : 3 * _ID + _DEVICE], "big")
    claim = SlipClaim(workshop, run, worker, device, content[_CLAIM - DIGEST : _CLAIM])
    return found["words"].strip(), claim, content[_CLAIM:]


def _decoded(code: str) -> bytes:
    padded = code.upper() + "=" * (-len(code) % 8)
    try:
        return base64.b32decode(padded)
    except binascii.Error:
        return b""
