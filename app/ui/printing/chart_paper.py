"""Figures by months on one lying sheet: the table first, its picture below, by the painter of the screen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.domain.papers.chart import ChartData, ChartMonth
from app.ui.printing.sheet import LANDSCAPE, Paper, Place, Sheet
from app.ui.printing.strokes import FIRM, PLAIN, SMALL, Align, rule, text_in
from app.ui.printing.table import Heading
from app.ui.printing.table_paint import begin_page, paint_heading
from app.ui.printing.typesetting import paper_font
from app.ui.theme.tokens import LIGHT
from app.ui.widgets.columns_paint import ChartColumn, Words, paint_columns, paper_inks

_TOP, _ROW, _GAP, _FOOT = 1_600, 560, 500, 500
_PLACE = 4_000
_SIDES = {
    Qt.AlignmentFlag.AlignLeft: Align.LEFT,
    Qt.AlignmentFlag.AlignRight: Align.RIGHT,
    Qt.AlignmentFlag.AlignHCenter: Align.CENTRE,
}


def chart_paper(data: ChartData) -> Paper:
    """The months laid out."""
    return Paper(data.title, data.day, data.unit, f"gongfang-{data.job}-{data.day}", (chart_sheet(data),))


def chart_sheet(data: ChartData) -> Sheet:
    """The one sheet, to stand behind others too."""
    return Sheet(LANDSCAPE, partial(_paint, data))


def _paint(data: ChartData, painter: QPainter, place: Place) -> None:
    form = LANDSCAPE
    begin_page(painter, form, is_draft=False)
    paint_heading(painter, form, Heading(data.title, f"单位：{data.unit}", data.day, is_draft=False))
    y = form.top + _TOP
    rule(painter, form.left, y, form.room, FIRM)
    for cells in (data.heads, *((one.month, *one.cells) for one in data.months)):
        _line(painter, y, cells)
        y += _ROW
        rule(painter, form.left, y, form.room)
    if data.foot:
        _line(painter, y, data.foot, medium=True)
        y += _ROW
    rule(painter, form.left, y, form.room, FIRM)
    bottom = form.page_height - form.bottom - _FOOT
    area = QRectF(form.left, y + _GAP, form.room, bottom - y - _GAP)
    words = Words(data.scale, data.column, data.upon)
    columns = [_column(one) for one in data.months]
    paint_columns(painter, area, columns, paper_inks(LIGHT), words, paper_font(SMALL), write=_write)
    text_in(painter, QRectF(form.left, bottom, form.room - _PLACE, 320), data.note, SMALL)
    right = QRectF(form.left + form.room - _PLACE, bottom, _PLACE, 320)
    text_in(painter, right, place.words, SMALL, Align.RIGHT)


def _line(painter: QPainter, y: float, cells: Sequence[str], *, medium: bool = False) -> None:
    each = LANDSCAPE.room / len(cells)
    for at, text in enumerate(cells):
        align = Align.CENTRE if at == 0 else Align.RIGHT
        text_in(painter, QRectF(LANDSCAPE.left + at * each, y, each, _ROW), text, PLAIN, align, medium=medium)


def _column(one: ChartMonth) -> ChartColumn:
    return ChartColumn(one.month, one.value, one.text, one.top)


def _write(painter: QPainter, box: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
    text_in(painter, box, text, SMALL, _SIDES[align])
