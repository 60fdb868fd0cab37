"""One line of fields that a record is typed into by keys alone; what is wrong or was noted stands below it.

Enter goes from field to field, Ctrl+Enter notes the line at once, Esc empties it. A subclass names its fields, reads
them in ``save``, and says by ``fault`` which one cannot be read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.pay_check import FieldRefusal
from app.domain.refusal import Refusal
from app.domain.typed_day import UnbelievableDayError, read_day
from app.ui.desk import Desk
from app.ui.tables.columns import Tone
from app.ui.theme.tokens import GRID
from app.ui.widgets.day_field import unread_day
from app.ui.widgets.form import TALL_FIELD, FieldForm
from app.ui.widgets.parts import button, label, restyle, tone_label
from app.ui.widgets.unsaved import Editing

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL = Qt.KeyboardModifier.ControlModifier
T = TypeVar("T")


@dataclass(frozen=True)
class LineField:
    """A field of the line: ``width`` 0 takes what is left; what ``stays`` is kept for the next record."""

    name: str
    title: str
    editor: QLineEdit | QComboBox
    width: int = 0
    stays: bool = False


class EntryLine(Editing):
    """``added`` carries what the service answered."""

    added = Signal(object)

    def __init__(self, desk: Desk, words: str, name: str) -> None:
        super().__init__(desk)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("card")
        self.fields: tuple[LineField, ...] = ()
        self.save_button = button(words, self.save, name=name)
        self.said = label(wraps=True)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        self._whole.setSpacing(GRID)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    def lay_out(self, fields: Sequence[LineField], called: str = "line") -> None:
        """Put the fields in a row, the button at its end; ``called`` begins their object names."""
        self.fields = tuple(fields)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 2)
        for at, field in enumerate(self.fields):
            title, editor = label(field.title, "small"), field.editor
            title.setBuddy(editor)
            editor.setAccessibleName(field.title)
            editor.setObjectName(f"{called}-{field.name}")
            if isinstance(editor, QLineEdit):
                editor.setMinimumHeight(TALL_FIELD - 4)
            else:
                editor.installEventFilter(self)
            if field.width:
                day = title.fontMetrics().horizontalAdvance("2026-10-30") + GRID * 7 if field.name == "day" else 0
                editor.setFixedWidth(max(field.width, day))  # a day is read whole in large letters too
            grid.addWidget(title, 0, at)
            grid.addWidget(editor, 1, at)
            grid.setColumnStretch(at, 0 if field.width else 1)
        grid.addWidget(self.save_button, 1, len(self.fields))
        self._whole.addLayout(grid)
        self._whole.addWidget(self.said)
        self.say("", Tone.PLAIN)

    def keys(self) -> str:
        """What the keys do, said while there is nothing else to say."""
        raise NotImplementedError

    def begin(self) -> None:
        """Give the keyboard to the first thing a person will want."""
        raise NotImplementedError

    def open_form(self) -> FieldForm | None:
        """A line is no form: who stays goes on where he was."""
        return None

    @property
    def unsaved(self) -> tuple[str, ...]:
        """Titles of what is typed of a record and not noted."""
        return tuple(
            field.title
            for field in self.fields
            if not field.stays and isinstance(field.editor, QLineEdit) and field.editor.text().strip()
        )

    def drop(self) -> None:
        """Let go of the line."""
        self.clear_line()

    def clear_line(self) -> None:
        """Empty what differs from record to record."""
        for field in self.fields:
            if not field.stays and isinstance(field.editor, QLineEdit):
                field.editor.setText("")  # unlike clear(): Ctrl+Z takes back the record
        self._mark("")

    def go(self, editor: QWidget) -> None:
        """Give the keyboard to a field, what stands there selected."""
        editor.setFocus()
        if isinstance(editor, QLineEdit):
            editor.selectAll()

    def enters(self, *steps: tuple[QLineEdit, QWidget]) -> None:
        """Enter goes from each field to the one beside it."""
        for editor, following in steps:
            editor.returnPressed.connect(partial(self.go, following))

    def read(self, name: str, reader: Callable[[str], T], code: str, empty: T) -> T:
        """What a field says, ``empty`` for nothing. Raises ValueError after saying so where it cannot be read."""
        editor = self._editor(name)
        text = editor.text().strip() if isinstance(editor, QLineEdit) else ""
        try:
            return reader(text) if text else empty
        except ValueError as error:
            unbelievable = isinstance(error, UnbelievableDayError)
            self.fault(name, unread_day(error) if unbelievable else Refusal(code, text=text[:20]).text(self._desk.lang))
            raise

    def read_day(self, text: str) -> date:
        """A day as people write it; raises ValueError for what is none."""
        return read_day(text, self._desk.ctx.today())

    def day_typed(self, field: QLineEdit) -> date:
        """The day a field says; today where it says none."""
        try:
            return self.read_day(field.text())
        except ValueError:
            return self._desk.ctx.today()

    def refused(self, fault: Exception) -> None:
        """Say at its field what a service refused."""
        words, name = self._desk.fault_text(fault), ""
        if isinstance(fault, FieldRefusal):
            first = next(note for note in fault.notes if note.blocks)
            name, words = first.column, first.text(self._desk.lang)
        self.fault(name, words)

    def fault(self, name: str, words: str) -> None:
        """Say what is wrong, mark the field and stand there."""
        self._mark(name)
        self.say(words, Tone.BAD)
        editor = self._editor(name)
        if editor is not None:
            self.go(editor)

    def say(self, words: str, tone: Tone) -> None:
        """Say something below the line; what the keys do where there is nothing to say."""
        if not words:
            words, tone = self.keys(), Tone.QUIET
        if tone is not Tone.BAD:
            self._mark("")
        tone_label(self.said, words, tone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear_line()
            self.say("", Tone.PLAIN)
            self.begin()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a choice goes on as in any field."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and isinstance(watched, QComboBox):
            if event.key() not in _ENTER or event.modifiers() & _CTRL:
                return False
            self.go_on_from(watched)
            return True
        return super().eventFilter(watched, event)

    def go_on_from(self, editor: QComboBox) -> None:
        """Where Enter goes from a choice: to the next field."""
        places = [field.editor for field in self.fields]
        at = places.index(editor) + 1
        self.go(places[at] if at < len(places) else self.save_button)

    def _editor(self, name: str) -> QLineEdit | QComboBox | None:
        return next((field.editor for field in self.fields if field.name == name), None)

    def _mark(self, name: str) -> None:
        for field in self.fields:
            field.editor.setProperty("state", "bad" if field.name == name else "")
            restyle(field.editor)
