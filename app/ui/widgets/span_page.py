"""A page of dated records: typed in above, listed for a month or a span, summed behind tabs."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.ui.desk import Desk
from app.ui.tables.columns import Tone
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.parts import button, label
from app.ui.widgets.span import Span, SpanRow, month_span
from app.ui.widgets.stepper import PeriodStepper
from app.ui.widgets.tabs import TabRow
from app.ui.words import translate

R = TypeVar("R")


class SpanPage(Page):
    """Title line with the month and the search, the row that asks for a span, and what a list leaves out.

    A subclass lays these and its ``views`` out, reads the open one in ``read`` and shows what a search leaves in
    ``show_found``.
    """

    def __init__(self, desk: Desk, title: str, searched: str, name: str) -> None:
        super().__init__(desk, title)
        self.span = month_span(desk.ctx.today().isoformat()[:7])
        self._at = 0
        self._stepper = PeriodStepper(desk.look)
        self._stepper.text.setText(self.span.title)
        self._stepper.moved.connect(lambda step: self.open_span(self.span.moved(step)))
        self.head.addWidget(self._stepper)
        self.search = self.add_search()
        self.search.setAccessibleName(searched)
        self.search.textChanged.connect(lambda _: self.show_found())
        self.span_button = button(translate("Span", "时间段…"), self._ask_span, name=f"{name}-span")
        self.head.addWidget(self.span_button)
        self.span_row = SpanRow(desk)
        self.span_row.hide()
        self.span_row.taken.connect(self.open_span)
        self.span_row.month_wanted.connect(lambda _: self._this_month())
        self.more = label("", "small", wraps=True)
        self.more.hide()
        self.views = QStackedWidget()

    def read(self) -> None:
        """Read the open view."""
        raise NotImplementedError

    def show_found(self) -> None:
        """Show what a search leaves."""
        raise NotImplementedError

    def turn(self, at: int) -> None:
        """Show a view, in the order of the tabs."""
        raise NotImplementedError

    def go_to(self, jump: Jump) -> None:
        """Open the month a jump names (YYYY-MM, or a day in it)."""
        if jump.at:
            self._take_span(month_span(jump.at[:7]))
        self.refresh()

    def open_span(self, span: Span) -> None:
        """Look at another month or span."""
        self._take_span(span)
        self.read()

    # ---------------------------------------------------------------- for the subclass

    def tab_row(self, tabs: Sequence[tuple[str, str]]) -> QWidget:
        """The tabs by themselves: leaving one asks about nothing, since the lines keep what is typed into them."""
        self.tabs = TabRow(tabs)
        self.tabs.turned.connect(self.turn)
        self.tabs.mark(self._at)
        alone = QStackedWidget()
        alone.addWidget(self.tabs)
        alone.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return alone

    def add_keys(self, *pairs: tuple[str, Callable[[], object]], place: QWidget | None = None) -> None:
        """Keys that act while the keyboard is on the page, or in a ``place`` of it."""
        for keys, act in pairs:
            shortcut = QShortcut(QKeySequence(keys), place or self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def found(self, rows: Sequence[R], searched: Callable[[R], str]) -> list[R]:
        """The rows a search leaves; ``searched`` is what it looks through, in small letters."""
        text = self.sought
        return [row for row in rows if not text or text in searched(row)]

    @property
    def sought(self) -> str:
        """What is searched for, in small letters."""
        return self.search.text().strip().casefold()

    def left_out(self, shown: int, there: int) -> str:
        """That a list does not show everything; "" where it does."""
        if shown == there:
            return ""
        words = translate(
            "Span", "只列出最近的 {shown} 笔，共 {all} 笔；合计是全部的。要看更早的，请选短一些的时间段。"
        )
        return words.format(shown=f"{shown:,}", all=f"{there:,}")

    def say_where(self, day: date) -> None:
        """Say where a record went that is of another time than the one looked at."""
        if not self.span.first <= day <= self.span.last:
            words = translate("Span", "已记到 {month}，不在现在看的时间段里。")
            self.desk.say(words.format(month=day.isoformat()[:7]), Tone.WARN)

    def span_refused(self, fault: Exception) -> None:
        """Say beside the span why it cannot be looked at."""
        self.desk.say_fault(fault)
        self.span_row.refuse(self.desk.fault_text(fault))

    # ---------------------------------------------------------------- within

    def _take_span(self, span: Span) -> None:
        self.span = span
        self._stepper.text.setText(span.title)
        self.span_row.show_span(span)

    def _ask_span(self) -> None:
        self.span_row.setVisible(not self.span_row.isVisible())
        if self.span_row.isVisible():
            self.span_row.show_span(self.span)
            self.span_row.begin()

    def _this_month(self) -> None:
        self.span_row.hide()
        self.open_span(month_span(self.desk.ctx.today().isoformat()[:7]))
