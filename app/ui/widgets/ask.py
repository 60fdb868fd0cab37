"""A question before what cannot be undone: what will happen, a reason where one is due, what went wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from app.ui.tables.columns import Tone
from app.ui.theme.tokens import FIELD, GRID
from app.ui.widgets.parts import button, label, restyle, tone_label
from app.ui.words import translate

_WIDTH = 500


@dataclass(frozen=True)
class Choice:
    """One of several ways, with a sentence on what it is for."""

    value: object
    title: str
    meaning: str = ""


@dataclass(frozen=True)
class Asked:
    """What to ask: the window's title, what will happen, the two buttons' words.

    ``reason`` is the title of a field that must be filled; empty where none is needed.
    """

    title: str
    text: str
    yes: str
    no: str = ""
    reason: str = ""
    hint: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The choice taken (None where there was none to take) and the reason given."""

    choice: object = None
    reason: str = ""


class AskDialog(QDialog):
    """Open until the deed is done: ``send`` gets the answer, then ``finish`` closes or ``refuse`` says why not."""

    def __init__(self, asked: Asked, send: Callable[[Answer], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked, self._send = asked, send
        self.setWindowTitle(asked.title)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 6, GRID * 5, GRID * 6, GRID * 4)
        whole.setSpacing(GRID * 3)
        whole.addWidget(label(asked.title, "title"))
        whole.addWidget(label(asked.text, wraps=True))
        self.choices = QButtonGroup(self)
        self._add_choices(whole, asked.choices)
        self.reason = QLineEdit()
        self.reason.setObjectName("reason")
        self.reason.setPlaceholderText(asked.hint)
        self.reason.setMinimumHeight(FIELD + 4)
        self.reason.textEdited.connect(lambda _: self._say(""))
        title = label(asked.reason, "secondary")
        for part in (title, self.reason):
            part.setVisible(bool(asked.reason))
            whole.addWidget(part)
        self.message = label(wraps=True)
        self.message.hide()
        whole.addWidget(self.message)
        whole.addLayout(self._buttons())
        (self.reason if asked.reason else self.yes).setFocus()
        self._fit()

    def finish(self) -> None:
        """The deed is done."""
        self.accept()

    def refuse(self, words: str) -> None:
        """Say here why it was not done; the person can mend it or go back."""
        self.yes.setEnabled(True)
        self._say(words)

    def _add_choices(self, whole: QVBoxLayout, choices: Sequence[Choice]) -> None:
        for at, choice in enumerate(choices):
            made = QRadioButton(choice.title)
            made.setChecked(at == 0)
            self.choices.addButton(made, at)
            whole.addWidget(made)
            if choice.meaning:
                meaning = label(choice.meaning, "small", wraps=True)
                meaning.setContentsMargins(GRID * 6, 0, 0, 0)
                whole.addWidget(meaning)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self.no = button(self._asked.no or translate("Ask", "不了"), self.reject, name="no")
        self.yes = button(self._asked.yes, self._on_yes, "primary", name="yes")
        self.no.setAutoDefault(False)
        self.yes.setDefault(True)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        return row

    def _on_yes(self) -> None:
        reason = self.reason.text().strip()
        if self._asked.reason and not reason:
            self._say(translate("Ask", "请写明原因：以后查账要用。"))
            self.reason.setFocus()
            return
        self.yes.setEnabled(False)
        at = self.choices.checkedId()
        choice = self._asked.choices[at].value if self._asked.choices else None
        self._send(Answer(choice, reason))

    def _say(self, words: str) -> None:
        tone_label(self.message, words, Tone.BAD)
        self.message.setVisible(bool(words))
        wrong = bool(words) and bool(self._asked.reason) and not self.reason.text().strip()
        self.reason.setProperty("state", "bad" if wrong else "")
        restyle(self.reason)
        self._fit()

    def _fit(self) -> None:
        """As high as the wrapped words need at this width."""
        self._whole.activate()
        self.setFixedSize(_WIDTH, self._whole.totalHeightForWidth(_WIDTH))
