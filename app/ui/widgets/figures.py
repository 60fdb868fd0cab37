"""The strip of three to five figures that matter on a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from app.ui.tables.columns import Tone
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import clear, divider, label, tone_label


@dataclass(frozen=True)
class Figure:
    """A figure with its unit in the title."""

    title: str
    value: str
    tone: Tone = Tone.PLAIN


class FigureStrip(QFrame):
    """Figures side by side, a hairline between them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        self._row.setSpacing(GRID * 5)
        self._values: list[QLabel] = []
        self.shown: tuple[Figure, ...] = ()

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these figures; where only values are others, only they change: a strip made anew costs 50 ms."""
        before, self.shown = self.shown, tuple(figures)
        if [one.title for one in before] != [one.title for one in self.shown]:
            self._make()
            return
        for value, old, new in zip(self._values, before, self.shown, strict=True):
            if old.tone is not new.tone:
                tone_label(value, new.value, new.tone)
            elif old.value != new.value:
                value.setText(new.value)

    def _make(self) -> None:
        clear(self._row)
        self._values = []
        for at, figure in enumerate(self.shown):
            if at:
                self._row.addWidget(divider(upright=True))
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(label(figure.title, "small"))
            value = label("", "figure")
            value.setText(figure.value)
            if figure.tone is not Tone.PLAIN:
                tone_label(value, figure.value, figure.tone)
            column.addWidget(value)
            self._values.append(value)
            self._row.addLayout(column)
        self._row.addStretch(1)
