"""Typing a worker in, or correcting one: notes at the fields while typing, one button to save."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.domain.pay_check import FieldRefusal
from app.domain.worker_check import FieldNote, WorkerForm
from app.services import people_edit
from app.services.people_edit import WorkerSaved
from app.ui.desk import Desk
from app.ui.pages.worker_fields import notes_of, values_of, with_values, worker_fields
from app.ui.widgets.form import FieldForm
from app.ui.widgets.parts import button
from app.ui.widgets.unsaved import Editing
from app.ui.words import translate

_PAY_FIELDS = {"valid_from": "terms_from"}


class WorkerEditor(Editing):
    """The form of one worker (``worker_id`` None: somebody new). ``saved`` carries the WorkerSaved."""

    saved = Signal(object)

    def __init__(self, desk: Desk, worker_id: int | None, form: WorkerForm) -> None:
        super().__init__(desk)
        self._worker_id, self._form = worker_id, form
        self.fields = FieldForm(worker_fields(new=worker_id is None))
        self.fields.show_values(values_of(form))
        self.fields.edited.connect(self._check)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fields)
        column.addWidget(button(translate("WorkerForm", "保存"), self.save, "primary", name="save-worker"))
        column.addStretch(1)

    def begin(self, field: str = "") -> None:
        """Give the keyboard to a field, by default the first a person will want."""
        first = "no" if self._worker_id is None else "name"
        self.fields.editors[field if field in self.fields.editors else first].setFocus()

    def open_form(self) -> FieldForm | None:
        """The worker's fields."""
        return self.fields

    def save(self) -> None:
        """Save what is typed; what forbids it is said at its field."""
        given = self._given()
        if given is None:
            return
        add = self._worker_id is None
        service = people_edit.add_worker if add else people_edit.edit_worker
        arguments = (given,) if add else (self._worker_id, given)
        self._desk.do("people", service, *arguments, then=partial(self._done, given), failed=self._refused, owner=self)

    def _given(self) -> WorkerForm | None:
        values = self.fields.values()
        return None if values is None else with_values(self._form, values)

    def _check(self, _: str) -> None:
        """Say what the checks find in the fields filled so far; an empty one is no fault before saving."""
        given = self._given()
        if given is not None:
            self._ask(given, self._hint)

    def _ask(self, given: WorkerForm, then: Callable[[tuple[FieldNote, ...]], object]) -> None:
        self._desk.ask(people_edit.check_worker, given, self._worker_id, then=then, owner=self)

    def _hint(self, notes: tuple[FieldNote, ...]) -> None:
        values = self.fields.values() or {}
        said = [note for note in notes_of(notes, self._desk.lang) if values.get(note.name)]
        self.fields.show_notes([replace(note, blocks=False) for note in said])

    def _refused(self, fault: Exception) -> None:
        self._desk.say_fault(fault)
        if isinstance(fault, FieldRefusal):
            notes = tuple(replace(n, column=_PAY_FIELDS.get(n.column, n.column)) for n in fault.notes)
            self.fields.show_notes(notes_of(notes, self._desk.lang))
            return
        given = self._given()
        if given is not None:
            self._ask(given, lambda notes: self.fields.show_notes(notes_of(notes, self._desk.lang)))

    def _done(self, given: WorkerForm, saved: WorkerSaved) -> None:
        self.fields.know(values_of(given))
        self.saved.emit(saved)
