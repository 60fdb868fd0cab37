"""Forms as data: a field is a name, a title and a kind; what is wrong stands at the field."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from app.domain.money import decimal_text, half_up, parse_yuan, price_text, scaled, yuan
from app.domain.typed_day import read_form_day
from app.ui.tables.columns import Tone
from app.ui.theme.tokens import FIELD, GRID
from app.ui.widgets.day_field import clock_day, spell_day, unread_day
from app.ui.widgets.parts import label, restyle, tone_label
from app.ui.words import translate

TALL_FIELD = FIELD + 8
_TITLE_EM = 11
_LEAST_CHOICE = 6


class Kind(StrEnum):
    """What a field holds: text, yuan as fen, a price in 1/10,000 yuan, a quantity in 1/1000, hours as minutes, a whole
    number, a date, one of some values.
    """

    TEXT = "text"
    MONEY = "money"
    PRICE = "price"
    QUANTITY = "quantity"
    HOURS = "hours"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True)
class Field:
    """One field; ``choices`` are (value, words) pairs, ``hint`` stands in the empty field."""

    name: str
    title: str
    kind: Kind = Kind.TEXT
    choices: tuple[tuple[object, str], ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class FormNote:
    """Something to say at a field; ``blocks`` where it cannot be saved so."""

    name: str
    text: str
    blocks: bool


class FieldForm(QWidget):
    """Fields under one another. ``edited`` carries the field's name when a person has changed and left it, ``entered``
    that of the field Enter was pressed in.
    """

    edited = Signal(object)
    entered = Signal(object)

    def __init__(self, fields: Sequence[Field], today: Callable[[], date] = clock_day) -> None:
        super().__init__()
        self._today = today
        self._fields = tuple(fields)
        self._known: Mapping[str, object] = {}
        self.editors: dict[str, QLineEdit | QComboBox] = {}
        self.notes: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID * 2)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        for at, field in enumerate(self._fields):
            editor, note = self._editor(field), label(wraps=True)
            note.hide()
            editor.setAccessibleName(field.title)
            self.editors[field.name], self.notes[field.name] = editor, note
            grid.addWidget(_title(field.title), at * 2, 0)
            grid.addWidget(editor, at * 2, 1)
            grid.addWidget(note, at * 2 + 1, 1)

    def show_values(self, values: Mapping[str, object]) -> None:
        """Fill the fields; what is not given is emptied."""
        self._known = dict(values)
        for field in self._fields:
            editor, value = self.editors[field.name], values.get(field.name)
            if isinstance(editor, QComboBox):
                known = [choice for choice, _ in field.choices]
                editor.setCurrentIndex(known.index(value) + 1 if value in known else 0)
            else:
                editor.setText(_text_of(field.kind, value))

    def know(self, values: Mapping[str, object]) -> None:
        """These values are saved: what a person types is compared with them from now on."""
        self._known = dict(values)

    def changed(self) -> tuple[str, ...]:
        """Titles of the fields that say something else than was shown, or what cannot be read."""
        return tuple(field.title for field in self._fields if self._differs(field))

    def restore(self) -> None:
        """What was shown stands there again."""
        self.show_values(self._known)
        self.show_notes([])

    def go_on(self) -> None:
        """Give the keyboard back to the first field that was changed."""
        changed = next((field.name for field in self._fields if self._differs(field)), None)
        if changed is not None:
            self.editors[changed].setFocus()

    def values(self) -> dict[str, object] | None:
        """What the fields say by name, empty ones None; None where one cannot be read, which is said there."""
        found: dict[str, object] = {}
        wrong: list[FormNote] = []
        for field in self._fields:
            editor = self.editors[field.name]
            try:
                found[field.name] = (
                    _chosen(field, editor) if isinstance(editor, QComboBox) else self._read(field, editor.text())
                )
            except ValueError as error:
                words = unread_day(error) if field.kind is Kind.DATE else _unread(field.kind)
                wrong.append(FormNote(field.name, words, blocks=True))
        if wrong:
            self.show_notes(wrong)
            return None
        return found

    def show_notes(self, notes: Sequence[FormNote]) -> None:
        """Say at their fields what is wrong, and nothing at the others; the first wrong one gets the keyboard."""
        by_name = {note.name: note for note in reversed(notes)}
        for name, target in self.notes.items():
            note = by_name.get(name)
            target.setVisible(note is not None)
            if note is not None:
                tone_label(target, note.text, Tone.BAD if note.blocks else Tone.WARN)
            editor = self.editors[name]
            editor.setProperty("state", "bad" if note is not None and note.blocks else "")
            restyle(editor)
        wrong = {note.name for note in notes if note.blocks}
        blocked = next((name for name in self.editors if name in wrong), None)
        if blocked is not None:
            self.editors[blocked].setFocus()

    def _differs(self, field: Field) -> bool:
        editor, known = self.editors[field.name], self._known.get(field.name)
        if isinstance(editor, QComboBox):
            choices = [choice for choice, _ in field.choices]
            return editor.currentIndex() != (choices.index(known) + 1 if known in choices else 0)
        try:
            said, shown = (self._read(field, text) or None for text in (editor.text(), _text_of(field.kind, known)))
            return said != shown
        except ValueError:
            return editor.text() != _text_of(field.kind, known)

    def _read(self, field: Field, text: str) -> object:
        """What a field's text means; raises ValueError where it means nothing."""
        if field.kind is Kind.DATE:
            return read_form_day(text, self._today()) if text.strip() else None
        return _READERS[field.kind](text)

    def _editor(self, field: Field) -> QLineEdit | QComboBox:
        if field.kind is Kind.CHOICE:
            box = QComboBox()
            box.addItems([translate("Form", "请选择"), *(words for _, words in field.choices)])
            box.activated.connect(lambda _: self.edited.emit(field.name))
            box.setObjectName(f"field-{field.name}")
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LEAST_CHOICE)  # as wide as the form has room, not as its longest choice
            return box
        line = QLineEdit()
        line.setObjectName(f"field-{field.name}")
        line.setPlaceholderText(field.hint or (translate("Form", "年-月-日") if field.kind is Kind.DATE else ""))
        line.setMinimumHeight(TALL_FIELD)  # Tibetan is clipped in a lower field
        line.returnPressed.connect(lambda: self.entered.emit(field.name))
        if field.kind is Kind.DATE:
            spell_day(line, self._today)
        line.editingFinished.connect(lambda: self.edited.emit(field.name) if line.isModified() else None)
        return line


