"""From one day to another: the two fields that choose a span of sales, and what is wrong with them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.refusal import Refusal
from app.domain.typed_day import read_day
from app.ui.desk import Desk
from app.ui.pages.sales_rows import Span
from app.ui.tables.columns import Tone
from app.ui.widgets.day_field import spell_day, unread_day
from app.ui.widgets.parts import button, label, tone_label
from app.ui.words import translate


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
        for title, field in ((translate("Sales", "从"), self.first), (translate("Sales", "到"), self.last)):
            field.setFixedWidth(120)
            field.setAccessibleName(title)
            field.setPlaceholderText(translate("Sales", "年-月-日"))
            spell_day(field, desk.ctx.today)
            field.returnPressed.connect(self.take)
            row.addWidget(label(title, "secondary"))
            row.addWidget(field)
        row.addWidget(button(translate("Sales", "查看"), self.take, name="sales-span-take"))
        back = button(translate("Sales", "回到本月"), lambda: self.month_wanted.emit(None), name="sales-span-month")
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
