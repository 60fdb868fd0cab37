"""Product labels on sheets or on a roll: name, code, price, workshop, and a QR code that says the same."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from app.domain.money import yuan
from app.domain.papers.labels import Label, LabelPaper, LabelsData, label_check, label_words
from app.ui.printing.qr import qr_image
from app.ui.printing.sheet import Form, Paper, Place, Sheet
from app.ui.printing.strokes import DOTTED, PAD, pen, text_in
from app.ui.printing.table_paint import begin_page
from app.ui.printing.typesetting import break_lines

TITLE = "产品标签"
_EDGE, _ROLL_EDGE = 430, 200
"""White round a label: on a sheet as much as an office printer leaves at the paper's edge."""
_QUIET = 4
"""Modules of white a QR code needs round it (ISO/IEC 18004)."""
_MOST_CODE = 2_600


def label_paper(data: LabelsData) -> Paper:
    """The labels on as many pages as they need."""
    places: list[Label | None] = [None] * (data.start - 1) + list(data.labels)
    count = data.paper.count
    pages = [places[at : at + count] for at in range(0, len(places), count)] or [[]]
    wide, high = data.paper.page_size
    form = Form(wide, high, left=0, right=0, top=0, bottom=0)
    sheets = tuple(Sheet(form, partial(_paint, data, page)) for page in pages)
    return Paper(TITLE, data.day, data.unit, f"gongfang-labels-{data.day}", sheets)


def label_box(paper: LabelPaper, at: int) -> QRectF:
    """The place of a page's label, counted from 0 line by line."""
    down, across = divmod(at, paper.across)
    left = paper.left + across * (paper.width + paper.gap)
    return QRectF(left, paper.top + down * paper.height, paper.width, paper.height)


def _paint(data: LabelsData, page: Sequence[Label | None], painter: QPainter, _: Place) -> None:
    wide, high = data.paper.page_size
    begin_page(painter, Form(wide, high, 0, 0, 0, 0), is_draft=False)
    if data.paper.cut:
        _cut_lines(painter, data.paper)
    for at, label in enumerate(page):
        if label is not None:
            edge = _EDGE if data.paper.count > 1 else _ROLL_EDGE
            inner = label_box(data.paper, at).adjusted(edge, edge, -edge, -edge)
            paint_label(painter, inner, data.unit, label)


def paint_label(painter: QPainter, inner: QRectF, unit: str, label: Label) -> None:
    """One label in its box: type at the left, the code at the right."""
    side = min(inner.height(), inner.width() * 0.5, _MOST_CODE)
    _code(painter, QRectF(inner.right() - side, inner.top() + (inner.height() - side) / 2, side, side), unit, label)
    _words(painter, inner.adjusted(-PAD, 0, -side, 0), unit, label)


def _code(painter: QPainter, box: QRectF, unit: str, label: Label) -> None:
    words = label_words(unit, label)
    image = qr_image(words, label_check(words))
    quiet = box.width() * _QUIET / (image.width() + 2 * _QUIET)
    painter.drawImage(box.adjusted(quiet, quiet, -quiet, -quiet), image)


def _words(painter: QPainter, box: QRectF, unit: str, label: Label) -> None:
    """Name in up to three lines, project, code, price; the workshop's name at the foot."""
    step = box.height() / 12
    large, small = int(min(step * 1.75, 420)), int(min(step * 1.15, 260))
    size, lines = _name_lines(label.name, box.width() - 2 * PAD, large)
    y = box.top()
    for line in lines:
        text_in(painter, QRectF(box.left(), y, box.width(), size * 1.2), line, size, medium=True)
        y += size * 1.2
    for text in filter(None, (label.project, label.code)):
        text_in(painter, QRectF(box.left(), y, box.width(), step * 1.5), text, small)
        y += step * 1.5
    if label.price_fen:
        price = QRectF(box.left(), box.bottom() - step * 3.6, box.width(), step * 2.1)
        text_in(painter, price, f"¥ {yuan(label.price_fen)} / {label.unit}", large, medium=True)
    text_in(painter, QRectF(box.left(), box.bottom() - step * 1.5, box.width(), step * 1.5), unit, small)


def _name_lines(name: str, room: float, large: int) -> tuple[int, tuple[str, ...]]:
    """The name's size and lines: two where they fit, else three smaller ones; what is left over ends in an ellipsis."""
    lines: tuple[str, ...] = ()
    size = large
    for share, most in ((1.0, 2), (0.8, 2), (0.62, 3)):
        size = int(large * share)
        lines = break_lines(name, room, size)
        if len(lines) <= most:
            return size, lines
    return size, (*lines[:2], f"{lines[2][:-1]}…")


def _cut_lines(painter: QPainter, paper: LabelPaper) -> None:
    """Dotted lines between labels, to cut plain paper along."""
    painter.setPen(pen(DOTTED, dotted=True))
    wide, high = paper.page_size
    for column in range(1, paper.across):
        x = paper.left + column * paper.width
        painter.drawLine(QLineF(x, 0, x, high))
    for row in range(1, paper.down):
        y = paper.top + row * paper.height
        painter.drawLine(QLineF(0, y, wide, y))
    painter.setPen(pen(DOTTED))
