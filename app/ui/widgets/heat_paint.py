"""A month as a picture: a line for each worker, a square for each day, darker the more hours, with the mark's letter.

``paint_heat_map`` paints on anything: the widget of ``heat_map``, or paper with ``paper_shades``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from app.ui.theme.fonts import ui_font
from app.ui.theme.shades import blend, readable_on
from app.ui.theme.tokens import GRID, SMALL_PX, Palette
from app.ui.widgets.columns_paint import Write, write_plain
from app.ui.words import translate

LEVELS = (0, 1, 4 * 60 + 1, 8 * 60 + 1, 10 * 60 + 1)
"""From how many minutes on a square has each shade: none, up to 4 h, up to 8 h, up to 10 h, more."""
_SHARES = (0.0, 0.16, 0.36, 0.8, 1.0)
_LABEL, _HEAD, _SCALE = 128, 36, 24
_LEAST, _MOST = 15, 34
USUAL_WIDTH = _LABEL + 31 * _MOST
"""As wide as a month looks best."""


def _nothing(_row: int, _day: int) -> str:
    return ""


class Ground(StrEnum):
    """What lies under a square that has no hours."""

    PLAIN = "plain"
    REST = "rest"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class HeatDay:
    """A column: the day of the month, its weekday, and the mark of a rest or statutory day."""

    number: str
    weekday: str
    mark: str = ""


@dataclass(frozen=True)
class HeatCell:
    """A square: minutes worked and the letter on it; ``alarm`` writes the letter in cinnabar."""

    minutes: int
    letter: str
    ground: Ground = Ground.PLAIN
    alarm: bool = False


@dataclass(frozen=True)
class HeatRow:
    """A line: whose it is, and a square for each day."""

    label: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True)
class HeatPicture:
    """All of it, days and lines in their order; ``tell`` says of a row and a day (from 0) what the square means."""

    days: tuple[HeatDay, ...] = ()
    rows: tuple[HeatRow, ...] = ()
    tell: Callable[[int, int], str] = _nothing


@dataclass(frozen=True)
class Shades:
    """Colours of the picture as ``#RRGGBB``; ``levels`` beside ``LEVELS``, ``letters`` what can be read on each."""

    ground: str
    rest: str
    line: str
    text: str
    quiet: str
    alarm: str
    frame: str
    levels: tuple[str, ...]
    letters: tuple[str, ...]


def screen_shades(colours: Palette) -> Shades:
    """The picture in the window's colours."""
    return _shades(colours, colours.surface, colours.accent, (colours.text, colours.on_accent))


def paper_shades(colours: Palette) -> Shades:
    """The picture in greys for paper and photocopies."""
    made = _shades(colours, colours.paper, colours.ink, (colours.ink, colours.paper))
    grey = blend(colours.paper, colours.ink, 0.06)
    ink = colours.ink
    return replace(made, rest=grey, line=colours.watermark, text=ink, quiet=ink, alarm=ink, frame=ink)


def _shades(colours: Palette, ground: str, colour: str, inks: tuple[str, str]) -> Shades:
    levels = tuple(blend(ground, colour, share) for share in _SHARES)
    return Shades(
        ground=ground,
        rest=colours.page,
        line=colours.line,
        text=colours.text,
        quiet=colours.secondary,
        alarm=colours.bad,
        frame=colours.text,
        levels=levels,
        letters=tuple(readable_on(level, *inks) for level in levels),
    )


def level_of(minutes: int) -> int:
    """Which shade a day's minutes have."""
    return max(at for at, least in enumerate(LEVELS) if minutes >= least)


@dataclass(frozen=True)
class Hand:
    """How a picture is drawn: by which pen its texts, and what its shades are called (empty: in the window's language).

    ``ruled`` hatches with lines drawn one by one: a brush's pattern is not scaled on paper.
    """

    write: Write = write_plain
    words: tuple[str, ...] = ()
    ruled: bool = False


_SCREEN = Hand()


