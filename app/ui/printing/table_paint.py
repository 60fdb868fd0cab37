"""Draws a laid-out table page by page: the same strokes for preview, printer and PDF."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from app.ui.printing import strokes
from app.ui.printing.sheet import Form, Place, Sheet
from app.ui.printing.strokes import FIRM, HAIR, PLAIN, SMALL, TITLE, Align, dots, pen, rule, text_in
from app.ui.printing.table import (
    CLOSING_ROW,
    FOOT,
    GROUP_ROW,
    Column,
    Footing,
    Heading,
    Layout,
    Row,
    Table,
    cell_lines,
    lay_out,
    title_lines,
)
from app.ui.printing.typesetting import width

_NUMBER_ROOM = 3_000


def table_sheets(table: Table[Row]) -> tuple[Sheet, ...]:
    """The sheets of a table."""
    layout = lay_out(table)
    return tuple(Sheet(table.form, partial(_paint, layout, at)) for at in range(len(layout.pages)))


def _paint(layout: Layout[Row], index: int, painter: QPainter, place: Place) -> None:
    table = layout.table
    begin_page(painter, table.form, is_draft=table.heading.is_draft)
    paint_heading(painter, table.form, table.heading)
    rows_end = layout.top + layout.head + sum(layout.pages[index].heights)
    _frame(painter, layout, rows_end, _body(painter, layout, index))
    paint_footing(painter, table.form, table.footing, place)


def begin_page(painter: QPainter, form: Form, *, is_draft: bool) -> None:
    """Pen, smoothing, and a draft's watermark."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_draft:
        strokes.watermark(painter, form)
    painter.setPen(pen(HAIR))


def paint_heading(painter: QPainter, form: Form, heading: Heading) -> None:
    """Title, the draft's badge, and the line over the table."""
    spare = 3_700 if heading.is_draft and not form.landscape else 0
    title = QRectF(form.left + spare, form.top, form.room - 2 * spare, 800)
    text_in(painter, title, heading.title, TITLE, Align.CENTRE, medium=True)
    if heading.is_draft:
        strokes.badge(painter, QRectF(form.left + form.room - 3_600, form.top + 60, 3_600, 640))
    line = QRectF(form.left - strokes.PAD, form.top + 880, form.room + 2 * strokes.PAD, 480)
    share = _share(heading.left, heading.right, PLAIN, line.width())
    text_in(painter, line.adjusted(0, 0, share - line.width(), 0), heading.left, PLAIN)
    text_in(painter, line.adjusted(share, 0, 0, 0), heading.right, PLAIN, Align.RIGHT)


def _share(left: str, right: str, size: int, room: float) -> float:
    """Where a line is parted between its left and right text: each gets room as its length asks."""
    wants = (width(left, size) + 300, width(right, size) + 300)
    if sum(wants) <= room:
        return room - wants[1]
    return room * wants[0] / sum(wants)


def paint_footing(painter: QPainter, form: Form, footing: Footing, place: Place) -> None:
    """Who signs, the small lines, and the page number at the right of the last."""
    top = form.page_height - form.bottom - FOOT + 180
    strokes.signers(painter, QRectF(form.left, top, form.room, 520), footing.signers)
    notes = footing.notes or (("", ""),)
    for at, (left, right) in enumerate(notes):
        last = at == len(notes) - 1
        line = QRectF(form.left, top + 540 + 340 * (2 - len(notes) + at), form.room, 320)
        if last:
            text_in(painter, line, place.words, SMALL, Align.RIGHT)
            line.setWidth(line.width() - _NUMBER_ROOM)
        share = _share(left, right, SMALL, line.width())
        text_in(painter, line.adjusted(0, 0, share - line.width(), 0), left, SMALL)
        text_in(painter, line.adjusted(share, 0, 0, 0), right, SMALL, Align.RIGHT)


def _body(painter: QPainter, layout: Layout[Row], index: int) -> int:
    """Heading, rows and sums; gives the y of the last sum row's lower edge."""
    table, page = layout.table, layout.pages[index]
    form = table.form
    _heads(painter, layout)
    y = layout.top + layout.head
    for row, height in zip(page.rows, page.heights, strict=True):
        for column, x in _places(layout):
            _cell(painter, layout, column, QRectF(x, y, column.width, height), cell_lines(layout, column, row))
        y += height
        rule(painter, form.left, y, form.room)
    last = index == len(layout.pages) - 1
    if table.summed:
        _sums(painter, layout, y, table.sum_title(page.rows, False), page.subtotal)
        y += layout.sum_row
        rule(painter, form.left, y, form.room, FIRM)
        if last:
            _sums(painter, layout, y, table.sum_title(table.rows, True), layout.total)
            y += layout.sum_row
            rule(painter, form.left, y, form.room)
    if last and table.closing:
        box = QRectF(form.left, y, form.room, CLOSING_ROW)
        text_in(painter, box, table.closing, PLAIN + 20, Align.LEFT, medium=True)
        strokes.frame(painter, box)
    return y


