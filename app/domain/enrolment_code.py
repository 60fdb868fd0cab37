"""Enrolment codes: the short word a county prints for a place, which shows its own typing errors.

A code is 11 random letters and digits and a check character, typed from paper as ``7K3M-9PQ2-XW4C``; I, L and O are
read as 1, 1 and 0, case and hyphens do not matter. The slip that carries it whole is ``app.sync.wire.slip``.
"""

from app.domain.refusal import Refusal

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_RANDOM = 11
_LOOKALIKES = str.maketrans("ILO", "110", "- \t\r\n–—")


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
