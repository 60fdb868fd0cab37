"""Product labels: what stands on one, the text its QR code holds, and the papers they are printed on.

Measures are 1/100 mm. The code's text is ``龙潭彝绣工坊 P001 彝绣挎包 168.00元/件 GFL7A3F09C2``: words a phone shows,
and after GFL the first eight hex digits of SHA-256 over those words without their blanks. It proves that the words were
read, copied and typed right, not who printed them.
"""

import hashlib
import re
from dataclasses import dataclass

from app.domain.money import yuan
from app.domain.refusal import Refusal

MARK = "GFL"
MOST_LABELS = 1000
_DIGITS = 8
_LONGEST_UNIT, _LONGEST_NAME = 20, 16
_TEXT = re.compile(rf"(?P<words>.+?)\s*{MARK}(?P<check>[0-9A-F]{{{_DIGITS}}})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Label:
    """One product's label; price in fen a unit, None where there is none."""

    code: str
    name: str
    project: str
    unit: str
    price_fen: int | None


@dataclass(frozen=True, slots=True)
class LabelPaper:
    """A sheet of labels, or a roll with one label a page; ``cut`` draws lines to cut plain paper along."""

    key: str
    width: int
    height: int
    across: int = 1
    down: int = 1
    page: tuple[int, int] = (0, 0)
    left: int = 0
    top: int = 0
    gap: int = 0
    cut: bool = False

    @property
    def count(self) -> int:
        """Labels on a page."""
        return self.across * self.down

    @property
    def page_size(self) -> tuple[int, int]:
        """Width and height of a page: a roll's is the label's own."""
        return self.page if any(self.page) else (self.width, self.height)


_A4 = (21_000, 29_700)
LABEL_PAPERS = (
    LabelPaper("A4-24-plain", 7_000, 3_700, 3, 8, _A4, top=50, cut=True),
    LabelPaper("A4-24", 7_000, 3_700, 3, 8, _A4, top=50),
    LabelPaper("A4-21", 6_350, 3_810, 3, 7, _A4, left=720, top=1_515, gap=250),
    LabelPaper("A4-10", 10_500, 5_700, 2, 5, _A4, top=600),
    LabelPaper("60x40", 6_000, 4_000),
    LabelPaper("50x30", 5_000, 3_000),
    LabelPaper("40x30", 4_000, 3_000),
)
"""Plain A4 to be cut, the three common sheets of stickers, and three sizes of roll."""


@dataclass(frozen=True, slots=True)
class LabelsData:
    """Labels to be printed, each as often as wanted, one after another from place ``start`` (1 …) of the first page."""

    unit: str
    day: str
    labels: tuple[Label, ...]
    paper: LabelPaper
    start: int = 1


def label_words(unit: str, label: Label) -> str:
    """What a phone shows: workshop, code, name and price."""
    price = f"{yuan(label.price_fen)}元/{label.unit}" if label.price_fen else ""
    return " ".join(filter(None, (unit[:_LONGEST_UNIT], label.code, label.name[:_LONGEST_NAME], price)))


def label_check(words: str) -> str:
    """The mark and digits behind the words."""
    return MARK + hashlib.sha256("".join(words.split()).encode()).hexdigest()[:_DIGITS].upper()


def read_label(text: str) -> tuple[str, bool]:
    """The words of a scanned label, and whether its digits are theirs; refuses ``label_unreadable``."""
    found = _TEXT.fullmatch(text.strip())
    if found is None:
        raise Refusal("label_unreadable")
    words = found["words"].strip()
    return words, label_check(words) == MARK + found["check"]


def check_printing(count: int, start: int, paper: LabelPaper) -> None:
    """Refuses ``label_copies_wrong`` and ``label_start_wrong`` at their fields."""
    if not 0 < count <= MOST_LABELS:
        raise Refusal("label_copies_wrong", column="copies", most=MOST_LABELS)
    if not 1 <= start <= paper.count:
        raise Refusal("label_start_wrong", column="start", most=paper.count)
