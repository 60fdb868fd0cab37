"""The line for exceptions: a number or pinyin initials find a worker, one key notes what was different.

``12a`` notes 旷 for number 12 at once; ``aym`` and Enter stands on 阿依莫, and the next key notes her mark. Hours are
ended by Enter: ``12+2``. Enter in the empty line goes on to the pieces, Esc back to the sheet.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from app.services.day import DayRow
from app.ui.pages.today_find import Found, find, split_typed
from app.ui.pages.today_rows import MARK_KEYS
from app.ui.words import translate

QUICK = {key: mark for key, mark in MARK_KEYS.items() if key not in " j"}
"""Keys that say a whole mark; 加 needs its hours."""
_LONGEST = 60
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DayLine(QObject):
    """Works a search field. ``noted`` carries (row, text), ``stood`` the row found, ``finished`` whether pieces follow.

    ``narrowed`` carries the rows that fit what is typed; None for all. ``pasted`` carries None, ``missed`` what nobody
    answers to.
    """

    noted = Signal(object)
    stood = Signal(object)
    narrowed = Signal(object)
    finished = Signal(object)
    pasted = Signal(object)
    missed = Signal(object)

    def __init__(self, field: QLineEdit, rows: Callable[[], Sequence[DayRow]]) -> None:
        super().__init__(field)
        self._field, self._rows = field, rows
        self._chosen: DayRow | None = None
        self._at = 0
        field.setMaxLength(_LONGEST)
        field.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin)
        field.installEventFilter(self)
        field.textChanged.connect(self._on_text)
        self.reset()

    @property
    def chosen(self) -> DayRow | None:
        """The worker whose mark the next key notes."""
        return self._chosen

    def reset(self) -> None:
        """An empty line that looks for a worker."""
        self._chosen = None
        self._field.clear()
        self._field.setPlaceholderText(translate("Today", "例外：编号或拼音　/"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys this line knows; undo and redo are the page's, not the field's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False where the field itself knows."""
        key, text = event.key(), self._field.text()
        if key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._enter(text.strip())
        elif key == Qt.Key.Key_Escape:
            self._escape(text)
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QGuiApplication.clipboard().text().strip())
        else:
            return self._quick(event.text(), text)
        return True

    def _paste(self, text: str) -> None:
        """A name or number is looked for; anything else is for the sheet."""
        if len(text.splitlines()) == 1 and find(text, self._rows()).fits:
            self._field.setText(text)
        else:
            self.pasted.emit(None)

    def _quick(self, typed: str, text: str) -> bool:
        """A mark's own key, where it is clear whose mark it is: the chosen worker's, or a number's."""
        mark = QUICK.get(typed.lower()) if typed else None
        if mark is None:
            return False
        row = self._chosen if self._chosen is not None and not text else None
        if row is None and self._chosen is None and text.isdigit():
            row = find(text, self._rows()).sure
        if row is None:
            return False
        self._note(row, mark)
        return True

    def _enter(self, text: str) -> None:
        if self._chosen is not None:
            self._note(self._chosen, _meant(text) or self._chosen.suggestion)
            return
        if not text:
            self.finished.emit(True)
            return
        query, typed = split_typed(text)
        found = find(query, self._rows())
        row = found.sure if typed else self._pick(found)
        if row is None:
            self.missed.emit(query)
        elif typed:
            self._note(row, _meant(typed))
        else:
            self._choose(row)

    def _escape(self, text: str) -> None:
        if self._chosen is not None or text:
            self.reset()
        else:
            self.finished.emit(False)

    def _step(self, step: int) -> None:
        """The next of the workers that fit; from the empty line into the sheet."""
        if self._chosen is not None or not self._field.text().strip():
            self.reset()
            self.finished.emit(False)
            return
        fits = find(split_typed(self._field.text())[0], self._rows()).fits
        if fits:
            self._at = (self._at + step) % len(fits)
            self.stood.emit(fits[self._at])

    def _pick(self, found: Found) -> DayRow | None:
        return found.fits[self._at % len(found.fits)] if found.fits else None

    def _choose(self, row: DayRow) -> None:
        self.reset()
        self._chosen = row
        words = translate("Today", "{name}：a 旷 h 半 l 假 +2")
        self._field.setPlaceholderText(words.format(name=f"{row.no} {row.name}"))
        self.stood.emit(row)

    def _note(self, row: DayRow, mark: str) -> None:
        self.reset()
        if mark:
            self.noted.emit((row, mark))

    def _on_text(self, text: str) -> None:
        self._at = 0
        query = split_typed(text)[0]
        if self._chosen is not None or not query:
            self.narrowed.emit(None)
            return
        found = find(query, self._rows())
        self.narrowed.emit(found.fits)
        if found.fits:
            self.stood.emit(found.sure or found.fits[0])


def _meant(typed: str) -> str:
    """The mark that was typed: a key at its beginning stands for its word (j4 is 加4)."""
    return MARK_KEYS.get(typed[:1].lower(), typed[:1]) + typed[1:]
