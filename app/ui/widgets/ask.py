"""A question before what cannot be undone: what will happen, a reason where one is due, what went wrong."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.tables.columns import Tone
from app.ui.theme.tokens import FIELD, GRID
from app.ui.widgets.parts import button, label, restyle, tone_label
from app.ui.words import translate

_WIDTH = 500


@dataclass(frozen=True)
class Asked:
    """What to ask: the window's title, what will happen, the two buttons' words.

    ``reason`` is the title of a field that must be filled; empty where none is needed. ``missing`` is said where it
    is not; by default that a reason is due.
    """

    title: str
    text: str
    yes: str
    no: str = ""
    reason: str = ""
    hint: str = ""
    missing: str = ""


@dataclass(frozen=True)
class Answer:
    """The reason given; empty where none was asked for."""

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

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self.no = button(self._asked.no or translate("Ask", "取消"), self.reject, name="no")
        self.yes = button(self._asked.yes, self._on_yes, "primary", name="yes")
        self.no.setAutoDefault(False)
        self.yes.setDefault(True)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        return row

    def _on_yes(self) -> None:
        reason = self.reason.text().strip()
        if self._asked.reason and not reason:
            self._say(self._asked.missing or translate("Ask", "请写明原因：以后查账要用。"))
            self.reason.setFocus()
            return
        self.yes.setEnabled(False)
        self._send(Answer(reason))

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
