"""The strokes all papers share: a line of type in a box, hairlines, dotted lines, the draft's marks. Black on white."""

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.ui.printing.sheet import Form
from app.ui.printing.typesetting import draw_line, paper_font, width
from app.ui.theme.tokens import LIGHT

HAIR, FIRM, DOTTED = 14, 30, 9
TITLE, PLAIN, SMALL = 560, 290, 230
PAD = 90
LEAST_TYPE = 150
DRAFT = "草稿 DRAFT"
DRAFT_NOTE = "草稿，未锁定，金额可能变动，不作发放依据"


class Align(StrEnum):
    """Where text stands in a cell."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@lru_cache(maxsize=16)
def pen(thickness: int, *, dotted: bool = False) -> QPen:
    """An ink pen ``thickness`` units wide."""
    made = QPen(QColor(LIGHT.ink), thickness)
    if dotted:
        made.setStyle(Qt.PenStyle.CustomDashLine)
        made.setDashPattern([4, 8])
    return made


def text_in(
    painter: QPainter, box: QRectF, text: str, size: int, align: Align = Align.LEFT, *, medium: bool = False
) -> None:
    """One line in a box, set smaller where it would not fit (down to 1.5 mm): nothing is cut off."""
    room = box.width() - 2 * PAD
    wide = width(text, size, medium)
    if wide > room:
        size = max(int(size * room / wide), LEAST_TYPE)
        wide = width(text, size, medium)
    spare = 0.0 if align is Align.LEFT else room - wide if align is Align.RIGHT else (room - wide) / 2
    draw_line(painter, QPointF(box.left() + PAD + spare, box.center().y() + size * 0.36), text, size, medium)


def rule(painter: QPainter, x: float, y: float, wide: float, thickness: int = HAIR) -> None:
    """A horizontal line."""
    painter.setPen(pen(thickness))
    painter.drawLine(QLineF(x, y, x + wide, y))
    painter.setPen(pen(HAIR))


def dots(painter: QPainter, x: float, y: float, wide: float) -> None:
    """A dotted horizontal line."""
    painter.setPen(pen(DOTTED, dotted=True))
    painter.drawLine(QLineF(x, y, x + wide, y))
    painter.setPen(pen(HAIR))


def frame(painter: QPainter, box: QRectF, thickness: int = FIRM) -> None:
    """A rectangle's outline."""
    painter.setPen(pen(thickness))
    painter.drawRect(box)
    painter.setPen(pen(HAIR))


def badge(painter: QPainter, box: QRectF, size: int = 380) -> None:
    """草稿 DRAFT in a frame."""
    frame(painter, box)
    text_in(painter, box, DRAFT, size, Align.CENTRE, medium=True)


def watermark(painter: QPainter, form: Form) -> None:
    """草稿 DRAFT across the page, behind everything."""
    painter.save()
    painter.translate(form.page_width / 2, form.page_height / 2)
    painter.rotate(-28 if form.landscape else -50)
    painter.fillPath(_watermark(), QColor(LIGHT.watermark))
    painter.restore()


@lru_cache(maxsize=1)
def _watermark() -> QPainterPath:
    size = 4_000
    outline = QPainterPath()  # no letters: they would stand between the rows of the text taken out of the file
    outline.addText(QPointF(-width(DRAFT, size, True) / 2, size * 0.35), paper_font(size, True), DRAFT)
    return outline


def signers(painter: QPainter, box: QRectF, parts: Sequence[str]) -> None:
    """制表, 审核, 负责人 … in equal shares of a line."""
    share = box.width() / max(len(parts), 1)
    for at, text in enumerate(parts):
        text_in(painter, QRectF(box.left() + share * at, box.top(), share, box.height()), text, PLAIN)
