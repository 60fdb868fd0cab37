"""◀ a day or a month ▶, and the steps of a month's payroll."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.ui.theme.icons import icon, picture
from app.ui.theme.style import Look
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button, label, restyle
from app.ui.words import translate


class PeriodStepper(QWidget):
    """A period between two arrows; ``moved`` carries −1 or +1."""

    moved = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        self.text = label("", "title")
        self.back = self._arrow("chevron-left", -1, look, translate("Stepper", "上一个（Alt+←）"))
        self.on = self._arrow("chevron-right", 1, look, translate("Stepper", "下一个（Alt+→）"))
        for part in (self.back, self.text, self.on):
            row.addWidget(part)

    def _arrow(self, mark: str, step: int, look: Look, tip: str) -> QPushButton:
        made = button("", lambda: self.moved.emit(step), "flat", look=look, mark=mark)
        made.setIcon(icon(mark, look.colours.secondary))
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        made.setFixedWidth(32)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # not the button's own shortcut, which acts a tenth of a second later: what is typed meanwhile is another day's
        keys = QShortcut(QKeySequence("Alt+Left" if step < 0 else "Alt+Right"), made)
        keys.activated.connect(made.click)
        return made


class StepState(StrEnum):
    """How far a step is."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True)
class Step:
    """A step of the month by name."""

    title: str
    state: StepState


class StepBar(QWidget):
    """Steps across the top, each a way to its view: done ones ticked, the present one dotted, the one shown underlined.

    ``chosen`` carries the step's place from 0; Alt+1 … go there by key.
    """

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        self._row.addStretch(1)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show the steps; the same number of them as before keeps its buttons and the keyboard's place."""
        while len(self.buttons) < len(steps):
            self._add()
        tick = icon("check", self._look.colours.good, 16)
        for made, step in zip(self.buttons, steps, strict=True):
            made.setText(f"● {step.title}" if step.state is StepState.NOW else step.title)
            made.setIcon(tick if step.state is StepState.DONE else QIcon())
            made.setProperty("now", step.state is StepState.NOW)
            restyle(made)

    def mark(self, at: int) -> None:
        """Say which step's view is open."""
        self.buttons[at].setChecked(True)

    def _add(self) -> None:
        at = len(self.buttons)
        if at:
            arrow = QLabel()
            arrow.setPixmap(picture("chevron-right", self._look.colours.disabled, 16, 2))
            self._row.insertWidget(self._row.count() - 1, arrow)
        made = button("", lambda: self.chosen.emit(at), "tab", name=f"step-{at + 1}")
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.setToolTip(f"Alt+{at + 1}")
        shortcut = QShortcut(QKeySequence(f"Alt+{at + 1}"), self)
        shortcut.activated.connect(lambda: self.chosen.emit(at))
        self._row.insertWidget(self._row.count() - 1, made)
        self.buttons.append(made)
