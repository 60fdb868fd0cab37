"""Which day is it? Asked on the page where the PC's clock cannot be right (DESIGN 7)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QFrame, QHBoxLayout

from app.ui.tables.columns import Tone
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button, label, tone_label
from app.ui.words import translate


class DayQuestion(QFrame):
    """A line with the doubt, a date to choose and a button; ``answered`` gets the day."""

    def __init__(self, answered: Callable[[date], object]) -> None:
        super().__init__()
        self.setObjectName("card")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        self._words = label(wraps=True)
        self.day = QDateEdit()
        self.day.setAccessibleName(translate("DayQuestion", "哪一天"))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        row.addWidget(self._words, 1)
        row.addWidget(self.day)
        row.addWidget(button(translate("DayQuestion", "就是这一天"), lambda: answered(self._chosen()), name="this-day"))
        self.hide()

    def ask(self, doubt: str, guess: date) -> None:
        """Show the doubt and a guess."""
        tone_label(self._words, doubt, Tone.WARN)
        self.day.setDate(QDate(guess.year, guess.month, guess.day))
        self.show()

    def _chosen(self) -> date:
        chosen = self.day.date()
        return date(chosen.year(), chosen.month(), chosen.day())
