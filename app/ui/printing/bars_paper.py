"""A chart of bars on paper, by the painter of the screen: black on white, marked bars hatched."""

from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.domain.papers.bars import Bar, BarsData
from app.ui.printing.sheet import PORTRAIT, Paper, Place, Sheet
from app.ui.printing.strokes import HAIR, PLAIN, SMALL, Align, text_in
from app.ui.printing.table import Heading
from app.ui.printing.table_paint import begin_page, paint_heading
from app.ui.theme.tokens import LIGHT
from app.ui.widgets.bars import BarInk, paint_bars, span_of

_ROW = 620
_TOP, _FOOT = 1_600, 900


def bars_paper(data: BarsData) -> Paper:
    """The chart on upright sheets, as many as its bars need; all are drawn to one scale."""
    form = PORTRAIT
    fitting = (form.page_height - form.top - form.bottom - _TOP - _FOOT) // _ROW
    parts = [data.bars[at : at + fitting] for at in range(0, len(data.bars), fitting)] or [()]
    sheets = tuple(Sheet(form, partial(_paint, data, part)) for part in parts)
    return Paper(data.title, data.day, data.unit, f"gongfang-bars-{data.day}", sheets)


def _paint(data: BarsData, part: tuple[Bar, ...], painter: QPainter, place: Place) -> None:
    form = PORTRAIT
    begin_page(painter, form, is_draft=False)
    paint_heading(painter, form, Heading(data.title, f"单位：{data.unit}", data.day, is_draft=False))
    paint_bars(
        painter, QRectF(form.left, form.top + _TOP, form.room, len(part) * _ROW), part, _ink(), span_of(data.bars)
    )
    below = QRectF(form.left, form.page_height - form.bottom - 500, form.room, 320)
    text_in(painter, below.adjusted(0, 0, -3_000, 0), data.note, SMALL)
    text_in(painter, below.adjusted(below.width() - 3_000, 0, 0, 0), place.words, SMALL, Align.RIGHT)


def _ink() -> BarInk:
    ink = LIGHT.ink
    return BarInk(
        row=_ROW,
        thickness=300,
        titles=5_200,
        numbers=2_600,
        gap=120,
        line=HAIR,
        colours=(LIGHT.secondary, ink, ink, ink),
        write=lambda painter, box, text, _: text_in(painter, box, text, PLAIN),
        hatched=True,
    )
