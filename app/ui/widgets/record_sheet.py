"""Dated records in a panel: a small table, and below it the form of the one being written; all described as data.

Enter on a row (or a click) opens it, Enter in a field saves, Esc leaves the form. What forbids saving stands at its
field; what was only worth saying stands below the table.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.domain.pay_check import FieldRefusal
from app.domain.refusal import Refusal
from app.domain.worker_check import FieldNote
from app.services.pay_records import PaySaved
from app.ui.desk import Desk
from app.ui.tables.columns import Column, Tone
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID, ROW
from app.ui.widgets.form import Field, FieldForm, FormNote
from app.ui.widgets.parts import button, card, clear, label, tone_label
from app.ui.widgets.unsaved import Editing, may_leave
from app.ui.words import translate

R = TypeVar("R")
MOST_ROWS = 6


@dataclass(frozen=True)
class Call:
    """A service function and what it is given after the context and the workshop."""

    service: Callable[..., Any]
    arguments: tuple[object, ...] = ()


@dataclass(frozen=True)
class Sheet(Generic[R]):
    """What a record sheet shows and does.

    ``rows`` and ``fields`` are made from what ``read`` answers; ``values`` gives the form of a row, or of a new record
    (None); ``save`` and ``withdraw`` the calls that write. A row that is not ``editable`` is only looked at; ``foot``
    is a line below the table, ``hint`` one above the form; ``subject`` is what ``Desk.changed`` tells of a write, and
    ``take_away`` the word on the button that withdraws, where 撤回 says it badly.
    """

    name: str
    title: str
    add: str
    empty: str
    read: Call
    columns: Sequence[Column[R]]
    rows: Callable[[Any], Sequence[R]]
    fields: Callable[[Any], Sequence[Field]]
    values: Callable[[R | None], Mapping[str, object]]
    save: Callable[[R | None, Mapping[str, object]], Call]
    withdraw: Callable[[R], Call] | None = None
    editable: Callable[[R], bool] = field(default=lambda _: True)
    foot: Callable[[Any], str] = field(default=lambda _: "")
    hint: str = ""
    subject: str = "people"
    take_away: str = ""


class RecordSheet(Editing, Generic[R]):
    """The records of a Sheet. ``saved`` carries the PaySaved of what was written or withdrawn."""

    saved = Signal(object)

    def __init__(self, desk: Desk, sheet: Sheet[R]) -> None:
        super().__init__(desk)
        self.sheet = sheet
        self._answer: Any = None
        self._open: R | None = None
        self._when_read: tuple[Callable[[Sequence[R]], R | None], str] | None = None
        self.form: FieldForm | None = None
        self.table: RowsTable[R] = RowsTable(desk.look)
        self.table.opened.connect(self.edit)
        self.table.view.clicked.connect(lambda index: self.edit(self.table.model.rows[index.row()]))
        self._empty = label(sheet.empty, "small", wraps=True)
        self._foot, self.said = label("", "small", wraps=True), label(wraps=True)
        self.add_button = button(sheet.add, lambda: self.edit(None), "link", name=f"{sheet.name}-add")
        self._place = QVBoxLayout()
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Read the records again."""
        call = self.sheet.read
        self._desk.ask(call.service, *call.arguments, then=self._show, owner=self)

    def open_when_read(self, pick: Callable[[Sequence[R]], R | None], field: str) -> None:
        """Open the form of the record ``pick`` names (None: a new one) at a field, as soon as the records are read."""
        self._when_read = (pick, field)

    def edit(self, row: R | None) -> None:
        """Open the form on a record, or on a new one."""
        if self._answer is None or (row is not None and not self.sheet.editable(row)):
            return
        if not may_leave(self):
            rows = self.table.model.rows
            self.table.stand_on(rows.index(self._open) if self._open in rows else None)
            return
        self.close_form()
        self._open = row
        self.form = FieldForm(self.sheet.fields(self._answer))
        self.form.show_values(self.sheet.values(row))
        self.form.entered.connect(lambda _: self.save())
        column = QVBoxLayout()
        if self.sheet.hint:
            column.addWidget(label(self.sheet.hint, "small", wraps=True))
        column.addWidget(self.form)
        column.addLayout(self._buttons(row))
        framed = card(column)
        self._place.addWidget(framed)
        next(iter(self.form.editors.values())).setFocus()
        QTimer.singleShot(0, framed, lambda: _bring_into_view(framed))

    def open_form(self) -> FieldForm | None:
        """The form of the record that is open."""
        return self.form

    def drop(self) -> None:
        """Close the form; what was typed is not kept."""
        self.close_form()

    def save(self) -> None:
        """Write what the form says; what forbids it is said at its field."""
        values = self.form.values() if self.form is not None else None
        if values is not None:
            self._do(self.sheet.save(self._open, values))

    def withdraw(self) -> None:
        """Take the open record away."""
        if self._open is not None and self.sheet.withdraw is not None:
            self._do(self.sheet.withdraw(self._open))

    def close_form(self) -> None:
        """Leave the form; what was typed into it is not kept."""
        self.form, self._open = None, None
        clear(self._place)

    def cancel(self) -> None:
        """Leave the form and go back to the table."""
        self.close_form()
        (self.table.view if self.table.model.rows else self.add_button).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.form is not None:
            if may_leave(self):
                self.cancel()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        head = QHBoxLayout()
        head.addWidget(label(self.sheet.title, "secondary"), 1)
        head.addWidget(self.add_button)
        column.addLayout(head)
        for part in (self.table, self._empty, self._foot, self.said):
            part.hide()
            column.addWidget(part)
        column.addLayout(self._place)

    def _buttons(self, row: R | None) -> QHBoxLayout:
        line, name = QHBoxLayout(), self.sheet.name
        line.addWidget(button(translate("Records", "保存"), self.save, "primary", name=f"{name}-save"))
        line.addWidget(button(translate("Records", "取消"), self.cancel, name=f"{name}-cancel"))
        line.addStretch(1)
        if row is not None and self.sheet.withdraw is not None:
            line.addWidget(self._withdraw_button())
        return line

    def _withdraw_button(self) -> QPushButton:
        words = self.sheet.take_away or translate("Records", "撤回")
        return button(words, self.withdraw, name=f"{self.sheet.name}-withdraw")

    def _do(self, call: Call) -> None:
        self._desk.do(
            self.sheet.subject,
            call.service,
            *call.arguments,
            then=self._written,
            failed=self._refused,
            owner=self,
        )

    def _written(self, saved: PaySaved) -> None:
        self.close_form()
        self.said.setVisible(bool(saved.notes))
        tone_label(self.said, "\n".join(note.text(self._desk.lang) for note in saved.notes), Tone.WARN)
        self.refresh()
        self.add_button.setFocus()
        self.saved.emit(saved)

    def _refused(self, fault: Exception) -> None:
        self._desk.say_fault(fault)
        if self.form is not None:
            self.form.show_notes(field_notes(fault, self._desk.lang))

    def _show(self, answer: object) -> None:
        self._answer = answer
        rows = self.sheet.rows(answer)
        self.table.show_rows(self.sheet.columns, rows)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        header = self.table.view.horizontalHeader().sizeHint().height()
        height = sum(self.table.view.rowHeight(at) for at in range(min(len(rows), MOST_ROWS)))
        self.table.setFixedHeight(header + max(height, ROW) + 2)
        foot = self.sheet.foot(answer)
        self._foot.setText(foot)
        self._foot.setVisible(bool(foot))
        if self._when_read is not None:
            (pick, name), self._when_read = self._when_read, None
            self.edit(pick(rows))
            if self.form is not None and name in self.form.editors:
                self.form.editors[name].setFocus()


def field_notes(fault: Exception, lang: str) -> list[FormNote]:
    """What a refusal says at the fields of a form; nothing where it names none."""
    if isinstance(fault, FieldRefusal):
        return [_form_note(note, lang) for note in fault.notes]
    if isinstance(fault, Refusal) and "column" in fault.params:
        return [FormNote(str(fault.params["column"]), fault.text(lang), blocks=True)]
    return []


def _form_note(note: FieldNote, lang: str) -> FormNote:
    return FormNote(note.column, note.text(lang), note.blocks)


def _bring_into_view(widget: QWidget) -> None:
    """Scroll the panel so that a form just opened is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
            return
        parent = parent.parentWidget()