@dataclass(frozen=True)
class HeatPlan:
    """Where things stand in a picture: sizes in the painter's units, ``px`` the letters' height."""

    label: float
    head: float
    width: float
    height: float
    px: int

    def square(self, row: int, day: int) -> QRectF:
        """The place of one square."""
        return QRectF(self.label + day * self.width, self.head + row * self.height, self.width, self.height)

    def at(self, point: QPointF, picture: HeatPicture) -> tuple[int, int] | None:
        """The square under a point."""
        row, day = int((point.y() - self.head) // self.height), int((point.x() - self.label) // self.width)
        inside = 0 <= row < len(picture.rows) and 0 <= day < len(picture.days)
        return (row, day) if inside else None


def plan(picture: HeatPicture, width: float, height: float, px: int = SMALL_PX) -> HeatPlan:
    """How a picture fits into a width; squares are as high as ``height`` allows, within bounds."""
    scale = px / SMALL_PX
    label, head = _LABEL * scale, (_SCALE + _HEAD) * scale
    wide = (width - label - 1) / max(len(picture.days), 1)
    room = (height - head - 1) / max(len(picture.rows), 1)
    return HeatPlan(label, head, wide, min(max(room, _LEAST * scale), _MOST * scale), px)


def needed_height(picture: HeatPicture, px: int = SMALL_PX) -> int:
    """The least height a picture can be read in."""
    return round((_SCALE + _HEAD + _LEAST * len(picture.rows)) * px / SMALL_PX) + 1


def paint_heat_map(
    painter: QPainter,
    picture: HeatPicture,
    where: HeatPlan,
    shades: Shades,
    within: QRectF | None = None,
    hand: Hand = _SCREEN,
) -> None:
    """Paint headings, squares and the scale with the painter's origin at the top left; of lines those ``within``."""
    painter.setFont(ui_font(where.px))
    _paint_head(painter, picture.days, where, shades, hand)
    for at, row in enumerate(picture.rows):
        top = where.square(at, 0).top()
        if within is None or (top <= within.bottom() and top + where.height >= within.top()):
            _paint_row(painter, at, row, where, shades, hand)
    _paint_scale(painter, QPointF(where.label, GRID), where, shades, hand)


def _paint_head(painter: QPainter, days: Sequence[HeatDay], where: HeatPlan, shades: Shades, hand: Hand) -> None:
    line = _HEAD * where.px / SMALL_PX / 2
    for at, day in enumerate(days):
        top = QRectF(where.label + at * where.width, where.head - line * 2, where.width, line)
        painter.setPen(QColor(shades.text))
        hand.write(painter, top, day.number, Qt.AlignmentFlag.AlignHCenter)
        painter.setPen(QColor(shades.quiet))
        hand.write(painter, top.translated(0, line), day.mark or day.weekday, Qt.AlignmentFlag.AlignHCenter)


def _paint_row(painter: QPainter, at: int, row: HeatRow, where: HeatPlan, shades: Shades, hand: Hand) -> None:
    place = QRectF(GRID * 2, where.square(at, 0).top(), where.label - GRID * 4, where.height)
    name = row.label
    if hand.write is write_plain:  # on paper what is too long is set smaller
        name = QFontMetricsF(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, place.width())
    painter.setPen(QColor(shades.text))
    hand.write(painter, place, name, Qt.AlignmentFlag.AlignLeft)
    for day, cell in enumerate(row.cells):
        _paint_square(painter, where.square(at, day), cell, shades, hand)


def _paint_square(painter: QPainter, place: QRectF, cell: HeatCell, shades: Shades, hand: Hand) -> None:
    level = level_of(cell.minutes)
    ground = shades.rest if not level and cell.ground is not Ground.PLAIN else shades.levels[level]
    painter.fillRect(place, QColor(ground))
    if cell.ground is Ground.OUTSIDE:
        _hatch(painter, place, shades, hand)
    painter.setPen(QPen(QColor(shades.line), 1))
    painter.drawRect(place)
    if cell.letter:
        painter.setPen(QColor(shades.alarm if cell.alarm and not level else shades.letters[level]))
        hand.write(painter, place, cell.letter, Qt.AlignmentFlag.AlignHCenter)


def _hatch(painter: QPainter, place: QRectF, shades: Shades, hand: Hand) -> None:
    """A square nobody is employed in."""
    if not hand.ruled:
        painter.fillRect(place, QBrush(QColor(shades.line), Qt.BrushStyle.BDiagPattern))
        return
    painter.setPen(QPen(QColor(shades.line), 1))
    wide, high = place.width(), place.height()
    across = wide + high
    for step in range(1, 4):
        along = across * step / 4
        start = QPointF(place.left() + min(along, wide), place.top() + max(along - wide, 0.0))
        end = QPointF(place.left() + max(along - high, 0.0), place.top() + min(along, high))
        painter.drawLine(QLineF(start, end))


def _paint_scale(painter: QPainter, start: QPointF, where: HeatPlan, shades: Shades, hand: Hand) -> None:
    """What the shades say, above the picture."""
    size = where.px * 1.25
    left = start.x()
    for colour, words in zip(shades.levels, hand.words or scale_words(), strict=True):
        box = QRectF(left, start.y(), size, size)
        painter.fillRect(box, QColor(colour))
        painter.setPen(QPen(QColor(shades.line), 1))
        painter.drawRect(box)
        painter.setPen(QColor(shades.quiet))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
        place = QRectF(box.right() + GRID, start.y(), wide + 1, size)
        hand.write(painter, place, words, Qt.AlignmentFlag.AlignLeft)
        left = place.right() + GRID * 4


def scale_words() -> tuple[str, ...]:
    """What each shade means."""
    return (
        translate("HeatMap", "没有工时"),
        translate("HeatMap", "4 小时以内"),
        translate("HeatMap", "8 小时以内"),
        translate("HeatMap", "10 小时以内"),
        translate("HeatMap", "10 小时以上"),
    )
