"""What is typed into a form and not saved yet is never lost without a word: whoever leaves the form is asked first.

A part with a form is an ``Editing``. Whatever takes such parts away (a panel, a row of tabs, a page, the window) asks
``may_leave`` and stays where it is when that says no.
"""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.ui.desk import Desk
from app.ui.theme.tokens import GRID
from app.ui.widgets.form import FieldForm
from app.ui.widgets.parts import button, label
from app.ui.widgets.place import Place
from app.ui.words import translate

_WIDTH = 500


class Leave(Enum):
    """What a person wants done with what is not saved."""

    STAY = 0
    SAVE = 1
    DROP = 2


class Editing(Place):
    """A part of a page with a form in it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def open_form(self) -> FieldForm | None:
        """The form that is typed into; None while there is none."""
        raise NotImplementedError

    def save(self) -> None:
        """Write what the form says; what forbids it is said at its field."""
        raise NotImplementedError

    def drop(self) -> None:
        """Let go of what was typed."""
        form = self.open_form()
        if form is not None:
            form.restore()

    @property
    def unsaved(self) -> tuple[str, ...]:
        """Titles of the fields that were typed into and not saved."""
        form = self.open_form()
        return form.changed() if form is not None else ()

    def save_now(self) -> bool:
        """Save and wait for the answer; False where it is refused, which is said at the fields by then."""
        self.save()
        self._desk.tasks.settle()
        return not isValid(self) or not self.unsaved  # a page may have replaced what was saved


class LeaveDialog(QDialog):
    """Names what is not saved. Enter and Esc go on typing; ``can_save`` False leaves saving out."""

    def __init__(self, titles: Sequence[str], parent: QWidget, *, can_save: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Unsaved", "还没有保存"))
        self.setFixedWidth(_WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 6, GRID * 5, GRID * 6, GRID * 4)
        whole.setSpacing(GRID * 4)
        whole.addWidget(label(translate("Unsaved", "还没有保存"), "title"))
        said = (
            translate("Unsaved", "还没有保存：{fields}。")
            if can_save
            else translate("Unsaved", "还不能保存，要先改对：{fields}。")
        )
        whole.addWidget(label(said.format(fields=translate("Unsaved", "、").join(titles)), wraps=True))
        row = QHBoxLayout()
        row.addStretch(1)
        drop = button(translate("Unsaved", "不保存"), lambda: self.done(Leave.DROP.value), name="leave-drop")
        save = button(translate("Unsaved", "保存"), lambda: self.done(Leave.SAVE.value), name="leave-save")
        stay = button(translate("Unsaved", "继续填写"), self.reject, "primary", name="leave-stay")
        save.setVisible(can_save)
        for act in (drop, save, stay):
            row.addWidget(act)
        whole.addLayout(row)
        stay.setDefault(True)
        stay.setFocus()


def ask_leave(titles: Sequence[str], parent: QWidget, *, can_save: bool = True) -> Leave:
    """Ask what is to be done with what is not saved, and wait for the answer."""
    dialog = LeaveDialog(titles, parent.window(), can_save=can_save)
    answer = Leave(dialog.exec())
    dialog.deleteLater()
    return answer


def may_leave(place: QWidget) -> bool:
    """Whether a place may be left: nothing unsaved is seen in it, or a person said what to do and it is done."""
    parts = [part for part in (place, *place.findChildren(Editing)) if isinstance(part, Editing)]
    unsaved = [part for part in parts if part.isVisibleTo(place) and part.unsaved]
    if not unsaved:
        return True
    answer = ask_leave([title for part in unsaved for title in part.unsaved], place)
    if answer is Leave.SAVE and all(part.save_now() for part in unsaved):
        return True
    if answer is Leave.DROP:
        for part in unsaved:
            part.drop()
        return True
    if answer is Leave.STAY and (form := unsaved[0].open_form()) is not None:
        form.go_on()
    return False
