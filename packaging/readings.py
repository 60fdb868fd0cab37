"""Keeping resources/pinyin/readings.txt: how each character is read, without tones, the common reading first.

Made from the table of ``pypinyin`` (MIT, its licence lies beside the file). The program reads the file in a fiftieth of
the time that importing the library takes, and the library stays out of what is built. Recipe: run this
(``.venv/bin/python packaging/readings.py``) and commit the file; a test compares it with the library.
"""

import unicodedata
from pathlib import Path

from pypinyin.pinyin_dict import pinyin_dict

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "resources" / "pinyin" / "readings.txt"
_MARKS = dict.fromkeys(map(ord, "\u0300\u0301\u0302\u0304\u030c"))


def plain(reading: str) -> str:
    """A reading without its tone, ü as v: lǜ is lv."""
    bare = unicodedata.normalize("NFD", reading).translate(_MARKS)
    return unicodedata.normalize("NFC", bare).replace("ü", "v").replace("ê", "e")


def readings(marked: str) -> tuple[str, ...]:
    """The different readings of an entry, in its order."""
    found = (plain(reading) for reading in marked.split(","))
    return tuple(dict.fromkeys(reading for reading in found if reading.isascii() and reading.isalpha()))


def table() -> str:
    """A line for each sequence of readings: the readings with commas, a blank, the characters."""
    lines: dict[str, list[str]] = {}
    for number, marked in sorted(pinyin_dict.items()):
        if found := readings(marked):
            lines.setdefault(",".join(found), []).append(chr(number))
    return "".join(f"{sounds} {''.join(characters)}\n" for sounds, characters in sorted(lines.items()))


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
