"""Ctrl+K: one field that finds people, products, pages and what can be done, by pinyin, characters or number.

The window gives the pages and acts as ``Find`` rows; people and products are read each time it is opened. Typing
searches, arrows choose, Enter goes there: ``jumped`` carries a Jump.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from app.services import finding
from app.services.finding import Kind, Known, Register
from app.services.readings import findable
from app.ui.desk import Desk
from app.ui.tables.columns import Align, Column, Tone
from app.ui.tables.view import RowsTable
from app.ui.theme.icons import icon
from app.ui.theme.tokens import FIELD, GRID, ROW
from app.ui.widgets.page import Jump
from app.ui.widgets.parts import empty_state, label
from app.ui.words import translate

MOST = 60
"""More is no choice but a list: a further letter finds sooner."""
_WIDTH, _LINES = 620, 11
_STEERING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Find:
    """A line of the finder: a name, what it is in words, where it leads; ``keys`` that lead there too.

    ``act`` is done instead of a jump where there is one. ``number`` is searched too.
    """

    name: str
    what: str
    jump: Jump | None = None
    act: Callable[[], object] | None = None
    keys: str = ""
    number: str = ""
    quiet: bool = False


class Finder(QDialog):
    """The field and what it finds. ``jumped`` carries the Jump of the line a person chose."""

    jumped = Signal(object)

    def __init__(self, desk: Desk, entries: Sequence[Find], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entries = tuple(entries)
        self._own = findable(("", entry.name) for entry in self._entries)
        self._register = Register((), findable(()))
        self.setWindowTitle(translate("Finder", "查找"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setObjectName("finder")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 3)
        whole.setSpacing(GRID * 2)
        self.field = QLineEdit()
        self.field.setMinimumHeight(FIELD + GRID * 2)
        self.field.setPlaceholderText(translate("Finder", "姓名、拼音首字母、编号、产品、页面或要做的事"))
        self.field.setAccessibleName(translate("Finder", "查找"))
        self.field.addAction(icon("search", desk.look.colours.secondary), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        whole.addWidget(self.field)
        self.table: RowsTable[Find] = RowsTable(desk.look)
        self.table.keep_order()  # the best first
        self.table.heading.hide()
        self.table.view.setShowGrid(False)
        self.table.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.view.setAccessibleName(translate("Finder", "找到的"))
        self.table.when_empty(empty_state(translate("Finder", "没有找到。可以打拼音首字母，如 aym，或编号。")))
        self.table.view.clicked.connect(lambda index: self.choose(self.table.model.rows[index.row()]))
        self.table.setFixedHeight(ROW * _LINES + 2)
        whole.addWidget(self.table)
        self.note = label("", "small")
        whole.addWidget(self.note)
        self.setFixedWidth(_WIDTH)

    def open(self) -> None:
        """Show the field, empty, in the upper middle of the window, and read who there is now."""
        self.field.clear()
        self._find("")
        self._desk.ask(finding.register, then=self._read, owner=self)
        self.adjustSize()
        around = self.parentWidget()
        if around is not None:
            place = around.window().mapToGlobal(around.window().rect().center())
            top = around.window().mapToGlobal(around.window().rect().topLeft()).y()
            self.move(place.x() - self.width() // 2, top + ROW * 2)
        super().open()
        self.field.setFocus()

    def choose(self, line: Find) -> None:
        """Go where a line leads."""
        self.accept()
        if line.act is not None:
            line.act()
        elif line.jump is not None:
            self.jumped.emit(line.jump)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list and Enter chooses while the field keeps the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _STEERING:
                QApplication.sendEvent(self.table.view, event)
                return True
            if event.key() in _ENTER:
                line = self.table.current()
                if line is not None:
                    self.choose(line)
                return True
        return super().eventFilter(watched, event)

    def _read(self, register: Register) -> None:
        self._register = register
        self._find(self.field.text())

    def _find(self, text: str) -> None:
        """The best first; without a text the pages and acts alone."""
        met = [(rank, 0, at) for at, rank in self._own.ranked(text).items()]
        if text.strip():
            met += [(rank, 1, at) for at, rank in self._register.names.ranked(text).items()]
        met.sort()
        lines = [self._entries[at] if own == 0 else self._line(self._register.known[at]) for _, own, at in met[:MOST]]
        self.table.show_rows(_columns(), lines)
        if lines:
            self.table.view.setCurrentIndex(self.table.model.index(0, 0))
            self.table.view.scrollToTop()
        self.note.setText(_note(len(met) - len(lines)))

    def _line(self, known: Known) -> Find:
        here = known.workshop.workshop_id == self._desk.workshop.workshop_id
        workshop = None if here else known.workshop
        if known.kind is Kind.PRODUCT:
            jump = Jump("products", at=str(known.row_id), workshop=workshop)
            return Find(known.name, translate("Finder", "产品"), jump, number=known.number)
        parts = [translate("Finder", "工人")]
        parts += [] if here else [known.workshop.name]
        parts += [translate("Finder", "已离职")] if known.gone else []
        jump = Jump("people", known.row_id, workshop=workshop)
        return Find(known.name, " · ".join(parts), jump, number=known.number, quiet=known.gone)


def _columns() -> list[Column[Find]]:
    return [
        Column("", 64, lambda line: line.number, Align.CENTRE, lambda _: Tone.QUIET),
        Column("", 230, lambda line: line.name, tone=_tone, tip=lambda line: line.name),
        Column("", 120, lambda line: line.what, tone=lambda _: Tone.QUIET, tip=lambda line: line.what, stretch=True),
        Column("", 96, lambda line: line.keys, Align.RIGHT, lambda _: Tone.QUIET),
    ]


def _tone(line: Find) -> Tone:
    return Tone.QUIET if line.quiet else Tone.PLAIN


def _note(more: int) -> str:
    keys = translate("Finder", "↑↓ 选择　↵ 打开　Esc 关闭")
    if not more:
        return keys
    return translate("Finder", "还有 {count} 个：再打一个字母。").format(count=f"{more:,}") + "　" + keys
