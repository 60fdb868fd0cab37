"""What a database cannot hold or a reader not survive, taken out of a text before it is read (FACTS, "Poison").

Used only where the quick reading failed or a NUL is suspected: each string with a NUL, a lone surrogate or broken
UTF-8, and everything nested deeper than any batch is, becomes ``[]``, which no column accepts: the change it belongs
to is refused, the rest is kept.
"""

import re

import msgspec

SUSPECT = b"\\u0000"
DEEPEST = 12
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)  # an unclosed string is one token to the end: linear
_NOTHING = b"[]"
_read_text = msgspec.json.Decoder(str).decode


def disarm(text: bytes) -> bytes:
    """``text`` (JSON) with each poisonous value replaced by ``[]``; linear in its length."""
    parts: list[bytes] = []
    depth = copied = 0
    for token in _TOKEN.finditer(text):
        mark = token.group()
        if mark in (b"[", b"{"):
            depth += 1
            if depth == DEEPEST + 1:
                parts += [text[copied : token.start()], _NOTHING]
        elif mark in (b"]", b"}"):
            depth -= 1
            if depth == DEEPEST:
                copied = token.end()
        elif depth <= DEEPEST and not _is_sound(mark):
            parts += [text[copied : token.start()], _NOTHING]
            copied = token.end()
    if depth > DEEPEST:
        return b"".join(parts)
    return b"".join(parts) + text[copied:]


def sound(text: bytes) -> bytes:
    """``text``, disarmed where a NUL is suspected in it (relayed changes travel in requests' and answers' headers)."""
    return disarm(text) if SUSPECT in text else text


def _is_sound(text: bytes) -> bool:
    try:
        return "\x00" not in _read_text(text)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
