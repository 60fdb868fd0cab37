"""How the month is drawn: cells, headings, the foot. Painted by hand, since a style sheet costs ten times as much."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.domain.attendance import ParsedMark
from app.domain.vocabulary import DayKind, MarkKind
from app.ui.pages import attendance_rows as texts
from app.ui.pages.attendance_model import MonthModel
from app.ui.tables.columns import Tone
from app.ui.theme.fonts import ui_font
from app.ui.theme.shades import blend
from app.ui.theme.style import Look
from app.ui.theme.tokens import BASE_PX, GRID, SMALL_PX

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_SMALLEST = 9
_SELECTED = 0.22
_MOST_PICTURES = 3000
# as numbers: a comparison of Qt's own flags costs more than drawing the cell
_STATE_SELECTED, _STATE_FOCUS = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value


class Inks:
    """The colours of the month, made once for a look."""

    def __init__(self, look: Look) -> None:
        colours = look.colours
        self.px, self.small = look.base_px, SMALL_PX + look.base_px - BASE_PX
        self.tones = {tone: QColor(getattr(colours, tone.value)) for tone in Tone}
        self.line, self.accent = QColor(colours.line), QColor(colours.accent)
        self.blank, self.page = QColor(colours.surface), QColor(colours.page)
        self.hatch = QBrush(self.line, Qt.BrushStyle.BDiagPattern)
        self.grounds = {
            DayKind.WORKING: QColor(colours.surface),
            DayKind.REST: self.page,
            DayKind.STATUTORY: QColor(colours.tint),
        }
        self.selected = QColor(blend(colours.surface, colours.accent, _SELECTED))


@lru_cache(maxsize=64)
def _font(px: int, *, medium: bool = False) -> QFont:
    """The house's font, made once a size: a heading asks for it three times."""
    return ui_font(px, medium=medium)


@lru_cache(maxsize=2048)
def fitting(text: str, width: int, px: int, *, medium: bool = False) -> int:
    """The height at which a text fits into a width, ``px`` at most."""
    while px > _SMALLEST and QFontMetricsF(_font(px, medium=medium)).horizontalAdvance(text) > width:
        px -= 1
    return px


@lru_cache(maxsize=256)
def parts(mark: ParsedMark) -> tuple[str, ...]:
    """A mark in the lines it is drawn in: what follows + or 加 stands below."""
    text = texts.shown_mark(mark)
    if mark.kind is MarkKind.EXTRA:
        return text[:1], text[1:]
    before, plus, after = text.partition("+")
    return (before, plus + after) if plus else (text,)


class Cell(NamedTuple):
    """All a cell's picture depends on: its lines of text and their tone, what is below them, its size in pixels."""

    lines: tuple[str, ...]
    tone: Tone
    ground: DayKind | None
    selected: bool
    hatched: bool
    width: int
    height: int
    scale: float


