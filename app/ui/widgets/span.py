"""A month or the days from one to another: what is looked at, and the two fields that choose it."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.calendar import month_ends
from app.domain.refusal import Refusal
from app.domain.typed_day import read_day
from app.ui.desk import Desk
from app.ui.tables.columns import Tone
from app.ui.widgets.day_field import spell_day, unread_day
from app.ui.widgets.parts import button, label, tone_label
from app.ui.words import translate


@dataclass(frozen=True)
class Span:
    """What is looked at: a whole month, or from one day to another."""

    first: date
    last: date

    @property
    def month(self) -> str:
        """The month it ends in, YYYY-MM."""
        return self.last.isoformat()[:7]

    @property
    def is_month(self) -> bool:
        """Whether it is one whole month."""
        return (self.first, self.last) == month_ends(self.month)

    @property
    def title(self) -> str:
        """2026-11, or 2026-09-01 – 2026-11-30."""
        return self.month if self.is_month else f"{self.first} – {self.last}"

    def moved(self, step: int) -> "Span":
        """The month ``step`` months from the one it begins (back) or ends in (on)."""
        start = self.first if step < 0 else self.last
        place = start.year * 12 + start.month - 1 + step
        if not date.min.year < place // 12 < date.max.year:
            return self
        return month_span(f"{place // 12:04d}-{place % 12 + 1:02d}")


def month_span(month: str) -> Span:
    """A whole month."""
    return Span(*month_ends(month))


class SpanRow(QWidget):
    """``taken`` carries the Span a person typed, ``month_wanted`` None: back to the present month."""

    taken = Signal(object)
    month_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.first, self.last = QLineEdit(), QLineEdit()
        for title, field in ((translate("Span", "从"), self.first), (translate("Span", "到"), self.last)):
            field.setFixedWidth(120)
            field.setAccessibleName(title)
            field.setPlaceholderText(translate("Span", "年-月-日"))
            spell_day(field, desk.ctx.today)
            field.returnPressed.connect(self.take)
            row.addWidget(label(title, "secondary"))
            row.addWidget(field)
        row.addWidget(button(translate("Span", "查看"), self.take, name="sales-span-take"))
        back = button(translate("Span", "回到本月"), lambda: self.month_wanted.emit(None), name="sales-span-month")
        row.addWidget(back)
        self.said = label(wraps=True)
        row.addWidget(self.said, 1)

    def show_span(self, span: Span) -> None:
        """Show what is looked at."""
        self.first.setText(span.first.isoformat())
        self.last.setText(span.last.isoformat())
        self.said.clear()

    def begin(self) -> None:
        """Give the keyboard to the first day."""
        self.first.setFocus()
        self.first.selectAll()

    def take(self) -> None:
        """Look from one day to another; what cannot be is said beside."""
        try:
            first, last = (read_day(field.text(), self._desk.ctx.today()) for field in (self.first, self.last))
        except ValueError as error:
            self.refuse(unread_day(error))
            return
        if first > last:
            self.refuse(Refusal("sales_span_wrong", first=first, last=last).text(self._desk.lang))
            return
        self.said.clear()
        self.taken.emit(Span(first, last))

    def refuse(self, words: str) -> None:
        """Say why not."""
        tone_label(self.said, words, Tone.BAD)
