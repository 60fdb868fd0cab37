"""A paper as the printer, the PDF and the preview take it: sheets of A4, each knowing how to draw itself.

Units are 1/100 mm. A paper of several parts (the subsidy pack) is its parts' sheets one after another; each sheet is
told its number and their count only when it is drawn, so that page numbers are right whatever stands before it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from app.domain.papers.letters import Unprintable


@dataclass(frozen=True)
class Form:
    """A page and its margins."""

    page_width: int
    page_height: int
    left: int
    right: int
    top: int
    bottom: int

    @property
    def room(self) -> int:
        """Width between the margins."""
        return self.page_width - self.left - self.right

    @property
    def landscape(self) -> bool:
        """Whether the page lies on its long side."""
        return self.page_width > self.page_height


LANDSCAPE = Form(29_700, 21_000, left=1_500, right=900, top=900, bottom=800)
PORTRAIT = Form(21_000, 29_700, left=1_800, right=1_200, top=1_200, bottom=1_000)


@dataclass(frozen=True)
class Place:
    """Which page of how many is being drawn, from 1."""

    number: int
    count: int

    @property
    def words(self) -> str:
        """第 1 页，共 3 页."""
        return f"第 {self.number} 页，共 {self.count} 页"


@dataclass(frozen=True)
class Sheet:
    """One page. ``paint`` draws it; the painter's units must be 1/100 mm from the paper's top left corner."""

    form: Form
    paint: Callable[[QPainter, Place], None]


@dataclass(frozen=True)
class Paper:
    """A laid-out paper: ``title`` for people, ``job`` in ASCII for the print queue (CUPS garbles anything else).

    ``unprintable`` are the texts with letters no font has, drawn as 〓: whoever makes the paper is told.
    """

    title: str
    month: str
    unit: str
    job: str
    sheets: tuple[Sheet, ...]
    is_draft: bool = False
    unprintable: tuple[Unprintable, ...] = ()

    @property
    def file_name(self) -> str:
        """What a saved file is called unless a person names it: 工资支付台账-2026-10-草稿.pdf."""
        return f"{self.title}-{self.month}{'-草稿' if self.is_draft else ''}.pdf"


def numbered(sheets: Iterable[Sheet]) -> list[tuple[Sheet, Place]]:
    """Each sheet with its place."""
    kept = tuple(sheets)
    return [(sheet, Place(at, len(kept))) for at, sheet in enumerate(kept, 1)]
