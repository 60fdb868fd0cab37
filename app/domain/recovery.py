"""The printed recovery key: 160 random bits as eight groups of five characters, the last of each a check character.

Crockford's letters (no I, L, O, U). The check character is a sum over the field of 32 elements with a weight a place,
so any one wrong character and any two neighbours swapped are seen, and the group they stand in is named; two groups
swapped are seen as well. A key without a typo that still opens nothing is therefore the wrong key.
"""

from app.domain.refusal import Refusal

RECOVERY_BYTES = 20
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None, "\t": None, "\n": None, "\r": None})
_GROUPS = RECOVERY_BYTES * 8 // 20


def format_recovery_key(secret: bytes) -> str:
    """``secret`` (20 bytes) as text to print, "XXXXX-XXXXX-…"."""
    bits = int.from_bytes(secret)
    groups = []
    for place in range(_GROUPS):
        word = bits >> 20 * (_GROUPS - 1 - place)
        values = [word >> shift & 31 for shift in (15, 10, 5, 0)]
        groups.append("".join(_ALPHABET[value] for value in [*values, _check(place, values)]))
    return "-".join(groups)


def parse_recovery_key(typed: str) -> bytes:
    """The 20 bytes of a key as typed, blanks, hyphens and case aside; Refusal naming length or mistyped group."""
    plain = typed.upper().translate(_READ_AS)
    if len(plain) != _GROUPS * 5:
        raise Refusal("recovery_key_length", got=len(plain), want=_GROUPS * 5)
    bits = 0
    for place in range(_GROUPS):
        group = plain[place * 5 : place * 5 + 5]
        values = [_ALPHABET.find(character) for character in group]
        if -1 in values or values[4] != _check(place, values[:4]):
            raise Refusal("recovery_key_typo", group=place + 1, text=group)
        for value in values[:4]:
            bits = bits << 5 | value
    return bits.to_bytes(RECOVERY_BYTES)


def _times_two(value: int) -> int:
    """Multiplication by x in GF(32) with x^5 + x^2 + 1."""
    return (value << 1) ^ (0b100101 if value & 16 else 0)


def _check(place: int, values: list[int]) -> int:
    total = 0
    for value in values:
        total = _times_two(total ^ value)
    return total ^ (place + 1)