class MarkDelegate(QStyledItemDelegate):
    """Draws a day's mark or a sum of the worker. The pictures of alike cells are made once: text is dear.

    A row cut at the bottom stays blank; a frame above it would have every scroll paint all cells again.
    """

    def __init__(self, inks: Inks, model: MonthModel, view: QTableView) -> None:
        super().__init__(view)
        self._inks, self._model, self._view = inks, model, view
        self._pictures: dict[Cell, QPixmap] = {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place: QRect = option.rect
        if place.bottom() >= self._view.viewport().height() + GRID and place.top() > 0:
            painter.fillRect(place, self._inks.blank)
            return
        state: int = option.state.value
        scale = painter.device().devicePixelRatioF()
        cell = self._cell(index.row(), index.column(), bool(state & _STATE_SELECTED), place, scale)
        picture = self._pictures.get(cell)
        if picture is None:
            picture = self._keep(cell)
        painter.drawPixmap(place.topLeft(), picture)
        if state & _STATE_FOCUS:
            painter.setPen(QPen(self._inks.accent, 2))
            painter.drawRect(place.adjusted(1, 1, -2, -2))

    def _cell(self, row: int, column: int, selected: bool, place: QRect, scale: float) -> Cell:
        size = (place.width(), place.height(), scale)
        days, typed = self._model.days, self._model.typed_at(row, column)
        if column >= days:
            text = self._model.sum_at(row)[column - days]
            open_days = column == days + texts.SUMS - 1 and text != "–"
            return Cell((text,), Tone.WARN if open_days else Tone.PLAIN, None, selected, False, *size)
        line, state = self._model.row_at(row), self._model.state
        kind = state.sheet.calendar.kinds[column] if state is not None else None
        mark, inside = line.marks[column], line.inside[column]
        if typed is not None:
            return Cell((f"{typed}▏",), Tone.PLAIN, kind, selected, not inside, *size)
        if mark is not None:
            tone = texts.mark_tone(mark) if inside else Tone.WARN
            return Cell(parts(mark), tone, kind, selected, not inside, *size)
        return Cell(("·",) if line.wanted[column] else (), Tone.QUIET, kind, selected, not inside, *size)

    def _keep(self, cell: Cell) -> QPixmap:
        if len(self._pictures) > _MOST_PICTURES:
            self._pictures.clear()
        picture = QPixmap(round(cell.width * cell.scale), round(cell.height * cell.scale))
        picture.setDevicePixelRatio(cell.scale)
        painter = QPainter(picture)
        place = QRect(0, 0, cell.width, cell.height)
        ground = self._inks.page if cell.ground is None else self._inks.grounds[cell.ground]
        painter.fillRect(place, self._inks.selected if cell.selected else ground)
        if cell.hatched:
            painter.fillRect(place, self._inks.hatch)
        self._write_lines(painter, place.adjusted(0, 0, -1, -1), cell.lines, cell.tone)
        painter.setPen(self._inks.line)
        painter.drawLine(place.topRight(), place.bottomRight())
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.end()
        self._pictures[cell] = picture
        return picture

    def _write_lines(self, painter: QPainter, place: QRect, lines: tuple[str, ...], tone: Tone) -> None:
        if len(lines) == 1:
            self._write(painter, place, lines[0], tone, self._inks.px)
        elif lines:
            half = place.height() // 2
            upper = QRect(place.left(), place.top() + 1, place.width(), half)
            self._write(painter, upper, lines[0], tone, self._inks.small)
            self._write(painter, upper.translated(0, half - 2), lines[1], tone, self._inks.small)

    def _write(self, painter: QPainter, place: QRect, text: str, tone: Tone, px: int) -> None:
        painter.setFont(_font(fitting(text, place.width() - 2, px)))
        painter.setPen(self._inks.tones[tone])
        painter.drawText(place, _CENTRE, text)


class FootDelegate(QStyledItemDelegate):
    """Draws a sum of the foot, as large as it fits."""

    def __init__(self, inks: Inks, parent: MonthModel) -> None:
        super().__init__(parent)
        self._inks, self._model = inks, parent

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place: QRect = option.rect
        text = str(index.data())
        day = index.column() < self._model.days
        open_line = day and index.row() == index.model().rowCount() - 1 and text != "–"
        painter.fillRect(place, self._inks.page)
        px = fitting(text, place.width() - 4, self._inks.small if day else self._inks.px, medium=True)
        painter.setFont(_font(px, medium=True))
        painter.setPen(self._inks.tones[Tone.WARN if open_line else Tone.QUIET if text == "–" else Tone.PLAIN])
        painter.drawText(place, _CENTRE, text)


class DayHeader(QHeaderView):
    """Day, weekday and calendar kind above each column. ↑ from the first row comes here: ← → walk, Enter opens the day.

    ``day_wanted`` carries a day from 0, ``left`` None: the keyboard goes back to the cells.
    """

    day_wanted = Signal(object)
    left = Signal(object)

    def __init__(self, inks: Inks, model: MonthModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._inks, self._model = inks, model
        self.at = 0
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFixedHeight(round(52 * inks.px / BASE_PX))
        self.sectionDoubleClicked.connect(self._open)

    def stand(self, at: int) -> None:
        """Take the keyboard at a day."""
        self.at = min(max(at, 0), max(self._model.days - 1, 0))
        self.setFocus()
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        state, inks = self._model.state, self._inks
        painter.save()
        if state is None or logicalIndex >= self._model.days:
            painter.fillRect(rect, inks.page)
            title = str(self._model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
            self._write(painter, rect, title, Tone.QUIET, inks.small)
        else:
            self._paint_day(painter, rect, logicalIndex, state.sheet.calendar.kinds[logicalIndex])
        painter.setPen(inks.line)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self.hasFocus() and logicalIndex == self.at:
            painter.setPen(QPen(inks.accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_day(self, painter: QPainter, rect: QRect, at: int, kind: DayKind) -> None:
        sheet = self._model.state.sheet if self._model.state is not None else None
        if sheet is None:
            return
        painter.fillRect(rect, self._inks.grounds[kind])
        third = rect.height() // 3
        line = QRect(rect.left(), rect.top() + 1, rect.width(), third)
        today = sheet.days[at] == sheet.today
        self._write(painter, line, str(at + 1), Tone.ACCENT if today else Tone.PLAIN, self._inks.px)
        self._write(painter, line.translated(0, third), texts.weekday_letter(sheet.days[at]), Tone.QUIET)
        mark = texts.kind_letter(kind) or ("✓" if sheet.closed[at] else "")
        tone = Tone.BAD if kind is DayKind.STATUTORY else Tone.QUIET if kind is DayKind.REST else Tone.GOOD
        self._write(painter, line.translated(0, third * 2), mark, tone)
        if today:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), self._inks.accent)

    def _write(self, painter: QPainter, place: QRect, text: str, tone: Tone, px: int = 0) -> None:
        painter.setFont(_font(fitting(text, place.width() - 2, px or self._inks.small)))
        painter.setPen(self._inks.tones[tone])
        painter.drawText(place, _CENTRE, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.at)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stand(self.at + (1 if key == Qt.Key.Key_Right else -1))
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            self.left.emit(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _open(self, at: int) -> None:
        if at < self._model.days:
            self.day_wanted.emit(at)


class NameHeader(QHeaderView):
    """Number and name before each row, or what a line of the foot says; a row cut at the bottom has none."""

    def __init__(self, inks: Inks, *, foot: bool = False) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._inks, self._foot = inks, foot
        self.setSectionsClickable(not foot)
        self.setHighlightSections(False)
        self.setFixedWidth(round(120 * inks.px / BASE_PX))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.fillRect(rect, self._inks.page)
        if self._foot or rect.bottom() < self.viewport().height() + GRID:
            text = str(self.model().headerData(logicalIndex, Qt.Orientation.Vertical) or "")
            px = self._inks.small if self._foot else self._inks.px
            painter.setFont(_font(px))
            painter.setPen(self._inks.tones[Tone.QUIET if self._foot else Tone.PLAIN])
            place = QRectF(rect.adjusted(GRID * 2, 0, -GRID, 0))
            shown = QFontMetricsF(_font(px)).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, _LEFT, shown)
            painter.setPen(self._inks.line)
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(self._inks.line)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()
