"""Printing (打印): the papers of a month, what each is for, preview, PDF and spreadsheet, with reasons where not."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.services.papers import PaperChoice, PaperKind
from app.ui.desk import Desk
from app.ui.pages import payroll_paper_rows as paper_rows
from app.ui.pages.paper_options import PaperOptions
from app.ui.pages.paper_way import PaperWay
from app.ui.pages.payroll_paper_rows import PaperAsked, PaperOffers
from app.ui.pages.payroll_photos import PhotoStrip
from app.ui.pages.payroll_rows import DRAFT, MonthView
from app.ui.tables.columns import Tone
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button, label, tone_label
from app.ui.widgets.place import Place
from app.ui.widgets.preview import PaperPreview
from app.ui.words import translate


class PapersView(Place):
    """Papers as a list; Enter previews one. ``seen`` carries the run's id of a paper that was opened or written."""

    seen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: MonthView | None = None
        self._read: MonthView | None = None
        self._offered: tuple[PaperChoice, ...] = ()
        self._opening: PaperKind | None = None
        self.way = PaperWay(desk, self)
        self.way.seen.connect(lambda _: self._note_seen())
        self.way.refused.connect(self._failed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID * 2)
        whole.addLayout(self._bar())
        self.message = label(wraps=True)
        self.message.hide()
        whole.addWidget(self.message)
        self.table: RowsTable[PaperChoice] = RowsTable(desk.look)
        self.table.opened.connect(lambda _: self.open_preview())
        self.table.picked.connect(lambda _: self._offer())
        whole.addWidget(self.table, 1)
        self.photos = PhotoStrip(desk)
        self.photos.shown.connect(lambda some: self._note_seen() if some else None)
        whole.addWidget(self.photos)
        self.setFocusProxy(self.table.view)

    def show_month(self, view: MonthView) -> None:
        """Offer the papers of the shown run; what can be made is found out when the view is looked at."""
        self._view = view
        self.photos.show_month(view)
        if self.isVisible():
            self._find_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._find_out()

    def pick(self, kind: PaperKind) -> None:
        """Stand on a paper."""
        at = next((at for at, one in enumerate(self.table.model.rows) if one.kind is kind), 0)
        self.table.view.setCurrentIndex(self.table.model.index(at, 0))

    def open_kind(self, kind: PaperKind) -> None:
        """Preview a paper, or say why it cannot be made."""
        if self.table.model.rows and self._view is self._read:
            self.pick(kind)
            self.open_preview()
        else:
            self._opening = kind

    @property
    def preview(self) -> PaperPreview | None:
        """The paper that was laid out last."""
        return self.way.preview

    def open_preview(self) -> None:
        """The paper on the screen, from where it is printed or saved."""
        if asked := self._asked():
            self.way.open_preview(paper_rows.maker(asked))

    def save_pdf(self) -> None:
        """The paper as a PDF file."""
        if asked := self._asked():
            self.way.save_pdf(paper_rows.maker(asked))

    def save_sheet(self) -> None:
        """The paper as a spreadsheet."""
        asked = self._asked(sheet=True)
        if asked is not None and self.xlsx.isEnabled():
            name = f"{paper_rows.paper_title(asked.kind, self._desk.lang)} {asked.month}"
            self.way.save_sheet(paper_rows.sheet_maker(asked), name)

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        self.look = button(translate("Papers", "预览和打印 ↵"), self.open_preview, "primary", name="preview")
        self.pdf = button(translate("Papers", "存为 PDF…"), self.save_pdf, name="paper-pdf")
        self.xlsx = button(translate("Papers", "存为 XLSX…"), self.save_sheet, name="paper-xlsx")
        for act in (self.look, self.pdf, self.xlsx):
            row.addWidget(act)
        row.addSpacing(GRID * 3)
        self.options = PaperOptions()
        self.options.changed.connect(lambda _: self._judge())
        self.worker, self.everybody = self.options.worker, self.options.everybody
        row.addWidget(self.options)
        row.addStretch(1)
        return row

    def _find_out(self) -> None:
        """Ask what can be made, once for each state of the month."""
        view = self._view
        if view is None or view is self._read:
            return
        self._read = view
        run_id = view.run.run_id if view.run is not None else DRAFT
        self._desk.ask(paper_rows.read_offers, view.month, run_id, then=self._show, failed=self._failed, owner=self)

    def _show(self, offers: PaperOffers) -> None:
        self.message.hide()
        self.options.hold(offers.choices, offers.board)
        self._offered = offers.choices
        rows = [self.options.judged(one) if one.kind is PaperKind.CASH else one for one in offers.choices]
        self.table.show_rows(paper_rows.paper_columns(self._desk.lang), rows)
        if offers.choices and not self.table.view.currentIndex().isValid():
            self.table.view.setCurrentIndex(self.table.model.index(0, 0))
        self._offer()
        if self._opening is not None:
            kind, self._opening = self._opening, None
            self.open_kind(kind)

    def _judge(self) -> None:
        """The list says of the chosen worker, and of everybody or not, whether there is a paper to give."""
        offered = {one.kind: one for one in self._offered}
        for at, choice in enumerate(self.table.model.rows):
            if choice.workers or choice.kind is PaperKind.CASH:
                self.table.model.put_row(at, self.options.judged(offered[choice.kind]))
        self._offer()

    def _offer(self) -> None:
        """What can be done with the paper the keyboard stands on, and what can be chosen for it."""
        choice = self.table.current()
        possible = choice is not None and choice.possible
        kind = choice.kind if choice is not None else None
        for act in (self.look, self.pdf):
            act.setEnabled(possible and kind is not PaperKind.SHEET)
        self.xlsx.setEnabled(possible and kind in paper_rows.SHEETS)
        self.xlsx.setVisible(kind in paper_rows.SHEETS)
        self.options.offer(kind)
        why = paper_rows.reason(choice, self._desk.lang) if choice is not None else ""
        tone_label(self.message, why, Tone.WARN)
        self.message.setVisible(bool(why))

    def _asked(self, *, sheet: bool = False) -> PaperAsked | None:
        """The paper stood on, if it can be made; one that is a spreadsheet only, where a ``sheet`` is wanted."""
        view, choice = self._view, self.table.current()
        if view is None or choice is None or not choice.possible:
            return None
        if choice.kind is PaperKind.SHEET and not sheet:
            return None
        return self.options.asked(choice, view.month)

    def _note_seen(self) -> None:
        if self._view is not None and self._view.run is not None:
            self.seen.emit(self._view.run.run_id)

    def _failed(self, fault: Exception) -> None:
        tone_label(self.message, self._desk.fault_text(fault), Tone.BAD)
        self.message.show()
