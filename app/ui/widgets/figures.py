"""The strip of three to five figures that matter on a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

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
        self.shown: tuple[Figure, ...] = ()

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these figures; the same ones again cost nothing."""
        if tuple(figures) == self.shown:
            return
        self.shown = tuple(figures)
        clear(self._row)
        for at, figure in enumerate(figures):
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
            self._row.addLayout(column)
        self._row.addStretch(1)