def _title(text: str) -> QLabel:
    """A field's title, on two lines where one would leave the field no room."""
    made = label(text, "secondary")
    most = _TITLE_EM * made.fontInfo().pixelSize()
    if made.sizeHint().width() > most:
        made.setWordWrap(True)
        made.setFixedWidth(most)
    return made


def _chosen(field: Field, box: QComboBox) -> object:
    return field.choices[box.currentIndex() - 1][0] if box.currentIndex() > 0 else None


def _text_of(kind: Kind, value: object) -> str:
    if value is None:
        return ""
    if kind is Kind.MONEY and isinstance(value, int):
        return yuan(value) if value else ""
    if kind is Kind.PRICE and isinstance(value, int):
        return price_text(value)
    if kind is Kind.HOURS and isinstance(value, int):
        return decimal_text(half_up(value * 1000, 60), 3)
    if kind is Kind.QUANTITY and isinstance(value, int):
        return decimal_text(value, 3)
    return value.isoformat() if isinstance(value, date) else str(value)


def _text(text: str) -> object:
    return text.strip()


def _money(text: str) -> object:
    return parse_yuan(text) if text.strip() else None


def _price(text: str) -> object:
    return scaled(text, 4) if text.strip() else None


def _quantity(text: str) -> object:
    return scaled(text, 3) if text.strip() else None


def _hours(text: str) -> object:
    return half_up(scaled(text, 3) * 60, 1000) if text.strip() else None


def _number(text: str) -> object:
    return scaled(text, 0) if text.strip() else None


_READERS: dict[Kind, Callable[[str], object]] = {
    Kind.TEXT: _text,
    Kind.MONEY: _money,
    Kind.PRICE: _price,
    Kind.QUANTITY: _quantity,
    Kind.HOURS: _hours,
    Kind.NUMBER: _number,
}


def _unread(kind: Kind) -> str:
    if kind is Kind.NUMBER:
        return translate("Form", "请写一个整数，例如 10。")
    if kind is Kind.QUANTITY:
        return translate("Form", "数量看不懂，请写成 12 或 2.5，最多三位小数。")
    if kind is Kind.HOURS:
        return translate("Form", "小时数看不懂，请写成 6 或 1.5。")
    if kind is Kind.PRICE:
        return translate("Form", "单价看不懂，请写成 2.35，最多四位小数。")
    return translate("Form", "金额看不懂，请写成 2600 或 2600.50。")
