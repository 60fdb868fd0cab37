"""Characters of names and other written cells: which cannot be kept, and how a message makes an unseen one visible.

Control, format, private-use, surrogate and unassigned characters look like nothing, like a box or like another name,
and banks refuse them. The joiners U+200C and U+200D are letters' own between letters (Uyghur, Tibetan transliteration).
Blanks of every width, line breaks and tabs are blanks.
"""

import re
import unicodedata

_UNFIT = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_BLANKS = frozenset("\t\n\v\f\r\x85")
_JOINERS = frozenset("\u200c\u200d")
_YOUNG_HANZI = ((0x2EBF0, 0x2EE5D), (0x31350, 0x33479))
"""Hanzi of personal names that Unicode took in after this Python's tables (extensions H, I and J)."""


def unfit_character(text: str) -> str:
    """The first character that cannot be kept, as its code point (U+200B); "" where there is none."""
    if text.isprintable():
        return ""
    return next((code_point(char) for at, char in enumerate(text) if _unfit(text, at, char)), "")


def code_point(char: str) -> str:
    """A character by its number: U+200B."""
    return f"U+{ord(char):04X}"


def visible(text: str) -> str:
    """A text with every character that cannot be kept as ‹U+200B›."""
    if text.isprintable():
        return text
    return "".join(f"‹{code_point(char)}›" if _unfit(text, at, char) else char for at, char in enumerate(text))


def tidy(text: str) -> str:
    """A written text without blanks around it, inner blanks and line breaks as one blank each."""
    return re.sub(r"\s+", " ", text).strip()


def _unfit(text: str, at: int, char: str) -> bool:
    if char in _BLANKS or unicodedata.category(char) not in _UNFIT:
        return False
    if char in _JOINERS:
        return not (0 < at < len(text) - 1 and _is_letter(text[at - 1]) and _is_letter(text[at + 1]))
    return not any(first <= ord(char) <= last for first, last in _YOUNG_HANZI)


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM"
