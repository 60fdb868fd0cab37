"""A line or a sum of a slip that opens: its formula stands below it, the records behind it when it is opened."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTransform
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.explain_json import counted_text
from app.domain.explanation import Figure, Measure, Row, Source
from app.ui.pages.payroll_rows import amount
from app.ui.tables.columns import Tone, amount_tone
from app.ui.terms import term
from app.ui.theme.icons import picture
from app.ui.theme.style import Look
from app.ui.theme.tokens import GRID, SMALL_PX
from app.ui.widgets.parts import button, label, tone_label
from app.ui.words import translate

_DAYS = frozenset({Source.MARK, Source.CALENDAR, Source.PIECE, Source.TEAM})
"""Rows whose date leads to its day in Today."""


class FigureLine(QFrame):
    """One figure. Enter, Space or a click opens and closes it, → and ← too; ↑ and ↓ go on (``stepped``: -1 or 1).

    ``wanted_day`` carries the date of a row that was clicked.
    """

    stepped = Signal(object)
    wanted_day = Signal(object)

    def __init__(self, look: Look, title: str, fen: int, formula: str = "", role: str = "") -> None:
        super().__init__()
        self.setObjectName("openable")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{title} {amount(fen)}")
        self._look = look
        self._lang = "zh_CN"
        self._figure: Figure | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID // 2, GRID, GRID // 2)
        column.setSpacing(0)
        self._mark = QLabel()
        name, shown = label(title, role, wraps=True), label(amount(fen), role)
        shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        if amount_tone(fen) is Tone.BAD:
            tone_label(shown, amount(fen), Tone.BAD)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(name, 1)
        head.addWidget(shown)
        column.addLayout(head)
        if formula:
            column.addLayout(_indented(label(formula, "formula", wraps=True, selectable=True)))
        self.detail: QWidget | None = None
        self.opened = False
        self._point()

    def explain(self, figure: Figure, lang: str) -> None:
        """What the line opens to, once it is known."""
        self._figure = figure
        self._lang = lang
        if self.opened:
            self._fill(figure)

    def turn(self, opened: bool | None = None) -> None:
        """Open or close it."""
        self.opened = not self.opened if opened is None else opened
        if self.opened and self._figure is not None and self.detail is None:
            self._fill(self._figure)
        if self.detail is not None:
            self.detail.setVisible(self.opened)
        self._point()

    def _point(self) -> None:
        arrow = picture("chevron-right", self._look.colours.secondary, SMALL_PX, 2)
        shown = arrow.transformed(QTransform().rotate(90)) if self.opened else arrow
        shown.setDevicePixelRatio(2)
        self._mark.setPixmap(shown)

    def _fill(self, figure: Figure) -> None:
        layout = self.layout()
        if self.detail is None and isinstance(layout, QVBoxLayout):
            self.detail = _detail(figure, self._lang, self)
            layout.addWidget(self.detail)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.turn()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.turn(key is Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key is Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and event.type() is QEvent.Type.MouseButtonPress:
            self.setFocus()
            self.turn()
        else:
            super().mousePressEvent(event)


def _indented(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(GRID * 4, 0, 0, 0)
    row.addWidget(widget, 1)
    return row


def _detail(figure: Figure, lang: str, line: FigureLine) -> QWidget:
    """Facts, rows with what they count, their sum in the figure's unit, and what to beware of."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(GRID * 4, GRID, 0, GRID * 2)
    column.setSpacing(GRID // 2)
    for fact in figure.facts:
        column.addWidget(label(fact.text(lang), "small", wraps=True))
    column.addLayout(_rows(figure, lang, line))
    for note in figure.notes:
        words = label(wraps=True)
        tone_label(words, note.text(lang), Tone.WARN)
        column.addWidget(words)
    return made


def _rows(figure: Figure, lang: str, line: FigureLine) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GRID * 2)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    unit = "" if figure.measure is Measure.FEN else f" {term(figure.measure)}"
    single = unit if len(figure.rows) == 1 else ""
    for at, row in enumerate(figure.rows):
        _place(grid, at, _day(row, line), row.words.text(lang), _counted(row.counted, figure.measure) + single)
    if len(figure.rows) > 1:
        total = _counted(sum(row.counted for row in figure.rows), figure.measure)
        _place(grid, len(figure.rows), QLabel(), translate("Slip", "合计"), total + unit, "")
    return grid


def _place(grid: QGridLayout, at: int, day: QWidget, words: str, counted: str, role: str = "small") -> None:
    shown = label(counted, role)
    shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    grid.addWidget(day, at, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(label(words, role, wraps=True), at, 1)
    grid.addWidget(shown, at, 2)


def _counted(counted: int, measure: Measure) -> str:
    return counted_text(counted, measure) if counted else "–"


def _day(row: Row, line: FigureLine) -> QWidget:
    """A row's date: a link to its day where that shows the record."""
    if row.day is None:
        return QLabel()
    if row.source not in _DAYS:
        return label(f"{row.day:%m-%d}", "small")
    day = row.day
    link = button(f"{day:%m-%d}", lambda: line.wanted_day.emit(day), "small-link", name=f"day-{day}")
    link.setToolTip(translate("Slip", "在“今日”打开这一天"))
    return link