def _places(layout: Layout[Row]) -> list[tuple[Column, int]]:
    x, placed = layout.table.form.left, []
    for column in layout.columns:
        placed.append((column, x))
        x += column.width
    return placed


def _heads(painter: QPainter, layout: Layout[Row]) -> None:
    form = layout.table.form
    rule(painter, form.left, layout.top, form.room, FIRM)
    rule(painter, form.left, layout.top + layout.head, form.room, FIRM)
    for group, x, wide in _groups(layout):
        text_in(painter, QRectF(x, layout.top, wide, GROUP_ROW), group, layout.small, Align.CENTRE)
        rule(painter, x, layout.top + GROUP_ROW, wide)
    for column, x in _places(layout):
        top = layout.top + (GROUP_ROW if column.group else 0)
        box = QRectF(x, top, column.width, layout.top + layout.head - top)
        _stack(painter, layout, box, [(lines, column.ruled) for lines in title_lines(layout, column)])


def _stack(painter: QPainter, layout: Layout[Row], box: QRectF, tiers: Sequence[tuple[tuple[str, ...], bool]]) -> None:
    """Titles one above another, each in an equal share of the box, dotted lines between where cells are ruled."""
    share = box.height() / len(tiers)
    step = layout.small * 1.25
    for at, (lines, ruled) in enumerate(tiers):
        top = box.top() + share * at
        if at and ruled:
            dots(painter, box.left(), top, box.width())
        first = top + (share - step * len(lines)) / 2
        for place, text in enumerate(lines):
            room = QRectF(box.left(), first + place * step, box.width(), step)
            text_in(painter, room, text, layout.small, Align.CENTRE)


def _groups(layout: Layout[Row]) -> list[tuple[str, int, int]]:
    """Heading groups as (title, x, width)."""
    found: list[tuple[str, int, int]] = []
    for column, x in _places(layout):
        if column.group and found and found[-1][0] == column.group:
            found[-1] = (column.group, found[-1][1], found[-1][2] + column.width)
        elif column.group:
            found.append((column.group, x, column.width))
    return found


def _cell(
    painter: QPainter, layout: Layout[Row], column: Column, box: QRectF, lines: Sequence[str], *, medium: bool = False
) -> None:
    """Lines of a cell spread over its height; ruled cells get a dotted line between their tiers."""
    if not lines:
        return
    share = box.height() / len(lines) if column.ruled else layout.size * 1.45
    top = box.top() + (box.height() - share * len(lines)) / 2
    for at, text in enumerate(lines):
        if at and column.ruled:
            dots(painter, box.left(), top + share * at, box.width())
        if text:
            room = QRectF(box.left(), top + share * at, box.width(), share)
            text_in(painter, room, text, layout.size, column.align, medium=medium)


def _sums(painter: QPainter, layout: Layout[Row], y: int, title: str, sums: object) -> None:
    covered = layout.table.covered
    wide = sum(column.width for column in layout.columns[:covered])
    box = QRectF(layout.table.form.left, y, wide, layout.sum_row)
    text_in(painter, box, title, layout.size, Align.CENTRE, medium=True)
    for column, x in _places(layout)[covered:]:
        _cell(painter, layout, column, QRectF(x, y, column.width, layout.sum_row), column.sums(sums), medium=True)


def _frame(painter: QPainter, layout: Layout[Row], rows_end: int, bottom: int) -> None:
    """Vertical lines; the columns under a sum's title stay open in the sum rows."""
    form = layout.table.form
    open_in_sums = range(1, layout.table.covered) if layout.table.summed else ()
    for at, (column, x) in enumerate(_places(layout)):
        inner = at > 0 and column.group and layout.columns[at - 1].group == column.group
        top = layout.top + (GROUP_ROW if inner else 0)
        painter.drawLine(QLineF(x, top, x, rows_end if at in open_in_sums else bottom))
    painter.drawLine(QLineF(form.left + form.room, layout.top, form.left + form.room, bottom))
