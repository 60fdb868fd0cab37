"""Sales by months on one lying sheet: the table first, its picture below, by the painter of the screen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.domain.money import decimal_text, yuan
from app.domain.papers.months import MonthSales, MonthsData, all_months
from app.ui.printing.sheet import LANDSCAPE, Paper, Place, Sheet
from app.ui.printing.strokes import FIRM, PLAIN, SMALL, Align, rule, text_in
from app.ui.printing.table import Heading
from app.ui.printing.table_paint import begin_page, paint_heading
from app.ui.printing.typesetting import paper_font
from app.ui.theme.tokens import LIGHT
from app.ui.widgets.columns_paint import ChartColumn, Words, paint_columns, paper_inks

_TOP, _ROW, _GAP, _FOOT = 1_600, 560, 500, 500
_TITLES = ("月份", "订单（单）", "卖出（件）", "销售额（元）", "退货（元）", "净额（元）")
_SIDES = {
    Qt.AlignmentFlag.AlignLeft: Align.LEFT,
    Qt.AlignmentFlag.AlignRight: Align.RIGHT,
    Qt.AlignmentFlag.AlignHCenter: Align.CENTRE,
}


def months_paper(data: MonthsData) -> Paper:
    """The months laid out."""
    sheet = Sheet(LANDSCAPE, partial(_paint, data))
    return Paper(data.title, data.day, data.unit, f"gongfang-sales-{data.day}", (sheet,))


def _paint(data: MonthsData, painter: QPainter, place: Place) -> None:
    form = LANDSCAPE
    begin_page(painter, form, is_draft=False)
    paint_heading(painter, form, Heading(data.title, f"单位：{data.unit}", data.day, is_draft=False))
    y = form.top + _TOP
    rule(painter, form.left, y, form.room, FIRM)
    for cells in (_TITLES, *map(_cells, data.months)):
        _line(painter, y, cells)
        y += _ROW
        rule(painter, form.left, y, form.room)
    _line(painter, y, ("合计", *_cells(all_months(data.months))[1:]), medium=True)
    y += _ROW
    rule(painter, form.left, y, form.room, FIRM)
    bottom = form.page_height - form.bottom - _FOOT
    area = QRectF(form.left, y + _GAP, form.room, bottom - y - _GAP)
    words = Words("元", "净额", "退货")
    columns = [_column(one) for one in data.months]
    paint_columns(painter, area, columns, paper_inks(LIGHT), words, paper_font(SMALL), write=_write)
    text_in(painter, QRectF(form.left, bottom, form.room, 320), place.words, SMALL, Align.RIGHT)


def _line(painter: QPainter, y: float, cells: Sequence[str], *, medium: bool = False) -> None:
    each = LANDSCAPE.room / len(cells)
    for at, text in enumerate(cells):
        align = Align.CENTRE if at == 0 else Align.RIGHT
        text_in(painter, QRectF(LANDSCAPE.left + at * each, y, each, _ROW), text, PLAIN, align, medium=medium)


def _cells(one: MonthSales) -> tuple[str, ...]:
    return (
        one.month,
        f"{one.orders:,}" if one.orders else "–",
        decimal_text(one.quantity_milli, 3) if one.quantity_milli else "–",
        *(yuan(fen, grouped=True) if fen else "–" for fen in (one.amount_fen, one.returned_fen, one.net_fen)),
    )


def _column(one: MonthSales) -> ChartColumn:
    text = f"{(one.net_fen + 50) // 100:,}" if one.orders else ""
    return ChartColumn(one.month, one.net_fen, text, one.returned_fen)


def _write(painter: QPainter, box: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
    text_in(painter, box, text, SMALL, _SIDES[align])
