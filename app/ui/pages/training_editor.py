"""Typing a training session in, or correcting one: its facts, and a tick for everybody who took part."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.training_check import TrainingForm
from app.services import training
from app.services.pay_records import PaySaved
from app.services.training import SessionView, TraineeRow
from app.ui.desk import Desk
from app.ui.pages import training_rows as rows
from app.ui.tables.columns import Tone
from app.ui.tables.ticks import TickTable
from app.ui.widgets.ask import Answer, AskDialog, Asked
from app.ui.widgets.form import FieldForm
from app.ui.widgets.parts import button, label
from app.ui.widgets.record_sheet import field_notes
from app.ui.widgets.unsaved import Editing
from app.ui.words import translate

_TABLE_HEIGHT = 330


class TrainingEditor(Editing):
    """The form of one session. ``saved`` carries None once it is written or withdrawn."""

    saved = Signal(object)

    def __init__(self, desk: Desk, view: SessionView) -> None:
        super().__init__(desk)
        self._view = view
        self._present = set(view.form.present)
        self.question: AskDialog | None = None
        self.fields = FieldForm(rows.session_fields(view.origins))
        self.fields.show_values(_values(view.form))
        self.fields.entered.connect(lambda _: self.save())
        self.people: TickTable[TraineeRow] = TickTable(desk.look, lambda row: row.worker_id, lambda _: True)
        self.people.setFixedHeight(_TABLE_HEIGHT)
        self.people.show_rows(rows.trainee_columns(), view.people)
        self.people.tick(self._present)
        self.people.ticks_changed.connect(lambda _: self._count())
        self._counted = label("", "small")
        self._lay_out()
        self._count()

    def open_form(self) -> FieldForm | None:
        """The session's fields."""
        return self.fields

    @property
    def unsaved(self) -> tuple[str, ...]:
        """Titles of what was changed; who took part is one of them."""
        ticked = self.people.ticked != self._present
        return (*super().unsaved, *((translate("Training", "参加人"),) if ticked else ()))

    def drop(self) -> None:
        super().drop()
        self.people.tick(self._present)

    def save(self) -> None:
        """Write the session and exactly those who are ticked; what forbids it is said at its field."""
        values = self.fields.values()
        if values is None:
            return
        form = self._form(values)
        self._desk.do(
            "training",
            training.save_session,
            form,
            self._view.training_id,
            then=self._done,
            failed=self._refused,
            owner=self,
        )

    def withdraw(self) -> None:
        """Ask before the session is taken back."""
        asked = Asked(
            translate("Training", "撤回这次培训"),
            translate("Training", "这次培训和参加人都不再计入。修改记录里仍能查到。"),
            translate("Training", "撤回"),
        )
        self.question = AskDialog(asked, self._withdraw, self.window())
        self.question.open()

    def _withdraw(self, _: Answer) -> None:
        question, number = self.question, self._view.training_id
        if question is None or number is None:
            return

        def done(_: object) -> None:
            question.finish()
            self._know()

        self._desk.do(
            "training",
            training.withdraw_session,
            number,
            then=done,
            failed=lambda fault: question.refuse(self._desk.fault_text(fault)),
            owner=self,
        )

    def _form(self, values: Mapping[str, object]) -> TrainingForm:
        present = {worker: self._view.form.present.get(worker) for worker in self.people.ticked}
        given: dict[str, Any] = {**values, "origin": values["origin"] or ""}
        return TrainingForm(**given, present=present)

    def _done(self, saved: PaySaved) -> None:
        self._know()
        for note in saved.notes:
            self._desk.say(note.text(self._desk.lang), Tone.WARN)

    def _know(self) -> None:
        """What is typed is no more unsaved."""
        self.fields.know(self.fields.values() or {})
        self._present = set(self.people.ticked)
        self.saved.emit(None)

    def _refused(self, fault: Exception) -> None:
        self._desk.say_fault(fault)
        self.fields.show_notes(field_notes(fault, self._desk.lang))

    def _everybody(self) -> None:
        employed = {row.worker_id for row in self._view.people if row.employed}
        self.people.tick(set() if self.people.ticked >= employed else employed)

    def _count(self) -> None:
        words = translate("Training", "已勾选 {count} 人。空格键或点击方框勾选。")
        self._counted.setText(words.format(count=len(self.people.ticked)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fields)
        head = QHBoxLayout()
        head.addWidget(label(translate("Training", "参加人"), "secondary"), 1)
        head.addWidget(button(translate("Training", "全选或全不选"), self._everybody, "link", name="tick-all"))
        column.addLayout(head)
        column.addWidget(self.people)
        column.addWidget(self._counted)
        acts = QHBoxLayout()
        acts.addWidget(button(translate("Training", "保存"), self.save, "primary", name="save-training"))
        if self._view.training_id is not None:
            acts.addWidget(button(translate("Training", "撤回这次培训"), self.withdraw, name="withdraw-training"))
        acts.addStretch(1)
        column.addLayout(acts)
        column.addStretch(1)


def _values(form: TrainingForm) -> dict[str, object]:
    return {each.name: getattr(form, each.name) for each in fields(form) if each.name != "present"}
