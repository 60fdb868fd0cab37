"""◀ a day or a month ▶, and the steps of a month's payroll."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.ui.tables.columns import Tone
from app.ui.theme.icons import icon, picture
from app.ui.theme.style import Look
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button, clear, label, tone_label
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
        made.setFixedWidth(32)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setShortcut("Alt+Left" if step < 0 else "Alt+Right")
        return made


class StepState(StrEnum):
    """How far a step is."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


_TONES = {StepState.NOW: Tone.ACCENT, StepState.DONE: Tone.PLAIN, StepState.NEXT: Tone.QUIET}


@dataclass(frozen=True)
class Step:
    """A step of the month by name."""

    title: str
    state: StepState


class StepBar(QWidget):
    """Steps across the top, the present one marked by a dot, bold type and colour."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID * 2)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show the steps with the present one marked."""
        clear(self._row)
        colours = self._look.colours
        for at, step in enumerate(steps):
            if at:
                arrow = QLabel()
                arrow.setPixmap(picture("chevron-right", colours.disabled, 16, 2))
                self._row.addWidget(arrow)
            if step.state is StepState.DONE:
                tick = QLabel()
                tick.setPixmap(picture("check", colours.good, 16, 2))
                self._row.addWidget(tick)
            words = label()
            tone_label(words, f"● {step.title}" if step.state is StepState.NOW else step.title, _TONES[step.state])
            self._row.addWidget(words)
        self._row.addStretch(1)
