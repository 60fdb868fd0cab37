"""A rule pack as a signed file, for PCs without network: the county signs it once, every PC checks it (DESIGN 4).

``{"pack": {…}, "signer": public key (64 hex), "signature": base64, "sha256": 64 hex}``. The signature is Ed25519 over
the canonical JSON of the pack, whose SHA-256 tells a content that was changed from a signature that never fitted. A key
file, by which an installer trusts a county's key, is ``{"key": 64 hex, "name": …}``.
"""

import base64
import binascii
import hashlib
import json
import re
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.domain.canonical import canonical
from app.domain.refusal import Refusal
from app.domain.rulepack import RulePack
from app.domain.rulepack_fields import Field, read_json
from app.domain.rulepack_reader import pack_of
from app.sync.wire.seal import public_key

SIGNER_SETTING = "packs.signer."
_KEY_BYTES, _SIGNATURE_BYTES = 32, 64
_UNFILLED = re.compile(r"\s*(填写|示例)\s*[:：].*|.*请填写.*|年份\..*")
"""What the texts of ``resources/rules/examples`` say until somebody writes the real ones."""


@dataclass(frozen=True, slots=True)
class SignedPack:
    """A signed pack taken apart, not yet believed: ``check`` it against a key that is trusted."""

    content: str
    signer: str
    signature: str

    def check(self) -> None:
        """Refuses ``pack_signature_wrong`` unless the signer's key signed this content."""
        try:
            key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.signer))
            key.verify(base64.b64decode(self.signature, validate=True), self.content.encode())
        except (InvalidSignature, ValueError) as error:
            raise Refusal("pack_signature_wrong", signer=fingerprint(self.signer)) from error


@dataclass(frozen=True, slots=True)
class Signer:
    """A key a desktop trusts, as kept in ``setting`` under ``SIGNER_SETTING`` + key: whose, since when (Unix), how."""

    key: str
    name: str
    since: int
    how: str


@dataclass(frozen=True, slots=True)
class SignerKey:
    """A county's public key (64 hex) and whose it is, as a key file says."""

    key: str
    name: str


def canonical_text(text: str) -> tuple[RulePack, str]:
    """A pack and its canonical JSON; refuses ``pack_unreadable``."""
    whole = read_json(text)
    return pack_of(whole), canonical(whole.value).decode()


def fingerprint(key: str) -> str:
    """What people compare of a public key (hex): 16 hex digits of its SHA-256 in fours."""
    digits = hashlib.sha256(bytes.fromhex(key)).hexdigest()[:16]
    return " ".join(digits[place : place + 4] for place in range(0, 16, 4))


def filled_text(text: str) -> tuple[RulePack, str]:
    """As ``canonical_text``, of a pack a county is about to hand out: refuses one still full of an example's texts."""
    found = canonical_text(text)
    _require_filled(read_json(text))
    return found


def _require_filled(field: Field) -> None:
    value = field.value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, below in inside:
        _require_filled(field.below(step, below))
    if isinstance(value, str) and _UNFILLED.fullmatch(value):
        raise field.wrong("unfilled")


def write_signed_pack(seed: bytes, text: str) -> str:
    """The signed file of a pack's JSON text; refuses ``pack_unreadable``, also where it is still an example."""
    _, content = filled_text(text)
    signature = Ed25519PrivateKey.from_private_bytes(seed).sign(content.encode())
    signed = {
        "pack": json.loads(content),
        "signer": public_key(seed).hex(),
        "signature": base64.b64encode(signature).decode(),
        "sha256": hashlib.sha256(content.encode()).hexdigest(),
    }
    return json.dumps(signed, ensure_ascii=False, indent=2) + "\n"


def read_signed_pack(text: str) -> SignedPack:
    """A signed file taken apart.

    Refuses ``pack_unsigned``, ``pack_changed`` (content and its SHA-256 differ), ``pack_signature_wrong`` (none that
    could be one) and ``pack_unreadable``.
    """
    whole = read_json(text)
    if isinstance(whole.value, dict) and "signature" not in whole.value and "figures" in whole.value:
        raise Refusal("pack_unsigned")
    parts = whole.parts("pack", "signer", "signature", optional=("sha256",))
    pack_of(parts["pack"])
    content = canonical(parts["pack"].value).decode()
    if "sha256" in parts and parts["sha256"].text() != hashlib.sha256(content.encode()).hexdigest():
        raise Refusal("pack_changed")
    signer, signature = parts["signer"].text(), parts["signature"].text()
    if not is_key(signer):
        raise parts["signer"].wrong("key")
    try:
        known = len(base64.b64decode(signature, validate=True)) == _SIGNATURE_BYTES
    except binascii.Error:
        known = False
    if not known:
        raise Refusal("pack_signature_wrong", signer=fingerprint(signer))
    return SignedPack(content, signer, signature)


def is_key(text: str) -> bool:
    """Whether a text is a public key of 64 hex digits in lower case."""
    try:
        return len(bytes.fromhex(text)) == _KEY_BYTES and text == bytes.fromhex(text).hex()
    except ValueError:
        return False


def write_signer_key(key: SignerKey) -> str:
    """The key file of a county."""
    return json.dumps({"key": key.key, "name": key.name}, ensure_ascii=False) + "\n"


def read_signer_key(text: str) -> SignerKey:
    """The key a key file holds; refuses ``signer_key_unreadable``."""
    try:
        parts = read_json(text).parts("key", "name")
        key, name = parts["key"].text(), parts["name"].text()
    except Refusal as refusal:
        raise Refusal("signer_key_unreadable") from refusal
    if not is_key(key):
        raise Refusal("signer_key_unreadable")
    return SignerKey(key, name)
